#!/usr/bin/env python3
"""A long bulletin, twice: as a publication of ours and as a document for Typst 0.15, of the same words.

usage: corpus.py OUT [--prose WORDS] [--sections N] [--tables N] [--rows N] [--sentences FILE]

Blocks, their order and lengths, the random numbers, the pictures and the Typst document are those of the benchmark the
goals are given in (issue 4; its `big` is --prose 47000 --sections 150 --tables 9, its `rows10k` --rows 10000).  The
sentences are our own, as many, of as many words and letters; with the benchmark's as --sentences, one a line, the Typst
document is the benchmark's to the byte but for names of files.

What each side does with it: a table of CSV data is a data table here and a `csv()` table there; the tables inside
sections are pipe tables here.  A figure is a chart of its own here, drawn from a series; there it is one of three SVG
files.  The same arguments give the same bytes.
"""
import argparse
import csv
import html
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
TITLE = "Sanctions monitoring bulletin"
SUMMARY = "Summary"
CONTENTS = "Contents"
SEE = "see"
TOPICS = ["Missile programme", "Crypto-asset theft", "Maritime smuggling", "Overseas workers", "Designations"]
COLUMNS = ["Date", "Category", "Incident", "Location", "USD m", "Conf."]
KEYS = ["date", "category", "incident", "place", "amount", "confidence"]
KINDS = ["date", "text", "text", "text", "number", "text"]
CATEGORIES = ["Missile", "Crypto", "Smuggling"]
PLACES = ["Nampo", "Haeju", "Sinchang", "Busan", "Nakhodka", "Ningbo-Zhoushan", "Vladivostok", "Ha Long Bay",
          "East China Sea", "Sohae", "Wonsan", "Pyongyang"]
YEARS = range(2014, 2022)
EVENTS = 12
INKS = ["#1b4f72", "#b9770e", "#7b241c"]


class Words:
    """Sentences in an order of chance, each with numbers of its own."""

    def __init__(self, random_, sentences):
        self.random, self.sentences, self.bag = random_, sentences, []

    def vary(self, number):
        if len(number) == 4 and number[:2] in ("17", "19", "20"):
            return number    # a year
        return "".join(self.random.choice("123456789") for _ in number)

    def sentence(self):
        if not self.bag:
            self.bag = self.sentences[:]
            self.random.shuffle(self.bag)
        return re.sub(r"\d+", lambda m: self.vary(m[0]), self.bag.pop())

    def paragraph(self, words):
        text, n = [], 0
        while n < words:
            text.append(self.sentence())
            n += len(text[-1].split())
        return " ".join(text)

    def incident(self):
        return " ".join(re.split("[,;:]| — ", self.sentence())[0].split()[:9])

    def rows(self, n):
        r, rows = self.random, []
        for i in range(n):
            incident = self.incident()
            rows.append([f"{2017 + i * 4 // n}-{r.randint(1, 12):02d}-{r.randint(1, 28):02d}", r.choice(CATEGORIES),
                         incident, r.choice(PLACES), f"{r.random() * 300:.1f}", r.choice("ABC")])
        return rows


def blocks(sentences, prose, sections, tables, rows):
    """Tuples: heading level text id · text runs · figure id number title kind · table id number title rows.
    A run is plain TEXT, note TEXT or ref ID TEXT; number is what the benchmark's caption begins with."""
    return blocks_of(Words(random.Random("en-1"), sentences), prose, sections, tables, rows)


