//! Hints to the caches, and copies that land later.

use super::memory::address;
use super::*;

/// Prefetches and the like: the address is read as one, and nothing happens.
pub(super) fn hint<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    while parts
        .find(|part| {
            let level = part.starts_with("L1::") || part.starts_with("L2::");
            (level || matches!(part, "global" | "local" | "const" | "param" | "L1" | "L2"))
                .then_some(())
        })
        .is_some()
    {}
    address(ops, 0, body)?;
    Ok(Op::Nop)
}

/// A cache policy is opaque, and means nothing here.
pub(super) fn policy<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    let ty = Ty {
        kind: Kind::Bits,
        bits: 64,
    };
    while parts
        .find(|part| {
            let known = matches!(
                part,
                "fractional" | "range" | "cvt" | "global" | "L2" | "b64"
            );
            (known || part.starts_with("L2::")).then_some(())
        })
        .is_some()
    {}
    Ok(Op::Mov {
        ty,
        dst: ops.dst(0, ty, body)?,
        src: Operand::Imm(0),
    })
}

/// `cp.async` and its groups. Bulk copies and those that a memory barrier waits for are refused.
pub(super) fn copy<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    if !parts.take("async") {
        return ops.unsupported();
    }
    if parts.take("commit_group") {
        ops.count(0)?;
        return Ok(Op::AsyncCommit);
    }
    if parts.take("wait_all") {
        ops.count(0)?;
        return Ok(Op::AsyncWait { leave: None });
    }
    if parts.take("wait_group") {
        ops.count(1)?;
        return match *ops.raw(0)? {
            Raw::Literal(Lit::Int(leave)) if leave <= u64::from(u32::MAX) => Ok(Op::AsyncWait {
                leave: Some(leave as u32),
            }),
            _ => Err(ops.error("expected a number of groups")),
        };
    }
    let level = parts.find(|part| match part {
        "ca" => Some([4, 8, 16].as_slice()),
        "cg" => Some(&[16]),
        _ => None,
    });
    let policy = parts.take("L2::cache_hint");
    let to = parts.take("shared") | parts.take("shared::cta");
    let (Some(sizes), true, true) = (level, to, parts.take("global")) else {
        return ops.unsupported();
    };
    while parts
        .find(|part| part.starts_with("L2::").then_some(()))
        .is_some()
    {}
    let bytes = match *ops.raw(2)? {
        Raw::Literal(Lit::Int(bytes)) if sizes.contains(&bytes) => bytes as u8,
        _ => return Err(ops.error("a copy of a size that there is not")),
    };
    let size = match ops.raws.len() - usize::from(policy) {
        3 => None,
        4 => Some(ops.raw(3)?),
        _ => return Err(ops.error("expected addresses and sizes")),
    };
    if let Some(Raw::Name(name, 0)) = size
        && let Some(reg) = body.reg(name)
        && body.regs[reg.0 as usize].ty == Ty::PRED
    {
        // A predicate in place of the size (`ignore-src`).
        return ops.unsupported();
    }
    Ok(Op::AsyncCopy {
        dst: address(ops, 0, body)?,
        src: address(ops, 1, body)?,
        bytes,
        size: match size {
            Some(raw) => Some(ops.src_of(raw, Ty::B32, body)?),
            None => None,
        },
    })
}
