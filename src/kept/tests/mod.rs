//! Folders, files and damage of every kind in; the same bytes, or an error, out.

mod damage;
mod owners;
mod processes;
mod room;
mod round_trips;

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::{Keep, KeepError, KeptCorpus, KeptFile};

/// The name of the corpus of a test.
const NAME: u128 = 0x0123_4567_89ab_cdef;
/// The file of a test.
const FILE: &str = "words";

/// A cache folder of a test's own.
struct Place {
    folder: TempDir,
    keep: Keep,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        let keep = Keep::open(&folder.path().join("keep")).expect("a folder of our own");
        Place { folder, keep }
    }

    fn corpus(&self) -> KeptCorpus {
        self.keep.corpus(NAME, "news").expect("a folder in it")
    }

    /// Where the file of the test's corpus lies.
    fn path(&self, file: &str) -> PathBuf {
        let keep = self.folder.path().join("keep");
        keep.join(super::keep::folder_name(NAME)).join(file)
    }
}

/// Writes sections, tagged by their number from 0.
fn write(corpus: &KeptCorpus, file: &str, sections: &[Vec<u8>]) -> Result<u64, KeepError> {
    corpus.write(file, &mut |out| {
        for (tag, section) in (0..).zip(sections) {
            out.section(tag)?;
            out.write_all(section)?;
        }
        Ok(())
    })
}

/// All of a file's sections.
fn contents(file: &KeptFile) -> Result<Vec<Vec<u8>>, KeepError> {
    let sections = file.tags().filter_map(|tag| file.section(tag));
    sections.map(|section| section.all()).collect()
}

fn read(corpus: &KeptCorpus, file: &str) -> Result<Vec<Vec<u8>>, KeepError> {
    contents(&corpus.read(file)?)
}

/// Bytes that look like noise and are the same every time.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}

/// The variable by which a test knows that it is to run in a process of its own, on that folder.
const FOLDER: &str = "FIHRIST_TEST_KEPT_FOLDER";

fn folder_of_this_process() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// Lets a command that starts this test program run one test on a folder.
fn test_in_process(command: &mut Command, test: &str, folder: &Path) {
    let module = module_path!().split_once("::").map_or("", |(_, path)| path);
    let name = format!("{module}::{test}");
    command.args(["--exact", &name]).env(FOLDER, folder);
}

/// Runs one test in a process of its own, as another user or not; `None` where that user may not run it.
fn run_again(test: &str, folder: &Path, user: Option<u32>) -> Option<Child> {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    test_in_process(&mut command, test, folder);
    if let Some(user) = user {
        command.uid(user);
    }
    command.stdout(Stdio::null()).spawn().ok()
}
