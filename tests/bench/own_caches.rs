//! A folder for what is measured and for whatever the programs measured keep, gone at the end.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of this run under the system's for temporary files.
pub(crate) struct Scratch {
    pub(crate) folder: PathBuf,
}

impl Scratch {
    pub(crate) fn new(name: &str) -> Scratch {
        let name = format!("fihrist-bench-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("the temp folder can be written");
        Scratch { folder }
    }

    /// A command that keeps what it keeps in such a folder of this one, and not where the user's is.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>, caches: &str) -> Command {
        let mut command = Command::new(program);
        command.envs(kept_in(&self.folder.join(caches)));
        command
    }

    /// An empty folder for caches.
    pub(crate) fn caches(&self, name: &str) -> PathBuf {
        let folder = self.folder.join(name);
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).expect("the temp folder can be written");
        folder
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

/// Variables that name the folders for caches, and such folders.
pub(crate) fn kept_in(caches: &Path) -> [(&'static str, PathBuf); 2] {
    [
        ("XDG_CACHE_HOME", caches.join("cache")),
        ("FIHRIST_KEEP_DIR", caches.join("keep")),
    ]
}
