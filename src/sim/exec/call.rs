//! Calls and returns of device functions.
//!
//! A call pushes the callee's frame of lanes; it ends at the function's last line, where the caller's frame goes on with a return step.
//! Values cross in both directions by copying, lane by lane: calls that the compiler leaves in are rare.

use super::*;
use crate::sim::check::Undefined;
use crate::sim::lower::{Call, Passed, Return, Routine, Target};
use crate::sim::memory::Region;
use crate::sim::regs::{File, Regs, Slot};
use crate::sim::space::Place;
use crate::sim::warp::Open;

/// A value on its way: its bytes, and which of them have a value.
type Parcel = Vec<(u8, bool)>;

impl World<'_> {
    /// Enters a function with the lanes in `exec`. The stack of the warp changes.
    pub(super) fn call(
        &mut self,
        warp: &mut Warp,
        (index, pc): (u32, u32),
        mask: u32,
        exec: u32,
        call: &Call,
    ) -> Result<(), Fault> {
        let stay = mask & !exec;
        let target = match call.target {
            Target::Function(at) => at as usize,
            Target::Pointer(slot) => {
                let addresses = u64::get(&warp.regs, slot);
                match self.pointed_to(warp, (index, pc), exec, &addresses)? {
                    Some(target) => target,
                    None => return Ok(()),
                }
            }
        };
        let code = self.code;
        let routine = &code.functions[target];
        while warp
            .calls
            .last()
            .is_some_and(|open| open.mask & warp.live == 0)
        {
            warp.calls.pop();
        }
        let mut depth = 0;
        let mut active = false;
        for open in warp.calls.iter().filter(|open| open.mask & exec != 0) {
            depth += 1;
            active |= open.routine == target as u32;
        }
        let pointers = u64::get(&warp.regs, code.stack_pointer);
        let lanes = || lanes_in(exec);
        let deepest = lanes().map(|lane| pointers[lane]).max().unwrap_or(0);
        let end = deepest as usize + call.frame as usize + routine.frame as usize;
        let fault = if depth >= code.max_depth || end > code.local_bytes {
            let what = format!(
                "call of {} at a depth of {depth}: the stack is full",
                routine.name
            );
            Some((FaultKind::StackOverflow, what))
        } else {
            misfit(call, routine).map(|what| (FaultKind::Unsupported, what))
        };
        if let Some((kind, what)) = fault {
            return Err(self.fault(kind, pc, index, exec.trailing_zeros(), &what));
        }
        // Everything is read before anything is written: a function that calls itself may pass its own parameters on.
        let stride = stride(code.local_bytes);
        let mut parcels = Vec::with_capacity(call.args.len() * LANES);
        for lane in lanes() {
            let frame = lane * stride + pointers[lane] as usize;
            for actual in &call.args {
                parcels.push(take(&warp.regs, &warp.local, frame, lane, actual));
            }
        }
        let saved = active.then(|| Box::new(save(&warp.regs, routine)));
        let mut parcels = parcels.into_iter();
        for lane in lanes() {
            let pointer = pointers[lane] as usize + call.frame as usize;
            let frame = lane * stride + pointer;
            if let Some(written) = &mut warp.local.written {
                written.clear_range(frame, routine.frame as usize);
            }
            for (formal, parcel) in routine.args.iter().zip(parcels.by_ref()) {
                give(
                    &mut warp.regs,
                    &mut warp.local,
                    (frame, lane),
                    formal,
                    &parcel,
                );
            }
            warp.regs.r64[code.stack_pointer as usize][lane] = pointer as u64;
        }
        forget(&mut warp.undefined, &routine.args, exec);
        if !routine.unset.is_empty() && self.checks.has(Check::Uninitialised) {
            warp.undefined.begin(&warp.regs);
            for &(file, slot) in &routine.unset {
                warp.undefined.put(file, slot, [u64::MAX; LANES], exec);
            }
        }
        warp.calls.push(Open {
            mask: exec,
            routine: target as u32,
            saved,
        });
        if stay == 0 {
            set_pc(warp, pc + 1);
        } else {
            set_pc(warp, pc + 2);
            warp.stack.push(Frame {
                pc: pc + 1,
                mask: exec,
                until: pc + 2,
            });
        }
        warp.stack.push(Frame {
            pc: routine.entry,
            mask: exec,
            until: routine.exit,
        });
        Ok(())
    }

    /// The function that every lane in `exec` points to. Where they differ they are parted, to call one after the other: `None`.
    fn pointed_to(
        &self,
        warp: &mut Warp,
        (index, pc): (u32, u32),
        exec: u32,
        addresses: &[u64; LANES],
    ) -> Result<Option<usize>, Fault> {
        let first = exec.trailing_zeros() as usize & (LANES - 1);
        let same = (0..LANES)
            .filter(|&lane| addresses[lane] == addresses[first])
            .fold(0, |bits, lane| bits | 1 << lane)
            & exec;
        if same != exec {
            // Each group comes back here by itself.
            set_pc(warp, pc + 2);
            for mask in [exec & !same, same] {
                warp.stack.push(Frame {
                    pc,
                    mask,
                    until: pc + 2,
                });
            }
            return Ok(None);
        }
        let routine = self.routine_at(addresses[first]);
        routine.map(Some).ok_or_else(|| {
            let what = format!(
                "call through a pointer to {:#x}, where no function that fits is",
                addresses[first]
            );
            self.fault(FaultKind::OutOfBounds, pc, index, first as u32, &what)
        })
    }

    fn routine_at(&self, address: u64) -> Option<usize> {
        let place = space::place(space::slot_of(address));
        let Place::Var(var) = place else {
            return None;
        };
        let found = |routine: &Routine| routine.var == var;
        let at = self.code.functions.iter().position(found)?;
        (space::offset_in(place, address) == 0).then_some(at)
    }

    /// Takes up after a call with the lanes in `mask`, which have all come back.
    pub(super) fn take_up(
        &mut self,
        warp: &mut Warp,
        (index, pc): (u32, u32),
        mask: u32,
        back: &Return,
    ) -> Result<(), Fault> {
        let Some(at) = warp.calls.iter().rposition(|open| open.mask & mask != 0) else {
            return Ok(());
        };
        let open = warp.calls.remove(at);
        let code = self.code;
        let routine = &code.functions[open.routine as usize];
        let fit = back.returns.len() == routine.returns.len()
            && back
                .returns
                .iter()
                .zip(&routine.returns)
                .all(|(actual, formal)| fits(actual, formal));
        if !fit {
            let what = format!(
                "return values of {} of another size than expected",
                routine.name
            );
            return Err(self.fault(
                FaultKind::Unsupported,
                pc,
                index,
                mask.trailing_zeros(),
                &what,
            ));
        }
        let stride = stride(code.local_bytes);
        let pointers = u64::get(&warp.regs, code.stack_pointer);
        let lanes = || lanes_in(mask);
        let mut parcels = Vec::with_capacity(back.returns.len() * LANES);
        for lane in lanes() {
            let frame = lane * stride + pointers[lane] as usize;
            for formal in &routine.returns {
                parcels.push(take(&warp.regs, &warp.local, frame, lane, formal));
            }
        }
        if let Some(saved) = &open.saved {
            restore(&mut warp.regs, saved, routine, mask);
            // Which of the outer call's bits are undefined is not kept.
            for file in [File::R32, File::R64, File::Pred] {
                for slot in routine.slots[file as usize].clone() {
                    warp.undefined.clear(file, slot as Slot, mask);
                }
            }
        }
        forget(&mut warp.undefined, &back.returns, mask);
        let mut parcels = parcels.into_iter();
        for lane in lanes() {
            let pointer = pointers[lane] - u64::from(back.frame);
            warp.regs.r64[code.stack_pointer as usize][lane] = pointer;
            let frame = lane * stride + pointer as usize;
            for (actual, parcel) in back.returns.iter().zip(parcels.by_ref()) {
                give(
                    &mut warp.regs,
                    &mut warp.local,
                    (frame, lane),
                    actual,
                    &parcel,
                );
            }
        }
        Ok(())
    }
}

