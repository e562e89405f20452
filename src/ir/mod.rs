//! The LLVM module of a kernel: load it, name what is in it, change it, verify, optimise, emit PTX.
//!
//! The one idea: **names do not move.** Every instruction of the loaded module gets its number in walk order, and keeps
//! it through all edits, so a change written as text means the same in every genome. [`Sketch`] is the loaded module in
//! plain Rust for those who propose changes; [`Variant`] is a live copy for the one who applies and compiles them.
//!
//! This is the only room that names inkwell. Nothing here is random, and nothing prints.

mod address;
mod arch;
mod error;
mod import;
mod pipeline;
mod raw;
mod sketch;
mod source;
mod transform;
mod variant;

pub use address::{BlockName, Constant, Float, Name, NotAnAddress, Site, Value};
pub use arch::{Arch, TRIPLE};
pub use error::{Error, Skip};
pub use import::{Imported, Survey, import, survey};
pub use pipeline::{Level, Part, Pipeline};
pub use raw::{Advice, Claim, NUMBERED, Unroll};
pub use sketch::{
    Block, Function, Instruction, Is, Kind, Loop, Operand, Param, Role, Sketch, TypeId,
};
pub use source::Source;
pub use transform::coarsen::{
    Done as Coarsened, Kind as CoarsenKind, Order as CoarsenOrder, Request as Coarsen,
};
pub use transform::{Given, Hint, ParamFacts, Used};
pub use variant::{Bound, Disjoint, Known, Pack, Packed, Variant, has_approximation};

/// The major version of the LLVM that this program is built with.
pub const LLVM_MAJOR: u32 = 22;
