//! The record of a run: every verdict, on disk as soon as it is reached.
//!
//! One SQLite file in WAL mode, each verdict a transaction of its own, so that a killed run loses nothing that it had reported. A run is
//! resumed by searching again from the start with the archive as a memory: the search is deterministic, so that it asks for the same
//! variants in the same order, and finds the answers here. The only room that names `rusqlite`.

mod read;
mod trials;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::judge::Verdict;
pub use read::peek;
pub use trials::TrialKey;

/// The file in a run's directory.
pub const FILE: &str = "archive.sqlite";

/// Raised when the tables change; an archive of another version is refused.
const VERSION: i64 = 1;

const SCHEMA: &str = "
    CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE verdicts (
        scope      TEXT NOT NULL,          -- search or held-out
        genome     TEXT NOT NULL,          -- one edit a line; empty for the baseline
        outcome    TEXT NOT NULL,
        reason     TEXT,                   -- its kind, in one word
        time_ns    REAL,
        error      REAL,
        key        TEXT,                   -- hash of PTX and launch parameters
        verdict    TEXT NOT NULL,          -- all of it, JSON
        generation INTEGER NOT NULL,       -- which generation asked for it first
        session    INTEGER NOT NULL,       -- which process reached it: 1, then one more for each resume
        PRIMARY KEY (scope, genome)
    ) STRICT;
";

/// Why an archive cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A new run was to start where one already is.
    #[error(
        "{0} already holds a run; go on with it by --resume, replace it by --overwrite, or choose another --out"
    )]
    Exists(PathBuf),
    /// There is nothing to resume.
    #[error("{0} holds no run to go on with; start one with `tune`, without --resume")]
    Missing(PathBuf),
    /// The run there is of something else.
    #[error(
        "{path} is a run of another {what}:\n  there: {there}\n  here:  {here}\nresume it with what it was started with, or choose another --out"
    )]
    Other {
        /// The run's directory.
        path: PathBuf,
        /// What differs.
        what: String,
        /// Its value in the archive.
        there: String,
        /// Its value in this call.
        here: String,
    },
    /// Another process works on it.
    #[error("{0} is being written by another process; wait for it or end it")]
    Busy(PathBuf),
    /// The file is damaged, of another version, or the disk is full.
    #[error("{path}: {message}")]
    Broken {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        message: String,
    },
}

/// What makes two runs the same run. Every field must agree for a resume, except that a larger budget simply goes on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    /// The workload's name.
    pub workload: String,
    /// Hash over manifest and IR.
    pub kernel: String,
    /// The target's name and a hash of its description.
    pub target: String,
    /// The whole policy as it was read, overrides applied.
    pub policy: String,
    /// The run's seed.
    pub seed: u64,
    /// Warpsmith's version: another version may propose other edits.
    pub version: String,
}

impl Identity {
    fn fields(&self) -> [(&'static str, String); 6] {
        [
            ("workload", self.workload.clone()),
            ("kernel", self.kernel.clone()),
            ("target", self.target.clone()),
            ("policy", self.policy.clone()),
            ("seed", self.seed.to_string()),
            ("version", self.version.clone()),
        ]
    }
}

/// How many verdicts of one outcome and reason there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The outcome's word.
    pub outcome: String,
    /// The reason's word, for all but `correct`.
    pub reason: Option<String>,
    /// How many.
    pub count: i64,
}

/// An open archive.
pub struct Archive {
    connection: Connection,
    path: PathBuf,
    session: i64,
    /// Held for as long as the archive is open, so that two processes never search into one run.
    _lock: std::fs::File,
}

impl Archive {
    /// Starts a new run in `directory`, which is created if it is missing.
    ///
    /// # Errors
    /// [`Error::Exists`] if there is a run already; [`Error::Broken`] if the directory cannot be written.
    pub fn create(directory: &Path, identity: &Identity) -> Result<Archive, Error> {
        let path = directory.join(FILE);
        if path.exists() {
            return Err(Error::Exists(directory.to_path_buf()));
        }
        std::fs::create_dir_all(directory).map_err(|e| broken(directory, &e))?;
        let lock = lock(directory)?;
        // Built under another name and moved into place: a half-made archive is never found by a later --resume.
        let draft = directory.join(format!("{FILE}.new"));
        let _ = std::fs::remove_file(&draft);
        {
            let mut connection = Connection::open(&draft).map_err(|e| broken(&draft, &e))?;
            let transaction = connection.transaction().map_err(|e| broken(&draft, &e))?;
            transaction
                .execute_batch(SCHEMA)
                .map_err(|e| broken(&draft, &e))?;
            transaction
                .pragma_update(None, "user_version", VERSION)
                .map_err(|e| broken(&draft, &e))?;
            for (key, value) in identity.fields() {
                transaction
                    .execute("INSERT INTO run VALUES (?1, ?2)", params![key, value])
                    .map_err(|e| broken(&draft, &e))?;
            }
            transaction
                .execute("INSERT INTO run VALUES ('sessions', '0')", [])
                .map_err(|e| broken(&draft, &e))?;
            transaction.commit().map_err(|e| broken(&draft, &e))?;
        }
        std::fs::rename(&draft, &path).map_err(|e| broken(&path, &e))?;
        Archive::open(path, lock)?.begin_session()
    }

