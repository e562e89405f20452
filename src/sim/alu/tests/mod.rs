//! Every scalar operation against arithmetic that is written differently: the host's, wide integers, or a search for the nearest
//! value.
//!
//! A row is one PTX instruction and what it computes. It is parsed, lowered and executed for 32 lanes at a time by both copies of the
//! executor, over random values among which special ones are frequent. A new operation is a new row.

mod bits;
mod conversions;
mod fixed;
mod floats;
mod halves;
mod integers;
mod predicates;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

use super::super::lower::{Step, lower};
use super::super::regs::{FULL, LANES, Regs};
use super::{Alu, AluFn, execute, pick};
use crate::ptx;

/// A file of registers in the text of a test: `%h` 16 bits, `%r` 32 bits, `%d` 64 bits, `%p` predicates; eight of each.
#[derive(Debug, Clone, Copy, PartialEq)]
enum File {
    Half(usize),
    Word(usize),
    Double(usize),
    Predicate(usize),
}

/// The register called `name`, without the percent sign.
fn register(name: &str) -> File {
    let at: usize = name[1..].parse().unwrap();
    match &name[..1] {
        "h" => File::Half(at),
        "r" => File::Word(at),
        "d" => File::Double(at),
        "p" => File::Predicate(at),
        _ => panic!("no register is called {name}"),
    }
}

impl File {
    fn set(self, regs: &mut Regs, lane: usize, value: u64) {
        match self {
            File::Half(at) => regs.r32[at][lane] = u32::from(value as u16),
            File::Word(at) => regs.r32[8 + at][lane] = value as u32,
            File::Double(at) => regs.r64[at][lane] = value,
            File::Predicate(at) => {
                regs.pred[at] = regs.pred[at] & !(1 << lane) | ((value & 1) as u32) << lane;
            }
        }
    }

    fn get(self, regs: &Regs, lane: usize) -> u64 {
        match self {
            // Whatever a 16-bit register has above is never read.
            File::Half(at) => u64::from(regs.r32[at][lane] as u16),
            File::Word(at) => u64::from(regs.r32[8 + at][lane]),
            File::Double(at) => regs.r64[at][lane],
            File::Predicate(at) => u64::from(regs.pred[at] >> lane & 1),
        }
    }

    fn bits(self) -> u32 {
        match self {
            File::Half(_) => 16,
            File::Word(_) => 32,
            File::Double(_) => 64,
            File::Predicate(_) => 1,
        }
    }
}

/// Instructions ready to run, and the registers that they name.
struct Ready {
    steps: Vec<Alu>,
    blank: Regs,
    /// In the order of the text; of a single instruction the first is the result.
    names: Vec<File>,
}

/// The PTX of a kernel around `body`.
fn kernel(body: &str) -> String {
    format!(
        ".version 8.6\n.target sm_90a\n.address_size 64\n.visible .entry k() {{\n.reg .b16 %h<8>;\n.reg .b32 %r<8>;\n\
         .reg .b64 %d<8>;\n.reg .pred %p<8>;\n{body}\nret;\n}}\n"
    )
}

fn ready(body: &str) -> Ready {
    let program = ptx::parse(&kernel(body)).unwrap_or_else(|error| panic!("{body}: {error}"));
    let code = lower(&program, &program.kernels[0]).unwrap();
    let mut blank = Regs {
        r32: vec![[0xdead_beef; LANES]; code.count32],
        r64: vec![[0xdead_beef_dead_beef; LANES]; code.count64],
        pred: vec![0; code.count_pred],
    };
    for &(slot, value) in &code.const32 {
        blank.r32[slot as usize] = [value; LANES];
    }
    for &(slot, value) in &code.const64 {
        blank.r64[slot as usize] = [value; LANES];
    }
    for &(slot, value) in &code.const_pred {
        blank.pred[slot as usize] = value;
    }
    let steps = code
        .lines
        .into_iter()
        .filter_map(|line| match line.step {
            Step::Alu(alu) => Some(alu),
            _ => None,
        })
        .collect();
    let names = body
        .split('%')
        .skip(1)
        .map(|rest| register(&rest[..2]))
        .collect();
    Ready {
        steps,
        blank,
        names,
    }
}

