//! Which of LLVM's passes turn the edited module into what is compiled.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The optimiser's work: `default<O3>`, and what a genome asks for before and after it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Pipeline {
    /// Passes in LLVM's notation (`function(loop(loop-interchange))`) that run first, in order, each on all of the module.
    pub before: Vec<String>,
    /// Passes that run last, in order.
    pub after: Vec<String>,
}

impl Pipeline {
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
        f.write_str("default<O3>")?;
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
