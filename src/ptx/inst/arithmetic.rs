//! Arithmetic and logic: which operation a mnemonic names, for which types and with which modifiers it exists.
//!
//! [`operation`] is the list of instructions and [`allowed`] that of their modifiers; what neither knows is refused. Instructions
//! whose operands are out of the ordinary are in `bits.rs`, comparisons in `compare.rs`, conversions in `convert.rs`.

use super::bits;
use super::compare;
use super::convert;
use super::*;

/// A set of types, one bit each.
type Types = u32;
const U16: Types = 1;
const U32: Types = 1 << 1;
const U64: Types = 1 << 2;
const S16: Types = 1 << 3;
const S32: Types = 1 << 4;
const S64: Types = 1 << 5;
const B16: Types = 1 << 6;
const B32: Types = 1 << 7;
const B64: Types = 1 << 8;
const PRED: Types = 1 << 9;
const F16: Types = 1 << 10;
const F16X2: Types = 1 << 11;
const BF16: Types = 1 << 12;
const BF16X2: Types = 1 << 13;
const F32: Types = 1 << 14;
const F64: Types = 1 << 15;
const U16X2: Types = 1 << 16;
const S16X2: Types = 1 << 17;
const F32X2: Types = 1 << 18;

const SIGNED: Types = S16 | S32 | S64;
const INTEGERS: Types = U16 | U32 | U64 | SIGNED;
const BITS: Types = B16 | B32 | B64;
const FLOATS: Types = F32 | F64;
const HALVES: Types = F16 | F16X2 | BF16 | BF16X2;
const PAIRS: Types = U16X2 | S16X2;

fn set_of(ty: Ty) -> Types {
    match (ty.kind, ty.bits) {
        (Kind::Unsigned, 16) => U16,
        (Kind::Unsigned, 32) => U32,
        (Kind::Unsigned, 64) => U64,
        (Kind::Signed, 16) => S16,
        (Kind::Signed, 32) => S32,
        (Kind::Signed, 64) => S64,
        (Kind::Bits, 16) => B16,
        (Kind::Bits, 32) => B32,
        (Kind::Bits, 64) => B64,
        (Kind::Predicate, _) => PRED,
        (Kind::Float, 16) => F16,
        (Kind::Float, 32) => F32,
        (Kind::Float, 64) => F64,
        (Kind::FloatPair, _) => F16X2,
        (Kind::Brain, _) => BF16,
        (Kind::BrainPair, _) => BF16X2,
        (Kind::SinglePair, _) => F32X2,
        (Kind::UnsignedPair, _) => U16X2,
        (Kind::SignedPair, _) => S16X2,
        _ => 0,
    }
}

/// What a mnemonic names, by its number of sources.
enum Shape {
    One(UnOp),
    Two(BinOp),
    Three(TriOp),
}

/// Which part of a product is meant.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    All,
    Low,
    High,
    Wide,
}

/// The operation of `opcode`, and the types that it exists for.
fn operation(opcode: &str, part: Part) -> Option<(Shape, Types)> {
    use Part::{All, High, Low, Wide};
    use Shape::{One, Three, Two};
    Some(match (opcode, part) {
        ("add", All) => (Two(BinOp::Add), INTEGERS | FLOATS | HALVES | PAIRS | F32X2),
        ("sub", All) => (Two(BinOp::Sub), INTEGERS | FLOATS | HALVES | F32X2),
        ("mul", All) => (Two(BinOp::MulLo), FLOATS | HALVES | F32X2),
        ("mul", Low) => (Two(BinOp::MulLo), INTEGERS),
        ("mul", High) => (Two(BinOp::MulHi), INTEGERS),
        ("mul", Wide) => (Two(BinOp::MulWide), U16 | U32 | S16 | S32),
        ("mul24", Low) => (Two(BinOp::Mul24Lo), U32 | S32),
        ("mul24", High) => (Two(BinOp::Mul24Hi), U32 | S32),
        ("mad", All) => (Three(TriOp::Fma), FLOATS),
        ("mad", Low) => (Three(TriOp::MadLo), INTEGERS),
        ("mad", High) => (Three(TriOp::MadHi), INTEGERS),
        ("mad", Wide) => (Three(TriOp::MadWide), U16 | U32 | S16 | S32),
        ("mad24", Low) => (Three(TriOp::Mad24Lo), U32 | S32),
        ("mad24", High) => (Three(TriOp::Mad24Hi), U32 | S32),
        ("fma", All) => (Three(TriOp::Fma), FLOATS | HALVES | F32X2),
        ("div", All) => (Two(BinOp::Div), INTEGERS | FLOATS),
        ("rem", All) => (Two(BinOp::Rem), INTEGERS),
        ("min", All) => (Two(BinOp::Min), INTEGERS | FLOATS | HALVES | PAIRS),
        ("max", All) => (Two(BinOp::Max), INTEGERS | FLOATS | HALVES | PAIRS),
        ("neg", All) => (One(UnOp::Neg), SIGNED | FLOATS | HALVES),
        ("abs", All) => (One(UnOp::Abs), SIGNED | FLOATS | HALVES),
        ("sad", All) => (Three(TriOp::Sad), INTEGERS),
        ("and", All) => (Two(BinOp::And), BITS | PRED),
        ("or", All) => (Two(BinOp::Or), BITS | PRED),
        ("xor", All) => (Two(BinOp::Xor), BITS | PRED),
        ("not", All) => (One(UnOp::Not), BITS | PRED),
        ("cnot", All) => (One(UnOp::Cnot), BITS),
        ("shl", All) => (Two(BinOp::Shl), BITS),
        ("shr", All) => (Two(BinOp::Shr), BITS | INTEGERS),
        ("popc", All) => (One(UnOp::Popc), B32 | B64),
        ("clz", All) => (One(UnOp::Clz), B32 | B64),
        ("brev", All) => (One(UnOp::Brev), B32 | B64),
        ("bfe", All) => (Three(TriOp::Bfe), U32 | U64 | S32 | S64),
        ("fns", All) => (Three(TriOp::Fns), B32),
        ("copysign", All) => (Two(BinOp::Copysign), FLOATS),
        ("rcp", All) => (One(UnOp::Rcp), FLOATS),
        ("sqrt", All) => (One(UnOp::Sqrt), FLOATS),
        ("rsqrt", All) => (One(UnOp::Rsqrt), FLOATS),
        ("ex2", All) => (One(UnOp::Ex2), F32 | HALVES),
        ("tanh", All) => (One(UnOp::Tanh), F32 | HALVES),
        ("lg2", All) => (One(UnOp::Lg2), F32),
        ("sin", All) => (One(UnOp::Sin), F32),
        ("cos", All) => (One(UnOp::Cos), F32),
        _ => return None,
    })
}

