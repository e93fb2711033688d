#!/usr/bin/env python3
"""fop-text.py OURS.pdf FOPS.pdf: both formatters set the same words in the same order.

The two PDFs are made of one FO file, FOP's with -a.  Compared is the text of their structure trees, which has neither
pages nor lines nor furniture: a note stands at its mark in both.  Left out are the page numbers of the contents, for
pages need not end alike, hyphens within words, for lines need not, and what is written in figures.
Exit 0 the same, 1 they differ, 2 cannot check.
"""
import difflib
import re
import subprocess
import sys
import unicodedata

SHOWN = 12
WORD = re.compile(r"[^\W_]+")
HYPHENS = re.compile(r"(?<=\w)[-\u00ad\u2010\u2011]+(?=\w)")


class Unreadable(Exception):
    pass


def structure(path):
    """The lines of the structure tree as (depth, is it text, what)."""
    run = subprocess.run(["pdfinfo", "-enc", "UTF-8", "-struct-text", path], capture_output=True)
    if run.returncode != 0:
        raise Unreadable(f"{path}: {run.stderr.decode(errors='replace').strip()}")
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        what = line.lstrip(" ")
        if what:
            yield (len(line) - len(what)) // 2, what.startswith('"'), what


def flows(lines):
    """Of each of FOP's page sequences the section that is the flow: the longest; the others are static content."""
    parts = []
    for depth, is_text, what in lines:
        if depth == 1:
            parts.append([[]])
        elif depth == 2:
            parts[-1].append([])
        elif depth > 2:
            parts[-1][-1].append((depth, is_text, what))
    return [line for part in parts for line in max(part, key=len)]


def text(lines):
    """The text, parted by line feeds wherever a block begins or ends, without the page numbers of the contents."""
    out, stack = [], []

    def leave(depth):
        while stack and stack[-1][0] >= depth:
            _, what, start = stack.pop()
            if what.startswith("Reference"):
                out.append(" ")
            if what.startswith("TOCI"):
                out[start:] = [re.sub(r"\d+\s*$", "", "".join(out[start:]))]
            elif what.startswith("Figure"):
                del out[start:]
            if not what.endswith("(inline)"):
                out.append("\n")

    for depth, is_text, what in lines:
        leave(depth)
        if is_text:
            out.append(what[1:-1])
            continue
        if not what.endswith("(inline)"):
            out.append("\n")
        elif what.startswith("Reference"):
            out.append(" ")
        stack.append((depth, what, len(out)))
    leave(0)
    return unicodedata.normalize("NFKC", "".join(out))


def words(lines):
    return WORD.findall(HYPHENS.sub("", text(lines)))


def is_lost_space(wanted, there):
    """FOP loses the space of a line's end where an inline begins or ends there."""
    return len(there) > len(wanted) and "".join(wanted) == "".join(there)


def shown(some):
    return " ".join(some[:SHOWN] + (["…"] if len(some) > SHOWN else []))


def main(ours, fops):
    try:
        there, wanted = words(structure(ours)), words(flows(structure(fops)))
    except Unreadable as problem:
        print(problem, file=sys.stderr)
        return 2
    if not wanted:
        print(f"{fops}: no text to compare", file=sys.stderr)
        return 2
    matcher = difflib.SequenceMatcher(None, wanted, there, autojunk=False)
    changes = [(a, b, c, d) for kind, a, b, c, d in matcher.get_opcodes()
               if kind != "equal" and not is_lost_space(wanted[a:b], there[c:d])]
    for a, b, c, d in changes[:SHOWN]:
        print(f"after “{' '.join(wanted[max(a - 4, 0):a])}” "
              f"FOP has “{shown(wanted[a:b])}”, ours “{shown(there[c:d])}”")
    print(f"{ours}: {len(wanted)} words, {len(changes)} differences")
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
