//! The workload's promises as changes of the IR ask for them, and back: what a change relied on, as conditions.

use std::collections::BTreeSet;

use super::Promises;
use super::family::Outcome;
use crate::ir::{Given, ParamFacts, Used};
use crate::workload::Condition;

impl Promises {
    /// What is promised of each parameter.
    pub fn given(&self) -> Given {
        let mut given = Given::default();
        let all: BTreeSet<String> = self.buffers().into_iter().map(str::to_owned).collect();
        let mut facts = |entry: &str, index: u32, set: &dyn Fn(&mut ParamFacts)| {
            set(given.0.entry((entry.to_owned(), index)).or_default());
        };
        if self.noalias {
            for (entry, index) in self.params_of(&all) {
                facts(entry, index, &|facts| facts.disjoint = true);
            }
        }
        if let Some(align) = self.align {
            for (entry, index) in self.params_to(&all) {
                facts(entry, index, &|facts| facts.align = u64::from(align));
            }
        }
        for (shape, promise) in &self.shapes {
            for (entry, index, _) in self.params_that_are(shape) {
                facts(entry, index, &|facts| {
                    facts.multiple = promise.multiple_of.max(1)
                });
            }
        }
        for (name, scalar) in &self.rising {
            for (entry, index) in self.params_to(&[name.clone()].into()) {
                facts(entry, index, &|facts| facts.rising = Some(*scalar));
            }
        }
        for (name, length) in &self.lengths {
            let Some(shape) = length.elements.as_symbol() else {
                continue;
            };
            let says = self.params_that_are(shape);
            for (entry, index) in self.params_to(&[name.clone()].into()) {
                let own = says.iter().find(|(of, ..)| *of == entry);
                facts(entry, index, &|facts| {
                    facts.length = own.map(|(_, at, _)| *at)
                });
            }
        }
        given
    }

    /// Buffers that some launch passes as that parameter.
    fn buffers_of(&self, (entry, index): &(String, u32)) -> Vec<String> {
        let launches = self.pointer_args.get(entry).into_iter().flatten();
        let passed = launches.filter_map(|args| args.get(*index as usize)?.clone());
        passed.collect()
    }

    /// The shape that every launch passes as that parameter.
    fn shape_of(&self, (entry, index): &(String, u32)) -> Option<String> {
        let launches = self.shape_args.get(entry)?;
        let arg = launches.first()?.get(*index as usize)?.as_ref()?;
        Some(arg.shape.clone())
    }
}

impl Outcome {
    /// Adds what a change relied on to the contract.
    pub(in crate::edit) fn relies_on_all(&mut self, used: &[Used], promises: &Promises) {
        let mut apart = BTreeSet::new();
        for fact in used {
            match fact {
                Used::Disjoint(param) => apart.extend(promises.buffers_of(param)),
                Used::Aligned(param, bytes) => self.relies_on(Condition::Aligned {
                    buffers: promises.buffers_of(param),
                    bytes: u32::try_from(*bytes).unwrap_or(u32::MAX),
                }),
                Used::Rising(param) => self.relies_on(Condition::Rising {
                    buffers: promises.buffers_of(param),
                }),
                Used::Multiple(param, of) => {
                    if let Some(shape) = promises.shape_of(param) {
                        let of = i64::try_from(*of).unwrap_or(i64::MAX);
                        self.relies_on(Condition::Multiple { shape, of });
                    }
                }
            }
        }
        if !apart.is_empty() {
            let buffers = apart.into_iter().collect();
            self.relies_on(Condition::NotAliased { buffers });
        }
    }
}
