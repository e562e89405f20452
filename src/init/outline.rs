//! What a kernel's code says of its parameters and of the threads that it wants: what is certain, and clues.
//!
//! A pointer is followed from the parameter to every load and store, through inline assembly, too. Integers are followed from where a
//! thread learns its place (`blockIdx`, `threadIdx`) to the comparisons that end its work.

use std::collections::{BTreeMap, BTreeSet};

use super::Error;
use super::follow::{Access, Follow};
use crate::ir::{Constant, Float, Function, Is, Kind, Sketch};
use crate::workload::{FUNCTIONS, Scalar};

/// Names that a shape cannot have: keys of a case, and what we call shapes and tunables of our own.
const TAKEN: [&str; 9] = [
    "name",
    "use",
    "seed",
    "fill",
    "blocks",
    "threads",
    "threads_x",
    "threads_y",
    "threads_z",
];

/// What special registers are called in LLVM, up to their axis.
const REGISTERS: &str = "llvm.nvvm.read.ptx.sreg.";

/// A kernel as far as its code tells.
#[derive(Debug, Clone)]
pub struct Outline {
    /// In the kernel's order.
    pub params: Vec<Parameter>,
    /// x, y, z.
    pub axes: [Axis; 3],
    /// Names of integer parameters that end loops or guard work.
    pub bounding: BTreeSet<String>,
    /// Whether it computes with 16-bit floating-point numbers: integers of as many bits may be some, too.
    pub halves: bool,
}

/// A parameter.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// As the source has it, as far as manifests can; distinct.
    pub name: String,
    /// What it takes.
    pub takes: Takes,
}

/// What a parameter takes.
#[derive(Debug, Clone)]
pub enum Takes {
    /// A pointer to elements.
    Buffer(Use),
    /// An integer; whether the kernel does anything with it.
    Integer(Scalar, bool),
    /// A floating-point number.
    Float(Scalar),
}

/// What a kernel does with a buffer.
#[derive(Debug, Clone)]
pub struct Use {
    /// The type of an element.
    pub scalar: Scalar,
    /// Types of accesses, where they are not all the same.
    pub others: Vec<String>,
    /// Whether it reads.
    pub reads: bool,
    /// Whether it writes.
    pub writes: bool,
    /// Whether what it reads is where it reads next.
    pub indexes: bool,
    /// Promised not to alias (`__restrict__`).
    pub noalias: bool,
}

/// What a kernel does with an axis of its threads.
#[derive(Debug, Clone, Default)]
pub struct Axis {
    /// Whether it asks which block it is in.
    pub blocks: bool,
    /// Whether it asks which thread of the block it is.
    pub threads: bool,
    /// Whether it asks how many threads a block has.
    pub sized: bool,
    /// What the block's index is multiplied by.
    pub stride: Stride,
    /// What is compared with an index along this axis, as expressions of manifests.
    pub bounds: Vec<String>,
}

/// How far a block's work is from that of the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stride {
    /// A block an index: a row, an image.
    #[default]
    One,
    /// As many as a block has threads.
    Block,
    /// A number that the kernel knows.
    Const(u64),
}

/// Reads the kernel called `entry`.
///
/// # Errors
/// A parameter that no workload can describe.
pub fn outline(sketch: &Sketch, entry: &str) -> Result<Outline, Error> {
    let refuse = |message: String| Error::Kernel {
        entry: entry.to_owned(),
        message,
    };
    let Some(kernel) = sketch.kernel(entry) else {
        return Err(refuse("is gone".into()));
    };
    let follow = Follow::new(sketch);
    let names = names(kernel);
    let mut params = Vec::new();
    for (index, param) in (0..).zip(&kernel.params) {
        let name = names[index as usize].clone();
        let takes = match &param.kind {
            Kind::Pointer { space: 0 | 1 } => {
                let accesses = follow.accesses(kernel, index);
                Takes::Buffer(
                    used(&name, &accesses, param.noalias)
                        .map_err(|message| refuse(format!("takes `{name}`, {message}")))?,
                )
            }
            Kind::Int { bits } => match integer(*bits) {
                Some(scalar) => Takes::Integer(scalar, follow.is_used(kernel, index)),
                None => {
                    return Err(refuse(format!(
                        "takes `{name}`, an integer of {bits} bits; right is one of 8, 16, 32 or 64"
                    )));
                }
            },
            Kind::Float(float) => Takes::Float(float.scalar()),
            kind => {
                return Err(refuse(format!(
                    "takes `{name}`, which is {}; a workload passes buffers and numbers: give the kernel each part as an argument of its own, \
                     or try it with `warpsmith launch`, which passes structures as bytes",
                    match kind {
                        Kind::Other(text) => text.clone(),
                        Kind::Pointer { space } => format!("a pointer into address space {space}"),
                        Kind::Int { .. } | Kind::Float(_) => "a number".into(),
                    }
                )));
            }
        };
        params.push(Parameter { name, takes });
    }
    let clues = Clues {
        sketch,
        kernel,
        names: &names,
    };
    let axes = std::array::from_fn(|axis| clues.axis(["x", "y", "z"][axis]));
    Ok(Outline {
        params,
        bounding: clues.bounding(),
        halves: clues.halves(),
        axes,
    })
}

