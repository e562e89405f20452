//! An array of floats in shared memory that is kept in half the bits.
//!
//! Every access converts: a store rounds to 16 bits, a load widens again, exactly. That can be done where nothing but loads and stores of
//! floats ever sees the array, at addresses that count in floats; then each address counts in the smaller numbers instead.

use super::array::{self, Layout, Replaced, Uses};
use super::unfit;
use crate::ir::address::{Constant, Float};
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Opcode, Ty, Val};

/// Bytes of a float; an address that counts in bytes has to be a multiple.
const FLOAT: i64 = 4;

/// Keeps the array `name` in numbers of that kind. The instructions answered are still there, to be replaced.
///
/// # Errors
/// Why it has to be floats. Nothing has changed then.
pub fn halve<'c>(functions: &[Func<'c>], name: &str, kind: Float) -> Result<Replaced<'c>, Skip> {
    let array = array::find(functions, name)?;
    let halved = array.contents().and_then(|ty| ty.halved(kind));
    let Some(halved) = halved.filter(|_| array.is_shared_variable()) else {
        return unfit(format!("`{name}` is no array of floats in shared memory"));
    };
    let uses = Uses::of(functions, array, &Halves(kind))?;
    let array = array.with_contents(halved);
    Ok(convert(&uses, array, kind))
}

/// An array of floats in 16 bits each, of that kind.
struct Halves(Float);

impl<'c> Layout<'c> for Halves {
    const NO_STEP: &'static str = "an address in it does not count in floats";
    const NO_ACCESS: &'static str = "it is used by more than plain loads and stores of floats";

    fn step(&self, ty: Ty<'c>, indices: &[Val<'c>]) -> Option<(Ty<'c>, Vec<Val<'c>>)> {
        if let Some(ty) = ty.halved(self.0) {
            return Some((ty, indices.to_vec()));
        }
        let bytes = bytes(ty, indices)?;
        let index = indices.first()?;
        Some((ty, vec![index.ty().number((bytes / 2) as u64)]))
    }

    fn admits(&self, moved: Ty<'c>) -> bool {
        moved.float() == Some(Float::Float)
    }
}

fn convert<'c>(uses: &Uses<'c>, array: Val<'c>, kind: Float) -> Replaced<'c> {
    let mut made = uses.readdress(array, &Halves(kind));
    let mut replaced: Replaced<'c> = Vec::new();
    for it in &uses.accesses {
        let (Some(address), Some(float)) = (it.address(), it.moved()) else {
            continue;
        };
        let Some(small) = float.halved(kind) else {
            continue;
        };
        let at = Build::before(*it);
        let address = array::moved(&at, address, array, &made, &Halves(kind));
        let align = it.alignment().map_or(1, |align| (align / 2).max(1));
        let new = match it.operand(0).filter(|_| it.opcode() == Opcode::LLVMStore) {
            Some(value) => at.store(at.cast(Opcode::LLVMFPTrunc, value, small), address, align),
            None => {
                let loaded = at.load(small, address, align);
                at.cast(Opcode::LLVMFPExt, loaded, float)
            }
        };
        replaced.push((*it, new));
    }
    made.reverse();
    replaced.extend(made);
    replaced
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
