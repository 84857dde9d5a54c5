//! Of a kept corpus, what still holds: shards as they are, shards without the files that changed, and what is left to
//! read.

use std::sync::Arc;

use super::super::settled::SettledBefore;
use super::super::shard::Shard;
use super::file_changes::FileChanges;
use super::manifest::{KeptName, Manifest, ShardName};
use super::opened::{ArticleMoves, OpenedShard};
use super::{CorpusKeeper, corpus_file};
use crate::corpus::{FoundFiles, KnownYears, Level, Problem};
use crate::index::{Assembly, IndexError, KeptSegment, Lexicon, OneQuestion, Segment};
use crate::kept::{Damage, KeepError, KeptFile};

/// Articles without a year from which on a corpus that changed is read anew.
const MAX_YEARLESS: usize = 4096;

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
    /// By place among the files found, which are to be read.
    pub(in super::super) to_read: Vec<bool>,
    /// The years of what is not read again.
    pub(in super::super) years: KnownYears,
    /// That is nothing, and nothing was struck: the corpus is as it is kept.
    pub(in super::super) unchanged: bool,
    /// Stamps of files are to be kept anew.
    pub(in super::super) restamped: bool,
    /// What the whole corpus told of the articles that are left.
    pub(in super::super) before: SettledBefore,
    /// The index of the first shards, where one is kept and wanted.
    pub(in super::super) assembly: Option<Assembly>,
    /// How many shards the kept lexicon has the words of.
    pub(in super::super) covered: usize,
    /// Whether it has words of articles that are gone, or not all of a shard.
    pub(in super::super) lexicon_lags: bool,
}

/// What the index that is kept is opened for.
#[derive(Clone, Copy)]
pub(in super::super) struct WantedIndex {
    /// The one question that is asked, where there are no more: of segments a part is read when it is used.
    pub(in super::super) asked: Option<OneQuestion>,
    /// Bytes that segments may take to be read at once.
    pub(in super::super) memory_limit: u64,
}

/// A shard that is kept.
pub(in super::super) enum ReusedShard {
    /// As it is in its files, but for what is struck.
    Kept(Arc<Shard>, ShardName),
    /// To be built anew from what is left of it.
    Left(Box<Shard>),
}

impl CorpusKeeper {
    /// What can be used, where the files are now these; an error where what is kept cannot be read. `index` is `None`
    /// where nothing will be searched.
    pub(in super::super) fn reuse(
        &self,
        found: &FoundFiles,
        index: Option<WantedIndex>,
    ) -> Result<Reused, IndexError> {
        let Some(manifest) = &self.manifest else {
            return Err(KeepError::Missing.into());
        };
        let mut changes = FileChanges::between(manifest, found, self.verify, &self.options);
        let mut opened = Vec::new();
        for kept in &manifest.shards {
            let shard = OpenedShard::open(kept, &self.open_file(kept.name.articles)?)?;
            changes.strike_yearless(&shard.shard, manifest);
            opened.push(shard);
        }
        changes.know_keys(opened.iter().map(|opened| &opened.shard));
        let mut reused = Reused {
            unchanged: changes.is_none(found),
            restamped: changes.restamped,
            ..Reused::default()
        };
        reused.rest.problems.clone_from(&found.problems);
        let articles = opened.iter().map(|opened| opened.shard.len()).sum();
        let corpus = self.open_file(manifest.corpus)?;
        reused.before.settled.refolded = corpus_file::open_refolded(&corpus, articles)?;
        if reused.unchanged {
            reused.problems.clone_from(&manifest.problems);
            reused.problem_counts = manifest.problem_counts.map(|count| count as usize);
            reused.to_read = vec![false; found.files.len()];
        } else {
            // Which of so many articles get a year depends on all that are read together.
            let many_yearless = changes.yearless >= MAX_YEARLESS;
            if many_yearless || !manifest.has_all_problems() {
                // Problems that are not kept cannot be told by their files.
                return Err(KeepError::Missing.into());
            }
            reused.years = changes.known_years(opened.iter().map(|opened| &opened.shard));
            reused.before.settled.marks = corpus_file::open_marks(&corpus, articles)?;
            reused.take_changes(manifest, &changes, &mut opened);
            let mut next = 0;
            for file in &found.files {
                let rest = changes.to_read(file, &mut next);
                reused.to_read.push(rest.is_some());
                reused.rest.files.extend(rest);
            }
        }
        self.take_shards(manifest, opened, index, &mut reused)?;
        Ok(reused)
    }

