//! How long buffers can be.

use std::collections::BTreeSet;

use super::Promises;
use crate::workload::{Condition, Expr, Interval, Setup};

/// The length of a buffer, as the manifest has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Length {
    /// Elements, over shapes and tunables.
    pub elements: Expr,
    /// Bytes of an element.
    pub size: u64,
}

/// A bound on the length of buffers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extent {
    /// No buffer is longer than so many bytes.
    pub bytes: u64,
    /// What that follows from.
    pub conditions: Vec<Condition>,
}

impl Promises {
    /// How long the buffers are that some launch passes as parameter `index` of `entry`, set up so; `None` where there is
    /// no bound.
    pub fn extent(&self, entry: &str, index: u32, setup: &Setup) -> Option<Extent> {
        let launches = self.pointer_args.get(entry)?;
        let mut extent = Extent::default();
        for args in launches {
            let buffer = args.get(index as usize)?.as_ref()?;
            let length = self.lengths.get(buffer)?;
            let (bytes, conditions) = self.bound(buffer, length, setup)?;
            extent.bytes = extent.bytes.max(bytes);
            for condition in conditions {
                if !extent.conditions.contains(&condition) {
                    extent.conditions.push(condition);
                }
            }
        }
        (!launches.is_empty()).then_some(extent)
    }

    /// The most bytes of one buffer, and what that follows from: what is said of its shapes, or of all buffers.
    fn bound(&self, buffer: &str, length: &Length, setup: &Setup) -> Option<(u64, Vec<Condition>)> {
        let by_shapes = self.bytes(length, &BTreeSet::new(), setup);
        let by_promise = self.longest.and_then(|it| it.checked_mul(length.size));
        match (by_shapes, by_promise) {
            (None, None) => None,
            (Some(bytes), promised) if promised.is_none_or(|promised| bytes <= promised) => {
                Some((bytes, self.bounds(length, setup)))
            }
            (_, promised) => {
                let buffer = buffer.to_owned();
                let most = self.longest?;
                Some((promised?, vec![Condition::Elements { buffer, most }]))
            }
        }
    }

    /// The most bytes of a buffer where nothing but its sign is known of the shapes `open`.
    fn bytes(&self, length: &Length, open: &BTreeSet<&str>, setup: &Setup) -> Option<u64> {
        let mut symbols = self.symbols(setup);
        for shape in open {
            symbols.insert((*shape).to_owned(), Interval::new(0, i64::MAX));
        }
        let most = length.elements.interval(&symbols, &self.passed).most;
        let most = u64::try_from(most).ok().filter(|_| most < i64::MAX)?;
        most.checked_mul(length.size)
    }

    /// The promises without which the bound would be another.
    fn bounds(&self, length: &Length, setup: &Setup) -> Vec<Condition> {
        let whole = self.bytes(length, &BTreeSet::new(), setup);
        let mut conditions = Vec::new();
        for (shape, promise) in &self.shapes {
            if self.bytes(length, &[shape.as_str()].into(), setup) == whole {
                continue;
            }
            let value = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
            let shape = || shape.clone();
            if promise.least > 0 {
                conditions.push(Condition::Least {
                    shape: shape(),
                    value: value(promise.least),
                });
            }
            if let Some(most) = promise.most {
                conditions.push(Condition::Most {
                    shape: shape(),
                    value: value(most),
                });
            }
        }
        conditions
    }
}
