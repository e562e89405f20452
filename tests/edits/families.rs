//! Each family, taking effect and being skipped.

use super::*;
use warpsmith::edit::{Edit, FamilyInfo};
use warpsmith::ir::Name;
use warpsmith::workload::Setup;

#[test]
fn the_empty_genome_is_the_unedited_kernel() {
    let plain = built(&rows(), "");
    assert!(
        plain.skipped.is_empty() && plain.setup == Setup::default() && plain.contract.is_empty()
    );
    assert!(
        plain.ptx.starts_with(".version 8.0\n.target sm_90\n"),
        "{}",
        plain.ptx
    );
    assert_eq!(plain.ptx.matches("bar.sync").count(), 2);
    assert!(!plain.ptx.contains("//"));
}

#[test]
fn each_edit_does_what_its_text_says() {
    // Lines that leave the IR, lines that come.
    let cases: &[(&str, &[&str], &[&str])] = &[
        // A barrier has no result to replace.
        (
            "delete %41",
            &["call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)"],
            &[],
        ),
        ("delete %42 use %24", &["%40 = sdiv i32 %.038, 2"], &[]),
        (
            "operand %24.1 <- i32 4",
            &["%25 = sdiv i32 %7, 2"],
            &["%25 = sdiv i32 %7, 4"],
        ),
        (
            "operand %28.0 <- i1 0",
            &["br i1 %27, label %28, label %41"],
            &["br i1 false, label %28, label %41"],
        ),
        ("operand %8.1 <- arg3", &[], &[]),
        (
            "operand %8.1 <- %0",
            &["%11 = mul nsw i32 %6, %3"],
            &["%11 = mul nsw i32 %6, %5"],
        ),
        (
            "copy %8 before %31 as %n3f7a use %31.0",
            &["%31 = add nsw i32 %5, %.038"],
            &[
                "%n3f7a = mul nsw i32 %6, %3",
                "%31 = add nsw i32 %n3f7a, %.038",
            ],
        ),
        (
            "copy %23 before %63 as %n0001",
            &[],
            &["call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)"],
        ),
        (
            "replace %54 with %58 as %nabcd",
            &[
                "%51 = fdiv contract float %50, %42",
                "%55 = fadd contract float %51, %54",
            ],
            &[
                "%nabcd = fadd contract float %50, %50",
                "%54 = fadd contract float %nabcd, %53",
            ],
        ),
        (
            "fast %54 arcp afn",
            &["%51 = fdiv contract float %50, %42"],
            &["%51 = fdiv arcp contract afn float %50, %42"],
        ),
        (
            "fact noalias in out",
            &[
                "define dso_local ptx_kernel void @rows(ptr noundef %0, ptr noundef %1, ptr noundef %2, i32 noundef %3) #0 {",
            ],
            &[
                "define dso_local ptx_kernel void @rows(ptr noalias noundef %0, ptr noundef %1, ptr noalias noundef %2, i32 noundef %3) #0 {",
            ],
        ),
        (
            "fact align in out",
            &[
                "define dso_local ptx_kernel void @rows(ptr noundef %0, ptr noundef %1, ptr noundef %2, i32 noundef %3) #0 {",
            ],
            &[
                "define dso_local ptx_kernel void @rows(ptr noundef align 16 %0, ptr noundef %1, ptr noundef align 16 %2, i32 noundef %3) #0 {",
            ],
        ),
        // Before everything else that the kernel does.
        (
            "fact multiple n 8",
            &[],
            &[
                "%5 = and i32 %3, 7",
                "%6 = icmp eq i32 %5, 0",
                "call void @llvm.assume(i1 %6)",
            ],
        ),
        (
            "fact least n 3",
            &[],
            &["%5 = icmp sge i32 %3, 3", "call void @llvm.assume(i1 %5)"],
        ),
        ("set threads 64", &[], &[]),
    ];
    let (plain, _) = edited(&rows(), "");
    for (text, leaves, comes) in cases {
        let (ir, skipped) = edited(&rows(), text);
        if text.ends_with("<- arg3") {
            assert_eq!(skipped, [(0, Skip::NoEffect)], "{text}");
            continue;
        }
        assert_eq!(skipped, [], "{text}");
        let (gone, new) = difference(&plain, &ir);
        for line in *leaves {
            assert!(
                gone.iter().any(|found| found == line),
                "{text}: {gone:#?} should have `{line}`"
            );
        }
        for line in *comes {
            assert!(
                new.iter().any(|found| found == line),
                "{text}: {new:#?} should have `{line}`"
            );
        }
    }
}