    /// Goes on with the run in `directory`.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none, [`Error::Other`] if it is a run of another kernel, target, policy, seed or version.
    pub fn resume(directory: &Path, identity: &Identity) -> Result<Archive, Error> {
        let path = directory.join(FILE);
        if !path.exists() {
            return Err(Error::Missing(directory.to_path_buf()));
        }
        let lock = lock(directory)?;
        let archive = Archive::open(path, lock)?;
        for (key, here) in identity.fields() {
            let there = archive.value(key)?.unwrap_or_default();
            if there != here {
                return Err(Error::Other {
                    path: directory.to_path_buf(),
                    what: key.into(),
                    there,
                    here,
                });
            }
        }
        archive.begin_session()
    }

    fn open(path: PathBuf, lock: std::fs::File) -> Result<Archive, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(&path, flags).map_err(|e| broken(&path, &e))?;
        let fail = |e: rusqlite::Error| broken(&path, &e);
        connection
            .pragma_update(None, "journal_mode", "WAL")
            .map_err(fail)?;
        // NORMAL with WAL survives the death of this process at any point; only a power cut may cost the last verdicts.
        connection
            .pragma_update(None, "synchronous", "NORMAL")
            .map_err(fail)?;
        let version: i64 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(fail)?;
        if version != VERSION {
            let message = format!(
                "an archive of format {version}; this version of warpsmith reads format {VERSION}"
            );
            return Err(Error::Broken { path, message });
        }
        Ok(Archive {
            connection,
            path,
            session: 0,
            _lock: lock,
        })
    }

    fn begin_session(mut self) -> Result<Archive, Error> {
        self.connection
            .execute("UPDATE run SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'sessions'", [])
            .map_err(|e| broken(&self.path, &e))?;
        self.session = self
            .value("sessions")?
            .and_then(|v| v.parse().ok())
            .unwrap_or(1);
        Ok(self)
    }

    /// A note about the run that is not part of its identity.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read.
    pub fn note(&self, key: &str) -> Result<Option<String>, Error> {
        self.value(&format!("note:{key}"))
    }

    /// Writes a note, in place of the one that may be there.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be written.
    pub fn put_note(&self, key: &str, value: &str) -> Result<(), Error> {
        self.connection
            .execute(
                "INSERT OR REPLACE INTO run VALUES (?1, ?2)",
                params![format!("note:{key}"), value],
            )
            .map_err(|e| broken(&self.path, &e))?;
        Ok(())
    }

    fn value(&self, key: &str) -> Result<Option<String>, Error> {
        self.connection
            .query_row("SELECT value FROM run WHERE key = ?1", [key], |row| {
                row.get(0)
            })
            .optional()
            .map_err(|e| broken(&self.path, &e))
    }

    /// Puts a verdict on record.
    ///
    /// # Errors
    /// [`Error::Broken`] when it cannot be written, or when this genome already has one.
    pub fn record(
        &self,
        scope: &str,
        genome: &str,
        generation: u32,
        verdict: &Verdict,
    ) -> Result<(), Error> {
        let json = serde_json::to_string(verdict).map_err(|e| broken(&self.path, &e))?;
        let reason = verdict.reason.as_ref().map(|r| r.kind.as_str());
        self.connection
            .prepare_cached("INSERT INTO verdicts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
            .and_then(|mut statement| {
                statement.execute(params![
                    scope,
                    genome,
                    verdict.outcome.word(),
                    reason,
                    verdict.score.map(|s| s.time_ns),
                    verdict.score.map(|s| s.error),
                    verdict.key,
                    json,
                    generation,
                    self.session,
                ])
            })
            .map_err(|e| broken(&self.path, &e))?;
        Ok(())
    }

    /// The verdict on a genome, if there is one.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read.
    pub fn verdict(&self, scope: &str, genome: &str) -> Result<Option<Verdict>, Error> {
        let json: Option<String> = self
            .connection
            .prepare_cached("SELECT verdict FROM verdicts WHERE scope = ?1 AND genome = ?2")
            .and_then(|mut statement| {
                statement
                    .query_row([scope, genome], |row| row.get(0))
                    .optional()
            })
            .map_err(|e| broken(&self.path, &e))?;
        json.map(|json| serde_json::from_str(&json).map_err(|e| broken(&self.path, &e)))
            .transpose()
    }

    /// Every verdict: scope and verdict, in the order in which they were reached.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read.
    pub fn verdicts(&self) -> Result<Vec<(String, Verdict)>, Error> {
        let fail = |e: rusqlite::Error| broken(&self.path, &e);
        let mut statement = self
            .connection
            .prepare("SELECT scope, verdict FROM verdicts ORDER BY rowid")
            .map_err(fail)?;
        let rows = statement
            .query_map([], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })
            .map_err(fail)?;
        rows.map(|row| {
            let (scope, json) = row.map_err(fail)?;
            let verdict = serde_json::from_str(&json).map_err(|e| broken(&self.path, &e))?;
            Ok((scope, verdict))
        })
        .collect()
    }

    /// Verdicts on search cases by outcome and reason, most frequent first.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read.
    pub fn tally(&self) -> Result<Vec<Tally>, Error> {
        let fail = |e: rusqlite::Error| broken(&self.path, &e);
        let mut statement = self
            .connection
            .prepare(
                "SELECT outcome, reason, count(*) FROM verdicts WHERE scope = 'search'
                 GROUP BY outcome, reason ORDER BY count(*) DESC, outcome, reason",
            )
            .map_err(fail)?;
        let rows = statement
            .query_map([], |row| {
                Ok(Tally {
                    outcome: row.get(0)?,
                    reason: row.get(1)?,
                    count: row.get(2)?,
                })
            })
            .map_err(fail)?;
        rows.map(|row| row.map_err(fail)).collect()
    }
}

