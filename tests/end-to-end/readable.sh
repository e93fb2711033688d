#!/bin/bash
# Every PDF of the golden publications, by either standard: read by qpdf without a warning and by poppler page by page.
# (Those of the sample: publish.sh.)  The program itself reads no PDF (docs/decisions/0007-pdf-writer.md).
. "$(dirname "$0")/tap.inc"

# The goldens that can be published, drafts too; what is wrong with the others is their affair.
build_all() {
  local folder name standard built=0
  for folder in "$root"/tests/golden/*/content; do
    folder=${folder%/content} name=${folder##*/}
    for standard in ua1-a3a ua2-a4f; do
      cp -R "$folder" "$work/$name-$standard"
      sed -i '/^pdf-standard:/d' "$work/$name-$standard/content/publication.yaml"
      echo "pdf-standard: $standard" >>"$work/$name-$standard/content/publication.yaml"
      "$program" -C "$work/$name-$standard" -q build --drafts >/dev/null 2>&1 && built=$((built + 1))
    done
  done
  [ "$built" -ge 40 ] || { echo "only $built publications build"; return 1; }
}

# readable FILE: 3 is qpdf's status for warnings.
readable() {
  qpdf --check "$1" >"$work/qpdf" 2>&1 || { echo "$1"; cat "$work/qpdf"; return 1; }
  pdftotext -q "$1" /dev/null 2>"$work/poppler" && [ ! -s "$work/poppler" ] || { echo "$1"; cat "$work/poppler"; return 1; }
}

all_readable() {
  local pdf read=0
  for pdf in "$work"/*/out/*/*/*.pdf; do
    readable "$pdf" || return 1
    read=$((read + 1))
  done
  [ "$read" -ge 40 ] || { echo "only $read PDFs"; return 1; }
  echo "$read PDFs"
}

# A judge that passes everything is none.
sees_damage() {
  local pdf=("$work"/*/out/*/*/*.pdf)
  sed 's/^startxref$/startxxxx/' "${pdf[0]}" >"$work/damaged.pdf"
  ! readable "$work/damaged.pdf"
}

try 'golden publications build by both standards' build_all
try 'their PDFs are read without a warning' all_readable
try 'a damaged one is not' sees_damage
finish
