#!/bin/bash
# schema.sh: the JSON schemas hold together and say what the program says, tried on documents good and bad (JSON is YAML).  The
# validator here knows no more than the words that the schemas use; make conformance has a real one.
cd "$(dirname "$0")/.." || exit 2
export CHANCERY="${CHANCERY:-$PWD/build/chancery}" LC_ALL=C.UTF-8
exec python3 - <<'PY'
import json, os, re, shutil, subprocess, sys, tempfile

PROGRAM = os.environ["CHANCERY"]
TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "object": dict, "array": list,
         "null": type(None)}
count = failed = 0


def report(name, problem):
    global count, failed
    count += 1
    failed += bool(problem)
    print(f"{'not ok' if problem else 'ok'} {count} - {name}")
    for line in problem.splitlines():
        print(f"# {line}")


def has_type(value, name):
    return isinstance(value, TYPES[name]) and not (isinstance(value, bool) and name in ("integer", "number"))


def matches(value, schema, root):
    def at(name):
        return schema.get(name, None)

    def good(word, it):
        if word == "type":
            return any(has_type(value, t) for t in (it if isinstance(it, list) else [it]))
        if word == "$ref":
            return matches(value, root["$defs"][it.removeprefix("#/$defs/")], root)
        if word == "enum":
            return value in it
        if word == "allOf":
            return all(matches(value, s, root) for s in it)
        if word in ("anyOf", "oneOf"):
            n = sum(matches(value, s, root) for s in it)
            return n == 1 if word == "oneOf" else n > 0
        if isinstance(value, str):
            return {"pattern": lambda: re.search(it, value), "minLength": lambda: len(value) >= it}.get(word, lambda: True)()
        if isinstance(value, list):
            return {"items": lambda: all(matches(v, it, root) for v in value),
                    "minItems": lambda: len(value) >= it}.get(word, lambda: True)()
        if isinstance(value, dict):
            known = set(at("properties") or {})
            pattern = next(iter(at("patternProperties") or {}), "$^")
            return {
                "required": lambda: all(k in value for k in it),
                "properties": lambda: all(matches(value[k], s, root) for k, s in it.items() if k in value),
                "patternProperties": lambda: all(matches(v, it[pattern], root) for k, v in value.items() if re.search(pattern, k)),
                "additionalProperties": lambda: all(it and matches(v, it, root) for k, v in value.items()
                                                    if k not in known and not re.search(pattern, k)),
                "propertyNames": lambda: all(matches(k, it, root) for k in value),
                "minProperties": lambda: len(value) >= it,
                "dependentRequired": lambda: all(n in value for k, ns in it.items() if k in value for n in ns),
            }.get(word, lambda: True)()
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return {"minimum": lambda: value >= it, "maximum": lambda: value <= it}.get(word, lambda: True)()
        return True

    return all(good(word, it) for word, it in schema.items())


WORDS = {"$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "pattern", "minLength", "items", "minItems",
         "properties", "patternProperties", "additionalProperties", "propertyNames", "minProperties", "required",
         "dependentRequired", "anyOf", "oneOf", "allOf", "minimum", "maximum"}


def words_of(schema):
    if isinstance(schema, dict):
        for word, it in schema.items():
            yield word, it
            if word in ("properties", "patternProperties", "$defs"):
                yield from words_of(list(it.values()))
            elif word != "dependentRequired":
                yield from words_of(it)
    elif isinstance(schema, list):
        for inner in schema:
            yield from words_of(inner)


def holds_together(schema):
    for word, it in words_of(schema):
        if word not in WORDS:
            return f"what is {word}?"
        if word == "$ref" and it.removeprefix("#/$defs/") not in schema["$defs"]:
            return f"{it} is not there"
        if word == "pattern":
            re.compile(it)
    for name, record in schema["$defs"].items():
        if not set(record["required"]) <= set(record["properties"]):
            return f"{name} requires what it does not have"
        if any("description" not in field for field in record["properties"].values()):
            return f"{name} has a key without a word on it"
    return ""


FILES = {"publication": "publication.yaml", "bulletin": "bulletins/b/bulletin.yaml", "series": "data/tests.yaml"}
SOURCE = {"id": "s", "type": "web", "title": "S"}
FACT = {"value": 281, "scale": "million", "unit": "USD", "qualifier": "about", "source": {"id": "s", "at": "p59"}}


def incident(**more):
    return [{"id": "a", "kind": "coal", "title": {"en": "A"}} | more]


def fact(**keys):
    return incident(facts={"f": keys})