/// The most modifiers that an instruction of `opcode` and type `ty` may have; `round` stands for any direction.
fn allowed(opcode: &str, ty: Ty) -> Mods {
    let is = |types: Types| set_of(ty) & types != 0;
    let sum = matches!(opcode, "add" | "sub" | "mul" | "fma" | "mad");
    let function = matches!(opcode, "sin" | "cos" | "lg2" | "ex2" | "tanh" | "rsqrt");
    let choice = matches!(opcode, "min" | "max");
    let quotient = matches!(opcode, "div" | "rcp" | "sqrt");
    Mods {
        ftz: is(F32 | F32X2) && opcode != "copysign"
            || is(F16 | F16X2) && (sum || choice || matches!(opcode, "neg" | "abs"))
            || is(BF16 | BF16X2) && opcode == "ex2"
            || is(F64) && matches!(opcode, "rcp" | "rsqrt"),
        sat: sum && is(F32 | F16 | F16X2)
            || is(S32) && matches!(opcode, "add" | "sub" | "mad" | "mad24"),
        approx: function || quotient && is(F32) || opcode == "rcp" && is(F64),
        full: opcode == "div" && is(F32),
        nan: choice && is(F32 | HALVES),
        relu: choice && is(S32 | S16X2) || opcode == "fma" && is(HALVES),
        xorsign: choice && is(F32 | HALVES),
        satfinite: false,
        round: if (sum || quotient) && is(FLOATS | F32X2) {
            Round::Up
        } else {
            Round::NearestEven
        },
        narrow: None,
    }
}

/// Whether every modifier of `mods` is among those `allowed`.
fn within(mods: Mods, allowed: Mods) -> bool {
    (!mods.ftz || allowed.ftz)
        && (!mods.sat || allowed.sat)
        && (!mods.approx || allowed.approx)
        && (!mods.full || allowed.full)
        && (!mods.nan || allowed.nan)
        && (!mods.relu || allowed.relu)
        && (!mods.xorsign || allowed.xorsign)
        && (!mods.satfinite || allowed.satfinite)
        && (mods.round == Round::NearestEven || allowed.round != Round::NearestEven)
}