impl Ready {
    /// Runs with `values` in the registers `inputs`, a value a lane after another.
    fn run(&self, copy: AluFn, mask: u32, inputs: &[File], values: &[u64]) -> Regs {
        let mut regs = self.blank.clone();
        for (index, &input) in inputs.iter().enumerate() {
            for lane in 0..LANES {
                input.set(&mut regs, lane, values[index * LANES + lane]);
            }
        }
        for step in &self.steps {
            copy(&mut regs, step, mask);
        }
        regs
    }
}

/// Values that are special to one type or another of this width.
fn special(bits: u32) -> Vec<u64> {
    let mut values: Vec<u64> = vec![
        0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256,
    ];
    values.extend(values.clone().iter().map(|value| value.wrapping_neg()));
    for width in [8u32, 16, 24, 32, 64]
        .into_iter()
        .filter(|&width| width <= bits)
    {
        let top = 1u64 << (width - 1);
        values.extend([top, top - 1, top.wrapping_add(1), u64::MAX >> (64 - width)]);
    }
    // Fields of exponent and mantissa: zero, subnormals, normals about one, the largest, infinity, NaN.
    for (exponent, mantissa) in [(5, 10), (8, 7), (8, 23), (11, 52)] {
        if exponent + mantissa + 1 > bits {
            continue;
        }
        let infinity = ((1u64 << exponent) - 1) << mantissa;
        let one = ((1u64 << (exponent - 1)) - 1) << mantissa;
        let normal = 1 << mantissa;
        for value in [
            normal - 1,
            normal,
            normal + 1,
            one - 1,
            one,
            one + 1,
            one + normal,
            infinity - 1,
            infinity,
            infinity + 1,
            infinity + (normal >> 1),
        ] {
            values.extend([value, value | 1 << (exponent + mantissa)]);
        }
    }
    values
        .iter()
        .map(|value| value & (u64::MAX >> (64 - bits)))
        .collect()
}

/// Random bits, special values, and floats whose exponents are close enough to meet in sums. Wide registers also hold two halves.
fn word(bits: u32) -> BoxedStrategy<u64> {
    if bits == 1 {
        return (0..2u64).boxed();
    }
    let (any, close) = match bits {
        16 => (
            any::<u16>().prop_map(u64::from).boxed(),
            (0..0x3000u64, any::<bool>())
                .prop_map(|(low, negative)| (0x2800 + low) & 0x7fff | u64::from(negative) << 15)
                .boxed(),
        ),
        32 => (
            any::<u32>().prop_map(u64::from).boxed(),
            (-30..30i32, any::<u32>())
                .prop_map(|(exponent, bits)| {
                    u64::from(bits & 0x807f_ffff | ((127 + exponent) as u32) << 23)
                })
                .boxed(),
        ),
        _ => (
            any::<u64>().boxed(),
            (-60..60i32, any::<u64>())
                .prop_map(|(exponent, bits)| {
                    bits & 0x800f_ffff_ffff_ffff | ((1023 + exponent) as u64) << 52
                })
                .boxed(),
        ),
    };
    let halves = move |half: BoxedStrategy<u64>| {
        (half.clone(), half).prop_map(move |(low, high)| low | high << (bits / 2))
    };
    let whole = prop::sample::select(special(bits));
    let small = (0..80u64).prop_map(move |value| value & (u64::MAX >> (64 - bits)));
    if bits == 16 {
        return prop_oneof![3 => any, 3 => close, 2 => whole, 1 => small].boxed();
    }
    let parts = halves(prop::sample::select(special(bits / 2)).boxed());
    let mixed = halves(prop_oneof![0..0x7c00u64, 0x8000..0xfc00u64].boxed());
    prop_oneof![3 => any, 3 => close, 2 => whole, 1 => small, 1 => parts, 1 => mixed].boxed()
}

