//! One warp, from where it stands to its next barrier or its end.

use super::alu::{AluFn, put_pred};
use super::barrier::{BARRIERS, Barrier, Next};
use super::check::{Board, Check, Checks, Findings, History};
use super::clock::Clock;
use super::collective;
use super::fault::{Fault, FaultKind, Site};
use super::lower::{Code, NONE, Step};
use super::memory::Bad;
use super::regs::{FULL, LANES, Lane, lanes_in};
use super::space::{self, Place};
use super::warp::{Frame, Position, Status, Warp};
use crate::ptx::Space;
use access::Kind;
use branch::{branch, part, set_pc};

mod access;
mod branch;
mod call;
mod copy;
mod reach;
mod system;
mod undecided;

pub use access::{AccessFn, pick as pick_access, stride};
pub use copy::Copies;
pub use reach::Reach;

/// Strong accesses after which a warp gives way at its next branch. Some thousands: a warp that works is seldom interrupted, one that waits for another
/// soon is.
const POLLS: u32 = 4096;

/// Everything outside the warp that an instruction can reach.
pub struct World<'a> {
    pub code: &'a Code,
    pub alu: AluFn,
    pub access: AccessFn,
    pub memory: Reach<'a>,
    pub at: Position,
    /// What ordered the accesses of this block.
    pub history: &'a mut History,
    /// What releases left beside the variables of global memory.
    pub board: &'a mut Board,
    pub checks: Checks,
    pub findings: &'a mut Findings,
    /// Instructions of this block, each counted once for every active lane.
    pub active: u64,
    /// Warp instructions left.
    pub budget: &'a mut u64,
    pub clock: &'a mut Clock,
    pub barriers: &'a mut [Barrier; BARRIERS],
    /// What the launch prints.
    pub output: &'a mut String,
}

