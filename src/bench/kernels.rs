//! The text of the hand-made kernels: one frame, and the loops that are put into it.

/// The frame of every kernel: buffers `a` (read) and `b` (written) as `%rd1` and `%rd2`, the thread in its block `%r1`, in the grid `%r2`,
/// and four times that `%rd3`.
pub fn frame(shared: usize, body: &str) -> String {
    format!(
        ".version 8.0\n.target sm_90\n.address_size 64\n\
         .visible .entry k(.param .u64 a, .param .u64 b)\n{{\n\
         .reg .pred %p<8>;\n.reg .b32 %r<128>;\n.reg .b64 %rd<64>;\n.reg .f32 %f<256>;\n.reg .f64 %d<64>;\n\
         .shared .align 16 .b8 s[{shared}];\n\
         ld.param.u64 %rd1, [a];\nld.param.u64 %rd2, [b];\n\
         mov.u32 %r1, %tid.x;\nmov.u32 %r3, %ctaid.x;\nmov.u32 %r4, %ntid.x;\n\
         mad.lo.s32 %r2, %r3, %r4, %r1;\nmul.wide.u32 %rd3, %r2, 4;\n\
         {body}\nret;\n}}\n"
    )
}

/// A loop of `trips` iterations; `%r10` counts down.
pub fn repeat(trips: u32, body: &str) -> String {
    format!(
        "mov.u32 %r10, {trips};\nL:\n{body}\nadd.s32 %r10, %r10, -1;\nsetp.ne.s32 %p1, %r10, 0;\n@%p1 bra L;\n"
    )
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|at| line(at) + "\n").collect()
}

/// Ends with a store of `%f1`, so that nothing before is dead.
fn stored(body: &str) -> String {
    format!("{body}\nadd.s64 %rd5, %rd2, %rd3;\nst.global.f32 [%rd5], %f1;")
}

/// `%f1` to `%f{count}` from the thread, each another value, so that nothing can be computed before the kernel runs.
fn started(count: usize) -> String {
    lines(count, |at| {
        format!(
            "add.s32 %r5, %r1, {};\ncvt.rn.f32.u32 %f{}, %r5;",
            at + 1,
            at + 1
        )
    })
}

/// The sum of `%f1` to `%f{count}`, stored.
fn summed(count: usize) -> String {
    stored(&lines(count.saturating_sub(1), |at| {
        format!("add.f32 %f1, %f1, %f{};", at + 2)
    }))
}

/// A stream through the input, 16 loads a thread, `loads` of them before their first use.
pub fn streaming(loads: usize) -> String {
    let load = lines(loads, |at| {
        format!("ld.global.f32 %f{}, [%rd4+{}];", at + 2, at * 65536)
    });
    let sum = lines(loads, |at| format!("add.f32 %f1, %f1, %f{};", at + 2));
    let step = format!("{load}{sum}add.s64 %rd4, %rd4, {};", loads * 65536);
    let start = "add.s64 %rd4, %rd1, %rd3;\nmov.f32 %f1, 0f00000000;\n";
    stored(&format!("{start}{}", repeat(16 / loads as u32, &step)))
}

/// One load a thread, the threads `1 << shift` elements apart.
pub fn strided(shift: u32) -> String {
    stored(&format!(
        "shl.b32 %r5, %r2, {shift};\nand.b32 %r5, %r5, 1048575;\nmul.wide.u32 %rd4, %r5, 4;\nadd.s64 %rd4, %rd1, %rd4;\n\
         ld.global.f32 %f1, [%rd4];"
    ))
}

/// Reads of shared memory, the threads `bytes` apart.
pub fn shared_reads(bytes: u32) -> String {
    let fill = lines(16, |at| format!("st.shared.f32 [%r6+{}], %f1;", at * 512));
    let step = lines(4, |at| {
        format!(
            "ld.shared.f32 %f{}, [%r6];\nadd.f32 %f1, %f1, %f{};",
            at + 2,
            at + 2
        )
    });
    stored(&format!(
        "mov.u32 %r5, s;\nshl.b32 %r7, %r1, 2;\nadd.s32 %r6, %r5, %r7;\nmov.f32 %f1, 0f00000000;\n{fill}\
         mul.lo.s32 %r6, %r1, {bytes};\nand.b32 %r6, %r6, 8188;\nadd.s32 %r6, %r6, %r5;\nbar.sync 0;\n{}",
        repeat(32, &step)
    ))
}

