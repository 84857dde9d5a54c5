//! What the system says of memory in, bytes that a load may fill out: half of what is free.
//!
//! Free is what the machine has available, or less where the program may not have as much: in a container (the
//! limits of its control group and of those above it), or by a limit of its addresses (`ulimit -v`).

use std::fs;
use std::path::{Path, PathBuf};

/// Bytes of shards that may be in memory: half of what is free when a load begins; where the system does not
/// tell, there is no limit.
pub(super) fn memory_limit() -> u64 {
    System {
        root: PathBuf::from("/"),
    }
    .free()
    .map_or(u64::MAX, |free| free / 2)
}

/// The files in which the system says what there is.
struct System {
    /// The folder that has `proc` in it.
    root: PathBuf,
}

/// A version of control groups: where its files are and what they are called.
struct GroupFiles {
    /// The type of its file system.
    kind: &'static str,
    /// The name of a controller among the options of its file system, and in the list of groups.
    controller: &'static str,
    limit: &'static str,
    used: &'static str,
    /// Pages of files that nobody has used lately: they count as used, and are given up first.
    cached: &'static str,
}

const GROUP_VERSIONS: [GroupFiles; 2] = [
    GroupFiles {
        kind: "cgroup2",
        controller: "",
        limit: "memory.max",
        used: "memory.current",
        cached: "inactive_file",
    },
    GroupFiles {
        kind: "cgroup",
        controller: "memory",
        limit: "memory.limit_in_bytes",
        used: "memory.usage_in_bytes",
        cached: "total_inactive_file",
    },
];

impl System {
    /// Bytes that the program may still take.
    fn free(&self) -> Option<u64> {
        let groups = GROUP_VERSIONS
            .iter()
            .filter_map(|files| self.in_groups(files));
        let all = [self.available(), self.addresses()].into_iter().flatten();
        all.chain(groups).min()
    }

    fn read(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.root.join(file)).ok()
    }

    fn available(&self) -> Option<u64> {
        kilobytes(&self.read("proc/meminfo")?, "MemAvailable:")
    }

    /// What is left of the addresses that the program may have.
    fn addresses(&self) -> Option<u64> {
        let limits = self.read("proc/self/limits")?;
        let mut lines = limits.lines();
        let line = lines.find_map(|line| line.strip_prefix("Max address space"))?;
        let most: u64 = line.split_whitespace().next()?.parse().ok()?;
        let taken = kilobytes(&self.read("proc/self/status")?, "VmSize:")?;
        Some(most.saturating_sub(taken))
    }

    /// The least that a control group of the program has left.
    fn in_groups(&self, files: &GroupFiles) -> Option<u64> {
        let list = self.read("proc/self/cgroup")?;
        let own = list.lines().find_map(|line| {
            let mut parts = line.splitn(3, ':').skip(1);
            let (controllers, path) = (parts.next()?, parts.next()?);
            let mut controllers = controllers.split(',');
            controllers
                .any(|name| name == files.controller)
                .then_some(path)
        })?;
        let (folder, mount) = self.mounted(files)?;
        let below = Path::new(own).strip_prefix(&folder);
        let below = below.unwrap_or(Path::new(""));
        // Where the path leads out of what is mounted, that is all there is to see.
        let inside = below
            .components()
            .all(|part| matches!(part, std::path::Component::Normal(_)));
        let own = if inside {
            mount.join(below)
        } else {
            mount.clone()
        };
        let groups = own
            .ancestors()
            .take_while(|group| group.starts_with(&mount));
        groups.filter_map(|group| left(group, files)).min()
    }

    /// Which part of the groups is mounted, and where.
    fn mounted(&self, files: &GroupFiles) -> Option<(PathBuf, PathBuf)> {
        let mounts = self.read("proc/self/mountinfo")?;
        mounts.lines().find_map(|line| {
            let (mount, system) = line.split_once(" - ")?;
            let mut system = system.split(' ');
            let (kind, options) = (system.next()?, system.nth(1)?);
            let has =
                files.controller.is_empty() || options.split(',').any(|o| o == files.controller);
            if kind != files.kind || !has {
                return None;
            }
            let mut mount = mount.split(' ').skip(3);
            let (folder, place) = (mount.next()?, mount.next()?);
            Some((folder.into(), self.root.join(place.trim_start_matches('/'))))
        })
    }
}

/// What a control group has left; `None` where it has no limit.
fn left(group: &Path, files: &GroupFiles) -> Option<u64> {
    let number = |file: &str| -> Option<u64> {
        let text = fs::read_to_string(group.join(file)).ok()?;
        text.trim().parse().ok()
    };
    let (limit, used) = (number(files.limit)?, number(files.used)?);
    let statistics = fs::read_to_string(group.join("memory.stat")).unwrap_or_default();
    let cached = statistics.lines().find_map(|line| {
        let (name, value) = line.split_once(' ')?;
        (name == files.cached).then(|| value.trim().parse::<u64>().ok())?
    });
    Some(limit.saturating_sub(used.saturating_sub(cached.unwrap_or(0))))
}

