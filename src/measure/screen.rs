//! Whether a variant is worth a race.

use super::{Rules, Stopwatch, Trouble, counted};
use crate::stats::median;

/// What a few samples say.
#[derive(Debug, Clone, PartialEq)]
pub struct Screened {
    /// The samples, nanoseconds.
    pub samples: Vec<f64>,
    /// Whether it may be as good as the best known.
    pub close: bool,
}

impl Screened {
    /// Their median, nanoseconds.
    pub fn time_ns(&self) -> f64 {
        median(&self.samples)
    }
}

/// Takes a few samples of `contestant`. It is dropped if even the fastest of them is [`Rules::cut_off`] times slower than `best_ns`: what
/// disturbs a sample makes it slower, hardly ever faster.
///
/// # Errors
/// A sample that cannot be taken; a device that is held back.
pub fn screen<S: Stopwatch>(
    device: &mut S,
    contestant: usize,
    best_ns: f64,
    rules: &Rules,
) -> Result<Screened, Trouble<S::Error>> {
    for _ in 0..rules.warm_ups {
        device.sample(contestant).map_err(Trouble::Sample)?;
    }
    let (samples, _) = counted(device, rules, &mut 0, |device| {
        (0..rules.screen.max(1))
            .map(|_| device.sample(contestant))
            .collect::<Result<Vec<f64>, _>>()
    })?;
    let fastest = samples.iter().copied().fold(f64::INFINITY, f64::min);
    Ok(Screened {
        close: fastest <= rules.cut_off * best_ns,
        samples,
    })
}
