//! One access to a piece of memory in 16 bytes: who, when, and at which instruction.

use crate::sim::fault::Other;

/// Several lanes of the warp.
pub const LANES_MANY: u64 = 1 << 42;
/// Several warps of the block.
pub const WARPS_MANY: u64 = 1 << 43;
/// Several blocks.
pub const BLOCKS_MANY: u64 = 1 << 44;
/// An atomic or another strong operation.
pub const STRONG: u64 = 1 << 45;
/// Strong among the threads of its block only.
pub const NARROW: u64 = 1 << 46;

const EPOCHS: u64 = (1 << 24) - 1;

/// The last access to a granule.
///
/// `who`: linear block index plus one (bits 0 to 31; 0 is nobody), thread in the block (32 to 41), flags (42 to 47), the warp's release clock (48 to 63).
/// `when`: the block's epoch (bits 0 to 23), the warp's epoch (24 to 47), the lowered line (48 to 63, all ones if it does not fit).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mark {
    who: u64,
    when: u64,
}

/// Who accesses memory, and when.
#[derive(Debug, Clone, Copy)]
pub struct Accessor {
    /// The mark that lane 0 would leave.
    base: Mark,
    /// What the barriers of the whole block are known to have ordered: accesses of earlier epochs.
    full_epoch: u32,
    /// The same for barriers of the whole warp.
    full_warp_epoch: u32,
}

/// What is known of an access when an accessor is made.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Linear block index plus one.
    pub block: u32,
    pub warp: u32,
    pub epoch: u32,
    pub full_epoch: u32,
    pub warp_epoch: u32,
    pub full_warp_epoch: u32,
    pub clock: u16,
    pub line: u32,
    pub strong: bool,
    /// Strong within the block only.
    pub narrow: bool,
}

impl Accessor {
    pub fn new(now: &Moment) -> Accessor {
        let flag = |on: bool, flag: u64| if on { flag } else { 0 };
        let who = u64::from(now.block)
            | u64::from(now.warp & 31) << 37
            | flag(now.strong, STRONG)
            | flag(now.narrow, NARROW)
            | u64::from(now.clock) << 48;
        let when = u64::from(now.epoch) & EPOCHS
            | (u64::from(now.warp_epoch) & EPOCHS) << 24
            | u64::from(now.line.min(0xffff)) << 48;
        Accessor {
            base: Mark { who, when },
            full_epoch: now.full_epoch,
            full_warp_epoch: now.full_warp_epoch,
        }
    }

    /// The mark that `lane` leaves.
    #[inline(always)]
    pub fn mark(&self, lane: usize) -> Mark {
        Mark {
            who: self.base.who | (lane as u64) << 32,
            when: self.base.when,
        }
    }

    pub fn strong(&self) -> bool {
        self.base.strong()
    }

    pub fn block(&self) -> u32 {
        self.base.block()
    }

    pub fn warp(&self) -> usize {
        self.base.warp()
    }
}

impl Mark {
    pub fn nobody(&self) -> bool {
        self.block() == 0
    }

    /// Linear block index plus one.
    #[inline(always)]
    pub fn block(&self) -> u32 {
        self.who as u32
    }

    /// Thread of the block; the last one of several.
    #[inline(always)]
    pub fn thread(&self) -> u16 {
        (self.who >> 32 & 0x3ff) as u16
    }

    #[inline(always)]
    pub fn warp(&self) -> usize {
        (self.who >> 37 & 31) as usize
    }

    #[inline(always)]
    pub fn lane(&self) -> usize {
        (self.who >> 32 & 31) as usize
    }

    #[inline(always)]
    pub fn strong(&self) -> bool {
        self.who & STRONG != 0
    }

    #[inline(always)]
    pub fn has(&self, flags: u64) -> bool {
        self.who & flags != 0
    }

    pub fn clock(&self) -> u16 {
        (self.who >> 48) as u16
    }

    #[inline(always)]
    pub fn epoch(&self) -> u32 {
        (self.when & EPOCHS) as u32
    }

    #[inline(always)]
    pub fn warp_epoch(&self) -> u32 {
        (self.when >> 24 & EPOCHS) as u32
    }

    /// The lowered line, if it is known.
    pub fn line(&self) -> Option<u32> {
        let line = (self.when >> 48) as u32;
        (line != 0xffff).then_some(line)
    }

    /// Whether both accesses are strong, each among the threads of the other.
    #[inline(always)]
    pub fn both_strong(&self, by: &Accessor) -> bool {
        let both = self.who & by.base.who;
        let narrow = (self.who | by.base.who) & NARROW != 0;
        both & STRONG != 0 && !(narrow && self.block() != by.block())
    }

    /// Whether barriers of whole blocks and whole warps order this access before one of `lane`, or it is of the same thread. `private`: each
    /// block has contents of its own. Without a branch, so that a row of marks is one loop that vectorises.
    #[inline(always)]
    pub fn before(&self, by: &Accessor, lane: usize, private: bool) -> bool {
        let foreign = (self.block() != by.block()) | self.has(BLOCKS_MANY);
        let same_warp = (self.warp() == by.base.warp()) & !self.has(WARPS_MANY);
        let same_lane = (self.lane() == lane) & !self.has(LANES_MANY);
        let synced = (self.warp_epoch() < by.full_warp_epoch) | same_lane;
        let ordered = (self.epoch() < by.full_epoch) | same_warp & synced;
        (self.block() == 0) | foreign & private | !foreign & ordered
    }

    /// The mark of these readers and `lane` together.
    #[inline(always)]
    pub fn join(self, by: &Accessor, lane: usize, private: bool) -> Mark {
        let new = by.mark(lane);
        let flag = |on: bool, flag: u64| if on { flag } else { 0 };
        let other_block = self.block() != by.block();
        let other_warp = other_block | (self.warp() != by.base.warp());
        let many = flag(other_block, BLOCKS_MANY) | flag(other_warp, WARPS_MANY) | LANES_MANY;
        // Readers are strong only if all of them are, and as widely as the narrowest.
        let who = (new.who | many | self.who & (BLOCKS_MANY | WARPS_MANY | LANES_MANY))
            & (!STRONG | self.who)
            | self.who & NARROW;
        let before = self.before(by, lane, private);
        Mark {
            who: if before { new.who } else { who },
            when: new.when,
        }
    }

    /// For a diagnostic; lines are lowered ones here.
    pub fn describe(&self, access: &'static str) -> Other {
        Other {
            access: if self.strong() && access != "reads" {
                "atomic"
            } else {
                access
            },
            block: u64::from(self.block().wrapping_sub(1)),
            thread: u32::from(self.thread()),
            and_others: self.has(LANES_MANY | WARPS_MANY | BLOCKS_MANY),
            line: self.line(),
            source: None,
        }
    }
}
