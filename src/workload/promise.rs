//! What a manifest promises, and what one of its launches breaks: a variant's conditions held against a workload.

use super::{ArgSpec, Case, Condition, Role, Setup, Workload};

/// Every buffer that is made here has an address that is a multiple of so many bytes, as those of `cudaMalloc` are.
const BUFFER_ALIGN: u32 = 256;

impl Workload {
    /// Whether the manifest promises a condition for every launch. What it does not promise may still be true of every case.
    pub fn promises(&self, condition: &Condition) -> bool {
        let shape = |name: &String| self.shapes.get(name);
        match condition {
            Condition::NotAliased { buffers } => {
                self.facts.noalias && buffers.iter().all(|buffer| !self.shared(buffer))
            }
            Condition::Aligned { bytes, .. } => self
                .facts
                .align
                .is_some_and(|align| align.is_multiple_of(*bytes)),
            Condition::ReadOnly { buffers } => {
                self.facts.noalias && buffers.iter().all(|buffer| !self.written(buffer))
            }
            Condition::Rising { buffers } => {
                buffers.iter().all(|it| self.facts.rising.contains(it))
            }
            Condition::Multiple { shape: name, of } => {
                shape(name).is_some_and(|shape| *of != 0 && shape.multiple_of % of == 0)
            }
            Condition::Least { shape: name, value } => {
                shape(name).is_some_and(|shape| shape.min >= *value)
            }
            Condition::Most { shape: name, value } => {
                shape(name).is_some_and(|shape| shape.max.is_some_and(|max| max <= *value))
            }
            Condition::Elements { most, .. } => {
                self.facts.longest.is_some_and(|longest| longest <= *most)
            }
            // It follows from the manifest's expressions, and from conditions on shapes that are stated beside it.
            Condition::Blocks { .. } => true,
            Condition::Equal { shape: name, value } => {
                shape(name).is_some_and(|shape| shape.min == *value && shape.max == Some(*value))
            }
        }
    }

    /// What breaks a condition when `case` is launched, set up so, in words: `dim is 6`; `None` where it holds.
    pub fn broken(&self, case: &Case, setup: &Setup, condition: &Condition) -> Option<String> {
        if condition.is_broken_by(&case.symbols) {
            let shape = condition.shape().unwrap_or_default();
            return Some(match case.symbols.get(shape) {
                Some(value) => format!("{shape} is {value}"),
                None => format!("there is no shape {shape}"),
            });
        }
        match condition {
            Condition::NotAliased { buffers } => {
                let shared = buffers.iter().find(|buffer| self.shared(buffer))?;
                Some(format!("a launch gets `{shared}` twice"))
            }
            Condition::ReadOnly { buffers } => {
                let written = buffers.iter().find(|buffer| self.written(buffer))?;
                Some(format!("`{written}` is written"))
            }
            // Where the manifest promises it, a case that breaks it has no inputs; where not, nobody looked.
            Condition::Rising { buffers } => {
                let open = buffers.iter().find(|it| !self.facts.rising.contains(it))?;
                Some(format!("the workload does not promise that `{open}` rises"))
            }
            Condition::Aligned { bytes, .. } => (!BUFFER_ALIGN.is_multiple_of(*bytes))
                .then(|| format!("buffers are {BUFFER_ALIGN}-byte aligned")),
            Condition::Elements { buffer, most } => {
                let plan = self.plan(case, setup).ok()?;
                let found = plan.buffers.iter().find(|known| known.name == *buffer)?;
                (found.len as u64 > *most).then(|| format!("it has {}", found.len))
            }
            Condition::Blocks { entry, axis, most } => {
                let blocks = self.most_blocks(case, setup, entry, *axis)?;
                (blocks > *most).then(|| format!("a launch has {blocks}"))
            }
            Condition::Multiple { .. }
            | Condition::Least { .. }
            | Condition::Most { .. }
            | Condition::Equal { .. } => None,
        }
    }

    /// The largest grid of a kernel along an axis (0: x) in a case; `None` where the case cannot be launched at all, or not that kernel.
    fn most_blocks(&self, case: &Case, setup: &Setup, entry: &str, axis: u8) -> Option<u32> {
        let plan = self.plan(case, setup).ok()?;
        let launches = plan.launches.iter().filter(|launch| launch.entry == entry);
        let blocks = launches.filter_map(|launch| launch.grid.get(usize::from(axis)));
        blocks.copied().max()
    }

    /// Whether some launch gets a buffer as two of its arguments.
    fn shared(&self, buffer: &str) -> bool {
        let is = |arg: &&ArgSpec| matches!(arg, ArgSpec::Buffer(name) if name == buffer);
        self.launches
            .iter()
            .any(|launch| launch.args.iter().filter(is).count() > 1)
    }

    /// Whether a buffer is anything but an input of this workload.
    fn written(&self, buffer: &str) -> bool {
        let described = self.buffers.iter().find(|known| known.name == buffer);
        described.is_none_or(|described| described.role != Role::Input)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn shape(make: impl Fn(String) -> Condition) -> Condition {
        make("dim".into())
    }

    fn buffers(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.into()).collect()
    }

