//! What is said of a run's chosen variant, for people and for programs: every edit accounted for.

use serde::Serialize;

use super::Failure;
use super::say;
use super::table::{table, time};
use crate::search::{
    Baseline, Certified, Champion, Class, EditReport, Effect, Interaction, Relation, Run, Stated,
};

/// A variant, and what each of its edits does.
#[derive(Debug, Serialize)]
pub struct Account {
    workload: String,
    target: String,
    baseline: Times,
    tuned: Times,
    speedup: f64,
    held_out_speedup: f64,
    edits_before_minimising: usize,
    edits: Vec<EditReport>,
    interactions: Vec<Interaction>,
    /// What the whole variant relies on.
    contract: Vec<Stated>,
}

#[derive(Debug, Serialize)]
struct Times {
    time_ns: f64,
    held_out_ns: f64,
    error: f64,
}

impl Times {
    fn of(search: &crate::judge::Verdict, held_out: &crate::judge::Verdict) -> Times {
        let error = |verdict: &crate::judge::Verdict| verdict.score.map_or(f64::NAN, |s| s.error);
        Times {
            time_ns: search.time_ns(),
            held_out_ns: held_out.time_ns(),
            error: error(search).max(error(held_out)),
        }
    }
}

impl Account {
    /// Accounts for a champion; what is not known of its edits yet is found out.
    ///
    /// # Errors
    /// As [`Run::certify`].
    pub fn of(run: &mut Run, baseline: &Baseline, champion: &Champion) -> Result<Account, Failure> {
        let artifacts = run.artifacts(&champion.genome)?;
        let Certified {
            edits,
            interactions,
            ..
        } = match run.recall_certified(champion)? {
            Some(certified) => certified,
            None => run.certify(baseline, champion, &artifacts)?,
        };
        let workload = &run.subject().workload;
        let contract = artifacts.contract.iter();
        Ok(Account {
            workload: workload.name.clone(),
            target: run.subject().target.name.clone(),
            baseline: Times::of(&baseline.search, &baseline.held_out),
            tuned: Times::of(&champion.search, &champion.held_out),
            speedup: baseline.time_ns() / champion.time_ns(),
            held_out_speedup: baseline.held_out.time_ns() / champion.held_out.time_ns(),
            edits_before_minimising: champion.found_edits,
            edits,
            interactions,
            contract: contract
                .map(|condition| Stated::new(condition, workload))
                .collect(),
        })
    }

    /// Prints it for a person.
    pub fn print(&self) {
        say(&format!(
            "{} on {}, times by the simulator",
            self.workload, self.target
        ));
        let heading = [
            "edit",
            "class",
            "gain",
            "alone",
            "adds error",
            "relies on",
            "lines",
        ];
        let rows: Vec<Vec<String>> = (1..)
            .zip(&self.edits)
            .map(|(number, edit)| row(number, edit))
            .collect();
        say(&table(&heading, &rows));
        for note in self.notes() {
            say(&note);
        }
        let totals = [("baseline", &self.baseline), ("tuned", &self.tuned)];
        let rows = totals.map(|(name, times)| {
            vec![
                name.into(),
                time(times.time_ns),
                time(times.held_out_ns),
                format!("{:.1e}", times.error),
            ]
        });
        say(&table(&["", "time", "held-out time", "error"], &rows));
        say(&format!(
            "speedup {:.2}x ({:.2}x on the held-out cases), {} edits of the {} that were found",
            self.speedup,
            self.held_out_speedup,
            self.edits.len(),
            self.edits_before_minimising
        ));
        if self.contract.is_empty() {
            say("relies on no fact beyond what the unedited kernel relies on");
        }
        for stated in &self.contract {
            let guard = match stated.promised {
                true => "",
                false => {
                    " (the workload does not promise it: test it before every launch, which `export --guard` writes)"
                }
            };
            say(&format!("relies on {}{guard}", stated.text));
        }
    }

    /// What does not fit into the table.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for (number, edit) in (1..).zip(&self.edits) {
            if let Some(why) = &edit.in_place.why {
                notes.push(format!("without edit {number}: {why}"));
            }
            if let Some(why) = &edit.alone.why {
                notes.push(format!("edit {number} alone: {why}"));
            }
        }
        notes.extend(self.interactions.iter().map(sentence));
        notes
    }
}

fn row(number: usize, edit: &EditReport) -> Vec<String> {
    let gain = |effect: &Effect| match effect.speedup {
        Some(speedup) => format!("{speedup:.2}x"),
        None => "-".into(),
    };
    let relies: Vec<&str> = edit.conditions.iter().map(|s| s.text.as_str()).collect();
    let lines: Vec<String> = edit.lines.iter().map(ToString::to_string).collect();
    vec![
        format!("{number}  {}", edit.edit),
        edit.class.word().into(),
        gain(&edit.in_place),
        gain(&edit.alone),
        match edit.class {
            Class::Approximate => format!("{:+.1e}", edit.adds_error),
            Class::Exact | Class::Conditional => "0".into(),
        },
        relies.join("\n"),
        lines.join(", "),
    ]
}

/// How two edits depend on each other, in words.
fn sentence(interaction: &Interaction) -> String {
    let [a, b] = interaction.edits.map(|index| index + 1);
    let factor = interaction.factor.unwrap_or(f64::NAN);
    match interaction.relation {
        Relation::Together => {
            format!("edits {a} and {b} gain {factor:.2} times more together than apart")
        }
        Relation::Overlap => format!(
            "edits {a} and {b} overlap: together they gain {factor:.2} times what they gain apart"
        ),
        Relation::FirstNeedsSecond => format!("edit {a} is wrong without edit {b}"),
        Relation::SecondNeedsFirst => format!("edit {b} is wrong without edit {a}"),
        Relation::BothNeeded => format!("edits {a} and {b} are wrong without each other"),
    }
}
