//! Verdicts by measurement: a variant that the simulator passed is executed and timed on a device, at device size.
//!
//! What is timed is right at the size that is timed: outputs are compared with the float64 reference before the first sample and after the last.
//! Times are told as the baseline's own, divided by the speed-up that a race against it showed: so two variants that were measured an hour apart
//! can be compared. Opening one of these judges executes the unedited kernel on every device case; that is the canary that says that the device works.

mod cache;
mod prepare;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::gates::broken;
use super::{CaseResult, Finished, Judge, JudgeSpec, Measured, Outcome, Score, Verdict};
use crate::edit::Genome;
use crate::measure::{self, Rules, Sensors, Stopwatch, race, screen};
use crate::target::Description;
use crate::target::cuda::{About, CudaDevice, LoadedId, Trouble};
use crate::workload::{Instance, Workload};
pub use prepare::floor_ns;
use prepare::{Base, Makings, Prepared, Preparing, compilations};

/// A device, and how is measured on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeviceSpec {
    /// The driver's number of the device.
    pub ordinal: u32,
    /// How much is measured.
    pub rules: Rules,
    /// The baseline's time on each case, nanoseconds, as it was measured first: what times are told by. A case that is not here is measured.
    pub baseline_ns: BTreeMap<String, f64>,
    /// What compiled the baseline, as the process said that measured these times; `None` where whatever is fastest is taken.
    pub compiled_by: Option<String>,
}

/// What an open judge says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The device.
    pub about: About,
    /// The kernel module's release, where it is known.
    pub kernel_driver: Option<String>,
    /// The baseline on each device case, with the times that all others are told by.
    pub baseline: Verdict,
    /// What compiled the unedited kernel, and its time over all device cases, nanoseconds; the first is the baseline, being the fastest.
    pub compiled_by: Vec<(String, f64)>,
    /// Compilers that were there and of no use, and why.
    pub unused: Vec<String>,
}

/// A measured time below this share of the physical floor is an error of measurement: a description has the bandwidth that benchmarks reach, some four fifths of what the memory has.
const IMPOSSIBLE: f64 = 0.8;
/// The shortest time that one step on the device is given before its process is taken to hang.
const LEAST_DEADLINE: Duration = Duration::from_secs(2);
/// ... and how many times as long as the baseline took for it.
const DEADLINE: u32 = 10;

/// How long a device is given to become as fast as it may, after samples that do not count. NVBench waits as long.
const RECOVERING: Duration = Duration::from_millis(50);
/// How often it is given that before its clock is taken to stay where it is.
const RISING: usize = 20;
/// How long the driver may take to load a variant: its compiler's work.
const LOADING: Duration = Duration::from_secs(60);

/// Decides variants of one workload by measurement.
pub struct DeviceJudge {
    judge: Judge,
    workload: Rc<Workload>,
    device: CudaDevice,
    rules: Rules,
    spec: JudgeSpec,
    cases: Vec<Prepared>,
    unedited: String,
    /// The clock that it is taken to be promised, MHz.
    clock_mhz: f64,
}

/// What became of a variant on a device.
#[derive(Debug)]
pub enum Answer {
    /// Its verdict; the device goes on.
    Verdict(Verdict),
    /// Its verdict, but the context is gone with it: the process must end.
    Last(Verdict),
    /// Nobody knows: the device has no memory, is held back, or is gone. The process must end, and the variant may be tried again.
    Trouble(String),
}

/// Hears how long the next step on the device may take.
pub type Launching<'a> = dyn FnMut(Duration) + 'a;

