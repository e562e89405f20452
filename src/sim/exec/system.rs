//! The functions that the device brings: `vprintf` and `__assertfail`.

use super::call::{give, take};
use super::*;
use crate::sim::format::{self, Values};
use crate::sim::lower::{System, SystemCall};
use crate::sim::space::Place;

/// The longest string that is printed, bytes.
const MAX_STRING: usize = 4096;
/// What a launch can print, bytes: the size of the buffer that devices have by default (CUDA programming guide, "Formatted Output").
const MAX_OUTPUT: usize = 1 << 20;

impl World<'_> {
    pub(super) fn system(
        &mut self,
        warp: &mut Warp,
        exec: u32,
        call: &SystemCall,
    ) -> Result<(), Bad> {
        let pointers = match self.code.stack_pointer {
            NONE => [0; LANES],
            slot => u64::get(&warp.regs, slot),
        };
        for lane in lanes_in(exec) {
            let frame = lane * stride(self.code.local_bytes) + pointers[lane] as usize;
            let arg = |at: usize| {
                let parcel = take(&warp.regs, &warp.local, frame, lane, &call.args[at]);
                let bytes = parcel.iter().rev();
                bytes.fold(0u64, |value, &(byte, _)| value << 8 | u64::from(byte))
            };
            let reader = Reader {
                world: self,
                warp,
                lane,
            };
            let text = match call.which {
                System::Print => format::printf(&reader, arg(0), arg(1)),
                System::Assert => Err(format!(
                    "assertion `{}` failed in {} at {}:{}",
                    reader.words(arg(0)),
                    reader.words(arg(3)),
                    reader.words(arg(1)),
                    arg(2) as u32
                )),
            };
            let (text, count) = text.map_err(|what| {
                let kind = match call.which {
                    System::Print => FaultKind::OutOfBounds,
                    System::Assert => FaultKind::Trap,
                };
                Bad::new(kind, lane as u32, what)
            })?;
            if self.output.len() + text.len() <= MAX_OUTPUT {
                self.output.push_str(&text);
            }
            let parcel = count.to_le_bytes().map(|byte| (byte, true));
            for place in &call.returns {
                give(
                    &mut warp.regs,
                    &mut warp.local,
                    (frame, lane),
                    place,
                    &parcel,
                );
            }
        }
        Ok(())
    }
}

/// Memory as one lane sees it.
struct Reader<'a, 'w> {
    world: &'a World<'w>,
    warp: &'a Warp,
    lane: usize,
}

impl Reader<'_, '_> {
    /// A string, or what stands for one that cannot be read.
    fn words(&self, address: u64) -> String {
        self.string(address).unwrap_or_else(|_| "?".into())
    }
}

impl Values for Reader<'_, '_> {
    fn bytes(&self, address: u64, len: usize) -> Result<&[u8], String> {
        let place = space::place(space::slot_of(address));
        let nothing = || format!("read of {len} bytes at address {address:#x}, where nothing is");
        let region = self.world.memory.get(place, &self.warp.local);
        let region = region.ok_or_else(nothing)?;
        let offset = usize::try_from(space::offset_in(place, address)).map_err(|_| nothing())?;
        let end = offset.saturating_add(len);
        let share = match place {
            Place::Local if end > self.world.code.local_bytes => return Err(nothing()),
            Place::Local => self.lane * stride(self.world.code.local_bytes),
            _ => 0,
        };
        let (start, stop) = (share + offset, share.saturating_add(end));
        region.bytes.get(start..stop).ok_or_else(nothing)
    }

    fn string(&self, address: u64) -> Result<String, String> {
        let mut text = Vec::new();
        while text.len() < MAX_STRING {
            match self.bytes(address.wrapping_add(text.len() as u64), 1)? {
                [0] => break,
                more => text.extend_from_slice(more),
            }
        }
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}
