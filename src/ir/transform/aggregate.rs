//! One atomic operation for a whole warp whose lanes all mean the same address.
//!
//! The hardware takes atomic operations on one address one after the other. Where all 32 lanes are there and mean one address, they
//! combine their values by shuffles first, and one lane brings the result to memory.
//!
//! Which lanes are there is asked where it happens (`activemask`). Only a full warp goes on together: whoever learns that all 32 lanes
//! asked together knows that all of them learned it, and waits for them in the shuffles, which name them all. With fewer lanes, or lanes
//! that mean different addresses, each does its own operation as before. So it does not matter on which ways threads came there.

use super::lanes::{CLAMP, butterfly};
use super::live::Live;
use super::uniform::{Divergence, Team};
use super::{Split, unfit};
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Build, Combines, Inst, IntPredicate, Opcode, Val};

/// A mask of all lanes.
const ALL: u64 = 0xffff_ffff;
const LANES: u32 = 32;

/// Lets a full warp combine what its lanes add to one address. Answers where the operation was split off.
///
/// # Errors
/// Why each lane has to do so itself. Nothing has changed then.
pub fn aggregate<'c>(atomic: Inst<'c>) -> Result<Split<'c>, Skip> {
    let Some(combines) = atomic.combines() else {
        return unfit("only atomic sums, maxima, minima and operations on bits can be combined");
    };
    let (Some(address), Some(value)) = (atomic.operand(0), atomic.operand(1)) else {
        return unfit("only atomic sums, maxima, minima and operations on bits can be combined");
    };
    if !atomic.uses().is_empty() {
        return unfit("a lane wants to know what was there before its own operation");
    }
    let function = atomic.block().function();
    let fixed = value.as_instruction().is_none();
    let word = value.ty().int_bits() == Some(32) || value.ty().text() == "float";
    // What 32 times the same number comes to needs no shuffles: the number itself, or in a sum 32 of them.
    let known = fixed && !matches!(combines, Combines::Xor | Combines::FAdd);
    if !word && !known {
        return unfit("only values of 32 bits are passed from lane to lane");
    }
    // Other blocks or the host may be told by the operation that something was written before it.
    let orders = |it: Inst<'_>| {
        let name = it.callee().and_then(Val::as_declared_name);
        let fence = |name: String| name.contains("membar") || name.contains("fence");
        it.opcode() == Opcode::LLVMFence || name.is_some_and(fence) || it.is_inline_asm()
    };
    if function.instructions().into_iter().any(orders) {
        return unfit("the kernel orders its accesses by fences");
    }
    let agreed = is_agreed(atomic, address);

    let block = atomic.block();
    let above = block.split_before(atomic);
    let [check, together, lead, each] = {
        let each = above.insert_after();
        let lead = above.insert_after();
        let together = above.insert_after();
        let check = if agreed {
            together
        } else {
            above.insert_after()
        };
        [check, together, lead, each]
    };
    if let Some(last) = above.last() {
        last.erase();
    }
    let warp = Warp { each, together };
    warp.asks(above, check);
    if !agreed {
        warp.compares(check, address);
    }
    let at = Build::at_end(together);
    let value = match (known, combines) {
        (true, Combines::Add) => at.mul(value, value.ty().number(u64::from(LANES))),
        (true, _) => value,
        (false, _) => combined(&at, combines, value),
    };
    let lane = at.intrinsic("llvm.nvvm.read.ptx.sreg.laneid", &[], &[]);
    let first = lane.map(|lane| at.compare(IntPredicate::LLVMIntEQ, lane, lane.ty().number(0)));
    if let Some(first) = first {
        at.branch_if(first, lead, block);
    }
    if let Some(end) = Build::at_end(lead).branch(block).as_instruction() {
        atomic.copy_before(end).set_operand(1, value);
    }
    if let Some(end) = Build::at_end(each).branch(block).as_instruction() {
        atomic.move_before(end);
    }
    function.admit_waiting();
    Ok(Split {
        end: block,
        start: above,
    })
}

/// Whether all threads of a block mean the same address whenever they come there.
fn is_agreed<'c>(atomic: Inst<'c>, address: Val<'c>) -> bool {
    let live = Live::of(atomic.block().function());
    let divergence = Divergence::of(&live, Team::Block, None);
    let of = |block: Blk<'c>| live.number(block);
    let (Some(here), from) = (
        of(atomic.block()),
        address.as_instruction().and_then(|it| of(it.block())),
    ) else {
        return false;
    };
    // One that moves with a loop is the same for those only who are in the same turn of it.
    let mut around = live.flow.loops.iter().filter(|it| it.body.contains(&here));
    let stays = around.all(|it| from.is_none_or(|from| !it.body.contains(&from)));
    stays && divergence.is_uniform(address, atomic)
}

/// Where lanes go: all of a warp together, or each by itself.
struct Warp<'c> {
    together: Blk<'c>,
    each: Blk<'c>,
}

impl<'c> Warp<'c> {
    /// Goes on where all lanes are there.
    fn asks(&self, block: Blk<'c>, then: Blk<'c>) {
        let at = Build::at_end(block);
        let Some(mask) = at.intrinsic("llvm.nvvm.activemask", &[], &[]) else {
            at.branch(self.each);
            return;
        };
        let full = at.compare(IntPredicate::LLVMIntEQ, mask, mask.ty().number(ALL));
        at.branch_if(full, then, self.each);
    }

    /// Goes on where all lanes mean the first lane's address.
    fn compares(&self, block: Blk<'c>, address: Val<'c>) {
        let at = Build::at_end(block);
        let (word, wide) = (address.ty().int(32), address.ty().int(64));
        let number = at.cast(Opcode::LLVMPtrToInt, address, wide);
        let halves = [0, 32].map(|by| {
            let shifted = at.binary(Opcode::LLVMLShr, number, wide.number(by));
            at.cast(Opcode::LLVMTrunc, shifted, word)
        });
        let [low, high] = halves.map(|half| {
            let args = [word.number(ALL), half, word.number(0), word.number(CLAMP)];
            let first = at.intrinsic("llvm.nvvm.shfl.sync.idx.i32", &[], &args);
            at.compare(IntPredicate::LLVMIntEQ, half, first.unwrap_or(half))
        });
        let args = [word.number(ALL), at.and(low, high)];
        match at.intrinsic("llvm.nvvm.vote.all.sync", &[], &args) {
            Some(all) => at.branch_if(all, self.together, self.each),
            None => at.branch(self.each),
        };
    }
}

/// What the values of all lanes come to, in each lane.
fn combined<'c>(at: &Build<'c>, combines: Combines, value: Val<'c>) -> Val<'c> {
    let binary = match combines {
        Combines::FAdd => Some(Opcode::LLVMFAdd),
        Combines::Add => Some(Opcode::LLVMAdd),
        Combines::And => Some(Opcode::LLVMAnd),
        Combines::Or => Some(Opcode::LLVMOr),
        Combines::Xor => Some(Opcode::LLVMXor),
        _ => None,
    };
    let extreme = match combines {
        Combines::Max => "llvm.smax",
        Combines::Min => "llvm.smin",
        Combines::UMax => "llvm.umax",
        _ => "llvm.umin",
    };
    let warp = (value.ty().int(32).number(ALL), LANES);
    butterfly(at, warp, value, |value, other| match binary {
        Some(op) => at.binary(op, value, other),
        None => at
            .intrinsic(extreme, &[value.ty()], &[value, other])
            .unwrap_or(value),
    })
}
