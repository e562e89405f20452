//! What differs between the copies of a kernel's work, found before anything is touched.
//!
//! A value is *varying* where it depends on the index that the copies differ in; everything else is computed once for
//! all of them. A branch on a varying condition makes a *region*, which each copy goes through on its own, one copy
//! after the other; or it is a *guard*, behind which a copy has nothing to do.

use std::collections::{BTreeSet, HashSet};

use super::super::deed::{Deed, deed};
use super::region::{Guard, Region};
use super::step::Steps;
use super::{Kind, Request};
use crate::ir::error::Skip;
use crate::ir::raw::{Func, Inst, Val};
use crate::ir::transform::live::Live;
use crate::ir::transform::memory::{self, Object, objects};

/// What is to be copied, and how.
pub struct Plan<'c> {
    pub live: Live<'c>,
    /// Instructions of which there is to be a copy for each index: their [`Val::id`]s.
    pub varying: HashSet<usize>,
    /// Disjoint; in walk order of their branches.
    pub regions: Vec<Region>,
    /// In the order in which they are passed.
    pub guards: Vec<Guard>,
    /// Memory of which each copy has its own.
    pub objects: BTreeSet<Object>,
    /// Comparisons and quotients of varying values that all the same come out alike.
    pub alike: HashSet<usize>,
    /// Remainders of varying values of which copy `k`'s is the first copy's and `k`.
    pub near: HashSet<usize>,
    /// Arguments that are relied on to be multiples of the factor.
    pub multiples: BTreeSet<u32>,
}

/// Plans the copies of what depends on `roots`, calls that read the index.
///
/// # Errors
/// Why what the kernel computes could change.
pub fn plan<'c>(
    function: Func<'c>,
    roots: &[Inst<'c>],
    request: &Request<'_>,
) -> Result<Plan<'c>, Skip> {
    let live = Live::of(function);
    admissible(&live, request)?;
    let mut plan = Plan {
        live,
        varying: roots.iter().map(|root| root.value().id()).collect(),
        regions: Vec::new(),
        guards: Vec::new(),
        objects: BTreeSet::new(),
        alike: HashSet::new(),
        near: HashSet::new(),
        multiples: BTreeSet::new(),
    };
    loop {
        plan.compare(function, roots, request);
        plan.spread(function, request)?;
        if !plan.divide(request)? {
            // Each copy gets its own index instead.
            for root in roots {
                plan.varying.remove(&root.value().id());
            }
            return Ok(plan);
        }
    }
}

/// Whether there is nothing in the function that copies could not be made of.
fn admissible(live: &Live<'_>, request: &Request<'_>) -> Result<(), Skip> {
    for (number, block) in live.blocks.iter().enumerate() {
        for instruction in block.instructions() {
            let what = match (deed(instruction), request.kind) {
                (Deed::Other(what), _) => what,
                (Deed::Atomic, Kind::Blocks) => "an atomic".into(),
                (Deed::Lanes, Kind::Threads) => "an exchange between lanes".into(),
                (Deed::Slot, _) if number != 0 => "a stack slot that is made on the way".into(),
                _ => continue,
            };
            return Err(Skip::Unsound(format!("it has {what}")));
        }
    }
    Ok(())
}

