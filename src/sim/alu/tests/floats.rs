//! f32 and f64: the host's own arithmetic in each of its rounding modes, and bounds on the approximate functions.

use super::*;

fn f(a: u64) -> f32 {
    f32::from_bits(a as u32)
}
fn d(a: u64) -> f64 {
    f64::from_bits(a)
}
/// Bits of a result; every NaN is the same.
fn single(value: f32) -> u64 {
    if value.is_nan() {
        0x7fff_ffff
    } else {
        u64::from(value.to_bits())
    }
}
fn double(value: f64) -> u64 {
    if value.is_nan() {
        0x7ff8_0000_0000_0000
    } else {
        value.to_bits()
    }
}
/// Subnormals to zero.
fn z(a: u64) -> f32 {
    let a = a & 0xffff_ffff;
    if a & 0x7f80_0000 == 0 {
        f(a & 0x8000_0000)
    } else {
        f(a)
    }
}
fn flushed(value: f32) -> u64 {
    single(z(single(value)))
}
/// Clamped to [0, 1]; NaN is 0.
fn unit(value: f32) -> u64 {
    single(if value.is_nan() {
        0.0
    } else {
        // -0 is clamped too.
        value.clamp(0.0, 1.0) + 0.0
    })
}

/// The smaller one by total order, where numbers come before NaN.
fn smaller(a: f64, b: f64) -> f64 {
    match (a.is_nan(), b.is_nan()) {
        (true, _) => b,
        (_, true) => a,
        _ if a.total_cmp(&b).is_lt() => a,
        _ => b,
    }
}
fn larger(a: f64, b: f64) -> f64 {
    -smaller(-a, -b)
}
fn wide(a: u64) -> f64 {
    f64::from(f(a))
}
/// The sign of a product on a magnitude.
fn signed_by(value: f64, a: u64, b: u64) -> u64 {
    single(value as f32)
        ^ if value.is_nan() {
            0
        } else {
            (a ^ b) & 0x8000_0000
        }
}

