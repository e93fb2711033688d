#!/bin/bash
# Nothing of a bulletin that is held back is found anywhere in out/: not its words, and of the incidents that it alone uses
# neither title nor figure, also where a query or a count of a published bulletin would find them.  PDFs are searched
# with all their streams, text and attachments.
. "$(dirname "$0")/tap.inc"
dir=$work/p

# closed ID INCIDENT KEYS...: a bulletin that is held back and names the incident.
closed() {
  local id=$1 of=$2 folder=$dir/content/bulletins/$1
  shift 2
  mkdir -p "$folder"
  printf '%s\n' 'date: 2021-01-01' "symbol: SYM-${id^^}" "key-figures: [$of.stolen]" "$@" >"$folder/bulletin.yaml"
  printf -- '---\ntitle: Head %s [](fact:%s.stolen)\nsummary: Sum %s.\n---\n\nText %s [](fact:%s.stolen)[](cite:report) and [](fact:shared.stolen).\n' \
    "${id^^}" "$of" "${id^^}" "${id^^}" "$of" >"$folder/en.md"
}

publication() {
  mkdir -p "$dir/content/data" "$dir/content/bulletins/open"
  printf '%s\n' 'title: {en: Policy}' 'languages: [en]' >"$dir/content/publication.yaml"
  echo '- {id: report, type: report, title: Report}' >"$dir/content/data/sources.yaml"
  { incident shown 1111111; incident shared 2222222; incident asked 8080808; incident nobody 3333333; incident secret-draft 4040404
    incident secret-red 5050505; incident secret-late 6060606; incident secret-gone 7070707; } >"$dir/content/data/incidents.yaml"
  cat >"$dir/content/data/derived.yaml" <<'YAML'
- {id: thefts, count: {from: incidents, where: {kind: crypto-theft}}, unit: incident, source: report}
- {id: asked, sum: {from: facts, where: {id: asked.stolen}}, title: {en: Asked}}
- {id: all, sum: {from: facts, where: {fact: stolen}}, title: {en: All}}
YAML
  cat >"$dir/content/bulletins/open/bulletin.yaml" <<'YAML'
date: 2021-01-01
charts:
  thefts: {type: bar, data: {from: facts, where: {fact: stolen}, order: -value}, x: value, y: incident}
tables:
  incidents: {data: {from: incidents, where: {kind: crypto-theft}}, columns: [id, title]}
  asked: {data: {from: incidents, where: {id: asked}}, columns: [id, title]}
  kinds: {data: {from: incidents, group: kind, value: {count: true}}, columns: [kind, value]}
YAML
  printf '%s\n' '# Open' '' 'Known: [](fact:shown.stolen) and [](fact:shared.stolen); [](fact:thefts), [](fact:all); [](fact:asked).[](cite:report)' '' \
    '![Thefts](chart:thefts)' '' '![Incidents](table:incidents)' '' '![Kinds](table:kinds)' '' '![Asked](table:asked)' >"$dir/content/bulletins/open/en.md"
  closed draft-one secret-draft 'status: draft'
  closed draft-two asked 'status: draft'
  closed red-one secret-red 'marking: TLP:RED'
  closed late-one secret-late 'embargo: 2021-06-01T00:00:00Z'
  closed gone-one secret-gone 'status: withdrawn'
}

build() {
  "$program" -C "$dir" build --as-of 2021-01-01 "$@"
}

# Every file of out/ as text: PDFs without compression, their text, and what is attached to them.
readable() {
  rm -rf "$work/readable"
  cp -R "$dir/out" "$work/readable"
  find "$work/readable" -name '*.pdf' | while read -r pdf; do
    qpdf --qdf --object-streams=disable "$pdf" "$pdf.qdf" && pdftotext -enc UTF-8 "$pdf" "$pdf.txt" &&
      mkdir "$pdf.attached" && pdfdetach -saveall -o "$pdf.attached" "$pdf" || return 1
  done
}

# found PATTERN: in the contents or names of out/.
found() {
  grep -rliE "$1" "$work/readable" || find "$work/readable" | grep -iE "$1"
}

nowhere() {
  ! found "$1"
}

published() {
  build && readable && [ "$(find "$work/readable" -name '*.attached' -exec ls {} + | grep -c .)" -ge 3 ]
}

# Were the search blind, it would find nothing of what is shown either.
search_sees() {
  local file
  for file in $(find "$work/readable" -name '*.pdf.txt') $work/readable/en/open/*.pdf.attached/open.en.json; do true; done
  found 'Title SHOWN' | grep -q '\.html$' && found 'Title SHOWN' | grep -q '\.pdf\.txt$' && found 'SHOWN' | grep -q 'attached/.*csv$' &&
    found 'SHARED' | grep -q '\.svg$' && found 'Title NOBODY' | grep -q '\.html$'
}

counts_are_of_the_rest() {
  grep -q 'Known: \$1,111,111 and \$2,222,222; 4 incidents, ' "$work/readable/en/open/open.en.pdf.txt"
}

check_agrees() {
  "$program" -C "$dir" check --as-of 2021-01-01 >"$work/checked" 2>&1
  grep -q '^0 errors' "$work/checked" || [ ! -s "$work/checked" ] || { cat "$work/checked"; false; }
}

when_over() {
  build --as-of 2021-06-02 && readable && found 'SECRET.LATE' >/dev/null && nowhere 'SECRET.(DRAFT|RED|GONE)'
}

with_drafts() {
  build --drafts && readable && found 'SECRET.DRAFT' >/dev/null && nowhere 'SECRET.(LATE|RED|GONE)'
}

refers() {
  echo 'See [](ref:bulletin/draft-one).' >>"$dir/content/bulletins/open/en.md"
  ! build >"$work/refused" 2>&1 && grep -q 'held back' "$work/refused" && ! "$program" -C "$dir" check >"$work/refused" 2>&1 &&
    grep -q 'held back' "$work/refused"
}

publication
try 'what is published is built, with attachments' published
try 'the search sees what is shown' search_sees
try 'nothing of a draft' nowhere 'DRAFT|4040404|4,040,404'
try 'nothing of a marking that is not published' nowhere 'SECRET.RED|RED-ONE|5050505|5,050,505'
try 'nothing under embargo' nowhere 'SECRET.LATE|LATE-ONE|6060606|6,060,606'
try 'of a withdrawn bulletin nothing but that it was' nowhere 'SECRET.GONE|Sum GONE|Text GONE|7070707|7,070,707'
try 'what is asked for by its id is named' grep -q 'Title ASKED' "$work/readable/en/open/index.html"
try 'and so is what a derived value asks for' grep -q '8,080,808' "$work/readable/en/open/index.html"
try 'queries count only the rest' counts_are_of_the_rest
try 'check sees the same numbers' check_agrees
try 'an embargo that is over' when_over
try 'drafts when asked for' with_drafts
try 'a link to what is held back is refused' refers
finish
