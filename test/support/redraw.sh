#!/usr/bin/env bash
# redraw.sh SEED PURPOSE < entrants, one a line: the order of a draw once more, without any code of the project
set -eu
hash=$(command -v sha256sum || echo 'shasum -a 256')
while IFS= read -r entrant; do
  digest=$(printf '%s\n%s\n%s' "$1" "$2" "$entrant" | $hash)
  printf '%s %s\n' "${digest%% *}" "$entrant"
done | LC_ALL=C sort | cut -d ' ' -f 2-
