//! A test kernel: its text, and the run that its `//:` lines describe.

use std::path::{Path, PathBuf};

use warpsmith::workload::{Arg, Buffer, Instance, Launch, Role};

use crate::number::{Element, Expected, Tolerance, bytes, list};

/// What must go wrong in a run.
#[derive(Debug, Clone)]
pub struct Planted {
    /// The kinds of fault that are right; more than one only where the order of execution decides.
    pub kinds: Vec<String>,
    /// The lines of which the message must name one; 0 where any will do.
    pub lines: Vec<u32>,
    /// What else the fault says of its place: a word and its value, such as `thread` and `31,0,0`.
    pub site: Vec<(String, String)>,
}

/// What a file says.
pub struct Run {
    pub name: String,
    pub text: String,
    pub instance: Instance,
    pub expected: Vec<Expected>,
    pub steps: u64,
    pub fault: Option<Planted>,
    /// What the kernels print, if the file says.
    pub printed: Option<String>,
    /// NVIDIA's assembler refuses it, and why.
    pub unassembled: Option<String>,
}

/// The kernels of a folder of `tests/`, by name.
pub fn folder(name: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of kernels")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ptx"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn triple(text: &str) -> [u32; 3] {
    let mut out = [1; 3];
    for (at, part) in text.split(',').enumerate() {
        out[at] = part.parse().expect("a dimension");
    }
    out
}

fn launch(words: &[&str], entry: &str) -> Launch {
    let mut launch = Launch {
        entry: entry.to_owned(),
        grid: triple(words[0]),
        block: [1; 3],
        shared: 0,
        args: Vec::new(),
        ..Launch::default()
    };
    for pair in words[1..].chunks(2) {
        match pair[0] {
            "block" => launch.block = triple(pair[1]),
            "shared" => launch.shared = pair[1].parse().expect("bytes"),
            "entry" => launch.entry = pair[1].to_owned(),
            other => panic!("unknown word {other} of a launch"),
        }
    }
    launch
}

fn expected(words: &[&str]) -> Expected {
    let of = Element::named(words[1]);
    let mut tolerance = Tolerance::default();
    let numbers = words[2..]
        .iter()
        .position(|word| !word.starts_with('~'))
        .expect("numbers")
        + 2;
    for word in &words[2..numbers] {
        tolerance.set(word);
    }
    Expected {
        place: words[0].parse().expect("an argument"),
        of,
        tolerance,
        elements: list(&words[numbers..], of),
    }
}

fn planted(words: &[&str]) -> Planted {
    Planted {
        kinds: words[0].split('|').map(str::to_owned).collect(),
        lines: words[1]
            .split('|')
            .map(|line| line.parse().expect("a line"))
            .collect(),
        site: Vec::new(),
    }
}

/// The first entry of the text: what a launch runs that names none.
fn first_entry(text: &str) -> String {
    text.lines()
        .find_map(|line| {
            line.split_once(".entry ").map(|(_, rest)| {
                rest.split(['(', '{', ' '])
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            })
        })
        .expect("an entry")
}

/// Reads a file.
pub fn read(path: &Path) -> Run {
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let text = std::fs::read_to_string(path).expect("a kernel");
    let entry = first_entry(&text);
    let mut run = Run {
        instance: Instance {
            case: name.clone(),
            buffers: Vec::new(),
            launches: Vec::new(),
        },
        name,
        text: String::new(),
        expected: Vec::new(),
        steps: 1_000_000,
        fault: None,
        printed: None,
        unassembled: None,
    };
    let mut args = Vec::new();
    for line in text.lines().filter_map(|line| line.strip_prefix("//:")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[0] {
            "grid" => run.instance.launches.push(launch(&words[1..], &entry)),
            "scalar" => {
                let of = Element::named(words[1]);
                args.push(Arg::Scalar(of.scalar(), of.bits(words[2])));
            }
            "expect" => run.expected.push(expected(&words[1..])),
            "steps" => run.steps = words[1].parse().expect("a number"),
            "fault" => run.fault = Some(planted(&words[1..])),
            "printed" => {
                let text = line.split_once('"').expect("a text").1;
                let text = text.strip_suffix('"').expect("a closing quote");
                run.printed = Some(text.replace("\\n", "\n").replace("\\t", "\t"));
            }
            "site" => {
                let site = words[1..]
                    .chunks(2)
                    .map(|pair| (pair[0].to_owned(), pair[1].to_owned()));
                let planted = run.fault.as_mut().expect("a fault before its site");
                planted.site.extend(site);
            }
            "unassembled" => run.unassembled = Some(words[1..].join(" ")),
            role => {
                let of = Element::named(words[1]);
                let (role, data) = match role {
                    "input" => (Role::Input, Some(bytes(&words[2..], of))),
                    "inout" => (Role::Inout, Some(bytes(&words[2..], of))),
                    "output" => (Role::Output, None),
                    "scratch" => (Role::Scratch, None),
                    other => panic!("{}: unknown line {other}", run.name),
                };
                let len = data.as_ref().map_or_else(
                    || words[2].parse().expect("a length"),
                    |data| data.len() / of.size(),
                );
                args.push(Arg::Buffer(run.instance.buffers.len()));
                run.instance.buffers.push(Buffer {
                    name: format!("arg{}", args.len() - 1),
                    scalar: of.scalar(),
                    len,
                    role,
                    data,
                });
            }
        }
    }
    for launch in &mut run.instance.launches {
        launch.args = args.clone();
    }
    for expected in &mut run.expected {
        expected.place = match args[expected.place] {
            Arg::Buffer(buffer) => buffer,
            Arg::Scalar(..) => panic!("{}: expecting a scalar", run.name),
        };
    }
    run.text = text;
    run
}
