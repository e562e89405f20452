//! The processor time that control groups give to this process, version 1 and 2.

use std::path::{Path, PathBuf};

/// Cores' worth of time, if any group from this process's own up to the root limits it: the least of them holds.
pub fn quota(root: &Path) -> Option<f64> {
    let groups = std::fs::read_to_string(root.join("proc/self/cgroup")).unwrap_or_default();
    let mounted = root.join("sys/fs/cgroup");
    let mut least: Option<f64> = None;
    for line in groups.lines() {
        // hierarchy:controllers:path; version 2 has hierarchy 0 and no controllers.
        let mut fields = line.splitn(3, ':');
        let (Some(_), Some(controllers), Some(path)) =
            (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let (base, read): (PathBuf, fn(&Path) -> Option<f64>) = match controllers {
            "" => (mounted.clone(), version_2),
            list if list.split(',').any(|c| c == "cpu") => (mounted.join("cpu"), version_1),
            _ => continue,
        };
        // Inside a container the path may be that of the host, which is not there; the root of what is mounted is then this group.
        let own = Path::new(path.trim_start_matches('/'));
        for above in own.ancestors() {
            let found = read(&base.join(above));
            least = match (least, found) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
    }
    least
}

/// `cpu.max`: `QUOTA PERIOD` in microseconds, or `max PERIOD`.
fn version_2(group: &Path) -> Option<f64> {
    let text = std::fs::read_to_string(group.join("cpu.max")).ok()?;
    let mut words = text.split_whitespace();
    share(words.next()?.parse().ok()?, words.next()?.parse().ok()?)
}

/// `cpu.cfs_quota_us` and `cpu.cfs_period_us`; -1 is no limit.
fn version_1(group: &Path) -> Option<f64> {
    let number = |file: &str| -> Option<f64> {
        std::fs::read_to_string(group.join(file))
            .ok()?
            .trim()
            .parse()
            .ok()
    };
    share(number("cpu.cfs_quota_us")?, number("cpu.cfs_period_us")?)
}

fn share(quota: f64, period: f64) -> Option<f64> {
    (quota > 0.0 && period > 0.0).then(|| quota / period)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files below a root, and the quota that they amount to.
    type Case<'a> = (&'a [(&'a str, &'a str)], Option<f64>);

    fn machine(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn the_tightest_group_on_the_way_up_holds() {
        let table: [Case<'_>; 5] = [
            (
                &[
                    ("proc/self/cgroup", "0::/a/b\n"),
                    ("sys/fs/cgroup/a/b/cpu.max", "max 100000\n"),
                ],
                None,
            ),
            (
                &[
                    ("proc/self/cgroup", "0::/a/b\n"),
                    ("sys/fs/cgroup/a/b/cpu.max", "400000 100000\n"),
                    ("sys/fs/cgroup/a/cpu.max", "150000 100000\n"),
                ],
                Some(1.5),
            ),
            // In a container: the host's path, and the group mounted as the root.
            (
                &[
                    ("proc/self/cgroup", "0::/host/pod\n"),
                    ("sys/fs/cgroup/cpu.max", "200000 100000\n"),
                ],
                Some(2.0),
            ),
            (
                &[
                    ("proc/self/cgroup", "4:cpu,cpuacct:/j\n3:memory:/j\n"),
                    ("sys/fs/cgroup/cpu/j/cpu.cfs_quota_us", "50000\n"),
                    ("sys/fs/cgroup/cpu/j/cpu.cfs_period_us", "100000\n"),
                ],
                Some(0.5),
            ),
            (
                &[
                    ("proc/self/cgroup", "4:cpu:/\n"),
                    ("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n"),
                    ("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n"),
                ],
                None,
            ),
        ];
        for (files, expected) in table {
            assert_eq!(quota(machine(files).path()), expected, "{files:?}");
        }
    }

    #[test]
    fn a_file_that_is_no_quota_is_none() {
        let folder = machine(&[
            ("proc/self/cgroup", "0::/\n"),
            ("sys/fs/cgroup/cpu.max", "lots\n"),
        ]);
        assert_eq!(quota(folder.path()), None);
    }
}
