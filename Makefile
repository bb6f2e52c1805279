# `make run` opens the dashboard; `make test` checks everything. Both set up what they need.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK    := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
           --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# The checks of JavaScript need Node.js; where it is missing or older, `make test` says that it left them out.
NODE := $(shell node -p 'const [a, b] = process.versions.node.split("."); a > 20 || (a == 20 && b > 18) ? "yes" : ""' 2>/dev/null)
NPM  := $(if $(NODE),$(shell command -v npm 2>/dev/null))
LEFT_OUT := NOT CHECKED: the JavaScript of presentations, tables and pages. Its types, lint and tests need Node.js 20.19 or newer and npm, which were not found here.

.PHONY: run test types lint quick check messages format lock benchmark pictures clean javascript bundle

run: $(VENV)/run
	$(BIN)/python -m partnership open --port $(PORT)

ifeq ($(NPM),)
JAVASCRIPT := @echo "$(LEFT_OUT)"
LAST_WORD := $(JAVASCRIPT)
else
JAVASCRIPT := npm run --silent check
endif

# GNU Make 3.81 of macOS does not keep the output of targets together.
SYNC := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# The checks before the tests need no more than one core each, and types take as long as the rest.
test: $(VENV)/test $(if $(NPM),node_modules/.set-up)
	$(MAKE) --no-print-directory --jobs=2 $(SYNC) types lint
	$(BIN)/python -m pytest -q -n 2 --dist worksteal --ignore tests/browser
	$(BIN)/python -m pytest -q -n 2 tests/browser
	$(LAST_WORD)

types: $(VENV)/test
	$(BIN)/mypy

lint: $(VENV)/test $(if $(NPM),node_modules/.set-up)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m partnership check
	$(BIN)/python -m tests.browser.install
	$(BIN)/vulture
	$(JAVASCRIPT)

# For the daily work: all but the browser, what draws, writes or runs a page for every figure, and what
# starts processes or reads the whole package anew for each case.
SLOW := tests/browser tests/checks tests/export tests/ui/page tests/tables/rules \
	tests/tables/test_broken.py tests/tables/test_refresh.py tests/test_commands.py tests/test_opening.py \
	tests/ui/figure/test_behind.py tests/ui/streamlit_shims/test_hints.py \
	$(patsubst %,tests/figures/test_%.py,brief failing figures gaps gaps_more languages names newer \
	no_rows odd_values readable_tables small_sums titles)

quick: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/python -m pytest -q -n 2 --dist worksteal $(addprefix --ignore=,$(SLOW))

# Types, lint and tests of JavaScript alone; the script of presentations from its modules.
javascript: node_modules/.set-up
	npm run --silent check

bundle: node_modules/.set-up
	npm run --silent bundle

# Strings and remarks that are new go into the catalogues of translations, others go out.
messages: $(VENV)/run
	$(BIN)/python -m partnership messages

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
	$(BIN)/python -m tests.benchmarks.languages
	$(BIN)/python -m tests.benchmarks.present
	$(BIN)/python -m tests.benchmarks.exports
	$(BIN)/python -m tests.benchmarks.use

# The pictures of the README, as the pages look now.
pictures: $(VENV)/test
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.browser.pictures

$(VENV)/run: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.lock
	touch $@

$(VENV)/test: requirements-dev.lock $(VENV)/run
	$(INSTALL) -r requirements-dev.lock
	touch $@

node_modules/.set-up: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

clean:
	rm -rf $(VENV) node_modules .pytest_cache .mypy_cache .ruff_cache
