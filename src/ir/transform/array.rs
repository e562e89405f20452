//! An array in shared memory that is laid out in another way.
//!
//! All that sees the array is known: address computations, step by step, and plain loads and stores. Each step becomes one in the new
//! layout; what the accesses become is for whoever asks to say.

use super::memory::{Object, object_of_variable};
use super::unfit;
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Inst, Opcode, Ty, Val};

/// How an array changes.
pub trait Layout<'c> {
    /// Why it stays as it is where a step has no meaning in the new layout.
    const NO_STEP: &'static str;
    /// Why it stays as it is where more than plain accesses use it.
    const NO_ACCESS: &'static str;

    /// What one step of an address computation becomes: the type that it counts in, and its indices. `None` where it has no meaning.
    fn step(&self, ty: Ty<'c>, indices: &[Val<'c>]) -> Option<(Ty<'c>, Vec<Val<'c>>)>;

    /// Whether a plain load or store of this type is fit.
    fn admits(&self, moved: Ty<'c>) -> bool;
}

/// Instructions and what is in their place, in an order in which nothing that comes later uses what comes before.
pub type Replaced<'c> = Vec<(Inst<'c>, Val<'c>)>;

/// The array of that name in shared memory.
///
/// # Errors
/// There is none of that name.
pub fn find<'c>(functions: &[Func<'c>], name: &str) -> Result<Val<'c>, Skip> {
    let array = functions.first().and_then(|it| it.variable_of_module(name));
    array.ok_or_else(|| Skip::Unpromised(format!("the kernel has no variable `{name}`")))
}

/// All that sees the array.
pub struct Uses<'c> {
    /// What computes addresses, each after what it uses.
    addresses: Vec<Inst<'c>>,
    pub accesses: Vec<Inst<'c>>,
}

impl<'c> Uses<'c> {
    /// Everything in the functions that sees the array.
    ///
    /// # Errors
    /// Some of it does not fit the new layout.
    pub fn of<L: Layout<'c>>(
        functions: &[Func<'c>],
        array: Val<'c>,
        layout: &L,
    ) -> Result<Uses<'c>, Skip> {
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
                    found.admit(it, index, operand, layout)?;
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
    fn admit<L: Layout<'c>>(
        &mut self,
        it: Inst<'c>,
        index: u32,
        operand: Val<'c>,
        layout: &L,
    ) -> Result<(), Skip> {
        let address = index == 0 && self.addresses.contains(&it);
        if !has_steps(operand, layout) || (address && !has_steps(it.value(), layout)) {
            return unfit(L::NO_STEP);
        }
        if address {
            return Ok(());
        }
        let place = u32::from(it.opcode() == Opcode::LLVMStore);
        let fits = it.moved().is_some_and(|ty| layout.admits(ty));
        if it.is_simple() && fits && index == place {
            self.accesses.push(it);
            return Ok(());
        }
        unfit(L::NO_ACCESS)
    }

    /// Makes all address computations anew, before those that are there, which are answered to be replaced.
    pub fn readdress<L: Layout<'c>>(&self, array: Val<'c>, layout: &L) -> Replaced<'c> {
        let mut made: Replaced<'c> = Vec::new();
        for &it in &self.addresses {
            let at = Build::before(it);
            let new = match it.value().steps() {
                Some((ty, pointer, indices)) => {
                    let pointer = moved(&at, pointer, array, &made, layout);
                    stepped(&at, (ty, &indices), pointer, layout)
                }
                None => {
                    let of = it.operand(0).unwrap_or(array);
                    at.cast(it.opcode(), moved(&at, of, array, &made, layout), it.ty())
                }
            };
            made.push((it, new));
        }
        made
    }
}

/// Whether one step of an address computation, an instruction or all that a constant holds, has a meaning in the new layout.
fn has_steps<'c, L: Layout<'c>>(address: Val<'c>, layout: &L) -> bool {
    if let Some((ty, pointer, indices)) = address.steps() {
        let step = layout.step(ty, &indices).is_some();
        return step && (pointer.as_instruction().is_some() || has_steps(pointer, layout));
    }
    match address.constant_parts() {
        Some((Opcode::LLVMAddrSpaceCast | Opcode::LLVMBitCast, of)) => {
            of.into_iter().all(|of| has_steps(of, layout))
        }
        Some(_) => false,
        None => true,
    }
}

/// An address as one in the new layout; `made` are those that instructions compute.
pub fn moved<'c, L: Layout<'c>>(
    at: &Build<'c>,
    address: Val<'c>,
    array: Val<'c>,
    made: &Replaced<'c>,
    layout: &L,
) -> Val<'c> {
    if let Some(it) = address.as_instruction() {
        let found = made.iter().find(|(old, _)| *old == it);
        return found.map_or(address, |(_, new)| *new);
    }
    match (address.steps(), address.constant_parts()) {
        (Some((ty, pointer, indices)), _) => {
            let pointer = moved(at, pointer, array, made, layout);
            stepped(at, (ty, &indices), pointer, layout)
        }
        (None, Some((op, of))) => {
            let of = of.first();
            let of = of.map_or(array, |of| moved(at, *of, array, made, layout));
            at.cast(op, of, address.ty())
        }
        (None, None) => address,
    }
}

fn stepped<'c, L: Layout<'c>>(
    at: &Build<'c>,
    (ty, indices): (Ty<'c>, &[Val<'c>]),
    pointer: Val<'c>,
    layout: &L,
) -> Val<'c> {
    match layout.step(ty, indices) {
        Some((ty, indices)) => at.address(ty, pointer, &indices),
        None => pointer,
    }
}
