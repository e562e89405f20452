//! A variant on the device: its kernels, the way its launches take, and the buffers that it works on.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;
use std::rc::Rc;

use super::driver::{Function, Geometry, Gpu, Graph, Memory};
use super::pristine::{GUARD_BYTE, Pristine};
use super::{Span, Trouble};
use crate::target::{Fault, FaultKind};
use crate::workload::{Arg, Instance, Launch, Role};

/// Launches that one execution may take: beyond what any case asks for, a loop does not end.
const MOST_LAUNCHES: usize = 1 << 20;

/// One launch as it was made: what depends on the data is decided.
struct Step {
    /// The buffer that is zeroed before it.
    clear: Option<usize>,
    function: Function,
    geometry: Geometry,
    args: Vec<Arg>,
}

/// Memory that a variant must leave as it is.
pub struct Piece {
    range: Range<usize>,
    /// An input, or what lies before and after a guard.
    input: Option<String>,
    before: String,
    after: String,
}

impl Piece {
    /// What it says when `count` words differ, the first of them word `first`.
    pub fn fault(&self, count: u64, first: u64) -> Fault {
        match &self.input {
            Some(name) => Fault::new(
                FaultKind::ReadOnly,
                format!(
                    "{count} words of the input `{name}` were written, the first at byte {}",
                    first * 4
                ),
            ),
            None => Fault::new(
                FaultKind::OutOfBounds,
                format!(
                    "{count} words between {} and {} were written, the first {} bytes after {0}",
                    self.before,
                    self.after,
                    first * 4
                ),
            ),
        }
    }
}

/// A variant on the device.
pub struct Loaded {
    /// Before the kernels that it launches: fields go in this order.
    graph: Option<Graph>,
    plan: Instance,
    functions: BTreeMap<(String, u32), Function>,
    pristine: Rc<RefCell<Pristine>>,
    path: Vec<Step>,
    /// Which buffer's memory each buffer has after the last launch: launches may have swapped them.
    places: Vec<usize>,
    repeats: usize,
}

impl Loaded {
    /// Loads the kernels that `plan` launches.
    pub fn new(
        gpu: &Gpu,
        image: &[u8],
        plan: &Instance,
        pristine: Rc<RefCell<Pristine>>,
    ) -> Result<Loaded, Trouble> {
        let module = gpu.load(image)?;
        let mut functions = BTreeMap::new();
        for launch in &plan.launches {
            let key = (launch.entry.clone(), launch.shared);
            if let Entry::Vacant(place) = functions.entry(key) {
                place.insert(gpu.function(&module, &launch.entry, launch.shared)?);
            }
        }
        let mut plan = plan.clone();
        for buffer in &mut plan.buffers {
            buffer.data = None;
        }
        Ok(Loaded {
            plan,
            functions,
            pristine,
            path: Vec::new(),
            places: Vec::new(),
            graph: None,
            repeats: 1,
        })
    }

    /// The most registers of a thread.
    pub fn registers(&self) -> u32 {
        let all = self.functions.values().map(|function| function.registers);
        all.max().unwrap_or(0)
    }

    /// Bytes of one set of buffers.
    pub fn bytes(&self) -> usize {
        self.pristine.borrow().layout.total
    }

    /// Executes the launches on the first set of buffers, fresh, and notes which launches those were: a flag in memory may end a loop.
    pub fn run(&mut self, gpu: &Gpu) -> Result<(), Trouble> {
        self.pristine.borrow_mut().poison(gpu)?;
        let pristine = self.pristine.borrow();
        let set = &pristine.sets[0];
        gpu.copy(&pristine.memory, set)?;
        let mut places: Vec<usize> = (0..self.plan.buffers.len()).collect();
        let mut path = Vec::new();
        let mut next = 0;
        while let Some(launch) = self.plan.launches.get(next) {
            if path.len() >= MOST_LAUNCHES {
                let message = format!("more than {MOST_LAUNCHES} launches");
                return Err(Trouble::Variant(Fault::new(FaultKind::Timeout, message)));
            }
            let step = step(&self.functions, launch, &places)?;
            perform(gpu, &step, &pristine, 0)?;
            path.push(step);
            for [one, other] in &launch.swap {
                places.swap(*one, *other);
            }
            next = match launch.exit {
                Some(exit) => {
                    let flag = pristine.layout.buffer(places[exit.buffer]);
                    let size = self.plan.buffers[exit.buffer].scalar.size();
                    let value = gpu.download(set, flag.start..flag.start + size.min(flag.len()))?;
                    match value.iter().all(|byte| *byte == 0) {
                        true => exit.to,
                        false => next + 1,
                    }
                }
                None => next + 1,
            };
        }
        gpu.synchronize()?;
        drop(pristine);
        (self.path, self.places, self.graph) = (path, places, None);
        Ok(())
    }

