//! Values that nothing wrote: which bits of a warp's registers are undefined, and where that matters.
//!
//! As in memcheck, an undefined value may be copied, stored and loaded; it is reported when it decides something: an address, a branch, a
//! predicate of an effect, an output. Bits are followed one by one through moves, shifts and logic, so that a structure may be copied with its
//! padding. A kernel that reads nothing undefined pays one test an instruction: nothing is followed before the first undefined bit is read.

use crate::sim::alu::{Alu, AluFn, Flow, Register};
use crate::sim::lower::Code;
use crate::sim::regs::{File, LANES, Regs, Slot, lanes_in};

/// The undefined bits of a warp's registers, in a register file of the same layout.
#[derive(Debug, Clone, Default)]
pub struct Undefined {
    any: bool,
    bits: Regs,
}

impl Undefined {
    /// Forgets everything and marks the registers that the kernel reads before it writes them.
    pub fn start(&mut self, code: &Code, regs: &Regs, on: bool) {
        self.any = false;
        if !on || code.unset.is_empty() {
            return;
        }
        self.begin(regs);
        for &(file, slot) in &code.unset {
            self.put(file, slot, [u64::MAX; LANES], u32::MAX);
        }
    }

    /// Whether any register may have undefined bits.
    #[inline(always)]
    pub fn any(&self) -> bool {
        self.any
    }

    /// From here on bits are followed.
    pub fn begin(&mut self, regs: &Regs) {
        if self.any {
            return;
        }
        self.any = true;
        let bits = &mut self.bits;
        bits.r32.clear();
        bits.r32.resize(regs.r32.len(), [0; LANES]);
        bits.r64.clear();
        bits.r64.resize(regs.r64.len(), [0; LANES]);
        bits.pred.clear();
        bits.pred.resize(regs.pred.len(), 0);
    }

    /// The undefined bits of each lane; a predicate has one.
    pub fn get(&self, file: File, slot: Slot) -> [u64; LANES] {
        let slot = usize::from(slot);
        if !self.any {
            return [0; LANES];
        }
        match file {
            File::R32 => self.bits.r32[slot].map(u64::from),
            File::R64 => self.bits.r64[slot],
            File::Pred => std::array::from_fn(|lane| u64::from(self.bits.pred[slot] >> lane & 1)),
        }
    }

    /// The lanes that have undefined bits.
    #[inline]
    pub fn lanes(&self, file: File, slot: Slot) -> u32 {
        if !self.any {
            return 0;
        }
        if file == File::Pred {
            return self.bits.pred[usize::from(slot)];
        }
        lanes_of(&self.get(file, slot))
    }

    /// Sets the undefined bits of the lanes in `mask`.
    pub fn put(&mut self, file: File, slot: Slot, bits: [u64; LANES], mask: u32) {
        if !self.any {
            return;
        }
        let slot = usize::from(slot);
        for lane in lanes_in(mask) {
            match file {
                File::R32 => self.bits.r32[slot][lane] = bits[lane] as u32,
                File::R64 => self.bits.r64[slot][lane] = bits[lane],
                File::Pred => {
                    let old = &mut self.bits.pred[slot];
                    *old = *old & !(1 << lane) | u32::from(bits[lane] != 0) << lane;
                }
            }
        }
    }

    /// Marks the lanes in `mask` as defined.
    pub fn clear(&mut self, file: File, slot: Slot, mask: u32) {
        self.put(file, slot, [0; LANES], mask);
    }

    /// Follows an arithmetic instruction of the lanes in `mask`, before it is executed on `regs`. In the lanes in `undecided` it is undefined
    /// whether the instruction executes.
    pub fn follow(&mut self, regs: &mut Regs, alu: &Alu, run: AluFn, mask: u32, undecided: u32) {
        let of = alu.operands();
        let undecided = undecided
            | of.control
                .iter()
                .fold(0, |lanes, &(file, slot)| lanes | self.lanes(file, slot));
        let aliased = |place: &Register| of.dsts.contains(place) || of.data.contains(place);
        match of.flow {
            Flow::Moves if !of.control.iter().any(aliased) => {
                // The instruction moves the undefined bits as it will move the values.
                let mut places: Vec<Register> = of.data.iter().chain(&of.dsts).copied().collect();
                places.sort_unstable();
                places.dedup();
                self.swap(regs, &places);
                run(regs, alu, mask);
                self.swap(regs, &places);
            }
            flow => {
                let bits = self.combined(regs, flow, &of.data);
                for &(file, slot) in &of.dsts {
                    self.put(file, slot, bits, mask);
                }
            }
        }
        for &(file, slot) in &of.dsts {
            self.put(file, slot, [u64::MAX; LANES], mask & undecided);
        }
    }

    fn swap(&mut self, regs: &mut Regs, places: &[Register]) {
        for &(file, slot) in places {
            let slot = usize::from(slot);
            match file {
                File::R32 => std::mem::swap(&mut regs.r32[slot], &mut self.bits.r32[slot]),
                File::R64 => std::mem::swap(&mut regs.r64[slot], &mut self.bits.r64[slot]),
                File::Pred => std::mem::swap(&mut regs.pred[slot], &mut self.bits.pred[slot]),
            }
        }
    }

    fn combined(&self, regs: &Regs, flow: Flow, data: &[Register]) -> [u64; LANES] {
        let all: Vec<[u64; LANES]> = data
            .iter()
            .map(|&(file, slot)| self.get(file, slot))
            .collect();
        std::array::from_fn(|lane| {
            let union = all.iter().fold(0, |bits, of| bits | of[lane]);
            match (flow, data) {
                (Flow::Bitwise | Flow::Moves, _) => union,
                (Flow::And | Flow::Or, &[a, b]) => {
                    // A defined bit that decides the result alone makes it defined.
                    let decides = |(file, slot), undefined: u64| {
                        let value = value(regs, file, slot, lane);
                        !undefined & if flow == Flow::And { !value } else { value }
                    };
                    union & !decides(a, all[0][lane]) & !decides(b, all[1][lane])
                }
                _ if union != 0 => u64::MAX,
                _ => 0,
            }
        })
    }
}

/// The lanes with any bit.
pub fn lanes_of(bits: &[u64; LANES]) -> u32 {
    (0..LANES).fold(0, |lanes, lane| lanes | u32::from(bits[lane] != 0) << lane)
}

fn value(regs: &Regs, file: File, slot: Slot, lane: usize) -> u64 {
    let slot = usize::from(slot);
    match file {
        File::R32 => u64::from(regs.r32[slot][lane]),
        File::R64 => regs.r64[slot][lane],
        File::Pred => u64::from(regs.pred[slot] >> lane & 1),
    }
}