#[test]
fn moving_up_keeps_the_meaning_and_moving_out_of_reach_is_repaired() {
    // The address of the row is the same in every iteration: hoisted, the load stays the same.
    let (ir, skipped) = edited(&rows(), "move %8 before %3");
    assert_eq!(skipped, []);
    let (entry, rest) = ir.split_once("br label").unwrap();
    assert!(entry.contains("mul nsw i32 %6, %3"), "{entry}");
    assert!(rest.contains("add nsw i32 %8, %.039"), "{rest}");
    // Below its only user, the user gets the nearest value of the type instead: the condition of the loop above.
    let (ir, skipped) = edited(&rows(), "move %29 before %40");
    assert_eq!(skipped, []);
    assert!(ir.contains("br i1 %27, label %29, label %39"), "{ir}");
}

#[test]
fn swapped_instructions_take_over_each_others_users() {
    let (plain, _) = edited(&rows(), "");
    assert!(
        plain.contains("%51 = fdiv contract float %50, %42")
            && plain.contains("store float %55, ptr %59")
    );
    let (ir, skipped) = edited(&rows(), "swap %54 %58");
    assert_eq!(skipped, []);
    // The sum now comes first, of the nearest values, and the quotient is stored.
    assert!(ir.contains("%51 = fadd contract float %50, %50"), "{ir}");
    assert!(
        ir.contains("%55 = fdiv contract float %50, %42")
            && ir.contains("store float %55, ptr %59"),
        "{ir}"
    );
    let (back, skipped) = edited(&rows(), "swap %8 %9; swap %8 %9");
    assert_eq!(skipped, []);
    assert_ne!(
        back, plain,
        "the second factor is not restored: its repair stays"
    );
}

#[test]
fn an_edit_whose_place_is_gone_is_skipped_and_says_why() {
    let cases = [
        ("delete %9999", "%9999 is not there"),
        ("delete %n0001", "%n0001 is not there"),
        ("delete %41; delete %41", "%41 is not there"),
        ("delete %7", "%7 is a br"),
        ("delete %5", "%5 is a phi"),
        ("copy %66 before %41 as %n0001", "%66 is a ret"),
        ("copy %8 before %5 as %n0001", "nothing can stand before %5"),
        ("copy %8 before %31 as %n0001 use %8.0", "is read before"),
        (
            "copy %8 before %31 as %n0001 use %38.0",
            "operand %38.0 is not of type i32",
        ),
        (
            "copy %8 before %31 as %n0001; copy %8 before %31 as %n0001",
            "%n0001 is already there",
        ),
        ("move %8 before %8", "it changes nothing"),
        ("move %8 before %9", "it changes nothing"),
        ("move %3 before %0", "%3 is a br"),
        ("replace %8 with %8 as %n0001", "it changes nothing"),
        (
            "replace %8 with %17 as %n0001",
            "%8 has another type than %17",
        ),
        ("swap %8 %8", "it changes nothing"),
        ("swap %8 %17", "%8 has another type than %17"),
        ("swap %12 %19", "%19 is a br"),
        ("operand %8.2 <- i32 1", "no such operand"),
        ("operand %8.0 <- i64 1", "i64 1 is no value of type i32"),
        ("operand %8.0 <- arg0", "arg0 is no value of type i32"),
        ("operand %8.0 <- arg9", "arg9 is no value of type i32"),
        ("operand %8.0 <- %18", "%18 is not computed yet at %8"),
        ("operand %7.1 <- i1 1", "%7.1 is fixed"),
        ("operand %5.0 <- float 1.0", "%5.0 is fixed"),
        ("operand %23.1 <- ptr null", "%23.1 is fixed"),
        ("set blocks 3", "no tunable `blocks`"),
        ("set threads 3", "one of [32, 64, 128]"),
        ("fact noalias nothing", "no launch has"),
        ("fact noalias in; fact noalias in", "it changes nothing"),
        ("fact align nothing", "no launch has"),
        ("fact align in; fact align in", "it changes nothing"),
        ("fact multiple m 8", "the workload has no shape `m`"),
        ("fact multiple rows 8", "a multiple of 1, not of 8"),
        ("fact multiple n 16", "a multiple of 24, not of 16"),
        ("fact multiple n 8; fact multiple n 4", "it changes nothing"),
        (
            "fact least rows 1",
            "no launch has an integer argument that is `rows`",
        ),
        ("fact least n 25", "at least 24, not 25"),
        ("fact least n 24; fact least n 1", "it changes nothing"),
        ("loop %bb3 unroll 4", "%bb3 is no loop header"),
        ("loop %bb99 unroll 4", "%bb99 is no loop header"),
        ("fast %8 contract", "%8 takes no fast-math flags"),
        ("fast %54 contract", "it changes nothing"),
        ("fast %bb3 contract", "it changes nothing"),
        ("fast %bb99 contract", "there is no block %bb99"),
    ];
    for (text, reason) in cases {
        let (_, skipped) = edited(&rows(), text);
        let [(index, skip)] = &skipped[..] else {
            panic!("{text}: {skipped:?}")
        };
        assert_eq!(*index, text.matches("; ").count(), "{text}");
        assert!(skip.to_string().contains(reason), "{text}: {skip}");
    }
}

