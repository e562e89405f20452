use std::path::Path;

use proptest::prelude::*;

use crate::workload::{Error, Expr, Place, Problem, Symbols};

fn place() -> Place {
    Place {
        file: Path::new("workload.toml").into(),
        line: 7,
        key: "buffers.a.len".into(),
    }
}

fn symbols() -> Symbols {
    [
        ("n", 10),
        ("threads", 4),
        ("zero", 0),
        ("big", i64::MAX),
        ("low", i64::MIN),
    ]
    .map(|(name, value)| (name.to_string(), value))
    .into()
}

fn eval(text: &str) -> Result<i64, Error> {
    Expr::parse(text, place())?.eval(&symbols())
}

#[test]
fn arithmetic_is_that_of_integers() {
    for (text, value) in [
        ("1_000", 1000),
        ("n * 3 + 1", 31),
        ("1 + n * 3", 31),
        ("(1 + n) * 3", 33),
        ("20 - 7 - 3", 10),
        ("100 / 7 / 2 * 2", 14),
        ("n % threads", 2),
        ("-n / threads", -2),
        ("--n", 10),
        ("-7 % 4", -3),
        ("ceil_div(n, threads)", 3),
        ("ceil_div(12, threads)", 3),
        ("ceil_div(-n, threads)", -2),
        ("ceil_div(-n, -threads)", 3),
        ("min(n, threads) + max(n, threads)", 14),
        ("max( min( 1 , 2 ) * 3 , ceil_div(n+1,2) )", 6),
    ] {
        assert_eq!(eval(text).unwrap(), value, "{text}");
    }
}

#[test]
fn what_has_no_exact_value_is_an_error_that_names_the_expression_and_its_values() {
    for (text, message) in [
        (
            "n / zero",
            "`n / zero` divides by zero with n = 10, zero = 0",
        ),
        (
            "n % (threads - 4)",
            "`n % (threads - 4)` divides by zero with n = 10, threads = 4",
        ),
        ("ceil_div(1, 0)", "`ceil_div(1, 0)` divides by zero"),
        (
            "big + 1",
            "`big + 1` leaves the range of 64-bit integers with big = 9223372036854775807",
        ),
        ("big * big", "leaves the range"),
        ("low - 1", "leaves the range"),
        ("low / -1", "leaves the range"),
        ("low % -1", "leaves the range"),
        ("-low", "leaves the range"),
        ("ceil_div(low, -1)", "leaves the range"),
        (
            "n * thread",
            "`n * thread` names `thread`, which is unknown here; known: `big`, `low`, `n`, `threads`, `zero`; did you mean `threads`?",
        ),
    ] {
        let error = eval(text).unwrap_err().to_string();
        assert!(
            error.starts_with("workload.toml:7: buffers.a.len: "),
            "{error}"
        );
        assert!(error.contains(message), "{text}: {error}");
    }
}

#[test]
fn a_slip_of_the_pen_is_shown_with_its_column() {
    for (text, wanted_column, message) in [
        ("", 1, "expected a number, a name or `(`"),
        ("n +", 4, "expected a number, a name or `(`"),
        ("n 3", 3, "expected an operator or the end"),
        ("(n", 3, "expected `)`"),
        ("n)", 2, "expected an operator or the end"),
        ("min(n)", 6, "expected `,`"),
        ("min(n, 1, 2)", 9, "expected `)`"),
        ("min", 1, "`min` is a function: `min(a, b)`"),
        (
            "floor(n)",
            1,
            "no function `floor`; there are ceil_div, max, min",
        ),
        ("2 * 1.5", 5, "`1.5` is not a 64-bit integer"),
        ("3n", 1, "`3n` is not a 64-bit integer"),
        ("99999999999999999999", 1, "is not a 64-bit integer"),
        ("n ^ 2", 3, "expected an operator or the end"),
        ("größe", 3, "expected an operator or the end"),
    ] {
        let Error::Invalid { problem, .. } = eval(text).unwrap_err() else {
            panic!("{text}")
        };
        let Problem::ExpressionSyntax {
            column, expected, ..
        } = *problem
        else {
            panic!("{text}: {problem}")
        };
        assert_eq!(
            (column, expected.contains(message)),
            (wanted_column, true),
            "{text}: {expected}"
        );
    }
}

#[test]
fn an_expression_that_is_a_symbol_says_so() {
    let symbol = |text| {
        Expr::parse(text, place())
            .unwrap()
            .as_symbol()
            .map(str::to_string)
    };
    assert_eq!(symbol(" n "), Some("n".into()));
    assert_eq!(symbol("(n)"), Some("n".into()));
    assert_eq!(symbol("n + 0"), None);
    assert_eq!(symbol("4"), None);
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_or_the_arithmetic_panic(text in "[-+*/%(), a-z0-9_]{0,500}") {
        let _ = eval(&text);
    }

    #[test]
    fn nesting_is_bounded(depth in 0usize..5000) {
        let text = "(".repeat(depth) + "1" + &")".repeat(depth);
        prop_assert_eq!(eval(&text).is_ok(), depth < 200);
        let _ = eval(&"-".repeat(depth));
    }

    #[test]
    fn ceil_div_is_the_smallest_count_that_covers(n in 0i64..1_000_000, d in 1i64..5000) {
        let blocks = eval(&format!("ceil_div({n}, {d})")).unwrap();
        prop_assert!(blocks * d >= n && (blocks - 1) * d < n);
    }
}
