//! A contestant against the baseline, interleaved, until the ratio is known well enough.

use serde::{Deserialize, Serialize};

use super::{Rules, Sensors, Stopwatch, Trouble, counted};
use crate::stats::{Interval, median, paired_ratio};

/// How much wider than its 95 % interval a ratio's uncertainty is taken to be before "faster" is said: 3.3 standard errors in place of 2. A race
/// looks at its interval more than once, the bootstrap of a few pairs knows little of the tails, and a search holds hundreds of races.
const CAUTION: f64 = 1.7;

/// Why a race ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// The interval is as narrow as was asked for.
    Precise,
    /// It had as many samples as it may.
    Samples,
}

/// What a race says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Beyond doubt.
    Faster,
    /// Beyond doubt.
    Slower,
    /// The difference, if there is one, is below what was asked for.
    Same,
    /// It may be a few per cent faster or slower: the samples vary too much to say.
    Unknown,
}

/// What a race showed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Race {
    /// How many times faster than the baseline the contestant is.
    pub speedup: Interval,
    /// The contestant's median, nanoseconds.
    pub time_ns: f64,
    /// The baseline's, nanoseconds.
    pub baseline_ns: f64,
    /// Pairs of samples that count.
    pub pairs: usize,
    /// Batches that do not, as the device was held back.
    pub thrown_away: usize,
    /// What the instruments showed after each batch that counts.
    pub sensors: Vec<Sensors>,
    /// Why it ended.
    pub ended: Ended,
    /// Half the interval's width that was asked for, as a share of the ratio.
    pub half_width: f64,
}

impl Race {
    /// Who is faster.
    pub fn standing(&self) -> Standing {
        let Interval { ratio, low, high } = self.speedup;
        // Ends of a cautious interval: distances in logarithms, stretched.
        let low = ratio * (low / ratio).powf(CAUTION);
        let high = ratio * (high / ratio).powf(CAUTION);
        match () {
            () if low > 1.0 => Standing::Faster,
            () if high < 1.0 => Standing::Slower,
            () if self.ended == Ended::Precise => Standing::Same,
            () => Standing::Unknown,
        }
    }
}

/// How many times faster than the baseline a contestant is over several cases together, each raced: of times of one minute, sums may be divided.
/// `None` of no race.
pub fn overall<'a>(races: impl IntoIterator<Item = &'a Race>) -> Option<f64> {
    let (mut baseline_ns, mut time_ns) = (0.0, 0.0);
    for race in races {
        baseline_ns += race.baseline_ns;
        time_ns += race.baseline_ns / race.speedup.ratio;
    }
    (time_ns > 0.0).then(|| baseline_ns / time_ns)
}

/// Races `contestant` against `baseline`: pairs of samples in both orders by turns, so that what drifts cancels, in batches between looks at
/// the instruments, until the interval of the ratio is narrow enough or there are enough pairs.
///
/// # Errors
/// A sample that cannot be taken; a device that is held back.
pub fn race<S: Stopwatch>(
    device: &mut S,
    contestant: usize,
    baseline: usize,
    rules: &Rules,
) -> Result<Race, Trouble<S::Error>> {
    // (baseline, contestant) of each pair.
    let mut pairs: Vec<(f64, f64)> = Vec::new();
    let (mut sensors, mut thrown_away) = (Vec::new(), 0);
    loop {
        let (batch, shown) = counted(device, rules, &mut thrown_away, |device| {
            (0..rules.batch.max(2))
                .map(|number| {
                    if number % 2 == 0 {
                        let first = device.sample(baseline)?;
                        Ok((first, device.sample(contestant)?))
                    } else {
                        let first = device.sample(contestant)?;
                        Ok((device.sample(baseline)?, first))
                    }
                })
                .collect::<Result<Vec<_>, _>>()
        })?;
        pairs.extend(batch);
        sensors.push(shown);
        let last = pairs.len() >= rules.most;
        if pairs.len() < rules.fewest && !last {
            continue;
        }
        // The interval takes a thousand times as long as this guess at it.
        if !last && guess(&pairs) > 1.5 * rules.half_width {
            continue;
        }
        let speedup = paired_ratio(&pairs);
        let precise = speedup.half_width() <= rules.half_width;
        if precise || last {
            let (below, above): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
            return Ok(Race {
                speedup,
                time_ns: median(&above),
                baseline_ns: median(&below),
                pairs: pairs.len(),
                thrown_away,
                sensors,
                ended: if precise {
                    Ended::Precise
                } else {
                    Ended::Samples
                },
                half_width: rules.half_width,
            });
        }
    }
}

/// Half the width of the interval of the ratio, by the spread of the pairs' own ratios.
fn guess(pairs: &[(f64, f64)]) -> f64 {
    let ratios: Vec<f64> = pairs.iter().map(|(below, above)| below / above).collect();
    // Two standard errors of a median: 1.25 times those of a mean.
    2.0 * 1.25 * crate::stats::spread(&ratios) / (pairs.len() as f64).sqrt()
}
