use std::path::Path;

use proptest::prelude::*;

use super::{MANIFEST, Written, instance, load_with, loaded, values};
use crate::workload::{Arg, CaseUse, Error, Scalar, Setup, Symbols, Workload};

/// (what is replaced, by what, the line that the error must name, what it must say).
#[rustfmt::skip]
const WRONG: &[(&str, &str, usize, &str)] = &[
    ("[workload]", "[workload", 1, ""),
    ("name = \"test/copy\"", "nam = \"test/copy\"", 2, "workload.nam: unknown key `nam`, expected one of `name`, `summary`, `ir`, `source`; did you mean `name`?"),
    ("len = \"n * 3\"", "lenn = \"n * 3\"", 10, "buffers.table: unknown key `lenn`, expected one of `type`, `len`, `role`, `fill`; did you mean `len`?"),
    ("type = \"f64\"", "type = \"half\"", 14, "buffers.rest: unknown variant `half`, expected one of `u8`"),
    ("role = \"output\"", "role = \"result\"", 13, "unknown variant `result`, expected one of `input`, `output`, `inout`, `scratch`"),
    ("{ normal = { std = 1.0 } }", "{ normal = { sd = 1.0 } }", 10, "unknown key `sd`, expected one of `mean`, `std`"),
    ("{ normal = { std = 1.0 } }", "{ gauss = { std = 1.0 } }", 10, "unknown variant `gauss`, expected one of `normal`"),
    ("{ normal = { std = 1.0 } }", "{ normal = { std = true } }", 10, "expected a number, or an expression in quotes"),
    ("len = \"6\", ", "", 13, "missing key `len`"),
    ("use = \"search\"\n", "", 40, "missing key `use`"),
    ("seed = 1\nfill", "seed = -1\nfill", 52, "-1"),
    ("n = 12\n", "n = \"12\"\n", 43, "expected i64"),
    ("[facts]\nnoalias = true", "[facts]\nalias = true", 20, "unknown key `alias`, expected one of `noalias`, `align`, `longest`, `rising`; did you mean `noalias`?"),
    ("[facts]\nnoalias = true", "[facts]\nlongest = 0", 20, "facts.longest: must be at least 1"),
    ("[facts]\nnoalias = true", "[facts]\nrising = [\"tables\"]", 20, "facts.rising: `tables` is no input with a fill"),
    ("[facts]\nnoalias = true", "[facts]\nrising = [\"out\"]", 20, "facts.rising: `out` is no input with a fill"),
    ("metric = \"maxn\"", "metric = \"max\"", 35, "metric `max` is unknown; known: `maxn`, `nrmse`, `relative`, `exact`, `change`, `argmax`, `recall`; did you mean `maxn`?"),
    ("metric = \"maxn\"", "metric = \"maxn\"\nmargin = 1", 36, "unknown key `margin`, expected one of `output`, `metric`"),
    ("metric = \"maxn\"", "metric = \"change\"", 34, "`change` needs a `from`"),
    ("metric = \"maxn\"", "metric = \"change\"\nfrom = \"tabel\"", 36, "tolerance.from: input `tabel` is unknown; known: `table`, `index`, `start`"),
    ("metric = \"maxn\"", "metric = \"change\"\nfrom = \"table\"", 36, "`table` has n * 3 elements, `out` has 6"),
    ("metric = \"maxn\"", "metric = \"recall\"", 35, "needs a `width`"),
    ("metric = \"maxn\"", "metric = \"recall\"\nwidth = 4", 36, "case `small`: the width of a row of `out` is 4; it must divide its 6 elements"),
    ("metric = \"maxn\"", "metric = \"maxn\"\nwidth = 3", 35, "`maxn` takes no `width`"),
    ("metric = \"maxn\"", "output = \"rest\"\nmetric = \"maxn\"", 35, "tolerance.output: output `rest` is unknown; known: `out`"),
    ("serving = 1e-3\n", "", 34, "missing key `serving`"),
    ("[[case]]\nname = \"small\"", "[floor]\nbytes = \"0 - n\"\n[[case]]\nname = \"small\"", 41, "case `small`: the floor is -12; it must be at least 1"),
    ("builtin = \"sls\"", "builtin = \"sls\"\nfiles = { out = \"out.npy\" }", 30, "names either a `builtin` or `files`"),
    ("[[launch]]", "[loops]\nagain = { times = 2 }\n[[launch]]", 24, "loops.again: no launch is in it"),
    ("entry = \"copy\"", "entry = \"copy\"\nloop = \"again\"", 25, "launch 1.loop: loop `again` is unknown; known: nothing"),
    ("n = { min = 8", "min = { min = 8", 6, "shapes.min: is a function"),
    ("n = { min = 8", "\"n-1\" = { min = 8", 6, "a name has letters"),
    ("n = { min = 8", "seed = { min = 8", 6, "is a key of every case"),
    ("threads = { values", "n = { values", 17, "tunables.n: is a shape, too"),
    ("default = 32", "default = 16", 17, "default 16 is not among its values [32, 64]"),
    ("values = [32, 64]", "values = [32, 32]", 17, "a value is listed twice"),
    ("multiple_of = 4", "multiple_of = 0", 6, "multiple_of must be at least 1"),
    ("{ min = 8, multiple_of = 4 }", "{ min = 8, max = 7 }", 6, "max is below min"),
    ("m = { max = 10 }", "m = { min = -1 }", 7, "min is negative"),
    ("name = \"test/copy\"", "name = \" \"", 2, "workload.name: is empty"),
    ("len = \"n * 3\"", "len = \"k * 3\"", 10, "buffers.table.len: `k * 3` names `k`, which is unknown here; known: `m`, `n`"),
    ("len = \"n * 3\"", "len = \"threads * 3\"", 10, "names `threads`, which is unknown here"),
    ("len = \"n * 3\"", "len = \"n *\"", 10, "column 4: expected a number, a name or `(`"),
    ("len = \"n * 3\"", "len = 1.5", 10, "is 1.5; it must be an integer or an expression"),
    ("block = [\"threads\"]", "block = [\"thread\"]", 26, "launch 1.block[0]: `thread` names `thread`, which is unknown here; known: `m`, `n`, `threads`; did you mean `threads`?"),
    ("step = \"m / 2\"", "step = \"m / q\"", 12, "buffers.start.fill: `m / q` names `q`"),
    ("grid = [\"ceil_div(n, threads)\", 2]", "grid = [\"n / (n - n)\"]", 25, "divides by zero"),
    ("{ normal = { std = 1.0 } }", "{ zipf = { n = 4, q = 0, s = 1 } }", 10, "`zipf` does not fill elements of type f32"),
    ("{ uniform = { lo = 0, hi = \"n\" } }", "{ rowwise_q8 = { of = \"table\", columns = 4 } }", 11, "`rowwise_q8` does not fill elements of type i32"),
    ("role = \"output\" }", "role = \"output\", fill = { constant = 0 } }", 13, "nobody writes it before the first launch"),
    (", fill = { normal = { std = 1.0 } }", "", 10, "has no fill"),
    ("{ normal = { std = 1.0 } }", "{ winograd_f2_filters = { of = \"g\", outputs = 1, channels = 1 } }", 10, "buffer `g` is unknown; known: `table`, `index`, `start`, `out`, `rest`"),
    ("{ normal = { std = 1.0 } }", "{ winograd_f2_filters = { of = \"out\", outputs = 1, channels = 1 } }", 10, "`out` must be an input with a fill of its own"),
    ("fill = { table = {", "fill = { tabel = {", 53, "input `tabel` is unknown; known: `table`, `index`, `start`; did you mean `table`?"),
    ("fill = { table = {", "fill = { index = { winograd_f4_filters = { of = \"table\", outputs = 1, channels = 1 } }, table = {", 53, "case `other`.fill.index: `winograd_f4_filters` does not fill elements of type i32"),
    ("grid = [\"ceil_div(n, threads)\", 2]", "grid = []", 25, "has one to three dimensions"),
    ("grid = [\"ceil_div(n, threads)\", 2]", "grid = [1, 1, 1, 1]", 25, "has one to three dimensions"),
    ("grid = [\"ceil_div(n, threads)\", 2]", "grid = [\"n / threads\"]", 25, "case `small`: grid.x of `copy` is 0; it must be from 1 to 2147483647"),
    ("block = [\"threads\"]", "block = [\"threads\", \"threads\", \"-m\"]", 26, "block.z of `copy` is -6"),
    ("shared = \"4 * threads\"", "shared = \"-4\"", 27, "the shared memory of `copy` is -4"),
    ("entry = \"copy\"", "entry = \"\"", 24, "launch 1.entry: is empty"),
    ("\"table\", \"index\"", "\"tabel\", \"index\"", 28, "launch 1.args[0]: buffer `tabel` is unknown; known: `table`, `index`, `start`, `out`, `rest`; did you mean `table`?"),
    ("\"i32 n\"", "\"int n\"", 28, "scalar type `int` is unknown"),
    ("\"i32 n\"", "\"i32 0.5\"", 28, "`0.5` is not a 64-bit integer"),
    ("\"f32 0.5\"", "\"f16 1e5\"", 28, "launch 1.args[6]: `1e5` is too large for f16; infinity is inf"),
    ("\"f32 m\"", "\"f16 20000 * m\"", 28, "case `small`: the argument `f16 20000 * m` of `copy` is 120000; f16 does not hold it"),
    ("{ type = \"f32\", len = \"n * 3\", fill = { normal = { std = 1.0 } } }", "{ type = \"bf16\", len = \"n * 3\", fill = { zipf = { n = 4, q = 0, s = 1 } } }", 10, "`zipf` does not fill elements of type bf16"),
    ("\"u8 m + 1\"", "\"u8 m - 10\"", 28, "case `small`: the argument `u8 m - 10` of `copy` is -4; u8 does not hold it"),
    ("\"out\", \"rest\"", "\"rest\"", 13, "is an output, but no launch has it as an argument"),
    ("builtin = \"sls\"", "builtin = \"slss\"", 31, "; did you mean `sls`?"),
    ("sizes = { dim", "sizes = { dimm", 32, "size of the builtin `dimm` is unknown; known: `dim`"),
    ("sizes = { dim = \"3\" }", "", 31, "reference.sizes.dim: `dim` names `dim`, which is unknown here"),
    ("sizes = { dim", "buffers = { table = \"rest2\" }\nsizes = { dim", 32, "reference.buffers.table: buffer `rest2` is unknown"),
    ("builtin = \"sls\"", "builtin = \"sls\"\nbuffers = { out = \"rest\" }", 31, "computes no `out`, which is an output"),
    ("builtin = \"sls\"\nsizes = { dim = \"3\" }", "", 30, "names either a `builtin` or `files` with what the outputs should be, or says `baseline = true`"),
    ("builtin = \"sls\"", "builtin = \"sls\"\nbaseline = true", 30, "names either a `builtin` or `files`"),
    ("builtin = \"sls\"\nsizes = { dim = \"3\" }", "baseline = false", 31, "reference.baseline: is false; right is true, or a `builtin`"),
    ("builtin = \"sls\"", "baseline = true", 32, "reference.sizes.dim: is what a `builtin` takes"),
    ("strict = 1e-5", "strict = 1e-2", 34, "the tiers must rise"),
    ("relaxed = 1e-2", "relaxed = nan", 34, "the tiers must rise"),
    ("align = 16", "align = 24", 21, "must be a power of two up to 256"),
    ("n = 12\n", "n = 14\n", 43, "case `small`: breaks a promise of its shapes: n = 14, but multiple_of = 4"),
    ("n = 12\n", "n = 4\n", 43, "n = 4, but min = 8"),
    ("m = 6\n", "m = 11\n", 44, "m = 11, but max = 10"),
    ("m = 6\n", "", 41, "case `small`: gives no value for `m`"),
    ("m = 6\n", "m = 6\nk = 1\n", 45, "shape `k` is unknown; known: `m`, `n`"),
    ("m = 6\n", "m = 0\n", 11, "case `small`: the length of `index` is 0; it must be at least 1"),
    ("n = 12\n", "n = 1000000000\n", 10, "case `small` needs 12000000000 bytes of buffers; the limit is 8589934592 bytes (8 GiB)"),
    ("n = 12\n", "n = 4611686018427387904\n", 10, "`n * 3` leaves the range of 64-bit integers with n = 4611686018427387904"),
    ("name = \"other\"", "name = \"small\"", 48, "case `small`: is there twice"),
    ("use = \"search\"", "use = \"device\"", 1, "none has use = \"search\""),
];

