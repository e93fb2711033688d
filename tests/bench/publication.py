#!/usr/bin/env python3
"""The corpus of ../shared/bench/gen.py as a publication of ours.

usage: publication.py GEN.PY OUT [-l LANG] [--prose N] [--sections N] [--rows N] [--tables N]

Same model, same numbers: headings, prose, notes and tables.  Tables of more than 60 rows are data tables over a
CSV series, since a brief may not be larger than 1 MiB; the others are pipe tables.  Charts are bars over the
last series.  rows10k is `--rows 10000`, big is `--prose 47000 --sections 150 --tables 9`.
"""
import argparse
import csv
import os
import re
import types

NAMES = ["date", "category", "incident", "place", "amount", "confidence"]
TYPES = ["date", "text", "text", "text", "number", "text"]


def load(path):
    """gen.py as a module: it is a program, so that the call of main() that ends it is left out."""
    with open(path, encoding="utf8") as file:
        text = file.read()
    module = types.ModuleType("gen")
    module.__file__ = path
    exec(compile(re.sub(r"\nmain\(\)\s*$", "\n", text), path, "exec"), module.__dict__)
    return module


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf8", newline="") as file:
        file.write(text)


def escape(text):
    return re.sub(r"([\\`*_<>\[\]#|$~^])", r"\\\1", text)


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", name.lower())


def series(out, name, rows):
    """content/data/NAME.csv and its sidecar."""
    path = f"{out}/content/data/{name}"
    write(path + ".yaml", f"title: {{en: {name}}}\ncolumns:\n" +
          "".join(f"  {n}: {{type: {t}}}\n" for n, t in zip(NAMES, TYPES)))
    with open(path + ".csv", "w", encoding="utf8", newline="") as file:
        csv.writer(file).writerows([NAMES] + rows)


class Brief:
    def __init__(self, out):
        self.out, self.lines, self.notes, self.tables = out, [], [], []

    def paragraph(self, runs):
        text = ""
        for run in runs:
            if run[0] == "t":
                text += escape(run[1])
            elif run[0] == "fn":
                text += f"[^{run[1]}]"
                self.notes.append(f"[^{run[1]}]: {escape(run[2])}\n")
            elif run[2].startswith("tbl"):
                text += f"[{escape(run[1])}](ref:{run[2]})"
            else:
                text += escape(run[1])
        self.lines.append(text + "\n")

    def table(self, name, caption, head, rows):
        if len(rows) > 60 or name in ("tbl1", "tbl2"):
            self.tables.append(slug(name))
            series(self.out, slug(name), rows)
            self.lines.append(f"![{escape(caption)}](table:{slug(name)})\n")
            return
        row = lambda cells: "| " + " | ".join(escape(c) for c in cells) + " |"
        self.lines.append("\n".join([row(head), "|---" * len(head) + "|"] + [row(r) for r in rows]) + "\n")

    def block(self, block):
        if block[0] == "h":
            self.lines.append("#" * (block[1] + 1) + " " + escape(block[2]) + "\n")
        elif block[0] == "p":
            self.paragraph(block[1])
        elif block[0] == "table":
            self.table(*block[1:5])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gen")
    parser.add_argument("out")
    parser.add_argument("-l", default="en")
    for name, value in ("prose", 1000), ("sections", 5), ("rows", 60), ("tables", 1):
        parser.add_argument("--" + name, type=int, default=value)
    o = parser.parse_args()
    gen = load(o.gen)
    model = gen.model(o.l, 1, o.prose, o.sections, o.rows, o.tables)
    brief = Brief(o.out)
    for block in model["blocks"]:
        brief.block(block)
    write(f"{o.out}/content/publication.yaml",
          f"title: {{{o.l}: Bench}}\nlanguages: [{o.l}]\nsource-language: {o.l}\n")
    write(f"{o.out}/content/bulletins/bench/bulletin.yaml", "date: 2021-02-10\ntables:\n" + "".join(
        f"  {t}: {{data: {{from: series/{t}}}, columns: [{', '.join(NAMES)}]}}\n" for t in brief.tables))
    write(f"{o.out}/content/bulletins/bench/{o.l}.md",
          f"---\ntitle: {model['title']}\n---\n" + "\n".join(brief.lines + brief.notes))
    write(f"{o.out}/templates/labels/{o.l}.yaml",
          "".join(f"col.{n}: \"{c}\"\n" for n, c in zip(NAMES, model["cols"])))


main()
