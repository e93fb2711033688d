#!/bin/bash
# run.sh: CPU (user + system, all processes) of cold builds: no out/, no build/ (contract section 11); the median of RUNS.
# A copy of content/ is built, so that the tree's own out/ stays.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${CHANCERY:-$root/build/chancery}
runs=${RUNS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$root/content" "$work/"

# measure NAME ARGUMENT...: one line with the median.
measure() {
  local name=$1 i TIMEFORMAT='%U %S'
  shift
  for ((i = 0; i < runs; i++)); do
    rm -rf "$work/out" "$work/build"
    { time "$program" -C "$work" --quiet build "$@" >/dev/null 2>"$work/said" || { cat "$work/said" >&3; exit 1; }; } 3>&2 2>>"$work/times"
  done
  awk '{ print ($1 + $2) * 1000 }' "$work/times" | sort -n |
    awk -v name="$name" '{ t[NR] = $1 } END { printf "%-44s %4.0f ms CPU\n", name, t[int((NR + 1) / 2)] }'
  rm -f "$work/times"
}

bulletin=${BULLETIN:-virtual-assets-2020}
language=${LANGUAGE_TAG:-en}
measure "$bulletin in $language, cold (goal 150)" "$bulletin" --lang "$language"
measure "the whole publication, cold (goal 600)"

# The long documents and the ten languages, against Typst where there is one: PYTHON names an interpreter that has it, else PyPI is asked once.
peer=${PYTHON:-$root/build/bench/typst/bin/python}
if ! "$peer" -c 'import typst' 2>/dev/null; then
  python3 -m venv "$root/build/bench/typst" 2>/dev/null &&
    "$root/build/bench/typst/bin/pip" -q install typst==0.15.2 2>/dev/null || true
fi
if ! "$peer" -c 'import typst' 2>/dev/null; then
  echo "skipped: Typst 0.15.2 (no package typst for $peer and none to be had from PyPI)"
  peer=
fi
python3 "$root/tests/bench/measure.py" "$program" "$root/build/bench" ${peer:+"$peer"}
