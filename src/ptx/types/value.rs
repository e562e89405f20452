//! Types, state spaces, registers and operands.

use std::fmt;

/// How the bits of a value are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `.b8` to `.b64`: untyped.
    Bits,
    /// `.u8` to `.u64`.
    Unsigned,
    /// `.s8` to `.s64`, two's complement.
    Signed,
    /// `.f32`, `.f64`, IEEE 754.
    Float,
    /// `.pred`: one bit a lane.
    Predicate,
}

/// A PTX fundamental type: `.u32`, `.f64`, `.pred`, …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ty {
    /// How the bits are read.
    pub kind: Kind,
    /// 8, 16, 32 or 64; 1 for a predicate.
    pub bits: u8,
}

impl Ty {
    /// `.pred`.
    pub const PRED: Ty = Ty {
        kind: Kind::Predicate,
        bits: 1,
    };
    /// `.b32`.
    pub const B32: Ty = Ty {
        kind: Kind::Bits,
        bits: 32,
    };

    /// Reads `u32`, `f64`, `pred`, … (without the dot). The 16-bit floats and packed types are not among them.
    pub fn parse(text: &str) -> Option<Ty> {
        if text == "pred" {
            return Some(Ty::PRED);
        }
        let kind = match text.as_bytes().first()? {
            b'b' => Kind::Bits,
            b'u' => Kind::Unsigned,
            b's' => Kind::Signed,
            b'f' => Kind::Float,
            _ => return None,
        };
        let bits = match &text[1..] {
            "8" => 8,
            "16" => 16,
            "32" => 32,
            "64" => 64,
            _ => return None,
        };
        (kind != Kind::Float || bits >= 32).then_some(Ty { kind, bits })
    }

    /// Bytes in memory.
    pub fn bytes(self) -> usize {
        usize::from(self.bits).div_ceil(8)
    }

    /// Whether it is `.f32` or `.f64`.
    pub fn is_float(self) -> bool {
        self.kind == Kind::Float
    }

    /// Whether it is a signed integer.
    pub fn is_signed(self) -> bool {
        self.kind == Kind::Signed
    }
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.kind {
            Kind::Predicate => return f.write_str("pred"),
            Kind::Bits => 'b',
            Kind::Unsigned => 'u',
            Kind::Signed => 's',
            Kind::Float => 'f',
        };
        write!(f, "{letter}{}", self.bits)
    }
}

/// A state space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Space {
    /// An address that says itself which space it is in.
    Generic,
    /// Buffers and module variables.
    Global,
    /// One copy a block.
    Shared,
    /// One copy a thread.
    Local,
    /// Module variables that kernels cannot change.
    Const,
    /// The arguments of a launch.
    Param,
}

/// A declared register, by index into `Kernel::regs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reg(pub u32);

/// A register as declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegDecl {
    /// As written, `%` included.
    pub name: String,
    /// As declared.
    pub ty: Ty,
}

/// A special register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Special {
    /// Thread index, by dimension (x, y, z = 0, 1, 2; the fourth component is 0).
    Tid(u8),
    /// Threads of a block, by dimension.
    Ntid(u8),
    /// Block index, by dimension.
    Ctaid(u8),
    /// Blocks of the grid, by dimension.
    Nctaid(u8),
    /// Lane of the warp, 0 to 31.
    LaneId,
    /// Warp of the block.
    WarpId,
    /// Most warps that a block can have.
    NWarpId,
    /// A bit for this lane.
    LanemaskEq,
    /// Bits for this lane and those below.
    LanemaskLe,
    /// Bits for the lanes below.
    LanemaskLt,
    /// Bits for this lane and those above.
    LanemaskGe,
    /// Bits for the lanes above.
    LanemaskGt,
    /// Multiprocessor: always 0, as nothing may depend on where a block runs.
    SmId,
    /// Multiprocessors: always 1.
    NSmId,
    /// Launch number: always 0.
    GridId,
    /// Any clock or timer: reads as the warp's own instruction count, which keeps results independent of the timing model.
    Clock,
    /// Bytes of dynamic shared memory.
    DynamicSharedSize,
    /// Bytes of shared memory, static and dynamic.
    TotalSharedSize,
}

/// A source operand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Operand {
    /// A declared register.
    Reg(Reg),
    /// Bits of an immediate, already converted to the instruction's type (sign-extended to 64 bits for integers).
    Imm(u64),
    /// A special register.
    Special(Special),
    /// The address of `Program::vars` entry `var` plus `offset`, in the variable's own space.
    Var {
        /// Index into `Program::vars`(super::Program::vars).
        var: usize,
        /// Bytes.
        offset: i64,
    },
}

/// What an address starts from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Base {
    /// An absolute address.
    None,
    /// A declared register, 32 or 64 bits wide.
    Reg(Reg),
    /// Index into `Program::vars`(super::Program::vars).
    Var(usize),
    /// A kernel parameter, by byte offset in the parameter block.
    Param(usize),
}

/// `[base + offset]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Address {
    /// What is added to.
    pub base: Base,
    /// Bytes.
    pub offset: i64,
}