    /// The contents of the outputs after [`Loaded::run`].
    pub fn outputs(&self, gpu: &Gpu) -> Result<Vec<(usize, Vec<u8>)>, Trouble> {
        let pristine = self.pristine.borrow();
        let mut outputs = Vec::new();
        for (number, buffer) in self.plan.buffers.iter().enumerate() {
            if !buffer.role.is_result() {
                continue;
            }
            let place = self.places[number];
            let len = pristine.layout.buffer(place).len();
            let mut bytes = gpu.download(&pristine.sets[0], pristine.layout.words_of(place))?;
            // The last word's rest is guard as well.
            if bytes[len..].iter().any(|byte| *byte != GUARD_BYTE) {
                let message = format!("the bytes after `{}` were written", buffer.name);
                return Err(Trouble::Variant(Fault::new(
                    FaultKind::OutOfBounds,
                    message,
                )));
            }
            bytes.truncate(len);
            outputs.push((number, bytes));
        }
        Ok(outputs)
    }

    /// Guards, and inputs that no launch swapped with something else.
    pub fn untouchable(&self) -> Vec<Piece> {
        let pristine = self.pristine.borrow();
        let buffers = &self.plan.buffers;
        let name = |number: Option<usize>, otherwise: &str| {
            let named = number.and_then(|number| buffers.get(number));
            named.map_or(otherwise.to_owned(), |buffer| format!("`{}`", buffer.name))
        };
        let guards = pristine.layout.guards().map(|(number, range)| Piece {
            range,
            input: None,
            before: name(number.checked_sub(1), "the start"),
            after: name(Some(number), "the end"),
        });
        let swapped = |number: usize| {
            let mut swaps = self.plan.launches.iter().flat_map(|launch| &launch.swap);
            swaps.any(|pair| pair.contains(&number))
        };
        let inputs = buffers.iter().enumerate();
        let inputs =
            inputs.filter(|(number, buffer)| buffer.role == Role::Input && !swapped(*number));
        let inputs = inputs.map(|(number, buffer)| Piece {
            range: pristine.layout.words_of(number),
            input: Some(buffer.name.clone()),
            before: String::new(),
            after: String::new(),
        });
        guards.chain(inputs).collect()
    }

    /// A piece, and what it was.
    pub fn span(&self, piece: &Piece) -> Span {
        let pristine = self.pristine.borrow();
        let start = piece.range.start as u64;
        Span {
            both: [
                pristine.memory.address() + start,
                pristine.sets[0].address() + start,
            ],
            words: piece.range.len() as u64 / 4,
        }
    }

    /// Every output after [`Loaded::run`], and what is known; empty if there is one of which nothing is known.
    pub fn spans(&self, known: &BTreeMap<usize, Memory>) -> Vec<Span> {
        let pristine = self.pristine.borrow();
        let buffers = self.plan.buffers.iter().enumerate();
        let results = buffers.filter(|(_, buffer)| buffer.role.is_result());
        let spans = results.map(|(number, _)| {
            let range = pristine.layout.words_of(self.places[number]);
            Some(Span {
                both: [
                    known.get(&number)?.address(),
                    pristine.sets[0].address() + range.start as u64,
                ],
                words: range.len() as u64 / 4,
            })
        });
        spans.collect::<Option<_>>().unwrap_or_default()
    }

