//! Arithmetic, moves and conversions: registers to slots, operands to the width that the operation reads.

use super::*;
use crate::sim::alu::Alu;
use crate::sim::convert::Cvt;

impl Lower<'_> {
    pub(super) fn arithmetic(&mut self, op: &Op) -> Result<(), Fault> {
        let step = match op {
            Op::Mov {
                ty,
                dst,
                src: Operand::Special(Special::Clock),
            } => Step::Clock {
                d: self.dst(*dst, *ty)?,
                wide: ty.bits == 64,
            },
            Op::Mov { ty, dst, src } => {
                let (a, d) = (self.src(src, *ty)?, self.dst(*dst, *ty)?);
                Step::Alu(match ty.bits {
                    1 => Alu::MovPred { d, a },
                    64 => Alu::Mov64 { d, a },
                    _ => Alu::Mov32 { d, a },
                })
            }
            Op::Pack { ty, dst, srcs } => {
                let bits = ty.bits / srcs.len() as u8;
                let part = Ty {
                    kind: Kind::Bits,
                    bits,
                };
                let srcs = srcs
                    .iter()
                    .map(|src| self.src(src, part))
                    .collect::<Result<_, _>>()?;
                Step::Alu(Alu::Pack {
                    bits,
                    wide: ty.bits == 64,
                    d: self.dst(*dst, *ty)?,
                    srcs,
                })
            }
            Op::Unpack { ty, dsts, src } => {
                let bits = ty.bits / dsts.len() as u8;
                let part = Ty {
                    kind: Kind::Bits,
                    bits,
                };
                let mut a = self.src(src, *ty)?;
                // A destination may be the source itself.
                let wide = ty.bits == 64;
                if dsts
                    .iter()
                    .flatten()
                    .any(|&dst| self.slots[dst.0 as usize] == a && self.is_wide(dst) == wide)
                {
                    let copy = self.fresh(usize::from(wide));
                    self.push(Step::Alu(if wide {
                        Alu::Mov64 { d: copy, a }
                    } else {
                        Alu::Mov32 { d: copy, a }
                    }));
                    a = copy;
                }
                for (index, dst) in dsts.iter().enumerate() {
                    if let Some(dst) = dst {
                        let d = self.dst(*dst, part)?;
                        self.push(Step::Alu(Alu::Extract {
                            wide,
                            shift: bits * index as u8,
                            bits,
                            d,
                            a,
                        }));
                    }
                }
                return Ok(());
            }
            Op::Un {
                op: UnOp::Not,
                ty,
                dst,
                a,
                ..
            } if *ty == Ty::PRED => Step::Alu(Alu::PredNot {
                a: self.src(a, *ty)?,
                d: self.dst(*dst, *ty)?,
            }),
            Op::Un {
                op,
                ty,
                dst,
                a,
                mods,
            } => {
                let result = match op {
                    UnOp::Popc | UnOp::Clz | UnOp::Bfind | UnOp::BfindShift => Ty::B32,
                    _ => *ty,
                };
                Step::Alu(Alu::Un {
                    op: *op,
                    ty: *ty,
                    mods: *mods,
                    a: self.src(a, *ty)?,
                    d: self.dst(*dst, result)?,
                })
            }
            Op::Bin {
                op,
                ty,
                dst,
                a,
                b,
                mods,
            } => {
                let shift = matches!(op, BinOp::Shl | BinOp::Shr);
                let a = self.src(a, *ty)?;
                let b = self.src(b, if shift { Ty::B32 } else { *ty })?;
                let result = if *op == BinOp::MulWide {
                    Ty {
                        kind: ty.kind,
                        bits: ty.bits * 2,
                    }
                } else {
                    *ty
                };
                let s = [self.dst(*dst, result)?, a, b];
                Step::Alu(if *ty == Ty::PRED {
                    Alu::PredBin { op: *op, s }
                } else {
                    Alu::Bin {
                        op: *op,
                        ty: *ty,
                        mods: *mods,
                        s,
                    }
                })
            }
            Op::Tri {
                op,
                ty,
                dst,
                a,
                b,
                c,
                mods,
            } => {
                let wide = if *op == TriOp::MadWide {
                    Ty {
                        kind: ty.kind,
                        bits: ty.bits * 2,
                    }
                } else {
                    *ty
                };
                let (bt, ct) = match op {
                    TriOp::Bfe => (Ty::B32, Ty::B32),
                    TriOp::SlctS32 | TriOp::SlctF32 => (*ty, Ty::B32),
                    _ => (*ty, wide),
                };
                let (a, b, c) = (self.src(a, *ty)?, self.src(b, bt)?, self.src(c, ct)?);
                Step::Alu(Alu::Tri {
                    op: *op,
                    ty: *ty,
                    mods: *mods,
                    s: [self.dst(*dst, wide)?, a, b, c],
                })
            }
            Op::Lop3 {
                dst,
                a,
                b,
                c,
                table,
            } => {
                let (a, b, c) = (
                    self.src(a, Ty::B32)?,
                    self.src(b, Ty::B32)?,
                    self.src(c, Ty::B32)?,
                );
                Step::Alu(Alu::Lop3 {
                    table: *table,
                    s: [self.dst(*dst, Ty::B32)?, a, b, c],
                })
            }
            Op::Bfi {
                ty,
                dst,
                a,
                b,
                pos,
                len,
            } => {
                let s = [self.dst(*dst, *ty)?, self.src(a, *ty)?, self.src(b, *ty)?];
                let (pos, len) = (self.src(pos, Ty::B32)?, self.src(len, Ty::B32)?);
                Step::Alu(Alu::Bfi {
                    wide: ty.bits == 64,
                    s,
                    pos,
                    len,
                })
            }
            Op::Setp {
                cmp,
                ty,
                dst,
                not_dst,
                a,
                b,
                with,
                mods,
            } => {
                if *ty == Ty::PRED {
                    return self.unsupported("setp on predicates");
                }
                let (a, b) = (self.src(a, *ty)?, self.src(b, *ty)?);
                let with = match with {
                    Some((op, p)) => Some((*op, self.src(&p.src, Ty::PRED)?, p.negated)),
                    None => None,
                };
                let slot = |dst: &Option<Reg>| dst.map(|reg| self.slots[reg.0 as usize]);
                let (d, not_d) = (slot(dst), slot(not_dst));
                Step::Alu(Alu::Setp {
                    cmp: *cmp,
                    ty: *ty,
                    ftz: mods.ftz,
                    d,
                    not_d,
                    a,
                    b,
                    with,
                })
            }
            Op::Set {
                cmp,
                dty,
                ty,
                dst,
                a,
                b,
                with,
                mods,
            } => {
                let (a, b) = (self.src(a, *ty)?, self.src(b, *ty)?);
                let with = match with {
                    Some((op, p)) => Some((*op, self.src(&p.src, Ty::PRED)?, p.negated)),
                    None => None,
                };
                if dty.bits != 32 {
                    return self.unsupported("set with a result that is not 32 bits wide");
                }
                let d = self.dst(*dst, *dty)?;
                Step::Alu(Alu::Set {
                    cmp: *cmp,
                    ty: *ty,
                    ftz: mods.ftz,
                    float: dty.is_float(),
                    d,
                    a,
                    b,
                    with,
                })
            }
            Op::Selp { ty, dst, a, b, p } => {
                let s = [self.dst(*dst, *ty)?, self.src(a, *ty)?, self.src(b, *ty)?];
                Step::Alu(Alu::Select {
                    bits: ty.bits,
                    s,
                    p: self.src(p, Ty::PRED)?,
                })
            }
            Op::Cvt {
                dst,
                dty,
                src,
                sty,
                round,
                integral,
                mods,
            } => {
                let wide_a = match src {
                    Operand::Reg(reg) => self.is_wide(*reg),
                    _ => sty.bits == 64,
                };
                let a = match src {
                    Operand::Reg(reg) => self.slots[reg.0 as usize],
                    other => self.src(other, *sty)?,
                };
                let wide_d = self.is_wide(*dst);
                let mismatch = (dty.is_float() && wide_d != (dty.bits == 64))
                    || (sty.is_float() && wide_a != (sty.bits == 64));
                if mismatch
                    || (sty.bits == 64
                        && !sty.is_float()
                        && dty.is_float()
                        && dty.bits == 32
                        && *round != Round::NearestEven)
                {
                    return self.unsupported("conversion");
                }
                Step::Alu(Alu::Cvt(Cvt {
                    d: self.slots[dst.0 as usize],
                    a,
                    dty: *dty,
                    sty: *sty,
                    wide_d,
                    wide_a,
                    round: *round,
                    integral: *integral,
                    mods: *mods,
                }))
            }
            _ => return self.unsupported("operation"),
        };
        self.push(step);
        Ok(())
    }
}
