//! A case made concrete: sizes first, which is cheap and finds what is wrong with them, then the data.

use std::collections::BTreeMap;

use super::error::{Error, Place, Problem};
use super::expr::{Expr, Number};
use super::fill::{Fill, Source, generate, seed_of};
use super::{
    Arg, ArgSpec, Buffer, BufferSpec, Case, Instance, Launch, LaunchSpec, Setup, Symbols, Workload,
};

/// Most bytes that the buffers of a case may have together.
pub const MAX_BYTES: u64 = 8 << 30;

impl Workload {
    /// Makes `case` concrete: sizes, launches and data.
    ///
    /// The data is a function of the case's seed and of each buffer's name; `setup` changes only launches and the
    /// sizes of scratch buffers. Every tunable needs one of its values.
    ///
    /// # Errors
    /// A tunable without a value or with one that it does not list; a zero-sized or absurd grid, block or buffer; a
    /// scalar that its type does not hold; a parameter of a fill out of its range.
    pub fn instance(&self, case: &Case, setup: &Setup) -> Result<Instance, Error> {
        let mut instance = self.plan(case, setup)?;
        let symbols = self.symbols(case, &setup.tunables)?;
        // Derived fills read others' data, so they come last.
        for derived in [false, true] {
            for (at, spec) in self.buffers.iter().enumerate() {
                let Some(fill) = case.fills.get(&spec.name).or(spec.fill.as_ref()) else {
                    continue;
                };
                if fill.source().is_some() != derived {
                    continue;
                }
                let data = self.data(case, spec, fill, &instance, &symbols)?;
                if self.facts.rising.contains(&spec.name) {
                    self.rises(case, spec, &data)?;
                }
                instance.buffers[at].data = Some(data);
            }
        }
        Ok(instance)
    }

    /// What `[facts] rising` promises of a buffer.
    fn rises(&self, case: &Case, spec: &BufferSpec, data: &[u8]) -> Result<(), Error> {
        let Some(at) = spec.scalar.falls(data) else {
            return Ok(());
        };
        let message = format!(
            "case `{}`: element {at} of `{}` is not at least the one before it, as facts.rising promises",
            case.name, spec.name
        );
        Err(spec.len.wrong(Problem::Other(message)))
    }

    /// Makes `case` concrete but for the data: every [`Buffer::data`] is `None`.
    ///
    /// # Errors
    /// Those of [`instance`](Self::instance), except what a fill can get wrong.
    pub fn plan(&self, case: &Case, setup: &Setup) -> Result<Instance, Error> {
        let symbols = self.symbols(case, &setup.tunables)?;
        let mut bytes = 0u128;
        let mut buffers = Vec::with_capacity(self.buffers.len());
        for spec in &self.buffers {
            let len = spec.len.eval(&symbols)?;
            if len < 1 {
                let what = format!("the length of `{}`", spec.name);
                return Err(case.size(&spec.len, what, len, "it must be at least 1"));
            }
            if let Some(longest) = self.facts.longest.filter(|longest| len as u64 > *longest) {
                let what = format!("the length of `{}`", spec.name);
                let right = format!("facts.longest promises {longest} elements at most");
                return Err(case.size(&spec.len, what, len, &right));
            }
            bytes += len as u128 * spec.scalar.size() as u128;
            if bytes > u128::from(MAX_BYTES) {
                return Err(spec.len.wrong(Problem::TooLarge {
                    case: case.name.clone(),
                    bytes,
                    limit: MAX_BYTES,
                }));
            }
            buffers.push(Buffer {
                name: spec.name.clone(),
                scalar: spec.scalar,
                len: len as usize,
                role: spec.role,
                data: None,
            });
        }
        let indices = buffers
            .iter()
            .enumerate()
            .map(|(at, buffer)| (buffer.name.as_str(), at))
            .collect();
        let launches = self.launches_of(case, setup, symbols, &indices)?;
        Ok(Instance {
            case: case.name.clone(),
            buffers,
            launches,
        })
    }

    /// Every launch of a case, those of loops as often as there are passes.
    fn launches_of(
        &self,
        case: &Case,
        setup: &Setup,
        mut symbols: Symbols,
        indices: &BTreeMap<&str, usize>,
    ) -> Result<Vec<Launch>, Error> {
        let mut launches = Vec::with_capacity(self.launches.len());
        let mut number = 0;
        let alike = |a: &LaunchSpec, b: &LaunchSpec| a.in_loop.is_some() && a.in_loop == b.in_loop;
        for body in self.launches.chunk_by(alike) {
            let repeats = body[0].in_loop.as_ref().and_then(|it| self.loops.get(it));
            let passes = repeats.map_or(Ok(1), |it| it.passes(case, &symbols, body.len()))?;
            let end = launches.len() + passes * body.len();
            for pass in 0..passes {
                let first = launches.len();
                if let Some(counter) = repeats.and_then(|it| it.counter.as_ref()) {
                    symbols.insert(counter.clone(), pass as i64);
                }
                for (at, spec) in body.iter().enumerate() {
                    launches.push(Launch {
                        number: number + at,
                        ..launch(case, spec, setup, &symbols, indices)?
                    });
                }
                if let Some(repeats) = repeats {
                    repeats.between(&mut launches[first..], end, indices);
                }
            }
            if let Some(counter) = repeats.and_then(|it| it.counter.as_ref()) {
                symbols.remove(counter);
            }
            number += body.len();
        }
        Ok(launches)
    }

