//! PTX text to a typed [`Program`]: kernels, registers, variables, instructions, control flow.
//!
//! The idea: a mnemonic is a list of dotted parts, and each opcode has one small reader that consumes the parts it
//! knows. A part that is left over is refused by name and line, so nothing is ever executed as something else.
//! Operands are resolved while reading (registers to indices, labels to instruction numbers), and a kernel leaves
//! this room with its blocks, its reconvergence points and an estimate of its registers.
//!
//! ```
//! let program = warpsmith::ptx::parse(
//!     ".version 8.0\n.target sm_90\n.address_size 64\n.visible .entry nothing() { ret; }",
//! )?;
//! assert_eq!(program.kernels[0].name, "nothing");
//! # Ok::<(), warpsmith::ptx::PtxError>(())
//! ```

mod cfg;
mod error;
mod inst;
mod lex;
mod live;
mod parse;
mod types;

pub use error::PtxError;
pub use live::{named, unset_registers};
pub use parse::parse;
pub use types::*;
