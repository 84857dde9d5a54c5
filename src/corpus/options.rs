//! What the user states about a corpus beyond its files: paths, encoding, names of fields, whether text files are cut,
//! what of it is kept.

use std::fs;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use encoding_rs::Encoding;

use crate::words::messages;

/// The paths to load, and how.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Files and folders; `-` is standard input.
    pub paths: Vec<PathBuf>,
    pub options: ReadOptions,
    pub keeping: Keeping,
    pub stop: Stop,
}

impl Sources {
    /// Paths with default options.
    pub fn of(paths: Vec<PathBuf>) -> Sources {
        Sources {
            paths,
            ..Sources::default()
        }
    }

    /// Whether a second look at the paths tells what is there then: what came through a pipe is gone.
    pub fn can_be_read_again(&self) -> bool {
        let lies = |path: &PathBuf| match fs::metadata(path) {
            Ok(metadata) => metadata.is_file() || metadata.is_dir(),
            // It was removed, which a second look tells.
            Err(_) => true,
        };
        let mut paths = self.paths.iter();
        paths.all(|path| path.as_os_str() != "-" && lies(path))
    }
}

impl From<&Sources> for Sources {
    fn from(sources: &Sources) -> Sources {
        sources.clone()
    }
}

impl From<&[PathBuf]> for Sources {
    fn from(paths: &[PathBuf]) -> Sources {
        Sources::of(paths.to_vec())
    }
}

impl<const N: usize> From<&[PathBuf; N]> for Sources {
    fn from(paths: &[PathBuf; N]) -> Sources {
        Sources::of(paths.to_vec())
    }
}

impl From<&Vec<PathBuf>> for Sources {
    fn from(paths: &Vec<PathBuf>) -> Sources {
        Sources::of(paths.clone())
    }
}

/// Where what is worked out about a corpus is kept for the next run. By default nowhere: only the command line knows the
/// user's own folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// The cache folder; without one nothing is kept, and nothing that was kept is used.
    pub folder: Option<PathBuf>,
    /// Whether files are compared with what was kept by their content, and not by their stamps.
    pub verify: bool,
    /// Whether texts and index stay in the kept files and are read from there.
    pub on_disk: bool,
}

/// A flag by which another thread stops a load or a search; what was done until then stays.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Sets the flag.
    pub fn now(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Clears the flag, for the next load.
    pub fn clear(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How files are read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The encoding of all text that is not in a binary form; without it the bytes of each file decide.
    pub encoding: Option<&'static Encoding>,
    pub map: FieldMap,
    /// Whether a text file is one article, even if separator lines divide it.
    pub whole_files: bool,
}

/// What a field of a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldRole {
    Id,
    Title,
    Text,
    Source,
    Date,
    Author,
    Url,
}

impl FieldRole {
    /// All of them.
    pub(super) const ALL: [FieldRole; 7] = [
        FieldRole::Id,
        FieldRole::Title,
        FieldRole::Text,
        FieldRole::Source,
        FieldRole::Date,
        FieldRole::Author,
        FieldRole::Url,
    ];

    const NAMES: [(&'static str, FieldRole); 7] = [
        ("id", FieldRole::Id),
        ("title", FieldRole::Title),
        ("text", FieldRole::Text),
        ("source", FieldRole::Source),
        ("date", FieldRole::Date),
        ("author", FieldRole::Author),
        ("url", FieldRole::Url),
    ];

    /// The name in a map of fields and in JSON.
    pub fn name(self) -> &'static str {
        let named = FieldRole::NAMES.iter().find(|(_, role)| *role == self);
        named.map_or("", |(name, _)| *name)
    }
}

/// Names of fields by role, as the user gave them: `title=headline,date=pub.date`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldMap {
    /// Role and normalised name, in the order given.
    pairs: Vec<(FieldRole, String)>,
}

impl FieldMap {
    /// The normalised names given for a role, in order.
    pub fn names(&self, role: FieldRole) -> impl Iterator<Item = &str> {
        let of = self.pairs.iter().filter(move |(of, _)| *of == role);
        of.map(|(_, name)| name.as_str())
    }

    /// Whether a field's name, in any spelling, was given for some role.
    pub fn names_any(&self, name: &str) -> bool {
        let name = normalised(name);
        self.pairs.iter().any(|(_, given)| *given == name)
    }

    /// Names one more field.
    pub fn add(&mut self, role: FieldRole, name: &str) {
        self.pairs.push((role, normalised(name)));
    }

    /// Whether no field was named.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

messages! {
    /// A part of a map of fields that cannot be read.
    #[derive(Eq)]
    pub enum InvalidFieldMap {
        NoPair "no-field-pair" { pair: Name, known: Codes };
    }
}

impl InvalidFieldMap {
    fn of(pair: &str) -> InvalidFieldMap {
        let known = FieldRole::NAMES.iter().map(|(name, _)| (*name).to_owned());
        InvalidFieldMap::NoPair {
            pair: pair.trim().to_owned(),
            known: known.collect(),
        }
    }
}

impl FromStr for FieldMap {
    type Err = InvalidFieldMap;

    fn from_str(text: &str) -> Result<FieldMap, InvalidFieldMap> {
        let given = text.split(',').filter(|pair| !pair.trim().is_empty());
        let pair = |pair: &str| {
            let wrong = || InvalidFieldMap::of(pair);
            let (what, name) = pair.split_once('=').ok_or_else(wrong)?;
            let what = what.trim().to_lowercase();
            let (_, role) = FieldRole::NAMES
                .iter()
                .find(|(name, _)| *name == what)
                .ok_or_else(wrong)?;
            let name = normalised(name);
            if name.is_empty() {
                return Err(wrong());
            }
            Ok((*role, name))
        };
        Ok(FieldMap {
            pairs: given.map(pair).collect::<Result<_, _>>()?,
        })
    }
}

/// A field's name without case, spaces, `_` and `-`: `Published Date` and `published_date` are one.
pub fn normalised(name: &str) -> String {
    let kept = name
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '_' | '-' | '\u{FEFF}'));
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn a_map_of_fields() {
        let map: FieldMap = "title=Head Line, date = pub.date,title=name"
            .parse()
            .expect("a map");
        let titles: Vec<&str> = map.names(FieldRole::Title).collect();
        assert_eq!(titles, ["headline", "name"]);
        assert_eq!(map.names(FieldRole::Date).collect::<Vec<_>>(), ["pub.date"]);
        assert_eq!(map.names(FieldRole::Text).count(), 0);
        assert_eq!("".parse(), Ok(FieldMap::default()));
    }

    #[test]
    fn a_wrong_map_says_what_is_known() {
        for wrong in ["title", "headline=x", "title="] {
            let why = wrong.parse::<FieldMap>().expect_err("no map");
            let said = Words::ENGLISH.plain(&why);
            assert!(said.contains(wrong) && said.contains("author"), "{said}");
        }
    }
}
