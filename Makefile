# Every target sets up what it needs by itself and does nothing twice.
.DEFAULT_GOAL := help
.PHONY: help demo check test pkg bench bench-peers format lint model crosscheck sweep-smoke prove setup doctor clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

demo: ## Serve the page and print its address
	@scripts/demo.sh

check: ## Format, lints, types and the quickest tests: for while you edit
	@scripts/setup.sh node rust spelling
	@scripts/test.sh check_format check_lint check_types check_page check_spelling test_web test_lib

test: setup ## Run every test
	@scripts/test.sh

pkg: ## Build pkg/, the WebAssembly module that the page loads
	@scripts/setup.sh node wasm
	@scripts/build-pkg.sh

bench: setup ## Measure the speed, natively and in WebAssembly
	@scripts/bench.sh

bench-peers: ## Measure the same network in Brian 2 (minutes); installs it in target/peers
	@scripts/setup.sh rust node
	@scripts/bench-peers.sh

format: ## Format Rust and the page's code
	@scripts/setup.sh node rust
	@cargo fmt && npx biome check --write www/js www/words www/public

lint: ## Check formatting, lints, docs, types and spelling only
	@scripts/setup.sh node spelling wasm
	@scripts/test.sh check_format check_lint check_lint_wasm check_docs check_types check_page check_spelling

model: ## Train the shipped model again, to the same bytes (N=100 or N=1600: another one)
	@scripts/setup.sh node rust
	@scripts/train-model.sh $(or $(N),400)

crosscheck: ## Compare with Brian 2, spike by spike; installs it in target/crosscheck
	@scripts/setup.sh rust
	@scripts/crosscheck.sh

sweep-smoke: ## Six short runs through GNU parallel, one of them killed and resumed
	@scripts/setup.sh node rust parallel
	@scripts/sweep-smoke.sh

prove: ## Run the slow tests: whole trainings against what is known of them (minutes)
	@scripts/setup.sh node rust
	@scripts/prove.sh

setup: ## Install what is missing
	@scripts/setup.sh

doctor: ## Tell what is installed and what is missing
	@scripts/doctor.sh

clean: ## Remove what was built and installed in this folder; pkg/ stays, since it is committed
	rm -rf target dist node_modules
