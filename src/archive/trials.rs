//! Runs of a program under thread settings: the raw samples of `warpsmith threads`, in a table beside the verdicts.

use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Archive, Error, broken};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS trials (
        scope    TEXT NOT NULL,            -- warm-up, search, confirm or exhaust
        setting  TEXT NOT NULL,            -- knob=value, one after the other
        ordinal  INTEGER NOT NULL,         -- from 0: which run of this setting in this scope
        outcome  TEXT NOT NULL,
        value    REAL,                     -- the metric
        seconds  REAL NOT NULL,            -- from start to end of the process
        trial    TEXT NOT NULL,            -- all of it, JSON
        session  INTEGER NOT NULL,         -- which process ran it: 1, then one more for each resume
        PRIMARY KEY (scope, setting, ordinal)
    ) STRICT;
";

/// What is recorded of a run beside the whole of it.
#[derive(Debug, Clone, Copy)]
pub struct TrialKey<'a> {
    /// What it was for.
    pub scope: &'a str,
    /// The setting, as text.
    pub setting: &'a str,
    /// Which run of the setting in the scope, from 0.
    pub ordinal: usize,
}

impl Archive {
    /// Makes room for trials, in an archive that has none yet.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be written.
    pub fn prepare_trials(&self) -> Result<(), Error> {
        self.connection
            .execute_batch(SCHEMA)
            .map_err(|e| broken(&self.path, &e))
    }

    /// Puts a trial on record.
    ///
    /// # Errors
    /// [`Error::Broken`] when it cannot be written, or when it is there already.
    pub fn record_trial(
        &self,
        key: TrialKey<'_>,
        outcome: &str,
        value: Option<f64>,
        seconds: f64,
        trial: &impl Serialize,
    ) -> Result<(), Error> {
        let json = serde_json::to_string(trial).map_err(|e| broken(&self.path, &e))?;
        // A metric that is not a number has no place in a column of numbers; the JSON says what it was.
        let value = value.filter(|value| value.is_finite());
        self.connection
            .prepare_cached("INSERT INTO trials VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .and_then(|mut statement| {
                statement.execute(params![
                    key.scope,
                    key.setting,
                    key.ordinal as i64,
                    outcome,
                    value,
                    seconds,
                    json,
                    self.session
                ])
            })
            .map_err(|e| broken(&self.path, &e))?;
        Ok(())
    }

    /// A trial that is on record.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read.
    pub fn trial<T: DeserializeOwned>(&self, key: TrialKey<'_>) -> Result<Option<T>, Error> {
        let json: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT trial FROM trials WHERE scope = ?1 AND setting = ?2 AND ordinal = ?3",
            )
            .and_then(|mut statement| {
                statement
                    .query_row(params![key.scope, key.setting, key.ordinal as i64], |row| {
                        row.get(0)
                    })
                    .optional()
            })
            .map_err(|e| broken(&self.path, &e))?;
        json.map(|json| serde_json::from_str(&json).map_err(|e| broken(&self.path, &e)))
            .transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Identity;

    #[test]
    fn a_trial_read_back_is_the_trial_written_and_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        let identity = Identity {
            workload: "w".into(),
            kernel: "k".into(),
            target: "t".into(),
            policy: "p".into(),
            seed: 1,
            version: "0".into(),
        };
        let archive = Archive::create(folder.path(), &identity).unwrap();
        archive.prepare_trials().unwrap();
        let key = TrialKey {
            scope: "search",
            setting: "threads=2",
            ordinal: 1,
        };
        archive
            .record_trial(key, "measured", Some(0.1 + 0.2), 1.5, &(0.1 + 0.2))
            .unwrap();
        assert!(
            archive
                .record_trial(key, "measured", None, 1.5, &0.0)
                .is_err()
        );
        drop(archive);
        let archive = Archive::resume(folder.path(), &identity).unwrap();
        archive.prepare_trials().unwrap();
        assert_eq!(archive.trial::<f64>(key).unwrap(), Some(0.1 + 0.2));
        assert_eq!(
            archive
                .trial::<f64>(TrialKey { ordinal: 0, ..key })
                .unwrap(),
            None
        );
    }
}
