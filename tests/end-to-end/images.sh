#!/bin/bash
# Image files: published without remarks beside the page, shown with their size, embedded in the PDF as they are.
. "$(dirname "$0")/tap.inc"
cp -R "$root/tests/golden/brief-images" "$work/p"
pictures=$work/p/content/bulletins/b
out=$work/p/out/en/b

# A JPEG with a place of shooting, as a camera writes it: two segments after the start.
with_remarks() {
  python3 - "$1" <<'PY'
import sys
data = open(sys.argv[1], "rb").read()
remark = b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0N 35.1 E 129.0"
comment = b"\xff\xfe\0\x08SECRET"
segment = b"\xff\xe1" + (len(remark) + 2).to_bytes(2, "big") + remark
open(sys.argv[1], "wb").write(data[:2] + segment + comment + data[2:])
PY
}

published() {
  with_remarks "$pictures/wide.JPEG" && "$program" -C "$work/p" build >/dev/null || return 1
  grep -q SECRET "$pictures/wide.JPEG" && [ -s "$out/figures/photos-quay-1.png" ] && [ -s "$out/figures/wide.jpg" ]
}

no_remarks() {
  ! grep -qaE 'SECRET|Exif|129\.0' "$out/figures/wide.jpg"
}

shown() {
  grep -q '<img src="figures/photos-quay-1.png" alt="A quay with two ships, see Figure.2" width="40" height="24"' \
    "$out/index.html"
}

# The JPEG is in the PDF byte for byte; no picture is smoothed (PDF/A).
embedded() {
  pdfimages -all "$out/b.en.pdf" "$work/picture" && cmp "$work"/picture-*.jpg "$out/figures/wide.jpg" || return 1
  pdfimages -list "$out/b.en.pdf" | awk 'NR > 2 && $10 == "yes" { bad = 1 } END { exit bad }'
}

# PDF/UA-1 7.3: a figure says where it is, though its caption stands inside it.
boxed() {
  qpdf --qdf --object-streams=disable "$out/b.en.pdf" "$work/b.qdf"
  python3 - "$work/b.qdf" <<'PY'
import re, sys
objects = re.findall(rb"\n<<\n.*?\n>>", open(sys.argv[1], "rb").read(), re.S)
figures = [o for o in objects if b"/S /Figure" in o]
sys.exit(len(figures) != 2 or not all(b"/BBox" in f and b"/Alt" in f for f in figures))
PY
}

# One floats, the one in a list item does not: Apache FOP fails on a float there.
floats_outside() {
  "$program" -C "$work/p" dump fo b en >"$work/b.fo" && [ "$(grep -o '<fo:float' "$work/b.fo" | wc -l)" = 1 ]
}

try 'pictures are published' published
try 'what a camera noted down is not' no_remarks
try 'the page shows them with their size' shown
try 'the PDF has them as they are' embedded
try 'each figure has its box' boxed
try 'a picture in a list stays there' floats_outside
finish
