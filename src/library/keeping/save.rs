//! A loaded corpus in, kept files out.

use std::collections::HashSet;
use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::super::refolded::RefoldedArticles;
use super::super::shard::Shard;
use super::super::{FirstScreen, Library};
use super::manifest::{KeptName, Manifest, ShardName};
use super::reuse::{file_name, read_file};
use super::{CorpusKeeper, FIRST, MANIFEST, corpus_file, first_file, shard_file};
use crate::corpus::{FoundFile, Problem, Reason};
use crate::index::{IndexError, Lexicon, Segment};
use crate::kept::KeepError;

/// Bytes that are kept for each byte of a compressed text, as a guess before it is written: the index is as large again.
const KEPT_GROWTH: u64 = 3;

/// What is kept of a corpus.
pub(in super::super) struct ToKeep<'a> {
    /// With each shard the kept files it has already.
    pub(in super::super) shards: Vec<(Arc<Shard>, Option<ShardName>)>,
    pub(in super::super) refolded: &'a RefoldedArticles,
    pub(in super::super) lexicon: Option<&'a Lexicon>,
    pub(in super::super) first: &'a FirstScreen,
    /// Files that were not read in this run, since what is kept of them holds.
    pub(in super::super) unread: &'a HashSet<Arc<Path>>,
    /// Problems of finding files: errors, guesses, notes.
    pub(in super::super) found_problems: [usize; 3],
    /// All files that the shards were read from.
    pub(in super::super) files: Vec<FoundFile>,
    pub(in super::super) problems: &'a [Problem],
    pub(in super::super) problem_counts: [usize; 3],
    /// When reading began.
    pub(in super::super) began: SystemTime,
}

/// The right to write a corpus into kept files; one run has it at a time.
pub(in super::super) struct BuildRight {
    _lock: File,
}

/// What was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Bytes of everything kept of the corpus.
    pub bytes: u64,
}

impl CorpusKeeper {
    /// The right to keep the corpus; `None` while another run has it.
    pub(in super::super) fn build_right(&self) -> Result<Option<BuildRight>, KeepError> {
        Ok(self
            .corpus
            .try_build()?
            .map(|lock| BuildRight { _lock: lock }))
    }

    /// Writes a shard into kept files; the same shard as it is read from them.
    pub(in super::super) fn put(
        &self,
        shard: &Shard,
        _: &BuildRight,
    ) -> Result<(Shard, ShardName), IndexError> {
        if !self
            .keep
            .make_room(shard.records.size() * KEPT_GROWTH, self.name)
        {
            return Err(KeepError::NoRoom.into());
        }
        let name = self.shard(shard, None)?;
        let kept = shard_file::open(&self.open_file(name.articles)?)?;
        let Some(segment) = name.segment else {
            return Ok((kept, name));
        };
        let segment = Segment::kept(&self.open_file(segment)?, false)?;
        Ok((kept.with_segment(segment), name))
    }

    /// Removes what an interrupted run has left.
    pub(in super::super) fn tidy(&self, _: &BuildRight) {
        let manifest = self
            .corpus
            .read(MANIFEST)
            .and_then(|file| Manifest::open(&file));
        match manifest {
            Ok(manifest) => self.clear(&manifest),
            Err(KeepError::Missing) => self.clear(&Manifest::default()),
            // It will be replaced.
            Err(_) => {}
        }
    }

    /// Writes what the first screen shows of an unchanged corpus, where it cannot be read.
    pub(in super::super) fn mend_first(&self, library: &Library) {
        let kept = self
            .corpus
            .read(FIRST)
            .and_then(|file| first_file::open(&file));
        if kept.is_err()
            && let Ok(first) = library.first_screen()
        {
            // Without it the next run only shows the first rows later.
            let _ = self
                .corpus
                .write(FIRST, &mut |out| first_file::keep(&first, out));
        }
    }

    /// Whether another run has kept the corpus since this one looked.
    fn was_kept_anew(&self) -> bool {
        let manifest = self
            .corpus
            .read(MANIFEST)
            .and_then(|file| Manifest::open(&file));
        manifest.ok() != self.manifest
    }

