//! Any access of a warp, one lane after the other.

use super::{Bad, Bits, Region};
use crate::sim::check::{Accessor, Conflict, History, Undefined, lanes_of};
use crate::sim::fault::FaultKind;
use crate::sim::lower::{Access, NONE};
use crate::sim::regs::{File, LANES, Lane, Regs, each, lanes_in};

impl Region {
    /// The undefined bits of `size` (at most 8) bytes at `at`.
    fn undefined(&self, at: usize, size: usize) -> u64 {
        let Some(written) = self.written.as_ref().filter(|_| !self.lax) else {
            return 0;
        };
        if written.all_range(at, size) {
            return 0;
        }
        (0..size)
            .filter(|byte| !written.all_range(at + byte, 1))
            .fold(0, |bits, byte| bits | 0xff << (8 * byte))
    }

    /// What a race is called, with both its accesses.
    fn race(&self, verb: &str, conflict: Conflict) -> Bad {
        let other = conflict.other;
        let many = if other.and_others { " and others" } else { "" };
        let verbs = match other.access {
            "reads" => "read",
            "writes" if verb == "writes" => "wrote another value",
            "writes" => "wrote",
            _ => "touched with an atomic",
        };
        let byte = conflict.byte as i64;
        let what = format!(
            "{verb} {}, which block {} thread {}{many} {verbs} with nothing to order the two",
            self.describe(byte),
            other.block,
            other.thread,
        );
        Bad {
            other: Some(Box::new(other)),
            ..Bad::new(FaultKind::Race, conflict.lane, what).at(self, byte)
        }
    }

    /// Loads the lanes in `mask`; `offsets` have been checked. The load is done whatever it gives: the race that it is part of, if any.
    #[inline(always)]
    #[allow(clippy::too_many_arguments)]
    pub fn load(
        &mut self,
        regs: &mut Regs,
        undefined: &mut Undefined,
        access: &Access,
        offsets: &[i64; LANES],
        mask: u32,
        by: &Accessor,
        history: &History,
    ) -> Option<Bad> {
        let size = usize::from(access.bytes) * usize::from(access.count);
        let conflict = match &mut self.shadow {
            Some(shadow) => shadow.read(offsets, mask, size, by, history),
            None => None,
        };
        // Lanes that are off read where a lane that is on reads: always inside the region.
        let any = offsets[mask.trailing_zeros() as usize & 31];
        let safe: [usize; LANES] = each(|lane| if mask >> lane & 1 != 0 { offsets[lane] } else { any } as usize);
        let width = usize::from(access.bytes);
        for (part, &slot) in access.slots[..usize::from(access.count)].iter().enumerate() {
            if slot == NONE {
                continue;
            }
            let shift = part * width;
            let bytes = &self.bytes[..];
            macro_rules! gather {
                ($ty:ty, $as:ty) => {{
                    let values: [$as; LANES] = each(|lane| {
                        let at = safe[lane] + shift;
                        let mut raw = [0; size_of::<$ty>()];
                        raw.copy_from_slice(&bytes[at..at + size_of::<$ty>()]);
                        <$ty>::from_le_bytes(raw) as $as
                    });
                    Lane::put(regs, slot, values, mask)
                }};
            }
            match (access.bytes, access.signed) {
                (1, true) => gather!(i8, i32),
                (1, false) => gather!(u8, u32),
                (2, true) => gather!(i16, i32),
                (2, false) => gather!(u16, u32),
                (4, _) => gather!(u32, u32),
                _ => gather!(u64, u64),
            }
            if undefined.any() || self.written.is_some() && !self.lax {
                let sign = if access.signed {
                    64 - 8 * width as u32
                } else {
                    0
                };
                let bits = each(|lane| {
                    let bits = self.undefined(safe[lane] + shift, width);
                    ((bits << sign) as i64 >> sign) as u64
                });
                if lanes_of(&bits) & mask != 0 {
                    undefined.begin(regs);
                }
                undefined.put(access.file(), slot, bits, mask);
            }
        }
        conflict.map(|conflict| self.race("reads", conflict))
    }

