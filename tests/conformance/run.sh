#!/bin/bash
# run.sh: what we make, judged by other people's programs: Nu checker, axe, veraPDF, qpdf, poppler, MuPDF, FOP, jsonschema,
# clang; and, with CORPUS=FOLDER, whether every word of real texts arrives in the PDFs.  What cannot run is skipped, and counted so.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${CHANCERY:-$root/build/chancery}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

# A run of seconds is not worth the better compiler: half the time.
java_once='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'

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

# fop_reads FO PDF: FOP reads the FO beside the published SVG; -r lets our own attributes pass, -a tags the text.
fop_reads() {
  (cd "$(dirname "$1")" && JAVA_TOOL_OPTIONS=$java_once fop -c "$work/fop.xconf" -r -a -fo "$1" -pdf "$2") >"$work/fop" 2>&1 || { cat "$work/fop"; return 1; }
  ! grep -E '^(SEVERE|ERROR)|\[ERROR\]' "$work/fop"
}

# FOP accepts the FO as it is, and sets the words that we set, in the scripts that fop.xconf has fonts for.  It leaves out
# what floats: for that a second time without.
fop_agrees() {
  local dir=$1 bulletin=$2 lang=$3 fo=$1/out/$3/$2/bulletin.fo status=0
  "$program" -C "$dir" --quiet dump fo "$bulletin" "$lang" >"$fo" && fop_reads "$fo" "$work/fop.pdf" || status=1
  if [ $status = 0 ] && grep -q '<fo:float' "$fo"; then
    sed -i 's|</*fo:float[^>]*>||g' "$fo"
    fop_reads "$fo" "$work/fop.pdf" || status=1
  fi
  rm -f "$fo"
  case $lang in ar | fa | he | ja | ko | zh*) return $status ;; esac
  [ $status = 0 ] && "$here/fop-text.py" "$dir/out/$lang/$bulletin/$bulletin.$lang.pdf" "$work/fop.pdf"
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

# veraPDF is fetched by Maven once; both profiles of files that claim two.
have_verapdf() {
  have java && { have mvn || [ -d "${VERAPDF_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/verapdf-1.30.2}" ]; }
}

# judge_standard NAME PROFILES DIR: zero failed rules for every PDF below DIR/out.
judge_standard() {
  local name=$1 profiles=$2 pdfs
  mapfile -t pdfs < <(find "$3/out" -name '*.pdf' | sort)
  if have_verapdf; then
    try "$name: veraPDF $profiles, ${#pdfs[@]} PDFs" "$here/verapdf.sh" "$profiles" "${pdfs[@]}"
  else
    skip "$name: veraPDF $profiles" 'make deps-conformance'
  fi
}

# fails_spoilt PROFILE FILE KIND: does veraPDF see what spoil.py took away?
fails_spoilt() {
  "$here/spoil.py" "$2" "$work/spoilt.pdf" "$3" || return 1
  "$here/verapdf.sh" "$1" "$work/spoilt.pdf"
  [ $? = 1 ]
}

# judge_judge PROFILE DIR: a judge that passes everything is none.
judge_judge() {
  local profile=$1 file kind
  have_verapdf || return 0
  file=$(find "$2/out" -name '*.pdf' | sort | head -n 1)
  "$here/spoil.py" "$file" "$work/whole.pdf" nothing
  try "veraPDF $profile passes a copy" "$here/verapdf.sh" "$profile" "$work/whole.pdf"
  for kind in lang marked metadata alt scope; do
    try "veraPDF $profile fails a copy without $kind" fails_spoilt "$profile" "$file" "$kind"
  done
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
      try "$name: FOP, $bulletin $lang" fop_agrees "$dir" "$bulletin" "$lang"
    done
  else
    skip "$name: FOP" 'make deps-conformance'
  fi
}