impl<'c> Plan<'c> {
    /// What is reached, with the number of its block.
    pub fn instructions(&self) -> impl Iterator<Item = (usize, Inst<'c>)> + '_ {
        let reached = (0..).zip(&self.live.blocks);
        reached
            .filter(|(number, _)| self.live.flow.reachable[*number])
            .flat_map(|(number, block)| {
                let all = block.instructions().into_iter();
                all.map(move |instruction| (number, instruction))
            })
    }

    /// The region that a block is in.
    pub fn region_of(&self, block: usize) -> Option<&Region> {
        self.regions.iter().find(|region| region.has(block))
    }

    /// Finds what comes out alike for all copies, or in step.
    fn compare(&mut self, function: Func<'c>, roots: &[Inst<'c>], request: &Request<'_>) {
        let steps = Steps::of(function, roots, self, request);
        let all: Vec<(usize, Inst<'c>)> = self.instructions().collect();
        let outside = all
            .into_iter()
            .filter(|(block, _)| self.region_of(*block).is_none());
        let outside: Vec<Inst<'c>> = outside.map(|(_, it)| it).collect();
        let which = |holds: &dyn Fn(Inst<'c>) -> bool| -> Vec<Inst<'c>> {
            outside.iter().copied().filter(|it| holds(*it)).collect()
        };
        let alike = which(&|it| steps.is_alike(it));
        let near = which(&|it| steps.is_near(it));
        let relied = alike.iter().chain(&near);
        self.multiples = relied.flat_map(|it| steps.relies_on(*it)).collect();
        self.alike = alike.iter().map(|it| it.value().id()).collect();
        self.near = near.iter().map(|it| it.value().id()).collect();
    }

    /// Whether an instruction may have another value for each copy because copies took different ways.
    pub fn differs_by_way(&self, block: usize, instruction: Inst<'c>) -> bool {
        self.region_of(block).is_some() || self.merges(block, instruction)
    }

    /// Whether an instruction is a phi where the ways of a region meet.
    fn merges(&self, block: usize, instruction: Inst<'c>) -> bool {
        let joined = |from: usize| {
            let joins = |region: &Region| region.leaves_from(from) && region.join == block;
            self.regions.iter().any(joins)
        };
        let mut sources = instruction.incoming().into_iter();
        sources.any(|(_, from)| self.live.numbers.get(&from).is_some_and(|it| joined(*it)))
    }

    /// Follows data to whatever depends on what varies.
    fn spread(&mut self, function: Func<'c>, request: &Request<'_>) -> Result<(), Skip> {
        loop {
            let mut more = Vec::new();
            let mut own = Vec::new();
            for (block, instruction) in self.instructions() {
                let varies = self.varies(block, instruction);
                if varies && !self.varying.contains(&instruction.value().id()) {
                    more.push(instruction.value().id());
                }
                if varies && deed(instruction) == Deed::Store {
                    own.extend(self.written(function, instruction, request)?);
                }
            }
            let before = self.objects.len();
            self.objects.extend(own);
            if more.is_empty() && before == self.objects.len() {
                break;
            }
            self.varying.extend(more);
        }
        self.no_stray_pointers(function)
    }

    /// Whether an instruction depends on what is known to vary so far.
    fn varies(&self, block: usize, instruction: Inst<'c>) -> bool {
        let id = instruction.value().id();
        if self.varying.contains(&id) || self.region_of(block).is_some() {
            return true;
        }
        if self.alike.contains(&id) {
            return false;
        }
        let own = |object: Object| self.objects.contains(&object);
        let (slot, atomic) = (
            deed(instruction) == Deed::Slot,
            deed(instruction) == Deed::Atomic,
        );
        let mut operands = instruction.operands().into_iter();
        let varying = |operand: Val<'c>| {
            self.varying.contains(&operand.id())
                || (operand.is_constant()
                    && !self.objects.is_empty()
                    && operand
                        .globals_within()
                        .into_iter()
                        .any(|it| own(memory::object_of_variable(it))))
        };
        atomic
            || (slot && own(Object::Slot(id)))
            || operands.any(varying)
            || self.merges(block, instruction)
    }

    /// Memory of its own that a copy needs because of a store that differs between copies.
    fn written(
        &self,
        function: Func<'c>,
        store: Inst<'c>,
        request: &Request<'_>,
    ) -> Result<Vec<Object>, Skip> {
        let address = store.address().map(|it| objects(function, it));
        let mut own: Vec<Object> = address.into_iter().flatten().collect();
        // Threads share what their block has; blocks share only global memory.
        own.retain(|object| match object {
            Object::Slot(_) => true,
            object => object.is_local() && request.kind == Kind::Blocks,
        });
        Ok(own)
    }

    /// Whether what each copy has its own of is only reached in ways that can be followed.
    fn no_stray_pointers(&self, function: Func<'c>) -> Result<(), Skip> {
        if self.objects.is_empty() {
            return Ok(());
        }
        let stray = |what: &str| Err(Skip::Unsound(what.into()));
        for (_, instruction) in self.instructions() {
            if let Some(address) = instruction.address() {
                let reached = objects(function, address);
                let own = reached
                    .iter()
                    .filter(|it| self.objects.contains(it))
                    .count();
                if reached.contains(&Object::Unknown) || (own > 0 && own < reached.len()) {
                    return stray(
                        "an address may or may not be in memory that each copy has its own of",
                    );
                }
            }
            for (index, operand) in (0..).zip(instruction.operands()) {
                let escapes = match deed(instruction) {
                    Deed::Store => index == 0,
                    Deed::Mark | Deed::Load | Deed::Branch => false,
                    // What is made of an address may be a number, or be compared with one.
                    _ => !operand.ty().is_pointer() || !passes_on(instruction),
                };
                let within = || {
                    let is_own =
                        |it: Val<'c>| self.objects.contains(&memory::object_of_variable(it));
                    let constant = operand.globals_within().into_iter().any(is_own);
                    let pointer = operand.ty().is_pointer() && operand.as_instruction().is_some();
                    constant
                        || (pointer
                            && objects(function, operand)
                                .iter()
                                .any(|it| self.objects.contains(it)))
                };
                if escapes && within() {
                    return stray(
                        "the address of memory that each copy has its own of is passed on",
                    );
                }
            }
        }
        Ok(())
    }

    /// Makes regions and guards of the branches that differ between copies. Whether there was a new one.
    fn divide(&mut self, request: &Request<'_>) -> Result<bool, Skip> {
        for number in 0..self.live.blocks.len() {
            let Some(last) = self.live.blocks[number].last() else {
                continue;
            };
            let known = self.region_of(number).is_some()
                || self.regions.iter().any(|region| region.branch == number)
                || self.guards.iter().any(|guard| guard.branch == number);
            let divides = self.live.flow.reachable[number]
                && last.successors().len() > 1
                && self.varying.contains(&last.value().id());
            if known || !divides {
                continue;
            }
            if let Some(guard) = Guard::at(&self.live, number, request) {
                self.guards.push(guard);
                self.guards.sort_by_key(Guard::blocks_behind);
                self.guards.reverse();
            } else {
                let region = Region::at(&self.live, number)?;
                let guarded = |guard: &Guard| region.has(guard.branch);
                if self.guards.iter().any(guarded) {
                    return Err(Skip::Unsound(
                        "a return is in a part that each copy goes through on its own".into(),
                    ));
                }
                self.regions.retain(|inner| !region.has(inner.branch));
                let crossed = |other: &Region| other.blocks.iter().any(|block| region.has(*block));
                if self.regions.iter().any(crossed) {
                    return Err(Skip::Unsound(
                        "parts that each copy goes through on its own overlap".into(),
                    ));
                }
                self.regions.push(region);
                self.regions.sort_by_key(|region| region.branch);
            }
            return Ok(true);
        }
        Ok(false)
    }
}

/// Whether the result of an instruction is an address in the same object as its operands.
fn passes_on(instruction: Inst<'_>) -> bool {
    use crate::ir::raw::Opcode::*;
    let kept = [
        LLVMGetElementPtr,
        LLVMAddrSpaceCast,
        LLVMBitCast,
        LLVMSelect,
        LLVMPHI,
    ];
    kept.contains(&instruction.opcode())
}
