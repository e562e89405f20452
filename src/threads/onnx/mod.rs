//! ONNX Runtime in this process, from a library that is looked for when it is needed. Whatever happens in it happens to a process that was
//! started for one sample.

mod library;
mod sample;
mod session;

pub use library::{Missing, find};
pub use sample::{Sampling, sample};
pub use session::{Error, Model, Options, Runtime};