impl DeviceJudge {
    /// Opens device and workload, and executes the unedited kernel on every device case. `launching` hears of each step on the device.
    ///
    /// # Errors
    /// Why that is not possible, for people: no device, a target for another device, no device case, a baseline that fails.
    pub fn open(
        spec: &JudgeSpec,
        device: &DeviceSpec,
        launching: &mut Launching<'_>,
    ) -> Result<(DeviceJudge, Opened), String> {
        let judge = Judge::open(spec).map_err(|error| error.to_string())?;
        let mut opened = CudaDevice::open(device.ordinal)?;
        fits(&judge.subject().target, opened.about())?;
        let unedited = judge
            .compile(&Genome::default())
            .map_err(|verdict| failed("the unedited kernel", &verdict))?
            .finished();
        let workload = Rc::new(judge.subject().workload.clone());
        let mut bases = Vec::new();
        let mut unused = Vec::new();
        let mut makings = Makings::new();
        let mut compilations = compilations(&workload, &unedited, opened.about(), &mut unused);
        if let Some(wanted) = &device.compiled_by {
            // Two compilers may be so close that each process would choose another one.
            compilations.retain(|compiled| compiled.by == *wanted);
            if compilations.is_empty() {
                return Err(format!(
                    "times are told by the unedited kernel as {wanted} compiled it, which is not to be had here"
                ));
            }
        }
        for compiled in compilations {
            let mut preparing = Preparing {
                device: &mut opened,
                judge: &judge,
                spec,
                settings: device,
                setup: &unedited,
                image: &compiled.image,
                makings: &mut makings,
            };
            match Base::prepare(compiled.by.clone(), &mut preparing, launching) {
                Ok(base) => bases.push(base),
                // Our own compilation comes first: without it there is nothing to compare with.
                Err(message) if bases.is_empty() => return Err(message),
                Err(message) => unused.push(format!("{}: {message}", compiled.by)),
            }
        }
        bases.sort_by(|a, b| a.time_ns().total_cmp(&b.time_ns()));
        let compiled_by = bases
            .iter()
            .map(|base| (base.by.clone(), base.time_ns()))
            .collect();
        let mut bases = bases.into_iter();
        let fastest = bases.next().filter(|base| !base.cases.is_empty());
        let Some(Base { cases, results, .. }) = fastest else {
            let manifest = workload.origin.manifest.display();
            return Err(format!(
                "{manifest} has no case with use = \"device\": nothing to be timed on a GPU"
            ));
        };
        bases.for_each(|base| base.release(&mut opened));
        let opened_as = Opened {
            about: opened.about().clone(),
            kernel_driver: opened.kernel_driver(),
            baseline: correct(results),
            compiled_by,
            unused,
        };
        let judge = DeviceJudge {
            clock_mhz: usual_mhz(&device.rules, &mut opened).map_err(|e| e.to_string())?,
            judge,
            workload,
            device: opened,
            rules: device.rules.clone(),
            spec: spec.clone(),
            cases,
            unedited: unedited.hash(),
        };
        Ok((judge, opened_as))
    }

    /// Executes, checks and times a variant on every device case. One that is far slower than `best_ns`, the best time known for all
    /// cases together, is not raced. `image` is what an assembler made of it; without one the driver compiles it.
    pub fn measure(
        &mut self,
        finished: &Finished,
        image: Option<&[u8]>,
        best_ns: Option<f64>,
        launching: &mut Launching<'_>,
    ) -> Answer {
        let workload = Rc::clone(&self.workload);
        // What a launch does not set has its default.
        let finished = self.judge.take(finished.clone()).finished();
        self.contend(&workload, (&finished, image), best_ns, launching)
    }

    /// The same for the expert's kernel, held against the unedited one.
    pub fn measure_expert(&mut self, launching: &mut Launching<'_>) -> Answer {
        let expert = match Judge::open(&self.spec.of_expert()) {
            Ok(expert) => expert,
            Err(error) => return Answer::Verdict(*refused("expert", error.to_string())),
        };
        let finished = match expert.compile(&Genome::default()) {
            Ok(compiled) => compiled.finished(),
            Err(verdict) => return Answer::Verdict(*verdict),
        };
        let workload = expert.subject().workload.clone();
        self.contend(&workload, (&finished, None), None, launching)
    }

    fn contend(
        &mut self,
        workload: &Workload,
        (finished, image): (&Finished, Option<&[u8]>),
        best_ns: Option<f64>,
        launching: &mut Launching<'_>,
    ) -> Answer {
        let mut results = Vec::new();
        let whole: f64 = self.cases.iter().map(|case| case.baseline_ns).sum();
        for number in 0..self.cases.len() {
            // The best may owe its time to any case; each is given its share of the slack.
            let bound = best_ns.unwrap_or(whole).max(0.0) / whole * self.cases[number].baseline_ns;
            match self.on_case(number, workload, (finished, image), bound, launching) {
                Ok(result) => results.push(result),
                Err(End::Verdict(verdict)) => {
                    return Answer::Verdict(Verdict {
                        cases: results,
                        ..*verdict
                    });
                }
                Err(End::Last(verdict)) => return Answer::Last(*verdict),
                Err(End::Trouble(message)) => return Answer::Trouble(message),
            }
        }
        Answer::Verdict(correct(results))
    }

