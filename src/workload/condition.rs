//! What a variant relies on, one condition at a time: the contract between whoever tuned a kernel and whoever launches it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Symbols;

/// A fact about the arguments of a workload that must hold wherever a variant is launched.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Nothing else points into these buffers while a launch runs.
    NotAliased { buffers: Vec<String> },
    /// The addresses of these buffers are multiples of so many bytes.
    Aligned { buffers: Vec<String>, bytes: u32 },
    /// Nothing writes to these buffers while a launch runs.
    ReadOnly { buffers: Vec<String> },
    /// No element of these buffers is smaller than the one before it, as far as the manifest says that they reach.
    Rising { buffers: Vec<String> },
    /// The shape is a multiple.
    Multiple { shape: String, of: i64 },
    /// The shape is no smaller.
    Least { shape: String, value: i64 },
    /// The shape is no larger.
    Most { shape: String, value: i64 },
    /// The shape has this very value.
    Equal { shape: String, value: i64 },
    /// The buffer has no more elements.
    Elements { buffer: String, most: u64 },
    /// A grid of the kernel has no more blocks in this dimension (0: x).
    Blocks { entry: String, axis: u8, most: u32 },
}

impl Condition {
    /// Whether the condition is false of a case, given the values of its shapes. Conditions on buffers are kept by
    /// every instance that is made here: buffers are distinct, and more aligned than any manifest may promise. Those on lengths need the
    /// manifest's expressions, see [`Workload::broken`](super::Workload::broken). So do those on grids, but they are kept: they follow from the manifest's expressions and from conditions on shapes that are stated beside them.
    pub fn is_broken_by(&self, symbols: &Symbols) -> bool {
        let value = |shape: &String| symbols.get(shape).copied();
        match self {
            Condition::NotAliased { .. }
            | Condition::Aligned { .. }
            | Condition::ReadOnly { .. }
            | Condition::Rising { .. }
            | Condition::Elements { .. }
            | Condition::Blocks { .. } => false,
            Condition::Multiple { shape, of } => value(shape).is_none_or(|is| is % of != 0),
            Condition::Least {
                shape,
                value: least,
            } => value(shape).is_none_or(|is| is < *least),
            Condition::Most { shape, value: most } => value(shape).is_none_or(|is| is > *most),
            Condition::Equal { shape, value: it } => value(shape).is_none_or(|is| is != *it),
        }
    }

    /// The shape that it is about, if it is about one.
    pub fn shape(&self) -> Option<&str> {
        match self {
            Condition::NotAliased { .. }
            | Condition::Aligned { .. }
            | Condition::ReadOnly { .. }
            | Condition::Rising { .. }
            | Condition::Elements { .. }
            | Condition::Blocks { .. } => None,
            Condition::Multiple { shape, .. }
            | Condition::Least { shape, .. }
            | Condition::Most { shape, .. }
            | Condition::Equal { shape, .. } => Some(shape),
        }
    }
}

/// For a person, and for shapes also an expression of C.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Condition::NotAliased { buffers } => write!(f, "{}: not aliased", buffers.join(", ")),
            Condition::Aligned { buffers, bytes } => {
                write!(f, "{}: {bytes}-byte aligned", buffers.join(", "))
            }
            Condition::ReadOnly { buffers } => {
                write!(f, "{}: not written while it runs", buffers.join(", "))
            }
            Condition::Rising { buffers } => write!(f, "{}: rising", buffers.join(", ")),
            Condition::Multiple { shape, of } => write!(f, "{shape} % {of} == 0"),
            Condition::Least { shape, value } => write!(f, "{shape} >= {value}"),
            Condition::Most { shape, value } => write!(f, "{shape} <= {value}"),
            Condition::Equal { shape, value } => write!(f, "{shape} == {value}"),
            Condition::Elements { buffer, most } => write!(f, "{buffer}: at most {most} elements"),
            Condition::Blocks { entry, axis, most } => {
                let axis = ["x", "y", "z"].get(usize::from(*axis)).unwrap_or(&"?");
                write!(f, "{entry}: at most {most} blocks in {axis}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_breaks_what_its_shapes_are_not() {
        let symbols: Symbols = [("n".to_owned(), 12)].into();
        let shape = || "n".to_owned();
        for (condition, broken) in [
            (
                Condition::Multiple {
                    shape: shape(),
                    of: 4,
                },
                false,
            ),
            (
                Condition::Multiple {
                    shape: shape(),
                    of: 8,
                },
                true,
            ),
            (
                Condition::Least {
                    shape: shape(),
                    value: 12,
                },
                false,
            ),
            (
                Condition::Least {
                    shape: shape(),
                    value: 13,
                },
                true,
            ),
            (
                Condition::Most {
                    shape: shape(),
                    value: 12,
                },
                false,
            ),
            (
                Condition::Most {
                    shape: shape(),
                    value: 11,
                },
                true,
            ),
            (
                Condition::Equal {
                    shape: shape(),
                    value: 12,
                },
                false,
            ),
            (
                Condition::Equal {
                    shape: shape(),
                    value: 1,
                },
                true,
            ),
            (
                Condition::Equal {
                    shape: "m".into(),
                    value: 1,
                },
                true,
            ),
        ] {
            assert_eq!(condition.is_broken_by(&symbols), broken, "{condition}");
        }
    }
}
