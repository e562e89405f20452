//! What was found wrong so far. A judge stops at the first finding; a person wants them all, each place in the code once.

use std::collections::HashSet;

use crate::sim::fault::{Fault, FaultKind};

/// Faults in the order in which they were found.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// How many are kept before the execution stops.
    limit: usize,
    faults: Vec<Fault>,
    seen: HashSet<(FaultKind, u32)>,
}

impl Findings {
    /// Stops the execution at fault number `limit` (at least 1).
    pub fn new(limit: usize) -> Findings {
        Findings {
            limit,
            ..Findings::default()
        }
    }

    /// Whether the execution may go on after a fault that leaves it well-defined.
    pub fn lenient(&self) -> bool {
        self.limit > 1
    }

    /// Notes a fault; further ones of the same kind at the same instruction are dropped.
    ///
    /// # Errors
    /// The fault itself, if the execution has to stop.
    pub fn add(&mut self, fault: Fault) -> Result<(), Fault> {
        let line = fault.site.as_ref().map_or(0, |site| site.line);
        if !self.seen.insert((fault.kind, line)) {
            return Ok(());
        }
        if self.faults.len() + 1 >= self.limit.max(1) {
            return Err(fault);
        }
        self.faults.push(fault);
        Ok(())
    }

    /// What was found.
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::fault::Site;

    fn fault(kind: FaultKind, line: u32) -> Fault {
        let site = Site {
            kernel: "k".into(),
            line,
            source: None,
            block: [0; 3],
            thread: [0; 3],
            place: None,
            other: None,
        };
        Fault {
            site: Some(Box::new(site)),
            ..Fault::new(kind, "")
        }
    }

    #[test]
    fn a_judge_stops_at_the_first() {
        let mut findings = Findings::new(1);
        assert!(!findings.lenient());
        let race = fault(FaultKind::Race, 3);
        assert_eq!(findings.add(race.clone()), Err(race));
    }

    #[test]
    fn a_place_in_the_code_is_noted_once_for_each_kind() {
        let mut findings = Findings::new(4);
        assert!(findings.lenient());
        for _ in 0..10 {
            assert_eq!(findings.add(fault(FaultKind::Race, 3)), Ok(()));
        }
        assert_eq!(findings.add(fault(FaultKind::ReadOnly, 3)), Ok(()));
        assert_eq!(findings.add(fault(FaultKind::Race, 4)), Ok(()));
        // What is known stops nothing; the fourth is the last.
        assert_eq!(findings.add(fault(FaultKind::Race, 4)), Ok(()));
        let last = fault(FaultKind::Race, 5);
        assert_eq!(findings.add(last.clone()), Err(last));
        let kinds: Vec<_> = findings.into_faults().iter().map(|of| of.kind).collect();
        assert_eq!(
            kinds,
            [FaultKind::Race, FaultKind::ReadOnly, FaultKind::Race]
        );
    }
}
