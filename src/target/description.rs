//! What a device is, as data: `targets/*.toml`.

use std::path::Path;

use serde::Deserialize;

use crate::sim::{Latency, MemoryModel, Model, Throughput};

/// A device that a target models or drives. One TOML file; unknown keys are refused with their line.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// What `--target` calls it.
    pub name: String,
    /// One line for people.
    pub summary: String,
    /// LLVM's processor name, as in `sm_90`.
    pub arch: String,
    /// PTX version that modules are emitted for, as LLVM's feature digits (`80` is PTX 8.0).
    pub ptx: String,
    /// Size and clock.
    pub device: Device,
    /// What fits where.
    pub limits: DeviceLimits,
    /// How long results take, cycles.
    pub latency: Latency,
    /// How much fits in a cycle.
    pub throughput: Throughput,
    /// Caches and memory.
    pub memory: MemoryModel,
}

/// The device as a whole.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Device {
    /// Multiprocessors.
    pub sms: u32,
    /// Clock under load, MHz.
    pub clock_mhz: f64,
    /// Added to every launch when the grid is taken as launched.
    pub launch_overhead_ns: f64,
    /// Cycles that a block's slot is not computing between two blocks.
    pub block_overhead_cycles: f64,
}

/// What a launch must respect and what decides how many blocks share a multiprocessor.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceLimits {
    /// Threads that a block may have.
    pub threads_per_block: u32,
    /// Warps that a multiprocessor holds.
    pub warps_per_sm: u32,
    /// Blocks that a multiprocessor holds.
    pub blocks_per_sm: u32,
    /// 32-bit registers.
    pub registers_per_sm: u32,
    /// Registers that a thread may have.
    pub registers_per_thread: u32,
    /// Registers that a warp is given at a time.
    pub register_allocation: u32,
    /// Bytes.
    pub shared_per_sm: u32,
    /// Shared memory that a block may have, bytes.
    pub shared_per_block: u32,
    /// Shared memory that each block takes besides its own, bytes.
    pub shared_reserved_per_block: u32,
}

/// A target that is part of the program: its name and the text of its file.
macro_rules! built_in {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../targets/", $name, ".toml")),
        )
    };
}

/// Targets that are part of the program.
const BUILT_IN: [(&str, &str); 13] = [
    built_in!("h200"),
    built_in!("h200-7g.141gb"),
    built_in!("h200-4g.71gb"),
    built_in!("h200-3g.71gb"),
    built_in!("h200-2g.35gb"),
    built_in!("h200-1g.35gb"),
    built_in!("h200-1g.18gb"),
    built_in!("h100"),
    built_in!("a100"),
    built_in!("l4"),
    built_in!("t4"),
    built_in!("orin"),
    built_in!("p100"),
];

/// Why a description could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum DescriptionError {
    /// No built-in target and no file has this name.
    #[error("unknown target `{name}`; known: {known}; or the path of a .toml file")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// The file cannot be read.
    #[error("cannot read target {path}: {source}")]
    Read {
        /// The file.
        path: String,
        /// Why not.
        source: std::io::Error,
    },
    /// The message names line and key.
    #[error("target {path}: {message}")]
    Parse {
        /// The file.
        path: String,
        /// What was wrong, with its line.
        message: String,
    },
    /// A number that no device can have.
    #[error("target {path}: {key} must be {expected}")]
    Value {
        /// The file.
        path: String,
        /// The key.
        key: &'static str,
        /// What would be right.
        expected: &'static str,
    },
}

impl Description {
    /// Nanoseconds that so many cycles of the device's clock take.
    pub fn time_ns(&self, cycles: f64) -> f64 {
        cycles * 1e3 / self.device.clock_mhz
    }

    /// Nanoseconds that moving so many bytes to or from memory takes at least, and so many operations of 32 bits, of which a fused multiply-add, one a
    /// cycle and lane, is two.
    pub fn least_ns(&self, bytes: u64, operations: u64) -> (f64, f64) {
        let sms = f64::from(self.device.sms);
        let moving = bytes as f64 / (self.memory.dram_bytes_per_cycle * sms);
        let computing = operations as f64 / (2.0 * self.throughput.fp32 * sms);
        (self.time_ns(moving), self.time_ns(computing))
    }

