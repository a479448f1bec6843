#!/bin/sh
# Format, lint, types and import directions; then the wheel, built and run by itself where no development package is.
set -eu
cd "$(dirname -- "$0")/.."
python=$(command -v python)

step() { echo "check: $*" >&2; }

step "ruff format"
ruff format --check --quiet . || { ruff format --check .; exit 1; }
step "ruff check"
ruff check --quiet .
step "mypy"
mypy
step "lint-imports"
lint-imports

step "the wheel"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python -m hatchling build --target wheel --directory "$work/dist" >/dev/null
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --require-hashes --requirement requirements.txt
"$work/venv/bin/python" -m pip install --quiet --no-deps "$work"/dist/*.whl
cd "$work"
"$work/venv/bin/danchieu" doctor
"$work/venv/bin/danchieu" demo
step "all is well"
