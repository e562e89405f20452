//! Comparisons and selections.

use super::arithmetic::arithmetic_ty;
use super::*;

/// `setp` and `set`.
pub(super) fn comparison<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let Some((cmp, unsigned)) = parts.find(compare) else {
        return ops.unsupported();
    };
    let combine = parts.find(|part| match part {
        "and" => Some(BoolOp::And),
        "or" => Some(BoolOp::Or),
        "xor" => Some(BoolOp::Xor),
        _ => None,
    });
    let mods = Mods {
        ftz: parts.take("ftz"),
        ..Mods::default()
    };
    let dty = if opcode == "set" {
        Some(arithmetic_ty(parts, ops)?)
    } else {
        None
    };
    let ty = arithmetic_ty(parts, ops)?;
    if !comparable(cmp, unsigned, ty) || mods.ftz && !(ty == Ty::F32 || ty.is_half()) {
        return ops.unsupported();
    }
    ops.count(3 + usize::from(combine.is_some()))?;
    let (a, b) = (ops.src(1, ty, body)?, ops.src(2, ty, body)?);
    let with = match combine {
        Some(op) => Some((op, ops.pred(3, body)?)),
        None => None,
    };
    if let Some(dty) = dty {
        if !settable(dty, ty) {
            return ops.unsupported();
        }
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
        // The halves of a packed type have a predicate each.
        Raw::Name(name, 0) if !ty.is_pair() => (named(name)?, None),
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

/// Whether values of type `ty` can be compared so; `unsigned` is for the names that only unsigned integers have.
fn comparable(cmp: Cmp, unsigned: bool, ty: Ty) -> bool {
    match ty.kind {
        _ if ty.bits < 16 => false,
        Kind::Float | Kind::Brain | Kind::FloatPair | Kind::BrainPair => !unsigned,
        Kind::Bits => !unsigned && matches!(cmp, Cmp::Eq | Cmp::Ne),
        Kind::Signed if unsigned => false,
        Kind::Unsigned | Kind::Signed => matches!(
            cmp,
            Cmp::Eq | Cmp::Ne | Cmp::Lt | Cmp::Le | Cmp::Gt | Cmp::Ge
        ),
        _ => false,
    }
}

/// Whether `set` can write a `dty` after comparing two of `ty`.
fn settable(dty: Ty, ty: Ty) -> bool {
    match (dty.kind, dty.bits) {
        (Kind::FloatPair, _) => ty.kind == Kind::FloatPair,
        (Kind::BrainPair, _) => ty.kind == Kind::BrainPair,
        // All ones in the half of a register.
        (Kind::Unsigned | Kind::Signed, 32) if ty.is_pair() => true,
        _ if ty.is_pair() => false,
        (Kind::Unsigned | Kind::Signed | Kind::Float, 32) => true,
        (Kind::Unsigned | Kind::Signed, 16) => ty.is_half(),
        (Kind::Float, 16) => ty.kind == Kind::Float && ty.bits == 16,
        (Kind::Brain, _) => ty.kind == Kind::Brain,
        _ => false,
    }
}

/// `testp`.
pub(super) fn class<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let test = parts.find(|part| {
        Some(match part {
            "finite" => TestpOp::Finite,
            "infinite" => TestpOp::Infinite,
            "number" => TestpOp::Number,
            "notanumber" => TestpOp::NotANumber,
            "normal" => TestpOp::Normal,
            "subnormal" => TestpOp::Subnormal,
            _ => return None,
        })
    });
    let ty = ty_of(parts, ops)?;
    let Some(test) = test.filter(|_| ty.kind == Kind::Float) else {
        return ops.unsupported();
    };
    ops.count(2)?;
    Ok(Op::Testp {
        test,
        ty,
        dst: ops.dst(0, Ty::PRED, body)?,
        a: ops.src(1, ty, body)?,
    })
}

/// `selp` and `slct`.
pub(super) fn selection<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let ftz = parts.take("ftz");
    let ty = ty_of(parts, ops)?;
    if ty.bits < 16 {
        return ops.unsupported();
    }
    if opcode == "selp" && !ftz {
        ops.count(4)?;
        let p = ops.pred(3, body)?;
        if p.negated {
            return Err(ops.error("selp takes a predicate, not its complement"));
        }
        return Ok(Op::Selp {
            ty,
            dst: ops.dst(0, ty, body)?,
            a: ops.src(1, ty, body)?,
            b: ops.src(2, ty, body)?,
            p: p.src,
        });
    }
    if opcode != "slct" {
        return ops.unsupported();
    }
    let selector = ty_of(parts, ops)?;
    let op = match (selector.kind, selector.bits) {
        (Kind::Float, 32) => TriOp::SlctF32,
        (Kind::Signed, 32) if !ftz => TriOp::SlctS32,
        _ => return ops.unsupported(),
    };
    ops.count(4)?;
    Ok(Op::Tri {
        op,
        ty,
        dst: ops.dst(0, ty, body)?,
        a: ops.src(1, ty, body)?,
        b: ops.src(2, ty, body)?,
        c: ops.src(3, selector, body)?,
        mods: Mods {
            ftz,
            ..Mods::default()
        },
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
