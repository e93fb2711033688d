#!/usr/bin/env python3
"""schemas.py CHANCERY ROOT SARIF-SCHEMA: our JSON schemas by jsonschema and the meta-schema, on the sample and the golden
publications; and SARIF reports of the golden publications by the schema of the standard."""
import copy
import glob
import json
import os
import subprocess
import sys

import jsonschema
import yaml

PROGRAM, ROOT, SARIF = sys.argv[1:]
REFUSALS = {"schema-unknown-key", "schema-type", "schema-missing", "schema-value", "date-invalid", "date-impossible",
            "imo-invalid", "link-scheme", "yaml-syntax", "text-encoding"}
wrong = []


class Loader(yaml.SafeLoader):
    """YAML 1.2 core, as language servers and the program read it: dates, yes and no are texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))


def said(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True).stdout


def load_schemas():
    schemas = {}
    for line in said("schema").splitlines():
        schema = json.loads(said("schema", line.split()[0]))
        jsonschema.Draft202012Validator.check_schema(schema)
        schemas[line.split()[0]] = jsonschema.Draft202012Validator(schema)
    return schemas


def kind_of(path):
    """The schema of a file of content/, or None."""
    parts = path.split("/")
    if parts[-1] in ("publication.yaml", "bulletin.yaml"):
        return parts[-1][:-5]
    if parts[0] != "data":
        return None
    stem = parts[1].removesuffix(".yaml")
    return stem if stem in ("sources", "entities", "incidents", "derived") else "series" if len(parts) == 2 else None


def documents(publication):
    for path in sorted(glob.glob(publication + "/content/**/*.yaml", recursive=True)):
        kind = kind_of(os.path.relpath(path, publication + "/content"))
        if kind:
            yield os.path.relpath(path, publication), kind, path


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader)


def with_unknown_key(document):
    spoilt = copy.deepcopy(document)
    (spoilt[0] if isinstance(spoilt, list) else spoilt)["colour"] = "red"
    return spoilt


def try_publication(name, publication, schemas):
    """What the program does not refuse, the schema takes."""
    report = json.loads(said("-C", publication, "check", "--format=json") or '{"diagnostics": []}')
    refused = {d["file"] for d in report["diagnostics"] if d["name"] in REFUSALS}
    for file, kind, path in documents(publication):
        if file in refused:
            if name in REFUSALS and name.startswith("schema-") and schemas[kind].is_valid(load(path)):
                wrong.append(f"{name}: the schema of {kind} takes {file}, the program does not")
            continue
        for error in schemas[kind].iter_errors(load(path)):
            wrong.append(f"{name}: {file}: {error.json_path}: {error.message[:200]}")


def try_sample(schemas):
    for file, kind, path in documents(ROOT):
        if schemas[kind].is_valid(with_unknown_key(load(path))):
            wrong.append(f"the sample: {file} is taken with a key that does not exist")


def main():
    schemas = load_schemas()
    sarif = jsonschema.Draft7Validator(json.load(open(SARIF, encoding="utf-8")))
    results = 0
    try_publication("the sample", ROOT, schemas)
    try_sample(schemas)
    for publication in sorted(glob.glob(ROOT + "/tests/golden/*/")):
        name = os.path.basename(publication.rstrip("/"))
        try_publication(name, publication.rstrip("/"), schemas)
        log = json.loads(said("-C", publication, "check", "--format=sarif") or "null")
        results += len(log["runs"][0]["results"]) if log else 0
        for error in sarif.iter_errors(log) if log else []:
            wrong.append(f"{name}: sarif: {error.json_path}: {error.message[:200]}")
        # GitHub refuses the whole report otherwise.
        if not all("artifactLocation" in l["physicalLocation"] for r in (log["runs"][0]["results"] if log else [])
                   for l in r["locations"] or [{"physicalLocation": {}}]):
            wrong.append(f"{name}: sarif: a result without a file")
    if sarif.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]}):
        wrong.append("the schema of SARIF passes everything")
    print(f"{len(schemas)} schemas, {results} results in SARIF")
    print("\n".join(wrong))
    return len(wrong) > 0 or results < 100


sys.exit(main())
