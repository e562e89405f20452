//! What is said of an edit, and how it follows from the verdicts on genomes with it and without it.

use serde::{Deserialize, Serialize};

use crate::edit::{Edit, Genome};
use crate::judge::{CaseResult, Score, Verdict};
use crate::workload::{Condition, Workload};

/// By how much two edits must gain more, or less, together than apart before it is worth saying: most edits have some part in each other's
/// gain.
const NOTABLE: f64 = 0.1;

/// A variant of which every edit is accounted for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Certified {
    /// Its edits.
    pub genome: Genome,
    /// One report for each of them, in order.
    pub edits: Vec<EditReport>,
    /// Edits that depend on each other.
    pub interactions: Vec<Interaction>,
}

/// What an edit does to the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Every output keeps its bits in all cases, and nothing is relied on.
    Exact,
    /// Every output keeps its bits in all cases, as long as the edit's conditions hold.
    Conditional,
    /// Some output has other bits.
    Approximate,
}

impl Class {
    /// The class as one word.
    pub fn word(self) -> &'static str {
        match self {
            Class::Exact => "exact",
            Class::Conditional => "conditional",
            Class::Approximate => "approximate",
        }
    }
}

/// A condition that an edit relies on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    /// For programs.
    pub condition: Condition,
    /// For people.
    pub text: String,
    /// Whether the workload promises it. What it does not promise must be tested before every launch.
    pub promised: bool,
}

impl Stated {
    /// A condition, held against what a workload promises.
    pub fn new(condition: &Condition, workload: &Workload) -> Stated {
        Stated {
            condition: condition.clone(),
            text: condition.to_string(),
            promised: workload.promises(condition),
        }
    }
}

/// One edit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditReport {
    /// Its text.
    pub edit: Edit,
    /// What it does to the results.
    pub class: Class,
    /// What it relies on.
    pub conditions: Vec<Stated>,
    /// The error that it adds, in the workload's metric: the most over all cases, negative where every error becomes smaller. 0 unless it
    /// is approximate.
    pub adds_error: f64,
    /// What it does to the variant: with all edits, compared with all but this one.
    pub in_place: Effect,
    /// What it does by itself: compared with the unedited kernel.
    pub alone: Effect,
    /// Lines of the source that it names, where the IR knows them; ascending.
    pub lines: Vec<u32>,
}

/// A comparison of a variant that has an edit with one that has not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    /// How many times as fast it is with the edit, on the search cases; `None` where one of the two is wrong.
    pub speedup: Option<f64>,
    /// The same on the held-out cases.
    pub held_out_speedup: Option<f64>,
    /// Whether all outputs of all cases have the same bits with it and without it; `None` where that cannot be compared.
    pub same_bits: Option<bool>,
    /// The error that it adds; `None` where that cannot be compared.
    pub adds_error: Option<f64>,
    /// Why there is nothing to compare, or why it does nothing.
    pub why: Option<String>,
}

/// How two edits depend on each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interaction {
    /// Their places in the genome, from 0.
    pub edits: [usize; 2],
    /// How.
    pub relation: Relation,
    /// How many times as fast they are together as the gains of each (without the other) would make it; `None` where a variant is wrong.
    pub factor: Option<f64>,
}

/// A kind of dependence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// They gain more together than apart.
    Together,
    /// Each does part of what the other does.
    Overlap,
    /// The first is wrong without the second.
    FirstNeedsSecond,
    /// The second is wrong without the first.
    SecondNeedsFirst,
    /// Either is wrong without the other.
    BothNeeded,
}

/// The verdicts on one genome.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub search: Option<&'a Verdict>,
    pub held_out: Option<&'a Verdict>,
}

/// Times of a variant without some of its edits, nanoseconds; `None` where it is wrong.
pub(super) struct Pair {
    pub whole: f64,
    /// Without the first, without the second.
    pub without: [Option<f64>; 2],
    pub without_both: Option<f64>,
}

