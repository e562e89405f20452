//! `pad tile 1`: the rows of an array in shared memory are one element further apart.
//!
//! Lanes that touch different words of one of the 32 banks of shared memory wait for each other. Rows of 32 floats put a column into a
//! single bank; rows of 17 do so with a diagonal of a tile. One element more, and they are in as many banks as there are lanes.
//! The array takes more room.
//!
//! Exact: an element is still the one of that row and column, and a row's last elements are touched by nobody. It is refused where an
//! address counts in anything but rows and their elements, and where more than loads and stores of single elements see the array.
//! A program that leaves a row at its end to come to the next one, which C forbids, would be another one: the judge tells.

use std::fmt;

use rand::Rng;

use crate::edit::context::{Context, pick};
use crate::edit::family::{Family, Outcome, Turn};
use crate::edit::{Edit, ParseError, Promises, Words};
use crate::ir::{Skip, Variant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pad {
    /// As the module names it.
    array: String,
    by: u32,
}

/// As many elements as there are banks: more is the same again.
const MOST: u32 = 32;

/// What is proposed: what makes an odd distance of an even one, and what keeps it even, for vectors.
const BY: [u32; 3] = [1, 2, 4];

impl Family for Pad {
    const NAME: &'static str = "pad";
    const SHAPE: &'static str = "pad VARIABLE ELEMENTS";
    const ABOUT: &'static str = "puts the rows of an array in shared memory further apart";
    const TURN: Turn = Turn::BeforeCopies;

    fn parse(words: &mut Words<'_>) -> Result<Pad, ParseError> {
        let array = words.word("the name of a variable")?.to_owned();
        let word = words.word("the number of elements")?;
        match word.parse() {
            Ok(by @ 1..=MOST) if word == by.to_string() => Ok(Pad { array, by }),
            _ => Err(words.wrong(format!("`{word}` is no number from 1 to {MOST}"))),
        }
    }

    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Pad> {
        pick(&pads(context), rng)
    }

    fn sweep(context: &Context<'_>) -> Vec<Pad> {
        pads(context)
    }

    fn slot(&self) -> Option<String> {
        Some(format!("{} {}", Self::NAME, self.array))
    }

    fn apply(&self, variant: &mut Variant<'_>, _: &Promises, _: &mut Outcome) -> Result<(), Skip> {
        variant.pad(&self.array, self.by)
    }
}

/// Every array of shared memory whose rows the genome leaves where they are, by each distance.
fn pads(context: &Context<'_>) -> Vec<Pad> {
    let padded = |array: &String| {
        let is = |edit: &Edit| matches!(edit, Edit::Pad(it) if it.array == *array);
        context.genome.iter().any(is)
    };
    let all = |array: &String| {
        BY.map(|by| Pad {
            array: array.clone(),
            by,
        })
    };
    let tiles = context.sketch.tiles.iter();
    tiles.filter(|array| !padded(array)).flat_map(all).collect()
}

impl fmt::Display for Pad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", Self::NAME, self.array, self.by)
    }
}
