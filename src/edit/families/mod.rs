//! The families, one file each, in one list. To add one, write its file and its line here.

mod accumulate;
mod aggregate;
mod approx;
mod barrier;
mod bisect;
mod bound;
mod branch;
mod cache;
mod coarsen;
mod constant;
mod copy;
mod delete;
mod fact;
mod fast;
mod half;
mod jam;
mod keep;
mod lanes;
mod r#loop;
mod loops;
mod r#move;
mod narrow;
mod operand;
mod pack;
mod pad;
mod peel;
mod perforate;
mod pipeline;
mod precision;
mod prefetch;
mod reduce;
mod replace;
mod set;
mod stage;
mod swap;
mod vector;

use super::family::{self, Family, FamilyInfo, Outcome};
use super::promises::Promises;
use crate::ir::Skip;

family::families! {
    Delete(delete::Delete),
    Copy(copy::Copy),
    Move(r#move::Move),
    Replace(replace::Replace),
    Swap(swap::Swap),
    Operand(operand::Operand),
    Set(set::Set),
    Fact(fact::Fact),
    Branch(branch::Branch),
    Loop(r#loop::Loop),
    Fast(fast::Fast),
    Pack(pack::Pack),
    Lanes(lanes::Lanes),
    Bisect(bisect::Bisect),
    Vector(vector::Vector),
    Jam(jam::Jam),
    Cache(cache::Cache),
    Keep(keep::Keep),
    Stage(stage::Stage),
    Pad(pad::Pad),
    Constant(constant::Constant),
    Pipeline(pipeline::Pipeline),
    Accumulate(accumulate::Accumulate),
    Approx(approx::Approx),
    Precision(precision::Precision),
    Half(half::Half),
    Narrow(narrow::Narrow),
    Prefetch(prefetch::Prefetch),
    Coarsen(coarsen::Coarsen),
    Peel(peel::Peel),
    Loops(loops::Loops),
    Perforate(perforate::Perforate),
    Bound(bound::Bound),
    Reduce(reduce::Reduce),
    Aggregate(aggregate::Aggregate),
    Barrier(barrier::Barrier),
}
