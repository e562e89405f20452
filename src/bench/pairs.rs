//! Series of hand-made kernels whose order on hardware is known, and what should limit each.

use super::kernels::{self, frame};
use crate::target::{Description, Fault, Limits, SimOptions, SimTarget, Target};
use crate::workload::{Arg, Buffer, Instance, Launch, Role, Scalar};

/// Elements of the two buffers.
const ELEMENTS: usize = 1 << 20;
/// Warp instructions that no kernel here comes near.
pub(super) const STEPS: u64 = 50_000_000;

/// One kernel of a series.
#[derive(Debug, Clone)]
pub struct Variant {
    /// What tells it from the others of its series.
    pub id: String,
    /// The text.
    pub ptx: String,
    /// Threads of a block.
    pub threads: u32,
    /// Blocks.
    pub blocks: u32,
    /// Dynamic shared memory, bytes: what keeps other blocks off the multiprocessor.
    pub shared: u32,
    /// Names of limiters that are right; none where it is open.
    pub limits: Vec<&'static str>,
}

/// Kernels that do the same work in ways of which each is slower than the one before.
#[derive(Debug, Clone)]
pub struct Series {
    /// What makes the difference.
    pub name: &'static str,
    /// The fastest first.
    pub variants: Vec<Variant>,
}

/// What the clock says of a variant and its slower neighbour.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Ordered {
    /// The series.
    pub series: String,
    /// The variant that hardware runs faster.
    pub fast: String,
    /// The one that it runs slower.
    pub slow: String,
    /// Modelled time of the faster one, ns.
    pub fast_ns: f64,
    /// Modelled time of the slower one, ns.
    pub slow_ns: f64,
    /// Whether the clock orders them so.
    pub ordered: bool,
    /// What the clock names as limiting the faster one.
    pub fast_limiter: String,
    /// What the clock names as limiting the slower one.
    pub slow_limiter: String,
    /// Right names for the faster one; none where it is open.
    pub fast_expected: Vec<String>,
    /// Right names for the slower one; none where it is open.
    pub slow_expected: Vec<String>,
    /// Whether both names are right.
    pub limiters_right: bool,
    /// Where the clock's costs come from.
    pub costs: String,
}

/// Shared memory that a kernel that takes up more uses itself, bytes, at most.
pub(super) const KERNELS_OWN: u32 = 1024;
/// Threads of every launch.
const THREADS: u32 = 16_384;

#[derive(Clone, Copy)]
struct Frame {
    threads: u32,
    /// Shared memory that the kernel uses, and that it only takes up, bytes.
    used: usize,
    taken: u32,
}

