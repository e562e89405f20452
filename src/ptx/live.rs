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

/// 32-bit registers' worth of distinct values that each basic block of `kernel` names: what it cannot do with less than without going to memory.
pub fn named(kernel: &Kernel) -> Vec<u32> {
    let words = kernel.regs.len().div_ceil(64);
    let weight = weights(&kernel.regs);
    let of_block = |block: &Block| {
        let mut seen = vec![0u64; words];
        for inst in &kernel.insts[block.start..block.end] {
            let (mut defs, mut uses) = (Vec::new(), Vec::new());
            inst.registers(&mut defs, &mut uses);
            for reg in defs.into_iter().chain(uses) {
                put(&mut seen, reg);
            }
        }
        count(&seen, &weight)
    };
    kernel.blocks.iter().map(of_block).collect()
}

/// 32-bit registers that a register of each declaration is; predicates have their own.
fn weights(regs: &[RegDecl]) -> Vec<u32> {
    regs.iter()
        .map(|reg| match reg.ty {
            Ty::PRED => 0,
            ty => u32::from(ty.bits).div_ceil(32),
        })
        .collect()
}

/// Estimated 32-bit registers a thread, at least 16.
pub fn registers(regs: &[RegDecl], insts: &[Inst], blocks: &[Block]) -> u32 {
    let (live_in, words) = live_in(regs, insts, blocks);
    let weight = weights(regs);
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

/// Registers that are live where the instructions start: some path reads them before it writes them.
pub fn unset_registers(regs: &[RegDecl], insts: &[Inst], blocks: &[Block]) -> Vec<Reg> {
    let (live_in, _) = live_in(regs, insts, blocks);
    let first = live_in.first().map_or(&[][..], Vec::as_slice);
    (0..regs.len() as u32)
        .filter(|at| {
            first
                .get(*at as usize / 64)
                .is_some_and(|word| word >> (at % 64) & 1 != 0)
        })
        .map(Reg)
        .collect()
}

/// For each block the registers that are live at its start, as bits, and the words that they take.
fn live_in(regs: &[RegDecl], insts: &[Inst], blocks: &[Block]) -> (Vec<Vec<u64>>, usize) {
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
    (live_in, words)
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
            Op::Un { dst, a, .. } | Op::Testp { dst, a, .. } => {
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
            Op::Tri { dst, a, b, c, .. } => {
                defs.push(*dst);
                reads.extend([a, b, c]);
            }
            Op::Lop3 {
                dst, ok, a, b, c, ..
            } => {
                defs.extend(dst);
                defs.extend(ok.iter().map(|(ok, _, _)| ok));
                reads.extend([a, b, c]);
                reads.extend(ok.iter().map(|(_, _, p)| &p.src));
            }
            Op::Carry {
                dst,
                a,
                b,
                c,
                carry,
                reads: adds,
                writes,
                ..
            } => {
                defs.push(*dst);
                defs.extend(writes.then_some(carry));
                reads.extend([a, b]);
                reads.extend(c);
                uses.extend(adds.then_some(carry));
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
                dsts,
                addr,
                srcs,
                c,
                ..
            } => {
                defs.extend(dsts.iter().flatten());
                reads.extend(srcs);
                reads.extend(c);
                uses.extend(addr.reg());
            }
            Op::AsyncCopy { dst, src, size, .. } => {
                uses.extend(dst.reg());
                uses.extend(src.reg());
                reads.extend(size);
            }
            Op::Brx { index, .. } => reads.push(index),
            Op::Bar {
                id, count, does, ..
            } => {
                if let BarOp::Reduce { dst, p, .. } = does {
                    defs.push(*dst);
                    reads.push(&p.src);
                }
                reads.push(id);
                reads.extend(count);
            }
            Op::Call {
                callee,
                returns,
                args,
            } => {
                uses.extend(callee.reg());
                defs.extend(returns.iter().filter_map(Actual::reg));
                uses.extend(args.iter().filter_map(Actual::reg));
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
            Op::Elect { dst, p, mask } => {
                defs.extend(dst);
                defs.push(*p);
                reads.push(mask);
            }
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
            Op::Bra { .. }
            | Op::Ret
            | Op::Exit
            | Op::Trap
            | Op::AsyncCommit
            | Op::AsyncWait { .. }
            | Op::Fence { .. }
            | Op::Nop => {}
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
            Op::Un { a, .. } | Op::Testp { a, .. } => operand(a),
            Op::Bin { a, b, .. }
            | Op::Selp { a, b, .. }
            | Op::Setp { a, b, .. }
            | Op::Set { a, b, .. } => {
                [a, b].into_iter().for_each(operand);
            }
            Op::Tri { a, b, c, .. } | Op::Lop3 { a, b, c, .. } => {
                [a, b, c].into_iter().for_each(operand);
            }
            Op::Carry { a, b, c, .. } => [a, b].into_iter().chain(c).for_each(operand),
            Op::Bfi { a, b, pos, len, .. } => [a, b, pos, len].into_iter().for_each(operand),
            Op::St { srcs, addr, .. } => {
                srcs.iter().for_each(operand);
                addr.variable(visit);
            }
            Op::Ld { addr, .. } => addr.variable(visit),
            Op::Atom { addr, srcs, c, .. } => {
                srcs.iter().chain(c).for_each(operand);
                addr.variable(visit);
            }
            Op::AsyncCopy { dst, src, .. } => {
                dst.variable(&mut visit);
                src.variable(visit);
            }
            Op::Call { returns, args, .. } => {
                for actual in returns.iter().chain(args) {
                    if let Actual::Var(var) = actual {
                        visit(*var);
                    }
                }
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
