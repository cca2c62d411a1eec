# The commands of the course. Each sets up what it needs in .venv first, and does so again only when
# pyproject.toml or constraints.txt has changed.

PYTHON ?= python3
SEEDS ?= 1
FRESH ?= 0
BIN := .venv/bin
# One process a core; the tests of a file share what they set up, so they stay together.
PYTEST := $(BIN)/python -m pytest -n logical --dist loadfile --no-loadscope-reorder
PIP := $(BIN)/python -m pip install --quiet -c constraints.txt

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help grade quick test slow prove build bench docs clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

grade: .venv/ready-to-grade ## grade the sample class in examples/class into sample/, with feedback pages and a report
	$(BIN)/autograder grade examples/class --out sample/results --seed sample --allow-unsandboxed # these submissions are our own
	$(BIN)/autograder feedback sample/results --out sample/feedback
	$(BIN)/autograder report sample/results --out sample/report.html

quick: .venv/ready-to-test ## check style and types, run the tests that start no process, grade one tiny class
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest --quick -q
	$(BIN)/python -m pytest -q tests/second_course -k grade

test: .venv/ready-to-test ## check style, types, generated files and behaviour
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/autograder build --check
	$(PYTEST)

slow: .venv/ready-to-test ## run the tests that take long: nbgrader's round, attacks, kills, a cluster
	$(PYTEST) -m 'slow and not every_core' --timeout 1500 --durations=15
	$(BIN)/python -m pytest -m 'slow and every_core' --timeout 1500 --durations=15

prove: .venv/ready-to-grade ## prove the hidden suites with right and wrong answers and mutants; SEEDS=20 for many seeds
	$(BIN)/autograder prove --all --seeds $(SEEDS) --fresh-seeds $(FRESH) --costs docs/common-mistakes.md \
	  --told docs/unnamed-mistakes.md --public-cases docs/public-cases.md

build: .venv/ready-to-grade ## make what is generated from solutions/ and source/ again
	$(BIN)/autograder build
	$(BIN)/python -m autograder.results.schemas

bench: .venv/ready-to-test ## measure grading side by side with nbgrader's own autograde
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/flat.py

docs: .venv/ready-for-docs ## make the pages of docs/ into a site in site/; a broken link is an error
	$(BIN)/mkdocs build --strict --quiet
	@echo 'open site/index.html; with a search: $(BIN)/mkdocs serve'

clean: ## remove .venv and the caches of the tools; results/ and sample/ stay
	rm -rf .venv site *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	@touch $@

# torch comes first and alone: it is most of the download, and a change elsewhere does not bring it in again.
.venv/torch: .venv/made constraints.txt
	$(PIP) torch
	@touch $@

.venv/ready-to-grade: .venv/torch pyproject.toml
	$(PIP) -e '.[torch,plots]'
	@touch $@

.venv/ready-to-test: .venv/torch pyproject.toml
	$(PIP) -e '.[dev,notebooks,cluster,docs,torch,plots,pandas]'
	@touch $@

.venv/ready-for-docs: .venv/made constraints.txt pyproject.toml
	$(PIP) -e '.[docs]'
	@touch $@
