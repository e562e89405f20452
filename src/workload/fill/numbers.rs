//! Fills of numbers that have nothing to do with their neighbours, and of offsets.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};

use super::make::{MAX_IDS, Made, Maker, finite, shuffled, within};

impl Maker {
    pub(super) fn normal(&self, mean: f64, std: f64, floor: f64) -> Made {
        finite("mean", mean)?;
        within("std", std, 0.0, f64::MAX)?;
        let rounded = !self.scalar.is_float();
        Ok(self.fill(|_, rng| {
            let x: f64 = StandardNormal.sample(rng);
            let x = (mean + std * x).max(floor);
            // The store cuts at the ends of the type's range.
            if rounded { x.round_ties_even() } else { x }
        }))
    }

    pub(super) fn uniform(&self, lo: f64, hi: f64) -> Made {
        finite("lo", lo)?;
        finite("hi", hi)?;
        if self.scalar.is_float() {
            if lo > hi {
                return Err(format!("lo = {lo} is above hi = {hi}"));
            }
            self.fits("lo", lo)?;
            self.fits("hi", hi)?;
            return Ok(self.fill(|_, rng| lo + (hi - lo) * rng.random::<f64>()));
        }
        if lo >= hi {
            return Err(format!("no integer from lo = {lo} to below hi = {hi}"));
        }
        self.fits("lo", lo)?;
        self.fits("hi - 1", hi - 1.0)?;
        // The high half of a 128-bit product maps a random word to the range; doubles hold the bounds exactly.
        let span = (hi - lo) as u128;
        Ok(self.fill(|_, rng| lo + ((u128::from(rng.next_u64()) * span) >> 64) as f64))
    }

    pub(super) fn ramp(&self, start: f64, step: f64) -> Made {
        self.fits("start", start)?;
        self.fits(
            "the last value",
            start + step * self.len.saturating_sub(1) as f64,
        )?;
        Ok(self.fill(|i, _| start + step * i as f64))
    }

    pub(super) fn zipf(&self, n: f64, q: f64, s: f64) -> Made {
        within("n", n, 1.0, MAX_IDS)?;
        within("q", q, 0.0, f64::MAX)?;
        within("s", s, 0.0, 64.0)?;
        self.fits("n - 1", n - 1.0)?;
        let mut total = 0.0;
        let cumulative: Vec<f64> = (1..=n as u32)
            .map(|rank| {
                total += (f64::from(rank) + q).powf(-s);
                total
            })
            .collect();
        let ids = shuffled(n as u32, b"warpsmith zipf ids 1");
        Ok(self.fill(|_, rng| {
            let at = rng.random::<f64>() * total;
            let rank = cumulative.partition_point(|weight| *weight <= at);
            f64::from(ids[rank.min(ids.len() - 1)])
        }))
    }

    pub(super) fn jagged(&self, total: f64, spread: f64, empty: f64) -> Made {
        within("total", total, 0.0, f64::MAX)?;
        within("spread", spread, 0.0, f64::MAX)?;
        within("empty", empty, 0.0, 1.0)?;
        self.fits("total", total)?;
        let mut rng = self.stream(0);
        let mut sum = 0.0;
        let mut sums = vec![0.0; self.len];
        for at in sums.iter_mut().skip(1) {
            let x: f64 = StandardNormal.sample(&mut rng);
            let kept = rng.random::<f64>() >= empty;
            sum += if kept {
                (1.0 + spread * x).max(0.0)
            } else {
                0.0
            };
            *at = sum;
        }
        // All groups empty: every offset is 0.
        let scale = if sum > 0.0 { total / sum } else { 0.0 };
        let at_total = |at: f64| {
            if at == sum {
                total
            } else {
                (at * scale).floor().min(total)
            }
        };
        Ok(self.fill(|i, _| if sum > 0.0 { at_total(sums[i]) } else { 0.0 }))
    }
}
