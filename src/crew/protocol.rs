//! What coordinator and worker say to each other: one JSON object a line.
//!
//! Judging is a dialogue in two steps, so that a variant whose PTX is already known is never executed: the worker compiles and names the
//! key, the coordinator says whether to go on. The messages are plain values: a queue can carry them as well as a pipe.

use serde::{Deserialize, Serialize};

use crate::edit::Genome;
use crate::judge::device::{DeviceSpec, Opened};
use crate::judge::{Artifacts, Finished, JudgeSpec, Scope, StepBudget, Verdict};

/// From the coordinator to a worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Request {
    /// First message: what to judge. Answered by [`Reply::Ready`] or [`Reply::Refused`].
    Open(Box<JudgeSpec>),
    /// Compile a genome. Answered by [`Reply::Compiled`], or at once by [`Reply::Judged`] if it does not compile.
    Judge { genome: Genome },
    /// Take a kernel as it is. Answered by [`Reply::Compiled`].
    Take { finished: Box<Finished> },
    /// Go on with the genome just compiled, or the kernel just taken. Answered by [`Reply::Judged`]; with what was executed, if it is correct and
    /// `keep` is set: it is to be measured on a device.
    Execute {
        scope: Scope,
        budget: StepBudget,
        #[serde(default)]
        keep: bool,
        /// By what is kept to be assembled ahead, if it is on this machine.
        #[serde(default)]
        assembler: Option<Assembler>,
    },
    /// First message to a worker that measures: what to judge, on which device. Answered by [`Reply::Opened`] or [`Reply::Refused`].
    OpenDevice {
        spec: Box<JudgeSpec>,
        device: Box<DeviceSpec>,
    },
    /// Measure a kernel on the device; one far slower than `best_ns` only roughly. `image` is what an assembler made of it, if one did. Answered by
    /// [`Reply::Judged`] or [`Reply::Troubled`].
    Measure {
        finished: Box<Finished>,
        #[serde(default)]
        image: Option<Vec<u8>>,
        best_ns: Option<f64>,
    },
    /// Measure the expert's kernel on the device. Answered as [`Request::Measure`].
    MeasureExpert,
    /// Compile a genome and send what it compiles to. Answered by [`Reply::Built`].
    Build { genome: Genome },
    /// Say how the time of a genome divides over instructions. Answered by [`Reply::Profiled`].
    Profile {
        genome: Genome,
        scope: Scope,
        budget: StepBudget,
    },
}

/// The driver's compiler, as an assembler of the same release is: a kernel that is assembled ahead, beside others, does not keep its device waiting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assembler {
    /// The release, such as `13.0`.
    pub release: String,
    /// For what, such as `sm_90`.
    pub arch: String,
}

/// From a worker to the coordinator.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reply {
    /// The workload is loaded.
    Ready,
    /// The workload cannot be loaded; the message is for the user.
    Refused { message: String },
    /// The genome compiles; equal keys execute alike.
    Compiled {
        key: String,
        skipped: Vec<crate::judge::SkippedEdit>,
    },
    /// The verdict.
    Judged {
        verdict: Box<Verdict>,
        #[serde(default)]
        finished: Option<Box<Finished>>,
        /// ... and what an assembler made of that.
        #[serde(default)]
        image: Option<Vec<u8>>,
        /// Whether the worker cannot go on: the kernel took the device's context along.
        #[serde(default)]
        last: bool,
    },
    /// The device works: the unedited kernel was executed on it.
    Opened(Box<Opened>),
    /// The next step on the device begins, and takes so many seconds at most. Comes any number of times before an answer.
    Launching { within_s: f64 },
    /// The device did not do its part, through no fault of the kernel that anyone knows of. The worker ends.
    Troubled { message: String },
    /// The answer to [`Request::Build`].
    Built {
        artifacts: Result<Box<Artifacts>, String>,
    },
    /// The answer to [`Request::Profile`]: as [`Judge::profile`](crate::judge::Judge::profile) has it.
    Profiled {
        times_ns: Result<Vec<f64>, Box<Verdict>>,
    },
}
