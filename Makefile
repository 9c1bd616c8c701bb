# Everything a developer types. `make run` and `make test` set up a fresh machine by themselves.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
APP := $(BIN)/inspector-app
export PYTHONUTF8 := 1

RUN_READY := $(VENV)/.ready-run
TEST_READY := $(VENV)/.ready-test
LIBS_READY := $(VENV)/.ready-libraries

# The window's tests run in processes of their own; a process that dies ends the run instead of hanging it.
TWO := -q -n 2 --dist loadfile --max-worker-restart=0
WINDOW := tests/gui tests/journeys tests/monkey tests/access

.PHONY: help run test fast lint types layers demo national bench screenshots layout a11y monkey conformance fuzz torture translations clean

help:
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# As root on Debian the libraries that Qt needs are installed; elsewhere the missing ones are named.
$(LIBS_READY): packaging/linux/system_libraries.sh | $(VENV)/bin/python
	bash packaging/linux/system_libraries.sh
	@touch $@

$(RUN_READY): packaging/requirements.lock pyproject.toml | $(VENV)/bin/python
	@if [ ! -e $(TEST_READY) ]; then $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements.lock; fi
	@bash packaging/install_editable.sh $(BIN)/python
	@touch $@

$(TEST_READY): packaging/requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements-dev.lock
	@bash packaging/install_editable.sh $(BIN)/python
	@touch $@

run: $(LIBS_READY) $(RUN_READY) ## set up if needed, then open the program
	@$(APP)

test: $(LIBS_READY) $(TEST_READY) lint layers types ## lint, types, layers and every test, offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(TWO) $(WINDOW:%=--ignore=%)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(TWO) $(WINDOW)

fast: $(LIBS_READY) $(TEST_READY) ## the quick tests only
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist loadfile -m 'not slow'

lint: $(TEST_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TEST_READY)
	$(BIN)/mypy

layers: $(TEST_READY)
	$(BIN)/lint-imports

demo: $(RUN_READY) ## the whole job on the built-in example, into build/demo
	rm -rf build/demo && mkdir -p build
	$(APP) demo build/demo

bench: $(TEST_READY) ## measurements as JSON lines, ratios taken in one run
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

screenshots: $(LIBS_READY) $(TEST_READY) ## every page as a picture, into build/screenshots; the few of help and README
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.gui.screenshots 2>/dev/null
	@$(BIN)/python -m tests.gui.help_pictures build/screenshots

layout: $(LIBS_READY) $(TEST_READY) ## where everything stands on every page, against what was looked at last
	@QT_QPA_PLATFORM=offscreen timeout 3600 $(BIN)/python -m tests.golden.layout --check 2>/dev/null

a11y: $(TEST_READY) ## a day's work by an AT-SPI client that knows roles and names only
	@bash packaging/linux/system_libraries.sh --a11y
	@$(BIN)/python -m tests.access

conformance: $(TEST_READY) ## the engine against two independent ones (needs ../shared)
	@$(BIN)/python -m tests.conformance_report

national: $(TEST_READY) ## 332 inspections through the whole way, against published figures (needs ../shared)
	@$(BIN)/python -m tests.national_report

fuzz: $(TEST_READY) ## feed the engine broken forms for a stated count
	@$(BIN)/python tests/forms/fuzz_forms.py --count 1000 --seed 1

monkey: $(LIBS_READY) $(TEST_READY) ## 20,000 random keys and clicks over all pages
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.monkey --events 20000

torture: $(TEST_READY) ## kill and starve the program at random moments; a table of faults, runs and losses
	@$(BIN)/python tests/torture/main.py --kills 420 --seconds 7200

translations: $(TEST_READY) ## renew the catalogues of the screen's languages
	@$(BIN)/python packaging/translations.py

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
