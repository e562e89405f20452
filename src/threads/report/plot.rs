//! The metric over the two knobs that matter most, as SVG. The only file that names plotters.

use std::collections::BTreeMap;
use std::path::Path;

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::files;
use crate::stats::median;
use crate::threads::effect::{Effect, Verdict};
use crate::threads::scenario::{Better, Metric};
use crate::threads::search::Ledger;
use crate::threads::space::Space;

/// The file.
pub const PLOT: &str = "plot.svg";

/// Pixels of a cell, and of what stands around the cells.
const CELL: (i32, i32) = (110, 56);
const MARGIN: (i32, i32) = (150, 90);

/// Writes the plot: one cell for each pair of values, with the best median metric of the settings that have them; darker is better. Cells that
/// nothing was measured for are empty. Nothing is written if there are no two knobs.
///
/// # Errors
/// When the file cannot be written.
pub fn plot(
    folder: &Path,
    space: &Space,
    metric: &Metric,
    ledger: &Ledger,
    effects: &[Effect],
) -> std::io::Result<()> {
    let Some([across, down]) = most_important(space, effects) else {
        return Ok(());
    };
    let cells = cells(across, down, ledger, metric.better);
    let svg = draw(space, metric, [across, down], &cells).map_err(std::io::Error::other)?;
    files::write(&folder.join(PLOT), svg.as_bytes())
}

/// The two knobs with the largest effects.
fn most_important(space: &Space, effects: &[Effect]) -> Option<[usize; 2]> {
    let mut order: Vec<usize> = (0..space.knobs.len())
        .filter(|&index| space.knobs[index].values.len() > 1)
        .collect();
    order.sort_by(|&a, &b| {
        let rank = |index: usize| {
            (
                effects[index].verdict == Verdict::Matters,
                effects[index].ratio,
            )
        };
        let ((x, r), (y, s)) = (rank(a), rank(b));
        y.cmp(&x).then(s.total_cmp(&r))
    });
    Some([*order.first()?, *order.get(1)?])
}

/// The best metric by the places of the two values.
fn cells(
    across: usize,
    down: usize,
    ledger: &Ledger,
    better: Better,
) -> BTreeMap<(usize, usize), f64> {
    let mut cells: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (setting, entry) in ledger
        .entries()
        .filter(|(_, entry)| entry.failure.is_none())
    {
        let cost = median(&entry.costs);
        let cell = cells
            .entry((setting.0[across], setting.0[down]))
            .or_insert(f64::INFINITY);
        *cell = cell.min(cost);
    }
    if better == Better::Higher {
        cells.values_mut().for_each(|cost| *cost = 1.0 / *cost);
    }
    cells
}

