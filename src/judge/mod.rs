//! One variant's way to its verdict: compile, name its key, execute every case of a scope, compare, score.
//!
//! The gates stand in the order of their cost, and the first that a variant fails decides: the edits apply and verify, the compiler
//! translates them, the launches fit the target, the execution is clean, every output is within the tolerance. Only what passes them all
//! gets a score. The verdict depends on the variant, the workload and the target alone.

mod assume;
pub mod device;
mod gates;
mod own;
mod signature;
mod spec;
mod verdict;

use std::cell::RefCell;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::edit::{self, BuildError, Genome, Known, Promises, Texts};
use crate::ir::{self, Arch, Source};
use crate::target::{self, Description};
use crate::workload::{self, Condition, Setup, Workload};
pub use assume::Assume;
use gates::Bench;
use own::Own;
pub use spec::{BASELINE_STEPS, Backend, Implementation, JudgeSpec, Measuring, Scope, StepBudget};
pub use verdict::{CaseResult, Measured, Outcome, Reason, Score, SkippedEdit, Verdict};

/// Why a judge cannot be opened. Every message is for the user.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The manifest is wrong.
    #[error(transparent)]
    Workload(#[from] workload::Error),
    /// The IR is wrong.
    #[error(transparent)]
    Ir(#[from] ir::Error),
    /// The target is wrong.
    #[error(transparent)]
    Target(#[from] target::DescriptionError),
    /// The manifest and the IR do not fit together.
    #[error("{manifest}: {message}")]
    Mismatch {
        /// The manifest's path.
        manifest: PathBuf,
        /// What does not fit, and what would.
        message: String,
    },
    /// The expert was asked for.
    #[error("{0} has no [expert]")]
    NoExpert(PathBuf),
    /// The files changed since the run began.
    #[error("{0} or its IR changed while the run was going on; start a new run")]
    Changed(PathBuf),
}

/// A workload with its kernel, loaded and checked against each other.
pub struct Subject {
    /// The manifest.
    pub workload: Workload,
    /// The kernel.
    pub source: Source,
    /// What edits may rely on.
    pub promises: Promises,
    /// The device.
    pub target: Description,
}

impl Subject {
    /// Loads what `spec` names.
    ///
    /// # Errors
    /// As [`Error`]'s variants say.
    pub fn load(spec: &JudgeSpec) -> Result<Subject, Error> {
        let mut workload = Workload::load(&spec.workload)?;
        if spec.implementation == Implementation::Expert {
            let expert = workload.by_expert();
            workload = expert.ok_or(Error::NoExpert(workload.origin.manifest))?;
        }
        if spec
            .fingerprint
            .as_ref()
            .is_some_and(|f| *f != workload.fingerprint())
        {
            return Err(Error::Changed(workload.origin.manifest.clone()));
        }
        let target = Description::load(&spec.target)?;
        let source = Source::load(&workload.ir)?;
        let mismatch = |message| Error::Mismatch {
            manifest: workload.origin.manifest.clone(),
            message,
        };
        let mut promises = signature::promises(&workload, source.sketch()).map_err(mismatch)?;
        spec.assume
            .widen(&workload, &mut promises)
            .map_err(mismatch)?;
        arch(&target).check()?;
        signature::launches_fit(&workload, &target).map_err(mismatch)?;
        Ok(Subject {
            workload,
            source,
            promises,
            target,
        })
    }
}

/// The processor and the PTX version that kernels for a target are compiled for.
pub fn arch(target: &Description) -> Arch {
    Arch {
        cpu: target.arch.clone(),
        features: format!("+ptx{}", target.ptx),
    }
}

/// A variant that compiles.
pub struct Compiled {
    /// Hash of what will be executed: the PTX and the launch parameters.
    pub key: String,
    /// Edits that found no place.
    pub skipped: Vec<SkippedEdit>,
    built: edit::Built,
}

impl Compiled {
    /// What is executed.
    pub fn finished(&self) -> Finished {
        Finished {
            ptx: self.built.ptx.clone(),
            setup: self.built.setup.clone(),
            contract: self.built.contract.clone(),
        }
    }
}

/// A finished kernel, such as one that was exported: what is executed, and what it relies on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finished {
    /// PTX text.
    pub ptx: String,
    /// How it is launched; a tunable that is not here has the workload's default.
    pub setup: Setup,
    /// What it relies on.
    pub contract: Vec<Condition>,
}

impl Finished {
    /// A hash of all of it, 64 hexadecimal digits.
    pub fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.ptx.as_bytes());
        hasher.update(&[0]);
        // Maps are ordered, so that equal values are equal text; they hold numbers and names, which always have one.
        let rest = serde_json::to_string(&(&self.setup, &self.contract)).unwrap_or_default();
        hasher.update(rest.as_bytes());
        hasher.finalize().to_hex().to_string()
    }
}

