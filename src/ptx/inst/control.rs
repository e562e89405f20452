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
            let Raw::Name(name, 0) = *ops.raw(0)? else {
                return Err(ops.error("expected a label"));
            };
            body.targets.push((name, ops.line));
            Op::Bra {
                target: body.targets.len() - 1,
            }
        }
        "brx" => {
            parts.take("idx");
            parts.take("uni");
            let Raw::Name(name, 0) = *ops.raw(1)? else {
                return Err(ops.error("expected a table of labels"));
            };
            body.brx.push((0, name, ops.line));
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
        "bar" | "barrier" => barrier(parts, ops, body)?,
        "membar" | "fence" => {
            while parts
                .find(|part| FENCE_PARTS.contains(&part).then_some(()))
                .is_some()
            {}
            Op::Fence
        }
        "nanosleep" => {
            parts.take("u32");
            Op::Nop
        }
        "pmevent" => Op::Nop,
        "call" => return ops.unsupported(),
        _ => return Ok(None),
    };
    Ok(Some(op))
}

const FENCE_PARTS: [&str; 9] = [
    "cta", "gl", "sys", "gpu", "cluster", "sc", "acq_rel", "acquire", "release",
];

pub(super) fn barrier<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    parts.take("aligned");
    if parts.take("warp") {
        if !parts.take("sync") {
            return ops.unsupported();
        }
        return Ok(Op::BarWarp {
            mask: ops.src(0, Ty::B32, body)?,
        });
    }
    parts.take("cta");
    if !parts.take("sync") {
        return ops.unsupported();
    }
    let count = if ops.raws.len() > 1 {
        Some(ops.src(1, Ty::B32, body)?)
    } else {
        None
    };
    Ok(Op::Bar {
        id: ops.src(0, Ty::B32, body)?,
        count,
    })
}