# judge_words DIR: the words of every brief arrive, in their order.
judge_words() {
  local dir=$1 brief bulletin lang
  have pdftotext && have mutool || { skip words 'make deps-conformance'; return; }
  for brief in "$dir"/content/bulletins/*/*.md; do
    bulletin=$(basename "$(dirname "$brief")")
    lang=$(basename "$brief" .md)
    try "words of $bulletin $lang" "$here/words.py" "$brief" "$dir/out/$lang/$bulletin/$bulletin.$lang.pdf"
  done
}

# states_facts DIR BULLETIN LANG PDF: metadata, page labels, bookmarks, destinations and links are those of the FO.
states_facts() {
  "$program" -C "$1" --quiet dump fo "$2" "$3" >"$work/facts.fo" && "$here/pdf-facts.py" "$work/facts.fo" "$4"
}

# judge_facts NAME DIR: every PDF below DIR/out.
judge_facts() {
  local name=$1 dir=$2 file bulletin lang
  have qpdf || { skip "$name: facts" 'make deps-conformance'; return; }
  for file in "$dir"/out/*/*/*.pdf; do
    IFS=/ read -r lang bulletin _ <<<"${file#"$dir/out/"}"
    try "$name: facts of $bulletin $lang" states_facts "$dir" "$bulletin" "$lang" "$file"
  done
}

# with_standard FROM TO STANDARD: a copy of the content that asks for it.
with_standard() {
  mkdir -p "$2" && cp -R "$1/content" "$2/" && sed -i '/^pdf-standard:/d' "$2/content/publication.yaml" &&
    echo "pdf-standard: $3" >>"$2/content/publication.yaml"
}

# judge_standards NAME DIR: the PDFs that are there, and those of the same content by the other standard.
judge_standards() {
  judge_standard "$1" ua1,3a "$2"
  judge_facts "$1" "$2"
  with_standard "$2" "$2-ua2" ua2-a4f
  if build "$1 by ua2-a4f" "$2-ua2"; then
    judge_standard "$1" ua2,4f,wt1a,wt1r "$2-ua2"
    judge_facts "$1 by ua2-a4f" "$2-ua2"
  fi
}

# comes_back DIR BULLETIN LANG: the XLIFF of a brief, imported as it is, changes nothing, and is exported again the same.
comes_back() {
  "$program" -C "$1" xliff export "$2" "$3" >"$1/$2.$3.xlf" && "$program" -C "$1" -q xliff import "$2" "$3" "$1/$2.$3.xlf" &&
    "$program" -C "$1" xliff export "$2" "$3" | cmp - "$1/$2.$3.xlf" && diff -r "$1/content" "$4/content"
}

# judge_xliff NAME DIR: every translated brief goes to translators' tools and comes back; the files are what OASIS says.
judge_xliff() {
  local name=$1 dir=$2-xliff brief bulletin lang source
  mkdir "$dir" && cp -R "$2/content" "$dir/"
  source=$(sed -n 's/^source-language: *//p' "$dir/content/publication.yaml")
  for brief in "$dir"/content/bulletins/*/*.md; do
    bulletin=$(basename "$(dirname "$brief")") lang=$(basename "$brief" .md)
    [ "$lang" = "$source" ] || [ ! -f "$(dirname "$brief")/$source.md" ] ||
      try "$name: XLIFF of $bulletin $lang comes back" comes_back "$dir" "$bulletin" "$lang" "$2"
  done
  if have mvn && have unzip && have xmllint; then
    try "$name: XLIFF by the schema of OASIS" "$here/check-xliff.sh" "$dir"/*.xlf
  else
    skip "$name: XLIFF by the schema of OASIS" 'make deps-conformance'
  fi
}

# A Python that has what schemas.py wants: ours, or the system's.
python_with_schemas() {
  local python
  for python in python3 /usr/bin/python3; do
    "$python" -c 'import jsonschema, yaml' 2>/dev/null && { echo "$python"; return; }
  done
}

# Reports in SARIF by the schema of the standard, and our schemas by that of JSON Schema, on all publications there are.
judge_schemas() {
  local python sarif="$here/node/node_modules/@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json"
  python=$(python_with_schemas)
  if [ -n "$python" ] && [ -f "$sarif" ]; then
    try 'SARIF and JSON schemas' "$python" "$here/schemas.py" "$program" "$root" "$sarif"
  else
    skip 'SARIF and JSON schemas' 'make deps-conformance'
  fi
}

mkdir "$work/sample" "$work/corpus"
judge_schemas
sed "s|@FONTS@|$root/build/fonts/files|" "$here/fop.xconf" >"$work/fop.xconf"
cp -R "$root/content" "$work/sample/"
if build sample "$work/sample"; then
  judge_words "$work/sample"
  judge sample "$work/sample"
  judge_standards sample "$work/sample"
  judge_xliff sample "$work/sample"
  judge_judge ua1 "$work/sample"
  judge_judge ua2 "$work/sample-ua2"
fi
# Characters that no font has: their boxes, and their text.
cp -R "$root/tests/golden/glyph-box" "$work/boxes"
if build boxes "$work/boxes"; then
  judge_pdf boxes "$work"/boxes/out/*/b/*.pdf
  judge_standards boxes "$work/boxes"
fi
if [ -n "${CORPUS-}" ]; then
  try 'corpus: no number is taken for a fact' "$here/quiet.sh" "$program" "$CORPUS" "$root" "$work/quiet"
  "$here/corpus.sh" "$CORPUS" "$work/corpus"
  if build corpus "$work/corpus"; then
    judge_words "$work/corpus"
    judge corpus "$work/corpus"
    judge_standards corpus "$work/corpus"
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