/// The value of a line such as `MemAvailable:  16 kB`, in bytes.
fn kilobytes(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    let number: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(number.saturating_mul(1024))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1 << 20;

    /// A system of which the files say this.
    fn free(files: &[(&str, &str)]) -> Option<u64> {
        let root = tempfile::tempdir().unwrap();
        for (file, content) in files {
            let file = root.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
        let root = root.path().to_path_buf();
        System { root }.free()
    }

    const MEMINFO: (&str, &str) = (
        "proc/meminfo",
        "MemTotal: 9000000 kB\nMemAvailable:    1048576 kB\n",
    );
    const MOUNT: (&str, &str) = (
        "proc/self/mountinfo",
        "20 1 0:1 / / rw - ext4 /dev/x rw\n\
         30 20 0:2 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n",
    );

    #[test]
    fn the_machine_has_so_much_available() {
        assert_eq!(free(&[MEMINFO]), Some(1024 * MIB));
        assert_eq!(free(&[]), None);
        assert_eq!(free(&[("proc/meminfo", "MemAvailable: much kB")]), None);
    }

    #[test]
    fn a_group_above_may_have_less() {
        let own = ("proc/self/cgroup", "0::/user/own\n");
        let limited = [
            MEMINFO,
            MOUNT,
            own,
            ("sys/fs/cgroup/user/own/memory.max", "max\n"),
            ("sys/fs/cgroup/user/own/memory.current", "1048576\n"),
            ("sys/fs/cgroup/user/memory.max", "104857600\n"),
            ("sys/fs/cgroup/user/memory.current", "73400320\n"),
            (
                "sys/fs/cgroup/user/memory.stat",
                "anon 1\ninactive_file 10485760\nactive_file 3\n",
            ),
        ];
        assert_eq!(free(&limited), Some(40 * MIB));
        // Used up, and no cache to give.
        let over = [
            MEMINFO,
            MOUNT,
            own,
            ("sys/fs/cgroup/user/own/memory.max", "1000\n"),
            ("sys/fs/cgroup/user/own/memory.current", "2000\n"),
        ];
        assert_eq!(free(&over), Some(0));
    }

    /// A container sees its own group as the root.
    #[test]
    fn a_group_may_be_the_root_of_what_is_mounted() {
        for path in ["0::/\n", "0::/../elsewhere\n", "0::/docker/abc\n"] {
            let files = [
                MEMINFO,
                MOUNT,
                ("proc/self/cgroup", path),
                ("sys/fs/cgroup/memory.max", "2097152\n"),
                ("sys/fs/cgroup/memory.current", "1048576\n"),
            ];
            assert_eq!(free(&files), Some(MIB), "{path}");
        }
    }

    #[test]
    fn groups_of_the_first_version_count() {
        let files = [
            MEMINFO,
            (
                "proc/self/mountinfo",
                "33 20 0:5 /docker/abc /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu\n\
                 34 20 0:6 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory\n",
            ),
            (
                "proc/self/cgroup",
                "5:cpu:/docker/abc\n4:memory:/docker/abc/job\n",
            ),
            (
                "sys/fs/cgroup/memory/job/memory.limit_in_bytes",
                "9223372036854771712\n",
            ),
            ("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "7\n"),
            ("sys/fs/cgroup/memory/memory.limit_in_bytes", "3145728\n"),
            ("sys/fs/cgroup/memory/memory.usage_in_bytes", "2097152\n"),
            ("sys/fs/cgroup/memory/memory.stat", "inactive_file 5\n"),
        ];
        assert_eq!(free(&files), Some(MIB));
    }

    #[test]
    fn addresses_may_be_limited() {
        let files = [
            MEMINFO,
            (
                "proc/self/limits",
                "Limit   Soft Limit  Hard Limit  Units\nMax address space         8388608    unlimited   bytes\n",
            ),
            ("proc/self/status", "Name: x\nVmSize:\t    6144 kB\n"),
        ];
        assert_eq!(free(&files), Some(2 * MIB));
        let unlimited = (
            "proc/self/limits",
            "Max address space  unlimited unlimited bytes\n",
        );
        assert_eq!(free(&[MEMINFO, unlimited]), Some(1024 * MIB));
    }

    /// Whatever system this is, its files are understood or there is no limit.
    #[test]
    fn this_system_has_something_free() {
        assert!(memory_limit() > MIB);
    }
}
