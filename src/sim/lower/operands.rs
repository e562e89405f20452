//! Where values live: slots of registers, constants, special registers and variables.

use super::*;
use crate::sim::alu::Alu;
use crate::sim::convert::Cvt;
use crate::sim::space;

impl Lower<'_> {
    /// Shared variables that this kernel uses, then its local ones; module variables have addresses of their own.
    pub(super) fn place_variables(&mut self) {
        let mut used = vec![false; self.program.vars.len()];
        for inst in &self.kernel.insts {
            inst.op.variables(|var| used[var] = true);
        }
        let mut dynamic = Vec::new();
        for (index, var) in self
            .program
            .vars
            .iter()
            .enumerate()
            .filter(|&(index, _)| used[index])
        {
            match var.space {
                Space::Shared if var.dynamic => dynamic.push(index),
                Space::Shared => {
                    let at = self.code.shared_bytes.next_multiple_of(var.align);
                    self.code.shared_bytes = at + var.bytes;
                    self.var_at.insert(index, at as u64);
                }
                Space::Local => {
                    let at = self.code.local_bytes.next_multiple_of(var.align);
                    self.code.local_bytes = at + var.bytes;
                    self.var_at.insert(index, at as u64);
                }
                _ => {
                    self.var_at.insert(index, space::var_base(index));
                }
            }
        }
        for index in dynamic {
            let at = self
                .code
                .shared_bytes
                .next_multiple_of(self.program.vars[index].align.max(16));
            self.code.shared_bytes = at;
            self.var_at.insert(index, at as u64);
        }
    }

    pub(super) fn fresh(&mut self, file: usize) -> Slot {
        self.next[file] += 1;
        (self.next[file] - 1).min(usize::from(NONE)) as Slot
    }

    pub(super) fn is_wide(&self, reg: Reg) -> bool {
        self.kernel.regs[reg.0 as usize].ty.bits == 64
    }

    pub(super) fn const32(&mut self, value: u32) -> Slot {
        if let Some(&slot) = self.known32.get(&value) {
            return slot;
        }
        let slot = self.fresh(0);
        self.known32.insert(value, slot);
        self.code.const32.push((slot, value));
        slot
    }

    pub(super) fn const64(&mut self, value: u64) -> Slot {
        if let Some(&slot) = self.known64.get(&value) {
            return slot;
        }
        let slot = self.fresh(1);
        self.known64.insert(value, slot);
        self.code.const64.push((slot, value));
        slot
    }

    pub(super) fn special(&mut self, special: Special) -> Slot {
        if let Some(&(slot, _)) = self
            .code
            .specials
            .iter()
            .find(|(_, known)| *known == special)
        {
            return slot;
        }
        let slot = self.fresh(0);
        self.code.specials.push((slot, special));
        slot
    }

    /// The slot of `operand` read as `ty`; a register of another width is converted first.
    pub(super) fn src(&mut self, operand: &Operand, ty: Ty) -> Result<Slot, Fault> {
        let wide = ty.bits == 64;
        match *operand {
            Operand::Reg(reg) if ty == Ty::PRED => Ok(self.slots[reg.0 as usize]),
            Operand::Reg(reg) if self.is_wide(reg) == wide => Ok(self.slots[reg.0 as usize]),
            Operand::Reg(reg) => {
                let d = self.fresh(usize::from(wide));
                let a = self.slots[reg.0 as usize];
                let bits = if wide { 32 } else { 64 };
                let of = |bits| Ty {
                    kind: Kind::Unsigned,
                    bits,
                };
                self.push(Step::Alu(Alu::Cvt(Cvt {
                    d,
                    a,
                    dty: of(ty.bits),
                    sty: of(bits),
                    wide_d: wide,
                    wide_a: !wide,
                    round: Round::NearestEven,
                    integral: false,
                    mods: Mods::default(),
                })));
                Ok(d)
            }
            Operand::Imm(bits) if ty == Ty::PRED => {
                let slot = self.fresh(2);
                self.code
                    .const_pred
                    .push((slot, if bits != 0 { u32::MAX } else { 0 }));
                Ok(slot)
            }
            Operand::Imm(bits) if wide => Ok(self.const64(bits)),
            Operand::Imm(bits) if ty.bits < 32 => {
                Ok(self.const32(bits as u32 & (u32::MAX >> (32 - ty.bits))))
            }
            Operand::Imm(bits) => Ok(self.const32(bits as u32)),
            Operand::Var { var, offset } => {
                let at = self
                    .var_at
                    .get(&var)
                    .copied()
                    .unwrap_or(0)
                    .wrapping_add(offset as u64);
                Ok(if wide {
                    self.const64(at)
                } else {
                    self.const32(at as u32)
                })
            }
            Operand::Special(Special::Clock) => {
                self.unsupported("clock as an operand of this instruction")
            }
            Operand::Special(special) if wide => {
                let slot = self.special(special);
                let d = self.fresh(1);
                self.push(Step::Alu(Alu::Pack {
                    bits: 32,
                    wide: true,
                    d,
                    srcs: vec![slot],
                }));
                Ok(d)
            }
            Operand::Special(special) => Ok(self.special(special)),
        }
    }

    pub(super) fn dst(&self, reg: Reg, ty: Ty) -> Result<Slot, Fault> {
        if ty != Ty::PRED && self.is_wide(reg) != (ty.bits == 64) {
            return self.unsupported("destination register wider than the instruction's type");
        }
        Ok(self.slots[reg.0 as usize])
    }

    pub(super) fn push(&mut self, step: Step) {
        self.code.lines.push(Line {
            step,
            guard: NONE,
            negated: false,
            leader: false,
            cost: Cost::default(),
            inst: self.inst as u32,
        });
    }

    pub(super) fn addr(&mut self, address: &Address) -> Addr {
        let offset = address.offset as u64;
        match address.base {
            Base::None => Addr {
                base: AddrBase::None,
                offset,
            },
            Base::Param(param) => Addr {
                base: AddrBase::None,
                offset: offset.wrapping_add(param as u64),
            },
            Base::Var(var) => Addr {
                base: AddrBase::None,
                offset: offset.wrapping_add(self.var_at.get(&var).copied().unwrap_or(0)),
            },
            Base::Reg(reg) if self.is_wide(reg) => Addr {
                base: AddrBase::R64(self.slots[reg.0 as usize]),
                offset,
            },
            Base::Reg(reg) => Addr {
                base: AddrBase::R32(self.slots[reg.0 as usize]),
                offset,
            },
        }
    }
}
