//! The text of the microbenchmarks: what one warp, one block or the whole device does, and for how long.

/// A kernel that does something so many times, and how that is read.
#[derive(Debug, Clone)]
pub struct Probe {
    /// What is measured, as in `latency fp32`.
    pub name: &'static str,
    /// Where it was measured: bytes of a buffer, words of a stride, warps; what `name` says.
    pub x: Option<u64>,
    /// How its result is read.
    pub reading: Reading,
    /// PTX text. Its kernels are `init`, if there is something to fill in first, and `probe`.
    pub ptx: String,
    /// Whether there is an `init`.
    pub init: bool,
    /// Bytes of the buffer that it works on.
    pub bytes: usize,
    /// Blocks; 0 for as many as there are multiprocessors.
    pub blocks: u32,
    /// Threads of a block.
    pub threads: u32,
    /// Dynamic shared memory of a block, bytes.
    pub shared: u32,
}

/// How a probe's result is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Cycles that one of so many steps of an iteration takes, by the multiprocessor's own counter.
    Cycles { steps: u32 },
    /// Steps of a lane in a cycle, of all lanes of the block, so many of each lane an iteration.
    LanesPerCycle { steps: u32 },
    /// Bytes in a cycle of a multiprocessor that one block reads, so many of each thread an iteration.
    BytesPerCycle { bytes: u32 },
    /// Bytes a nanosecond that the device moves, of so many in all.
    BytesPerNs { bytes: u64 },
    /// Nanoseconds of one of so many things.
    Ns { things: u64 },
}

impl Reading {
    /// The unit of what is read.
    pub fn unit(self) -> &'static str {
        match self {
            Reading::Cycles { .. } => "cycles",
            Reading::LanesPerCycle { .. } => "lanes/cycle",
            Reading::BytesPerCycle { .. } => "bytes/cycle",
            Reading::BytesPerNs { .. } => "GB/s",
            Reading::Ns { .. } => "ns",
        }
    }
}

/// Iterations of the shorter of two runs of a probe that counts cycles; the longer has twice as many, and the difference counts.
pub const TRIPS: u32 = 16;
/// Steps of an iteration, written out.
const UNROLLED: usize = 128;
/// Threads of a block, at most: assemblers that do not know it give a thread more registers than so many can have.
const MOST_THREADS: u32 = 1024;
/// Steps between which no other kernel of ours depends on anything: chains that run side by side.
const CHAINS: usize = 8;

/// A module with `probe`: parameters are the buffer, the results, iterations, and where to put the cycles.
fn module(shared: usize, setup: &str, step: &str, end: &str) -> String {
    module_with("", shared, setup, step, end)
}

fn module_with(init: &str, shared: usize, setup: &str, step: &str, end: &str) -> String {
    let shared = match shared {
        0 => String::new(),
        bytes => format!(".shared .align 16 .b8 s[{bytes}];\n"),
    };
    let frame = |name: &str, body: &str| {
        format!(
            ".visible .entry {name}(.param .u64 work, .param .u64 out, .param .u32 trips, .param .u32 at)\n\
             .maxntid {MOST_THREADS}, 1, 1\n{{\n\
             .reg .pred %p<8>;\n.reg .b32 %r<64>;\n.reg .b64 %rd<64>;\n.reg .f32 %f<64>;\n.reg .f64 %d<32>;\n{shared}\
             ld.param.u64 %rd1, [work];\nld.param.u64 %rd2, [out];\nld.param.u32 %r10, [trips];\nld.param.u32 %r11, [at];\n\
             cvta.to.global.u64 %rd1, %rd1;\ncvta.to.global.u64 %rd2, %rd2;\n\
             mov.u32 %r1, %tid.x;\nmov.u32 %r3, %ctaid.x;\nmov.u32 %r4, %ntid.x;\nmov.u32 %r5, %nctaid.x;\n\
             mad.lo.s32 %r2, %r3, %r4, %r1;\nmul.lo.s32 %r6, %r4, %r5;\n{body}\nret;\n}}\n"
        )
    };
    let probe = format!(
        "{setup}\nbar.sync 0;\nmov.u64 %rd10, %clock64;\nL:\n{step}\nadd.s32 %r10, %r10, -1;\nsetp.ne.s32 %p1, %r10, 0;\n@%p1 bra L;\n\
         bar.sync 0;\nmov.u64 %rd11, %clock64;\nsub.s64 %rd12, %rd11, %rd10;\n\
         setp.ne.u32 %p2, %r2, 0;\n@%p2 bra E;\nmul.wide.u32 %rd13, %r11, 8;\nadd.s64 %rd13, %rd2, %rd13;\nst.global.u64 [%rd13], %rd12;\nE:\n{end}"
    );
    let init = match init {
        "" => String::new(),
        init => frame("init", init),
    };
    format!(
        ".version 6.4\n.target sm_60\n.address_size 64\n{init}{}",
        frame("probe", &probe)
    )
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|at| line(at) + "\n").collect()
}

