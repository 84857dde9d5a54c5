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
//! more go. A file of the corpus that changed is struck from the shards that hold articles of it, which
//! are built anew from what is left, and read again.

mod copies_file;
mod corpus_file;
mod file_changes;
mod first_file;
mod manifest;
mod reuse;
mod save;
mod shard_file;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use xxhash_rust::xxh3::xxh3_128;

use super::FirstScreen;
use crate::corpus::{Message, Problem, Reason, Sources};
use crate::index::IndexError;
use crate::kept::{self, Keep, KeepError, KeptCorpus};
pub(super) use copies_file::CopiesKeeper;
use manifest::Manifest;
pub(super) use manifest::ShardName;
pub(super) use reuse::{Reused, ReusedShard};
pub(super) use save::BuildRight;
pub use save::Saved;
pub(super) use save::ToKeep;
pub(super) use shard_file::open_lines;

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
    verify: bool,
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
        let manifest = corpus.read(MANIFEST).and_then(|file| Manifest::open(&file));
        let manifest = match manifest {
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
            verify: sources.keeping.verify,
            on_disk: sources.keeping.on_disk,
        })
    }

    /// Whether texts and index are to stay in their files.
    pub(super) fn is_on_disk(&self) -> bool {
        self.on_disk
    }

    /// Makes what is kept unused from now on, since a part of it cannot be read; whether that could be done.
    pub(super) fn distrust(&self) -> bool {
        self.corpus.remove(MANIFEST);
        matches!(self.corpus.read(MANIFEST), Err(KeepError::Missing))
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
    let error = Message(error.to_string());
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
        Ok(Err(_)) => Err(Some(KeepError::Torn("its index cannot be opened"))),
        Err(_) => Err(Some(KeepError::Torn("reading it failed by a fault"))),
    }
}
