//! Several lanes of a warp in the place of one thread, which share the iterations of a loop.
//!
//! A kernel whose threads have nothing to do with each other does the same if each of them is `N` neighbouring lanes: every lane works
//! out what the thread worked out, and the first one alone stores it. That is the ground on which lanes can share a loop that does
//! nothing but sum up: each takes every `N`-th iteration, and behind the loop they add up what each has, by shuffles.
//!
//! `N` blocks stand for one: the thread's number is `(blockIdx.x % N) * (blockDim.x / N) + threadIdx.x / N`, and its block's
//! `blockIdx.x / N`.

use super::deed::check_alone;
use super::root::{Effect, Root, effect, may_meet};
use super::sizes::{calls, register};
use super::{Given, Ledger, Split, Used, unfit};
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Inst, IntPredicate, Opcode, Ty, Val};

/// Lanes of a warp.
const WARP: u32 = 32;
/// `shfl`'s clamp: sources may be all lanes of the warp (PTX ISA, `shfl.sync`).
pub const CLAMP: u64 = 31;

/// What is known of the lanes that a thread became, where the function begins.
#[derive(Debug, Clone, Copy)]
pub struct Lanes<'c> {
    /// How many, a power of two.
    pub count: u32,
    /// Which of them this is.
    pub lane: Val<'c>,
    /// Whether it is the first.
    pub first: Val<'c>,
    /// All of them, a bit for each lane of the warp.
    pub members: Val<'c>,
}

/// Whether every thread of a kernel may be several lanes: the promises that make it right, and what only the first of them does.
///
/// # Errors
/// Why what the kernel computes could change.
pub fn plan<'c>(function: Func<'c>, given: &Given) -> Result<(Vec<Used>, Vec<Inst<'c>>), Skip> {
    if calls(function, &register("tid", 0)).is_empty() {
        return unfit("no thread differs from another");
    }
    let mut ledger = Ledger::new(given, &function.name());
    let (mut stores, mut loads) = (Vec::new(), Vec::new());
    for instruction in function.instructions() {
        check_alone(function, instruction)?;
        match effect(instruction) {
            // Each lane has a frame of its own.
            Effect::Load(Root::Frame(_)) | Effect::Store(Root::Frame(_)) => {}
            Effect::Load(from) => loads.push(from),
            Effect::Store(to) => stores.push((instruction, to)),
            _ => {}
        }
    }
    // A lane that is late would find what the first one has left behind already.
    let mut meet = |to, from| may_meet(to, from, &mut ledger);
    let meets = stores
        .iter()
        .any(|(_, to)| loads.iter().any(|from| meet(*to, *from)));
    if meets {
        return unfit("it may load what it stores");
    }
    let stores = stores.into_iter().map(|(store, _)| store).collect();
    Ok((ledger.used.into_iter().collect(), stores))
}

/// Makes `count` lanes of every thread of a kernel that [`plan`] found fit, or, where that was done before, asks which this is.
///
/// # Errors
/// The kernel has no code; nothing was touched.
pub fn divide(function: Func<'_>, count: u32, done: bool) -> Result<Lanes<'_>, Skip> {
    let blocks = function.blocks();
    let first = blocks.first().and_then(|block| {
        // Stack slots stay where the function begins.
        let mut all = block.instructions().into_iter();
        all.find(|it| it.opcode() != Opcode::LLVMAlloca)
    });
    let at = first.ok_or(Skip::NoEffect)?;
    let build = Build::before(at);
    let reads = ["tid", "ctaid", "nctaid"].map(|name| calls(function, &register(name, 0)));
    let read = |name: &str| build.intrinsic(&register(name, 0), &[], &[]);
    let (Some(thread), Some(block), Some(threads), Some(blocks), Some(place)) = (
        read("tid"),
        read("ctaid"),
        read("ntid"),
        read("nctaid"),
        build.intrinsic("llvm.nvvm.read.ptx.sreg.laneid", &[], &[]),
    ) else {
        return Err(Skip::NoEffect);
    };
    let ty = thread.ty();
    let number = |value: u32| ty.number(u64::from(value));
    let lane = build.and(thread, number(count - 1));
    if !done {
        let by = number(count);
        let quotient = |value| build.binary(Opcode::LLVMUDiv, value, by);
        let row = build.and(block, number(count - 1));
        let before = build.mul(row, quotient(threads));
        let values = [
            build.add(before, quotient(thread)),
            quotient(block),
            quotient(blocks),
        ];
        for (reads, value) in reads.into_iter().zip(values) {
            reads.into_iter().for_each(|it| it.replace_uses(value));
        }
    }
    let members = match count {
        WARP => number(u32::MAX),
        _ => {
            let base = build.and(place, number(!(count - 1)));
            build.binary(Opcode::LLVMShl, number((1 << count) - 1), base)
        }
    };
    Ok(Lanes {
        count,
        lane,
        first: build.compare(IntPredicate::LLVMIntEQ, lane, number(0)),
        members,
    })
}

impl<'c> Lanes<'c> {
    /// Lets the first lane alone do something. Answers how its block was split.
    pub fn leave_to_first(&self, deed: Inst<'c>) -> Split<'c> {
        let end = deed.block();
        let start = end.split_before(deed);
        let alone = start.insert_after();
        if let Some(last) = start.last() {
            last.erase();
        }
        Build::at_end(start).branch_if(self.first, alone, end);
        if let Some(last) = Build::at_end(alone).branch(end).as_instruction() {
            deed.move_before(last);
        }
        Split { end, start }
    }

    /// What the values of all lanes come to, in each lane: `both` puts two in one.
    pub fn combine(
        &self,
        build: &Build<'c>,
        value: Val<'c>,
        both: impl Fn(Val<'c>, Val<'c>) -> Val<'c>,
    ) -> Val<'c> {
        butterfly(build, (self.members, self.count), value, both)
    }
}

/// What a 32-bit value of each of `count` neighbouring lanes, a power of two, comes to, in each of them: `both` puts two in one. `members` has a
/// bit for each of the lanes.
pub fn butterfly<'c>(
    build: &Build<'c>,
    (members, count): (Val<'c>, u32),
    value: Val<'c>,
    both: impl Fn(Val<'c>, Val<'c>) -> Val<'c>,
) -> Val<'c> {
    let word = members.ty();
    let shuffle = match value.ty().int_bits() {
        Some(_) => "llvm.nvvm.shfl.sync.bfly.i32",
        None => "llvm.nvvm.shfl.sync.bfly.f32",
    };
    let distances = std::iter::successors(Some(count / 2), |distance| Some(distance / 2));
    let distances = distances.take_while(|distance| *distance > 0);
    distances.fold(value, |value, distance| {
        let distance = word.number(u64::from(distance));
        let args = [members, value, distance, word.number(CLAMP)];
        let other = build.intrinsic(shuffle, &[], &args);
        other.map_or(value, |other| both(value, other))
    })
}

/// Whether a lane can hand a value of this type to another in one step.
pub fn is_handed_on(ty: Ty<'_>) -> bool {
    ty.int_bits() == Some(32) || ty == ty.f32()
}