    /// Stores the lanes in `mask`, the highest lane last; `offsets` have been checked. The store is done whatever it gives: what is wrong with it.
    #[inline(always)]
    #[allow(clippy::too_many_arguments)]
    pub fn store(
        &mut self,
        regs: &Regs,
        undefined: &Undefined,
        access: &Access,
        offsets: &[i64; LANES],
        mask: u32,
        by: &Accessor,
        history: &History,
    ) -> Option<Bad> {
        let (width, count) = (usize::from(access.bytes), usize::from(access.count));
        let mut bad = None;
        if let Some(shadow) = &mut self.shadow {
            let values = stored(regs, access);
            let bytes = &self.bytes;
            let same = |lane: usize, at: usize, len: usize| {
                // The value of the granule's bytes that this lane writes equals what is there.
                let start = offsets[lane] as usize;
                (at..(at + len).min(start + width * count)).all(|byte| {
                    byte < start || {
                        let part = (byte - start) / width;
                        bytes[byte] == (values[part][lane] >> (8 * ((byte - start) % width))) as u8
                    }
                })
            };
            let conflict = shadow.write(offsets, mask, width * count, by, history, same);
            bad = conflict.map(|conflict| self.race("writes", conflict));
            let mut agree = false;
            // Lanes of one store to one address: allowed only with one value.
            if bad.is_none() && !by.strong() {
                match meeting(offsets, mask, &values[..count]) {
                    Meeting::Apart => {}
                    Meeting::Agree => agree = true,
                    Meeting::Clash(lane, other) => {
                        let at = offsets[lane as usize];
                        let what = format!(
                            "lanes {other} and {lane} of one store write different values to {}",
                            self.describe(at)
                        );
                        bad = Some(Bad::new(FaultKind::Race, lane, what).at(self, at));
                    }
                }
            }
            if let Some(shadow) = self.shadow.as_mut().filter(|_| agree) {
                shadow.same_value += 1;
            }
        }
        for (part, &slot) in access.slots[..count].iter().enumerate() {
            let shift = part * width;
            macro_rules! scatter {
                ($ty:ty, $from:ty) => {{
                    let values = <$from>::get(regs, slot);
                    for lane in 0..LANES {
                        if mask >> lane & 1 != 0 {
                            let at = offsets[lane] as usize + shift;
                            self.bytes[at..at + size_of::<$ty>()]
                                .copy_from_slice(&(values[lane] as $ty).to_le_bytes());
                        }
                    }
                }};
            }
            match width {
                1 => scatter!(u8, u32),
                2 => scatter!(u16, u32),
                4 => scatter!(u32, u32),
                _ => scatter!(u64, u64),
            }
            let bits = undefined.get(access.file(), slot);
            let wrong = self.note_stored(offsets, shift, width, &bits, mask);
            bad = bad.or(wrong);
        }
        bad
    }

    /// Notes which of the stored bytes have a defined value; `bits` are those that have none. Gives what is wrong with that.
    fn note_stored(
        &mut self,
        offsets: &[i64; LANES],
        shift: usize,
        width: usize,
        bits: &[u64; LANES],
        mask: u32,
    ) -> Option<Bad> {
        let keep = u64::MAX >> (64 - 8 * width);
        let lost = (0..LANES).find(|&lane| mask >> lane & 1 != 0 && bits[lane] & keep != 0);
        if let Some(lane) = lost
            && !self.lax
        {
            if self.output {
                self.mark_written(offsets, shift, width, mask);
                let at = offsets[lane] + shift as i64;
                let what = format!("stores a value that nothing wrote to {}", self.describe(at));
                return Some(Bad::new(FaultKind::Uninitialised, lane as u32, what).at(self, at));
            }
            let len = self.bytes.len();
            self.written.get_or_insert_with(|| Bits::full(len));
            self.mark_written(offsets, shift, width, mask);
            let written = self.written.as_mut()?;
            for lane in lanes_in(mask) {
                for byte in (0..width).filter(|byte| bits[lane] >> (8 * byte) & 0xff != 0) {
                    written.clear_one(offsets[lane] as usize + shift + byte);
                }
            }
            return None;
        }
        self.mark_written(offsets, shift, width, mask);
        None
    }

