#!/bin/sh
# one-datum.sh: a changed datum is refused where a translator's wording contradicts it, and followed everywhere else.
. "$(dirname -- "$0")/lib/sample"
data=content/data/incidents/panel-2020.yaml

copy_sample one
ok "the sample builds" "$program" -C "$work/one" build
digests "$work/one/out" >"$work/before"

sed -i 's/value: 281\b/value: 282/' "$work/one/$data"
ok "the datum was changed" grep -q 'value: 282' "$work/one/$data"
"$program" -C "$work/one" build >"$work/log" 2>&1
ok "a contradiction is exit status 1" test $? = 1
# As many errors as there are wordings that write the figure 281.
for file in "$work"/one/content/bulletins/*/*.md; do
  name=${file#"$work/one/"}
  grep -n -o '\[[^]]*281[^]]*\](fact:exchange-theft-2020-09\.stolen[^)]*)' "$file" | sed "s|^\([0-9]*\):.*|$name:\1|"
done | LC_ALL=C sort >"$work/wanted"
grep 'error: .*\[fact-mismatch\]' "$work/log" | sed 's/^\([^:]*:[0-9]*\):.*/\1/' | LC_ALL=C sort >"$work/got"
ok "there are such wordings" test -s "$work/wanted"
ok "each is a fact-mismatch at its line" diff "$work/wanted" "$work/got"
ok "with a column" not grep -E '^[^:]+:[0-9]+: error' "$work/log"
digests "$work/one/out" >"$work/after"
ok "out/ is as it was" diff "$work/before" "$work/after"

cp -R "$work/one" "$work/two"
sed -i 's/\[[^]]*281[^]]*\](fact:exchange-theft-2020-09\.stolen/[](fact:exchange-theft-2020-09.stolen/g' \
  "$work"/two/content/bulletins/*/*.md
ok "with the wordings emptied it builds" "$program" -C "$work/two" build
no_281() {
  ! grep -r -l -E '\b281\b' "$work/two/out" --include='*.html' --include='*.svg' --include='*.csv' --include='*.json' || return 1
  for pdf in "$work"/two/out/*/*/*.pdf; do
    ! pdf_text "$pdf" | grep -n -E '\b281\b' || return 1
    ! qpdf --qdf --object-streams=disable "$pdf" - | grep -a -n -E '/Alt.*\b281\b' || return 1
  done
}
ok "281 is nowhere" no_281
for lang in en pl uk; do
  out=$work/two/out/$lang/virtual-assets-2020
  ok "$lang: page says 282" grep -q 282 "$out/index.html"
  ok "$lang: chart says 282" grep -q '>[^<]*282[^<]*</text>' "$out/figures/thefts.svg"
  ok "$lang: description says 282" grep -q '<desc[^>]*>[^<]*282' "$out/figures/thefts.svg"
  ok "$lang: data say 282000000" grep -q 282000000 "$out/figures/thefts.csv"
  ok "$lang: PDF says 282" sh -c 'pdftotext "$1" - | grep -q 282' sh "$out/virtual-assets-2020.$lang.pdf"
done

sed -i 's/value: 282\b/value: 281/' "$work/one/$data"
ok "changed back, it builds" "$program" -C "$work/one" build
digests "$work/one/out" >"$work/after"
ok "to the same bytes" diff "$work/before" "$work/after"
finish
