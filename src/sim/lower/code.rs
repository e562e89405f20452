//! What a lowered kernel is made of: steps over slots, each with its cost.

use crate::ptx::*;
use crate::sim::alu::Alu;
use crate::sim::clock::Cost;
use crate::sim::fault::SourceLine;
use crate::sim::memory::Part;
use crate::sim::regs::{File, Slot};

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
    /// How it is ordered with accesses of other threads.
    pub order: Order,
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
    /// Ends the thread.
    Exit,
    Trap,
    Call(Box<Call>),
    /// Takes up after a call.
    Return(Box<Return>),
    System(Box<SystemCall>),
    Bar(BarStep),
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
    Elect {
        d: Slot,
        p: Slot,
        mask: Slot,
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
        space: Space,
        d: Slot,
        a: Slot,
    },
    AsyncCopy(Box<AsyncCopy>),
    AsyncCommit,
    AsyncWait {
        leave: Option<u32>,
    },
    Fence {
        order: Order,
    },
    Nop,
}

pub use crate::ptx::BarVote as Vote;

/// What a warp does at a barrier.
#[derive(Debug, Clone, Copy)]
pub enum Does {
    Sync,
    Arrive,
    Reduce {
        vote: Vote,
        d: Slot,
        p: Slot,
        negated: bool,
    },
}

#[derive(Debug, Clone, Copy)]
pub struct BarStep {
    pub id: Slot,
    pub count: Option<Slot>,
    pub aligned: bool,
    pub does: Does,
}

/// A copy from global to shared memory that lands later. The accesses that it is made of then find their addresses in slots.
#[derive(Debug, Clone)]
pub struct AsyncCopy {
    pub dst: Addr,
    pub src: Addr,
    pub bytes: u8,
    /// Bytes that are read; the rest are zeros.
    pub size: Option<Slot>,
    /// 64-bit slots of the two addresses.
    pub dst_slot: Slot,
    pub src_slot: Slot,
    pub load: Access,
    /// The load of one byte, for a lane that reads a part.
    pub byte: Access,
    pub store: Access,
}

/// A value that goes into a function or comes out of it.
#[derive(Debug, Clone, Copy)]
pub enum Passed {
    /// Not kept.
    Nothing,
    /// In the frame of the caller or the callee.
    Memory { offset: u32, bytes: u32 },
    /// In a register of 8 bytes, or of up to 4 in the 32-bit file.
    Slot { slot: Slot, bytes: u8 },
}

/// The function that a call reaches.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// Index into [`Code::functions`].
    Function(u32),
    /// A 64-bit slot with the address of one.
    Pointer(Slot),
}

#[derive(Debug, Clone)]
pub struct Call {
    pub target: Target,
    pub args: Vec<Passed>,
    /// Bytes of the caller's frame, behind which the callee's begins.
    pub frame: u32,
}

#[derive(Debug, Clone)]
pub struct Return {
    pub returns: Vec<Passed>,
    /// Bytes of the caller's frame.
    pub frame: u32,
}

/// The functions that the device brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// `vprintf(format, arguments)`.
    Print,
    /// `__assertfail(message, file, line, function, size of a character)`.
    Assert,
}

#[derive(Debug, Clone)]
pub struct SystemCall {
    pub which: System,
    pub args: Vec<Passed>,
    pub returns: Vec<Passed>,
}

/// A function of the kernel's module.
#[derive(Debug, Clone, Default)]
pub struct Routine {
    pub name: String,
    /// The variable whose address is the function's.
    pub var: usize,
    /// First line.
    pub entry: u32,
    /// The line where every way out ends.
    pub exit: u32,
    pub args: Vec<Passed>,
    pub returns: Vec<Passed>,
    /// Its slots of the 32-bit file, the 64-bit file and the predicates.
    pub slots: [std::ops::Range<usize>; 3],
    /// Bytes of its frame.
    pub frame: u32,
    /// Registers that some path reads before it writes them.
    pub unset: Vec<(File, Slot)>,
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
    /// Index into [`Code::ptx_lines`], for messages. Of the kernel's own lines: index into [`Kernel::insts`].
    pub inst: u32,
}

