#!/bin/bash
# A build of a part leaves the rest of out/ as it was, but not where the rest shows what is held back by now: a page names
# other bulletins, and its queries count incidents that only another bulletin uses.
. "$(dirname "$0")/tap.inc"
dir=$work/p

# bulletin ID TEXT KEYS...
bulletin() {
  local id=$1 text=$2 folder=$dir/content/bulletins/$1
  shift 2
  mkdir -p "$folder"
  printf '%s\n' 'date: 2021-01-01' "$@" >"$folder/bulletin.yaml"
  printf -- '---\ntitle: Head %s\n---\n\n%s[](cite:report)\n' "${id^^}" "$text" >"$folder/en.md"
}

publication() {
  rm -rf "$dir"
  mkdir -p "$dir/content/data"
  printf '%s\n' 'title: Part' 'languages: [en]' >"$dir/content/publication.yaml"
  echo '- {id: report, type: report, title: Report}' >"$dir/content/data/sources.yaml"
  { incident shown 1111111; incident second 2222222; incident third 3333333; } >"$dir/content/data/incidents.yaml"
  bulletin all 'See the chart.' 'charts: {c: {type: bar, data: {from: facts, where: {fact: stolen}}, x: value, y: incident}}'
  printf '\n![Thefts](chart:c)\n' >>"$dir/content/bulletins/all/en.md"
  bulletin one 'They took [](fact:shown.stolen).'
  bulletin two 'They took [](fact:second.stolen).'
  "$program" -C "$dir" build
}

part() {
  "$program" -C "$dir" build "$@"
}

# shown WORDS: is it in a page or a chart, or the name of a folder?
shown() {
  grep -rqiE "$1" "$dir/out" --include='*.html' --include='*.svg' --include='*.csv' || find "$dir/out" | grep -qiE "$1"
}

page_of_all() {
  stat -c '%i %Y' "$dir/out/en/all/index.html"
}

rest_stays() {
  local before
  before=$(page_of_all)
  part one && [ "$(page_of_all)" = "$before" ] && part --lang en one && [ "$(page_of_all)" = "$before" ]
}

# held_back KEY: bulletin two is held back or withdrawn by it.
held_back() {
  publication && shown 'Title SECOND' && echo "$1" >>"$dir/content/bulletins/two/bulletin.yaml" && part one &&
    ! shown 'Title SECOND|2.?222.?222' && shown 'Title SHOWN' && shown 'Title THIRD'
}

gone() {
  publication && rm -r "$dir/content/bulletins/two" && part one && ! shown 'Head TWO|/two' && shown 'Title SECOND'
}

draft_names() {
  publication && bulletin three 'They took [](fact:third.stolen).' 'status: draft' && shown 'Title THIRD' && part one &&
    ! shown 'Title THIRD|3.?333.?333' && shown 'Title SECOND'
}

drafts_then_none() {
  publication && bulletin three 'They took [](fact:third.stolen).' 'status: draft' && part --drafts && shown 'Head THREE' && part one &&
    ! shown 'Head THREE|Title THIRD|3.?333.?333'
}

pseudo() {
  publication && echo 'status: draft' >>"$dir/content/bulletins/two/bulletin.yaml" && part --lang qps-ploc && ! shown 'SECOND' &&
    [ -s "$dir/out/en/all/index.html" ] && [ -s "$dir/out/qps-ploc/all/index.html" ]
}

link_refused() {
  publication && bulletin links 'See [](ref:bulletin/two).' && part && echo 'status: draft' >>"$dir/content/bulletins/two/bulletin.yaml" &&
    ! part one >"$work/refused" 2>&1 && grep -q '^content/bulletins/links/en.md:5:5: error: .*held back' "$work/refused"
}

no_record() {
  local before
  publication && rm "$dir/build/shown" && before=$(page_of_all) && part one && [ "$(page_of_all)" != "$before" ]
}

try 'a publication is built' publication
try 'the rest stays as it was' rest_stays
try 'not where a bulletin has become a draft' held_back 'status: draft'
try 'nor where one is withdrawn' held_back 'status: withdrawn'
try 'nor where one has a marking that is not published' held_back 'marking: TLP:RED'
try 'nor where one is under embargo' held_back 'embargo: 2999-01-01T00:00:00Z'
try 'a bulletin that is gone' gone
try 'an incident that a draft has come to name' draft_names
try 'drafts that were asked for, and are no more' drafts_then_none
try 'a language that is a disguise' pseudo
try 'a link to what is held back is refused, whatever is built' link_refused
try 'without a record of what is shown everything is made anew' no_record
finish
