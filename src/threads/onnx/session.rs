//! A model in ONNX Runtime. The only file that names ort.

use std::path::{Path, PathBuf};

use ort::session::builder::SessionBuilder;
use ort::session::{Session, SessionInputValue};
use ort::value::TensorRef;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::threads::graph::{Dimension, Graph, Input};

/// Why a model does not run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The library is not one, or too old.
    #[error("{}: {message}", path.display())]
    Library {
        /// The file.
        path: PathBuf,
        /// The loader's message.
        message: String,
    },
    /// ONNX Runtime refuses the model, a setting or an input.
    #[error("ONNX Runtime: {0}")]
    Runtime(String),
    /// An option that there is not, or a value that it cannot have.
    #[error("{option}={value}: {wanted}")]
    Option {
        /// The option.
        option: String,
        /// The value.
        value: String,
        /// What would be right.
        wanted: String,
    },
    /// An input of a type that nobody makes values for.
    #[error(
        "input `{name}` has element type {element} of ONNX; values are made for f32 (1), i32 (6), i64 (7) and bool (9)"
    )]
    Element {
        /// The input.
        name: String,
        /// `TensorProto.DataType`.
        element: i32,
    },
}

fn refused<R>(error: ort::Error<R>) -> Error {
    Error::Runtime(error.to_string())
}

/// The library, loaded.
pub struct Runtime {
    environment: ort::environment::Environment,
}

impl Runtime {
    /// Loads the library.
    ///
    /// # Errors
    /// [`Error::Library`] if it is none or too old.
    pub fn load(library: &Path) -> Result<Runtime, Error> {
        let fail = |message: String| Error::Library {
            path: library.into(),
            message,
        };
        let environment = ort::init_from(library).map_err(|e| fail(e.to_string()))?;
        // What a sample measures is not to be reported to anybody.
        let environment = environment
            .with_name("warpsmith")
            .with_telemetry(false)
            .build()
            .map_err(|e| fail(e.to_string()))?;
        Ok(Runtime { environment })
    }
}

/// How a model is run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Threads of one operator; 0 is ONNX Runtime's own choice.
    pub intra: usize,
    /// Operators side by side; more than 1 switches the parallel executor on.
    pub inter: usize,
    /// Whether each thread stays on a core of its own, of these: one logical processor a core.
    pub cpus: Vec<usize>,
    /// Further entries of the session's configuration, as `session.intra_op.allow_spinning`.
    pub entries: Vec<(String, String)>,
}

/// Values of one input, for as many samples as there will ever be; a run of fewer takes the first of them.
struct Feed {
    name: String,
    shape: Vec<Dimension>,
    values: Values,
}

enum Values {
    F32(Vec<f32>),
    I32(Vec<i32>),
    I64(Vec<i64>),
    Bool(Vec<bool>),
}

impl Feed {
    /// Random values; indices stay within their tables.
    fn new(input: &Input, most: usize, random: &mut ChaCha8Rng) -> Result<Feed, Error> {
        let count = elements(&shape(&input.shape, most));
        let below = input.below.unwrap_or(1).max(1);
        let values = match input.element {
            1 => Values::F32((0..count).map(|_| random.random_range(-1.0..1.0)).collect()),
            6 => Values::I32(
                (0..count)
                    .map(|_| random.random_range(0..below) as i32)
                    .collect(),
            ),
            7 => Values::I64((0..count).map(|_| random.random_range(0..below)).collect()),
            9 => Values::Bool(vec![true; count]),
            element => {
                return Err(Error::Element {
                    name: input.name.clone(),
                    element,
                });
            }
        };
        Ok(Feed {
            name: input.name.clone(),
            shape: input.shape.clone(),
            values,
        })
    }

    /// The first `batch` samples of it.
    fn view(&self, batch: usize) -> ort::Result<SessionInputValue<'_>> {
        let shape = shape(&self.shape, batch);
        let count = elements(&shape);
        Ok(match &self.values {
            Values::F32(values) => TensorRef::from_array_view((shape, &values[..count]))?.into(),
            Values::I32(values) => TensorRef::from_array_view((shape, &values[..count]))?.into(),
            Values::I64(values) => TensorRef::from_array_view((shape, &values[..count]))?.into(),
            Values::Bool(values) => TensorRef::from_array_view((shape, &values[..count]))?.into(),
        })
    }
}

fn shape(dimensions: &[Dimension], batch: usize) -> Vec<i64> {
    let length = |dimension: &Dimension| match dimension {
        Dimension::Fixed(length) => *length,
        Dimension::Open(_) => batch as i64,
    };
    dimensions.iter().map(length).collect()
}

fn elements(shape: &[i64]) -> usize {
    shape.iter().product::<i64>() as usize
}

/// A model, loaded, with inputs to run it on.
pub struct Model {
    session: Session,
    feeds: Vec<Feed>,
    most: usize,
}

impl Model {
    /// Loads a model and makes random inputs for runs of up to `most` samples.
    ///
    /// # Errors
    /// When ONNX Runtime refuses the model or an option, or an input has a type that no values are made for.
    pub fn load(
        runtime: &Runtime,
        path: &Path,
        graph: &Graph,
        most: usize,
        options: &Options,
    ) -> Result<Model, Error> {
        let session = builder(runtime, options)?
            .commit_from_file(path)
            .map_err(refused)?;
        let mut random = ChaCha8Rng::seed_from_u64(1);
        let feeds = graph
            .inputs
            .iter()
            .map(|input| Feed::new(input, most, &mut random))
            .collect::<Result<_, _>>()?;
        Ok(Model {
            session,
            feeds,
            most,
        })
    }

    /// Runs the model once on `batch` samples, which are no more than it was loaded for.
    ///
    /// # Errors
    /// What ONNX Runtime says.
    pub fn run(&mut self, batch: usize) -> Result<(), Error> {
        let batch = batch.min(self.most);
        let inputs = self
            .feeds
            .iter()
            .map(|feed| Ok((feed.name.as_str(), feed.view(batch)?)));
        let inputs: Vec<_> = inputs.collect::<ort::Result<_>>().map_err(refused)?;
        self.session.run(inputs).map(drop).map_err(refused)
    }
}

fn builder(runtime: &Runtime, options: &Options) -> Result<SessionBuilder, Error> {
    let mut builder = Session::builder(&runtime.environment)
        .map_err(refused)?
        .with_intra_threads(options.intra)
        .map_err(refused)?;
    if options.inter > 1 {
        builder = builder
            .with_parallel_execution(true)
            .map_err(refused)?
            .with_inter_threads(options.inter)
            .map_err(refused)?;
    }
    // The calling thread is one of the pool, so that there is a processor to name for each other thread. They are counted from 1.
    if options.cpus.len() > 1 {
        let others: Vec<String> = options.cpus[1..]
            .iter()
            .map(|cpu| (cpu + 1).to_string())
            .collect();
        builder = builder
            .with_config_entry("session.intra_op_thread_affinities", others.join(";"))
            .map_err(refused)?;
    }
    for (key, value) in &options.entries {
        builder = builder.with_config_entry(key, value).map_err(refused)?;
    }
    Ok(builder)
}
