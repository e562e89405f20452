//! What a launch did, as JSON and as words.

use std::io::Write;
use std::path::Path;

use serde::{Serialize, Serializer};

use crate::cli::table::time;
use crate::cli::{Exit, Failure, say};
use crate::sim::Fault;
use crate::target::Description;
use crate::target::launch::{Launched, Left, Request};

/// Elements of a buffer that are shown to a person.
const SHOWN: usize = 16;

/// A launch and what came of it.
pub struct Report<'a> {
    pub file: &'a Path,
    pub device: &'a Description,
    pub request: &'a Request<'a>,
    pub launched: &'a Launched,
}

#[derive(Serialize)]
struct Json<'a> {
    file: String,
    entry: &'a str,
    target: &'a str,
    grid: [u32; 3],
    block: [u32; 3],
    shared: u32,
    buffers: Vec<BufferJson<'a>>,
    diagnostics: &'a [Fault],
    printed: &'a str,
    /// Of threads.
    instructions: u64,
    warp_instructions: u64,
    /// Allowed, where another value would be a race.
    same_value_stores: u64,
    /// Absent values are `null`: the launch did not come to its end.
    cycles: Option<u64>,
    time_ns: Option<f64>,
    limiter: Option<&'a str>,
    registers: u32,
    blocks_per_sm: u32,
    occupancy: f64,
}

#[derive(Serialize)]
struct BufferJson<'a> {
    arg: usize,
    name: &'a str,
    #[serde(rename = "type")]
    element: &'static str,
    #[serde(serialize_with = "values")]
    values: &'a Left,
}

fn values<S: Serializer>(left: &&Left, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(left.values())
}

impl Report<'_> {
    /// Prints one line of JSON.
    ///
    /// # Errors
    /// When it cannot be made, which would be a fault of ours.
    pub fn json(&self) -> Result<(), Failure> {
        let counters = &self.launched.counters;
        let timing = counters.timing.as_ref();
        let buffers = self.launched.buffers.iter().map(|left| BufferJson {
            arg: left.arg,
            name: self.name(left.arg),
            element: left.element.name(),
            values: left,
        });
        let json = Json {
            file: self.file.display().to_string(),
            entry: &self.request.kernel.name,
            target: &self.device.name,
            grid: self.request.grid,
            block: self.request.block,
            shared: self.request.shared,
            buffers: buffers.collect(),
            diagnostics: &self.launched.faults,
            printed: &self.launched.printed,
            instructions: counters.thread_instructions,
            warp_instructions: counters.warp_instructions,
            same_value_stores: counters.same_value_stores,
            cycles: timing.map(|timing| timing.cycles.ceil() as u64),
            time_ns: timing.map(|timing| timing.time_ns),
            limiter: timing.map(|timing| timing.limiter.as_str()),
            registers: counters.registers,
            blocks_per_sm: counters.blocks_per_sm,
            occupancy: counters.occupancy,
        };
        say(&serde_json::to_string(&json).map_err(Failure::internal)?);
        Ok(())
    }

    /// Prints for a person: what the kernel printed, the buffers, what was found, what it cost.
    pub fn text(&self) {
        if !self.launched.printed.is_empty() {
            let mut out = std::io::stdout();
            let printed = self.launched.printed.as_bytes();
            if out.write_all(printed).and_then(|()| out.flush()).is_err() {
                std::process::exit(Exit::Done as i32);
            }
        }
        let rows: Vec<[String; 3]> = self
            .launched
            .buffers
            .iter()
            .map(|left| {
                let element = left.element.name();
                let count = left.values().len();
                [
                    format!("{} {}", left.arg, self.name(left.arg)),
                    format!("{element}[{count}]"),
                    first(left),
                ]
            })
            .collect();
        let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
        let (names, types) = (width(0), width(1));
        for [name, of, values] in &rows {
            say(&format!("{name:names$}  {of:types$}  {values}"));
        }
        for fault in &self.launched.faults {
            say(&format!("\n{}: {}", fault.kind, fault.message));
        }
        say("");
        self.costs();
    }

    fn costs(&self) {
        let counters = &self.launched.counters;
        let outcome = match self.launched.faults.len() {
            0 => "nothing found".to_owned(),
            1 => "1 finding".to_owned(),
            n => format!("{n} findings"),
        };
        say(&format!(
            "{outcome}; {} thread instructions, {} warp instructions",
            counters.thread_instructions, counters.warp_instructions
        ));
        match counters.same_value_stores {
            0 => {}
            n => say(&format!(
                "{n} stores of a value that another thread stored to the same place, too: allowed, as the value is the same"
            )),
        }
        if let Some(timing) = &counters.timing {
            say(&format!(
                "{} by the clock of {} ({:.0} cycles and the launch), limited by {}",
                time(timing.time_ns),
                self.device.name,
                timing.cycles.ceil(),
                timing.limiter
            ));
        }
        say(&format!(
            "{} registers, {} blocks on a multiprocessor, {:.0} % of its warps",
            counters.registers,
            counters.blocks_per_sm,
            100.0 * counters.occupancy
        ));
    }

    fn name(&self, arg: usize) -> &str {
        let params = &self.request.kernel.params;
        params.get(arg).map_or("", |param| &param.name)
    }
}

/// The first elements of a buffer.
fn first(left: &Left) -> String {
    let count = left.values().len();
    let mut shown: Vec<String> = left
        .values()
        .take(SHOWN)
        .map(|value| value.map_or_else(|| "?".to_owned(), |value| value.to_string()))
        .collect();
    if count > SHOWN {
        shown.push(format!("... ({count})"));
    }
    shown.join(" ")
}
