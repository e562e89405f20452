//! Machine code as the disassembler prints it, counted by the PTX line that it was made of.
//!
//! Only what the clock needs is read: opcodes, stall counts, source lines, and which routine an instruction belongs to.

use std::collections::BTreeMap;

use crate::sim::Mix;

/// Machine instructions of one PTX line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// By unit.
    pub mix: Mix,
    /// Cycles that the assembler tells the scheduler to wait after them, together.
    pub stalls: u32,
    /// Loads and stores of spilled registers.
    pub spills: u32,
}

impl Made {
    fn add(&mut self, other: &Made) {
        let mix = &mut self.mix;
        mix.fp32 += other.mix.fp32;
        mix.int += other.mix.int;
        mix.fp64 += other.mix.fp64;
        mix.mufu += other.mix.mufu;
        mix.convert += other.mix.convert;
        mix.shuffle += other.mix.shuffle;
        mix.other += other.mix.other;
        self.stalls += other.stalls;
        self.spills += other.spills;
    }
}

/// The machine code of each kernel, by PTX line.
pub type Listing = BTreeMap<String, BTreeMap<u32, Made>>;

/// Where instructions go while reading.
#[derive(Default)]
struct Reader {
    listing: Listing,
    kernel: String,
    line: u32,
    /// Routines that kernels call, with what one call executes.
    routines: BTreeMap<String, Made>,
    routine: Option<String>,
    /// Calls: kernel, line, routine.
    calls: Vec<(String, u32, String)>,
}

/// Reads what `nvdisasm -g -c -hex` prints.
pub fn read(text: &str) -> Listing {
    let mut reader = Reader::default();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if let Some(section) = trimmed.strip_prefix(".section\t.text.") {
            let name = section.split(',').next().unwrap_or_default();
            name.clone_into(&mut reader.kernel);
            (reader.line, reader.routine) = (0, None);
        } else if let Some(place) = trimmed.strip_prefix("//## File ") {
            let number = place.split("line ").nth(1);
            let digits = number.and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next());
            reader.line = digits.and_then(|digits| digits.parse().ok()).unwrap_or(0);
        } else if let Some(label) = trimmed.strip_suffix(':') {
            // Routines of the assembler's own stand behind the kernel that calls them.
            if label.starts_with("$__internal") {
                reader.routine = Some(label.to_owned());
            }
        } else if trimmed.starts_with("/*") && trimmed.contains(';') {
            let high = lines.peek().and_then(|next| encoding(next)).unwrap_or(0);
            reader.instruction(trimmed, high);
        }
    }
    reader.finish()
}

/// The number in the comment that ends a line.
fn encoding(line: &str) -> Option<u64> {
    let number = line.rsplit("/* 0x").next()?.split(' ').next()?;
    u64::from_str_radix(number, 16).ok()
}

impl Reader {
    fn instruction(&mut self, line: &str, high: u64) {
        let Some(code) = line
            .split("*/")
            .nth(1)
            .and_then(|rest| rest.split(';').next())
        else {
            return;
        };
        let mut words = code
            .split_whitespace()
            .skip_while(|word| word.starts_with('@'));
        let Some(opcode) = words.next() else {
            return;
        };
        let base = opcode.split('.').next().unwrap_or(opcode);
        // Padding behind the end, and the jump to itself before it.
        if base == "NOP" {
            return;
        }
        // Control information lies above the instruction's own bits; the stall count is its lowest four.
        let made = Made {
            mix: mix(base),
            stalls: (high >> 41 & 15) as u32,
            spills: u32::from(matches!(base, "STL" | "LDL")),
        };
        if base == "CALL"
            && let Some(routine) = code.split('`').nth(1).or_else(|| words.last())
        {
            let routine = routine.trim_matches(|c: char| "()".contains(c)).to_owned();
            self.calls.push((self.kernel.clone(), self.line, routine));
        }
        match &self.routine {
            Some(routine) => self.routines.entry(routine.clone()).or_default().add(&made),
            None => {
                let kernel = self.listing.entry(self.kernel.clone()).or_default();
                kernel.entry(self.line).or_default().add(&made);
            }
        }
    }

    fn finish(mut self) -> Listing {
        for (kernel, line, routine) in self.calls {
            // A slow path is for operands that hardly occur.
            let usual = |(name, _): &(&String, &Made)| {
                !name.contains("slowpath") && routine.contains(name.trim_start_matches('$'))
            };
            let Some((_, made)) = self.routines.iter().find(usual) else {
                continue;
            };
            if let Some(known) = self
                .listing
                .get_mut(&kernel)
                .and_then(|lines| lines.get_mut(&line))
            {
                known.add(made);
            }
        }
        self.listing
    }
}

