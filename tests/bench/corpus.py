#!/usr/bin/env python3
"""A long bulletin, twice: as a publication of ours and as a document for Typst 0.15.

usage: corpus.py OUT [--prose WORDS] [--sections N] [--tables N] [--rows N]

The shape is that of the benchmark the goals are given in (issue 4): N sections of three headings
and four paragraphs, two of them with a note, a figure in three sections of five, a table of 60 rows in every fifth,
and one of ROWS at the end.  Tables of more than 60 rows are CSV series, as an author would keep them; the rest are pipe
tables.  The same arguments give the same bytes.
"""
import argparse
import csv
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
TITLE = "Report of the monitors"
TOPICS = ["Missile programme", "Theft of virtual assets", "Smuggling at sea", "Workers abroad", "Designations"]
COLUMNS = ["Date", "Category", "Incident", "Place", "USD million", "Grade"]
KEYS = ["date", "category", "incident", "place", "amount", "grade"]
KINDS = ["date", "text", "text", "text", "number", "text"]
CATEGORIES = ["Missiles", "Virtual assets", "Smuggling"]
PLACES = ["Nampo", "Haeju", "Busan", "Nakhodka", "Ningbo", "Vladivostok", "Ha Long Bay", "Wonsan", "Pyongyang"]
YEARS = range(2014, 2022)
SERIES_FROM = 61    # rows


class Words:
    """Sentences in an order of chance, each with numbers of its own."""

    def __init__(self, random_):
        self.random, self.bag = random_, []
        with open(f"{HERE}/sentences.txt", encoding="utf8") as file:
            self.sentences = file.read().splitlines()

    def sentence(self):
        if not self.bag:
            self.bag = self.random.sample(self.sentences, len(self.sentences))
        # years stay: a brief is checked for dates too
        return re.sub(r"\b(?!20\d\d\b)\d+", lambda m: "".join(self.random.choice("123456789") for _ in m[0]),
                      self.bag.pop())

    def paragraph(self, words):
        text = []
        while sum(s.count(" ") + 1 for s in text) < words:
            text.append(self.sentence())
        return " ".join(text)

    def row(self, share):
        r = self.random
        incident = " ".join(re.split("[,;:]", self.sentence())[0].rstrip(".").split()[:9])
        return [f"{2017 + int(share * 4)}-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}", r.choice(CATEGORIES), incident,
                r.choice(PLACES), f"{r.random() * 300:.1f}", r.choice("ABC")]

    def rows(self, n):
        return [self.row(i / n) for i in range(n)]


