//! What may be taken for granted of the parameters of kernels, and which of it a change relied on.

use std::collections::{BTreeMap, BTreeSet};

use crate::workload::Scalar;

/// What is promised, by the kernel's name and the number of its parameter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given(pub BTreeMap<(String, u32), ParamFacts>);

/// What is promised of one parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamFacts {
    /// A pointer into memory that no other parameter points into.
    pub disjoint: bool,
    /// A pointer whose address is a multiple of so many bytes.
    pub align: u64,
    /// An integer that is a multiple of this.
    pub multiple: u64,
    /// A pointer to elements none of which is smaller than the one before it, in this type.
    pub rising: Option<Scalar>,
    /// A pointer to as many elements as the parameter of this number says.
    pub length: Option<u32>,
}

impl Default for ParamFacts {
    fn default() -> ParamFacts {
        ParamFacts {
            disjoint: false,
            align: 1,
            multiple: 1,
            rising: None,
            length: None,
        }
    }
}

/// A promise that a change relied on. Parameters are `(kernel, number)`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Used {
    /// What the parameter points into is reached by no other parameter.
    Disjoint((String, u32)),
    /// The address is a multiple of so many bytes.
    Aligned((String, u32), u64),
    /// The integer is a multiple of this.
    Multiple((String, u32), u64),
    /// No element of what the parameter points to is smaller than the one before it.
    Rising((String, u32)),
}

/// What is given of one kernel, keeping account of what was asked for and granted.
pub(in crate::ir) struct Ledger<'g> {
    given: &'g Given,
    entry: String,
    pub used: BTreeSet<Used>,
}

impl<'g> Ledger<'g> {
    pub fn new(given: &'g Given, entry: &str) -> Ledger<'g> {
        Ledger {
            given,
            entry: entry.to_owned(),
            used: BTreeSet::new(),
        }
    }

    /// Asks several questions; where the answer is no, those that were granted are not held against the change.
    pub fn try_all(&mut self, ask: impl FnOnce(&mut Self) -> bool) -> bool {
        let before = self.used.clone();
        let holds = ask(self);
        if !holds {
            self.used = before;
        }
        holds
    }

    fn facts(&self, param: u32) -> ((String, u32), ParamFacts) {
        let key = (self.entry.clone(), param);
        let facts = self.given.0.get(&key).copied().unwrap_or_default();
        (key, facts)
    }

    /// Whether two different parameters point into different memory.
    pub fn disjoint(&mut self, a: u32, b: u32) -> bool {
        let ((a, of_a), (b, of_b)) = (self.facts(a), self.facts(b));
        let holds = of_a.disjoint && of_b.disjoint;
        if holds {
            self.used.extend([Used::Disjoint(a), Used::Disjoint(b)]);
        }
        holds
    }

    /// Whether the parameter is an address that is a multiple of `bytes`.
    pub fn aligned(&mut self, param: u32, bytes: u64) -> bool {
        let (key, facts) = self.facts(param);
        let holds = bytes > 0 && facts.align.is_multiple_of(bytes);
        if holds {
            self.used.insert(Used::Aligned(key, bytes));
        }
        holds
    }

    /// The type of the elements that the parameter points to, none of which is smaller than the one before it; `None` where that is not promised.
    pub fn rising(&mut self, param: u32) -> Option<Scalar> {
        let (key, facts) = self.facts(param);
        let scalar = facts.rising?;
        self.used.insert(Used::Rising(key));
        Some(scalar)
    }

    /// The parameter that says how many elements there are in what another one points to.
    pub fn length(&self, param: u32) -> Option<u32> {
        self.facts(param).1.length
    }

    /// Whether the parameter is an integer that is a multiple of `of`.
    pub fn multiple(&mut self, param: u32, of: u64) -> bool {
        let (key, facts) = self.facts(param);
        let holds = of > 0 && facts.multiple.is_multiple_of(of);
        if holds {
            self.used.insert(Used::Multiple(key, of));
        }
        holds
    }
}
