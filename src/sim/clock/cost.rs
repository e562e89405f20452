//! What an instruction is to the clock: its class, the registers that it waits for and those that it produces.
//!
//! PTX is not what executes. A class stands for the machine instructions that the machine compiler makes of one PTX instruction: none for a move,
//! one for most, tens for a division. What a class costs is in `units.rs`.

use crate::ptx::{BinOp, Inst, Op, Reg, Space, TriOp, Ty, UnOp};

/// No value.
const NOBODY: u16 = u16::MAX;

/// Kinds of instructions that the clock tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Class {
    /// No machine instruction: moves between registers, address-space casts, parameter loads.
    #[default]
    Free,
    Int,
    /// Two 32-bit instructions: 64-bit adds, logic, comparisons, shifts.
    IntPair,
    /// 64-bit multiply.
    IntWide,
    IntDivide,
    IntDivideWide,
    Fp32,
    Fp64,
    Mufu,
    /// A function of two machine instructions, one of them on the function unit: approximate division, square root.
    MufuPair,
    /// Correctly rounded f32 reciprocal, division or square root.
    Fp32Divide,
    Fp64Divide,
    Convert,
    Shuffle,
    Vote,
    Memory,
    Branch,
    /// A call of a device function that was not inlined.
    Call,
    Barrier,
    /// `bar.warp.sync`.
    WarpSync,
    /// Half-precision arithmetic, packed or not.
    Half,
    Fence,
}

/// Number of [`Class`]es.
pub const CLASSES: usize = Class::Fence as usize + 1;

impl Class {
    /// Every class, in the order of their numbers.
    pub const ALL: [Class; CLASSES] = [
        Class::Free,
        Class::Int,
        Class::IntPair,
        Class::IntWide,
        Class::IntDivide,
        Class::IntDivideWide,
        Class::Fp32,
        Class::Fp64,
        Class::Mufu,
        Class::MufuPair,
        Class::Fp32Divide,
        Class::Fp64Divide,
        Class::Convert,
        Class::Shuffle,
        Class::Vote,
        Class::Memory,
        Class::Branch,
        Class::Call,
        Class::Barrier,
        Class::WarpSync,
        Class::Half,
        Class::Fence,
    ];
}

/// The clock's view of one instruction.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub class: Class,
    reads: [u16; 6],
    writes: [u16; 4],
}

impl Default for Cost {
    fn default() -> Cost {
        Cost {
            class: Class::Free,
            reads: [NOBODY; 6],
            writes: [NOBODY; 4],
        }
    }
}

impl Cost {
    /// The cost of a PTX instruction.
    pub fn of(inst: &Inst) -> Cost {
        let (mut defs, mut uses) = (Vec::new(), Vec::new());
        inst.registers(&mut defs, &mut uses);
        let mut cost = Cost {
            class: class(&inst.op),
            ..Cost::default()
        };
        let index = |reg: &Reg| u16::try_from(reg.0).unwrap_or(NOBODY);
        cost.reads
            .iter_mut()
            .zip(&uses)
            .for_each(|(slot, reg)| *slot = index(reg));
        cost.writes
            .iter_mut()
            .zip(&defs)
            .for_each(|(slot, reg)| *slot = index(reg));
        cost
    }

    #[inline(always)]
    pub fn reads(&self) -> impl Iterator<Item = usize> {
        self.reads
            .into_iter()
            .take_while(|&value| value != NOBODY)
            .map(usize::from)
    }

    #[inline(always)]
    pub fn writes(&self) -> impl Iterator<Item = usize> {
        self.writes
            .into_iter()
            .take_while(|&value| value != NOBODY)
            .map(usize::from)
    }
}

