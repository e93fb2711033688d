#!/usr/bin/env python3
"""words.py BRIEF.md FILE.pdf: the words of the brief are in the text of the PDF, in their order, by poppler and by MuPDF.

Between them others may stand: what facts print, furniture; and a figure may float to a later page with its caption.
Markdown is taken apart with a few patterns, on purpose not by our own parser; a note is read at its mark.  A hyphen that the formatter inserted is a soft one, stands at
a line's end (in Polish also where the next line repeats a hyphen) and is no part of the word.  Of a word that a page end
parts, the first half is looked for: furniture stands between the halves.
Exit 0 all there, 1 not so, 2 cannot check.
"""
import difflib
import re
import subprocess
import sys
import unicodedata

SHOWN = 10
# Each letter is a word where lines break between letters, or poppler breaks one behind each that stands left of the last.
LETTERS = r"\u0590-\u08ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
WORD = re.compile(rf"(?=\w)[{LETTERS}]|[^\W_{LETTERS}]+")
NOTE = re.compile(r"^\[\^([^\]]+)\]:[ \t]*(.*(?:\n(?:[ \t]+.*)?)*)", re.M)
FIGURE = re.compile(r"^!\[([^\]]*)\]\([^)]*\)\s*$", re.M)
EACH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
RTL = re.compile("[\u0590-\u08ff]+")
MARK = re.compile("[\u0640\u200c-\u200f\u2066-\u2069]")
PARTED = "\u01c2"  # a letter that no text here has
SOFT_IN_LINE = re.compile(r"[^\n]*(?<![-\n])\u00ad(?![ \t]*\n)[^\n]*")
# Without -raw poppler itself takes hyphens from line ends, those of compounds too.  Right-to-left letters it orders by
# their places, with lam-alef the wrong way round: those are read by MuPDF alone.
EXTRACTORS = {
    "poppler": ["pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-"],
    "MuPDF": ["mutool", "draw", "-q", "-F", "text", "FILE"],
}


def plain(markdown):
    """What a reader sees: no destinations, definitions, markers."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    notes = {name: note for name, note in NOTE.findall(text)}
    text = NOTE.sub("", text)
    text = re.sub(r"\[\^([^\]]+)\]", lambda mark: f" {notes.pop(mark[1], '')} ", text)
    text = re.sub(r"^\s*\[[^\]]+\]:\s*\S+.*$", "", text, flags=re.M)
    text = re.sub(r"\]\((?:[^()]|\([^()]*\))*\)", "] ", text)
    text = re.sub(r"\]\[[^\]]*\]", "] ", text)
    text = re.sub(r"^(\s*)(?:[-*+]|\d+[.)])\s", r"\1", text, flags=re.M)
    text = re.sub(r"^\s*```\S*\s*$", "", text, flags=re.M)
    text = re.sub(r"(?<=\w)\*+(?=\w)", "", text)
    return re.sub(r"&(?:#?\w+);", " ", text)


def words(text):
    """Signs of China, Japan and Korea count one by one, since lines end between any two of them; so do the scripts of a
    word that mixes right-to-left letters with others.  Marks of those do not count, nor a second alef, which MuPDF takes for the shadow of the one in lam-alef."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if RTL.search(text):
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c) and not MARK.match(c))
        text = re.sub("\u0627+", "\u0627", text)
    return WORD.findall(RTL.sub(r" \g<0> ", EACH.sub(r" \g<0> ", unicodedata.normalize("NFC", text))))


def is_word(there, wanted):
    """A note's mark may stand right behind the word; a page end may part it."""
    if there.endswith(PARTED):
        return wanted.startswith(there[:-1])
    mark = there.removeprefix(wanted)
    return mark == "" or mark != there and re.fullmatch(r"\d{1,3}|[a-z]", mark) is not None


def is_in_order(wanted, there):
    rest = iter(there)
    return all(any(is_word(other, word) for other in rest) for word in wanted)


def problems(wanted, captions, text):
    yield from (f"soft hyphen within a line: {line}" for line in SOFT_IN_LINE.findall(text)[:SHOWN])
    text = re.sub(r"\u00ad\s*\f", PARTED + " ", text)
    there = words(re.sub(r"\u00ad[ \t]*\n?", "", text))
    everything = " ".join(there)
    yield from (f"no caption “{caption}”" for caption in captions if caption not in everything)
    if is_in_order(wanted, there):
        return
    for kind, a, b, c, d in difflib.SequenceMatcher(None, wanted, there, autojunk=False).get_opcodes():
        if kind in ("delete", "replace"):
            yield (f"after “{' '.join(wanted[max(a - 4, 0):a])}” the brief has “{' '.join(wanted[a:b][:SHOWN])}”, "
                   f"the PDF “{' '.join(there[c:d][:SHOWN])}”")


def main(source, pdf):
    with open(source, encoding="utf-8-sig") as file:
        markdown = file.read()
    captions = [" ".join(words(plain(caption))) for caption in FIGURE.findall(markdown)]
    wanted = words(plain(FIGURE.sub("", markdown)))
    bad = False
    for name, command in EXTRACTORS.items():
        if name == "poppler" and RTL.search(markdown):
            continue
        run = subprocess.run([pdf if part == "FILE" else part for part in command], capture_output=True)
        if run.returncode != 0 or not wanted:
            print(f"{pdf}: {name}: no text to compare", file=sys.stderr)
            return 2
        found = list(problems(wanted, captions, run.stdout.decode()))
        for problem in found[:SHOWN]:
            print(f"{pdf}: {name}: {problem}")
        bad = bad or bool(found)
    return 1 if bad else 0


sys.exit(main(*sys.argv[1:]))
