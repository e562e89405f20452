//! The hand-made kernels on a device: whether hardware orders them as they are said to be ordered, and the clock as hardware does.

use std::rc::Rc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::pairs::{KERNELS_OWN, STEPS, Variant, series};
use super::rank::{Kernel, Timed};
use crate::stats::median;
use crate::target::cuda::{CudaDevice, Trouble};
use crate::target::{Description, Limits, Load, SimOptions, SimTarget, Target};

/// How long the device works before anything is measured: its clock has to rise first.
const WARMING_UP: Duration = Duration::from_millis(300);
/// Samples behind each time.
const SAMPLES: usize = 9;
/// Neighbours that hardware runs within this share of each other have no order.
const APART: f64 = 0.02;

/// What a device says of the hand-made kernels.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HandMade {
    /// Every series with its variants, the fastest first as they are said to be.
    pub kernels: Vec<Kernel>,
    /// Neighbours that the device runs in one order or the other, more than 2 % apart.
    pub apart: usize,
    /// Of these, those that it runs in the order that they are said to have.
    pub as_said: usize,
    /// Of these, those that the clock puts in the order of the device.
    pub as_predicted: usize,
    /// Kernels that the device did not run, and why.
    pub failed: Vec<String>,
}

/// Times every hand-made kernel on a device, as it is launched, and has the clock of `description` predict that.
///
/// # Errors
/// A device that is lost, or a clock that does not take a kernel: a defect of ours.
pub fn time_by_hand(
    device: &mut CudaDevice,
    description: &Description,
    options: SimOptions,
) -> Result<HandMade, String> {
    let room = device.block_shared_bytes().map_err(|e| e.to_string())?;
    let room = room
        .min(description.limits.shared_per_block)
        .saturating_sub(KERNELS_OWN);
    // What is launched is what is measured.
    let options = SimOptions {
        load: Load::Launched,
        ..options
    };
    let mut clock = SimTarget::new(description.clone(), options);
    device.warm_up(WARMING_UP).map_err(|e| e.to_string())?;
    let mut found = HandMade::default();
    for series in series() {
        let mut variants = Vec::new();
        for variant in series.variants {
            let name = format!("{}, {}", series.name, variant.id);
            match measured_ns(device, &variant, room) {
                Ok(measured_ns) => variants.push(Timed {
                    predicted_ns: predicted_ns(&mut clock, &variant, room)
                        .map_err(|fault| format!("{name}: {fault}"))?,
                    id: variant.id,
                    measured_ns,
                }),
                Err(Trouble::Variant(fault)) => found.failed.push(format!("{name}: {fault}")),
                Err(lost) => return Err(format!("{name}: {lost}")),
            }
        }
        found.kernels.push(Kernel {
            name: series.name.into(),
            variants,
        });
    }
    found.count();
    Ok(found)
}

/// The counts, in words.
impl std::fmt::Display for HandMade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "of {} neighbours that the device runs apart, {} in the order that they are said to have, {} in the clock's",
            self.apart, self.as_said, self.as_predicted
        )
    }
}

impl HandMade {
    /// Counts neighbours and their orders.
    fn count(&mut self) {
        let neighbours = self.kernels.iter().flat_map(|it| it.variants.windows(2));
        for pair in neighbours {
            let (measured, predicted) = (
                pair[1].measured_ns / pair[0].measured_ns,
                pair[1].predicted_ns / pair[0].predicted_ns,
            );
            if measured.max(1.0 / measured) < 1.0 + APART {
                continue;
            }
            self.apart += 1;
            self.as_said += usize::from(measured > 1.0);
            self.as_predicted += usize::from((measured > 1.0) == (predicted > 1.0));
        }
    }
}

fn predicted_ns(
    clock: &mut SimTarget,
    variant: &Variant,
    room: u32,
) -> Result<f64, crate::target::Fault> {
    let limits = Limits { steps: STEPS };
    let execution = clock.execute(&variant.ptx, &variant.instance(room), &limits)?;
    Ok(execution.time_ns)
}

fn measured_ns(device: &mut CudaDevice, variant: &Variant, room: u32) -> Result<f64, Trouble> {
    let instance = Rc::new(variant.instance(room));
    let case = device.stage(Rc::clone(&instance));
    let loaded = device.load(case, variant.ptx.as_bytes(), &instance)?;
    device.execute(loaded)?;
    let repeats = device.repeats(loaded)?;
    let samples = (0..SAMPLES).map(|_| device.sample(loaded, repeats));
    let samples = samples.collect::<Result<Vec<f64>, Trouble>>()?;
    device.unload(loaded);
    device.forget(case);
    Ok(median(&samples))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_too_close_for_hardware_to_order_do_not_count() {
        let timed = |measured_ns: f64, predicted_ns: f64| Timed {
            id: String::new(),
            measured_ns,
            predicted_ns,
        };
        let kernel = |variants: Vec<Timed>| Kernel {
            name: String::new(),
            variants,
        };
        let mut found = HandMade {
            kernels: vec![
                // As said and as predicted; then too close.
                kernel(vec![timed(10.0, 1.0), timed(20.0, 2.0), timed(20.1, 1.0)]),
                // The other way round, which the clock knows; then as said, which it does not.
                kernel(vec![timed(20.0, 2.0), timed(10.0, 1.0), timed(11.0, 0.9)]),
            ],
            ..HandMade::default()
        };
        found.count();
        assert_eq!((found.apart, found.as_said, found.as_predicted), (3, 2, 2));
    }
}