/// What a genome compiles to, for export.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Artifacts {
    /// Hash of what is executed: that of the verdicts on it.
    pub key: String,
    /// PTX text.
    pub ptx: String,
    /// LLVM-IR after the edits and the optimiser.
    pub ir: String,
    /// How it is launched; every tunable has a value.
    pub setup: Setup,
    /// What the kernel relies on.
    pub contract: Vec<Condition>,
    /// The same for each edit by itself, in the order of the genome.
    pub relied: Vec<Vec<Condition>>,
    /// Edits that found no place.
    pub skipped: Vec<SkippedEdit>,
}

impl Artifacts {
    /// What is shipped of it.
    pub fn finished(&self) -> Finished {
        Finished {
            ptx: self.ptx.clone(),
            setup: self.setup.clone(),
            contract: self.contract.clone(),
        }
    }
}

/// Decides variants of one workload on one target.
pub struct Judge {
    subject: Subject,
    bench: Bench,
    /// Many genomes of a search differ in edits that find no place, or say what another edit said: what they compile to is known.
    known: RefCell<Known>,
}

impl Judge {
    /// Loads the workload and prepares nothing else: cases are made when they are first needed.
    ///
    /// # Errors
    /// As [`Subject::load`].
    pub fn open(spec: &JudgeSpec) -> Result<Judge, Error> {
        let subject = Subject::load(spec)?;
        let own = Own::of(spec, &subject)?;
        let bench = Bench::new(&subject.target, spec, own);
        let known = RefCell::default();
        Ok(Judge {
            subject,
            bench,
            known,
        })
    }

    /// The workload with its kernel.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// Applies a genome and compiles the result.
    ///
    /// # Errors
    /// The verdict, when it does not compile.
    pub fn compile(&self, genome: &Genome) -> Result<Compiled, Box<Verdict>> {
        self.compiled(genome, Texts::PtxOnly)
    }

    fn compiled(&self, genome: &Genome, texts: Texts) -> Result<Compiled, Box<Verdict>> {
        self.translate(genome, texts).map_err(|error| {
            let kind = match error {
                BuildError::Verify(_) => "verify",
                BuildError::Codegen(_) => "codegen",
            };
            Box::new(Verdict::failed(Outcome::Compile, kind, error.to_string()))
        })
    }

    fn translate(&self, genome: &Genome, texts: Texts) -> Result<Compiled, BuildError> {
        let Subject {
            source,
            promises,
            target,
            ..
        } = &self.subject;
        let arch = arch(target);
        let known = &mut *self.known.borrow_mut();
        let mut built = edit::build_once(source, genome, promises, &arch, texts, known)?;
        let defaults = self.subject.workload.default_tunables();
        let set = std::mem::take(&mut built.setup.tunables);
        built.setup.tunables = defaults.into_iter().chain(set).collect();
        let skipped = skipped(&built);
        Ok(Compiled {
            key: self.key(&built),
            skipped,
            built,
        })
    }

    /// Executes a compiled variant on the cases of `scope`.
    pub fn execute(&mut self, variant: &Compiled, scope: Scope, budget: &StepBudget) -> Verdict {
        let mut verdict = self
            .bench
            .run(&self.subject.workload, &variant.built, scope, budget);
        verdict.key = Some(variant.key.clone());
        verdict.skipped.clone_from(&variant.skipped);
        verdict
    }