#[test]
fn single_precision_to_nearest() {
    check(&[
        ("add.f32 %r0, %r1, %r2", |a, b, _| single(f(a) + f(b))),
        ("add.rn.f32 %r0, %r1, %r2", |a, b, _| single(f(a) + f(b))),
        ("add.rn.ftz.f32 %r0, %r1, %r2", |a, b, _| {
            flushed(z(a) + z(b))
        }),
        ("add.rn.sat.f32 %r0, %r1, %r2", |a, b, _| unit(f(a) + f(b))),
        ("sub.ftz.sat.f32 %r0, %r1, %r2", |a, b, _| {
            unit(f(flushed(z(a) - z(b))))
        }),
        ("sub.f32 %r0, %r1, %r2", |a, b, _| single(f(a) - f(b))),
        ("mul.f32 %r0, %r1, %r2", |a, b, _| single(f(a) * f(b))),
        ("mul.ftz.f32 %r0, %r1, %r2", |a, b, _| flushed(z(a) * z(b))),
        ("mul.sat.f32 %r0, %r1, %r2", |a, b, _| unit(f(a) * f(b))),
        ("fma.rn.f32 %r0, %r1, %r2, %r3", |a, b, c| {
            single(f(a).mul_add(f(b), f(c)))
        }),
        ("mad.rn.f32 %r0, %r1, %r2, %r3", |a, b, c| {
            single(f(a).mul_add(f(b), f(c)))
        }),
        ("fma.rn.ftz.f32 %r0, %r1, %r2, %r3", |a, b, c| {
            flushed(z(a).mul_add(z(b), z(c)))
        }),
        ("fma.rn.ftz.sat.f32 %r0, %r1, %r2, %r3", |a, b, c| {
            unit(f(flushed(z(a).mul_add(z(b), z(c)))))
        }),
        ("div.rn.f32 %r0, %r1, %r2", |a, b, _| single(f(a) / f(b))),
        ("div.rn.ftz.f32 %r0, %r1, %r2", |a, b, _| {
            flushed(z(a) / z(b))
        }),
        ("rcp.rn.f32 %r0, %r1", |a, _, _| single(1.0 / f(a))),
        ("sqrt.rn.f32 %r0, %r1", |a, _, _| single(f(a).sqrt())),
        ("sqrt.rn.ftz.f32 %r0, %r1", |a, _, _| flushed(z(a).sqrt())),
        ("sub.rn.f32x2 %d0, %d1, %d2", |a, b, _| {
            single(f(a) - f(b)) | (single(f(a >> 32) - f(b >> 32)) << 32)
        }),
        ("mul.ftz.f32x2 %d0, %d1, %d2", |a, b, _| {
            flushed(z(a) * z(b)) | (flushed(z(a >> 32) * z(b >> 32)) << 32)
        }),
        ("fma.rn.f32x2 %d0, %d1, %d2, %d3", |a, b, c| {
            let part = |by: u32| single(f(a >> by).mul_add(f(b >> by), f(c >> by)));
            part(0) | (part(32) << 32)
        }),
        ("neg.f32 %r0, %r1", |a, _, _| a ^ 0x8000_0000),
        ("neg.ftz.f32 %r0, %r1", |a, _, _| single(-z(a))),
        ("abs.f32 %r0, %r1", |a, _, _| a & 0x7fff_ffff),
        ("abs.ftz.f32 %r0, %r1", |a, _, _| single(z(a).abs())),
        ("copysign.f32 %r0, %r1, %r2", |a, b, _| {
            a & 0x8000_0000 | b & 0x7fff_ffff
        }),
        ("min.f32 %r0, %r1, %r2", |a, b, _| {
            single(smaller(wide(a), wide(b)) as f32)
        }),
        ("max.f32 %r0, %r1, %r2", |a, b, _| {
            single(larger(wide(a), wide(b)) as f32)
        }),
        ("min.ftz.f32 %r0, %r1, %r2", |a, b, _| {
            single(smaller(f64::from(z(a)), f64::from(z(b))) as f32)
        }),
        ("max.NaN.f32 %r0, %r1, %r2", |a, b, _| {
            match f(a).is_nan() || f(b).is_nan() {
                true => 0x7fff_ffff,
                false => single(larger(wide(a), wide(b)) as f32),
            }
        }),
        ("min.xorsign.abs.f32 %r0, %r1, %r2", |a, b, _| {
            signed_by(smaller(wide(a).abs(), wide(b).abs()), a, b)
        }),
        ("max.NaN.xorsign.abs.f32 %r0, %r1, %r2", |a, b, _| {
            match f(a).is_nan() || f(b).is_nan() {
                true => 0x7fff_ffff,
                false => signed_by(larger(wide(a).abs(), wide(b).abs()), a, b),
            }
        }),
    ]);
}

#[test]
fn double_precision_to_nearest() {
    check(&[
        ("add.f64 %d0, %d1, %d2", |a, b, _| double(d(a) + d(b))),
        ("sub.rn.f64 %d0, %d1, %d2", |a, b, _| double(d(a) - d(b))),
        ("mul.rn.f64 %d0, %d1, %d2", |a, b, _| double(d(a) * d(b))),
        ("fma.rn.f64 %d0, %d1, %d2, %d3", |a, b, c| {
            double(d(a).mul_add(d(b), d(c)))
        }),
        ("mad.rn.f64 %d0, %d1, %d2, %d3", |a, b, c| {
            double(d(a).mul_add(d(b), d(c)))
        }),
        ("div.rn.f64 %d0, %d1, %d2", |a, b, _| double(d(a) / d(b))),
        ("rcp.rn.f64 %d0, %d1", |a, _, _| double(1.0 / d(a))),
        ("sqrt.rn.f64 %d0, %d1", |a, _, _| double(d(a).sqrt())),
        ("neg.f64 %d0, %d1", |a, _, _| a ^ 1 << 63),
        ("abs.f64 %d0, %d1", |a, _, _| a & !(1 << 63)),
        ("copysign.f64 %d0, %d1, %d2", |a, b, _| {
            a & 1 << 63 | b & !(1 << 63)
        }),
        ("min.f64 %d0, %d1, %d2", |a, b, _| {
            double(smaller(d(a), d(b)))
        }),
        ("max.f64 %d0, %d1, %d2", |a, b, _| {
            double(larger(d(a), d(b)))
        }),
    ]);
}

