//! How many 32-bit registers a kernel needs, estimated from liveness.
//!
//! PTX registers are virtual and unlimited; the machine's are not, and their number decides how many warps fit. The
//! estimate is the largest number of 32-bit registers live at once, predicates aside. It misses what the machine compiler
//! adds (reordering for latency) and saves (rematerialisation), hence the small allowance.

use super::types::*;

/// Registers that machine code needs beside live values: stack pointer, addressing temporaries (estimate).
const ALLOWANCE: u32 = 4;
/// No kernel is given fewer (estimate; machine code of trivial kernels uses 8 to 16).
const FLOOR: u32 = 16;

/// Estimated 32-bit registers a thread, at least 16.
pub fn registers(regs: &[RegDecl], insts: &[Inst], blocks: &[Block]) -> u32 {
    let words = regs.len().div_ceil(64);
    let mut live_in = vec![vec![0u64; words]; blocks.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for (index, block) in blocks.iter().enumerate().rev() {
            let mut live = live_out(block, &live_in, words);
            for inst in insts[block.start..block.end].iter().rev() {
                step(inst, &mut live);
            }
            if live != live_in[index] {
                live_in[index] = live;
                changed = true;
            }
        }
    }
    let weight: Vec<u32> = regs
        .iter()
        .map(|reg| {
            if reg.ty == Ty::PRED {
                0
            } else {
                u32::from(reg.ty.bits).div_ceil(32)
            }
        })
        .collect();
    let mut most = 0;
    for block in blocks {
        let mut live = live_out(block, &live_in, words);
        let mut now = count(&live, &weight);
        most = most.max(now);
        for inst in insts[block.start..block.end].iter().rev() {
            let (mut defs, mut uses) = (Vec::new(), Vec::new());
            inst.registers(&mut defs, &mut uses);
            for reg in defs.iter().filter(|_| inst.guard.is_none()) {
                now -= if take(&mut live, *reg) {
                    weight[reg.0 as usize]
                } else {
                    0
                };
            }
            for reg in uses {
                now += if put(&mut live, reg) {
                    weight[reg.0 as usize]
                } else {
                    0
                };
            }
            most = most.max(now);
        }
    }
    (most + ALLOWANCE).max(FLOOR)
}

fn live_out(block: &Block, live_in: &[Vec<u64>], words: usize) -> Vec<u64> {
    let mut live = vec![0u64; words];
    for &succ in &block.succs {
        live.iter_mut()
            .zip(&live_in[succ])
            .for_each(|(word, more)| *word |= more);
    }
    live
}

fn step(inst: &Inst, live: &mut [u64]) {
    let (mut defs, mut uses) = (Vec::new(), Vec::new());
    inst.registers(&mut defs, &mut uses);
    // A guarded definition keeps the old value in the lanes that it skips.
    if inst.guard.is_none() {
        for reg in defs {
            take(live, reg);
        }
    }
    for reg in uses {
        put(live, reg);
    }
}

fn take(live: &mut [u64], reg: Reg) -> bool {
    let (word, bit) = (reg.0 as usize / 64, 1 << (reg.0 % 64));
    let was = live[word] & bit != 0;
    live[word] &= !bit;
    was
}

fn put(live: &mut [u64], reg: Reg) -> bool {
    let (word, bit) = (reg.0 as usize / 64, 1 << (reg.0 % 64));
    let was = live[word] & bit != 0;
    live[word] |= bit;
    !was
}

fn count(live: &[u64], weight: &[u32]) -> u32 {
    let bit = |at: usize| live[at / 64] >> (at % 64) & 1 != 0;
    weight
        .iter()
        .enumerate()
        .filter(|&(at, _)| bit(at))
        .map(|(_, weight)| weight)
        .sum()
}

