//! Takes the paths a user gave, gives the files to read, in order, and what could not be looked at.
//!
//! A folder is walked in name order, hidden entries are skipped, links are followed and a loop of
//! links is reported once. A file named by the user is read whatever it is called; inside a folder
//! the name's ending decides.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::format;
use super::problem::{Level, Problem};

/// A file to read.
#[derive(Clone, Debug)]
pub struct Found {
    pub path: Arc<Path>,
    /// Size in bytes; 0 for a pipe.
    pub bytes: u64,
    /// The sub-folder of the opened path in which the file lies: in many corpora the outlet's name.
    pub folder: Option<String>,
}

/// The files under the given paths, each once.
pub fn discover(sources: &[PathBuf]) -> (Vec<Found>, Vec<Problem>) {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    for source in sources {
        match std::fs::metadata(source) {
            Err(error) => problems.push(unreadable(source, &error.to_string())),
            Ok(meta) if meta.is_dir() => walk(source, &mut files, &mut problems),
            Ok(meta) => files.push(Found {
                path: Arc::from(source.as_path()),
                bytes: meta.len(),
                folder: None,
            }),
        }
    }
    // By what a path leads to: a folder named twice, or reached again by a link, is read once.
    files.retain(|file: &Found| {
        seen.insert(
            file.path
                .canonicalize()
                .unwrap_or_else(|_| file.path.to_path_buf()),
        )
    });
    (files, problems)
}

fn walk(root: &Path, files: &mut Vec<Found>, problems: &mut Vec<Problem>) {
    let before = files.len();
    let entries = WalkDir::new(root)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|e| e.depth() == 0 || !is_hidden(e));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => add(root, &entry, files, problems),
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(root).to_path_buf();
                problems.push(skipped(&path, &error));
            }
        }
    }
    if files.len() == before {
        problems.push(Problem {
            path: root.to_path_buf(),
            record: None,
            line: None,
            level: Level::Error,
            reason: "no article file in this folder".into(),
            hint: format!("readable are {}", format::ENDINGS.join(", ")),
        });
    }
}

fn add(root: &Path, entry: &DirEntry, files: &mut Vec<Found>, problems: &mut Vec<Problem>) {
    let path = entry.path();
    if format::reads(path) {
        files.push(Found {
            path: Arc::from(path),
            bytes: entry.metadata().map_or(0, |m| m.len()),
            folder: outlet_folder(root, path),
        });
    } else if let Some(hint) = format::advice(path) {
        problems.push(Problem {
            path: path.to_path_buf(),
            record: None,
            line: None,
            level: Level::Note,
            reason: "not read: this format is not known yet".into(),
            hint: hint.into(),
        });
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The nearest folder below the root that is not just a number: `root/outlet/2015/09/a.txt` is `outlet`'s.
fn outlet_folder(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?.parent()?;
    let names = below.iter().rev().filter_map(OsStr::to_str);
    names
        .into_iter()
        .find(|name| name.chars().any(char::is_alphabetic))
        .map(str::to_owned)
}

fn unreadable(path: &Path, error: &str) -> Problem {
    Problem {
        path: path.to_path_buf(),
        record: None,
        line: None,
        level: Level::Error,
        reason: format!("cannot be opened: {}", error.to_lowercase()),
        hint: "check the path".into(),
    }
}

fn skipped(path: &Path, error: &walkdir::Error) -> Problem {
    let (level, reason) = if error.loop_ancestor().is_some() {
        (
            Level::Note,
            "skipped: a link back to a folder above it".to_owned(),
        )
    } else {
        let why = error
            .io_error()
            .map_or_else(|| error.to_string(), ToString::to_string);
        (
            Level::Error,
            format!("cannot be opened: {}", why.to_lowercase()),
        )
    };
    Problem {
        path: path.to_path_buf(),
        record: None,
        line: None,
        level,
        reason,
        hint: String::new(),
    }
}
