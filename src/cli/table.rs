//! Tables for people. The only file that names comfy-table.

use comfy_table::{CellAlignment, Table, presets};

/// A table with a heading; every column but the first is aligned to the right.
pub fn table(heading: &[&str], rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_HORIZONTAL_ONLY)
        .set_header(heading)
        .add_rows(rows);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.trim_fmt()
}

/// A time with a unit that fits it.
pub fn time(ns: f64) -> String {
    match ns {
        ns if ns < 10.0 => format!("{ns:.2} ns"),
        ns if ns < 1e3 => format!("{ns:.0} ns"),
        ns if ns < 1e6 => format!("{:.2} us", ns / 1e3),
        ns if ns < 1e9 => format!("{:.2} ms", ns / 1e6),
        ns => format!("{:.2} s", ns / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_their_own_unit() {
        assert_eq!(
            [0.5, 740.0, 1234.0, 5.67e6, 1.2e9].map(time),
            ["0.50 ns", "740 ns", "1.23 us", "5.67 ms", "1.20 s"]
        );
    }
}
