#!/usr/bin/env python3
"""spoil.py IN.pdf OUT.pdf lang|marked|metadata|alt|scope: takes away one thing that PDF/UA asks for.

With the kind "nothing" OUT.pdf has been through the same programs and is whole.  A judge that
passes the others judges nothing."""
import json
import subprocess
import sys


def is_catalog(value):
    return value.get("/Type") == "/Catalog"


def is_figure(value):
    return value.get("/S") == "/Figure"


def is_header(value):
    return value.get("/S") == "/TH"


KINDS = {
    "lang": (is_catalog, "/Lang"),
    "marked": (is_catalog, "/MarkInfo"),
    "metadata": (is_catalog, "/Metadata"),
    "alt": (is_figure, "/Alt"),
    "scope": (is_header, "/A"),
    "nothing": (is_catalog, None),
}


def objects(path):
    command = ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none", path]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["qpdf"][1]


def spoilt(path, kind):
    """The first object that has what is to go, without it."""
    wanted, key = KINDS[kind]
    for name, holder in objects(path).items():
        value = holder.get("value")
        if isinstance(value, dict) and wanted(value) and (key is None or key in value):
            value.pop(key, None)
            return {name: {"value": value}}
    sys.exit(f"spoil.py: nothing to take {key} from in {path}")


def main(source, target, kind):
    # qpdf 11.3 forgets updates of objects that lie in object streams
    plain = target + ".plain"
    subprocess.run(["qpdf", "--object-streams=disable", source, plain], check=True)
    header = {"jsonversion": 2, "pushedinheritedpageresources": False, "calledgetallpages": False,
              "maxobjectid": 0}
    with open(target + ".json", "w", encoding="utf-8") as file:
        json.dump({"qpdf": [header, spoilt(plain, kind)]}, file)
    subprocess.run(["qpdf", "--newline-before-endstream", plain,
                    f"--update-from-json={target}.json", target], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