#[test]
fn what_llvm_wants_constant_stays_constant() {
    // A field number, an immediate argument, an assembler constant, a case value, an alloca's size.
    for site in ["%13.2", "%13.3", "%74.1", "%64.1", "%21.1", "%21.2", "%8.0"] {
        let (_, skipped) = edited(&odd(), &format!("operand {site} <- i32 1"));
        assert!(
            matches!(skipped[..], [(0, Skip::FixedOperand(_))]),
            "{site}: {skipped:?}"
        );
    }
    // An index into the array of a structure's field is free, like the value that a switch looks at.
    for site in ["%11.3", "%21.0", "%40.2"] {
        assert_eq!(
            edited(&odd(), &format!("operand {site} <- i32 0")).1,
            [],
            "{site}"
        );
    }
    let (_, skipped) = edited(
        &odd(),
        "copy %2 before %9 as %n0001; swap %2 %12; move %2 before %20",
    );
    assert!(
        skipped
            .iter()
            .all(|(_, skip)| matches!(skip, Skip::OtherFunction(..)))
            && skipped.len() == 3,
        "{skipped:?}"
    );
}

#[test]
fn loops_are_unrolled_as_advised() {
    let loads = |text: &str| built(&rows(), text).ptx.matches("ld.global").count();
    assert_eq!(
        loads("loop %bb1 unroll 4") - loads("loop %bb1 unroll 1"),
        2 * 4
    );
    assert_eq!(built(&rows(), "loop %bb1 unroll 4").warnings, [""; 0]);
    let barriers = |text: &str| built(&odd(), text).ptx.matches("fma.rn").count();
    assert!(barriers("loop %bb8 unroll full") > barriers("loop %bb8 unroll 1"));
    // Advice replaces advice; what else the IR says of the loop stays.
    let (ir, _) = edited(&odd(), "loop %bb7 unroll 2; loop %bb7 unroll 8");
    assert!(
        ir.contains("!{!\"llvm.loop.unroll.count\", i32 8}")
            && !ir.contains("i32 2}")
            && !ir.contains("i32 4}"),
        "{ir}"
    );
    assert!(ir.contains("llvm.loop.mustprogress"));
}

#[test]
fn fast_math_reaches_the_ptx() {
    assert!(built(&rows(), "").ptx.contains("div.rn.f32"));
    assert!(!built(&rows(), "fast %54 afn").ptx.contains("div.rn.f32"));
    assert!(
        !built(&rows(), "fast %bb10 arcp afn")
            .ptx
            .contains("div.rn.f32")
    );
}

#[test]
fn deleting_the_only_store_leaves_a_kernel_that_compiles() {
    let built = built(&rows(), "delete %63");
    assert_eq!(built.skipped, []);
    assert!(!built.ptx.contains("st.global"));
}

