//! A picture of the loaded module in plain Rust: what an edit can name, and where it could go.
//!
//! It is made once. Whoever proposes edits works on the sketch alone and never touches LLVM, so a process that only
//! breeds genomes cannot be taken down by a code generator.

mod build;
pub(in crate::ir) mod flow;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

pub(in crate::ir) use build::{opcode_text, role, sketch};

use super::address::{BlockName, Constant, Float, Name};

/// The loaded module. Functions, blocks and instructions are each numbered in walk order over the whole module.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sketch {
    /// Those with a body; index: what [`Block::function`] holds.
    pub functions: Vec<Function>,
    /// Index: the number in a [`BlockName`].
    pub blocks: Vec<Block>,
    /// Index: the number in [`Name::Base`].
    pub instructions: Vec<Instruction>,
    /// Type texts that [`TypeId`] points into.
    pub types: Vec<String>,
    /// Arrays of rows in shared memory, by the names that the IR has for them.
    pub tiles: BTreeSet<String>,
}

/// A type, by its place in [`Sketch::types`]: equal ids are equal types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TypeId(pub u32);

/// A function with a body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Function {
    /// As the IR names it, which is how a launch names a kernel.
    pub name: String,
    /// Whether it can be launched.
    pub kernel: bool,
    /// In order; `arg0` is the first.
    pub params: Vec<Param>,
    /// Into [`Sketch::blocks`]; the first is the entry.
    pub blocks: Range<u32>,
    /// Into [`Sketch::instructions`].
    pub instructions: Range<u32>,
}

/// One parameter of a function.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Param {
    /// As the IR names it; may be empty.
    pub name: String,
    /// Its type, exactly.
    pub ty: TypeId,
    /// Its type, as far as a launch needs to know.
    pub kind: Kind,
    /// Already promised not to alias, in the IR as loaded.
    pub noalias: bool,
}

/// What a parameter takes, as far as a launch needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A pointer into an address space (0 generic, 1 global, 3 shared, 4 constant).
    Pointer { space: u32 },
    /// An integer of so many bits; LLVM does not know signs.
    Int { bits: u32 },
    /// A floating-point number.
    Float(Float),
    /// A structure by value, or a type that no launch argument has; its text.
    Other(String),
}

/// A basic block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Index into [`Sketch::functions`].
    pub function: u32,
    /// As the IR names it; may be empty.
    pub label: String,
    /// Into [`Sketch::instructions`]; the last is the terminator.
    pub instructions: Range<u32>,
    /// Where the terminator may go, in its order.
    pub successors: Vec<BlockName>,
    /// Immediate dominator; `None` for the entry and for blocks that nothing reaches.
    pub idom: Option<BlockName>,
    /// Whether any path from the function's entry leads here.
    pub reachable: bool,
    /// Number of loops that it is in.
    pub depth: u32,
    /// Present where it is the header of a loop.
    pub header: Option<Loop>,
}

/// A loop, at its header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loop {
    /// Blocks that jump back to the header, ascending.
    pub latches: Vec<BlockName>,
    /// Ascending, the header included.
    pub body: Vec<BlockName>,
}

/// An instruction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Instruction {
    /// The block that it is in.
    pub block: BlockName,
    /// As LLVM writes it: `fadd`, `getelementptr`, `call`.
    pub opcode: String,
    /// The function that a call calls, `icmp`'s or `fcmp`'s comparison.
    pub detail: Option<String>,
    /// Type of the result; `void` where there is none.
    pub ty: TypeId,
    /// In LLVM's order, which is that of [`Site::operand`](super::Site::operand).
    pub operands: Vec<Operand>,
    /// Who uses the result, ascending.
    pub uses: Vec<(u32, u32)>,
    /// What edits may do with it.
    pub role: Role,
    /// Fast-math flags it has, in LLVM's bits; `None` where it can have none.
    pub fast_math: Option<u32>,
    /// Line of the source, where the IR carries debug information.
    pub line: Option<u32>,
}

/// What edits may do with an instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Anything.
    Plain,
    /// Part of the control flow or of the frame (branch, phi, return, alloca …): it stays. Free operands may change.
    Fixed,
}

/// One operand of an instruction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Operand {
    /// What stands there.
    pub is: Is,
    /// The type of what stands there.
    pub ty: TypeId,
    /// Whether any value of the type may stand there.
    pub free: bool,
}

/// What an operand is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Is {
    /// The result of an instruction, by number.
    Inst(u32),
    /// An argument of the function, counted from 0.
    Arg(u32),
    /// A constant that an edit can write down.
    Const(Constant),
    /// Where a branch goes, or a phi comes from.
    Block(BlockName),
    /// A global, a constant expression, metadata …: its text.
    Other(String),
}

impl Instruction {
    /// Whether all threads of the block wait for each other here.
    pub fn is_barrier(&self) -> bool {
        let called = self.detail.as_deref();
        called.is_some_and(|name| name.starts_with("llvm.nvvm.barrier"))
    }
}

impl Sketch {
    /// The kernel of that name.
    pub fn kernel(&self, name: &str) -> Option<&Function> {
        self.kernels().find(|function| function.name == name)
    }

    /// Every function that can be launched, in order.
    pub fn kernels(&self) -> impl Iterator<Item = &Function> {
        self.functions.iter().filter(|function| function.kernel)
    }

