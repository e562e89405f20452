//! The last steps of a tree reduction in shared memory, by shuffles inside the first warp.
//!
//! The loop that is recognised halves a distance: `for (half = …; half > 0; half /= 2) { if (tid < half) p[tid] = p[tid] op
//! p[tid + half]; barrier; }`. From a distance of 16 on, all that it still reads and writes is of one warp's threads, so the
//! values can stay in registers: each step's partner is another lane. Each element gets the very value that it
//! got before, by the same operations in the same order, and is written once, at the end; one barrier stands for five.

use crate::ir::error::Skip;
use crate::ir::raw::{Blk, Build, Inst, IntPredicate, Opcode, Val};

use super::lanes::CLAMP;
use super::live::Live;

/// A distance of so many threads, and all shorter ones, is within a warp.
const WITHIN: u64 = 16;
/// Halvings from there to 0.
const STEPS: u32 = 5;
const WARP: u64 = 32;

/// The parts of the loop.
pub struct Tree<'c> {
    compare: Inst<'c>,
    distance: Inst<'c>,
    halving: Inst<'c>,
    thread: Val<'c>,
    barrier: Inst<'c>,
    /// Where the distance is shorter than what is left: loads, sums, stores.
    step: Vec<Inst<'c>>,
    /// The loads of the element itself and of its partner.
    own: Inst<'c>,
    partner: Inst<'c>,
    store: Inst<'c>,
    exit: Blk<'c>,
}

fn unfit<T>(what: &str) -> Result<T, Skip> {
    Err(Skip::Unfit(format!(
        "the loop is no tree reduction: {what}"
    )))
}

impl<'c> Tree<'c> {
    /// Recognises the loop at a block.
    ///
    /// # Errors
    /// What it lacks.
    pub fn at(header: Blk<'c>) -> Result<Tree<'c>, Skip> {
        let live = Live::of(header.function());
        let number = live.numbers.get(&header).copied().unwrap_or(0);
        let [distance, compare, branch] = header.instructions()[..] else {
            return unfit("its header is not a distance, a comparison and a branch");
        };
        let (body, exit) = match branch.successors()[..] {
            [body, exit] if branch.operand(0) == Some(compare.value()) => (body, exit),
            _ => return unfit("its header does not end with the comparison"),
        };
        let is_zero = |value: Option<Val<'c>>| value == Some(distance.ty().number(0));
        let counts = distance.opcode() == Opcode::LLVMPHI
            && distance.ty().int_bits() == Some(32)
            && compare.operand(0) == Some(distance.value())
            && compare.predicate() == Some("sgt")
            && is_zero(compare.operand(1));
        if !counts {
            return unfit("it does not go on while a distance is above 0");
        }
        let (step, meeting) = match body.last().map(|last| last.successors()).as_deref() {
            Some(&[step, meeting]) => (step, meeting),
            _ => return unfit("its body does not begin with a condition"),
        };
        let (Some(condition), Some(last)) = (body.instructions().first().copied(), body.last())
        else {
            return unfit("its body is empty");
        };
        let alone = |block: Blk<'c>, before: &[Blk<'c>]| {
            let numbers = before.iter().filter_map(|it| live.numbers.get(it).copied());
            let mut expected: Vec<usize> = numbers.collect();
            expected.sort_unstable();
            live.numbers
                .get(&block)
                .is_some_and(|it| live.predecessors[*it] == expected)
        };
        let goes = |block: Blk<'c>, to: Blk<'c>| {
            block.last().map(|last| last.successors()) == Some(vec![to])
        };
        let shaped = alone(body, &[header])
            && alone(step, &[body])
            && alone(meeting, &[body, step])
            && alone(exit, &[header])
            && goes(step, meeting)
            && goes(meeting, header)
            && live.predecessors[number].len() == 2;
        if !shaped {
            return unfit("it has other ways than with and without a step");
        }
        let thread = condition.operand(0).filter(|thread| is_thread(*thread));
        let compares = body.instructions().len() == 2
            && last.operand(0) == Some(condition.value())
            && matches!(condition.predicate(), Some("slt" | "ult"))
            && condition.operand(1) == Some(distance.value());
        let Some(thread) = thread.filter(|_| compares) else {
            return unfit("not the threads below the distance take a step");
        };
        let [barrier, halving, _] = meeting.instructions()[..] else {
            return unfit("a step does not end with a barrier and a halving");
        };
        let waits = super::coarsen::is_barrier(barrier);
        if !waits
            || !halves(halving, distance)
            || distance.incoming_from(meeting) != Some(halving.value())
        {
            return unfit("a step does not end with a barrier and a halving");
        }
        if distance
            .uses()
            .into_iter()
            .any(|(user, _)| ![header, body, step, meeting].contains(&user.block()))
        {
            return unfit("the distance is asked for behind it");
        }
        let mut found = Tree {
            compare,
            distance,
            halving,
            thread,
            barrier,
            step: step.instructions(),
            own: compare,
            partner: compare,
            store: compare,
            exit,
        };
        found.step.pop();
        found.recognise_step()?;
        Ok(found)
    }

