//! Edits: small changes to a kernel or to its launch, each one line of text, in one file a family.
//!
//! The one idea: **an edit says everything.** Whatever was chosen at random when it was proposed (which value stands in,
//! where a copy's result goes, what the copy is called) is written in its text, and the rest follows from the module by
//! fixed rules. So an edit can be cut out of one genome and put into another: it either applies, or is skipped with a
//! reason, and never fails.
//!
//! To add a family, write its file in `families/` (implement [`Family`]) and add its line to the list there.

mod apart;
mod build;
mod context;
mod extent;
mod families;
mod family;
mod genome;
mod given;
mod heat;
mod known;
mod places;
mod promises;
mod words;

pub use build::{Applied, BuildError, Built, Texts, apply, build, build_once, build_with};
pub use context::{Context, Spot};
pub use extent::{Extent, Length};
pub use families::{Edit, FAMILIES};
pub use family::{FamilyInfo, Outcome, Turn};
pub use genome::{Genome, GenomeError};
pub use heat::Heat;
pub use known::Known;
pub use places::source_lines;
pub use promises::{LaunchPromise, Promises, ShapeArg, ShapePromise};
pub use words::{ParseError, Words};

pub use crate::ir::Skip;
pub use family::Family;