/// Names that manifests can say, distinct, from those of the source as far as it has any.
fn names(kernel: &Function) -> Vec<String> {
    let mut taken: BTreeSet<String> = TAKEN
        .iter()
        .chain(&FUNCTIONS)
        .map(|name| (*name).to_owned())
        .collect();
    let mut names = Vec::new();
    for (index, param) in kernel.params.iter().enumerate() {
        let said: String = param
            .name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        let mut name = match said.chars().next() {
            Some(first) if !first.is_ascii_digit() => said,
            _ => format!("arg{index}"),
        };
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        names.push(name);
    }
    names
}

fn integer(bits: u32) -> Option<Scalar> {
    match bits {
        8 => Some(Scalar::I8),
        16 => Some(Scalar::I16),
        32 => Some(Scalar::I32),
        64 => Some(Scalar::I64),
        _ => None,
    }
}

/// What accesses say of the elements. The smallest type is that of an element: wider accesses move several.
fn used(name: &str, accesses: &[Access], noalias: bool) -> Result<Use, String> {
    let mut types: BTreeMap<&str, usize> = BTreeMap::new();
    for access in accesses {
        *types.entry(&access.ty).or_default() += 1;
    }
    if types.contains_key("ptr") {
        return Err(format!(
            "and follows addresses that it reads from there; a workload has no buffers of pointers: pass what `{name}` points to as arguments"
        ));
    }
    let known = types.iter().filter_map(|(text, count)| {
        let scalar = scalar(text)?;
        Some((
            scalar.size(),
            !scalar.is_float(),
            usize::MAX - count,
            scalar,
        ))
    });
    let scalar = match known.min_by_key(|(size, whole, count, _)| (*size, *whole, *count)) {
        Some((.., scalar)) => scalar,
        None if types.is_empty() => Scalar::U8,
        None => {
            let found: Vec<&str> = types.keys().copied().collect();
            return Err(format!(
                "a pointer to elements of type {}; a workload has buffers of {}",
                found.join(" and "),
                Scalar::names()
            ));
        }
    };
    let others = types
        .keys()
        .filter(|text| self::scalar(text) != Some(scalar));
    Ok(Use {
        scalar,
        others: others.map(|text| (*text).to_owned()).collect(),
        reads: accesses.iter().any(|access| access.reads),
        writes: accesses.iter().any(|access| access.writes),
        indexes: accesses.iter().any(|access| access.indexes),
        noalias,
    })
}

/// What a manifest calls a type of LLVM's.
fn scalar(text: &str) -> Option<Scalar> {
    match Float::from_text(text) {
        Some(float) => Some(float.scalar()),
        None => integer(text.strip_prefix('i')?.parse().ok()?),
    }
}

/// What an integer comes from.
#[derive(Debug, Default)]
struct Leaves {
    /// `ctaid.x`
    registers: BTreeSet<String>,
    /// Parameters of the kernel.
    params: BTreeSet<u32>,
    /// Whether something else is in it: a value from memory.
    other: bool,
}

/// Looks for what the code says of the threads that it wants.
struct Clues<'a> {
    sketch: &'a Sketch,
    kernel: &'a Function,
    names: &'a [String],
}

