#!/usr/bin/env bash
# Gradescope runs this for each submission: it grades ROOT/submission and writes ROOT/results/results.json.
# Where the grader fails or student code cannot be isolated, it ends without a results.json. Gradescope then reports a
# failed autograder, and nobody gets a zero for it.
set -euo pipefail
ROOT="${AUTOGRADER_ROOT:-/autograder}"
PYTHON="${AUTOGRADER_PYTHON:-$ROOT/venv/bin/python}"
source "$ROOT/source/settings.sh"
export PYTHONPATH="$ROOT/source/engine" PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1

mkdir -p "$ROOT/results"
rm -f "$ROOT/results/results.json"
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT
mkdir -p "$WORK/class/student"
cp -RP "$ROOT/submission/." "$WORK/class/student/"

cd "$ROOT/source/course"
"$PYTHON" -m autograder grade "$WORK/class" --out "$WORK/results" --assignment "$ASSIGNMENT" --jobs 1 \
  "${OPTIONS[@]}" >/dev/null  # the seed is in what it prints
"$PYTHON" -m autograder export "$WORK/results" --to gradescope --lang "$LANGUAGE" --out "$WORK/results.json"
mv "$WORK/results.json" "$ROOT/results/results.json"