impl EditReport {
    /// What the comparisons say of an edit. `whole` compares the variant with the unedited kernel.
    pub(super) fn new(
        edit: Edit,
        conditions: Vec<Stated>,
        [in_place, alone]: [Effect; 2],
        whole: &Effect,
        lines: Vec<u32>,
    ) -> EditReport {
        // An edit that can be compared neither way is one of several that are wrong apart; they answer for each other.
        let known: Vec<bool> = [&in_place, &alone]
            .iter()
            .filter_map(|effect| effect.same_bits)
            .collect();
        let same_bits = match known.as_slice() {
            [] => whole.same_bits == Some(true),
            known => known.iter().all(|same| *same),
        };
        let class = match (same_bits, conditions.is_empty()) {
            (false, _) => Class::Approximate,
            (true, true) => Class::Exact,
            (true, false) => Class::Conditional,
        };
        let adds = [&in_place, &alone, whole].map(|effect| effect.adds_error);
        let adds_error = match class {
            Class::Approximate => adds.into_iter().flatten().next().unwrap_or(0.0),
            Class::Exact | Class::Conditional => 0.0,
        };
        EditReport {
            edit,
            class,
            conditions,
            adds_error,
            in_place,
            alone,
            lines,
        }
    }
}

impl Effect {
    /// What it changes to have an edit.
    pub(super) fn of(with: &Sides<'_>, without: &Sides<'_>) -> Effect {
        let skipped = with.search.and_then(|verdict| verdict.skipped.first());
        if let Some(skipped) = skipped {
            return Effect {
                speedup: None,
                held_out_speedup: None,
                same_bits: None,
                adds_error: None,
                why: Some(format!("skipped: {}", skipped.why)),
            };
        }
        let cases = cases(with.search, without.search)
            .zip(cases(with.held_out, without.held_out))
            .map(|(search, held_out)| [search, held_out].concat());
        let wrong = [with.search, without.search, with.held_out, without.held_out]
            .into_iter()
            .flatten()
            .find(|verdict| !verdict.is_correct());
        Effect {
            speedup: ratio(without.search, with.search),
            held_out_speedup: ratio(without.held_out, with.held_out),
            same_bits: cases.as_ref().and_then(|cases| same_bits(cases)),
            adds_error: cases.as_ref().and_then(|cases| {
                let added = cases
                    .iter()
                    .map(|(with, without)| with.error - without.error);
                added.reduce(f64::max)
            }),
            why: wrong.map(|verdict| match &verdict.reason {
                Some(reason) => reason.to_string(),
                None => verdict.outcome.to_string(),
            }),
        }
    }
}

fn score(verdict: Option<&Verdict>) -> Option<Score> {
    verdict.and_then(|verdict| verdict.score)
}

/// How many times as fast the second is.
fn ratio(slow: Option<&Verdict>, fast: Option<&Verdict>) -> Option<f64> {
    let (slow, fast) = (score(slow)?, score(fast)?);
    Some(slow.time_ns / fast.time_ns)
}

/// The cases of two right variants, side by side.
fn cases<'a>(
    with: Option<&'a Verdict>,
    without: Option<&'a Verdict>,
) -> Option<Vec<(&'a CaseResult, &'a CaseResult)>> {
    let (with, without) = (with?, without?);
    let comparable = with.is_correct() && without.is_correct();
    let comparable = comparable && with.cases.len() == without.cases.len();
    comparable.then(|| with.cases.iter().zip(&without.cases).collect())
}

/// Whether the outputs have the same bits; `None` if some result does not say what its outputs were.
fn same_bits(cases: &[(&CaseResult, &CaseResult)]) -> Option<bool> {
    let same = |(with, without): &(&CaseResult, &CaseResult)| {
        Some(with.outputs.as_ref()? == without.outputs.as_ref()?)
    };
    let each: Option<Vec<bool>> = cases.iter().map(same).collect();
    each.map(|each| each.into_iter().all(|same| same))
}

