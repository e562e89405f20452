//! A manifest in the making, and its text: what was guessed says so.

use std::fmt::Write;

use crate::workload::{Role, Scalar};

/// What the tables of a `workload.toml` will hold.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The workload's name.
    pub name: String,
    /// The kernel's name in the IR.
    pub entry: String,
    /// The kernel's name in its source.
    pub plain: String,
    /// The copy of the source beside the IR.
    pub source: Option<String>,
    /// What the module was made from and by, in words.
    pub made: String,
    /// In the order of the kernel's parameters.
    pub shapes: Vec<Size>,
    /// What each of the shapes is a multiple of.
    pub multiple_of: i64,
    /// In the order of the kernel's parameters.
    pub buffers: Vec<Memory>,
    /// Name, values, default.
    pub tunables: Vec<(String, Vec<i64>, i64)>,
    /// Expressions, x first.
    pub grid: Vec<String>,
    /// Expressions, x first.
    pub block: Vec<String>,
    /// Whether the kernel itself says how large its block is.
    pub block_is_certain: bool,
    /// Dynamic shared memory, bytes.
    pub shared: Option<String>,
    /// As launches write them.
    pub args: Vec<String>,
    /// Whether the source says that no buffers overlap.
    pub noalias_is_certain: bool,
    /// In order.
    pub cases: Vec<Trying>,
}

/// A shape.
#[derive(Debug, Clone)]
pub struct Size {
    /// Its name.
    pub name: String,
    /// Whether it is a parameter of the kernel.
    pub param: bool,
    /// The largest value that the kernel was seen to do all of its work with, where a larger one left some undone.
    pub most: Option<i64>,
}

/// A buffer.
#[derive(Debug, Clone)]
pub struct Memory {
    /// Its name.
    pub name: String,
    /// The type of an element.
    pub scalar: Scalar,
    /// An expression over the shapes.
    pub len: String,
    /// What it is for.
    pub role: Role,
    /// As manifests write it; what nobody reads has none.
    pub fill: Option<String>,
    /// What a person should know about the guesses.
    pub notes: Vec<String>,
}

/// A case.
#[derive(Debug, Clone)]
pub struct Trying {
    /// Its name.
    pub name: String,
    /// `search`, `held-out`, `device`.
    pub role: &'static str,
    /// A value for each shape, in their order.
    pub values: Vec<i64>,
    /// What its inputs come from.
    pub seed: u64,
    /// A fill in place of the buffers' own: the buffer, and the fill as manifests write it.
    pub fill: Option<(String, String)>,
}

impl Draft {
    /// Whether how much there is, or how it is launched, depends on a size; one that is merely passed may be a flag.
    fn measures(&self, size: &str) -> bool {
        let of_buffers = self.buffers.iter();
        let of_buffers =
            of_buffers.flat_map(|buffer| [&buffer.len].into_iter().chain(&buffer.fill));
        let of_launch = self.grid.iter().chain(&self.block).chain(&self.shared);
        let mut texts = of_launch.chain(of_buffers);
        texts.any(|text| replace_word(text, size, "") != *text)
    }

    /// The least value of a shape that is promised.
    pub fn least(&self, size: &str) -> i64 {
        match self.measures(size) {
            true => self.multiple_of,
            false => 0,
        }
    }

    /// Takes away a size that nothing depends on and that is not passed.
    pub fn drop_unless_used(&mut self, size: &str) {
        let at = self.shapes.iter().position(|shape| shape.name == size);
        if let Some(at) = at.filter(|_| !self.measures(size)) {
            self.shapes.remove(at);
            for case in &mut self.cases {
                case.values.remove(at);
            }
        }
    }

    /// Puts numbers in the place of the tunables: the block is what it is.
    pub fn fix_tunables(&mut self) {
        for (name, _, default) in std::mem::take(&mut self.tunables) {
            let places = self
                .grid
                .iter_mut()
                .chain(&mut self.block)
                .chain(&mut self.shared);
            for text in places {
                *text = replace_word(text, &name, &default.to_string());
            }
        }
    }

