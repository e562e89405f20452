//! A row of global memory that all threads of a block walk along, kept in shared memory.
//!
//! `for (i = 0; i < n; ++i) … row[i] …`, where the row is the same for all threads of the block, reads each element once a thread, or
//! once a thread and turn of the loops around. Here the threads fetch it together, each its share, before they part, wait for each
//! other, and read it from shared memory then.
//!
//! The place of the fetch is one that all threads of the block come to together, as far out of loops as the row's address can be
//! worked out. Nothing is read there that the kernel would not read: the row is fetched only where the block's *first thread* goes on
//! from there to the loop, which every thread can tell, by working out the tests on the way with 0 for the thread's index. Where it does
//! not, or where the row is longer than the tile, all is read from global memory as before.

use std::collections::HashSet;

use super::columns::{check, counter};
use super::live::Live;
use super::replay::Replay;
use super::root::{Effect, Root, effect};
use super::uniform::{Divergence, Team, register};
use super::{Given, Ledger, Split, Used, cache, unfit};
use crate::ir::Constant;
use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Build, Inst, IntPredicate, Opcode, Ty, Val};

/// A block has at most so much static shared memory (CUDA C++ Programming Guide, technical specifications).
const ROOM: u64 = 48 << 10;

/// Barrier 0, at which all threads of the block meet.
const BARRIER: &str = "llvm.nvvm.barrier.cta.sync.aligned.all";

/// What was made.
pub struct Staged<'c> {
    /// What it relies on.
    pub used: Vec<Used>,
    /// Where the row is fetched, and where it is read.
    pub splits: [Split<'c>; 2],
}

/// Keeps a row that `load` walks along in a tile of so many elements in shared memory; `flat`: whether blocks of the kernel of that
/// name have threads along x only.
///
/// # Errors
/// Why the load has to be from global memory. Nothing has changed then.
pub fn stage<'c>(
    load: Inst<'c>,
    elements: u32,
    flat: &dyn Fn(&str) -> bool,
    given: &Given,
) -> Result<Staged<'c>, Skip> {
    let function = load.block().function();
    let live = Live::of(function);
    let row = Row::of(&live, load)?;
    if u64::from(elements) * u64::from(row.bytes) > ROOM {
        return unfit(format!("a tile has at most {ROOM} bytes"));
    }
    let mut ledger = Ledger::new(given, &function.name());
    cache::unwritten(function, row.from, &mut ledger)?;
    let divergence = Divergence::of(&live, Team::Block, None);
    let place = Place::of(&row, &divergence)?;

    let tile = Tile {
        array: function.add_shared_array(load.ty(), elements),
        elements,
        flat: flat(&function.name()),
    };
    let (staged, first, fetched) = tile.fetch(&row, &place, &divergence);
    let served = tile.serve(&row, staged, first);
    function.admit_waiting();
    Ok(Staged {
        used: ledger.used.into_iter().collect(),
        splits: [fetched, served],
    })
}

/// What the load reads, iteration by iteration of the innermost loop around it: neighbouring elements.
struct Row<'l, 'c> {
    live: &'l Live<'c>,
    load: Inst<'c>,
    address: Val<'c>,
    from: Root<'c>,
    /// Bytes of an element.
    bytes: u32,
    walk: counter::Strided<'c>,
}

impl<'l, 'c> Row<'l, 'c> {
    fn of(live: &'l Live<'c>, load: Inst<'c>) -> Result<Row<'l, 'c>, Skip> {
        let (Effect::Load(from @ Root::Param(_)), Some(address)) = (effect(load), load.address())
        else {
            return unfit("only a plain load from an argument's memory can be staged");
        };
        let bytes = load.ty().number_bytes();
        let Some(bytes) = bytes.filter(|bytes| load.alignment() >= Some(*bytes)) else {
            return unfit("only aligned numbers can be staged");
        };
        if !load.block().function().is_kernel() {
            return unfit("only the threads of a kernel can fetch something together");
        }
        let around = live.number(load.block()).and_then(|block| {
            let loops = live.flow.loops.iter();
            let around = loops.filter(|it| it.body.contains(&block));
            around.min_by_key(|it| it.body.len())
        });
        let Some(around) = around else {
            return unfit("the load is in no loop");
        };
        let walk = counter::counted(live, live.blocks[around.header])?;
        let narrow = walk.column.ty().int_bits().is_some_and(|bits| bits <= 64);
        let by_one = narrow && matches!(walk.step.constant(), Some(Constant::Int { value: 1, .. }));
        let every = load.block() != walk.header && live.dominates(load.block(), walk.latch);
        if !by_one || !every {
            return unfit(
                "the loop does not go from element to element, each time through the load",
            );
        }
        let moving = moving(live, &walk);
        let counter = check::counter(&walk, &moving);
        if check::neighbours(&counter, load).is_none() {
            return unfit("the load does not read one element after the other");
        }
        Ok(Row {
            live,
            load,
            address,
            from,
            bytes,
            walk,
        })
    }
}