fn draw(
    space: &Space,
    metric: &Metric,
    [across, down]: [usize; 2],
    cells: &BTreeMap<(usize, usize), f64>,
) -> Result<String, String> {
    let (columns, rows) = (&space.knobs[across], &space.knobs[down]);
    let width = MARGIN.0 + CELL.0 * columns.values.len() as i32 + 20;
    let height = MARGIN.1 + CELL.1 * rows.values.len() as i32 + 20;
    let least = cells.values().copied().fold(f64::INFINITY, f64::min);
    let most = cells.values().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut svg = String::new();
    {
        let area =
            SVGBackend::with_string(&mut svg, (width as u32, height as u32)).into_drawing_area();
        let fail = |e: DrawingAreaErrorKind<_>| -> String { format!("{e}") };
        area.fill(&WHITE).map_err(fail)?;
        let font = |size: i32| ("sans-serif", size).into_font().color(&BLACK);
        let centred = |size: i32| font(size).pos(Pos::new(HPos::Center, VPos::Center));
        let write = |text: String, style: TextStyle<'_>, at: (i32, i32)| {
            area.draw(&Text::new(text, at, style)).map_err(fail)
        };
        let unit = if metric.unit.is_empty() {
            "metric"
        } else {
            &metric.unit
        };
        write(
            format!(
                "{unit} by {} (across) and {} (down)",
                columns.name, rows.name
            ),
            font(15),
            (10, 12),
        )?;
        for (place, value) in columns.values.iter().enumerate() {
            let x = MARGIN.0 + CELL.0 * place as i32 + CELL.0 / 2;
            write(
                format!("{}={value}", columns.name),
                centred(13),
                (x, MARGIN.1 - 16),
            )?;
        }
        for (place, value) in rows.values.iter().enumerate() {
            let y = MARGIN.1 + CELL.1 * place as i32 + CELL.1 / 2;
            let style = font(13).pos(Pos::new(HPos::Right, VPos::Center));
            write(format!("{}={value}", rows.name), style, (MARGIN.0 - 10, y))?;
        }
        for (&(column, row), &value) in cells {
            let corner = (
                MARGIN.0 + CELL.0 * column as i32,
                MARGIN.1 + CELL.1 * row as i32,
            );
            let opposite = (corner.0 + CELL.0 - 2, corner.1 + CELL.1 - 2);
            let share = if most > least {
                (value - least) / (most - least)
            } else {
                1.0
            };
            let good = if metric.better == Better::Higher {
                share
            } else {
                1.0 - share
            };
            let light = 0.95 - 0.5 * good;
            let colour = HSLColor(0.56, 0.55, light);
            area.draw(&Rectangle::new([corner, opposite], colour.filled()))
                .map_err(fail)?;
            write(
                number(value),
                centred(14),
                (corner.0 + CELL.0 / 2, corner.1 + CELL.1 / 2),
            )?;
        }
        area.present().map_err(fail)?;
    }
    Ok(svg)
}

/// Four digits of it.
fn number(value: f64) -> String {
    let digits = (3 - value.abs().log10().floor() as i32).clamp(0, 9);
    format!("{value:.*}", digits as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::threads::scenario::Read;
    use crate::threads::space::{How, Knob, Setting, Value};
    use crate::threads::trial::Trial;

    #[test]
    fn each_measured_pair_of_values_is_a_cell_with_its_number() {
        let knob = |name: &str| Knob {
            name: name.into(),
            values: [1, 2].map(Value::Number).into(),
            default: 0,
            how: How::Placeholder,
            means: None,
        };
        let space = Space::new(
            vec![knob("a"), knob("b"), knob("c")],
            Vec::new(),
            crate::workload::Symbols::new(),
        );
        let metric = Metric {
            read: Read::Wall,
            key: None,
            pattern: None,
            better: Better::Higher,
            unit: "samples/s".into(),
        };
        let mut ledger = Ledger::default();
        for (setting, value) in [
            ([0, 0, 0], 100.0),
            ([0, 0, 1], 250.0),
            ([1, 0, 1], 31.41592),
        ] {
            ledger.take(
                &Setting(setting.into()),
                &Trial::measured(value, 1.0),
                Better::Higher,
            );
        }
        let effect = |knob: &str, verdict, ratio| Effect {
            knob: knob.into(),
            verdict,
            ratio,
            pairs: 1,
        };
        let effects = [
            effect("a", Verdict::Matters, 1.5),
            effect("b", Verdict::Undecided, 9.0),
            effect("c", Verdict::Matters, 2.5),
        ];
        let folder = tempfile::tempdir().unwrap();
        plot(folder.path(), &space, &metric, &ledger, &effects).unwrap();
        let svg = std::fs::read_to_string(folder.path().join(PLOT)).unwrap();
        assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
        for text in [
            "samples/s by c (across) and a (down)",
            "100.0",
            "250.0",
            "31.42",
            "c=2",
            "a=2",
        ] {
            assert!(svg.contains(text), "{text} is not in {svg}");
        }
        assert_eq!(svg.matches("<rect").count(), 1 + 3);
    }
}