/// Values that no compiler knows, one for each chain.
const STARTED: &str = "cvt.rn.f32.u32 %f1, %r1;\nadd.f32 %f1, %f1, 0f3F800000;\nmov.f32 %f2, %f1;\nmov.f32 %f3, %f1;\nmov.f32 %f4, %f1;\nmov.f32 %f5, %f1;\n\
mov.f32 %f6, %f1;\nmov.f32 %f7, %f1;\nmov.f32 %f8, %f1;\ncvt.rn.f32.u32 %f20, %r11;\nadd.f32 %f20, %f20, 0f3F000000;\n\
cvt.f64.f32 %d1, %f1;\nmov.f64 %d2, %d1;\nmov.f64 %d3, %d1;\nmov.f64 %d4, %d1;\nmov.f64 %d5, %d1;\nmov.f64 %d6, %d1;\nmov.f64 %d7, %d1;\nmov.f64 %d8, %d1;\n\
cvt.f64.f32 %d20, %f20;\n\
mov.u32 %r21, %r1;\nmov.u32 %r22, %r1;\nmov.u32 %r23, %r1;\nmov.u32 %r24, %r1;\nmov.u32 %r25, %r1;\nmov.u32 %r26, %r1;\nmov.u32 %r27, %r1;\n\
mov.u32 %r28, %r1;\nadd.s32 %r40, %r11, 3;";

/// Stores everything where nobody looks, so that nothing is dead.
const SUMMED: &str = "add.f32 %f1, %f1, %f2;\nadd.f32 %f1, %f1, %f3;\nadd.f32 %f1, %f1, %f4;\nadd.f32 %f1, %f1, %f5;\nadd.f32 %f1, %f1, %f6;\n\
add.f32 %f1, %f1, %f7;\nadd.f32 %f1, %f1, %f8;\nadd.f64 %d1, %d1, %d2;\nadd.f64 %d1, %d1, %d3;\nadd.f64 %d1, %d1, %d4;\nadd.f64 %d1, %d1, %d5;\n\
add.f64 %d1, %d1, %d6;\nadd.f64 %d1, %d1, %d7;\nadd.f64 %d1, %d1, %d8;\ncvt.rn.f32.f64 %f9, %d1;\nadd.f32 %f1, %f1, %f9;\n\
add.s32 %r21, %r21, %r22;\nadd.s32 %r21, %r21, %r23;\nadd.s32 %r21, %r21, %r24;\nadd.s32 %r21, %r21, %r25;\nadd.s32 %r21, %r21, %r26;\n\
add.s32 %r21, %r21, %r27;\nadd.s32 %r21, %r21, %r28;\ncvt.rn.f32.s32 %f9, %r21;\nadd.f32 %f1, %f1, %f9;\n\
mul.wide.u32 %rd14, %r2, 4;\nadd.s64 %rd14, %rd1, %rd14;\nst.global.f32 [%rd14], %f1;";