/// Multiply-adds of `kind` (`f32` or `f64`) in `chains` chains that do not depend on each other, 64 an iteration.
pub fn chains(kind: &str, chains: usize, trips: u32) -> String {
    let letter = if kind == "f64" { "d" } else { "f" };
    let step = lines(64, |at| {
        let value = format!("%{letter}{}", at % chains + 1);
        format!("fma.rn.{kind} {value}, {value}, {value}, {value};")
    });
    let (widen, narrow) = match kind {
        "f64" => (
            lines(chains, |at| format!("cvt.f64.f32 %d{0}, %f{0};", at + 1)),
            lines(chains, |at| format!("cvt.rn.f32.f64 %f{0}, %d{0};", at + 1)),
        ),
        _ => (String::new(), String::new()),
    };
    format!(
        "{}{widen}{}{narrow}{}",
        started(chains),
        repeat(trips, &step),
        summed(chains)
    )
}

/// Two ways of 16 multiply-adds; the lanes whose thread has the bit `bit` go the second.
pub fn divergent(bit: u32) -> String {
    let side = |value: &str| {
        lines(16, |_| {
            format!("fma.rn.f32 {value}, {value}, {value}, {value};")
        })
    };
    let sides = format!(
        "@%p2 bra E;\n{}bra.uni J;\nE:\n{}J:\n",
        side("%f1"),
        side("%f2")
    );
    format!(
        "{}and.b32 %r5, %r1, {bit};\nsetp.eq.s32 %p2, %r5, 0;\n{}{}",
        started(2),
        repeat(32, &sides),
        summed(2)
    )
}

/// Four neighbouring values a thread, over and over from the first level, by one load or four.
pub fn vector(loads: usize) -> String {
    let load = match loads {
        1 => "ld.global.v4.f32 {%f2, %f3, %f4, %f5}, [%rd4];\n".to_owned(),
        _ => lines(4, |at| {
            format!("ld.global.f32 %f{}, [%rd4+{}];", at + 2, at * 4)
        }),
    };
    let sum = lines(4, |at| format!("add.f32 %f1, %f1, %f{};", at + 2));
    stored(&format!(
        "mul.wide.u32 %rd4, %r1, 16;\nadd.s64 %rd4, %rd1, %rd4;\nmov.f32 %f1, 0f00000000;\n{}",
        repeat(32, &format!("{load}{sum}"))
    ))
}

/// A stream as [`streaming`] with one load in flight, before which so many values are computed, each from the one before. `kept`: they
/// stay in registers over the whole stream.
pub fn holding(values: usize, kept: bool) -> String {
    let value = |at: usize| {
        let before = if at == 0 { 2 } else { at + 19 };
        format!("mad.lo.s32 %r{}, %r{before}, %r{before}, %r2;\n", at + 20)
    };
    let fold = |at: usize| format!("xor.b32 %r5, %r5, %r{};", at + 20);
    let (start, end) = match kept {
        true => (lines(values, value), lines(values, fold)),
        false => (lines(values, |at| value(at) + &fold(at)), String::new()),
    };
    let step = "ld.global.f32 %f2, [%rd4];\nadd.f32 %f1, %f1, %f2;\nadd.s64 %rd4, %rd4, 65536;";
    let stream = format!(
        "add.s64 %rd4, %rd1, %rd3;\nmov.f32 %f1, 0f00000000;\nmov.u32 %r5, 0;\n{start}{}",
        repeat(16, step)
    );
    stored(&format!(
        "{stream}{end}cvt.rn.f32.u32 %f3, %r5;\nadd.f32 %f1, %f1, %f3;"
    ))
}

/// Atomic sums at addresses `bytes` apart from thread to thread, in global or shared memory.
pub fn atomics(space: &str, bytes: u32) -> String {
    let step = lines(4, |_| {
        format!("red.{space}.add.u32 [{}], %r1;", address(space))
    });
    let start = match space {
        "shared" => format!(
            "mov.u32 %r5, s;\nshl.b32 %r7, %r1, 2;\nadd.s32 %r7, %r7, %r5;\nst.shared.u32 [%r7], %r1;\n\
             mul.lo.u32 %r6, %r1, {bytes};\nadd.s32 %r6, %r6, %r5;\nbar.sync 0;\n"
        ),
        _ => format!("mul.wide.u32 %rd4, %r2, {bytes};\nadd.s64 %rd4, %rd2, %rd4;\n"),
    };
    format!("{start}{}", repeat(16, &step))
}

