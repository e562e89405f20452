//! What is done in a process of its own, with a deadline: microbenchmarks and hand-made kernels, which launch what no judge has seen. One that faults
//! takes its context along.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Arguments, BY_HAND, CALIBRATION};
use crate::bench::{Calibration, GpuReport, HandMade};
use crate::cli::Failure;
use crate::files;

/// Lets this program do something else for so many seconds: what it printed, and why it did not end well.
fn aside(arguments: &[&str], seconds: f64) -> Result<(String, Option<String>), Failure> {
    let program = std::env::current_exe().map_err(Failure::internal)?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(Failure::internal)?;
    let mut out = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        if let Some(out) = &mut out {
            let _ = std::io::Read::read_to_string(out, &mut text);
        }
        text
    });
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    let ended = loop {
        match child.try_wait().map_err(Failure::internal)? {
            Some(status) if status.success() => break None,
            Some(status) => break Some(format!("it ended with {status}")),
            None if Instant::now() > until => {
                let _ = child.kill();
                let _ = child.wait();
                break Some("its time was over".into());
            }
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    };
    Ok((reader.join().unwrap_or_default(), ended))
}

/// The microbenchmarks.
pub(super) fn calibrate(arguments: &Arguments, report: &mut GpuReport) -> Result<(), Failure> {
    let described = arguments.out.join("target.toml");
    // An earlier run's would be taken for this one's.
    let _ = std::fs::remove_file(&described);
    let (gpu, path) = (arguments.gpu.to_string(), described.display().to_string());
    let asked = [
        "bench",
        "calibrate",
        "--lines",
        "--gpu",
        &gpu,
        "--target",
        &arguments.target,
        "--out",
        &path,
    ];
    let (text, ended) = aside(&asked, arguments.seconds * CALIBRATION)?;
    report.calibration_failed = ended;
    let whole = text
        .lines()
        .last()
        .and_then(|line| serde_json::from_str(line).ok());
    report.calibration = whole.or_else(|| {
        let points = text
            .lines()
            .map_while(|line| serde_json::from_str(line).ok());
        Some(Calibration::partial(
            report.device.clone()?,
            points.collect(),
        ))
    });
    let Some(calibration) = &report.calibration else {
        return Ok(());
    };
    report.kernel_driver.clone_from(&calibration.kernel_driver);
    if !described.exists() && !calibration.points.is_empty() {
        let text = calibration.describe(&arguments.target, "an unnamed day");
        let text = text.map_err(Failure::internal)?;
        files::write(&described, text.as_bytes())
            .map_err(|error| Failure::usage(format!("{}: {error}", described.display())))?;
    }
    Ok(())
}

/// The hand-made kernels.
pub(super) fn by_hand(arguments: &Arguments, report: &mut GpuReport) -> Result<(), Failure> {
    let gpu = arguments.gpu.to_string();
    let asked = [
        "bench",
        "model",
        "--json",
        "--gpu",
        &gpu,
        "--target",
        &arguments.target,
    ];
    let (text, ended) = aside(&asked, arguments.seconds * BY_HAND)?;
    /// Of what that prints.
    #[derive(serde::Deserialize)]
    struct Printed {
        by_hand: Option<HandMade>,
    }
    let printed: Option<Printed> = serde_json::from_str(&text).ok();
    report.by_hand = printed.and_then(|it| it.by_hand);
    if report.by_hand.is_none() {
        report.by_hand_failed = Some(ended.unwrap_or_else(|| "it printed nothing".into()));
    }
    Ok(())
}
