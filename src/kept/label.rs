//! What people know a kept corpus by: the paths it was opened with.

use std::io::Read;
use std::path::{Component, Path, PathBuf};

use xxhash_rust::xxh3::xxh3_64;

use super::corpus_folder::LABEL;
use super::folder::PrivateFolder;

/// Longest label that is stored, in bytes; a longer one ends in a hash of itself.
const MAX_BYTES: usize = 16 * 1024;
const BETWEEN: &str = " + ";

/// The label of a corpus: its paths from the root on, so that it is the same from every folder.
pub fn label(paths: &[PathBuf]) -> String {
    let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
    stored(&paths.join(BETWEEN))
}

fn shown(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // `news/.` and `news/` are `news`.
    let parts = whole.components().filter(|part| *part != Component::CurDir);
    parts.collect::<PathBuf>().to_string_lossy().into_owned()
}

/// A label as it stands on disk: no control characters, no line ends, not too long.
pub(super) fn stored(label: &str) -> String {
    let mut stored = String::with_capacity(label.len());
    for c in label.chars() {
        if c.is_control() {
            stored.extend(c.escape_default());
        } else {
            stored.push(c);
        }
    }
    if stored.len() > MAX_BYTES {
        let hash = format!("… {:016x}", xxh3_64(stored.as_bytes()));
        let room = MAX_BYTES - hash.len();
        let end = (0..=room).rev().find(|at| stored.is_char_boundary(*at));
        stored.truncate(end.unwrap_or(0));
        stored.push_str(&hash);
    }
    stored
}

/// The label in the folder of a corpus; empty where there is none. It is as trustworthy as any file: it holds no
/// control characters, but anything else.
pub(super) fn read(folder: &PrivateFolder) -> String {
    let mut bytes = Vec::new();
    if let Ok(file) = folder.open_file(LABEL) {
        // What cannot be read is not shown.
        let _ = file.take(MAX_BYTES as u64).read_to_end(&mut bytes);
    }
    stored(&String::from_utf8_lossy(&bytes))
}
