//! The lines of the articles of a shard by which furniture is found: in memory, or in a kept file until they are
//! asked for.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use super::keeping::open_lines;
use crate::dedup::across::chrome::PrintedLine;
use crate::kept::KeptFile;

/// Lines in memory, or in a kept file until they are asked for.
#[derive(Debug, Default)]
pub(super) struct LazyLines {
    known: OnceLock<ShardLines>,
    file: Option<KeptFile>,
    torn: AtomicBool,
}

impl LazyLines {
    /// Lines that a kept file has.
    pub(super) fn kept(file: KeptFile) -> LazyLines {
        LazyLines {
            file: Some(file),
            ..LazyLines::default()
        }
    }

    /// Bytes of memory of those that were read.
    pub(super) fn memory(&self) -> u64 {
        let bytes = |lines: &ShardLines| size_of_val(&*lines.all) + size_of_val(&*lines.ends);
        self.known.get().map_or(0, bytes) as u64
    }

    /// Whether they could not be read.
    pub(super) fn are_torn(&self) -> bool {
        self.torn.load(Ordering::Relaxed)
    }

    pub(super) fn get(&self) -> &ShardLines {
        self.known.get_or_init(|| {
            let read = self.file.as_ref().map(open_lines);
            let torn = read.as_ref().is_some_and(Result::is_err);
            self.torn.store(torn, Ordering::Relaxed);
            read.and_then(Result::ok).unwrap_or_default()
        })
    }
}

impl From<ShardLines> for LazyLines {
    fn from(lines: ShardLines) -> LazyLines {
        LazyLines {
            known: OnceLock::from(lines),
            ..LazyLines::default()
        }
    }
}

/// The lines of the articles of a shard.
#[derive(Debug, Default)]
pub(super) struct ShardLines {
    all: Vec<PrintedLine>,
    /// One past the last line of each article.
    ends: Vec<u32>,
}

impl ShardLines {
    pub(super) fn of_columns(all: Vec<PrintedLine>, ends: Vec<u32>) -> ShardLines {
        ShardLines { all, ends }
    }

    pub(super) fn all(&self) -> &[PrintedLine] {
        &self.all
    }

    pub(super) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// Adds the lines of one more article.
    pub(super) fn add(&mut self, lines: Vec<PrintedLine>) {
        self.all.extend(lines);
        self.ends.push(self.all.len() as u32);
    }

    /// The lines of one article.
    pub(super) fn of(&self, place: u32) -> &[PrintedLine] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let at = place as usize;
        let start = at.checked_sub(1).map_or(0, end);
        self.all.get(start..end(at)).unwrap_or(&[])
    }
}