    /// Whether threads wait for each other in a function.
    pub fn waits(&self, function: &Function) -> bool {
        let mut own = function.instructions.clone();
        own.any(|at| self.instruction(at).is_some_and(Instruction::is_barrier))
    }

    /// The instruction of that number.
    pub fn instruction(&self, number: u32) -> Option<&Instruction> {
        self.instructions.get(number as usize)
    }

    /// The block of that name.
    pub fn block(&self, name: BlockName) -> Option<&Block> {
        self.blocks.get(name.0 as usize)
    }

    /// The function that instruction `number` is in.
    pub fn function_of(&self, number: u32) -> Option<&Function> {
        let block = self.block(self.instruction(number)?.block)?;
        self.functions.get(block.function as usize)
    }

    /// LLVM's text of a type; `?` for an id of another sketch.
    pub fn type_text(&self, ty: TypeId) -> &str {
        self.types.get(ty.0 as usize).map_or("?", String::as_str)
    }

    /// Whether a type is that of instructions without a result.
    pub fn is_void(&self, ty: TypeId) -> bool {
        self.type_text(ty) == "void"
    }

    /// Whether block `a` dominates block `b`; every block dominates itself.
    pub fn block_dominates(&self, a: BlockName, b: BlockName) -> bool {
        let idom = |block: usize| self.blocks.get(block)?.idom.map(|up| up.0 as usize);
        flow::dominates(idom, a.0 as usize, b.0 as usize)
    }

    /// Whether the result of instruction `a` is there when instruction `b` executes. None dominates itself.
    pub fn dominates(&self, a: u32, b: u32) -> bool {
        match (self.instruction(a), self.instruction(b)) {
            (Some(first), Some(second)) if first.block == second.block => a < b,
            (Some(first), Some(second)) => self.block_dominates(first.block, second.block),
            _ => false,
        }
    }

    /// Headers of the loops, in order.
    pub fn loops(&self) -> impl Iterator<Item = (BlockName, &Loop)> {
        (0..)
            .map(BlockName)
            .zip(&self.blocks)
            .filter_map(|(name, block)| Some((name, block.header.as_ref()?)))
    }
}

impl Instruction {
    /// Whether delete, copy, move, replace and swap may act on it.
    pub fn is_plain(&self) -> bool {
        self.role == Role::Plain
    }
}

/// The module as a person reads it, with the addresses that edits use.
impl fmt::Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list(f, &|_| "  ".to_owned())
    }
}

impl Sketch {
    /// Writes every instruction on a line of its own, after what `margin` says of its number.
    pub fn list(&self, f: &mut impl fmt::Write, margin: &dyn Fn(u32) -> String) -> fmt::Result {
        for function in &self.functions {
            let params: Vec<String> = (0..)
                .zip(&function.params)
                .map(|(i, param)| {
                    format!("{} arg{i}{}", self.type_text(param.ty), named(&param.name))
                })
                .collect();
            let kind = if function.kernel {
                "kernel"
            } else {
                "function"
            };
            writeln!(f, "{kind} {}({})", function.name, params.join(", "))?;
            for number in function.blocks.clone() {
                let block = &self.blocks[number as usize];
                let looping = if block.header.is_some() {
                    format!(", loop of depth {}", block.depth)
                } else {
                    String::new()
                };
                writeln!(f, "{}:{}{looping}", BlockName(number), named(&block.label))?;
                for at in block.instructions.clone() {
                    writeln!(f, "{}{}", margin(at), self.line(at))?;
                }
            }
        }
        Ok(())
    }
}

fn named(name: &str) -> String {
    if name.is_empty() {
        String::new()
    } else {
        format!(" ({name})")
    }
}

impl Sketch {
    /// One instruction as a person reads it: `%37 = fmul float %35, arg2`, `%39: store %38, %36`. Operands stand in the
    /// order in which `%37.0`, `%37.1` … count them; where a branch goes comes after them.
    pub fn line(&self, number: u32) -> String {
        let name = Name::Base(number);
        let Some(instruction) = self.instruction(number) else {
            return format!("{name} is not there");
        };
        let call = instruction.opcode == "call";
        let values =
            instruction.operands.len() - usize::from(call && !instruction.operands.is_empty());
        let operands = instruction.operands[..values]
            .iter()
            .filter(|operand| !matches!(operand.is, Is::Block(_)));
        let block = self.block(instruction.block);
        let ends = block.filter(|block| block.instructions.end == number + 1);
        let mut words: Vec<String> = operands.map(|operand| operand.is.to_string()).collect();
        words.extend(
            ends.into_iter()
                .flat_map(|block| &block.successors)
                .map(BlockName::to_string),
        );
        let detail = instruction
            .detail
            .as_ref()
            .map(|detail| format!(" {detail}"))
            .unwrap_or_default();
        let head = match self.is_void(instruction.ty) {
            true => format!("{name}: {}{detail}", instruction.opcode),
            false => format!(
                "{name} = {}{detail} {}",
                instruction.opcode,
                self.type_text(instruction.ty)
            ),
        };
        format!("{head} {}", words.join(", ")).trim_end().to_owned()
    }
}

impl fmt::Display for Is {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Is::Inst(number) => Name::Base(*number).fmt(f),
            Is::Arg(index) => write!(f, "arg{index}"),
            Is::Const(constant) => constant.fmt(f),
            Is::Block(block) => block.fmt(f),
            Is::Other(text) => f.write_str(text),
        }
    }
}