/// What is wrong with the outputs of a lane, given its inputs.
type Judge<'a> = dyn Fn(&[u64], &[u64]) -> Result<(), String> + 'a;

/// Runs `judge` on lanes of random inputs, with what both copies of the executor computed.
fn every(text: &str, inputs: &[File], outputs: &[File], ready: &Ready, judge: &Judge<'_>) {
    let lanes = inputs
        .iter()
        .map(|input| prop::collection::vec(word(input.bits()), LANES))
        .collect::<Vec<_>>()
        .prop_map(|inputs| inputs.concat());
    let config = Config {
        cases: 48,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2020),
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&lanes, |values| {
        let fast = ready.run(pick(), FULL, inputs, &values);
        let plain = ready.run(execute, FULL, inputs, &values);
        for lane in 0..LANES {
            let input: Vec<u64> = (0..inputs.len())
                .map(|at| values[at * LANES + lane])
                .collect();
            let output: Vec<u64> = outputs.iter().map(|out| out.get(&fast, lane)).collect();
            let other: Vec<u64> = outputs.iter().map(|out| out.get(&plain, lane)).collect();
            let wrong = if output == other {
                judge(&input, &output)
            } else {
                Err(format!("the copies differ: {output:x?} and {other:x?}"))
            };
            wrong
                .map_err(|why| TestCaseError::fail(format!("{input:x?} -> {output:x?}: {why}")))?;
        }
        Ok(())
    });
    match outcome {
        Ok(()) => {}
        // All values of a case say less than the one lane that the reason names.
        Err(TestError::Fail(why, _)) => panic!("{text}: {why}"),
        Err(error) => panic!("{text}: {error}"),
    }
}

/// What an instruction of up to three sources computes.
type Reference = fn(u64, u64, u64) -> u64;

/// Each row: an instruction that writes the first register that it names, and what it writes there.
fn check(rows: &[(&str, Reference)]) {
    for (text, reference) in rows {
        let ready = ready(&format!("{text};"));
        let (output, inputs) = ready.names.split_first().unwrap();
        every(text, inputs, &[*output], &ready, &|input, output| {
            let operand = |at: usize| input.get(at).copied().unwrap_or(0);
            let expected = reference(operand(0), operand(1), operand(2));
            if output[0] == expected {
                Ok(())
            } else {
                Err(format!("expected {expected:x}"))
            }
        });
    }
}

/// Whether the parser or the lowering refuses `text` by name and line.
fn refused(text: &str) -> bool {
    match ptx::parse(&kernel(&format!("{text};"))) {
        Ok(_) => false,
        Err(error) => error.to_string().contains(text.split(' ').next().unwrap()),
    }
}

#[test]
fn lanes_outside_the_mask_keep_their_values() {
    for text in [
        "add.s32 %r0, %r1, %r2;",
        "fma.rn.f16x2 %r0, %r1, %r2, %r3;",
        "add.cc.u32 %r0, %r1, %r2;",
        "fma.rz.f64 %d0, %d1, %d2, %d3;",
        "cvt.rn.bf16x2.f32 %r0, %r1, %r2;",
    ] {
        let ready = ready(text);
        let output = ready.names[0];
        let values: Vec<u64> = (0..3 * LANES as u64)
            .map(|value| value * 0x1234_5678)
            .collect();
        let all = ready.run(pick(), FULL, &ready.names[1..], &values);
        let some = ready.run(pick(), 0x0f0f_1001, &ready.names[1..], &values);
        for lane in 0..LANES {
            let kept = 0x0f0f_1001 >> lane & 1 == 0;
            let from = if kept { &ready.blank } else { &all };
            assert_eq!(
                output.get(&some, lane),
                output.get(from, lane),
                "{text} {lane}"
            );
        }
    }
}
