//! Where values live: slots of registers, constants, special registers and variables.

use super::*;
use crate::sim::alu::Alu;
use crate::sim::convert::Cvt;
use crate::sim::memory::{APART, Part};
use crate::sim::space;

impl Lower<'_> {
    /// Shared variables that the kernel and its functions use; module variables have addresses of their own.
    pub(super) fn place_variables(&mut self) -> Result<(), Fault> {
        let program = self.program;
        let mut used = vec![false; program.vars.len()];
        let functions = self.reached.iter().map(|&index| &program.functions[index]);
        let bodies = functions.filter_map(|function| function.body.as_ref()?.as_ref().ok());
        for inst in bodies.chain([self.kernel]).flat_map(|body| &body.insts) {
            inst.op.variables(|var| used[var] = true);
        }
        let mut dynamic = Vec::new();
        for (index, var) in program.vars.iter().enumerate() {
            if !used[index] {
                continue;
            }
            if var.external && !var.dynamic {
                let message = format!(
                    "unsupported variable {}, which another module defines (kernel {})",
                    var.name, self.code.name
                );
                return Err(Fault::new(FaultKind::Unsupported, message));
            }
            match var.space {
                Space::Shared if var.dynamic => dynamic.push(index),
                Space::Shared => {
                    let at = self.code.shared_bytes.next_multiple_of(var.align);
                    self.code.shared_bytes = at + var.bytes;
                    let name = format!("shared variable `{}`", var.name);
                    self.place_shared(index, name, at, var.bytes, var.align);
                }
                Space::Local | Space::Param => {}
                _ => {
                    self.var_at.insert(index, space::var_base(index));
                }
            }
        }
        for index in dynamic {
            let align = program.vars[index].align.max(16);
            let at = self.code.shared_bytes.next_multiple_of(align);
            self.code.shared_bytes = at;
            // Every such variable names the same memory.
            match self.code.dynamic_at {
                Some(start) => drop(self.var_at.insert(index, start as u64)),
                None => {
                    self.place_shared(index, "dynamic shared memory".into(), at, 0, align);
                    self.code.dynamic_at = self.code.shared_parts.pop().map(|p| p.range.start);
                }
            }
        }
        Ok(())
    }

    /// Puts a variable that belongs at byte `at` of shared memory behind those that are there, with room between.
    fn place_shared(&mut self, index: usize, name: String, at: usize, bytes: usize, align: usize) {
        let before = self.code.shared_parts.len();
        let start = at + before * APART.next_multiple_of(align.max(1));
        let last = self
            .code
            .shared_parts
            .last()
            .map_or(0, |part| part.range.end);
        let start = start.max(last.next_multiple_of(align.max(1)));
        self.code.shared_parts.push(Part {
            name,
            range: start..start + bytes,
        });
        self.var_at.insert(index, start as u64);
    }

    /// The frame of the body: its local variables, what it passes to functions, and its own parameters and return values.
    pub(super) fn place_locals(&mut self, args: &[Formal], returns: &[Formal]) {
        let mut vars: Vec<usize> = Vec::new();
        for formal in args.iter().chain(returns) {
            if let FormalAt::Var(var) = formal.at {
                vars.push(var);
            }
        }
        for inst in &self.kernel.insts {
            inst.op.variables(|var| vars.push(var));
        }
        vars.sort_unstable();
        vars.dedup();
        let mut end = 0usize;
        for var in vars {
            let declared = &self.program.vars[var];
            if matches!(declared.space, Space::Local | Space::Param) {
                let at = end.next_multiple_of(declared.align);
                end = at + declared.bytes;
                self.var_at.insert(var, at as u64);
            }
        }
        self.frame = end.next_multiple_of(16);
    }

    /// Whether `var` is in the frame of the body.
    fn in_frame(&self, var: usize) -> bool {
        let space = self.program.vars[var].space;
        self.function.is_some() && matches!(space, Space::Local | Space::Param)
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
            Operand::Var { var, offset } if self.in_frame(var) => {
                let at = self.var_at.get(&var).copied().unwrap_or(0);
                let b = self.const64(at.wrapping_add(offset as u64));
                let d = self.fresh(1);
                self.push(Step::Alu(Alu::Bin {
                    op: BinOp::Add,
                    ty: U64,
                    mods: Mods::default(),
                    s: [d, self.stack_pointer, b],
                }));
                if wide {
                    return Ok(d);
                }
                let narrow = self.fresh(0);
                self.push(Step::Alu(Alu::Extract {
                    wide: true,
                    shift: 0,
                    bits: 32,
                    d: narrow,
                    a: d,
                }));
                Ok(narrow)
            }
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
            inst: (self.owners.last().copied().unwrap_or(0) + self.inst) as u32,
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
                base: if self.in_frame(var) {
                    AddrBase::R64(self.stack_pointer)
                } else {
                    AddrBase::None
                },
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
