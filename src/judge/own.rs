//! The unedited kernel's own outputs, where a workload has no other reference.
//!
//! They come from the kernel as it is measured (the whole `-O3`, launched as the manifest says), executed under every check, once a case.
//! So an agreement says that a variant computes what the kernel computed, not that this is right.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::gates::Expected;
use super::{BASELINE_STEPS, Error, Implementation, JudgeSpec, Outcome, Subject, Verdict, arch};
use crate::edit::{self, Genome, Promises};
use crate::ir::{Arch, Source};
use crate::target::{Limits, SimTarget, Target};
use crate::workload::{Reference, Workload};

/// The kernel, and what is known of its outputs.
pub struct Own {
    workload: Workload,
    source: Source,
    promises: Promises,
    arch: Arch,
    ptx: Option<String>,
    outputs: BTreeMap<String, Rc<Expected>>,
}

impl Own {
    /// For a workload whose reference it is. What is judged may be the expert's kernel: the workload's own says what is right all the same.
    ///
    /// # Errors
    /// As [`Subject::load`].
    pub fn of(spec: &JudgeSpec, judged: &Subject) -> Result<Option<Own>, Error> {
        if !matches!(judged.workload.reference, Reference::Baseline { .. }) {
            return Ok(None);
        }
        let own = |subject: &Subject| Own {
            workload: subject.workload.clone(),
            source: subject.source.clone(),
            promises: subject.promises.clone(),
            arch: arch(&subject.target),
            ptx: None,
            outputs: BTreeMap::new(),
        };
        Ok(Some(match spec.implementation {
            Implementation::Kernel => own(judged),
            Implementation::Expert => own(&Subject::load(&JudgeSpec {
                implementation: Implementation::Kernel,
                fingerprint: None,
                ..spec.clone()
            })?),
        }))
    }

    /// The outputs of a case. `target` executes what is compiled for it.
    ///
    /// # Errors
    /// The kernel's own verdict, when it does not compile or does something wrong.
    pub fn outputs(
        &mut self,
        case: &str,
        target: &mut SimTarget,
    ) -> Result<Rc<Expected>, Box<Verdict>> {
        if let Some(known) = self.outputs.get(case) {
            return Ok(Rc::clone(known));
        }
        let refuse = |outcome, kind, why: String| Box::new(Verdict::failed(outcome, kind, why));
        let ptx = match self.ptx.take() {
            Some(ptx) => ptx,
            None => self
                .compile()
                .map_err(|e| refuse(Outcome::Compile, "codegen", e.to_string()))?,
        };
        let ptx = self.ptx.insert(ptx);
        let found = (self.workload.case(case))
            .ok_or_else(|| refuse(Outcome::Constraints, "no-case", case.to_owned()))?;
        let instance = (self
            .workload
            .instance(found, &self.workload.default_setup()))
        .map_err(|e| refuse(Outcome::Constraints, "launch", e.to_string()))?;
        let limits = Limits {
            steps: BASELINE_STEPS,
        };
        let execution = target
            .execute(ptx, &instance, &limits)
            .map_err(|fault| Box::new(Verdict::faulted(&fault, case)))?;
        let decode = |(buffer, bytes): &(usize, Vec<u8>)| {
            (*buffer, instance.buffers[*buffer].scalar.decode(bytes))
        };
        let expected: Rc<Expected> = Rc::new(execution.outputs.iter().map(decode).collect());
        self.outputs.insert(case.to_owned(), Rc::clone(&expected));
        Ok(expected)
    }

    fn compile(&self) -> Result<String, edit::BuildError> {
        let genome = Genome::default();
        edit::build(&self.source, &genome, &self.promises, &self.arch).map(|built| built.ptx)
    }
}