    fn on_case(
        &mut self,
        number: usize,
        workload: &Workload,
        (finished, image): (&Finished, Option<&[u8]>),
        bound_ns: f64,
        launching: &mut Launching<'_>,
    ) -> Result<CaseResult, End> {
        let case = &self.cases[number];
        if let Some(verdict) = broken(workload, &case.name, &finished.setup, &finished.contract) {
            return Err(End::Verdict(verdict));
        }
        let plan = plan(workload, &case.name, finished)
            .map_err(|message| End::Verdict(refused("launch", message)))?;
        launching(LOADING);
        let ahead = image.and_then(|image| self.device.load(case.id, image, &plan).ok());
        // What is not taken as it was assembled is the driver's to compile, and to refuse in its own words.
        let variant = match ahead {
            Some(variant) => Ok(variant),
            None => self.device.load(case.id, finished.ptx.as_bytes(), &plan),
        };
        let variant = variant.map_err(|trouble| End::of(trouble, &case.name))?;
        let result = self.timed(number, variant, finished, bound_ns, launching);
        self.device.unload(variant);
        result
    }

    fn timed(
        &mut self,
        number: usize,
        variant: LoadedId,
        finished: &Finished,
        bound_ns: f64,
        launching: &mut Launching<'_>,
    ) -> Result<CaseResult, End> {
        let DeviceJudge {
            workload,
            device,
            rules,
            spec,
            cases,
            unedited,
            clock_mhz,
            ..
        } = self;
        let case = &cases[number];
        let check = |device: &mut CudaDevice, launching: &mut Launching<'_>| {
            launching(LEAST_DEADLINE.max(case.executing * DEADLINE));
            let executed = device
                .execute_known(case.id, variant)
                .map_err(|trouble| End::of(trouble, &case.name))?;
            case.error_of(workload, spec.tier, executed)
                .map_err(End::Verdict)
        };
        let (error, outputs) = check(device, launching)?;
        let registers = device.registers(variant);
        let mut watch = Watch {
            device,
            contestants: [case.baseline, variant],
            repeats: case.repeats,
            clock_mhz: *clock_mhz,
        };
        let samples = rules.warm_ups + rules.screen * rules.bad_batches;
        let recovering = RECOVERING * rules.bad_batches as u32;
        launching(LEAST_DEADLINE.max(case.sampling * DEADLINE * samples as u32) + recovering);
        let screened =
            screen(&mut watch, 1, bound_ns, rules).map_err(|t| End::raced(t, &case.name))?;
        let mut measured = Measured {
            screened_ns: screened.samples.clone(),
            race: None,
            registers,
            repeats: case.repeats,
            energy_j: None,
        };
        let time_ns = match () {
            () if finished.hash() == *unedited => case.baseline_ns,
            () if !screened.close => screened.time_ns(),
            () => {
                let pairs = rules.most + rules.batch * rules.bad_batches;
                // A race is of variants that are at most so much slower than the best.
                let longest = case.sampling * DEADLINE * pairs as u32;
                let batches = pairs.div_ceil(rules.batch.max(2)) * rules.bad_batches;
                launching(LEAST_DEADLINE.max(longest) + RECOVERING * batches as u32);
                let raced = race(&mut watch, 1, 0, rules).map_err(|t| End::raced(t, &case.name))?;
                let time_ns = case.baseline_ns / raced.speedup.ratio;
                measured.race = Some(raced);
                time_ns
            }
        };
        if rules.energy && screened.close {
            launching(LEAST_DEADLINE * DEADLINE);
            let energy = watch.device.energy(variant, case.repeats);
            measured.energy_j = energy.map_err(|trouble| End::of(trouble, &case.name))?;
        }
        if time_ns < IMPOSSIBLE * case.floor_ns {
            let detail = format!(
                "case {}: {time_ns:.0} ns, but moving and computing what the case asks for takes {:.0} ns",
                case.name, case.floor_ns
            );
            let verdict = Verdict::failed(Outcome::Correctness, "impossible", detail);
            return Err(End::Verdict(Box::new(verdict)));
        }
        // What it computes must not depend on what was there before, nor on luck.
        let (again, _) = check(watch.device, launching)?;
        Ok(CaseResult::measured(
            &case.name,
            time_ns,
            error.max(again),
            outputs,
            measured,
        ))
    }
}

