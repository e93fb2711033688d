#!/bin/sh
# run.sh [--bless]: each folder NAME beside this file is a tiny publication.  Every line of NAME/args (default "check") is
# run on a copy of it; what is said (standard output and error) and the exit status must be NAME/expected.txt.
# Where there is a script NAME/within, it runs the commands, given as its arguments, in that folder.
# ONLY=NAME runs one.  TAP on standard output; --bless rewrites the expectations instead.
set -u
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program=${CHANCERY:-$here/../../build/chancery}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
count=0 failed=0

# Runs the commands of folder $1 on a copy; the transcript on standard output.
transcript() {
  rm -rf "$work/case"
  cp -R "$1" "$work/case"
  rm -f "$work/case/expected.txt" "$work/case/args" "$work/case/within"
  within=
  [ ! -f "$1/within" ] || within="sh $1/within"
  { cat "$1/args" 2>/dev/null || echo check; } | while read -r command; do
    # shellcheck disable=SC2086
    (cd "$work/case" && $within "$program" -C "$work/case" $command) </dev/null >"$work/said" 2>&1
    status=$?
    sed "s|$work/case|DIR|g" "$work/said"
    echo "exit $status"
  done
}

for folder in "$here"/${ONLY:-*}/; do
  folder=${folder%/}
  name=${folder##*/}
  [ -d "$folder/content" ] || continue
  transcript "$folder" >"$work/transcript"
  if [ "${1-}" = --bless ]; then
    cmp -s "$work/transcript" "$folder/expected.txt" || echo "blessed $name"
    cp "$work/transcript" "$folder/expected.txt"
    continue
  fi
  count=$((count + 1))
  if diff -u "$folder/expected.txt" "$work/transcript" >"$work/diff" 2>&1; then
    echo "ok $count - $name"
  else
    failed=$((failed + 1))
    echo "not ok $count - $name"
    sed 's/^/# /' "$work/diff"
  fi
done
if [ "${1-}" != --bless ] && [ -z "${ONLY-}" ]; then
  count=$((count + 1))
  if "$here/covered.sh" >"$work/diff" 2>/dev/null; then
    echo "ok $count - every diagnostic is shown, or openly pending"
  else
    failed=$((failed + 1))
    echo "not ok $count - every diagnostic is shown, or openly pending"
    sed 's/^/# /' "$work/diff"
  fi
fi
[ "${1-}" = --bless ] || echo "1..$count"
exit $((failed > 0))
