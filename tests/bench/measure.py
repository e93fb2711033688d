#!/usr/bin/env python3
"""CPU and memory of bulletins, ours (page and PDF) against Typst (PDF alone), side by side.

usage: measure.py CHANCERY WORK [PYTHON]

PYTHON is an interpreter that has typst 0.15; without it only ours is measured.  WORK gets the corpora of corpus.py and
languages.py: `langs10` is one bulletin in ten languages, in one process each; `single-zh` the Chinese one, cold and then with
the subsets of its fonts in build/cache.
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
SCRIPTS = [f"/usr/share/fonts/truetype/noto/NotoNaskhArabic-{face}.ttf" for face in ("Regular", "Bold")] + \
          [f"/usr/share/fonts/opentype/noto/NotoSerifCJK-{face}.ttc" for face in ("Regular", "Bold")]
TEN = ["en", "fr", "es", "ru", "ar", "zh", "ko", "ja", "pl", "uk"]
VARIANTS = {  # arguments of corpus.py; goals: share of Typst's CPU, MB
    "big": (["--prose", "47000", "--sections", "150", "--tables", "9"], 0.25, 100),
    "rows10k": (["--rows", "10000"], 0.5, 250),
}
LANGUAGES = {"langs10": (TEN, 0.25, None), "single-zh": (["zh"], 0.5, 0.33)}  # goals: cold, with subsets cached
TYPST = """import sys, typst
for source, output in zip(sys.argv[2::2], sys.argv[3::2]):
    typst.compile(source, output=output, font_paths=[sys.argv[1]], ignore_system_fonts=True, pdf_standards=["ua-1", "a-3a"])"""


def run(command):
    """Seconds of CPU and megabytes."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = child.stderr.read()    # tables of each language have names of their own, which is warned of
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{said}{command[0]}: exit status {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(chancery, folder, remove=("out", "build")):
    for name in remove:
        shutil.rmtree(f"{folder}/{name}", ignore_errors=True)
    return run([chancery, "-C", folder, "--quiet", "build"])


def pages(path):
    try:
        text = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    except FileNotFoundError:
        return "?"
    return next((line.split()[1] for line in text.splitlines() if line.startswith("Pages:")), "?")


def link_fonts(folder, fonts):
    """The families for Typst, which would otherwise read all that are installed."""
    os.makedirs(folder, exist_ok=True)
    for font in fonts:
        link = f"{folder}/{os.path.basename(font)}"
        if not os.path.lexists(link):
            os.symlink(font, link)
    return folder


def report(who, results, path):
    cpu, memory = statistics.median(r[0] for r in results), max(r[1] for r in results)
    print(f"  {who:<36}{cpu:8.2f} s CPU {memory:6.0f} MB {pages(path):>6} pages {os.path.getsize(path) >> 10:>6} KB")
    return cpu, memory


def measure(name, chancery, work, python):
    arguments, share, limit = VARIANTS[name]
    folder, fonts = f"{work}/{name}", link_fonts(f"{work}/fonts", FONTS)
    subprocess.run([sys.executable, f"{HERE}/corpus.py", folder, *arguments], check=True)
    mine, theirs = [], []
    for _ in range(int(os.environ.get("RUNS", 3))):
        mine.append(ours(chancery, folder))
        if python:
            theirs.append(run([python, "-c", TYPST, fonts, f"{folder}/bench.typ", f"{folder}/typst.pdf"]))
    print(name)
    cpu, memory = report("chancery, HTML and PDF/UA-1 with A-3a", mine, f"{folder}/out/en/bench/bench.en.pdf")
    if python:
        peer = report("Typst 0.15, PDF/UA-1 with A-3a", theirs, f"{folder}/typst.pdf")
        print(f"  {'share of Typst (goal ' + str(share) + ')':<36}{cpu / peer[0]:8.2f}{memory / peer[1]:12.2f}")
    print(f"  memory {memory:.0f} MB (goal {limit})")


def measure_languages(name, chancery, work, python):
    languages, share, share_cached = LANGUAGES[name]
    folder, fonts = f"{work}/{name}", link_fonts(f"{work}/fonts-of-scripts", FONTS + SCRIPTS)
    subprocess.run([sys.executable, f"{HERE}/languages.py", folder, *languages], check=True)
    files = [part for lang in languages for part in (f"{folder}/typst-{lang}/bench.typ", f"{folder}/typst-{lang}/typst.pdf")]
    cold, cached, theirs = [], [], []
    for _ in range(int(os.environ.get("RUNS", 5))):
        cold.append(ours(chancery, folder))
        cached.append(ours(chancery, folder, ("out",)))
        if python:
            theirs.append(run([python, "-c", TYPST, fonts, *files]))
    print(name)
    path = f"{folder}/out/{languages[-1]}/bench/bench.{languages[-1]}.pdf"
    found = [(report("chancery, HTML and PDF, cold", cold, path), share),
             (report("chancery, subsets cached", cached, path), share_cached)]
    if python:
        peer = report("Typst 0.15, PDF/UA-1 with A-3a", theirs, files[-1])
        for (cpu, _), goal in found:
            print(f"  {'share of Typst' + (f' (goal {goal})' if goal else ''):<36}{cpu / peer[0]:8.2f}")


def main():
    chancery, work, *python = sys.argv[1:]
    for name in os.environ.get("VARIANTS", " ".join([*VARIANTS, *LANGUAGES])).split():
        (measure_languages if name in LANGUAGES else measure)(name, chancery, work, python[0] if python else None)


main()
