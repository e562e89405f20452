//! The families, one file each, in one list. To add one, write its file and its line here.

mod copy;
mod delete;
mod fact;
mod fast;
mod r#loop;
mod r#move;
mod operand;
mod replace;
mod set;
mod swap;

use super::family::{self, Family, FamilyInfo, Outcome};
use super::promises::Promises;
use crate::ir::Skip;

family::families! {
    Delete(delete::Delete),
    Copy(copy::Copy),
    Move(r#move::Move),
    Replace(replace::Replace),
    Swap(swap::Swap),
    Operand(operand::Operand),
    Set(set::Set),
    Fact(fact::Fact),
    Loop(r#loop::Loop),
    Fast(fast::Fast),
}
