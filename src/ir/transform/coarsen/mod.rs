//! Coarsening: a block does what several blocks did, or a thread what several threads did.
//!
//! The kernel's work is replicated and jammed together, as in Magni, Dubach, O'Boyle, "A Large-Scale Cross-Architecture
//! Evaluation of Thread-Coarsening" (SC 2013): what depends on the index that is coarsened is there once for each copy,
//! side by side, and all else once for all. So what the copies load in common is loaded once and used several times.
//!
//! The parts are [`varying`] (what there must be copies of, and why there cannot be), [`region`] (branches that differ
//! between copies), [`step`] (branches that only seem to), [`ids`] (the copies' own indices), and [`replicate`] (the copying). `varying` and `replicate` work for
//! any index of which the copies have different values: [`varying::plan`] takes the instructions that read it, and
//! [`replicate::Copies`] takes what each copy has in their place.

mod guard;
mod ids;
mod region;
mod replicate;
mod shared;
mod step;
mod varying;
mod wire;

use std::collections::BTreeSet;

use crate::ir::error::Skip;
use crate::ir::raw::{Func, Inst};
use crate::workload::Size;

use replicate::Copies;

use super::deed::{Deed, deed};
use super::memory::{Object, objects};

/// Above this many instructions of copies LLVM would take too long.
const MOST_COPIES: usize = 20_000;

/// What copies stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Blocks of the grid.
    Blocks,
    /// Threads of a block.
    Threads,
}

/// Which threads a thread does the work of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// Those that are the new block's size apart: what neighbours read together stays together.
    Strided,
    /// Neighbours: what they read next to each other, one thread can read at once.
    Consecutive,
}

/// What to do to a kernel.
pub struct Request<'a> {
    pub kind: Kind,
    pub order: Order,
    /// 0 is x.
    pub axis: usize,
    /// How many copies, at least 2.
    pub factor: u32,
    /// Whether doing a copy's work twice changes nothing: what the kernel reads it does not write.
    pub repeatable: bool,
    /// How many blocks there were along the axis, where the kernel can work it out.
    pub blocks: Option<&'a Size>,
    /// Whether the factor divides the number of blocks, so that there are no blocks too many.
    pub exact: bool,
    /// Arguments that are promised to be multiples of the factor.
    pub multiples: &'a [u32],
    /// By how much each axis of the grid, and of the block, was divided before.
    pub divided: ([u32; 3], [u32; 3]),
    /// A number that divides the bytes of dynamic shared memory.
    pub shared_divisor: u64,
    /// By how much dynamic shared memory was multiplied before.
    pub shared_before: u32,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// It relies on [`Request::repeatable`].
    pub repeats: bool,
    /// Each copy has dynamic shared memory of its own.
    pub dynamic_shared: bool,
    /// Those of [`Request::multiples`] that it relies on.
    pub multiples: BTreeSet<u32>,
}

/// Phis that were replaced by others: the old one, which is gone, and the one in its place.
pub type Replaced<'c> = Vec<(Inst<'c>, Inst<'c>)>;

/// Coarsens a kernel.
///
/// # Errors
/// Why what it computes could change; then nothing was touched.
pub fn coarsen<'c>(
    function: Func<'c>,
    request: &Request<'_>,
) -> Result<(Done, Replaced<'c>), Skip> {
    let roots = ids::roots(function, request)?;
    let plan = varying::plan(function, &roots, request)?;
    let dynamic_shared = plan.objects.contains(&Object::DynamicShared);
    let size = plan.varying.len().saturating_mul(request.factor as usize);
    if size > MOST_COPIES {
        return Err(Skip::Unsound(format!("it would be {size} instructions")));
    }
    shared::possible(function, &plan, request)?;
    let Some(own) = ids::indices(function, &roots, request) else {
        return Err(Skip::NoEffect);
    };
    let done = Done {
        repeats: !plan.guards.is_empty() || (request.kind == Kind::Blocks && !request.exact),
        dynamic_shared,
        multiples: plan.multiples.clone(),
    };
    let mut copies = Copies::new(request.factor as usize);
    ids::replace(&roots, own, &mut copies);
    shared::separate(function, &plan, request, &mut copies);
    let replaced = copies.make(&plan);
    guard::pass(&plan, &mut copies);
    Ok((done, replaced))
}

/// The kernel's arguments that it reads through and that it writes through; `None` where it accesses memory that nobody
/// knows, or in a way that must not be done twice.
pub fn footprint(function: Func<'_>) -> Option<(BTreeSet<u32>, BTreeSet<u32>)> {
    let (mut reads, mut writes) = (BTreeSet::new(), BTreeSet::new());
    let mut globals = [BTreeSet::new(), BTreeSet::new()];
    for instruction in function.instructions().into_iter() {
        let written = match deed(instruction) {
            Deed::Load => false,
            Deed::Store => true,
            Deed::Atomic | Deed::Other(_) => return None,
            _ => continue,
        };
        let into = if written { &mut writes } else { &mut reads };
        for object in objects(function, instruction.address()?) {
            match object {
                Object::Argument(index) => drop(into.insert(index)),
                Object::Global(id) => drop(globals[usize::from(written)].insert(id)),
                Object::Unknown => return None,
                local => debug_assert!(local.is_local()),
            }
        }
    }
    let [read, written] = &globals;
    read.is_disjoint(written).then_some((reads, writes))
}

/// Whether an instruction waits for all threads of the block.
pub fn is_barrier(instruction: Inst<'_>) -> bool {
    deed(instruction) == Deed::Barrier
}

/// Whether an instruction only computes its result from its operands.
pub fn is_computation(instruction: Inst<'_>) -> bool {
    deed(instruction) == Deed::Compute
}
