//! A parsed kernel to the form that is executed: slots instead of registers, constants and special registers as slots, addresses of
//! variables resolved, reconvergence points attached to branches.
//!
//! This happens once a kernel and launch shape; the interpreter then never looks at a name, a type table or a hash map.

use std::collections::{BTreeMap, HashMap};

use super::alu::Alu;
use super::convert::Cvt;
use super::cost::Cost;
use super::fault::{Fault, FaultKind};
use super::regs::Slot;
use super::space;
use crate::ptx::*;

/// No slot: a sink.
pub const NONE: Slot = Slot::MAX;

/// Where an address starts.
#[derive(Debug, Clone, Copy)]
pub enum AddrBase {
    None,
    R64(Slot),
    R32(Slot),
}

#[derive(Debug, Clone, Copy)]
pub struct Addr {
    pub base: AddrBase,
    pub offset: u64,
}

/// A vector of one to four values in memory.
#[derive(Debug, Clone, Copy)]
pub struct Access {
    pub space: Space,
    /// Bytes of one value: 1, 2, 4 or 8.
    pub bytes: u8,
    /// Values of one lane.
    pub count: u8,
    /// Sign-extend when loading.
    pub signed: bool,
    /// Read-only data (`ld.global.nc`): ordered with nothing.
    pub free: bool,
    /// Registers of 64 bits.
    pub wide: bool,
    pub slots: [Slot; 4],
    pub addr: Addr,
}

/// One lowered instruction.
#[derive(Debug, Clone)]
pub enum Step {
    Alu(Alu),
    Load(Access),
    Store(Access),
    Atom {
        access: Access,
        op: AtomOp,
        ty: Ty,
        b: Slot,
        c: Slot,
    },
    /// `reconverge` is an instruction index or `u32::MAX` for the exit.
    Bra {
        target: u32,
        reconverge: u32,
    },
    Brx {
        index: Slot,
        targets: Vec<u32>,
        reconverge: u32,
    },
    Ret,
    Trap,
    Bar {
        id: Slot,
        count: Option<Slot>,
    },
    BarWarp {
        mask: Slot,
    },
    Shfl {
        mode: ShflMode,
        d: Slot,
        ok: Option<Slot>,
        a: Slot,
        lane: Slot,
        clamp: Slot,
        mask: Slot,
    },
    Vote {
        mode: VoteMode,
        d: Slot,
        p: Slot,
        negated: bool,
        mask: Slot,
    },
    Activemask {
        d: Slot,
    },
    Match {
        all: bool,
        wide: bool,
        d: Slot,
        ok: Option<Slot>,
        a: Slot,
        mask: Slot,
    },
    Redux {
        op: AtomOp,
        signed: bool,
        d: Slot,
        a: Slot,
        mask: Slot,
    },
    Clock {
        d: Slot,
        wide: bool,
    },
    Isspacep {
        slot: u64,
        d: Slot,
        a: Slot,
    },
    Fence,
    Nop,
}

/// A lowered instruction with what every instruction has.
#[derive(Debug, Clone)]
pub struct Line {
    pub step: Step,
    /// Predicate slot or [`NONE`].
    pub guard: Slot,
    pub negated: bool,
    /// Whether a basic block of the PTX starts here.
    pub leader: bool,
    pub cost: Cost,
    /// Index into [`Kernel::insts`], for messages.
    pub inst: u32,
}

/// A kernel ready to run.
#[derive(Debug, Clone)]
pub struct Code {
    pub name: String,
    pub lines: Vec<Line>,
    /// PTX line of each instruction of the kernel.
    pub ptx_lines: Vec<u32>,
    pub count32: usize,
    pub count64: usize,
    pub count_pred: usize,
    /// Registers that the PTX declares; what [`Cost`] counts in.
    pub values: usize,
    /// Constant slots of the 32-bit and of the 64-bit file, and of predicates.
    pub const32: Vec<(Slot, u32)>,
    pub const64: Vec<(Slot, u64)>,
    pub const_pred: Vec<(Slot, u32)>,
    pub specials: Vec<(Slot, Special)>,
    /// Parameter loads: slot, wide, offset, bytes, signed.
    pub params: Vec<(Slot, bool, usize, u8, bool)>,
    /// Static shared memory, bytes; dynamic shared memory follows it.
    pub shared_bytes: usize,
    /// Bytes of the smallest store to shared memory, at most 4: what race checking tells apart.
    pub shared_granule: usize,
    /// Local memory of one thread, bytes.
    pub local_bytes: usize,
}

struct Lower<'a> {
    program: &'a Program,
    kernel: &'a Kernel,
    slots: Vec<Slot>,
    code: Code,
    next: [usize; 3],
    known32: HashMap<u32, Slot>,
    known64: HashMap<u64, Slot>,
    var_at: BTreeMap<usize, u64>,
    /// Labels before resolution: lowered index of each PTX instruction.
    start_of: Vec<u32>,
    inst: usize,
}