    /// The text of the file.
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        for section in [
            self.head(),
            self.sizes(),
            self.memory(),
            self.promises(),
            self.launch(),
            self.judging(),
        ] {
            text.push_str(&section);
            text.push('\n');
        }
        let cases: Vec<String> = self.cases.iter().map(|case| self.case(case)).collect();
        text.push_str(&cases.join("\n"));
        text
    }

    fn head(&self) -> String {
        let source = self.source.as_ref();
        let source = source.map(|file| format!("source = {}\n", quoted(file)));
        format!(
            "# Made by `warpsmith init` from {}. What it could not read from the code is marked `guess`: look at those lines.\n\n\
             [workload]\n\
             name = {}\n\
             summary = {}\n\
             ir = \"kernel.ll\"\n{}",
            self.made,
            quoted(&self.name),
            quoted(&format!("the kernel {}", self.plain)),
            source.unwrap_or_default()
        )
    }

    fn sizes(&self) -> String {
        if self.shapes.is_empty() {
            return "# The kernel takes no sizes, so no case gives any.".into();
        }
        let mut text = String::from(
            "# What sizes depend on, and what is always true of it. Each promise (`min`, `max`, `multiple_of`) lets edits do more.\n[shapes]\n",
        );
        for shape in &self.shapes {
            let mut promises = vec![format!("min = {}", self.least(&shape.name))];
            let mut why = String::new();
            if self.multiple_of > 1 {
                promises.push(format!("multiple_of = {}", self.multiple_of));
                why.push_str("; with other sizes the kernel goes wrong as it is launched here");
            }
            if let Some(most) = shape.most {
                promises.push(format!("max = {most}"));
                why.push_str("; with twice the largest, some of its work was not done");
            }
            let what = match shape.param {
                true => "",
                false => "no parameter: how many blocks are launched; ",
            };
            let _ = writeln!(
                text,
                "{} = {{ {} }} # guess: {what}any number that is allowed{why}",
                shape.name,
                promises.join(", ")
            );
        }
        text
    }

    fn memory(&self) -> String {
        let mut text = String::from("[buffers]\n");
        for buffer in &self.buffers {
            for note in &buffer.notes {
                let _ = writeln!(text, "# {note}");
            }
            let mut keys = vec![
                format!("type = \"{}\"", buffer.scalar),
                format!("len = {}", quoted(&buffer.len)),
            ];
            match buffer.role {
                Role::Input => {}
                Role::Output => keys.push("role = \"output\"".into()),
                Role::Inout => keys.push("role = \"inout\"".into()),
                Role::Scratch => keys.push("role = \"scratch\"".into()),
            }
            let mut guessed = "length";
            if let Some(fill) = &buffer.fill {
                keys.push(format!("fill = {fill}"));
                guessed = "length and contents";
            }
            let _ = writeln!(
                text,
                "{} = {{ {} }} # guess: {guessed}",
                buffer.name,
                keys.join(", ")
            );
        }
        text
    }

    fn promises(&self) -> String {
        let noalias = match self.noalias_is_certain {
            true => "the source says so (__restrict__)",
            false => "guess: no two buffers of a launch overlap; remove the line if they may",
        };
        format!(
            "# What you promise: an edit may rely on it, and then the bundle says so.\n[facts]\nnoalias = true # {noalias}\n\
             align = 16     # guess: every buffer begins at a multiple of 16 bytes, as cudaMalloc's do\n"
        )
    }

    fn launch(&self) -> String {
        let mut text = String::new();
        if !self.tunables.is_empty() {
            text.push_str("# Launch parameters that the search may set.\n[tunables]\n");
            for (name, values, default) in &self.tunables {
                let _ = writeln!(
                    text,
                    "{name} = {{ values = {values:?}, default = {default} }} # guess: the kernel asks for the size of its block"
                );
            }
            text.push('\n');
        }
        let list = |of: &[String]| {
            let items: Vec<String> = of.iter().map(|text| quoted(text)).collect();
            format!("[{}]", items.join(", "))
        };
        let block = match self.block_is_certain {
            true => "the kernel's own",
            false => "guess",
        };
        let _ = write!(
            text,
            "[[launch]]\nentry = {}\ngrid  = {} # guess\nblock = {} # {block}\n",
            quoted(&self.entry),
            list(&self.grid),
            list(&self.block),
        );
        if let Some(shared) = &self.shared {
            let _ = writeln!(
                text,
                "shared = {} # guess: bytes of dynamic shared memory",
                quoted(shared)
            );
        }
        let numbers = self.args.iter().filter(|arg| arg.contains(' '));
        let floats = numbers.filter(|arg| arg.starts_with(['f', 'b'])).count();
        let guess = match floats {
            0 => "",
            _ => " # guess: the floating-point numbers",
        };
        let _ = writeln!(text, "args  = {}{guess}", list(&self.args));
        text
    }

    fn judging(&self) -> String {
        let outputs = self.buffers.iter();
        let outputs = outputs.filter(|buffer| matches!(buffer.role, Role::Output | Role::Inout));
        // The last place of numbers four to eight times as large as the root of their mean square, for types of few places.
        let coarse = |scalar| outputs.clone().any(|buffer| buffer.scalar == scalar);
        let rounding = "guess: rounding in another order; what you accept; what is harmless";
        let (tiers, why) = match outputs.clone().all(|buffer| !buffer.scalar.is_float()) {
            true => ([0.0, 0.0, 0.0], "integers are the same or wrong"),
            false if coarse(Scalar::Bf16) => ([3.2e-2, 5e-2, 1e-1], rounding),
            false if coarse(Scalar::F16) => ([4e-3, 1e-2, 2e-2], rounding),
            false if outputs.clone().all(|buffer| buffer.scalar == Scalar::F64) => {
                ([1e-13, 1e-10, 1e-6], rounding)
            }
            false => ([1e-5, 1e-3, 1e-2], rounding),
        };
        let [strict, serving, relaxed] = tiers.map(|tier: f64| match tier {
            0.0 => "0.0".to_owned(),
            tier => format!("{tier:e}"),
        });
        format!(
            "# What is right is what the unedited kernel computes: nothing here says that this is what you meant it to.\n\
             [reference]\nbaseline = true\n\n\
             # max |out - ref| / rms(ref), in three tiers; {why}.\n\
             [tolerance]\nmetric = \"maxn\"\nstrict = {strict}\nserving = {serving}\nrelaxed = {relaxed}\n"
        )
    }

    fn case(&self, case: &Trying) -> String {
        let why = match case.role {
            "search" => {
                "# Steers the search; executed for every variant, so it is small. guess: the sizes\n"
            }
            "device" => "# The real size, for a GPU. guess: the sizes\n",
            _ => "# Judges winners alone. guess: the sizes\n",
        };
        let mut text = format!(
            "{why}[[case]]\nname = {}\nuse = \"{}\"\n",
            quoted(&case.name),
            case.role
        );
        for (shape, value) in self.shapes.iter().zip(&case.values) {
            let _ = writeln!(text, "{} = {value}", shape.name);
        }
        let _ = writeln!(text, "seed = {}", case.seed);
        if let Some((buffer, fill)) = &case.fill {
            let _ = writeln!(text, "fill = {{ {buffer} = {fill} }}");
        }
        text
    }
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Puts `with` in the place of `word`, where it is a whole word.
fn replace_word(text: &str, word: &str, with: &str) -> String {
    let mut replaced = String::new();
    let mut rest = text;
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    while let Some(at) = rest.find(|c: char| part(c)) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| !part(c)).unwrap_or(from.len());
        let (found, after) = from.split_at(end);
        replaced.push_str(before);
        replaced.push_str(if found == word { with } else { found });
        rest = after;
    }
    replaced.push_str(rest);
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_alone_are_replaced() {
        let text = "ceil_div(n, threads) * threads_x";
        assert_eq!(
            replace_word(text, "threads", "128"),
            "ceil_div(n, 128) * threads_x"
        );
    }
}