fn address(space: &str) -> &'static str {
    if space == "shared" { "%r6" } else { "%rd4" }
}

/// A dependent sum an iteration, with or without a barrier.
pub fn barriers(per_iteration: bool) -> String {
    let barrier = if per_iteration { "bar.sync 0;\n" } else { "" };
    let step = format!("add.f32 %f1, %f1, %f1;\n{barrier}add.f32 %f1, %f1, %f1;");
    format!("{}{}{}", started(1), repeat(64, &step), summed(1))
}

/// A dependent load an iteration and a barrier.
pub fn stepping() -> String {
    let step = "ld.global.f32 %f2, [%rd4];\nadd.f32 %f1, %f1, %f2;\nadd.s64 %rd4, %rd4, 65536;\nbar.sync 0;";
    stored(&format!(
        "add.s64 %rd4, %rd1, %rd3;\nmov.f32 %f1, 0f00000000;\n{}",
        repeat(8, step)
    ))
}

/// Divisions by the given instruction.
pub fn divisions(instruction: &str) -> String {
    let step = lines(4, |at| {
        format!("{instruction} %f{}, %f5, %f{};", at + 1, at + 1)
    });
    format!("{}{}{}", started(5), repeat(32, &step), summed(5))
}

/// Index arithmetic in 32 or 64 bits.
pub fn indices(bits: u32) -> String {
    let register = if bits == 64 { "%rd" } else { "%r" };
    let value = |at: usize| format!("{register}{}", at + 20);
    let step = lines(4, |at| {
        let value = value(at);
        format!(
            "mad.lo.s{bits} {value}, {value}, {register}30, {register}31;\nadd.s{bits} {value}, {value}, {register}29;"
        )
    });
    let start = lines(12, |at| match bits {
        64 => format!("add.s32 %r5, %r1, {at};\ncvt.u64.u32 {}, %r5;", value(at)),
        _ => format!("add.s32 {}, %r1, {at};", value(at)),
    });
    let end = lines(4, |at| {
        format!("cvt.rn.f32.u{bits} %f{}, {};", at + 1, value(at))
    });
    format!("{start}{}{end}{}", repeat(32, &step), summed(4))
}

/// 16 loads a thread: `step` bytes from one to the next.
pub fn stepped(step: u32) -> String {
    let load =
        format!("ld.global.f32 %f2, [%rd4];\nadd.f32 %f1, %f1, %f2;\nadd.s64 %rd4, %rd4, {step};");
    stored(&format!(
        "add.s64 %rd4, %rd1, %rd3;\nmov.f32 %f1, 0f00000000;\n{}",
        repeat(16, &load)
    ))
}

/// Four loads an iteration, `apart` bytes from one to the next; the next iteration's are others.
pub fn stencil(apart: u32) -> String {
    let load = lines(4, |at| {
        format!("ld.global.f32 %f{}, [%rd4+{}];", at + 2, at as u32 * apart)
    });
    let sum = lines(4, |at| format!("add.f32 %f1, %f1, %f{};", at + 2));
    let step = format!("{load}{sum}add.s64 %rd4, %rd4, 262144;");
    stored(&format!(
        "add.s64 %rd4, %rd1, %rd3;\nmov.f32 %f1, 0f00000000;\n{}",
        repeat(8, &step)
    ))
}

/// Loads between stores that might be to the same place, unless `load` says that they are not.
pub fn ordered(load: &str) -> String {
    let step = lines(4, |at| {
        format!(
            "{load} %f{}, [%rd4+{}];\nst.global.f32 [%rd5+{}], %f{};",
            at + 2,
            at * 65536,
            at * 65536,
            at + 2
        )
    });
    format!("add.s64 %rd4, %rd1, %rd3;\nadd.s64 %rd5, %rd2, %rd3;\n{step}")
}

/// Values of a function, by the function unit or by multiply-adds: eight of either an iteration.
pub fn functions(instruction: &str) -> String {
    let step = lines(8, |at| match instruction {
        "fma" => {
            let value = format!("%f{}", at + 1);
            format!("fma.rn.f32 {value}, {value}, {value}, {value};")
        }
        other => format!("{other} %f{}, %f{};", at + 1, at + 1),
    });
    format!("{}{}{}", started(8), repeat(32, &step), summed(8))
}
