//! Pointers followed from a parameter to where memory is read and written.

use std::collections::BTreeSet;

use crate::ir::{Function, Instruction, Is, Sketch};

/// One place that reads or writes memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// LLVM's text of the type of an element: of vectors, what they are made of.
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
            ("load", 0) => of(result, true, false),
            ("store", 1) => of(given(0)?, false, true),
            ("atomicrmw", 0) => of(given(1)?, true, true),
            ("cmpxchg", 0) => of(given(1)?, true, true),
            ("call", _) => {
                let callee = instruction.detail.as_deref()?;
                if callee == "asm" {
                    return self.assembly(function, number, instruction);
                }
                let intrinsic = callee.strip_prefix("llvm.")?;
                if intrinsic.starts_with("mem") {
                    return of("i8", operand == 1, operand == 0);
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
        let text = match &instruction.operands.last()?.is {
            Is::Other(text) => text.as_str(),
            _ => return None,
        };
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

/// What a vector or an array is made of; other types are that themselves.
fn element(ty: &str) -> &str {
    let inner = ty.trim_matches(|c| matches!(c, '<' | '>' | '[' | ']'));
    match inner.rsplit_once(" x ") {
        Some((_, element)) if ty.starts_with(['<', '[']) => element,
        _ => ty,
    }
}