/// One step of each operation class on chain `at` (from 1): name, text, machine instructions in a step.
type Operation = (&'static str, &'static str, fn(usize) -> String);

const OPERATIONS: [Operation; 6] = [
    ("latency fp32", "throughput fp32", |at| {
        format!("fma.rn.f32 %f{at}, %f{at}, %f20, %f20;")
    }),
    // A multiply-add of integers cannot be folded with the next one.
    ("latency int", "throughput int", |at| {
        format!("xor.b32 %r2{at}, %r2{at}, %r40;\nadd.s32 %r2{at}, %r2{at}, %r40;")
    }),
    ("latency fp64", "throughput fp64", |at| {
        format!("fma.rn.f64 %d{at}, %d{at}, %d20, %d20;")
    }),
    ("latency mufu", "throughput mufu", |at| {
        format!("ex2.approx.ftz.f32 %f{at}, %f{at};")
    }),
    ("latency convert", "throughput convert", |at| {
        format!("cvt.rn.f32.s32 %f{at}, %r2{at};\ncvt.rzi.s32.f32 %r2{at}, %f{at};")
    }),
    ("latency shuffle", "throughput shuffle", |at| {
        format!("shfl.sync.bfly.b32 %r2{at}, %r2{at}, 1, 31, -1;")
    }),
];

/// Chains of operations, each waiting for the one before: one warp; and as many as a multiprocessor takes.
fn operations() -> impl Iterator<Item = Probe> {
    OPERATIONS.iter().flat_map(|(latency, throughput, step)| {
        let ops = step(1).matches(';').count() as u32;
        let steps = ops * UNROLLED as u32;
        let one = Probe {
            name: latency,
            x: None,
            reading: Reading::Cycles { steps },
            ptx: module(0, STARTED, &lines(UNROLLED, |_| step(1)), SUMMED),
            init: false,
            bytes: 4096,
            blocks: 1,
            threads: 32,
            shared: 0,
        };
        let body = lines(UNROLLED, |at| step(at % CHAINS + 1));
        let all = Probe {
            name: throughput,
            reading: Reading::LanesPerCycle { steps },
            ptx: module(0, STARTED, &body, SUMMED),
            threads: 1024,
            ..one.clone()
        };
        [one, all]
    })
}

/// A chain of loads through a buffer, each address from the load before.
fn chase(bytes: usize) -> Probe {
    // 128 bytes apart; the next one is half the buffer and one further on, so that neighbours are never visited in turn.
    const STEP: usize = 128;
    let count = (bytes / STEP) as u64;
    let jump = (count / 2 + 1) | 1;
    let init = format!(
        "cvt.u64.u32 %rd20, %r2;\ncvt.u64.u32 %rd21, %r6;\nI:\nsetp.ge.u64 %p1, %rd20, {count};\n@%p1 bra J;\n\
         add.s64 %rd22, %rd20, {jump};\nrem.u64 %rd22, %rd22, {count};\nmul.lo.s64 %rd22, %rd22, {STEP};\nadd.s64 %rd22, %rd1, %rd22;\n\
         mul.lo.s64 %rd23, %rd20, {STEP};\nadd.s64 %rd23, %rd1, %rd23;\nst.global.u64 [%rd23], %rd22;\nadd.s64 %rd20, %rd20, %rd21;\nbra I;\nJ:"
    );
    Probe {
        name: "latency of a load, by bytes of the buffer",
        x: Some(bytes as u64),
        reading: Reading::Cycles {
            steps: UNROLLED as u32,
        },
        ptx: module_with(
            &init,
            0,
            // Once around, or as far as two thousand loads go, before the clock runs.
            &format!(
                "mov.u64 %rd20, %rd1;\nmov.u32 %r20, 0;\nW:\nld.global.u64 %rd20, [%rd20];\nadd.s32 %r20, %r20, 1;\n\
                 setp.lt.u32 %p3, %r20, {};\n@%p3 bra W;",
                count.min(2048)
            ),
            &lines(UNROLLED, |_| "ld.global.u64 %rd20, [%rd20];".into()),
            "st.global.u64 [%rd2+64], %rd20;",
        ),
        init: true,
        bytes,
        blocks: 1,
        threads: 1,
        shared: 0,
    }
}