/// The unit of a machine instruction (sm_70 and later; after NVIDIA's list of instructions in the CUDA binary utilities' manual).
fn mix(opcode: &str) -> Mix {
    let none = Mix::default();
    match opcode {
        "FADD" | "FMUL" | "FFMA" | "FADD32I" | "FMUL32I" | "FFMA32I" | "HADD2" | "HMUL2"
        | "HFMA2" | "HADD2_32I" | "HMUL2_32I" | "HFMA2_32I" | "FSWZADD" => Mix { fp32: 1, ..none },
        "DADD" | "DMUL" | "DFMA" | "DSETP" | "DMNMX" => Mix { fp64: 1, ..none },
        "MUFU" => Mix { mufu: 1, ..none },
        "F2F" | "F2I" | "I2F" | "FRND" | "POPC" | "FLO" | "BREV" => Mix { convert: 1, ..none },
        "SHFL" => Mix { shuffle: 1, ..none },
        "MOV" | "MOV32I" | "CS2R" | "S2R" | "S2UR" | "R2UR" | "BRA" | "BRX" | "BRXU" | "EXIT"
        | "RET" | "CALL" | "BAR" | "BSSY" | "BSYNC" | "BREAK" | "WARPSYNC" | "YIELD"
        | "NANOSLEEP" | "LD" | "LDG" | "LDS" | "LDL" | "LDC" | "LDSM" | "LDGSTS" | "LDGDEPBAR"
        | "DEPBAR" | "ST" | "STG" | "STS" | "STL" | "ATOM" | "ATOMG" | "ATOMS" | "RED" | "REDG"
        | "MEMBAR" | "ERRBAR" | "CCTL" | "BPT" | "KILL" | "MATCH" | "VOTE" | "REDUX" => {
            Mix { other: 1, ..none }
        }
        // The uniform datapath works for the warp as a whole, beside the lanes' units.
        uniform if uniform.starts_with('U') => Mix { other: 1, ..none },
        _ => Mix { int: 1, ..none },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_instructions_are_counted_by_line_and_unit() {
        let text = "\t.section\t.text.k,\"ax\",@progbits\n.text.k:\n\
            \t//## File \"k.ptx\", line 7\n\
            /*0000*/  FFMA R1, R2, R3, R4 ;  /* 0x0000000000000000 */\n\
            \t\t/* 0x000fe20000000800 */\n\
            /*0010*/  @P0 IADD3 R1, R2, R3, R4 ;  /* 0x0000000000000000 */\n\
            \t\t/* 0x000fda0000000800 */\n\
            \t//## File \"k.ptx\", line 9 inlined at \"k.ptx\", line 3\n\
            /*0020*/  STL [R1], R2 ;  /* 0x0000000000000000 */\n\
            \t\t/* 0x000fe20000000800 */\n\
            /*0030*/  NOP;  /* 0x0000000000000000 */\n\
            \t\t/* 0x000fe20000000800 */\n";
        let listing = read(text);
        let seven = listing["k"][&7];
        assert_eq!((seven.mix.fp32, seven.mix.int), (1, 1));
        // Stalls of 1 and of 13.
        assert_eq!(seven.stalls, 14);
        let nine = listing["k"][&9];
        assert_eq!((nine.mix.other, nine.spills), (1, 1));
    }

    #[test]
    fn a_routine_is_counted_where_it_is_called_unless_it_is_a_slow_path() {
        let text = "\t.section\t.text.k,\"ax\",@progbits\n\
            \t//## File \"k.ptx\", line 4\n\
            /*0000*/  CALL.REL.NOINC `($__internal_0_$__cuda_sm20_div_u64) ;  /* 0x0 */\n\
            \t\t/* 0x000fe20000000800 */\n\
            \t//## File \"k.ptx\", line 5\n\
            /*0010*/  CALL.REL.NOINC `($__internal_1_$__cuda_div_slowpath) ;  /* 0x0 */\n\
            \t\t/* 0x000fe20000000800 */\n\
            $__internal_0_$__cuda_sm20_div_u64:\n\
            /*0020*/  IMAD R1, R2, R3, R4 ;  /* 0x0 */\n\
            \t\t/* 0x000fe20000000800 */\n\
            $__internal_1_$__cuda_div_slowpath:\n\
            /*0030*/  IMAD R1, R2, R3, R4 ;  /* 0x0 */\n\
            \t\t/* 0x000fe20000000800 */\n";
        let listing = read(text);
        assert_eq!(listing["k"][&4].mix.int, 1);
        assert_eq!(listing["k"][&5].mix.int, 0);
    }
}
