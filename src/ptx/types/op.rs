//! Operations, with every choice that their mnemonics make.

use super::{Address, Operand, Reg, Space, Ty};

/// `.rn` and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Round {
    /// To nearest, ties to even (`.rn`).
    #[default]
    NearestEven,
    /// Towards zero (`.rz`).
    Zero,
    /// Towards minus infinity (`.rm`).
    Down,
    /// Towards plus infinity (`.rp`).
    Up,
}

/// Modifiers of an arithmetic instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mods {
    /// Subnormal inputs and results become zero of the same sign (f32 only).
    pub ftz: bool,
    /// Integer: clamp to the type. Float: clamp to [0, 1], NaN to 0.
    pub sat: bool,
    /// `.approx` or `.full`: a fast sequence rather than the IEEE one. Results here are the correctly rounded ones, which
    /// is within the documented error; only the cost differs.
    pub approx: bool,
    /// `.NaN` of min and max: a NaN operand gives NaN.
    pub nan: bool,
    /// Rounding of f32 sums, products and fused multiply-adds.
    pub round: Round,
}

/// Operations of one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnOp {
    /// Negation.
    Neg,
    /// Magnitude.
    Abs,
    /// Complement.
    Not,
    /// `cnot`: 1 if zero, else 0.
    Cnot,
    /// Number of set bits.
    Popc,
    /// Number of leading zeros.
    Clz,
    /// Bits in the opposite order.
    Brev,
    /// Position of the highest bit that is not a sign bit; all ones if there is none.
    Bfind,
    /// As [`UnOp::Bfind`], as the shift that would bring that bit to the top.
    BfindShift,
    /// 1 / a.
    Rcp,
    /// Square root.
    Sqrt,
    /// 1 / square root.
    Rsqrt,
    /// 2 to the power of a.
    Ex2,
    /// Logarithm to base 2.
    Lg2,
    /// Sine of radians.
    Sin,
    /// Cosine of radians.
    Cos,
    /// Hyperbolic tangent.
    Tanh,
}

/// Operations of two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinOp {
    /// a + b.
    Add,
    /// a - b.
    Sub,
    /// a * b; of integers the lower half.
    MulLo,
    /// Upper half of the integer product.
    MulHi,
    /// Integer product in twice the width.
    MulWide,
    /// a / b.
    Div,
    /// Remainder of the integer division, with the sign of a.
    Rem,
    /// The smaller one; a number rather than NaN.
    Min,
    /// The larger one; a number rather than NaN.
    Max,
    /// a & b.
    And,
    /// a | b.
    Or,
    /// a ^ b.
    Xor,
    /// a << b, zero from the width on.
    Shl,
    /// a >> b, with sign bits for signed types.
    Shr,
    /// The magnitude of b with the sign of a.
    Copysign,
}

/// Operations of three operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriOp {
    /// `mad.lo` and its 24-bit kin.
    MadLo,
    /// Upper half of the product, plus c.
    MadHi,
    /// Product in twice the width, plus c.
    MadWide,
    /// `fma`, and `mad` of floats.
    Fma,
    /// Bit field: c bits of a from bit b.
    Bfe,
    /// c + |a - b|.
    Sad,
    /// Four products of signed or unsigned bytes of a and b, plus c.
    Dp4a {
        /// Whether the bytes of a are signed.
        a_signed: bool,
        /// Whether the bytes of b are signed.
        b_signed: bool,
    },
    /// `prmt` with the default mode.
    Prmt,
    /// Funnel shift left: upper half of (b:a) << c, c at most 32.
    ShfLeftClamp,
    /// Funnel shift left by c modulo 32.
    ShfLeftWrap,
    /// Funnel shift right: lower half of (b:a) >> c, c at most 32.
    ShfRightClamp,
    /// Funnel shift right by c modulo 32.
    ShfRightWrap,
    /// `slct` with an s32 selector.
    SlctS32,
    /// `slct` with an f32 selector.
    SlctF32,
}

/// Comparisons. The first six are false when an operand is NaN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cmp {
    /// a == b.
    Eq,
    /// a != b.
    Ne,
    /// a < b.
    Lt,
    /// a <= b.
    Le,
    /// a > b.
    Gt,
    /// a >= b.
    Ge,
    /// The unordered float comparisons: true when an operand is NaN.
    Equ,
    /// Not equal, or unordered.
    Neu,
    /// Less, or unordered.
    Ltu,
    /// Less or equal, or unordered.
    Leu,
    /// Greater, or unordered.
    Gtu,
    /// Greater or equal, or unordered.
    Geu,
    /// Both are numbers.
    Num,
    /// One is NaN.
    Nan,
}

/// How a comparison is combined with a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoolOp {
    /// Both.
    And,
    /// At least one.
    Or,
    /// Exactly one.
    Xor,
}

/// A predicate source, perhaps negated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PredSrc {
    /// A predicate register or constant.
    pub src: Operand,
    /// Whether its complement is meant.
    pub negated: bool,
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
    /// Any function of three bits, at every bit: `table` has the result for each of the eight inputs.
    Lop3 {
        dst: Reg,
        a: Operand,
        b: Operand,
        c: Operand,
        table: u8,
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
    /// Comparison into a predicate, its complement into another; each combined with a third.
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
    /// Comparison into a register: all ones (1.0 for f32) or zero.
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
        volatile: bool,
    },
    /// Stores one, two or four values.
    St {
        space: Space,
        ty: Ty,
        srcs: Vec<Operand>,
        addr: Address,
        volatile: bool,
    },
    /// `red` is an `atom` without destination.
    Atom {
        space: Space,
        op: AtomOp,
        ty: Ty,
        dst: Option<Reg>,
        addr: Address,
        b: Operand,
        c: Option<Operand>,
    },
    /// Index into `Kernel::insts`.
    Bra { target: usize },
    /// Indirect branch: `targets[index]`.
    Brx { index: Operand, targets: Vec<usize> },
    /// Leaves the function; a kernel has no other.
    Ret,
    /// Ends the thread.
    Exit,
    /// Stops the launch with a fault.
    Trap,
    /// Barrier `id` of the block, for `count` threads or all.
    Bar { id: Operand, count: Option<Operand> },
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
    Fence,
    /// Hints and waits, which change nothing.
    Nop,
}