/// Shared memory: loads of a warp whose lanes are so many words apart, each lane's address from its load before.
fn banks(stride: u64) -> Probe {
    Probe {
        name: "latency of a shared load, by words between lanes",
        x: Some(stride),
        reading: Reading::Cycles {
            steps: UNROLLED as u32,
        },
        ptx: module(
            32 * 32 * 4,
            &format!(
                "mov.u32 %r30, s;\nmul.lo.s32 %r31, %r1, {};\nadd.s32 %r30, %r30, %r31;\nst.shared.u32 [%r30], %r30;",
                stride * 4
            ),
            &lines(UNROLLED, |_| "ld.shared.u32 %r30, [%r30];".into()),
            "st.global.u32 [%rd2+64], %r30;",
        ),
        init: false,
        bytes: 4096,
        blocks: 1,
        threads: 32,
        shared: 0,
    }
}

fn barrier(threads: u32) -> Probe {
    Probe {
        name: "barrier, by threads of the block",
        x: Some(u64::from(threads)),
        reading: Reading::Cycles {
            steps: UNROLLED as u32,
        },
        ptx: module(0, "", &lines(UNROLLED, |_| "bar.sync 0;".into()), ""),
        init: false,
        bytes: 4096,
        blocks: 1,
        threads,
        shared: 0,
    }
}

fn atomic_shared() -> Probe {
    Probe {
        name: "latency of a shared atomic",
        x: None,
        reading: Reading::Cycles {
            steps: UNROLLED as u32,
        },
        ptx: module(
            256,
            // An address that differs from lane to lane, for all that an assembler knows: on one that does not, it adds up a warp's operands first.
            "mov.u32 %r30, s;\nshl.b32 %r31, %r1, 2;\nadd.s32 %r30, %r30, %r31;\nmov.u32 %r31, 0;\nst.shared.u32 [%r30], %r31;\nmov.u32 %r32, 1;",
            &lines(UNROLLED, |_| {
                "atom.shared.add.u32 %r32, [%r30], %r32;".into()
            }),
            "st.global.u32 [%rd2+64], %r32;",
        ),
        init: false,
        bytes: 4096,
        blocks: 1,
        threads: 1,
        shared: 0,
    }
}

/// One block reads 16 KB again and again from the first level.
fn first_level() -> Probe {
    const LOADS: usize = 4;
    Probe {
        name: "bandwidth of the first level",
        x: None,
        reading: Reading::BytesPerCycle {
            bytes: (LOADS * 16 * 16) as u32,
        },
        ptx: module(
            0,
            &format!(
                "{STARTED}\nand.b32 %r31, %r1, 1023;\nmul.wide.u32 %rd20, %r31, 16;\nadd.s64 %rd20, %rd1, %rd20;"
            ),
            &lines(LOADS * 16, |at| {
                // All four are used: of a vector that is not, an assembler loads parts.
                let sums = lines(4, |part| {
                    let sum = (at + part) % CHAINS + 1;
                    format!("add.f32 %f{sum}, %f{sum}, %f{};", 10 + part)
                });
                format!(
                    "ld.global.ca.v4.f32 {{%f10, %f11, %f12, %f13}}, [%rd20];\n{sums}xor.b64 %rd20, %rd20, 16;"
                )
            }),
            SUMMED,
        ),
        init: false,
        bytes: 64 << 10,
        blocks: 1,
        threads: 1024,
        shared: 0,
    }
}

