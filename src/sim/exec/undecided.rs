//! Instructions of a warp that has undefined values: where those go, and where they decide something.

use super::*;
use crate::ptx::VoteMode;
use crate::sim::check::lanes_of;
use crate::sim::regs::{File, Slot};

impl World<'_> {
    /// Follows the undefined values through the instruction at `pc`, before the lanes in `exec` of those in `mask` execute it.
    ///
    /// # Errors
    /// The fault, if one of them decides something and the execution ends there.
    #[cold]
    pub(super) fn follow(
        &mut self,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        mask: u32,
        exec: u32,
    ) -> Result<(), Fault> {
        let code = self.code;
        let line = &code.lines[pc as usize];
        let undecided = match line.guard {
            NONE => 0,
            guard => warp.undefined.lanes(File::Pred, guard) & mask,
        };
        if let Step::Alu(alu) = &line.step {
            let lanes = exec | undecided;
            warp.undefined
                .follow(&mut warp.regs, alu, self.alu, lanes, undecided);
            return Ok(());
        }
        if undecided != 0 {
            let what = match line.step {
                Step::Bra { .. } | Step::Brx { .. } => "a branch on",
                _ => "an instruction that executes or not by",
            };
            let place = (File::Pred, line.guard);
            self.undefined_at(warp, (index, pc), place, undecided, what)?;
        }
        match &line.step {
            Step::Brx { index: slot, .. } => {
                let lanes = warp.undefined.lanes(File::R32, *slot) & exec;
                let place = (File::R32, *slot);
                self.undefined_at(warp, (index, pc), place, lanes, "a branch on")?;
            }
            Step::Shfl {
                d,
                ok,
                a,
                lane,
                clamp,
                ..
            } => {
                let undefined = &mut warp.undefined;
                let control =
                    undefined.lanes(File::R32, *lane) | undefined.lanes(File::R32, *clamp);
                // The shuffle moves the undefined bits as it will move the values.
                let bits = undefined.get(File::R32, *a).map(|bits| bits as u32);
                let (values, old) = (
                    std::mem::replace(&mut warp.regs.r32[usize::from(*a)], bits),
                    warp.regs.r32[usize::from(*d)],
                );
                let aliased = [*lane, *clamp].contains(a);
                if collective::execute(&line.step, warp, exec).is_ok() {
                    let moved = warp.regs.r32[usize::from(*d)].map(u64::from);
                    warp.undefined.put(File::R32, *d, moved, exec);
                }
                warp.regs.r32[usize::from(*d)] = old;
                warp.regs.r32[usize::from(*a)] = values;
                let lost = if aliased {
                    control | lanes_of(&bits.map(u64::from))
                } else {
                    control
                };
                warp.undefined
                    .put(File::R32, *d, [u64::MAX; LANES], exec & lost);
                if let Some(ok) = ok {
                    warp.undefined.clear(File::Pred, *ok, exec);
                    warp.undefined
                        .put(File::Pred, *ok, [1; LANES], exec & control);
                }
            }
            Step::Vote { mode, d, p, .. } => {
                let file = if *mode == VoteMode::Ballot {
                    File::R32
                } else {
                    File::Pred
                };
                spread(warp, exec, (File::Pred, *p), &[(file, *d)]);
            }
            Step::Match { wide, d, ok, a, .. } => {
                let file = if *wide { File::R64 } else { File::R32 };
                let mut dsts = vec![(File::R32, *d)];
                dsts.extend(ok.map(|ok| (File::Pred, ok)));
                spread(warp, exec, (file, *a), &dsts);
            }
            Step::Redux { d, a, .. } => spread(warp, exec, (File::R32, *a), &[(File::R32, *d)]),
            Step::Isspacep { d, a, .. } => {
                let lost = warp.undefined.lanes(File::R64, *a);
                warp.undefined.clear(File::Pred, *d, exec);
                warp.undefined.put(File::Pred, *d, [1; LANES], exec & lost);
            }
            Step::Elect { d, p, .. } => {
                if *d != NONE {
                    warp.undefined.clear(File::R32, *d, exec);
                }
                warp.undefined.clear(File::Pred, *p, exec);
            }
            Step::Activemask { d } => warp.undefined.clear(File::R32, *d, exec),
            Step::Clock { d, wide } => {
                let file = if *wide { File::R64 } else { File::R32 };
                warp.undefined.clear(file, *d, exec);
            }
            _ => {}
        }
        Ok(())
    }

    /// Reports that a register which nothing wrote decides something in `lanes`, and forgets it there.
    fn undefined_at(
        &mut self,
        warp: &mut Warp,
        (index, pc): (u32, u32),
        (file, slot): (File, Slot),
        lanes: u32,
        what: &str,
    ) -> Result<(), Fault> {
        if lanes == 0 {
            return Ok(());
        }
        warp.undefined.clear(file, slot, lanes);
        let what = format!(
            "{what} {}, which comes from a value that nothing wrote",
            self.code.register(file, slot)
        );
        let bad = Bad::new(FaultKind::Uninitialised, lanes.trailing_zeros(), what);
        self.blame(bad, pc, index)
    }
}

/// Results that depend on the source in every lane that takes part.
fn spread(warp: &mut Warp, exec: u32, (file, source): (File, Slot), dsts: &[(File, Slot)]) {
    let lost = warp.undefined.lanes(file, source) & exec != 0;
    for &(file, d) in dsts {
        let bits = if lost { u64::MAX } else { 0 };
        warp.undefined.put(file, d, [bits; LANES], exec);
    }
}
