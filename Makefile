# Every target uses the environment that the README's commands make.
BIN ?= .venv/bin/
PYTHON ?= $(BIN)python
# Evaluation data and scorers; none of them is part of this repository.
SHARED ?= ../shared
DATA ?= $(SHARED)/data/cleaning

.PHONY: check lint types imports sql test docs golden lock bench demo train torture readers eval eval-accept eval-memory

check: lint types imports sql test  ## all that CI checks

lint:
	$(BIN)ruff format --check .
	$(BIN)ruff check .

types:
	$(BIN)mypy

imports:
	PYTHONPATH=flows $(BIN)lint-imports

sql:
	$(BIN)sqlfluff lint --processes 0 sql

test:
	$(PYTHON) -m pytest -n 2 --dist loadgroup --cov --cov-report=term:skip-covered

docs:  ## regenerate the data dictionary
	$(PYTHON) -m tests.regenerate_docs

golden:  ## regenerate golden files; read the diff before committing it
	$(PYTHON) -m tests.golden.regenerate
	$(PYTHON) -m tests.sql.regenerate

lock:  ## renew the locks; needs uv
	uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url pyproject.toml --group build -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url pyproject.toml --group build --group dev -c requirements.txt -o requirements-dev.txt

demo:  ## the main job on the sample articles
	$(BIN)samestory run seeds/articles/

bench:  ## how fast each step is, on the sample articles or on INPUT=...
	$(BIN)samestory bench $(or $(INPUT),seeds/articles/)

torture:  ## kill runs at every step and at N=30 random moments, and look at what is left
	$(PYTHON) -c "from tests.torture import main; raise SystemExit(main())" $(N)

readers:  ## query in eight processes while ten builds are published
	$(PYTHON) -c "from tests.readers import main; raise SystemExit(main())"

# One thread adds in one order, so that the same data gives the same bytes.
train:  ## make the line model anew from DATA=...
	PYTHONPATH=flows OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 POLARS_MAX_THREADS=1 $(PYTHON) -m training fit $(DATA) seeds/line_model

eval:  ## measure every figure with SHARED=..., and fail where one fell
	PYTHONPATH=flows OPENBLAS_NUM_THREADS=1 SAMESTORY_SHARED=$(SHARED) $(PYTHON) -m tests.eval

eval-accept:  ## make better figures of the last `make eval` the floors; worse ones too with LOWER=1
	$(PYTHON) -m tests.eval accept $(if $(LOWER),--lower)

eval-memory:  ## the peak of memory over N=100000 pages
	SAMESTORY_SHARED=$(SHARED) $(PYTHON) -m tests.eval.memory $(N)
