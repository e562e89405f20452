//! Branches, barriers and operations across the lanes of a warp.

use super::*;

impl Lower<'_> {
    pub(super) fn control(&mut self, op: &Op) -> Result<(), Fault> {
        let step = match op {
            Op::Bra { target } => Step::Bra {
                target: *target as u32,
                reconverge: self.reconverge(),
            },
            Op::Brx { index, targets } => Step::Brx {
                index: self.src(index, Ty::B32)?,
                targets: targets.iter().map(|&target| target as u32).collect(),
                reconverge: self.reconverge(),
            },
            Op::Call {
                callee,
                returns,
                args,
            } => return self.call(callee, returns, args),
            // Every way out of a function leads to its last line.
            Op::Ret if self.function.is_some() => Step::Bra {
                target: u32::MAX,
                reconverge: self.reconverge(),
            },
            Op::Ret | Op::Exit => Step::Exit,
            Op::Trap => Step::Trap,
            Op::Bar {
                id,
                count,
                aligned,
                does,
            } => {
                let does = match does {
                    BarOp::Sync => Does::Sync,
                    BarOp::Arrive => Does::Arrive,
                    BarOp::Reduce { vote, dst, p } => Does::Reduce {
                        vote: *vote,
                        d: self.slots[dst.0 as usize],
                        p: self.src(&p.src, Ty::PRED)?,
                        negated: p.negated,
                    },
                };
                let count = match count {
                    Some(count) => Some(self.src(count, Ty::B32)?),
                    None => None,
                };
                Step::Bar(BarStep {
                    id: self.src(id, Ty::B32)?,
                    count,
                    aligned: *aligned,
                    does,
                })
            }
            Op::BarWarp { mask } => Step::BarWarp {
                mask: self.src(mask, Ty::B32)?,
            },
            Op::Shfl {
                mode,
                dst,
                ok,
                a,
                lane,
                clamp,
                mask,
            } => {
                let (a, lane) = (self.src(a, Ty::B32)?, self.src(lane, Ty::B32)?);
                let (clamp, mask) = (self.src(clamp, Ty::B32)?, self.src(mask, Ty::B32)?);
                let ok = ok.map(|ok| self.slots[ok.0 as usize]);
                Step::Shfl {
                    mode: *mode,
                    d: self.dst(*dst, Ty::B32)?,
                    ok,
                    a,
                    lane,
                    clamp,
                    mask,
                }
            }
            Op::Vote { mode, dst, p, mask } => {
                let ty = if *mode == VoteMode::Ballot {
                    Ty::B32
                } else {
                    Ty::PRED
                };
                let mask = self.src(mask, Ty::B32)?;
                let slot = self.src(&p.src, Ty::PRED)?;
                Step::Vote {
                    mode: *mode,
                    d: self.dst(*dst, ty)?,
                    p: slot,
                    negated: p.negated,
                    mask,
                }
            }
            Op::Activemask { dst } => Step::Activemask {
                d: self.dst(*dst, Ty::B32)?,
            },
            Op::Elect { dst, p, mask } => Step::Elect {
                d: match dst {
                    Some(dst) => self.dst(*dst, Ty::B32)?,
                    None => NONE,
                },
                p: self.slots[p.0 as usize],
                mask: self.src(mask, Ty::B32)?,
            },
            Op::Match {
                all,
                ty,
                dst,
                ok,
                a,
                mask,
            } => {
                let (a, mask) = (self.src(a, *ty)?, self.src(mask, Ty::B32)?);
                let ok = ok.map(|ok| self.slots[ok.0 as usize]);
                Step::Match {
                    all: *all,
                    wide: ty.bits == 64,
                    d: self.dst(*dst, Ty::B32)?,
                    ok,
                    a,
                    mask,
                }
            }
            Op::Redux {
                op,
                ty,
                dst,
                a,
                mask,
            } => {
                let (a, mask) = (self.src(a, Ty::B32)?, self.src(mask, Ty::B32)?);
                Step::Redux {
                    op: *op,
                    signed: ty.is_signed(),
                    d: self.dst(*dst, Ty::B32)?,
                    a,
                    mask,
                }
            }
            Op::Fence { order } => Step::Fence { order: *order },
            Op::Nop => Step::Nop,
            _ => return self.unsupported("operation"),
        };
        self.push(step);
        Ok(())
    }

    pub(super) fn reconverge(&self) -> u32 {
        let blocks = &self.kernel.blocks;
        let block = blocks.partition_point(|block| block.start <= self.inst) - 1;
        blocks[block]
            .ipdom
            .map_or(u32::MAX, |ipdom| blocks[ipdom].start as u32)
    }

    /// Branch targets from PTX instruction numbers to lowered ones, from line `first` on. `end` is where the body ends.
    pub(super) fn resolve(&mut self, first: usize, end: u32) {
        let at = |inst: u32| self.start_of.get(inst as usize).copied().unwrap_or(end);
        for line in &mut self.code.lines[first..] {
            match &mut line.step {
                Step::Bra { target, reconverge } => {
                    (*target, *reconverge) = (at(*target), at(*reconverge))
                }
                Step::Brx {
                    targets,
                    reconverge,
                    ..
                } => {
                    targets.iter_mut().for_each(|target| *target = at(*target));
                    *reconverge = at(*reconverge);
                }
                _ => {}
            }
        }
        for block in &self.kernel.blocks {
            if let Some(line) = self.code.lines.get_mut(at(block.start as u32) as usize) {
                line.leader = true;
            }
        }
        // Where a callee comes back to, execution goes on in a straight piece of its own.
        for at in first + 1..self.code.lines.len() {
            if matches!(self.code.lines[at - 1].step, Step::Call(_)) {
                self.code.lines[at].leader = true;
            }
        }
    }
}
