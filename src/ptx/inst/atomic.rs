//! Atomic operations on memory.

use super::memory::{address, hints, sink, space, vector};
use super::*;

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

/// `atom`, or `red` if it `returns` nothing. A vector is several operations, each indivisible by itself.
pub(super) fn atomic<'a>(
    returns: bool,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let relaxed = Order {
        semantics: Semantics::Relaxed,
        scope: Scope::Gpu,
    };
    let hints = hints(parts, relaxed);
    let space = parts.find(space).unwrap_or(Space::Generic);
    let Some(op) = parts.find(atom_op) else {
        return ops.unsupported();
    };
    let count = vector(parts);
    let (op, ty) = if parts.take("noftz") {
        let Some((half, ty)) = parts.find(half) else {
            return ops.unsupported();
        };
        let op = match op {
            AtomOp::Add => AtomOp::AddHalf(half),
            AtomOp::Min => AtomOp::MinHalf(half),
            AtomOp::Max => AtomOp::MaxHalf(half),
            _ => return ops.unsupported(),
        };
        (op, ty)
    } else {
        (op, ty_of(parts, ops)?)
    };
    let known = match op {
        AtomOp::AddHalf(_) | AtomOp::MinHalf(_) | AtomOp::MaxHalf(_) => true,
        AtomOp::Cas => !ty.is_float() && ty.bits >= 16,
        AtomOp::Add | AtomOp::Exch => ty.bits >= 32,
        _ => !ty.is_float() && ty.bits >= 32,
    };
    if !known || ty == Ty::PRED || !matches!(space, Space::Generic | Space::Global | Space::Shared)
    {
        return ops.unsupported();
    }
    let first = usize::from(returns);
    let cas = op == AtomOp::Cas;
    ops.count(first + 2 + usize::from(cas) + usize::from(hints.policy))?;
    let several = |raw: &Raw<'a>| match raw {
        Raw::Vector(items) => items.clone(),
        raw => vec![raw.clone()],
    };
    let dsts = if returns {
        let sinks = several(ops.raw(0)?);
        sinks
            .iter()
            .map(|raw| sink(raw, ty, ops, body))
            .collect::<Result<Vec<_>, _>>()?
    } else {
        vec![None; count]
    };
    let srcs = several(ops.raw(first + 1)?)
        .iter()
        .map(|raw| ops.src_of(raw, ty, body))
        .collect::<Result<Vec<_>, _>>()?;
    if dsts.len() != count || srcs.len() != count {
        return Err(ops.error(format!("expected {count} values")));
    }
    Ok(Op::Atom {
        space,
        order: hints.order,
        op,
        ty,
        dsts,
        addr: address(ops, first, body)?,
        srcs,
        c: if cas {
            Some(ops.src(first + 2, ty, body)?)
        } else {
            None
        },
    })
}

/// A format of 16 bits, and the untyped bits that hold it.
fn half(part: &str) -> Option<(Half, Ty)> {
    let (half, bits) = match part {
        "f16" => (Half::F16, 16),
        "f16x2" => (Half::F16x2, 32),
        "bf16" => (Half::Bf16, 16),
        "bf16x2" => (Half::Bf16x2, 32),
        _ => return None,
    };
    let kind = Kind::Bits;
    Some((half, Ty { kind, bits }))
}
