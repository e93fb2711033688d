#!/bin/sh
# layers.sh: includes point downward only, and each foreign library is included by one module (docs/decisions/0001-layers.md).
cd "$(dirname -- "$0")/../gen" || exit 2
# Two blanks between, so that neighbours match the pattern of upward() too.
order=' main  cmd  build  check  site  pdf  layout  xslt  translation  bulletin  chart  image  brief  data  locale  font  base '

# Says which includes of our own headers point upward or sideways to an unknown module.
upward() {
  grep -n -o '^#include "[a-z]*/' -r . --include='*.[ch]' | sed 's|^\./||' | while IFS=: read -r file line text; do
    from=${file%%/*} to=${text#*\"} to=${to%/}
    case $from in main.c) from=main ;; esac
    case "$order" in
    *" $to "*) ;;
    *) echo "gen/$file:$line: no such module: $to"; continue ;;
    esac
    [ "$from" = "$to" ] && continue
    case "$order" in *" $from "*" $to "*) ;; *) echo "gen/$file:$line: $from includes $to" ;; esac
  done
}

# Says where headers matching $2 are included outside module $1.
foreign() {
  grep -n -E "^#include <($2)" -r . --include='*.[ch]' | grep -v "^\./$1/" | sed "s|^\./|gen/|; s|$| -- only $1 may|"
}

libraries() {
  foreign brief 'cmark'
  foreign xslt 'libxslt|libexslt'
  foreign locale 'unicode/|hyphen'
  foreign data 'csv'
  foreign base 'libfyaml|json-c|json'
  foreign pdf 'libdeflate|cairo'
  foreign image 'zlib'
  foreign font 'fontconfig|hb-subset|pango/pangofc'
}

report() {
  if [ -z "$3" ]; then echo "ok $1 - $2"; return; fi
  echo "not ok $1 - $2"
  echo "$3" | sed 's/^/# /'
}

found=$(upward); report 1 'includes point downward' "$found"
alien=$(libraries); report 2 'each library has one user' "$alien"
echo 1..2
[ -z "$found$alien" ]
