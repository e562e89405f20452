//! Values in fewer bits: tables of 8-bit rows.
//!
//! A row of `columns` values is `columns` bytes, padded to a multiple of 4, then its scale and its bias in single precision: value =
//! scale byte + bias. FBGEMM's "fused 8-bit rowwise" format.

/// Bytes of the scale and the bias behind a row.
const ENDS: usize = 8;

/// Added to a range before it divides, as FBGEMM does: a row of equal values has no range.
const LEAST_RANGE: f64 = 1e-20;

/// Bytes of a row of so many columns.
pub fn row_bytes(columns: usize) -> usize {
    columns.next_multiple_of(4) + ENDS
}

/// Rows of `columns` values each in the 8-bit format, one after the other.
pub fn quantize_rows(values: &[f64], columns: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(values.len() / columns.max(1) * row_bytes(columns));
    for row in values.chunks_exact(columns.max(1)) {
        let lowest = row.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let range = highest - lowest;
        let quantized = |x: &f64| ((x - lowest) * 255.0 / (range + LEAST_RANGE)).round_ties_even();
        bytes.extend(row.iter().map(|x| quantized(x) as u8));
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes.extend(((range / 255.0) as f32).to_le_bytes());
        bytes.extend((lowest as f32).to_le_bytes());
    }
    bytes
}

/// The value in a column of a row in the 8-bit format.
///
/// # Panics
/// When the row is shorter than its scale and bias.
pub fn element(row: &[u8], column: usize) -> f64 {
    let (bytes, ends) = row.split_at(row.len() - ENDS);
    let float =
        |at: usize| f32::from_le_bytes([ends[at], ends[at + 1], ends[at + 2], ends[at + 3]]);
    f64::from(float(0)) * f64::from(bytes[column]) + f64::from(float(4))
}
