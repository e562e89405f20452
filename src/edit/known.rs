//! What edited modules compile to, by the hash of their text: the optimiser takes ten times as long as applying a genome does.

use std::collections::{HashMap, VecDeque};

use crate::ir::Pipeline;

/// How many are kept; each is a PTX text.
const KEPT: usize = 256;

/// Edited modules that were compiled lately for one architecture, and what they compile to.
#[derive(Debug, Default)]
pub struct Known {
    codes: HashMap<[u8; 32], Code>,
    /// In the order in which they came: the oldest goes first.
    order: VecDeque<[u8; 32]>,
}

/// What a module compiles to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Code {
    pub ptx: String,
    pub warnings: Vec<String>,
}

impl Known {
    /// The name of a module that is compiled by a pipeline: equal texts and pipelines make equal code.
    pub(super) fn name(ir: &str, pipeline: &Pipeline) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(format!("{pipeline:?}").as_bytes());
        hasher.update(&[0]);
        hasher.update(ir.as_bytes());
        *hasher.finalize().as_bytes()
    }

    pub(super) fn get(&self, name: &[u8; 32]) -> Option<&Code> {
        self.codes.get(name)
    }

    pub(super) fn keep(&mut self, name: [u8; 32], code: Code) {
        if self.codes.insert(name, code).is_none() {
            self.order.push_back(name);
        }
        if self.order.len() > KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.codes.remove(&oldest);
        }
    }

    /// How many are kept.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_forgotten_and_the_pipeline_is_part_of_the_name() {
        let mut known = Known::default();
        let name = |ir: usize| Known::name(&ir.to_string(), &Pipeline::default());
        let code = |ptx: usize| Code {
            ptx: ptx.to_string(),
            warnings: Vec::new(),
        };
        for ir in 0..KEPT + 3 {
            known.keep(name(ir), code(ir));
        }
        assert_eq!(known.len(), KEPT);
        assert_eq!(known.get(&name(2)), None);
        assert_eq!(known.get(&name(3)), Some(&code(3)));
        let mut other = Pipeline::default();
        other.first("function(sroa)");
        assert_ne!(Known::name("0", &other), name(0));
    }
}
