//! Taking the device cases to a device, and the unedited kernel with them: as every compiler makes it that is there, of which the fastest is the
//! baseline.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::cache::Cache;
use super::{DeviceSpec, LOADING, Launching, failed, plan};
use crate::judge::gates::{Expected, compare, digest};
use crate::judge::{CaseResult, Finished, Judge, JudgeSpec, Measured, Verdict};
use crate::stats::median;
use crate::target::cuda::{About, CaseId, CudaDevice, LoadedId, Outputs, Trouble};
use crate::target::{Description, Nvcc};
use crate::workload::{Buffer, Case, CaseUse, Instance, Reference, Role, Tier, Workload};

/// Samples behind the baseline's own time.
const BASELINE_SAMPLES: usize = 9;
/// How long the device works before the baseline's time is taken: its clock has to rise first.
const WARMING_UP: Duration = Duration::from_millis(100);
/// How long making a case's inputs and its reference may take.
const MAKING: Duration = Duration::from_secs(1800);
/// What takes longer than this is kept for the next process: below, reading it is no faster.
const WORTH_KEEPING: Duration = Duration::from_millis(500);
/// How long the unedited kernel may take for all that is done with it on a case.
const TRYING: Duration = Duration::from_secs(60);

/// What every compilation of the unedited kernel works on, and what is right.
#[derive(Clone)]
pub(super) struct Made {
    instance: Rc<Instance>,
    /// Empty where the kernel's own output is what is right.
    expected: Rc<Expected>,
}

/// What was made, by case: making it takes longer than all that is done with it.
pub(super) type Makings = BTreeMap<String, Made>;

/// A case, ready to be measured.
pub(super) struct Prepared {
    pub name: String,
    pub id: CaseId,
    pub instance: Rc<Instance>,
    pub expected: Rc<Expected>,
    /// The baseline's error, and the digest of its outputs, which the device knows.
    pub error: f64,
    pub outputs: String,
    /// Errors of other outputs that were compared, by their digest: most variants compute the bits of another one.
    pub errors: RefCell<HashMap<String, f64>>,
    pub baseline: LoadedId,
    pub baseline_ns: f64,
    pub repeats: usize,
    pub floor_ns: f64,
    /// How long one execution with all its checks took here, and one sample.
    pub executing: Duration,
    pub sampling: Duration,
}

impl Prepared {
    /// The error of what an execution left, and the digest of that; or the verdict if it is beyond the tolerance.
    pub fn error_of(
        &self,
        workload: &Workload,
        tier: Tier,
        executed: Outputs,
    ) -> Result<(f64, String), Box<Verdict>> {
        let outputs = match executed {
            Outputs::Known => return Ok((self.error, self.outputs.clone())),
            Outputs::Others(outputs) => outputs,
        };
        let digested = digest(&outputs);
        if let Some(error) = self.errors.borrow().get(&digested) {
            return Ok((*error, digested));
        }
        let error = compare(workload, tier, &self.instance, &self.expected, &outputs)?;
        self.errors.borrow_mut().insert(digested.clone(), error);
        Ok((error, digested))
    }
}

/// What a case takes at least on the device that `target` describes, nanoseconds; 0 where the workload does not say. What is written may stay in
/// the second-level cache.
pub fn floor_ns(workload: &Workload, case: &Case, target: &Description) -> f64 {
    let planned = workload.plan(case, &workload.default_setup());
    let (Ok(Some(work)), Ok(planned)) = (workload.work(case), planned) else {
        return 0.0;
    };
    let written = |buffer: &&Buffer| buffer.role != Role::Input;
    let written: usize = planned
        .buffers
        .iter()
        .filter(written)
        .map(|buffer| buffer.len * buffer.scalar.size())
        .sum();
    let stays = (written as u64).min(target.memory.l2_bytes);
    let (moving, computing) = target.least_ns(work.bytes.saturating_sub(stays), work.operations);
    moving.max(computing)
}

/// The unedited kernel as some compiler made it.
pub(super) struct Compilation {
    pub by: String,
    pub image: Vec<u8>,
}

/// The unedited kernel, compiled by ourselves and the driver, and by nvcc where that is and the source too. What is there and does not compile is
/// `unused`.
pub(super) fn compilations(
    workload: &Workload,
    unedited: &Finished,
    about: &About,
    unused: &mut Vec<String>,
) -> Vec<Compilation> {
    let mut all = vec![Compilation {
        by: format!("LLVM {} and the driver", crate::ir::LLVM_MAJOR),
        image: unedited.ptx.clone().into_bytes(),
    }];
    if let (Some(source), Some(nvcc)) = (&workload.source, Nvcc::find()) {
        let by = format!("nvcc {}", nvcc.version);
        // The corpus's own header lies beside its families.
        let include = source.ancestors().skip(1).take(3);
        let include: Vec<_> = include.map(|folder| folder.join("include")).collect();
        match nvcc.compile(source, &about.arch, &include) {
            Ok(image) => all.push(Compilation { by, image }),
            Err(message) => unused.push(format!("{by}: {message}")),
        }
    }
    all
}

/// The unedited kernel by one compiler, on every device case.
pub(super) struct Base {
    pub by: String,
    pub cases: Vec<Prepared>,
    pub results: Vec<CaseResult>,
}

impl Base {
    /// Takes every device case to the device.
    ///
    /// # Errors
    /// What the first case says that fails; nothing stays on the device then.
    pub fn prepare(
        by: String,
        preparing: &mut Preparing<'_>,
        launching: &mut Launching<'_>,
    ) -> Result<Base, String> {
        let mut base = Base {
            by,
            cases: Vec::new(),
            results: Vec::new(),
        };
        let workload = &preparing.judge.subject().workload;
        for case in workload.cases_for(CaseUse::Device) {
            match preparing.case(&case.name, launching) {
                Ok((prepared, result)) => {
                    base.cases.push(prepared);
                    base.results.push(result);
                }
                Err(message) => {
                    base.release(preparing.device);
                    return Err(message);
                }
            }
        }
        Ok(base)
    }

