//! Guesses tried out: the kernel is launched in the simulator as a draft says, and what it touched is looked at.

use std::path::Path;

use tempfile::TempDir;

use super::Error;
use super::draft::Draft;
use crate::ptx::{self, Program};
use crate::target::launch::{self, Buffer, Checks, Launched, Options, Request, Value};
use crate::target::{Description, Fault, FaultKind};
use crate::workload::{self, Role, Workload};

/// Warp instructions of a trial: what takes longer is no size to search with.
const STEPS: u64 = 20_000_000;

/// Faults after which the simulator stops: those that it did not come to are not known.
const MANY: usize = 20;

/// A kernel to be tried.
pub struct Trial {
    program: Program,
    device: Description,
    folder: TempDir,
}

/// What a launch did to a buffer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Touched {
    /// Elements that it has.
    pub len: usize,
    /// One past the last element written; of what had contents before, all of it.
    pub extent: usize,
    /// Whether every element before that was written.
    pub whole: bool,
    /// Elements whose contents changed.
    pub changed: usize,
    /// Whether some element is not a number.
    pub nan: bool,
}

/// What a launch did.
#[derive(Debug, Clone)]
pub struct Observed {
    /// What went wrong.
    pub faults: Vec<Fault>,
    /// By the draft's buffers.
    pub touched: Vec<Touched>,
}

impl Observed {
    /// Buffers, by their index in the draft, that were read or written outside; and whether others may have been, too.
    pub fn outside(&self, draft: &Draft) -> (Vec<usize>, bool) {
        let arguments = self.faults.iter().filter_map(|fault| {
            let place = fault.site.as_ref()?.place.as_ref()?;
            let index = place.buffer.strip_prefix("argument ")?.split(' ').next()?;
            let arg = draft.args.get(index.parse::<usize>().ok()?)?;
            draft.buffers.iter().position(|buffer| buffer.name == *arg)
        });
        (arguments.collect(), self.faults.len() >= MANY)
    }

    /// Whether every element of every output was written.
    pub fn complete(&self, draft: &Draft) -> bool {
        let mut both = draft.buffers.iter().zip(&self.touched);
        both.all(|(buffer, touched)| {
            buffer.role != Role::Output || touched.whole && touched.extent == touched.len
        })
    }

    /// Whether shared memory was too small.
    pub fn wants_shared(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.kind == FaultKind::OutOfBounds && fault.message.contains("shared"))
    }
}

impl Trial {
    /// For a kernel that was compiled.
    ///
    /// # Errors
    /// The simulator does not know what is in it.
    pub fn new(ptx: &str, device: Description) -> Result<Trial, Error> {
        let program = ptx::parse(ptx).map_err(|error| {
            Error::Refused(format!("the simulator cannot execute the kernel: {error}"))
        })?;
        let folder = tempfile::tempdir().map_err(Error::Scratch)?;
        std::fs::write(folder.path().join("kernel.ll"), "").map_err(Error::Scratch)?;
        Ok(Trial {
            program,
            device,
            folder,
        })
    }

    /// Launches as a draft says, on its case number `case`; `None` where the draft makes no launch that the device can do.
    ///
    /// # Errors
    /// The simulator does not execute the kernel, whatever it is given.
    pub fn run(&self, draft: &Draft, case: usize) -> Result<Option<Observed>, Error> {
        let Ok(workload) = self.load(draft) else {
            return Ok(None);
        };
        let Some(case) = workload.cases.get(case) else {
            return Ok(None);
        };
        let Ok(instance) = workload.instance(case, &workload.default_setup()) else {
            return Ok(None);
        };
        let [made] = instance.launches.as_slice() else {
            return Ok(None);
        };
        let kernel = self
            .program
            .kernels
            .iter()
            .find(|kernel| kernel.name == made.entry);
        let Some(kernel) = kernel else {
            return Err(Error::Refused(format!(
                "the compiled module has no kernel `{}`",
                made.entry
            )));
        };
        let args: Vec<launch::Arg> = made
            .args
            .iter()
            .map(|arg| match arg {
                workload::Arg::Buffer(at) => {
                    let buffer = &instance.buffers[*at];
                    launch::Arg::Buffer(Buffer {
                        element: buffer.scalar,
                        len: buffer.len,
                        data: buffer.data.clone(),
                        read_only: buffer.role == Role::Input,
                    })
                }
                workload::Arg::Scalar(scalar, bits) => launch::Arg::Scalar(*scalar, *bits),
            })
            .collect();
        let request = Request {
            program: &self.program,
            kernel,
            grid: made.grid,
            block: made.block,
            shared: made.shared,
            args: &args,
        };
        let options = Options {
            // Whether the order of blocks matters is for the judge to find out.
            checks: Checks::default().without(launch::Check::Schedule),
            steps: STEPS,
        };
        match launch::launch(&self.device, &request, &options) {
            Ok(launched) => Ok(Some(observed(&workload, &instance, launched))),
            Err(launch::Error::Unsupported(fault)) if fault.site.is_some() => {
                Err(Error::Refused(format!(
                    "the simulator does not execute the kernel: {}",
                    fault.message
                )))
            }
            Err(_) => Ok(None),
        }
    }

    fn load(&self, draft: &Draft) -> Result<Workload, workload::Error> {
        let path = self.folder.path().join("workload.toml");
        let write = |path: &Path| std::fs::write(path, draft.to_toml());
        write(&path).map_err(|source| workload::Error::Read {
            what: "workload",
            path: path.clone(),
            source,
        })?;
        Workload::load(&path)
    }
}

fn observed(workload: &Workload, instance: &workload::Instance, launched: Launched) -> Observed {
    let mut touched = vec![Touched::default(); workload.buffers.len()];
    let launch = &instance.launches[0];
    for left in &launched.buffers {
        let Some(workload::Arg::Buffer(at)) = launch.args.get(left.arg) else {
            continue;
        };
        let values: Vec<Option<Value>> = left.values().collect();
        let extent = values
            .iter()
            .rposition(Option::is_some)
            .map_or(0, |last| last + 1);
        let size = left.element.size();
        let changed = match &instance.buffers[*at].data {
            Some(before) => (before.chunks(size).zip(left.bytes.chunks(size)))
                .filter(|(before, after)| before != after)
                .count(),
            None => values.iter().flatten().count(),
        };
        touched[*at] = Touched {
            len: values.len(),
            extent,
            whole: extent > 0 && values[..extent].iter().all(Option::is_some),
            changed,
            nan: values.iter().flatten().any(|value| match value {
                Value::F32(x) => x.is_nan(),
                Value::Float(x) => x.is_nan(),
                Value::Integer(_) => false,
            }),
        };
    }
    Observed {
        faults: launched.faults,
        touched,
    }
}