impl Inst {
    /// Appends the registers that this instruction writes to `defs` and those that it reads to `uses`, the guard included.
    pub fn registers(&self, defs: &mut Vec<Reg>, uses: &mut Vec<Reg>) {
        if let Some(guard) = self.guard {
            uses.push(guard.reg);
        }
        let mut reads: Vec<&Operand> = Vec::new();
        match &self.op {
            Op::Mov { dst, src, .. }
            | Op::Cvt { dst, src, .. }
            | Op::Cvta { dst, src, .. }
            | Op::Isspacep { dst, src, .. } => {
                defs.push(*dst);
                reads.push(src);
            }
            Op::Un { dst, a, .. } => {
                defs.push(*dst);
                reads.push(a);
            }
            Op::Pack { dst, srcs, .. } => {
                defs.push(*dst);
                reads.extend(srcs);
            }
            Op::Unpack { dsts, src, .. } => {
                defs.extend(dsts.iter().flatten());
                reads.push(src);
            }
            Op::Bin { dst, a, b, .. } => {
                defs.push(*dst);
                reads.extend([a, b]);
            }
            Op::Tri { dst, a, b, c, .. } | Op::Lop3 { dst, a, b, c, .. } => {
                defs.push(*dst);
                reads.extend([a, b, c]);
            }
            Op::Selp { dst, a, b, p, .. } => {
                defs.push(*dst);
                reads.extend([a, b, p]);
            }
            Op::Bfi {
                dst,
                a,
                b,
                pos,
                len,
                ..
            } => {
                defs.push(*dst);
                reads.extend([a, b, pos, len]);
            }
            Op::Setp {
                dst,
                not_dst,
                a,
                b,
                with,
                ..
            } => {
                defs.extend(dst.iter().chain(not_dst));
                reads.extend([a, b]);
                reads.extend(with.iter().map(|(_, p)| &p.src));
            }
            Op::Set {
                dst, a, b, with, ..
            } => {
                defs.push(*dst);
                reads.extend([a, b]);
                reads.extend(with.iter().map(|(_, p)| &p.src));
            }
            Op::Ld { dsts, addr, .. } => {
                defs.extend(dsts.iter().flatten());
                uses.extend(addr.reg());
            }
            Op::St { srcs, addr, .. } => {
                reads.extend(srcs);
                uses.extend(addr.reg());
            }
            Op::Atom {
                dst, addr, b, c, ..
            } => {
                defs.extend(dst);
                reads.push(b);
                reads.extend(c);
                uses.extend(addr.reg());
            }
            Op::Brx { index, .. } => reads.push(index),
            Op::Bar { id, count } => {
                reads.push(id);
                reads.extend(count);
            }
            Op::BarWarp { mask } => reads.push(mask),
            Op::Shfl {
                dst,
                ok,
                a,
                lane,
                clamp,
                mask,
                ..
            } => {
                defs.push(*dst);
                defs.extend(ok);
                reads.extend([a, lane, clamp, mask]);
            }
            Op::Vote { dst, p, mask, .. } => {
                defs.push(*dst);
                reads.extend([&p.src, mask]);
            }
            Op::Activemask { dst } => defs.push(*dst),
            Op::Match {
                dst, ok, a, mask, ..
            } => {
                defs.push(*dst);
                defs.extend(ok);
                reads.extend([a, mask]);
            }
            Op::Redux { dst, a, mask, .. } => {
                defs.push(*dst);
                reads.extend([a, mask]);
            }
            Op::Bra { .. } | Op::Ret | Op::Exit | Op::Trap | Op::Fence | Op::Nop => {}
        }
        uses.extend(reads.into_iter().filter_map(|operand| match operand {
            Operand::Reg(reg) => Some(*reg),
            _ => None,
        }));
    }
}

impl Address {
    /// The register that the address starts from, if it starts from one.
    pub fn reg(&self) -> Option<Reg> {
        match self.base {
            Base::Reg(reg) => Some(reg),
            _ => None,
        }
    }
}

impl Op {
    /// Calls `visit` with every variable that this operation names.
    pub fn variables(&self, mut visit: impl FnMut(usize)) {
        let mut operand = |operand: &Operand| {
            if let Operand::Var { var, .. } = operand {
                visit(*var);
            }
        };
        match self {
            Op::Mov { src, .. }
            | Op::Unpack { src, .. }
            | Op::Cvt { src, .. }
            | Op::Cvta { src, .. }
            | Op::Isspacep { src, .. } => {
                operand(src);
            }
            Op::Pack { srcs, .. } => srcs.iter().for_each(operand),
            Op::Un { a, .. } => operand(a),
            Op::Bin { a, b, .. }
            | Op::Selp { a, b, .. }
            | Op::Setp { a, b, .. }
            | Op::Set { a, b, .. } => {
                [a, b].into_iter().for_each(operand);
            }
            Op::Tri { a, b, c, .. } => [a, b, c].into_iter().for_each(operand),
            Op::St { srcs, addr, .. } => {
                srcs.iter().for_each(operand);
                addr.variable(visit);
            }
            Op::Ld { addr, .. } => addr.variable(visit),
            Op::Atom { addr, b, c, .. } => {
                operand(b);
                c.iter().for_each(operand);
                addr.variable(visit);
            }
            _ => {}
        }
    }
}

impl Address {
    fn variable(&self, mut visit: impl FnMut(usize)) {
        if let Base::Var(var) = self.base {
            visit(var);
        }
    }
}
