//! Fills made of rows that have something in common.

use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal, Uniform};

use super::Source;
use super::make::{Made, Maker, constant, finite, within};
use crate::workload::reference::ann;

/// Most elements that the centres of clusters have together.
const MAX_CENTRES: f64 = (1 << 24) as f64;

/// Most rows of which each is compared with each.
const MAX_PAIRED: f64 = 20_000.0;

/// See [`Fill::Clusters`](super::Fill::Clusters).
pub(super) struct Clusters {
    pub width: f64,
    pub centres: f64,
    pub std: f64,
    pub lo: f64,
    pub hi: f64,
    pub step: Option<f64>,
}

impl Maker {
    pub(super) fn clusters(&self, of: Clusters) -> Made {
        let Clusters {
            width,
            centres,
            std,
            lo,
            hi,
            step,
        } = of;
        let width = self.width("width", width)?;
        within("centres", centres, 1.0, MAX_CENTRES / width as f64)?;
        within("std", std, 0.0, f64::MAX)?;
        self.fits("lo", lo)?;
        self.fits("hi", hi)?;
        if let Some(step) = step {
            within("step", step, f64::MIN_POSITIVE, f64::MAX)?;
        }
        let even =
            Uniform::new_inclusive(lo, hi).map_err(|_| format!("lo = {lo} is above hi = {hi}"))?;
        let mut rng = constant(b"warpsmith cluster centres 1");
        let count = centres as usize * width;
        let centres: Vec<f64> = (0..count).map(|_| even.sample(&mut rng)).collect();
        let near = |value: f64| match step {
            Some(step) => (value / step).round() * step,
            None => value,
        };
        self.rows(width, |rng, _, row| {
            let centre = rng.random_range(0..count / width) * width;
            for (value, centre) in row.iter_mut().zip(&centres[centre..]) {
                *value = near(centre + std * normal(rng)).clamp(lo, hi);
            }
        })
    }

    pub(super) fn peaked(&self, width: f64, std: f64, share: f64, factor: f64) -> Made {
        let width = self.width("width", width)?;
        within("std", std, 0.0, f64::MAX)?;
        within("share", share, 0.0, 1.0)?;
        finite("factor", factor)?;
        self.rows(width, |rng, _, row| {
            let scale = match rng.random::<f64>() < share {
                true => std * factor,
                false => std,
            };
            row.fill_with(|| scale * normal(rng));
        })
    }

    pub(super) fn dominant(&self, n: f64, lo: f64, hi: f64) -> Made {
        let n = self.width("n", n)?;
        if n * n != self.len {
            return Err(format!(
                "{n} rows of {n}; the buffer has {} elements",
                self.len
            ));
        }
        let even = evenly(lo, hi)?;
        self.rows(n, |rng, at, row| {
            row.fill_with(|| even.sample(rng));
            row[at] += n as f64 * lo.abs().max(hi.abs());
        })
    }

    pub(super) fn expert_logits(&self, experts: f64, bias: f64, ties: f64) -> Made {
        let experts = self.width("experts", experts)?;
        within("bias", bias, 0.0, f64::MAX)?;
        within("ties", ties, 0.0, 1.0)?;
        // A stream that no chunk has.
        let mut rng = self.stream(u64::MAX);
        let biases: Vec<f64> = (0..experts).map(|_| bias * normal(&mut rng)).collect();
        self.rows(experts, |rng, _, row| {
            for (value, bias) in row.iter_mut().zip(&biases) {
                *value = normal(rng) + bias;
            }
            if rng.random::<f64>() < ties && experts > 1 {
                let pairs = row.iter().copied().enumerate();
                let (top, most) = pairs.fold((0, f64::NEG_INFINITY), |best, (at, value)| {
                    if value > best.1 { (at, value) } else { best }
                });
                let other = rng.random_range(1..experts);
                row[(top + other) % experts] = most;
            }
        })
    }

