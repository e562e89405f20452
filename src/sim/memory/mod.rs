//! Memory: regions of bytes that know what was written, and one access of a warp to one of them.
//!
//! The lanes of an access are grouped by the slot of their address (nearly always one group), so a region is looked up once and the
//! checks of 32 lanes are reductions over an array. The slow path, one lane at a time, runs only to name what is wrong.

use super::fault::FaultKind;
use super::lower::{Access, NONE};
use super::race::{Accessor, Shadow};
use super::regs::{LANES, Lane, Regs, each};

mod bits;

pub use bits::Bits;

/// Contents of memory that nothing wrote: as f32 and f64 it is NaN, as an index it is far outside.
pub const POISON: u8 = 0xff;

/// A stretch of memory with one owner: a buffer, a variable, a block's shared memory, a warp's local memory.
#[derive(Debug, Clone)]
pub struct Region {
    /// For messages.
    pub name: String,
    /// Contents.
    pub bytes: Vec<u8>,
    /// Stores are refused.
    pub read_only: bool,
    /// Which bytes were written; `None` where everything has a value from the start.
    pub written: Option<Bits>,
    /// Bytes of one element, for messages.
    pub element: usize,
    /// Who touched what, where races are looked for.
    pub shadow: Option<Shadow>,
    /// Sectors that the second-level cache has, one bit each.
    pub touched: Bits,
}

/// Lanes of an access that lie in a row, or all at one place.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Byte of the region where the first lane is.
    pub offset: usize,
    /// Bytes that all lanes together touch.
    pub span: usize,
    /// Bytes of one lane.
    pub size: usize,
    /// All lanes at one place.
    pub equal: bool,
    /// The lanes; in a row they are the lowest ones.
    pub mask: u32,
}

/// What one lane did wrong.
#[derive(Debug)]
pub struct Bad {
    pub kind: FaultKind,
    pub lane: u32,
    pub what: String,
}