/// Why `routine` does not take the arguments of `call`, if it does not.
fn misfit(call: &Call, routine: &Routine) -> Option<String> {
    let (given, taken) = (call.args.len(), routine.args.len());
    if given != taken {
        return Some(format!(
            "call of {}, which takes {taken} arguments, with {given}",
            routine.name
        ));
    }
    let mut pairs = call.args.iter().zip(&routine.args);
    let number = pairs.position(|(actual, formal)| !fits(actual, formal))?;
    Some(format!(
        "argument {number} of {} of another size than its parameter",
        routine.name
    ))
}

/// Whether a value can go from one to the other. Registers may be wider than what they hold.
fn fits(actual: &Passed, formal: &Passed) -> bool {
    match (actual, formal) {
        (Passed::Nothing, _) => true,
        (Passed::Memory { bytes: a, .. }, Passed::Memory { bytes: b, .. }) => a == b,
        (Passed::Memory { bytes, .. }, Passed::Slot { bytes: other, .. })
        | (Passed::Slot { bytes: other, .. }, Passed::Memory { bytes, .. }) => {
            *bytes <= u32::from(*other)
        }
        (Passed::Slot { .. }, Passed::Slot { .. }) => true,
        (_, Passed::Nothing) => false,
    }
}

/// The value of `from` in one lane, whose frame begins at byte `frame` of `local`.
pub(super) fn take(
    regs: &Regs,
    local: &Region,
    frame: usize,
    lane: usize,
    from: &Passed,
) -> Parcel {
    match *from {
        Passed::Nothing => Vec::new(),
        Passed::Memory { offset, bytes } => {
            let start = frame + offset as usize;
            (start..start + bytes as usize)
                .map(|at| {
                    let known = local.written.as_ref().is_none_or(|bits| bits.all(at, 1));
                    (local.bytes.get(at).copied().unwrap_or(0), known)
                })
                .collect()
        }
        Passed::Slot { slot, bytes } => {
            let value = if bytes == 8 {
                regs.r64[slot as usize][lane]
            } else {
                u64::from(regs.r32[slot as usize][lane])
            };
            value.to_le_bytes().map(|byte| (byte, true)).to_vec()
        }
    }
}

