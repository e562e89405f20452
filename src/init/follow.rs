//! Pointers followed from a parameter to where memory is read and written.

use std::collections::BTreeSet;

use crate::ir::{Constant, Float, Function, Instruction, Is, Sketch};

/// One place that reads or writes memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// LLVM's text of the type of an element: of vectors, what they are made of; of integers that instructions take for 16-bit floats, those.
    pub ty: String,
    /// Whether it reads.
    pub reads: bool,
    /// Whether it writes.
    pub writes: bool,
    /// Whether what was read becomes part of an address.
    pub indexes: bool,
}

/// Follows values through a module.
pub struct Follow<'a> {
    sketch: &'a Sketch,
}

/// A value: a parameter of a function, or the result of an instruction.
type Value = Is;

impl<'a> Follow<'a> {
    /// Over this module.
    pub fn new(sketch: &'a Sketch) -> Follow<'a> {
        Follow { sketch }
    }

    /// Whether a function uses a parameter.
    pub fn is_used(&self, function: &Function, param: u32) -> bool {
        !self.users(function, &Is::Arg(param)).is_empty()
    }

    /// Every access through a parameter of a function, and through that of the functions that it is passed to.
    pub fn accesses(&self, function: &'a Function, param: u32) -> Vec<Access> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![(function, Is::Arg(param))];
        while let Some((function, value)) = open.pop() {
            for (number, operand) in self.users(function, &value) {
                let Some(instruction) = self.sketch.instruction(number) else {
                    continue;
                };
                if let Some(access) = self.access(function, number, instruction, operand) {
                    found.push(access);
                } else if let Some((callee, param)) = self.passed(instruction, operand) {
                    if seen.insert((callee.instructions.start, u32::MAX - param)) {
                        open.push((callee, Is::Arg(param)));
                    }
                } else if carries_on(instruction, operand) && seen.insert((number, 0)) {
                    open.push((function, Is::Inst(number)));
                }
            }
        }
        found
    }

    /// Who uses a value in a function: instruction and operand.
    fn users(&self, function: &Function, value: &Value) -> Vec<(u32, u32)> {
        match value {
            Is::Inst(number) => self
                .sketch
                .instruction(*number)
                .map(|instruction| instruction.uses.clone())
                .unwrap_or_default(),
            _ => function
                .instructions
                .clone()
                .flat_map(|number| {
                    let operands = self.sketch.instruction(number).map(|it| it.operands.iter());
                    let operands = (0..).zip(operands.into_iter().flatten());
                    operands
                        .filter(|(_, operand)| operand.is == *value)
                        .map(move |(index, _)| (number, index))
                        .collect::<Vec<_>>()
                })
                .collect(),
        }
    }

    /// The function of the module that a call passes the operand to, and as which parameter.
    fn passed(&self, instruction: &Instruction, operand: u32) -> Option<(&'a Function, u32)> {
        let name = instruction
            .detail
            .as_deref()
            .filter(|_| instruction.opcode == "call")?;
        let functions = &mut self.sketch.functions.iter();
        let callee = functions.find(|function| function.name == name)?;
        Some((callee, operand))
    }

    /// What an instruction does to the memory that its operand points to, if it is there for that.
    fn access(
        &self,
        function: &Function,
        number: u32,
        instruction: &Instruction,
        operand: u32,
    ) -> Option<Access> {
        let of = |ty: &str, reads, writes| {
            Some(Access {
                ty: element(ty).to_owned(),
                reads,
                writes,
                indexes: reads && self.becomes_address(function, number),
            })
        };
        let result = self.sketch.type_text(instruction.ty);
        let given = |index: usize| {
            let operand = instruction.operands.get(index)?;
            Some(self.sketch.type_text(operand.ty))
        };
        match (instruction.opcode.as_str(), operand) {
            ("load", 0) => of(self.used_as_half(number).unwrap_or(result), true, false),
            ("store", 1) => {
                let half = self.made_as_half(&instruction.operands.first()?.is);
                of(half.map_or_else(|| given(0), Some)?, false, true)
            }
            ("atomicrmw", 0) => of(given(1)?, true, true),
            ("cmpxchg", 0) => of(given(1)?, true, true),
            ("call", _) => {
                let callee = instruction.detail.as_deref()?;
                if callee == "asm" {
                    return self.assembly(function, number, instruction);
                }
                let intrinsic = callee.strip_prefix("llvm.")?;
                if intrinsic.starts_with("mem") {
                    // A structure of one number is copied so.
                    let bytes = instruction.operands.get(2).map(|operand| &operand.is);
                    let whole = match bytes {
                        Some(Is::Const(Constant::Int { value: 2, .. })) => "i16",
                        Some(Is::Const(Constant::Int { value: 4, .. })) => "i32",
                        _ => "i8",
                    };
                    return of(whole, operand == 1, operand == 0);
                }
                if intrinsic.contains("prefetch") || intrinsic.contains("lifetime") {
                    return None;
                }
                if intrinsic.starts_with("nvvm.cp.async") {
                    return of("i32", operand == 1, operand == 0);
                }
                intrinsic
                    .starts_with("nvvm.atom")
                    .then(|| of(result, true, true))?
            }
            _ => None,
        }
    }

    /// Inline assembly: whether it reads or writes is in its text; the type is that of what it is given or gives, which compilers cast.
    fn assembly(
        &self,
        function: &Function,
        number: u32,
        instruction: &Instruction,
    ) -> Option<Access> {
        let text = assembly_text(instruction)?;
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let atomic = says(&["atom.", "red."]);
        let reads = atomic || says(&["ld.", "cp.async"]);
        let writes = atomic || says(&["st."]);
        if !reads && !writes {
            return None;
        }
        let ty = match writes {
            true => self.given_as(instruction),
            false => self.taken_as(number),
        };
        let bits = ["128", "64", "32", "16", "8"];
        let bits = bits.iter().find(|bits| {
            says(&[
                &format!(".b{bits}"),
                &format!(".f{bits}"),
                &format!(".u{bits}"),
            ])
        });
        Some(Access {
            ty: ty.unwrap_or_else(|| format!("i{}", bits.unwrap_or(&"32"))),
            reads,
            writes,
            indexes: reads && self.becomes_address(function, number),
        })
    }

    /// The type that a result is cast to, part by part.
    fn taken_as(&self, number: u32) -> Option<String> {
        let mut open = vec![number];
        let mut plain = None;
        while let Some(number) = open.pop() {
            for (user, _) in &self.sketch.instruction(number)?.uses {
                let user_of = self.sketch.instruction(*user)?;
                match user_of.opcode.as_str() {
                    "bitcast" => {
                        return Some(element(self.sketch.type_text(user_of.ty)).to_owned());
                    }
                    "extractvalue" | "extractelement" | "insertelement" => open.push(*user),
                    _ => {
                        plain = plain.or_else(|| {
                            self.sketch
                                .instruction(number)
                                .map(|it| element(self.sketch.type_text(it.ty)).to_owned())
                        })
                    }
                }
            }
        }
        plain.filter(|ty| !ty.starts_with('{'))
    }

    /// The type that what is stored was cast from.
    fn given_as(&self, instruction: &Instruction) -> Option<String> {
        let values = instruction.operands.iter().filter(|operand| {
            let ty = element(self.sketch.type_text(operand.ty));
            !ty.starts_with("ptr") && ty != "i1"
        });
        let mut plain = None;
        for operand in values {
            let mut at = operand;
            for _ in 0..8 {
                plain = plain.or_else(|| Some(element(self.sketch.type_text(at.ty)).to_owned()));
                let Is::Inst(number) = at.is else { break };
                let made = self.sketch.instruction(number)?;
                match (made.opcode.as_str(), made.operands.as_slice()) {
                    ("bitcast", [from, ..]) => {
                        return Some(element(self.sketch.type_text(from.ty)).to_owned());
                    }
                    ("insertelement", [_, from, ..]) | ("extractelement", [from, ..]) => at = from,
                    _ => break,
                }
            }
        }
        plain.filter(|ty| ty != "void")
    }

    /// The 16-bit floats that the bits of a result are taken for.
    fn used_as_half(&self, number: u32) -> Option<&'static str> {
        let mut seen = BTreeSet::new();
        let mut open = vec![number];
        while let Some(number) = open.pop() {
            for (user, _) in &self.sketch.instruction(number)?.uses {
                let user_of = self.sketch.instruction(*user)?;
                let bits = self.bits(self.sketch.instruction(number)?.ty);
                let half = match user_of.opcode.as_str() {
                    "bitcast" => half(self.sketch.type_text(user_of.ty)),
                    "call" => assembly_text(user_of).and_then(|text| said_of(text, bits?, true)),
                    _ => None,
                };
                if half.is_some() {
                    return half;
                }
                let carried = matches!(
                    user_of.opcode.as_str(),
                    "bitcast" | "phi" | "select" | "freeze" | "extractvalue" | "extractelement"
                );
                if carried && seen.insert(*user) {
                    open.push(*user);
                }
            }
        }
        None
    }

