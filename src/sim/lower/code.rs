//! What a lowered kernel is made of: steps over slots, each with its cost.

use crate::ptx::*;
use crate::sim::alu::Alu;
use crate::sim::cost::Cost;
use crate::sim::regs::Slot;

/// No slot: a sink.
pub const NONE: Slot = Slot::MAX;

/// Where an address starts.
#[derive(Debug, Clone, Copy)]
pub enum AddrBase {
    None,
    R64(Slot),
    R32(Slot),
}

#[derive(Debug, Clone, Copy)]
pub struct Addr {
    pub base: AddrBase,
    pub offset: u64,
}

/// A vector of one to four values in memory.
#[derive(Debug, Clone, Copy)]
pub struct Access {
    pub space: Space,
    /// Bytes of one value: 1, 2, 4 or 8.
    pub bytes: u8,
    /// Values of one lane.
    pub count: u8,
    /// Sign-extend when loading.
    pub signed: bool,
    /// Read-only data (`ld.global.nc`): ordered with nothing.
    pub free: bool,
    /// Registers of 64 bits.
    pub wide: bool,
    pub slots: [Slot; 4],
    pub addr: Addr,
}

/// One lowered instruction.
#[derive(Debug, Clone)]
pub enum Step {
    Alu(Alu),
    Load(Access),
    Store(Access),
    Atom {
        access: Access,
        op: AtomOp,
        ty: Ty,
        b: Slot,
        c: Slot,
    },
    /// `reconverge` is an instruction index or `u32::MAX` for the exit.
    Bra {
        target: u32,
        reconverge: u32,
    },
    Brx {
        index: Slot,
        targets: Vec<u32>,
        reconverge: u32,
    },
    Ret,
    Trap,
    Bar {
        id: Slot,
        count: Option<Slot>,
    },
    BarWarp {
        mask: Slot,
    },
    Shfl {
        mode: ShflMode,
        d: Slot,
        ok: Option<Slot>,
        a: Slot,
        lane: Slot,
        clamp: Slot,
        mask: Slot,
    },
    Vote {
        mode: VoteMode,
        d: Slot,
        p: Slot,
        negated: bool,
        mask: Slot,
    },
    Activemask {
        d: Slot,
    },
    Match {
        all: bool,
        wide: bool,
        d: Slot,
        ok: Option<Slot>,
        a: Slot,
        mask: Slot,
    },
    Redux {
        op: AtomOp,
        signed: bool,
        d: Slot,
        a: Slot,
        mask: Slot,
    },
    Clock {
        d: Slot,
        wide: bool,
    },
    Isspacep {
        slot: u64,
        d: Slot,
        a: Slot,
    },
    Fence,
    Nop,
}

/// A lowered instruction with what every instruction has.
#[derive(Debug, Clone)]
pub struct Line {
    pub step: Step,
    /// Predicate slot or [`NONE`].
    pub guard: Slot,
    pub negated: bool,
    /// Whether a basic block of the PTX starts here.
    pub leader: bool,
    pub cost: Cost,
    /// Index into [`Kernel::insts`], for messages.
    pub inst: u32,
}

/// A kernel ready to run.
#[derive(Debug, Clone)]
pub struct Code {
    /// Name of the kernel.
    pub name: String,
    /// The lowered instructions.
    pub lines: Vec<Line>,
    /// PTX line of each instruction of the kernel.
    pub ptx_lines: Vec<u32>,
    /// Slots of the 32-bit file.
    pub count32: usize,
    /// Slots of the 64-bit file.
    pub count64: usize,
    /// Slots of predicates.
    pub count_pred: usize,
    /// Registers that the PTX declares; what `Cost` counts in.
    pub values: usize,
    /// Constant slots of the 32-bit and of the 64-bit file, and of predicates.
    pub const32: Vec<(Slot, u32)>,
    /// Constant slots of the 64-bit file.
    pub const64: Vec<(Slot, u64)>,
    /// Constant predicates, as lane masks.
    pub const_pred: Vec<(Slot, u32)>,
    /// Slots of special registers.
    pub specials: Vec<(Slot, Special)>,
    /// Parameter loads: slot, wide, offset, bytes, signed.
    pub params: Vec<(Slot, bool, usize, u8, bool)>,
    /// Static shared memory, bytes; dynamic shared memory follows it.
    pub shared_bytes: usize,
    /// Bytes of the smallest store to shared memory, at most 4: what race checking tells apart.
    pub shared_granule: usize,
    /// Local memory of one thread, bytes.
    pub local_bytes: usize,
}
