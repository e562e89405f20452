//! Arithmetic: the operations, their modifiers, and the types of their operands.

use super::Ty;
pub use crate::float::Round;

/// Modifiers of an arithmetic instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mods {
    /// Subnormal inputs and results become zero of the same sign (f32 and f16).
    pub ftz: bool,
    /// Integer: clamp to the type. Float: clamp to [0, 1], NaN to 0.
    pub sat: bool,
    /// `.approx` or `.full`: a fast sequence rather than the IEEE one. Results here are the correctly rounded ones wherever the manual
    /// gives an error bound.
    pub approx: bool,
    /// `.full`: the approximate division that has no bound on its divisor.
    pub full: bool,
    /// `.NaN` of min and max: a NaN operand gives NaN.
    pub nan: bool,
    /// `.relu`: negative results become 0, NaN stays NaN.
    pub relu: bool,
    /// `.xorsign.abs` of min and max: of the magnitudes, with the product of the signs.
    pub xorsign: bool,
    /// `.satfinite` of conversions: what is too large becomes the largest finite value.
    pub satfinite: bool,
    /// Rounding of sums, products, quotients and roots.
    pub round: Round,
    /// The 16-bit type of the first operand of an f32 sum, or of both factors of an f32 fused multiply-add (`fma.rn.f32.f16`).
    pub narrow: Option<Ty>,
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
    /// Sine of turns (`.2pi`).
    SinTurns,
    /// Cosine of turns.
    CosTurns,
    /// Hyperbolic tangent.
    Tanh,
}

impl UnOp {
    /// The type of the result for an operand of type `ty`.
    pub fn result(self, ty: Ty) -> Ty {
        match self {
            UnOp::Popc | UnOp::Clz | UnOp::Bfind | UnOp::BfindShift => Ty::B32,
            _ => ty,
        }
    }
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
    /// Lower 32 bits of the product of the lower 24 bits.
    Mul24Lo,
    /// Bits 16 to 47 of the product of the lower 24 bits.
    Mul24Hi,
    /// The lowest b bits of a, extended as the type says; from 32 on all of a.
    SzextClamp,
    /// The lowest b modulo 32 bits of a, extended as the type says.
    SzextWrap,
    /// b ones from bit a.
    BmskClamp,
    /// b modulo 32 ones from bit a modulo 32.
    BmskWrap,
    /// Two f32 converted to a packed type; a is the upper half.
    CvtPair,
}

impl BinOp {
    /// The types of the result, of a and of b, of an instruction of type `ty`.
    pub fn types(self, ty: Ty) -> [Ty; 3] {
        match self {
            BinOp::MulWide => [ty.doubled(), ty, ty],
            BinOp::Shl | BinOp::Shr | BinOp::SzextClamp | BinOp::SzextWrap => [ty, ty, Ty::B32],
            BinOp::CvtPair => [ty, Ty::F32, Ty::F32],
            _ => [ty; 3],
        }
    }
}

/// Operations of three operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriOp {
    /// Lower half of the product, plus c.
    MadLo,
    /// Lower 32 bits of the product of the lower 24 bits, plus c.
    Mad24Lo,
    /// Bits 16 to 47 of the product of the lower 24 bits, plus c.
    Mad24Hi,
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
    /// Two products of 16-bit parts of a and bytes of b, plus c.
    Dp2a {
        /// Whether the parts of a are signed.
        a_signed: bool,
        /// Whether the bytes of b are signed.
        b_signed: bool,
        /// Whether the upper two bytes of b are meant.
        high: bool,
    },
    /// Bytes of (b:a), chosen by c.
    Prmt(PrmtMode),
    /// The same operation on each byte or half of a and b, written or added to c.
    Video(Video),
    /// Position of the c-th set bit of a from bit b; all ones if there is none.
    Fns,
    /// a and b clamped to this many bits (signed or not), a above b; above them c, shifted up.
    CvtPack {
        /// Bits of one value: 2, 4, 8 or 16.
        bits: u8,
        /// Whether the values are signed.
        signed: bool,
    },
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

impl TriOp {
    /// The types of the result, of a, of b and of c, of an instruction of type `ty`.
    pub fn types(self, ty: Ty) -> [Ty; 4] {
        match self {
            TriOp::MadWide => [ty.doubled(), ty, ty, ty.doubled()],
            TriOp::Bfe => [ty, ty, Ty::B32, Ty::B32],
            TriOp::SlctS32 | TriOp::SlctF32 => [ty, ty, ty, Ty::B32],
            _ => [ty; 4],
        }
    }
}

/// An operation on the bytes or halves of registers (`vadd4`, `vabsdiff2` and their kin).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Video {
    /// What is done with each pair of parts.
    pub op: VideoOp,
    /// Bits of a part: 8 or 16.
    pub bits: u8,
    /// Whether the parts of the result, of a and of b are signed.
    pub signed: [bool; 3],
    /// Whether each result is clamped to its part.
    pub sat: bool,
    /// Whether the results are summed and c added, rather than written side by side.
    pub sum: bool,
}

/// Operations on parts of registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VideoOp {
    /// a + b.
    Add,
    /// a - b.
    Sub,
    /// (a + b) / 2, rounded away from zero.
    Average,
    /// |a - b|.
    AbsDiff,
    /// The smaller one.
    Min,
    /// The larger one.
    Max,
}

/// How `prmt` chooses bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrmtMode {
    /// Each result byte by four bits of c, the highest of which asks for the sign alone.
    Index,
    /// Four bytes upwards from c (`.f4e`).
    Forward,
    /// Four bytes downwards from c (`.b4e`).
    Backward,
    /// Byte c four times (`.rc8`).
    Replicate8,
    /// a with what is below byte c replaced by it (`.ecl`).
    EdgeLeft,
    /// a with what is above byte c replaced by it (`.ecr`).
    EdgeRight,
    /// A half of a twice (`.rc16`).
    Replicate16,
}

/// Operations of a carry chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarryOp {
    /// a + b.
    Add,
    /// a - b; the carry is a borrow.
    Sub,
    /// Lower half of a * b, plus c.
    MadLo,
    /// Upper half of a * b, plus c.
    MadHi,
}

/// Classes of floats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestpOp {
    /// Neither infinite nor NaN.
    Finite,
    /// Infinite.
    Infinite,
    /// Not NaN.
    Number,
    /// NaN.
    NotANumber,
    /// Finite, not zero, not subnormal.
    Normal,
    /// Subnormal. Zero is not.
    Subnormal,
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
