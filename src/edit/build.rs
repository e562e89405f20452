//! A genome applied: from the source to PTX.

use super::family::Outcome;
use super::{Genome, Promises, Skip};
use crate::ir::{Arch, Error, Source, Variant};
use crate::workload::{Condition, Setup};

/// A compiled variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Without comments; equal code is equal text.
    pub ptx: String,
    /// The edited module before `-O3`, where asked for.
    pub ir: Option<String>,
    /// The module after `-O3`, where asked for.
    pub optimised_ir: Option<String>,
    /// Edits that had nothing to act on: their index in the genome, and why.
    pub skipped: Vec<(usize, Skip)>,
    /// What the genome sets about its launches; a tunable that is not here has the workload's default.
    pub setup: Setup,
    /// What the variant relies on: promises of the workload.
    pub contract: Vec<Condition>,
    /// What LLVM warned of, e.g. that a loop could not be unrolled as asked.
    pub warnings: Vec<String>,
}

/// Which texts of the module to print on the way; printing costs time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Texts {
    /// Only the PTX.
    #[default]
    PtxOnly,
    /// The module before and after `-O3`, too.
    All,
}

/// Why a genome has no PTX.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The edited module breaks a rule of LLVM-IR that edits cannot see.
    #[error("the edited kernel is not valid: {0}")]
    Verify(String),
    /// LLVM could not optimise it or write PTX for the target.
    #[error(transparent)]
    Codegen(#[from] Error),
}

/// Applies `genome` to `source` and compiles the result for `arch`.
///
/// May crash or hang with LLVM on a module that LLVM cannot stand; call it where that does no harm.
pub fn build(
    source: &Source,
    genome: &Genome,
    promises: &Promises,
    arch: &Arch,
) -> Result<Built, BuildError> {
    build_with(source, genome, promises, arch, Texts::PtxOnly)
}

/// [`build`], with the texts of the module on the way.
pub fn build_with(
    source: &Source,
    genome: &Genome,
    promises: &Promises,
    arch: &Arch,
    texts: Texts,
) -> Result<Built, BuildError> {
    source.edit(|variant| {
        let Applied { skipped, outcome } = apply(variant, genome, promises);
        variant.verify().map_err(BuildError::Verify)?;
        let wanted = texts == Texts::All;
        let ir = wanted.then(|| variant.print_ir());
        variant.optimise(arch, &outcome.pipeline)?;
        let optimised_ir = wanted.then(|| variant.print_ir());
        let ptx = variant.emit_ptx(arch)?;
        let Outcome {
            setup, contract, ..
        } = outcome;
        Ok(Built {
            ptx,
            ir,
            optimised_ir,
            skipped,
            setup,
            contract,
            warnings: variant.warnings(),
        })
    })?
}

/// What became of a genome's edits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Edits that had nothing to act on: their index in the genome, and why.
    pub skipped: Vec<(usize, Skip)>,
    /// What the edits that were applied say beside the IR.
    pub outcome: Outcome,
}

/// Applies the edits in order. The module need not verify afterwards.
pub fn apply(variant: &mut Variant<'_>, genome: &Genome, promises: &Promises) -> Applied {
    let mut applied = Applied::default();
    for (index, edit) in genome.iter().enumerate() {
        if let Err(skip) = edit.apply(variant, promises, &mut applied.outcome) {
            applied.skipped.push((index, skip));
        }
    }
    applied
}
