#!/bin/sh
# mutation.sh [-v] [CLASS…]: single slips in the sample are noticed (tests/mutation/mutate.py; excuses.txt says which cannot be).
exec python3 "$(dirname -- "$0")/mutation/mutate.py" "$@"