impl Region {
    /// A region that has a value everywhere.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Region {
        Region {
            name: name.into(),
            touched: Bits::new(bytes.len() / 32 + 2),
            bytes,
            read_only: false,
            written: None,
            element: 1,
            shadow: None,
        }
    }

    /// A region that nothing wrote yet.
    pub fn unwritten(name: impl Into<String>, len: usize) -> Region {
        Region {
            written: Some(Bits::new(len)),
            ..Region::new(name, vec![POISON; len])
        }
    }

    fn describe(&self, offset: i64) -> String {
        let len = self.bytes.len();
        if self.element > 1 && offset.rem_euclid(self.element as i64) == 0 {
            let (at, count) = (offset.div_euclid(self.element as i64), len / self.element);
            format!("element {at} of {} ({count} elements)", self.name)
        } else {
            format!("byte {offset} of {} ({len} bytes)", self.name)
        }
    }

    /// Checks the lanes in `mask`: inside the region and aligned.
    #[inline(always)]
    pub fn check(
        &self,
        offsets: &[i64; LANES],
        mask: u32,
        size: usize,
        store: bool,
    ) -> Result<(), Bad> {
        if store && self.read_only {
            let lane = mask.trailing_zeros();
            let what = format!(
                "store to {}, which is an input",
                self.describe(offsets[lane as usize])
            );
            return Err(Bad {
                kind: FaultKind::ReadOnly,
                lane,
                what,
            });
        }
        let (mut most, mut low) = (0u64, 0i64);
        for lane in 0..LANES {
            let keep = if mask >> lane & 1 != 0 { -1 } else { 0 };
            let offset = offsets[lane] & keep;
            // A negative offset is a huge unsigned one.
            most = most.max(offset as u64);
            low |= offset;
        }
        if most.saturating_add(size as u64) <= self.bytes.len() as u64
            && low as u64 & (size as u64 - 1) == 0
        {
            return Ok(());
        }
        self.explain(offsets, mask, size)
    }

    #[cold]
    fn explain(&self, offsets: &[i64; LANES], mask: u32, size: usize) -> Result<(), Bad> {
        for lane in (0..LANES as u32).filter(|lane| mask >> lane & 1 != 0) {
            let offset = offsets[lane as usize];
            if offset < 0 || offset as u64 + size as u64 > self.bytes.len() as u64 {
                let what = format!("access of {size} bytes at {}", self.describe(offset));
                return Err(Bad {
                    kind: FaultKind::OutOfBounds,
                    lane,
                    what,
                });
            }
            if !(offset as u64).is_multiple_of(size as u64) {
                let what = format!(
                    "access of {size} bytes at byte {offset} of {}, which is not a multiple of {size}",
                    self.name
                );
                return Err(Bad {
                    kind: FaultKind::Misaligned,
                    lane,
                    what,
                });
            }
        }
        Ok(())
    }

    /// The bytes of a row that is inside the region and aligned.
    #[inline(always)]
    fn row(&self, row: &Row) -> Option<std::ops::Range<usize>> {
        let end = row.offset.checked_add(row.span)?;
        (end <= self.bytes.len() && row.offset & (row.size - 1) == 0).then_some(row.offset..end)
    }

    /// Loads a row at once. `false` if there is anything to say about it: then no register has changed, and a lane by lane load follows.
    #[inline(always)]
    pub fn load_row(&mut self, regs: &mut Regs, access: &Access, row: &Row, by: &Accessor) -> bool {
        let Some(range) = self.row(row) else {
            return false;
        };
        if let Some(written) = &self.written
            && !written.all_range(row.offset, row.span)
        {
            return false;
        }
        if let Some(shadow) = &mut self.shadow
            && !shadow.read_row(row, by)
        {
            return false;
        }
        let bytes = &self.bytes[range];
        let (size, mask) = (row.size, row.mask);
        for (part, &slot) in access.slots[..usize::from(access.count)].iter().enumerate() {
            if slot == NONE {
                continue;
            }
            let shift = part * usize::from(access.bytes);
            macro_rules! gather {
                ($ty:ty, $as:ty) => {{
                    const WIDTH: usize = size_of::<$ty>();
                    let read = |raw: &[u8]| {
                        let mut copy = [0; WIDTH];
                        copy.copy_from_slice(raw);
                        <$ty>::from_le_bytes(copy) as $as
                    };
                    let mut values: [$as; LANES] = [0; LANES];
                    if row.equal {
                        values = [read(&bytes[shift..shift + WIDTH]); LANES];
                    } else if let Ok(all) = <&[u8; WIDTH * LANES]>::try_from(bytes)
                        && size == WIDTH
                    {
                        for lane in 0..LANES {
                            values[lane] = read(&all[lane * WIDTH..(lane + 1) * WIDTH]);
                        }
                    } else {
                        for (value, lane) in values.iter_mut().zip(bytes.chunks_exact(size)) {
                            *value = read(&lane[shift..shift + WIDTH]);
                        }
                    }
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
        }
        true
    }

    /// Stores a row at once. `false` if there is anything to say about it: then nothing has changed, and a lane by lane store follows.
    #[inline(always)]
    pub fn store_row(&mut self, regs: &Regs, access: &Access, row: &Row, by: &Accessor) -> bool {
        let Some(range) = self.row(row) else {
            return false;
        };
        let one = row.mask & row.mask.wrapping_sub(1) == 0;
        if self.read_only || row.equal && !one {
            return false;
        }
        if let Some(shadow) = &mut self.shadow
            && !shadow.write_row(row, by)
        {
            return false;
        }
        let first = row.mask.trailing_zeros() as usize & (LANES - 1);
        let bytes = &mut self.bytes[range];
        for (part, &slot) in access.slots[..usize::from(access.count)].iter().enumerate() {
            let shift = part * usize::from(access.bytes);
            macro_rules! scatter {
                ($ty:ty, $from:ty) => {{
                    const WIDTH: usize = size_of::<$ty>();
                    let values = <$from>::get(regs, slot);
                    for (value, lane) in
                        values[first..].iter().zip(bytes.chunks_exact_mut(row.size))
                    {
                        lane[shift..shift + WIDTH].copy_from_slice(&(*value as $ty).to_le_bytes());
                    }
                }};
            }
            match access.bytes {
                1 => scatter!(u8, u32),
                2 => scatter!(u16, u32),
                4 => scatter!(u32, u32),
                _ => scatter!(u64, u64),
            }
        }
        if let Some(written) = &mut self.written {
            written.set_range(row.offset, row.span);
        }
        true
    }

    /// Loads the lanes in `mask`; `offsets` have been checked.
    #[inline(always)]
    pub fn load(
        &mut self,
        regs: &mut Regs,
        access: &Access,
        offsets: &[i64; LANES],
        mask: u32,
        by: &Accessor,
    ) -> Result<(), Bad> {
        let size = usize::from(access.bytes) * usize::from(access.count);
        if let Some(written) = &self.written {
            for lane in (0..LANES).filter(|lane| mask >> lane & 1 != 0) {
                let at = offsets[lane] as usize;
                if !(0..size)
                    .step_by(8)
                    .all(|part| written.all(at + part, (size - part).min(8)))
                {
                    let what = format!("load of {}, which nothing wrote", self.describe(at as i64));
                    return Err(Bad {
                        kind: FaultKind::Uninitialised,
                        lane: lane as u32,
                        what,
                    });
                }
            }
        }
        if let Some(shadow) = &mut self.shadow
            && let Err((lane, at, what)) = shadow.read(offsets, mask, size, by)
        {
            let what = format!("{what} {}", self.describe(at as i64));
            return Err(Bad {
                kind: FaultKind::Race,
                lane,
                what,
            });
        }
        // Lanes that are off read where a lane that is on reads: always inside the region.
        let any = offsets[mask.trailing_zeros() as usize & 31];
        let safe: [usize; LANES] = each(|lane| if mask >> lane & 1 != 0 { offsets[lane] } else { any } as usize);
        for (part, &slot) in access.slots[..usize::from(access.count)].iter().enumerate() {
            if slot == NONE {
                continue;
            }
            let shift = part * usize::from(access.bytes);
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
        }
        Ok(())
    }

    /// Stores the lanes in `mask`, the highest lane last; `offsets` have been checked.
    #[inline(always)]
    pub fn store(
        &mut self,
        regs: &Regs,
        access: &Access,
        offsets: &[i64; LANES],
        mask: u32,
        by: &Accessor,
    ) -> Result<(), Bad> {
        let (width, count) = (usize::from(access.bytes), usize::from(access.count));
        if let Some(shadow) = &mut self.shadow {
            let values = stored(regs, access);
            let same = |lane: usize, at: usize, len: usize| {
                // The value of the granule's bytes that this lane writes equals what is there.
                let start = offsets[lane] as usize;
                (at..(at + len).min(start + width * count)).all(|byte| {
                    byte < start || {
                        let part = (byte - start) / width;
                        self.bytes[byte]
                            == (values[part][lane] >> (8 * ((byte - start) % width))) as u8
                    }
                })
            };
            if let Err((lane, at, what)) = shadow.write(offsets, mask, width * count, by, same) {
                let what = format!("{what} {}", self.describe(at as i64));
                return Err(Bad {
                    kind: FaultKind::Race,
                    lane,
                    what,
                });
            }
            // Lanes of one store to one address: allowed only with one value.
            if let Some((lane, other)) = conflicting_lanes(offsets, mask, &values[..count]) {
                let what = format!(
                    "lanes {other} and {lane} of one store write different values to {}",
                    self.describe(offsets[lane as usize])
                );
                return Err(Bad {
                    kind: FaultKind::Race,
                    lane,
                    what,
                });
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
        }
        if let Some(written) = &mut self.written {
            let size = width * count;
            for lane in (0..LANES).filter(|lane| mask >> lane & 1 != 0) {
                for part in (0..size).step_by(8) {
                    written.set(offsets[lane] as usize + part, (size - part).min(8));
                }
            }
        }
        Ok(())
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

/// Two lanes that write different values to one address, if any.
fn conflicting_lanes(
    offsets: &[i64; LANES],
    mask: u32,
    values: &[[u64; LANES]],
) -> Option<(u32, u32)> {
    // Consecutive lanes with rising addresses cannot collide: the usual case costs one pass.
    let mut last = i64::MIN;
    let rising = (0..LANES).filter(|lane| mask >> lane & 1 != 0).all(|lane| {
        let more = offsets[lane] > last;
        last = offsets[lane];
        more
    });
    if rising {
        return None;
    }
    for lane in (0..LANES).filter(|lane| mask >> lane & 1 != 0) {
        for other in (0..lane).filter(|other| mask >> other & 1 != 0) {
            if offsets[lane] == offsets[other]
                && values.iter().any(|value| value[lane] != value[other])
            {
                return Some((lane as u32, other as u32));
            }
        }
    }
    None
}
