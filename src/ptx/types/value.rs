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
    /// `.f16`, `.f32`, `.f64`, IEEE 754.
    Float,
    /// `.bf16`: the upper half of an f32.
    Brain,
    /// `.f16x2`: two `.f16` in 32 bits.
    FloatPair,
    /// `.bf16x2`: two `.bf16` in 32 bits.
    BrainPair,
    /// `.f32x2`: two `.f32` in 64 bits.
    SinglePair,
    /// `.u16x2`: two `.u16` in 32 bits.
    UnsignedPair,
    /// `.s16x2`: two `.s16` in 32 bits.
    SignedPair,
    /// `.tf32`: an f32 of which 13 bits less are kept.
    Tensor,
    /// `.e4m3x2`: two 8-bit floats with 3 bits of mantissa in 16 bits.
    E4m3Pair,
    /// `.e5m2x2`: two 8-bit floats with 2 bits of mantissa in 16 bits.
    E5m2Pair,
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
    /// `.f32`.
    pub const F32: Ty = Ty {
        kind: Kind::Float,
        bits: 32,
    };

    /// Reads `u32`, `f64`, `pred`, … (without the dot). The 16-bit floats and packed types, which only arithmetic has, are not
    /// among them: [`Ty::parse_arithmetic`] reads those too.
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

    /// As [`Ty::parse`], and the types that name a way to compute rather than a way to store: `f16`, `bf16x2`, `tf32`, ….
    pub fn parse_arithmetic(text: &str) -> Option<Ty> {
        let (kind, bits) = match text {
            "f16" => (Kind::Float, 16),
            "bf16" => (Kind::Brain, 16),
            "f16x2" => (Kind::FloatPair, 32),
            "bf16x2" => (Kind::BrainPair, 32),
            "f32x2" => (Kind::SinglePair, 64),
            "u16x2" => (Kind::UnsignedPair, 32),
            "s16x2" => (Kind::SignedPair, 32),
            "tf32" => (Kind::Tensor, 32),
            "e4m3x2" => (Kind::E4m3Pair, 16),
            "e5m2x2" => (Kind::E5m2Pair, 16),
            _ => return Ty::parse(text),
        };
        Some(Ty { kind, bits })
    }

    /// The type of the same kind with twice the bits.
    pub fn doubled(self) -> Ty {
        Ty {
            kind: self.kind,
            bits: self.bits * 2,
        }
    }

    /// Bytes in memory.
    pub fn bytes(self) -> usize {
        usize::from(self.bits).div_ceil(8)
    }

    /// Whether it is a floating-point type, packed ones included.
    pub fn is_float(self) -> bool {
        matches!(
            self.kind,
            Kind::Float
                | Kind::Brain
                | Kind::FloatPair
                | Kind::BrainPair
                | Kind::SinglePair
                | Kind::Tensor
                | Kind::E4m3Pair
                | Kind::E5m2Pair
        )
    }

    /// Whether it is `.f16`, `.bf16` or a pair of those.
    pub fn is_half(self) -> bool {
        match self.kind {
            Kind::Float => self.bits == 16,
            Kind::Brain | Kind::FloatPair | Kind::BrainPair => true,
            _ => false,
        }
    }

    /// Whether it is two values in one register.
    pub fn is_pair(self) -> bool {
        matches!(
            self.kind,
            Kind::FloatPair
                | Kind::BrainPair
                | Kind::SinglePair
                | Kind::UnsignedPair
                | Kind::SignedPair
                | Kind::E4m3Pair
                | Kind::E5m2Pair
        )
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
            Kind::Brain => return f.write_str("bf16"),
            Kind::FloatPair => return f.write_str("f16x2"),
            Kind::BrainPair => return f.write_str("bf16x2"),
            Kind::SinglePair => return f.write_str("f32x2"),
            Kind::UnsignedPair => return f.write_str("u16x2"),
            Kind::SignedPair => return f.write_str("s16x2"),
            Kind::Tensor => return f.write_str("tf32"),
            Kind::E4m3Pair => return f.write_str("e4m3x2"),
            Kind::E5m2Pair => return f.write_str("e5m2x2"),
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
    /// What is 0 on this machine: the upper halves of clocks, counters of a profiler, the rank in a cluster of one block.
    Zero,
    /// What is 1: the size of a cluster.
    One,
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
