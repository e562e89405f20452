//! What this process may run on: cores and their hyper-threads, sockets, NUMA nodes, the affinity mask, the quota of its control groups.
//!
//! Frameworks count the machine's cores, whatever the process may use of them, and start too many threads in a container or under `taskset`.
//! Here every count is of what is allowed: [`Topology::cores`] is the bound that no setting may go beyond.

mod quota;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;

pub use quota::quota;

/// A logical processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cpu {
    /// Linux's number of it.
    pub id: usize,
    /// The physical core that it is a thread of: unique over the whole machine.
    pub core: usize,
    /// The socket.
    pub socket: usize,
    /// The NUMA node.
    pub node: usize,
}

/// What this process may run on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Topology {
    /// The processor's name.
    pub model: String,
    /// The logical processors in the affinity mask.
    pub cpus: Vec<Cpu>,
    /// Logical processors of the machine, allowed or not.
    pub machine_cpus: usize,
    /// How many cores' worth of time the control groups give, if they limit it.
    pub quota: Option<f64>,
}

impl Topology {
    /// Looks at this machine, for this process.
    ///
    /// # Errors
    /// When the system says nothing of the processors.
    pub fn detect() -> std::io::Result<Topology> {
        let allowed = affinity()?;
        Topology::read(Path::new("/"), &allowed)
    }

    /// Reads `/sys` and `/proc` below `root`, for a process with the affinity mask `allowed`. What a machine does not tell, as in some
    /// containers, is taken as one thread a core, one socket, one node.
    ///
    /// # Errors
    /// When the mask is empty.
    pub fn read(root: &Path, allowed: &BTreeSet<usize>) -> std::io::Result<Topology> {
        if allowed.is_empty() {
            return Err(std::io::Error::other(
                "the affinity mask of this process is empty",
            ));
        }
        let system = root.join("sys/devices/system");
        let number = |path: String| -> Option<usize> {
            std::fs::read_to_string(system.join(path))
                .ok()?
                .trim()
                .parse()
                .ok()
        };
        let nodes = nodes(&system.join("node"));
        let mut cores = BTreeMap::new();
        let cpus = allowed
            .iter()
            .map(|&id| {
                let socket =
                    number(format!("cpu/cpu{id}/topology/physical_package_id")).unwrap_or(0);
                let core = number(format!("cpu/cpu{id}/topology/core_id"));
                // Core numbers repeat from socket to socket; a core that is not told is its own.
                let key = match core {
                    Some(core) => (0, socket, core),
                    None => (1, socket, id),
                };
                let next = cores.len();
                let core = *cores.entry(key).or_insert(next);
                let node = nodes
                    .iter()
                    .find(|(_, cpus)| cpus.contains(&id))
                    .map_or(0, |(node, _)| *node);
                Cpu {
                    id,
                    core,
                    socket,
                    node,
                }
            })
            .collect();
        let online = std::fs::read_to_string(system.join("cpu/online"))
            .map(|text| parse_list(&text))
            .unwrap_or_default();
        Ok(Topology {
            model: model_name(&root.join("proc/cpuinfo")),
            cpus,
            machine_cpus: online.len().max(allowed.len()),
            quota: quota(root),
        })
    }

    /// Physical cores that this process may keep busy: those in its mask, or fewer where its quota is less. At least 1. No setting has more
    /// threads at work than this.
    pub fn cores(&self) -> usize {
        let there = self.distinct(|cpu| cpu.core);
        match self.quota {
            Some(quota) => there.min((quota.ceil() as usize).max(1)),
            None => there,
        }
    }

    /// Logical processors in the mask.
    pub fn logical(&self) -> usize {
        self.cpus.len()
    }

    /// Sockets that the mask touches.
    pub fn sockets(&self) -> usize {
        self.distinct(|cpu| cpu.socket)
    }

    /// NUMA nodes that the mask touches.
    pub fn nodes(&self) -> usize {
        self.distinct(|cpu| cpu.node)
    }

    /// One logical processor of each core, the sockets one after the other: where threads are pinned, so that none shares a core before all
    /// cores are taken.
    pub fn one_cpu_a_core(&self) -> Vec<usize> {
        let mut first = BTreeMap::new();
        for cpu in &self.cpus {
            first.entry((cpu.socket, cpu.core)).or_insert(cpu.id);
        }
        first.into_values().collect()
    }

    /// The counts by the names that scenarios use.
    pub fn symbols(&self) -> crate::workload::Symbols {
        let cores = self.cores();
        [
            ("cores", cores),
            ("logical", self.logical()),
            ("sockets", self.sockets()),
            ("nodes", self.nodes()),
            ("cores_per_socket", (cores / self.sockets()).max(1)),
        ]
        .into_iter()
        .map(|(name, count)| (name.to_owned(), count as i64))
        .collect()
    }

    /// One line for people and for the record of a run.
    pub fn summary(&self) -> String {
        let mut text = format!(
            "{}: {} core{} ({} logical of {}), {} socket{}, {} NUMA node{}",
            self.model,
            self.cores(),
            plural(self.cores()),
            self.logical(),
            self.machine_cpus,
            self.sockets(),
            plural(self.sockets()),
            self.nodes(),
            plural(self.nodes()),
        );
        if let Some(quota) = self.quota {
            text.push_str(&format!(", quota {quota:.1} cores"));
        }
        text
    }

