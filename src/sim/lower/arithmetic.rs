//! Arithmetic, moves and conversions: registers to slots, operands to the width that the operation reads.

use super::*;
use crate::sim::alu::{Alu, Carry};
use crate::sim::convert::Cvt;
use crate::sim::float::format_of;

impl Lower<'_> {
    /// What a comparison is combined with: how, the predicate's slot, and whether its complement is meant.
    fn with(&mut self, (op, p): &(BoolOp, PredSrc)) -> Result<(BoolOp, Slot, bool), Fault> {
        Ok((*op, self.src(&p.src, Ty::PRED)?, p.negated))
    }

    /// An instruction on two f32 side by side as two instructions: `make` is given the result's slot and those of the sources.
    fn single_pair<const N: usize>(
        &mut self,
        dst: Reg,
        sources: [&Operand; N],
        make: impl Fn(Slot, [Slot; N]) -> Alu,
    ) -> Result<(), Fault> {
        const B64: Ty = Ty {
            kind: Kind::Bits,
            bits: 64,
        };
        let mut wide = [NONE; N];
        for (slot, source) in wide.iter_mut().zip(sources) {
            *slot = self.src(source, B64)?;
        }
        let mut results = Vec::new();
        for shift in [0, 32] {
            let parts = wide.map(|a| {
                let d = self.fresh(0);
                self.push(Step::Alu(Alu::Extract {
                    wide: true,
                    shift,
                    bits: 32,
                    d,
                    a,
                }));
                d
            });
            let d = self.fresh(0);
            self.push(Step::Alu(make(d, parts)));
            results.push(d);
        }
        let d = self.dst(dst, B64)?;
        self.push(Step::Alu(Alu::Pack {
            bits: 32,
            wide: true,
            d,
            srcs: results,
        }));
        Ok(())
    }

    /// The slot of a source of type `ty`, which is written as `narrow` if that is given.
    fn widened(&mut self, source: &Operand, ty: Ty, narrow: Option<Ty>) -> Result<Slot, Fault> {
        let Some(sty) = narrow else {
            return self.src(source, ty);
        };
        let (a, d) = (self.src(source, sty)?, self.fresh(0));
        self.push(Step::Alu(Alu::Cvt(Cvt {
            d,
            a,
            dty: ty,
            sty,
            wide_d: false,
            wide_a: false,
            round: Round::NearestEven,
            integral: false,
            mods: Mods::default(),
        })));
        Ok(d)
    }

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
                let a = self.src(a, *ty)?;
                Step::Alu(Alu::Un {
                    op: *op,
                    ty: *ty,
                    mods: *mods,
                    a,
                    d: self.dst(*dst, op.result(*ty))?,
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
                if ty.kind == Kind::SinglePair {
                    let (op, mods) = (*op, *mods);
                    return self.single_pair(*dst, [a, b], |d, [a, b]| Alu::Bin {
                        op,
                        ty: Ty::F32,
                        mods,
                        s: [d, a, b],
                    });
                }
                let [dty, aty, bty] = op.types(*ty);
                let (a, b) = (self.widened(a, aty, mods.narrow)?, self.src(b, bty)?);
                let s = [self.dst(*dst, dty)?, a, b];
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
                if ty.kind == Kind::SinglePair {
                    let (op, mods) = (*op, *mods);
                    return self.single_pair(*dst, [a, b, c], |d, [a, b, c]| Alu::Tri {
                        op,
                        ty: Ty::F32,
                        mods,
                        s: [d, a, b, c],
                    });
                }
                let [dty, aty, bty, cty] = op.types(*ty);
                let a = self.widened(a, aty, mods.narrow)?;
                let b = self.widened(b, bty, mods.narrow)?;
                let c = self.src(c, cty)?;
                Step::Alu(Alu::Tri {
                    op: *op,
                    ty: *ty,
                    mods: *mods,
                    s: [self.dst(*dst, dty)?, a, b, c],
                })
            }
            Op::Lop3 {
                dst,
                ok,
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
                let d = match dst {
                    Some(dst) => self.dst(*dst, Ty::B32)?,
                    None => self.fresh(0),
                };
                let bits = Step::Alu(Alu::Lop3 {
                    table: *table,
                    s: [d, a, b, c],
                });
                let Some((ok, op, p)) = ok else {
                    self.push(bits);
                    return Ok(());
                };
                let with = self.with(&(*op, *p))?;
                let ok = self.dst(*ok, Ty::PRED)?;
                self.push(bits);
                Step::Alu(Alu::AnyBit { d: ok, a: d, with })
            }
            Op::Carry {
                op,
                ty,
                dst,
                a,
                b,
                c,
                carry,
                reads,
                writes,
            } => {
                let (a, b) = (self.src(a, *ty)?, self.src(b, *ty)?);
                let c = match c {
                    Some(c) => self.src(c, *ty)?,
                    None => a,
                };
                Step::Alu(Alu::Carry(Carry {
                    op: *op,
                    wide: ty.bits == 64,
                    signed: ty.is_signed(),
                    s: [self.dst(*dst, *ty)?, a, b, c],
                    flag: self.dst(*carry, Ty::PRED)?,
                    reads: *reads,
                    writes: *writes,
                }))
            }
            Op::Testp { test, ty, dst, a } => Step::Alu(Alu::Testp {
                test: *test,
                wide: ty.bits == 64,
                a: self.src(a, *ty)?,
                d: self.dst(*dst, Ty::PRED)?,
            }),
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
                let (a, b) = (self.src(a, *ty)?, self.src(b, *ty)?);
                let with = with.as_ref().map(|with| self.with(with)).transpose()?;
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
                let with = with.as_ref().map(|with| self.with(with)).transpose()?;
                let yes = if dty.is_float() {
                    format_of(*dty).of(1.0, Round::NearestEven, false) as u32
                } else {
                    u32::MAX >> (32 - dty.bits / if ty.is_pair() { 2 } else { 1 })
                };
                let d = self.dst(*dst, *dty)?;
                Step::Alu(Alu::Set {
                    cmp: *cmp,
                    ty: *ty,
                    ftz: mods.ftz,
                    yes,
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
                if mismatch {
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
