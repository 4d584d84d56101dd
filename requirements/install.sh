#!/bin/sh
# Makes the environment: install.sh PYTHON VENV. Called by `make setup`.
# Everything is pinned by hash; the package itself is linked in (editable), so edits show at once.
set -eu
python=$1
venv=$2
cd "$(dirname "$0")/.."

fail() {
    echo "setup: $*" >&2
    exit 1
}

as_root_install() { # Debian packages, only where we may; quiet unless it fails
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    log=$(mktemp)
    if DEBIAN_FRONTEND=noninteractive apt-get update -q >"$log" 2>&1 \
        && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 5 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

make_venv() {
    "$python" -m venv "$venv" >/dev/null 2>&1 && "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

command -v "$python" >/dev/null || fail "$python not found; install Python 3.11 or newer, or say: make setup PYTHON=/path/to/python"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
    || fail "$("$python" --version) is too old; Python 3.11 or newer is needed: make setup PYTHON=/path/to/python"

if [ ! -x "$venv/bin/pip" ]; then
    echo "setup: making $venv"
    if ! make_venv; then
        as_root_install python3-venv || true
        rm -rf "$venv"
        make_venv || { rm -rf "$venv"; fail "$python cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv, then make setup again."; }
    fi
fi

pip() {
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input -qq "$@"
}

echo "setup: installing pinned requirements"
pip install --require-hashes -r requirements/dev.txt
pip install --require-hashes -r requirements/splink.txt # an optional engine, small enough to test always
pip install --no-deps --no-build-isolation --editable .

# Independent programs that some tests compare ours with. One of them (pyicu) is built from source,
# so it needs a compiler and the ICU headers; without them those tests report NOT RUN.
reference() {
    pip install --require-hashes -r requirements/reference.txt
}
if ! reference >/dev/null 2>&1; then
    as_root_install g++ pkg-config libicu-dev python3-dev || true
    reference >/dev/null 2>&1 \
        || echo "setup: the reference programs could not be installed; tests that need them will report NOT RUN. On Debian or Ubuntu: apt-get install g++ pkg-config libicu-dev python3-dev, then make setup again."
fi
# A real browser for the journeys; without one they report NOT RUN.
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || as_root_install chromium || true
command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
    || echo "setup: there is no Chromium; the journeys at the desk will report NOT RUN. On Debian: apt-get install chromium, then make setup again."
echo "setup: ready"
