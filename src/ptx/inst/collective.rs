//! Operations across the lanes of a warp.

use super::atomic::atom_op;
use super::*;

/// Decodes `opcode` if it belongs here.
pub(super) fn decode<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &mut Body<'a>,
) -> Result<Option<Op>, PtxError> {
    let op = match opcode {
        "shfl" => shuffle(parts, ops, body)?,
        "vote" => vote(parts, ops, body)?,
        "activemask" => {
            parts.take("b32");
            Op::Activemask {
                dst: ops.dst(0, Ty::B32, body)?,
            }
        }
        "elect" => {
            if !parts.take("sync") {
                return ops.unsupported();
            }
            ops.count(2)?;
            let Raw::Pair(dst, p) = *ops.raw(0)? else {
                return Err(ops.error("expected a register and a predicate"));
            };
            Op::Elect {
                dst: memory::sink(&Raw::Name(dst, 0), Ty::B32, ops, body)?,
                p: ops.fits(ops.reg_named(p, body)?, Ty::PRED, body)?,
                mask: ops.src(1, Ty::B32, body)?,
            }
        }
        "match" => {
            let all = parts.take("all");
            if !all && !parts.take("any") || !parts.take("sync") {
                return ops.unsupported();
            }
            let ty = ty_of(parts, ops)?;
            let (dst, ok) = pair(ops, body)?;
            Op::Match {
                all,
                ty,
                dst,
                ok,
                a: ops.src(1, ty, body)?,
                mask: ops.src(2, Ty::B32, body)?,
            }
        }
        "redux" => {
            if !parts.take("sync") {
                return ops.unsupported();
            }
            let Some(op) = parts.find(atom_op) else {
                return ops.unsupported();
            };
            let ty = ty_of(parts, ops)?;
            if ty.is_float()
                || ty.bits != 32
                || matches!(op, AtomOp::Exch | AtomOp::Cas | AtomOp::Inc | AtomOp::Dec)
            {
                return ops.unsupported();
            }
            Op::Redux {
                op,
                ty,
                dst: ops.dst(0, ty, body)?,
                a: ops.src(1, ty, body)?,
                mask: ops.src(2, Ty::B32, body)?,
            }
        }
        _ => return Ok(None),
    };
    Ok(Some(op))
}

/// `%d|%p` or `%d`.
pub(super) fn pair(
    ops: &Operands<'_, '_>,
    body: &Body<'_>,
) -> Result<(Reg, Option<Reg>), PtxError> {
    match *ops.raw(0)? {
        Raw::Pair(dst, ok) => Ok((
            ops.fits(ops.reg_named(dst, body)?, Ty::B32, body)?,
            if ok == "_" {
                None
            } else {
                Some(ops.fits(ops.reg_named(ok, body)?, Ty::PRED, body)?)
            },
        )),
        _ => Ok((ops.dst(0, Ty::B32, body)?, None)),
    }
}

pub(super) fn shuffle<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let mode = parts.find(|part| {
        Some(match part {
            "up" => ShflMode::Up,
            "down" => ShflMode::Down,
            "bfly" => ShflMode::Bfly,
            "idx" => ShflMode::Idx,
            _ => return None,
        })
    });
    let Some(mode) = mode.filter(|_| parts.take("sync") && parts.take("b32")) else {
        return ops.unsupported();
    };
    let (dst, ok) = pair(ops, body)?;
    ops.count(5)?;
    Ok(Op::Shfl {
        mode,
        dst,
        ok,
        a: ops.src(1, Ty::B32, body)?,
        lane: ops.src(2, Ty::B32, body)?,
        clamp: ops.src(3, Ty::B32, body)?,
        mask: ops.src(4, Ty::B32, body)?,
    })
}

pub(super) fn vote<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let mode = parts.find(|part| {
        Some(match part {
            "all" => VoteMode::All,
            "any" => VoteMode::Any,
            "uni" => VoteMode::Uni,
            "ballot" => VoteMode::Ballot,
            _ => return None,
        })
    });
    let Some(mode) = mode.filter(|_| parts.take("sync")) else {
        return ops.unsupported();
    };
    let ty = ty_of(parts, ops)?;
    ops.count(3)?;
    if (mode == VoteMode::Ballot) == (ty == Ty::PRED) {
        return ops.unsupported();
    }
    Ok(Op::Vote {
        mode,
        dst: ops.dst(0, ty, body)?,
        p: ops.pred(1, body)?,
        mask: ops.src(2, Ty::B32, body)?,
    })
}
