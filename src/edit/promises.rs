//! What a workload allows edits to rely on.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// The part of a workload that edits depend on: what may be set and what may be taken for granted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promises {
    /// Launch tunables and the values that each may have.
    pub tunables: BTreeMap<String, Vec<i64>>,
    /// Whether distinct buffers never overlap.
    pub noalias: bool,
    /// For each entry, the arguments of each of its launches: the buffer's name, `None` for a scalar.
    pub pointer_args: BTreeMap<String, Vec<Vec<Option<String>>>>,
}

impl Promises {
    /// Names of all buffers that some launch passes, in order.
    pub fn buffers(&self) -> BTreeSet<&str> {
        self.pointer_args
            .values()
            .flatten()
            .flatten()
            .flatten()
            .map(String::as_str)
            .collect()
    }

    /// Parameters that are reached by none but these buffers, in every launch, and by each of them alone: `(entry,
    /// index)`, in order.
    pub fn params_of(&self, buffers: &BTreeSet<String>) -> Vec<(&str, u32)> {
        let mut found = Vec::new();
        for (entry, launches) in &self.pointer_args {
            let count = launches.iter().map(Vec::len).min().unwrap_or(0);
            for index in 0..count {
                let alone = |args: &Vec<Option<String>>| {
                    let buffer = args[index].as_ref();
                    buffer.is_some_and(|buffer| buffers.contains(buffer))
                        && args.iter().filter(|other| other.as_ref() == buffer).count() == 1
                };
                if launches.iter().all(alone) {
                    found.push((entry.as_str(), index as u32));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promises(launches: &[&[Option<&str>]]) -> Promises {
        let launches = launches
            .iter()
            .map(|args| args.iter().map(|arg| arg.map(str::to_owned)).collect())
            .collect();
        Promises {
            pointer_args: BTreeMap::from([("k".to_owned(), launches)]),
            ..Promises::default()
        }
    }

    fn params<'p>(promises: &'p Promises, buffers: &[&str]) -> Vec<(&'p str, u32)> {
        promises.params_of(&buffers.iter().map(|&buffer| buffer.to_owned()).collect())
    }

    #[test]
    fn a_parameter_belongs_to_a_buffer_only_if_every_launch_says_so() {
        let ping_pong = promises(&[&[Some("a"), Some("b"), None], &[Some("b"), Some("a"), None]]);
        assert_eq!(params(&ping_pong, &["a"]), []);
        assert_eq!(params(&ping_pong, &["a", "b"]), [("k", 0), ("k", 1)]);
    }

    #[test]
    fn a_buffer_that_is_passed_twice_aliases_itself() {
        let in_place = promises(&[&[Some("a"), Some("a"), Some("b")]]);
        assert_eq!(params(&in_place, &["a", "b"]), [("k", 2)]);
    }
}
