#!/usr/bin/env python3
"""words.py BRIEF.md FILE.pdf: every word of the brief, as often as it stands there, is in the text of the PDF.

Markdown is taken apart with a few patterns, on purpose not by our own parser.  Hyphenation at line ends is undone; a word
that is broken between two pages is looked for in its two parts.  Exit 0 all there, 1 words are missing, 2 cannot check.
"""
import re
import subprocess
import sys
import unicodedata
from collections import Counter

WORD = re.compile(r"[^\W_]+")
HYPHENS = "-\u00ad\u2010\u2011"


def plain(markdown):
    """The words a reader sees: no destinations, definitions, markers."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"^\s*\[[^\]^]+\]:\s*\S+.*$", "", text, flags=re.M)
    text = re.sub(r"\]\((?:[^()]|\([^()]*\))*\)", "] ", text)
    text = re.sub(r"\]\[[^\]]*\]", "] ", text)
    text = re.sub(r"^(\s*)(?:[-*+]|\d+[.)])\s", r"\1", text, flags=re.M)
    text = re.sub(r"^\s*```\S*\s*$", "", text, flags=re.M)
    text = re.sub(r"&(?:#?\w+);", " ", text)
    return text


def words(text):
    return Counter(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def joins(text):
    """The words that line ends cut in two (the halves count as words of their own besides: a hyphen may be the author's)."""
    halves = re.findall(rf"([^\W_]+)[{HYPHENS}]\s*\n\s*[{HYPHENS}]?(?=([^\W_]+))", text)
    return Counter((end + start).casefold() for end, start in halves)


def ends_and_starts(text):
    """What stands before a hyphen at a line's end, and what a line starts with."""
    ends, starts = Counter(), Counter()
    for line in text.splitlines():
        end = re.search(rf"([^\W_]+)[{HYPHENS}]\s*$", line)
        start = re.match(r"\s*([^\W_]+)", line)
        if end:
            ends[end.group(1).casefold()] += 1
        if start:
            starts[start.group(1).casefold()] += 1
    return ends, starts


def is_split(word, ends, starts):
    return any(ends[word[:i]] and starts[word[i:]] for i in range(1, len(word)))


def main():
    source, pdf = sys.argv[1:]
    with open(source, encoding="utf-8-sig") as file:
        wanted = words(plain(file.read()))
    # Without -raw poppler itself takes hyphens from line ends, those of compounds too.
    run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"], capture_output=True)
    if run.returncode != 0 or not wanted:
        print(f"{pdf}: no text to compare", file=sys.stderr)
        return 2
    text = unicodedata.normalize("NFKC", run.stdout.decode())
    there = words(text) + joins(text)
    ends, starts = ends_and_starts(text)
    missing = {w: n - there[w] for w, n in wanted.items()
               if n > there[w] and not is_split(w, ends, starts)}
    for word in sorted(missing):
        print(f"{pdf}: {word} x{missing[word]} is missing")
    return 1 if missing else 0


sys.exit(main())
