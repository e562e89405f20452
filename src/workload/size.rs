//! Numbers of a launch that its kernel can work out for itself, from its arguments and the size of its blocks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::expr::{Node, Operation};
use super::{ArgSpec, LaunchSpec, Number, Scalar, Shape, Tunable};

/// How a kernel works out a number of its launch. No part of it is ever negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Size {
    Number(u64),
    /// The kernel's integer argument of this index.
    Argument(u32),
    /// The threads of a block along this axis (0 is x).
    Block(usize),
    Add(Box<[Size; 2]>),
    Multiply(Box<[Size; 2]>),
    /// Rounded down.
    Divide(Box<[Size; 2]>),
    /// Rounded up.
    CeilDiv(Box<[Size; 2]>),
    Remainder(Box<[Size; 2]>),
    Min(Box<[Size; 2]>),
    Max(Box<[Size; 2]>),
}

impl LaunchSpec {
    /// How the kernel can work out the number of blocks along an axis (0 is x); `None` where it cannot, since a shape is
    /// no argument, or a difference may be negative.
    pub fn blocks_along(&self, axis: usize, shapes: &BTreeMap<String, Shape>) -> Option<Size> {
        match self.grid.get(axis) {
            Some(expr) => self.size(expr.tree(), shapes),
            None => Some(Size::Number(1)),
        }
    }

    /// The shape that the number of blocks along an axis is, where it is nothing else.
    pub fn blocks_are(&self, axis: usize) -> Option<&str> {
        self.grid.get(axis)?.as_symbol()
    }

    /// Whether blocks have threads along x only.
    pub fn is_flat(&self) -> bool {
        let others = self.block.iter().skip(1);
        others
            .into_iter()
            .all(|size| *size.tree() == Node::Number(1))
    }

    fn size(&self, node: &Node, shapes: &BTreeMap<String, Shape>) -> Option<Size> {
        if let Node::Number(number) = node {
            return u64::try_from(*number).ok().map(Size::Number);
        }
        if !is_never_negative(node, shapes) {
            return None;
        }
        let known = self.argument(node).or_else(|| self.threads(node));
        if known.is_some() {
            return known;
        }
        let Node::Apply(operation, operands) = node else {
            return None;
        };
        let [a, b] = &**operands;
        let operands = Box::new([self.size(a, shapes)?, self.size(b, shapes)?]);
        Some(match operation {
            Operation::Add => Size::Add(operands),
            Operation::Subtract => return None,
            Operation::Multiply => Size::Multiply(operands),
            Operation::Divide => Size::Divide(operands),
            Operation::Remainder => Size::Remainder(operands),
            Operation::CeilDiv => Size::CeilDiv(operands),
            Operation::Min => Size::Min(operands),
            Operation::Max => Size::Max(operands),
        })
    }

    /// The integer argument that is this very expression.
    fn argument(&self, node: &Node) -> Option<Size> {
        let is = |arg: &ArgSpec| match arg {
            ArgSpec::Scalar(scalar, Number::Expr(expr)) => {
                is_wide_integer(*scalar) && expr.tree() == node
            }
            _ => false,
        };
        let index = self.args.iter().position(is)?;
        u32::try_from(index).ok().map(Size::Argument)
    }

    /// The axis along which a block has this many threads.
    fn threads(&self, node: &Node) -> Option<Size> {
        let axis = self.block.iter().position(|expr| expr.tree() == node)?;
        Some(Size::Block(axis))
    }

    /// A number that divides the bytes of dynamic shared memory, in every case and setup; 0 where there are none.
    pub fn shared_divisor(
        &self,
        shapes: &BTreeMap<String, Shape>,
        tunables: &BTreeMap<String, Tunable>,
    ) -> u64 {
        let of = |name: &str| match (shapes.get(name), tunables.get(name)) {
            (Some(shape), _) => shape.multiple_of.unsigned_abs(),
            (_, Some(tunable)) => {
                let values = tunable.values.iter().map(|value| value.unsigned_abs());
                values.reduce(gcd).unwrap_or(1)
            }
            _ => 1,
        };
        let shared = self.shared.as_ref();
        shared.map_or(0, |shared| divisor(shared.tree(), &of))
    }
}

/// Narrower ones wrap at sizes that a grid may have.
fn is_wide_integer(scalar: Scalar) -> bool {
    matches!(
        scalar,
        Scalar::I32 | Scalar::U32 | Scalar::I64 | Scalar::U64
    )
}

/// Shapes and blocks have no negative sizes; whatever else is not built of them could.
fn is_never_negative(node: &Node, shapes: &BTreeMap<String, Shape>) -> bool {
    match node {
        Node::Number(number) => *number >= 0,
        // A tunable is only looked at where it is the size of a block.
        Node::Symbol(name) => shapes.get(name).is_none_or(|shape| shape.min >= 0),
        Node::Negate(_) | Node::Apply(Operation::Subtract, _) => false,
        Node::Apply(_, operands) => operands.iter().all(|it| is_never_negative(it, shapes)),
    }
}

/// A number that divides whatever the expression is, given one for each symbol; 0 where it is always 0.
fn divisor(node: &Node, of: &dyn Fn(&str) -> u64) -> u64 {
    match node {
        Node::Number(number) => number.unsigned_abs(),
        Node::Symbol(name) => of(name),
        Node::Negate(inner) => divisor(inner, of),
        Node::Apply(operation, operands) => {
            let [a, b] = [divisor(&operands[0], of), divisor(&operands[1], of)];
            match operation {
                Operation::Multiply => a.saturating_mul(b),
                Operation::Divide | Operation::CeilDiv => 1,
                _ => gcd(a, b),
            }
        }
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    match b {
        0 => a,
        _ => gcd(b, a % b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workload::Workload;
    use std::path::Path;

    fn sizes(workload: &str, launch: usize) -> (Vec<Option<Size>>, u64) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let workload = Workload::load(&root.join(workload)).unwrap();
        let launch = &workload.launches[launch];
        let along = |axis| launch.blocks_along(axis, &workload.shapes);
        let divisor = launch.shared_divisor(&workload.shapes, &workload.tunables);
        ((0..3).map(along).collect(), divisor)
    }

    #[test]
    fn a_kernel_knows_its_grid_from_arguments_and_blocks() {
        let (along, _) = sizes("winograd/f2", 1);
        let tiles = Box::new([Size::Argument(5), Size::Block(0)]);
        assert_eq!(
            along,
            [
                Some(Size::CeilDiv(tiles)),
                Some(Size::Argument(3)),
                Some(Size::Number(16)),
            ]
        );
    }

    #[test]
    fn a_shape_that_is_no_argument_is_not_known() {
        let (along, divisor) = sizes("attention/forward", 0);
        assert_eq!(
            along,
            [Some(Size::Argument(4)), None, Some(Size::Number(1))]
        );
        assert_eq!(divisor, 4);
    }
}
