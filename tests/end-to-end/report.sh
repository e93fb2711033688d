#!/bin/bash
# --format: what other programs get is whole, alone on standard output, and the same each time; colour is for terminals.
. "$(dirname "$0")/tap.inc"
dir=$work/p
mkdir -p "$dir" && cp -R "$root/tests/golden/formats/content" "$dir/content"
sample "$work/good"

check() {
  "$program" -C "$dir" check "$@" 2>"$work/err"
}

# The members are those of the contract, everywhere, and columns count characters: the text there is what is meant.
json_is_exact() {
  check --format=json >"$work/json"
  [ ! -s "$work/err" ] && python3 - "$work/json" "$dir" <<'PY'
import json, sys
report = json.load(open(sys.argv[1], encoding="utf-8"))
assert list(report) == ["diagnostics", "errors", "warnings"], list(report)
severities = [d["severity"] for d in report["diagnostics"]]
assert (severities.count("error"), severities.count("warning")) == (report["errors"], report["warnings"])
for d in report["diagnostics"]:
    assert list(d) == ["name", "severity", "message", "file", "line", "column", "end_column", "help", "related"], list(d)
    for r in d["related"]:
        assert list(r) == ["file", "line", "column", "message"], list(r)
places = [(d["file"], d["line"], d["column"], d["name"]) for d in report["diagnostics"]]
assert places == sorted(places), places
(korean,) = [d for d in report["diagnostics"] if d["file"].endswith("ko.md")]
line = open(sys.argv[2] + "/" + korean["file"], encoding="utf-8").read().split("\n")[korean["line"] - 1]
meant = line[korean["column"] - 1 : korean["end_column"] - 1]
assert meant == "[약 2억 8200만 달러](fact:theft.stolen)", meant
PY
}

# What the schema of SARIF 2.1.0 asks for, as far as it concerns us; make conformance has the schema itself.
sarif_holds_together() {
  check --format=sarif >"$work/sarif"
  [ ! -s "$work/err" ] && python3 - "$work/sarif" "$work/json" <<'PY'
import json, sys
log = json.load(open(sys.argv[1], encoding="utf-8"))
report = json.load(open(sys.argv[2], encoding="utf-8"))
assert log["version"] == "2.1.0" and log["$schema"].endswith("/sarif-schema-2.1.0.json")
(run,) = log["runs"]
assert run["columnKind"] == "unicodeCodePoints"
rules = run["tool"]["driver"]["rules"]
assert len({rule["id"] for rule in rules}) == len(rules)
for rule in rules:
    assert rule["shortDescription"]["text"] and rule["help"]["text"] and rule["help"]["markdown"], rule
    assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note"), rule
assert len(run["results"]) == len(report["diagnostics"])
for result, d in zip(run["results"], report["diagnostics"]):
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == d["name"]
    assert result["level"] == d["severity"] and result["message"]["text"]
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == d["file"]
    region = physical["region"]
    assert (region["startLine"], region["startColumn"], region.get("endColumn")) == (d["line"], d["column"], d["end_column"])
    related = result.get("relatedLocations", [])
    assert [r["id"] for r in related] == list(range(1, len(d["related"]) + 1))
    assert all(r["message"]["text"] and r["physicalLocation"]["region"]["startLine"] for r in related)
PY
}

same_bytes() {
  local format
  for format in text json sarif github; do
    check --format=$format >"$work/first" && return 1
    cat "$work/err" >>"$work/first"
    (cd "$dir" && "$program" check --format=$format >"$work/second" 2>"$work/err")
    cat "$work/err" >>"$work/second"
    cmp "$work/first" "$work/second" || return 1
  done
}

# A result on standard output would spoil what a program reads there.
build_keeps_to_it() {
  "$program" -C "$work/good" build --format=json >"$work/built" 2>"$work/err" &&
    python3 -c 'import json, sys; assert json.load(open(sys.argv[1]))["errors"] == 0' "$work/built" &&
    grep -q '^published ' "$work/err"
}

# From where the program was started, since that is where the annotations are for.
paths_from_here() {
  (cd "$work" && "$program" -C p check --format=github) >"$work/github" 2>/dev/null
  grep -q '^::error file=p/content/bulletins/b/en.md,line=8,col=8,' "$work/github"
}

terminal() {
  script -qec "env -u NO_COLOR $1 '$program' -C '$dir' check" /dev/null </dev/null
}

coloured() {
  local escape
  escape=$(printf '\033')
  terminal '' | grep -q "$escape\[1;31merror" || { echo 'no colour on a terminal'; return 1; }
  ! terminal NO_COLOR=1 | grep -q "$escape" || { echo 'colour in spite of NO_COLOR'; return 1; }
  check --format=text
  ! grep -q "$escape" "$work/err"
}

full_disk() {
  "$program" -C "$dir" check --format=json >/dev/full 2>/dev/null
  [ $? = 3 ]
}

try 'json has the members of the contract, and counts characters' json_is_exact
try 'sarif says the same, with a rule for each name' sarif_holds_together
try 'the same bytes each time, wherever it is started' same_bytes
try 'build keeps standard output to the report' build_keeps_to_it
try 'annotations name files from where the program was started' paths_from_here
try 'colour on a terminal only, and never with NO_COLOR' coloured
try 'a report that cannot be written is no success' full_disk
finish
