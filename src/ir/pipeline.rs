//! Which of LLVM's passes turn the edited module into what is compiled.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The optimiser's work: `default<O3>` or another level, and what a genome asks for before and after it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pipeline {
    /// A kernel, and passes over it alone that run before all others and take it for code of a machine of which nothing is
    /// known: LLVM leaves some undone where it knows that branches diverge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plain: Vec<(String, String)>,
    /// Which of LLVM's own pipelines stands in the middle.
    pub level: Level,
    /// Passes in LLVM's notation (`function(loop(loop-interchange))`) that run first, in order, each on all of the module.
    pub before: Vec<String>,
    /// Passes that run last, in order.
    pub after: Vec<String>,
    /// Parts of the level that are left out.
    pub without: BTreeSet<Part>,
    /// The cost up to which a call is inlined, in LLVM's units (275 at O3); `None` is what the level has.
    pub inline: Option<u32>,
}

/// LLVM's own pipelines, by the names that `default<...>` takes.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Level {
    /// Little more than what is redundant goes: no unrolling of what is not asked for, no jump threading.
    O1,
    /// All that does not cost much code.
    O2,
    /// What every variant gets unless its genome says otherwise.
    #[default]
    O3,
    /// Code size first, speed second.
    Os,
    /// Code size alone.
    Oz,
}

/// A part of a level that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// Unrolling that no metadata asks for.
    Unroll,
    /// Neighbouring scalars to vectors.
    Slp,
}

impl Level {
    /// Every level, the least first.
    pub const ALL: [Level; 5] = [Level::O1, Level::O2, Level::O3, Level::Os, Level::Oz];

    /// As LLVM writes it.
    pub fn text(self) -> &'static str {
        match self {
            Level::O1 => "O1",
            Level::O2 => "O2",
            Level::O3 => "O3",
            Level::Os => "Os",
            Level::Oz => "Oz",
        }
    }
}

impl Pipeline {
    /// Asks for passes over one kernel that does not know that it is for a GPU, once.
    pub fn plainly(&mut self, kernel: &str, passes: &str) {
        let wanted = (kernel.to_owned(), passes.to_owned());
        if !self.plain.contains(&wanted) {
            self.plain.push(wanted);
        }
    }

    /// Asks for a pass before the pipeline, once.
    pub fn first(&mut self, pass: &str) {
        if !self.before.iter().any(|known| known == pass) {
            self.before.push(pass.to_owned());
        }
    }

    /// Asks for a pass after the pipeline, once.
    pub fn last(&mut self, pass: &str) {
        if !self.after.iter().any(|known| known == pass) {
            self.after.push(pass.to_owned());
        }
    }
}

/// As `opt -passes=` takes it.
impl fmt::Display for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.before
            .iter()
            .try_for_each(|pass| write!(f, "{pass},"))?;
        write!(f, "default<{}>", self.level.text())?;
        self.after.iter().try_for_each(|pass| write!(f, ",{pass}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_stand_around_the_whole_pipeline_once_each() {
        let mut pipeline = Pipeline::default();
        assert_eq!(pipeline.to_string(), "default<O3>");
        for _ in 0..2 {
            pipeline.first("function(sroa)");
            pipeline.last("function(sink)");
        }
        assert_eq!(
            pipeline.to_string(),
            "function(sroa),default<O3>,function(sink)"
        );
    }
}
