//! The sizes that guesses are tried with, and the cases of the manifest.

use super::{LARGE, POSITIVE, Search};
use crate::init::Error;
use crate::init::draft::{Draft, Trying};
use crate::init::trial::Observed;
use crate::target::FaultKind;
use crate::workload::Role;

/// Factors of the sizes of a trial: different for each, so that products tell which sizes are in them.
const FACTORS: [i64; 8] = [2, 3, 5, 7, 4, 6, 9, 8];

/// How often a size is doubled in search of one that is too large.
const DOUBLINGS: usize = 4;

impl Search<'_> {
    /// Sizes for the trials: two regular ones, and one of odd sizes, which are multiples of `multiple_of`.
    pub(super) fn sizes(&self, draft: &Draft, multiple_of: i64) -> Vec<Vec<i64>> {
        let scale = match draft.shapes.len() {
            0 | 1 => 512,
            2 => 32,
            3 => 16,
            4 => 8,
            _ => 4,
        };
        let regular = |turn: usize, index: usize| scale * FACTORS[(index + turn) % FACTORS.len()];
        let odd = |index: usize| {
            let near = regular(0, index) - [5, 3, 1, 7][index % 4] * if scale > 8 { 1 } else { -1 };
            match multiple_of {
                1 => near,
                // An odd number of multiples.
                n => ((near / n) | 1) * n,
            }
        };
        let wish = |index: usize| {
            let name = &draft.shapes[index].name;
            self.known
                .sizes
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| *value)
        };
        let all = 0..draft.shapes.len();
        let of = |value: &dyn Fn(usize) -> i64| {
            all.clone()
                .map(|index| wish(index).unwrap_or_else(|| value(index)))
                .collect()
        };
        vec![
            of(&|index| regular(0, index)),
            of(&|index| regular(1, index)),
            of(&odd),
        ]
    }

    /// The cases of the manifest: those of the trials, and more where they work. What goes wrong on the first is returned.
    pub(super) fn cases_of(&self, draft: &mut Draft) -> Result<Option<String>, Error> {
        let tried = std::mem::take(&mut draft.cases);
        let values: Vec<Vec<i64>> = tried.into_iter().map(|case| case.values).collect();
        let case = |name: &str, role, values: Vec<i64>, seed| Trying {
            name: name.into(),
            role,
            values,
            seed,
            fill: None,
        };
        let [small, other, odd] = [0, 1, 2].map(|at| values.get(at).cloned().unwrap_or_default());
        let float = draft
            .buffers
            .iter()
            .find(|buffer| buffer.role == Role::Input && buffer.scalar.is_float());
        let filled = |with: &str| float.map(|buffer| (buffer.name.clone(), with.to_owned()));
        let mut wanted = vec![
            case("small", "search", small.clone(), 1),
            case("other sizes", "held-out", other.clone(), 2),
            case("odd sizes", "held-out", odd.clone(), 3),
            case(
                "the smallest",
                "held-out",
                draft
                    .shapes
                    .iter()
                    .map(|shape| draft.least(&shape.name))
                    .collect(),
                4,
            ),
        ];
        match filled(POSITIVE) {
            None => wanted.push(case("other inputs", "held-out", small.clone(), 5)),
            positive => {
                let other = |name, fill, seed| Trying {
                    fill,
                    ..case(name, "held-out", small.clone(), seed)
                };
                wanted.push(other("other inputs, all positive", positive, 5));
                wanted.push(other("large inputs", filled(LARGE), 7));
            }
        }
        let mut trouble = None;
        let mut seen: Vec<Vec<i64>> = Vec::new();
        for (index, case) in wanted.into_iter().enumerate() {
            let again = (1..4).contains(&index) && seen.contains(&case.values);
            let values = case.values.clone();
            draft.cases.push(case);
            let last = draft.cases.len() - 1;
            let wrong = match self.trial.run(draft, last)? {
                None => Some("it makes no launch".to_owned()),
                Some(observed) => wrong(&observed),
            };
            if index == 0 {
                trouble = wrong;
            } else if wrong.is_some() || again {
                draft.cases.pop();
            }
            seen.push(values);
        }
        if trouble.is_none() {
            self.limit(draft, &small)?;
        }
        if !small.is_empty() {
            let growth = match small.len() {
                1 => 1 << 14,
                2 => 64,
                3 => 16,
                _ => 8,
            };
            let large = small.iter().zip(&draft.shapes).map(|(&n, shape)| {
                let large = n.saturating_mul(growth);
                shape.most.map_or(large, |most| large.min(most))
            });
            let large = large.collect();
            draft.cases.push(case("device", "device", large, 6));
        }
        Ok(trouble)
    }

    /// Looks for sizes that the kernel does not do all of its work with: of one size after the other it gets more and more.
    fn limit(&self, draft: &mut Draft, small: &[i64]) -> Result<(), Error> {
        for at in 0..draft.shapes.len() {
            let known = |(name, _): &(String, i64)| *name == draft.shapes[at].name;
            if self.known.sizes.iter().any(known) {
                continue;
            }
            let mut values = small.to_vec();
            for _ in 0..DOUBLINGS {
                let before = values[at];
                values[at] = before.saturating_mul(2);
                let mut more = draft.clone();
                more.cases[0].values.clone_from(&values);
                let Some(observed) = self.trial.run(&more, 0)? else {
                    break;
                };
                // What takes too long, or is too much for the device, says nothing.
                if observed
                    .faults
                    .iter()
                    .any(|fault| fault.kind == FaultKind::Timeout)
                {
                    break;
                }
                if !observed.faults.is_empty() || !observed.complete(draft) {
                    let seen = draft.cases.iter().map(|case| case.values[at]);
                    draft.shapes[at].most = Some(seen.fold(before, i64::max));
                    break;
                }
            }
        }
        Ok(())
    }
}

/// What went wrong, in words.
fn wrong(observed: &Observed) -> Option<String> {
    let fault = observed.faults.first();
    let nan = || {
        let nan = observed.touched.iter().any(|touched| touched.nan);
        nan.then(|| "it computes what is not a number".to_owned())
    };
    fault
        .map(|fault| match fault.kind {
            FaultKind::Timeout => "it takes too long".to_owned(),
            _ => fault.to_string(),
        })
        .or_else(nan)
}

pub fn trying(cases: &[Vec<i64>]) -> Vec<Trying> {
    let numbered = cases.iter().enumerate();
    numbered
        .map(|(index, values)| Trying {
            name: format!("trial {index}"),
            role: "search",
            values: values.clone(),
            seed: 1 + index as u64,
            fill: None,
        })
        .collect()
}