    /// Takes its cases off the device.
    pub fn release(self, device: &mut CudaDevice) {
        for case in self.cases {
            device.unload(case.baseline);
            device.forget(case.id);
        }
    }

    /// As it was measured now, whatever times are told by.
    pub fn time_ns(&self) -> f64 {
        let measured = self.results.iter().filter_map(|it| it.measured.as_ref());
        measured.map(|it| median(&it.screened_ns)).sum()
    }
}

/// What it takes to prepare cases.
pub(super) struct Preparing<'a> {
    pub device: &'a mut CudaDevice,
    pub judge: &'a Judge,
    pub spec: &'a JudgeSpec,
    pub settings: &'a DeviceSpec,
    /// The unedited kernel: how it is launched.
    pub setup: &'a Finished,
    /// What is loaded of it.
    pub image: &'a [u8],
    /// What earlier compilations of it were given.
    pub makings: &'a mut Makings,
}

impl Preparing<'_> {
    /// The inputs of a case and its reference.
    fn make(&mut self, name: &str) -> Result<Made, String> {
        if let Some(known) = self.makings.get(name) {
            return Ok(known.clone());
        }
        let workload = &self.judge.subject().workload;
        let at = |message: String| format!("case {name}: {message}");
        let case = workload.case(name).ok_or_else(|| at("not found".into()))?;
        let cache = Cache::of_user();
        let since = Instant::now();
        let instance = match cache.inputs(workload, case) {
            Some(instance) => instance,
            None => {
                let instance = workload.instance(case, &workload.default_setup());
                let instance = instance.map_err(|error| at(error.to_string()))?;
                if since.elapsed() > WORTH_KEEPING {
                    cache.keep_inputs(workload, case, &instance);
                }
                instance
            }
        };
        let own = matches!(workload.reference, Reference::Baseline { .. });
        let expected = match own {
            true => Expected::new(),
            false => match cache.reference(workload, case) {
                Some(expected) => expected,
                None => {
                    let since = Instant::now();
                    let expected = workload.expected(case, &instance);
                    let expected = expected.map_err(|error| at(error.to_string()))?;
                    if since.elapsed() > WORTH_KEEPING {
                        cache.keep_reference(workload, case, &expected);
                    }
                    expected
                }
            },
        };
        let made = Made {
            instance: Rc::new(instance),
            expected: Rc::new(expected),
        };
        self.makings.insert(name.to_owned(), made.clone());
        Ok(made)
    }

    /// Takes a case to the device, and the unedited kernel with it.
    pub fn case(
        &mut self,
        name: &str,
        launching: &mut Launching<'_>,
    ) -> Result<(Prepared, CaseResult), String> {
        launching(MAKING);
        let Made {
            instance,
            mut expected,
        } = self.make(name)?;
        let Preparing {
            device,
            judge,
            spec,
            settings,
            setup,
            image,
            ..
        } = self;
        let workload = &judge.subject().workload;
        let at = |message: String| format!("case {name}: {message}");
        let case = workload.case(name).ok_or_else(|| at("not found".into()))?;
        let own = matches!(workload.reference, Reference::Baseline { .. });
        let plan = plan(workload, name, setup).map_err(at)?;
        let id = device.stage(Rc::clone(&instance));
        let trouble = |trouble: Trouble| at(format!("the unedited kernel fails: {trouble}"));
        launching(LOADING);
        let baseline = device.load(id, image, &plan).map_err(trouble)?;
        launching(TRYING);
        let since = Instant::now();
        let outputs = device.execute(baseline).map_err(trouble)?;
        if own {
            let decoded = outputs.iter().map(|(buffer, bytes)| {
                let scalar = instance.buffers[*buffer].scalar;
                (*buffer, scalar.decode(bytes))
            });
            expected = Rc::new(decoded.collect());
        }
        let error = compare(workload, spec.tier, &instance, &expected, &outputs)
            .map_err(|verdict| at(failed("the unedited kernel", &verdict)))?;
        let executing = since.elapsed();
        let digested = digest(&outputs);
        device.know(id, &outputs).map_err(trouble)?;
        let repeats = device.repeats(baseline).map_err(trouble)?;
        device.warm_up(WARMING_UP).map_err(trouble)?;
        let since = Instant::now();
        let samples = (0..BASELINE_SAMPLES)
            .map(|_| device.sample(baseline, repeats))
            .collect::<Result<Vec<f64>, _>>()
            .map_err(trouble)?;
        let sampling = since.elapsed() / BASELINE_SAMPLES as u32;
        let energy_j = match settings.rules.energy {
            true => device.energy(baseline, repeats).map_err(trouble)?,
            false => None,
        };
        let known = settings.baseline_ns.get(name).copied();
        let baseline_ns = known.unwrap_or_else(|| median(&samples));
        let measured = Measured {
            screened_ns: samples,
            race: None,
            registers: device.registers(baseline),
            repeats,
            energy_j,
        };
        let result = CaseResult::measured(name, baseline_ns, error, digested.clone(), measured);
        let floor_ns = floor_ns(workload, case, &judge.subject().target);
        let prepared = Prepared {
            name: name.to_owned(),
            id,
            instance,
            expected,
            error,
            outputs: digested,
            errors: RefCell::default(),
            baseline,
            baseline_ns,
            repeats,
            floor_ns,
            executing,
            sampling,
        };
        Ok((prepared, result))
    }
}
