//! A genome applied: from the source to PTX.

use std::collections::BTreeMap;

use super::family::Outcome;
use super::known::{Code, Known};
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
    /// The same for each edit by itself, in the order of the genome.
    pub relied: Vec<Vec<Condition>>,
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
    /// Only the PTX, which says of each instruction where it came from: [`Variant::number_lines`].
    Numbered,
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
    let mut nothing = Known::default();
    build_once(source, genome, promises, arch, texts, &mut nothing)
}

/// [`build_with`], except that a module is not compiled again whose edited IR and pipeline are `known`. All builds with the same `known`
/// are for the same `arch`.
pub fn build_once(
    source: &Source,
    genome: &Genome,
    promises: &Promises,
    arch: &Arch,
    texts: Texts,
    known: &mut Known,
) -> Result<Built, BuildError> {
    source.edit(|variant| {
        if texts == Texts::Numbered {
            variant.number_lines();
        }
        let Applied {
            skipped,
            outcome,
            relied,
        } = apply(variant, genome, promises);
        variant.verify().map_err(BuildError::Verify)?;
        let wanted = texts == Texts::All;
        let ir = variant.print_ir();
        let name = Known::name(&ir, &outcome.pipeline);
        let (code, optimised_ir) = match known.get(&name).filter(|_| !wanted) {
            Some(code) => (code.clone(), None),
            None => {
                variant.optimise(arch, &outcome.pipeline)?;
                let optimised_ir = wanted.then(|| variant.print_ir());
                let code = Code {
                    ptx: variant.emit_ptx(arch)?,
                    warnings: variant.warnings(),
                };
                known.keep(name, code.clone());
                (code, optimised_ir)
            }
        };
        let Outcome {
            setup, contract, ..
        } = outcome;
        Ok(Built {
            ptx: code.ptx,
            ir: wanted.then_some(ir),
            optimised_ir,
            skipped,
            setup,
            contract,
            relied,
            warnings: code.warnings,
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
    /// What each edit relies on, in the order of the genome; nothing for one that was skipped.
    pub relied: Vec<Vec<Condition>>,
}

/// Applies the edits in order, then lets each that was applied finish. The module need not verify afterwards.
pub fn apply(variant: &mut Variant<'_>, genome: &Genome, promises: &Promises) -> Applied {
    let mut outcome = Outcome::default();
    let mut skipped = BTreeMap::new();
    let mut relied = Vec::new();
    for (index, edit) in genome.iter().enumerate() {
        let (result, conditions) = relying(&mut outcome, |outcome| {
            edit.apply(variant, promises, outcome)
        });
        relied.push(conditions);
        if let Err(skip) = result {
            skipped.insert(index, skip);
        }
    }
    for (index, edit) in genome.iter().enumerate() {
        if skipped.contains_key(&index) {
            continue;
        }
        let (result, conditions) = relying(&mut outcome, |outcome| {
            edit.finish(variant, promises, outcome)
        });
        relied[index].extend(conditions);
        if let Err(skip) = result {
            skipped.insert(index, skip);
        }
    }
    Applied {
        skipped: skipped.into_iter().collect(),
        outcome,
        relied,
    }
}

/// Has an edit act, and answers what it relies on: set aside, so that it is seen to rely on what an earlier edit relied on
/// already.
fn relying<T>(outcome: &mut Outcome, act: impl FnOnce(&mut Outcome) -> T) -> (T, Vec<Condition>) {
    let contract = std::mem::take(&mut outcome.contract);
    let result = act(outcome);
    let relied = std::mem::replace(&mut outcome.contract, contract);
    for condition in &relied {
        outcome.relies_on(condition.clone());
    }
    (result, relied)
}
