//! The sixteen barriers of a block.
//!
//! A barrier counts whole warps, 32 threads each, however many threads a warp has (PTX manual, `barrier`). A warp arrives when all its
//! live lanes have; who waits sleeps until the phase that it arrived in is over. Without a count a phase ends when every warp that is
//! still alive has arrived.

use super::alu::put_pred;
use super::check::{Check, History};
use super::exec::World;
use super::fault::{Fault, FaultKind};
use super::lower::{BarStep, Does, Step, Vote};
use super::regs::{LANES, Lane, lanes_in};
use super::warp::{Status, Warp};

/// Barriers of a block.
pub const BARRIERS: usize = 16;

/// What `bar.red` asks of the threads that arrive.
#[derive(Debug, Clone, Copy)]
struct Votes {
    count: u32,
    all: bool,
    any: bool,
}

impl Default for Votes {
    fn default() -> Votes {
        Votes {
            count: 0,
            all: true,
            any: false,
        }
    }
}

/// One barrier.
#[derive(Debug, Clone, Copy, Default)]
pub struct Barrier {
    /// Raised when everybody has arrived.
    phase: u32,
    /// Threads that have arrived in this phase.
    arrived: u32,
    /// Threads that the first to arrive asked for; `None` is all of the block.
    expected: Option<u32>,
    /// The lowered instruction of the first to arrive.
    line: u32,
    /// The warps that wait in this phase.
    waiting: u32,
    /// Warps that have arrived without waiting, and when: an epoch of the block's history, 0 for those that have not.
    passed: [u32; LANES],
    votes: Votes,
    /// The votes of the phase before.
    result: Votes,
}

impl Barrier {
    /// Ends the phase, and notes what that orders. `whole`: every warp of the block that has not ended waits.
    fn complete(&mut self, history: &mut History, whole: impl Fn(u32) -> bool) {
        let passed: Vec<(u32, u32)> = (0..)
            .zip(self.passed)
            .filter(|&(_, epoch)| epoch != 0)
            .collect();
        let waiting = std::mem::take(&mut self.waiting);
        history.barrier(
            waiting,
            &passed,
            passed.is_empty() && whole(waiting.count_ones()),
        );
        self.passed = [0; LANES];
        self.phase += 1;
        self.arrived = 0;
        self.result = std::mem::take(&mut self.votes);
    }
}

/// How a warp goes on after a barrier instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// With the next instruction.
    On,
    /// With other lanes: these wait for them.
    Others,
    /// Not now: the warp waits.
    Wait,
}

