//! An array of floats in shared memory that is kept in half the bits.
//!
//! Every access converts: a store rounds to 16 bits, a load widens again, exactly. That can be done where nothing but loads and stores of
//! floats ever sees the array, at addresses that count in floats; then each address counts in the smaller numbers instead.

use super::memory::{Object, object_of_variable};
use super::unfit;
use crate::ir::address::{Constant, Float};
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Inst, Opcode, Ty, Val};

/// Bytes of a float; an address that counts in bytes has to be a multiple.
const FLOAT: i64 = 4;

/// Instructions and what is in their place, in an order in which nothing that comes later uses what comes before.
pub type Replaced<'c> = Vec<(Inst<'c>, Val<'c>)>;

/// Keeps the array `name` in numbers of that kind. The instructions answered are still there, to be replaced.
///
/// # Errors
/// Why it has to be floats. Nothing has changed then.
pub fn halve<'c>(functions: &[Func<'c>], name: &str, kind: Float) -> Result<Replaced<'c>, Skip> {
    let array = functions.first().and_then(|it| it.variable_of_module(name));
    let Some(array) = array else {
        return Err(Skip::Unpromised(format!(
            "the kernel has no variable `{name}`"
        )));
    };
    let halved = array.contents().and_then(|ty| ty.halved(kind));
    let Some(halved) = halved.filter(|_| array.is_shared_variable()) else {
        return unfit(format!("`{name}` is no array of floats in shared memory"));
    };
    let uses = Uses::of(functions, array)?;
    let array = array.with_contents(halved);
    Ok(uses.convert(array, kind))
}

/// All that sees the array.
struct Uses<'c> {
    /// What computes addresses, each after what it uses.
    addresses: Vec<Inst<'c>>,
    accesses: Vec<Inst<'c>>,
}

impl<'c> Uses<'c> {
    fn of(functions: &[Func<'c>], array: Val<'c>) -> Result<Uses<'c>, Skip> {
        let all: Vec<Inst<'c>> = functions.iter().flat_map(|it| it.instructions()).collect();
        let dynamic = object_of_variable(array) == Object::DynamicShared;
        let mut found = Uses {
            addresses: Vec::new(),
            accesses: Vec::new(),
        };
        loop {
            let before = found.addresses.len();
            for &it in &all {
                let computes = matches!(
                    it.opcode(),
                    Opcode::LLVMGetElementPtr | Opcode::LLVMAddrSpaceCast
                );
                let of = it.operand(0).filter(|_| computes);
                if of.is_some_and(|of| found.sees(of, array)) && !found.addresses.contains(&it) {
                    found.addresses.push(it);
                }
            }
            if found.addresses.len() == before {
                break;
            }
        }
        for it in all {
            for (index, operand) in (0..).zip(it.operands()) {
                let others = operand.globals_within().into_iter();
                if dynamic
                    && others
                        .into_iter()
                        .any(|it| it != array && object_of_variable(it) == Object::DynamicShared)
                {
                    return unfit("another array begins where this one does");
                }
                if found.sees(operand, array) {
                    found.admit(it, index, operand)?;
                }
            }
        }
        Ok(found)
    }

    /// Whether a value is an address in the array.
    fn sees(&self, value: Val<'c>, array: Val<'c>) -> bool {
        match value.as_instruction() {
            Some(it) => self.addresses.contains(&it),
            None => value.globals_within().contains(&array),
        }
    }

    /// Looks at one use of an address.
    fn admit(&mut self, it: Inst<'c>, index: u32, operand: Val<'c>) -> Result<(), Skip> {
        if !counts_in_floats(operand) {
            return unfit("an address in it does not count in floats");
        }
        if index == 0 && self.addresses.contains(&it) {
            return match counts_in_floats(it.value()) {
                true => Ok(()),
                false => unfit("an address in it does not count in floats"),
            };
        }
        let place = u32::from(it.opcode() == Opcode::LLVMStore);
        let float = it.moved().and_then(Ty::float) == Some(Float::Float);
        if it.is_simple() && float && index == place {
            self.accesses.push(it);
            return Ok(());
        }
        unfit("it is used by more than plain loads and stores of floats")
    }

