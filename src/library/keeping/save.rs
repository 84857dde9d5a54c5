//! A loaded corpus in, kept files out.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::super::settled::Settled;
use super::super::shard::Shard;
use super::super::{FirstScreen, Library};
use super::manifest::{KeptLexicon, KeptName, KeptShard, Manifest, ShardName};
use super::opened::strike_kept;
use super::read_file::ReadFile;
use super::reuse::file_name;
use super::{CorpusKeeper, FIRST, MANIFEST, corpus_file, first_file, shard_file};
use crate::corpus::{FileNote, FoundFile, Problem, Reason};
use crate::index::{IndexError, Lexicon, Segment};
use crate::kept::KeepError;
use crate::words::messages;

/// Bytes that are kept for each byte of a compressed text, as a guess before it is written: the index is as large
/// again.
const KEPT_GROWTH: u64 = 3;

/// What is kept of a corpus.
pub(in super::super) struct ToKeep<'a> {
    /// With each shard the kept files it has already.
    pub(in super::super) shards: Vec<(Arc<Shard>, Option<ShardName>)>,
    /// What the whole corpus tells of its articles; `None` where that is as it is kept.
    pub(in super::super) settled: Option<&'a Settled>,
    pub(in super::super) lexicon: Option<&'a Lexicon>,
    /// How many of the first shards are still those whose words the lexicon has that is kept already.
    pub(in super::super) covered: usize,
    /// By place among the files, which were read in this run; of the others what is kept holds.
    pub(in super::super) were_read: &'a [bool],
    pub(in super::super) first: &'a FirstScreen,
    /// Problems of finding files: errors, guesses, notes.
    pub(in super::super) found_problems: [usize; 3],
    /// All files that the shards were read from.
    pub(in super::super) files: Vec<FoundFile>,
    /// What was read of them.
    pub(in super::super) notes: HashMap<Arc<Path>, FileNote>,
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

messages! {
    /// What is said of keeping a corpus.
    pub enum KeepNote {
        /// It is kept, in so many bytes.
        Kept "kept-for-next-run" { size: Size };
    }
}

impl Saved {
    /// What is said of it.
    pub fn note(self) -> KeepNote {
        KeepNote::Kept { size: self.bytes }
    }
}

impl CorpusKeeper {
    /// The right to keep the corpus; `None` while another run has it.
    pub(in super::super) fn build_right(&self) -> Result<Option<BuildRight>, KeepError> {
        Ok(self
            .corpus
            .try_build()?
            .map(|lock| BuildRight { _lock: lock }))
    }

    /// Writes a shard into kept files, but for those that it has; the same shard as it is read from them.
    pub(in super::super) fn put(
        &self,
        shard: &Shard,
        name: Option<ShardName>,
        _: &BuildRight,
    ) -> Result<(Shard, ShardName), IndexError> {
        if !self
            .keep
            .make_room(shard.records.size() * KEPT_GROWTH, self.name)
        {
            return Err(KeepError::NoRoom.into());
        }
        let name = self.shard(shard, name)?;
        let mut kept = shard_file::open(&self.open_file(name.articles)?)?;
        strike_kept(&mut kept, shard.struck())?;
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
    pub(super) fn was_kept_anew(&self) -> bool {
        let manifest = self.corpus.read(MANIFEST).ok();
        manifest.map(|file| file.stamp()) != self.manifest_stamp
    }

    /// Keeps a corpus, whatever of it is kept already excepted.
    pub(in super::super) fn save(
        &self,
        corpus: &ToKeep<'_>,
        right: &BuildRight,
    ) -> Result<Option<Saved>, KeepError> {
        let before = self.corpus.files();
        let saved = self.try_save(corpus, right);
        // A folder that could not be listed says nothing of what is new in it.
        let listed = self.manifest.is_none() || !before.is_empty();
        if saved.is_err() && listed {
            // What was written would belong to nothing.
            let new = self.corpus.files();
            let new = new.iter().filter(|file| !before.contains(file));
            new.for_each(|file| self.corpus.remove(file));
        }
        saved
    }

    fn try_save(&self, corpus: &ToKeep<'_>, _: &BuildRight) -> Result<Option<Saved>, KeepError> {
        if self.is_distrusted() {
            self.corpus.remove(MANIFEST);
            return Ok(None);
        }
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
            manifest.shards.push(KeptShard {
                name: self.shard(shard, *name)?,
                struck: Arc::clone(shard.struck()),
            });
        }
        manifest.corpus = match (corpus.settled, &self.manifest) {
            (None, Some(kept)) => kept.corpus,
            (settled, _) => {
                let settled = settled.cloned().unwrap_or_default();
                self.write(&mut |out| corpus_file::keep(&settled, out))?
            }
        };
        manifest.lexicon = self.lexicon(corpus, &manifest.shards)?;
        // Finding the files will tell these again, and keeping its own.
        let of_files = |problem: &&Problem| manifest.file_of(&problem.path).is_some();
        manifest.problems = corpus.problems.iter().filter(of_files).cloned().collect();
        let keeping = |problem: &&Problem| {
            matches!(
                problem.reason,
                Reason::KeptNotUsed { .. } | Reason::NotKept { .. } | Reason::NotOnDisk { .. }
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

    /// The lexicon of all shards; where they have not been searched, the one that is kept already, if it still holds.
    fn lexicon(
        &self,
        corpus: &ToKeep<'_>,
        shards: &[KeptShard],
    ) -> Result<Option<KeptLexicon>, KeepError> {
        if let Some(lexicon) = corpus.lexicon {
            let indexed = shards.iter().all(|shard| shard.name.is_indexed());
            debug_assert!(indexed, "what is searched has its index");
            return Ok(Some(KeptLexicon {
                name: self.write(&mut |out| lexicon.keep(out))?,
                struck: shards.iter().map(|s| Arc::clone(&s.struck)).collect(),
            }));
        }
        let kept = self.manifest.as_ref().and_then(|kept| kept.lexicon.clone());
        Ok(kept.filter(|kept| kept.struck.len() == corpus.covered))
    }

    fn files(&self, corpus: &ToKeep<'_>) -> Vec<ReadFile> {
        let began = corpus.began.duration_since(UNIX_EPOCH).unwrap_or_default();
        let began = i64::try_from(began.as_secs()).unwrap_or(i64::MAX);
        let mut next = 0;
        let mut known = |file: &FoundFile| {
            let manifest = self.manifest.as_ref()?;
            manifest
                .files
                .get(manifest.place_of(&file.path, &mut next)?)
        };
        let files = corpus.files.iter().enumerate().map(|(place, file)| {
            let unread = corpus.were_read.get(place) == Some(&false);
            let known = if unread { known(file) } else { None };
            if let Some(known) = known.filter(|known| known.stamp == file.stamp && !known.fresh) {
                return known.clone();
            }
            let note = corpus.notes.get(&file.path);
            let mut read = ReadFile::of(file, note, began);
            // What is kept of it is what was kept.
            if let Some(known) = known {
                read.point.clone_from(&known.point);
            }
            read
        });
        let mut files: Vec<ReadFile> = files.collect();
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