/// Removes the run in `directory`: the archive and what belongs to it, nothing else.
///
/// # Errors
/// [`Error::Broken`] when a file cannot be removed; [`Error::Busy`] when a process works on it.
pub fn remove(directory: &Path) -> Result<(), Error> {
    if !directory.join(FILE).exists() {
        return Ok(());
    }
    let _lock = lock(directory)?;
    for suffix in ["-wal", "-shm", ".new", ""] {
        let path = directory.join(format!("{FILE}{suffix}"));
        if path.exists() {
            std::fs::remove_file(&path).map_err(|e| broken(&path, &e))?;
        }
    }
    Ok(())
}

/// Tries for a lock, and how long between two. A lock that was just given back may live on for a moment in a process that another thread is
/// starting: it has our files until it becomes another program.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: std::time::Duration = std::time::Duration::from_millis(10);

fn lock(directory: &Path) -> Result<std::fs::File, Error> {
    let path = directory.join("lock");
    let file = std::fs::File::create(&path).map_err(|e| broken(&path, &e))?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(std::fs::TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
            Err(std::fs::TryLockError::Error(error)) => return Err(broken(&path, &error)),
        }
    }
    Err(Error::Busy(directory.to_path_buf()))
}

fn broken(path: &Path, error: &dyn std::fmt::Display) -> Error {
    Error::Broken {
        path: path.to_path_buf(),
        message: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{Outcome, Score};

    fn identity() -> Identity {
        Identity {
            workload: "w".into(),
            kernel: "k".into(),
            target: "t".into(),
            policy: "p".into(),
            seed: 1,
            version: "0".into(),
        }
    }

    fn correct(time_ns: f64) -> Verdict {
        Verdict {
            outcome: Outcome::Correct,
            reason: None,
            score: Some(Score {
                energy_j: None,
                time_ns,
                error: 0.1 + 0.2,
            }),
            ..Verdict::failed(Outcome::Correct, "", "")
        }
    }

    #[test]
    fn a_verdict_read_back_is_the_verdict_written() {
        let directory = tempfile::tempdir().unwrap();
        let archive = Archive::create(directory.path(), &identity()).unwrap();
        archive
            .record("search", "delete %1\n", 3, &correct(1.0 / 3.0))
            .unwrap();
        drop(archive);
        let archive = Archive::resume(directory.path(), &identity()).unwrap();
        assert_eq!(
            archive.verdict("search", "delete %1\n").unwrap(),
            Some(correct(1.0 / 3.0))
        );
        assert_eq!(archive.verdict("held-out", "delete %1\n").unwrap(), None);
    }

    #[test]
    fn no_genome_is_recorded_twice() {
        let directory = tempfile::tempdir().unwrap();
        let archive = Archive::create(directory.path(), &identity()).unwrap();
        archive.record("search", "", 0, &correct(1.0)).unwrap();
        assert!(archive.record("search", "", 0, &correct(1.0)).is_err());
    }

    #[test]
    fn a_run_of_another_kernel_is_refused_by_name() {
        let directory = tempfile::tempdir().unwrap();
        drop(Archive::create(directory.path(), &identity()).unwrap());
        let other = Identity {
            kernel: "z".into(),
            ..identity()
        };
        let Err(error) = Archive::resume(directory.path(), &other) else {
            panic!("resumed another kernel's run")
        };
        assert!(error.to_string().contains("another kernel"), "{error}");
    }

    #[test]
    fn two_processes_never_share_a_run() {
        let directory = tempfile::tempdir().unwrap();
        let _first = Archive::create(directory.path(), &identity()).unwrap();
        assert!(matches!(
            Archive::resume(directory.path(), &identity()),
            Err(Error::Busy(_))
        ));
    }

    #[test]
    fn a_new_run_never_starts_in_a_used_directory() {
        let directory = tempfile::tempdir().unwrap();
        drop(Archive::create(directory.path(), &identity()).unwrap());
        assert!(matches!(
            Archive::create(directory.path(), &identity()),
            Err(Error::Exists(_))
        ));
        remove(directory.path()).unwrap();
        assert!(Archive::create(directory.path(), &identity()).is_ok());
    }
}