    /// Both: the verdict on a genome.
    pub fn judge(&mut self, genome: &Genome, scope: Scope, budget: &StepBudget) -> Verdict {
        match self.compile(genome) {
            Ok(variant) => self.execute(&variant, scope, budget),
            Err(verdict) => *verdict,
        }
    }

    /// Takes a kernel as it is. It must be made for the workload: the same kernels by name, with the same parameters.
    pub fn take(&self, finished: Finished) -> Compiled {
        let Finished {
            ptx,
            mut setup,
            contract,
        } = finished;
        let set = std::mem::take(&mut setup.tunables);
        let defaults = self.subject.workload.default_tunables();
        setup.tunables = defaults.into_iter().chain(set).collect();
        let built = edit::Built {
            ptx,
            ir: None,
            optimised_ir: None,
            skipped: Vec::new(),
            setup,
            contract,
            relied: Vec::new(),
            warnings: Vec::new(),
        };
        Compiled {
            key: self.key(&built),
            skipped: Vec::new(),
            built,
        }
    }

    /// Two variants of equal keys execute alike: same PTX, same launches, and refused on the same cases. What the workload promises is kept
    /// by every case.
    fn key(&self, built: &edit::Built) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(built.ptx.as_bytes());
        for (name, value) in &built.setup.tunables {
            hasher.update(name.as_bytes());
            hasher.update(&[0]);
            hasher.update(&value.to_le_bytes());
        }
        for (entry, reshape) in &built.setup.reshapes {
            hasher.update(entry.as_bytes());
            hasher.update(&[0]);
            let told = u32::from(reshape.told);
            let rest = [reshape.shared, reshape.rows, reshape.lanes, told];
            for by in [&reshape.grid[..], &reshape.block, &rest].concat() {
                hasher.update(&by.to_le_bytes());
            }
        }
        for condition in &built.contract {
            if !self.subject.workload.promises(condition) {
                hasher.update(condition.to_string().as_bytes());
                hasher.update(&[0]);
            }
        }
        hasher.finalize().to_hex()[..32].to_string()
    }

    /// How the time of a variant divides over the instructions of the unedited module, nanoseconds, in their order: what was made of an instruction
    /// counts for it. Of all cases of `scope` together; what came from nowhere counts for nothing.
    ///
    /// # Errors
    /// The verdict on a variant that cannot be compiled or executed. What it computes is not looked at.
    pub fn profile(
        &mut self,
        genome: &Genome,
        scope: Scope,
        budget: &StepBudget,
    ) -> Result<Vec<f64>, Box<Verdict>> {
        let variant = self.compiled(genome, Texts::Numbered)?;
        let Judge { subject, bench, .. } = self;
        let spent = bench.spent(&subject.workload, &variant.built, scope, budget)?;
        let mut times = vec![0.0; subject.source.sketch().instructions.len()];
        for (at, time_ns) in spent {
            let number = (at.line as usize).wrapping_sub(1);
            if let Some(time) = times.get_mut(number).filter(|_| at.file == ir::NUMBERED) {
                *time += time_ns;
            }
        }
        Ok(times)
    }

    /// What a genome compiles to.
    ///
    /// # Errors
    /// The compiler's message.
    pub fn artifacts(&self, genome: &Genome) -> Result<Artifacts, String> {
        let Compiled {
            key,
            skipped,
            built,
        } = self
            .translate(genome, Texts::All)
            .map_err(|e| e.to_string())?;
        Ok(Artifacts {
            key,
            ptx: built.ptx,
            ir: built.optimised_ir.unwrap_or_default(),
            setup: built.setup,
            contract: built.contract,
            relied: built.relied,
            skipped,
        })
    }
}

fn skipped(built: &edit::Built) -> Vec<SkippedEdit> {
    built
        .skipped
        .iter()
        .map(|(edit, why)| SkippedEdit {
            edit: *edit,
            why: why.to_string(),
        })
        .collect()
}