    fn convert(self, array: Val<'c>, kind: Float) -> Replaced<'c> {
        let mut made: Replaced<'c> = Vec::new();
        for it in self.addresses {
            let at = Build::before(it);
            let new = match it.value().steps() {
                Some((ty, pointer, indices)) => stepped(
                    &at,
                    (ty, &indices),
                    moved(&at, pointer, array, &made, kind),
                    kind,
                ),
                None => {
                    let of = it.operand(0).unwrap_or(array);
                    at.cast(it.opcode(), moved(&at, of, array, &made, kind), it.ty())
                }
            };
            made.push((it, new));
        }
        let mut replaced: Replaced<'c> = Vec::new();
        for it in self.accesses {
            let (Some(address), Some(float)) = (it.address(), it.moved()) else {
                continue;
            };
            let Some(small) = float.halved(kind) else {
                continue;
            };
            let at = Build::before(it);
            let address = moved(&at, address, array, &made, kind);
            let align = it.alignment().map_or(1, |align| (align / 2).max(1));
            let new = match it.operand(0).filter(|_| it.opcode() == Opcode::LLVMStore) {
                Some(value) => at.store(at.cast(Opcode::LLVMFPTrunc, value, small), address, align),
                None => {
                    let loaded = at.load(small, address, align);
                    at.cast(Opcode::LLVMFPExt, loaded, float)
                }
            };
            replaced.push((it, new));
        }
        made.reverse();
        replaced.extend(made);
        replaced
    }
}

/// Whether one step of an address computation, an instruction or all that a constant holds, counts in floats.
fn counts_in_floats(address: Val<'_>) -> bool {
    if let Some((ty, pointer, indices)) = address.steps() {
        let floats = ty.halved(Float::Half).is_some() || bytes(ty, &indices).is_some();
        return floats && (pointer.as_instruction().is_some() || counts_in_floats(pointer));
    }
    match address.constant_parts() {
        Some((Opcode::LLVMAddrSpaceCast | Opcode::LLVMBitCast, of)) => {
            of.into_iter().all(counts_in_floats)
        }
        Some(_) => false,
        None => true,
    }
}

/// A number of bytes that is one of whole floats, where an address counts in bytes.
fn bytes(ty: Ty<'_>, indices: &[Val<'_>]) -> Option<i64> {
    let [index] = indices else { return None };
    match index.constant()? {
        Constant::Int { value, .. } if ty.int_bits() == Some(8) && value % FLOAT == 0 => {
            Some(value)
        }
        _ => None,
    }
}

/// An address of floats as one of the smaller numbers.
fn moved<'c>(
    at: &Build<'c>,
    address: Val<'c>,
    array: Val<'c>,
    made: &Replaced<'c>,
    kind: Float,
) -> Val<'c> {
    if let Some(it) = address.as_instruction() {
        let found = made.iter().find(|(old, _)| *old == it);
        return found.map_or(address, |(_, new)| *new);
    }
    match (address.steps(), address.constant_parts()) {
        (Some((ty, pointer, indices)), _) => stepped(
            at,
            (ty, &indices),
            moved(at, pointer, array, made, kind),
            kind,
        ),
        (None, Some((op, of))) => {
            let of = of
                .first()
                .map_or(array, |of| moved(at, *of, array, made, kind));
            at.cast(op, of, address.ty())
        }
        (None, None) => address,
    }
}

fn stepped<'c>(
    at: &Build<'c>,
    (ty, indices): (Ty<'c>, &[Val<'c>]),
    pointer: Val<'c>,
    kind: Float,
) -> Val<'c> {
    match (ty.halved(kind), bytes(ty, indices), indices) {
        (Some(ty), ..) => at.address(ty, pointer, indices),
        (None, Some(bytes), [index]) => {
            at.address(ty, pointer, &[index.ty().number((bytes / 2) as u64)])
        }
        _ => pointer,
    }
}
