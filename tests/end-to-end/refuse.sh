#!/bin/bash
# Six mistakes in one folder: six diagnostics in one run, exit status 1, out/ as it was.
. "$(dirname "$0")/tap.inc"
dir=$work/p
brief=content/bulletins/virtual-assets-2020/en.md
sample "$dir"

spoil() {
  printf '\nAn [unknown one](fact:no-such.fact).\n\n<script>alert(1)</script>\n\nA [link](javascript:alert).\n\nAn override: \342\200\256 here.\n' >>"$dir/$brief"
  echo 'colour: red' >>"$dir/content/publication.yaml"
  sed -i '0,/^date: .*/s//date: 2021-02-30/' "$dir/content/bulletins/it-workers/bulletin.yaml"
}

says() {
  grep -qE "^$1:[0-9]+:[0-9]+: error: .*\[$2\]" "$work/said.txt" || { echo "$2 is missing"; cat "$work/said.txt"; return 1; }
}

all_six() {
  "$program" -C "$dir" build >"$work/said.txt" 2>&1
  [ $? = 1 ] || { cat "$work/said.txt"; return 1; }
  says $brief fact-unknown && says $brief raw-html && says $brief link-scheme && says $brief text-control &&
    says content/publication.yaml schema-unknown-key && says content/bulletins/it-workers/bulletin.yaml date-impossible
}

no_more_than_six() {
  [ "$(grep -cE ': error: ' "$work/said.txt")" = 6 ] || { grep -E ': error: ' "$work/said.txt"; return 1; }
}

untouched() {
  digests "$dir/out" | cmp - "$work/before"
}

# Killed at any moment, out/ is either what it was or what the whole run makes.
killed() {
  local whole=$work/whole delay
  sample "$whole" && sed -i 's/^title: .*/title: Another title/' "$whole"/content/bulletins/*/en.md
  rm -rf "$dir/content" && cp -R "$whole/content" "$dir/content"
  "$program" -C "$whole" -q build && digests "$whole/out" >"$work/after"
  for delay in 0.02 0.05 0.1 0.2 0.3 0.4 0.5 0.6 0.7; do
    timeout -s KILL "$delay" "$program" -C "$dir" -q build
    digests "$dir/out" >"$work/now"
    cmp "$work/now" "$work/before" || cmp "$work/now" "$work/after" || return 1
  done 2>/dev/null
  "$program" -C "$dir" -q build && digests "$dir/out" | cmp - "$work/after" && [ ! -e "$dir/build/stage" ]
}

usage() {
  "$program" biuld 2>"$work/usage"
  [ $? = 2 ] && grep -q 'did you mean “build”' "$work/usage"
}

no_publication() {
  mkdir -p "$work/empty"
  "$program" -C "$work/empty" build 2>"$work/empty.txt"
  [ $? = 3 ]
}

try 'the sample builds' "$program" -C "$dir" build
digests "$dir/out" >"$work/before"
spoil
try 'six mistakes, six diagnostics' all_six
try 'and no others' no_more_than_six
try 'out/ is as it was' untouched
try 'a killed run leaves all or nothing' killed
try 'an unknown command is a usage error' usage
try 'a folder without a publication is an error of the system' no_publication
finish
