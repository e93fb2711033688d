#!/bin/bash
# What the PDFs say of themselves, by either standard: metadata, page labels, bookmarks, destinations, links.
. "$(dirname "$0")/tap.inc"
facts=$root/tests/conformance/pdf-facts.py

states_facts() {
  "$program" -C "$1" -q dump fo smuggling-2019 en >"$1/bulletin.fo" &&
    "$facts" "$1/bulletin.fo" "$1/out/en/smuggling-2019/smuggling-2019.en.pdf"
}

# A check that passes a file of another bulletin checks nothing.
finds_fault() {
  "$facts" "$work/ua1-a3a/bulletin.fo" "$work/ua1-a3a/out/en/it-workers/it-workers.en.pdf"
  [ $? = 1 ]
}

for standard in ua1-a3a ua2-a4f; do
  sample "$work/$standard"
  sed -i "/^pdf-standard:/d" "$work/$standard/content/publication.yaml"
  echo "pdf-standard: $standard" >>"$work/$standard/content/publication.yaml"
  try "$standard builds" "$program" -C "$work/$standard" -q build --lang en
  try "$standard states its facts" states_facts "$work/$standard"
done
try 'another bulletin does not' finds_fault
finish