#[test]
fn the_same_genome_gives_the_same_ptx_every_time() {
    let text =
        "swap %12 %53; copy %8 before %31 as %n3f7a use %31.0; delete %44; loop %bb9 unroll 4";
    let ptx = |source: &Source| {
        edit::build(source, &genome(text), &promises(), &arch())
            .unwrap()
            .ptx
    };
    let indirect = "define ptx_kernel void @k(ptr %f, ptr %g) {\n  call void %f(i32 1)\n  call void %g(i32 2)\n  ret void\n}";
    for text in [ROWS, ODD, indirect] {
        let load = || Source::parse("again.ll", text).unwrap();
        let first = ptx(&load());
        let elsewhere = std::thread::scope(|scope| scope.spawn(|| ptx(&load())).join().unwrap());
        assert_eq!(ptx(&load()), first);
        assert_eq!(elsewhere, first);
    }
}

#[test]
fn markers_for_the_compiler_stay_with_what_they_mark() {
    let text = "define ptx_kernel void @k(ptr %a) {\n  %s = alloca i32\n  call void @llvm.lifetime.start.p0(ptr %s)\n  \
                store i32 1, ptr %s\n  ret void\n}\ndeclare void @llvm.lifetime.start.p0(ptr)";
    let source = Source::parse("marked.ll", text).unwrap();
    assert!(matches!(
        edited(&source, "operand %1.0 <- arg0").1[..],
        [(0, Skip::FixedOperand(_))]
    ));
    assert!(matches!(
        edited(&source, "delete %1").1[..],
        [(0, Skip::Untouchable { .. })]
    ));
}

#[test]
fn every_family_proposes_edits_that_mostly_apply() {
    let source = rows();
    let promises = promises();
    let empty = Genome::default();
    let context = Context::new(source.sketch(), &promises, &empty);
    // The kernel has no doubles, no buffer of bounded length, no nest to jam, no accumulator in memory, no table, no row that
    // a block reads together, no tile, nothing that rises, no atomics, and its threads wait for each other: what these propose is said with each of them.
    let elsewhere = [
        "precision",
        "narrow",
        "jam",
        "keep",
        "constant",
        "stage",
        "aggregate",
        "pack",
        "lanes",
        "pad",
        "bisect",
    ];
    for family in FAMILIES.iter().filter(|it| !elsewhere.contains(&it.name)) {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let edits: Vec<Edit> = (0..200)
            .filter_map(|_| family.propose(&context, &mut rng))
            .collect();
        assert!(
            edits.len() >= 100,
            "{} proposed {}",
            family.name,
            edits.len()
        );
        assert!(edits.iter().all(|edit| edit.family() == family.name));
        let skips = |edit: &&Edit| edited(&source, &edit.to_string()).1.len() == 1;
        let skipped = edits.iter().filter(skips).count();
        assert!(
            skipped * 10 <= edits.len(),
            "{}: {skipped} of {} skipped",
            family.name,
            edits.len()
        );
    }
}

#[test]
fn proposals_know_what_the_genome_did() {
    let source = rows();
    let promises = promises();
    let before = genome("delete %41; copy %8 before %31 as %n3f7a use %31.0");
    let context = Context::new(source.sketch(), &promises, &before);
    let names: Vec<Name> = context.spots().iter().map(|spot| spot.name).collect();
    assert!(!names.contains(&Name::Base(41)) && names.contains(&Name::New(0x3f7a)));
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let delete = FamilyInfo::named("delete").unwrap();
    let found = (0..2000)
        .filter_map(|_| delete.propose(&context, &mut rng))
        .any(|edit| edit.to_string().starts_with("delete %n3f7a"));
    assert!(found);
}

#[test]
fn a_module_whose_text_is_known_is_not_compiled_again() {
    use warpsmith::edit::{Known, Texts, build_once};
    let source = &rows();
    let mut known = Known::default();
    let mut build = |text: &str| {
        let built = build_once(
            source,
            &genome(text),
            &promises(),
            &arch(),
            Texts::PtxOnly,
            &mut known,
        );
        (built.unwrap(), known.len())
    };
    let (plain, one) = build("");
    // It finds no place, and leaves the module as it is.
    let (skipped, still_one) = build("delete %9999\n");
    assert_eq!((one, still_one), (1, 1));
    assert_eq!(plain.ptx, skipped.ptx);
    assert_eq!(skipped.skipped.len(), 1);
}
