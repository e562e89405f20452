//! Packing: a block does what several blocks did, each row of its threads the work of one of them.
//!
//! Threads that share the columns of a loop share them just as well if there are fewer of them. So a block of `T` threads becomes one
//! of `R` rows of `T / R` threads, and each row is a block of before: `blockIdx.x` becomes `blockIdx.x * R + threadIdx.y`. Where blocks
//! had `Y` rows, each `Y` of `R * Y` are one: `threadIdx.y / Y` is which, and `threadIdx.y % Y` the row in it. Threads beyond the last
//! block of before return at once.
//!
//! It must not matter how many threads a block has: all that depends on a thread's number is in loops whose columns any number of
//! threads can share ([`columns::check`]), and threads neither wait for each other nor share memory of the block.

use super::columns::check::check_spread;
use super::columns::counter;
use super::deed::check_alone;
use super::live::Live;
use super::sizes::{Before, calls, is_there, register};
use super::{Given, Ledger, Split, Used, unfit};
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Build, Func, Inst, IntPredicate, Opcode, Ty, Val};
use crate::workload::Size;

/// Whether a kernel's blocks may become rows: the promises that make it right.
///
/// # Errors
/// Why what it computes could change.
pub fn plan(function: Func<'_>, given: &Given) -> Result<Vec<Used>, Skip> {
    if function.text_attribute("nvvm.reqntid").is_some() {
        return Err(Skip::Unsound("it demands a block of a certain size".into()));
    }
    if calls(function, &register("ctaid", 0)).is_empty() {
        return Err(Skip::Unsound("it does not read ctaid.x".into()));
    }
    for instruction in function.instructions().into_iter() {
        check_alone(function, instruction)?;
    }
    let live = Live::of(function);
    let mut ledger = Ledger::new(given, &function.name());
    // Where reads of a thread's number, and of how many there are, may go.
    let (mut starts, mut steps) = (Vec::new(), Vec::new());
    let mut why = None;
    for header in live.flow.loops.iter().map(|it| live.blocks[it.header]) {
        let spread = counter::find(&live, header).and_then(|strided| {
            let before = ledger.used.clone();
            check_spread(&live, &strided, &mut ledger).inspect_err(|_| ledger.used = before)?;
            Ok(strided)
        });
        match spread {
            Ok(strided) => {
                starts.push(strided.column);
                steps.push(strided.next);
            }
            Err(skip) => drop(why.get_or_insert(skip)),
        }
    }
    let threads = calls(function, &register("tid", 0));
    if threads.is_empty() {
        return unfit("no thread differs from another");
    }
    let counts = calls(function, &register("ntid", 0));
    let spread = threads.iter().all(|it| only_goes_to(*it, &starts))
        && counts.iter().all(|it| only_goes_to(*it, &steps));
    if !spread {
        let other =
            Skip::Unfit("more than the columns of a loop depends on a thread's number".into());
        // The loop that all threads should share says more, where there is one.
        return Err(why.filter(|_| starts.is_empty()).unwrap_or(other));
    }
    Ok(ledger.used.into_iter().collect())
}

/// Whether a number, in whatever width, is used by these instructions alone.
fn only_goes_to<'c>(number: Inst<'c>, users: &[Inst<'c>]) -> bool {
    let widens = [Opcode::LLVMSExt, Opcode::LLVMZExt, Opcode::LLVMTrunc];
    number.uses().into_iter().all(|(user, _)| {
        users.contains(&user) || (widens.contains(&user.opcode()) && only_goes_to(user, users))
    })
}

/// Makes rows of the blocks of a kernel that [`plan`] found fit; `flat` are those that had one. `blocks` is how many blocks there were, as
/// the manifest says, of which edits before this one divided; `None` if the number of rows divides it, and nothing asks for it. Answers
/// where the first block of the code was split, if it was.
///
/// # Errors
/// The kernel has no code, or no argument that the number of blocks is worked out from; nothing was touched.
pub fn pack<'c>(
    function: Func<'c>,
    (times, flat): (u32, bool),
    blocks: Option<&Size>,
    divided: ([u32; 3], [u32; 3]),
) -> Result<Option<Split<'c>>, Skip> {
    let Some(first) = function.blocks().first().copied() else {
        return Err(Skip::NoEffect);
    };
    // Stack slots stay where the function begins.
    let at = first
        .instructions()
        .into_iter()
        .find(|it| it.opcode() != Opcode::LLVMAlloca);
    let (Some(at), Some(ty)) = (at, index_type(function)) else {
        return Err(Skip::NoEffect);
    };
    if !blocks.is_none_or(|size| is_there(function, size)) {
        return Err(Skip::Unpromised(
            "the launch does not fit the kernel's arguments".into(),
        ));
    }
    let reads = calls(function, &register("ctaid", 0));
    let counts = calls(function, &register("nctaid", 0));
    let build = Build::before(at);
    let read = |name: &str, axis| build.intrinsic(&register(name, axis), &[], &[]);
    let rows = ty.number(u64::from(times));
    let reads_of_rows = ["tid", "ntid"].map(|name| calls(function, &register(name, 1)));
    let (Some(block), Some(row), Some(all_rows)) =
        (read("ctaid", 0), read("tid", 1), read("ntid", 1))
    else {
        return Err(Skip::NoEffect);
    };
    // Which block of before a row is in, the row within it, and how many it had.
    let (which, within, own) = match flat {
        true => (row, ty.number(0), ty.number(1)),
        false => {
            let own = build.binary(Opcode::LLVMUDiv, all_rows, rows);
            let which = build.binary(Opcode::LLVMUDiv, row, own);
            (which, build.binary(Opcode::LLVMURem, row, own), own)
        }
    };
    for (reads, value) in reads_of_rows.into_iter().zip([within, own]) {
        reads.into_iter().for_each(|it| it.replace_uses(value));
    }
    let number = build.add(build.mul(block, rows), which);
    reads.into_iter().for_each(|it| it.replace_uses(number));
    let Some(size) = blocks else {
        return Ok(None);
    };
    let before = Before {
        build: &build,
        function,
        divided,
        rows: times,
    };
    let Some(all) = before.blocks(size, 0, ty) else {
        return Ok(None);
    };
    counts.into_iter().for_each(|it| it.replace_uses(all));
    let there = build.compare(IntPredicate::LLVMIntULT, number, all);
    let start = first.split_before(at);
    leave_unless(there, start, first);
    Ok(Some(Split { end: first, start }))
}

/// Whether the kernel asks how many blocks there are along x.
pub fn counts_blocks(function: Func<'_>) -> bool {
    !calls(function, &register("nctaid", 0)).is_empty()
}

/// The type of a block's index.
pub fn index_type(function: Func<'_>) -> Option<Ty<'_>> {
    let reads = calls(function, &register("ctaid", 0));
    reads.first().map(|it| it.ty())
}

/// Lets a block that goes on to another return where a condition does not hold.
fn leave_unless<'c>(holds: Val<'c>, block: Blk<'c>, to: Blk<'c>) {
    let out = to.function().append_block(c"");
    Build::at_end(out).leave();
    if let Some(last) = block.last() {
        last.erase();
    }
    Build::at_end(block).branch_if(holds, to, out);
}
