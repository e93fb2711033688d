#!/usr/bin/env python3
"""CPU and memory of a long bulletin, ours (page and PDF) against Typst (PDF alone), side by side.

usage: measure.py CHANCERY WORK [PYTHON]

PYTHON is an interpreter that has typst 0.15; without it only ours is measured.  WORK gets the corpora of corpus.py.
CPU is user and system time of all processes, the median of RUNS (3) cold runs taken in turns; memory is the largest
resident set of one process (contract, section 11).
"""
import os
import shutil
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FONTS = [f"/usr/share/fonts/truetype/noto/NotoSerif-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")]
VARIANTS = {  # arguments of corpus.py; goals: share of Typst's CPU, MB
    "big": (["--prose", "47000", "--sections", "150", "--tables", "9"], 0.25, 100),
    "rows10k": (["--rows", "10000"], 0.5, 250),
}
TYPST = """import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True,
              pdf_standards=["ua-1", "a-3a"])"""


def run(command):
    """Seconds of CPU and megabytes."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]}: exit status {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(chancery, folder):
    for name in "out", "build":
        shutil.rmtree(f"{folder}/{name}", ignore_errors=True)
    return run([chancery, "-C", folder, "--quiet", "build"])


def pages(path):
    try:
        text = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    except FileNotFoundError:
        return "?"
    return next((line.split()[1] for line in text.splitlines() if line.startswith("Pages:")), "?")


def link_fonts(work):
    """The one family for Typst, which would otherwise read all that are installed."""
    os.makedirs(f"{work}/fonts", exist_ok=True)
    for font in FONTS:
        link = f"{work}/fonts/{os.path.basename(font)}"
        if not os.path.lexists(link):
            os.symlink(font, link)


def report(who, results, path):
    cpu, memory = statistics.median(r[0] for r in results), max(r[1] for r in results)
    print(f"  {who:<36}{cpu:8.2f} s CPU {memory:6.0f} MB {pages(path):>6} pages {os.path.getsize(path) >> 10:>6} KB")
    return cpu, memory


def measure(name, chancery, work, python):
    arguments, share, limit = VARIANTS[name]
    folder = f"{work}/{name}"
    subprocess.run([sys.executable, f"{HERE}/corpus.py", folder, *arguments], check=True)
    mine, theirs = [], []
    for _ in range(int(os.environ.get("RUNS", 3))):
        mine.append(ours(chancery, folder))
        if python:
            theirs.append(run([python, "-c", TYPST, f"{folder}/bench.typ", f"{folder}/typst.pdf", f"{work}/fonts"]))
    print(name)
    cpu, memory = report("chancery, HTML and PDF/UA-1 with A-3a", mine, f"{folder}/out/en/bench/bench.en.pdf")
    if python:
        peer = report("Typst 0.15, PDF/UA-1 with A-3a", theirs, f"{folder}/typst.pdf")
        print(f"  {'share of Typst (goal ' + str(share) + ')':<36}{cpu / peer[0]:8.2f}{memory / peer[1]:12.2f}")
    print(f"  memory {memory:.0f} MB (goal {limit})")


def main():
    chancery, work, *python = sys.argv[1:]
    link_fonts(work)
    for name in os.environ.get("VARIANTS", " ".join(VARIANTS)).split():
        measure(name, chancery, work, python[0] if python else None)


main()
