//! Moves, loads, stores, atomics and address spaces.

use super::*;

/// Decodes `opcode` if it belongs here.
pub(super) fn decode<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &mut Body<'a>,
) -> Result<Option<Op>, PtxError> {
    let op = match opcode {
        "mov" => mov(parts, ops, body)?,
        "ld" | "ldu" => load(parts, ops, body)?,
        "st" => store(parts, ops, body)?,
        "atom" | "red" => atomic(opcode == "atom", parts, ops, body)?,
        "cvta" => {
            let to = parts.take("to");
            let Some(space) = parts.find(space) else {
                return ops.unsupported();
            };
            let ty = ty_of(parts, ops)?;
            Op::Cvta {
                to,
                space,
                dst: ops.dst(0, ty, body)?,
                src: ops.src(1, ty, body)?,
            }
        }
        "isspacep" => {
            let Some(space) = parts.find(space) else {
                return ops.unsupported();
            };
            Op::Isspacep {
                space,
                dst: ops.dst(0, Ty::PRED, body)?,
                src: ops.src(1, U64, body)?,
            }
        }
        "prefetch" | "prefetchu" => {
            while parts
                .find(|part| {
                    matches!(
                        part,
                        "global" | "local" | "L1" | "L2" | "L2::evict_last" | "L2::evict_normal"
                    )
                    .then_some(())
                })
                .is_some()
            {}
            Op::Nop
        }
        _ => return Ok(None),
    };
    Ok(Some(op))
}

const U64: Ty = Ty {
    kind: Kind::Unsigned,
    bits: 64,
};

pub(super) fn space(part: &str) -> Option<Space> {
    Some(match part {
        "global" => Space::Global,
        "shared" | "shared::cta" => Space::Shared,
        "local" => Space::Local,
        "const" => Space::Const,
        "param" | "param::entry" => Space::Param,
        _ => return None,
    })
}

pub(super) fn mov<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let ty = ty_of(parts, ops)?;
    ops.count(2)?;
    if let Raw::Vector(items) = ops.raw(0)? {
        let part = element(ty, items.len(), ops)?;
        let dsts = items
            .iter()
            .map(|item| sink(item, part, ops, body))
            .collect::<Result<_, _>>()?;
        let src = ops.src(1, ty, body)?;
        return Ok(Op::Unpack { ty, dsts, src });
    }
    let dst = ops.dst(0, ty, body)?;
    if let Raw::Vector(items) = ops.raw(1)? {
        let part = element(ty, items.len(), ops)?;
        let srcs = items
            .iter()
            .map(|item| ops.src_of(item, part, body))
            .collect::<Result<_, _>>()?;
        return Ok(Op::Pack { ty, dst, srcs });
    }
    let src = if ty == Ty::PRED {
        ops.pred(1, body)?.src
    } else {
        ops.src(1, ty, body)?
    };
    Ok(Op::Mov { ty, dst, src })
}

/// The type of one of `count` equal parts of `ty`.
pub(super) fn element(ty: Ty, count: usize, ops: &Operands<'_, '_>) -> Result<Ty, PtxError> {
    let bits = usize::from(ty.bits);
    if !matches!(count, 2 | 4) || bits / count < 8 {
        return Err(ops.error(format!("{count} parts of a .{ty}")));
    }
    Ok(Ty {
        kind: Kind::Bits,
        bits: (bits / count) as u8,
    })
}

pub(super) fn sink(
    raw: &Raw<'_>,
    ty: Ty,
    ops: &Operands<'_, '_>,
    body: &Body<'_>,
) -> Result<Option<Reg>, PtxError> {
    match raw {
        Raw::Name("_", 0) => Ok(None),
        Raw::Name(name, 0) => ops.fits(ops.reg_named(name, body)?, ty, body).map(Some),
        _ => Err(ops.error("expected a register as destination")),
    }
}

/// Consumes ordering, scope and cache hints, none of which changes a value; says whether the access is volatile-like.
pub(super) fn hints(parts: &mut Parts<'_>) -> bool {
    let mut ordered = false;
    while let Some(volatile) = parts.find(|part| match part {
        "volatile" | "relaxed" | "acquire" | "release" | "acq_rel" | "mmio" => Some(true),
        "cta" | "cluster" | "gpu" | "sys" | "weak" => Some(false),
        "ca" | "cg" | "cs" | "lu" | "cv" | "wb" | "wt" => Some(false),
        _ if part.starts_with("L1::")
            || part.starts_with("L2::")
            || part.starts_with("level::") =>
        {
            Some(false)
        }
        _ => None,
    }) {
        ordered |= volatile;
    }
    ordered
}