    pub(super) fn neighbours(&self, of: Source<'_>, width: f64, degree: f64, near: f64) -> Made {
        let (width, degree) = (whole("width", width)?, self.width("degree", degree)?);
        within("near", near, 0.0, degree as f64)?;
        let rows = of.scalar.decode(of.data);
        let count = rows.len() / width;
        if count * degree != self.len || count < 2 {
            return Err(format!(
                "{count} rows with {degree} links each; the buffer has {} elements",
                self.len
            ));
        }
        within("the number of rows", count as f64, 2.0, MAX_PAIRED)?;
        self.fits("the number of the last row", (count - 1) as f64)?;
        self.rows(degree, |rng, row, links| {
            let own = &rows[row * width..][..width];
            // The row itself is the nearest, or one of those that are no further.
            let nearest = ann::nearest(&rows, own, near as usize + 1).into_iter();
            let nearest = nearest.map(|(_, id)| id).filter(|id| *id != row);
            let random = std::iter::repeat_with(|| rng.random_range(0..count));
            let random: Vec<usize> = random.filter(|id| *id != row).take(degree).collect();
            let ids = nearest.take(near as usize).chain(random);
            for (link, id) in links.iter_mut().zip(ids) {
                *link = id as f64;
            }
        })
    }

    pub(super) fn rbf(&self, of: Source<'_>, width: f64, gamma: f64) -> Made {
        let width = whole("width", width)?;
        within("gamma", gamma, 0.0, f64::MAX)?;
        let rows = of.scalar.decode(of.data);
        let count = rows.len() / width;
        if count * count != self.len {
            return Err(format!(
                "{count} rows, each with each; the buffer has {} elements",
                self.len
            ));
        }
        self.rows(count, |_, row, values| {
            let own = &rows[row * width..][..width];
            for (value, other) in values.iter_mut().zip(rows.chunks_exact(width)) {
                *value = (-gamma * ann::distance(own, other)).exp();
            }
        })
    }

    pub(super) fn sides(&self, of: Source<'_>, width: f64, [no, yes]: [f64; 2]) -> Made {
        let width = whole("width", width)?;
        self.fits("no", no)?;
        self.fits("yes", yes)?;
        let rows = of.scalar.decode(of.data);
        if Some(rows.len()) != self.len.checked_mul(width) {
            let (len, rows) = (self.len, rows.len());
            return Err(format!("{rows} elements are no {len} rows of {width}"));
        }
        let mut rng = constant(b"warpsmith plane 1");
        let plane: Vec<f64> = (0..width).map(|_| normal(&mut rng)).collect();
        let side = |row: &[f64]| row.iter().zip(&plane).map(|(a, b)| a * b).sum::<f64>();
        Ok(
            self.fill(|row, _| match side(&rows[row * width..][..width]) > 0.0 {
                true => yes,
                false => no,
            }),
        )
    }

    /// Elements of a row, of which the buffer has a whole number.
    fn width(&self, what: &str, width: f64) -> Result<usize, String> {
        let width = whole(what, width)?;
        match self.len.is_multiple_of(width) {
            true => Ok(width),
            false => Err(format!(
                "{what} = {width} does not divide {} elements",
                self.len
            )),
        }
    }

    /// Makes the buffer row by row; each row has a stream of its own.
    fn rows(&self, width: usize, make: impl Fn(&mut ChaCha8Rng, usize, &mut [f64]) + Sync) -> Made {
        let size = self.scalar.size();
        let mut bytes = vec![0; self.len * size];
        let rows = rayon::slice::ParallelSliceMut::par_chunks_mut(&mut bytes[..], width * size);
        let rows = rayon::iter::IndexedParallelIterator::enumerate(rows);
        rayon::iter::ParallelIterator::for_each(rows, |(row, bytes)| {
            let mut values = vec![0.0; width];
            make(&mut self.stream(row as u64), row, &mut values);
            for (value, slot) in values.iter().zip(bytes.chunks_exact_mut(size)) {
                self.store(*value, slot);
            }
        });
        Ok(bytes)
    }
}

fn evenly(lo: f64, hi: f64) -> Result<Uniform<f64>, String> {
    Uniform::new_inclusive(lo, hi)
        .map_err(|_| format!("lo = {lo} is not below hi = {hi}, or one is infinite"))
}

fn whole(what: &str, number: f64) -> Result<usize, String> {
    within(what, number, 1.0, f64::from(u32::MAX))?;
    Ok(number as usize)
}

fn normal(rng: &mut (impl Rng + ?Sized)) -> f64 {
    StandardNormal.sample(rng)
}
