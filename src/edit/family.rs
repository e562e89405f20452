//! What a family of edits is, and how the list of families becomes the type [`Edit`](super::Edit).

use std::fmt::{Debug, Display};
use std::hash::Hash;

use rand::Rng;

use super::Edit;
use super::context::Context;
use super::promises::Promises;
use super::words::{ParseError, Words};
use crate::ir::{Name, Pipeline, Skip, Variant};
use crate::workload::{Condition, Setup};

/// One kind of edit. The implementing type is one edit of that kind; `Display` prints it as its line of text.
///
/// Promises of an implementer:
/// - the printed text starts with [`Family::NAME`] and a blank, and parses back to an equal edit;
/// - [`Family::propose`] draws all its randomness from `rng`, looks only at the context, and is quick: it may propose an
///   edit that turns out to be skipped, and answers `None` where the kernel has no place for one;
/// - [`Family::apply`] changes all that the edit says or, answering [`Skip`], nothing; it never panics, on any module.
pub trait Family: Clone + Ord + Hash + Debug + Display {
    /// The first word of its text.
    const NAME: &'static str;
    /// Its whole text, for messages: `delete %N [use VALUE]`.
    const SHAPE: &'static str;
    /// What it does, in one line for people.
    const ABOUT: &'static str;

    /// Parses what follows the name.
    fn parse(words: &mut Words<'_>) -> Result<Self, ParseError>;

    /// Draws one edit that could make sense on the kernel with the genome so far.
    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Self>;

    /// Applies the edit.
    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip>;

    /// The instruction that is gone afterwards.
    fn removes(&self) -> Option<Name> {
        None
    }

    /// The instruction that is there afterwards: its tag, what it is a copy of, and what it stands before.
    fn inserts(&self) -> Option<(u32, Name, Name)> {
        None
    }
}

/// What a genome says beside the IR.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Launch tunables that were set, of which the last one wins, and changes of launches that add up.
    pub setup: Setup,
    /// What the variant relies on: promises of the workload.
    pub contract: Vec<Condition>,
    /// What the optimiser is asked to do.
    pub pipeline: Pipeline,
}

impl Outcome {
    /// Adds what the variant relies on, once.
    pub fn relies_on(&mut self, condition: Condition) {
        if !self.contract.contains(&condition) {
            self.contract.push(condition);
        }
    }
}

/// A family as an entry of [`FAMILIES`](super::FAMILIES).
#[derive(Debug, Clone, Copy)]
pub struct FamilyInfo {
    /// See [`Family::NAME`].
    pub name: &'static str,
    /// See [`Family::SHAPE`].
    pub shape: &'static str,
    /// See [`Family::ABOUT`].
    pub about: &'static str,
    pub(super) parse: fn(&mut Words<'_>) -> Result<Edit, ParseError>,
    pub(super) propose: fn(&Context<'_>, &mut dyn Rng) -> Option<Edit>,
}

impl FamilyInfo {
    /// The family of that name.
    pub fn named(name: &str) -> Option<&'static FamilyInfo> {
        super::FAMILIES.iter().find(|family| family.name == name)
    }

    /// Draws an edit of this family; see [`Family::propose`].
    pub fn propose(&self, context: &Context<'_>, rng: &mut dyn Rng) -> Option<Edit> {
        (self.propose)(context, rng)
    }
}

/// Makes `Edit` and `FAMILIES` of the list of families.
macro_rules! families {
    ($($variant:ident($family:ty)),+ $(,)?) => {
        /// One edit; its text is its identity. [`FAMILIES`] says what there is.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum Edit {
            $(
                #[doc = concat!("See `", stringify!($family), "`.")]
                $variant($family),
            )+
        }

        /// Every family there is.
        pub const FAMILIES: &[FamilyInfo] = &[$(
            FamilyInfo {
                name: <$family>::NAME,
                shape: <$family>::SHAPE,
                about: <$family>::ABOUT,
                parse: |words| <$family>::parse(words).map(Edit::$variant),
                propose: |context, rng| <$family>::propose(context, rng).map(Edit::$variant),
            },
        )+];

        impl Edit {
            /// Name of the family that it belongs to.
            pub fn family(&self) -> &'static str {
                match self { $(Edit::$variant(_) => <$family>::NAME,)+ }
            }

            pub(in crate::edit) fn apply(
                &self,
                variant: &mut crate::ir::Variant<'_>,
                promises: &Promises,
                outcome: &mut Outcome,
            ) -> Result<(), Skip> {
                match self { $(Edit::$variant(edit) => edit.apply(variant, promises, outcome),)+ }
            }

            pub(in crate::edit) fn removes(&self) -> Option<crate::ir::Name> {
                match self { $(Edit::$variant(edit) => edit.removes(),)+ }
            }

            pub(in crate::edit) fn inserts(&self) -> Option<(u32, crate::ir::Name, crate::ir::Name)> {
                match self { $(Edit::$variant(edit) => edit.inserts(),)+ }
            }
        }

        impl std::fmt::Display for Edit {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(Edit::$variant(edit) => edit.fmt(f),)+ }
            }
        }
    };
}
pub(super) use families;
