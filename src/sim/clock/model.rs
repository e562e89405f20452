//! The numbers that the clock runs on, as a target's description gives them.

use serde::Deserialize;

/// Cycles from issue to the first dependent issue.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Latency {
    /// f32 add, multiply, multiply-add.
    pub fp32: u32,
    /// 32-bit integer arithmetic and logic.
    pub int: u32,
    /// f64 add, multiply, multiply-add.
    pub fp64: u32,
    /// Reciprocal, square root, exponential and the like, approximate.
    pub mufu: u32,
    /// Between number formats.
    pub convert: u32,
    /// Shuffles between lanes.
    pub shuffle: u32,
    /// A load from shared memory without conflicts.
    pub shared: u32,
    /// A load that hits the first-level cache.
    pub l1: u32,
    /// A load that hits the second-level cache.
    pub l2: u32,
    /// A load from memory.
    pub dram: u32,
    /// From the last arrival at a barrier to the first instruction after it.
    pub barrier: u32,
    /// An atomic on shared memory without conflicts.
    pub atomic_shared: u32,
    /// From a taken branch to its target.
    pub branch: u32,
}

/// Lanes a cycle and multiprocessor; `issue` is warp instructions.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Throughput {
    /// Warp instructions issued.
    pub issue: f64,
    /// Lanes of f32 arithmetic.
    pub fp32: f64,
    /// Lanes of integer arithmetic.
    pub int: f64,
    /// Lanes of f64 arithmetic.
    pub fp64: f64,
    /// Lanes of the function unit.
    pub mufu: f64,
    /// Lanes of conversions.
    pub convert: f64,
    /// Lanes of shuffles.
    pub shuffle: f64,
    /// Lanes of atomics.
    pub atomic: f64,
}

/// Caches and bandwidths; bandwidths are bytes a cycle and multiprocessor.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemoryModel {
    /// Banks of shared memory, 4 bytes wide each.
    pub banks: u32,
    /// First-level cache and shared memory together, bytes.
    pub l1_bytes: u32,
    /// Bytes a cycle from the first-level cache.
    pub l1_bytes_per_cycle: f64,
    /// Size of the second-level cache, bytes.
    pub l2_bytes: u64,
    /// One multiprocessor's share of the second-level cache's bandwidth, bytes a cycle.
    pub l2_bytes_per_cycle: f64,
    /// One multiprocessor's share of the memory's bandwidth, bytes a cycle.
    pub dram_bytes_per_cycle: f64,
    /// What memory is fetched in.
    pub sector_bytes: u32,
    /// What a cache tag stands for.
    pub line_bytes: u32,
}

/// A device as the clock sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// How long results take.
    pub latency: Latency,
    /// How much fits in a cycle.
    pub throughput: Throughput,
    /// Caches and memory.
    pub memory: MemoryModel,
}
