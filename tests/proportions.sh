#!/bin/sh
# proportions.sh: in gen/, no file over 500 lines, no function over 80, no mutable variable at file scope.
cd "$(dirname -- "$0")/.." || exit 2

long_files() {
  find gen -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 500 { print $2 ": " $1 " lines" }'
}

# A function starts at a line "name(" and ends at the first "}" in the first column.
long_functions() {
  find gen -name '*.c' | sort | while read -r file; do
    awk -v file="$file" '
      /^[a-z_0-9]+\(/ { name = $0; sub(/\(.*/, "", name); start = FNR }
      /^}/ && name { if (FNR - start + 1 > 80) print file ":" start ": " name " has " FNR - start + 1 " lines"; name = "" }
    ' "$file"
  done
}

# Storage that changes shows as "static TYPE name" without const, function parentheses, or indentation.
mutable() {
  grep -n -E '^(static )?[a-z_0-9 ]+[ *][a-z_0-9]+(\[[^]]*\])*( =.*|;)$' -r gen --include='*.c' |
    grep -v -E ':(static )?(const |struct [a-z_0-9]+;|enum [a-z_0-9]+;|(__extension__ )?typedef |return|extern )' | grep -v -E ' \*?const |\*const '
}

report() {
  if [ -z "$3" ]; then echo "ok $1 - $2"; return; fi
  echo "not ok $1 - $2"
  echo "$3" | sed 's/^/# /'
}

files=$(long_files); report 1 'no file over 500 lines' "$files"
functions=$(long_functions); report 2 'no function over 80 lines' "$functions"
variables=$(mutable); report 3 'no mutable variable at file scope' "$variables"
echo 1..3
[ -z "$files$functions$variables" ]
