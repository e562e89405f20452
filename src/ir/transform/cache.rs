//! What one access tells the caches.

use std::fmt;
use std::str::FromStr;

use super::root::{Effect, Root, effect, may_meet, root};
use super::{Given, Ledger, Used, unfit};
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Inst, Opcode, Touches, Ty, Val};

/// Cache operators, eviction priorities and prefetch sizes (PTX ISA, "Cache Operators" and `ld`, `st`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hint {
    /// Through the read-only path: the memory does not change while the kernel runs.
    Nc,
    /// At all levels.
    Ca,
    /// At the second level only.
    Cg,
    /// Streaming: likely used once.
    Cs,
    /// Last use.
    Lu,
    /// Written through the second level.
    Wt,
    EvictFirst,
    EvictLast,
    NoAllocate,
    /// The second level fetches so many bytes.
    Prefetch64,
    Prefetch128,
    Prefetch256,
}

/// Each with its name, what PTX writes, and whether it is for loads and for stores.
const HINTS: [(Hint, &str, &str, bool, bool); 12] = [
    (Hint::Nc, "nc", ".nc", true, false),
    (Hint::Ca, "ca", ".ca", true, false),
    (Hint::Cg, "cg", ".cg", true, true),
    (Hint::Cs, "cs", ".cs", true, true),
    (Hint::Lu, "lu", ".lu", true, false),
    (Hint::Wt, "wt", ".wt", false, true),
    (
        Hint::EvictFirst,
        "evict_first",
        ".L1::evict_first",
        true,
        true,
    ),
    (Hint::EvictLast, "evict_last", ".L1::evict_last", true, true),
    (
        Hint::NoAllocate,
        "no_allocate",
        ".L1::no_allocate",
        true,
        true,
    ),
    (Hint::Prefetch64, "prefetch64", ".L2::64B", true, false),
    (Hint::Prefetch128, "prefetch128", ".L2::128B", true, false),
    (Hint::Prefetch256, "prefetch256", ".L2::256B", true, false),
];

impl Hint {
    fn entry(self) -> (Hint, &'static str, &'static str, bool, bool) {
        let found = HINTS.iter().find(|(hint, ..)| *hint == self);
        *found.unwrap_or(&HINTS[0])
    }

    /// Every hint for loads, or for stores.
    pub fn all(stores: bool) -> impl Iterator<Item = Hint> {
        HINTS
            .iter()
            .filter(move |(.., load, store)| if stores { *store } else { *load })
            .map(|(hint, ..)| *hint)
    }
}

impl FromStr for Hint {
    type Err = ();

    fn from_str(text: &str) -> Result<Hint, ()> {
        let found = HINTS.iter().find(|(_, name, ..)| *name == text);
        found.map(|(hint, ..)| *hint).ok_or(())
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry().1)
    }
}

/// Marks a load as one of memory that does not change. Answers the promises relied on.
///
/// # Errors
/// Why it may change.
pub fn read_only(load: Inst<'_>, given: &Given) -> Result<Vec<Used>, Skip> {
    const KIND: &str = "invariant.load";
    let Effect::Load(from) = effect(load) else {
        return unfit("only a load can be one of memory that does not change");
    };
    let function = load.block().function();
    if !function.is_kernel() || !matches!(from, Root::Param(_) | Root::OneOf(_)) {
        return unfit("what the load reads is no buffer of a kernel");
    }
    if load.is_marked(KIND) {
        return Err(Skip::NoEffect);
    }
    let mut ledger = Ledger::new(given, &function.name());
    unwritten(function, from, &mut ledger)?;
    load.mark(KIND);
    Ok(ledger.used.into_iter().collect())
}

/// Whether nothing that the function does may change what `from` is the root of.
///
/// # Errors
/// Something may.
pub fn unwritten<'c>(
    function: Func<'c>,
    from: Root<'c>,
    ledger: &mut Ledger<'_>,
) -> Result<(), Skip> {
    for other in function.instructions() {
        let meets = match effect(other) {
            Effect::Any => true,
            Effect::Store(to) => may_meet(from, to, ledger),
            _ => false,
        };
        if meets {
            return unfit("the kernel may store to what the load reads");
        }
    }
    Ok(())
}

/// Lets inline assembly with the hint do what a load or a store does. Answers it; the old access is still there, unused if it is
/// a load.
///
/// # Errors
/// Why PTX has no such access.
pub fn hinted<'c>(access: Inst<'c>, hint: Hint) -> Result<Inst<'c>, Skip> {
    let (_, name, suffix, load, store) = hint.entry();
    let stores = access.opcode() == Opcode::LLVMStore;
    let (Some(address), Some(ty)) = (
        access.address().filter(|_| access.is_simple()),
        access.moved(),
    ) else {
        return unfit("hints are for plain loads and stores");
    };
    if !(if stores { store } else { load }) {
        return unfit(format!(
            "`{name}` is no hint for a {}",
            if stores { "store" } else { "load" }
        ));
    }
    let kernel = access.block().function().is_kernel();
    let global = matches!(root(address), Root::Param(_) | Root::OneOf(_)) && kernel;
    if !global && address.ty().address_space() != Some(1) {
        return unfit("the access is not known to be one of global memory");
    }
    let (kind, constraint) = register(ty)
        .ok_or_else(|| Skip::Unfit("hints are for numbers of 16, 32 and 64 bits".to_owned()))?;
    let at = Build::before(access);
    let pointer = match address.ty().address_space() {
        Some(1) => address,
        _ => at.cast(Opcode::LLVMAddrSpaceCast, address, ty.pointer(1)),
    };
    let made = match access.operand(0).filter(|_| stores) {
        Some(value) => {
            let text = format!("st.global{suffix}.{kind} [$0], $1;");
            let constraints = format!("l,{constraint}");
            let call = (text.as_str(), constraints.as_str());
            at.assembly(call, None, &[pointer, value], Touches::Writes)
        }
        None => {
            let text = format!("ld.global{suffix}.{kind} $0, [$1];");
            let constraints = format!("={constraint},l");
            let call = (text.as_str(), constraints.as_str());
            at.assembly(call, Some(ty), &[pointer], Touches::Reads)
        }
    };
    Val::as_instruction(made).ok_or(Skip::NoEffect)
}

/// PTX's type, and inline assembly's constraint, of a number.
fn register(ty: Ty<'_>) -> Option<(&'static str, &'static str)> {
    match (ty.int_bits(), ty.number_bytes()?) {
        (Some(16), _) => Some(("b16", "h")),
        (Some(32), _) => Some(("b32", "r")),
        (Some(64), _) => Some(("b64", "l")),
        (None, 4) => Some(("f32", "f")),
        (None, 8) => Some(("f64", "d")),
        _ => None,
    }
}
