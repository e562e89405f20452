//! Operations, with every choice that their mnemonics make.

use super::{
    Address, BinOp, BoolOp, CarryOp, Cmp, Mods, Operand, Order, Reg, Round, Space, TestpOp, TriOp,
    Ty, UnOp,
};

/// A predicate source, perhaps negated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PredSrc {
    /// A predicate register or constant.
    pub src: Operand,
    /// Whether its complement is meant.
    pub negated: bool,
}

/// What threads do at a barrier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BarOp {
    /// Wait for all.
    Sync,
    /// Are counted, and go on.
    Arrive,
    /// Wait, and learn how many have `p` (`.popc`), whether all have (`.and`) or whether one has (`.or`).
    Reduce {
        /// The question.
        vote: BarVote,
        /// A register of 32 bits for a number, a predicate otherwise.
        dst: Reg,
        /// The thread's answer.
        p: PredSrc,
    },
}

/// What `bar.red` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarVote {
    /// `.popc`.
    Count,
    /// `.and`.
    All,
    /// `.or`.
    Any,
}

/// The function that a call names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callee {
    /// Index into `Program::functions`.
    Function(usize),
    /// A register that holds a function's address.
    Pointer(Reg),
}

impl Callee {
    /// The register of an indirect call.
    pub fn reg(&self) -> Option<Reg> {
        match *self {
            Callee::Pointer(reg) => Some(reg),
            Callee::Function(_) => None,
        }
    }
}

/// What a call passes, or where it puts what comes back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Actual {
    /// `_`: nothing is kept.
    Nothing,
    /// A variable in parameter space, by index into `Program::vars`.
    Var(usize),
    /// A register or a constant.
    Value(Operand),
}

impl Actual {
    /// The register, if it is one.
    pub fn reg(&self) -> Option<Reg> {
        match *self {
            Actual::Value(Operand::Reg(reg)) => Some(reg),
            _ => None,
        }
    }
}

/// What an atomic or a reduction across lanes does with the old value and the operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomOp {
    /// Sum.
    Add,
    /// The smaller one.
    Min,
    /// The larger one.
    Max,
    /// The operand.
    Exch,
    /// The second operand if the old value equals the first.
    Cas,
    /// Bitwise and.
    And,
    /// Bitwise or.
    Or,
    /// Bitwise exclusive or.
    Xor,
    /// Old + 1, or 0 when old reached the operand.
    Inc,
    /// Old - 1, or the operand when old is 0 or above the operand.
    Dec,
    /// Sum of floats of 16 bits, subnormal ones kept.
    AddHalf(Half),
    /// The smaller one of floats of 16 bits.
    MinHalf(Half),
    /// The larger one of floats of 16 bits.
    MaxHalf(Half),
}

/// Floats of 16 bits, or pairs of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// IEEE 754 binary16.
    F16,
    /// Two of them in 32 bits.
    F16x2,
    /// The upper half of an f32.
    Bf16,
    /// Two of them in 32 bits.
    Bf16x2,
}

/// Which lane a shuffle reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShflMode {
    /// The lane that is so many below.
    Up,
    /// The lane that is so many above.
    Down,
    /// The lane whose number differs in these bits.
    Bfly,
    /// The lane of this number.
    Idx,
}

/// What a vote answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteMode {
    /// Whether all lanes say yes.
    All,
    /// Whether one lane says yes.
    Any,
    /// Whether all lanes say the same.
    Uni,
    /// A bit for each lane that says yes.
    Ballot,
}

