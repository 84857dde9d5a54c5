//! What is worked out about a corpus, kept for the next run; and of what is kept, what still holds.
//!
//! ```text
//! manifest      the files that were read, and the names of all others: written last
//! NUMBER        a shard: articles, columns, lines
//! NUMBER        its segment of the index, once something was searched
//! NUMBER        what the whole corpus tells: furniture
//! NUMBER        the lexicon
//! first         what the first screen shows
//! copies        what stands in more than one article, where it was looked for
//! ```
//!
//! A kept file never changes: a newer one gets another number, and those that no manifest names any
//! more go. The articles of a file of the corpus that changed are struck from the shards that hold them: the manifest
//! says so, and nothing is written anew but what is read again, or of a file that only grew what was added. Where
//! much of a shard is struck, it is built anew from what is left. The lexicon may have the words of only the first
//! shards, and of articles struck since: it is brought up to date by the next run that searches.

mod copies_file;
mod corpus_file;
mod file_changes;
mod first_file;
mod manifest;
mod opened;
mod read_file;
mod reuse;
mod save;
mod shard_file;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use xxhash_rust::xxh3::xxh3_128;

use super::FirstScreen;
use crate::corpus::{Cause, Problem, ReadOptions, Reason, Sources};
use crate::index::IndexError;
use crate::kept::{self, Damage, Keep, KeepError, KeptCorpus, KeptFile};
pub(super) use copies_file::CopiesKeeper;
use manifest::Manifest;
pub(super) use manifest::ShardName;
pub(super) use reuse::{Reused, ReusedShard, WantedIndex};
pub(super) use save::BuildRight;
pub use save::Saved;
pub(super) use save::ToKeep;
pub(super) use shard_file::{open_cards, open_lines};

/// The name of the manifest among the kept files.
const MANIFEST: &str = "manifest";

/// The name of what the first screen shows.
const FIRST: &str = "first";

/// The kept corpus of some sources.
pub(super) struct CorpusKeeper {
    keep: Keep,
    name: u128,
    corpus: KeptCorpus,
    /// What is kept, where it can be used.
    manifest: Option<Manifest>,
    /// What tells whether another run has kept the corpus since.
    manifest_stamp: Option<u64>,
    verify: bool,
    options: ReadOptions,
    folder: PathBuf,
    is_distrusted: AtomicBool,
    /// Whether texts and index are read from their files.
    on_disk: bool,
}

impl CorpusKeeper {
    /// What is kept of these sources, or a place for it; `None` where nothing is to be kept. What is wrong
    /// with either is added to the problems.
    pub(super) fn open(sources: &Sources, problems: &mut Vec<Problem>) -> Option<CorpusKeeper> {
        let folder = sources.keeping.folder.as_deref()?;
        // What came through a pipe cannot be looked at again.
        let lasts = |path: &PathBuf| {
            let meta = std::fs::metadata(path);
            path.as_os_str() != "-" && meta.is_ok_and(|meta| meta.is_file() || meta.is_dir())
        };
        if !sources.paths.iter().all(lasts) {
            return None;
        }
        let name = name(sources);
        let opened = Keep::open(folder).and_then(|keep| {
            let corpus = keep.corpus(name, &kept::label(&sources.paths))?;
            Ok((keep, corpus))
        });
        let (keep, corpus) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                problems.push(problem(sources, &error, false));
                return None;
            }
        };
        let file = corpus.read(MANIFEST);
        let manifest_stamp = file.as_ref().ok().map(KeptFile::stamp);
        let manifest = match file.and_then(|file| Manifest::open(&file)) {
            Ok(manifest) => Some(manifest),
            Err(KeepError::Missing) => None,
            Err(error) => {
                problems.push(problem(sources, &error, true));
                None
            }
        };
        Some(CorpusKeeper {
            keep,
            name,
            corpus,
            manifest,
            manifest_stamp,
            verify: sources.keeping.verify,
            options: sources.options.clone(),
            folder: folder.to_path_buf(),
            is_distrusted: AtomicBool::new(false),
            on_disk: sources.keeping.on_disk,
        })
    }

    /// Whether texts and index are to stay in their files.
    pub(super) fn is_on_disk(&self) -> bool {
        self.on_disk
    }

    /// The cache folder, by which problems of keeping are known.
    pub(super) fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// Makes what is kept unused from now on, since a part of it cannot be read; whether that could be done.
    /// While another run is keeping the corpus, and where one has kept it anew, nothing is removed.
    pub(super) fn distrust(&self, right: Option<BuildRight>) -> bool {
        // A save that comes later keeps nothing of it.
        self.is_distrusted.store(true, Ordering::Relaxed);
        let right = right.or_else(|| self.build_right().ok().flatten());
        let Some(_right) = right else {
            return false;
        };
        if self.was_kept_anew() {
            return true;
        }
        self.corpus.remove(MANIFEST);
        matches!(self.corpus.read(MANIFEST), Err(KeepError::Missing))
    }

    /// Whether a part of what is kept could not be read.
    fn is_distrusted(&self) -> bool {
        self.is_distrusted.load(Ordering::Relaxed)
    }

    /// Whether articles or index may be read from kept files.
    pub(super) fn may_be_read(&self) -> bool {
        self.on_disk || self.has_kept()
    }

    /// Whether something is kept that may be used.
    pub(super) fn has_kept(&self) -> bool {
        self.manifest.is_some()
    }
}

/// What the first screen showed of these sources when they were kept last, where they were and it can be read:
/// the corpus may have changed since.
pub fn first_screen(sources: &Sources) -> Option<FirstScreen> {
    let folder = sources.keeping.folder.as_deref()?;
    let opened = Keep::open(folder).and_then(|keep| {
        let corpus = keep.corpus(name(sources), &kept::label(&sources.paths))?;
        first_file::open(&corpus.read(FIRST)?)
    });
    // Whatever is wrong is said when the rest is opened.
    opened.ok()
}

/// Sources that are read alike have one name; articles name their files by the paths as given.
fn name(sources: &Sources) -> u128 {
    let absolute = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
    let paths: Vec<PathBuf> = sources.paths.iter().map(absolute).collect();
    let all = format!("{paths:?} {:?} {:?}", sources.paths, sources.options);
    xxh3_128(all.as_bytes())
}

/// That what is kept is not used, or that nothing can be kept.
pub(super) fn problem(sources: &Sources, error: &KeepError, kept: bool) -> Problem {
    let error = Cause::said(error);
    let reason = if kept {
        Reason::KeptNotUsed { error }
    } else {
        Reason::NotKept { error }
    };
    let folder = sources.keeping.folder.clone().unwrap_or_default();
    Problem::new(folder, reason)
}

/// Reads what is kept. A panic in it means what an error means; `None` where the corpus has merely changed
/// too much.
pub(super) fn guarded(
    read: impl FnOnce() -> Result<Reused, IndexError>,
) -> Result<Reused, Option<KeepError>> {
    let read = catch_unwind(AssertUnwindSafe(read));
    match read {
        Ok(Ok(reused)) => Ok(reused),
        Ok(Err(IndexError::Kept(KeepError::Missing))) => Err(None),
        Ok(Err(IndexError::Kept(error))) => Err(Some(error)),
        Ok(Err(_)) => Err(Some(KeepError::Torn(Damage::BadIndex))),
        Err(_) => Err(Some(KeepError::Torn(Damage::ReadingPanicked))),
    }
}
