#!/bin/sh
# corpus.sh CORPUS DIR: makes DIR a publication of the texts of CORPUS (folders of LANG.md), in the languages below.
set -eu
corpus=$1 dir=$2
languages='en ar de es fa fr he ja ko pl ru uk zh-Hans'
mkdir -p "$dir/content"
{
  echo 'title: Corpus'
  echo "languages: [$(echo $languages | sed 's/ /, /g')]"
  echo 'source-language: en'
  echo 'missing-translations: banner'
} >"$dir/content/publication.yaml"
for folder in "$corpus"/*/; do
  folder=${folder%/}
  bulletin=$dir/content/bulletins/$(basename "$folder" | tr '.' '-')
  mkdir -p "$bulletin"
  there=
  for language in $languages; do
    [ -f "$folder/$language.md" ] || continue
    cp "$folder/$language.md" "$bulletin/$language.md"
    there="$there${there:+, }$language"
  done
  printf 'date: 2020-01-01\nlanguages: [%s]\n' "$there" >"$bulletin/bulletin.yaml"
done
chmod -R u+w "$dir/content"
