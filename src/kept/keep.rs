//! The cache folder of the program: which corpora it holds, and how one of them goes.

use std::cmp::Reverse;
use std::ffi::OsString;
use std::hash::{BuildHasher, RandomState};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::corpus_folder::{self, KeptCorpus, LOCK};
use super::folder::PrivateFolder;
use super::lock::{Hold, try_lock};
use super::{KeepError, KeptFile, build, label};

/// The folder in the user's own one for caches.
const FOLDER: &str = "fihrist";
/// What the names of corpora begin with that are being removed.
const DROPPED: &str = ".dropped-";
/// Says to programs that make backups that all of it can be made anew (bford.info/cachedir).
const CACHE_TAG: &str = "CACHEDIR.TAG";
const CACHE_TAG_TEXT: &[u8] = b"Signature: 8a477f597d28d172789f06886806bc55\n\
    # What fihrist keeps of the corpora that were opened. All of it can be made anew.\n";

/// The cache folder of the program.
#[derive(Debug)]
pub struct Keep {
    pub(super) folder: PrivateFolder,
}

/// What is known about a kept corpus without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptInfo {
    pub name: u128,
    /// The paths it was opened with, for people; anybody may have written them.
    pub label: String,
    pub bytes: u64,
    /// When it was last opened or closed.
    pub last_use: SystemTime,
    /// Whether a run of the program has it open.
    pub in_use: bool,
    pub state: KeptState,
}

/// Of what use a kept corpus or file is, as far as the ends of its files say; blocks are looked at by
/// [`Keep::verify`] alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptState {
    Whole,
    /// Another version of the program wrote it.
    OtherVersion,
    Torn,
    /// Not to be trusted, or not to be read.
    Unreadable,
}

impl KeptState {
    pub(super) fn of<T>(read: &Result<T, KeepError>) -> KeptState {
        match read {
            // A file that has gone meanwhile is in nobody's way.
            Ok(_) | Err(KeepError::Missing) => KeptState::Whole,
            Err(KeepError::OtherVersion) => KeptState::OtherVersion,
            Err(KeepError::Torn(_)) => KeptState::Torn,
            Err(_) => KeptState::Unreadable,
        }
    }

    /// A name that scripts may compare.
    pub fn as_str(self) -> &'static str {
        match self {
            KeptState::Whole => "whole",
            KeptState::OtherVersion => "other-version",
            KeptState::Torn => "torn",
            KeptState::Unreadable => "unreadable",
        }
    }

    /// How much of the whole a part in this state spoils.
    fn gravity(self) -> u8 {
        match self {
            KeptState::Whole => 0,
            KeptState::OtherVersion => 1,
            KeptState::Torn => 2,
            KeptState::Unreadable => 3,
        }
    }
}

/// What a kept corpus costs, and when it was last of use.
pub(super) struct Cost {
    pub name: u128,
    pub bytes: u64,
    pub last_use: SystemTime,
    pub in_use: bool,
}

impl Keep {
    /// Opens the folder, or makes it for this user alone. Refuses one that anybody else could write, or has made.
    pub fn open(folder: &Path) -> Result<Keep, KeepError> {
        let (folder, made) = PrivateFolder::open_or_make(folder)?;
        if made && let Ok(mut tag) = folder.make_file(CACHE_TAG) {
            // Without it backups are larger, no more.
            let _ = tag.write_all(CACHE_TAG_TEXT);
        }
        let keep = Keep { folder };
        keep.finish_drops();
        Ok(keep)
    }

