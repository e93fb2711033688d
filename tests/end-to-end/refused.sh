#!/bin/sh
# refused.sh: six kinds of bad input in one folder are six diagnostics of one run, and nothing is published.
. "$(dirname -- "$0")/lib/sample"

copy_sample one
ok "the sample builds" "$program" -C "$work/one" build
digests "$work/one/out" >"$work/before"

brief=$work/one/content/bulletins/it-workers/en.md
printf '\nAn unknown fact: [](fact:no-such.thing).\n\n<script>alert(1)</script>\n\n[click](javascript:alert(1))\n\nright\342\200\256left\n' >>"$brief"
printf 'colour: blue\n' >>"$work/one/content/bulletins/it-workers/bulletin.yaml"
sed -i '0,/date: 2020-09/s//date: 2020-13/' "$work/one/content/data/incidents/panel-2020.yaml"
"$program" -C "$work/one" build >"$work/log" 2>&1
ok "exit status 1" test $? = 1
for name in fact-unknown raw-html link-scheme text-control schema-unknown-key date-invalid; do
  ok "$name, with file, line and column" grep -q -E "^[^:]+:[0-9]+:[0-9]+: error: .*\[$name\]" "$work/log"
done
digests "$work/one/out" >"$work/after"
ok "out/ is as it was" diff "$work/before" "$work/after"
ok "usage is exit status 2" sh -c '"$1" nonsense >/dev/null 2>&1; [ $? = 2 ]' sh "$program"
ok "no publication is exit status 3 or 1" sh -c '"$1" -C "$2" build >/dev/null 2>&1; s=$?; [ $s = 3 ] || [ $s = 1 ]' sh "$program" "$work/none"
finish