impl World<'_> {
    /// A fault of one lane, with everything that is known about where it happened.
    pub fn fault(&self, kind: FaultKind, line: u32, warp: u32, lane: u32, what: &str) -> Fault {
        self.fault_of(Bad::new(kind, lane, what), line, warp)
    }

    fn fault_of(&self, bad: Bad, line: u32, warp: u32) -> Fault {
        let code = self.code;
        let ptx_line = |line: u32| code.ptx_lines[code.lines[line as usize].inst as usize];
        let thread = warp * LANES as u32 + bad.lane;
        let [x, y, _] = self.at.block;
        let mut site = Site {
            kernel: code.name.clone(),
            line: ptx_line(line),
            source: code.source(line),
            block: self.at.at,
            thread: [thread % x, thread / x % y, thread / x / y],
            place: bad.place.map(|place| *place),
            other: bad.other.map(|other| *other),
        };
        let mut other = String::new();
        if let Some(access) = &mut site.other
            && let Some(line) = access.line
        {
            (access.line, access.source) = (Some(ptx_line(line)), code.source(line));
            other = format!("; the other access: PTX line {}", ptx_line(line));
            if let Some(source) = &access.source {
                other += &format!(", {source}");
            }
        }
        let source = site
            .source
            .as_ref()
            .map_or(String::new(), |at| format!("{at}, "));
        let message = format!(
            "{} ({source}kernel {}, PTX line {}, block {:?}, thread {:?}{other})",
            bad.what, site.kernel, site.line, site.block, site.thread
        );
        Fault {
            kind: bad.kind,
            message,
            site: Some(Box::new(site)),
        }
    }

    /// Reports what one lane did wrong, unless its check is off.
    ///
    /// # Errors
    /// The fault, if the execution ends here.
    pub fn blame(&mut self, bad: Bad, line: u32, warp: u32) -> Result<(), Fault> {
        let check = match bad.kind {
            FaultKind::OutOfBounds | FaultKind::Misaligned => Check::Addresses,
            FaultKind::ReadOnly => Check::ReadOnly,
            FaultKind::Uninitialised => Check::Uninitialised,
            FaultKind::Race => Check::Races,
            FaultKind::DivergentBarrier => Check::Barriers,
            _ => return Err(self.fault_of(bad, line, warp)),
        };
        if !self.checks.has(check) {
            return Ok(());
        }
        let fault = self.fault_of(bad, line, warp);
        self.findings.add(fault)
    }

    /// Runs `warp` until it waits, gives way (it is still ready then), ends or breaks a rule.
    pub fn run(&mut self, warp: &mut Warp, index: u32) -> Result<(), Fault> {
        let code = self.code;
        while let Some(frame) = warp.stack.last().copied() {
            let Frame {
                mut pc,
                mask,
                until,
            } = frame;
            if mask == 0 || pc == until {
                warp.stack.pop();
                continue;
            }
            if !warp.parked.is_empty() {
                if warp.parked_lanes() == warp.live {
                    return self.arrive_late(warp, index);
                }
                if mask & warp.parked_lanes() != 0 {
                    if warp.turn_to_others() {
                        continue;
                    }
                    let lane = mask.trailing_zeros();
                    let what = "lanes wait at a barrier for others that cannot go on";
                    return Err(self.fault(FaultKind::Deadlock, pc, index, lane, what));
                }
            }
            // Straight-line execution; left at a barrier, or when the stack changes.
            loop {
                let line = &code.lines[pc as usize];
                if *self.budget == 0 {
                    return Err(self.fault(
                        FaultKind::Timeout,
                        pc,
                        index,
                        mask.trailing_zeros(),
                        "the step budget is spent",
                    ));
                }
                *self.budget -= 1;
                warp.steps += 1;
                if line.leader {
                    warp.clock.enter(pc);
                }
                let exec = if line.guard == NONE {
                    mask
                } else {
                    let p = warp.regs.pred[line.guard as usize];
                    mask & if line.negated { !p } else { p }
                };
                if warp.undefined.any() {
                    self.follow(warp, index, pc, mask, exec)?;
                }
                self.active += u64::from(exec.count_ones());
                match &line.step {
                    Step::Alu(alu) => {
                        (self.alu)(&mut warp.regs, alu, exec);
                    }
                    Step::Bra { target, reconverge } => {
                        if branch(warp, mask, exec, pc + 1, &[(*target, exec)], *reconverge) {
                            break;
                        }
                        pc = if exec != 0 { *target } else { pc + 1 };
                        if pc == until {
                            warp.stack.pop();
                            break;
                        }
                        if warp.polls >= POLLS {
                            warp.polls = 0;
                            set_pc(warp, pc);
                            return Ok(());
                        }
                        continue;
                    }
                    Step::Brx {
                        index: slot,
                        targets,
                        reconverge,
                    } => {
                        self.indirect(warp, index, pc, mask, exec, (*slot, targets, *reconverge))?;
                        break;
                    }
                    Step::Call(call) => {
                        if exec == 0 {
                            // Nobody calls, so nobody comes back.
                            pc += 2;
                            if pc == until {
                                warp.stack.pop();
                                break;
                            }
                            continue;
                        }
                        self.call(warp, (index, pc), mask, exec, call)?;
                        break;
                    }
                    Step::Return(back) => self.take_up(warp, (index, pc), mask, back)?,
                    Step::Exit if exec != 0 => {
                        warp.end(exec);
                        set_pc(warp, pc + 1);
                        break;
                    }
                    Step::Bar(bar) if exec != 0 => {
                        match self.barrier(warp, (index, pc), exec, bar)? {
                            Next::On => {}
                            Next::Wait => {
                                set_pc(warp, pc + 1);
                                return Ok(());
                            }
                            Next::Others => {
                                part(warp, exec, pc + 1);
                                break;
                            }
                        }
                    }
                    step if exec != 0 => self.effect(step, warp, index, pc, exec)?,
                    _ => {}
                }
                pc += 1;
                if pc == until {
                    warp.stack.pop();
                    break;
                }
            }
        }
        self.land(warp, index, FULL, None)?;
        warp.status = Status::Done;
        Ok(())
    }

    /// Whether a generic address is in `space`. What is nowhere else is global.
    fn is_in(&self, space: Space, address: u64) -> bool {
        let place = space::place(space::slot_of(address));
        let constant = match place {
            Place::Var(var) => self
                .memory
                .vars
                .get(var)
                .is_some_and(|region| region.read_only),
            _ => false,
        };
        match space {
            Space::Shared => place == Place::Shared,
            Space::Local => place == Place::Local,
            Space::Param => place == Place::Param,
            Space::Const => constant,
            Space::Global | Space::Generic => {
                !constant && !matches!(place, Place::Shared | Place::Local | Place::Param)
            }
        }
    }

    fn effect(
        &mut self,
        step: &Step,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        exec: u32,
    ) -> Result<(), Fault> {
        let result = match step {
            Step::Load(access) => {
                return (self.access)(self, warp, index, pc, access, exec, Kind::Load);
            }
            Step::Store(access) => {
                return (self.access)(self, warp, index, pc, access, exec, Kind::Store);
            }
            Step::Atom {
                access,
                op,
                ty,
                b,
                c,
            } => {
                let kind = Kind::Atomic(*op, *ty, *b, *c);
                return (self.access)(self, warp, index, pc, access, exec, kind);
            }
            Step::System(call) => self.system(warp, exec, call),
            Step::Trap => Err(Bad::new(FaultKind::Trap, exec.trailing_zeros(), "trap")),
            Step::BarWarp { mask } => {
                let result = collective::check_mask(warp, exec, *mask, "bar.warp.sync");
                let whole = exec == warp.live;
                self.history.warp_sync(index, exec, whole);
                result
            }
            Step::Clock { d, wide } => {
                if *wide {
                    u64::put(&mut warp.regs, *d, [warp.steps; LANES], exec);
                } else {
                    u32::put(&mut warp.regs, *d, [warp.steps as u32; LANES], exec);
                }
                Ok(())
            }
            Step::Isspacep { space, d, a } => {
                let a = u64::get(&warp.regs, *a);
                let bits = (0..LANES).fold(0, |bits, lane| {
                    bits | u32::from(self.is_in(*space, a[lane])) << lane
                });
                put_pred(&mut warp.regs, *d, bits, exec);
                Ok(())
            }
            Step::AsyncCopy(copy) => {
                self.issue(warp, pc, exec, copy);
                Ok(())
            }
            Step::AsyncCommit => {
                warp.copies.commit(exec);
                Ok(())
            }
            Step::AsyncWait { leave } => return self.land(warp, index, exec, *leave),
            Step::Fence { order } => {
                self.history.fence(index, exec, order.scope);
                Ok(())
            }
            Step::Nop => Ok(()),
            other => collective::execute(other, warp, exec),
        };
        match result {
            // A mask that is wrong leaves the registers as they are.
            Err(bad) if bad.kind == FaultKind::DivergentBarrier => {
                if self.checks.has(Check::Masks) {
                    let fault = self.fault_of(bad, pc, index);
                    return self.findings.add(fault);
                }
                Ok(())
            }
            Err(bad) => self.blame(bad, pc, index),
            Ok(()) => Ok(()),
        }
    }
}
