//! Tolerances: which output, in what, how much.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Loader, Scope};
use crate::workload::BufferSpec;
use crate::workload::error::Error;
use crate::workload::manifest::{self, Manifest};
use crate::workload::reference::Reference;
use crate::workload::tolerance::{Tolerance, Yardstick};

/// The metrics that every output can have. A builtin reference may know more.
const METRICS: [&str; 7] = [
    "maxn", "nrmse", "relative", "exact", "change", "argmax", "recall",
];

impl Loader<'_> {
    /// The tolerances of each output, in the order of the manifest: those that name it, or those that name none.
    pub(super) fn tolerances(
        &self,
        manifest: &Manifest,
        scope: &Scope,
        buffers: &[BufferSpec],
        reference: &Reference,
    ) -> Result<Vec<Tolerance>, Error> {
        let written = &manifest.tolerance.0;
        let mut named = BTreeSet::new();
        for tolerance in written {
            if let Some(output) = &tolerance.get_ref().output {
                named.insert(&self.output(output, "tolerance.output", buffers)?.name);
            }
        }
        let mut tolerances = Vec::new();
        for buffer in buffers.iter().filter(|buffer| buffer.role.is_result()) {
            let before = tolerances.len();
            for tolerance in written {
                let is = match &tolerance.get_ref().output {
                    Some(output) => *output.get_ref() == buffer.name,
                    None => !named.contains(&buffer.name),
                };
                if is {
                    let found = self.tolerance(tolerance, buffer, scope, buffers, reference)?;
                    tolerances.push(found);
                }
            }
            if tolerances.len() == before {
                let message = format!("`{}` is an output, and has no tolerance", buffer.name);
                let at = written.first().map_or(0, |first| first.span().start);
                return Err(self.wrong_at(at, "tolerance", message));
            }
        }
        Ok(tolerances)
    }

    fn tolerance(
        &self,
        spanned: &Spanned<manifest::Tolerance>,
        output: &BufferSpec,
        scope: &Scope,
        buffers: &[BufferSpec],
        reference: &Reference,
    ) -> Result<Tolerance, Error> {
        let written = spanned.get_ref();
        let yardstick = self.yardstick(spanned, output, scope, buffers, reference)?;
        // What is exact needs no numbers.
        let exact = matches!(yardstick, Yardstick::Exact).then_some(0.0);
        let tier = |value: Option<f64>, key: &str| {
            value
                .or(exact)
                .ok_or_else(|| self.wrong(spanned, "tolerance", format!("missing key `{key}`")))
        };
        let tolerance = Tolerance {
            output: output.name.clone(),
            yardstick,
            strict: tier(written.strict, "strict")?,
            serving: tier(written.serving, "serving")?,
            relaxed: tier(written.relaxed, "relaxed")?,
            place: self.place(spanned, "tolerance"),
        };
        let rising = 0.0 <= tolerance.strict
            && tolerance.strict <= tolerance.serving
            && tolerance.serving <= tolerance.relaxed
            && tolerance.relaxed.is_finite();
        if rising {
            return Ok(tolerance);
        }
        let message = "the tiers must rise: 0 <= strict <= serving <= relaxed, all finite";
        Err(self.wrong(spanned, "tolerance", message))
    }

    fn yardstick(
        &self,
        spanned: &Spanned<manifest::Tolerance>,
        output: &BufferSpec,
        scope: &Scope,
        buffers: &[BufferSpec],
        reference: &Reference,
    ) -> Result<Yardstick, Error> {
        let written = spanned.get_ref();
        let metric = &written.metric;
        let width = || match &written.width {
            Some(width) => self.expr(width, "tolerance.width".into(), &scope.shapes),
            None => {
                let message = "needs a `width`: the elements of a row, over the shapes";
                Err(self.wrong(metric, "tolerance.metric", message))
            }
        };
        let yardstick = match metric.get_ref().as_str() {
            "maxn" => Yardstick::MaxN,
            "nrmse" => Yardstick::Nrmse,
            "relative" => Yardstick::Relative,
            "exact" => Yardstick::Exact,
            "change" => Yardstick::Change {
                from: self.before(spanned, output, buffers)?,
            },
            "argmax" => Yardstick::Argmax { width: width()? },
            "recall" => Yardstick::Recall { width: width()? },
            name => match reference.measures().iter().find(|it| it.name == name) {
                Some(measure) => Yardstick::Measure(measure),
                None => {
                    let own = reference.measures().iter().map(|measure| measure.name);
                    let known = METRICS.into_iter().chain(own).map(str::to_string);
                    let known: Vec<String> = known.collect();
                    let key = "tolerance.metric";
                    return Err(self.unknown(metric, key, "metric", name, known.iter()));
                }
            },
        };
        let unused = match &yardstick {
            Yardstick::Change { .. } => written.width.as_ref().map(|_| "width"),
            Yardstick::Argmax { .. } | Yardstick::Recall { .. } => {
                written.from.as_ref().map(|_| "from")
            }
            _ => {
                (written.from.as_ref().map(|_| "from")).or(written.width.as_ref().map(|_| "width"))
            }
        };
        match unused {
            None => Ok(yardstick),
            Some(key) => {
                let message = format!("`{}` takes no `{key}`", metric.get_ref());
                Err(self.wrong(metric, "tolerance.metric", message))
            }
        }
    }

    /// The buffer that a change is measured from.
    fn before(
        &self,
        spanned: &Spanned<manifest::Tolerance>,
        output: &BufferSpec,
        buffers: &[BufferSpec],
    ) -> Result<String, Error> {
        let key = "tolerance.from";
        let Some(name) = &spanned.get_ref().from else {
            let message = "`change` needs a `from`: the buffer with what was there before";
            return Err(self.wrong(spanned, "tolerance", message));
        };
        let filled = buffers.iter().filter(|buffer| buffer.fill.is_some());
        let Some(from) = filled.clone().find(|buffer| buffer.name == *name.get_ref()) else {
            let known = filled.map(|buffer| &buffer.name);
            return Err(self.unknown(name, key, "input", name.get_ref(), known));
        };
        if from.len != output.len {
            let message = format!(
                "`{}` has {} elements, `{}` has {}",
                from.name, from.len, output.name, output.len
            );
            return Err(self.wrong(name, key, message));
        }
        Ok(from.name.clone())
    }

    /// The output of that name.
    pub(super) fn output<'b>(
        &self,
        name: &Spanned<String>,
        key: &str,
        buffers: &'b [BufferSpec],
    ) -> Result<&'b BufferSpec, Error> {
        let outputs = buffers.iter().filter(|buffer| buffer.role.is_result());
        let found = outputs
            .clone()
            .find(|buffer| buffer.name == *name.get_ref());
        found.ok_or_else(|| {
            let known = outputs.map(|buffer| &buffer.name);
            self.unknown(name, key, "output", name.get_ref(), known)
        })
    }
}
