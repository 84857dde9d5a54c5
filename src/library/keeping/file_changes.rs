//! Which files of a kept corpus are not what they were, and what follows for those beside them.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::super::shard::Shard;
use super::manifest::Manifest;
use super::read_file::{ReadFile, Sameness};
use crate::corpus::{
    FoundFile, FoundFiles, GrownFile, Key, KnownYears, PartialDate, Problem, ReadOptions, Reason,
    YearSource, is_of_whole_file,
};

/// Which files of a kept corpus are not what they were.
pub(super) struct FileChanges<'a> {
    manifest: &'a Manifest,
    /// By place in the manifest.
    stale: Vec<bool>,
    /// Files that only grew, by place in the manifest: what is kept of them holds.
    grown: HashMap<usize, GrownFile>,
    /// Files that were not there.
    new: HashSet<&'a Path>,
    /// Folders in which something changed.
    folders: HashSet<&'a Path>,
    /// Some file has another stamp, though nothing in it changed.
    pub(super) restamped: bool,
    /// Articles whose dates lack a year.
    pub(super) yearless: usize,
}

impl<'a> FileChanges<'a> {
    pub(super) fn between(
        manifest: &'a Manifest,
        found: &'a FoundFiles,
        verify: bool,
        options: &ReadOptions,
    ) -> FileChanges<'a> {
        let mut changes = FileChanges {
            manifest,
            stale: vec![true; manifest.files.len()],
            grown: HashMap::new(),
            new: HashSet::new(),
            folders: HashSet::new(),
            restamped: false,
            yearless: 0,
        };
        let mut next = 0;
        for file in &found.files {
            let known = manifest.place_of(&file.path, &mut next);
            let known = known.and_then(|at| Some((at, manifest.files.get(at)?)));
            match known {
                Some((at, known)) => changes.compare(at, known, file, verify, options),
                None => {
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

    fn compare(
        &mut self,
        at: usize,
        known: &ReadFile,
        file: &FoundFile,
        verify: bool,
        options: &ReadOptions,
    ) {
        let sameness = known.sameness(file, verify);
        self.restamped |= sameness == Sameness::SameContent;
        if sameness == Sameness::Other {
            let point = known.point.as_ref().filter(|_| !self.lost_records(known));
            let grown = point.and_then(|point| GrownFile::of(file, point, options));
            let Some(grown) = grown else { return };
            self.grown.insert(at, grown);
        }
        self.stale[at] = false;
    }

    /// Whether some record of a file has a key that no article shows.
    fn lost_records(&self, file: &ReadFile) -> bool {
        let mut problems = self.manifest.problems.iter();
        problems.any(|problem| {
            problem.path == file.path && matches!(problem.reason, Reason::RecordFailed { .. })
        })
    }

    /// The year of a date may be guessed from the articles of its folder: where one of those changed, the files with
    /// such dates are read again. In a file of records it is guessed from the file.
    pub(super) fn strike_yearless(&mut self, shard: &Shard, manifest: &Manifest) {
        if self.folders.is_empty() && self.grown.is_empty() {
            return;
        }
        let columns = &shard.columns;
        let articles = columns.dates.iter().zip(&columns.paths).zip(&columns.forms);
        for (place, ((date, path), form)) in (0..).zip(articles) {
            if !matches!(date, Some(PartialDate::NoYear { .. })) {
                continue;
            }
            self.yearless += 1;
            let path = shard.records.paths().get(*path as usize);
            let form = shard.records.forms().get(*form as usize);
            let (Some(path), Some(form)) = (path, form) else {
                continue;
            };
            let Some(file) = manifest.file_of(path) else {
                continue;
            };
            let folder = path.parent();
            let near_a_change = folder.is_some_and(|folder| self.folders.contains(folder));
            let depends = near_a_change && self.may_be_alone(Some(file), path, form)
                || self.grown.contains_key(&file) && year_depends_on_others(shard, place);
            if depends {
                self.grown.remove(&file);
                if let Some(stale) = self.stale.get_mut(file) {
                    *stale = true;
                }
            }
        }
    }

    /// Looks up the keys of the articles of files that grew: a record that repeats one has a key of its own.
    pub(super) fn know_keys<'s>(&mut self, shards: impl Iterator<Item = &'s Shard>) {
        if self.grown.is_empty() {
            return;
        }
        let mut keys: HashMap<usize, Vec<Key>> = HashMap::new();
        for shard in shards {
            let files = self.files_of(shard);
            for (key, path) in shard.columns.keys.iter().zip(&shard.columns.paths) {
                let file = files.get(*path as usize).copied().flatten();
                if let Some(file) = file.filter(|file| self.grown.contains_key(file)) {
                    keys.entry(file).or_default().push(*key);
                }
            }
        }
        for (file, keys) in keys {
            if let Some(grown) = self.grown.remove(&file) {
                self.grown.insert(file, grown.with_keys(keys));
            }
        }
    }

    /// The years of the articles whose files did not change: they are neighbours of what is read.
    pub(super) fn known_years<'s>(
        &self,
        shards: impl Iterator<Item = &'s Shard> + Clone,
    ) -> KnownYears {
        // Texts are compared and hashed sooner than paths, part by part.
        let mut articles: FxHashMap<&OsStr, u32> = FxHashMap::default();
        for shard in shards.clone() {
            for path in &shard.columns.paths {
                if let Some(path) = shard.records.paths().get(*path as usize) {
                    *articles.entry(path.as_os_str()).or_default() += 1;
                }
            }
        }
        let mut years = KnownYears::default();
        for shard in shards {
            let files = self.files_of(shard);
            let dates = shard.columns.dates.iter().zip(&shard.columns.paths);
            for (place, (date, path)) in dates.enumerate() {
                let at = *path as usize;
                let year = date.and_then(PartialDate::year);
                let (Some(year), Some(path)) = (year, shard.records.paths().get(at)) else {
                    continue;
                };
                let file = files.get(at).copied().flatten();
                if file.is_some_and(|file| !self.is_stale(file)) {
                    let form = shard.columns.forms.get(place);
                    let form = form.and_then(|form| shard.records.forms().get(*form as usize));
                    let one = articles.get(path.as_os_str()) == Some(&1);
                    let alone = one && form.is_some_and(|form| self.may_be_alone(file, path, form));
                    years.add(path, alone, year);
                }
            }
        }
        years
    }

    pub(super) fn is_none(&self, found: &FoundFiles) -> bool {
        let any = self.stale.contains(&true) || !self.grown.is_empty();
        self.new.is_empty() && !any && found.files.len() == self.stale.len()
    }

    fn is_stale(&self, file: usize) -> bool {
        self.stale.get(file).copied().unwrap_or(true)
    }

    /// The places of articles whose files are not what they were.
    pub(super) fn stale_places(&self, shard: &Shard) -> Vec<u32> {
        let files = self.files_of(shard);
        let stale: Vec<bool> = files
            .into_iter()
            .map(|file| file.is_none_or(|file| self.is_stale(file)))
            .collect();
        let paths = (0..).zip(&shard.columns.paths);
        let places = paths.filter(|(_, path)| stale.get(**path as usize) != Some(&false));
        places.map(|(place, _)| place).collect()
    }

    /// Whether a problem of a file is one still, and is not found again.
    pub(super) fn holds(&self, problem: &Problem) -> bool {
        let Some(file) = self.manifest.file_of(&problem.path) else {
            return false;
        };
        let again = |grown: &GrownFile| {
            let from = grown.point().line();
            let beyond = problem
                .line
                .zip(from)
                .is_some_and(|(line, from)| line >= from);
            beyond || is_of_whole_file(&problem.reason)
        };
        !self.is_stale(file) && !self.grown.get(&file).is_some_and(again)
    }

    /// What is to be read of a file, if anything is; `next` is where the next file is looked for first.
    pub(super) fn to_read(&self, file: &FoundFile, next: &mut usize) -> Option<FoundFile> {
        let Some(at) = self.manifest.place_of(&file.path, next) else {
            return Some(file.clone());
        };
        if let Some(grown) = self.grown.get(&at) {
            return Some(FoundFile {
                bytes: file.bytes.saturating_sub(grown.point().offset()),
                grown: Some(Arc::new(grown.clone())),
                ..file.clone()
            });
        }
        self.is_stale(at).then(|| file.clone())
    }

    /// Whether the only article of a file of that form is the file, and not its only record.
    fn may_be_alone(&self, file: Option<usize>, path: &Path, form: &str) -> bool {
        // Where reading may go on, what was read are records.
        let file = file.and_then(|file| self.manifest.files.get(file));
        if file.is_some_and(|file| file.point.is_some()) {
            return false;
        }
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or("");
        let records = name.contains(".jsonl") || name.contains(".ndjson");
        let form = form.split(' ').next().unwrap_or("");
        !records && matches!(form, "text" | "HTML" | "XML" | "JSON" | "mail")
    }

    /// By place of each path of a shard, the file it lies in.
    fn files_of(&self, shard: &Shard) -> Vec<Option<usize>> {
        let mut next = 0;
        let paths = shard.records.paths().iter().map(|path| {
            let known = self.manifest.place_of(path, &mut next);
            known.or_else(|| self.manifest.file_of(path))
        });
        paths.collect()
    }
}

/// Whether the year of an article's date was sought among those of other articles.
fn year_depends_on_others(shard: &Shard, place: u32) -> bool {
    let guess = shard
        .records
        .get(place)
        .and_then(|entry| entry.article.date_guess);
    guess.is_none_or(|guess| guess.source == YearSource::Neighbours)
}
