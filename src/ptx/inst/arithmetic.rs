//! Arithmetic, logic and selection.

use super::*;

pub(super) fn arithmetic<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    match opcode {
        "setp" | "set" => return comparison(opcode, parts, ops, body),
        "cvt" => return conversion(parts, ops, body),
        "lop3" => {
            let ty = ty_of(parts, ops)?;
            ops.count(5)?;
            let Operand::Imm(table) = ops.src(4, Ty::B32, body)? else {
                return Err(ops.error("the table of lop3 must be a constant"));
            };
            return Ok(Op::Lop3 {
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                c: ops.src(3, ty, body)?,
                table: table as u8,
            });
        }
        "bfi" => {
            let ty = ty_of(parts, ops)?;
            ops.count(5)?;
            return Ok(Op::Bfi {
                ty,
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                pos: ops.src(3, Ty::B32, body)?,
                len: ops.src(4, Ty::B32, body)?,
            });
        }
        "selp" => {
            let ty = ty_of(parts, ops)?;
            ops.count(4)?;
            return Ok(Op::Selp {
                ty,
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                p: ops.pred(3, body)?.src,
            });
        }
        "dp4a" => {
            let (a, b) = (ty_of(parts, ops)?, ty_of(parts, ops)?);
            let integer =
                |ty: Ty| ty.bits == 32 && matches!(ty.kind, Kind::Signed | Kind::Unsigned);
            if !integer(a) || !integer(b) {
                return ops.unsupported();
            }
            ops.count(4)?;
            return Ok(Op::Tri {
                op: TriOp::Dp4a {
                    a_signed: a.is_signed(),
                    b_signed: b.is_signed(),
                },
                ty: Ty::B32,
                dst: ops.dst(0, Ty::B32, body)?,
                a: ops.src(1, a, body)?,
                b: ops.src(2, b, body)?,
                c: ops.src(3, Ty::B32, body)?,
                mods: Mods::default(),
            });
        }
        "slct" => {
            let (ty, selector) = (ty_of(parts, ops)?, ty_of(parts, ops)?);
            parts.take("ftz");
            ops.count(4)?;
            let op = if selector.is_float() {
                TriOp::SlctF32
            } else {
                TriOp::SlctS32
            };
            return Ok(Op::Tri {
                op,
                ty,
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                b: ops.src(2, ty, body)?,
                c: ops.src(3, selector, body)?,
                mods: Mods::default(),
            });
        }
        _ => {}
    }
    let mut mods = mods(parts);
    let (wide, hi, lo) = (parts.take("wide"), parts.take("hi"), parts.take("lo"));
    let (clamp, wrap) = (parts.take("clamp"), parts.take("wrap"));
    let (left, right) = (parts.take("l"), parts.take("r"));
    let shiftamt = parts.take("shiftamt");
    parts.take("rn");
    let directed = parts.find(|part| match part {
        "rz" => Some(Round::Zero),
        "rm" => Some(Round::Down),
        "rp" => Some(Round::Up),
        _ => None,
    });
    let ty = ty_of(parts, ops)?;
    let float = ty.is_float();
    if let Some(round) = directed {
        // Of f64, and of division and functions, only the default rounding is executed.
        if ty.kind != Kind::Float
            || ty.bits != 32
            || !matches!(opcode, "add" | "sub" | "mul" | "fma" | "mad")
        {
            return ops.unsupported();
        }
        mods.round = round;
    }
    if let Some(op) = unary(opcode, shiftamt) {
        ops.count(2)?;
        let result = match op {
            UnOp::Popc | UnOp::Clz | UnOp::Bfind | UnOp::BfindShift => Ty::B32,
            _ => ty,
        };
        let needs_float = !matches!(
            op,
            UnOp::Neg
                | UnOp::Abs
                | UnOp::Not
                | UnOp::Cnot
                | UnOp::Popc
                | UnOp::Clz
                | UnOp::Brev
                | UnOp::Bfind
                | UnOp::BfindShift
        );
        if needs_float != float && !matches!(op, UnOp::Neg | UnOp::Abs)
            || mods.sat && !float
            || ty.bits == 8
            || (ty == Ty::PRED && op != UnOp::Not)
        {
            return ops.unsupported();
        }
        return Ok(Op::Un {
            op,
            ty,
            dst: ops.dst(0, result, body)?,
            a: ops.src(1, ty, body)?,
            mods,
        });
    }
    let binary = match opcode {
        "add" => Some(BinOp::Add),
        "sub" => Some(BinOp::Sub),
        "mul" | "mul24" if wide => Some(BinOp::MulWide),
        "mul" if hi => Some(BinOp::MulHi),
        "mul" if lo || float => Some(BinOp::MulLo),
        "div" => Some(BinOp::Div),
        "rem" if !float => Some(BinOp::Rem),
        "min" => Some(BinOp::Min),
        "max" => Some(BinOp::Max),
        "and" if !float => Some(BinOp::And),
        "or" if !float => Some(BinOp::Or),
        "xor" if !float => Some(BinOp::Xor),
        "shl" if !float => Some(BinOp::Shl),
        "shr" if !float => Some(BinOp::Shr),
        "copysign" if float => Some(BinOp::Copysign),
        _ => None,
    };
    let boolean = matches!(binary, Some(BinOp::And | BinOp::Or | BinOp::Xor));
    if ty.bits == 8 || (ty == Ty::PRED && !boolean) {
        return ops.unsupported();
    }
    if let Some(op) = binary {
        ops.count(3)?;
        if mods.sat
            && !float
            && !(ty.is_signed() && ty.bits == 32 && matches!(op, BinOp::Add | BinOp::Sub))
        {
            return ops.unsupported();
        }
        let shift = matches!(op, BinOp::Shl | BinOp::Shr);
        return Ok(Op::Bin {
            op,
            ty,
            dst: ops.dst(
                0,
                if op == BinOp::MulWide {
                    widened(ty, ops)?
                } else {
                    ty
                },
                body,
            )?,
            a: ops.src(1, ty, body)?,
            b: ops.src(2, if shift { Ty::B32 } else { ty }, body)?,
            mods,
        });
    }
    let op = match opcode {
        "mad" | "fma" if float => TriOp::Fma,
        "mad" if wide => TriOp::MadWide,
        "mad" if hi && !mods.sat => TriOp::MadHi,
        "mad" if lo => TriOp::MadLo,
        "bfe" if !float => TriOp::Bfe,
        "sad" if !float => TriOp::Sad,
        "prmt" => TriOp::Prmt,
        "shf" => match (left, right, clamp, wrap) {
            (true, _, true, _) => TriOp::ShfLeftClamp,
            (true, _, _, true) => TriOp::ShfLeftWrap,
            (_, true, true, _) => TriOp::ShfRightClamp,
            (_, true, _, true) => TriOp::ShfRightWrap,
            _ => return ops.unsupported(),
        },
        _ => return ops.unsupported(),
    };
    ops.count(4)?;
    let wide = if op == TriOp::MadWide {
        widened(ty, ops)?
    } else {
        ty
    };
    let (b, c) = match op {
        TriOp::Bfe => (Ty::B32, Ty::B32),
        _ => (ty, wide),
    };
    Ok(Op::Tri {
        op,
        ty,
        dst: ops.dst(0, wide, body)?,
        a: ops.src(1, ty, body)?,
        b: ops.src(2, b, body)?,
        c: ops.src(3, c, body)?,
        mods,
    })
}

pub(super) fn widened(ty: Ty, ops: &Operands<'_, '_>) -> Result<Ty, PtxError> {
    if ty.bits > 32 || ty.is_float() {
        return ops.unsupported();
    }
    Ok(Ty {
        kind: ty.kind,
        bits: ty.bits * 2,
    })
}

pub(super) fn unary(opcode: &str, shiftamt: bool) -> Option<UnOp> {
    Some(match opcode {
        "neg" => UnOp::Neg,
        "abs" => UnOp::Abs,
        "not" => UnOp::Not,
        "cnot" => UnOp::Cnot,
        "popc" => UnOp::Popc,
        "clz" => UnOp::Clz,
        "brev" => UnOp::Brev,
        "bfind" if shiftamt => UnOp::BfindShift,
        "bfind" => UnOp::Bfind,
        "rcp" => UnOp::Rcp,
        "sqrt" => UnOp::Sqrt,
        "rsqrt" => UnOp::Rsqrt,
        "ex2" => UnOp::Ex2,
        "lg2" => UnOp::Lg2,
        "sin" => UnOp::Sin,
        "cos" => UnOp::Cos,
        "tanh" => UnOp::Tanh,
        _ => return None,
    })
}