/// Ids of what depends on a loop's counter.
fn moving<'c>(live: &Live<'c>, walk: &counter::Strided<'c>) -> HashSet<usize> {
    let mut found = HashSet::from([walk.column.value().id()]);
    let mut open = vec![walk.column];
    while let Some(from) = open.pop() {
        for (user, _) in from.uses() {
            let inside = live
                .number(user.block())
                .is_some_and(|block| walk.body.contains(&block));
            if inside && found.insert(user.value().id()) {
                open.push(user);
            }
        }
    }
    found
}

/// A place where all threads of a block can fetch a row.
struct Place<'c> {
    block: Blk<'c>,
    end: Inst<'c>,
    /// What the first thread has to find on its way from there to the loop: tests, and how each comes out.
    tests: Vec<(Val<'c>, bool)>,
    /// What phis on that way get.
    arrives: Vec<(Val<'c>, Val<'c>)>,
    /// Whether the threads come by more than once.
    again: bool,
}

impl<'c> Place<'c> {
    /// The one that is in the fewest loops; of these, the nearest to the load.
    fn of(row: &Row<'_, 'c>, divergence: &Divergence<'_, 'c>) -> Result<Place<'c>, Skip> {
        let live = row.live;
        let above = |block: &usize| live.flow.idom[*block];
        let nearest = live.number(row.walk.before);
        let loops = |block: usize| {
            let loops = live.flow.loops.iter();
            loops.filter(|it| it.body.contains(&block)).count()
        };
        let mut best: Option<(usize, Place<'c>)> = None;
        let mut together = false;
        for block in std::iter::successors(nearest, above) {
            if !divergence.is_reached_together(live.blocks[block]) {
                continue;
            }
            together = true;
            let depth = loops(block);
            if best.as_ref().is_some_and(|(least, _)| *least <= depth) {
                continue;
            }
            let found = Place::at(row, divergence, block, depth > 0);
            best = found.map(|place| (depth, place)).or(best);
        }
        match (best, together) {
            (Some((_, place)), _) => Ok(place),
            (None, true) => unfit(
                "there is no place before the loop where all threads of the block are together and know the row",
            ),
            (None, false) => unfit("the threads of the block are nowhere together before the loop"),
        }
    }

