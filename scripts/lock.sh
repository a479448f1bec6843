#!/bin/sh
# Writes requirements.txt (what a user installs, all extras), requirements-dev.txt (that and what make needs) and
# requirements-bench.txt (what the benchmarks are compared with) from pyproject.toml: each package pinned with its hashes, for Linux, macOS and Windows and Python 3.11 to 3.13.
# No address of a registry and no path stands in them.
#
#   scripts/lock.sh UV
set -eu
uv=${1:-uv}
cd "$(dirname -- "$0")/.."

lock() {
    out=$1
    shift
    # arcadedb alone is a pre-release: its own lower bound names one, and uv allows no other.
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file "$out" pyproject.toml "$@"
    ! grep -nE '://|^--' "$out" || {
        echo "lock.sh: $out names an address, see above" >&2
        exit 1
    }
}

lock requirements.txt --all-extras
lock requirements-dev.txt --all-extras --group dev
lock requirements-bench.txt --group bench --constraint requirements-dev.txt
echo "locked: $(grep -c == requirements.txt) packages to use danchieu, $(grep -c == requirements-dev.txt) to work on it"
