//! Loads that come to a limit: of memory, of the disk, of what another run leaves to them.

use rustix::fs::{FlockOperation, flock};

use std::ops::ControlFlow;

use super::super::super::Published;
use super::super::super::load::{limited, watched};
use super::*;

/// Articles that were loaded and what was said, where only so many bytes may be in memory.
fn load_limited(sources: &Sources, limit: u64) -> (usize, Option<Reason>) {
    let library = limited(sources, 16, limit);
    let mut reasons = library.problems().iter().map(|problem| &problem.reason);
    let short = reasons.find(|reason| matches!(reason, Reason::MemoryShort { .. }));
    (library.len(), short.cloned())
}

fn large_case() -> KeptCase {
    let case = KeptCase::new();
    for name in ["c.jsonl", "d.jsonl", "e.jsonl"] {
        case.write(name, &records_in(0..300));
    }
    case
}

/// Without a place on the disk, loading ends at the limit and says after how many articles.
#[test]
fn where_nothing_can_be_kept_loading_ends_at_the_limit() {
    let case = large_case();
    let all = Sources::of(vec![case.corpus.path().to_path_buf()]);
    let (count, short) = load_limited(&all, u64::MAX);
    assert_eq!((count, short), (943, None));
    let mut nowhere = case.sources();
    let file = case.path("a.jsonl");
    nowhere.keeping.folder = Some(file.join("no-folder-can-be-here"));
    for sources in [&all, &nowhere] {
        let (count, short) = load_limited(sources, 4_000);
        let articles = count as u64;
        assert_eq!(short, Some(Reason::MemoryShort { articles }));
        assert!((16..500).contains(&count), "{count} articles");
    }
    // What can go to the disk goes there.
    assert_eq!(load_limited(&case.sources(), 4_000), (943, None));
}

impl KeptCase {
    /// What a few words find.
    fn found(&self, library: &Library) -> String {
        let mut answers = AnswerLines {
            library,
            below: self.corpus.path(),
            out: String::new(),
        };
        answers.search();
        answers.out
    }

    /// The folder of what is kept.
    fn corpus_folder(&self) -> PathBuf {
        let folders = fs::read_dir(self.caches.path().join("fihrist")).unwrap();
        let mut folders = folders.map(|folder| folder.unwrap().path());
        folders.find(|folder| folder.is_dir()).unwrap()
    }

    /// The right to keep the corpus, as another run holds it.
    fn held_by_another(&self) -> fs::File {
        let lock = fs::File::open(self.corpus_folder().join(".build")).unwrap();
        flock(&lock, FlockOperation::NonBlockingLockExclusive).unwrap();
        lock
    }
}

/// Another run keeps the corpus, so that this one cannot put it on the disk: it stays in memory, and that is said.
#[test]
fn a_corpus_that_another_run_keeps_stays_in_memory() {
    let mut case = large_case();
    case.open();
    case.write("c.jsonl", &records_in(0..90));
    let held = case.held_by_another();
    case.on_disk = true;
    let library = case.open();
    let mut reasons = library.problems().iter().map(|problem| &problem.reason);
    assert!(reasons.any(|reason| matches!(reason, Reason::NotOnDisk { .. })));
    assert_eq!(library.len(), 733);
    drop(held);
    let library = case.open();
    let mut reasons = library.problems().iter().map(|problem| &problem.reason);
    assert!(!reasons.any(|reason| matches!(reason, Reason::NotOnDisk { .. })));
    assert_eq!(library.len(), 733);
}

/// A kept file is torn while another run is keeping the corpus: what that one keeps is not removed.
#[test]
fn damage_that_is_found_while_another_run_keeps_the_corpus() {
    let case = KeptCase::new();
    let first = case.open();
    let manifest = fs::read(case.manifest()).unwrap();
    let held = case.held_by_another();
    first.distrust_kept();
    assert!(fs::read(case.manifest()).unwrap() == manifest);
    // A load that fails by it reads all anew, and keeps nothing.
    for (path, _) in case.kept_files() {
        fs::write(path, "torn").unwrap();
    }
    assert_eq!(case.open().len(), 43);
    assert!(fs::read(case.manifest()).unwrap() == manifest);
    drop(held);
    // Another run has kept it anew.
    case.open();
    let manifest = fs::read(case.manifest()).unwrap();
    first.distrust_kept();
    assert!(fs::read(case.manifest()).unwrap() == manifest);
    // What this run kept is no longer used, nor kept again.
    let library = case.open();
    library.distrust_kept();
    assert!(!case.corpus_folder().join("manifest").exists());
    case.check("after that");
}

/// What a load of a kept corpus that is not yet indexed publishes: how many articles each time.
fn published(sources: &Sources) -> (Vec<usize>, Arc<Library>) {
    let (mut counts, mut last) = (Vec::new(), Arc::default());
    watched(sources, 16, true, &mut |published| {
        match published {
            Published::Snapshot(library) => counts.push(library.len()),
            Published::Complete(library) => last = library,
            _ => {}
        }
        ControlFlow::Continue(())
    });
    (counts, last)
}

/// A corpus that was kept without an index is shown while it is indexed, and not only when all of it is.
#[test]
fn a_kept_corpus_is_shown_while_it_is_indexed() {
    let case = large_case();
    watched(&case.sources(), 16, false, &mut |_| {
        ControlFlow::Continue(())
    });
    // New articles come behind those that are kept. How many are done when the first are shown is up to the machine.
    case.write("f.jsonl", &records_in(0..200));
    let (counts, last) = published(&case.sources());
    assert!(counts.is_sorted() && !counts.is_empty(), "{counts:?}");
    assert_eq!(last.len(), 1143);
    let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
    assert!(case.found(&last) == case.found(&fresh));
}

/// A stop is not put off until all of the corpus is indexed; what was kept is there the next time.
#[test]
fn a_stop_while_a_kept_corpus_is_indexed() {
    let case = large_case();
    watched(&case.sources(), 16, false, &mut |_| {
        ControlFlow::Continue(())
    });
    let sources = case.sources();
    sources.stop.now();
    let (_, library) = published(&sources);
    let articles = library.len() as u64;
    assert!(articles < 943, "all was waited for");
    let said = |reason: &Reason| *reason == Reason::LoadingStopped { articles };
    assert!(
        library
            .problems()
            .iter()
            .any(|problem| said(&problem.reason))
    );
    let (_, library) = published(&case.sources());
    let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
    assert!(case.found(&library) == case.found(&fresh));
}

/// What was written of a corpus that cannot be kept after all is not left behind.
#[test]
fn nothing_is_left_of_a_corpus_that_could_not_be_kept() {
    let case = KeptCase::new();
    case.open();
    // Folders in one another, more than are removed.
    let manifest = case.manifest();
    fs::remove_file(&manifest).unwrap();
    let folders = (0..20).fold(manifest, |folder, _| folder.join("in"));
    fs::create_dir_all(folders).unwrap();
    let before = case.kept_files().len();
    for _ in 0..3 {
        let library = case.open();
        assert_eq!(library.len(), 43);
        assert_eq!(case.kept_files().len(), before);
    }
}
