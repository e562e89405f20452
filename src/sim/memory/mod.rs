//! Memory: regions of bytes that know what was written, and one access of a warp to one of them.
//!
//! The lanes of an access are grouped by the slot of their address (nearly always one group), so a region is looked up once and the
//! checks of 32 lanes are reductions over an array. The slow path, one lane at a time, runs only to name what is wrong.

use super::check::Shadow;
use super::fault::{FaultKind, Other, Place};

mod bits;
mod parts;
mod row;
mod scatter;

pub use bits::Bits;
pub use parts::{APART, Part};
pub use row::Row;

/// Contents of memory that nothing wrote: as f32 and f64 it is NaN, as an index it is far outside.
pub const POISON: u8 = 0xff;

/// A stretch of memory with one owner: a buffer, a variable, a block's shared memory, a warp's local memory.
#[derive(Debug, Clone)]
pub struct Region {
    /// For messages.
    pub name: String,
    /// Contents.
    pub bytes: Vec<u8>,
    /// Stores are refused.
    pub read_only: bool,
    /// Which bytes have a defined value; `None` where all have one.
    pub written: Option<Bits>,
    /// Loads do not ask what was written.
    pub lax: bool,
    /// A store of an undefined value is reported: the region is a result of the launch.
    pub output: bool,
    /// The variables in it; of several, what is between them belongs to none.
    pub parts: Vec<Part>,
    /// Bytes of one element, for messages.
    pub element: usize,
    /// Who touched what, where races are looked for.
    pub shadow: Option<Shadow>,
    /// Sectors that the second-level cache has, one bit each.
    pub touched: Bits,
}

/// What one lane did wrong.
#[derive(Debug)]
pub struct Bad {
    pub kind: FaultKind,
    pub lane: u32,
    pub what: String,
    /// The memory that it is about.
    pub place: Option<Box<Place>>,
    /// The access that a race is with.
    pub other: Option<Box<Other>>,
}

impl Bad {
    pub fn new(kind: FaultKind, lane: u32, what: impl Into<String>) -> Bad {
        Bad {
            kind,
            lane,
            what: what.into(),
            place: None,
            other: None,
        }
    }

    /// The same, about a byte of a region.
    pub fn at(self, region: &Region, byte: i64) -> Bad {
        Bad {
            place: Some(Box::new(region.place(byte))),
            ..self
        }
    }
}

impl Region {
    /// A region that has a value everywhere.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Region {
        Region {
            name: name.into(),
            touched: Bits::new(bytes.len() / 32 + 2),
            bytes,
            read_only: false,
            written: None,
            lax: false,
            output: false,
            element: 1,
            parts: Vec::new(),
            shadow: None,
        }
    }

    /// A region that nothing wrote yet.
    pub fn unwritten(name: impl Into<String>, len: usize) -> Region {
        Region {
            written: Some(Bits::new(len)),
            ..Region::new(name, vec![POISON; len])
        }
    }

    /// Gives every byte the value zero, as a host does between launches.
    pub fn zero(&mut self) {
        self.bytes.fill(0);
        self.written = None;
    }

    /// Exchanges contents with another region, as a host does that hands the next launch two addresses the other way round. Each keeps its
    /// name and what may be done with it.
    pub fn exchange(&mut self, other: &mut Region) {
        std::mem::swap(&mut self.bytes, &mut other.bytes);
        std::mem::swap(&mut self.written, &mut other.written);
        std::mem::swap(&mut self.shadow, &mut other.shadow);
        std::mem::swap(&mut self.touched, &mut other.touched);
    }

    /// Unordered stores of one value to one place since this was last asked.
    pub fn take_same_value(&mut self) -> u64 {
        let shadow = self.shadow.as_mut();
        shadow.map_or(0, |shadow| std::mem::take(&mut shadow.same_value))
    }

    /// The element or byte at `offset`, in words.
    pub fn describe(&self, offset: i64) -> String {
        if let Some(Part { name, range }) = self.part_near(offset) {
            let byte = offset - range.start as i64;
            return format!("byte {byte} of {name} ({} bytes)", range.len());
        }
        let len = self.bytes.len();
        if self.element > 1 && offset.rem_euclid(self.element as i64) == 0 {
            let (at, count) = (offset.div_euclid(self.element as i64), len / self.element);
            format!("element {at} of {} ({count} elements)", self.name)
        } else {
            format!("byte {offset} of {} ({len} bytes)", self.name)
        }
    }

    /// The element or byte at `offset`, for programs.
    pub fn place(&self, byte: i64) -> Place {
        if let Some(part) = self.part_near(byte) {
            return Place {
                buffer: part.name.clone(),
                byte: byte - part.range.start as i64,
                element: None,
            };
        }
        Place {
            buffer: self.name.clone(),
            byte,
            element: (self.element > 1).then(|| byte.div_euclid(self.element as i64)),
        }
    }
}
