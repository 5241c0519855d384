# Two commands do it all on a machine with Python 3.11 and make: `make demo`, `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
KG     := $(BIN)/kg
# In CI what is installed is pinned; elsewhere the newest versions that fit.
PINS   := $(if $(CI),-c constraints.txt)

.PHONY: demo test lint bench docs lock audit clean
.DELETE_ON_ERROR:

$(VENV)/.user: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PINS) -e .
	touch $@

$(VENV)/.dev: $(VENV)/.user
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PINS) -e '.[dev]'
	touch $@

demo: $(VENV)/.user  ## build the shipped samples, ask, export, draw
	@mkdir -p demo
	$(KG) build data/samples -o demo/graph
	@echo
	@# The samples cite two directives of this number; kg lists them and exits with 1 instead of choosing one.
	$(KG) query implements "Chỉ thị 33/CT-TTg" --type "Kế hoạch" -g demo/graph; test $$? -eq 1
	@echo
	$(KG) query implements "33/CT-TTg 2021" --type "Kế hoạch" -g demo/graph
	@echo
	$(KG) export --format turtle -g demo/graph -o demo/graph.ttl
	$(KG) view -g demo/graph -o demo/graph.html
	@echo
	@echo "demo/graph.html: mở bằng trình duyệt · open it in a browser"

test: $(VENV)/.dev  ## every test, the README's commands and the installed wheel included
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff check kg tests bench
	$(BIN)/mypy

bench: $(VENV)/.dev  ## speed and memory, as ratios inside one run
	$(BIN)/python -m bench

docs: $(VENV)/.dev  ## the site, into .artefacts/site
	$(BIN)/python -m mkdocs build --strict

lock:  ## constraints.txt anew: every package that CI installs, by version
	rm -rf .artefacts/lock
	$(PYTHON) -m venv .artefacts/lock
	.artefacts/lock/bin/python -m pip install --quiet --disable-pip-version-check '.[dev,docs,pandas,serve,spark,validate]'
	{ echo "# What CI installs. Made by: make lock"; \
	  .artefacts/lock/bin/python -m pip freeze --exclude vn-legal-kg; } > constraints.txt

audit: $(VENV)/.dev  ## known vulnerabilities of the pinned packages; needs a network
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/python -m pip_audit -r constraints.txt --no-deps --disable-pip

clean:
	rm -rf $(VENV) demo build dist .artefacts
