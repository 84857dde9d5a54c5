//! What the tests share: where things are, folders that vanish, and runs of the program.

mod home;
mod run;
mod scratch;

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use fihrist::library::{self, Library};

pub(crate) use home::{USERS_OWN, command, home_variables};
pub(crate) use run::{Ran, fihrist, fihrist_with};
pub(crate) use scratch::Scratch;

/// The program under test. It is started by [`command`], in a home of its own.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_fihrist");

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The corpus that comes with the program.
pub(crate) fn demo_corpus() -> PathBuf {
    root().join("demo-corpus")
}

/// The demo corpus, loaded once.
pub(crate) fn demo() -> &'static Library {
    static DEMO: LazyLock<Arc<Library>> =
        LazyLock::new(|| library::open(&[demo_corpus()]).expect("demo-corpus can be indexed"));
    &DEMO
}

/// Every file below `folder` with that extension, in order.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the repository") {
            let path = entry.expect("a folder of the repository").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
