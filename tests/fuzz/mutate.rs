//! Kernels with small things wrong with them: tokens and lines deleted, doubled, moved and exchanged, numbers at the edges of their types.

use rand::{Rng, RngExt};

/// Numbers at which something overflows, wraps or ends.
const NUMBERS: [&str; 27] = [
    "0",
    "1",
    "2",
    "3",
    "7",
    "15",
    "16",
    "31",
    "32",
    "33",
    "63",
    "64",
    "255",
    "256",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "1099511627775",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "0f7F800000",
    "0d7FF0000000000001",
    "0xffffffffffffffffff",
];

/// The tokens of all kernels, to take others from.
pub struct Pool {
    tokens: Vec<String>,
    lines: Vec<String>,
}

impl Pool {
    /// The pool of these texts.
    pub fn new(texts: &[String]) -> Pool {
        let lines = texts.iter().flat_map(|text| text.lines());
        Pool {
            tokens: texts.iter().flat_map(|text| tokens(text)).collect(),
            lines: lines.map(str::to_owned).collect(),
        }
    }
}

/// Words, numbers, marks and the blanks between them; together they are the text again.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let class = |c: char| match c {
        c if c.is_alphanumeric() || matches!(c, '_' | '$' | '%') => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut last = None;
    for c in text.chars() {
        match tokens.last_mut() {
            Some(token) if last == Some(class(c)) && class(c) != 2 => token.push(c),
            _ => tokens.push(c.to_string()),
        }
        last = Some(class(c));
    }
    tokens
}

fn pick<'p>(rng: &mut impl Rng, from: &'p [String]) -> &'p str {
    &from[rng.random_range(0..from.len())]
}

/// The text with one to three changes, most of them such that the text may still be PTX.
pub fn mutate(rng: &mut impl Rng, pool: &Pool, text: &str) -> String {
    if rng.random_range(0..12) == 0 {
        return change_tokens(rng, pool, text);
    }
    // A wrong header is refused at once, and there are only so many of them.
    let (head, body) = text.split_at(text.find('{').map_or(0, |at| at + 1));
    let mut body = body.to_owned();
    for _ in 0..rng.random_range(1..=3) {
        body = if rng.random_range(0..3) == 0 {
            change_lines(rng, pool, &body)
        } else {
            change_likely(rng, pool, &body)
        };
    }
    format!("{head}{body}")
}

/// What a token is, as far as one can be in the place of another.
fn kind(tokens: &[String], at: usize) -> u8 {
    let first = tokens[at].chars().next().unwrap_or(' ');
    match first {
        '%' => tokens[at].chars().nth(1).map_or(0, |c| c as u8),
        first if first.is_ascii_digit() => 1,
        _ if at > 0 && tokens[at - 1] == "." => 2,
        first if first.is_alphabetic() => 3,
        _ => 0,
    }
}

/// A register for another one of its kind, a type for a type, a number for a number, a statement without its instruction or guard.
fn change_likely(rng: &mut impl Rng, pool: &Pool, text: &str) -> String {
    let mut tokens = tokens(text);
    let known: Vec<usize> = (0..tokens.len())
        .filter(|&at| kind(&tokens, at) != 0)
        .collect();
    if known.is_empty() {
        return text.to_owned();
    }
    let at = known[rng.random_range(0..known.len())];
    let of = kind(&tokens, at);
    if of == 1 {
        tokens[at] = NUMBERS[rng.random_range(0..NUMBERS.len())].to_owned();
        return tokens.concat();
    }
    // Words from other kernels are the more interesting ones; registers and labels mean something only here.
    let elsewhere = of == 2 && rng.random();
    let from = if elsewhere { &pool.tokens } else { &tokens };
    let start = rng.random_range(0..from.len());
    let found = (0..from.len())
        .map(|step| (start + step) % from.len())
        .find(|&other| kind(from, other) == of && from[other] != tokens[at]);
    if let Some(other) = found {
        tokens[at] = from[other].clone();
    }
    tokens.concat()
}

fn change_tokens(rng: &mut impl Rng, pool: &Pool, text: &str) -> String {
    let mut tokens = tokens(text);
    let solid: Vec<usize> = (0..tokens.len())
        .filter(|&at| !tokens[at].trim().is_empty())
        .collect();
    if solid.is_empty() {
        return text.to_owned();
    }
    let at = solid[rng.random_range(0..solid.len())];
    let other = solid[rng.random_range(0..solid.len())];
    match rng.random_range(0..7) {
        0 => drop(tokens.remove(at)),
        1 => tokens.insert(at, tokens[at].clone()),
        2 => tokens.swap(at, other),
        3 => tokens[at] = tokens[other].clone(),
        4 => tokens[at] = pick(rng, &pool.tokens).to_owned(),
        5 => tokens.truncate(at),
        _ => {
            let numbers: Vec<usize> = solid
                .iter()
                .copied()
                .filter(|&at| tokens[at].starts_with(|c: char| c.is_ascii_digit()))
                .collect();
            if !numbers.is_empty() {
                let at = numbers[rng.random_range(0..numbers.len())];
                tokens[at] = NUMBERS[rng.random_range(0..NUMBERS.len())].to_owned();
            }
        }
    }
    tokens.concat()
}

fn change_lines(rng: &mut impl Rng, pool: &Pool, text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let at = rng.random_range(0..lines.len());
    let other = rng.random_range(0..lines.len());
    match rng.random_range(0..4) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[other]),
        2 => lines.swap(at, other),
        _ => lines.insert(at, pick(rng, &pool.lines)),
    }
    lines.join("\n")
}