    /// The manifest says of `dim`: at least 4, a multiple of 4; of its buffers: 16-byte aligned, distinct.
    #[test]
    fn a_manifest_promises_what_it_says_and_what_follows_from_it() {
        let workload = Workload::load(Path::new("corpus/embedding/sls_f32")).unwrap();
        let multiple = |of| shape(|shape| Condition::Multiple { shape, of });
        let least = |value| shape(|shape| Condition::Least { shape, value });
        let aligned = |bytes| Condition::Aligned {
            buffers: buffers(&["table"]),
            bytes,
        };
        let read_only = |name| Condition::ReadOnly {
            buffers: buffers(&[name]),
        };
        for (condition, promised) in [
            (multiple(2), true),
            (multiple(4), true),
            (multiple(8), false),
            (least(4), true),
            (least(5), false),
            (shape(|shape| Condition::Most { shape, value: 64 }), false),
            (shape(|shape| Condition::Equal { shape, value: 4 }), false),
            (aligned(16), true),
            (aligned(32), false),
            (read_only("table"), true),
            (read_only("out"), false),
            (read_only("nowhere"), false),
        ] {
            assert_eq!(workload.promises(&condition), promised, "{condition}");
        }
        let mut careless = workload.clone();
        careless.facts.noalias = false;
        let distinct = Condition::NotAliased {
            buffers: buffers(&["table", "out"]),
        };
        assert!(workload.promises(&distinct) && !careless.promises(&distinct));
        assert!(!careless.promises(&read_only("table")));
    }

    #[test]
    fn a_launch_that_gets_a_buffer_twice_breaks_that_it_is_not_aliased() {
        let mut workload = Workload::load(Path::new("corpus/embedding/sls_f32")).unwrap();
        let distinct = Condition::NotAliased {
            buffers: buffers(&["table"]),
        };
        let case = workload.cases[0].clone();
        let setup = workload.default_setup();
        assert_eq!(workload.broken(&case, &setup, &distinct), None);
        workload.launches[0].args[1] = ArgSpec::Buffer("table".into());
        let how = workload.broken(&case, &setup, &distinct).unwrap();
        assert!(how.contains("`table` twice"), "{how}");
        assert!(!workload.promises(&distinct));
    }

    #[test]
    fn no_buffer_is_longer_than_promised() {
        let mut workload = Workload::load(Path::new("corpus/embedding/sls_f32")).unwrap();
        let case = workload.cases[0].clone();
        let setup = workload.default_setup();
        // 64 bags of 64 floats.
        let most = |most| Condition::Elements {
            buffer: "out".into(),
            most,
        };
        assert_eq!(workload.broken(&case, &setup, &most(4096)), None);
        let how = workload.broken(&case, &setup, &most(4095)).unwrap();
        assert_eq!(how, "it has 4096");
        assert!(!workload.promises(&most(1 << 31)));
        workload.facts.longest = Some(64_000);
        assert!(workload.promises(&most(64_000)) && !workload.promises(&most(63_999)));
        assert!(workload.instance(&case, &setup).is_ok());
        workload.facts.longest = Some(63_999);
        let refused = workload.instance(&case, &setup).unwrap_err().to_string();
        assert!(
            refused.contains(
                "the length of `table` is 64000; facts.longest promises 63999 elements at most"
            ),
            "{refused}"
        );
    }

    #[test]
    fn what_breaks_a_condition_is_said_with_its_value() {
        let workload = Workload::load(Path::new("corpus/embedding/sls_f32")).unwrap();
        let case = &workload.cases[0];
        let mut setup = workload.default_setup();
        let multiple = |of| shape(|shape| Condition::Multiple { shape, of });
        assert_eq!(workload.broken(case, &setup, &multiple(64)), None);
        let how = workload.broken(case, &setup, &multiple(128)).unwrap();
        assert_eq!(how, "dim is 64");
        let written = Condition::ReadOnly {
            buffers: buffers(&["out"]),
        };
        let how = workload.broken(case, &setup, &written).unwrap();
        assert_eq!(how, "`out` is written");
        // 64 bags, a block each.
        let blocks = |most| Condition::Blocks {
            entry: "sls_f32".into(),
            axis: 0,
            most,
        };
        assert_eq!(workload.broken(case, &setup, &blocks(64)), None);
        let how = workload.broken(case, &setup, &blocks(63)).unwrap();
        assert_eq!(how, "a launch has 64");
        setup.reshape("sls_f32").grid = [2, 1, 1];
        assert_eq!(workload.broken(case, &setup, &blocks(63)), None);
    }

    #[test]
    fn what_is_promised_to_rise_is_looked_at_when_it_is_filled() {
        let mut workload = Workload::load(Path::new("corpus/rodinia/particlefilter")).unwrap();
        let (case, setup) = (workload.cases[0].clone(), workload.default_setup());
        let rising = |name: &str| Condition::Rising {
            buffers: buffers(&[name]),
        };
        assert!(workload.promises(&rising("cdf")) && !workload.promises(&rising("u")));
        assert_eq!(workload.broken(&case, &setup, &rising("cdf")), None);
        assert_eq!(
            workload.broken(&case, &setup, &rising("u")).unwrap(),
            "the workload does not promise that `u` rises"
        );
        assert!(workload.instance(&case, &setup).is_ok());
        workload.facts.rising.push("u".into());
        let error = workload.instance(&case, &setup).unwrap_err().to_string();
        let why = "of `u` is not at least the one before it, as facts.rising promises";
        assert!(error.contains(why), "{error}");
    }
}