/// How two edits depend on each other, if they do.
pub(super) fn interaction(edits: [usize; 2], times: &Pair) -> Option<Interaction> {
    let [first, second] = times.without;
    let (relation, factor) = match (first, second, times.without_both?) {
        (Some(first), Some(second), both) => {
            let factor = first * second / (times.whole * both);
            let relation = match factor {
                factor if factor > 1.0 + NOTABLE => Relation::Together,
                factor if factor < 1.0 / (1.0 + NOTABLE) => Relation::Overlap,
                _ => return None,
            };
            (relation, Some(factor))
        }
        (None, Some(_), _) => (Relation::SecondNeedsFirst, None),
        (Some(_), None, _) => (Relation::FirstNeedsSecond, None),
        (None, None, _) => (Relation::BothNeeded, None),
    };
    Some(Interaction {
        edits,
        relation,
        factor,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Outcome;

    fn verdict(time_ns: f64, error: f64, outputs: &str) -> Verdict {
        Verdict {
            reason: None,
            score: Some(Score {
                time_ns,
                error,
                energy_j: None,
            }),
            cases: vec![CaseResult {
                measured: None,
                case: "c".into(),
                time_ns,
                launch_ns: Vec::new(),
                launch_cycles: Vec::new(),
                error,
                steps: 1,
                limiters: Vec::new(),
                costs: String::new(),
                outputs: Some(outputs.into()),
            }],
            ..Verdict::failed(Outcome::Correct, "", "")
        }
    }

    fn effect(with: &Verdict, without: &Verdict) -> Effect {
        let sides = |verdict| Sides {
            search: Some(verdict),
            held_out: Some(verdict),
        };
        Effect::of(&sides(with), &sides(without))
    }

    fn report(in_place: Effect, alone: Effect, conditions: Vec<Stated>) -> EditReport {
        let whole = effect(&verdict(1.0, 0.5, "y"), &verdict(4.0, 0.25, "x"));
        let edit = "delete %1".parse().unwrap();
        EditReport::new(edit, conditions, [in_place, alone], &whole, Vec::new())
    }

    fn stated() -> Vec<Stated> {
        vec![Stated {
            condition: Condition::Least {
                shape: "n".into(),
                value: 1,
            },
            text: "n >= 1".into(),
            promised: true,
        }]
    }

    #[test]
    fn an_edit_is_exact_only_if_it_keeps_every_bit_both_ways_and_relies_on_nothing() {
        let same = || effect(&verdict(1.0, 0.1, "x"), &verdict(2.0, 0.1, "x"));
        let other = || effect(&verdict(1.0, 0.3, "y"), &verdict(2.0, 0.1, "x"));
        assert_eq!(report(same(), same(), Vec::new()).class, Class::Exact);
        assert_eq!(report(same(), same(), stated()).class, Class::Conditional);
        for (in_place, alone) in [(same(), other()), (other(), same())] {
            assert_eq!(report(in_place, alone, stated()).class, Class::Approximate);
        }
        let added = report(other(), same(), Vec::new()).adds_error;
        assert!((added - 0.2).abs() < 1e-12, "{added}");
        assert_eq!(report(same(), same(), Vec::new()).adds_error, 0.0);
    }

    #[test]
    fn edits_that_are_wrong_apart_answer_for_each_other() {
        let wrong = Verdict::failed(Outcome::Correctness, "race", "there");
        let apart = || effect(&verdict(1.0, 0.1, "x"), &wrong);
        assert_eq!(apart().same_bits, None);
        assert_eq!(apart().why.as_deref(), Some("race: there"));
        let report = report(apart(), apart(), Vec::new());
        assert_eq!(
            (report.class, report.adds_error),
            (Class::Approximate, 0.25)
        );
    }

    #[test]
    fn results_without_a_hash_of_the_outputs_prove_nothing() {
        let mut old = verdict(1.0, 0.1, "x");
        old.cases[0].outputs = None;
        assert_eq!(effect(&old, &old).same_bits, None);
    }

    fn relation(first: Option<f64>, second: Option<f64>, both: Option<f64>) -> Option<Relation> {
        let times = Pair {
            whole: 50.0,
            without: [first, second],
            without_both: both,
        };
        interaction([0, 1], &times).map(|found| found.relation)
    }

    #[test]
    fn what_two_edits_gain_together_is_held_against_what_each_gains() {
        // Independent: each halves the time.
        assert_eq!(relation(Some(100.0), Some(100.0), Some(200.0)), None);
        let together = relation(Some(100.0), Some(100.0), Some(100.0));
        assert_eq!(together, Some(Relation::Together));
        let overlap = relation(Some(51.0), Some(51.0), Some(100.0));
        assert_eq!(overlap, Some(Relation::Overlap));
        let needs = relation(None, Some(80.0), Some(100.0));
        assert_eq!(needs, Some(Relation::SecondNeedsFirst));
        let both = relation(None, None, Some(100.0));
        assert_eq!(both, Some(Relation::BothNeeded));
        assert_eq!(relation(None, None, None), None);
    }
}
