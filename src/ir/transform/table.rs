//! Tables in constant memory.

use super::root::{Effect, Root, effect, root};
use super::unfit;
use crate::ir::error::Skip;
use crate::ir::raw::{Func, Val};

/// Bytes of constant memory (CUDA C++ Programming Guide, technical specifications).
const ROOM: u64 = 64 << 10;

/// LLVM's address space of constant memory.
const CONSTANT: u32 = 4;

/// Lets loads of the table `name` read a copy in constant memory.
///
/// # Errors
/// Why it cannot be one: it may change, is too large, or is no table.
pub fn to_constant_memory(functions: &[Func<'_>], name: &str) -> Result<(), Skip> {
    let table = functions.first().and_then(|it| it.variable_of_module(name));
    let Some(table) = table else {
        return Err(Skip::Unpromised(format!(
            "the kernel has no variable `{name}`"
        )));
    };
    match table.ty().address_space() {
        Some(0 | 1) => {}
        Some(CONSTANT) => return Err(Skip::NoEffect),
        _ => return unfit(format!("`{name}` is not in global memory")),
    }
    if table.is_declared_only() {
        return unfit(format!("what `{name}` holds is given elsewhere"));
    }
    let bytes = table.contents().and_then(|ty| ty.table_bytes());
    if bytes.is_none_or(|bytes| bytes > ROOM) {
        return unfit(format!(
            "`{name}` is no table of numbers that constant memory has room for"
        ));
    }
    let fixed = table.is_constant_variable()
        || (table.is_local_variable() && !may_change(functions, table));
    if !fixed {
        return unfit(format!("something may store to `{name}`"));
    }
    match table.copy_table_to(CONSTANT) {
        true => Ok(()),
        false => unfit(format!("nothing reads `{name}` through a generic pointer")),
    }
}

/// Whether anything may store to the table.
fn may_change<'c>(functions: &[Func<'c>], table: Val<'c>) -> bool {
    let blocks = functions.iter().flat_map(|function| function.blocks());
    let mut all = blocks.flat_map(|block| block.instructions());
    all.any(|it| match effect(it) {
        Effect::Any => true,
        Effect::Store(at) => {
            let stored = it.operand(0).map(root);
            at == Root::Unknown
                || at == Root::Variable(table)
                || stored == Some(Root::Variable(table))
        }
        _ => false,
    })
}
