//! What a workload allows edits to rely on.

use std::collections::{BTreeMap, BTreeSet};

use super::extent::Length;
use crate::workload::{Condition, Expr, Interval, Reshape, Scalar, Setup, Size};

/// The part of a workload that edits depend on: what may be set and what may be taken for granted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Promises {
    /// Launch tunables and the values that each may have.
    pub tunables: BTreeMap<String, Vec<i64>>,
    /// The value of each tunable that is not set.
    pub defaults: BTreeMap<String, i64>,
    /// Buffers that no launch writes to, and the bytes of an element of each; there is at least one.
    pub inputs: BTreeMap<String, u32>,
    /// Expressions that some launch passes as an integer argument, which holds them.
    pub passed: Vec<(Expr, Interval)>,
    /// Whether distinct buffers never overlap.
    pub noalias: bool,
    /// Every buffer's address is a multiple of this many bytes, a power of two.
    pub align: Option<u32>,
    /// No buffer has more elements.
    pub longest: Option<u64>,
    /// Buffers of which no element is smaller than the one before it, and what their elements are.
    pub rising: BTreeMap<String, Scalar>,
    /// For each entry, the arguments of each of its launches: the buffer's name, `None` for a scalar.
    pub pointer_args: BTreeMap<String, Vec<Vec<Option<String>>>>,
    /// For each entry, the arguments of each of its launches: the shape that an integer is, `None` for a buffer and for
    /// any other scalar.
    pub shape_args: BTreeMap<String, Vec<Vec<Option<ShapeArg>>>>,
    /// What is true of each shape.
    pub shapes: BTreeMap<String, ShapePromise>,
    /// How long each buffer is.
    pub lengths: BTreeMap<String, Length>,
    /// For each entry, what is true of each of its launches.
    pub launches: BTreeMap<String, Vec<LaunchPromise>>,
}

/// What is true of a launch in every case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LaunchPromise {
    /// How the kernel can work out the number of blocks along x, y and z.
    pub blocks: [Option<Size>; 3],
    /// The shape that the number of blocks along x, y and z is.
    pub blocks_are: [Option<String>; 3],
    /// A number that divides the bytes of dynamic shared memory; 0 where there are none.
    pub shared_divisor: u64,
    /// Whether blocks have threads along x only.
    pub flat: bool,
    /// Blocks, over shapes and tunables: one to three dimensions, x first.
    pub grid: Vec<Expr>,
    /// Threads of a block, likewise.
    pub block: Vec<Expr>,
}

/// A bound on the sizes of all grids of a kernel.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    /// Blocks in x, y and z.
    pub most: [u32; 3],
    /// What it follows from.
    pub conditions: Vec<Condition>,
}

/// An argument that is the number of threads along an axis of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Covered {
    /// 0: x.
    pub axis: usize,
    /// The argument's place.
    pub index: u32,
    /// What it follows from, if anything but how the kernel is launched.
    pub condition: Option<Condition>,
}

/// An argument whose value is that of a shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeArg {
    pub shape: String,
    /// Whether it is passed as a signed integer.
    pub signed: bool,
}

/// What is true of a shape in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapePromise {
    /// The smallest value that it may have.
    pub least: u64,
    /// The largest value that it may have, if there is one.
    pub most: Option<u64>,
    /// A divisor of all its values, at least 1.
    pub multiple_of: u64,
}

impl Promises {
    /// Names of all buffers that some launch passes, in order.
    pub fn buffers(&self) -> BTreeSet<&str> {
        self.pointer_args
            .values()
            .flatten()
            .flatten()
            .flatten()
            .map(String::as_str)
            .collect()
    }

    /// Parameters that are reached by none but these buffers, in every launch, and by each of them alone: `(entry,
    /// index)`, in order.
    pub fn params_of(&self, buffers: &BTreeSet<String>) -> Vec<(&str, u32)> {
        always(&self.pointer_args, |args, index| {
            let buffer = args[index].as_ref();
            buffer.is_some_and(|buffer| buffers.contains(buffer))
                && args.iter().filter(|other| other.as_ref() == buffer).count() == 1
        })
    }

    /// Parameters that get the address of one of these buffers in every launch: `(entry, index)`, in order.
    pub fn params_to(&self, buffers: &BTreeSet<String>) -> Vec<(&str, u32)> {
        always(&self.pointer_args, |args, index| {
            args[index].as_ref().is_some_and(|it| buffers.contains(it))
        })
    }

