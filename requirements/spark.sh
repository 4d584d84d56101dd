#!/bin/sh
# Makes the environment for the engine on Spark: spark.sh PYTHON VENV. Called by `make spark`.
set -eu
python=$1
venv=$2
cd "$(dirname "$0")/.."
[ -x "$venv/bin/pip" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip --disable-pip-version-check --no-input -qq install --require-hashes -r requirements/spark.txt
