//! The check of the schedule: what an execution in the opposite order says against the first one.

use super::{Fault, Launched, Left, name_of};
use crate::ptx::{Kernel, Program};
use crate::sim::{self, FaultKind};

/// What a second execution in reverse order says against the first one, which found nothing.
pub fn schedule(
    program: &Program,
    kernel: &Kernel,
    first: &[Left],
    reversed: Launched,
) -> Vec<Fault> {
    const WHERE: &str = "found with warps and blocks in reverse order";
    if !reversed.faults.is_empty() {
        let told = reversed.faults.into_iter().map(|mut fault| {
            fault.message = format!("{} ({WHERE})", fault.message);
            fault
        });
        return told.collect();
    }
    if sim::unordered_sums(program, kernel) {
        return Vec::new();
    }
    let differ = |(a, b): &(&Left, &Left)| {
        let count = a.bytes.len() / a.element.size();
        (0..count)
            .find(|&at| !a.same(b, at))
            .map(|at| (a.arg, at, count))
    };
    let pairs = first.iter().zip(&reversed.buffers);
    pairs
        .filter_map(|pair| differ(&pair))
        .map(|(arg, at, count)| {
            Fault::new(
                FaultKind::Nondeterministic,
                format!(
                    "element {at} of {} ({count} elements) depends on the order in which warps and blocks run (kernel {})",
                    name_of(kernel, arg),
                    kernel.name
                ),
            )
        })
        .collect()
}