/// The whole device reads a buffer, 16 bytes a thread at a time, `passes` times; each thread has so many loads under way, one after the other for 1.
fn stream(
    name: &'static str,
    x: Option<u64>,
    bytes: usize,
    passes: u32,
    ahead: usize,
    (threads, blocks, shared): (u32, u32, u32),
) -> Probe {
    let count = bytes / 16;
    // No assembler makes several loads of a loop of one: its end is not known.
    let loads = lines(ahead, |load| {
        let [a, b, c, d] = [0, 1, 2, 3].map(|part| 30 + 4 * load + part);
        format!(
            "shl.b64 %rd22, %rd20, 4;\nadd.s64 %rd22, %rd1, %rd22;\nld.global.cg.v4.f32 {{%f{a}, %f{b}, %f{c}, %f{d}}}, [%rd22];\nadd.s64 %rd20, %rd20, %rd21;"
        )
    });
    let sums = lines(4 * ahead, |at| {
        let sum = at % 4 + 1;
        format!("add.f32 %f{sum}, %f{sum}, %f{};", 30 + at)
    });
    let many = match ahead {
        1 => String::new(),
        _ => format!(
            "mul.lo.s64 %rd23, %rd21, {};\nM:\nadd.s64 %rd24, %rd20, %rd23;\nsetp.ge.u64 %p3, %rd24, {count};\n@%p3 bra I;\n{loads}{sums}bra M;\n",
            ahead - 1
        ),
    };
    let step = format!(
        "cvt.u64.u32 %rd20, %r2;\ncvt.u64.u32 %rd21, %r6;\n{many}I:\nsetp.ge.u64 %p3, %rd20, {count};\n@%p3 bra J;\nmul.lo.s64 %rd22, %rd20, 16;\n\
         add.s64 %rd22, %rd1, %rd22;\nld.global.cg.v4.f32 {{%f10, %f11, %f12, %f13}}, [%rd22];\nadd.f32 %f1, %f1, %f10;\nadd.f32 %f2, %f2, %f11;\n\
         add.f32 %f3, %f3, %f12;\nadd.f32 %f4, %f4, %f13;\nadd.s64 %rd20, %rd20, %rd21;\nbra I;\nJ:"
    );
    // The sums never come to that, and nobody but the hardware knows.
    let end = "add.f32 %f1, %f1, %f2;\nadd.f32 %f1, %f1, %f3;\nadd.f32 %f1, %f1, %f4;\nsetp.neu.f32 %p4, %f1, 0f7149F2CA;\n@%p4 bra F;\nst.global.f32 [%rd2+64], %f1;\nF:";
    Probe {
        name,
        x,
        reading: Reading::BytesPerNs {
            bytes: bytes as u64 * u64::from(passes),
        },
        ptx: module(0, STARTED, &step, end),
        init: false,
        bytes,
        blocks,
        threads,
        shared,
    }
}

/// Loads whose lanes are so many words apart, each once: bytes that were asked for.
fn strided(stride: u64, elements: u64) -> Probe {
    let step = format!(
        "cvt.u64.u32 %rd20, %r2;\ncvt.u64.u32 %rd21, %r6;\nI:\nsetp.ge.u64 %p3, %rd20, {elements};\n@%p3 bra J;\nmul.lo.s64 %rd22, %rd20, {};\n\
         add.s64 %rd22, %rd1, %rd22;\nld.global.f32 %f10, [%rd22];\nadd.f32 %f1, %f1, %f10;\nadd.s64 %rd20, %rd20, %rd21;\nbra I;\nJ:",
        stride * 4
    );
    let end = "setp.neu.f32 %p4, %f1, 0f7149F2CA;\n@%p4 bra F;\nst.global.f32 [%rd2+64], %f1;\nF:";
    Probe {
        name: "bandwidth asked for, by words between lanes",
        x: Some(stride),
        reading: Reading::BytesPerNs {
            bytes: elements * 4,
        },
        ptx: module(0, STARTED, &step, end),
        init: false,
        bytes: (elements * stride * 4) as usize,
        blocks: 0,
        threads: 1024,
        shared: 0,
    }
}