def blocks(options):
    """Tuples: heading level text · text runs · figure id caption kind · table id caption rows."""
    words = Words(random.Random(f"{options.prose} {options.sections} {options.rows}"))
    per = max(40, options.prose // (3 + 4 * options.sections))
    note = lambda: ("note", words.sentence())
    text = lambda *more: ("text", [("plain", words.paragraph(per)), *more])
    yield "heading", 1, "Summary"
    yield text(note())
    yield text()
    yield text(("ref", "table-1", "Table 1"))
    yield "table", "table-1", "Incidents of the summary", words.rows(12)
    for k in range(options.sections):
        topic = TOPICS[k % 5] + (f" {k // 5 + 1}" if k > 4 else "")
        yield "heading", 1, topic
        yield text(note())
        if k % 5 < 3:
            yield "figure", f"figure-{k}", f"{topic} by year", k % 3
        yield "heading", 2, f"{topic}: what was seen"
        yield text(note())
        yield "heading", 2, f"{topic}: what is known"
        yield text()
        yield text(("ref", "all", "Table 2"))
        if options.tables > 1 and k % 5 == 4:
            yield "table", f"table-{k}", f"{topic}, incident by incident", words.rows(60)
    yield "table", "all", "All incidents", words.rows(options.rows)
    yield text()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf8", newline="") as file:
        file.write(text)


def write_csv(path, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


class Publication:
    """content/ below a folder."""

    def __init__(self, out):
        self.dir, self.brief, self.notes, self.charts, self.tables = f"{out}/content", [], [], [], []
        self.activity = [["figure", "date", "category", "amount"]]
        self.random = random.Random("activity")

    def heading(self, level, text):
        self.brief.append("#" * (level + 1) + " " + text)

    def text(self, runs):
        line = ""
        for run in runs:
            if run[0] == "plain":
                line += run[1]
            elif run[0] == "ref":
                line += f" (see [](ref:{run[1]}))"
            else:
                self.notes.append(f"[^{len(self.notes) + 1}]: {run[1]}")
                line += f"[^{len(self.notes)}]"
        self.brief.append(line)

    def figure(self, name, caption, kind):
        drawn = "type: line, x: date, y: amount, series: category" if kind == 1 else "type: bar, x: amount, y: date"
        self.charts.append(f"  {name}: {{{drawn}, data: {{from: series/activity, "
                           f"where: {{figure: {len(self.charts)}}}, order: date}}}}\n")
        for year in YEARS:
            for category in CATEGORIES[:3 if kind == 1 else 1]:
                self.activity.append([len(self.charts) - 1, year, category, self.random.randint(8, 280)])
        self.brief.append(f"![{caption}](chart:{name})")

    def table(self, name, caption, rows):
        if len(rows) >= SERIES_FROM or name == "all":
            self.series(name, caption, rows)
            return
        if name == "table-1":
            self.brief.append(f"[](anchor:{name})")
        lines = ["| " + " | ".join(row) + " |" for row in [COLUMNS, *rows]]
        self.brief.append("\n".join([lines[0], "|---|---|---|---|---:|---|", *lines[1:]]))

    def series(self, name, caption, rows):
        self.tables.append(f"  {name}: {{data: {{from: series/{name}}}, columns: [{', '.join(KEYS)}]}}\n")
        self.sidecar(name, zip(KEYS, KINDS))
        write_csv(f"{self.dir}/data/{name}.csv", [KEYS, *rows])
        self.brief.append(f"![{caption}](table:{name})")

    def sidecar(self, name, columns):
        columns = "".join(f"  {key}: {{type: {kind}}}\n" for key, kind in columns)
        write(f"{self.dir}/data/{name}.yaml", f"title: {{en: {name}}}\ncolumns:\n{columns}")

    def finish(self):
        write(f"{self.dir}/publication.yaml", "title: {en: Bench}\nlanguages: [en]\nsource-language: en\n")
        write(f"{self.dir}/bulletins/bench/bulletin.yaml", "date: 2021-02-10\ncharts:\n" + "".join(self.charts) +
              "tables:\n" + "".join(self.tables))
        write(f"{self.dir}/bulletins/bench/en.md", f"---\ntitle: {TITLE}\n---\n\n" +
              "\n\n".join(self.brief + self.notes) + "\n")
        self.sidecar("activity", zip(self.activity[0], ["number", "date", "text", "number"]))
        write_csv(f"{self.dir}/data/activity.csv", self.activity)


class Typst:
    """OUT/bench.typ with its tables and pictures, set as the benchmark sets it."""

    HEAD = """#set document(title: "%s", author: "bench")
#set page(paper: "a4", margin: (x: 18mm, top: 20mm, bottom: 22mm), numbering: "1 / 1",
  header: align(center, text(8pt)[%s]))
#set text(font: "Noto Serif", size: 10.5pt, lang: "en", hyphenate: true)
#set par(justify: true)
#set table(stroke: (bottom: .4pt), inset: 3pt)
#show figure: set block(breakable: true)
#align(start, text(20pt, weight: "bold")[%s])
#outline(title: [Contents], depth: 2)"""
    TABLE = """#{ let d = csv("%s.csv"); show figure: set align(start); [#figure(text(8.5pt, table(
  columns: (13%%, 14%%, 1fr, 19%%, 9%%, 7%%), align: start, table.header(..d.first().map(strong)),
  ..d.slice(1).flatten())), caption: [%s], numbering: none, kind: table, supplement: none) <%s>] }"""

    def __init__(self, out):
        self.dir, self.lines = out, [self.HEAD % (TITLE, TITLE, TITLE)]
        for kind in range(3):
            write(f"{out}/chart-{kind}.svg", self.chart(random.Random(kind)))

    @staticmethod
    def chart(r):
        parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="480" height="200" viewBox="0 0 480 200" '
                 'font-family="Noto Serif" font-size="10">']
        for i in range(5):
            parts.append(f'<path d="M40 {170 - 35 * i}H470" stroke="#ccc" stroke-width=".5"/>'
                         f'<text x="36" y="{173 - 35 * i}" text-anchor="end">{100 * i}</text>')
        for i, year in enumerate(YEARS):
            height = r.randint(20, 140)
            parts.append(f'<rect x="{52 + 52 * i}" y="{170 - height}" width="32" height="{height}" fill="#1b4f72"/>'
                         f'<text x="{68 + 52 * i}" y="184" text-anchor="middle">{year}</text>'
                         f'<text x="{68 + 52 * i}" y="{166 - height}" text-anchor="middle">{2 * height}</text>')
        return "".join(parts) + "</svg>"

    @staticmethod
    def plain(text):
        return re.sub(r"([\\#$*_<>@`\[\]~/\"'=+-])", r"\\\1", text)

    def heading(self, level, text):
        self.lines.append("=" * level + " " + self.plain(text))

    def text(self, runs):
        line = ""
        for run in runs:
            if run[0] == "plain":
                line += self.plain(run[1])
            elif run[0] == "ref":
                line += f" (see #link(<{run[1]}>)[{run[2]}])"
            else:
                line += f"#footnote[{self.plain(run[1])}]"
        self.lines.append(line)

    def figure(self, name, caption, kind):
        self.lines.append(f'#figure(image("chart-{kind}.svg", width: 100%, alt: "{caption}"), caption: [{caption}], '
                          f"numbering: none, kind: image, supplement: none) <{name}>")

    def table(self, name, caption, rows):
        write_csv(f"{self.dir}/{name}.csv", [COLUMNS, *rows])
        self.lines.append(self.TABLE % (name, caption, name))

    def finish(self):
        write(f"{self.dir}/bench.typ", "\n\n".join(self.lines) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    for name, value in ("prose", 1000), ("sections", 5), ("tables", 1), ("rows", 60):
        parser.add_argument("--" + name, type=int, default=value)
    options = parser.parse_args()
    writers = Publication(options.out), Typst(options.out)
    for kind, *rest in blocks(options):
        for writer in writers:
            getattr(writer, kind)(*rest)
    for writer in writers:
        writer.finish()


main()
