//! Homes and cache folders for the programs that tests start: none of them sees the user's, nor what another kept.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use rustix::process::{Pid, test_kill_process};

/// What the folder of a test program's homes begins with; the number of its process follows.
const PREFIX: &str = "homes-";
/// Variables of the user's that say what is opened, and where it is kept.
pub(crate) const USERS_OWN: [&str; 2] = ["FIHRIST_PATH", "FIHRIST_KEEP_DIR"];

/// An empty home and an empty cache folder, as variables for a program. They last as long as the test program.
pub(crate) fn home_variables() -> [(&'static str, OsString); 2] {
    static HOMES: LazyLock<PathBuf> = LazyLock::new(folder);
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed).to_string();
    let home = HOMES.join(number);
    fs::create_dir_all(&home).expect("a folder of our own");
    let caches = home.join("caches");
    [("HOME", home.into()), ("XDG_CACHE_HOME", caches.into())]
}

/// A command that starts the program, or one that does, in a home of its own; every test begins with it.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.envs(home_variables());
    for name in USERS_OWN {
        command.env_remove(name);
    }
    command
}

/// The folder of this test program, those of others removed that have ended.
fn folder() -> PathBuf {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for entry in fs::read_dir(all).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        let process = process.and_then(|number| Pid::from_raw(number.parse().ok()?));
        if process.is_some_and(|process| test_kill_process(process).is_err()) {
            // Another run may be removing it, too.
            let _gone = fs::remove_dir_all(entry.path());
        }
    }
    all.join(format!("{PREFIX}{}", std::process::id()))
}
