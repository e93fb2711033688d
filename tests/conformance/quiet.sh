#!/bin/sh
# quiet.sh PROGRAM CORPUS SAMPLE DIR: in texts that are about something else, no number is taken for a fact of the sample,
# in any of the eleven languages, though every fact of it is one of each bulletin.
set -eu
program=$1 corpus=$2 sample=$3 dir=$4
mkdir -p "$dir/content/bulletins"
cp -R "$sample/content/data" "$dir/content/"
printf '%s\n' 'title: Corpus' 'languages: [en, fr, es, ru, ar, zh-Hans, ko, ja, pl, uk, de]' 'source-language: en' >"$dir/content/publication.yaml"
facts=$("$program" -C "$sample" facts | sed -n 's/^\([^\t]*\)\t.*/\1/p' | grep . | paste -s -d , -)
for folder in "$corpus"/*/; do
  bulletin=$dir/content/bulletins/$(basename "$folder" | tr . -)
  mkdir -p "$bulletin"
  cp "$folder"*.md "$bulletin/"
  printf 'date: 2021-01-01\nkey-figures: [%s]\n' "$facts" >"$bulletin/bulletin.yaml"
done
chmod -R u+w "$dir/content"
"$program" -C "$dir" check >"$dir/said" 2>&1 || true
grep -q 'parity-' "$dir/said" # it did look
! grep -E '\[(fact-unbound|fact-contradiction|headline-stronger|fact-mismatch)\]' "$dir/said"