impl Code {
    /// File and line of the source that lowered line `line` came from.
    pub fn source(&self, line: u32) -> Option<SourceLine> {
        let (number, at) = (*self
            .sources
            .get(self.lines.get(line as usize)?.inst as usize)?)?;
        let (_, file) = self.files.iter().find(|(known, _)| *known == number)?;
        Some(SourceLine {
            file: file.clone(),
            line: at,
        })
    }

    /// What a slot of a file is called in the PTX.
    pub fn register(&self, file: File, slot: Slot) -> &str {
        self.names[file as usize]
            .get(usize::from(slot))
            .filter(|name| !name.is_empty())
            .map_or("an intermediate value", String::as_str)
    }
}

/// A kernel ready to run.
#[derive(Debug, Clone)]
pub struct Code {
    /// Name of the kernel.
    pub name: String,
    /// The lowered instructions.
    pub lines: Vec<Line>,
    /// PTX line of each instruction of the kernel, then of the functions that it reaches.
    pub ptx_lines: Vec<u32>,
    /// Source file number and line of each instruction, where there is debug information.
    pub sources: Vec<Option<(u32, u32)>>,
    /// Source files by number.
    pub files: Vec<(u32, String)>,
    /// The register of each slot, by file: for messages.
    pub names: [Vec<String>; 3],
    /// Registers that some path reads before it writes them: file and slot.
    pub unset: Vec<(File, Slot)>,
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
    /// The variables of static shared memory where the simulator has them: with room between, which is not counted in `shared_bytes`.
    pub shared_parts: Vec<Part>,
    /// Where the simulator has dynamic shared memory.
    pub dynamic_at: Option<usize>,
    /// Bytes of the smallest store to shared memory, at most 4: what race checking tells apart.
    pub shared_granule: usize,
    /// Whether it orders accesses by more than barriers of whole blocks and warps: fences, releases, barriers of some warps.
    pub exact: bool,
    /// Local memory of one thread, bytes.
    pub local_bytes: usize,
    /// The functions that the kernel reaches.
    pub functions: Vec<Routine>,
    /// The 64-bit slot with the offset of a thread's frame in its local memory, or `Slot::MAX` without functions.
    pub stack_pointer: Slot,
    /// Calls that may be open at once in one thread.
    pub max_depth: usize,
}

impl Code {
    /// Whether lanes that stand at `pc` do nothing but exit.
    pub fn only_exits(&self, mut pc: u32) -> bool {
        // A chain of jumps is short, or it is a circle.
        for _ in 0..8 {
            match self.lines.get(pc as usize) {
                None => return true,
                Some(line) if line.guard != NONE => return false,
                Some(line) => match line.step {
                    Step::Exit => return true,
                    Step::Bra { target, .. } => pc = target,
                    _ => return false,
                },
            }
        }
        false
    }

    /// Nothing yet.
    pub(super) fn new(name: &str) -> Code {
        Code {
            name: name.to_owned(),
            lines: Vec::new(),
            ptx_lines: Vec::new(),
            sources: Vec::new(),
            files: Vec::new(),
            names: [const { Vec::new() }; 3],
            unset: Vec::new(),
            count32: 0,
            count64: 0,
            count_pred: 0,
            values: 0,
            const32: Vec::new(),
            const64: Vec::new(),
            const_pred: Vec::new(),
            specials: Vec::new(),
            params: Vec::new(),
            shared_bytes: 0,
            shared_parts: Vec::new(),
            dynamic_at: None,
            shared_granule: 4,
            exact: false,
            local_bytes: 0,
            functions: Vec::new(),
            stack_pointer: NONE,
            max_depth: 0,
        }
    }
}