    /// The usual folder, by the values of variables of the environment; paths that are not absolute are ignored, as the
    /// XDG specification wants it.
    pub fn default_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
        let absolute = |name: &str| {
            let path = variable(name).map(PathBuf::from);
            path.filter(|path| path.is_absolute())
        };
        let caches = absolute("XDG_CACHE_HOME");
        let caches = caches.or_else(|| absolute("HOME").map(|home| home.join(".cache")));
        caches.map(|caches| caches.join(FOLDER))
    }

    /// The folder of a corpus, made at need. The label is for people: see [`label()`].
    ///
    /// [`label()`]: super::label()
    pub fn corpus(&self, name: u128, label: &str) -> Result<KeptCorpus, KeepError> {
        KeptCorpus::open(&self.folder, &folder_name(name), label)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What is kept, last used first.
    pub fn list(&self) -> Vec<KeptInfo> {
        let costs = self.costs().into_iter();
        let mut list: Vec<KeptInfo> = costs.filter_map(|cost| self.info(&cost)).collect();
        list.sort_by_key(|info| (Reverse(info.last_use), info.name));
        list
    }

    fn info(&self, cost: &Cost) -> Option<KeptInfo> {
        let folder = self.folder.child(&folder_name(cost.name)).ok()?;
        let build = build::number();
        let files = corpus_folder::files(&folder);
        let states = files.iter().map(|file| {
            let opened = folder.open_file(file);
            KeptState::of(&opened.and_then(|file| KeptFile::open(file, Some(build))))
        });
        Some(KeptInfo {
            name: cost.name,
            label: label::read(&folder),
            bytes: cost.bytes,
            last_use: cost.last_use,
            in_use: cost.in_use,
            state: worst(states),
        })
    }

    /// Removes what is kept of a corpus; false where nothing is, [`KeepError::InUse`] where a program that runs uses it.
    pub fn drop_corpus(&self, name: u128) -> Result<bool, KeepError> {
        let name = folder_name(name);
        let opened = self.folder.child(&name).and_then(|folder| {
            // Made where it is missing: nobody may have one that we do not hold.
            let lock = folder.open_or_make_file(LOCK)?;
            Ok((folder, lock))
        });
        let (folder, lock) = match opened {
            Err(KeepError::Missing) => return Ok(false),
            opened => opened?,
        };
        let held = try_lock(&lock, Hold::Alone);
        if !held.map_err(|error| KeepError::io(folder.path(), error))? {
            return Err(KeepError::InUse);
        }
        // Somebody else may have dropped it before it was locked; what has the name now is another.
        if !self.folder.holds(&name, &folder) {
            return Ok(false);
        }
        let random = RandomState::new().hash_one(&name);
        let dropped = format!("{DROPPED}{name}-{random:016x}");
        self.folder.rename(&name, &dropped)?;
        match self.folder.remove_child(&dropped) {
            // Another run has removed it for us.
            Err(KeepError::Missing) => Ok(true),
            removed => removed.map(|()| true),
        }
    }

    /// Removes what a run began to drop and did not finish.
    fn finish_drops(&self) {
        let names = self.folder.names();
        for name in names.iter().filter(|name| name.starts_with(DROPPED)) {
            // What cannot be removed now is tried again the next time.
            let _ = self.folder.remove_child(name);
        }
    }

    /// What all that is kept costs, without opening a file of it.
    pub(super) fn costs(&self) -> Vec<Cost> {
        let names = self.folder.names();
        let names = names.iter().filter_map(|name| corpus_name(name));
        names.filter_map(|name| self.cost(name)).collect()
    }

    fn cost(&self, name: u128) -> Option<Cost> {
        let folder = self.folder.child(&folder_name(name)).ok()?;
        let lock = folder
            .open_to_lock(LOCK)
            .or_else(|_| folder.open_file(LOCK));
        let (in_use, last_use) = match lock {
            Ok(lock) => (
                // Let go at once: it is closed here.
                try_lock(&lock, Hold::Alone) != Ok(true),
                lock.metadata().and_then(|known| known.modified()).ok(),
            ),
            Err(_) => (false, None),
        };
        Some(Cost {
            name,
            bytes: corpus_folder::bytes(&folder),
            last_use: last_use.unwrap_or(SystemTime::UNIX_EPOCH),
            in_use,
        })
    }
}

/// The state of a corpus by those of its files.
pub(super) fn worst(states: impl Iterator<Item = KeptState>) -> KeptState {
    let worst = states.max_by_key(|state| state.gravity());
    worst.unwrap_or(KeptState::Whole)
}

/// The name of a corpus as that of its folder: 32 hex digits.
pub(super) fn folder_name(name: u128) -> String {
    format!("{name:032x}")
}

fn corpus_name(folder: &str) -> Option<u128> {
    let name = u128::from_str_radix(folder, 16).ok()?;
    (folder_name(name) == folder).then_some(name)
}
