//! What a loop hands on from one iteration to the next, where the steps from the old values to the new ones can be told from the rest.

use std::collections::BTreeSet;

use super::super::live::Live;
use super::super::root::{Effect, effect};
use super::super::unfit;
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Inst, Opcode, Val};

/// Values that each iteration makes of those of the one before: a sum, or the least so far and where it was.
#[derive(Debug, Clone)]
pub struct Carried<'c> {
    /// Each value as the iteration finds it, and as it leaves it, which is one of the steps.
    pub values: Vec<(Inst<'c>, Inst<'c>)>,
    /// All that the iteration does with them, in order, in one block. Nothing else uses the results.
    pub steps: Vec<Inst<'c>>,
}

/// All that the loop at `header`, whose blocks are `body`, carries beside its `column`.
///
/// # Errors
/// An iteration does something else with what is carried.
pub fn find<'c>(
    live: &Live<'c>,
    header: Blk<'c>,
    (body, latch): (&BTreeSet<usize>, Blk<'c>),
    column: Inst<'c>,
) -> Result<Vec<Carried<'c>>, Skip> {
    let mut groups: Vec<Carried<'c>> = Vec::new();
    for phi in header.phis().into_iter().filter(|phi| *phi != column) {
        let group = alone(live, body, phi, phi.incoming_from(latch));
        let Some(mut group) = group else {
            return unfit(
                "the loop carries more from one iteration to the next than sums and the like",
            );
        };
        // Values that have a step in common go together.
        groups.retain(|other| {
            let apart = !other.steps.iter().any(|step| group.steps.contains(step));
            if !apart {
                group.values.extend(other.values.iter().copied());
                group.steps.extend(other.steps.iter().copied());
            }
            apart
        });
        groups.push(group);
    }
    for group in &mut groups {
        if !settle(group) {
            return unfit(
                "the loop carries more from one iteration to the next than sums and the like",
            );
        }
    }
    Ok(groups)
}

/// A carried value, with all that its iteration makes of it.
fn alone<'c>(
    live: &Live<'c>,
    body: &BTreeSet<usize>,
    phi: Inst<'c>,
    next: Option<Val<'c>>,
) -> Option<Carried<'c>> {
    let inside = |user: Inst<'c>| {
        let block = live.number(user.block());
        block.is_some_and(|it| body.contains(&it))
    };
    let handed_on =
        |user: Inst<'c>| user.opcode() == Opcode::LLVMPHI && user.block() == phi.block();
    let (mut steps, mut open): (Vec<Inst<'c>>, _) = (Vec::new(), vec![phi]);
    while let Some(from) = open.pop() {
        let users = from.uses().into_iter().map(|(user, _)| user);
        for user in users.filter(|user| inside(*user) && !handed_on(*user)) {
            let computes = user.opcode() != Opcode::LLVMPHI
                && !user.is_terminator()
                && effect(user) == Effect::None
                && user.block() != phi.block();
            if !computes {
                return None;
            }
            if !steps.contains(&user) {
                steps.push(user);
                open.push(user);
            }
        }
    }
    let next = next.and_then(Val::as_instruction)?;
    steps.contains(&next).then(|| Carried {
        values: vec![(phi, next)],
        steps,
    })
}

/// Puts the steps in order; whether they are in one block, and nothing but they and what is carried uses their results.
fn settle(group: &mut Carried<'_>) -> bool {
    let Some(block) = group.steps.first().map(|step| step.block()) else {
        return false;
    };
    let all = std::mem::take(&mut group.steps);
    if all.iter().any(|step| step.block() != block) {
        return false;
    }
    let in_order = block.instructions().into_iter();
    group.steps = in_order.filter(|it| all.contains(it)).collect();
    let own = |user: &Inst<'_>| {
        group.steps.contains(user) || group.values.iter().any(|(phi, _)| phi == user)
    };
    let mut uses = group.steps.iter().flat_map(|step| step.uses());
    uses.all(|(user, _)| own(&user))
}
