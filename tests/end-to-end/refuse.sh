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
    says content/publication.yaml schema-unknown-key && says content/bulletins/it-workers/bulletin.yaml date-invalid
}

no_more_than_six() {
  [ "$(grep -cE ': error: ' "$work/said.txt")" = 6 ] || { grep -E ': error: ' "$work/said.txt"; return 1; }
}

untouched() {
  digests "$dir/out" | cmp - "$work/before"
}

usage() {
  "$program" biuld 2>"$work/usage"
  [ $? = 2 ] && grep -q 'did you mean build' "$work/usage"
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
try 'an unknown command is a usage error' usage
try 'a folder without a publication is an error of the system' no_publication
finish
