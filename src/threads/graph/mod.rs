//! A model as a graph of operators, and its average width: how many heavy operators could run side by side.

mod onnx;
mod width;

pub use onnx::{Dimension, Error, Graph, Input, Node};
pub use width::{Heavy, Width, width};
