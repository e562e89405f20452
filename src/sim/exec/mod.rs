//! One warp, from where it stands to its next barrier or its end.

use super::alu::{AluFn, put_pred};
use super::collective;
use super::fault::{Fault, FaultKind};
use super::lower::{Code, NONE, Step};
use super::memory::{Bad, Region};
use super::regs::{LANES, Lane};
use super::space;
use super::timing::Clock;
use super::warp::{Frame, Position, Status, Warp};
use access::Kind;
use branch::{branch, set_pc};

mod access;
mod branch;

pub use access::{AccessFn, pick as pick_access, stride};

/// Everything outside the warp that an instruction can reach.
pub struct World<'a> {
    pub code: &'a Code,
    pub alu: AluFn,
    pub access: AccessFn,
    pub buffers: &'a mut [Region],
    pub vars: &'a mut [Region],
    pub shared: &'a mut Region,
    pub at: Position,
    /// Raised by every barrier.
    pub epoch: u32,
    /// Warp instructions left.
    pub budget: &'a mut u64,
    pub clock: &'a mut Clock,
}

impl World<'_> {
    /// A fault of one lane, with everything that is known about where it happened.
    pub fn fault(&self, kind: FaultKind, line: u32, warp: u32, lane: u32, what: &str) -> Fault {
        let inst = self.code.lines[line as usize].inst as usize;
        let thread = warp * LANES as u32 + lane;
        let [x, y, _] = self.at.block;
        Fault::new(
            kind,
            format!(
                "{what} (kernel {}, PTX line {}, block {:?}, thread {:?})",
                self.code.name,
                self.code.ptx_lines[inst],
                self.at.at,
                [thread % x, thread / x % y, thread / x / y]
            ),
        )
    }

    /// Runs `warp` until it waits, ends or breaks a rule.
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
                    warp.clock.close(0);
                }
                let exec = if line.guard == NONE {
                    mask
                } else {
                    let p = warp.regs.pred[line.guard as usize];
                    mask & if line.negated { !p } else { p }
                };
                match &line.step {
                    Step::Alu(alu) => {
                        (self.alu)(&mut warp.regs, alu, exec);
                        self.clock.step(&mut warp.clock, &line.cost);
                    }
                    Step::Bra { target, reconverge } => {
                        self.clock.step(&mut warp.clock, &line.cost);
                        if exec != 0 {
                            warp.clock.close(self.clock.model.latency.branch);
                        }
                        if branch(warp, mask, exec, pc + 1, &[(*target, exec)], *reconverge) {
                            break;
                        }
                        pc = if exec != 0 { *target } else { pc + 1 };
                        if pc == until {
                            warp.stack.pop();
                            break;
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
                    Step::Ret => {
                        if exec != 0 {
                            warp.live &= !exec;
                            warp.stack.iter_mut().for_each(|frame| frame.mask &= !exec);
                            set_pc(warp, pc + 1);
                            break;
                        }
                    }
                    Step::Bar { id, count } if exec != 0 => {
                        let lane = exec.trailing_zeros() as usize;
                        if exec != warp.live {
                            let missing = (warp.live & !exec).trailing_zeros();
                            let what = format!(
                                "lane {missing} of the warp is elsewhere while others wait at a barrier"
                            );
                            return Err(self.fault(
                                FaultKind::DivergentBarrier,
                                pc,
                                index,
                                lane as u32,
                                &what,
                            ));
                        }
                        self.clock.step(&mut warp.clock, &line.cost);
                        let id = warp.regs.r32[*id as usize][lane];
                        let threads = count.map(|slot| warp.regs.r32[slot as usize][lane]);
                        warp.status = Status::Waiting {
                            id,
                            threads,
                            line: pc,
                        };
                        set_pc(warp, pc + 1);
                        return Ok(());
                    }
                    step if exec != 0 => self.effect(step, warp, index, pc, exec)?,
                    _ => self.clock.step(&mut warp.clock, &line.cost),
                }
                pc += 1;
                if pc == until {
                    warp.stack.pop();
                    break;
                }
            }
        }
        warp.status = Status::Done;
        Ok(())
    }

    fn effect(
        &mut self,
        step: &Step,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        exec: u32,
    ) -> Result<(), Fault> {
        let cost = &self.code.lines[pc as usize].cost;
        if !matches!(step, Step::Load(_) | Step::Store(_) | Step::Atom { .. }) {
            self.clock.step(&mut warp.clock, cost);
        }
        let result = match step {
            Step::Load(access) => (self.access)(self, warp, index, pc, access, exec, Kind::Load),
            Step::Store(access) => (self.access)(self, warp, index, pc, access, exec, Kind::Store),
            Step::Atom {
                access,
                op,
                ty,
                b,
                c,
            } => (self.access)(
                self,
                warp,
                index,
                pc,
                access,
                exec,
                Kind::Atomic(*op, *ty, *b, *c),
            ),
            Step::Trap => Err(Bad {
                kind: FaultKind::Trap,
                lane: exec.trailing_zeros(),
                what: "trap".into(),
            }),
            Step::BarWarp { mask } => {
                let result = collective::check_mask(warp, exec, *mask, "bar.warp.sync");
                warp.epoch += 1;
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
            Step::Isspacep { slot, d, a } => {
                let a = u64::get(&warp.regs, *a);
                let window =
                    |address: u64| matches!(space::slot_of(address), space::SHARED | space::LOCAL);
                let mut bits = 0;
                for (lane, &address) in a.iter().enumerate() {
                    let yes = if *slot == 0 {
                        !window(address)
                    } else {
                        space::slot_of(address) == *slot
                    };
                    bits |= u32::from(yes) << lane;
                }
                put_pred(&mut warp.regs, *d, bits, exec);
                Ok(())
            }
            Step::Fence | Step::Nop => Ok(()),
            other => collective::execute(other, warp, exec),
        };
        result.map_err(|bad| self.fault(bad.kind, pc, index, bad.lane, &bad.what))
    }
}
