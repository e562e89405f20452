//! Comparisons and conversions.

use super::*;

pub(super) fn comparison<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let mods = mods(parts);
    let Some((cmp, unsigned)) = parts.find(compare) else {
        return ops.unsupported();
    };
    let combine = parts.find(|part| match part {
        "and" => Some(BoolOp::And),
        "or" => Some(BoolOp::Or),
        "xor" => Some(BoolOp::Xor),
        _ => None,
    });
    let dty = if opcode == "set" {
        Some(ty_of(parts, ops)?)
    } else {
        None
    };
    let mut ty = ty_of(parts, ops)?;
    if unsigned && !ty.is_float() {
        ty.kind = Kind::Unsigned;
    }
    if ty.bits == 8 {
        return ops.unsupported();
    }
    ops.count(3 + usize::from(combine.is_some()))?;
    let (a, b) = (ops.src(1, ty, body)?, ops.src(2, ty, body)?);
    let with = match combine {
        Some(op) => Some((op, ops.pred(3, body)?)),
        None => None,
    };
    if let Some(dty) = dty {
        let dst = ops.dst(0, dty, body)?;
        return Ok(Op::Set {
            cmp,
            dty,
            ty,
            dst,
            a,
            b,
            with,
            mods,
        });
    }
    let named = |name: &str| match name {
        "_" => Ok(None),
        _ => ops
            .fits(ops.reg_named(name, body)?, Ty::PRED, body)
            .map(Some),
    };
    let (dst, not_dst) = match ops.raw(0)? {
        Raw::Pair(dst, not_dst) => (named(dst)?, named(not_dst)?),
        Raw::Name(name, 0) => (named(name)?, None),
        _ => return Err(ops.error("expected a predicate as destination")),
    };
    Ok(Op::Setp {
        cmp,
        ty,
        dst,
        not_dst,
        a,
        b,
        with,
        mods,
    })
}

/// The comparison and whether it is one of the unsigned integer names.
pub(super) fn compare(part: &str) -> Option<(Cmp, bool)> {
    Some(match part {
        "eq" => (Cmp::Eq, false),
        "ne" => (Cmp::Ne, false),
        "lt" => (Cmp::Lt, false),
        "le" => (Cmp::Le, false),
        "gt" => (Cmp::Gt, false),
        "ge" => (Cmp::Ge, false),
        "lo" => (Cmp::Lt, true),
        "ls" => (Cmp::Le, true),
        "hi" => (Cmp::Gt, true),
        "hs" => (Cmp::Ge, true),
        "equ" => (Cmp::Equ, false),
        "neu" => (Cmp::Neu, false),
        "ltu" => (Cmp::Ltu, false),
        "leu" => (Cmp::Leu, false),
        "gtu" => (Cmp::Gtu, false),
        "geu" => (Cmp::Geu, false),
        "num" => (Cmp::Num, false),
        "nan" => (Cmp::Nan, false),
        _ => return None,
    })
}

pub(super) fn conversion<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let mods = mods(parts);
    let rounding = parts.find(|part| {
        Some(match part {
            "rn" => (Round::NearestEven, false),
            "rz" => (Round::Zero, false),
            "rm" => (Round::Down, false),
            "rp" => (Round::Up, false),
            "rni" => (Round::NearestEven, true),
            "rzi" => (Round::Zero, true),
            "rmi" => (Round::Down, true),
            "rpi" => (Round::Up, true),
            _ => return None,
        })
    });
    let (dty, sty) = (ty_of(parts, ops)?, ty_of(parts, ops)?);
    ops.count(2)?;
    let (round, integral) = rounding.unwrap_or_default();
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
