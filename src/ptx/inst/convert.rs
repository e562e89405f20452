//! Conversions between types.

use super::arithmetic::{arithmetic_ty, binary, ternary};
use super::*;

/// A rounding as written, and whether it is one of those to an integral value.
fn rounding(part: &str) -> Option<(Round, bool)> {
    Some(match part {
        "rn" => (Round::NearestEven, false),
        "rz" => (Round::Zero, false),
        "rm" => (Round::Down, false),
        "rp" => (Round::Up, false),
        "rna" => (Round::NearestAway, false),
        "rni" => (Round::NearestEven, true),
        "rzi" => (Round::Zero, true),
        "rmi" => (Round::Down, true),
        "rpi" => (Round::Up, true),
        _ => return None,
    })
}

/// `cvt`, of one value or of two into a packed one.
pub(super) fn conversion<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let rounding = parts.find(rounding);
    let (round, integral) = rounding.unwrap_or_default();
    let mods = Mods {
        ftz: parts.take("ftz"),
        sat: parts.take("sat"),
        relu: parts.take("relu"),
        satfinite: parts.take("satfinite"),
        round,
        ..Mods::default()
    };
    let (dty, sty) = (arithmetic_ty(parts, ops)?, arithmetic_ty(parts, ops)?);
    if !exists(dty, sty, rounding, mods) {
        return ops.unsupported();
    }
    if dty.is_pair() && sty == Ty::F32 {
        ops.count(3)?;
        return binary(BinOp::CvtPair, dty, mods, ops, body);
    }
    ops.count(2)?;
    // A conversion writes and reads registers at least as wide as its types; an 8-bit value sits in a 16-bit register.
    Ok(Op::Cvt {
        dst: ops.dst(0, dty, body)?,
        dty,
        src: ops.src(1, sty, body)?,
        sty,
        round,
        integral,
        mods,
    })
}

/// Whether a `cvt` between these types has these modifiers.
fn exists(dty: Ty, sty: Ty, rounding: Option<(Round, bool)>, mods: Mods) -> bool {
    let f16x2 = |ty: Ty| ty.kind == Kind::FloatPair;
    let byte_pair = |ty: Ty| matches!(ty.kind, Kind::E4m3Pair | Kind::E5m2Pair);
    let nearest_or_zero = matches!(rounding, Some((Round::NearestEven | Round::Zero, false)));
    let nearest = matches!(rounding, Some((Round::NearestEven, false)));
    match (dty.kind, sty.kind) {
        (Kind::FloatPair | Kind::BrainPair, _) if sty == Ty::F32 => {
            nearest_or_zero && !mods.ftz && !mods.sat
        }
        (Kind::E4m3Pair | Kind::E5m2Pair, _) if sty == Ty::F32 || f16x2(sty) => {
            nearest && mods.satfinite && !mods.ftz && !mods.sat
        }
        (Kind::FloatPair, _) if byte_pair(sty) => {
            nearest && !mods.ftz && !mods.sat && !mods.satfinite
        }
        (Kind::Tensor, _) if sty == Ty::F32 => {
            (nearest_or_zero || matches!(rounding, Some((Round::NearestAway, _)) if !mods.relu))
                && !mods.ftz
                && !mods.sat
        }
        _ if [dty, sty]
            .into_iter()
            .any(|ty| ty.is_pair() || ty.kind == Kind::Tensor || ty == Ty::PRED) =>
        {
            false
        }
        _ if matches!(rounding, Some((Round::NearestAway, _))) => false,
        _ if mods.relu || mods.satfinite => {
            dty.is_half() && sty == Ty::F32 && nearest_or_zero && !mods.sat && !mods.ftz
        }
        // Only f32 has a flushing mode.
        _ => !mods.ftz || dty == Ty::F32 || sty == Ty::F32,
    }
}

/// `cvt.pack.sat.s16.s32 d, a, b` and `cvt.pack.sat.u8.s32.b32 d, a, b, c`.
pub(super) fn pack<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let part = parts.find(|part| {
        Some(match part {
            "u16" => (16, false),
            "s16" => (16, true),
            "u8" => (8, false),
            "s8" => (8, true),
            "u4" => (4, false),
            "s4" => (4, true),
            "u2" => (2, false),
            "s2" => (2, true),
            _ => return None,
        })
    });
    let saturated = parts.take("sat") && parts.take("s32");
    let (Some((bits, signed)), true) = (part, saturated) else {
        return ops.unsupported();
    };
    let op = TriOp::CvtPack { bits, signed };
    if bits < 16 {
        if !parts.take("b32") {
            return ops.unsupported();
        }
        ops.count(4)?;
        return ternary(op, Ty::B32, Mods::default(), ops, body);
    }
    ops.count(3)?;
    Ok(Op::Tri {
        op,
        ty: Ty::B32,
        dst: ops.dst(0, Ty::B32, body)?,
        a: ops.src(1, Ty::B32, body)?,
        b: ops.src(2, Ty::B32, body)?,
        c: Operand::Imm(0),
        mods: Mods::default(),
    })
}