/// Lowers `kernel` of `program`.
///
/// # Errors
/// [`FaultKind::Unsupported`] for what parses but cannot be executed.
pub fn lower(program: &Program, kernel: &Kernel) -> Result<Code, Fault> {
    let mut next = [0usize; 3];
    let slots = kernel
        .regs
        .iter()
        .map(|reg| {
            let file = &mut next[file_of(reg.ty)];
            *file += 1;
            (*file - 1) as Slot
        })
        .collect();
    let mut lower = Lower {
        program,
        kernel,
        slots,
        code: Code {
            name: kernel.name.clone(),
            lines: Vec::new(),
            ptx_lines: kernel.insts.iter().map(|inst| inst.line).collect(),
            count32: 0,
            count64: 0,
            count_pred: 0,
            values: kernel.regs.len(),
            const32: Vec::new(),
            const64: Vec::new(),
            const_pred: Vec::new(),
            specials: Vec::new(),
            params: Vec::new(),
            shared_bytes: 0,
            shared_granule: 4,
            local_bytes: 0,
        },
        next,
        known32: HashMap::new(),
        known64: HashMap::new(),
        var_at: BTreeMap::new(),
        start_of: Vec::new(),
        inst: 0,
    };
    lower.place_variables();
    for at in 0..kernel.insts.len() {
        lower.inst = at;
        lower.start_of.push(lower.code.lines.len() as u32);
        lower.instruction(&kernel.insts[at])?;
    }
    lower.resolve();
    if lower.next.iter().any(|&count| count >= usize::from(NONE)) {
        return Err(Fault::new(
            FaultKind::Unsupported,
            format!("kernel {} needs more than 65534 registers", kernel.name),
        ));
    }
    let mut code = lower.code;
    [code.count32, code.count64, code.count_pred] = lower.next;
    for line in &code.lines {
        if let Step::Store(access) = &line.step
            && matches!(access.space, Space::Shared | Space::Generic)
        {
            code.shared_granule = code.shared_granule.min(usize::from(access.bytes));
        }
    }
    Ok(code)
}

fn file_of(ty: Ty) -> usize {
    match ty.bits {
        1 => 2,
        64 => 1,
        _ => 0,
    }
}