/// One operation. Destinations come first, as in the text; `None` is the sink `_`.
///
/// The fields have the same names throughout: `ty` is the type that the mnemonic ends in (`dty` and `sty` where there are two), `dst` and
/// `dsts` what is written, `a`, `b`, `c`, `src` and `srcs` what is read, `addr` a place in memory, `mask` the lanes that take part, `ok` an
/// optional predicate result, `with` a predicate that a comparison is combined with.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// Copies a register, a constant, a special register or a variable's address.
    Mov { ty: Ty, dst: Reg, src: Operand },
    /// `mov.b64 %rd, {%a, %b}`: the first element is the lowest.
    Pack {
        ty: Ty,
        dst: Reg,
        srcs: Vec<Operand>,
    },
    /// `mov.b64 {%a, %b}, %rd`: the parts of a register, the lowest first.
    Unpack {
        ty: Ty,
        dsts: Vec<Option<Reg>>,
        src: Operand,
    },
    /// One operand.
    Un {
        op: UnOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        mods: Mods,
    },
    /// Two operands.
    Bin {
        op: BinOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        mods: Mods,
    },
    /// Three operands.
    Tri {
        op: TriOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        c: Operand,
        mods: Mods,
    },
    /// Any function of three bits, at every bit: `table` has the result for each of the eight inputs. `ok` is whether a bit of the
    /// result is set, combined with a predicate.
    Lop3 {
        dst: Option<Reg>,
        ok: Option<(Reg, BoolOp, PredSrc)>,
        a: Operand,
        b: Operand,
        c: Operand,
        table: u8,
    },
    /// A link of a carry chain. `carry` is the condition code, as a predicate of every lane; it is added if `reads` and
    /// replaced if `writes`. Sums and differences have no `c`.
    Carry {
        op: CarryOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        c: Option<Operand>,
        carry: Reg,
        reads: bool,
        writes: bool,
    },
    /// The lowest `len` bits of `a` in place of those of `b` from bit `pos`.
    Bfi {
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        pos: Operand,
        len: Operand,
    },
    /// Whether a float is of a certain class.
    Testp {
        test: TestpOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
    },
    /// Comparison into a predicate, its complement into another; each combined with a third. Of a packed type, `dst` is the result of
    /// the lower half and `not_dst` that of the upper half.
    Setp {
        cmp: Cmp,
        ty: Ty,
        dst: Option<Reg>,
        not_dst: Option<Reg>,
        a: Operand,
        b: Operand,
        with: Option<(BoolOp, PredSrc)>,
        mods: Mods,
    },
    /// Comparison into a register: all ones (1.0 for floats) or zero; of packed types, each half for itself.
    Set {
        cmp: Cmp,
        dty: Ty,
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        with: Option<(BoolOp, PredSrc)>,
        mods: Mods,
    },
    /// `a` where `p` holds, else `b`.
    Selp {
        ty: Ty,
        dst: Reg,
        a: Operand,
        b: Operand,
        p: Operand,
    },
    /// `round: None` of float to float of the same or a wider type is exact; `integral` is the `.rni` family, which rounds a float
    /// to an integral float.
    Cvt {
        dst: Reg,
        dty: Ty,
        src: Operand,
        sty: Ty,
        round: Round,
        integral: bool,
        mods: Mods,
    },
    /// Space address to generic address, or back (`to`).
    Cvta {
        to: bool,
        space: Space,
        dst: Reg,
        src: Operand,
    },
    /// Whether a generic address is in a space.
    Isspacep {
        space: Space,
        dst: Reg,
        src: Operand,
    },
    /// `non_coherent`: through the read-only path (`.nc`).
    Ld {
        space: Space,
        ty: Ty,
        dsts: Vec<Option<Reg>>,
        addr: Address,
        non_coherent: bool,
        order: Order,
    },
    /// Stores one, two or four values.
    St {
        space: Space,
        ty: Ty,
        srcs: Vec<Operand>,
        addr: Address,
        order: Order,
    },
    /// `red` is an `atom` without destination.
    Atom {
        space: Space,
        order: Order,
        op: AtomOp,
        ty: Ty,
        dsts: Vec<Option<Reg>>,
        addr: Address,
        srcs: Vec<Operand>,
        c: Option<Operand>,
    },
    /// `cp.async`: copies `bytes` bytes from global to shared memory, of which the first `size` are read and the rest are zeros. It lands
    /// when it is waited for.
    AsyncCopy {
        dst: Address,
        src: Address,
        bytes: u8,
        size: Option<Operand>,
    },
    /// Makes the copies since the last group a group.
    AsyncCommit,
    /// Waits for all copies, or for all groups but the last `leave`.
    AsyncWait { leave: Option<u32> },
    /// Index into `Kernel::insts`.
    Bra { target: usize },
    /// Indirect branch: `targets[index]`.
    Brx { index: Operand, targets: Vec<usize> },
    /// Calls a device function.
    Call {
        callee: Callee,
        returns: Vec<Actual>,
        args: Vec<Actual>,
    },
    /// Leaves the function; in a kernel, ends the thread.
    Ret,
    /// Ends the thread.
    Exit,
    /// Stops the launch with a fault.
    Trap,
    /// Barrier `id` of the block, for `count` threads or all. `aligned`: the whole warp reaches it at once.
    Bar {
        id: Operand,
        count: Option<Operand>,
        aligned: bool,
        does: BarOp,
    },
    /// Barrier of the lanes in `mask`.
    BarWarp { mask: Operand },
    /// Each lane reads another's `a`; `ok` says whether that lane was in range.
    Shfl {
        mode: ShflMode,
        dst: Reg,
        ok: Option<Reg>,
        a: Operand,
        lane: Operand,
        clamp: Operand,
        mask: Operand,
    },
    /// A question to the lanes in `mask`.
    Vote {
        mode: VoteMode,
        dst: Reg,
        p: PredSrc,
        mask: Operand,
    },
    /// The lanes that are here together.
    Activemask { dst: Reg },
    /// Chooses one of the lanes in `mask`, the lowest: its number, and a predicate that holds there.
    Elect {
        dst: Option<Reg>,
        p: Reg,
        mask: Operand,
    },
    /// `match.any.sync`, or `match.all.sync` with its optional predicate.
    Match {
        all: bool,
        ty: Ty,
        dst: Reg,
        ok: Option<Reg>,
        a: Operand,
        mask: Operand,
    },
    /// The lanes in `mask` combine their values.
    Redux {
        op: AtomOp,
        ty: Ty,
        dst: Reg,
        a: Operand,
        mask: Operand,
    },
    /// Orders memory; values are unaffected, as the machine has one memory.
    Fence { order: Order },
    /// Hints and waits, which change nothing.
    Nop,
}
