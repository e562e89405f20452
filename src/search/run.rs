//! One run: a workload, a policy, a seed, a directory. Opens or resumes it, judges the baseline, searches, and picks the champion.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::breed::Material;
use super::confirm::{COMPILED_BY, same_device};
use super::evolve::{Evaluate, Found, Individual, evolve};
use super::policy::{Policy, SiteWeights};
use crate::archive::{self, Archive, Identity};
use crate::crew::{self, Crew, Job, Settings, WorkerCommand};
use crate::edit::{Genome, Heat};
use crate::judge::device::Opened;
use crate::judge::{
    self, Artifacts, BASELINE_STEPS, Backend, JudgeSpec, Scope, StepBudget, Subject, Verdict,
};
use crate::target::Ptxas;

/// How long the baseline may take to compile, or to execute all cases of one scope.
const BASELINE_DEADLINE: Duration = Duration::from_secs(600);
/// The generation of what is judged after the search: to minimise a candidate, and to say what each of its edits does.
pub(super) const AFTERWARDS: u32 = u32::MAX;

/// Whether a run starts or goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A new run in a directory that holds none.
    Fresh,
    /// A new run in place of the one that may be there.
    Overwrite,
    /// The run that is there goes on.
    Resume,
}

/// What makes a run.
#[derive(Debug, Clone)]
pub struct RunSettings {
    /// What is judged, on what.
    pub spec: JudgeSpec,
    /// What better means, and the budget.
    pub policy: Policy,
    /// Everything random follows from it.
    pub seed: u64,
    /// Where archive and bundle go.
    pub directory: PathBuf,
    /// Start or go on.
    pub mode: Mode,
    /// Worker processes.
    pub jobs: usize,
    /// How to start one.
    pub worker: WorkerCommand,
    /// The machine's assembler, where there is one: it must take what is exported.
    pub ptxas: Option<Ptxas>,
    /// Set from outside to stop.
    pub stop: Arc<AtomicBool>,
}

/// Why a run ended without a result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The workload, kernel or target is wrong.
    #[error(transparent)]
    Judge(#[from] judge::Error),
    /// The directory or its archive is wrong.
    #[error(transparent)]
    Archive(#[from] archive::Error),
    /// The workers failed, or a stop was asked for.
    #[error(transparent)]
    Crew(#[from] crew::Error),
    /// The unedited kernel fails its own checks, so that nothing can be compared with it.
    #[error("the baseline fails on its {} cases: {}: {}", .scope.word(), .verdict.outcome,
        .verdict.reason.as_ref().map(ToString::to_string).unwrap_or_default())]
    Baseline {
        /// On which cases.
        scope: Scope,
        /// What it does wrong.
        verdict: Box<Verdict>,
    },
}

/// The unedited kernel on both scopes.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// On the cases that steer.
    pub search: Verdict,
    /// On the cases that only judge.
    pub held_out: Verdict,
}

impl Baseline {
    /// Its time on the search cases, nanoseconds.
    pub fn time_ns(&self) -> f64 {
        self.search.time_ns()
    }
}

