//! Warpsmith evolves GPU kernels.
//!
//! It loads a kernel as LLVM-IR with a description of how it is launched, edits the IR by population search, judges every variant in a
//! checking simulator within an output-error tolerance, and exports a kernel that can be shipped. The rooms, from the top down:
//!
//! - [`cli`]: the command line; [`mod@bench`]: what clock and searches are held against
//! - [`init`]: a workload out of a kernel that somebody wrote
//! - [`search`]: genomes, selection, one run from start to champion; [`bundle`]: what is exported
//! - [`threads`]: the tuner of framework threads
//! - [`crew`]: worker processes; [`archive`]: the record of a run
//! - [`judge`]: one variant's way to its verdict
//! - [`target`]: what a variant runs on; [`edit`]: the changes a genome is made of
//! - [`sim`]: the machine that executes PTX; [`ir`]: the LLVM module
//! - [`ptx`]: PTX text as a typed program
//! - [`workload`]: what is tuned; [`measure`]: times by a real clock; [`stats`]: what repeated measurements say

pub mod archive;
pub mod bench;
pub mod bundle;
pub mod cli;
pub mod crew;
pub mod edit;
mod files;
mod float;
pub mod init;
pub mod ir;
pub mod judge;
pub mod measure;
pub mod ptx;
pub mod search;
pub mod sim;
pub mod stats;
pub mod target;
pub mod threads;
pub mod workload;
