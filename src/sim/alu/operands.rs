//! Which slots a lowered instruction reads and writes, and how the bits of one end up in the other.

use super::Alu;
use crate::ptx::{BinOp, CarryOp, TriOp, Ty, UnOp};
use crate::sim::regs::{File, Slot};

/// A register: its file and its slot there.
pub type Register = (File, Slot);

/// How bits travel from sources to destinations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Bits of the data sources are moved or copied as the control sources say, never changed: executing the instruction on any bits in place
    /// of the data moves those bits alike.
    Moves,
    /// Bit by bit `and`: a zero on one side decides.
    And,
    /// Bit by bit `or`: a one on one side decides.
    Or,
    /// Each bit of the result depends on the same bit of every source.
    Bitwise,
    /// Each bit of the result may depend on every bit of every source.
    Mixes,
}

/// What an instruction reads and writes.
#[derive(Debug, Clone)]
pub struct Operands {
    pub flow: Flow,
    pub dsts: Vec<Register>,
    pub data: Vec<Register>,
    /// Sources that decide where bits go.
    pub control: Vec<Register>,
}

impl Alu {
    /// The slots of this instruction.
    pub fn operands(&self) -> Operands {
        let wide = |wide: bool| if wide { File::R64 } else { File::R32 };
        let of = |ty: Ty| wide(ty.bits == 64);
        let (flow, dsts, data, control) = match self {
            Alu::Mov32 { d, a } => (
                Flow::Moves,
                vec![(File::R32, *d)],
                vec![(File::R32, *a)],
                vec![],
            ),
            Alu::Mov64 { d, a } => (
                Flow::Moves,
                vec![(File::R64, *d)],
                vec![(File::R64, *a)],
                vec![],
            ),
            Alu::MovPred { d, a } | Alu::PredNot { d, a } => (
                Flow::Bitwise,
                vec![(File::Pred, *d)],
                vec![(File::Pred, *a)],
                vec![],
            ),
            Alu::Pack {
                wide: w, d, srcs, ..
            } => (
                Flow::Moves,
                vec![(wide(*w), *d)],
                srcs.iter().map(|&src| (File::R32, src)).collect(),
                vec![],
            ),
            Alu::Extract { wide: w, d, a, .. } => (
                Flow::Moves,
                vec![(File::R32, *d)],
                vec![(wide(*w), *a)],
                vec![],
            ),
            Alu::Un { op, ty, d, a, .. } => {
                let flow = match op {
                    UnOp::Not => Flow::Bitwise,
                    UnOp::Brev => Flow::Moves,
                    _ => Flow::Mixes,
                };
                let d = vec![(of(op.result(*ty)), *d)];
                (flow, d, vec![(of(*ty), *a)], vec![])
            }
            Alu::Bin {
                op,
                ty,
                s: [d, a, b],
                ..
            } => {
                let [dty, aty, bty] = op.types(*ty).map(of);
                let (d, a, b) = (vec![(dty, *d)], (aty, *a), (bty, *b));
                match op {
                    BinOp::Shl | BinOp::Shr => (Flow::Moves, d, vec![a], vec![b]),
                    BinOp::And => (Flow::And, d, vec![a, b], vec![]),
                    BinOp::Or => (Flow::Or, d, vec![a, b], vec![]),
                    BinOp::Xor => (Flow::Bitwise, d, vec![a, b], vec![]),
                    _ => (Flow::Mixes, d, vec![a, b], vec![]),
                }
            }
            Alu::Tri {
                op,
                ty,
                s: [d, a, b, c],
                ..
            } => {
                let [dty, aty, bty, cty] = op.types(*ty).map(of);
                let (d, a, b, c) = (vec![(dty, *d)], (aty, *a), (bty, *b), (cty, *c));
                match op {
                    TriOp::Bfe => (Flow::Moves, d, vec![a], vec![b, c]),
                    TriOp::Prmt(_)
                    | TriOp::ShfLeftClamp
                    | TriOp::ShfLeftWrap
                    | TriOp::ShfRightClamp
                    | TriOp::ShfRightWrap
                    | TriOp::SlctS32
                    | TriOp::SlctF32 => (Flow::Moves, d, vec![a, b], vec![c]),
                    _ => (Flow::Mixes, d, vec![a, b, c], vec![]),
                }
            }
            Alu::AnyBit {
                d,
                a,
                with: (_, p, _),
            } => (
                Flow::Mixes,
                vec![(File::Pred, *d)],
                vec![(File::R32, *a), (File::Pred, *p)],
                vec![],
            ),
            Alu::Carry(carry) => {
                let file = wide(carry.wide);
                let [d, a, b, c] = carry.s;
                let product = matches!(carry.op, CarryOp::MadLo | CarryOp::MadHi);
                let mut data = vec![(file, a), (file, b)];
                data.extend(product.then_some((file, c)));
                data.extend(carry.reads.then_some((File::Pred, carry.flag)));
                let mut dsts = vec![(file, d)];
                dsts.extend(carry.writes.then_some((File::Pred, carry.flag)));
                (Flow::Mixes, dsts, data, vec![])
            }
            Alu::Testp { wide: w, d, a, .. } => (
                Flow::Mixes,
                vec![(File::Pred, *d)],
                vec![(wide(*w), *a)],
                vec![],
            ),
            Alu::Lop3 {
                s: [d, a, b, c], ..
            } => (
                Flow::Bitwise,
                vec![(File::R32, *d)],
                vec![(File::R32, *a), (File::R32, *b), (File::R32, *c)],
                vec![],
            ),
            Alu::Bfi {
                wide: w,
                s: [d, a, b],
                pos,
                len,
            } => (
                Flow::Moves,
                vec![(wide(*w), *d)],
                vec![(wide(*w), *a), (wide(*w), *b)],
                vec![(File::R32, *pos), (File::R32, *len)],
            ),
            Alu::Setp {
                ty,
                d,
                not_d,
                a,
                b,
                with,
                ..
            } => {
                let dsts = d.iter().chain(not_d).map(|&d| (File::Pred, d)).collect();
                let mut data = vec![(of(*ty), *a), (of(*ty), *b)];
                data.extend(with.map(|(_, p, _)| (File::Pred, p)));
                (Flow::Mixes, dsts, data, vec![])
            }
            Alu::Set {
                ty, d, a, b, with, ..
            } => {
                let mut data = vec![(of(*ty), *a), (of(*ty), *b)];
                data.extend(with.map(|(_, p, _)| (File::Pred, p)));
                (Flow::Mixes, vec![(File::R32, *d)], data, vec![])
            }
            Alu::Select {
                bits,
                s: [d, a, b],
                p,
            } => {
                let file = wide(*bits == 64);
                (
                    Flow::Moves,
                    vec![(file, *d)],
                    vec![(file, *a), (file, *b)],
                    vec![(File::Pred, *p)],
                )
            }
            Alu::PredBin { op, s: [d, a, b] } => {
                let flow = match op {
                    BinOp::And => Flow::And,
                    BinOp::Or => Flow::Or,
                    _ => Flow::Bitwise,
                };
                (
                    flow,
                    vec![(File::Pred, *d)],
                    vec![(File::Pred, *a), (File::Pred, *b)],
                    vec![],
                )
            }
            Alu::Cvt(cvt) => {
                let moves = !cvt.sty.is_float() && !cvt.dty.is_float() && !cvt.mods.sat;
                (
                    if moves { Flow::Moves } else { Flow::Mixes },
                    vec![(wide(cvt.wide_d), cvt.d)],
                    vec![(wide(cvt.wide_a), cvt.a)],
                    vec![],
                )
            }
        };
        Operands {
            flow,
            dsts,
            data,
            control,
        }
    }
}
