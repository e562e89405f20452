//! The address space: every buffer, variable and window has its own 1 TiB slot, so an address carries what it points into.
//!
//! A buffer starts in the middle of its slot. An address that strays by up to 512 GiB on either side still names its buffer, and
//! "one past the end" is one comparison although other buffers exist. Address 0 is in a slot of its own and never valid.

use crate::ptx::Space;

const SLOT_BITS: u32 = 40;
const MIDDLE: u64 = 1 << (SLOT_BITS - 1);

/// Slot of the shared window of generic addresses.
pub const SHARED: u64 = 1;
/// Slot of the local window.
pub const LOCAL: u64 = 2;
/// Slot of the kernel parameters.
pub const PARAM: u64 = 3;
/// First slot of module variables; buffers follow [`MAX_VARS`] later.
const VARS: u64 = 16;
const MAX_VARS: u64 = 1 << 16;
const BUFFERS: u64 = VARS + MAX_VARS;

/// The slot that an address is in.
#[inline(always)]
pub fn slot_of(address: u64) -> u64 {
    address >> SLOT_BITS
}

/// Address of byte 0 of a module variable, by its index in the program.
pub fn var_base(var: usize) -> u64 {
    (VARS + var as u64) << SLOT_BITS | MIDDLE
}

/// Address of byte 0 of a buffer, by its index in the instance.
pub fn buffer_base(buffer: usize) -> u64 {
    (BUFFERS + buffer as u64) << SLOT_BITS | MIDDLE
}

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Shared,
    Local,
    Param,
    Var(usize),
    Buffer(usize),
    Nothing,
}

/// What is at `slot`.
#[inline(always)]
pub fn place(slot: u64) -> Place {
    match slot {
        SHARED => Place::Shared,
        LOCAL => Place::Local,
        PARAM => Place::Param,
        VARS..BUFFERS => Place::Var((slot - VARS) as usize),
        BUFFERS.. => Place::Buffer((slot - BUFFERS) as usize),
        _ => Place::Nothing,
    }
}

/// Offset of `address` from byte 0 of the buffer or variable whose slot it is in; negative before its start.
#[inline(always)]
fn offset_in_buffer(address: u64) -> i64 {
    (address & ((1 << SLOT_BITS) - 1)) as i64 - MIDDLE as i64
}

/// Offset of a generic address inside the shared or local window.
#[inline(always)]
fn offset_in_window(address: u64) -> i64 {
    (address & ((1 << SLOT_BITS) - 1)) as i64
}

/// Offset of a generic address inside what is at its slot.
#[inline(always)]
pub fn offset_in(place: Place, address: u64) -> i64 {
    match place {
        Place::Shared | Place::Local | Place::Param => offset_in_window(address),
        Place::Var(_) | Place::Buffer(_) | Place::Nothing => offset_in_buffer(address),
    }
}

/// Generic address of byte 0 of a space that has addresses of its own; `None` where they are the same.
pub fn window(space: Space) -> Option<u64> {
    match space {
        Space::Shared => Some(SHARED << SLOT_BITS),
        Space::Local => Some(LOCAL << SLOT_BITS),
        Space::Param => Some(PARAM << SLOT_BITS),
        Space::Global | Space::Const | Space::Generic => None,
    }
}