    /// The 16-bit floats whose bits a value is.
    fn made_as_half(&self, value: &Value) -> Option<&'static str> {
        let mut seen = BTreeSet::new();
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            let Is::Inst(number) = value else { continue };
            let Some(made) = self
                .sketch
                .instruction(*number)
                .filter(|_| seen.insert(*number))
            else {
                continue;
            };
            let from = made
                .operands
                .first()
                .map(|from| self.sketch.type_text(from.ty));
            let half = match made.opcode.as_str() {
                "bitcast" => from.and_then(half),
                "call" => {
                    assembly_text(made).and_then(|text| said_of(text, self.bits(made.ty)?, false))
                }
                // What was read elsewhere and is only moved.
                "load" => self.used_as_half(*number),
                _ => None,
            };
            if half.is_some() {
                return half;
            }
            if matches!(
                made.opcode.as_str(),
                "bitcast" | "phi" | "select" | "freeze" | "insertvalue" | "insertelement"
            ) {
                open.extend(made.operands.iter().map(|operand| &operand.is));
            }
        }
        None
    }

    /// How wide an integer is.
    fn bits(&self, ty: crate::ir::TypeId) -> Option<u32> {
        element(self.sketch.type_text(ty))
            .strip_prefix('i')?
            .parse()
            .ok()
    }

    /// Whether the result of an instruction becomes part of an address.
    fn becomes_address(&self, function: &Function, number: u32) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![number];
        while let Some(number) = open.pop() {
            for (user, operand) in self.users(function, &Is::Inst(number)) {
                let Some(instruction) = self.sketch.instruction(user) else {
                    continue;
                };
                match instruction.opcode.as_str() {
                    "getelementptr" if operand > 0 => return true,
                    "add" | "sub" | "mul" | "shl" | "or" | "and" | "sext" | "zext" | "trunc"
                    | "phi" | "select" | "freeze" | "sdiv" | "udiv" | "extractvalue"
                    | "extractelement"
                        if seen.insert(user) =>
                    {
                        open.push(user);
                    }
                    _ => {}
                }
            }
        }
        false
    }
}