    /// Parameters that are this shape in every launch, and whether every launch passes them as signed integers:
    /// `(entry, index, signed)`, in order.
    pub fn params_that_are(&self, shape: &str) -> Vec<(&str, u32, bool)> {
        let is = |args: &[Option<ShapeArg>], index: usize, signed: bool| {
            let arg = args[index].as_ref();
            arg.is_some_and(|arg| arg.shape == shape && (arg.signed || !signed))
        };
        let signed = always(&self.shape_args, |args, index| is(args, index, true));
        always(&self.shape_args, |args, index| is(args, index, false))
            .into_iter()
            .map(|(entry, index)| (entry, index, signed.contains(&(entry, index))))
            .collect()
    }
}

impl Promises {
    /// Whether all launches of `entry`, set up so, have blocks with threads along x only; there is one, at least.
    pub fn is_flat(&self, entry: &str, setup: &Setup) -> bool {
        let rows = setup.reshapes.get(entry).is_some_and(|it| it.rows > 1);
        let launches = self.launches.get(entry).filter(|_| !rows);
        launches.is_some_and(|launches| launches.iter().all(|launch| launch.flat))
    }

    /// How the kernel can work out the number of blocks along an axis, if every launch agrees.
    pub fn blocks_along(&self, entry: &str, axis: usize) -> Option<&Size> {
        let (first, rest) = self.launches.get(entry)?.split_first()?;
        let size = first.blocks[axis].as_ref()?;
        let agrees = |launch: &LaunchPromise| launch.blocks[axis].as_ref() == Some(size);
        rest.iter().all(agrees).then_some(size)
    }

    /// What a factor divides the number of blocks along an axis by promise of, in every launch; `None` where it is not promised.
    pub fn blocks_divide(&self, entry: &str, axis: usize, factor: u32) -> Option<Vec<Condition>> {
        let mut relied = Vec::new();
        let launches = self.launches.get(entry).filter(|it| !it.is_empty())?;
        for launch in launches {
            match (&launch.blocks[axis], &launch.blocks_are[axis]) {
                (Some(Size::Number(number)), _) if number % u64::from(factor) == 0 => {}
                (_, Some(shape)) => {
                    let promise = self.shapes.get(shape)?;
                    if promise.multiple_of % u64::from(factor) != 0 {
                        return None;
                    }
                    relied.push(Condition::Multiple {
                        shape: shape.clone(),
                        of: i64::from(factor),
                    });
                }
                _ => return None,
            }
        }
        Some(relied)
    }
}

impl ShapePromise {
    /// The value, where the shape can have no other.
    pub fn single(&self) -> Option<u64> {
        self.most.filter(|most| *most == self.least)
    }
}

impl Promises {
    /// The buffers that launches of `entry` pass as argument `index`, where nothing writes to any of them, and how many
    /// bytes there are at least; `None` where that is not promised.
    pub fn readable(&self, entry: &str, index: u32) -> Option<(BTreeSet<String>, u32)> {
        let launches = self.pointer_args.get(entry).filter(|_| self.noalias)?;
        let (mut buffers, mut bytes) = (BTreeSet::new(), None);
        for args in launches {
            let buffer = args.get(index as usize)?.as_ref()?;
            let element = *self.inputs.get(buffer)?;
            buffers.insert(buffer.clone());
            bytes = Some(bytes.map_or(element, |least: u32| least.min(element)));
        }
        Some((buffers, bytes?))
    }
}

/// What the sizes of launches are, whatever the case.
impl Promises {
    /// Whether the launches of `entry` all have a block of the same size, which the tunables alone decide.
    pub fn knows_block(&self, entry: &str) -> bool {
        let launches = self.launches.get(entry).map_or(&[][..], Vec::as_slice);
        let of_tunables = |expr: &Expr| {
            let mut symbols = expr.symbols().into_iter();
            symbols.all(|symbol| self.tunables.contains_key(symbol))
        };
        let Some((first, others)) = launches.split_first() else {
            return false;
        };
        !first.block.is_empty()
            && others.iter().all(|launch| launch.block == first.block)
            && first.block.iter().all(of_tunables)
    }

