//! The typed program: what PTX text becomes. Values and operands, operations over them, and the kernels that they form.

mod arith;
mod op;
mod order;
mod program;
mod value;

pub use arith::*;
pub use op::*;
pub use order::*;
pub use program::*;
pub use value::*;
