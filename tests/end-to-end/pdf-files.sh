#!/bin/sh
# pdf-files.sh: every PDF of the sample is sound, embeds its fonts, is tagged, and reads in order.
. "$(dirname -- "$0")/lib/sample"

copy_sample one
ok "the sample builds" "$program" -C "$work/one" build

fonts_embedded() {
  pdffonts "$1" | awk 'NR > 2 { if ($(NF-4) != "yes" || $(NF-2) != "yes") { print; bad = 1 } n++ } END { exit bad || n == 0 }'
}
# Where each text stands in the extracted text; it has to rise.
in_order() {
  file=$1
  shift
  pdf_text "$file" >"$work/text"
  last=0
  for words; do
    at=$(grep -o -b -F -- "$words" "$work/text" | tail -n 1 | cut -d: -f1)
    [ -n "$at" ] || { echo "not found: $words"; return 1; }
    [ "$at" -gt "$last" ] || { echo "out of order: $words"; return 1; }
    last=$at
  done
}
for pdf in "$work"/one/out/*/*/*.pdf; do
  name=${pdf#"$work/one/out/"}
  ok "$name: qpdf --check" qpdf --check "$pdf"
  ok "$name: fonts embedded with Unicode maps" fonts_embedded "$pdf"
  ok "$name: tagged" sh -c 'pdfinfo "$1" | grep -q "^Tagged: *yes"' sh "$pdf"
  ok "$name: title" sh -c 'pdfinfo "$1" | grep -q "^Title: *[^ ]"' sh "$pdf"
  ok "$name: bookmarks" sh -c 'qpdf --json --json-key=outlines "$1" | grep -q "\"title\""' sh "$pdf"
done
ok "paragraphs in order" in_order "$work/one/out/en/virtual-assets-2020/virtual-assets-2020.en.pdf" \
  "This bulletin sets out" "The article bears no date" "According to the Panel" "The largest single incident" \
  "A second theft followed" "The laundering of stolen" "the findings above be revised"
finish
