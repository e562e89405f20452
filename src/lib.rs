//! Warpsmith evolves GPU kernels.
pub mod edit;
pub mod ir;
pub mod ptx;
pub mod sim;
pub mod target;
pub mod workload;
