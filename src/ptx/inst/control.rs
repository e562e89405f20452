//! Branches, barriers and fences.

use super::*;

/// Decodes `opcode` if it belongs here.
pub(super) fn decode<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &mut Body<'a>,
) -> Result<Option<Op>, PtxError> {
    let op = match opcode {
        "bra" => {
            parts.take("uni");
            ops.count(1)?;
            let Some(name) = label_of(ops.raw(0)?) else {
                return Err(ops.error("expected a label"));
            };
            Op::Bra {
                target: body.target(name, ops.line),
            }
        }
        "brx" => {
            if !parts.take("idx") {
                return ops.unsupported();
            }
            parts.take("uni");
            ops.count(2)?;
            let Some(name) = label_of(ops.raw(1)?) else {
                return Err(ops.error("expected a table of labels"));
            };
            body.indirect(name, ops.line);
            Op::Brx {
                index: ops.src(0, Ty::B32, body)?,
                targets: Vec::new(),
            }
        }
        "ret" => {
            parts.take("uni");
            Op::Ret
        }
        "exit" => Op::Exit,
        "trap" => Op::Trap,
        "bar" | "barrier" => barrier(opcode, parts, ops, body)?,
        "membar" => fence(Semantics::Sc, parts, ops)?,
        "fence" => fence(Semantics::AcqRel, parts, ops)?,
        "nanosleep" => {
            parts.take("u32");
            Op::Nop
        }
        "pmevent" => Op::Nop,
        "call" => call::call(parts, ops, body)?,
        "brkpt" => Op::Trap,
        _ => return Ok(None),
    };
    Ok(Some(op))
}

/// A fence that is `plain` unless it says otherwise. Those between proxies belong to copies that are refused.
fn fence<'a>(
    plain: Semantics,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
) -> Result<Op, PtxError> {
    let semantics = parts.find(memory::semantics).unwrap_or(plain);
    let Some(scope) = parts.find(memory::scope) else {
        return ops.unsupported();
    };
    ops.count(0)?;
    Ok(Op::Fence {
        order: Order { semantics, scope },
    })
}

/// `bar` means `barrier.aligned`.
pub(super) fn barrier<'a>(
    opcode: &str,
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let aligned = parts.take("aligned") || opcode == "bar";
    if parts.take("warp") {
        if !parts.take("sync") {
            return ops.unsupported();
        }
        return Ok(Op::BarWarp {
            mask: ops.src(0, Ty::B32, body)?,
        });
    }
    parts.take("cta");
    let vote = |part: &str| {
        Some(match part {
            "popc" => BarVote::Count,
            "and" => BarVote::All,
            "or" => BarVote::Any,
            _ => return None,
        })
    };
    let mut at = 0;
    let mut votes = None;
    let mut plain = BarOp::Sync;
    if parts.take("red") {
        let (Some(vote), ty) = (parts.find(vote), ty_of(parts, ops)?) else {
            return ops.unsupported();
        };
        let number = vote == BarVote::Count;
        if number == (ty == Ty::PRED) || ops.raws.len() < 3 {
            return ops.unsupported();
        }
        let ty = if number { Ty::B32 } else { Ty::PRED };
        votes = Some(BarOp::Reduce {
            vote,
            dst: ops.dst(0, ty, body)?,
            p: ops.pred(ops.raws.len() - 1, body)?,
        });
        at = 1;
    } else if parts.take("arrive") {
        plain = BarOp::Arrive;
    } else if !parts.take("sync") {
        return ops.unsupported();
    }
    let end = ops.raws.len() - at;
    let count = match end.saturating_sub(at) {
        1 => None,
        2 => Some(ops.src(at + 1, Ty::B32, body)?),
        _ => return Err(ops.error("expected a barrier and a number of threads")),
    };
    if plain == BarOp::Arrive && count.is_none() {
        return Err(ops.error("arriving needs a number of threads"));
    }
    Ok(Op::Bar {
        id: ops.src(at, Ty::B32, body)?,
        count,
        aligned,
        does: votes.unwrap_or(plain),
    })
}
