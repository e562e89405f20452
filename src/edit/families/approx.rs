//! `approx %12`: computes a division, square root, exponential, logarithm, sine, cosine, power or hyperbolic tangent in
//! single precision by the instruction that the GPU has for it, in place of a sequence that is accurate to the last bits.
//! Approximate; what a user loses by it (largest errors as the CUDA C++ Programming Guide and the PTX ISA state them):
//!
//! | of | becomes | largest error |
//! |---|---|---|
//! | `a / b` | `div.approx` | 2 ulp for \|b\| from 2^-126 to 2^126; beyond 2^126 the result is 0 or NaN |
//! | `a / b` (`full`) | `div.full` | 2 ulp for all `b` |
//! | `1 / x` of NVVM | `rcp.approx.ftz` | 1 ulp; subnormal numbers are 0 |
//! | `sqrt(x)` | `sqrt.approx` | relative 2^-23 |
//! | `1 / sqrt(x)` | `rsqrt.approx` | relative 2^-22.9 |
//! | `exp2(x)` | `ex2.approx` | relative 2^-22.5 |
//! | `exp(x)`, `exp10(x)` | `ex2.approx(x log2(e))` | 2 + floor(\|1.173 x\|) ulp |
//! | `log2(x)` | `lg2.approx` | absolute 2^-22 for x from 0.5 to 2, else relative 2^-22 |
//! | `log(x)`, `log10(x)` | `lg2.approx(x) ln(2)` | likewise |
//! | `sin(x)`, `cos(x)` | `sin.approx`, `cos.approx` | absolute 2^-20.5 for x from -pi to pi, growing with \|x\| |
//! | `pow(x, y)` | `ex2.approx(y lg2.approx(x))` | that of both; NaN for x below 0 |
//! | `tanh(x)` | `tanh.approx` | relative 2^-11 |
//!
//! An `exp` that a kernel brings along is found by what it ends in: the product of two powers of two, of which one takes
//! what rounding left over.

use std::fmt;

use rand::{Rng, RngExt};

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{ParseError, Promises, Words};
use crate::ir::{Is, Name, Sketch, Skip, Variant, has_approximation};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Approx {
    at: Name,
    full: bool,
}

impl Family for Approx {
    const NAME: &'static str = "approx";
    const SHAPE: &'static str = "approx %N [full]";
    const ABOUT: &'static str = "computes a division, root, exponential, logarithm, sine or the like by the GPU's own instruction";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Approx, ParseError> {
        let at = words.address()?;
        let full = words.has("full");
        Ok(Approx { at, full })
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Approx> {
        let at = pick(&exact(context), rng)?;
        let divides = context.sketch.instructions[at as usize].opcode == "fdiv";
        Some(Approx {
            at: Name::Base(at),
            full: divides && rng.random_bool(0.3),
        })
    }

    /// All that has an approximate form.
    fn sweep(context: &Context<'_>) -> Vec<Approx> {
        let all = 0..context.sketch.instructions.len() as u32;
        let all = all.filter(|number| approximable(context.sketch, *number));
        let at = |number| Approx {
            at: Name::Base(number),
            full: false,
        };
        all.map(at).collect()
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.at))
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.approximate(self.at, self.full)
    }
}

/// What can be approximated and is not yet.
fn exact(context: &Context<'_>) -> Vec<u32> {
    let done = |number: &u32| {
        let is = |edit: &crate::edit::Edit| matches!(edit, crate::edit::Edit::Approx(other) if other.at == Name::Base(*number));
        context.genome.iter().any(is)
    };
    let sketch = context.sketch;
    (0..sketch.instructions.len() as u32)
        .filter(|number| approximable(sketch, *number) && !done(number))
        .collect()
}

fn approximable(sketch: &Sketch, number: u32) -> bool {
    let Some(instruction) = sketch.instruction(number) else {
        return false;
    };
    let power = |is: &Is| {
        let Is::Inst(of) = is else { return false };
        let of = sketch.instruction(*of);
        let callee = of.and_then(|of| of.detail.as_deref()).unwrap_or_default();
        callee.starts_with("llvm.nvvm.ex2.approx")
    };
    sketch.type_text(instruction.ty) == "float"
        && match instruction.opcode.as_str() {
            "fdiv" => true,
            "fmul" => instruction.operands.iter().all(|it| power(&it.is)),
            "call" => instruction.detail.as_deref().is_some_and(has_approximation),
            _ => false,
        }
}

impl fmt::Display for Approx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let full = if self.full { " full" } else { "" };
        write!(f, "{} {}{full}", Self::NAME, self.at)
    }
}
