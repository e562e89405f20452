//! Branches: lanes that part become frames that meet again at the reconvergence point.

use super::*;
use crate::sim::regs::Slot;
use crate::sim::warp::END;

impl World<'_> {
    pub(super) fn indirect(
        &mut self,
        warp: &mut Warp,
        index: u32,
        pc: u32,
        mask: u32,
        exec: u32,
        (slot, targets, reconverge): (Slot, &[u32], u32),
    ) -> Result<(), Fault> {
        let choice = u32::get(&warp.regs, slot);
        let mut groups: Vec<(u32, u32)> = Vec::new();
        for lane in lanes_in(exec) {
            let Some(&target) = targets.get(choice[lane] as usize) else {
                let what = format!(
                    "brx.idx with index {} of {} targets",
                    choice[lane],
                    targets.len()
                );
                return Err(self.fault(FaultKind::OutOfBounds, pc, index, lane as u32, &what));
            };
            match groups.iter_mut().find(|group| group.0 == target) {
                Some(group) => group.1 |= 1 << lane,
                None => groups.push((target, 1 << lane)),
            }
        }
        if !branch(warp, mask, exec, pc + 1, &groups, reconverge) {
            set_pc(warp, groups.first().map_or(pc + 1, |group| group.0));
        }
        Ok(())
    }
}

/// Parts the lanes of the top frame if they go different ways; `false` if they do not.
pub(super) fn branch(
    warp: &mut Warp,
    mask: u32,
    exec: u32,
    next: u32,
    targets: &[(u32, u32)],
    reconverge: u32,
) -> bool {
    let stay = mask & !exec;
    if stay == 0 && targets.len() == 1 || exec == 0 {
        return false;
    }
    let Some(frame) = warp.stack.last_mut() else {
        return false;
    };
    if frame.until == reconverge {
        // The frame below waits at the same place: this frame needs no successor of its own, and a divergent loop no stack.
        warp.stack.pop();
    } else {
        frame.pc = reconverge;
    }
    for &(pc, mask) in targets.iter().rev().chain(&[(next, stay)]) {
        if pc != reconverge && mask != 0 {
            warp.stack.push(Frame {
                pc,
                mask,
                until: reconverge,
            });
        }
    }
    true
}

pub(super) fn set_pc(warp: &mut Warp, pc: u32) {
    if let Some(frame) = warp.stack.last_mut() {
        frame.pc = if frame.mask == 0 { END } else { pc };
    }
}

/// The lanes in `exec` stand at `pc`, and the others of the top frame with them in frames of their own.
pub(super) fn part(warp: &mut Warp, exec: u32, pc: u32) {
    let Some(frame) = warp.stack.last().copied() else {
        return;
    };
    set_pc(warp, pc);
    let stay = frame.mask & !exec;
    if stay != 0 {
        // Guarded: who skips the instruction goes on behind it.
        if let Some(top) = warp.stack.last_mut() {
            top.mask = exec;
        }
        warp.stack.push(Frame {
            pc,
            mask: stay,
            until: frame.until,
        });
    }
}
