#!/bin/bash
# Pseudo-languages: texts longer or mirrored, figures kept, made only when asked for and listed nowhere.
. "$(dirname "$0")/tap.inc"
dir=$work/p
bulletin=it-workers
sample "$dir"

build() {
  "$program" -C "$dir" build "$@"
}

page() {
  page_text "$dir/out/$1/$bulletin/index.html"
}

is_longer() {
  build "$bulletin" --lang qps-ploc || return 1
  page qps-ploc >"$work/pseudo.txt"
  grep -q '\[Ţĥííš ƀúúļļééţííñ' "$work/pseudo.txt" || { cat "$work/pseudo.txt"; return 1; }
  ! grep -q 'This bulletin' "$work/pseudo.txt"
}

# The vowels alone, counted in characters.
grows() {
  printf '\nA cafe\314\201.\n' >>"$dir/content/bulletins/$bulletin/en.md"
  build || return 1
  local before after
  before=$(page en | wc -m)
  after=$(wc -m <"$work/pseudo.txt")
  [ $((after * 100)) -gt $((before * 125)) ] || { echo "$before characters became $after"; return 1; }
}

is_composed() {
  page en | grep -q "A caf$(printf '\303\251')"
}

keeps_figures() {
  grep -q '3\.7 million tonnes\|1,000\|13,000' "$work/pseudo.txt" && grep -q 'CH/20' "$work/pseudo.txt"
}

is_mirrored() {
  build "$bulletin" --lang qps-plocm && grep -q '<html lang="he" dir="rtl"' "$dir/out/qps-plocm/$bulletin/index.html" &&
    page qps-plocm | grep -q '\[טהייס בןןללעעטיינ' && pdf_text "$dir/out/qps-plocm/$bulletin/$bulletin.en.pdf" | grep -q 'ו'
}

is_listed_nowhere() {
  [ -d "$dir/out/qps-plocm" ] && ! grep -rl qps "$dir/out" --include='*.html' --include='*.xml'
}

goes_again() {
  build && [ -z "$(find "$dir/out" -name 'qps*')" ]
}

is_no_language() {
  ! build --lang qps-x >"$work/out.txt" 2>&1 && grep -q 'no language “qps-x”' "$work/out.txt"
}

try 'texts are accented and bracketed' is_longer
try 'and longer by a quarter at least' grows
try 'letters and marks apart in the source are one in what is published' is_composed
try 'figures and codes are kept' keeps_figures
try 'mirrored: Hebrew letters from right to left' is_mirrored
try 'no page, map or index lists it' is_listed_nowhere
try 'the next build takes it away' goes_again
try 'other pseudo-languages are none' is_no_language
finish
