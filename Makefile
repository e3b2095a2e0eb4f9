# Every command a person needs; `make` alone lists them.

RAW = data/raw
OUT = data/processed
REPORTS = reports
VOCABULARY = data/vocabulary
REVIEW = data/review
REFERENCE = data/reference
FROM =
TO =
CONFLICT =
ENGINE = local
SCHEDULER =

# `make report PYTHON=python` uses that interpreter, for example conda's, as it is; otherwise .venv is made.
ifeq ($(origin PYTHON),command line)
  py := $(PYTHON)
  ready :=
  export PYTHONPATH := $(CURDIR)/src
else
  py := .venv/bin/python
  ready := .venv/ready
endif

ifneq ($(words $(OUT) $(REPORTS)),2)
  $(error OUT and REPORTS must each be one folder whose name has no space)
endif

.DEFAULT_GOAL := help
.PHONY: help setup report lab test bench lint format strip hooks lock picture clean pages
.SECONDARY:

help:
	@echo "make COMMAND, where COMMAND is one of"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-9s %s\n", $$1, $$2 }' Makefile
	@echo "report takes RAW=folder OUT=folder REPORTS=folder for another corpus, FROM=2013-01 TO=2019-08 for other dates,"
	@echo "CONFLICT=id for one war of several, VOCABULARY=folder REVIEW=folder REFERENCE=folder for tables of your own,"
	@echo "ENGINE=dask SCHEDULER=tcp://address:8786 for a cluster; in the lab the first cell of each notebook says the same."
	@echo "All commands take PYTHON=python to do without .venv."

setup: $(ready) ## Make .venv with the pinned packages (the other commands do it by themselves)

.venv/ready: requirements.lock pyproject.toml
	@for python in python3 python3.13 python3.12 python3.11 none; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	if [ "$$python" = none ]; then echo "Python 3.11 or newer is needed and was not found."; exit 1; fi; \
	echo "Making .venv with $$("$$python" --version); this takes a minute or two."; \
	.venv/bin/python -m pip --version >/dev/null 2>&1 || "$$python" -m venv --clear .venv
	@$(py) -m pip install -qq --disable-pip-version-check --requirement requirements.lock
	@$(py) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# --- The report: what each notebook reads and writes ---------------------------------------------------------------

given = raw_dir="$(RAW)" vocabulary_dir="$(VOCABULARY)" review_dir="$(REVIEW)" reference_dir="$(REFERENCE)" \
  date_from="$(FROM)" date_to="$(TO)" conflict="$(CONFLICT)"
inputs = $(OUT)/.inputs
run = $(py) -m helpers.notebooks $< $(given) processed_dir="$(OUT)" engine="$(ENGINE)" scheduler="$(SCHEDULER)" \
  --reports "$(REPORTS)"

report: $(ready) ## Run the notebooks on the articles of data/raw and write reports/report.html
	@rm -rf "$(REPORTS)"/.running-* # what a run that was killed left there
	@$(py) -m helpers.inputs "$(inputs)" $(given)
	@if $(MAKE) --question --no-print-directory pages 2>/dev/null; \
	then echo "Nothing to do: $(REPORTS)/report.html is up to date."; \
	else $(MAKE) --jobs=2 --no-print-directory pages && echo "Done: open $(REPORTS)/report.html in a browser."; fi

# Two at a time: what stands behind 02 needs nothing of each other.
pages: $(REPORTS)/03_tabulate_figures.html $(REPORTS)/04_chart_divergence.html $(REPORTS)/report.html

code = $(wildcard src/helpers/*.py) $(shell find $(addprefix src/helpers/,$(1)) -type f -not -name '*.pyc')
tables = $(foreach table,$(1),$(OUT)/$(table).parquet $(OUT)/$(table).csv)
results = $(foreach notebook,$(1),$(REPORTS)/$(notebook).ipynb $(REPORTS)/$(notebook).html)
# One run of a notebook makes all its results. Only a pattern rule says so to every version of make; its % stands
# for the dot before each file's suffix.
all_at_once = $(foreach kind,ipynb html parquet csv,$(patsubst %.$(kind),%%$(kind),$(filter %.$(kind),$(1))))
made_by_01 = $(call results,01_clean_corpus) $(call tables,articles rejected)
made_by_02 = $(call results,02_extract_figures) $(call tables,figures tallies)
made_by_03 = $(call results,03_tabulate_figures)
made_by_04 = $(call results,04_chart_divergence)
made_by_05 = $(call results,05_report) $(REPORTS)/report.html

$(call all_at_once,$(made_by_01)): notebooks/01_clean_corpus.ipynb $(call code,corpus show) \
    $(inputs)/parameters $(inputs)/raw_dir $(inputs)/vocabulary_dir
	@$(run)

$(call all_at_once,$(made_by_02)): notebooks/02_extract_figures.ipynb $(call code,figures tallies show) \
    $(made_by_01) $(inputs)/vocabulary_dir $(inputs)/review_dir $(inputs)/reference_dir
	@$(run)

# Where there are more figures than pages show, $(REPORTS)/evidence holds them all.
$(call all_at_once,$(made_by_03)): notebooks/03_tabulate_figures.ipynb $(call code,tallies show) $(made_by_02)
	@$(run) --evidence

$(call all_at_once,$(made_by_04)): notebooks/04_chart_divergence.ipynb $(call code,tallies show) $(made_by_02)
	@$(run)

$(call all_at_once,$(made_by_05)): notebooks/05_report.ipynb $(call code,tallies show) $(made_by_02)
	@$(run) --report report.html

# --- Working on it --------------------------------------------------------------------------------------------------

lab: $(ready) ## Open the notebooks in JupyterLab, to step through them cell by cell
	$(py) -m jupyter lab --allow-root --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks/01_clean_corpus.ipynb

test: $(ready) ## Run the tests
	$(py) -m pytest -n 2 --dist loadfile

bench: $(ready) ## Measure the speed beside other tools and write docs/performance.md (RAW= or ARTICLES=file.jsonl)
	@PYTHONPATH=src $(py) bench/speed.py $(if $(ARTICLES),--articles "$(ARTICLES)",--raw "$(RAW)")

lint: $(ready) ## Check the code's style
	$(py) -m ruff check
	$(py) -m ruff format --check

format: $(ready) ## Bring code and notebooks into that style
	$(py) -m ruff check --fix
	$(py) -m ruff format

strip: $(ready) ## Take the outputs out of the notebooks
	$(py) -m nbstripout --keep-id notebooks/*.ipynb

hooks: $(ready) ## Do both before every commit from now on
	$(py) -m pre_commit install

lock: $(ready) ## Pin anew what pyproject.toml asks for
	$(py) -m uv pip compile --quiet --upgrade --universal --extra cluster --extra dev --extra formats \
	  --no-annotate --no-header --no-emit-index-url --no-emit-find-links pyproject.toml --output-file requirements.lock

picture: report ## Photograph the report for the README (needs Chromium)
	chromium --headless --no-sandbox --hide-scrollbars --window-size=1200,2300 \
	  --screenshot=docs/report.png "$(REPORTS)/report.html" 2>/dev/null

clean: ## Remove what `make report` made; articles, vocabulary and decisions stay
	rm -rf "$(inputs)" "$(OUT)/.remembered" "$(OUT)/.untallied" "$(REPORTS)/evidence"
	rm -f $(made_by_01) $(made_by_02) $(made_by_03) $(made_by_04) $(made_by_05)
