//! What a kernel tells the machine compiler about its launches.

use super::super::error::Skip;
use super::Variant;

/// What may be bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// Registers of a thread, at most.
    Registers,
    /// Blocks that share a multiprocessor, at least.
    Blocks,
    /// Threads of a block, at most.
    Threads,
}

impl Bound {
    /// LLVM's attribute (NVPTX usage, "Kernel Metadata").
    fn attribute(self) -> &'static str {
        match self {
            Bound::Registers => "nvvm.maxnreg",
            Bound::Blocks => "nvvm.minctasm",
            Bound::Threads => "nvvm.maxntid",
        }
    }

    /// The least and the largest number that the assembler takes: registers from 16 (below, `ptxas` raises it) to 255.
    fn limits(self) -> (u32, u32) {
        match self {
            Bound::Registers => (16, 255),
            Bound::Blocks => (1, 32),
            Bound::Threads => (1, 1024),
        }
    }

    /// Whether the bound may be this number.
    pub fn admits(self, number: u32) -> bool {
        let (least, most) = self.limits();
        (least..=most).contains(&number)
    }

    /// What it may be, in words.
    pub fn range(self) -> String {
        let (least, most) = self.limits();
        format!("{least} to {most}")
    }
}

impl Variant<'_> {
    /// Bounds something of the kernel `entry`, in place of the bound that it has.
    pub fn bound(&mut self, entry: &str, what: Bound, number: u32) -> Result<(), Skip> {
        let function = self.kernel(entry)?;
        let text = number.to_string();
        if !what.admits(number) || function.text_attribute(what.attribute()) == Some(text.clone()) {
            return Err(Skip::NoEffect);
        }
        function.add_text_attribute(what.attribute(), &text);
        Ok(())
    }
}
