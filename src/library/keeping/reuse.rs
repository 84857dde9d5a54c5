//! Of a kept corpus, what still holds: shards as they are, shards without the files that changed, and what is left to read.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::super::refolded::RefoldedArticles;
use super::super::shard::Shard;
use super::super::shards::Shards;
use super::manifest::{KeptName, Manifest, ReadFile, ShardName};
use super::{CorpusKeeper, corpus_file, shard_file};
use crate::corpus::{FileStamp, FoundFile, FoundFiles, KnownYears, Level, PartialDate, Problem};
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

/// Which files of a kept corpus are not what they were.
struct FileChanges<'a> {
    manifest: &'a Manifest,
    /// By place in the manifest.
    stale: Vec<bool>,
    /// Files that were not there.
    new: HashSet<&'a Path>,
    /// Folders in which something changed.
    folders: HashSet<&'a Path>,
    /// Articles whose dates lack a year.
    yearless: usize,
}

impl<'a> FileChanges<'a> {
    fn between(manifest: &'a Manifest, found: &'a FoundFiles, verify: bool) -> FileChanges<'a> {
        let mut changes = FileChanges {
            manifest,
            stale: vec![true; manifest.files.len()],
            new: HashSet::new(),
            folders: HashSet::new(),
            yearless: 0,
        };
        for file in &found.files {
            let known = manifest
                .files
                .binary_search_by(|f| (*f.path).cmp(&file.path));
            let same = |at: &usize| manifest.files.get(*at).is_some_and(|f| f.is(file, verify));
            match known {
                Ok(at) if same(&at) => changes.stale[at] = false,
                Ok(_) => {}
                Err(_) => {
                    changes.new.insert(&file.path);
                }
            }
        }
        let files = manifest.files.iter().zip(&changes.stale);
        let stale = files
            .filter(|(_, stale)| **stale)
            .map(|(file, _)| &*file.path);
        let folders = stale.chain(changes.new.iter().copied());
        changes.folders = folders.filter_map(Path::parent).collect();
        changes
    }

    /// The year of a date may be guessed from the articles of its folder: where one of those changed, the
    /// whole folder is read again.
    fn strike_yearless(&mut self, shard: &Shard, manifest: &Manifest) {
        if self.folders.is_empty() {
            return;
        }
        let dates = shard.columns.dates.iter().zip(&shard.columns.paths);
        let yearless = dates.filter(|(date, _)| matches!(date, Some(PartialDate::NoYear { .. })));
        let mut folders: HashSet<&Path> = HashSet::new();
        let mut yearless_count = 0;
        for (_, path) in yearless {
            yearless_count += 1;
            let path = shard.records.paths().get(*path as usize);
            let file = path.and_then(|path| manifest.file_of(path));
            let file = file.and_then(|file| manifest.files.get(file));
            folders.extend(file.and_then(|file| file.path.parent()));
        }
        self.yearless += yearless_count;
        folders.retain(|folder| self.folders.contains(folder));
        for (file, stale) in manifest.files.iter().zip(&mut self.stale) {
            *stale |= file
                .path
                .parent()
                .is_some_and(|folder| folders.contains(folder));
        }
    }

    /// The years of the articles whose files did not change: they are neighbours of what is read.
    fn known_years(&self, shards: &[(Shard, ShardName)]) -> KnownYears {
        let mut articles: HashMap<&Path, u32> = HashMap::new();
        for (shard, _) in shards {
            for path in &shard.columns.paths {
                if let Some(path) = shard.records.paths().get(*path as usize) {
                    *articles.entry(path).or_default() += 1;
                }
            }
        }
        let mut years = KnownYears::default();
        for (shard, _) in shards {
            let stale = self.stale_paths(shard);
            let dates = shard.columns.dates.iter().zip(&shard.columns.paths);
            for (place, (date, path)) in dates.enumerate() {
                let at = *path as usize;
                let year = date.and_then(PartialDate::year);
                let (Some(year), Some(path)) = (year, shard.records.paths().get(at)) else {
                    continue;
                };
                if stale.get(at) == Some(&false) {
                    let form = shard.columns.forms.get(place);
                    let form = form.and_then(|form| shard.records.forms().get(*form as usize));
                    let one = articles.get(&**path) == Some(&1);
                    let alone = one && form.is_some_and(|form| may_be_alone(path, form));
                    years.add(path, alone, year);
                }
            }
        }
        years
    }

    fn is_none(&self, found: &FoundFiles) -> bool {
        self.new.is_empty() && !self.stale.contains(&true) && found.files.len() == self.stale.len()
    }

    fn is_stale(&self, file: usize) -> bool {
        self.stale.get(file).copied().unwrap_or(true)
    }

    fn is_to_read(&self, file: &FoundFile) -> bool {
        self.manifest
            .file_of(&file.path)
            .is_none_or(|at| self.is_stale(at))
    }

    /// By place of each path of a shard, whether its file is not what it was.
    fn stale_paths(&self, shard: &Shard) -> Vec<bool> {
        let paths = shard.records.paths().iter();
        let stale = |path: &Path| match self.manifest.file_of(path) {
            Some(file) => self.is_stale(file),
            None => true,
        };
        paths.map(|path| stale(path)).collect()
    }
}

impl ReadFile {
    /// Whether a file that was found is this one, unchanged.
    fn is(&self, found: &FoundFile, verify: bool) -> bool {
        let (Some(was), Some(now)) = (self.stamp, found.stamp) else {
            return false;
        };
        was == now && (!(verify || self.fresh) || content(&found.path).ok() == Some(self.content))
    }
}

/// Whether the only article of a file of that form is the file, and not its only record.
fn may_be_alone(path: &Path, form: &str) -> bool {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or("");
    let records = name.contains(".jsonl") || name.contains(".ndjson");
    let form = form.split(' ').next().unwrap_or("");
    !records && matches!(form, "text" | "HTML" | "XML" | "JSON" | "mail")
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
