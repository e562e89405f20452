//! Which buffers a transformation takes for distinct.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Promises;
use crate::workload::Condition;

/// Answers, from what the workload promises, whether two parameters ever point into the same buffer, and remembers which
/// buffers were asked about.
#[derive(Debug)]
pub struct Apart<'p> {
    promises: &'p Promises,
    relied_on: RefCell<BTreeSet<String>>,
}

impl<'p> Apart<'p> {
    /// Nothing asked yet.
    pub fn new(promises: &'p Promises) -> Apart<'p> {
        let relied_on = RefCell::default();
        Apart {
            promises,
            relied_on,
        }
    }

    /// Whether parameters `a` and `b` of the kernel `entry` are different buffers in every launch, and the workload
    /// promises that its buffers do not overlap.
    pub fn are(&self, entry: &str, a: u32, b: u32) -> bool {
        let launches = self.promises.pointer_args.get(entry);
        let Some(launches) = launches.filter(|_| self.promises.noalias) else {
            return false;
        };
        let buffer = |args: &'p [Option<String>], index: u32| args.get(index as usize)?.as_ref();
        let pairs: Option<Vec<_>> = launches
            .iter()
            .map(|args| Some((buffer(args, a)?, buffer(args, b)?)))
            .collect();
        let Some(pairs) = pairs.filter(|all| all.iter().all(|(a, b)| a != b)) else {
            return false;
        };
        let mut relied_on = self.relied_on.borrow_mut();
        relied_on.extend(pairs.into_iter().flat_map(|(a, b)| [a.clone(), b.clone()]));
        true
    }

    /// What was relied on, if anything was.
    pub fn condition(self) -> Option<Condition> {
        let buffers: Vec<String> = self.relied_on.into_inner().into_iter().collect();
        (!buffers.is_empty()).then_some(Condition::NotAliased { buffers })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_promised_and_different_in_every_launch_is_apart() {
        let args = |names: [&str; 3]| names.map(|name| Some(name.to_owned())).to_vec();
        let mut promises = Promises {
            noalias: true,
            pointer_args: [(
                "k".into(),
                vec![args(["a", "b", "c"]), args(["b", "a", "b"])],
            )]
            .into(),
            ..Promises::default()
        };
        let apart = Apart::new(&promises);
        assert!(apart.are("k", 0, 1) && !apart.are("k", 0, 2) && !apart.are("k", 0, 3));
        assert!(!apart.are("other", 0, 1));
        let buffers = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(apart.condition(), Some(Condition::NotAliased { buffers }));
        promises.noalias = false;
        let apart = Apart::new(&promises);
        assert!(!apart.are("k", 0, 1) && apart.condition().is_none());
    }
}
