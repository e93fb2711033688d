#!/bin/bash
# run.sh: what we make, judged by other people's programs: Nu checker, axe, qpdf, poppler, MuPDF, FOP, clang; and, with
# CORPUS=FOLDER, whether every word of real texts arrives in the PDFs.  What cannot run is skipped, and counted so.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${CHANCERY:-$root/build/chancery}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

# Runs a command quietly; a failure shows what it said.
try() {
  local name=$1
  shift
  if "$@" >"$work/said" 2>&1; then
    passed=$((passed + 1))
    echo "ok - $name"
  else
    failed=$((failed + 1))
    echo "not ok - $name"
    sed 's/^/# /' "$work/said" | head -n "${LINES_SHOWN:-40}"
  fi
}

skip() {
  skipped=$((skipped + 1))
  echo "skip - $1: $2"
}

have() {
  command -v "$1" >/dev/null
}

# build NAME DIR: publishes DIR; false when that fails, as nothing can be judged then.
build() {
  try "$1: builds" "$program" -C "$2" --quiet build
  [ -d "$2/out" ]
}

# FOP reads the FO and the published SVG as they are; -r lets our own attributes pass.
fop_accepts() {
  local dir=$1 bulletin=$2 lang=$3
  "$program" -C "$dir" --quiet dump fo "$bulletin" "$lang" >"$dir/out/$lang/$bulletin/bulletin.fo" || return 1
  (cd "$dir/out/$lang/$bulletin" && fop -r -fo bulletin.fo -pdf "$work/fop.pdf") >"$work/fop" 2>&1 || { cat "$work/fop"; return 1; }
  rm -f "$dir/out/$lang/$bulletin/bulletin.fo"
  ! grep -E '^(SEVERE|ERROR)|\[ERROR\]' "$work/fop"
}

judge_html() {
  local name=$1 files=("${@:2}")
  if have java && [ -d "$here/node/node_modules/vnu-jar" ]; then
    try "$name: Nu checker, ${#files[@]} pages" "$here/check-html.sh" "${files[@]}"
  else
    skip "$name: Nu checker" 'make deps-conformance'
  fi
  if have chromium && [ -d "$here/node/node_modules/axe-core" ]; then
    try "$name: axe, ${#files[@]} pages" "$here/check-a11y.mjs" "${files[@]}"
  else
    skip "$name: axe" 'make deps-conformance'
  fi
}

judge_pdf() {
  local name=$1 files=("${@:2}")
  if have qpdf && have mutool && have pdftotext; then
    try "$name: qpdf, poppler, MuPDF, PDF/UA rules, ${#files[@]} PDFs" "$here/check-pdf.sh" "${files[@]}"
  else
    skip "$name: PDF" 'make deps-conformance'
  fi
}

# judge NAME DIR: everything below DIR/out.
judge() {
  local name=$1 dir=$2 file pages pdfs
  mapfile -t pages < <(find "$dir/out" -name '*.html' | sort)
  mapfile -t pdfs < <(find "$dir/out" -name '*.pdf' | sort)
  judge_html "$name" "${pages[@]}"
  judge_pdf "$name" "${pdfs[@]}"
  if have fop; then
    for file in "${pdfs[@]}"; do
      file=${file#"$dir/out/"}
      IFS=/ read -r lang bulletin _ <<<"$file"
      try "$name: FOP, $bulletin $lang" fop_accepts "$dir" "$bulletin" "$lang"
    done
  else
    skip "$name: FOP" 'make deps-conformance'
  fi
}

judge_words() {
  local dir=$1 brief bulletin lang
  for brief in "$dir"/content/bulletins/*/*.md; do
    bulletin=$(basename "$(dirname "$brief")")
    lang=$(basename "$brief" .md)
    try "words of $bulletin $lang" "$here/words.py" "$brief" "$dir/out/$lang/$bulletin/$bulletin.$lang.pdf"
  done
}

mkdir "$work/sample" "$work/corpus"
cp -R "$root/content" "$work/sample/"
if build sample "$work/sample"; then judge sample "$work/sample"; fi
if [ -n "${CORPUS-}" ]; then
  "$here/corpus.sh" "$CORPUS" "$work/corpus"
  if build corpus "$work/corpus"; then
    judge_words "$work/corpus"
    judge corpus "$work/corpus"
  fi
else
  skip corpus 'no CORPUS=FOLDER given'
fi
if have clang; then
  LINES_SHOWN=100 try 'clang accepts every file' make -s -C "$root" CC=clang CFLAGS=-O0 B=build-clang program unit
else
  skip clang 'make deps-conformance'
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
