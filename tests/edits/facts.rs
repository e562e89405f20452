//! What facts state, when they are refused, and what the compiler makes of them.

use super::*;
use warpsmith::edit::{FamilyInfo, LaunchPromise};
use warpsmith::judge::{JudgeSpec, Subject};
use warpsmith::workload::{Expr, Place, Tier};

#[test]
fn a_fact_that_the_workload_does_not_promise_is_refused() {
    let promises = Promises {
        noalias: false,
        align: None,
        shapes: [].into(),
        ..promises()
    };
    for text in [
        "fact noalias in out",
        "fact align in out",
        "fact readonly in",
        "fact multiple n 8",
        "fact least n 1",
        "fact most n 100",
        "fact equal n 24",
        "fact block rows",
        "fact grid rows",
    ] {
        let built = edit::build(&rows(), &genome(text), &promises, &arch()).unwrap();
        assert!(
            matches!(built.skipped[..], [(0, Skip::Unpromised(_))]),
            "{text}: {:?}",
            built.skipped
        );
        assert!(built.contract.is_empty());
    }
    // And nobody proposes it.
    let empty = Genome::default();
    let source = rows();
    let context = Context::new(source.sketch(), &promises, &empty);
    let fact = FamilyInfo::named("fact").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    assert!((0..50).all(|_| fact.propose(&context, &mut rng).is_none()));
}

#[test]
fn each_fact_is_proposed_until_it_is_stated() {
    let source = rows();
    let promises = promises();
    let fact = FamilyInfo::named("fact").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut stated = Genome::default();
    loop {
        let context = Context::new(source.sketch(), &promises, &stated);
        match fact.propose(&context, &mut rng) {
            Some(edit) => stated.push(edit),
            None => break,
        }
        assert!(stated.len() <= 10, "{stated}");
    }
    let parts = stated.iter().flat_map(|edit| edit.parts(&promises));
    let parts: Genome = parts.collect();
    let said = format!("{stated}{parts}");
    for text in [
        "fact noalias in out scale\n",
        "fact align in out scale\n",
        "fact multiple n 8\n",
        "fact least n 24\n",
    ] {
        assert!(said.contains(text), "{said}");
    }
}

#[test]
fn a_fact_does_not_change_what_other_edits_mean() {
    // The stand-in for an i1 that is gone is the nearest one above, or 1: not the comparison that the fact made.
    let facts = "fact multiple n 8; fact least n 24";
    for text in ["delete %6", "delete %0", "move %8 before %3"] {
        let (alone, _) = edited(&rows(), text);
        let (with, skipped) = edited(&rows(), &format!("{facts}; {text}"));
        assert_eq!(skipped, []);
        let branches = |ir: &str| ir.matches("br i1 true").count();
        assert_eq!(branches(&alone), usize::from(text == "delete %6"));
        assert_eq!(branches(&alone), branches(&with), "{text}: {with}");
        let lines = |ir: &str| ir.lines().filter(|line| line.starts_with("  ")).count();
        assert_eq!(lines(&alone) + 5, lines(&with), "{text}: {with}");
    }
}

#[test]
fn facts_and_tunables_are_reported_with_the_ptx() {
    let built = built(
        &rows(),
        "set threads 64; fact noalias in scale out; set threads 128; fact align in; fact multiple n 8; fact least n 1",
    );
    assert_eq!(built.setup.tunables, [("threads".to_owned(), 128)].into());
    assert_eq!(
        built
            .contract
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        [
            "in, scale, out: not aliased",
            "in: 16-byte aligned",
            "n % 8 == 0",
            "n >= 1"
        ]
    );
    // Nothing writes what the loads read, so they may go through the read-only cache.
    assert!(built.ptx.contains("ld.global.nc"), "{}", built.ptx);
    assert!(!self::built(&rows(), "").ptx.contains("ld.global.nc"));
}

fn attention() -> Subject {
    Subject::load(&JudgeSpec::new(
        concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/attention/forward"),
        "h200",
        Tier::Strict,
    ))
    .unwrap()
}