/// Reads `.v2` or `.v4`: the number of values that one access moves.
pub(super) fn vector(parts: &mut Parts<'_>) -> usize {
    parts
        .find(|part| match part {
            "v2" => Some(2),
            "v4" => Some(4),
            _ => None,
        })
        .unwrap_or(1)
}

pub(super) fn load<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let volatile = hints(parts);
    let non_coherent = parts.take("nc");
    let space = parts.find(space).unwrap_or(Space::Generic);
    let count = vector(parts);
    let ty = ty_of(parts, ops)?;
    ops.count(2)?;
    let dsts = match ops.raw(0)? {
        Raw::Vector(items) => items
            .iter()
            .map(|item| sink(item, ty, ops, body))
            .collect::<Result<Vec<_>, _>>()?,
        raw => vec![sink(raw, ty, ops, body)?],
    };
    if dsts.len() != count {
        return Err(ops.error(format!("{} destinations for {count} values", dsts.len())));
    }
    Ok(Op::Ld {
        space,
        ty,
        dsts,
        addr: address(ops, 1, body)?,
        non_coherent,
        volatile,
    })
}

pub(super) fn store<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let volatile = hints(parts);
    let space = parts.find(space).unwrap_or(Space::Generic);
    if matches!(space, Space::Const | Space::Param) {
        return ops.unsupported();
    }
    let count = vector(parts);
    let ty = ty_of(parts, ops)?;
    ops.count(2)?;
    let srcs = match ops.raw(1)? {
        Raw::Vector(items) => items
            .iter()
            .map(|item| ops.src_of(item, ty, body))
            .collect::<Result<Vec<_>, _>>()?,
        raw => vec![ops.src_of(raw, ty, body)?],
    };
    if srcs.len() != count {
        return Err(ops.error(format!("{} sources for {count} values", srcs.len())));
    }
    Ok(Op::St {
        space,
        ty,
        srcs,
        addr: address(ops, 0, body)?,
        volatile,
    })
}

pub(super) fn address<'a>(
    ops: &Operands<'a, '_>,
    at: usize,
    body: &Body<'a>,
) -> Result<Address, PtxError> {
    let Raw::Address(name, offset) = *ops.raw(at)? else {
        return Err(ops.error("expected an address in brackets"));
    };
    let base = if let Some(reg) = body.reg(name) {
        let ty = body.regs[reg.0 as usize].ty;
        if ty.is_float() || ty.bits < 32 {
            return Err(ops.error(format!("a .{ty} register as address")));
        }
        Base::Reg(reg)
    } else if let Some(&param) = body.params.get(name) {
        Base::Param(param)
    } else if let Some(&var) = body.vars.get(name).or_else(|| ops.globals.get(name)) {
        Base::Var(var)
    } else if let Some(Lit::Int(value)) = literal(name) {
        return Ok(Address {
            base: Base::None,
            offset: (value as i64).wrapping_add(offset),
        });
    } else {
        return Err(ops.error(format!(
            "`{name}` is neither a register, a parameter nor a variable"
        )));
    };
    Ok(Address { base, offset })
}

pub(super) fn atom_op(part: &str) -> Option<AtomOp> {
    Some(match part {
        "add" => AtomOp::Add,
        "min" => AtomOp::Min,
        "max" => AtomOp::Max,
        "exch" => AtomOp::Exch,
        "cas" => AtomOp::Cas,
        "and" => AtomOp::And,
        "or" => AtomOp::Or,
        "xor" => AtomOp::Xor,
        "inc" => AtomOp::Inc,
        "dec" => AtomOp::Dec,
        _ => return None,
    })
}

pub(super) fn atomic<'a>(
    returns: bool,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    hints(parts);
    let space = parts.find(space).unwrap_or(Space::Generic);
    let Some(op) = parts.find(atom_op) else {
        return ops.unsupported();
    };
    let ty = ty_of(parts, ops)?;
    let float_ok = matches!(op, AtomOp::Add | AtomOp::Exch);
    if ty.bits < 32
        || (ty.is_float() && !float_ok)
        || !matches!(space, Space::Generic | Space::Global | Space::Shared)
    {
        return ops.unsupported();
    }
    let first = usize::from(returns);
    let cas = op == AtomOp::Cas;
    ops.count(first + 2 + usize::from(cas))?;
    let dst = if returns {
        sink(ops.raw(0)?, ty, ops, body)?
    } else {
        None
    };
    Ok(Op::Atom {
        space,
        op,
        ty,
        dst,
        addr: address(ops, first, body)?,
        b: ops.src(first + 1, ty, body)?,
        c: if cas {
            Some(ops.src(first + 2, ty, body)?)
        } else {
            None
        },
    })
}
