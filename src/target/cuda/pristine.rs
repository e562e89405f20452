//! The buffers of a case on the device, as they are before a launch.

use super::Trouble;
use super::driver::{Gpu, Memory};
use super::layout::Layout;

/// Byte that guards are made of.
pub const GUARD_BYTE: u8 = 0xa5;
/// Bytes that outputs and scratch are made of before a launch, by turns: what a variant leaves unwritten cannot be right with both. The first is not a
/// number in every floating-point format, but -1 for whole numbers; the second is out of all proportion as a float, and what no kernel writes as a
/// whole number of more than a byte.
const POISON: [u8; 2] = [0xff, 0x7f];

/// What stays on the device of a case whose buffers have certain sizes.
pub struct Pristine {
    pub layout: Layout,
    /// Guards, inputs, poisoned outputs.
    pub memory: Memory,
    /// Buffers that hold nothing before a launch.
    pub empty: Vec<usize>,
    /// How often they were made of something else.
    pub executions: usize,
    /// What variants work on; more than one where launches are too short to be timed one at a time.
    pub sets: Vec<Memory>,
}

impl Pristine {
    /// Makes outputs and scratch of another byte than for the execution before this one.
    pub fn poison(&mut self, gpu: &Gpu) -> Result<(), Trouble> {
        let byte = POISON[self.executions % POISON.len()];
        self.executions += 1;
        for &at in &self.empty {
            gpu.set(&self.memory, self.layout.buffer(at), byte)?;
        }
        Ok(())
    }
}
