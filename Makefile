# Each target works as the only command on a fresh clone: Python 3.11 or later and make are enough.
#
#   make demo          loads the examples, answers questions, writes a picture
#   make test          all tests; what a test needs beyond Python is fetched where that is allowed
#   make check         format, lint, types, import directions, and the built wheel by itself
#   make lock          writes the lock files anew from pyproject.toml
#   make readme        runs the commands that the READMEs show and writes what they print there
#   make bench         how fast texts are read, beside two readers of other countries' citations
#   make corpus-diff   what a change of extraction gained and lost on ../shared/corpus (BASE=revision)
#   make clean         removes what these targets made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BASE ?= HEAD
TESTS ?= tests
WORKERS ?= $(shell nproc 2>/dev/null || echo 1)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# A person's own activated environment or path must not leak into ours.
unexport PYTHONPATH VIRTUAL_ENV PYTHONHOME

.DEFAULT_GOAL := help
.PHONY: help demo test check lock readme bench corpus-diff services clean

# An environment that was moved, copied, or has lost its interpreter is none: begin again.
ifneq ($(shell cat $(READY) 2>/dev/null):$(shell $(BIN)/python -c 'print("sound")' 2>/dev/null),$(CURDIR):sound)
$(shell rm -f $(READY))
endif

help:
	@sed -n 's/^#   //p' Makefile

# The project is installed editable and without dependencies: those come from the lock alone, each with its hash.
$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "make: $(PYTHON) is not Python 3.11 or later. Name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Making $(VENV) (once; it takes a minute or two)" >&2
	@$(PYTHON) -m venv --clear $(VENV) || \
	  { echo "make: $(PYTHON) cannot make an environment. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@echo "$(CURDIR)" > $@

demo: $(READY)
	@$(BIN)/danchieu demo

services:
	@scripts/services.sh

test: $(READY) services
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup $(TESTS)

check: $(READY)
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/check.sh

lock: $(READY)
	@scripts/lock.sh $(BIN)/uv

readme: $(READY)
	@$(BIN)/python scripts/readme.py --write

bench: $(READY)
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-bench.txt
	@$(BIN)/python -m pytest tests/benchmarks

corpus-diff: $(READY)
	@$(BIN)/python scripts/corpus_diff.py --base $(BASE)

clean:
	@rm -rf $(VENV) dist build demo danchieu.db .neo4j .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