/// Decodes any instruction that computes a value from values.
pub(super) fn arithmetic<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &mut Body<'a>,
) -> Result<Op, PtxError> {
    if parts.take("cc") || matches!(opcode, "addc" | "subc" | "madc") {
        return bits::carry(opcode, parts, ops, body);
    }
    let body = &*body;
    match opcode {
        "setp" | "set" => return compare::comparison(opcode, parts, ops, body),
        "testp" => return compare::class(parts, ops, body),
        "selp" | "slct" => return compare::selection(opcode, parts, ops, body),
        "cvt" if parts.take("pack") => return convert::pack(parts, ops, body),
        "cvt" => return convert::conversion(parts, ops, body),
        "lop3" => return bits::lop3(parts, ops, body),
        "bfi" => return bits::bfi(parts, ops, body),
        "bfind" => return bits::bfind(parts, ops, body),
        "prmt" => return bits::prmt(parts, ops, body),
        "shf" => return bits::funnel(parts, ops, body),
        "szext" | "bmsk" => return bits::mask(opcode, parts, ops, body),
        "vadd2" | "vadd4" | "vsub2" | "vsub4" | "vavrg2" | "vavrg4" | "vabsdiff2" | "vabsdiff4"
        | "vmin2" | "vmin4" | "vmax2" | "vmax4" => return bits::video(opcode, parts, ops, body),
        "dp4a" | "dp2a" => return bits::dot(opcode, parts, ops, body),
        _ => {}
    }
    // Angles in turns exist only flushed.
    let turns = matches!(opcode, "sin" | "cos") && parts.take("2pi");
    let part = parts
        .find(|part| match part {
            "lo" => Some(Part::Low),
            "hi" => Some(Part::High),
            "wide" => Some(Part::Wide),
            _ => None,
        })
        .unwrap_or(Part::All);
    let Some((shape, types)) = operation(opcode, part) else {
        return ops.unsupported();
    };
    let mut mods = modifiers(parts, ops)?;
    let ty = arithmetic_ty(parts, ops)?;
    if ty == Ty::F32 && matches!(opcode, "add" | "sub" | "fma") && !mods.ftz {
        mods.narrow = parts.find(Ty::parse_arithmetic);
        if mods
            .narrow
            .is_some_and(|narrow| set_of(narrow) & (F16 | BF16) == 0)
        {
            return ops.unsupported();
        }
    }
    let rounded = ty.is_float() && matches!(opcode, "add" | "sub" | "mul" | "fma" | "mad");
    let quotient = ty.is_float() && matches!(opcode, "div" | "rcp" | "sqrt");
    if set_of(ty) & types == 0
        || !within(mods, allowed(opcode, ty))
        || parts.take("rn") && !(rounded || quotient)
        // Only `mad.hi` and `mad24.hi` saturate.
        || mods.sat && matches!(opcode, "mad" | "mad24") && !ty.is_float() && part != Part::High
        // The gross approximation of f64 exists flushed only.
        || opcode == "rcp" && ty.bits == 64 && mods.approx != mods.ftz
        || turns && !mods.ftz
    {
        return ops.unsupported();
    }
    let shape = match shape {
        Shape::One(UnOp::Sin) if turns => Shape::One(UnOp::SinTurns),
        Shape::One(UnOp::Cos) if turns => Shape::One(UnOp::CosTurns),
        shape => shape,
    };
    build(shape, ty, mods, ops, body)
}

fn build<'a>(
    shape: Shape,
    ty: Ty,
    mods: Mods,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    match shape {
        Shape::One(op) => {
            ops.count(2)?;
            Ok(Op::Un {
                op,
                ty,
                dst: ops.dst(0, op.result(ty), body)?,
                a: ops.src(1, ty, body)?,
                mods,
            })
        }
        Shape::Two(op) => {
            ops.count(3)?;
            binary(op, ty, mods, ops, body)
        }
        Shape::Three(op) => {
            ops.count(4)?;
            ternary(op, ty, mods, ops, body)
        }
    }
}

/// An operation of two sources whose types are those that it says.
pub(super) fn binary<'a>(
    op: BinOp,
    ty: Ty,
    mods: Mods,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let [d, a, b] = op.types(ty);
    let a = mods.narrow.unwrap_or(a);
    Ok(Op::Bin {
        op,
        ty,
        dst: ops.dst(0, d, body)?,
        a: ops.src(1, a, body)?,
        b: ops.src(2, b, body)?,
        mods,
    })
}

/// An operation of three sources whose types are those that it says.
pub(super) fn ternary<'a>(
    op: TriOp,
    ty: Ty,
    mods: Mods,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let [d, a, b, c] = op.types(ty);
    let (a, b) = (mods.narrow.unwrap_or(a), mods.narrow.unwrap_or(b));
    Ok(Op::Tri {
        op,
        ty,
        dst: ops.dst(0, d, body)?,
        a: ops.src(1, a, body)?,
        b: ops.src(2, b, body)?,
        c: ops.src(3, c, body)?,
        mods,
    })
}

/// The next type of the mnemonic, those that only arithmetic has included.
pub(super) fn arithmetic_ty(parts: &mut Parts<'_>, ops: &Operands<'_, '_>) -> Result<Ty, PtxError> {
    match parts.find(Ty::parse_arithmetic) {
        Some(ty) => Ok(ty),
        None => ops.unsupported(),
    }
}

/// Consumes the modifiers; `.rn` is left for the caller, as it is the default where it exists.
fn modifiers(parts: &mut Parts<'_>, ops: &Operands<'_, '_>) -> Result<Mods, PtxError> {
    let full = parts.take("full");
    let xorsign = parts.take("xorsign");
    if xorsign && !parts.take("abs") {
        return ops.unsupported();
    }
    let round = parts.find(|part| match part {
        "rz" => Some(Round::Zero),
        "rm" => Some(Round::Down),
        "rp" => Some(Round::Up),
        _ => None,
    });
    Ok(Mods {
        ftz: parts.take("ftz"),
        sat: parts.take("sat"),
        approx: parts.take("approx") | full,
        full,
        nan: parts.take("NaN"),
        relu: parts.take("relu"),
        xorsign,
        satfinite: false,
        round: round.unwrap_or_default(),
        narrow: None,
    })
}
