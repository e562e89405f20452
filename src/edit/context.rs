//! What a proposal may look at: the kernel, the workload's promises, and the genome so far.
//!
//! A proposal sees the unedited kernel plus, roughly, what the genome did to it: instructions that it removed are no
//! sites any more, copies that it made are. Roughly is enough, since an edit that turns out not to fit is skipped.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, RngExt};

use super::{Genome, Heat, Promises};
use crate::ir::{
    BlockName, Function, Instruction, Is, Name, Operand, Role, Site, Sketch, TypeId, Value,
};

/// What [`Family::propose`](super::Family::propose) works on.
#[derive(Debug)]
pub struct Context<'a> {
    /// The kernel as it was loaded.
    pub sketch: &'a Sketch,
    /// What the workload lets edits rely on and set.
    pub promises: &'a Promises,
    /// The edits so far, which the next one will follow.
    pub genome: &'a Genome,
    heat: Option<&'a Heat>,
    spots: Vec<Spot>,
    tags: BTreeSet<u32>,
}

/// An instruction as it is after the genome so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// How edits call it.
    pub name: Name,
    /// The instruction of the base module that it is, or is a copy of.
    pub origin: u32,
    /// The instruction of the base module that it is, or was put before.
    pub at: u32,
}

impl<'a> Context<'a> {
    /// The view that `genome`, applied to `sketch`, leaves to the edit after it.
    pub fn new(sketch: &'a Sketch, promises: &'a Promises, genome: &'a Genome) -> Context<'a> {
        let mut live: BTreeMap<Name, Spot> = (0..sketch.instructions.len() as u32)
            .map(|number| {
                (
                    Name::Base(number),
                    Spot {
                        name: Name::Base(number),
                        origin: number,
                        at: number,
                    },
                )
            })
            .collect();
        let mut tags = BTreeSet::new();
        for edit in genome {
            if let Some((tag, of, before)) = edit.inserts() {
                tags.insert(tag);
                if let (Some(of), Some(before)) = (live.get(&of), live.get(&before)) {
                    let spot = Spot {
                        name: Name::New(tag),
                        origin: of.origin,
                        at: before.at,
                    };
                    live.entry(spot.name).or_insert(spot);
                }
            }
            if let Some(gone) = edit.removes() {
                live.remove(&gone);
            }
        }
        Context {
            sketch,
            promises,
            genome,
            heat: None,
            spots: live.into_values().collect(),
            tags,
        }
    }

    /// The same view by somebody who knows where the time goes.
    pub fn heated(self, heat: Option<&'a Heat>) -> Context<'a> {
        Context { heat, ..self }
    }

    /// How much of the time goes to where `spot` stands; 1 for all where nobody knows.
    pub fn weight(&self, spot: Spot) -> f64 {
        self.heat.map_or(1.0, |heat| heat.of(spot.at))
    }

    /// How much of the time goes to a block; 1 for all where nobody knows.
    pub fn block_weight(&self, block: BlockName) -> f64 {
        let of = |heat: &Heat| heat.of_block(self.sketch, block);
        self.heat.map_or(1.0, of)
    }

    /// One of these places, the more likely the more time goes there.
    pub fn pick_spot(&self, from: &[Spot], rng: &mut dyn Rng) -> Option<Spot> {
        self.pick_at(from, |spot| *spot, rng)
    }

    /// One of these, the more likely the more time goes to where it is.
    pub fn pick_at<T: Clone>(
        &self,
        from: &[T],
        at: impl Fn(&T) -> Spot,
        rng: &mut dyn Rng,
    ) -> Option<T> {
        match self.heat {
            None => pick(from, rng),
            Some(_) => pick_by(from, |item| self.weight(at(item)), rng),
        }
    }

    /// One of these blocks, the more likely the more time goes there.
    pub fn pick_block(&self, from: &[BlockName], rng: &mut dyn Rng) -> Option<BlockName> {
        match self.heat {
            None => pick(from, rng),
            Some(_) => pick_by(from, |block| self.block_weight(*block), rng),
        }
    }

    /// The blocks in the order of the time that goes there, most first; of equals the earlier.
    pub fn hottest(&self, mut blocks: Vec<BlockName>) -> Vec<BlockName> {
        blocks.sort_by(|a, b| {
            let (a_ns, b_ns) = (self.block_weight(*a), self.block_weight(*b));
            b_ns.total_cmp(&a_ns).then(a.cmp(b))
        });
        blocks
    }

    /// Every instruction that is there, in order of name.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// The instruction that `spot` is or is a copy of.
    pub fn instruction(&self, spot: Spot) -> &'a Instruction {
        &self.sketch.instructions[spot.origin as usize]
    }

    /// The function that `spot` is in.
    pub fn function(&self, spot: Spot) -> &'a Function {
        let block = self.sketch.instructions[spot.at as usize].block;
        &self.sketch.functions[self.sketch.blocks[block.0 as usize].function as usize]
    }

    /// Instructions that delete, copy, move, replace and swap may act on.
    pub fn plain(&self) -> Vec<Spot> {
        self.spots
            .iter()
            .copied()
            .filter(|spot| self.instruction(*spot).role == Role::Plain)
            .collect()
    }

