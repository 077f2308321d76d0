# What people call; continuous integration calls the same.
BIN := .venv/bin
.PHONY: run install test check eval bench test-peers lock clean

run: install ## open the coach at http://127.0.0.1:8501
	@$(BIN)/coach serve

install: ## set up .venv, nothing else
	@scripts/install

install-dev:
	@scripts/install dev

test: install-dev ## every test, with the browser and the server they need
	@scripts/install-browser
	@scripts/install-postgres
	@$(BIN)/python -m pytest -q -n 3 --dist loadfile

check: install-dev ## style, types, layers, notes
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check -q .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/coach check

eval: install-dev ## measure answers; MODEL=name measures a model's
	@$(if $(MODEL),COACH_MODEL=$(MODEL)) $(BIN)/coach eval

bench: install-dev ## measure beside peers; DATA=folder with the retrieval sets
	@bench/run $(DATA)

test-peers: install-dev ## against an independent model server, built here (five minutes)
	@scripts/install-peers
	@$(BIN)/python -m pytest -q tests/peers

lock: ## pin the newest versions the ranges admit
	@scripts/lock
