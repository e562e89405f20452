# The two commands that a newcomer needs: each sets up what it needs first.
#   make demo   tune a corpus kernel and show the result
#   make test   every test
#   make corpus every kernel of the corpus on every search and held-out case (minutes)
# And, for the tuner of framework threads (FRAMEWORK=onnxruntime or tensorflow):
#   make threads-demo      set up a framework of its own, tune its threads for some models, show the tables
#   make threads-results   measure what benches/threads.md reports; needs a quiet machine
# And, for machines with a GPU:
#   make static            a binary that needs neither LLVM nor Rust where it runs: target/static/release/warpsmith
#   scripts/gpu.sh         there: everything that needs a GPU, in eight minutes (docs/gpu.md)
.PHONY: demo test corpus lint setup static threads-demo threads-results

demo: setup
	cargo build --release --quiet
	target/release/warpsmith tune corpus/attention/forward --seed 1 --out runs/demo --overwrite

threads-demo: setup
	cargo build --release --quiet
	scripts/threads-demo.sh

threads-results: setup
	cargo build --release --quiet
	FRAMEWORK=onnxruntime MODELS= scripts/threads-demo.sh
	FRAMEWORK=tensorflow MODELS= scripts/threads-demo.sh
	scripts/threads-results.sh

static: setup
	RUSTFLAGS="-C linker=$(CURDIR)/scripts/static-link.sh" \
	cargo build --release --quiet --no-default-features --features static-llvm --target-dir target/static
	strip target/static/release/warpsmith

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
