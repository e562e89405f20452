//! Integer instructions whose operands or modes are their own: carry chains, permutations, fields, dot products.

use super::arithmetic::{binary, ternary};
use super::*;

const U32: Ty = Ty {
    kind: Kind::Unsigned,
    bits: 32,
};

/// The condition code of `body`: a predicate that no PTX text can name. It is declared when it is first needed, for the whole body.
fn condition_code(body: &mut Body<'_>) -> Reg {
    const NAME: &str = "CC.CF";
    if let Some(reg) = body.reg(NAME) {
        return reg;
    }
    body.declare_outermost(NAME, Ty::PRED)
}

/// `add.cc`, `addc`, `sub.cc`, `subc`, `mad.cc`, `madc`; the part `cc` has been taken already.
pub(super) fn carry<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &mut Body<'a>,
) -> Result<Op, PtxError> {
    let reads = opcode.ends_with('c');
    let writes = ops.mnemonic.split('.').any(|part| part == "cc");
    let op = match opcode {
        "add" | "addc" => CarryOp::Add,
        "sub" | "subc" => CarryOp::Sub,
        "mad" | "madc" if parts.take("lo") => CarryOp::MadLo,
        "mad" | "madc" if parts.take("hi") => CarryOp::MadHi,
        _ => return ops.unsupported(),
    };
    let ty = ty_of(parts, ops)?;
    if !matches!(ty.kind, Kind::Unsigned | Kind::Signed) || ty.bits < 32 {
        return ops.unsupported();
    }
    let product = matches!(op, CarryOp::MadLo | CarryOp::MadHi);
    ops.count(if product { 4 } else { 3 })?;
    let carry = condition_code(body);
    Ok(Op::Carry {
        op,
        ty,
        dst: ops.dst(0, ty, body)?,
        a: ops.src(1, ty, body)?,
        b: ops.src(2, ty, body)?,
        c: if product {
            Some(ops.src(3, ty, body)?)
        } else {
            None
        },
        carry,
        reads,
        writes,
    })
}

/// `lop3.b32 d, a, b, c, table` and `lop3.or.b32 d|p, a, b, c, table, q`.
pub(super) fn lop3<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let combine = parts.find(|part| match part {
        "and" => Some(BoolOp::And),
        "or" => Some(BoolOp::Or),
        _ => None,
    });
    exactly(Ty::B32, parts, ops)?;
    ops.count(5 + usize::from(combine.is_some()))?;
    let Operand::Imm(table @ 0..256) = ops.src(4, Ty::B32, body)? else {
        return Err(ops.error("the table of lop3 must be a constant from 0 to 255"));
    };
    let (dst, ok) = match (combine, ops.raw(0)?) {
        (Some(op), Raw::Pair(dst, ok)) => {
            let dst = match *dst {
                "_" => None,
                dst => Some(ops.fits(ops.reg_named(dst, body)?, Ty::B32, body)?),
            };
            let ok = ops.fits(ops.reg_named(ok, body)?, Ty::PRED, body)?;
            (dst, Some((ok, op, ops.pred(5, body)?)))
        }
        (Some(_), _) => return Err(ops.error("expected a register and a predicate, d|p")),
        (None, _) => (Some(ops.dst(0, Ty::B32, body)?), None),
    };
    Ok(Op::Lop3 {
        dst,
        ok,
        a: ops.src(1, Ty::B32, body)?,
        b: ops.src(2, Ty::B32, body)?,
        c: ops.src(3, Ty::B32, body)?,
        table: table as u8,
    })
}

pub(super) fn bfi<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let ty = ty_of(parts, ops)?;
    if ty.kind != Kind::Bits || ty.bits < 32 {
        return ops.unsupported();
    }
    ops.count(5)?;
    Ok(Op::Bfi {
        ty,
        dst: ops.dst(0, ty, body)?,
        a: ops.src(1, ty, body)?,
        b: ops.src(2, ty, body)?,
        pos: ops.src(3, Ty::B32, body)?,
        len: ops.src(4, Ty::B32, body)?,
    })
}

pub(super) fn bfind<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let op = if parts.take("shiftamt") {
        UnOp::BfindShift
    } else {
        UnOp::Bfind
    };
    let ty = ty_of(parts, ops)?;
    if !matches!(ty.kind, Kind::Unsigned | Kind::Signed) || ty.bits < 32 {
        return ops.unsupported();
    }
    ops.count(2)?;
    Ok(Op::Un {
        op,
        ty,
        dst: ops.dst(0, Ty::B32, body)?,
        a: ops.src(1, ty, body)?,
        mods: Mods::default(),
    })
}

