#!/bin/bash
# XLIFF files against the schema of OASIS: check-xliff.sh FILE...; check-xliff.sh --fetch only sees to it that it is there.
# Prints "PASS file" or "FAIL file: …"; exit 0 all valid, 1 some file is not, 2 the check could not be made.
# The schema of XLIFF 2.1 comes in Okapi's library, by Maven the first time (Debian packages maven, unzip, libxml2-utils); it is kept
# in ${XDG_CACHE_HOME:-~/.cache}/xliff-schema-VERSION.
set -u
version=1.47.0
home=${XLIFF_SCHEMA_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/xliff-schema-$version}
schema=$home/net/sf/okapi/lib/xliff2/xliff_core_2.0.xsd

die() { echo "check-xliff.sh: $*" >&2; exit 2; }

install() {
    local part
    command -v mvn >/dev/null || die "Maven is missing (apt-get install maven)"
    mkdir -p "$(dirname "$home")" && part=$(mktemp -d "$home.XXXXXX") || die "cannot write beside $home"
    mvn -q -B dependency:copy -Dartifact=net.sf.okapi.lib:okapi-lib-xliff2:$version -DoutputDirectory="$part" >"$part/log" 2>&1 &&
        unzip -q "$part"/*.jar 'net/sf/okapi/lib/xliff2/*.xsd' -d "$part" >>"$part/log" 2>&1 ||
        { cat "$part/log" >&2; rm -rf "$part"; die "Maven could not fetch the schema"; }
    rm -f "$part"/*.jar
    mv -T "$part" "$home" 2>/dev/null || rm -rf "$part" # another run was first
}

[ -f "$schema" ] || install
[ "${1-}" = --fetch ] && exit 0
[ $# -ge 1 ] || die "usage: check-xliff.sh FILE... | --fetch"
bad=0
for file; do
    if said=$(xmllint --nonet --noout --schema "$schema" "$file" 2>&1); then
        echo "PASS $file"
    else
        echo "FAIL $file: $(echo "$said" | head -n 1)"
        bad=1
    fi
done
exit $bad