/// Atomics of all threads, on addresses of their own or on one.
fn atomics(one: bool) -> Probe {
    const STEPS: usize = 64;
    // The last parameter is 0, which an assembler does not know: see `atomic_shared`.
    let index = match one {
        true => "mul.lo.s32 %r33, %r2, %r11;",
        false => "mov.u32 %r33, %r2;",
    };
    let blocks = 256;
    let threads = 256;
    Probe {
        name: match one {
            true => "time of an atomic on one address",
            false => "time of an atomic on an address of its own",
        },
        x: None,
        reading: Reading::Ns {
            things: STEPS as u64 * blocks * threads,
        },
        ptx: module(
            0,
            &format!(
                "{index}\nmul.wide.u32 %rd20, %r33, 4;\nadd.s64 %rd20, %rd1, %rd20;\nmov.u32 %r32, 1;"
            ),
            &lines(STEPS, |_| "red.global.add.u32 [%rd20], %r32;".into()),
            "",
        ),
        init: false,
        bytes: (blocks * threads * 4) as usize,
        blocks: blocks as u32,
        threads: threads as u32,
        shared: 0,
    }
}

/// Blocks that do nothing, one at a time on each multiprocessor.
fn turnaround(blocks: u32, shared: u32) -> Probe {
    Probe {
        name: "time of a block that does nothing, one at a time on each multiprocessor",
        x: None,
        reading: Reading::Ns {
            things: u64::from(blocks),
        },
        ptx: module(0, "", "", ""),
        init: false,
        bytes: 4096,
        blocks,
        threads: 32,
        shared,
    }
}

/// Everything that is measured of a device of `sms` multiprocessors and `memory` bytes, whose blocks may have `shared` bytes.
pub fn probes(sms: u32, memory: u64, shared: u32) -> Vec<Probe> {
    let room = (memory / 8) as usize;
    let mut probes: Vec<Probe> = operations().collect();
    let sizes = (13..=30)
        .map(|bits| 1usize << bits)
        .filter(|bytes| *bytes <= room);
    probes.extend(sizes.map(chase));
    probes.extend([1, 2, 4, 8, 16, 32].map(banks));
    probes.extend([32, 256, 1024].map(barrier));
    probes.push(atomic_shared());
    probes.push(first_level());
    // As many warps as a multiprocessor takes, each with several loads under way: one a warp is not enough for the latency of an H200's memory.
    let full = (1024, sms * 2, 0);
    const AHEAD: usize = 4;
    probes.push(stream(
        "bandwidth of the second level",
        None,
        8 << 20,
        64,
        AHEAD,
        full,
    ));
    let long = (1usize << 31).min(room);
    probes.push(stream("bandwidth of memory", None, long, 1, AHEAD, full));
    for warps in [1, 2, 4, 8, 16, 32, 64] {
        let threads = 32 * warps.min(32);
        let blocks = sms * (warps / 32).max(1);
        probes.push(stream(
            "bandwidth of memory, by warps of a multiprocessor",
            Some(u64::from(warps)),
            long / 4,
            1,
            1,
            // So much shared memory that no other block fits beside it.
            (
                threads,
                blocks,
                if warps <= 32 { shared / 2 + 1024 } else { 0 },
            ),
        ));
    }
    let elements = (room / (32 * 4)).min(1 << 23) as u64;
    probes.extend([1, 2, 4, 8, 16, 32].map(|stride| strided(stride, elements)));
    probes.extend([atomics(false), atomics(true)]);
    probes.push(turnaround(sms * 256, shared / 2 + 1024));
    probes
}
