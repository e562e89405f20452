//! The words that traces are made of.

/// One word of a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A basic block was entered at this lowered line.
    Enter(u32),
    /// A line of memory that the access whose [`Event::Access`] follows touches.
    Line(Touched),
    /// A memory instruction.
    Access(Access),
    /// A barrier: its number and the warps that it waits for, zero for all of the block.
    Barrier {
        /// Lowered line.
        pc: u32,
        /// Number of the barrier.
        id: u8,
        /// Warps.
        warps: u16,
    },
}

/// Sectors of a line that an access touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    /// Address over 128.
    pub line: u64,
    /// Bit of each sector.
    pub sectors: u8,
    /// Those that no access of the launch had touched before.
    pub fresh: u8,
}

/// What a memory instruction accesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// Shared memory.
    Shared,
    /// The threads' own memory.
    Local,
    /// Everything behind the caches.
    Global,
}

/// What a memory instruction does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Reads.
    Load,
    /// Writes.
    Store,
    /// Reads and writes at once.
    Atomic,
}

/// A memory instruction as it turned out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// Lowered line.
    pub pc: u32,
    /// Passes over banks and tags.
    pub passes: u16,
    /// Lines of memory that it touches: so many [`Event::Line`] stand before it.
    pub lines: u8,
    /// Where.
    pub place: Where,
    /// What.
    pub what: What,
    /// Lanes of an atomic, and the turns that they wait for each other.
    pub turns: u8,
}

const ENTER: u64 = 0;
const LINE: u64 = 1;
const ACCESS: u64 = 2;

impl Event {
    /// As one word.
    pub fn pack(self) -> u64 {
        match self {
            Event::Enter(pc) => u64::from(pc),
            Event::Line(Touched {
                line,
                sectors,
                fresh,
            }) => {
                LINE << 62
                    | (line & ((1 << 50) - 1)) << 8
                    | u64::from(sectors) << 4
                    | u64::from(fresh)
            }
            Event::Access(access) => {
                ACCESS << 62
                    | u64::from(access.pc & 0xff_ffff)
                    | u64::from(access.passes) << 24
                    | u64::from(access.lines) << 40
                    | (access.place as u64) << 48
                    | (access.what as u64) << 50
                    | u64::from(access.turns) << 52
            }
            Event::Barrier { pc, id, warps } => {
                3 << 62 | u64::from(pc & 0xff_ffff) | u64::from(id) << 24 | u64::from(warps) << 32
            }
        }
    }

    /// From the word that [`Event::pack`] made.
    pub fn unpack(word: u64) -> Event {
        match word >> 62 {
            ENTER => Event::Enter(word as u32),
            LINE => Event::Line(Touched {
                line: word >> 8 & ((1 << 50) - 1),
                sectors: (word >> 4 & 0xf) as u8,
                fresh: (word & 0xf) as u8,
            }),
            ACCESS => Event::Access(Access {
                pc: (word & 0xff_ffff) as u32,
                passes: (word >> 24) as u16,
                lines: (word >> 40) as u8,
                place: match word >> 48 & 3 {
                    0 => Where::Shared,
                    1 => Where::Local,
                    _ => Where::Global,
                },
                what: match word >> 50 & 3 {
                    0 => What::Load,
                    1 => What::Store,
                    _ => What::Atomic,
                },
                turns: (word >> 52) as u8,
            }),
            _ => Event::Barrier {
                pc: (word & 0xff_ffff) as u32,
                id: (word >> 24) as u8,
                warps: (word >> 32) as u16,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_survives_being_packed() {
        let events = [
            Event::Enter(0xff_fffe),
            Event::Line(Touched {
                line: (1 << 50) - 3,
                sectors: 0b1010,
                fresh: 0b0110,
            }),
            Event::Access(Access {
                pc: 77,
                passes: 1024,
                lines: 64,
                place: Where::Global,
                what: What::Atomic,
                turns: 63,
            }),
            Event::Barrier {
                pc: 9,
                id: 15,
                warps: 32,
            },
        ];
        for event in events {
            assert_eq!(Event::unpack(event.pack()), event);
        }
    }
}