GOOD = {
    "publication": [{"title": "T", "languages": ["en", "zh-Hans"], "diagnostics": {"fact-uncited": "error"}, "paper": "letter"},
                    {"title": {"en": "T"}, "languages": ["en"], "markings": None}],
    "bulletin": [{"date": "2021-04-10", "maps": None, "charts": {"c": {"type": "bar", "data": {
        "from": "facts", "group": "year", "value": {"sum": "value"}, "where": {"unit": "USD"}}, "x": "value", "y": "year"}}}],
    "sources": [[SOURCE, {"id": "t", "type": "report", "title": {"en": "T"}, "covers": 2020, "published": "2021-02", "via": "s"}],
                None],
    "entities": [[{"id": "e", "type": "state", "name": {"en": "E"}, "country": "KP", "forms": {"pl": ["E", "F"]}, "lat": 35.10,
                   "lon": 129}]],
    "incidents": [fact(**FACT), fact(min=1, max=2, unit="percent"), fact(date="../2019-12-22", source="s"),
                  fact(claims=[{"id": "c", "text": "none", "preferred": True, "reason": "r"}]),
                  incident(kind=["coal", "sand"], date="2019-12~/2020-11", sources=["s"], actors=None)],
    "derived": [[{"id": "d", "count": {"from": "incidents"}, "unit": "incident"}]],
    "series": [{"title": "T", "columns": {"date": {"type": "date"}, "outcome": {"type": "choice", "values": ["a"]}}}],
}
BAD = {
    "publication": [{"title": "T"}, {"title": "T", "languages": []}, {"title": "T", "languages": ["EN"]},
                    {"title": "T", "languages": ["en"], "diagnostics": {"fact-uncitd": "error"}},
                    {"title": "T", "languages": ["en"], "diagnostics": {"fact-uncited": "loud"}},
                    {"title": "T", "languages": ["en"], "colour": "red"}],
    "bulletin": [{}, {"date": "2021-04"}, {"date": "2021-04-10", "edition": "1"}, {"date": "2021-04-10", "status": "publishd"},
                 {"date": "2021-04-10", "charts": {"C": {"type": "bar", "data": {"from": "facts"}}}},
                 {"date": "2021-04-10", "charts": {"c": {"type": "bar", "data": {"from": "facts", "value": {"sum": "value"}}}}}],
    "sources": [{"id": "s"}, [{"id": "s", "title": "S"}], [SOURCE | {"covrs": 2020}], [SOURCE | {"title": ["S"]}],
                [SOURCE | {"title": {"EN": "S"}}], [SOURCE | {"published": "September 2020"}], [SOURCE | {"url": "ftp://x"}]],
    "entities": [[{"id": "e", "type": "state", "name": "E", "country": "kp"}], [{"id": "e", "type": "ship", "name": "E"}],
                 [{"id": "e", "type": "state", "name": "E", "forms": "F"}]],
    "incidents": [fact(value=1), fact(value="1", unit="USD"), fact(min=1, unit="USD"), fact(value=1, unit="USD", date="2020"),
                  fact(unit="USD"), fact(**(FACT | {"unit": "US$"})), fact(**(FACT | {"source": {"id": "s", "at": "page 5"}})),
                  fact(**(FACT | {"qualifier": "abuot"})), incident(facts={"F_1": FACT}), incident(actors="dprk"),
                  incident(statements=[{"by": "s"}]), incident(kind=[])],
    "derived": [[{"id": "d"}], [{"id": "d", "count": {"from": "incidents"}, "sum": {"of": []}}], [{"id": "d", "count": {}}]],
    "series": [{"columns": {}}, {"title": "T", "columns": {"date": {"type": "day"}}}],
}


# Does the program find fault with the form of the document?
def refuses(name, document):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree("tests/golden/plain/content", folder + "/content")
        os.makedirs(folder + "/content/data")
        open(folder + "/content/data/tests.csv", "w").write("date,outcome\n")
        for file, text in (("data/tests.yaml", '{"title": "T"}'), ("data/sources.yaml", json.dumps([SOURCE]))):
            open(f"{folder}/content/{file}", "w").write(text)
        with open(f"{folder}/content/{FILES.get(name, f'data/{name}.yaml')}", "w") as file:
            json.dump(document, file)
        said = subprocess.run([PROGRAM, "-C", folder, "check"], capture_output=True, text=True).stderr
        return bool(re.search(r"\[(schema-[a-z-]+|date-invalid|link-scheme)\]", said)), said


listed = subprocess.run([PROGRAM, "schema"], capture_output=True, text=True, check=True).stdout
names = [line.split()[0] for line in listed.splitlines()]
report("every file has a schema", "" if sorted(names) == sorted(GOOD) else listed)
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([PROGRAM, "schema", "--out", folder + "/a/b"], check=True)
    written = sorted(os.listdir(folder + "/a/b"))
    report("--out writes them all", "" if written == sorted(n + ".json" for n in names) else str(written))
for name in names:
    schema = json.loads(subprocess.run([PROGRAM, "schema", name], capture_output=True, text=True, check=True).stdout)
    report(f"{name} holds together", holds_together(schema))
    for wrong, documents in ((False, GOOD[name]), (True, BAD[name])):
        for document in documents:
            refused, said = refuses(name, document)
            takes = matches(document, schema, schema)
            problem = "" if takes == (not refused) == (not wrong) else f"the schema takes it: {takes}; the program says:\n{said}"
            report(f"{name} {'refuses' if wrong else 'takes'} {json.dumps(document)[:90]}", problem)
print(f"1..{count}")
sys.exit(failed > 0)
PY