    fn at(
        row: &Row<'_, 'c>,
        divergence: &Divergence<'_, 'c>,
        block: usize,
        again: bool,
    ) -> Option<Place<'c>> {
        let live = row.live;
        let end = live.blocks[block].last()?;
        let (tests, arrives) = way(live, block, row.walk.before, row.walk.header)?;
        let place = Place {
            block: live.blocks[block],
            end,
            tests,
            arrives,
            again,
        };
        let known = place.at_start(row, divergence, |replay| {
            [row.address, row.walk.start, row.walk.columns]
                .into_iter()
                .all(|value| replay.is_possible(value))
        });
        let told = place.of_first_thread(row, divergence, |replay| {
            let mut tests = place.tests.iter();
            tests.all(|(test, _)| replay.is_possible(*test))
        });
        (known && told).then_some(place)
    }

    /// Works out what all threads agree on, with the loop's first element in the place of any.
    fn at_start<T>(
        &self,
        row: &Row<'_, 'c>,
        divergence: &Divergence<'_, 'c>,
        then: impl FnOnce(&Replay<'_, 'c>) -> T,
    ) -> T {
        let first = |value: Val<'c>| (value == row.walk.column.value()).then_some(row.walk.start);
        self.replay(row, divergence, &first, then)
    }

    /// Works out what the block's first thread finds when it goes from here to the loop.
    fn of_first_thread<T>(
        &self,
        row: &Row<'_, 'c>,
        divergence: &Divergence<'_, 'c>,
        then: impl FnOnce(&Replay<'_, 'c>) -> T,
    ) -> T {
        let arrives = |value: Val<'c>| {
            let arrived = self.arrives.iter().find(|(phi, _)| *phi == value);
            let is_index = || register(value).is_some_and(|name| name.starts_with("tid."));
            let zero = || is_index().then(|| value.ty().number(0));
            arrived.map(|(_, value)| *value).or_else(zero)
        };
        self.replay(row, divergence, &arrives, then)
    }

    fn replay<T>(
        &self,
        row: &Row<'_, 'c>,
        divergence: &Divergence<'_, 'c>,
        instead: &dyn Fn(Val<'c>) -> Option<Val<'c>>,
        then: impl FnOnce(&Replay<'_, 'c>) -> T,
    ) -> T {
        let is_uniform = |value: Val<'c>| divergence.is_uniform(value, self.end);
        then(&Replay {
            live: row.live,
            place: self.end,
            instead,
            taken: &is_uniform,
            // Whatever is read from the thread itself.
            repeats: &|it| !it.is_call() || it.operand_count() > 1 || is_uniform(it.value()),
        })
    }
}

/// Tests, and how each comes out; phis, and what each gets.
type Way<'c> = (Vec<(Val<'c>, bool)>, Vec<(Val<'c>, Val<'c>)>);

/// What is met on the way from the end of a block to a loop, where each branch has one way that must lead there.
fn way<'c>(live: &Live<'c>, from: usize, before: Blk<'c>, header: Blk<'c>) -> Option<Way<'c>> {
    let header = live.number(header)?;
    let (mut tests, mut arrives) = (Vec::new(), Vec::new());
    let (mut at, mut seen) = (from, HashSet::new());
    while seen.insert(at) {
        let last = live.blocks[at].last()?;
        let leads = |block: &usize| live.dominates_by_number(*block, header);
        let next = match live.successors[at][..] {
            [next] => next,
            [then, otherwise] if then != otherwise => {
                let next = match (leads(&then), leads(&otherwise)) {
                    (true, false) => then,
                    (false, true) => otherwise,
                    _ => return None,
                };
                tests.push((last.tests()?, next == then));
                next
            }
            _ => return None,
        };
        if next == header {
            return (live.blocks[at] == before).then_some((tests, arrives));
        }
        let phis = live.blocks[next].phis().into_iter();
        arrives.extend(
            phis.filter_map(|phi| Some((phi.value(), phi.incoming_from(live.blocks[at])?))),
        );
        at = next;
    }
    None
}

/// The shared array.
struct Tile<'c> {
    array: Val<'c>,
    elements: u32,
    flat: bool,
}

impl<'c> Tile<'c> {
    /// Fills the tile where all threads are together. Answers whether it was filled, and the loop's first counter as it is there.
    fn fetch(
        &self,
        row: &Row<'_, 'c>,
        place: &Place<'c>,
        divergence: &Divergence<'_, 'c>,
    ) -> (Val<'c>, Val<'c>, Split<'c>) {
        let (base, first, end) = place.at_start(row, divergence, |replay| {
            let [base, first, end] =
                [row.address, row.walk.start, row.walk.columns].map(|it| replay.make(it));
            (base, first, end)
        });
        let tests: Vec<(Val<'c>, bool)> = place.of_first_thread(row, divergence, |replay| {
            let tests = place.tests.iter();
            tests
                .map(|(test, comes)| (replay.make(*test), *comes))
                .collect()
        });
        let at = Build::before(place.end);
        let wide = first.ty().int(64);
        let widen = |value| widened(&at, value, row.walk.signed, wide);
        let count = at.sub(widen(end), widen(first));
        let room = wide.number(u64::from(self.elements));
        let fits = at.compare(IntPredicate::LLVMIntULE, count, room);
        let ordered = match row.walk.signed {
            true => IntPredicate::LLVMIntSLE,
            false => IntPredicate::LLVMIntULE,
        };
        let fits = at.and(at.compare(ordered, first, end), fits);
        // A test is only worked out for good where those before it come out right.
        let staged = tests.into_iter().rev().fold(fits, |rest, (test, comes)| {
            let no = test.ty().number(0);
            match comes {
                true => at.select(test, rest, no),
                false => at.select(test, no, rest),
            }
        });

