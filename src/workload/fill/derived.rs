//! Fills that are computed from another buffer: what a framework prepares once, such as transformed filters, quantised tables,
//! and the tags of a cache. The arithmetic is that of the references.

use serde::Deserialize;

use super::make::{Made, Maker, finite, within};
use super::{Fill, Source};
use crate::workload::reference::rodinia::btree;
use crate::workload::reference::{cached, moe, quantized, tapwise, winograd};
use crate::workload::{Error, Scalar};

/// The 3x3 filters of a convolution: `of` is a buffer `[outputs][channels][3][3]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filters<N> {
    pub of: String,
    pub outputs: N,
    pub channels: N,
}

impl<N> Filters<N> {
    pub(super) fn try_map<M>(
        self,
        mut f: impl FnMut(N) -> Result<M, Error>,
    ) -> Result<Filters<M>, Error> {
        Ok(Filters {
            of: self.of,
            outputs: f(self.outputs)?,
            channels: f(self.channels)?,
        })
    }
}

impl<N> Fill<N> {
    /// The buffer that this fill is computed from, where there is one.
    pub fn source(&self) -> Option<&str> {
        match self {
            Fill::WinogradF2Filters(filters)
            | Fill::WinogradF4Filters(filters)
            | Fill::WinogradF4FiltersQ8(filters) => Some(&filters.of),
            Fill::WinogradF4FilterShifts { of }
            | Fill::WinogradF4InputShifts { of, .. }
            | Fill::RmatColumns { of, .. }
            | Fill::Neighbours { of, .. }
            | Fill::Rbf { of, .. }
            | Fill::Sides { of, .. }
            | Fill::RowwiseQ8 { of, .. }
            | Fill::Quantized { of, .. }
            | Fill::CacheTags { of }
            | Fill::Places { of, .. }
            | Fill::Btree { of, .. } => Some(of),
            _ => None,
        }
    }
}

impl Maker {
    /// The elements of a derived fill.
    pub(super) fn derive(&self, fill: &Fill<f64>, source: Option<Source>) -> Made {
        let source = source.ok_or("what it is derived from has no data")?;
        match *fill {
            Fill::WinogradF2Filters(ref filters) => {
                self.winograd_filters(&winograd::F2_FILTER, source, filters)
            }
            Fill::WinogradF4Filters(ref filters) => {
                self.winograd_filters(&winograd::F4_FILTER, source, filters)
            }
            Fill::WinogradF4FiltersQ8(ref filters) => self.winograd_f4_filters_q8(source, filters),
            Fill::WinogradF4FilterShifts { .. } => {
                let shifts = tapwise::filter_scales(&source.values()).shifts;
                self.exactly("taps of a transformed filter", &shifts.map(f64::from))
            }
            Fill::WinogradF4InputShifts { height, width, .. } => {
                self.winograd_f4_input_shifts(source, height, width)
            }
            Fill::RowwiseQ8 { columns, .. } => self.rowwise_q8(source, columns),
            Fill::Quantized { step, lo, hi, .. } => self.quantized(source, step, lo, hi),
            Fill::CacheTags { .. } => {
                if !self.len.is_multiple_of(cached::WAYS) {
                    let ways = cached::WAYS;
                    return Err(format!("{} tags are no whole sets of {ways}", self.len));
                }
                let tags = cached::tags(&source.values(), self.len / cached::WAYS);
                self.exactly("tags", &tags)
            }
            Fill::Places {
                groups, capacity, ..
            } => {
                within("groups", groups, 1.0, f64::from(i32::MAX))?;
                within("capacity", capacity, 0.0, f64::from(i32::MAX))?;
                let (places, _) = moe::places(&source.values(), groups as usize, capacity)?;
                self.exactly("places", &places)
            }
            Fill::Btree { order, levels, .. } => self.btree(source, order, levels),
            Fill::RmatColumns { nodes, .. } => self.rmat_columns(source, nodes),
            Fill::Neighbours {
                width,
                degree,
                near,
                ..
            } => self.neighbours(source, width, degree, near),
            Fill::Rbf { width, gamma, .. } => self.rbf(source, width, gamma),
            Fill::Sides { width, no, yes, .. } => self.sides(source, width, [no, yes]),
            _ => Err(format!("`{}` is not derived", fill.name())),
        }
    }

    /// These values, of which there must be as many as the buffer has elements.
    fn exactly(&self, what: &str, values: &[f64]) -> Made {
        if values.len() != self.len {
            let (made, wanted) = (values.len(), self.len);
            return Err(format!("{made} {what} for a buffer of {wanted} elements"));
        }
        Ok(self.fill(|i, _| values[i]))
    }