/// How measuring a case ended without a result.
enum End {
    Verdict(Box<Verdict>),
    Last(Box<Verdict>),
    Trouble(String),
}

impl End {
    fn of(trouble: Trouble, case: &str) -> End {
        match trouble {
            Trouble::Variant(fault) => End::Verdict(Box::new(Verdict::faulted(&fault, case))),
            Trouble::Lost(fault) => End::Last(Box::new(Verdict::faulted(&fault, case))),
            Trouble::Device(message) => End::Trouble(message),
        }
    }

    fn raced(trouble: measure::Trouble<Trouble>, case: &str) -> End {
        match trouble {
            measure::Trouble::Sample(trouble) => End::of(trouble, case),
            held_back @ measure::Trouble::HeldBack(_) => End::Trouble(held_back.to_string()),
        }
    }
}

/// Two variants of a case, the baseline first.
struct Watch<'a> {
    device: &'a mut CudaDevice,
    contestants: [LoadedId; 2],
    repeats: usize,
    clock_mhz: f64,
}

impl Stopwatch for Watch<'_> {
    type Error = Trouble;

    fn sample(&mut self, contestant: usize) -> Result<f64, Trouble> {
        self.device
            .sample(self.contestants[contestant], self.repeats)
    }

    fn sensors(&mut self) -> Sensors {
        self.device.sensors()
    }

    fn clock_mhz(&self) -> f64 {
        self.clock_mhz
    }

    fn recover(&mut self, shown: &Sensors) -> Result<(), Trouble> {
        match shown.held_back.is_empty() {
            // It was idle.
            true => self.device.warm_up(RECOVERING),
            // It is hot, or short of power.
            false => {
                std::thread::sleep(RECOVERING);
                Ok(())
            }
        }
    }
}

/// The clock that samples are held against: the one that the device is promised to run at; or the one at which it runs whatever it is given to
/// do, although nothing holds it back, as somebody has set it so.
fn usual_mhz(rules: &Rules, device: &mut CudaDevice) -> Result<f64, Trouble> {
    let promised_mhz = device.about().clock_mhz;
    let mut usual_mhz = promised_mhz;
    for _ in 0..RISING {
        let shown = device.sensors();
        match shown.clock_mhz {
            Some(clock_mhz)
                if shown.held_back.is_empty() && !rules.counts(&shown, &shown, promised_mhz) =>
            {
                usual_mhz = clock_mhz;
            }
            _ => return Ok(promised_mhz),
        }
        device.warm_up(RECOVERING)?;
    }
    Ok(usual_mhz)
}

fn refused(kind: &str, message: String) -> Box<Verdict> {
    Box::new(Verdict::failed(Outcome::Constraints, kind, message))
}

fn failed(what: &str, verdict: &Verdict) -> String {
    let reason = verdict.reason.as_ref().map(ToString::to_string);
    format!("{what} fails: {}", reason.unwrap_or_default())
}

fn correct(results: Vec<CaseResult>) -> Verdict {
    Verdict {
        outcome: Outcome::Correct,
        reason: None,
        score: Some(Score {
            time_ns: results.iter().map(|result| result.time_ns).sum(),
            error: results
                .iter()
                .map(|result| result.error)
                .fold(0.0, f64::max),
            // Of all cases or of none: a sum that lacks one would look better than it is.
            energy_j: results
                .iter()
                .map(|result| result.measured.as_ref()?.energy_j)
                .sum(),
        }),
        key: None,
        skipped: Vec::new(),
        cases: results,
    }
}

/// The launches and buffer sizes of a variant on a case.
fn plan(workload: &Workload, case: &str, finished: &Finished) -> Result<Instance, String> {
    let found = workload.case(case).ok_or("no such case")?;
    let planned = workload.plan(found, &finished.setup);
    planned.map_err(|error| error.to_string())
}

/// Whether code for a target runs on a device.
fn fits(target: &Description, about: &About) -> Result<(), String> {
    let number = |arch: &str| -> Option<u32> { arch.strip_prefix("sm_")?.parse().ok() };
    match (number(&target.arch), number(&about.arch)) {
        (Some(wanted), Some(had)) if wanted <= had => Ok(()),
        _ => Err(format!(
            "target {} makes code for {}, but the device is a {} ({}): name its target with --target",
            target.name, target.arch, about.name, about.arch
        )),
    }
}
