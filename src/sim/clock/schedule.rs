//! The order of a basic block's instructions: list scheduling by the longest path to the end.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::model::Model;
use super::plan::{Kind, Op};
use crate::ptx::Space;
use crate::sim::lower::{AddrBase, Line, Step};
use crate::sim::regs::Slot;

/// Where a memory instruction reads or writes, as far as the text says.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Whether it is on the chip: shared memory or the thread's own.
    near: bool,
    /// Whether it writes.
    writes: bool,
    /// Read-only data: no store can touch it.
    free: bool,
    base: Option<(bool, Slot)>,
    offset: u64,
    bytes: u64,
}

/// One instruction of the block.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// What is issued.
    pub op: Op,
    /// Whether nothing passes it, in either direction.
    pub ends: bool,
    /// Memory that it uses.
    pub place: Option<Place>,
    /// Whether it may be skipped, so that it also needs what was in its destination.
    pub guarded: bool,
}

/// The memory that a line uses.
pub fn place(line: &Line) -> Option<Place> {
    let (access, writes) = match &line.step {
        Step::Load(access) => (access, false),
        Step::Store(access) => (access, true),
        Step::Atom { access, .. } => (access, true),
        _ => return None,
    };
    Some(Place {
        near: matches!(access.space, Space::Shared | Space::Local),
        writes,
        free: access.free,
        base: match access.addr.base {
            AddrBase::None => None,
            AddrBase::R64(slot) => Some((true, slot)),
            AddrBase::R32(slot) => Some((false, slot)),
        },
        offset: access.addr.offset,
        bytes: u64::from(access.bytes) * u64::from(access.count),
    })
}

impl Place {
    /// Whether the machine compiler must keep the two in order. `same_base`: the base register has not changed between them.
    fn conflicts(&self, later: &Place, same_base: bool) -> bool {
        if !(self.writes || later.writes) || self.near != later.near || self.free || later.free {
            return false;
        }
        let known = same_base && self.base == later.base;
        let (first, second) = (self.offset as i64, later.offset as i64);
        let disjoint = first.wrapping_add(self.bytes as i64) <= second
            || second.wrapping_add(later.bytes as i64) <= first;
        !(known && disjoint)
    }
}

/// Edges of the block's dependence graph.
struct Graph {
    /// (to, cycles) of each item's edges, linked: index of the next.
    edges: Vec<(u32, u32, u32)>,
    first: Vec<u32>,
    waits: Vec<u32>,
}

const END: u32 = u32::MAX;
/// Memory instructions of a block that are compared with each other; beyond, all stay in order.
const COMPARED: usize = 256;

impl Graph {
    fn edge(&mut self, from: usize, to: usize, cycles: u32) {
        if from != to {
            self.edges.push((to as u32, cycles, self.first[from]));
            self.first[from] = self.edges.len() as u32 - 1;
            self.waits[to] += 1;
        }
    }

    fn each(&self, from: usize, mut f: impl FnMut(usize, u32)) {
        let mut at = self.first[from];
        while at != END {
            let (to, cycles, next) = self.edges[at as usize];
            f(to as usize, cycles);
            at = next;
        }
    }
}

/// Cycles that the compiler takes a result to need.
fn latency(item: &Item, model: &Model) -> u32 {
    match (item.op.kind, &item.place) {
        (Kind::Free, _) => 0,
        // As far away as the second level: far enough to go before arithmetic.
        (Kind::Memory, Some(place)) if !place.near => model.latency.l2,
        (Kind::Memory, _) => model.latency.shared,
        _ => u32::from(item.op.latency),
    }
}

/// Appends the operations of `items` to `out` in the order of issue.
pub fn arrange(items: &[Item], model: &Model, out: &mut Vec<Op>) {
    let mut start = 0;
    while start < items.len() {
        let length = items[start..].iter().position(|item| item.ends);
        let end = length.map_or(items.len(), |length| start + length);
        straight(&items[start..end], model, out);
        if let Some(item) = items.get(end) {
            out.push(item.op);
        }
        start = end + 1;
    }
}

fn straight(items: &[Item], model: &Model, out: &mut Vec<Op>) {
    if items.len() < 2 {
        out.extend(items.iter().map(|item| item.op));
        return;
    }
    let graph = graph(items, model);
    let mut height = vec![0u32; items.len()];
    for at in (0..items.len()).rev() {
        let mut most = latency(&items[at], model);
        graph.each(at, |to, cycles| {
            most = most.max(cycles.saturating_add(height[to]))
        });
        height[at] = most;
    }
    let mut waits = graph.waits.clone();
    let mut earliest = vec![0u32; items.len()];
    // Those whose operands are there, the highest first; and those that still wait, the earliest first.
    let mut open: BinaryHeap<(u32, Reverse<usize>)> = BinaryHeap::new();
    let mut later: BinaryHeap<Reverse<(u32, usize)>> = (0..items.len())
        .filter(|&at| waits[at] == 0)
        .map(|at| Reverse((0, at)))
        .collect();
    let mut now = 0;
    while !(open.is_empty() && later.is_empty()) {
        while let Some(&Reverse((time, at))) = later.peek() {
            if time > now && !open.is_empty() {
                break;
            }
            now = now.max(time);
            later.pop();
            open.push((height[at], Reverse(at)));
        }
        let Some((_, Reverse(at))) = open.pop() else {
            break;
        };
        out.push(items[at].op);
        graph.each(at, |to, cycles| {
            earliest[to] = earliest[to].max(now + cycles);
            waits[to] -= 1;
            if waits[to] == 0 {
                later.push(Reverse((earliest[to], to)));
            }
        });
        now += u32::from(items[at].op.slots);
    }
}

fn graph(items: &[Item], model: &Model) -> Graph {
    let mut graph = Graph {
        edges: Vec::with_capacity(items.len() * 3),
        first: vec![END; items.len()],
        waits: vec![0; items.len()],
    };
    let mut writer: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    let mut readers: std::collections::HashMap<usize, Vec<usize>> =
        std::collections::HashMap::new();
    let mut memory: Vec<(usize, Place, Option<usize>)> = Vec::new();
    let mut lanes: Option<usize> = None;
    for (at, item) in items.iter().enumerate() {
        let cost = &item.op.cost;
        for value in cost.reads() {
            if let Some(&from) = writer.get(&value) {
                graph.edge(from, at, latency(&items[from], model));
            }
            readers.entry(value).or_default().push(at);
        }
        for value in cost.writes() {
            if let Some(&from) = writer.get(&value) {
                let cycles = if item.guarded {
                    latency(&items[from], model)
                } else {
                    0
                };
                graph.edge(from, at, cycles);
            }
            for from in readers.remove(&value).unwrap_or_default() {
                graph.edge(from, at, 0);
            }
        }
        if let Some(place) = item.place {
            // The address is what it reads first, after the guard.
            let base = cost
                .reads()
                .nth(usize::from(item.guarded))
                .and_then(|value| writer.get(&value).copied());
            let far = memory.len().saturating_sub(COMPARED);
            for (from, earlier, known) in &memory[far..] {
                if earlier.conflicts(&place, *known == base) {
                    graph.edge(*from, at, 1);
                }
            }
            if far > 0 {
                graph.edge(memory[far - 1].0, at, 0);
            }
            memory.push((at, place, base));
        }
        if matches!(item.op.unit, super::units::Unit::Shuffle) {
            if let Some(from) = lanes {
                graph.edge(from, at, 0);
            }
            lanes = Some(at);
        }
        for value in cost.writes() {
            writer.insert(value, at);
        }
    }
    graph
}