impl World<'_> {
    /// The lanes in `exec` reach a barrier.
    pub fn barrier(
        &mut self,
        warp: &mut Warp,
        (index, pc): (u32, u32),
        exec: u32,
        bar: &BarStep,
    ) -> Result<Next, Fault> {
        let lane = exec.trailing_zeros();
        let refuse = |world: &Self, what: &str| {
            Err(world.fault(FaultKind::DivergentBarrier, pc, index, lane, what))
        };
        let ids = u32::get(&warp.regs, bar.id);
        let counts = bar.count.map(|slot| u32::get(&warp.regs, slot));
        let lanes = || lanes_in(exec);
        let first = lane as usize & (LANES - 1);
        let (id, count) = (ids[first], counts.map(|counts| counts[first]));
        if lanes().any(|lane| ids[lane] != id || counts.map(|counts| counts[lane]) != count) {
            return refuse(self, "lanes of one warp name different barriers or counts");
        }
        if id as usize >= BARRIERS {
            return refuse(self, &format!("barrier {id} of {BARRIERS}"));
        }
        if let Some(count) = count
            && (count == 0 || count % LANES as u32 != 0)
        {
            let what = format!("barrier {id} for {count} threads, which is not a multiple of 32");
            return refuse(self, &what);
        }
        let arrives = matches!(bar.does, Does::Arrive);
        if exec != warp.live && !arrives {
            warp.retire(self.code);
        }
        if let Some(&(other, _)) = warp.parked.first()
            && self.id_at(warp, other) != Some(id)
        {
            let what =
                format!("lane {lane} is at barrier {id}, while others of its warp wait at another");
            return refuse(self, &what);
        }
        let here = if arrives {
            exec
        } else {
            exec | warp.parked_lanes()
        };
        if here != warp.live {
            let missing = (warp.live & !here).trailing_zeros();
            if bar.aligned && self.checks.has(Check::Barriers) {
                let what = format!(
                    "lane {missing} of the warp is elsewhere while others wait at a barrier"
                );
                return refuse(self, &what);
            }
            if arrives {
                let what = "barrier.arrive by a part of a warp";
                return Err(self.fault(FaultKind::Unsupported, pc, index, lane, what));
            }
            warp.parked.push((pc, exec));
            return Ok(Next::Others);
        }
        self.arrive(warp, (index, pc), exec, (id, count), bar)?;
        if arrives {
            return Ok(Next::On);
        }
        warp.parked.push((pc, exec));
        Ok(Next::Wait)
    }

    /// A warp is complete at barrier `id`; it waits, unless it only arrives.
    fn arrive(
        &mut self,
        warp: &mut Warp,
        (index, pc): (u32, u32),
        exec: u32,
        (id, count): (u32, Option<u32>),
        bar: &BarStep,
    ) -> Result<(), Fault> {
        let whole = self.at.threads().next_multiple_of(LANES as u32);
        let barrier = self.barriers[id as usize];
        let asked = |count: Option<u32>| count.unwrap_or(whole);
        let agree = barrier.arrived == 0 || asked(barrier.expected) == asked(count);
        if !agree && self.checks.has(Check::Barriers) {
            let what = format!(
                "barrier {id} for {} threads here and for {} at line {}",
                asked(count),
                asked(barrier.expected),
                self.code.ptx_lines[self.code.lines[barrier.line as usize].inst as usize]
            );
            let lane = exec.trailing_zeros();
            return Err(self.fault(FaultKind::DivergentBarrier, pc, index, lane, &what));
        }
        let mut votes = barrier.votes;
        for (line, mask) in warp.parked.iter().copied().chain([(pc, exec)]) {
            if let Step::Bar(BarStep {
                does: Does::Reduce { p, negated, .. },
                ..
            }) = &self.code.lines[line as usize].step
            {
                let yes = warp.regs.pred[*p as usize] ^ if *negated { u32::MAX } else { 0 };
                votes.count += (yes & mask).count_ones();
                votes.all &= !yes & mask == 0;
                votes.any |= yes & mask != 0;
            }
        }
        let arrives = matches!(bar.does, Does::Arrive);
        let barrier = &mut self.barriers[id as usize];
        if arrives {
            barrier.passed[index as usize & (LANES - 1)] = self.history.arrive();
        } else {
            barrier.waiting |= 1 << index;
        }
        if barrier.arrived == 0 {
            (barrier.expected, barrier.line) = (count, pc);
        }
        barrier.arrived += LANES as u32;
        barrier.votes = votes;
        let phase = barrier.phase;
        if barrier
            .expected
            .is_some_and(|expected| barrier.arrived >= expected)
        {
            let all = whole / LANES as u32;
            barrier.complete(self.history, |waiting| waiting == all);
        }
        if !arrives {
            warp.clock.barrier(pc, id, count);
            warp.status = Status::Waiting {
                id,
                phase,
                line: pc,
            };
        }
        Ok(())
    }

    /// All live lanes of the warp wait, as the last of the others has exited: it has arrived.
    pub fn arrive_late(&mut self, warp: &mut Warp, index: u32) -> Result<(), Fault> {
        let Some(&(pc, exec)) = warp.parked.last() else {
            return Ok(());
        };
        let id = self.id_at(warp, pc);
        warp.parked.pop();
        if let Step::Bar(bar) = &self.code.lines[pc as usize].step
            && let Some(id) = id
        {
            let lane = exec.trailing_zeros() as usize & (LANES - 1);
            let count = bar.count.map(|slot| u32::get(&warp.regs, slot)[lane]);
            self.arrive(warp, (index, pc), exec, (id, count), bar)?;
        }
        warp.parked.push((pc, exec));
        Ok(())
    }

    /// The barrier that the lanes parked at `line` wait at.
    fn id_at(&self, warp: &Warp, line: u32) -> Option<u32> {
        let &(_, mask) = warp.parked.iter().find(|&&(at, _)| at == line)?;
        match &self.code.lines[line as usize].step {
            Step::Bar(bar) => {
                let lane = mask.trailing_zeros() as usize & (LANES - 1);
                Some(u32::get(&warp.regs, bar.id)[lane])
            }
            _ => None,
        }
    }
}

/// Wakes every warp whose barrier has all its threads; `false` if there is none.
pub fn release(world: &mut World<'_>, warps: &mut [Warp]) -> bool {
    let alive = warps.iter().filter(|warp| warp.status != Status::Done);
    let alive_warps = alive.count() as u32;
    let alive = alive_warps * LANES as u32;
    let mut released = false;
    for id in 0..BARRIERS {
        let barrier = &mut world.barriers[id];
        if barrier.arrived > 0 && barrier.expected.is_none() && barrier.arrived >= alive {
            barrier.complete(world.history, |waiting| waiting == alive_warps);
        }
        let barrier = *barrier;
        let woken = |warp: &Warp| {
            matches!(warp.status, Status::Waiting { id: at, phase, .. }
                if at as usize == id && phase != barrier.phase)
        };
        if !warps.iter().any(woken) {
            continue;
        }
        released = true;
        for warp in warps.iter_mut().filter(|warp| woken(warp)) {
            warp.status = Status::Ready;
            for (line, mask) in std::mem::take(&mut warp.parked) {
                if let Step::Bar(BarStep {
                    does: Does::Reduce { vote, d, .. },
                    ..
                }) = &world.code.lines[line as usize].step
                {
                    let result = barrier.result;
                    let lanes = |yes: bool| if yes { u32::MAX } else { 0 };
                    match vote {
                        Vote::Count => u32::put(&mut warp.regs, *d, [result.count; LANES], mask),
                        Vote::All => put_pred(&mut warp.regs, *d, lanes(result.all), mask),
                        Vote::Any => put_pred(&mut warp.regs, *d, lanes(result.any), mask),
                    }
                }
            }
        }
    }
    released
}
