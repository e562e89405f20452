# The two commands that a newcomer needs: each sets up what it needs first.
#   make demo   tune a corpus kernel and show the result
#   make test   every test
.PHONY: demo test lint setup

demo: setup
	cargo build --release --quiet
	target/release/warpsmith tune corpus/attention/forward --seed 1 --out runs/demo --overwrite

test: setup
	cargo test --all-targets
	cargo test --doc

lint: setup
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

setup:
	@scripts/setup.sh