/// Puts a value where one lane wants it. A register is filled with zeros above it.
pub(super) fn give(
    regs: &mut Regs,
    local: &mut Region,
    (frame, lane): (usize, usize),
    to: &Passed,
    parcel: &[(u8, bool)],
) {
    match *to {
        Passed::Nothing => {}
        Passed::Memory { offset, bytes } => {
            let start = frame + offset as usize;
            for (at, &(byte, known)) in (start..start + bytes as usize).zip(parcel) {
                if let Some(place) = local.bytes.get_mut(at) {
                    *place = byte;
                }
                if known && let Some(written) = &mut local.written {
                    written.set(at, 1);
                }
            }
        }
        Passed::Slot { slot, bytes } => {
            let mut raw = [0; 8];
            for (place, &(byte, _)) in raw.iter_mut().zip(parcel) {
                *place = byte;
            }
            let value = u64::from_le_bytes(raw);
            if bytes == 8 {
                regs.r64[slot as usize][lane] = value;
            } else {
                regs.r32[slot as usize][lane] = value as u32;
            }
        }
    }
}

/// Registers that a value goes into count as defined: what is passed in them is not followed.
fn forget(undefined: &mut Undefined, to: &[Passed], mask: u32) {
    for passed in to {
        if let Passed::Slot { slot, bytes } = *passed {
            let file = if bytes == 8 { File::R64 } else { File::R32 };
            undefined.clear(file, slot, mask);
        }
    }
}

/// The registers of a function.
fn save(regs: &Regs, routine: &Routine) -> Regs {
    let [narrow, wide, pred] = routine.slots.clone();
    Regs {
        r32: regs.r32[narrow].to_vec(),
        r64: regs.r64[wide].to_vec(),
        pred: regs.pred[pred].to_vec(),
    }
}

/// Gives the lanes in `mask` back the registers that they had.
fn restore(regs: &mut Regs, saved: &Regs, routine: &Routine, mask: u32) {
    let [narrow, wide, pred] = routine.slots.clone();
    let lanes = || lanes_in(mask);
    for (now, was) in regs.r32[narrow].iter_mut().zip(&saved.r32) {
        lanes().for_each(|lane| now[lane] = was[lane]);
    }
    for (now, was) in regs.r64[wide].iter_mut().zip(&saved.r64) {
        lanes().for_each(|lane| now[lane] = was[lane]);
    }
    for (now, was) in regs.pred[pred].iter_mut().zip(&saved.pred) {
        *now = *now & !mask | was & mask;
    }
}
