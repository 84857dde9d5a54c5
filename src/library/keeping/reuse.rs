//! Of a kept corpus, what still holds: shards as they are, shards without the files that changed, and what is left to read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::super::refolded::RefoldedArticles;
use super::super::shard::Shard;
use super::super::shards::Shards;
use super::file_changes::FileChanges;
use super::manifest::{KeptName, Manifest, ReadFile, ShardName};
use super::{CorpusKeeper, corpus_file, shard_file};
use crate::corpus::{FileStamp, FoundFile, FoundFiles, KnownYears, Level, Problem};
use crate::index::{Assembly, IndexError, Lexicon, Segment};
use crate::kept::{KeepError, KeptFile};

/// Articles without a year from which on a corpus that changed is read anew.
const MAX_YEARLESS: usize = 4096;
/// Bytes that are hashed at a time.
const BUFFER_BYTES: usize = 256 << 10;

/// What of a kept corpus can be used.
#[derive(Default)]
pub(in super::super) struct Reused {
    pub(in super::super) shards: Vec<ReusedShard>,
    /// Problems of files that did not change, then those of finding the files.
    pub(in super::super) problems: Vec<Problem>,
    /// How many problems of files there are, those not kept among them.
    pub(in super::super) problem_counts: [usize; 3],
    /// What is left to be read.
    pub(in super::super) rest: FoundFiles,
    /// The years of what is not read again.
    pub(in super::super) years: KnownYears,
    /// That is nothing, and nothing was struck: the corpus is as it is kept.
    pub(in super::super) unchanged: bool,
    /// What the whole corpus tells, where nothing changed.
    pub(in super::super) refolded: Option<RefoldedArticles>,
    /// The index, where nothing changed, and one is kept and wanted.
    pub(in super::super) assembly: Option<Assembly>,
}

/// What is done with the segments of kept shards.
#[derive(Clone, Copy)]
struct SegmentChoice {
    /// Whether they are opened at all.
    wanted: bool,
    /// Whether they are read at once, or a part when it is used.
    in_memory: bool,
}

/// A shard that is kept.
pub(in super::super) enum ReusedShard {
    /// As it is.
    Whole(Arc<Shard>, ShardName),
    /// What is left of it: the places of articles.
    Struck(Box<Shard>, Vec<u32>),
}

impl CorpusKeeper {
    /// What can be used, where the files are now these; an error where what is kept cannot be read.
    pub(in super::super) fn reuse(
        &self,
        found: &FoundFiles,
        indexed: bool,
        memory_limit: u64,
    ) -> Result<Reused, IndexError> {
        let Some(manifest) = &self.manifest else {
            return Err(KeepError::Missing.into());
        };
        let segments = SegmentChoice {
            wanted: indexed,
            in_memory: !self.on_disk && self.corpus.bytes() <= memory_limit,
        };
        let mut changes = FileChanges::between(manifest, found, self.verify);
        let mut opened = Vec::new();
        for name in &manifest.shards {
            let shard = shard_file::open(&self.open_file(name.articles)?)?;
            changes.strike_yearless(&shard, manifest);
            opened.push((shard, *name));
        }
        if changes.is_none(found) {
            return self.unchanged(manifest, opened, found, segments);
        }
        // Which of so many articles get a year depends on all that are read together.
        let many_yearless = changes.yearless >= MAX_YEARLESS;
        if many_yearless || !manifest.has_all_problems() {
            // Problems that are not kept cannot be told by their files.
            return Err(KeepError::Missing.into());
        }
        let mut reused = Reused {
            years: changes.known_years(&opened),
            ..Reused::default()
        };
        for (shard, name) in opened {
            reused
                .shards
                .push(self.struck(shard, name, &changes, segments)?);
        }
        for problem in &manifest.problems {
            let file = manifest.file_of(&problem.path);
            if file.is_some_and(|file| !changes.is_stale(file)) {
                reused.problem_counts[problem.level as usize] += 1;
                reused.problems.push(problem.clone());
            }
        }
        reused.rest.problems.clone_from(&found.problems);
        let files = found.files.iter();
        let to_read = files.filter(|file| changes.is_to_read(file));
        reused.rest.files = to_read.cloned().collect();
        Ok(reused)
    }

