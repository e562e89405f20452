//! What a search learns while it goes on: which families pay on this kernel, and which edits never do.
//!
//! Families are matched by probability (Thierens, "An adaptive pursuit strategy for allocating operator probabilities", GECCO 2005, section
//! 2): a family's weight follows the reward of its recent edits, and a floor keeps each alive. An edit that was wrong alone is wrong in most
//! company, and one that changed nothing twice changes nothing: both are drawn again only now and then.

use std::collections::{BTreeMap, HashMap};

use super::policy;
use crate::edit::Edit;

/// What an edit that is right and changes the code earns; half of what one earns that makes the code faster as well.
const EFFECTIVE: f64 = 0.5;
/// What a family has earned, and in how many trials, before its first.
const PRIOR: (f64, f64) = (1.5, 3.0);

/// How an offspring turned out beside its parents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Result {
    /// It is wrong, or is nothing that can be executed.
    Wrong,
    /// It compiles to what a parent does.
    Idle,
    /// It is right, and other code than every parent's.
    Effective,
    /// And faster than every parent.
    Faster,
}

#[derive(Debug, Clone, Copy)]
struct Earned {
    reward: f64,
    trials: f64,
}

#[derive(Debug, Clone, Copy, Default)]
struct Record {
    wrong: u32,
    idle: u32,
    fine: u32,
}

/// What families have earned, and what became of edits.
#[derive(Debug, Default)]
pub struct Credit {
    settings: policy::Credit,
    families: BTreeMap<&'static str, Earned>,
    edits: HashMap<Edit, Record>,
}

impl Credit {
    /// Nothing known.
    pub fn new(settings: &policy::Credit) -> Credit {
        Credit {
            settings: settings.clone(),
            ..Credit::default()
        }
    }

    /// Takes note of an offspring that differs from its stem in one edit.
    pub fn note(&mut self, edit: &Edit, result: Result) {
        let record = self.edits.entry(edit.clone()).or_default();
        match result {
            Result::Wrong => record.wrong += 1,
            Result::Idle => record.idle += 1,
            Result::Effective | Result::Faster => record.fine += 1,
        }
        let (reward, trials) = PRIOR;
        let earned = self.families.entry(edit.family());
        let earned = earned.or_insert(Earned { reward, trials });
        earned.trials += 1.0;
        earned.reward += match result {
            Result::Wrong | Result::Idle => 0.0,
            Result::Effective => EFFECTIVE,
            Result::Faster => 1.0,
        };
    }

    /// A generation went by: what was earned before it counts less.
    pub fn age(&mut self) {
        let (reward, trials) = PRIOR;
        let decay = self.settings.decay;
        for earned in self.families.values_mut() {
            earned.reward = reward + (earned.reward - reward) * decay;
            earned.trials = trials + (earned.trials - trials) * decay;
        }
    }

    /// By how much a family's weight is multiplied: from the floor to 1, as its edits pay.
    pub fn share(&self, family: &str) -> f64 {
        if !self.settings.learn {
            return 1.0;
        }
        let (reward, trials) = PRIOR;
        let earned = self.families.get(family).copied();
        let Earned { reward, trials } = earned.unwrap_or(Earned { reward, trials });
        let floor = self.settings.floor;
        floor + (1.0 - floor) * (reward / trials).clamp(0.0, 1.0)
    }

    /// Whether an edit never did any good, and was wrong once or changed nothing twice.
    pub fn disappointed(&self, edit: &Edit) -> bool {
        let record = self.edits.get(edit).copied().unwrap_or_default();
        record.fine == 0 && (record.wrong >= 1 || record.idle >= 2)
    }

    /// Whether an edit was tried and was never right.
    pub fn wrong(&self, edit: &Edit) -> bool {
        let record = self.edits.get(edit).copied().unwrap_or_default();
        record.fine == 0 && record.idle == 0 && record.wrong >= 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credit(floor: f64) -> Credit {
        let settings = policy::Credit {
            learn: true,
            floor,
            ..policy::Credit::default()
        };
        Credit::new(&settings)
    }

    fn edit(text: &str) -> Edit {
        text.parse().unwrap()
    }

    #[test]
    fn families_that_pay_are_drawn_more_often_and_none_starves() {
        let mut credit = credit(0.1);
        for n in 0..200 {
            credit.note(&edit(&format!("delete %{n}")), Result::Wrong);
            credit.note(&edit(&format!("set threads {n}")), Result::Faster);
        }
        assert!(credit.share("set") > 0.95);
        assert!((0.1..0.15).contains(&credit.share("delete")));
        assert!((credit.share("move") - 0.55).abs() < 1e-12);
    }

    #[test]
    fn what_was_earned_long_ago_is_forgotten() {
        let mut credit = credit(0.0);
        for n in 0..50 {
            credit.note(&edit(&format!("delete %{n}")), Result::Wrong);
        }
        let (before, mut after) = (credit.share("delete"), 0.0);
        for _ in 0..60 {
            credit.age();
            after = credit.share("delete");
        }
        assert!(before < 0.05 && after > 0.45, "{before} {after}");
    }

    #[test]
    fn an_edit_disappoints_when_it_is_wrong_or_idle_and_never_once_fine() {
        let mut credit = credit(0.0);
        let [wrong, idle, mixed] = ["delete %1", "delete %2", "delete %3"].map(edit);
        credit.note(&wrong, Result::Wrong);
        credit.note(&idle, Result::Idle);
        assert!(credit.disappointed(&wrong) && !credit.disappointed(&idle));
        credit.note(&idle, Result::Idle);
        credit.note(&mixed, Result::Wrong);
        credit.note(&mixed, Result::Effective);
        assert!(credit.disappointed(&idle) && !credit.disappointed(&mixed));
        assert!(credit.wrong(&wrong) && !credit.wrong(&idle));
    }
}
