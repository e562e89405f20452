//! The copying: side by side where all copies go the same way, one copy after the other in a region.

use std::collections::HashMap;

use super::Replaced;
use super::varying::Plan;
use super::wire;
use crate::ir::raw::{Blk, Build, Inst, Opcode, Val};

/// What each copy has in place of a value. The first copy is the original, so names of instructions stay what they are.
pub struct Copies<'c> {
    factor: usize,
    /// By the [`Val::id`] of the first copy's.
    of: HashMap<usize, Vec<Val<'c>>>,
    /// In the order in which they were made, for whoever goes through them: identities differ from run to run.
    order: Vec<usize>,
    /// Blocks that were made, by their [`Blk::id`], with the block whose branch they belong to.
    made: HashMap<usize, usize>,
}

/// A copied phi that is still to get its incoming values: the original, the copy, whose it is, and whether it stands in a
/// region's copy, where blocks are others.
struct Pending<'c> {
    original: Inst<'c>,
    copy: Inst<'c>,
    k: usize,
    region: Option<usize>,
}

impl<'c> Copies<'c> {
    pub fn new(factor: usize) -> Copies<'c> {
        Copies {
            factor,
            of: HashMap::new(),
            order: Vec::new(),
            made: HashMap::new(),
        }
    }

    pub fn factor(&self) -> usize {
        self.factor
    }

    /// Makes known what each copy has, the first one's first.
    pub fn add(&mut self, own: Vec<Val<'c>>) {
        debug_assert_eq!(own.len(), self.factor);
        if let Some(first) = own.first() {
            self.order.push(first.id());
            self.of.insert(first.id(), own);
        }
    }

    /// What copy `k` has in place of a value.
    pub fn get(&self, value: Val<'c>, k: usize) -> Val<'c> {
        let own = self.of.get(&value.id()).and_then(|own| own.get(k));
        own.copied().unwrap_or(value)
    }

    /// All that there are copies of.
    pub fn all(&self) -> Vec<Vec<Val<'c>>> {
        self.order
            .iter()
            .filter_map(|id| self.of.get(id).cloned())
            .collect()
    }

    /// Of a block that was made for a region, the number of the block whose branch the region belongs to.
    pub fn made_for(&self, block: Blk<'c>) -> Option<usize> {
        self.made.get(&block.id()).copied()
    }

    /// Makes the copies that are planned. Answers the phis that others stand in for.
    pub fn make(&mut self, plan: &Plan<'c>) -> Replaced<'c> {
        let mut copied = Vec::new();
        let mut phis = Vec::new();
        self.jam(plan, &mut copied, &mut phis);
        let mut wires: Vec<wire::Wire<'c>> = Vec::new();
        for (number, region) in plan.regions.iter().enumerate() {
            let wire = wire::Wire::lay(&plan.live, region, self.factor);
            let made = wire
                .made()
                .into_iter()
                .map(|block| (block.id(), region.branch));
            self.made.extend(made);
            self.copy_region(plan, number, &wire, &mut copied, &mut phis);
            wires.push(wire);
        }
        let merges: Vec<_> = plan
            .regions
            .iter()
            .zip(&wires)
            .map(|(region, wire)| wire.merge(&plan.live, region, self))
            .collect();
        for (copy, k) in copied {
            self.rename_operands(copy, k);
        }
        for phi in phis {
            let wire = phi.region.and_then(|number| wires.get(number));
            for (value, from) in phi.original.incoming() {
                let from = wire.map_or(from, |wire| wire.source(from, phi.k));
                phi.copy.add_incoming(self.get(value, phi.k), from);
            }
        }
        let mut replaced = Vec::new();
        for ((region, wire), merge) in plan.regions.iter().zip(&wires).zip(merges) {
            replaced.extend(wire.connect(&plan.live, region, merge, self));
        }
        replaced
    }

    /// Copies what all copies do side by side, each copy's right after the one before.
    fn jam(
        &mut self,
        plan: &Plan<'c>,
        copied: &mut Vec<(Inst<'c>, usize)>,
        phis: &mut Vec<Pending<'c>>,
    ) {
        for (number, block) in plan.live.blocks.iter().enumerate() {
            if !plan.live.flow.reachable[number] || plan.region_of(number).is_some() {
                continue;
            }
            let joins = |from: Blk<'c>| {
                let from = plan.live.numbers.get(&from);
                let joined = |region: &super::region::Region| {
                    region.join == number && from.is_some_and(|from| region.leaves_from(*from))
                };
                plan.regions.iter().any(joined)
            };
            for original in block.instructions() {
                let varies = plan.varying.contains(&original.value().id());
                let Some(place) = original.next().filter(|_| varies) else {
                    continue;
                };
                let is_phi = original.opcode() == Opcode::LLVMPHI;
                if is_phi && original.incoming().into_iter().any(|(_, from)| joins(from)) {
                    // Made anew where the region's ways meet.
                    continue;
                }
                let mut own = vec![original.value()];
                for k in 1..self.factor {
                    if is_phi {
                        let made = Build::before(place).phi(original.ty());
                        own.push(made);
                        phis.extend(made.as_instruction().map(|copy| Pending {
                            original,
                            copy,
                            k,
                            region: None,
                        }));
                    } else if plan.near.contains(&original.value().id()) {
                        let on = original.ty().number(k as u64);
                        let next = Build::before(place).add(original.value(), on);
                        own.push(next.without_wrap(true));
                    } else {
                        let copy = original.copy_before(place);
                        own.push(copy.value());
                        copied.push((copy, k));
                    }
                }
                self.add(own);
            }
        }
    }

    /// Copies a region's blocks for all copies but the first, which goes through the original.
    fn copy_region(
        &mut self,
        plan: &Plan<'c>,
        number: usize,
        wire: &wire::Wire<'c>,
        copied: &mut Vec<(Inst<'c>, usize)>,
        phis: &mut Vec<Pending<'c>>,
    ) {
        let region = &plan.regions[number];
        for &block in &region.blocks {
            let from = plan.live.blocks[block];
            for original in from.instructions() {
                let mut own = vec![original.value()];
                for k in 1..self.factor {
                    let to = wire.block(from, k);
                    if original.opcode() == Opcode::LLVMPHI {
                        let made = Build::at_end(to).phi(original.ty());
                        own.push(made);
                        phis.extend(made.as_instruction().map(|copy| Pending {
                            original,
                            copy,
                            k,
                            region: Some(number),
                        }));
                    } else {
                        let copy = original.copy_at_end(to);
                        own.push(copy.value());
                        copied.push((copy, k));
                    }
                }
                self.add(own);
            }
        }
        if region.header.is_none()
            && let Some(branch) = plan.live.blocks[region.branch].last()
        {
            for k in 1..self.factor {
                copied.push((branch.copy_at_end(wire.entrance(k)), k));
            }
        }
    }

    fn rename_operands(&self, copy: Inst<'c>, k: usize) {
        for index in 0..copy.operand_count() {
            let Some(operand) = copy.operand(index) else {
                continue;
            };
            let own = self.get(operand, k);
            if own != operand {
                copy.set_operand(index, own);
            }
        }
    }
}