/// Whether the result of an instruction points where its operand does.
fn carries_on(instruction: &Instruction, operand: u32) -> bool {
    match instruction.opcode.as_str() {
        "getelementptr" => operand == 0,
        "select" => operand > 0,
        "addrspacecast" | "bitcast" | "phi" | "freeze" | "ptrtoint" | "inttoptr" | "add"
        | "sub" => true,
        _ => false,
    }
}

/// The text of inline assembly.
fn assembly_text(instruction: &Instruction) -> Option<&str> {
    match &instruction.operands.last()?.is {
        Is::Other(text) if instruction.detail.as_deref() == Some("asm") => Some(text),
        _ => None,
    }
}

/// What LLVM calls the 16-bit floats of a type, if it is one of them or made of them.
fn half(ty: &str) -> Option<&'static str> {
    let float = Float::from_text(element(ty))?;
    matches!(float, Float::Half | Float::BFloat).then(|| float.text())
}

/// The 16-bit floats that assembly takes (`given`) or makes as integers of so many bits, as CUDA's headers do it: one of them in 16 bits, a
/// pair in 32.
fn said_of(text: &str, bits: u32, given: bool) -> Option<&'static str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_')));
    let mut types = words
        .filter(|word| !word.starts_with('.'))
        .flat_map(|word| {
            let mut parts: Vec<&str> = word.split('.').collect();
            // A conversion names the type that it makes, then the one that it takes.
            if parts[0] == "cvt" && parts.len() > 2 {
                let at = parts.len() - 2 + usize::from(given);
                parts = vec![parts[at]];
            }
            parts
        });
    // The parts of a pair that is put together or taken apart are named, the pair is not.
    let moved = bits == 32 && text.contains("mov.b32");
    let found = types.find_map(|ty| match (bits, ty) {
        (16, "f16") | (32, "f16x2") => Some(Float::Half),
        (16, "bf16") | (32, "bf16x2") => Some(Float::BFloat),
        (32, "f16") if moved => Some(Float::Half),
        (32, "bf16") if moved => Some(Float::BFloat),
        _ => None,
    });
    found.map(Float::text)
}

/// What a vector or an array is made of; other types are that themselves.
fn element(ty: &str) -> &str {
    let inner = ty.trim_matches(|c| matches!(c, '<' | '>' | '[' | ']'));
    match inner.rsplit_once(" x ") {
        Some((_, element)) if ty.starts_with(['<', '[']) => element,
        _ => ty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assembly_says_which_of_its_integers_are_halves() {
        for (text, bits, given, half) in [
            ("{mul.f16 $0,$1,$2;\n}", 16, true, Some("half")),
            ("{fma.rn.bf16x2 $0,$1,$2,$3;\n}", 32, false, Some("bfloat")),
            ("{  cvt.rn.f16.f32 $0, $1;}", 16, false, Some("half")),
            ("{ cvt.f32.bf16 $0, $1;}", 16, true, Some("bfloat")),
            ("cvt.rni.s32.f16 $0, $1;", 32, false, None),
            ("cvt.rni.s32.f16 $0, $1;", 16, true, Some("half")),
            ("cvt.rn.f16.s16 $0, $1;", 16, true, None),
            (
                "{.reg .f16 low,high; mov.b32 {low,high}, $1; cvt.f32.f16 $0, low;}",
                32,
                true,
                Some("half"),
            ),
            ("{ .reg .b32 t; mul.lo.s32 t, $1, 3; }", 32, true, None),
            ("add.f32 $0, $1, $2;", 32, true, None),
        ] {
            assert_eq!(said_of(text, bits, given), half, "{text}");
        }
    }
}
