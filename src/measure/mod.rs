//! Measuring on a device whose clock is real: screening, racing against the baseline, throwing away what was measured while the device was slow.
//!
//! Nothing here knows a driver: a [`Stopwatch`] gives one sample of one contestant at a time and says what the device's instruments show. The
//! rules follow Kalibera and Jones ("Rigorous benchmarking in reasonable time", ISMM 2013) for what is compared and reported, and NVBench
//! for when a sample does not count. What a search acts on is always a ratio to the baseline measured in the same minute: clocks drift, ratios
//! hardly.

mod race;
mod screen;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use race::{Ended, Race, Standing, overall, race};
pub use screen::{Screened, screen};

/// What a device's instruments show.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sensors {
    /// Clock of the multiprocessors, MHz.
    pub clock_mhz: Option<f64>,
    /// What holds the device back, in words; nothing if it runs as fast as it may.
    pub held_back: Vec<String>,
    /// Degrees Celsius.
    pub temperature_c: Option<f64>,
    /// Watts.
    pub power_w: Option<f64>,
}

/// How much is measured, and what counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Samples that are taken first and not counted: caches of code, clocks that rise.
    pub warm_ups: usize,
    /// Samples that decide whether a variant is worth a race.
    pub screen: usize,
    /// A variant is dropped if every one of them is so many times slower than the best known.
    pub cut_off: f64,
    /// Pairs of samples between two looks at the instruments; even, as pairs are taken in both orders.
    pub batch: usize,
    /// Pairs that a race has at least.
    pub fewest: usize,
    /// Pairs after which it ends.
    pub most: usize,
    /// A race ends when half the interval of its ratio is below this share of the ratio.
    pub half_width: f64,
    /// A batch does not count if the clock was below this share of what its maker promises.
    pub clock_share: f64,
    /// Batches in a row that do not count, after which the device is given up.
    pub bad_batches: usize,
    /// Whether the energy of what was raced is measured, too: more than a second for each.
    pub energy: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            warm_ups: 1,
            screen: 3,
            cut_off: 1.5,
            batch: 8,
            fewest: 16,
            most: 96,
            half_width: 0.01,
            clock_share: 0.75,
            bad_batches: 12,
            energy: false,
        }
    }
}

impl Rules {
    /// Whether samples that were taken between two readings of the instruments count, on a device that is promised to run at `clock_mhz`.
    pub fn counts(&self, before: &Sensors, after: &Sensors, clock_mhz: f64) -> bool {
        let fast = |sensors: &Sensors| {
            sensors.held_back.is_empty()
                && sensors
                    .clock_mhz
                    .is_none_or(|clock| clock >= self.clock_share * clock_mhz)
        };
        fast(before) && fast(after)
    }
}

/// A device that times contestants.
pub trait Stopwatch {
    /// Why it cannot go on.
    type Error;

    /// The time of one execution of a contestant with cold caches, nanoseconds.
    ///
    /// # Errors
    /// What went wrong; the race is over.
    fn sample(&mut self, contestant: usize) -> Result<f64, Self::Error>;

    /// What the instruments show now.
    fn sensors(&mut self) -> Sensors;

    /// The clock that the device is promised to run at, MHz.
    fn clock_mhz(&self) -> f64;

    /// Gives the device time to become as fast as it may, after a batch that does not count and this sight of the instruments.
    ///
    /// # Errors
    /// What went wrong; the race is over.
    fn recover(&mut self, shown: &Sensors) -> Result<(), Self::Error>;
}

/// Why a measurement has no result.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Trouble<E> {
    /// The contestant's or the device's fault.
    #[error("{0}")]
    Sample(E),
    /// The device was too slow for too long: hot, short of power, or shared.
    #[error("the device is held back: {0}")]
    HeldBack(String),
}

/// What holds a device back, in words.
fn held_back(sensors: &Sensors, clock_mhz: f64) -> String {
    match (&sensors.held_back[..], sensors.clock_mhz) {
        ([], Some(clock)) => format!("its clock is {clock:.0} MHz of {clock_mhz:.0}"),
        ([], None) => "no reason is given".into(),
        (reasons, _) => reasons.join(", "),
    }
}

/// Takes samples by `work` until a batch counts.
fn counted<S: Stopwatch, T>(
    device: &mut S,
    rules: &Rules,
    thrown_away: &mut usize,
    mut work: impl FnMut(&mut S) -> Result<T, S::Error>,
) -> Result<(T, Sensors), Trouble<S::Error>> {
    let mut last = Sensors::default();
    for _ in 0..rules.bad_batches.max(1) {
        let before = device.sensors();
        let samples = work(device).map_err(Trouble::Sample)?;
        let after = device.sensors();
        if rules.counts(&before, &after, device.clock_mhz()) {
            return Ok((samples, after));
        }
        *thrown_away += 1;
        // A few samples take less time than a clock to rise, or a device to cool down.
        device.recover(&after).map_err(Trouble::Sample)?;
        last = after;
    }
    Err(Trouble::HeldBack(held_back(&last, device.clock_mhz())))
}
