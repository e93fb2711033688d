#!/bin/bash
# One datum feeds everything: change it, and every wording that says otherwise is an error; empty the wordings, and it is
# changed everywhere; change it back, and the bytes are those of before.
. "$(dirname "$0")/tap.inc"
dir=$work/p
sample "$dir"
data=$dir/content/data/incidents/panel-2020.yaml

change_to() {
  sed -i "s/value: 28[0-9]\$/value: $1/" "$data"
}

refused() {
  "$program" -C "$dir" build >"$work/said.txt" 2>&1
  [ $? = 1 ] || { cat "$work/said.txt"; return 1; }
}

# Every wording with 281 bound to the fact is reported, at its own line and column.
all_reported() {
  local file line expected=0
  while IFS=: read -r file line _; do
    expected=$((expected + 1))
    grep -qE "^content/bulletins/virtual-assets-2020/$file:$line:[0-9]+: error: .*\[fact-mismatch\]" "$work/said.txt" ||
      { echo "$file:$line is not reported"; cat "$work/said.txt"; return 1; }
  done < <(cd "$dir/content/bulletins/virtual-assets-2020" && grep -n '\[[^]]*281[^]]*\](fact:exchange-theft-2020-09' -- *.md)
  [ "$expected" -ge 9 ]
}

untouched() {
  digests "$dir/out" | cmp - "$work/before"
}

says_282_everywhere() {
  local lang base bad=0 file
  for lang in en pl uk; do
    base=$dir/out/$lang/virtual-assets-2020
    page_text "$base/index.html" >"$work/page.txt"
    pdf_text "$base/virtual-assets-2020.$lang.pdf" >"$work/pdf.txt"
    sed 's/<[^>]*>/ /g' "$base"/figures/*.svg >"$work/svg.txt"
    cat "$base"/figures/*.csv >"$work/csv.txt"
    for file in page pdf svg csv; do
      grep -q 282 "$work/$file.txt" || { echo "$lang: $file does not say 282"; bad=1; }
      ! grep -n '\b281\b' "$work/$file.txt" | cut -c1-200 | grep . || { echo "$lang: $file says 281"; bad=1; }
    done
  done
  return $bad
}

try 'the sample builds' "$program" -C "$dir" build
digests "$dir/out" >"$work/before"
change_to 282
try 'a changed datum is refused' refused
try 'every wording that still says 281 is reported' all_reported
try 'nothing in out/ has changed' untouched
cp -R "$dir/content/bulletins" "$work/bulletins"
sed -i -E 's/\[[^]]*\]\((fact:exchange-theft-2020-09\.stolen[^)]*)\)/[](\1)/g' "$dir"/content/bulletins/*/*.md
try 'with the wordings emptied it builds' "$program" -C "$dir" build
try 'every output says 282' says_282_everywhere
rm -rf "$dir/content/bulletins" && cp -R "$work/bulletins" "$dir/content/bulletins"
change_to 281
try 'changed back it builds' "$program" -C "$dir" build
try 'the outputs are the bytes of before' untouched
finish
