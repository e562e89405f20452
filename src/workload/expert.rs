//! The expert's kernel: what a person made of the same workload by hand, and the bar that a search is measured against.

use std::path::PathBuf;

use super::{LaunchSpec, Symbols, Workload};

/// A kernel tuned by hand: the same entries with the same arguments in the same order, launched in its own way.
#[derive(Debug, Clone)]
pub struct Expert {
    /// The module, an absolute path.
    pub ir: PathBuf,
    /// What the module was made from, an absolute path.
    pub source: Option<PathBuf>,
    /// Defaults of tunables that differ from the kernel's.
    pub tunables: Symbols,
    /// As the workload's, but for grids, blocks and shared memory.
    pub launches: Vec<LaunchSpec>,
    pub(super) fingerprint: String,
}

impl Workload {
    /// The same workload with the expert's kernel in place of its own; `None` where there is no expert.
    ///
    /// Buffers, cases, reference and tolerances are the same: what is right does not depend on who wrote the kernel. The
    /// [fingerprint](Workload::fingerprint) is that of the expert's module.
    pub fn by_expert(&self) -> Option<Workload> {
        let expert = self.expert.as_ref()?;
        let mut workload = Workload {
            ir: expert.ir.clone(),
            source: expert.source.clone(),
            launches: expert.launches.clone(),
            fingerprint: expert.fingerprint.clone(),
            expert: None,
            ..self.clone()
        };
        for (name, default) in &expert.tunables {
            if let Some(tunable) = workload.tunables.get_mut(name) {
                tunable.default = *default;
            }
        }
        Some(workload)
    }
}
