//! What a family of edits is, and how the list of families becomes the type [`Edit`](super::Edit).

use std::fmt::{Debug, Display};
use std::hash::Hash;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

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
    /// Whether an edit costs nothing at run time, so that a search tries all that [`Family::sweep`] names at once: facts, which
    /// do little by themselves and much for others.
    const FREE: bool = false;
    /// Families without one of which an edit seldom pays: a search judges it together with what they name on top of it.
    const PARTNERS: &'static [&'static str] = &[];
    /// Whether the kernel is launched in another way with an edit.
    const LAUNCH: bool = false;
    /// Where a search puts an edit among others.
    const TURN: Turn = Turn::Any;

    /// Parses what follows the name.
    fn parse(words: &mut Words<'_>) -> Result<Self, ParseError>;

    /// Draws one edit that could make sense on the kernel with the genome so far. Where several places are as good, the one
    /// where more time goes is the better guess: [`Context::pick_spot`] and [`Context::pick_block`] know.
    fn propose(context: &Context<'_>, rng: &mut dyn Rng) -> Option<Self>;

    /// The most promising single edits after the genome so far, best first, in an order that depends on the context alone. A
    /// search judges them before anything random, and again on top of the best that it knows.
    ///
    /// Promising is what an expert would try first: each value of a tunable, each loop with a few factors, each kind of fact
    /// at its strongest; not what is known to be refused, nor what the genome says already. Some ten edits are many: of sites,
    /// the hottest first ([`Context::weight`], [`Context::hottest`]). A family whose edits are guesses answers with none.
    /// Left as it is, it answers with a few proposals.
    fn sweep(context: &Context<'_>) -> Vec<Self> {
        drawn(context)
    }

    /// What it decides, where only one edit of a genome can: an edit of the same text here takes the other's place when a
    /// search tries it (`loop %bb5 unroll`, of which there is one factor). `None` where edits of the family add up.
    fn slot(&self) -> Option<String> {
        None
    }

    /// Applies the edit.
    fn apply(
        &self,
        variant: &mut Variant<'_>,
        promises: &Promises,
        outcome: &mut Outcome,
    ) -> Result<(), Skip>;

    /// Does what is left to do when the whole genome has been applied: what depends on the launches as the genome
    /// leaves them, or would change what other edits mean. Asked of edits that were applied, in order; promises as
    /// [`Family::apply`], except that what `apply` did may stay.
    fn finish(
        &self,
        _variant: &mut Variant<'_>,
        _promises: &Promises,
        _outcome: &mut Outcome,
    ) -> Result<(), Skip> {
        Ok(())
    }

    /// Where the edit says several things at once: edits that say one each and together say the same. A search finds
    /// the one that says it all; whoever shrinks a genome then leaves out what does not matter.
    fn parts(&self, _promises: &Promises) -> Vec<Self> {
        Vec::new()
    }

    /// The instruction that is gone afterwards.
    fn removes(&self) -> Option<Name> {
        None
    }

    /// The instruction that is there afterwards: its tag, what it is a copy of, and what it stands before.
    fn inserts(&self) -> Option<(u32, Name, Name)> {
        None
    }
}

/// When an edit's turn is, among those of a genome that a search makes. A genome's order is what its text says; this is only where a
/// search puts what it adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Before all others: it recognises whole loops as the source has them.
    First,
    /// Before what makes copies: it recognises a shape of code that copies hide, or changes one instruction, by whose name only the first
    /// copy goes afterwards.
    BeforeCopies,
    /// It makes copies of most of a kernel, side by side.
    Copies,
    /// It comes last, behind all that is there.
    Any,
}

/// How many proposals stand in for a family's own list of promising edits.
const DRAWN: usize = 6;

/// A few proposals of a family, each once, drawn with numbers that never change.
fn drawn<F: Family>(context: &Context<'_>) -> Vec<F> {
    let mut rng = ChaCha8Rng::seed_from_u64(0);
    let mut edits: Vec<F> = Vec::new();
    for _ in 0..2 * DRAWN {
        match F::propose(context, &mut rng) {
            Some(edit) if !edits.contains(&edit) => edits.push(edit),
            Some(_) => {}
            None => break,
        }
        if edits.len() == DRAWN {
            break;
        }
    }
    edits
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
    /// See [`Family::FREE`].
    pub free: bool,
    /// See [`Family::PARTNERS`].
    pub partners: &'static [&'static str],
    /// See [`Family::TURN`].
    pub turn: Turn,
    pub(super) propose: fn(&Context<'_>, &mut dyn Rng) -> Option<Edit>,
    pub(super) sweep: fn(&Context<'_>) -> Vec<Edit>,
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

    /// The most promising single edits of this family; see [`Family::sweep`].
    pub fn sweep(&self, context: &Context<'_>) -> Vec<Edit> {
        (self.sweep)(context)
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
                free: <$family>::FREE,
                partners: <$family>::PARTNERS,
                turn: <$family>::TURN,
                propose: |context, rng| <$family>::propose(context, rng).map(Edit::$variant),
                sweep: |context| <$family>::sweep(context).into_iter().map(Edit::$variant).collect(),
            },
        )+];

        impl Edit {
            /// Name of the family that it belongs to.
            pub fn family(&self) -> &'static str {
                match self { $(Edit::$variant(_) => <$family>::NAME,)+ }
            }

            /// When its turn is among others; see [`Family::TURN`].
            pub fn turn(&self) -> super::family::Turn {
                match self { $(Edit::$variant(_) => <$family>::TURN,)+ }
            }

            /// Whether the kernel is launched in another way with it.
            pub fn changes_launch(&self) -> bool {
                match self { $(Edit::$variant(_) => <$family>::LAUNCH,)+ }
            }

            /// What it decides, where only one edit of a genome can; see [`Family::slot`].
            pub fn slot(&self) -> Option<String> {
                match self { $(Edit::$variant(edit) => edit.slot(),)+ }
            }

            pub(in crate::edit) fn apply(
                &self,
                variant: &mut crate::ir::Variant<'_>,
                promises: &Promises,
                outcome: &mut Outcome,
            ) -> Result<(), Skip> {
                match self { $(Edit::$variant(edit) => edit.apply(variant, promises, outcome),)+ }
            }

            pub(in crate::edit) fn finish(
                &self,
                variant: &mut crate::ir::Variant<'_>,
                promises: &Promises,
                outcome: &mut Outcome,
            ) -> Result<(), Skip> {
                match self { $(Edit::$variant(edit) => edit.finish(variant, promises, outcome),)+ }
            }

            /// Where the edit says several things at once: edits that say one each and together say the same.
            pub fn parts(&self, promises: &Promises) -> Vec<Edit> {
                match self {
                    $(Edit::$variant(edit) => {
                        edit.parts(promises).into_iter().map(Edit::$variant).collect()
                    })+
                }
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
