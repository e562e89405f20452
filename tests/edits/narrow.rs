//! Indices of 64 bits that are computed in 32.

use super::simulate::{Floats, simulate};
use super::*;
use warpsmith::edit::{FamilyInfo, Length};
use warpsmith::workload::Condition;
use warpsmith::workload::{Expr, Place};

/// Each of 32 threads: `out[t]` is `table[row * dim + t - 3]` for a row that the table itself names.
const GATHER: &str = r#"
target triple = "nvptx64-nvidia-cuda"
declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
define ptx_kernel void @gather(ptr %table, ptr %out, i32 %dim) {
  %tid = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %t = sext i32 %tid to i64
  %first = getelementptr inbounds float, ptr %table, i64 %t
  %which = load float, ptr %first
  %row = fptosi float %which to i32
  %row64 = sext i32 %row to i64
  %dim64 = sext i32 %dim to i64
  %before = mul nsw i64 %row64, %dim64
  %column = add nsw i64 %before, %t
  %shifted = sub nsw i64 %column, 3
  %at = getelementptr inbounds float, ptr %table, i64 %shifted
  %x = load float, ptr %at
  %to = getelementptr inbounds float, ptr %out, i64 %t
  store float %x, ptr %to
  ret void
}
"#;

/// The address of the gathered element.
const AT: &str = "%10";

fn gather() -> Source {
    Source::parse("gather.ll", GATHER).unwrap()
}

/// A table of `rows` rows of `dim`, of which there are no more than that.
fn promises(most_rows: Option<u64>) -> Promises {
    let args = vec![Some("table".to_owned()), Some("out".to_owned()), None];
    let shape = |most| ShapePromise {
        least: 0,
        most,
        multiple_of: 1,
    };
    let length = |text: &str| Length {
        elements: Expr::parse(text, place()).unwrap(),
        size: 4,
    };
    Promises {
        pointer_args: [("gather".to_owned(), vec![args])].into(),
        shapes: [
            ("rows".to_owned(), shape(most_rows)),
            ("dim".to_owned(), shape(Some(1 << 8))),
            ("other".to_owned(), shape(Some(7))),
        ]
        .into(),
        lengths: [
            ("table".to_owned(), length("rows * dim")),
            ("out".to_owned(), length("32")),
        ]
        .into(),
        ..Promises::default()
    }
}

fn place() -> Place {
    Place {
        file: std::path::Path::new("workload.toml").into(),
        line: 1,
        key: "len".to_owned(),
    }
}

fn narrowed(text: &str, most_rows: Option<u64>) -> Built {
    narrowed_by(text, &promises(most_rows))
}

fn narrowed_by(text: &str, promises: &Promises) -> Built {
    edit::build_with(&gather(), &genome(text), promises, &arch(), Texts::All).unwrap()
}

/// A table of 40 rows of 16 whose first row of 32 numbers names rows.
fn run(built: &Built) -> Vec<f32> {
    let mut table: Vec<f32> = (0..640).map(|i| i as f32 * 0.5).collect();
    (0..32).for_each(|i| table[i] = (i * 7 % 30 + 1) as f32);
    let floats = [Floats::In(&table), Floats::Out(32)];
    // The buffers come first, and the last one is the result; so the size goes last.
    simulate(built, ([1; 3], [32, 1, 1]), &floats, &[16])
}

#[test]
fn what_all_buffers_are_promised_to_be_bounds_each_of_them() {
    let longest = |longest| Promises {
        longest: Some(longest),
        ..promises(None)
    };
    let narrow = narrowed_by("narrow table", &longest(1 << 31));
    assert_eq!(narrow.skipped, []);
    assert!(!narrow.ptx.contains("mul.lo.s64"), "{}", narrow.ptx);
    assert_eq!(run(&narrow), run(&narrowed("", None)));
    let elements = Condition::Elements {
        buffer: "table".to_owned(),
        most: 1 << 31,
    };
    assert_eq!(narrow.contract, [elements]);
    // One element more than 32 bits can count.
    let wide = narrowed_by("narrow table", &longest((1 << 32) + 1));
    assert_eq!(wide.skipped.len(), 1);
}

#[test]
fn an_index_into_a_small_enough_buffer_is_computed_in_32_bits() {
    let plain = narrowed("", Some(1 << 24));
    assert!(
        plain.ptx.contains("mul.wide.s32") || plain.ptx.contains("mul.lo.s64"),
        "{}",
        plain.ptx
    );
    for text in [format!("narrow {AT}"), "narrow table".to_owned()] {
        let narrow = narrowed(&text, Some(1 << 24));
        assert_eq!(narrow.skipped, [], "{text}");
        assert!(narrow.ptx.contains("mad.lo.s32"), "{}", narrow.ptx);
        assert!(!narrow.ptx.contains("mul.lo.s64"), "{}", narrow.ptx);
        assert_eq!(run(&narrow), run(&plain));
        let most = |shape: &str, value| Condition::Most {
            shape: shape.to_owned(),
            value,
        };
        assert_eq!(
            narrow.contract,
            [most("dim", 1 << 8), most("rows", 1 << 24)]
        );
    }
}

#[test]
fn without_a_bound_that_is_low_enough_it_is_refused() {
    for (text, most) in [
        (format!("narrow {AT}"), None),
        (format!("narrow {AT}"), Some((1 << 24) + 1)),
        ("narrow table".to_owned(), None),
        // There is nothing to narrow.
        ("narrow out".to_owned(), Some(1)),
        ("narrow %2".to_owned(), Some(1)),
        ("narrow %3".to_owned(), Some(1)),
        ("narrow nothing".to_owned(), Some(1)),
    ] {
        let built = narrowed(&text, most);
        assert!(
            matches!(built.skipped[..], [(0, Skip::Unfit(_))]),
            "{text}: {:?}",
            built.skipped
        );
        assert_eq!(built.contract, []);
    }
    // Once is enough.
    let again = narrowed("narrow table; narrow table", Some(1));
    assert!(
        matches!(again.skipped[..], [(1, Skip::Unfit(_))]),
        "{:?}",
        again.skipped
    );
}

#[test]
fn an_address_that_goes_elsewhere_may_be_outside_of_its_buffer_and_stays() {
    let text = GATHER.replace(
        "%x = load float, ptr %at",
        "%in = getelementptr inbounds float, ptr %at, i64 1\n  %x = load float, ptr %in",
    );
    let source = Source::parse("gather.ll", &text).unwrap();
    let genome = genome("narrow table");
    let built = edit::build(&source, &genome, &promises(Some(1)), &arch()).unwrap();
    assert!(
        matches!(built.skipped[..], [(0, Skip::Unfit(_))]),
        "{:?}",
        built.skipped
    );
}

#[test]
fn it_is_proposed_where_it_holds() {
    let source = gather();
    let genome = Genome::default();
    let narrow = FamilyInfo::named("narrow").unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let bounded = promises(Some(1 << 24));
    let context = Context::new(source.sketch(), &bounded, &genome);
    for _ in 0..20 {
        let edit = narrow.propose(&context, &mut rng).unwrap().to_string();
        assert!(
            ["narrow table", "narrow %10"].contains(&edit.as_str()),
            "{edit}"
        );
    }
    let unbounded = promises(None);
    let context = Context::new(source.sketch(), &unbounded, &genome);
    assert!(narrow.propose(&context, &mut rng).is_none());
}