#[test]
fn all_facts_are_each_fact_by_itself() {
    let subject = attention();
    let build = |genome: &Genome| {
        let built = edit::build(&subject.source, genome, &subject.promises, &arch()).unwrap();
        assert_eq!(built.skipped, [], "{genome}");
        built
    };
    let all = genome("fact all");
    let parts: Genome = all[0].parts(&subject.promises).into();
    assert_eq!(
        parts.to_string(),
        "fact noalias k out q v\nfact align k out q v\nfact multiple dim 4\nfact least dim 4\nfact least seq 1\n"
    );
    assert!(
        parts
            .iter()
            .all(|part| part.parts(&subject.promises).is_empty())
    );
    let (all, parts) = (build(&all), build(&parts));
    assert_eq!(all.ptx, parts.ptx);
    assert_eq!(all.contract, parts.contract);
    // Only together do they widen the loads of the dot product.
    assert!(all.ptx.contains("ld.global.nc.v4"), "{}", all.ptx);
}

#[test]
fn loads_become_wide_where_alignment_and_row_length_are_known_and_the_loop_is_unrolled() {
    let subject = attention();
    // The dot product of a row of q and a row of k, each of `dim` elements.
    let dot = "loop %bb2 unroll 4";
    let align = "fact align q k v out";
    let multiple = "fact multiple dim 4";
    for (edits, wide) in [
        (vec![dot], 0),
        (vec![align, dot], 0),
        (vec![multiple, dot], 0),
        (vec![align, multiple, "loop %bb2 unroll 1"], 0),
        (vec![align, multiple, dot], 2),
        (vec![align, multiple, "loop %bb2 unroll 8"], 4),
    ] {
        let genome = genome(&edits.join("; "));
        let built = edit::build(&subject.source, &genome, &subject.promises, &arch()).unwrap();
        assert_eq!(built.skipped, [], "{genome}");
        let loads = |line: &&str| line.contains("ld.global") && line.contains(".v4");
        let found = built.ptx.lines().filter(loads).count();
        assert_eq!(found, wide, "{genome}{}", built.ptx);
    }
}

/// An expression of a manifest.
pub fn expr(text: &str) -> Expr {
    let place = Place {
        file: std::path::Path::new("workload.toml").into(),
        line: 1,
        key: "launch 1".into(),
    };
    Expr::parse(text, place).unwrap()
}

/// The promises of a workload that says more: one block a row, buffers that are read, at most 96 columns.
fn more_promises() -> Promises {
    let mut promises = promises();
    promises.inputs = [("in".to_owned(), 4), ("scale".to_owned(), 4)].into();
    promises.defaults = [("threads".to_owned(), 64)].into();
    let launch = LaunchPromise {
        grid: vec![expr("ceil_div(rows, 2)")],
        block: vec![expr("threads")],
        ..LaunchPromise::default()
    };
    promises.launches = [("rows".to_owned(), vec![launch])].into();
    let rows = promises.shapes.get_mut("rows").unwrap();
    rows.most = Some(1000);
    let columns = promises.shapes.get_mut("n").unwrap();
    columns.most = Some(96);
    promises
}

fn built_with(promises: &Promises, text: &str) -> Built {
    edit::build_with(&rows(), &genome(text), promises, &arch(), Texts::All).unwrap()
}

#[test]
fn a_block_is_as_large_as_the_whole_genome_makes_it() {
    let promises = more_promises();
    for (text, threads) in [
        ("fact block rows", 64_u32),
        ("set threads 32; fact block rows", 32),
        ("fact block rows; set threads 32; set threads 128", 128),
    ] {
        let built = built_with(&promises, text);
        assert_eq!(built.skipped, [], "{text}");
        let directive = format!(".reqntid {threads}, 1, 1");
        assert!(built.ptx.contains(&directive), "{text}: {}", built.ptx);
        // The loop over halves of the block is unrolled: each half has its barrier, and nothing reads the block's size.
        let halves = 1 + threads.ilog2() as usize;
        assert_eq!(built.ptx.matches("bar.sync").count(), halves, "{text}");
        assert!(!built.ptx.contains("%ntid"), "{text}");
    }
    // A size that a shape has a say in is none that the variant knows.
    let mut unknown = more_promises();
    unknown.launches.get_mut("rows").unwrap()[0].block = vec![expr("min(threads, n)")];
    let refused = built_with(&unknown, "fact block rows");
    assert!(matches!(refused.skipped[..], [(0, Skip::Unpromised(_))]));
    // Nor is one that differs from launch to launch.
    let launches = unknown.launches.get_mut("rows").unwrap();
    launches[0].block = vec![expr("threads")];
    launches.push(LaunchPromise {
        block: vec![expr("32")],
        ..launches[0].clone()
    });
    let refused = built_with(&unknown, "fact block rows");
    assert!(matches!(refused.skipped[..], [(0, Skip::Unpromised(_))]));
    assert!(!refused.ptx.contains("reqntid"));
}