/// An instruction, its bound, and the function that it approximates.
type Approximate = (&'static str, f64, fn(f64, f64) -> f64);

/// Each result within what the manual allows: `bound` is in units of the last place of f32, or relative where it is below one.
fn close(rows: &[Approximate]) {
    for (text, bound, reference) in rows {
        let ready = ready(&format!("{text};"));
        let (output, inputs) = ready.names.split_first().unwrap();
        every(text, inputs, &[*output], &ready, &|input, output| {
            let flush = |a: u64| {
                if text.contains("ftz") {
                    f64::from(z(a))
                } else {
                    wide(a)
                }
            };
            let b = input.get(1).map_or(0.0, |&b| flush(b));
            let exact = reference(flush(input[0]), b);
            let result = f64::from(f(output[0]));
            let unit =
                2f64.powi(exact.abs().max(f64::from(f32::MIN_POSITIVE)).log2().floor() as i32 - 23);
            let slack = if *bound < 1.0 { *bound } else { bound * unit };
            let same = exact.is_nan() && output[0] == 0x7fff_ffff
                || result == exact as f32 as f64
                || text.contains("ftz")
                    && exact.abs() < f64::from(f32::MIN_POSITIVE)
                    && result == 0.0
                || (result - exact).abs() <= slack;
            if same {
                Ok(())
            } else {
                Err(format!("expected {exact:e}"))
            }
        });
    }
}

#[test]
fn approximate_functions_are_within_their_bounds() {
    close(&[
        ("rcp.approx.f32 %r0, %r1", 1.0, |a, _| 1.0 / a),
        ("rcp.approx.ftz.f32 %r0, %r1", 1.0, |a, _| 1.0 / a),
        ("sqrt.approx.f32 %r0, %r1", 1.0, |a, _| a.sqrt()),
        ("rsqrt.approx.ftz.f32 %r0, %r1", 1.0, |a, _| 1.0 / a.sqrt()),
        ("ex2.approx.f32 %r0, %r1", 2.0, |a, _| a.exp2()),
        ("ex2.approx.ftz.f32 %r0, %r1", 2.0, |a, _| a.exp2()),
        ("lg2.approx.f32 %r0, %r1", 1.0, |a, _| a.log2()),
        ("sin.approx.f32 %r0, %r1", 5e-7, |a, _| a.sin()),
        ("cos.approx.ftz.f32 %r0, %r1", 5e-7, |a, _| a.cos()),
        ("sin.approx.2pi.ftz.f32 %r0, %r1", 5e-7, |a, _| {
            (a.fract() * std::f64::consts::TAU).sin()
        }),
        ("cos.approx.2pi.ftz.f32 %r0, %r1", 5e-7, |a, _| {
            (a.fract() * std::f64::consts::TAU).cos()
        }),
        ("tanh.approx.f32 %r0, %r1", 2.0, |a, _| a.tanh()),
        ("div.full.f32 %r0, %r1, %r2", 2.0, |a, b| a / b),
        ("div.full.ftz.f32 %r0, %r1, %r2", 2.0, |a, b| a / b),
        ("div.approx.f32 %r0, %r1, %r2", 2.0, |a, b| {
            // A divisor above 2^126 has no reciprocal.
            if b.abs() > 2f64.powi(126) {
                a * 0.0
            } else {
                a / b
            }
        }),
    ]);
}

#[test]
fn gross_approximations_keep_the_upper_half() {
    for (text, reference) in [
        (
            "rcp.approx.ftz.f64 %d0, %d1",
            (|a| 1.0 / a) as fn(f64) -> f64,
        ),
        ("rsqrt.approx.ftz.f64 %d0, %d1", |a| 1.0 / a.sqrt()),
    ] {
        let ready = ready(&format!("{text};"));
        every(
            text,
            &ready.names[1..],
            &ready.names[..1],
            &ready,
            &|input, output| {
                let a = d(input[0]);
                let a = if a.abs() < f64::MIN_POSITIVE {
                    a * 0.0
                } else {
                    a
                };
                let (exact, result) = (reference(a), d(output[0]));
                let tiny = exact.abs() <= f64::MIN_POSITIVE && result == 0.0;
                let near = ((result - exact) / exact).abs() < 2f64.powi(-19);
                if output[0] << 32 != 0 {
                    Err("the lower half is not zero".to_owned())
                } else if exact.is_nan() && result.is_nan() || result == exact || tiny || near {
                    Ok(())
                } else {
                    Err(format!("expected {exact:e}"))
                }
            },
        );
    }
    check(&[("rsqrt.approx.f64 %d0, %d1", |a, _, _| {
        double(1.0 / d(a).sqrt())
    })]);
}

/// The host's instructions under another rounding mode, which no code of the program changes.
#[cfg(target_arch = "x86_64")]
mod host {
    use super::*;
    use std::arch::asm;

    const NEAREST: u32 = 0x1f80;
    pub const DOWN: u32 = NEAREST | 1 << 13;
    pub const UP: u32 = NEAREST | 2 << 13;
    pub const ZERO: u32 = NEAREST | 3 << 13;

    macro_rules! operation {
        ($name:ident, $ty:ty, $instruction:literal) => {
            pub fn $name(mode: u32, a: $ty, b: $ty) -> $ty {
                let mut out = a;
                // SAFETY: reads two words that live, and leaves the control register as every Rust program has it.
                unsafe {
                    asm!("ldmxcsr [{mode}]", concat!($instruction, " {out}, {b}"), "ldmxcsr [{back}]",
                        mode = in(reg) &mode, back = in(reg) &NEAREST, out = inout(xmm_reg) out, b = in(xmm_reg) b,
                        options(nostack, readonly));
                }
                out
            }
        };
        ($name:ident, $ty:ty, fused $instruction:literal) => {
            pub fn $name(mode: u32, a: $ty, b: $ty, c: $ty) -> $ty {
                assert!(std::is_x86_feature_detected!("fma"));
                let mut out = c;
                // SAFETY: as above; the instruction exists, as asserted.
                unsafe {
                    asm!("ldmxcsr [{mode}]", concat!($instruction, " {out}, {a}, {b}"), "ldmxcsr [{back}]",
                        mode = in(reg) &mode, back = in(reg) &NEAREST, out = inout(xmm_reg) out, a = in(xmm_reg) a,
                        b = in(xmm_reg) b, options(nostack, readonly));
                }
                out
            }
        };
    }
    operation!(add32, f32, "addss");
    operation!(sub32, f32, "subss");
    operation!(mul32, f32, "mulss");
    operation!(div32, f32, "divss");
    operation!(sqrt32, f32, "sqrtss");
    operation!(fma32, f32, fused "vfmadd231ss");
    operation!(add64, f64, "addsd");
    operation!(sub64, f64, "subsd");
    operation!(mul64, f64, "mulsd");
    operation!(div64, f64, "divsd");
    operation!(sqrt64, f64, "sqrtsd");
    operation!(fma64, f64, fused "vfmadd231sd");

    /// The rows of one direction: its name in PTX and its mode.
    macro_rules! rows {
        ($to:literal, $mode:ident) => {
            check(&[
                (concat!("add.", $to, ".f32 %r0, %r1, %r2"), |a, b, _| {
                    single(add32($mode, f(a), f(b)))
                }),
                (concat!("sub.", $to, ".f32 %r0, %r1, %r2"), |a, b, _| {
                    single(sub32($mode, f(a), f(b)))
                }),
                (concat!("mul.", $to, ".f32 %r0, %r1, %r2"), |a, b, _| {
                    single(mul32($mode, f(a), f(b)))
                }),
                (concat!("mul.", $to, ".ftz.f32 %r0, %r1, %r2"), |a, b, _| {
                    flushed(mul32($mode, z(a), z(b)))
                }),
                (concat!("add.", $to, ".sat.f32 %r0, %r1, %r2"), |a, b, _| {
                    unit(add32($mode, f(a), f(b)))
                }),
                (concat!("div.", $to, ".f32 %r0, %r1, %r2"), |a, b, _| {
                    single(div32($mode, f(a), f(b)))
                }),
                (concat!("rcp.", $to, ".f32 %r0, %r1"), |a, _, _| {
                    single(div32($mode, 1.0, f(a)))
                }),
                (concat!("sqrt.", $to, ".f32 %r0, %r1"), |a, _, _| {
                    single(sqrt32($mode, 0.0, f(a)))
                }),
                (concat!("add.", $to, ".f64 %d0, %d1, %d2"), |a, b, _| {
                    double(add64($mode, d(a), d(b)))
                }),
                (concat!("sub.", $to, ".f64 %d0, %d1, %d2"), |a, b, _| {
                    double(sub64($mode, d(a), d(b)))
                }),
                (concat!("mul.", $to, ".f64 %d0, %d1, %d2"), |a, b, _| {
                    double(mul64($mode, d(a), d(b)))
                }),
                (concat!("div.", $to, ".f64 %d0, %d1, %d2"), |a, b, _| {
                    double(div64($mode, d(a), d(b)))
                }),
                (concat!("rcp.", $to, ".f64 %d0, %d1"), |a, _, _| {
                    double(div64($mode, 1.0, d(a)))
                }),
                (concat!("sqrt.", $to, ".f64 %d0, %d1"), |a, _, _| {
                    double(sqrt64($mode, 0.0, d(a)))
                }),
            ]);
            if std::is_x86_feature_detected!("fma") {
                check(&[
                    (
                        concat!("fma.", $to, ".f32 %r0, %r1, %r2, %r3"),
                        |a, b, c| single(fma32($mode, f(a), f(b), f(c))),
                    ),
                    (
                        concat!("fma.", $to, ".f64 %d0, %d1, %d2, %d3"),
                        |a, b, c| double(fma64($mode, d(a), d(b), d(c))),
                    ),
                ]);
            }
        };
    }

    #[test]
    fn every_direction_is_that_of_the_host() {
        rows!("rz", ZERO);
        rows!("rm", DOWN);
        rows!("rp", UP);
    }
}

#[test]
fn forms_that_do_not_exist_are_refused() {
    for text in [
        "add.ftz.f64 %d0, %d1, %d2",
        "add.sat.f64 %d0, %d1, %d2",
        "add.sat.u32 %r0, %r1, %r2",
        "min.rz.f32 %r0, %r1, %r2",
        "min.sat.f32 %r0, %r1, %r2",
        "sin.approx.f64 %d0, %d1",
        "tanh.approx.f64 %d0, %d1",
        "rcp.approx.f64 %d0, %d1",
        "rsqrt.rz.f32 %r0, %r1",
        "add.sat.f32x2 %d0, %d1, %d2",
        "min.f32x2 %d0, %d1, %d2",
        "fma.rn.oob.f16 %h0, %h1, %h2, %h3",
        "fma.rz.f16 %h0, %h1, %h2, %h3",
        "fma.rn.sat.bf16 %h0, %h1, %h2, %h3",
        "add.ftz.bf16 %h0, %h1, %h2",
        "add.ftz.f32.f16 %r0, %h1, %r2",
        "add.f32.f64 %r0, %d1, %r2",
        "mul.f32.f16 %r0, %h1, %r2",
        "div.rn.f16 %h0, %h1, %h2",
        "and.u32 %r0, %r1, %r2",
        "add.s8 %h0, %h1, %h2",
        "popc.u32 %r0, %r1",
        "vadd4.u32.u32.u32.sat.add %r0, %r1, %r2, %r3",
        "vset4.u32.u32.lt %r0, %r1, %r2, %r3",
        "vadd.u32.u32.u32 %r0, %r1, %r2",
        "vmad.u32.u32.u32 %r0, %r1, %r2, %r3",
        "sin.approx.2pi.f32 %r0, %r1",
        "mul.u32 %r0, %r1, %r2",
        "mul.lo.f32 %r0, %r1, %r2",
        "rem.f32 %r0, %r1, %r2",
        "neg.u32 %r0, %r1",
        "abs.u32 %r0, %r1",
        "cvt.rs.f16x2.f32 %r0, %r1, %r2, %r3",
        "cvt.rn.e4m3x2.f32 %h0, %r1, %r2",
        "cvt.rn.satfinite.e2m1x2.f32 %h0, %r1, %r2",
        "clmad.lo.u64 %d0, %d1, %d2, %d3",
    ] {
        assert!(refused(text), "{text}");
    }
}
