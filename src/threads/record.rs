//! Trials from the record where they are on it, and on record as soon as they are run.

use crate::archive::{Archive, TrialKey};

use super::space::{Setting, Space};
use super::trial::{Error, Measure, Scope, Source, Trial};

/// A source that remembers.
pub struct Recorded<'a> {
    archive: &'a Archive,
    space: &'a Space,
    measure: &'a mut dyn Measure,
    /// Trials that were run, not recalled.
    pub measured: usize,
}

impl<'a> Recorded<'a> {
    /// Over an archive; what is not there is measured.
    ///
    /// # Errors
    /// When the archive cannot be written.
    pub fn new(
        archive: &'a Archive,
        space: &'a Space,
        measure: &'a mut dyn Measure,
    ) -> Result<Recorded<'a>, Error> {
        archive.prepare_trials()?;
        Ok(Recorded {
            archive,
            space,
            measure,
            measured: 0,
        })
    }
}

impl Source for Recorded<'_> {
    fn trial(&mut self, scope: Scope, setting: &Setting, ordinal: usize) -> Result<Trial, Error> {
        let text = self.space.text(setting);
        let key = TrialKey {
            scope: scope.word(),
            setting: &text,
            ordinal,
        };
        if let Some(trial) = self.archive.trial(key)? {
            return Ok(trial);
        }
        let trial = self.measure.measure(setting)?;
        self.archive.record_trial(
            key,
            trial.outcome.word(),
            trial.value,
            trial.seconds,
            &trial,
        )?;
        self.measured += 1;
        Ok(trial)
    }
}