#[test]
fn a_grid_is_bounded_by_the_shapes_that_make_it() {
    let promises = more_promises();
    let built = built_with(&promises, "fact grid rows");
    assert_eq!(built.skipped, []);
    let contract: Vec<String> = built.contract.iter().map(ToString::to_string).collect();
    assert_eq!(contract, ["rows: at most 500 blocks in x", "rows <= 1000"]);
    let ir = built.ir.unwrap();
    assert!(
        ir.contains("range(i32 0, 500) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x"),
        "{ir}"
    );
}

/// One element a block, with a table of the first 500 blocks.
const SPREAD: &str = "target triple = \"nvptx64-nvidia-cuda\"
define ptx_kernel void @spread(ptr %x) {
  %b = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %beyond = icmp uge i32 %b, 500
  br i1 %beyond, label %done, label %inside
inside:
  %i = zext i32 %b to i64
  %p = getelementptr float, ptr %x, i64 %i
  store float 1.0, ptr %p
  br label %done
done:
  ret void
}
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()";

#[test]
fn a_bounded_grid_needs_no_check_of_the_block() {
    let source = Source::parse("spread.ll", SPREAD).unwrap();
    for (rows, needless) in [(1000, true), (1001, false)] {
        let mut promises = more_promises();
        promises.shapes.get_mut("rows").unwrap().most = Some(rows);
        let launches = promises.launches.remove("rows").unwrap();
        promises.launches.insert("spread".to_owned(), launches);
        let build = |text: &str| {
            let built = edit::build(&source, &genome(text), &promises, &arch()).unwrap();
            assert_eq!(built.skipped, [], "{text}");
            built.ptx
        };
        let (plain, bounded) = (build(""), build("fact grid spread"));
        assert!(plain.contains("setp"), "{plain}");
        assert_eq!(!bounded.contains("setp"), needless, "{rows}: {bounded}");
        assert!(bounded.contains("st.global"), "{bounded}");
    }
}

#[test]
fn arguments_become_constants_or_bounded_after_all_other_edits() {
    let mut promises = more_promises();
    let bounded = built_with(&promises, "fact most n 96; operand %8.0 <- arg3");
    assert_eq!(bounded.skipped, []);
    let ir = bounded.ir.unwrap();
    assert!(ir.contains("i32 noundef range(i32 0, 97) %3"), "{ir}");
    let contract: Vec<String> = bounded.contract.iter().map(ToString::to_string).collect();
    assert_eq!(contract, ["n >= 0", "n <= 96"]);
    for (text, reason) in [
        ("fact most n 95", "at most 96, not 95"),
        ("fact equal n 96", "may have other values than 96"),
        ("fact readonly in out", "nothing writes to these buffers"),
    ] {
        let built = built_with(&promises, text);
        assert!(
            built.skipped[0].1.to_string().contains(reason),
            "{text}: {:?}",
            built.skipped
        );
        assert!(built.contract.is_empty());
    }

    let columns = promises.shapes.get_mut("n").unwrap();
    (columns.least, columns.multiple_of) = (96, 96);
    let fixed = built_with(&promises, "fact equal n 96; operand %8.0 <- arg3");
    assert_eq!(fixed.skipped, []);
    let ir = fixed.ir.unwrap();
    assert!(
        ir.contains("mul nsw i32 96, 96") && !ir.contains("mul nsw i32 %6, %3"),
        "{ir}"
    );
}

