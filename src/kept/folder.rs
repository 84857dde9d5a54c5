//! Folders that nobody else can write, and what is done in them.
//!
//! A folder is held open and asked for names in it, so that it stays the one that was looked at, whatever becomes of
//! its path. No name in it is followed if it is a link, and nothing is read that another user may have written: what
//! is kept is the text and the index that somebody's searches answer from.

use std::ffi::CStr;
use std::fs::{DirBuilder, File};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, RawMode, Stat};
use rustix::io::Errno;

use super::{KeepError, Mistrust};

const PRIVATE_FOLDER: RawMode = 0o700;
const PRIVATE_FILE: RawMode = 0o600;
/// The bits that let group and others write.
const WRITABLE_BY_OTHERS: RawMode = 0o022;
/// Tries to empty a folder in which others may still make a file.
const REMOVALS: usize = 20;
/// Folders in one another that are removed: nothing that is kept lies in any.
const MAX_DEPTH: usize = 16;
/// How a folder is opened; a link to one is none.
const AS_FOLDER: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::CLOEXEC);

/// A folder of the user's own, held open.
#[derive(Debug)]
pub(super) struct PrivateFolder {
    folder: OwnedFd,
    path: PathBuf,
}

impl PrivateFolder {
    /// Opens a folder by its path, which may lead over links of the user's own. Makes it where there is none, then
    /// says so.
    pub(super) fn open_or_make(path: &Path) -> Result<(PrivateFolder, bool), KeepError> {
        let path = std::path::absolute(path).map_err(|error| KeepError::io(path, error))?;
        let made = match path.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make_with_parents(&path)?;
                true
            }
            Err(error) => return Err(KeepError::io(&path, error)),
            Ok(link) if link.is_symlink() && !is_ours_or_the_systems(link.uid()) => {
                return Err(KeepError::foreign(&path, Mistrust::LinkOfOther));
            }
            Ok(_) => false,
        };
        let flags = AS_FOLDER.difference(OFlags::NOFOLLOW);
        let folder = match rustix::fs::open(&path, flags, Mode::empty()) {
            Ok(folder) => folder,
            Err(error) => return Err(unopened(&path, error)),
        };
        Ok((PrivateFolder::checked(folder, path)?, made))
    }

    /// A folder in this one, made where there is none.
    pub(super) fn make_child(&self, name: &str) -> Result<PrivateFolder, KeepError> {
        let mode = Mode::from_raw_mode(PRIVATE_FOLDER);
        match rustix::fs::mkdirat(&self.folder, name, mode) {
            Ok(()) | Err(Errno::EXIST) => {}
            // A folder that is there may be read on a disk that cannot be written.
            Err(error) if self.stat(name).is_none() => {
                return Err(KeepError::io(&self.path.join(name), error));
            }
            Err(_) => {}
        }
        self.child(name)
    }

    /// A folder in this one.
    pub(super) fn child(&self, name: &str) -> Result<PrivateFolder, KeepError> {
        let path = self.path.join(name);
        match rustix::fs::openat(&self.folder, name, AS_FOLDER, Mode::empty()) {
            Ok(folder) => PrivateFolder::checked(folder, path),
            Err(error) => Err(unopened(&path, error)),
        }
    }

    fn checked(folder: OwnedFd, path: PathBuf) -> Result<PrivateFolder, KeepError> {
        let stat = rustix::fs::fstat(&folder).map_err(|error| KeepError::io(&path, error))?;
        check_owner(&path, &stat)?;
        Ok(PrivateFolder { folder, path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a file that is there to be read.
    pub(super) fn open_file(&self, name: &str) -> Result<File, KeepError> {
        // Without NONBLOCK a pipe of that name would be waited for.
        self.open(name, OFlags::RDONLY | OFlags::NONBLOCK)
    }

    /// Opens a file that is there to be locked for one alone; over a network only who may write it can.
    pub(super) fn open_to_lock(&self, name: &str) -> Result<File, KeepError> {
        self.open(name, OFlags::RDWR | OFlags::NONBLOCK)
    }

    /// Opens a file to be read, written or locked, and makes it where there is none; only to be read, where the disk
    /// cannot be written.
    pub(super) fn open_or_make_file(&self, name: &str) -> Result<File, KeepError> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NONBLOCK;
        match self.open(name, flags) {
            Err(KeepError::Io { error, .. }) if is_read_only(&error) => self.open_file(name),
            opened => opened,
        }
    }

    /// Makes a file that no other name leads to; an error where there is one of that name.
    pub(super) fn make_file(&self, name: &str) -> Result<File, KeepError> {
        self.open(name, OFlags::RDWR | OFlags::CREATE | OFlags::EXCL)
    }

    fn open(&self, name: &str, flags: OFlags) -> Result<File, KeepError> {
        let path = self.path.join(name);
        let flags = flags | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = Mode::from_raw_mode(PRIVATE_FILE);
        let file = rustix::fs::openat(&self.folder, name, flags, mode)
            .map_err(|error| unopened(&path, error))?;
        let stat = rustix::fs::fstat(&file).map_err(|error| KeepError::io(&path, error))?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return Err(KeepError::foreign(&path, Mistrust::NoFile));
        }
        check_owner(&path, &stat)?;
        Ok(File::from(file))
    }

    /// Gives a file another name, in place of the one that had it.
    pub(super) fn rename(&self, from: &str, to: &str) -> Result<(), KeepError> {
        rustix::fs::renameat(&self.folder, from, &self.folder, to)
            .map_err(|error| KeepError::io(&self.path.join(to), error))
    }

    /// Gives a file the name of another, or of a folder that stands where a file should.
    pub(super) fn put_in_place(&self, from: &str, to: &str) -> Result<(), KeepError> {
        let put = self.rename(from, to);
        if put.is_err() && self.is_folder(to) {
            self.remove_child(to)?;
            return self.rename(from, to);
        }
        put
    }

    fn is_folder(&self, name: &str) -> bool {
        let kind = self
            .stat(name)
            .map(|stat| FileType::from_raw_mode(stat.st_mode));
        kind == Some(FileType::Directory)
    }

    /// Removes a file; whether there was one.
    pub(super) fn remove_file(&self, name: &str) -> bool {
        rustix::fs::unlinkat(&self.folder, name, AtFlags::empty()).is_ok()
    }

    /// Removes a folder in this one with all that is in it.
    pub(super) fn remove_child(&self, name: &str) -> Result<(), KeepError> {
        self.remove_below(name, MAX_DEPTH)
    }

    /// The same for no more than so many folders in one another.
    fn remove_below(&self, name: &str, depth: usize) -> Result<(), KeepError> {
        let child = self.child(name)?;
        let mut removed = Ok(());
        for _ in 0..REMOVALS {
            for file in child.names() {
                if !child.remove_file(&file) && depth > 0 && child.is_folder(&file) {
                    child.remove_below(&file, depth - 1)?;
                }
            }
            removed = rustix::fs::unlinkat(&self.folder, name, AtFlags::REMOVEDIR);
            // Whoever opened it before it went may have made a file in it.
            if removed != Err(Errno::NOTEMPTY) && removed != Err(Errno::EXIST) {
                break;
            }
        }
        removed.map_err(|error| KeepError::io(&child.path, error))
    }

    /// What is in the folder, in order; names that are no text are none of ours.
    pub(super) fn names(&self) -> Vec<String> {
        let entries = Dir::read_from(&self.folder).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .filter_map(|entry| text(entry.file_name()).map(str::to_owned))
            .filter(|name| name != "." && name != "..")
            .collect();
        names.sort_unstable();
        names
    }

    /// Bytes of a file, by its name.
    pub(super) fn file_size(&self, name: &str) -> u64 {
        let stat = self.stat(name);
        stat.map_or(0, |stat| u64::try_from(stat.st_size).unwrap_or(0))
    }

    /// Whether a name in this folder still leads to that one.
    pub(super) fn holds(&self, name: &str, child: &PrivateFolder) -> bool {
        let (there, held) = (self.stat(name), rustix::fs::fstat(&child.folder).ok());
        there
            .zip(held)
            .is_some_and(|(there, held)| (there.st_dev, there.st_ino) == (held.st_dev, held.st_ino))
    }

    fn stat(&self, name: &str) -> Option<Stat> {
        rustix::fs::statat(&self.folder, name, AtFlags::SYMLINK_NOFOLLOW).ok()
    }

    /// Size of the disk that the folder is on, and how much of it this user may still fill.
    pub(super) fn disk(&self) -> Option<DiskSpace> {
        let known = rustix::fs::fstatvfs(&self.folder).ok()?;
        Some(DiskSpace {
            total: known.f_frsize.checked_mul(known.f_blocks)?,
            free: known.f_frsize.checked_mul(known.f_bavail)?,
        })
    }
}