    /// `p[tid] = p[tid] op p[tid + distance]`, and nothing else.
    fn recognise_step(&mut self) -> Result<(), Skip> {
        let with = |opcode: Opcode| {
            let all = self.step.iter().copied();
            all.filter(|it| it.opcode() == opcode).collect::<Vec<_>>()
        };
        let (loads, stores) = (with(Opcode::LLVMLoad), with(Opcode::LLVMStore));
        let (&[a, b], &[store]) = (&loads[..], &stores[..]) else {
            return unfit("a step does not load two elements and store one");
        };
        let others = self.step.iter().filter(|it| ![a, b, store].contains(it));
        if !others
            .into_iter()
            .all(|it| super::coarsen::is_computation(*it))
        {
            return unfit("a step does more than compute");
        }
        let (Some(to), Some(from_a), Some(from_b)) = (store.address(), a.address(), b.address())
        else {
            return unfit("a step does not load two elements and store one");
        };
        (self.own, self.partner) = match (same(to, from_a), same(to, from_b)) {
            (true, false) => (a, b),
            (false, true) => (b, a),
            _ => return unfit("a step does not load the element that it stores"),
        };
        self.store = store;
        let plain = [a, b, store].into_iter().all(|it| it.is_simple());
        let ty = a.ty();
        let word = ty.int_bits() == Some(32) || ty.text() == "float";
        if !plain || !word || b.ty() != ty {
            return unfit("its elements are no 32-bit numbers");
        }
        if store != self.step[self.step.len() - 1] {
            return unfit("a step goes on after its store");
        }
        match self
            .partner
            .address()
            .is_some_and(|partner| self.is_partner(to, partner))
        {
            true => Ok(()),
            false => unfit("the partner is not as far away as the distance"),
        }
    }

    /// Whether one address is that of the thread's own element, and the other that of the element at the distance.
    fn is_partner(&self, own: Val<'c>, partner: Val<'c>) -> bool {
        let (Some(own), Some(partner)) = (own.as_instruction(), partner.as_instruction()) else {
            return false;
        };
        let (own, partner) = (own.operands(), partner.operands());
        let (Some((index, bases)), Some((other, others))) =
            (own.split_last(), partner.split_last())
        else {
            return false;
        };
        let apart = widened(*other).as_instruction().is_some_and(|sum| {
            let terms = [sum.operand(0), sum.operand(1)];
            let (thread, distance) = (Some(self.thread), Some(self.distance.value()));
            sum.opcode() == Opcode::LLVMAdd
                && (terms == [thread, distance] || terms == [distance, thread])
        });
        // Offsets of the same type of element from the same base.
        let alike = bases.len() == others.len()
            && bases.iter().zip(others).all(|(a, b)| same(*a, *b))
            && self.offsets_alike();
        alike && widened(*index) == self.thread && apart
    }

