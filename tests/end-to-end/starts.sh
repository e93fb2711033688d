#!/bin/bash
# The program starts without the libraries that draw; what draws nothing does without their module (docs/decisions/0015-press-module.md).
. "$(dirname "$0")/tap.inc"
alone=$work/bin/chancery
mkdir "$work/bin"
cp "$program" "$alone"

starts_light() {
  needed=$(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
  [ -n "$needed" ] && ! grep -E 'pango|harfbuzz|cairo|xslt|gobject|gio|deflate|hyphen' <<<"$needed" >&2
}

checks_alone() {
  "$alone" -C "$root" -q check
}

says_what_is_missing() {
  "$alone" -C "$root" build 2>"$work/missing.txt"
  [ $? = 3 ] && grep -q 'chancery-press.so.*make builds it' "$work/missing.txt"
}

try 'no library that draws is needed to start' starts_light
try 'check does without the module' checks_alone
try 'build says that its module is missing' says_what_is_missing
finish