    /// Opens a kept file of the manifest.
    pub(super) fn open_file(&self, name: KeptName) -> Result<KeptFile, KeepError> {
        let file = self.corpus.read(&file_name(name.number))?;
        if file.stamp() != name.stamp {
            return Err(KeepError::Torn(Damage::OtherFile));
        }
        Ok(file)
    }

    /// Decides what becomes of each shard, and puts the index of those together that the kept lexicon has.
    fn take_shards(
        &self,
        manifest: &Manifest,
        opened: Vec<OpenedShard>,
        index: Option<WantedIndex>,
        reused: &mut Reused,
    ) -> Result<(), IndexError> {
        let lexicon = manifest.lexicon.as_ref().filter(|lexicon| {
            let covered = opened.iter().take(lexicon.struck.len());
            let must_be_built = |opened: &OpenedShard| opened.is_worn() && !opened.is_small();
            reused.unchanged || !covered.into_iter().any(must_be_built)
        });
        reused.covered = lexicon.map_or(0, |lexicon| lexicon.struck.len());
        let mut gone = Vec::new();
        if let Some(lexicon) = lexicon.filter(|_| index.is_some()) {
            for (opened, before) in opened.iter().zip(&lexicon.struck) {
                gone.extend(opened.gone(before)?);
            }
        }
        reused.lexicon_lags = reused.covered < opened.len() || !gone.is_empty();
        let in_memory = index.is_some_and(|index| self.fits_memory(index));
        let mut indexed = Vec::new();
        for (place, opened) in opened.into_iter().enumerate() {
            if !reused.unchanged && place >= reused.covered && opened.is_worn() {
                reused
                    .shards
                    .push(ReusedShard::Left(Box::new(opened.shard)));
                continue;
            }
            let (shard, name) = (opened.shard, opened.name);
            let mut shard = match index {
                Some(_) => self.with_segment(shard, name, in_memory)?,
                None => shard,
            };
            if reused.unchanged && index.is_some_and(|index| index.asked.is_some()) {
                shard = shard.without_cards();
            }
            let shard = Arc::new(shard);
            if let Some(segment) = shard.segment() {
                indexed.push(KeptSegment {
                    segment: Arc::clone(segment),
                    struck: Arc::clone(shard.struck()),
                });
            }
            reused.shards.push(ReusedShard::Kept(shard, name));
        }
        if let (Some(kept), Some(index)) = (lexicon, index) {
            if kept.struck.len() > indexed.len() {
                return Err(KeepError::Torn(Damage::MissingShards).into());
            }
            indexed.truncate(kept.struck.len());
            // What is asked more, or changes, has to be whole.
            let stays = reused.unchanged && !reused.lexicon_lags;
            let asked = index.asked.filter(|_| stays);
            let lexicon = Lexicon::kept(&self.open_file(kept.name)?, asked)?;
            reused.assembly = Some(Assembly::kept(indexed, lexicon, &gone));
        }
        Ok(())
    }

    /// Whether segments are read at once.
    fn fits_memory(&self, index: WantedIndex) -> bool {
        let at_once = index.asked.is_none() && !self.on_disk;
        at_once && self.corpus.bytes() <= index.memory_limit
    }

    fn with_segment(
        &self,
        shard: Shard,
        name: ShardName,
        in_memory: bool,
    ) -> Result<Shard, IndexError> {
        let Some(segment) = name.segment else {
            return Ok(shard);
        };
        let file = self.open_file(segment)?;
        Ok(shard.with_segment(Segment::kept(&file, in_memory)?))
    }
}

impl Reused {
    /// Strikes the articles whose files changed.
    fn take_changes(
        &mut self,
        manifest: &Manifest,
        changes: &FileChanges<'_>,
        opened: &mut [OpenedShard],
    ) {
        let mut moves = ArticleMoves::default();
        for shard in opened {
            let stale = changes.stale_places(&shard.shard);
            moves.strike(shard, &stale);
        }
        let settled = std::mem::take(&mut self.before.settled);
        self.before.settled = settled.renumbered(&moves.numbers);
        self.before.gone = moves.gone;
        for problem in &manifest.problems {
            if changes.holds(problem) {
                self.problem_counts[problem.level as usize] += 1;
                self.problems.push(problem.clone());
            }
        }
    }
}

impl Manifest {
    /// Whether every problem is kept, and not only counted.
    fn has_all_problems(&self) -> bool {
        let of = |level: Level| self.problems.iter().filter(|p| p.level == level).count() as u64;
        [Level::Error, Level::Guess, Level::Note].map(of) == self.problem_counts
    }
}

/// The name of a kept file.
pub(super) fn file_name(number: u64) -> String {
    format!("{number:016x}")
}