fn variant(id: impl ToString, with: Frame, body: &str, limits: &[&'static str]) -> Variant {
    Variant {
        id: id.to_string(),
        ptx: frame(with.used.max(16), body),
        threads: with.threads,
        blocks: THREADS / with.threads,
        shared: with.taken,
        limits: limits.to_vec(),
    }
}

/// A block of so many threads.
fn of(threads: u32) -> Frame {
    Frame {
        threads,
        used: 0,
        taken: 0,
    }
}

impl Frame {
    fn using(self, used: usize) -> Frame {
        Frame { used, ..self }
    }

    fn taking(self, taken: u32) -> Frame {
        Frame { taken, ..self }
    }
}

/// Every series.
pub fn series() -> Vec<Series> {
    let mut all = memory();
    all.extend(arithmetic());
    all.extend(launches());
    all
}

fn memory() -> Vec<Series> {
    let padded = of(128).using(16384);
    let reads = |bytes: u32| {
        let limits: &[&str] = if bytes == 4 { &[] } else { &["shared"] };
        let id = format!("{}-way", bytes / 4);
        variant(id, padded, &kernels::shared_reads(bytes), limits)
    };
    let sums = |space: &str, bytes: u32, limits| {
        let id = if bytes == 0 { "contended" } else { "spread" };
        variant(
            id,
            of(256).using(4096),
            &kernels::atomics(space, bytes),
            limits,
        )
    };
    // So few blocks that latency shows.
    let few = of(32).taking(32_768);
    vec![
        Series {
            name: "loads in flight",
            variants: vec![
                variant(8, of(32), &kernels::streaming(8), &["dram"]),
                variant(4, of(32), &kernels::streaming(4), &["dram"]),
                variant(2, of(32), &kernels::streaming(2), &["dram", "latency"]),
                variant(1, of(32), &kernels::streaming(1), &["latency"]),
            ],
        },
        Series {
            name: "stride of a load",
            variants: [0u32, 1, 2, 3, 5]
                .map(|shift| {
                    let limits: &[&str] = if shift == 0 {
                        &["dram", "latency"]
                    } else {
                        &["dram"]
                    };
                    variant(1 << shift, of(256), &kernels::strided(shift), limits)
                })
                .to_vec(),
        },
        Series {
            name: "conflicts in shared memory",
            variants: [4, 8, 32, 128].map(reads).to_vec(),
        },
        Series {
            name: "padding of shared memory",
            variants: vec![
                variant("padded", padded, &kernels::shared_reads(132), &[]),
                reads(128),
            ],
        },
        Series {
            name: "width of a load",
            variants: vec![
                variant("one of four", of(256), &kernels::vector(1), &[]),
                variant("four of one", of(256), &kernels::vector(4), &["l1"]),
            ],
        },
        Series {
            name: "reuse in the first level",
            variants: vec![
                variant("neighbours", of(256), &kernels::stencil(4), &[]),
                variant("far apart", of(256), &kernels::stencil(65536), &["dram"]),
            ],
        },
        Series {
            name: "loads between stores",
            variants: vec![
                variant("read-only", few, &kernels::ordered("ld.global.nc.f32"), &[]),
                variant(
                    "in order",
                    few,
                    &kernels::ordered("ld.global.f32"),
                    &["latency"],
                ),
            ],
        },
        Series {
            name: "atomics in global memory",
            variants: vec![
                sums("global", 4, &["atomic", "l2"]),
                sums("global", 0, &["atomic"]),
            ],
        },
        Series {
            name: "atomics in shared memory",
            variants: vec![sums("shared", 4, &[]), sums("shared", 0, &["atomic"])],
        },
    ]
}

fn arithmetic() -> Vec<Series> {
    // So much shared memory that a multiprocessor holds one block.
    let alone = |threads| of(threads).taking(131_072);
    vec![
        Series {
            name: "chains of dependences",
            variants: vec![
                variant(
                    4,
                    alone(128),
                    &kernels::chains("f32", 4, 16),
                    &["fp32", "issue"],
                ),
                variant(
                    2,
                    alone(128),
                    &kernels::chains("f32", 2, 16),
                    &["latency", "fp32"],
                ),
                variant(1, alone(128), &kernels::chains("f32", 1, 16), &["latency"]),
            ],
        },
        Series {
            name: "precision",
            variants: vec![
                variant(
                    "f32",
                    of(1024),
                    &kernels::chains("f32", 8, 8),
                    &["fp32", "issue"],
                ),
                variant("f64", of(1024), &kernels::chains("f64", 8, 8), &["fp64"]),
            ],
        },
        Series {
            name: "instructions",
            variants: vec![
                variant(
                    32,
                    of(1024),
                    &kernels::chains("f32", 8, 8),
                    &["fp32", "issue"],
                ),
                variant(
                    40,
                    of(1024),
                    &kernels::chains("f32", 8, 10),
                    &["fp32", "issue"],
                ),
            ],
        },
        Series {
            name: "divergence",
            variants: vec![
                variant(
                    "warps apart",
                    of(256),
                    &kernels::divergent(32),
                    &["fp32", "issue"],
                ),
                variant(
                    "lanes apart",
                    of(256),
                    &kernels::divergent(1),
                    &["fp32", "issue"],
                ),
            ],
        },
        Series {
            name: "division",
            variants: vec![
                variant(
                    "approximate",
                    of(256),
                    &kernels::divisions("div.approx.f32"),
                    &["mufu"],
                ),
                variant(
                    "exact",
                    of(256),
                    &kernels::divisions("div.rn.f32"),
                    &["issue", "fp32", "latency"],
                ),
            ],
        },
        Series {
            name: "index arithmetic",
            variants: vec![
                variant("32 bits", of(256), &kernels::indices(32), &["int"]),
                variant("64 bits", of(256), &kernels::indices(64), &["int"]),
            ],
        },
        Series {
            name: "function unit",
            variants: vec![
                variant(
                    "multiply-add",
                    of(256),
                    &kernels::functions("fma"),
                    &["fp32", "issue"],
                ),
                variant(
                    "sine",
                    of(256),
                    &kernels::functions("sin.approx.f32"),
                    &["mufu"],
                ),
            ],
        },
        Series {
            name: "barriers",
            variants: vec![
                variant("none", alone(512), &kernels::barriers(false), &[]),
                variant(
                    "one an iteration",
                    alone(512),
                    &kernels::barriers(true),
                    &["barrier"],
                ),
            ],
        },
    ]
}

fn launches() -> Vec<Series> {
    let holding = |bytes: u32, limits| {
        let frame = of(256).taking(bytes);
        variant(
            format!("{bytes} bytes"),
            frame,
            &kernels::holding(0, false),
            limits,
        )
    };
    vec![
        Series {
            name: "threads of a block",
            variants: vec![
                variant(64, of(64), &kernels::stepped(65536), &["dram", "latency"]),
                variant(32, of(32), &kernels::stepped(65536), &["latency"]),
            ],
        },
        Series {
            name: "threads of a block with barriers",
            variants: vec![
                variant(
                    128,
                    of(128),
                    &kernels::stepping(),
                    &["dram", "latency", "barrier"],
                ),
                variant(
                    1024,
                    of(1024),
                    &kernels::stepping(),
                    &["latency", "barrier", "dram"],
                ),
            ],
        },
        Series {
            name: "threads of a block with many registers",
            variants: vec![
                variant(
                    256,
                    of(256),
                    &kernels::holding(24, true),
                    &["latency", "dram"],
                ),
                variant(1024, of(1024), &kernels::holding(24, true), &["latency"]),
            ],
        },
        Series {
            name: "blocks that registers leave room for",
            variants: vec![
                variant(
                    "few",
                    of(256),
                    &kernels::holding(100, false),
                    &["latency", "dram"],
                ),
                variant("many", of(256), &kernels::holding(100, true), &["latency"]),
            ],
        },
        Series {
            name: "blocks that shared memory leaves room for",
            variants: vec![
                holding(1024, &["latency", "dram"]),
                holding(65_536, &["latency"]),
            ],
        },
    ]
}

impl Variant {
    /// The launch, on zeros, on a device that lets a block have `room` bytes of shared memory beside the kernel's own: what only takes up room takes
    /// up as much at most.
    pub fn instance(&self, room: u32) -> Instance {
        let buffer = |name: &str, role| Buffer {
            name: name.into(),
            scalar: Scalar::F32,
            len: ELEMENTS,
            role,
            data: Some(vec![0; 4 * ELEMENTS]),
        };
        Instance {
            case: self.id.clone(),
            buffers: vec![buffer("a", Role::Input), buffer("b", Role::Scratch)],
            launches: vec![Launch {
                entry: "k".into(),
                grid: [self.blocks, 1, 1],
                block: [self.threads, 1, 1],
                shared: self.shared.min(room),
                args: vec![Arg::Buffer(0), Arg::Buffer(1)],
                ..Launch::default()
            }],
        }
    }
}

/// Times every variant on a device and says of each pair of neighbours whether the clock orders them as hardware does.
///
/// # Errors
/// A [`Fault`] of a kernel: a defect of ours.
pub fn order(description: &Description, options: SimOptions) -> Result<Vec<Ordered>, Fault> {
    let mut target = SimTarget::new(description.clone(), options);
    let limits = Limits { steps: STEPS };
    let most = description.limits.shared_per_block;
    let room = most.saturating_sub(KERNELS_OWN);
    let mut pairs = Vec::new();
    for series in series() {
        let mut timed: Vec<(Variant, f64, String)> = Vec::new();
        let mut costs = String::new();
        for variant in series.variants {
            let execution = target.execute(&variant.ptx, &variant.instance(room), &limits)?;
            let limiter = execution.limiters.first().cloned().unwrap_or_default();
            costs = execution.costs;
            timed.push((variant, execution.time_ns, limiter));
        }
        for pair in timed.windows(2) {
            let [(fast, fast_ns, fast_limiter), (slow, slow_ns, slow_limiter)] = pair else {
                continue;
            };
            let right = |variant: &Variant, limiter: &str| {
                variant.limits.is_empty() || variant.limits.contains(&limiter)
            };
            let names =
                |variant: &Variant| variant.limits.iter().map(ToString::to_string).collect();
            pairs.push(Ordered {
                series: series.name.into(),
                fast: fast.id.clone(),
                slow: slow.id.clone(),
                fast_ns: *fast_ns,
                slow_ns: *slow_ns,
                ordered: fast_ns < slow_ns,
                fast_limiter: fast_limiter.clone(),
                slow_limiter: slow_limiter.clone(),
                fast_expected: names(fast),
                slow_expected: names(slow),
                limiters_right: right(fast, fast_limiter) && right(slow, slow_limiter),
                costs: costs.clone(),
            });
        }
    }
    Ok(pairs)
}
