//! Loads, stores, atomics and address arithmetic.

use super::*;
use crate::sim::alu::Alu;
use crate::sim::convert::Cvt;
use crate::sim::space;

impl Lower<'_> {
    pub(super) fn memory(&mut self, op: &Op) -> Result<(), Fault> {
        let u64_ty = Ty {
            kind: Kind::Unsigned,
            bits: 64,
        };
        let step = match op {
            Op::Cvta {
                to,
                space,
                dst,
                src,
            } => {
                let a = self.src(src, u64_ty)?;
                let d = self.dst(*dst, u64_ty)?;
                match space::window(*space) {
                    None => Step::Alu(Alu::Mov64 { d, a }),
                    Some(base) => {
                        let b = self.const64(base);
                        let op = if *to { BinOp::Sub } else { BinOp::Add };
                        Step::Alu(Alu::Bin {
                            op,
                            ty: u64_ty,
                            mods: Mods::default(),
                            s: [d, a, b],
                        })
                    }
                }
            }
            Op::Isspacep { space, dst, src } => {
                let slot = space::window(*space).map_or(0, space::slot_of);
                Step::Isspacep {
                    slot,
                    a: self.src(src, u64_ty)?,
                    d: self.dst(*dst, Ty::PRED)?,
                }
            }
            Op::Ld {
                space: Space::Param,
                ty,
                dsts,
                addr,
                ..
            } => return self.load_param(*ty, dsts, addr),
            Op::Ld {
                space,
                ty,
                dsts,
                addr,
                non_coherent,
                ..
            } => return self.load((*space, *non_coherent), *ty, dsts, addr),
            Op::St {
                space,
                ty,
                srcs,
                addr,
                ..
            } => {
                let mut slots = [NONE; 4];
                for (slot, src) in slots.iter_mut().zip(srcs) {
                    *slot = self.src(src, *ty)?;
                }
                Step::Store(self.access(*space, *ty, ty.bits == 64, slots, srcs.len(), addr))
            }
            Op::Atom {
                space,
                op,
                ty,
                dst,
                addr,
                b,
                c,
            } => {
                let d = match dst {
                    Some(dst) => self.dst(*dst, *ty)?,
                    None => NONE,
                };
                let b = self.src(b, *ty)?;
                let c = match c {
                    Some(c) => self.src(c, *ty)?,
                    None => b,
                };
                let access =
                    self.access(*space, *ty, ty.bits == 64, [d, NONE, NONE, NONE], 1, addr);
                Step::Atom {
                    access,
                    op: *op,
                    ty: *ty,
                    b,
                    c,
                }
            }
            _ => return self.unsupported("operation"),
        };
        self.push(step);
        Ok(())
    }

    fn access(
        &mut self,
        space: Space,
        ty: Ty,
        wide: bool,
        slots: [Slot; 4],
        count: usize,
        addr: &Address,
    ) -> Access {
        Access {
            space,
            bytes: ty.bytes() as u8,
            count: count as u8,
            signed: ty.is_signed(),
            free: false,
            wide,
            slots,
            addr: self.addr(addr),
        }
    }

    /// Loads into registers of one width; a narrow value for a 64-bit register is extended by a second step.
    fn load(
        &mut self,
        (space, free): (Space, bool),
        ty: Ty,
        dsts: &[Option<Reg>],
        addr: &Address,
    ) -> Result<(), Fault> {
        let mut slots = [NONE; 4];
        let mut extended = Vec::new();
        for (slot, dst) in slots.iter_mut().zip(dsts) {
            let Some(dst) = *dst else { continue };
            if self.is_wide(dst) && ty.bits < 64 {
                *slot = self.fresh(0);
                extended.push((self.slots[dst.0 as usize], *slot));
            } else {
                *slot = self.dst(dst, ty)?;
            }
        }
        let mut access = self.access(space, ty, ty.bits == 64, slots, dsts.len(), addr);
        access.free = free || space == Space::Const;
        self.push(Step::Load(access));
        for (d, a) in extended {
            let kind = if ty.is_signed() {
                Kind::Signed
            } else {
                Kind::Unsigned
            };
            self.push(Step::Alu(Alu::Cvt(Cvt {
                d,
                a,
                dty: Ty { kind, bits: 64 },
                sty: Ty {
                    kind,
                    bits: ty.bits,
                },
                wide_d: true,
                wide_a: false,
                round: Round::NearestEven,
                integral: false,
                mods: Mods::default(),
            })));
        }
        Ok(())
    }

    /// A parameter is a constant of the launch: its load is a move.
    fn load_param(&mut self, ty: Ty, dsts: &[Option<Reg>], addr: &Address) -> Result<(), Fault> {
        let Base::Param(base) = addr.base else {
            return self.unsupported("ld.param through a register");
        };
        for (index, dst) in dsts.iter().enumerate() {
            let Some(dst) = *dst else { continue };
            let at = base as i64 + addr.offset + (index * ty.bytes()) as i64;
            if at < 0 || at as usize + ty.bytes() > self.kernel.param_bytes {
                return self.unsupported("ld.param outside the parameters");
            }
            let wide = self.is_wide(dst);
            let a = self.fresh(usize::from(wide));
            self.code
                .params
                .push((a, wide, at as usize, ty.bytes() as u8, ty.is_signed()));
            let d = self.slots[dst.0 as usize];
            self.push(Step::Alu(if wide {
                Alu::Mov64 { d, a }
            } else {
                Alu::Mov32 { d, a }
            }));
        }
        Ok(())
    }
}
