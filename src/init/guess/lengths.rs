//! Which expression over the sizes says how many elements a buffer has.

use std::path::Path;
use std::sync::Arc;

use crate::init::draft::Draft;
use crate::workload::{Expr, Place, Symbols};

/// An expression that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitted {
    /// As manifests write it.
    pub text: String,
    /// Whether it is what was touched on every case, not just enough.
    pub exact: bool,
    /// Whether the size of the block is in it, as a number.
    pub of_block: bool,
}

/// Most sizes in a product.
const MOST_FACTORS: usize = 4;

/// Numbers that sizes are multiplied by: components of vectors, planes.
const TIMES: [i64; 6] = [2, 3, 4, 8, 9, 16];

/// Numbers that sizes are divided by: elements that are moved together.
const PARTS: [i64; 2] = [2, 4];

/// Numbers of elements that have nothing to do with sizes: one result, one for each byte value.
const NUMBERS: [i64; 11] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/// The simplest expression that is what was touched on every case; else the tightest that is enough on every case.
///
/// `values`: the sizes of each case; `extents`: one past the last element touched, of each case.
pub fn fit(draft: &Draft, values: &[Symbols], extents: &[usize]) -> Option<Fitted> {
    let mut enough: Option<(i64, Fitted)> = None;
    for (text, of_block) in candidates(draft) {
        let Some(expr) = parse(&text) else {
            continue;
        };
        let found: Option<Vec<i64>> = values
            .iter()
            .map(|symbols| expr.eval(symbols).ok())
            .collect();
        let Some(found) = found else { continue };
        let mut pairs = found
            .iter()
            .zip(extents)
            .map(|(&found, &extent)| found - extent as i64);
        if pairs.clone().all(|more| more == 0) {
            return Some(Fitted {
                text,
                exact: true,
                of_block,
            });
        }
        let sum: i64 = found.iter().sum();
        if pairs.all(|more| more >= 0) && enough.as_ref().is_none_or(|(least, _)| sum < *least) {
            let exact = false;
            enough = Some((
                sum,
                Fitted {
                    text,
                    exact,
                    of_block,
                },
            ));
        }
    }
    enough.map(|(_, fitted)| fitted)
}

/// An expression of ours.
pub fn parse(text: &str) -> Option<Expr> {
    let place = Place {
        file: Arc::from(Path::new("guess")),
        line: 1,
        key: String::new(),
    };
    Expr::parse(text, place).ok()
}

/// Expressions to try, the simplest first; and whether the size of the block is in them.
fn candidates(draft: &Draft) -> Vec<(String, bool)> {
    let names: Vec<&str> = draft
        .shapes
        .iter()
        .map(|shape| shape.name.as_str())
        .collect();
    let mut products: Vec<Vec<&str>> = vec![Vec::new()];
    let mut by_factors: Vec<Vec<Vec<&str>>> = Vec::new();
    for _ in 0..MOST_FACTORS.min(names.len().max(2)) {
        // In the order of the parameters; the same size again only in a square.
        products = products
            .iter()
            .flat_map(|product| {
                let last = product
                    .last()
                    .and_then(|last| names.iter().position(|name| name == last));
                let next = names.iter().enumerate().filter(move |(at, _)| match last {
                    None => true,
                    Some(last) => *at > last || (*at == last && product.len() == 1),
                });
                next.map(|(_, name)| [product.as_slice(), &[*name]].concat())
                    .collect::<Vec<_>>()
            })
            .collect();
        by_factors.push(products.clone());
    }
    let text = |product: &Vec<&str>| product.join(" * ");
    let mut found: Vec<(String, bool)> = Vec::new();
    let plain: Vec<String> = by_factors.iter().flatten().map(text).collect();
    found.extend(plain.iter().map(|text| (text.clone(), false)));
    found.extend(names.iter().map(|name| (format!("{name} + 1"), false)));
    // The number of blocks, where it does not depend on the size of the block; then where it does.
    let block = |text: &str| {
        draft
            .tunables
            .iter()
            .fold(text.to_owned(), |text, (name, _, default)| {
                text.replace(name.as_str(), &default.to_string())
            })
    };
    let blocks: Vec<String> = draft.grid.iter().map(|text| block(text)).collect();
    let of_block = draft.grid.iter().zip(&blocks).any(|(a, b)| a != b);
    found.extend(blocks.iter().map(|text| (text.clone(), of_block)));
    let factor = |text: &String| match text.contains(' ') && !text.starts_with("ceil_div(") {
        true => format!("({text})"),
        false => text.clone(),
    };
    let all = blocks.iter().map(factor).collect::<Vec<_>>().join(" * ");
    let threads: Vec<String> = draft
        .block
        .iter()
        .map(|text| factor(&block(text)))
        .collect();
    let threads = threads.join(" * ");
    let tunable = !draft.tunables.is_empty();
    found.push((all.clone(), of_block));
    found.push((format!("{all} * {threads}"), tunable));
    for times in TIMES {
        found.extend(
            plain
                .iter()
                .map(|text| (format!("{text} * {times}"), false)),
        );
        found.push((format!("{all} * {threads} * {times}"), tunable));
    }
    for by in PARTS {
        let parts = plain.iter().map(|text| format!("ceil_div({text}, {by})"));
        found.extend(parts.map(|text| (text, false)));
    }
    found.extend(NUMBERS.map(|number| (number.to_string(), false)));
    found
}
