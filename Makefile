# The two commands that a newcomer needs: each sets up what it needs first.
#   make demo   tune a corpus kernel and show the result
#   make test   every test
#   make corpus every kernel of the corpus on every search and held-out case (minutes)
.PHONY: demo test corpus lint setup

demo: setup
	cargo build --release --quiet
	target/release/warpsmith tune corpus/attention/forward --seed 1 --out runs/demo --overwrite

test: setup
	cargo test --all-targets
	cargo test --doc

corpus: setup
	cargo build --release --quiet
	target/release/warpsmith corpus --check

lint: setup
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

setup:
	@scripts/setup.sh
