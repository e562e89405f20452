//! `warpsmith bench model`: whether the clock orders kernels as hardware does.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::bench::{self, HandMade, Measured, Ordered, Ranking};
use crate::cli::options::CostsName;
use crate::cli::table::{table, time};
use crate::cli::{Exit, Failure, say, say_json};
use crate::target::cuda::CudaDevice;
use crate::target::{Description, SimOptions};

/// Arguments of `bench model`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A target's name, or the path of its description
    #[arg(long, default_value = "h200")]
    target: String,
    /// Times of variants measured on a GPU, to be compared with their predicted times: a JSON file with
    /// {"kernels":[{"name":..,"variants":[{"id":..,"measured_ns":..,"predicted_ns":..}]}]}
    #[arg(long, value_name = "FILE")]
    measured: Option<PathBuf>,
    /// Where the costs of instructions come from
    #[arg(long, value_enum, default_value_t)]
    costs: CostsName,
    /// Times the same kernels on a CUDA device as well, by its number
    #[arg(long)]
    gpu: Option<u32>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What is printed.
#[derive(Serialize)]
struct Report {
    target: String,
    pairs: Vec<Ordered>,
    ordered: usize,
    limiters_right: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<Vec<Ranking>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_hand: Option<HandMade>,
}

/// Compares.
///
/// # Errors
/// An unknown target, or a file of measured times that cannot be used.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let description = Description::load(&arguments.target).map_err(Failure::usage)?;
    let measured = arguments.measured.as_ref().map(read).transpose()?;
    let options = SimOptions {
        costs: arguments.costs.into(),
        ..SimOptions::default()
    };
    let by_hand = arguments.gpu.map(|gpu| {
        let mut device = CudaDevice::open(gpu).map_err(Failure::usage)?;
        bench::time_by_hand(&mut device, &description, options).map_err(Failure::internal)
    });
    let by_hand = by_hand.transpose()?;
    let pairs = bench::order(&description, options).map_err(|fault| match arguments.costs {
        CostsName::Ptxas => Failure::usage(fault),
        _ => Failure::internal(fault),
    })?;
    let report = Report {
        target: description.name,
        ordered: pairs.iter().filter(|pair| pair.ordered).count(),
        limiters_right: pairs.iter().filter(|pair| pair.limiters_right).count(),
        pairs,
        measured,
        by_hand,
    };
    if arguments.json {
        say_json(&report)?;
    } else {
        print(&report);
    }
    let all = report.pairs.len();
    let right = report.ordered == all && report.limiters_right == all;
    Ok(if right {
        Exit::Done
    } else {
        Exit::NothingBetter
    })
}

fn read(path: &PathBuf) -> Result<Vec<Ranking>, Failure> {
    let name = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("cannot read {name}: {error}")))?;
    let measured: Measured =
        serde_json::from_str(&text).map_err(|error| Failure::usage(format!("{name}: {error}")))?;
    measured
        .kernels
        .iter()
        .map(|kernel| {
            bench::rank(kernel).map_err(|error| Failure::usage(format!("{name}: {error}")))
        })
        .collect()
}

fn print(report: &Report) {
    let limiter = |name: &str, expected: &[String]| {
        if expected.is_empty() || expected.iter().any(|right| right == name) {
            name.to_owned()
        } else {
            format!("{name}, not {}", expected.join(" or "))
        }
    };
    let rows: Vec<Vec<String>> = report
        .pairs
        .iter()
        .map(|pair| {
            vec![
                pair.series.clone(),
                pair.fast.clone(),
                time(pair.fast_ns),
                limiter(&pair.fast_limiter, &pair.fast_expected),
                pair.slow.clone(),
                time(pair.slow_ns),
                limiter(&pair.slow_limiter, &pair.slow_expected),
                if pair.ordered { "yes" } else { "NO" }.into(),
            ]
        })
        .collect();
    say(&table(
        &[
            "pair",
            "faster",
            "time",
            "limited by",
            "slower",
            "time",
            "limited by",
            "ordered",
        ],
        &rows,
    ));
    let all = report.pairs.len();
    say(&format!(
        "{} of {all} pairs ordered right, {} with the right limiters, on {}",
        report.ordered, report.limiters_right, report.target
    ));
    if let Some(found) = &report.by_hand {
        print_by_hand(found);
    }
    let Some(rankings) = &report.measured else {
        return;
    };
    let number = |value: Option<f64>| value.map_or("-".into(), |value| format!("{value:.3}"));
    let rows: Vec<Vec<String>> = rankings
        .iter()
        .map(|ranking| {
            let mut row = vec![
                ranking.name.clone(),
                ranking.variants.to_string(),
                number(ranking.spearman),
                number(ranking.kendall),
            ];
            row.extend(ranking.pairs.iter().map(|bin| number(bin.accuracy)));
            row.push(format!("{:.1} %", ranking.top1_regret * 100.0));
            row
        })
        .collect();
    say(&table(
        &[
            "kernel", "variants", "Spearman", "Kendall", "< 2 %", "2-5 %", "5-10 %", "10-30 %",
            "> 30 %", "regret",
        ],
        &rows,
    ));
}

fn print_by_hand(found: &HandMade) {
    let rows: Vec<Vec<String>> = found
        .kernels
        .iter()
        .flat_map(|kernel| kernel.variants.iter().map(move |timed| (kernel, timed)))
        .map(|(kernel, timed)| {
            vec![
                kernel.name.clone(),
                timed.id.clone(),
                time(timed.measured_ns),
                time(timed.predicted_ns),
            ]
        })
        .collect();
    say(&table(
        &["launched", "variant", "on the device", "by the clock"],
        &rows,
    ));
    say(&found.to_string());
    for failed in &found.failed {
        say(&format!("not measured: {failed}"));
    }
}
