//! What is known of a launch, told to the compiler: arguments that are constants or bounded, the sizes of blocks and grids.

use super::super::error::Skip;
use super::super::raw::{Func, Inst, Val};
use super::Variant;

/// What the special registers of a thread are called in LLVM, up to their axis.
const REGISTER: &str = "llvm.nvvm.read.ptx.sreg.";

const AXES: [&str; 3] = ["x", "y", "z"];

impl<'c> Variant<'c> {
    /// Puts a number in the place of parameter `index` of the kernel `entry`, an integer that holds it.
    pub fn fix_argument(&mut self, entry: &str, index: u32, value: u64) -> Result<(), Skip> {
        let function = self.kernel(entry)?;
        let param = integer_param(entry, function, index, value)?;
        if !param.is_used() {
            return Err(Skip::NoEffect);
        }
        param.replace_uses(param.ty().number(value));
        Ok(())
    }

    /// Tells the compiler that parameter `index` of the kernel `entry`, an integer, is from `least` to `most`, as far as
    /// its type goes; with a sign, where `signed`.
    pub fn bound_argument(
        &mut self,
        entry: &str,
        index: u32,
        (least, most): (u64, u64),
        signed: bool,
    ) -> Result<(), Skip> {
        let function = self.kernel(entry)?;
        let param = integer_param(entry, function, index, least)?;
        let bits = param.ty().int_bits().unwrap_or(64).min(64) - u32::from(signed);
        let largest = u64::MAX.checked_shr(64 - bits).unwrap_or(0);
        let (known_least, known_most) = self
            .bounded
            .get(&(entry.to_owned(), index))
            .copied()
            .unwrap_or((0, u64::MAX));
        let new = (least.max(known_least), most.min(known_most).min(largest));
        if new == (known_least, known_most) {
            return Err(Skip::NoEffect);
        }
        self.bounded.insert((entry.to_owned(), index), new);
        function.bound_param(index, new.0, new.1);
        Ok(())
    }

    /// Compiles the kernel `entry` for blocks of this size and no other.
    pub fn fix_block(&mut self, entry: &str, block: [u32; 3]) -> Result<(), Skip> {
        let function = self.kernel(entry)?;
        let [x, y, z] = block;
        let text = format!("{x},{y},{z}");
        if function.text_attribute("nvvm.reqntid").as_ref() == Some(&text) {
            return Err(Skip::NoEffect);
        }
        function.add_text_attribute("nvvm.reqntid", &text);
        for (axis, threads) in AXES.into_iter().zip(block) {
            for read in reads(function, "ntid", axis) {
                read.replace_uses(read.ty().number(threads.into()));
            }
            for read in reads(function, "tid", axis) {
                read.bound_result(0, u64::from(threads) - 1);
            }
        }
        Ok(())
    }

    /// Tells the compiler how many blocks a grid of the kernel `entry` has at most. Answers in which dimensions that is news.
    pub fn bound_grid(&mut self, entry: &str, most: [u32; 3]) -> Result<[bool; 3], Skip> {
        let function = self.kernel(entry)?;
        let mut told = [false; 3];
        for (axis, most) in (0..).zip(most.map(u64::from)) {
            for read in reads(function, "ctaid", AXES[axis]) {
                read.bound_result(0, most - 1);
                told[axis] = true;
            }
            for read in reads(function, "nctaid", AXES[axis]) {
                read.bound_result(1, most);
                told[axis] = true;
            }
        }
        match told {
            [false, false, false] => Err(Skip::NoEffect),
            told => Ok(told),
        }
    }
}

/// Places in a function that read a special register.
fn reads<'c>(function: Func<'c>, register: &str, axis: &str) -> Vec<Inst<'c>> {
    let name = format!("{REGISTER}{register}.{axis}");
    let is = |instruction: &Inst<'c>| {
        let callee = instruction.callee().and_then(Val::as_declared_name);
        callee.is_some_and(|callee| callee == name) && instruction.ty().int_bits() == Some(32)
    };
    let blocks = function.blocks().into_iter();
    let all = blocks.flat_map(|block| block.instructions());
    all.filter(is).collect()
}

/// Parameter `index` of the kernel `entry`, if it is an integer that holds the number.
fn integer_param<'c>(
    entry: &str,
    function: Func<'c>,
    index: u32,
    number: u64,
) -> Result<Val<'c>, Skip> {
    let holds = |param: &Val<'c>| {
        let bits = param.ty().int_bits();
        bits.is_some_and(|bits| bits == 64 || (bits < 64 && number >> bits == 0))
    };
    function.param(index).filter(holds).ok_or_else(|| {
        Skip::Unpromised(format!(
            "argument {index} of `{entry}` is no integer that can be {number}"
        ))
    })
}
