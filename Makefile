# Headwater: the commands a newcomer and CI use. `make help` lists them.
PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := src tests $(wildcard bench) $(wildcard examples)

# Where test data lies; always handed on as an absolute path.
HEADWATER_SHARED ?= ../shared
override HEADWATER_SHARED := $(abspath $(HEADWATER_SHARED))
export HEADWATER_SHARED

.DEFAULT_GOAL := help
.PHONY: help setup web demo test lint contracts format bench docs languages lock spark

help: ## list the commands
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null \
	  || sed -nE 's/^([a-z]+):.*## (.*)/  make \1  \2/p' $(MAKEFILE_LIST)

setup: $(READY) web ## make the environment (.venv), build the live parts of pages, and nothing else

$(READY): pyproject.toml requirements/dev.txt requirements/splink.txt requirements/reference.txt requirements/install.sh
	@requirements/install.sh "$(PYTHON)" "$(VENV)"
	@touch $@

WEB_SOURCES := $(shell find web -name node_modules -prune -o -type f -print) src/headwater/draw/geography/land_and_borders.txt
BUILT := src/headwater/desk/static/built/manifest.json

web: $(BUILT) ## build chart, map and timeline of the pages (brings Node.js where it is missing)

$(BUILT): $(WEB_SOURCES) | $(READY)
	@web/make.sh "$(abspath $(VENV))"

# Where nobody sits at a terminal it ends when the briefing is there, as with DEMO_FLAGS=--once.
demo: $(READY) ## the main job on the exercise world, its pages opened (DEMO_FLAGS=... is handed on)
	@[ -t 1 ] || once=--once; $(BIN)/headwater demo $$once $(DEMO_FLAGS)

# Each worker begins with half of the tests and takes from the other when it is done, so that what
# tests share is built once; compiled files are kept, because tests start programs.
test: $(READY) web ## lint, types, contracts and all tests (PYTEST_FLAGS=... is handed on)
	@start=$$(date +%s); \
	result=failed; \
	if $(MAKE) --no-print-directory lint && PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -q -n $(WORKERS) --dist worksteal -m "not spark" $(PYTEST_FLAGS); then result=passed; fi; \
	echo "make test: $$result in $$(( $$(date +%s) - start )) s"; \
	[ "$$result" = passed ]

spark: $(READY) ## the engine on Apache Spark, tested in an environment of its own (needs Java)
	@command -v java >/dev/null || { echo "spark: NOT RUN, there is no Java"; [ "$$CI" != true ]; exit; }; \
	requirements/spark.sh "$(PYTHON)" .venv-spark && $(BIN)/pytest -q -m spark tests/conformance

lint: $(READY) ## style, types and contracts
	@$(BIN)/ruff check --quiet $(SOURCES)
	@$(BIN)/ruff format --check --quiet $(SOURCES) || { echo "lint: not formatted; run: make format" >&2; exit 1; }
	@$(BIN)/mypy -n $(WORKERS) src $(wildcard bench)
	@$(MAKE) --no-print-directory contracts

contracts: $(READY)
	@report=$$($(BIN)/lint-imports --no-cache 2>&1) && echo "Contracts: $$(echo "$$report" | grep '^Contracts:' | cut -d' ' -f2-)" \
	  || { echo "$$report" >&2; exit 1; }

format: $(READY) ## bring the code into the house style
	@$(BIN)/ruff check --quiet --fix-only $(SOURCES)
	@$(BIN)/ruff format --quiet $(SOURCES)

bench: $(READY) ## every promised figure, ours only (BENCH_FLAGS=--rivals adds the rivals)
	@set -e; for program in bench/[!_]*.py; do \
	  [ -e "$$program" ] || { echo "bench: nothing to run in bench/"; exit 0; }; \
	  echo "== $$program"; \
	  $(BIN)/python "$$program" --data "$(HEADWATER_SHARED)/data" $(BENCH_FLAGS); \
	done

docs: $(READY) ## write docs/reference anew from the code
	@$(BIN)/python docs/build_reference.py

languages: $(READY) ## write the catalogues of the desk's texts anew; translations stay
	@$(BIN)/python docs/build_languages.py

COMPILE = $(BIN)/uv pip compile --quiet --no-emit-index-url --no-emit-find-links --generate-hashes --universal --python-version 3.11 --custom-compile-command "make lock"

lock: ## compile the hash-pinned requirements anew (LOCK_FLAGS=--upgrade takes newer versions)
	@$(COMPILE) $(LOCK_FLAGS) pyproject.toml -o requirements/run.txt
	@$(COMPILE) $(LOCK_FLAGS) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	@$(COMPILE) $(LOCK_FLAGS) pyproject.toml --extra splink -c requirements/run.txt -o requirements/splink.txt
	@$(COMPILE) $(LOCK_FLAGS) pyproject.toml --extra spark -c requirements/splink.txt -o requirements/spark.txt
	@$(COMPILE) $(LOCK_FLAGS) pyproject.toml --extra spacy -c requirements/run.txt -o requirements/spacy.txt
	@$(COMPILE) $(LOCK_FLAGS) pyproject.toml --extra gliner -c requirements/run.txt -o requirements/gliner.txt
	@$(COMPILE) $(LOCK_FLAGS) --group node -o requirements/node.txt
	@$(COMPILE) $(LOCK_FLAGS) --group reference -c requirements/dev.txt -o requirements/reference.txt
	@$(COMPILE) $(LOCK_FLAGS) --group train -c requirements/dev.txt -o requirements/train.txt