    /// Plain instructions of the same function and type as `spot`, itself excluded.
    pub fn like(&self, spot: Spot) -> Vec<Spot> {
        let (function, ty) = (self.function(spot), self.instruction(spot).ty);
        let same = |other: &Spot| {
            other.name != spot.name
                && self.instruction(*other).ty == ty
                && std::ptr::eq(self.function(*other), function)
        };
        self.plain().into_iter().filter(same).collect()
    }

    /// Instructions of the same function that something can be put before, `spot` itself excluded.
    pub fn places_for(&self, spot: Spot) -> Vec<Spot> {
        let function = self.function(spot);
        let fits = |place: &Spot| {
            let head = matches!(
                self.instruction(*place).opcode.as_str(),
                "phi" | "landingpad"
            );
            !head && place.name != spot.name && std::ptr::eq(self.function(*place), function)
        };
        self.spots.iter().copied().filter(fits).collect()
    }

    /// Whether the result of `a` is there at `b`.
    pub fn reaches(&self, a: Spot, b: Spot) -> bool {
        let put_before = a.at == b.at && matches!((a.name, b.name), (Name::New(_), Name::Base(_)));
        put_before || self.sketch.dominates(a.at, b.at)
    }

    /// Operands that may change, with their places.
    pub fn free_operands(&self) -> Vec<(Spot, Site, &'a Operand)> {
        let of = |spot: &Spot| {
            let spot = *spot;
            let operands = (0..)
                .zip(&self.instruction(spot).operands)
                .filter(|(_, operand)| operand.free);
            operands.map(move |(index, operand)| {
                (
                    spot,
                    Site {
                        at: spot.name,
                        operand: index,
                    },
                    operand,
                )
            })
        };
        self.spots.iter().flat_map(of).collect()
    }

    /// Every value of the type that could stand at `spot`: arguments, results that are there, and the constants 0 and 1
    /// (null for a pointer).
    pub fn values_at(&self, spot: Spot, ty: TypeId) -> Vec<Value> {
        let params = (0..).zip(&self.function(spot).params);
        let arguments = params
            .filter(|(_, param)| param.ty == ty)
            .map(|(index, _)| Value::Arg(index));
        let there =
            |other: &&Spot| self.instruction(**other).ty == ty && self.reaches(**other, spot);
        let results = self
            .spots
            .iter()
            .filter(there)
            .map(|other| Value::Inst(other.name));
        arguments
            .chain(results)
            .chain(small_constants(self.sketch.type_text(ty)))
            .collect()
    }

    /// Variables of the module in an address space, in order: those that instructions name.
    pub fn variables(&self, space: u32) -> BTreeSet<String> {
        let before = format!("ptr addrspace({space}) @");
        let named = |operand: &Operand| {
            let Is::Other(text) = &operand.is else {
                return None;
            };
            let name = text.split_once(before.as_str())?.1;
            let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$' | '-');
            let end = name.find(|c: char| !is_part(c)).unwrap_or(name.len());
            (end > 0).then(|| name[..end].to_owned())
        };
        let all = self.sketch.instructions.iter();
        all.flat_map(|it| &it.operands).filter_map(named).collect()
    }

    /// A tag that no edit of the genome has.
    pub fn fresh_tag(&self, rng: &mut dyn Rng) -> u32 {
        loop {
            let tag = u32::from(rng.random::<u16>());
            // A genome of ten thousands of copies would need longer tags.
            let tag = if self.tags.len() > 1 << 12 {
                rng.random()
            } else {
                tag
            };
            if !self.tags.contains(&tag) {
                return tag;
            }
        }
    }
}

/// 0 and 1 of a number type, null of a pointer type, nothing of others.
fn small_constants(ty: &str) -> Vec<Value> {
    ["0", "1", "0.0", "1.0", "null"]
        .iter()
        .filter_map(|value| format!("{ty} {value}").parse().ok())
        .collect()
}

/// One of them, each as likely.
pub fn pick<T: Clone>(from: &[T], rng: &mut dyn Rng) -> Option<T> {
    if from.is_empty() {
        None
    } else {
        Some(from[rng.random_range(0..from.len())].clone())
    }
}

/// One of them, each as likely as its weight says; as [`pick`] where no weight is above 0.
pub fn pick_by<T: Clone>(from: &[T], weight: impl Fn(&T) -> f64, rng: &mut dyn Rng) -> Option<T> {
    let total: f64 = from.iter().map(&weight).sum();
    if !(total.is_finite() && total > 0.0) {
        return pick(from, rng);
    }
    let mut at = rng.random::<f64>() * total;
    for item in from {
        at -= weight(item);
        if at < 0.0 {
            return Some(item.clone());
        }
    }
    from.last().cloned()
}

/// Whether the operand is already this value.
pub fn is_already(operand: &Operand, value: &Value) -> bool {
    match (&operand.is, value) {
        (Is::Inst(number), Value::Inst(name)) => *name == Name::Base(*number),
        (Is::Arg(index), Value::Arg(other)) => index == other,
        (Is::Const(constant), Value::Const(other)) => constant == other,
        _ => false,
    }
}
