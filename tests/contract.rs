//! What a variant relies on is what the workload promises or the policy allows to assume, and a case that breaks it is
//! refused by name, here and in the workers.

mod common;

use std::path::PathBuf;

use common::run;
use warpsmith::edit::Genome;
use warpsmith::judge::{Assume, Judge, JudgeSpec, Outcome, Scope, StepBudget, Verdict};
use warpsmith::workload::Tier;

/// Search cases of this workload have rows of 64 columns, held-out ones others.
const WORKLOAD: &str = "corpus/embedding/sls_f32";
const FACT: &str = "fact equal dim 64";

fn open(assume: Assume) -> Judge {
    let spec = JudgeSpec {
        assume,
        ..JudgeSpec::new(common::root().join(WORKLOAD), "h200", Tier::Strict)
    };
    Judge::open(&spec).unwrap()
}

fn assume(shape: &str, value: u64) -> Assume {
    Assume {
        equal: [(shape.to_owned(), value)].into(),
        ..Assume::default()
    }
}

fn judged(judge: &mut Judge, genome: &str, scope: Scope) -> Verdict {
    let genome: Genome = genome.parse().unwrap();
    judge.judge(&genome, scope, &StepBudget::flat(50_000_000))
}

#[test]
fn a_fact_that_nobody_promises_is_skipped_and_in_no_contract() {
    let mut judge = open(Assume::default());
    let facts = format!(
        "{FACT}\nfact most dim 324\nfact multiple dim 8\nfact least rows 2\nfact readonly out"
    );
    for scope in [Scope::Search, Scope::HeldOut] {
        let verdict = judged(&mut judge, &facts, scope);
        assert!(verdict.is_correct(), "{verdict:?}");
        assert_eq!(verdict.skipped.len(), 5, "{verdict:?}");
    }
    let artifacts = judge.artifacts(&facts.parse().unwrap()).unwrap();
    assert_eq!(artifacts.contract, []);
    assert!(
        artifacts.skipped[0]
            .why
            .contains("may have other values than 64")
    );
}

#[test]
fn a_case_that_breaks_what_the_variant_relies_on_is_refused_by_name() {
    let mut judge = open(assume("dim", 64));
    let plain = judged(&mut judge, "", Scope::Search);
    let verdict = judged(&mut judge, FACT, Scope::Search);
    assert!(
        verdict.is_correct() && verdict.skipped.is_empty(),
        "{verdict:?}"
    );
    assert_ne!(verdict.key, plain.key, "the fact changes the kernel");

    let verdict = judged(&mut judge, FACT, Scope::HeldOut);
    assert_eq!(verdict.outcome, Outcome::Constraints);
    let reason = verdict.reason.unwrap();
    assert_eq!(reason.kind, "contract");
    assert!(
        reason
            .to_string()
            .contains("the kernel relies on `dim == 64`, and dim is 36"),
        "{reason}"
    );
    // Who does not rely on it is judged on all cases.
    assert!(judged(&mut judge, "fact multiple dim 4", Scope::HeldOut).is_correct());
    let artifacts = judge.artifacts(&FACT.parse().unwrap()).unwrap();
    let contract: Vec<String> = artifacts.contract.iter().map(ToString::to_string).collect();
    assert_eq!(contract, ["dim == 64"]);
}

#[test]
fn what_all_cases_agree_on_may_be_assumed_and_no_more() {
    let assume = Assume {
        shapes: vec!["dim".into(), "rows".into()],
        ..Assume::default()
    };
    let mut judge = open(assume);
    // 64, 36, 324, 64 and 4; the device's cases are not asked.
    let facts = "fact least dim 4\nfact most dim 324\nfact most rows 5000";
    for scope in [Scope::Search, Scope::HeldOut] {
        let verdict = judged(&mut judge, facts, scope);
        assert!(verdict.is_correct(), "{verdict:?}");
        // No argument is the number of rows.
        let skipped: Vec<usize> = verdict.skipped.iter().map(|skip| skip.edit).collect();
        assert_eq!(skipped, [2]);
        for fact in [
            FACT,
            "fact most dim 320",
            "fact least dim 5",
            "fact multiple dim 8",
        ] {
            assert_eq!(judged(&mut judge, fact, scope).skipped.len(), 1, "{fact}");
        }
    }
}

#[test]
fn assumptions_that_make_no_sense_are_refused() {
    let refused = |assume: Assume| {
        let spec = JudgeSpec {
            assume,
            ..JudgeSpec::new(common::root().join(WORKLOAD), "h200", Tier::Strict)
        };
        Judge::open(&spec).err().expect("it is refused").to_string()
    };
    let unknown = refused(assume("depth", 64));
    assert!(
        unknown.contains("`depth`") && unknown.contains("bags, dim, pool, rows"),
        "{unknown}"
    );
    let impossible = refused(assume("dim", 62));
    assert!(impossible.contains("`dim` = 62"), "{impossible}");
}

#[test]
fn workers_know_what_the_policy_assumes() {
    let folder = tempfile::tempdir().unwrap();
    let policy: PathBuf = folder.path().join("narrow.toml");
    std::fs::write(
        &policy,
        "[assume]\nequal = { dim = 64 }\n[families]\nfact = 1.0\n",
    )
    .unwrap();
    let policy = policy.to_str().unwrap();
    let output = run(&["judge", WORKLOAD, "--fitness", policy, "--edit", FACT]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(
        text.contains("dim == 64") && text.contains("dim is 36"),
        "{text}"
    );

    let output = run(&["judge", WORKLOAD, "--edit", FACT]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("may have other values than 64"), "{text}");
}
