#!/bin/bash
# explain.sh [--bless]: every diagnostic has a page, and its examples are true: laid over tests/explain/content, the files under
# "Example" bring the diagnostic about, and those under "How to mend it" on top of them make it go.  Names whose check does not
# exist yet (tests/golden/pending.txt) have their pages tested for form only.  TAP; --bless rewrites docs/diagnostics/README.md.
cd "$(dirname "$0")/.." || exit 2
export CHANCERY="${CHANCERY:-$PWD/build/chancery}" LC_ALL=C.UTF-8
exec python3 - "$@" <<'PY'
import os, re, shutil, subprocess, sys, tempfile

PROGRAM = os.environ["CHANCERY"]
SECTIONS = ["Why it matters", "Example", "How to mend it"]
# What no file of a publication brings about by itself.
WITHOUT_FILES = {"build-locked", "job-failed", "sandbox-missing"}
FILE = re.compile(r"^`([^`\n]+)`:\n\n```[a-z]+\n(.*?)^```$|^```sh\n(.*?)^```$", re.M | re.S)
ENVIRONMENT = os.environ | {"PATH": os.path.dirname(PROGRAM) + ":" + os.environ["PATH"]}
count = failed = 0


def report(name, problem, skipped=""):
    global count, failed
    count += 1
    failed += bool(problem)
    print(f"{'not ok' if problem else 'ok'} {count} - {name}{skipped}")
    for line in problem.splitlines():
        print(f"# {line}")


def said(folder, command):
    return subprocess.run([PROGRAM, "-C", folder, command], capture_output=True, text=True).stderr


# Writes the files of a section and runs its scripts, in their order; what those said, or None where there is nothing.
def lay(section, folder):
    blocks = FILE.findall(section)
    told = ""
    for path, text, script in blocks:
        if script:
            told += subprocess.run(["sh", "-c", script], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True).stderr
            continue
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return told if blocks else None


# What is wrong with the examples of a page; what check does not see, build may.
def try_examples(name, example, remedy, folder):
    shutil.copytree("tests/explain/content", folder + "/content")
    told = lay(example, folder)
    if told is None:
        return "" if name in WITHOUT_FILES else "the example has no files"
    command = next((c for c in ("check", "build") if f"[{name}]" in told + said(folder, c)), None)
    if not command:
        return f"the example does not bring it about:\n{told}{said(folder, 'check')}"
    after = lay(remedy, folder) + said(folder, command)
    if f"[{name}]" in after or ": error: " in after:
        return f"the remedy does not help:\n{after}"
    return ""


def try_page(name, pending):
    try:
        page = open(f"docs/diagnostics/{name}.md", encoding="utf-8").read()
    except OSError as error:
        return str(error)
    parts = re.split(rf"^## ({'|'.join(SECTIONS)})\n", page, flags=re.M)
    if not re.match(rf"# {name}\n\n\S", page) or parts[1::2] != SECTIONS or not all(p.strip() for p in parts):
        return "wants: # NAME, what it means, " + ", ".join(SECTIONS)
    if name in pending:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        return try_examples(name, parts[4], parts[6], folder)


listed = subprocess.run([PROGRAM, "explain"], capture_output=True, text=True, check=True).stdout
rows = [line.split(None, 2) for line in listed.splitlines()]
index = "# Diagnostics\n\nWhat `chancery explain` lists; `tests/explain.sh --bless` writes this page.\n\n" \
    "| name | severity | |\n|---|---|---|\n" + "".join(f"| [{n}]({n}.md) | {s} | {d} |\n" for s, n, d in rows)
if "--bless" in sys.argv:
    open("docs/diagnostics/README.md", "w", encoding="utf-8").write(index)
    sys.exit()
pending = {line.split()[0] for line in open("tests/golden/pending.txt") if line.strip() and line[0] != "#"}
for _, name, _ in rows:
    report(name, try_page(name, pending), " # SKIP its check does not exist yet" if name in pending else "")
left = {f[:-3] for f in os.listdir("docs/diagnostics")} - {n for _, n, _ in rows} - {"README"}
report("no page without a diagnostic", " ".join(sorted(left)))
report("docs/diagnostics/README.md is up to date", "" if open("docs/diagnostics/README.md").read() == index else "run with --bless")
one = subprocess.run([PROGRAM, "explain", "fact-mismatch"], capture_output=True, text=True)
report("explain prints the page with the severity", "" if one.stdout.startswith(
    "# fact-mismatch\n\nSeverity: error, unless publication.yaml or -W says otherwise.\n\nThe wording") else one.stdout)
print(f"1..{count}")
sys.exit(failed > 0)
PY
