# `make run` opens the dashboard; `make test` checks everything. Both set up what they need.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK    := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
           --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: run test quick check format lock benchmark clean

run: $(VENV)/run
	$(BIN)/python -m partnership open --port $(PORT)

test: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m partnership check
	$(BIN)/python -m tests.browser.install
	$(BIN)/vulture
	$(BIN)/python -m pytest -q -n 2 --dist worksteal --ignore tests/browser
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup tests/browser

# For the daily work: all but the browser, what draws, writes or runs a page for every figure, and what
# starts processes or reads the whole package anew for each case.
SLOW := tests/browser tests/checks tests/export tests/ui/page tests/tables/rules \
	tests/tables/test_broken.py tests/tables/test_refresh.py tests/test_commands.py tests/test_opening.py \
	$(wildcard tests/figures/test_[fgt]*.py)

quick: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/python -m pytest -q -n 2 --dist worksteal $(addprefix --ignore=,$(SLOW))

check: $(VENV)/run
	$(BIN)/python -m partnership check

format: $(VENV)/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Every package in one version with the digests of its files. Versions stay as they are locked, but
# for those that requirements*.txt ask for anew; `make lock UPGRADE=--upgrade` takes the newest.
lock: $(VENV)/test
	$(LOCK) $(UPGRADE) requirements.txt -o requirements.lock
	$(LOCK) $(UPGRADE) -c requirements.lock requirements-dev.txt -o requirements-dev.lock

benchmark: $(VENV)/test
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.benchmarks.pages
	$(BIN)/python -m tests.benchmarks.present
	$(BIN)/python -m tests.benchmarks.exports
	$(BIN)/python -m tests.benchmarks.use

$(VENV)/run: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.lock
	touch $@

$(VENV)/test: requirements-dev.lock $(VENV)/run
	$(INSTALL) -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