    /// Makes `repeats` sets of buffers ready to be worked on.
    pub fn ready(&mut self, gpu: &Gpu, repeats: usize) -> Result<(), Trouble> {
        let mut pristine = self.pristine.borrow_mut();
        while pristine.sets.len() < repeats {
            let set = gpu.allocate(pristine.layout.total)?;
            gpu.copy(&pristine.memory, &set)?;
            pristine.sets.push(set);
        }
        let restore = self
            .plan
            .buffers
            .iter()
            .any(|buffer| buffer.role == Role::Inout)
            || self
                .plan
                .launches
                .iter()
                .any(|launch| !launch.swap.is_empty());
        if restore {
            for set in &pristine.sets[..repeats] {
                gpu.copy(&pristine.memory, set)?;
            }
        }
        drop(pristine);
        if self.repeats != repeats {
            (self.graph, self.repeats) = (None, repeats);
        }
        // A launch costs the host some microseconds: of short ones, it would be the host that is timed.
        if self.graph.is_none() && (repeats > 1 || self.path.len() > 1) {
            self.graph = Some(gpu.capture(|| self.perform_all(gpu))?);
        }
        Ok(())
    }

    /// How long the executions on all sets take together, nanoseconds.
    pub fn time(&self, gpu: &Gpu) -> Result<f64, Trouble> {
        let time = gpu.timed(|| match &self.graph {
            Some(graph) => gpu.replay(graph),
            None => self.perform_all(gpu),
        })?;
        Ok(time)
    }

    fn perform_all(&self, gpu: &Gpu) -> Result<(), super::DriverError> {
        let pristine = self.pristine.borrow();
        for set in 0..self.repeats {
            for step in &self.path {
                perform(gpu, step, &pristine, set)?;
            }
        }
        Ok(())
    }
}

/// Compares so many words at two addresses, and counts at `counter`.
pub fn differences(
    gpu: &Gpu,
    function: &Function,
    [one, other]: [u64; 2],
    words: u64,
    counter: u64,
) -> Result<(), super::DriverError> {
    const THREADS: u64 = 256;
    // Enough blocks for any device; each thread takes every so many words.
    const BLOCKS: u64 = 2048;
    if words == 0 {
        return Ok(());
    }
    let geometry = Geometry {
        grid: [words.div_ceil(THREADS).min(BLOCKS) as u32, 1, 1],
        block: [THREADS as u32, 1, 1],
        shared: 0,
    };
    gpu.launch(function, &geometry, &mut [one, other, words, counter])
}

/// A launch with its buffers where they are now.
fn step(
    functions: &BTreeMap<(String, u32), Function>,
    launch: &Launch,
    places: &[usize],
) -> Result<Step, Trouble> {
    let found = functions.get(&(launch.entry.clone(), launch.shared));
    let function =
        found.ok_or_else(|| Trouble::Device(format!("`{}` is not loaded", launch.entry)))?;
    let place = |arg: &Arg| match *arg {
        Arg::Buffer(buffer) => Arg::Buffer(places[buffer]),
        scalar => scalar,
    };
    Ok(Step {
        clear: launch.clear.map(|buffer| places[buffer]),
        function: function.clone(),
        geometry: Geometry {
            grid: launch.grid,
            block: launch.block,
            shared: launch.shared,
        },
        args: launch.args.iter().map(place).collect(),
    })
}

/// Makes a launch on one of the sets.
fn perform(
    gpu: &Gpu,
    step: &Step,
    pristine: &Pristine,
    set: usize,
) -> Result<(), super::DriverError> {
    let memory = &pristine.sets[set];
    if let Some(buffer) = step.clear {
        gpu.set(memory, pristine.layout.buffer(buffer), 0)?;
    }
    let parameter = |arg: &Arg| match *arg {
        Arg::Buffer(buffer) => memory.address() + pristine.layout.buffer(buffer).start as u64,
        Arg::Scalar(_, bits) => bits,
    };
    let mut parameters: Vec<u64> = step.args.iter().map(parameter).collect();
    gpu.launch(&step.function, &step.geometry, &mut parameters)
}