impl Clues<'_> {
    fn numbers(&self) -> std::ops::Range<u32> {
        self.kernel.instructions.clone()
    }

    /// The special register that an instruction reads: `ctaid.x`.
    fn register(&self, number: u32) -> Option<&str> {
        let instruction = self.sketch.instruction(number)?;
        instruction.detail.as_deref()?.strip_prefix(REGISTERS)
    }

    fn axis(&self, axis: &str) -> Axis {
        let reads = |what: &str| {
            let register = format!("{what}.{axis}");
            self.numbers()
                .any(|number| self.register(number) == Some(&register))
        };
        Axis {
            blocks: reads("ctaid"),
            threads: reads("tid"),
            sized: reads("ntid"),
            stride: self.stride(axis),
            bounds: self.compared(|leaves| leaves.registers.contains(&format!("ctaid.{axis}"))),
        }
    }

    /// What the index of a block along an axis is multiplied by.
    fn stride(&self, axis: &str) -> Stride {
        let index = format!("ctaid.{axis}");
        for number in self.numbers() {
            let Some(instruction) = self.sketch.instruction(number) else {
                continue;
            };
            let [a, b, ..] = instruction.operands.as_slice() else {
                continue;
            };
            let sides = [(&a.is, &b.is), (&b.is, &a.is)];
            let other = sides.into_iter().find_map(|(index_side, other)| {
                let leaves = self.leaves(index_side);
                let alone = leaves.registers.len() == 1 && leaves.params.is_empty();
                (alone && !leaves.other && leaves.registers.contains(&index)).then_some(other)
            });
            let Some(other) = other else { continue };
            let constant = match other {
                Is::Const(Constant::Int { value, .. }) => u64::try_from(*value).ok(),
                _ => None,
            };
            match (instruction.opcode.as_str(), constant) {
                ("mul", Some(by)) if by > 1 => return Stride::Const(by),
                ("shl", Some(by)) if by < 32 => return Stride::Const(1 << by),
                ("mul", None)
                    if self
                        .leaves(other)
                        .registers
                        .contains(&format!("ntid.{axis}")) =>
                {
                    return Stride::Block;
                }
                _ => {}
            }
        }
        Stride::One
    }

    /// What values that `of` accepts are compared with, where that is made of parameters alone; distinct, in order.
    fn compared(&self, of: impl Fn(&Leaves) -> bool) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for (a, b) in self.comparisons() {
            for (index, bound) in [(a, b), (b, a)] {
                if !of(&self.leaves(index)) || self.leaves(bound).params.is_empty() {
                    continue;
                }
                if let Some(text) = self.expression(bound, 8).map(|(text, _)| text)
                    && !found.contains(&text)
                {
                    found.push(text);
                }
            }
        }
        found
    }

    /// Whether some result, or an instruction in inline assembly, is of a 16-bit floating-point type.
    fn halves(&self) -> bool {
        let mut numbers = self.numbers();
        numbers.any(|number| {
            let Some(instruction) = self.sketch.instruction(number) else {
                return false;
            };
            let ty = self.sketch.type_text(instruction.ty);
            let assembly = instruction.operands.last().is_some_and(
                |callee| matches!(&callee.is, Is::Other(text) if text.contains("f16")),
            );
            ty.contains("half") || ty.contains("bfloat") || assembly
        })
    }

    /// Integer parameters that something is compared with.
    fn bounding(&self) -> BTreeSet<String> {
        let sides = self.comparisons().flat_map(|(a, b)| [a, b]);
        sides
            .flat_map(|side| self.leaves(side).params)
            .filter_map(|index| self.names.get(index as usize).cloned())
            .collect()
    }

    fn comparisons(&self) -> impl Iterator<Item = (&Is, &Is)> {
        self.numbers().filter_map(|number| {
            let instruction = self.sketch.instruction(number)?;
            match (instruction.opcode.as_str(), instruction.operands.as_slice()) {
                ("icmp", [a, b]) => Some((&a.is, &b.is)),
                _ => None,
            }
        })
    }

    /// What a value is computed from.
    fn leaves(&self, value: &Is) -> Leaves {
        let mut leaves = Leaves::default();
        let mut seen = BTreeSet::new();
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            match value {
                Is::Arg(index) => {
                    leaves.params.insert(*index);
                }
                Is::Inst(number) if seen.insert(*number) => {
                    let Some(instruction) = self.sketch.instruction(*number) else {
                        continue;
                    };
                    if let Some(register) = self.register(*number) {
                        leaves.registers.insert(register.to_owned());
                    } else if matches!(
                        instruction.opcode.as_str(),
                        "load" | "atomicrmw" | "cmpxchg"
                    ) {
                        leaves.other = true;
                    } else {
                        open.extend(instruction.operands.iter().map(|operand| &operand.is));
                    }
                }
                _ => {}
            }
        }
        leaves
    }

    /// An integer made of parameters and constants, as manifests write it; and whether it is a sum, which wants parentheses in a product.
    fn expression(&self, value: &Is, depth: u32) -> Option<(String, bool)> {
        match value {
            Is::Arg(index) => Some((self.names.get(*index as usize)?.clone(), false)),
            Is::Const(Constant::Int { value, .. }) => Some((value.to_string(), *value < 0)),
            Is::Inst(number) if depth > 0 => {
                let instruction = self.sketch.instruction(*number)?;
                let operand = |index: usize| {
                    let operand = instruction.operands.get(index)?;
                    self.expression(&operand.is, depth - 1)
                };
                let power = || match instruction.operands.get(1)?.is {
                    Is::Const(Constant::Int { value, .. }) => {
                        1i64.checked_shl(value.try_into().ok()?)
                    }
                    _ => None,
                };
                let factor = |(text, sum): (String, bool)| match sum {
                    true => format!("({text})"),
                    false => text,
                };
                match instruction.opcode.as_str() {
                    "sext" | "zext" | "trunc" | "freeze" => operand(0),
                    "add" => Some((format!("{} + {}", operand(0)?.0, factor(operand(1)?)), true)),
                    "sub" => Some((format!("{} - {}", operand(0)?.0, factor(operand(1)?)), true)),
                    "mul" => Some((
                        format!("{} * {}", factor(operand(0)?), factor(operand(1)?)),
                        false,
                    )),
                    // A quotient in a product is in parentheses, so that nothing is divided too early or too late.
                    "sdiv" | "udiv" => Some((
                        format!("{} / {}", factor(operand(0)?), factor(operand(1)?)),
                        true,
                    )),
                    "shl" => Some((format!("{} * {}", factor(operand(0)?), power()?), false)),
                    "lshr" | "ashr" => {
                        Some((format!("{} / {}", factor(operand(0)?), power()?), true))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
