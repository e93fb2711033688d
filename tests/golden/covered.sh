#!/bin/sh
# covered.sh: is every name of diag.def shown by an expected.txt, or else openly pending (pending.txt)?  Says which are not, and
# which are pending without need; exit 1 if there are any.  Pending ones are listed on standard error.
cd "$(dirname -- "$0")" || exit 2
wrong=$(sed -n 's/^DIAG([A-Z_]*, [A-Z_]*, "\([a-z-]*\)".*/\1/p' ../../gen/base/diag.def | while read -r name; do
  if grep -qs -F "[$name]" ./*/expected.txt; then
    ! grep -q "^$name " pending.txt || echo "$name: has a golden test, delete it from tests/golden/pending.txt"
  elif ! grep -q "^$name " pending.txt; then
    echo "$name: no golden test shows it"
  fi
done)
sed -n 's/^\([a-z][a-z-]*\) \(.*\)/pending: \1 (\2)/p' pending.txt >&2
[ -z "$wrong" ] && exit 0
echo "$wrong"
exit 1
