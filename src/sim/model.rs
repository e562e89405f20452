//! The numbers that the clock runs on, as a target's description gives them.

use serde::Deserialize;

/// Cycles from issue to the first dependent issue.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Latency {
    pub fp32: u32,
    pub int: u32,
    pub fp64: u32,
    pub mufu: u32,
    pub convert: u32,
    pub shuffle: u32,
    pub shared: u32,
    pub l1: u32,
    pub l2: u32,
    pub dram: u32,
    pub barrier: u32,
    pub atomic_shared: u32,
    pub branch: u32,
}

/// Lanes a cycle and multiprocessor; `issue` is warp instructions.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Throughput {
    pub issue: f64,
    pub fp32: f64,
    pub int: f64,
    pub fp64: f64,
    pub mufu: f64,
    pub convert: f64,
    pub shuffle: f64,
    pub atomic: f64,
}

/// Caches and bandwidths; bandwidths are bytes a cycle and multiprocessor.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemoryModel {
    pub banks: u32,
    /// First-level cache and shared memory together, bytes.
    pub l1_bytes: u32,
    pub l1_bytes_per_cycle: f64,
    pub l2_bytes: u64,
    pub l2_bytes_per_cycle: f64,
    pub dram_bytes_per_cycle: f64,
    pub sector_bytes: u32,
    pub line_bytes: u32,
}

/// A device as the clock sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub latency: Latency,
    pub throughput: Throughput,
    pub memory: MemoryModel,
}
