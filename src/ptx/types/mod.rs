//! The typed program: what PTX text becomes. Values and operands, operations over them, and the kernels that they form.

mod op;
mod program;
mod value;

pub use op::*;
pub use program::*;
pub use value::*;
