#!/bin/bash
# The sample publication: everything is there, says what the data say, and is what it claims to be.
. "$(dirname "$0")/tap.inc"
sample "$work/p"
out=$work/p/out
bulletins='virtual-assets-2020 it-workers smuggling-2019 evasion-overview'

# languages_of BULLETIN: those that it says it is published in.
languages_of() {
  sed -n 's/^languages: \[\(.*\)\]$/\1/p' "$root/content/bulletins/$1/bulletin.yaml" | tr -d ,
}

all_there() {
  local bulletin lang file
  for file in index.html assets/style.css; do
    [ -s "$out/$file" ] || { echo "$file"; return 1; }
  done
  for bulletin in $bulletins; do
    [ -n "$(languages_of "$bulletin")" ] || { echo "$bulletin: no languages"; return 1; }
    for lang in $(languages_of "$bulletin"); do
      [ -s "$out/$lang/index.html" ] || return 1
      [ -s "$out/$lang/$bulletin/index.html" ] || { echo "$lang/$bulletin"; return 1; }
      [ -s "$out/$lang/$bulletin/$bulletin.$lang.pdf" ] || { echo "$lang/$bulletin.pdf"; return 1; }
      ls "$out/$lang/$bulletin"/figures/*.svg "$out/$lang/$bulletin"/figures/*.csv >/dev/null || return 1
    done
  done
}

# carries LANG PATTERN...: page and PDF of virtual-assets-2020 both hold every pattern (spaces stand for any white space).
carries() {
  local lang=$1 pattern base=$out/$1/virtual-assets-2020
  shift
  page_text "$base/index.html" >"$work/page"
  pdf_text "$base/virtual-assets-2020.$lang.pdf" >"$work/pdf"
  for pattern; do
    pattern=$(echo "$pattern" | sed 's/ /[[:space:]  ]+/g')
    for text in page pdf; do
      grep -qE "$pattern" "$work/$text" || { echo "$lang: $text lacks $pattern"; return 1; }
    done
  done
}

# The figure without a qualifier: 23 million, and no word of approximation before it.
plain_23() {
  local lang=$1 words=$2
  page_text "$out/$lang/virtual-assets-2020/index.html" >"$work/page"
  grep -qE '23[  ]' "$work/page" || return 1
  ! grep -oE "($words) (\\\$|US\\\$)?23[  ][^ ]*" "$work/page"
}

pdfs_sound() {
  local pdf
  for pdf in "$out"/*/*/*.pdf; do
    qpdf --check "$pdf" >"$work/qpdf" 2>&1 || { cat "$work/qpdf"; return 1; }
    pdffonts "$pdf" | awk -v f="$pdf" 'NR > 2 && ($(NF-4) != "yes" || $(NF-2) != "yes") { print f ": " $0; bad = 1 } END { exit bad }' || return 1
    pdfinfo "$pdf" | grep -q '^Tagged: *yes' || { echo "$pdf is not tagged"; return 1; }
  done
}

# Paragraphs of the brief come in their order in the text of the PDF: the headings do.
in_order() {
  python3 - "$root" "$out" <<'PY'
import glob, re, subprocess, sys, unicodedata
root, out = sys.argv[1:]
for path in sorted(glob.glob(f"{root}/content/bulletins/*/*.md")):
    bulletin, lang = path[:-3].split("/")[-2:]
    brief = open(path, encoding="utf-8").read()
    headings = [re.sub(r"[\[\]*]|\([^)]*\)", "", h).strip() for h in re.findall(r"(?m)^#+ (.*)$", brief)]
    pdf = subprocess.run(["pdftotext", "-enc", "UTF-8", f"{out}/{lang}/{bulletin}/{bulletin}.{lang}.pdf", "-"],
                         capture_output=True, check=True).stdout.decode()
    # Without marks of direction, and with one code for a letter whatever its form.
    squeeze = lambda text: re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", unicodedata.normalize("NFKC", text))
    text, at = squeeze(pdf), 0
    for heading in headings:
        # The contents list them first; the body repeats them in the same order.
        where = text.find(squeeze(heading), at)
        if where < 0:
            sys.exit(f"{bulletin}.{lang}: out of order: {heading}")
        at = where + 1
PY
}