    fn distinct(&self, of: impl Fn(&Cpu) -> usize) -> usize {
        self.cpus.iter().map(of).collect::<BTreeSet<_>>().len()
    }
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// The logical processors that this process may run on.
fn affinity() -> std::io::Result<BTreeSet<usize>> {
    let mask = rustix::thread::sched_getaffinity(None)?;
    Ok((0..rustix::thread::CpuSet::MAX_CPU)
        .filter(|&id| mask.is_set(id))
        .collect())
}

/// NUMA nodes with their processors.
fn nodes(folder: &Path) -> Vec<(usize, BTreeSet<usize>)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let node = entry
                .file_name()
                .to_str()?
                .strip_prefix("node")?
                .parse()
                .ok()?;
            let list = std::fs::read_to_string(entry.path().join("cpulist")).ok()?;
            Some((node, parse_list(&list)))
        })
        .collect()
}

/// The kernel's lists of processors: `0-3,8,10-11`. What is no number is left out.
fn parse_list(text: &str) -> BTreeSet<usize> {
    text.trim()
        .split(',')
        .filter_map(|part| {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            Some(from.parse::<usize>().ok()?..=to.parse::<usize>().ok()?)
        })
        .flatten()
        .collect()
}

fn model_name(cpuinfo: &Path) -> String {
    let text = std::fs::read_to_string(cpuinfo).unwrap_or_default();
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    match name.and_then(|rest| rest.split_once(':')) {
        Some((_, name)) => name.trim().to_owned(),
        None => std::env::consts::ARCH.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two sockets of four cores with two threads each, numbered as Linux does: threads of one core are eight apart.
    fn server(folder: &Path) {
        let system = folder.join("sys/devices/system");
        for id in 0..16 {
            let topology = system.join(format!("cpu/cpu{id}/topology"));
            std::fs::create_dir_all(&topology).unwrap();
            std::fs::write(
                topology.join("physical_package_id"),
                format!("{}\n", id % 8 / 4),
            )
            .unwrap();
            std::fs::write(topology.join("core_id"), format!("{}\n", id % 4)).unwrap();
        }
        std::fs::write(system.join("cpu/online"), "0-15\n").unwrap();
        for (node, list) in [(0, "0-3,8-11"), (1, "4-7,12-15")] {
            let node = system.join(format!("node/node{node}"));
            std::fs::create_dir_all(&node).unwrap();
            std::fs::write(node.join("cpulist"), list).unwrap();
        }
        std::fs::create_dir_all(folder.join("proc")).unwrap();
        std::fs::write(folder.join("proc/cpuinfo"), "model name\t: Test 9000\n").unwrap();
    }

    fn counts(topology: &Topology) -> [usize; 4] {
        [
            topology.cores(),
            topology.logical(),
            topology.sockets(),
            topology.nodes(),
        ]
    }

    #[test]
    fn hyper_threads_are_not_cores_and_sockets_do_not_share_core_numbers() {
        let folder = tempfile::tempdir().unwrap();
        server(folder.path());
        let all = Topology::read(folder.path(), &(0..16).collect()).unwrap();
        assert_eq!(counts(&all), [8, 16, 2, 2]);
        assert_eq!(all.one_cpu_a_core(), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(all.model, "Test 9000");
        assert_eq!(all.symbols()["cores_per_socket"], 4);
    }

    #[test]
    fn only_what_the_mask_allows_is_counted() {
        let folder = tempfile::tempdir().unwrap();
        server(folder.path());
        let two_threads_of_one_core =
            Topology::read(folder.path(), &BTreeSet::from([1, 9])).unwrap();
        assert_eq!(counts(&two_threads_of_one_core), [1, 2, 1, 1]);
        let second_socket = Topology::read(folder.path(), &BTreeSet::from([5, 6, 13])).unwrap();
        assert_eq!(counts(&second_socket), [2, 3, 1, 1]);
        assert_eq!(second_socket.one_cpu_a_core(), [5, 6]);
    }

    #[test]
    fn a_quota_below_the_cores_is_the_bound() {
        let folder = tempfile::tempdir().unwrap();
        server(folder.path());
        let group = folder.path().join("sys/fs/cgroup/pod");
        std::fs::create_dir_all(&group).unwrap();
        std::fs::create_dir_all(folder.path().join("proc/self")).unwrap();
        std::fs::write(folder.path().join("proc/self/cgroup"), "0::/pod\n").unwrap();
        std::fs::write(group.join("cpu.max"), "250000 100000\n").unwrap();
        let topology = Topology::read(folder.path(), &(0..16).collect()).unwrap();
        assert_eq!(topology.quota, Some(2.5));
        assert_eq!(topology.cores(), 3);
    }

    #[test]
    fn a_machine_that_tells_nothing_has_one_thread_a_core() {
        let folder = tempfile::tempdir().unwrap();
        let topology = Topology::read(folder.path(), &BTreeSet::from([0, 1, 2])).unwrap();
        assert_eq!(counts(&topology), [3, 3, 1, 1]);
        assert!(Topology::read(folder.path(), &BTreeSet::new()).is_err());
    }

    #[test]
    fn this_machine_has_a_core() {
        let topology = Topology::detect().unwrap();
        assert!(topology.cores() >= 1 && topology.cores() <= topology.logical());
    }
}