    fn winograd_filters<const N: usize>(
        &self,
        matrix: &[[f64; 3]; N],
        source: Source,
        filters: &Filters<f64>,
    ) -> Made {
        let (weights, count) = self.weights(source, filters, N * N)?;
        let transformed = winograd::transform_filters(matrix, &weights);
        Ok(self.fill(|i, _| transformed[i % count].as_flattened()[i / count]))
    }

    fn winograd_f4_filters_q8(&self, source: Source, filters: &Filters<f64>) -> Made {
        let (weights, count) = self.weights(source, filters, tapwise::TAPS)?;
        let quantized = tapwise::quantize_filters(&weights);
        Ok(self.fill(|i, _| f64::from(quantized[i % count][i / count])))
    }

    /// The weights of 3x3 filters, and how many filters there are, if the buffers' lengths are right.
    fn weights(
        &self,
        source: Source,
        filters: &Filters<f64>,
        taps: usize,
    ) -> Result<(Vec<f64>, usize), String> {
        let Filters {
            outputs, channels, ..
        } = *filters;
        within("outputs", outputs, 1.0, f64::from(u32::MAX))?;
        within("channels", channels, 1.0, f64::from(u32::MAX))?;
        let count = outputs as usize * channels as usize;
        let weights = source.values();
        if weights.len() != count * 9 || self.len != count * taps {
            return Err(format!(
                "{outputs} x {channels} filters of 3x3 take {} elements and give {}; the buffers have {} and {}",
                count * 9,
                count * taps,
                weights.len(),
                self.len
            ));
        }
        Ok((weights, count))
    }

    fn winograd_f4_input_shifts(&self, source: Source, height: f64, width: f64) -> Made {
        within("height", height, 1.0, f64::from(u32::MAX))?;
        within("width", width, 1.0, f64::from(u32::MAX))?;
        let (height, width) = (height as usize, width as usize);
        let input = source.values();
        if !input.len().is_multiple_of(height * width) {
            let len = input.len();
            return Err(format!("{len} values are no planes of {height} x {width}"));
        }
        let shifts = tapwise::input_shifts(&input, height, width);
        self.exactly("taps of a transformed patch", &shifts.map(f64::from))
    }

    fn rowwise_q8(&self, source: Source, columns: f64) -> Made {
        within("columns", columns, 1.0, f64::from(u32::MAX))?;
        let columns = columns as usize;
        let values = source.values();
        let rows = values.len() / columns;
        if values.len() != rows * columns || self.len != rows * quantized::row_bytes(columns) {
            return Err(format!(
                "rows of {columns} take {} bytes each; the buffers have {} elements and {} bytes",
                quantized::row_bytes(columns),
                values.len(),
                self.len
            ));
        }
        Ok(quantized::quantize_rows(&values, columns))
    }

    fn quantized(&self, source: Source, step: f64, lo: f64, hi: f64) -> Made {
        within("step", step, f64::MIN_POSITIVE, f64::MAX)?;
        finite("lo", lo)?;
        within("hi", hi, lo, f64::MAX)?;
        self.fits("lo", lo)?;
        self.fits("hi", hi)?;
        let values = source.values();
        let steps: Vec<f64> = values
            .iter()
            .map(|x| (x / step).round_ties_even().clamp(lo, hi))
            .collect();
        self.exactly("quantised values", &steps)
    }

    fn btree(&self, source: Source, order: f64, levels: f64) -> Made {
        within("order", order, 2.0, f64::from(u32::MAX))?;
        within("levels", levels, 1.0, 32.0)?;
        self.fits("what stands for nothing", btree::NOTHING)?;
        let (order, levels) = (order as usize, levels as u32);
        let keys = source.values();
        if btree::separators(keys.len(), order, levels) == Some(self.len) {
            return self.exactly("separators", &btree::tree(&keys, order, levels)?);
        }
        let (keys, len) = (keys.len(), self.len);
        Err(format!(
            "no tree over {keys} keys with {levels} levels of {order} children has {len} separators"
        ))
    }
}

impl Source<'_> {
    fn values(&self) -> Vec<f64> {
        self.scalar.decode(self.data)
    }
}

/// Whether elements of type `scalar` can be filled with a derived fill.
pub(super) fn suits<N>(fill: &Fill<N>, scalar: Scalar) -> bool {
    match fill {
        Fill::WinogradF2Filters(_) | Fill::WinogradF4Filters(_) | Fill::Rbf { .. } => {
            scalar.is_float()
        }
        Fill::WinogradF4FiltersQ8(_) => scalar == Scalar::I8,
        Fill::RowwiseQ8 { .. } => scalar == Scalar::U8,
        Fill::Sides { .. } => true,
        _ => !scalar.is_float(),
    }
}