    /// Opens a kept file of the manifest.
    pub(super) fn open_file(&self, name: KeptName) -> Result<KeptFile, KeepError> {
        let file = self.corpus.read(&file_name(name.number))?;
        if file.stamp() != name.stamp {
            return Err(KeepError::Torn("another file has its name"));
        }
        Ok(file)
    }

    fn unchanged(
        &self,
        manifest: &Manifest,
        opened: Vec<(Shard, ShardName)>,
        found: &FoundFiles,
        segments: SegmentChoice,
    ) -> Result<Reused, IndexError> {
        let mut reused = Reused {
            problems: manifest.problems.clone(),
            problem_counts: manifest.problem_counts.map(|count| count as usize),
            ..Reused::default()
        };
        reused.unchanged = true;
        reused.rest.problems.clone_from(&found.problems);
        let mut shards = Shards::default();
        for (shard, name) in opened {
            let shard = Arc::new(self.with_segment(shard, name, segments)?);
            shards.push(Arc::clone(&shard));
            reused.shards.push(ReusedShard::Whole(shard, name));
        }
        let corpus = self.open_file(manifest.corpus)?;
        reused.refolded = Some(corpus_file::open(&corpus, &shards)?);
        if let Some(lexicon) = manifest.lexicon.filter(|_| segments.wanted) {
            let lexicon = Lexicon::kept(&self.open_file(lexicon)?)?;
            let kept = shards
                .each()
                .filter_map(|(_, shard)| shard.segment().cloned());
            reused.assembly = Some(Assembly::kept(kept.collect(), lexicon));
        }
        Ok(reused)
    }

    fn with_segment(
        &self,
        shard: Shard,
        name: ShardName,
        segments: SegmentChoice,
    ) -> Result<Shard, IndexError> {
        let Some(segment) = name.segment.filter(|_| segments.wanted) else {
            return Ok(shard);
        };
        let file = self.open_file(segment)?;
        Ok(shard.with_segment(Segment::kept(&file, segments.in_memory)?))
    }

    /// A shard as it is, or what is left of it.
    fn struck(
        &self,
        shard: Shard,
        name: ShardName,
        changes: &FileChanges<'_>,
        segments: SegmentChoice,
    ) -> Result<ReusedShard, IndexError> {
        let stale: Vec<bool> = changes.stale_paths(&shard);
        if !stale.contains(&true) {
            let shard = self.with_segment(shard, name, segments)?;
            return Ok(ReusedShard::Whole(Arc::new(shard), name));
        }
        let paths = (0..).zip(&shard.columns.paths);
        let left = paths.filter(|(_, path)| stale.get(**path as usize) == Some(&false));
        let left = left.map(|(place, _)| place).collect();
        Ok(ReusedShard::Struck(Box::new(shard), left))
    }
}

impl Manifest {
    /// Whether every problem is kept, and not only counted.
    fn has_all_problems(&self) -> bool {
        let of = |level: Level| self.problems.iter().filter(|p| p.level == level).count() as u64;
        [Level::Error, Level::Guess, Level::Note].map(of) == self.problem_counts
    }
}

/// A hash of the bytes of a file.
pub(super) fn content(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?;
    let mut hasher = Xxh3::new();
    let mut buffer = vec![0; BUFFER_BYTES];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hasher.digest());
        }
        hasher.update(buffer.get(..read).unwrap_or(&[]));
    }
}

/// The name of a kept file.
pub(super) fn file_name(number: u64) -> String {
    format!("{number:016x}")
}

/// What is known of a file that was read with that stamp.
pub(super) fn read_file(found: &FoundFile, began: (i64, i64)) -> ReadFile {
    let stamp = found
        .stamp
        .filter(|stamp| FileStamp::now(&found.path) == Some(*stamp));
    let content = stamp.and_then(|_| content(&found.path).ok());
    let fresh = stamp.is_some_and(|stamp| stamp.changed.0 + 2 >= began.0);
    ReadFile {
        path: found.path.to_path_buf(),
        stamp: stamp.filter(|_| content.is_some()),
        content: content.unwrap_or(0),
        fresh,
    }
}
