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
    /// Every buffer's address is a multiple of this many bytes, a power of two.
    pub align: Option<u32>,
    /// For each entry, the arguments of each of its launches: the buffer's name, `None` for a scalar.
    pub pointer_args: BTreeMap<String, Vec<Vec<Option<String>>>>,
    /// For each entry, the arguments of each of its launches: the shape that an integer is, `None` for a buffer and for
    /// any other scalar.
    pub shape_args: BTreeMap<String, Vec<Vec<Option<ShapeArg>>>>,
    /// What is true of each shape.
    pub shapes: BTreeMap<String, ShapePromise>,
}

/// An argument whose value is that of a shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShapeArg {
    pub shape: String,
    /// Whether it is passed as a signed integer.
    pub signed: bool,
}

/// What is true of a shape in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShapePromise {
    /// The smallest value that it may have.
    pub least: u64,
    /// A divisor of all its values, at least 1.
    pub multiple_of: u64,
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
        always(&self.pointer_args, |args, index| {
            let buffer = args[index].as_ref();
            buffer.is_some_and(|buffer| buffers.contains(buffer))
                && args.iter().filter(|other| other.as_ref() == buffer).count() == 1
        })
    }

    /// Parameters that get the address of one of these buffers in every launch: `(entry, index)`, in order.
    pub fn params_to(&self, buffers: &BTreeSet<String>) -> Vec<(&str, u32)> {
        always(&self.pointer_args, |args, index| {
            args[index].as_ref().is_some_and(|it| buffers.contains(it))
        })
    }

    /// Parameters that are this shape in every launch, and whether every launch passes them as signed integers:
    /// `(entry, index, signed)`, in order.
    pub fn params_that_are(&self, shape: &str) -> Vec<(&str, u32, bool)> {
        let is = |args: &[Option<ShapeArg>], index: usize, signed: bool| {
            let arg = args[index].as_ref();
            arg.is_some_and(|arg| arg.shape == shape && (arg.signed || !signed))
        };
        let signed = always(&self.shape_args, |args, index| is(args, index, true));
        always(&self.shape_args, |args, index| is(args, index, false))
            .into_iter()
            .map(|(entry, index)| (entry, index, signed.contains(&(entry, index))))
            .collect()
    }
}

/// Arguments of which something holds in every launch of their entry: `(entry, index)`, in order.
fn always<T>(
    launches: &BTreeMap<String, Vec<Vec<T>>>,
    holds: impl Fn(&[T], usize) -> bool,
) -> Vec<(&str, u32)> {
    let mut found = Vec::new();
    for (entry, launches) in launches {
        let count = launches.iter().map(Vec::len).min().unwrap_or(0);
        for index in 0..count {
            if launches.iter().all(|args| holds(args, index)) {
                found.push((entry.as_str(), index as u32));
            }
        }
    }
    found
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

    #[test]
    fn an_address_is_aligned_wherever_it_is_passed() {
        let in_place = promises(&[&[Some("a"), Some("a"), Some("b"), None]]);
        let buffers = ["a".to_owned()].into();
        assert_eq!(in_place.params_to(&buffers), [("k", 0), ("k", 1)]);
    }

    #[test]
    fn an_argument_is_a_shape_only_if_every_launch_passes_it() {
        let arg = |shape: &str, signed| {
            let shape = shape.to_owned();
            Some(ShapeArg { shape, signed })
        };
        let launches = vec![
            vec![None, arg("n", true), arg("n", true), arg("n", true)],
            vec![None, arg("n", true), arg("m", true), arg("n", false)],
        ];
        let promises = Promises {
            shape_args: [("k".to_owned(), launches)].into(),
            ..Promises::default()
        };
        let found = promises.params_that_are("n");
        assert_eq!(found, [("k", 1, true), ("k", 3, false)]);
        assert_eq!(promises.params_that_are("m"), []);
    }
}