    fn offsets_alike(&self) -> bool {
        let element = |of: Inst<'c>| {
            let offset = of.address()?.as_instruction()?;
            offset.counts_in()
        };
        element(self.own).is_some() && element(self.own) == element(self.partner)
    }

    /// Ends the loop at a distance within a warp, and puts the rest behind it.
    pub fn shuffle(self) {
        let Some(first) = self.exit.first_after_phis() else {
            return;
        };
        let before = self.exit.split_before(first);
        let rest = before.insert_after();
        let steps = rest.insert_after();
        let done = steps.insert_after();
        let ty = self.distance.ty();
        if let Some(last) = before.last() {
            last.set_successor(0, rest);
        }
        self.compare.set_operand(1, ty.number(WITHIN));
        let build = Build::at_end(rest);
        let first_warp = build.compare(IntPredicate::LLVMIntULT, self.thread, ty.number(WARP));
        build.branch_if(first_warp, steps, done);
        let build = Build::at_end(steps);
        let end = build.branch(done);
        if let Some(end) = end.as_instruction() {
            self.steps(end);
        }
        let build = Build::at_end(done);
        if let Some(end) = build.branch(self.exit).as_instruction() {
            self.barrier.copy_before(end);
        }
    }

    /// The steps of a warp, before an instruction.
    fn steps(&self, place: Inst<'c>) {
        let build = Build::before(place);
        let ty = self.distance.ty();
        let mut made = Vec::new();
        let mut distance = self.distance.value();
        let address = self
            .own
            .address()
            .map(|own| self.repeat(own, place, &mut Vec::new()));
        let Some(address) = address else { return };
        let element = self.own.ty();
        let mut value = build.load(element, address, self.own.alignment().unwrap_or(1));
        let Some(lanes) = lanes(&build, self.distance) else {
            return;
        };
        for _ in 0..STEPS {
            let takes = build.compare(IntPredicate::LLVMIntSLT, self.thread, distance);
            let there = build.add(self.thread, distance);
            // Lanes that take no step ask themselves, so that nobody asks a lane that is not there.
            let source = build.select(takes, there, self.thread);
            let shuffle = match element.int_bits() {
                Some(_) => "llvm.nvvm.shfl.sync.idx.i32",
                None => "llvm.nvvm.shfl.sync.idx.f32",
            };
            let clamp = ty.number(CLAMP);
            let Some(partner) = build.intrinsic(shuffle, &[], &[lanes, value, source, clamp])
            else {
                return;
            };
            made.clear();
            made.extend([
                (self.own.value(), value),
                (self.partner.value(), partner),
                (self.distance.value(), distance),
            ]);
            let Some(sum) = self.store.operand(0) else {
                return;
            };
            let sum = self.repeat(sum, place, &mut made);
            value = build.select(takes, sum, value);
            distance = self.repeat(self.halving.value(), place, &mut made);
        }
        build.store(value, address, self.store.alignment().unwrap_or(1));
    }

    /// What a value of the loop is with others in place of what it is made of, computed before `place`.
    fn repeat(
        &self,
        value: Val<'c>,
        place: Inst<'c>,
        made: &mut Vec<(Val<'c>, Val<'c>)>,
    ) -> Val<'c> {
        if let Some((_, known)) = made.iter().find(|(from, _)| *from == value) {
            return *known;
        }
        let within = |it: &Inst<'c>| self.step.contains(it) || *it == self.halving;
        let Some(original) = value.as_instruction().filter(within) else {
            return value;
        };
        let operands: Vec<Val<'c>> = original
            .operands()
            .into_iter()
            .map(|operand| self.repeat(operand, place, made))
            .collect();
        let copy = original.copy_before(place);
        for (index, operand) in (0..).zip(operands) {
            if copy.operand(index) != Some(operand) {
                copy.set_operand(index, operand);
            }
        }
        made.push((value, copy.value()));
        copy.value()
    }
}

/// The lanes of the first warp that there are: bit for bit, those below the size of the block.
fn lanes<'c>(build: &Build<'c>, like: Inst<'c>) -> Option<Val<'c>> {
    let ty = like.ty();
    let threads = build.intrinsic("llvm.nvvm.read.ptx.sreg.ntid.x", &[], &[])?;
    let full = build.compare(IntPredicate::LLVMIntUGE, threads, ty.number(WARP));
    let some = build.binary(Opcode::LLVMShl, ty.number(1), threads);
    let some = build.sub(some, ty.number(1));
    Some(build.select(full, ty.number(u64::from(u32::MAX)), some))
}

/// Whether a value is the thread's index in a block that only has threads along x.
fn is_thread(value: Val<'_>) -> bool {
    let call = value.as_instruction().and_then(Inst::callee);
    let name = call.and_then(Val::as_declared_name);
    name.as_deref() == Some("llvm.nvvm.read.ptx.sreg.tid.x")
}

/// Whether an instruction halves a distance.
fn halves(halving: Inst<'_>, distance: Inst<'_>) -> bool {
    let by = match halving.opcode() {
        Opcode::LLVMSDiv | Opcode::LLVMUDiv => 2,
        Opcode::LLVMLShr | Opcode::LLVMAShr => 1,
        _ => return false,
    };
    halving.operand(0) == Some(distance.value())
        && halving.operand(1) == Some(distance.ty().number(by))
}

/// What a value was before it was widened.
fn widened(value: Val<'_>) -> Val<'_> {
    let cast = value.as_instruction();
    let cast = cast.filter(|it| matches!(it.opcode(), Opcode::LLVMSExt | Opcode::LLVMZExt));
    cast.and_then(|it| it.operand(0)).unwrap_or(value)
}

/// Whether two values are computed alike.
fn same(a: Val<'_>, b: Val<'_>) -> bool {
    if a == b {
        return true;
    }
    let (Some(x), Some(y)) = (a.as_instruction(), b.as_instruction()) else {
        return false;
    };
    let kind = |it: Inst<'_>| {
        matches!(
            it.opcode(),
            Opcode::LLVMSExt | Opcode::LLVMZExt | Opcode::LLVMGetElementPtr
        )
    };
    let typed = || x.counts_in() == y.counts_in();
    kind(x)
        && x.opcode() == y.opcode()
        && x.ty() == y.ty()
        && typed()
        && x.operand_count() == y.operand_count()
        && x.operands()
            .into_iter()
            .zip(y.operands())
            .all(|(a, b)| same(a, b))
}
