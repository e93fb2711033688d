#!/bin/bash
# tests/foreign, a publication on other matters than the sample, with kinds and nouns of its own in other languages: it is clean, is
# published with what its data say, and slips in it are noticed.
. "$(dirname "$0")/tap.inc"
cp -R "$root/tests/foreign" "$work/p"
out=$work/p/out

# says LANG BULLETIN PATTERN...: page and PDF both hold every pattern (spaces stand for any white space).
says() {
  local lang=$1 bulletin=$2 pattern text base=$out/$1/$2
  shift 2
  page_text "$base/index.html" >"$work/page"
  pdf_text "$base/$bulletin.$lang.pdf" >"$work/pdf"
  for pattern; do
    pattern=$(echo "$pattern" | sed 's/ /[[:space:]  ]+/g')
    # the order of Arabic in what pdftotext gives is its own
    for text in page $([ "$lang" = ar ] || echo pdf); do
      grep -qE "$pattern" "$work/$text" || { echo "$lang: $text lacks $pattern"; return 1; }
    done
  done
}

try 'nothing is reported' "$program" -C "$work/p" check --werror
try 'it is published' "$program" -C "$work/p" build
try 'en: nouns, a currency without a label, a multiple, no bound' \
  says en looted-bronzes 'at least 2,400 artefacts' 'less than GBP 900,000' 'c\. 400 times'
try 'en: a share without a bound' says en grey-lantern 'no bound can be given'
try 'de: short amounts' says de grey-lantern 'ca\. 61 Mio\. US-\$' 'mindestens 23,5 Mio\. US-\$' 'keine Grenze angebbar'
try 'es: a generic currency' says es looted-bronzes 'menos de 900\.000 GBP' '118 piezas' 'aprox\. 400 veces'
try 'uk: plurals of own nouns' says uk grey-lantern '4 особи' 'щонайменше 23,5 млн дол\. США' 'межу вказати неможливо'
try 'ja: numbers by ten thousands, brackets of the script' says ja grey-lantern '約6100万ドル（おそらく）' '少なくとも2350万ドル' '750万ドル'
try 'ar: plurals of own nouns' says ar looted-bronzes '118 قطعة' '3 قطع'
# "document 12" is a place, but documents are counted here too.
documents() {
  cp -R "$root/tests/foreign" "$work/d"
  sed -i 's/\[118 artefacts\]/[118 documents]/' "$work/d/content/bulletins/looted-bronzes/en.md"
  "$program" -C "$work/d" check >"$work/told" 2>&1
  grep -q 'says “118 documents”, the datum “118 artefacts”' "$work/told"
}

try 'a noun that may stand before a number of a place is a noun' documents
try 'slips are noticed' python3 "$root/tests/mutation/mutate.py" -C "$work/p" -n 4
finish