    /// Threads of a block of `entry` in x, y and z where [`Promises::knows_block`] and the launches are set up so.
    pub fn block(&self, entry: &str, setup: &Setup) -> Option<[u32; 3]> {
        if !self.knows_block(entry) {
            return None;
        }
        let reshape = setup.reshapes.get(entry).copied().unwrap_or_default();
        let by = reshape.block;
        let sizes = self.sizes(entry, &self.symbols(setup), |launch| &launch.block)?;
        let mut block = [1; 3];
        for (axis, threads) in block.iter_mut().enumerate() {
            let whole = u32::try_from(sizes[axis].single()?).ok()?;
            let by = by[axis].max(1);
            // A block that does not divide is refused when it is launched.
            *threads = whole.is_multiple_of(by).then_some(whole / by)?;
        }
        block[1] = block[1].checked_mul(reshape.rows.max(1))?;
        Some(block)
    }

    /// The largest number of blocks in x, y and z that a launch of `entry` can have, set up so.
    pub fn most_blocks(&self, entry: &str, setup: &Setup) -> Option<Bound> {
        let symbols = self.symbols(setup);
        let most = self.most_blocks_given(entry, setup, &symbols)?;
        let mut conditions = Vec::new();
        let matters = |symbols: &BTreeMap<String, Interval>| {
            Some(self.most_blocks_given(entry, setup, symbols)? != most)
        };
        // A promise without which the bound would be another is one that it relies on.
        for shape in self.shapes.keys() {
            let is = symbols.get(shape).copied().unwrap_or(Interval::ALL);
            let given = |is: Interval| {
                let mut symbols = symbols.clone();
                symbols.insert(shape.clone(), is);
                symbols
            };
            let (value, name) = (is.least, shape.clone());
            if matters(&given(Interval::new(0, is.most)))? {
                conditions.push(Condition::Least { shape: name, value });
            }
            let (value, name) = (is.most, shape.clone());
            if matters(&given(Interval::new(is.least, i64::MAX)))? {
                conditions.push(Condition::Most { shape: name, value });
            }
        }
        Some(Bound { most, conditions })
    }

    fn most_blocks_given(
        &self,
        entry: &str,
        setup: &Setup,
        symbols: &BTreeMap<String, Interval>,
    ) -> Option<[u32; 3]> {
        let reshape = setup.reshapes.get(entry).copied().unwrap_or_default();
        let by = reshape.grid;
        let sizes = self.sizes(entry, symbols, |launch| &launch.grid)?;
        let most = |axis: usize| {
            let most = u32::try_from(sizes[axis].most).unwrap_or(u32::MAX);
            most.div_ceil(by[axis].max(1))
        };
        let mut most = [0, 1, 2].map(most);
        most[0] = most[0].saturating_mul(reshape.lanes.max(1));
        Some(most)
    }

    /// Arguments of `entry` that are shapes which its grid covers without a rest, launched so: there are as many threads
    /// along an axis as the shape says, in every launch.
    pub fn covered(&self, entry: &str, setup: &Setup) -> Vec<Covered> {
        let mut found = Vec::new();
        let reshaped = setup
            .reshapes
            .get(entry)
            .is_some_and(|it| *it != Reshape::default());
        let Some(block) = self.block(entry, setup).filter(|_| !reshaped) else {
            return found;
        };
        let launches = self.launches.get(entry).map_or(&[][..], Vec::as_slice);
        for (shape, promise) in &self.shapes {
            for axis in 0..3 {
                let threads = u64::from(block[axis]);
                let covers = |launch: &LaunchPromise| {
                    let (grid, block) = (launch.grid.get(axis), launch.block.get(axis));
                    grid.zip(block)
                        .is_some_and(|(grid, block)| grid.divides(shape, block))
                };
                if promise.multiple_of % threads != 0 || !launches.iter().all(covers) {
                    continue;
                }
                let params = self.params_that_are(shape).into_iter();
                let of = |(of, index, _): (&str, u32, bool)| (of == entry).then_some(index);
                found.extend(params.filter_map(of).map(|index| Covered {
                    axis,
                    index,
                    condition: (threads > 1).then(|| Condition::Multiple {
                        shape: shape.clone(),
                        of: i64::from(block[axis]),
                    }),
                }));
            }
        }
        found
    }

