#!/bin/sh
# make.sh VENV: builds the live parts of the pages. Called by `make web`.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

not_run() {
    echo "web: NOT RUN, $1; pages work without chart, map and timeline" >&2
    [ "${CI:-}" != true ]
    exit
}

"$here/node.sh" "$1" true || not_run "there is no Node.js"
installed=$here/node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ "$here/package-lock.json" -nt "$installed" ]; then
    "$here/node.sh" "$1" npm ci --ignore-scripts --loglevel=error >/dev/null || not_run "its packages cannot be had"
    touch "$installed"
fi
"$here/node.sh" "$1" node build.mjs >/dev/null