#[test]
fn each_mistake_is_one_error_with_its_line_and_what_would_be_right() {
    let mut failures = Vec::new();
    for (from, to, line, message) in WRONG {
        match load_with(from, to) {
            Ok(_) => failures.push(format!("{to}: accepted")),
            Err(error) => {
                let text = error.to_string();
                let at = error.place().map(|place| place.line);
                if at != Some(*line) || !text.contains(message) || !text.contains("workload.toml:")
                {
                    failures.push(format!(
                        "{to}\n   is    {text}\n   wants line {line}: {message}"
                    ));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_manifest_that_the_others_are_made_from_is_right() {
    let workload = loaded(MANIFEST);
    let instance = instance(&workload, &workload.cases[0]);
    let launch = &instance.launches[0];
    assert_eq!(
        (launch.grid, launch.block, launch.shared),
        ([1, 2, 1], [32, 1, 1], 128)
    );
    assert_eq!(launch.args[5], Arg::Scalar(Scalar::I32, 12));
    assert_eq!(
        launch.args[6],
        Arg::Scalar(Scalar::F32, u64::from(0.5f32.to_bits()))
    );
    assert_eq!(
        launch.args[7],
        Arg::Scalar(Scalar::F32, u64::from(6f32.to_bits()))
    );
    assert_eq!(launch.args[8], Arg::Scalar(Scalar::U8, 7));
    assert_eq!(instance.buffers[4].len, 12 * 32);
    assert!(
        values(&instance, "index")
            .iter()
            .all(|id| (0.0..12.0).contains(id))
    );
    assert_eq!(workload.cases_for(CaseUse::HeldOut).count(), 1);
}

#[test]
fn a_fill_out_of_its_range_is_an_error_of_the_case() {
    for (to, message) in [
        (
            "{ normal = { std = -1.0 } }",
            "case `small`, fill `normal`: std is -1; it must be at least 0 and finite",
        ),
        ("{ normal = { std = inf } }", "std is inf"),
        (
            "{ normal = { mean = nan, std = 1 } }",
            "mean is NaN; it must be finite",
        ),
        ("{ uniform = { lo = 2, hi = 1 } }", "lo = 2 is above hi = 1"),
        (
            "{ winograd_f2_filters = { of = \"index\", outputs = 2, channels = 3 } }",
            "6",
        ),
    ] {
        let workload = load_with("{ normal = { std = 1.0 } }", to).unwrap();
        let error = workload
            .instance(&workload.cases[0], &workload.default_setup())
            .unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }
    for (to, message) in [
        (
            "{ ramp = { step = 4000000000 } }",
            "the last value = 20000000000 is not a i32",
        ),
        (
            "{ uniform = { lo = 3, hi = 3 } }",
            "no integer from lo = 3 to below hi = 3",
        ),
        ("{ constant = 0.5 }", "constant = 0.5 is not a i32"),
        (
            "{ zipf = { n = 0, q = 0, s = 1 } }",
            "n is 0; it must be from 1 to 268435456",
        ),
        ("{ jagged = { total = -1, spread = 1 } }", "total is -1"),
        (
            "{ jagged = { total = 1, spread = 1, empty = 2 } }",
            "empty is 2; it must be from 0 to 1",
        ),
    ] {
        let workload = load_with("{ uniform = { lo = 0, hi = \"n\" } }", to).unwrap();
        let error = workload
            .instance(&workload.cases[0], &workload.default_setup())
            .unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[test]
fn inputs_that_make_no_sense_for_the_reference_are_an_error() {
    let workload = load_with("hi = \"n\"", "hi = \"n + 1000\"").unwrap();
    let case = &workload.cases[0];
    let error = workload
        .expected(case, &instance(&workload, case))
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("case `small`, reference `sls`: bag 0 names row"),
        "{error}"
    );

    let workload = load_with("len = \"6\"", "len = \"7\"").unwrap();
    let case = &workload.cases[0];
    let error = workload
        .expected(case, &instance(&workload, case))
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("it computes 6 elements, and `out` has 7"),
        "{error}"
    );
}

#[test]
fn a_tunable_needs_one_of_its_values() {
    let workload = loaded(MANIFEST);
    let tunables = |pairs: &[(&str, i64)]| -> Symbols {
        pairs
            .iter()
            .map(|(name, value)| (name.to_string(), *value))
            .collect()
    };
    for (given, message) in [
        (tunables(&[]), "tunable `threads` has no value"),
        (
            tunables(&[("threads", 48)]),
            "tunable `threads` = 48 is not one of its values [32, 64]",
        ),
        (
            tunables(&[("threads", 32), ("unroll", 2)]),
            "tunable `unroll` is unknown; known: `threads`",
        ),
    ] {
        let error = workload
            .instance(&workload.cases[0], &Setup::of(given))
            .unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[test]
fn a_missing_file_is_named() {
    let error = Workload::load(Path::new("no/such/workload.toml")).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("cannot read workload no/such/workload.toml: "),
        "{error}"
    );

    let written = Written::new(&MANIFEST.replace("kernel.ll", "other.ll"));
    let error = written.load().unwrap_err();
    assert!(
        matches!(&error, Error::Read { path, .. } if path.ends_with("other.ll")),
        "{error}"
    );
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let written = Written::new(MANIFEST);
    std::fs::write(written.path(), b"[workload]\nname = \"\xff\"").unwrap();
    let error = written.load().unwrap_err();
    assert_eq!(error.place().map(|place| place.line), Some(2));
}

#[test]
fn the_fingerprint_changes_with_the_manifest_and_with_the_module() {
    let written = Written::new(MANIFEST);
    let first = written.load().unwrap().fingerprint();
    assert_eq!(first, written.load().unwrap().fingerprint());
    std::fs::write(written.folder.path().join("kernel.ll"), "; another").unwrap();
    let second = written.load().unwrap().fingerprint();
    assert_ne!(first, second);
    std::fs::write(written.path(), MANIFEST.to_string() + "# a comment\n").unwrap();
    assert_ne!(second, written.load().unwrap().fingerprint());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_damage_to_a_manifest_makes_loading_panic(
        at in 0..MANIFEST.len(),
        length in 0usize..12,
        with in "[-\\[\\]{}=\"\\\\,.#a-z0-9 \n\u{e9}]{0,6}",
    ) {
        let end = (at + length).min(MANIFEST.len());
        let damaged = format!("{}{with}{}", &MANIFEST[..at], &MANIFEST[end..]);
        if let Err(error) = Written::new(&damaged).load() {
            let lines = damaged.lines().count() + 1;
            prop_assert!(error.place().is_none_or(|place| (1..=lines).contains(&place.line)));
            prop_assert!(!error.to_string().is_empty());
        }
    }
}
