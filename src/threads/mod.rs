//! Framework threads: finds the thread settings that a deep-learning framework, or any program, should have had on this machine.
//!
//! A [`Scenario`](scenario::Scenario) says what is run, what may be set and how; on a [`Topology`](topology::Topology) it becomes a
//! [`Space`](space::Space) of settings. [`search`](mod@search) races them, each run a fresh process, and confirms the best against the default
//! and what others recommend. The idea is that of "Exploiting Parallelism Opportunities with Deep Learning Frameworks" (arXiv 1908.04705), whose
//! rule, pools as wide as the model's graph, is one of the seeds; but rules are only where a search starts, as they do not hold for every
//! framework.

pub mod effect;
pub mod exhaust;
pub mod graph;
pub mod models;
pub mod onnx;
pub mod pipeline;
pub mod record;
pub mod report;
pub mod run;
pub mod scenario;
pub mod search;
pub mod serving;
pub mod space;
pub mod topology;
pub mod trial;
pub mod tune;
