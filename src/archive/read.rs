//! Reading what a run left: its best verdicts, and its notes without opening it for writing.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Archive, Error, FILE, broken};
use crate::judge::Verdict;

impl Archive {
    /// Every correct genome of the search cases that was asked for in a generation before `end`, with its verdict: fastest first; of equally
    /// fast ones the more exact, then the shorter, so that the order does not depend on when a verdict was reached.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read.
    pub fn ranking(&self, end: u32) -> Result<Vec<(String, Verdict)>, Error> {
        let fail = |e: rusqlite::Error| broken(&self.path, &e);
        let mut statement = self
            .connection
            .prepare(
                "SELECT genome, verdict FROM verdicts
                 WHERE scope = 'search' AND outcome = 'correct' AND generation < ?1
                 ORDER BY time_ns, error, length(genome), genome",
            )
            .map_err(fail)?;
        let rows = statement
            .query_map([end], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })
            .map_err(fail)?;
        rows.map(|row| {
            let (genome, json) = row.map_err(fail)?;
            let verdict = serde_json::from_str(&json).map_err(|e| broken(&self.path, &e))?;
            Ok((genome, verdict))
        })
        .collect()
    }

    /// How many genomes were judged on the search cases in generations before `end`, and the last of these generations.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read.
    pub fn extent(&self, end: u32) -> Result<(usize, u32), Error> {
        let query = "SELECT count(*), coalesce(max(generation), 0) FROM verdicts
                     WHERE scope = 'search' AND generation < ?1";
        self.connection
            .query_row(query, [end], |row| {
                Ok((row.get::<_, i64>(0)? as usize, row.get(1)?))
            })
            .map_err(|e| broken(&self.path, &e))
    }

    /// A note that [`Archive::put_noted`] wrote.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be read, or the note is of another form.
    pub fn noted<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Error> {
        let text = self.note(key)?;
        text.map(|text| serde_json::from_str(&text).map_err(|e| self.malformed(key, &e)))
            .transpose()
    }

    /// Writes a value as a note, in place of the one that may be there.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be written.
    pub fn put_noted(&self, key: &str, value: &impl Serialize) -> Result<(), Error> {
        let text = serde_json::to_string(value).map_err(|e| self.malformed(key, &e))?;
        self.put_note(key, &text)
    }

    fn malformed(&self, key: &str, error: &serde_json::Error) -> Error {
        broken(&self.path, &format!("the note `{key}`: {error}"))
    }

    /// Removes a note, if it is there.
    ///
    /// # Errors
    /// [`Error::Broken`] when the archive cannot be written.
    pub fn remove_note(&self, key: &str) -> Result<(), Error> {
        self.connection
            .execute("DELETE FROM run WHERE key = ?1", [format!("note:{key}")])
            .map_err(|e| broken(&self.path, &e))?;
        Ok(())
    }
}

/// A note of the run in `directory`, which is not opened for it: another process may be writing it.
///
/// # Errors
/// [`Error::Missing`] if there is no run; [`Error::Broken`] when its archive cannot be read.
pub fn peek<T: DeserializeOwned>(directory: &Path, key: &str) -> Result<Option<T>, Error> {
    let path = directory.join(FILE);
    if !path.exists() {
        return Err(Error::Missing(directory.to_path_buf()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let text: Option<String> = Connection::open_with_flags(&path, flags)
        .and_then(|connection| {
            let query = "SELECT value FROM run WHERE key = ?1";
            let key = format!("note:{key}");
            connection
                .query_row(query, [key], |row| row.get(0))
                .optional()
        })
        .map_err(|e| broken(&path, &e))?;
    text.map(|text| serde_json::from_str(&text).map_err(|e| broken(&path, &e)))
        .transpose()
}
