#!/bin/bash
# Translations that cannot drift unseen: units, status, stamp, and what each policy publishes.
. "$(dirname "$0")/tap.inc"
dir=$work/p
brief=$dir/content/bulletins/b
mkdir -p "$brief"
echo 'date: 2020-01-01' >"$brief/bulletin.yaml"

policy() {
  printf '%s\n' 'title: {en: P, pl: P, uk: P}' 'languages: [en, pl, uk]' 'base-url: https://example.org/' \
    "missing-translations: $1" >"$dir/content/publication.yaml"
}

run() {
  "$program" -C "$dir" "$@"
}

# words FILE: what the page says.
says() {
  page_text "$dir/out/$1/b/index.html" | grep -qF -- "$2"
}

policy banner
printf '%s\n' '---' 'title: Title' '---' '' '## Heading' '' 'First text.' '' '- one' '- two' '' 'Last text.' >"$brief/en.md"
printf '%s\n' '---' 'title: Tytuł' '---' '' '## Nagłówek' '' 'Pierwszy tekst.' '' '- jeden' '- dwa' '' 'Ostatni tekst.' >"$brief/pl.md"
printf '%s\n' '---' 'title: Заголовок' '---' '' '## Розділ' '' 'Перший текст.' '' '- один' '- два' '' 'Останній текст.' >"$brief/uk.md"

unstamped() {
  [ "$(run status | awk '{ print $2, $3, $4 }' | tr '\n' ';')" = 'en source ;pl not stamped;uk not stamped;' ] &&
    run check
}

stamped() {
  run stamp b pl && run stamp b uk &&
    [ "$(run status | awk '{ print $3 }' | tr '\n' ' ')" = 'source complete complete ' ] && run check --werror
}

change() {
  sed -i 's/First text/First long text/' "$brief/en.md"
  run check >/dev/null 2>"$work/said.check"
  grep -q "pl.md:7:1: warning: .*\[unit-stale\]" "$work/said.check" &&
    grep -q "uk.md:7:1: warning: .*\[unit-stale\]" "$work/said.check" &&
    [ "$(grep -c unit- "$work/said.check")" = 2 ] && [ "$(run status | grep -c '1 stale$')" = 2 ]
}

difference() {
  run status b pl >"$work/status"
  grep -q 'stale content/bulletins/b/en.md:7:1 → content/bulletins/b/pl.md:7:1' "$work/status" &&
    grep -qF 'First {+long+} text.' "$work/status"
}

as_json() {
  run status --format=json b pl | python3 -c '
import json, sys
unit = json.load(sys.stdin)[0]["units"][0]
assert unit["state"] == "stale" and unit["stamped"] == "First text." and unit["translation"]["line"] == 7, unit
assert {"change": "added", "text": "long "} in unit["difference"], unit'
}

banner() {
  run -q build 2>/dev/null && says pl 'jest częściowo nieaktualne' && says uk 'частково застарів' &&
    ! says en 'out of date' && grep -q 'data-state="stale"' "$dir/out/pl/b/index.html" &&
    grep -q 'https://example.org/en/b/index.html' "$dir/out/pl/b/index.html" &&
    pdf_text "$dir/out/pl/b/b.pl.pdf" | grep -q 'jest częściowo nieaktualne'
}

block() {
  policy block
  ! run -q build 2>"$work/said.block" && grep -q 'error: .*\[unit-stale\]' "$work/said.block"
}

# Of the source, which nobody renders any more, nothing is lost: the lock has the old text.
stamp_one() {
  local unit
  unit=$(run status b pl | awk '/ stale / { print $1 }')
  run stamp b pl "$unit" && ! run check >"$work/said.check" 2>&1 && ! grep -q 'pl.md' "$work/said.check" &&
    grep -q 'uk.md:7:1: error' "$work/said.check" && grep -qF '"First text."' "$brief/translations.lock" &&
    run stamp b uk && run check --werror && ! grep -qF '"First text."' "$brief/translations.lock"
}

fallback() {
  policy fallback
  printf '%s\n' '' 'Added text.[^n]' '' '[^n]: Added note.' >>"$brief/en.md"
  sed -i '/^- два/d' "$brief/uk.md"
  run -q build 2>"$work/said.fallback"
  [ "$(grep -c 'unit-missing' "$work/said.fallback")" = 5 ] && says uk 'їх подано мовою оригіналу' && says uk 'two' &&
    says uk 'Added text' && says uk 'Added note' && says pl 'Added text' && ! says pl 'two' &&
    grep -q '<li lang="en" dir="ltr" data-state="missing">' "$dir/out/uk/b/index.html"
}

refused() {
  run stamp b de; [ $? = 2 ] && { run stamp nothing pl; [ $? = 2 ]; } && { run stamp b en; [ $? = 2 ]; } &&
    { run stamp b pl ffffffff; [ $? = 2 ]; }
}

damaged() {
  sed -i 's/"text": "Title"/"text": "Titel"/' "$brief/translations.lock"
  cp "$brief/translations.lock" "$work/before"
  ! run stamp b pl && cmp "$brief/translations.lock" "$work/before" && ! run check
}

try 'a translation that was never stamped is said to be so, and nothing else' unstamped
try 'stamped, it is complete' stamped
try 'one changed paragraph is stale in each language, and nothing else' change
try 'status shows both places and the change' difference
try 'status as JSON' as_json
try 'banner: published with a notice, a mark and a link to the original' banner
try 'block: an error' block
try 'a unit is stamped alone; its old text stays for the language that still renders it' stamp_one
try 'fallback: what is missing stands in the source language' fallback
try 'stamp refuses what is not there' refused
try 'a lock changed by hand is not written over' damaged
finish
