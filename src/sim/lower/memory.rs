//! Loads, stores, atomics and address arithmetic.

use super::*;
use crate::sim::alu::Alu;
use crate::sim::convert::Cvt;
use crate::sim::space;

/// Where an access goes, and how it is ordered.
#[derive(Clone, Copy)]
struct Place {
    space: Space,
    order: Order,
}

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
            Op::Isspacep { space, dst, src } => Step::Isspacep {
                space: *space,
                a: self.src(src, u64_ty)?,
                d: self.dst(*dst, Ty::PRED)?,
            },
            Op::Ld {
                space: Space::Param,
                ty,
                dsts,
                addr:
                    addr @ Address {
                        base: Base::Param(_),
                        ..
                    },
                ..
            } => return self.load_param(*ty, dsts, addr),
            Op::Ld {
                space,
                ty,
                dsts,
                addr,
                non_coherent,
                order,
            } => {
                let place = Place {
                    space: self.local_param(*space, addr),
                    order: *order,
                };
                return self.load(place, *non_coherent, *ty, dsts, addr);
            }
            Op::St {
                space,
                ty,
                srcs,
                addr,
                order,
            } => {
                let place = Place {
                    space: self.local_param(*space, addr),
                    order: *order,
                };
                let mut slots = [NONE; 4];
                for (slot, src) in slots.iter_mut().zip(srcs) {
                    *slot = self.src(src, *ty)?;
                }
                Step::Store(self.access(place, *ty, slots, srcs.len(), addr))
            }
            Op::Atom {
                space,
                order,
                op,
                ty,
                dsts,
                addr,
                srcs,
                c,
            } => {
                let place = Place {
                    space: *space,
                    order: *order,
                };
                for (at, (dst, src)) in dsts.iter().zip(srcs).enumerate() {
                    let d = match dst {
                        Some(dst) => self.dst(*dst, *ty)?,
                        None => NONE,
                    };
                    let b = self.src(src, *ty)?;
                    let c = match c {
                        Some(c) => self.src(c, *ty)?,
                        None => b,
                    };
                    let mut access = self.access(place, *ty, [d, NONE, NONE, NONE], 1, addr);
                    let more = (at * ty.bytes()) as u64;
                    access.addr.offset = access.addr.offset.wrapping_add(more);
                    self.push(Step::Atom {
                        access,
                        op: *op,
                        ty: *ty,
                        b,
                        c,
                    });
                }
                return Ok(());
            }
            Op::AsyncCopy {
                dst,
                src,
                bytes,
                size,
            } => {
                let size = match size {
                    Some(size) => Some(self.src(size, Ty::B32)?),
                    None => None,
                };
                self.async_copy(dst, src, *bytes, size)
            }
            Op::AsyncCommit => Step::AsyncCommit,
            Op::AsyncWait { leave } => Step::AsyncWait { leave: *leave },
            _ => return self.unsupported("operation"),
        };
        self.push(step);
        Ok(())
    }

    /// Parameter space is local memory, but for the parameters of a kernel.
    fn local_param(&self, space: Space, addr: &Address) -> Space {
        let passed = matches!(addr.base, Base::Var(_)) || self.function.is_some();
        match space {
            Space::Param if passed => Space::Local,
            space => space,
        }
    }

    fn access(
        &mut self,
        place: Place,
        ty: Ty,
        slots: [Slot; 4],
        count: usize,
        addr: &Address,
    ) -> Access {
        Access {
            space: place.space,
            order: place.order,
            bytes: ty.bytes() as u8,
            count: count as u8,
            signed: ty.is_signed(),
            free: false,
            wide: ty.bits == 64,
            slots,
            addr: self.addr(addr),
        }
    }

    fn async_copy(&mut self, dst: &Address, src: &Address, bytes: u8, size: Option<Slot>) -> Step {
        let global = Place {
            space: Space::Global,
            order: Order::WEAK,
        };
        let shared = Place {
            space: Space::Shared,
            ..global
        };
        let unsigned = |bits: u8| Ty { bits, ..U64 };
        let (ty, count) = match bytes {
            4 => (unsigned(32), 1),
            8 => (unsigned(64), 1),
            _ => (unsigned(64), 2),
        };
        let mut slots = [NONE; 4];
        for slot in &mut slots[..count] {
            *slot = self.fresh(usize::from(ty.bits == 64));
        }
        let (dst_slot, src_slot) = (self.fresh(1), self.fresh(1));
        let at = |slot| Addr {
            base: AddrBase::R64(slot),
            offset: 0,
        };
        let access = |place: Place, ty: Ty, slots, count: usize, slot| Access {
            space: place.space,
            order: place.order,
            bytes: ty.bytes() as u8,
            count: count as u8,
            signed: false,
            free: false,
            wide: ty.bits == 64,
            slots,
            addr: at(slot),
        };
        let one = [self.fresh(0), NONE, NONE, NONE];
        Step::AsyncCopy(Box::new(AsyncCopy {
            dst: self.addr(dst),
            src: self.addr(src),
            bytes,
            size,
            dst_slot,
            src_slot,
            load: access(global, ty, slots, count, src_slot),
            byte: access(global, unsigned(8), one, 1, src_slot),
            store: access(shared, ty, slots, count, dst_slot),
        }))
    }

    /// Loads into registers of one width; a narrow value for a 64-bit register is extended by a second step.
    fn load(
        &mut self,
        place: Place,
        free: bool,
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
        let mut access = self.access(place, ty, slots, dsts.len(), addr);
        access.free = free || matches!(place.space, Space::Const | Space::Param);
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