def blocks_of(words, prose, sections, tables, rows):
    """The same, said with Words."""
    length = max(40, prose // (3 + 4 * sections))

    def text(note=False, ref=None):
        runs = [("plain", words.paragraph(length))]
        if note:
            runs.append(("note", words.sentence() + f" S/2021/{words.random.randint(100, 999)}."))
        if ref:
            runs.append(("ref", *ref))
        return "text", runs

    yield "heading", 1, SUMMARY, "summary"
    yield text(note=True)
    yield text()
    yield text(ref=("tbl1", "Table 1"))
    yield "table", "tbl1", 1, SUMMARY, words.rows(12)
    for k in range(sections):
        topic = TOPICS[k % 5] + (f" {k // 5 + 1}" if k > 4 else "")
        yield "heading", 1, topic, f"sec{k + 1}"
        yield text(note=True, ref=(f"fig{k % 3 + 1}", f"Figure {k % 3 + 1}") if k < 5 else None)
        if k % 5 < 3:
            yield "figure", *((f"fig{k + 1}", k + 1) if k < 3 else (f"fig{k + 1}x", k)), topic, k % 3
        yield "heading", 2, f"{topic}: {CONTENTS.lower()} {k + 1}.1", f"sec{k + 1}-1"
        yield text(note=True)
        yield "heading", 2, f"{topic}: {SUMMARY.lower()} {k + 1}.2", f"sec{k + 1}-2"
        yield text(note=k == 0)
        yield text(ref=("tbl2", "Table 2"))
        if tables > 1 and k % 5 == 4 and k < sections - 1:
            yield "table", f"tblx{k}", k, topic, words.rows(60)
    yield "table", "tbl2", 2, TITLE, words.rows(rows)
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

    # Bars by year; bars with a name each; lines of three series: as many marks and words as in the three pictures.
    CHARTS = ("type: bar, x: amount, y: date", "type: bar, x: amount, y: event",
              "type: line, x: date, y: amount, series: category")

    def __init__(self, out):
        self.dir, self.brief, self.notes, self.charts, self.tables = f"{out}/content", [], [], [], []
        self.activity = [["figure", "date", "category", "event", "amount"]]
        self.random = random.Random("activity")

    @staticmethod
    def plain(text):
        return re.sub(r"([\\`*_<>\[\]#|$~^])", r"\\\1", text)

    def heading(self, level, text, _id):
        self.brief.append("#" * (level + 1) + " " + self.plain(text))

    def text(self, runs):
        line = ""
        for kind, text, *_ in runs:
            if kind == "plain":
                line += self.plain(text)
            elif kind == "ref":
                line += f" ({SEE} [](ref:{text}))"
            else:
                self.notes.append(f"[^{len(self.notes) + 1}]: {self.plain(text)}")
                line += f"[^{len(self.notes)}]"
        self.brief.append(line)

    def activity_of(self, kind):
        r = self.random
        if kind == 1:
            return [[2014 + i * 8 // EVENTS, r.choice(CATEGORIES), f"{r.choice(CATEGORIES)} {r.choice(PLACES)} {i + 1}"]
                    for i in range(EVENTS)]
        return [[year, category, "-"] for year in YEARS for category in (CATEGORIES if kind == 2 else CATEGORIES[:1])]

    def figure(self, name, _number, title, kind):
        self.charts.append(f"  {name}: {{{self.CHARTS[kind]}, data: {{from: series/activity, "
                           f"where: {{figure: {len(self.charts)}}}, order: date}}}}\n")
        self.activity += [[len(self.charts) - 1, *row, self.random.randint(8, 280)] for row in self.activity_of(kind)]
        self.brief.append(f"![{self.plain(title)}](chart:{name})")

    def table(self, name, _number, title, rows):
        if name in ("tbl1", "tbl2"):
            self.series(name, title, rows)
            return
        lines = ["| " + " | ".join(map(self.plain, row)) + " |" for row in [COLUMNS, *rows]]
        self.brief.append("\n".join([lines[0], "|---|---|---|---|---:|---|", *lines[1:]]))

    def series(self, name, title, rows):
        self.tables.append(f"  {name}: {{data: {{from: series/{name}}}, columns: [{', '.join(KEYS)}]}}\n")
        self.sidecar(name, zip(KEYS, KINDS))
        write_csv(f"{self.dir}/data/{name}.csv", [KEYS, *rows])
        self.brief.append(f"![{self.plain(title)}](table:{name})")

    def sidecar(self, name, columns):
        columns = "".join(f"  {key}: {{type: {kind}}}\n" for key, kind in columns)
        write(f"{self.dir}/data/{name}.yaml", f"title: {{en: {name}}}\ncolumns:\n{columns}")

    def finish(self):
        write(f"{self.dir}/publication.yaml", "title: {en: Bench}\nlanguages: [en]\nsource-language: en\n")
        write(f"{self.dir}/bulletins/bench/bulletin.yaml", "date: 2021-02-10\ncharts:\n" + "".join(self.charts) +
              "tables:\n" + "".join(self.tables))
        write(f"{self.dir}/bulletins/bench/en.md", f"---\ntitle: {TITLE} 1/2021\n---\n\n" +
              "\n\n".join(self.brief + self.notes) + "\n")
        write(f"{self.dir}/../templates/labels/en.yaml",
              "".join(f'col.{key}: "{column}"\n' for key, column in zip(KEYS, COLUMNS)))
        self.sidecar("activity", zip(self.activity[0], ["number", "date", "text", "text", "number"]))
        write_csv(f"{self.dir}/data/activity.csv", self.activity)


class Typst:
    """OUT/bench.typ with its tables and pictures, set as the benchmark sets it."""

    HEAD = """#set document(title: "{0} 1/2021", author: "bench")
#set page(paper: "a4", margin: (x: 18mm, top: 20mm, bottom: 22mm), numbering: "1 / 1", \
header: align(center, text(8pt)[{0} 1\\/2021]))
#set text(font: ("Noto Serif", "Noto Serif"), size: 10.5pt, lang: "en", hyphenate: true)
#set par(justify: true)
#show figure: set block(breakable: true)
#set heading(numbering: none)
#set table(stroke: (bottom: .4pt), inset: 3pt)
#align(start, text(20pt, weight: "bold")[{0} 1\\/2021])
#set text(dir: ltr)
#outline(title: [{1}], depth: 2)"""
    TABLE = """#{{ let d = csv("{0}.csv"); show figure: set align(start); [#figure(text(8.5pt, \
table(columns: (13%, 14%, 1fr, 19%, 9%, 7%), align: start, table.header(..d.first().map(strong)), \
..d.slice(1).flatten())), caption: [{1}], numbering: none, kind: table, supplement: none) <{0}>] }}
"""
    FIGURE = ('#figure(image("chart-{3}.svg", width: 100%, alt: "{1}"), caption: [{2}], numbering: none, kind: image, '
              "supplement: none) <{0}>")

    def __init__(self, out):
        self.dir, self.lines = out, [self.HEAD.format(TITLE, CONTENTS)]
        for kind, picture in enumerate(pictures()):
            write(f"{out}/chart-{kind}.svg", picture)

    @staticmethod
    def plain(text):
        return re.sub(r"([\\#$*_<>@`\[\]~/\"'=+-])", r"\\\1", text)

    def heading(self, level, text, name):
        self.lines.append("=" * level + f" {self.plain(text)} <{name}>")

    def text(self, runs):
        line = ""
        for kind, text, *words in runs:
            if kind == "plain":
                line += self.plain(text)
            elif kind == "ref":
                line += f" ({SEE} #link(<{text}>)[{self.plain(words[0])}])"
            else:
                line += f"#footnote[{self.plain(text)}]"
        self.lines.append(line + "\n")

    def figure(self, name, number, title, kind):
        caption = f"Figure {number}. {title}"
        self.lines.append(self.FIGURE.format(name, caption, self.plain(caption), kind))

    def table(self, name, number, title, rows):
        write_csv(f"{self.dir}/{name}.csv", [COLUMNS, *rows])
        self.lines.append(self.TABLE.format(name, self.plain(f"Table {number}. {title}")))

    def finish(self):
        write(f"{self.dir}/bench.typ", "\n".join(self.lines))


def pictures():
    """SVG: columns by year, events along a line of time, stacked columns with a legend."""
    r = random.Random("cen1")

    def svg(height, parts):
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="480" height="{height}" viewBox="0 0 480 {height}" '
                'font-family="Noto Serif" font-size="10">' + "".join(parts) + "</svg>")

    def words(x, y, text, anchor="start"):
        return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{html.escape(str(text))}</text>'

    def box(x, y, height, ink, width=32):
        return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{ink}"/>'

    columns = [f'<path d="M40 {170 - i * 35}H470" stroke="#ccc" stroke-width=".5"/>' +
               words(36, 173 - i * 35, i * 100, "end") for i in range(5)]
    for i, year in enumerate(YEARS):
        height = r.randint(20, 140)
        columns.append(box(52 + i * 52, 170 - height, height, INKS[0]) + words(68 + i * 52, 184, year, "middle") +
                       words(68 + i * 52, 166 - height, height * 2, "middle"))
    stacks = []
    for i, year in enumerate(YEARS):
        top = 150
        for ink in INKS:
            height = r.randint(8, 45)
            top -= height
            stacks.append(box(52 + i * 52, top, height, ink))
        stacks.append(words(68 + i * 52, 164, year, "middle"))
    for i, category in enumerate(CATEGORIES):
        stacks.append(box(52 + i * 140, 178, 9, INKS[i], 9) + words(66 + i * 140, 187, category))
    events = ['<path d="M20 110H465" stroke="#333"/>']
    for i, year in enumerate(YEARS):
        events.append(f'<circle cx="{40 + i * 57}" cy="110" r="3" fill="{INKS[i % 3]}"/>' +
                      words(40 + i * 57, 124, year, "middle"))
    for i in range(EVENTS):
        x, y = 40 + r.random() * 400, i // 2 * 11 + (30 if i % 2 else 145)
        events.append(f'<path d="M{x:.1f} 110V{y}" stroke="{INKS[i % 3]}" stroke-width=".6"/>' +
                      words(f"{x + 2:.1f}", y, f"{CATEGORIES[i % 3]} {r.choice(PLACES)}"))
    return svg(200, columns), svg(220, events), svg(200, stacks)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    for name, value in ("prose", 1000), ("sections", 5), ("tables", 1), ("rows", 60):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--sentences", default=f"{HERE}/sentences.txt")
    options = parser.parse_args()
    with open(options.sentences, encoding="utf8") as file:
        sentences = [line.strip() for line in file if line.strip()]
    writers = Publication(options.out), Typst(options.out)
    for kind, *rest in blocks(sentences, options.prose, options.sections, options.tables, options.rows):
        for writer in writers:
            getattr(writer, kind)(*rest)
    for writer in writers:
        writer.finish()


if __name__ == "__main__":
    main()
