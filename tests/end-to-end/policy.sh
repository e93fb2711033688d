#!/bin/bash
# What is published and what is not: drafts, markings, embargoes, withdrawn bulletins, languages without a brief.
. "$(dirname "$0")/tap.inc"
dir=$work/p

# bulletin ID KEYS...: one with a brief in English; its title and text hold its id in capitals.
bulletin() {
  local id=$1 folder=$dir/content/bulletins/$1
  shift
  mkdir -p "$folder"
  printf '%s\n' 'date: 2020-01-01' "$@" >"$folder/bulletin.yaml"
  printf -- '---\ntitle: Title %s\nsummary: Summary.\n---\n\nText %s.\n' "${id^^}" "${id^^}" >"$folder/en.md"
}

publication() {
  mkdir -p "$dir/content"
  printf '%s\n' 'title: {en: Policy, pl: Polityka}' 'languages: [en, pl]' "missing-translations: $1" >"$dir/content/publication.yaml"
}

build() {
  "$program" -C "$dir" build --as-of 2021-01-01 "$@" >"$work/said.txt" 2>&1
}

nowhere() {
  ! grep -rliE "$1" "$dir/out" && [ -z "$(find "$dir/out" -iname "*$1*")" ]
}

held_back() {
  build && grep -q PLAIN "$dir/out/en/index.html" && nowhere draft-one && nowhere red-one && nowhere late-one
}

over() {
  "$program" -C "$dir" -q build --as-of 2022-01-01 && [ -s "$dir/out/en/late-one/index.html" ] && nowhere draft-one
}

with_drafts() {
  build --drafts && [ -s "$dir/out/en/draft-one/index.html" ] && nowhere late-one
}

withdrawn() {
  grep -q 'has been withdrawn' "$dir/out/en/gone/index.html" && ! grep -q 'Text GONE' "$dir/out/en/gone/index.html" &&
    [ -z "$(find "$dir/out/en/gone" -name '*.pdf')" ]
}

banner() {
  local page=$dir/out/pl/plain/index.html
  grep -q 'lang="pl"' "$page" && grep -q 'nie jest jeszcze dostępny' "$page" && grep -q 'href="../../en/plain/index.html"' "$page" &&
    [ ! -e "$dir/out/pl/plain/plain.pl.pdf" ] && grep -q 'unit-missing' "$work/said.txt"
}

blocked() {
  publication block
  digests "$dir/out" >"$work/before"
  build
  [ $? = 1 ] && grep -q 'error: .*\[unit-missing\]' "$work/said.txt" && digests "$dir/out" | cmp - "$work/before"
}

fallback() {
  publication fallback
  build || return 1
  local page=$dir/out/pl/plain/index.html pdf=$dir/out/pl/plain/plain.en.pdf
  grep -q 'Text PLAIN' "$page" && grep -q '<html lang="en"' "$page" && grep -q 'Pokazano go w języku oryginału' "$page" &&
    pdf_text "$pdf" | grep -q 'Pokazano go w języku oryginału'
}

# A part is built over what is there; but what is held back by now goes.
a_part() {
  build plain --lang en && [ -s "$dir/out/en/gone/index.html" ] && [ -s "$dir/out/pl/plain/index.html" ] && nowhere draft-one
}

# The present that is not one is not the clock's.
no_present() {
  ! SOURCE_DATE_EPOCH=yesterday "$program" -C "$dir" build >"$work/said.txt" 2>&1 && grep -q 'SOURCE_DATE_EPOCH=yesterday: want seconds' "$work/said.txt"
}

no_publication() {
  ! "$program" -C "$work" check >"$work/said.txt" 2>&1 && grep -q 'content/publication.yaml: there is no such file; .*-C' "$work/said.txt"
}

publication banner
bulletin plain
bulletin draft-one 'status: draft' 'languages: [en]'
bulletin red-one 'marking: TLP:RED' 'languages: [en]'
bulletin late-one 'embargo: 2021-06-01T12:00:00Z' 'languages: [en]'
bulletin gone 'status: withdrawn' 'languages: [en]'
try 'of a bulletin that is held back nothing appears' held_back
try 'a withdrawn bulletin is a page that says so' withdrawn
try 'banner: a page says where the bulletin can be read' banner
try 'an embargo that is over' over
try 'drafts when asked for' with_drafts
try 'building a part keeps the rest, but nothing held back' a_part
try 'block: a missing brief is an error' blocked
try 'fallback: the source language, marked as such' fallback
try 'SOURCE_DATE_EPOCH that is no time' no_present
try 'a folder without a publication' no_publication
finish
