#!/bin/sh
# bulletin-xml.sh [--bless]: the bulletin XML of the sample and of the golden briefs validates against docs/bulletin.rng, and that of
# golden/brief-dialect is, without its labels, what stands in its LANG.xml; --bless rewrites those.
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
program=${CHANCERY:-$root/build/chancery}
dialect=$root/tests/golden/brief-dialect
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
count=0 failed=0

# verdict STATUS NAME FILE: one line of TAP, FILE as its comment when it failed.
verdict() {
  count=$((count + 1))
  if [ "$1" -eq 0 ]; then echo "ok $count - $2"; return; fi
  failed=$((failed + 1))
  echo "not ok $count - $2"
  sed 's/^/# /' "$3"
}

# A dump counts though the content has errors: the tree is complete all the same.
dump() {
  "$program" -C "$1" dump xml "$2" "$3" 2>"$work/said"
}

for brief in "$root"/content/bulletins/*/*.md "$root"/tests/golden/brief-*/content/bulletins/*/*.md; do
  bulletin=${brief%/*}
  lang=${brief##*/}
  dump "${brief%/content/*}" "${bulletin##*/}" "${lang%.md}" >"$work/dump.xml"
  xmllint --noout --relaxng "$root/docs/bulletin.rng" "$work/dump.xml" >"$work/why" 2>&1
  verdict $? "${bulletin##*/} $lang is valid" "$work/why"
done

for lang in en uk; do
  dump "$dialect" b "$lang" | sed '/<b:labels>/,/<\/b:labels>/d' >"$work/dump.xml"
  [ "${1-}" = --bless ] && cp "$work/dump.xml" "$dialect/$lang.xml"
  diff -u "$dialect/$lang.xml" "$work/dump.xml" >"$work/why" 2>&1
  verdict $? "the dialect in $lang" "$work/why"
done
echo "1..$count"
exit $((failed > 0))