fn class(op: &Op) -> Class {
    let by_width = |ty: &Ty| {
        if ty.bits == 64 {
            Class::IntPair
        } else {
            Class::Int
        }
    };
    match op {
        Op::Mov { .. }
        | Op::Pack { .. }
        | Op::Unpack { .. }
        | Op::Cvta { .. }
        | Op::Nop
        | Op::AsyncCommit
        | Op::Ret
        | Op::Exit => Class::Free,
        Op::Ld {
            space: Space::Param,
            ..
        } => Class::Free,
        Op::AsyncCopy { .. } | Op::Ld { .. } | Op::St { .. } | Op::Atom { .. } => Class::Memory,
        Op::Un { op, ty, mods, .. } => match op {
            UnOp::Neg | UnOp::Abs if ty.is_float() => {
                if ty.bits == 64 {
                    Class::Fp64
                } else {
                    Class::Fp32
                }
            }
            UnOp::Neg | UnOp::Abs | UnOp::Not | UnOp::Cnot => by_width(ty),
            UnOp::Popc | UnOp::Clz | UnOp::Brev | UnOp::Bfind | UnOp::BfindShift => Class::Convert,
            _ if ty.bits == 64 => Class::Fp64Divide,
            UnOp::Ex2 | UnOp::Lg2 | UnOp::Sin | UnOp::Cos | UnOp::Tanh | UnOp::Rsqrt => Class::Mufu,
            UnOp::Rcp if mods.approx => Class::Mufu,
            UnOp::Sqrt if mods.approx => Class::MufuPair,
            _ => Class::Fp32Divide,
        },
        Op::Bin { op, ty, mods, .. } => match op {
            _ if *ty == Ty::PRED => Class::Int,
            BinOp::Div if ty.is_float() && ty.bits == 64 => Class::Fp64Divide,
            BinOp::Div if ty.is_float() && mods.approx => Class::MufuPair,
            BinOp::Div if ty.is_float() => Class::Fp32Divide,
            BinOp::Div | BinOp::Rem if ty.bits == 64 => Class::IntDivideWide,
            BinOp::Div | BinOp::Rem => Class::IntDivide,
            _ if ty.is_float() => {
                if ty.bits == 64 {
                    Class::Fp64
                } else {
                    Class::Fp32
                }
            }
            BinOp::MulLo | BinOp::MulHi if ty.bits == 64 => Class::IntWide,
            _ => by_width(ty),
        },
        Op::Tri { op, ty, .. } => match op {
            TriOp::Fma => {
                if ty.bits == 64 {
                    Class::Fp64
                } else {
                    Class::Fp32
                }
            }
            TriOp::MadLo | TriOp::MadHi if ty.bits == 64 => Class::IntWide,
            _ => by_width(ty),
        },
        Op::Lop3 { .. } | Op::Testp { .. } => Class::Int,
        Op::Carry { ty, .. } => by_width(ty),
        Op::Bfi { ty, .. } | Op::Selp { ty, .. } => by_width(ty),
        Op::Setp { ty, .. } | Op::Set { ty, .. } => match (ty.is_float(), ty.bits) {
            (true, 64) => Class::Fp64,
            (true, _) => Class::Int,
            _ => by_width(ty),
        },
        // Integers of up to 32 bits change width for free or in one cheap instruction; floats go through the conversion unit.
        Op::Cvt { dty, sty, .. } if !dty.is_float() && !sty.is_float() => Class::Int,
        Op::Cvt { .. } => Class::Convert,
        Op::Isspacep { .. } => Class::Int,
        Op::Bra { .. } | Op::Brx { .. } | Op::Call { .. } | Op::Trap => Class::Branch,
        Op::Bar { .. } => Class::Barrier,
        Op::BarWarp { .. } => Class::WarpSync,
        Op::Shfl { .. } => Class::Shuffle,
        Op::Vote { .. }
        | Op::Activemask { .. }
        | Op::Elect { .. }
        | Op::Match { .. }
        | Op::Redux { .. } => Class::Vote,
        Op::Fence { .. } | Op::AsyncWait { .. } => Class::Fence,
    }
}
