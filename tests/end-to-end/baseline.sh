#!/bin/bash
# A baseline that holds: every line of body text of every bulletin stands on the grid of 14 points that begins at the top
# of the page's body, whatever stands above it; so the lines of facing pages agree.
. "$(dirname "$0")/tap.inc"
dir=$work/p
sample "$dir"

# Body text is known by its height, that of the serif at 10.5 points.  The first page's body begins three lines higher.
on_grid() {
  "$program" -C "$dir" -q dump areas "$1" "$2" | awk '
    $1 == "page" { page = $2; flow = 0 }
    $1 == "flow" { flow = 1 }
    $1 == "line" { y = $3; at = $0; seen = 0 }
    $1 == "text" && flow && !seen && $5 == "14.30" {
      seen = 1
      lines++
      steps = (y - 42) / 14
      off = steps - int(steps + 0.5)
      if (off > 0.002 || off < -0.002) { print "page " page ": " at ": " $0; bad = 1 }
    }
    END { if (lines < 60) { print lines + 0 " lines of text"; bad = 1 } exit bad }'
}

for bulletin in virtual-assets-2020 smuggling-2019 it-workers; do
  for lang in en pl uk; do
    try "$bulletin $lang" on_grid "$bulletin" "$lang"
  done
done
sed -i 's/^paper:.*/paper: letter/' "$dir/content/publication.yaml"
try 'letter' on_grid it-workers en
finish
