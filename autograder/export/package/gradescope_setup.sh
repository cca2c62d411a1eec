#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image: it installs Python, a sandbox and the libraries of the course.
set -euo pipefail
ROOT="${AUTOGRADER_ROOT:-/autograder}"
SOURCE="$ROOT/source"

apt-get update
apt-get install -y --no-install-recommends python3 python3-venv bubblewrap libseccomp2
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: choose Ubuntu 24.04.")'
python3 -m venv "$ROOT/venv"
export PIP_EXTRA_INDEX_URL="${PIP_EXTRA_INDEX_URL:-https://download.pytorch.org/whl/cpu}"
"$ROOT/venv/bin/pip" install --no-cache-dir -c "$SOURCE/constraints.txt" -r "$SOURCE/requirements.txt"
