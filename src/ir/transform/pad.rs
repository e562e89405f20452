//! An array of rows in shared memory whose rows are further apart.
//!
//! Shared memory has 32 banks of 4 bytes; lanes that touch different words of one bank wait for each other (CUDA C++ Programming Guide,
//! "Shared Memory"). Which lanes do depends on how far apart rows are. The rows of `[R x [C x T]]` become `[R x [C + P x T]]`, the last
//! `P` elements of which nobody touches.

use super::array::{self, Layout, Replaced, Uses};
use super::unfit;
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Opcode, Ty, Val};

/// Makes the rows of the array `name` longer by `by` elements. The instructions answered are still there, to be replaced.
///
/// # Errors
/// Why it has to stay as it is. Nothing has changed then.
pub fn pad<'c>(functions: &[Func<'c>], name: &str, by: u32) -> Result<Replaced<'c>, Skip> {
    let array = array::find(functions, name)?;
    let rows = array.contents().and_then(Ty::row_elements);
    let Some(row) = rows.filter(|_| array.is_shared_variable() && !array.is_declared_only()) else {
        return unfit(format!("`{name}` is no array of rows in shared memory"));
    };
    let rows = Rows { row, by };
    let Some(padded) = array.contents().and_then(|ty| rows.padded(ty)) else {
        return unfit(format!("`{name}` is no array of rows in shared memory"));
    };
    let uses = Uses::of(functions, array, &rows)?;
    let array = array.with_contents(padded);
    let mut made = uses.readdress(array, &rows);
    for it in &uses.accesses {
        if let Some(address) = it.address() {
            let at = Build::before(*it);
            let place = u32::from(it.opcode() == Opcode::LLVMStore);
            it.set_operand(place, array::moved(&at, address, array, &made, &rows));
        }
        // Where rows began at multiples of more bytes than an element has, they no longer do.
        if let Some(bytes) = it.moved().and_then(Ty::number_bytes) {
            it.set_alignment(it.alignment().unwrap_or(1).min(bytes));
        }
    }
    made.reverse();
    Ok(made)
}

/// Rows of so many elements, and so many more.
struct Rows {
    row: u64,
    by: u32,
}

impl Rows {
    /// An array of rows, or one row, with longer rows.
    fn padded<'c>(&self, ty: Ty<'c>) -> Option<Ty<'c>> {
        let (element, length) = ty.array_element().zip(ty.array_length())?;
        match element.array_element() {
            Some(_) => Some(self.padded(element)?.array(length)),
            None => (length == self.row).then(|| element.array(length + u64::from(self.by))),
        }
    }
}

impl<'c> Layout<'c> for Rows {
    const NO_STEP: &'static str = "an address in it does not count in rows and their elements";
    const NO_ACCESS: &'static str = "it is used by more than plain loads and stores of elements";

    fn step(&self, ty: Ty<'c>, indices: &[Val<'c>]) -> Option<(Ty<'c>, Vec<Val<'c>>)> {
        Some((self.padded(ty)?, indices.to_vec()))
    }

    /// No more than an element at a time, so that none begins in one row and ends in the next.
    fn admits(&self, moved: Ty<'c>) -> bool {
        moved.number_bytes().is_some()
    }
}