    /// Between which numbers the sizes of all launches of `entry` are.
    fn sizes(
        &self,
        entry: &str,
        symbols: &BTreeMap<String, Interval>,
        of: impl Fn(&LaunchPromise) -> &Vec<Expr>,
    ) -> Option<[Interval; 3]> {
        // A workload refuses launches of other sizes.
        let sane = Interval::new(1, i32::MAX.into());
        let size = |launch: &LaunchPromise, axis: usize| match of(launch).get(axis) {
            Some(expr) => expr.interval(symbols, &self.passed).and(sane),
            None => Interval::point(1),
        };
        let launches = self.launches.get(entry)?;
        if launches.iter().any(|launch| of(launch).is_empty()) {
            return None;
        }
        let sizes = |launch| [0, 1, 2].map(|axis| size(launch, axis));
        let join = |a: [Interval; 3], b: [Interval; 3]| [0, 1, 2].map(|axis| a[axis].or(b[axis]));
        launches.iter().map(sizes).reduce(join)
    }

    /// What the symbols of expressions are where launches are set up so.
    pub(super) fn symbols(&self, setup: &Setup) -> BTreeMap<String, Interval> {
        let bound = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let shapes = self.shapes.iter().map(|(name, promise)| {
            let most = promise.most.map_or(i64::MAX, bound);
            (name.clone(), Interval::new(bound(promise.least), most))
        });
        let tunables = self.tunables.keys().filter_map(|name| {
            let set = setup.tunables.get(name).or_else(|| self.defaults.get(name));
            Some((name.clone(), Interval::point(*set?)))
        });
        shapes.chain(tunables).collect()
    }
}

/// Arguments of which something holds in every launch of their entry: `(entry, index)`, in order.
fn always<T>(
    launches: &BTreeMap<String, Vec<Vec<T>>>,
    holds: impl Fn(&[T], usize) -> bool,
) -> Vec<(&str, u32)> {
    let mut found = Vec::new();
    for (entry, launches) in launches {
        let count = launches.iter().map(Vec::len).min().unwrap_or(0);
        for index in 0..count {
            if launches.iter().all(|args| holds(args, index)) {
                found.push((entry.as_str(), index as u32));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promises(launches: &[&[Option<&str>]]) -> Promises {
        let launches = launches
            .iter()
            .map(|args| args.iter().map(|arg| arg.map(str::to_owned)).collect())
            .collect();
        Promises {
            pointer_args: BTreeMap::from([("k".to_owned(), launches)]),
            ..Promises::default()
        }
    }

    fn params<'p>(promises: &'p Promises, buffers: &[&str]) -> Vec<(&'p str, u32)> {
        promises.params_of(&buffers.iter().map(|&buffer| buffer.to_owned()).collect())
    }

    #[test]
    fn a_parameter_belongs_to_a_buffer_only_if_every_launch_says_so() {
        let ping_pong = promises(&[&[Some("a"), Some("b"), None], &[Some("b"), Some("a"), None]]);
        assert_eq!(params(&ping_pong, &["a"]), []);
        assert_eq!(params(&ping_pong, &["a", "b"]), [("k", 0), ("k", 1)]);
    }

    #[test]
    fn a_buffer_that_is_passed_twice_aliases_itself() {
        let in_place = promises(&[&[Some("a"), Some("a"), Some("b")]]);
        assert_eq!(params(&in_place, &["a", "b"]), [("k", 2)]);
    }

    #[test]
    fn an_address_is_aligned_wherever_it_is_passed() {
        let in_place = promises(&[&[Some("a"), Some("a"), Some("b"), None]]);
        let buffers = ["a".to_owned()].into();
        assert_eq!(in_place.params_to(&buffers), [("k", 0), ("k", 1)]);
    }

    #[test]
    fn an_argument_is_a_shape_only_if_every_launch_passes_it() {
        let arg = |shape: &str, signed| {
            let shape = shape.to_owned();
            Some(ShapeArg { shape, signed })
        };
        let launches = vec![
            vec![None, arg("n", true), arg("n", true), arg("n", true)],
            vec![None, arg("n", true), arg("m", true), arg("n", false)],
        ];
        let promises = Promises {
            shape_args: [("k".to_owned(), launches)].into(),
            ..Promises::default()
        };
        let found = promises.params_that_are("n");
        assert_eq!(found, [("k", 1, true), ("k", 3, false)]);
        assert_eq!(promises.params_that_are("m"), []);
    }
}