    /// The part that the clock runs on.
    pub fn model(&self) -> Model {
        Model {
            latency: self.latency.clone(),
            throughput: self.throughput.clone(),
            memory: self.memory.clone(),
        }
    }

    /// Names of the targets that are part of the program.
    pub fn known() -> Vec<&'static str> {
        BUILT_IN.iter().map(|(name, _)| *name).collect()
    }

    /// The built-in target of that name, or the file if `name_or_path` ends in `.toml`.
    ///
    /// # Errors
    /// [`DescriptionError`] for an unknown name (the known ones are listed), an unreadable file, unknown or missing keys, and numbers that no
    /// device can have.
    pub fn load(name_or_path: &str) -> Result<Description, DescriptionError> {
        Description::parse(name_or_path, &Description::text(name_or_path)?)
    }

    /// The text of a description, with its comments.
    ///
    /// # Errors
    /// Those of [`Description::load`] but for what is in the file.
    pub fn text(name_or_path: &str) -> Result<String, DescriptionError> {
        if let Some((_, text)) = BUILT_IN.iter().find(|(name, _)| *name == name_or_path) {
            return Ok((*text).to_owned());
        }
        if Path::new(name_or_path)
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            return std::fs::read_to_string(name_or_path).map_err(|source| {
                DescriptionError::Read {
                    path: name_or_path.to_owned(),
                    source,
                }
            });
        }
        Err(DescriptionError::Unknown {
            name: name_or_path.to_owned(),
            known: Description::known().join(", "),
        })
    }

    /// Parses the text of a description; `path` is for messages.
    ///
    /// # Errors
    /// As [`Description::load`].
    pub fn parse(path: &str, text: &str) -> Result<Description, DescriptionError> {
        let description: Description =
            toml::from_str(text).map_err(|error| DescriptionError::Parse {
                path: path.to_owned(),
                message: error.to_string(),
            })?;
        let positive = [
            ("device.sms", f64::from(description.device.sms)),
            ("device.clock_mhz", description.device.clock_mhz),
            (
                "limits.threads_per_block",
                f64::from(description.limits.threads_per_block),
            ),
            (
                "limits.warps_per_sm",
                f64::from(description.limits.warps_per_sm),
            ),
            (
                "limits.blocks_per_sm",
                f64::from(description.limits.blocks_per_sm),
            ),
            (
                "limits.registers_per_sm",
                f64::from(description.limits.registers_per_sm),
            ),
            (
                "limits.register_allocation",
                f64::from(description.limits.register_allocation),
            ),
            ("throughput.issue", description.throughput.issue),
            ("throughput.fp32", description.throughput.fp32),
            ("throughput.int", description.throughput.int),
            ("throughput.fp64", description.throughput.fp64),
            ("throughput.mufu", description.throughput.mufu),
            ("throughput.convert", description.throughput.convert),
            ("throughput.shuffle", description.throughput.shuffle),
            ("throughput.atomic", description.throughput.atomic),
            (
                "memory.l1_bytes_per_cycle",
                description.memory.l1_bytes_per_cycle,
            ),
            (
                "memory.l2_bytes_per_cycle",
                description.memory.l2_bytes_per_cycle,
            ),
            (
                "memory.dram_bytes_per_cycle",
                description.memory.dram_bytes_per_cycle,
            ),
        ];
        let value = |key, expected| DescriptionError::Value {
            path: path.to_owned(),
            key,
            expected,
        };
        for (key, number) in positive {
            if number <= 0.0 || !number.is_finite() {
                return Err(value(key, "greater than zero"));
            }
        }
        if description.memory.banks != 32 {
            return Err(value("memory.banks", "32"));
        }
        if description.memory.sector_bytes != 32 || description.memory.line_bytes != 128 {
            return Err(value(
                "memory.sector_bytes and memory.line_bytes",
                "32 and 128",
            ));
        }
        Ok(description)
    }
}
