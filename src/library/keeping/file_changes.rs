//! Which files of a kept corpus are not what they were, and what follows for those beside them.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::path::Path;

use super::super::shard::Shard;
use super::manifest::{Manifest, ReadFile, ShardName};
use super::reuse::content;
use crate::corpus::{FoundFile, FoundFiles, KnownYears, PartialDate};

/// Which files of a kept corpus are not what they were.
pub(super) struct FileChanges<'a> {
    manifest: &'a Manifest,
    /// By place in the manifest.
    stale: Vec<bool>,
    /// Files that were not there.
    new: HashSet<&'a Path>,
    /// Folders in which something changed.
    folders: HashSet<&'a Path>,
    /// Articles whose dates lack a year.
    pub(super) yearless: usize,
}

impl<'a> FileChanges<'a> {
    pub(super) fn between(
        manifest: &'a Manifest,
        found: &'a FoundFiles,
        verify: bool,
    ) -> FileChanges<'a> {
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
    pub(super) fn strike_yearless(&mut self, shard: &Shard, manifest: &Manifest) {
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
    pub(super) fn known_years(&self, shards: &[(Shard, ShardName)]) -> KnownYears {
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

    pub(super) fn is_none(&self, found: &FoundFiles) -> bool {
        self.new.is_empty() && !self.stale.contains(&true) && found.files.len() == self.stale.len()
    }

    pub(super) fn is_stale(&self, file: usize) -> bool {
        self.stale.get(file).copied().unwrap_or(true)
    }

    pub(super) fn is_to_read(&self, file: &FoundFile) -> bool {
        self.manifest
            .file_of(&file.path)
            .is_none_or(|at| self.is_stale(at))
    }

    /// By place of each path of a shard, whether its file is not what it was.
    pub(super) fn stale_paths(&self, shard: &Shard) -> Vec<bool> {
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