xml_valid() {
  local bulletin lang
  for bulletin in $bulletins; do
    for lang in $(languages_of "$bulletin"); do
      "$program" -C "$work/p" -q dump xml "$bulletin" "$lang" >"$work/dump.xml" || return 1
      xmllint --noout --relaxng "$root/docs/bulletin.rng" "$work/dump.xml" || return 1
    done
  done
}

links_lead_somewhere() {
  python3 - "$out" <<'PY'
import os, re, sys
from urllib.parse import unquote
out, bad = sys.argv[1], 0
for folder, _, files in os.walk(out):
    for name in files:
        if not name.endswith(".html"):
            continue
        page = os.path.join(folder, name)
        text = open(page, encoding="utf-8").read()
        ids = set(re.findall(r'\sid="([^"]*)"', text))
        for target in re.findall(r'\s(?:href|src)="([^"]*)"', text):
            path, _, fragment = target.partition("#")
            if re.match(r"[a-z]+:", path):
                continue
            if not path and fragment and unquote(fragment) not in ids:
                print(f"{page}: #{fragment}"); bad = 1
            if path and not os.path.isfile(os.path.join(folder, unquote(path))):
                print(f"{page}: {path}"); bad = 1
sys.exit(bad)
PY
}

# The digest in the PDF is that of the data files that lie beside the page, in every language the same.
digests_true() {
  local bulletin lang sum
  for bulletin in $bulletins; do
    sum=$(cd "$out/en/$bulletin" && cat facts.csv figures/*.csv | sha256sum | cut -d' ' -f1)
    for lang in $(languages_of "$bulletin"); do
      # On paper it stands in groups of eight digits.
      pdf_text "$out/$lang/$bulletin/$bulletin.$lang.pdf" | tr -d ' ' | grep -q "$sum" ||
        { echo "$lang $bulletin: not $sum"; return 1; }
      grep -q "$sum" "$out/$lang/$bulletin/index.html" || { echo "$lang $bulletin: page"; return 1; }
    done
  done
}

# The rows of a table from the data: beside the page, which links to them, and in the PDF, the same in every language.
rows_attached() {
  local lang base
  for lang in $(languages_of it-workers); do
    base=$out/$lang/it-workers
    grep -q '<a href="figures/overview.csv" type="text/csv">' "$base/index.html" || { echo "$lang: no link"; return 1; }
    rm -rf "$work/detached" && mkdir "$work/detached" &&
      pdfdetach -saveall -o "$work/detached" "$base/it-workers.$lang.pdf" &&
      cmp "$work/detached/overview.csv" "$base/figures/overview.csv" &&
      cmp "$base/figures/overview.csv" "$out/en/it-workers/figures/overview.csv" || return 1
    grep -q '^2017-12,Repatriation of workers required,,' "$base/figures/overview.csv" || { cat "$base/figures/overview.csv"; return 1; }
  done
}

try 'the sample builds' "$program" -C "$work/p" build
try 'every page and PDF is there' all_there
try 'English figures with their qualifier' carries en 'about \$?316 million' '(about|approximately) \$?281 million'
try 'Polish figures with their qualifier' carries pl 'około 316 mln' '(ok\.|około) 281 mln'
try 'Ukrainian figures with their qualifier' carries uk '(близько|приблизно) 316 млн' '(близько|приблизно) 281 млн'
try '23 million bears no qualifier in English' plain_23 en 'about|approximately|some|around'
try '23 million bears no qualifier in Polish' plain_23 pl 'około|ok\.'
try '23 million bears no qualifier in Ukrainian' plain_23 uk 'близько|приблизно'
try 'PDFs are sound, their fonts embedded, tagged' pdfs_sound
try 'headings stand in order in the PDFs' in_order
try 'the bulletin XML is valid' xml_valid
try 'the digest is that of the data' digests_true
try 'the rows of tables are there for download and attached' rows_attached
try 'links lead somewhere' links_lead_somewhere
finish