/// A disk in two numbers, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DiskSpace {
    pub total: u64,
    pub free: u64,
}

/// Makes a folder, and those it is to lie in, for this user alone.
fn make_with_parents(path: &Path) -> Result<(), KeepError> {
    let above = path.ancestors().skip(1).find_map(|folder| {
        let known = folder.metadata().ok()?;
        Some((folder, known.uid()))
    });
    // With `sudo` the home is often still another's, who could not use what is made there.
    if let Some((folder, owner)) = above
        && rustix::process::geteuid().is_root()
        && owner != 0
    {
        return Err(KeepError::foreign(folder, Mistrust::OwnedByOther));
    }
    let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|error| KeepError::io(path, error))
}

/// Whether this user, and nobody else, may write what was looked at.
fn check_owner(path: &Path, stat: &Stat) -> Result<(), KeepError> {
    if stat.st_uid != rustix::process::geteuid().as_raw() {
        return Err(KeepError::foreign(path, Mistrust::OwnedByOther));
    }
    if stat.st_mode & WRITABLE_BY_OTHERS != 0 {
        return Err(KeepError::foreign(path, Mistrust::WritableByOthers));
    }
    Ok(())
}

/// Who may lay a link for us: only who may do everything anyway.
fn is_ours_or_the_systems(owner: u32) -> bool {
    owner == 0 || owner == rustix::process::geteuid().as_raw()
}

/// Why something could not be opened; that it is a link or no folder is no fault of the disk.
fn unopened(path: &Path, error: Errno) -> KeepError {
    match error {
        Errno::LOOP => KeepError::foreign(path, Mistrust::Link),
        Errno::NOTDIR => KeepError::foreign(path, Mistrust::NoFolder),
        error => KeepError::io(path, error),
    }
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied
    )
}

fn text(name: &CStr) -> Option<&str> {
    name.to_str().ok()
}
