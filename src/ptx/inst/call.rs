//! Calls: `call (return), function, (arguments), prototype;`, every part but the function optional.

use super::*;

/// Decodes a call.
pub(super) fn call<'a>(
    parts: &mut Parts<'a>,
    ops: &Operands<'a, '_>,
    body: &Body<'a>,
) -> Result<Op, PtxError> {
    parts.take("uni");
    let mut raws = ops.raws.iter().peekable();
    let mut list = || match raws.next_if(|raw| matches!(raw, Raw::List(_))) {
        Some(Raw::List(items)) => items.as_slice(),
        _ => &[],
    };
    let returned = list();
    let callee = raws.next();
    let mut list = || match raws.next_if(|raw| matches!(raw, Raw::List(_))) {
        Some(Raw::List(items)) => items.as_slice(),
        _ => &[],
    };
    let passed = list();
    // A prototype or a list of targets may follow.
    let more = raws.filter(|raw| label_of(raw).is_none()).count();
    let Some(name) = callee.and_then(label_of).filter(|_| more == 0) else {
        return Err(ops.error("expected a function"));
    };
    let callee = match (body.reg(name), ops.functions.get(name)) {
        (Some(reg), _) => Callee::Pointer(ops.fits(reg, U64, body)?),
        (None, Some(&function)) => Callee::Function(function),
        (None, None) => return Err(ops.error(format!("`{name}` is no declared function"))),
    };
    let actual = |raw: &Raw<'a>| match *raw {
        Raw::Name("_", 0) => Ok(Actual::Nothing),
        Raw::Name(name, offset) => match (body.reg(name), body.named(name)) {
            (Some(reg), _) if offset == 0 => Ok(Actual::Value(Operand::Reg(reg))),
            (None, Some(Named::Var(var))) if offset == 0 => Ok(Actual::Var(var)),
            _ => Err(ops.error(format!("`{name}` is neither a register nor a variable"))),
        },
        Raw::Literal(lit) => {
            let bits = if matches!(lit, Lit::F32(_)) { 32 } else { 64 };
            let ty = Ty { bits, ..U64 };
            Ok(Actual::Value(Operand::Imm(literal_bits(lit, ty))))
        }
        _ => Err(ops.error("an argument that is neither a register, a variable nor a constant")),
    };
    Ok(Op::Call {
        callee,
        returns: returned.iter().map(actual).collect::<Result<_, _>>()?,
        args: passed.iter().map(actual).collect::<Result<_, _>>()?,
    })
}

const U64: Ty = Ty {
    kind: Kind::Unsigned,
    bits: 64,
};