    fn mark_written(&mut self, offsets: &[i64; LANES], shift: usize, width: usize, mask: u32) {
        if let Some(written) = &mut self.written {
            for lane in lanes_in(mask) {
                written.set_range(offsets[lane] as usize + shift, width);
            }
        }
    }

    /// What an atomic operation of `bytes` bytes by the lanes in `mask` does wrong, before it is done. `fresh`: it does not use the old value.
    /// `bits`: those of its operands that have no defined value.
    #[allow(clippy::too_many_arguments)]
    pub fn before_atomic(
        &mut self,
        offsets: &[i64; LANES],
        mask: u32,
        bytes: usize,
        fresh: bool,
        bits: &[u64; LANES],
        by: &Accessor,
        history: &History,
    ) -> Option<Bad> {
        if let Some(shadow) = &mut self.shadow
            && let Some(conflict) = shadow.write(offsets, mask, bytes, by, history, |_, _, _| false)
        {
            self.mark_written(offsets, 0, bytes, mask);
            return Some(self.race("touches with an atomic", conflict));
        }
        let lanes = || lanes_in(mask);
        let old =
            lanes().find(|&lane| !fresh && self.undefined(offsets[lane] as usize, bytes) != 0);
        let operand = lanes().find(|&lane| bits[lane] != 0 && !self.lax);
        self.mark_written(offsets, 0, bytes, mask);
        let (lane, what) = match (old, operand) {
            (Some(lane), _) => (lane, "atomic on a value that nothing wrote, at"),
            (_, Some(lane)) => (lane, "atomic with an operand that nothing wrote, on"),
            _ => return None,
        };
        let at = offsets[lane];
        let what = format!("{what} {}", self.describe(at));
        Some(Bad::new(FaultKind::Uninitialised, lane as u32, what).at(self, at))
    }
}

impl Access {
    /// The file of the registers.
    pub fn file(&self) -> File {
        if self.wide { File::R64 } else { File::R32 }
    }
}

/// The values of a store, by part and lane.
fn stored(regs: &Regs, access: &Access) -> [[u64; LANES]; 4] {
    let mut values = [[0; LANES]; 4];
    for (value, &slot) in values
        .iter_mut()
        .zip(&access.slots[..usize::from(access.count)])
    {
        *value = if access.wide {
            regs.r64[slot as usize]
        } else {
            regs.r32[slot as usize].map(u64::from)
        };
    }
    values
}

/// What the lanes of one store do to each other.
enum Meeting {
    Apart,
    /// Some write the same value to one address.
    Agree,
    /// Two write different values to one address.
    Clash(u32, u32),
}

fn meeting(offsets: &[i64; LANES], mask: u32, values: &[[u64; LANES]]) -> Meeting {
    // Consecutive lanes with rising addresses cannot meet: the usual case costs one pass.
    let lanes = || lanes_in(mask);
    let mut last = i64::MIN;
    let rising = lanes().all(|lane| {
        let more = offsets[lane] > last;
        last = offsets[lane];
        more
    });
    if rising {
        return Meeting::Apart;
    }
    let mut meeting = Meeting::Apart;
    for lane in lanes() {
        for other in lanes().take_while(|&other| other < lane) {
            if offsets[lane] != offsets[other] {
                continue;
            }
            if values.iter().any(|value| value[lane] != value[other]) {
                return Meeting::Clash(lane as u32, other as u32);
            }
            meeting = Meeting::Agree;
        }
    }
    meeting
}
