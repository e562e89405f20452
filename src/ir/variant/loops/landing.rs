//! New blocks on the way into a loop.

use super::super::super::raw::{Blk, Build, Inst, Val};
use super::super::Variant;
use super::shape::Region;

/// Three new blocks before a loop: `test` goes to `load`, if the loop has a first iteration, or else to `start`; `load`
/// goes to `start`, and `start` to the header. Nothing goes to them yet.
pub struct Landing<'c> {
    pub test: Blk<'c>,
    pub load: Blk<'c>,
    pub start: Blk<'c>,
}

impl<'c> Landing<'c> {
    pub fn make(header: Blk<'c>) -> Landing<'c> {
        let start = header.insert_before(c"");
        Build::at_end(start).branch(header);
        let load = start.insert_before(c"");
        Build::at_end(load).branch(start);
        let test = load.insert_before(c"");
        Build::at_end(test).branch(start);
        Landing { test, load, start }
    }

    /// Lets `test` go to `load` where `enters` is as it should be.
    pub fn enter_if(&self, enters: Val<'c>, should: bool) {
        let Some(end) = self.test.last() else { return };
        let (holds, fails) = match should {
            true => (self.load, self.start),
            false => (self.start, self.load),
        };
        Build::before(end).branch_if(enters, holds, fails);
        end.erase();
    }

    /// Takes the blocks back; nothing uses what is computed in them.
    pub fn remove(self) {
        [self.test, self.load, self.start]
            .into_iter()
            .for_each(Blk::remove);
    }
}

impl<'c> Variant<'c> {
    /// Lets the loop be entered through new blocks, of which `first` is the first and `last` goes to the header.
    pub(super) fn move_entry(&mut self, region: &Region<'c>, first: Blk<'c>, last: Blk<'c>) {
        let ways = region.entry.last();
        for (index, to) in (0..).zip(ways.map(Inst::successors).unwrap_or_default()) {
            if let Some(way) = ways.filter(|_| to == region.header) {
                way.set_successor(index, first);
            }
        }
        for phi in region.header.phis() {
            self.remake_phi(phi, |from| if from == region.entry { last } else { from });
        }
    }

    /// A phi cannot be told that a value comes from elsewhere now: makes a new one, under the same name.
    fn remake_phi(&mut self, old: Inst<'c>, from: impl Fn(Blk<'c>) -> Blk<'c>) {
        let Some(new) = Build::before(old).phi(old.ty()).as_instruction() else {
            return;
        };
        for (value, block) in old.incoming() {
            new.add_incoming(value, from(block));
        }
        if let Some(flags) = old.fast_math() {
            new.set_fast_math(flags);
        }
        old.replace_uses(new.value());
        let bases = self.base.iter_mut().flatten();
        for known in bases.chain(self.new.values_mut()) {
            if *known == old {
                *known = new;
            }
        }
        old.erase();
    }
}
