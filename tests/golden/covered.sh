#!/bin/sh
# covered.sh: names of diag.def that no expected.txt shows; exit 1 if there are any.
cd "$(dirname -- "$0")" || exit 2
missing=$(sed -n 's/^DIAG([A-Z_]*, [A-Z_]*, "\([a-z-]*\)".*/\1/p' ../../gen/base/diag.def | while read -r name; do
  grep -qs -F "[$name]" ./*/expected.txt || echo "$name"
done)
[ -z "$missing" ] && exit 0
echo "$missing"
exit 1