/// What an observer hears while a run goes on.
#[derive(Debug)]
pub enum Event<'a> {
    /// The baseline is judged.
    Baseline(&'a Baseline),
    /// A variant has its verdict on the search cases.
    Verdict {
        /// Which generation asked for it.
        generation: u32,
        /// The verdict.
        verdict: &'a Verdict,
        /// Whether it came from the archive of an interrupted run.
        replayed: bool,
    },
    /// The search is over; candidates are being minimised and judged on held-out cases.
    Searched(&'a Found),
    /// A candidate failed on a held-out case.
    Rejected(&'a Verdict),
}

/// An observer of a run.
pub type Observer<'a> = dyn FnMut(Event<'_>) + 'a;

/// An open run.
pub struct Run {
    pub(super) subject: Subject,
    pub(super) settings: RunSettings,
    pub(super) crew: Crew,
    pub(super) archive: Archive,
}

impl Run {
    /// Loads everything and opens the archive. Nothing is written before all inputs have been checked.
    ///
    /// # Errors
    /// Bad input, or a directory that does not fit `mode`.
    pub fn open(mut settings: RunSettings) -> Result<Run, Error> {
        let subject = Subject::load(&settings.spec)?;
        settings.spec.fingerprint = Some(subject.workload.fingerprint());
        let identity = identity(&subject, &settings);
        let archive = match settings.mode {
            Mode::Fresh => Archive::create(&settings.directory, &identity)?,
            Mode::Overwrite => {
                archive::remove(&settings.directory)?;
                Archive::create(&settings.directory, &identity)?
            }
            Mode::Resume => Archive::resume(&settings.directory, &identity)?,
        };
        let crew_settings = Settings {
            command: settings.worker.clone(),
            jobs: settings.jobs,
            deadline: BASELINE_DEADLINE,
        };
        let mut crew = Crew::new(
            settings.spec.clone(),
            crew_settings,
            Arc::clone(&settings.stop),
        );
        for (scope, verdict) in archive.verdicts()? {
            if let Some(scope) = Scope::from_word(&scope) {
                crew.remember(scope, &verdict);
            }
        }
        let run = Run {
            subject,
            settings,
            crew,
            archive,
        };
        run.remember_settings()?;
        Ok(run)
    }

    /// Lets `allocate` say, from generation to generation, how many workers are worth having.
    pub fn adapt(&mut self, allocate: crew::Allocate) {
        self.crew.adapt(allocate);
    }

    /// What the device said that times are measured on; `None` where they are the simulator's, or nothing was measured yet.
    pub fn device(&self) -> Option<&Opened> {
        self.crew.device()
    }

    /// Devices that were taken out of use, and why.
    pub fn retired(&self) -> &[String] {
        self.crew.retired()
    }

    /// The workload with its kernel.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// What the run was opened with.
    pub fn settings(&self) -> &RunSettings {
        &self.settings
    }

    /// The run's record.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// Judges the unedited kernel on all cases, and sets the deadline of all variants by it.
    ///
    /// # Errors
    /// [`Error::Baseline`] if it is not right on every case.
    pub fn baseline(&mut self, observer: &mut Observer<'_>) -> Result<Baseline, Error> {
        let budget = StepBudget::flat(BASELINE_STEPS);
        let worked = |crew: &Crew| crew.pace().compiling + crew.pace().executing;
        let before = worked(&self.crew);
        let search = self.judge_one(&Genome::default(), Scope::Search, &budget)?;
        let held_out = self.judge_one(&Genome::default(), Scope::HeldOut, &budget)?;
        // A resumed run has these verdicts already; the time that they took is on record. What a device did in it has deadlines of its own.
        let taken = match self.archive.note("baseline_s")? {
            Some(noted) => noted.parse().unwrap_or(0.0),
            None => worked(&self.crew) - before,
        };
        self.archive.put_note("baseline_s", &taken.to_string())?;
        for (scope, verdict) in [(Scope::Search, &search), (Scope::HeldOut, &held_out)] {
            if !verdict.is_correct() {
                return Err(Error::Baseline {
                    scope,
                    verdict: Box::new(verdict.clone()),
                });
            }
        }
        // A run that goes on tells times by the same baseline.
        same_device(&self.crew, &self.archive)?;
        let compiled_by = self.archive.noted(COMPILED_BY)?;
        self.crew.tell_by(&search, compiled_by);
        let limits = &self.settings.policy.limits;
        let deadline = (taken * limits.deadline).max(limits.deadline_floor_s);
        self.crew.set_deadline(Duration::from_secs_f64(deadline));
        let baseline = Baseline { search, held_out };
        observer(Event::Baseline(&baseline));
        Ok(baseline)
    }

    /// Searches until the policy says stop.
    ///
    /// # Errors
    /// [`crew::Error::Stopped`] when the user asked to; everything reached is in the archive.
    pub fn search(
        &mut self,
        baseline: &Baseline,
        observer: &mut Observer<'_>,
    ) -> Result<Found, Error> {
        let Some(individual) = Individual::new(Genome::default(), baseline.search.clone()) else {
            return Err(Error::Baseline {
                scope: Scope::Search,
                verdict: Box::new(baseline.search.clone()),
            });
        };
        let sketch = self.subject.source.sketch();
        let heat = match self.settings.policy.sites.weights {
            SiteWeights::Even => None,
            SiteWeights::Depth => Some(Heat::by_depth(sketch)),
            SiteWeights::Profile => Some(self.profile(baseline)?),
        };
        self.forget_results()?;
        let material = Material {
            sketch: self.subject.source.sketch(),
            promises: &self.subject.promises,
            heat: heat.as_ref(),
        };
        let mut bench = Bench {
            crew: &mut self.crew,
            archive: &self.archive,
            scope: Scope::Search,
            budget: relative(&self.settings.policy, &baseline.search),
            observer: Some(&mut *observer),
        };
        let found = evolve(
            &self.settings.policy,
            self.settings.seed,
            &material,
            individual,
            &mut bench,
        )?;
        self.remember_found(baseline, &found)?;
        observer(Event::Searched(&found));
        Ok(found)
    }

    /// Judges on the search cases without an observer.
    pub(super) fn bench(&mut self, baseline: &Baseline) -> Bench<'_, '_> {
        self.bench_on(Scope::Search, baseline)
    }

    /// Judges on the cases of a scope without an observer.
    pub(super) fn bench_on(&mut self, scope: Scope, baseline: &Baseline) -> Bench<'_, '_> {
        let verdict = match scope {
            Scope::Search => &baseline.search,
            Scope::HeldOut => &baseline.held_out,
        };
        Bench {
            crew: &mut self.crew,
            archive: &self.archive,
            scope,
            budget: relative(&self.settings.policy, verdict),
            observer: None,
        }
    }

    /// Where the time of the unedited kernel goes on the search cases.
    fn profile(&self, baseline: &Baseline) -> Result<Heat, Error> {
        let budget = relative(&self.settings.policy, &baseline.search);
        let times_ns = self
            .crew
            .profile(&Genome::default(), Scope::Search, &budget)
            .map_err(as_fault)?;
        Ok(Heat::new(&times_ns))
    }

    /// What a genome compiles to.
    ///
    /// # Errors
    /// [`crew::Error::Workers`] if it does not compile.
    pub fn artifacts(&mut self, genome: &Genome) -> Result<Artifacts, Error> {
        Ok(self.crew.build(genome).map_err(as_fault)?)
    }

    /// The verdict on one genome: from the archive, or reached now and put there.
    pub(super) fn judge_one(
        &mut self,
        genome: &Genome,
        scope: Scope,
        budget: &StepBudget,
    ) -> Result<Verdict, Error> {
        let text = genome.to_string();
        if let Some(verdict) = self.archive.verdict(scope.word(), &text)? {
            return Ok(verdict);
        }
        let jobs = [Job {
            genome: genome.clone(),
            scope,
            budget: budget.clone(),
        }];
        let archive = &self.archive;
        let mut record = |_: usize, verdict: &Verdict| put(archive, scope, &text, 0, verdict);
        let verdict = self.crew.judge(&jobs, &mut record)?.pop();
        verdict.ok_or_else(|| crew::Error::Workers("no verdict came back".into()).into())
    }
}

/// Judges for the search: the archive first, then the crew.
pub(super) struct Bench<'a, 'o> {
    crew: &'a mut Crew,
    archive: &'a Archive,
    scope: Scope,
    budget: StepBudget,
    observer: Option<&'a mut Observer<'o>>,
}

impl Evaluate for Bench<'_, '_> {
    type Error = Error;

    fn is_deterministic(&self) -> bool {
        !(self.crew.measures() && self.scope == Scope::Search)
    }

    fn again(&mut self, _: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Error> {
        let job = |genome: &Genome| Job {
            genome: genome.clone(),
            scope: self.scope,
            budget: self.budget.clone(),
        };
        let jobs: Vec<Job> = genomes.iter().map(job).collect();
        self.crew.forget(self.scope);
        // The archive keeps the first measurement of each: a run that goes on replays that.
        Ok(self.crew.judge(&jobs, &mut |_, _| Ok(()))?)
    }

    fn evaluate(&mut self, generation: u32, genomes: &[Genome]) -> Result<Vec<Verdict>, Error> {
        let mut verdicts: Vec<Option<Verdict>> = Vec::new();
        let mut jobs = Vec::new();
        let mut places = Vec::new();
        for (place, genome) in genomes.iter().enumerate() {
            let known = self
                .archive
                .verdict(self.scope.word(), &genome.to_string())?;
            match &known {
                Some(verdict) => {
                    if let Some(observer) = &mut self.observer {
                        observer(Event::Verdict {
                            generation,
                            verdict,
                            replayed: true,
                        });
                    }
                }
                None => {
                    jobs.push(Job {
                        genome: genome.clone(),
                        scope: self.scope,
                        budget: self.budget.clone(),
                    });
                    places.push(place);
                }
            }
            verdicts.push(known);
        }
        let (archive, scope, observer) = (self.archive, self.scope, &mut self.observer);
        let mut record = |job: usize, verdict: &Verdict| {
            put(
                archive,
                scope,
                &genomes[places[job]].to_string(),
                generation,
                verdict,
            )?;
            if let Some(observer) = observer {
                observer(Event::Verdict {
                    generation,
                    verdict,
                    replayed: false,
                });
            }
            Ok(())
        };
        let reached = self.crew.judge(&jobs, &mut record)?;
        same_device(self.crew, archive)?;
        for (place, verdict) in places.iter().zip(reached) {
            verdicts[*place] = Some(verdict);
        }
        Ok(verdicts.into_iter().flatten().collect())
    }
}

fn put(
    archive: &Archive,
    scope: Scope,
    genome: &str,
    generation: u32,
    verdict: &Verdict,
) -> Result<(), crew::Error> {
    archive
        .record(scope.word(), genome, generation, verdict)
        .map_err(|e| crew::Error::Record(e.to_string()))
}

pub(super) fn relative(policy: &Policy, baseline: &Verdict) -> StepBudget {
    StepBudget::relative(
        &baseline.cases,
        policy.limits.steps,
        policy.limits.steps_floor,
    )
}

/// What must agree for a resume. The budget is left out: a larger one goes on where a smaller one ended.
fn identity(subject: &Subject, settings: &RunSettings) -> Identity {
    let mut policy = settings.policy.clone();
    policy.budget.evaluations = 0;
    let description = blake3::hash(format!("{:?}", subject.target).as_bytes()).to_hex();
    Identity {
        workload: subject.workload.name.clone(),
        kernel: subject.workload.fingerprint(),
        target: format!(
            "{} {}, {:?} costs{}",
            subject.target.name,
            &description[..16],
            settings.spec.costs,
            match settings.spec.backend {
                Backend::Sim => "",
                Backend::Cuda(_) => ", measured",
            }
        ),
        policy: serde_json::to_string(&policy).unwrap_or_default(),
        seed: settings.seed,
        version: env!("CARGO_PKG_VERSION").to_string(),
    }
}
/// Of a genome that has been judged: that it is refused now is no fault of the user's.
fn as_fault(error: crew::Error) -> crew::Error {
    match error {
        crew::Error::Refused(message) => crew::Error::Workers(message),
        other => other,
    }
}