    /// The values that expressions see: the case's shapes and the tunables.
    ///
    /// # Errors
    /// A tunable that is unknown, has no value, or has one that it does not list.
    pub fn symbols(&self, case: &Case, tunables: &Symbols) -> Result<Symbols, Error> {
        let mut symbols = case.symbols.clone();
        let wrong = |problem| Error::invalid(case.place.clone(), problem);
        if let Some(name) = tunables
            .keys()
            .find(|name| !self.tunables.contains_key(*name))
        {
            return Err(wrong(Problem::UnknownName {
                what: "tunable",
                name: name.clone(),
                known: self.tunables.keys().cloned().collect(),
            }));
        }
        for (name, tunable) in &self.tunables {
            let Some(&value) = tunables.get(name) else {
                return Err(wrong(Problem::MissingTunable { name: name.clone() }));
            };
            if !tunable.values.contains(&value) {
                return Err(wrong(Problem::TunableValue {
                    name: name.clone(),
                    value,
                    allowed: tunable.values.clone(),
                }));
            }
            symbols.insert(name.clone(), value);
        }
        Ok(symbols)
    }

    fn data(
        &self,
        case: &Case,
        spec: &BufferSpec,
        fill: &Fill,
        instance: &Instance,
        symbols: &Symbols,
    ) -> Result<Vec<u8>, Error> {
        let find = |name: &str| instance.buffers.iter().find(|buffer| buffer.name == name);
        let source = fill.source().and_then(find).and_then(|buffer| {
            Some(Source {
                scalar: buffer.scalar,
                data: buffer.data.as_deref()?,
            })
        });
        let len = find(&spec.name).map_or(0, |buffer| buffer.len);
        let seed = seed_of(case.seed, &spec.name);
        generate(fill, spec.scalar, len, seed, symbols, source)?.map_err(|reason| {
            let place = if case.fills.contains_key(&spec.name) {
                &case.place
            } else {
                spec.len.place()
            };
            Error::invalid(
                Place {
                    key: format!("buffers.{}.fill", spec.name),
                    ..place.clone()
                },
                Problem::Other(format!(
                    "case `{}`, fill `{}`: {reason}",
                    case.name,
                    fill.name()
                )),
            )
        })
    }
}

fn launch(
    case: &Case,
    spec: &LaunchSpec,
    setup: &Setup,
    symbols: &Symbols,
    indices: &BTreeMap<&str, usize>,
) -> Result<Launch, Error> {
    let shared = match &spec.shared {
        None => 0,
        Some(shared) => {
            let bytes = shared.eval(symbols)?;
            let what = format!("the shared memory of `{}`", spec.entry);
            u32::try_from(bytes).map_err(|_| {
                case.size(shared, what, bytes, "it is a number of bytes below 4 GiB")
            })?
        }
    };
    let mut launch = Launch {
        entry: spec.entry.clone(),
        grid: dimensions(case, spec, "grid", &spec.grid, symbols)?,
        block: dimensions(case, spec, "block", &spec.block, symbols)?,
        shared,
        args: spec
            .args
            .iter()
            .map(|arg| argument(case, spec, arg, symbols, indices))
            .collect::<Result<_, _>>()?,
        ..Launch::default()
    };
    if let Some(reshape) = setup.reshapes.get(&spec.entry) {
        reshape.apply(&mut launch).map_err(|message| {
            let message = format!("case `{}`: {message}", case.name);
            Error::invalid(spec.place.clone(), Problem::Other(message))
        })?;
    }
    Ok(launch)
}

fn dimensions(
    case: &Case,
    spec: &LaunchSpec,
    what: &str,
    sizes: &[Expr],
    symbols: &Symbols,
) -> Result<[u32; 3], Error> {
    let mut dimensions = [1; 3];
    for ((dimension, expr), axis) in dimensions.iter_mut().zip(sizes).zip(["x", "y", "z"]) {
        let value = expr.eval(symbols)?;
        // The widest dimension that CUDA knows is 2^31 - 1 (grid x); what a device allows is the target's to say.
        *dimension = match u32::try_from(value) {
            Ok(value) if (1..=i32::MAX as u32).contains(&value) => value,
            _ => {
                let what = format!("{what}.{axis} of `{}`", spec.entry);
                return Err(case.size(expr, what, value, "it must be from 1 to 2147483647"));
            }
        };
    }
    Ok(dimensions)
}

fn argument(
    case: &Case,
    spec: &LaunchSpec,
    arg: &ArgSpec,
    symbols: &Symbols,
    indices: &BTreeMap<&str, usize>,
) -> Result<Arg, Error> {
    let wrong = |message: String| {
        Error::invalid(
            spec.place.clone(),
            Problem::Other(format!("case `{}`: {message}", case.name)),
        )
    };
    match arg {
        ArgSpec::Buffer(name) => match indices.get(name.as_str()) {
            Some(at) => Ok(Arg::Buffer(*at)),
            None => Err(wrong(format!("there is no buffer `{name}`"))),
        },
        ArgSpec::Scalar(scalar, Number::Float(value)) => {
            Ok(Arg::Scalar(*scalar, scalar.bits(*value)))
        }
        ArgSpec::Scalar(scalar, Number::Expr(expr)) => {
            let value = expr.eval(symbols)?;
            let mut bytes = [0; 8];
            scalar
                .store_integer(value, &mut bytes[..scalar.size()])
                .ok_or_else(|| {
                    let what = format!("the argument `{scalar} {expr}` of `{}`", spec.entry);
                    case.size(expr, what, value, &format!("{scalar} does not hold it"))
                })?;
            Ok(Arg::Scalar(*scalar, u64::from_le_bytes(bytes)))
        }
    }
}

impl Case {
    /// What is wrong with a size that an expression came to.
    pub(super) fn size(&self, expr: &Expr, what: String, value: i64, right: &str) -> Error {
        expr.wrong(Problem::Size {
            case: self.name.clone(),
            what,
            value,
            right: right.to_string(),
        })
    }
}
