//! What an instruction is to the clock: its class and the registers that it waits for and produces.

use super::lower::Code;

/// Kinds of instructions that the clock tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Class {
    /// No machine instruction: moves between registers, address-space casts, parameter loads.
    #[default]
    Free,
}

/// The clock's view of one instruction.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    pub class: Class,
}

/// Completes the costs of a lowered kernel.
pub fn finish(_code: &mut Code) {}