#[test]
fn buffers_that_are_only_read_go_through_the_read_only_cache() {
    let promises = more_promises();
    let reads = |text: &str| {
        built_with(&promises, text)
            .ptx
            .matches("ld.global.nc")
            .count()
    };
    assert_eq!(reads(""), 0);
    let one = reads("fact readonly scale");
    assert!(one > 0 && one < reads("fact readonly in scale"));
    let built = built_with(&promises, "fact readonly in scale; fact readonly in");
    assert_eq!(built.skipped, [(1, Skip::NoEffect)]);
    assert_eq!(
        built.contract[0].to_string(),
        "in, scale: not written while it runs"
    );
}

/// One thread an element, with the usual check, and one for sizes that make no sense.
const COVER: &str = "target triple = \"nvptx64-nvidia-cuda\"
define ptx_kernel void @cover(ptr %x, i32 %n) {
  %b = call i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %s = call i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %t = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %m = mul i32 %b, %s
  %i = add i32 %m, %t
  %outside = icmp sge i32 %i, %n
  br i1 %outside, label %done, label %inside
inside:
  %none = icmp slt i32 %n, 8
  br i1 %none, label %done, label %sane
sane:
  %p = getelementptr float, ptr %x, i32 %i
  store float 1.0, ptr %p
  br label %done
done:
  ret void
}
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()";

#[test]
fn a_branch_that_is_always_taken_is_taken_where_that_follows() {
    let source = Source::parse("cover.ll", COVER).unwrap();
    let promised = |multiple_of| {
        let mut promises = more_promises();
        let launch = LaunchPromise {
            grid: vec![expr("ceil_div(n, threads)")],
            block: vec![expr("threads")],
            ..LaunchPromise::default()
        };
        promises.launches = [("cover".to_owned(), vec![launch])].into();
        let length = promises.shape_args["rows"][0][3].clone();
        promises.shape_args = [("cover".to_owned(), vec![vec![None, length]])].into();
        let shape = promises.shapes.get_mut("n").unwrap();
        (shape.least, shape.most, shape.multiple_of) = (multiple_of, None, multiple_of);
        promises
    };
    let checks = |built: &Built| built.ptx.matches("setp").count();
    for (multiple_of, text, conditions) in [
        (128, "fact taken %6 false", &["n % 64 == 0"][..]),
        (
            128,
            "fact taken %6 false; set threads 128",
            &["n % 128 == 0"],
        ),
        (
            64,
            "fact block cover; fact taken %6 false",
            &["n % 64 == 0"],
        ),
        (64, "fact taken %8 false", &["n >= 64"]),
    ] {
        let promises = promised(multiple_of);
        let built = edit::build(&source, &genome(text), &promises, &arch()).unwrap();
        assert_eq!(built.skipped, [], "{text}");
        assert_eq!(checks(&built), 1, "{text}: {}", built.ptx);
        let contract: Vec<String> = built.contract.iter().map(ToString::to_string).collect();
        assert_eq!(contract, conditions, "{text}");
    }
    for (multiple_of, text) in [
        (64, "set threads 128; fact taken %6 false"),
        (128, "fact taken %6 true"),
        (128, "fact taken %8 true"),
        (4, "fact taken %8 false"),
        // Another edit made it another test.
        (128, "operand %4.1 <- %0; fact taken %6 false"),
    ] {
        let promises = promised(multiple_of);
        let built = edit::build(&source, &genome(text), &promises, &arch()).unwrap();
        let index = text.matches("; ").count();
        assert!(
            matches!(&built.skipped[..], [(at, Skip::Unpromised(_))] if *at == index),
            "{text}: {:?}",
            built.skipped
        );
        assert!(built.contract.is_empty(), "{text}");
    }
    let (promises, empty) = (promised(128), Genome::default());
    let context = Context::new(source.sketch(), &promises, &empty);
    let fact = FamilyInfo::named("fact").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut proposed = (0..100).filter_map(|_| fact.propose(&context, &mut rng));
    assert!(proposed.any(|edit| edit.to_string() == "fact taken %6 false"));
}
