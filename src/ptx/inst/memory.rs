//! Moves, loads, stores, atomics and address spaces.

use super::atomic::atomic;
use super::copy::{copy, hint, policy};
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
        "prefetch" | "prefetchu" | "applypriority" => hint(parts, ops, body)?,
        "createpolicy" => policy(parts, ops, body)?,
        "cp" => copy(parts, ops, body)?,
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
        // A cluster here is one block.
        "shared" | "shared::cta" | "shared::cluster" => Space::Shared,
        "local" => Space::Local,
        "const" => Space::Const,
        "param" | "param::entry" => Space::Param,
        // Addresses of a function's parameters are local ones.
        "param::func" => Space::Local,
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
        Raw::Reg(reg) => ops.fits(*reg, ty, body).map(Some),
        Raw::Name(name, 0) => ops.fits(ops.reg_named(name, body)?, ty, body).map(Some),
        _ => Err(ops.error("expected a register as destination")),
    }
}

/// What the parts of a memory instruction say beside its space and type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hints {
    pub order: Order,
    /// Whether an operand with a cache policy follows.
    pub policy: bool,
}

/// Consumes ordering, scope and cache hints; `plain` is the order of an instruction that names none.
pub(super) fn hints(parts: &mut Parts<'_>, plain: Order) -> Hints {
    let policy = parts.take("L2::cache_hint");
    let semantics = parts.find(semantics);
    let scope = parts.find(scope);
    while parts
        .find(|part| {
            let known = matches!(
                part,
                "mmio" | "ca" | "cg" | "cs" | "lu" | "cv" | "wb" | "wt"
            );
            let hint = ["L1::", "L2::", "level::"]
                .iter()
                .any(|level| part.starts_with(level));
            (known || hint).then_some(())
        })
        .is_some()
    {}
    let semantics = semantics.unwrap_or(plain.semantics);
    let everywhere = semantics == Semantics::Volatile;
    Hints {
        order: Order {
            semantics,
            scope: scope.unwrap_or(if everywhere { Scope::Sys } else { plain.scope }),
        },
        policy,
    }
}

pub(super) fn semantics(part: &str) -> Option<Semantics> {
    Some(match part {
        "weak" => Semantics::Weak,
        "volatile" => Semantics::Volatile,
        "relaxed" => Semantics::Relaxed,
        "acquire" => Semantics::Acquire,
        "release" => Semantics::Release,
        "acq_rel" => Semantics::AcqRel,
        "sc" => Semantics::Sc,
        _ => return None,
    })
}

pub(super) fn scope(part: &str) -> Option<Scope> {
    Some(match part {
        "cta" => Scope::Cta,
        "cluster" => Scope::Cluster,
        "gpu" | "gl" => Scope::Gpu,
        "sys" => Scope::Sys,
        _ => return None,
    })
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
    let hints = hints(parts, Order::WEAK);
    let non_coherent = parts.take("nc");
    let space = parts.find(space).unwrap_or(Space::Generic);
    let count = vector(parts);
    let ty = ty_of(parts, ops)?;
    ops.count(2 + usize::from(hints.policy))?;
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
        order: hints.order,
    })
}

pub(super) fn store<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let hints = hints(parts, Order::WEAK);
    let space = parts.find(space).unwrap_or(Space::Generic);
    if space == Space::Const {
        return ops.unsupported();
    }
    let count = vector(parts);
    let ty = ty_of(parts, ops)?;
    ops.count(2 + usize::from(hints.policy))?;
    let addr = address(ops, 0, body)?;
    // A kernel's own parameters are not for writing.
    let own = body.kernel && !matches!(addr.base, Base::Var(_));
    if space == Space::Param && own {
        return ops.unsupported();
    }
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
        addr,
        order: hints.order,
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
    } else if let Some(Named::Param(param)) = body.named(name) {
        Base::Param(param)
    } else if let Some(var) = ops.variable(name, body) {
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
