#!/usr/bin/env python3
"""One bulletin in several languages: as a publication of ours and as a document for Typst 0.15 in each, of the same words.

usage: languages.py OUT LANG... [--prose WORDS] [--sections N] [--rows N]

Blocks, their order and the setting are those of corpus.py, so that the languages are translations of each other block by
block; languages/LANG.txt has what is said: title, contents, summary, five topics, "table|figure|see", six columns, three
categories, an empty line, sentences of our own.  The first language is the source.  The same arguments give the same bytes.
"""
import argparse
import os
import random
import re
import sys

sys.dont_write_bytecode = True
import corpus    # noqa: E402

FONTS = {"ar": "Noto Naskh Arabic", "zh": "Noto Serif CJK SC", "ko": "Noto Serif CJK KR", "ja": "Noto Serif CJK JP"}
SPACELESS = ("zh", "ja")


class Texts:
    """What languages/LANG.txt says."""

    def __init__(self, lang):
        with open(f"{corpus.HERE}/languages/{lang}.txt", encoding="utf8") as file:
            head, sentences = file.read().strip().split("\n\n")
        self.lang = lang
        self.title, self.contents, self.summary, *lists = head.split("\n")
        self.topics, self.words, self.columns, self.categories = (line.split("|") for line in lists)
        self.sentences = sentences.split("\n")


class Words(corpus.Words):
    """A paragraph has as many sentences in every language, a cell of Chinese and Japanese no more than 26 signs."""

    def __init__(self, texts):
        super().__init__(random.Random("languages"), texts.sentences)
        self.texts = texts

    def paragraph(self, words):
        glue = "" if self.texts.lang in SPACELESS else " "
        return glue.join(self.sentence() for _ in range(max(2, words // 20)))

    def incident(self):
        part = re.split("[,;:،؛，、；。]| — ", self.sentence())[0]
        return part[:26] if self.texts.lang in (*SPACELESS, "ko") else " ".join(part.split()[:9])


class Typst(corpus.Typst):
    """OUT/typst-LANG/bench.typ with its tables and pictures."""

    def __init__(self, out, texts):
        super().__init__(f"{out}/typst-{texts.lang}")
        font = FONTS.get(texts.lang, "Noto Serif")
        self.lines = [self.HEAD.replace('("Noto Serif",', f'("{font}",').replace('lang: "en"', f'lang: "{texts.lang}"')
                      .replace("dir: ltr", "dir: rtl" if texts.lang == "ar" else "dir: ltr")
                      .format(texts.title, texts.contents)]
        self.texts = texts

    def text(self, runs):
        def say(words):
            return words.replace("Table", self.texts.words[0]).replace("Figure", self.texts.words[1])
        super().text([(run[0], run[1], say(run[2])) if run[0] == "ref" else run for run in runs])

    def figure(self, name, number, title, kind):
        caption = f"{self.texts.words[1]} {number}. {title}"
        self.lines.append(self.FIGURE.format(name, caption, self.plain(caption), kind))

    def table(self, name, number, title, rows):
        corpus.write_csv(f"{self.dir}/{name}.csv", [self.texts.columns, *rows])
        self.lines.append(self.TABLE.format(name, self.plain(f"{self.texts.words[0]} {number}. {title}")))


class Publication(corpus.Publication):
    """content/ below a folder; each language has data tables of its own, the charts are shared."""

    def __init__(self, out, texts):
        super().__init__(out)
        self.texts = texts

    def text(self, runs):
        super().text([("ref", f"{run[1]}-{self.texts.lang}") if run[0] == "ref" and run[1].startswith("tbl") else run
                      for run in runs])

    def series(self, name, title, rows):
        super().series(f"{name}-{self.texts.lang}", title, rows)

    def finish(self):
        """What is of one language."""
        texts = self.texts
        corpus.write(f"{self.dir}/bulletins/bench/{texts.lang}.md", f"---\ntitle: {texts.title} 1/2021\n---\n\n" +
                     "\n\n".join(self.brief + self.notes) + "\n")
        corpus.write(f"{self.dir}/../templates/labels/{texts.lang}.yaml",
                     "".join(f'col.{key}: "{column}"\n' for key, column in zip(corpus.KEYS, texts.columns)))

    def share(self, publications):
        """What all have in common; this is the source."""
        languages = [publication.texts.lang for publication in publications]
        titles = ", ".join(f"{publication.texts.lang}: {publication.texts.title}" for publication in publications)
        corpus.write(f"{self.dir}/publication.yaml", f"title: {{{titles}}}\nlanguages: [{', '.join(languages)}]\n"
                     f"source-language: {languages[0]}\n")
        corpus.write(f"{self.dir}/bulletins/bench/bulletin.yaml", "date: 2021-02-10\ncharts:\n" + "".join(self.charts) +
                     "tables:\n" + "".join(line for publication in publications for line in publication.tables))
        self.sidecar("activity", zip(self.activity[0], ["number", "date", "text", "text", "number"]))
        corpus.write_csv(f"{self.dir}/data/activity.csv", self.activity)


def model(texts, prose, sections, rows):
    """corpus.blocks in another language: see there."""
    words = Words(texts)
    corpus.SUMMARY, corpus.CONTENTS, corpus.TITLE = texts.summary, texts.contents, texts.title
    corpus.TOPICS, corpus.COLUMNS = texts.topics, texts.columns
    corpus.CATEGORIES, corpus.SEE = texts.categories, texts.words[2]
    return corpus.blocks_of(words, prose, sections, 1, rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("languages", nargs="+")
    for name, value in ("prose", 1000), ("sections", 5), ("rows", 60):
        parser.add_argument("--" + name, type=int, default=value)
    options = parser.parse_args()
    publications = []
    for lang in options.languages:
        texts = Texts(lang)
        ours, theirs = Publication(options.out, texts), Typst(options.out, texts)
        for kind, *rest in model(texts, options.prose, options.sections, options.rows):
            for writer in ours, theirs:
                getattr(writer, kind)(*rest)
        ours.finish()
        theirs.finish()
        publications.append(ours)
    publications[0].share(publications)


main()
