//! Issues a load one iteration ahead: what an iteration needs was asked for by the one before it.

use super::super::super::address::Name;
use super::super::super::raw::{Build, Inst, Opcode, Val};
use super::super::Variant;
use super::landing::Landing;
use super::shape::{Disjoint, Region, Shape, Writers};
use super::shift::Shift;
use crate::ir::Skip;

impl<'c> Variant<'c> {
    /// Issues the load one iteration ahead of its use. The first one is issued before the loop, if the loop has a first
    /// iteration; the last iteration loads once more from where it did. So no address is accessed that was not
    /// before, and what is loaded is the same because nothing writes there while the loop runs.
    ///
    /// The name stays with the load in the loop, so doing it again issues it two iterations ahead.
    pub fn prefetch(&mut self, load: Name, disjoint: &Disjoint<'_>) -> Result<(), Skip> {
        let unfit = |what: &str| Skip::Unfit(format!("{load} {what}"));
        let it = self.get(load)?;
        let address = it.address().filter(|_| it.opcode() == Opcode::LLVMLoad);
        let address = address.ok_or_else(|| unfit("is no load"))?;
        if !it.is_simple() {
            return Err(unfit("is volatile or atomic"));
        }
        let shape = Shape::of(it.block().function());
        let header = shape.innermost(it.block());
        let region = shape.region(header.ok_or_else(|| unfit("is in no loop"))?)?;
        if it.block() == region.header || !shape.live.dominates(it.block(), region.latch) {
            return Err(unfit("is not executed once in each iteration"));
        }
        let writers = Writers::of(&shape, &region);
        let mut shift = Shift::new(&shape, &region, &writers, disjoint);
        if !writers.spare(address.object(), disjoint) {
            return Err(unfit("reads what the loop may write"));
        }
        let landing = Landing::make(region.header);
        let built = issue(it, address, &mut shift, &landing);
        match built {
            Ok(ahead) => {
                self.take_up(it, ahead, &region, &landing);
                Ok(())
            }
            Err(skip) => {
                shift.take_back();
                landing.remove();
                Err(skip)
            }
        }
    }

    /// Lets the loop use what was issued ahead, and be entered through where the first one is issued.
    fn take_up(
        &mut self,
        it: Inst<'c>,
        ahead: Ahead<'c>,
        region: &Region<'c>,
        landing: &Landing<'c>,
    ) {
        it.set_operand(0, ahead.address);
        self.move_entry(region, landing.test, landing.start);
        let head = region.header.instructions().first().copied();
        let (Some(head), Some(after)) = (head, it.next()) else {
            return;
        };
        let result = Build::before(head).phi(it.ty());
        it.replace_uses(result);
        // Else LLVM would make one load of the two, of an address that is handed on instead of the value.
        let loaded = Build::before(after).freeze(it.value());
        if let Some(phi) = result.as_instruction() {
            phi.add_incoming(ahead.first, landing.start);
            phi.add_incoming(loaded, region.latch);
        }
    }
}

/// What an iteration will load from instead, and what the first one gets.
struct Ahead<'c> {
    address: Val<'c>,
    first: Val<'c>,
}

/// Computes the address of the next iteration at the load, and issues the first load on the landing.
fn issue<'c>(
    it: Inst<'c>,
    address: Val<'c>,
    shift: &mut Shift<'_, 'c>,
    landing: &Landing<'c>,
) -> Result<Ahead<'c>, Skip> {
    let region = shift.region;
    let next = shift.next(address, it)?;
    if next == address {
        return Err(Skip::Unfit("it is the same load in every iteration".into()));
    }
    let goes_on = shift.next(region.test, it)?;
    let (Some(end_of_test), Some(end_of_load), Some(end_of_start)) = (
        landing.test.last(),
        landing.load.last(),
        landing.start.last(),
    ) else {
        return Err(Skip::NoEffect);
    };
    let enters = shift.first(region.test, end_of_test)?;
    let from = shift.first(address, end_of_load)?;
    let load = it.copy_before(end_of_load);
    load.set_operand(0, from);
    landing.enter_if(enters, region.goes_on_where_it_holds());
    let first = Build::before(end_of_start).phi(it.ty());
    if let Some(phi) = first.as_instruction() {
        phi.add_incoming(load.value(), landing.load);
        phi.add_incoming(it.ty().poison(), landing.test);
    }
    let build = Build::before(it);
    let address = match region.goes_on_where_it_holds() {
        true => build.select(goes_on, next, address),
        false => build.select(goes_on, address, next),
    };
    Ok(Ahead { address, first })
}