    /// Keeps a corpus, whatever of it is kept already excepted.
    pub(in super::super) fn save(
        &self,
        corpus: &ToKeep<'_>,
        _: &BuildRight,
    ) -> Result<Option<Saved>, KeepError> {
        if self.was_kept_anew() {
            // Files that are named here may be gone; what the other run kept is as good.
            return Ok(None);
        }
        let new = corpus.shards.iter().filter(|(_, name)| name.is_none());
        let bytes: u64 = new.map(|(shard, _)| shard.records.size()).sum();
        if !self.keep.make_room(bytes * KEPT_GROWTH, self.name) {
            return Err(KeepError::NoRoom);
        }
        let mut manifest = Manifest {
            files: self.files(corpus),
            problem_counts: corpus.problem_counts.map(|count| count as u64),
            ..Manifest::default()
        };
        for (shard, name) in &corpus.shards {
            manifest.shards.push(self.shard(shard, *name)?);
        }
        manifest.corpus = self.write(&mut |out| corpus_file::keep(corpus.refolded, out))?;
        let indexed = manifest.shards.iter().all(|shard| shard.segment.is_some());
        if let Some(lexicon) = corpus.lexicon.filter(|_| indexed) {
            manifest.lexicon = Some(self.write(&mut |out| lexicon.keep(out))?);
        }
        // Finding the files will tell these again, and keeping its own.
        let of_files = |problem: &&Problem| manifest.file_of(&problem.path).is_some();
        manifest.problems = corpus.problems.iter().filter(of_files).cloned().collect();
        let keeping = |problem: &&Problem| {
            matches!(
                problem.reason,
                Reason::KeptNotUsed { .. } | Reason::NotKept { .. }
            )
        };
        let notes = corpus.problems.iter().filter(keeping).count();
        let [errors, guesses, found_notes] = corpus.found_problems;
        let found_again = [errors, guesses, found_notes + notes];
        for (count, again) in manifest.problem_counts.iter_mut().zip(found_again) {
            *count = count.saturating_sub(again as u64);
        }
        self.corpus
            .write(FIRST, &mut |out| first_file::keep(corpus.first, out))?;
        self.corpus.write(MANIFEST, &mut |out| manifest.keep(out))?;
        self.clear(&manifest);
        Ok(Some(Saved {
            bytes: self.corpus.bytes(),
        }))
    }

    fn files(&self, corpus: &ToKeep<'_>) -> Vec<super::manifest::ReadFile> {
        let began = corpus.began.duration_since(UNIX_EPOCH).unwrap_or_default();
        let began = i64::try_from(began.as_secs()).unwrap_or(i64::MAX);
        let known = |file: &FoundFile| {
            if !corpus.unread.contains(&file.path) {
                return None;
            }
            let manifest = self.manifest.as_ref()?;
            let at = manifest
                .files
                .binary_search_by(|f| (*f.path).cmp(&file.path))
                .ok()?;
            let known = manifest.files.get(at)?;
            (known.stamp == file.stamp && !known.fresh).then(|| known.clone())
        };
        let files = corpus.files.iter();
        let mut files: Vec<_> = files
            .map(|file| known(file).unwrap_or_else(|| read_file(file, (began, 0))))
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }

    fn shard(&self, shard: &Shard, name: Option<ShardName>) -> Result<ShardName, KeepError> {
        let articles = match name {
            Some(name) => name.articles,
            None => self.write(&mut |out| shard_file::keep(shard, out))?,
        };
        let segment = match (name.and_then(|name| name.segment), shard.segment()) {
            (Some(segment), _) => Some(segment),
            (None, Some(segment)) => Some(self.write(&mut |out| segment.keep(out))?),
            (None, None) => None,
        };
        Ok(ShardName { articles, segment })
    }

    /// Writes a kept file under a number that no other has.
    fn write(
        &self,
        fill: &mut dyn FnMut(&mut crate::kept::KeptWriter) -> std::io::Result<()>,
    ) -> Result<KeptName, KeepError> {
        let number = RandomState::new().hash_one(SystemTime::now());
        self.corpus.write(&file_name(number), fill)?;
        let stamp = self.corpus.read(&file_name(number))?.stamp();
        Ok(KeptName { number, stamp })
    }

    /// Removes the kept files that the manifest does not name.
    fn clear(&self, manifest: &Manifest) {
        let named: HashSet<String> = manifest.names().map(file_name).collect();
        for file in self.corpus.files() {
            if ![MANIFEST, FIRST].contains(&file.as_str()) && !named.contains(&file) {
                self.corpus.remove(&file);
            }
        }
    }
}