impl Lower<'_> {
    fn unsupported<T>(&self, what: &str) -> Result<T, Fault> {
        let line = self.kernel.insts[self.inst].line;
        Err(Fault::new(
            FaultKind::Unsupported,
            format!(
                "unsupported {what} at line {line} (kernel {})",
                self.kernel.name
            ),
        ))
    }

    /// Shared variables that this kernel uses, then its local ones; module variables have addresses of their own.
    fn place_variables(&mut self) {
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

    fn fresh(&mut self, file: usize) -> Slot {
        self.next[file] += 1;
        (self.next[file] - 1).min(usize::from(NONE)) as Slot
    }

    fn is_wide(&self, reg: Reg) -> bool {
        self.kernel.regs[reg.0 as usize].ty.bits == 64
    }

    fn const32(&mut self, value: u32) -> Slot {
        if let Some(&slot) = self.known32.get(&value) {
            return slot;
        }
        let slot = self.fresh(0);
        self.known32.insert(value, slot);
        self.code.const32.push((slot, value));
        slot
    }

    fn const64(&mut self, value: u64) -> Slot {
        if let Some(&slot) = self.known64.get(&value) {
            return slot;
        }
        let slot = self.fresh(1);
        self.known64.insert(value, slot);
        self.code.const64.push((slot, value));
        slot
    }

    fn special(&mut self, special: Special) -> Slot {
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
    fn src(&mut self, operand: &Operand, ty: Ty) -> Result<Slot, Fault> {
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

    fn dst(&self, reg: Reg, ty: Ty) -> Result<Slot, Fault> {
        if ty != Ty::PRED && self.is_wide(reg) != (ty.bits == 64) {
            return self.unsupported("destination register wider than the instruction's type");
        }
        Ok(self.slots[reg.0 as usize])
    }

    fn push(&mut self, step: Step) {
        self.code.lines.push(Line {
            step,
            guard: NONE,
            negated: false,
            leader: false,
            cost: Cost::default(),
            inst: self.inst as u32,
        });
    }

    fn addr(&mut self, address: &Address) -> Addr {
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

    fn instruction(&mut self, inst: &Inst) -> Result<(), Fault> {
        let first = self.code.lines.len();
        self.operation(&inst.op)?;
        let memory = |line: &Line| {
            matches!(
                line.step,
                Step::Load(_) | Step::Store(_) | Step::Atom { .. }
            )
        };
        let lines = &mut self.code.lines[first..];
        let at = lines
            .iter()
            .position(memory)
            .unwrap_or(lines.len().saturating_sub(1));
        if let Some(line) = lines.get_mut(at) {
            line.cost = Cost::of(inst);
        }
        // What is inserted before an instruction (a converted operand) has no effect elsewhere, so only the last step is guarded.
        // A load that extends after loading keeps its guard on both.
        if let Some(guard) = inst.guard {
            let slot = self.slots[guard.reg.0 as usize];
            for line in &mut self.code.lines[first..] {
                line.guard = slot;
                line.negated = guard.negated;
            }
        }
        Ok(())
    }

    fn operation(&mut self, op: &Op) -> Result<(), Fault> {
        let u64_ty = Ty {
            kind: Kind::Unsigned,
            bits: 64,
        };
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
            Op::Bra { target } => Step::Bra {
                target: *target as u32,
                reconverge: self.reconverge(),
            },
            Op::Brx { index, targets } => Step::Brx {
                index: self.src(index, Ty::B32)?,
                targets: targets.iter().map(|&target| target as u32).collect(),
                reconverge: self.reconverge(),
            },
            Op::Ret | Op::Exit => Step::Ret,
            Op::Trap => Step::Trap,
            Op::Bar { id, count } => {
                let count = match count {
                    Some(count) => Some(self.src(count, Ty::B32)?),
                    None => None,
                };
                Step::Bar {
                    id: self.src(id, Ty::B32)?,
                    count,
                }
            }
            Op::BarWarp { mask } => Step::BarWarp {
                mask: self.src(mask, Ty::B32)?,
            },
            Op::Shfl {
                mode,
                dst,
                ok,
                a,
                lane,
                clamp,
                mask,
            } => {
                let (a, lane) = (self.src(a, Ty::B32)?, self.src(lane, Ty::B32)?);
                let (clamp, mask) = (self.src(clamp, Ty::B32)?, self.src(mask, Ty::B32)?);
                let ok = ok.map(|ok| self.slots[ok.0 as usize]);
                Step::Shfl {
                    mode: *mode,
                    d: self.dst(*dst, Ty::B32)?,
                    ok,
                    a,
                    lane,
                    clamp,
                    mask,
                }
            }
            Op::Vote { mode, dst, p, mask } => {
                let ty = if *mode == VoteMode::Ballot {
                    Ty::B32
                } else {
                    Ty::PRED
                };
                let mask = self.src(mask, Ty::B32)?;
                let slot = self.src(&p.src, Ty::PRED)?;
                Step::Vote {
                    mode: *mode,
                    d: self.dst(*dst, ty)?,
                    p: slot,
                    negated: p.negated,
                    mask,
                }
            }
            Op::Activemask { dst } => Step::Activemask {
                d: self.dst(*dst, Ty::B32)?,
            },
            Op::Match {
                all,
                ty,
                dst,
                ok,
                a,
                mask,
            } => {
                let (a, mask) = (self.src(a, *ty)?, self.src(mask, Ty::B32)?);
                let ok = ok.map(|ok| self.slots[ok.0 as usize]);
                Step::Match {
                    all: *all,
                    wide: ty.bits == 64,
                    d: self.dst(*dst, Ty::B32)?,
                    ok,
                    a,
                    mask,
                }
            }
            Op::Redux {
                op,
                ty,
                dst,
                a,
                mask,
            } => {
                let (a, mask) = (self.src(a, Ty::B32)?, self.src(mask, Ty::B32)?);
                Step::Redux {
                    op: *op,
                    signed: ty.is_signed(),
                    d: self.dst(*dst, Ty::B32)?,
                    a,
                    mask,
                }
            }
            Op::Fence => Step::Fence,
            Op::Nop => Step::Nop,
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

    fn reconverge(&self) -> u32 {
        let blocks = &self.kernel.blocks;
        let block = blocks.partition_point(|block| block.start <= self.inst) - 1;
        blocks[block]
            .ipdom
            .map_or(u32::MAX, |ipdom| blocks[ipdom].start as u32)
    }

    /// Branch targets from PTX instruction numbers to lowered ones.
    fn resolve(&mut self) {
        let at = |inst: u32| {
            self.start_of
                .get(inst as usize)
                .copied()
                .unwrap_or(u32::MAX)
        };
        for line in &mut self.code.lines {
            match &mut line.step {
                Step::Bra { target, reconverge } => {
                    (*target, *reconverge) = (at(*target), at(*reconverge))
                }
                Step::Brx {
                    targets,
                    reconverge,
                    ..
                } => {
                    targets.iter_mut().for_each(|target| *target = at(*target));
                    *reconverge = at(*reconverge);
                }
                _ => {}
            }
        }
        for block in &self.kernel.blocks {
            if let Some(line) = self.code.lines.get_mut(at(block.start as u32) as usize) {
                line.leader = true;
            }
        }
    }
}
