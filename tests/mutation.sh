#!/bin/sh
# mutation.sh [-v] [-C DIR] [CLASS…]: single slips in a publication, by default the sample, are noticed (tests/mutation/mutate.py;
# excuses.txt says which cannot be).
exec python3 "$(dirname -- "$0")/mutation/mutate.py" "$@"
