//! Inline assembly is passed through and edited around: no edit breaks it, and the simulator executes what it knows of it.

use warpsmith::edit::Genome;
use warpsmith::judge::{BASELINE_STEPS, Judge, JudgeSpec, Outcome, Scope, StepBudget};
use warpsmith::search::{Material, Policy, random_genomes};
use warpsmith::workload::Tier;

use super::made;

/// Enough random edits to hit each instruction of the kernel several times.
const VARIANTS: usize = 60;

#[test]
fn edits_leave_inline_assembly_whole() {
    let (folder, manifest, ir) = made("asm.cu", &[]);
    super::has(&manifest, "strict = 0.0");
    assert_eq!(ir.matches("asm").count(), 3, "{ir}");
    let mut judge = Judge::open(&JudgeSpec::new(
        folder.path().join("made"),
        "h200",
        Tier::Strict,
    ))
    .unwrap();
    let ample = StepBudget::flat(BASELINE_STEPS);
    let baseline = judge.judge(&Genome::default(), Scope::HeldOut, &ample);
    assert_eq!(baseline.outcome, Outcome::Correct, "{:?}", baseline.reason);
    let policy = Policy::load("default").unwrap();
    let subject = judge.subject();
    let material = Material {
        sketch: subject.source.sketch(),
        promises: &subject.promises,
        heat: None,
    };
    let genomes = random_genomes(&policy, 7, &material, VARIANTS);
    let mut correct = 0;
    for genome in &genomes {
        let verdict = judge.judge(genome, Scope::Search, &StepBudget::flat(10_000_000));
        // Assembly that lost an operand or a constraint does not compile, or is no PTX.
        let reason = format!("{genome}: {:?}", verdict.reason);
        assert!(verdict.outcome != Outcome::Compile, "{reason}");
        if verdict.outcome == Outcome::Correct {
            correct += 1;
            let ptx = judge.artifacts(genome).unwrap().ptx;
            assert!(ptx.contains("mul.lo.s32 t,"), "{reason}\n{ptx}");
        }
    }
    assert!(correct > VARIANTS / 4, "{correct}");
}
