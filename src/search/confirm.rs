//! The last word on a champion that was measured: several new processes, one after the other.

use serde::{Deserialize, Serialize};

use super::champion::Champion;
use super::run::{Error, Run};
use crate::archive::Archive;
use crate::crew::{self, Crew};
use crate::judge::Verdict;
use crate::measure::{Race, Standing, overall};
use crate::target::cuda::About;

/// Processes that confirm a champion: below five, the spread between processes cannot be told.
const PROCESSES: usize = 5;
/// The note of a run that has it.
pub(super) const CONFIRMED: &str = "confirmed";

/// What several processes say of a champion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Confirmed {
    /// How many times faster than the baseline, over all device cases together: the median of the processes.
    pub speedup: f64,
    /// The process that says the least.
    pub least: f64,
    /// The process that says the most.
    pub most: f64,
    /// In how many of them every case is faster beyond doubt.
    pub faster: usize,
    /// The races, process by process, each with its device cases in order.
    pub races: Vec<Vec<Race>>,
}

impl Run {
    /// Measures the champion again in five new processes; `None` where times are the simulator's.
    ///
    /// # Errors
    /// [`crew::Error::Workers`] if it is wrong there, or the device fails; as [`Run::search`].
    pub fn confirm(&mut self, champion: &Champion) -> Result<Option<Confirmed>, Error> {
        if !self.crew.measures() {
            return Ok(None);
        }
        if let Some(confirmed) = self.archive.noted::<Confirmed>(CONFIRMED)? {
            return Ok(Some(confirmed));
        }
        match self.confirm_in_time(champion)? {
            Some(confirmed) if confirmed.races.len() == PROCESSES => {
                self.archive.put_noted(CONFIRMED, &confirmed)?;
                Ok(Some(confirmed))
            }
            _ => Err(crew::Error::Stopped.into()),
        }
    }

    /// The same in as many processes as there is time for before a stop is asked for, at least one; nothing is written down.
    ///
    /// # Errors
    /// As [`Run::confirm`].
    pub fn confirm_in_time(&mut self, champion: &Champion) -> Result<Option<Confirmed>, Error> {
        if !self.crew.measures() {
            return Ok(None);
        }
        let finished = self.artifacts(&champion.genome)?.finished();
        let mut races: Vec<Vec<Race>> = Vec::new();
        for verdict in self.crew.confirm(&finished, PROCESSES)? {
            if !verdict.is_correct() {
                let reason = verdict.reason.as_ref().map(ToString::to_string);
                let message = format!(
                    "the champion fails when it is confirmed: {}",
                    reason.unwrap_or_default()
                );
                return Err(crew::Error::Workers(message).into());
            }
            let measured = verdict
                .cases
                .into_iter()
                .filter_map(|case| case.measured?.race);
            races.push(measured.collect());
        }
        Ok(Some(summary(races)))
    }

    /// The verdict on the expert's kernel on the device, raced against the unedited one.
    ///
    /// # Errors
    /// As [`Run::confirm`].
    pub fn measure_expert(&mut self) -> Result<Verdict, Error> {
        Ok(self.crew.measure_expert()?)
    }
}

/// The note of a run that has the device that its times were measured on.
const DEVICE: &str = "device";
/// ... and the one that has what compiled the baseline that they are told by.
pub(super) const COMPILED_BY: &str = "compiled_by";

/// Notes the device that measures. Times of one run come from one model and one driver, whenever they were measured.
pub(super) fn same_device(crew: &Crew, archive: &Archive) -> Result<(), Error> {
    let Some(opened) = crew.device() else {
        return Ok(());
    };
    let here = &opened.about;
    match archive.noted::<About>(DEVICE)? {
        Some(there) if (&there.name, &there.driver) != (&here.name, &here.driver) => {
            let message = format!(
                "the run was measured on a {} (driver for CUDA {}); here is a {} (driver for CUDA {}): start a new run",
                there.name, there.driver, here.name, here.driver
            );
            Err(crew::Error::Refused(message).into())
        }
        Some(_) => Ok(()),
        None => {
            if let Some((by, _)) = opened.compiled_by.first() {
                archive.put_noted(COMPILED_BY, by)?;
            }
            Ok(archive.put_noted(DEVICE, here)?)
        }
    }
}

fn summary(races: Vec<Vec<Race>>) -> Confirmed {
    let speedups: Vec<f64> = races.iter().filter_map(overall).collect();
    let faster = |races: &&Vec<Race>| races.iter().all(|race| race.standing() == Standing::Faster);
    Confirmed {
        speedup: crate::stats::median(&speedups),
        least: speedups.iter().copied().fold(f64::INFINITY, f64::min),
        most: speedups.iter().copied().fold(0.0, f64::max),
        faster: races.iter().filter(faster).count(),
        races,
    }
}