pub(super) fn prmt<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    exactly(Ty::B32, parts, ops)?;
    let mode = parts.find(|part| {
        Some(match part {
            "f4e" => PrmtMode::Forward,
            "b4e" => PrmtMode::Backward,
            "rc8" => PrmtMode::Replicate8,
            "ecl" => PrmtMode::EdgeLeft,
            "ecr" => PrmtMode::EdgeRight,
            "rc16" => PrmtMode::Replicate16,
            _ => return None,
        })
    });
    ops.count(4)?;
    let op = TriOp::Prmt(mode.unwrap_or(PrmtMode::Index));
    ternary(op, Ty::B32, Mods::default(), ops, body)
}

/// `shf.l` and `shf.r`, clamped or wrapped.
pub(super) fn funnel<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let (left, right) = (parts.take("l"), parts.take("r"));
    let (clamp, wrap) = (parts.take("clamp"), parts.take("wrap"));
    let op = match (left, right, clamp, wrap) {
        (true, false, true, false) => TriOp::ShfLeftClamp,
        (true, false, false, true) => TriOp::ShfLeftWrap,
        (false, true, true, false) => TriOp::ShfRightClamp,
        (false, true, false, true) => TriOp::ShfRightWrap,
        _ => return ops.unsupported(),
    };
    exactly(Ty::B32, parts, ops)?;
    ops.count(4)?;
    ternary(op, Ty::B32, Mods::default(), ops, body)
}

/// `szext` and `bmsk`.
pub(super) fn mask<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let (clamp, wrap) = (parts.take("clamp"), parts.take("wrap"));
    let ty = ty_of(parts, ops)?;
    let op = match (opcode, ty.kind, clamp, wrap) {
        ("szext", Kind::Unsigned | Kind::Signed, true, false) => BinOp::SzextClamp,
        ("szext", Kind::Unsigned | Kind::Signed, false, true) => BinOp::SzextWrap,
        ("bmsk", Kind::Bits, true, false) => BinOp::BmskClamp,
        ("bmsk", Kind::Bits, false, true) => BinOp::BmskWrap,
        _ => return ops.unsupported(),
    };
    if ty.bits != 32 {
        return ops.unsupported();
    }
    ops.count(3)?;
    binary(op, ty, Mods::default(), ops, body)
}

/// `dp4a` and `dp2a`.
pub(super) fn dot<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let (low, high) = match opcode {
        "dp2a" => (parts.take("lo"), parts.take("hi")),
        _ => (true, false),
    };
    let (a, b) = (ty_of(parts, ops)?, ty_of(parts, ops)?);
    let integer = |ty: Ty| ty.bits == 32 && matches!(ty.kind, Kind::Signed | Kind::Unsigned);
    if !integer(a) || !integer(b) || low == high {
        return ops.unsupported();
    }
    let (a_signed, b_signed) = (a.is_signed(), b.is_signed());
    let op = match opcode {
        "dp2a" => TriOp::Dp2a {
            a_signed,
            b_signed,
            high,
        },
        _ => TriOp::Dp4a { a_signed, b_signed },
    };
    ops.count(4)?;
    ternary(op, U32, Mods::default(), ops, body)
}

/// `vadd4.u32.u32.u32.sat d, a, b, c` and its kin, without masks and selectors.
pub(super) fn video<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let (name, bits) = match opcode.strip_suffix('4') {
        Some(name) => (name, 8),
        None => (opcode.trim_end_matches('2'), 16),
    };
    let op = match name {
        "vadd" => VideoOp::Add,
        "vsub" => VideoOp::Sub,
        "vavrg" => VideoOp::Average,
        "vabsdiff" => VideoOp::AbsDiff,
        "vmin" => VideoOp::Min,
        "vmax" => VideoOp::Max,
        _ => return ops.unsupported(),
    };
    let mut signed = [false; 3];
    for signed in &mut signed {
        let ty = ty_of(parts, ops)?;
        if ty.bits != 32 || !matches!(ty.kind, Kind::Unsigned | Kind::Signed) {
            return ops.unsupported();
        }
        *signed = ty.is_signed();
    }
    let (sat, sum) = (parts.take("sat"), parts.take("add"));
    if sat && sum {
        return ops.unsupported();
    }
    ops.count(4)?;
    let video = Video {
        op,
        bits,
        signed,
        sat,
        sum,
    };
    ternary(TriOp::Video(video), U32, Mods::default(), ops, body)
}

/// Consumes the type, which can only be `ty`.
fn exactly(ty: Ty, parts: &mut Parts<'_>, ops: &Operands<'_, '_>) -> Result<(), PtxError> {
    if ty_of(parts, ops)? == ty {
        Ok(())
    } else {
        ops.unsupported()
    }
}
