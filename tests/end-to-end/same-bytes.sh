#!/bin/sh
# same-bytes.sh: folder, time zone, locale and umask leave no trace in what is published.
. "$(dirname -- "$0")/lib/sample"

copy_sample one
mkdir -p "$work/somewhere/else"
copy_sample somewhere/else/two
ok "first build" env TZ=UTC LC_ALL=C "$program" -C "$work/one" build
other=$(locale -a 2>/dev/null | grep -i -E '^(pl_PL|de_DE|tr_TR|uk_UA).*utf' | head -n 1)
second() { (umask 077 && cd "$work/somewhere" && TZ=Pacific/Kiritimati LC_ALL=${other:-C.UTF-8} "$program" -C else/two build); }
ok "second build, elsewhere" second
digests "$work/one/out" >"$work/first"
digests "$work/somewhere/else/two/out" >"$work/second"
ok "the same bytes" diff "$work/first" "$work/second"
ok "the same modes" sh -c '[ "$(cd "$1" && find . -printf "%m %p\n" | sort)" = "$(cd "$2" && find . -printf "%m %p\n" | sort)" ]' \
  sh "$work/one/out" "$work/somewhere/else/two/out"
ok "no path of this machine" not grep -r -l -a -F "$work" "$work/one/out"
finish
