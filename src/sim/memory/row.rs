//! The usual access of a warp, all lanes at once: in a row or at one place, or each half of the warp so.

use super::Region;
use crate::sim::check::Accessor;
use crate::sim::lower::{Access, NONE};
use crate::sim::regs::{FULL, LANES, Lane, Regs};

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
    /// The lanes; in a row there is no gap between them.
    pub mask: u32,
}

impl Row {
    /// From the first lane to after the last one.
    #[inline(always)]
    pub fn lanes(&self) -> std::ops::Range<usize> {
        let first = self.mask.trailing_zeros() as usize & (LANES - 1);
        first..LANES - self.mask.leading_zeros() as usize
    }

    #[inline(always)]
    fn bytes(&self) -> std::ops::Range<usize> {
        self.offset..self.offset + self.span
    }
}

/// The word of each lane of a row that has no gap.
#[inline(always)]
fn words<const N: usize>(values: &mut [u32; N], bytes: &[u8], equal: bool) {
    let words = bytes.as_chunks().0;
    if equal {
        *values = [words.first().map_or(0, |&word| u32::from_le_bytes(word)); N];
    } else if let Ok(words) = <&[[u8; 4]; N]>::try_from(words) {
        for (value, &word) in values.iter_mut().zip(words) {
            *value = u32::from_le_bytes(word);
        }
    }
}

impl Region {
    /// Whether all of a row is inside the region and aligned.
    #[inline(always)]
    fn holds_row(&self, row: &Row) -> bool {
        let end = row.offset.checked_add(row.span);
        end.is_some_and(|end| self.holds(row.offset, end)) && row.offset & (row.size - 1) == 0
    }

    /// Loads rows at once. `false` if there is anything to say about one: then no register has changed, and a lane by lane load follows.
    #[inline(always)]
    pub fn load_rows(
        &mut self,
        regs: &mut Regs,
        access: &Access,
        rows: &[Row],
        by: &Accessor,
    ) -> bool {
        for row in rows {
            if !self.holds_row(row) {
                return false;
            }
            if let Some(written) = &self.written
                && !self.lax
                && !written.all_range(row.offset, row.span)
            {
                return false;
            }
            if let Some(shadow) = &mut self.shadow
                && !shadow.read_row(row, by)
            {
                return false;
            }
        }
        let mask = rows.iter().fold(0, |mask, row| mask | row.mask);
        // A word for every lane is what most loads are: nothing of the general case is prepared for it.
        if mask == FULL && access.bytes == 4 && access.count == 1 && access.slots[0] != NONE {
            let values = &mut regs.r32[access.slots[0] as usize];
            match rows {
                [row] => words(values, &self.bytes[row.bytes()], row.equal),
                _ => {
                    for (values, row) in values
                        .as_chunks_mut::<{ LANES / 2 }>()
                        .0
                        .iter_mut()
                        .zip(rows)
                    {
                        words(values, &self.bytes[row.bytes()], row.equal);
                    }
                }
            }
            return true;
        }
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
                    for row in rows {
                        let bytes = &self.bytes[row.bytes()];
                        let lanes = &mut values[row.lanes()];
                        if row.equal {
                            lanes.fill(read(&bytes[shift..shift + WIDTH]));
                        } else if row.size == WIDTH
                            && let Ok(lanes) = <&mut [$as; LANES]>::try_from(&mut *lanes)
                        {
                            for (value, raw) in lanes.iter_mut().zip(bytes.chunks_exact(WIDTH)) {
                                *value = read(raw);
                            }
                        } else if row.size == WIDTH
                            && let Ok(lanes) = <&mut [$as; LANES / 2]>::try_from(&mut *lanes)
                        {
                            for (value, raw) in lanes.iter_mut().zip(bytes.chunks_exact(WIDTH)) {
                                *value = read(raw);
                            }
                        } else {
                            for (value, lane) in lanes.iter_mut().zip(bytes.chunks_exact(row.size))
                            {
                                *value = read(&lane[shift..shift + WIDTH]);
                            }
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

    /// Stores rows at once. `false` if there is anything to say about one: then nothing has changed, and a lane by lane store follows.
    #[inline(always)]
    pub fn store_rows(
        &mut self,
        regs: &Regs,
        access: &Access,
        rows: &[Row],
        by: &Accessor,
    ) -> bool {
        if self.read_only {
            return false;
        }
        // What lanes write to one place is compared elsewhere.
        if let [low, high] = rows
            && low.offset < high.offset + high.span
            && high.offset < low.offset + low.span
        {
            return false;
        }
        for row in rows {
            if !self.holds_row(row) || row.equal && row.mask.count_ones() != 1 {
                return false;
            }
            if let Some(shadow) = &self.shadow
                && !shadow.may_write_row(row, by)
            {
                return false;
            }
        }
        for row in rows {
            if let Some(shadow) = &mut self.shadow {
                shadow.write_row(row, by);
            }
            let bytes = &mut self.bytes[row.bytes()];
            let lanes = row.lanes();
            for (part, &slot) in access.slots[..usize::from(access.count)].iter().enumerate() {
                let shift = part * usize::from(access.bytes);
                macro_rules! scatter {
                    ($ty:ty, $from:ty) => {{
                        const WIDTH: usize = size_of::<$ty>();
                        let values = <$from>::get(regs, slot);
                        let lanes = values[lanes.clone()].iter();
                        for (value, lane) in lanes.zip(bytes.chunks_exact_mut(row.size)) {
                            lane[shift..shift + WIDTH]
                                .copy_from_slice(&(*value as $ty).to_le_bytes());
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
        }
        true
    }
}