        let before = place.block.split_before(place.end);
        let filled = before.insert_after();
        let body = before.insert_after();
        let head = before.insert_after();
        let start = before.insert_after();
        if let Some(last) = before.last() {
            last.erase();
        }
        Build::at_end(before).branch_if(staged, start, place.block);
        let at = Build::at_end(start);
        if place.again {
            // Somebody may still read what was fetched last time.
            wait(&at, wide);
        }
        let (thread, threads) = self.threads(&at, wide);
        at.branch(head);
        let at = Build::at_end(head);
        let element = at.phi(wide);
        let more = at.compare(IntPredicate::LLVMIntULT, element, count);
        at.branch_if(more, body, filled);
        let at = Build::at_end(body);
        let ty = row.load.ty();
        let value = at.load(ty, at.offset_inside(ty, base, element), row.bytes);
        at.store(value, at.offset_inside(ty, self.array, element), row.bytes);
        let next = at.add(element, threads).without_wrap(true);
        at.branch(head);
        if let Some(phi) = element.as_instruction() {
            phi.add_incoming(thread, start);
            phi.add_incoming(next, body);
        }
        let at = Build::at_end(filled);
        wait(&at, wide);
        at.branch(place.block);
        let split = Split {
            end: place.block,
            start: before,
        };
        (staged, first, split)
    }

    /// The number of this thread in its block, and of all.
    fn threads(&self, at: &Build<'c>, wide: Ty<'c>) -> (Val<'c>, Val<'c>) {
        let read = |name: &str| {
            let name = format!("llvm.nvvm.read.ptx.sreg.{name}");
            let read = at.intrinsic(&name, &[], &[]);
            read.map_or(wide.number(0), |read| at.cast(Opcode::LLVMZExt, read, wide))
        };
        let (x, of_x) = (read("tid.x"), read("ntid.x"));
        if self.flat {
            return (x, of_x);
        }
        let (y, of_y, z, of_z) = (read("tid.y"), read("ntid.y"), read("tid.z"), read("ntid.z"));
        let rows = at.add(y, at.mul(of_y, z));
        let thread = at.add(x, at.mul(of_x, rows));
        (thread, at.mul(of_x, at.mul(of_y, of_z)))
    }

    /// Lets the load read the tile where it was filled.
    fn serve(&self, row: &Row<'_, 'c>, staged: Val<'c>, first: Val<'c>) -> Split<'c> {
        let (load, block) = (row.load, row.load.block());
        let above = block.split_before(load);
        let (near, far) = {
            let far = above.insert_after();
            (above.insert_after(), far)
        };
        if let Some(last) = above.last() {
            last.erase();
        }
        Build::at_end(above).branch_if(staged, near, far);
        let at = Build::at_end(near);
        let index = at.sub(row.walk.column.value(), first);
        let index = at.cast(Opcode::LLVMZExt, index, index.ty().int(64));
        let ty = load.ty();
        let from = at.offset_inside(ty, self.array, index);
        let value = at.load(ty, from, row.bytes);
        at.branch(block);
        if let Some(end) = Build::at_end(far).branch(block).as_instruction() {
            load.move_before(end);
        }
        // What follows the load: a block always has an end.
        if let Some(after) = block.instructions().first() {
            let phi = Build::before(*after).phi(ty);
            load.replace_uses(phi);
            if let Some(phi) = phi.as_instruction() {
                phi.add_incoming(value, near);
                phi.add_incoming(load.value(), far);
            }
        }
        Split {
            end: block,
            start: above,
        }
    }
}

fn widened<'c>(at: &Build<'c>, value: Val<'c>, signed: bool, wide: Ty<'c>) -> Val<'c> {
    match (value.ty() == wide, signed) {
        (true, _) => value,
        (false, true) => at.cast(Opcode::LLVMSExt, value, wide),
        (false, false) => at.cast(Opcode::LLVMZExt, value, wide),
    }
}

fn wait<'c>(at: &Build<'c>, ty: Ty<'c>) {
    let _ = at.intrinsic(BARRIER, &[], &[ty.int(32).number(0)]);
}
