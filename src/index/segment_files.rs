//! The files that a segment consists of, in memory or as they are kept: a folder for tantivy that nobody writes to.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    CompositeFile, CompositeWrite, Directory, DirectoryLock, FileHandle, Lock, OwnedBytes,
    RamDirectory, WatchCallback, WatchHandle, WritePtr,
};
use tantivy::index::SegmentComponent;
use tantivy::termdict::TermDictionaryBuilder;
use tantivy::{HasLen, Index, IndexSettings};

use super::engine::schema;
use super::error::IndexError;
use crate::kept::{Damage, KeepError, KeptFile, KeptWriter, Section, columns};

/// The file with what tantivy knows of an index.
const META: &str = "meta.json";
/// The end of the name of the file of terms.
const TERMS: &str = "term";
/// Sections of a kept file: names of the files, where they end, their bytes one after another.
const NAMES: u32 = 0x100;
const ENDS: u32 = 0x101;
const BYTES: u32 = 0x102;

/// Files by name.
#[derive(Clone, Debug, Default)]
pub(super) struct SegmentFiles {
    files: Arc<BTreeMap<PathBuf, SegmentFile>>,
}

/// One of them.
#[derive(Clone)]
enum SegmentFile {
    Memory(OwnedBytes),
    /// A range of a section of a kept file.
    Kept(Section, Range<u64>),
}

impl SegmentFiles {
    /// The files of an index that was built in memory.
    pub(super) fn of(index: &Index, ram: &RamDirectory) -> Result<SegmentFiles, IndexError> {
        let named = index.load_metas()?.list_segment_files();
        let mut files = BTreeMap::new();
        for path in named.into_iter().chain([PathBuf::from(META)]) {
            if ram.exists(&path).map_err(tantivy::TantivyError::from)? {
                let bytes = ram.open_read(&path).map_err(tantivy::TantivyError::from)?;
                let bytes = OwnedBytes::new(bytes.read_bytes()?.to_vec());
                let bytes = SegmentFile::Memory(bytes);
                files.insert(path, bytes);
            }
        }
        Ok(SegmentFiles {
            files: Arc::new(files),
        })
    }

    /// Bytes of all of them.
    pub(super) fn size(&self) -> u64 {
        self.files.values().map(|file| file.len() as u64).sum()
    }

    /// Bytes of those that are in memory.
    pub(super) fn memory(&self) -> u64 {
        let in_memory = |file: &&SegmentFile| matches!(file, SegmentFile::Memory(_));
        let files = self.files.values().filter(in_memory);
        files.map(|file| file.len() as u64).sum()
    }

    /// Writes them into a kept file.
    pub(super) fn keep(&self, out: &mut KeptWriter) -> io::Result<()> {
        let name = |path: &PathBuf| path.to_string_lossy().into_owned();
        let names: Vec<String> = self.files.keys().map(name).collect();
        out.section(NAMES)?;
        columns::put_texts(out, &names)?;
        let mut end = 0;
        let ends = self.files.values().map(|file| {
            end += file.len() as u64;
            end
        });
        let ends: Vec<u64> = ends.collect();
        out.section(ENDS)?;
        columns::put_u64s(out, &ends)?;
        out.section(BYTES)?;
        for file in self.files.values() {
            out.write_all(&file.read_bytes(0..file.len())?)?;
        }
        Ok(())
    }

    /// Finds them in a kept file; `in_memory` says whether they are read at once, or a part when it is used.
    pub(super) fn kept(file: &KeptFile, in_memory: bool) -> Result<SegmentFiles, KeepError> {
        let section = |tag| file.section(tag).ok_or(KeepError::Missing);
        let names = section(NAMES)?.all()?;
        let names = columns::texts(&names)?;
        let ends = columns::u64s(&section(ENDS)?.all()?)?;
        let bytes = section(BYTES)?;
        let sorted = ends.is_sorted() && ends.last().copied().unwrap_or(0) == bytes.len();
        if !sorted || ends.len() != names.len() {
            return Err(KeepError::Torn(Damage::BadIndexFiles));
        }
        let whole = if in_memory {
            Some(OwnedBytes::new(bytes.all()?))
        } else {
            None
        };
        let mut start = 0;
        let mut files = BTreeMap::new();
        for (name, end) in names.into_iter().zip(ends) {
            let part = match &whole {
                Some(whole) => SegmentFile::Memory(whole.slice(start as usize..end as usize)),
                None => SegmentFile::Kept(bytes.clone(), start..end),
            };
            files.insert(PathBuf::from(name), part);
            start = end;
        }
        Ok(SegmentFiles {
            files: Arc::new(files),
        })
    }

    /// The same files with a dictionary of no terms in the place of each: tantivy reads one whole when it opens a
    /// segment, and to read postings needs none. The other is found by [`terms_apart`].
    pub(super) fn with_terms_apart(&self) -> Result<SegmentFiles, IndexError> {
        let is_of_terms = |path: &PathBuf| path.extension().is_some_and(|name| name == TERMS);
        let mut files = BTreeMap::clone(&self.files);
        for (path, file) in self.files.iter().filter(|(path, _)| is_of_terms(path)) {
            files.insert(apart(path), file.clone());
            files.insert(path.clone(), SegmentFile::Memory(no_terms()?));
        }
        Ok(SegmentFiles {
            files: Arc::new(files),
        })
    }

    fn find(&self, path: &Path) -> Result<&SegmentFile, OpenReadError> {
        let missing = || OpenReadError::FileDoesNotExist(path.to_path_buf());
        self.files.get(path).ok_or_else(missing)
    }
}

/// The path at which a file of terms stands that has another in its place.
fn apart(path: &Path) -> PathBuf {
    path.with_extension("apart")
}

/// The terms of a segment of files that have them apart.
pub(super) fn terms_apart(
    index: &Index,
    segment: &tantivy::Segment,
) -> Result<Option<CompositeFile>, IndexError> {
    let path = apart(&segment.relative_path(SegmentComponent::Terms));
    let there = index.directory().exists(&path);
    if !there.map_err(tantivy::TantivyError::from)? {
        return Ok(None);
    }
    let file = index.directory().open_read(&path);
    let file = file.map_err(tantivy::TantivyError::from)?;
    Ok(Some(CompositeFile::open(&file)?))
}

/// A file with a dictionary for each field, without any term.
fn no_terms() -> Result<OwnedBytes, IndexError> {
    static BYTES: OnceLock<OwnedBytes> = OnceLock::new();
    if let Some(bytes) = BYTES.get() {
        return Ok(bytes.clone());
    }
    let (schema, fields) = schema();
    let (ram, path) = (RamDirectory::create(), Path::new("none"));
    // It is written by way of an index, which puts behind it what stands behind every file.
    let index = Index::create(ram.clone(), schema, IndexSettings::default())?;
    let out = index.directory().open_write(path);
    let mut out = CompositeWrite::wrap(out.map_err(tantivy::TantivyError::from)?);
    for field in [fields.words, fields.title] {
        TermDictionaryBuilder::create(out.for_field(field))?.finish()?;
    }
    out.close()?;
    let bytes = ram.open_read(path).map_err(tantivy::TantivyError::from)?;
    let bytes = bytes.read_bytes()?;
    Ok(BYTES.get_or_init(|| bytes).clone())
}

impl HasLen for SegmentFile {
    fn len(&self) -> usize {
        match self {
            SegmentFile::Memory(bytes) => bytes.len(),
            SegmentFile::Kept(_, range) => (range.end - range.start) as usize,
        }
    }
}

impl FileHandle for SegmentFile {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        match self {
            SegmentFile::Memory(bytes) => Ok(bytes.slice(range)),
            SegmentFile::Kept(section, within) => {
                let start = within.start;
                let range = start + range.start as u64..start + range.end as u64;
                Ok(OwnedBytes::new(section.read(range)?))
            }
        }
    }
}

impl fmt::Debug for SegmentFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

/// Why nothing is written.
fn read_only() -> io::Error {
    io::Error::from(io::ErrorKind::ReadOnlyFilesystem)
}

impl Directory for SegmentFiles {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        Ok(Arc::new(self.find(path)?.clone()))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError {
            io_error: Arc::new(read_only()),
            filepath: path.to_path_buf(),
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.files.contains_key(path))
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(
            read_only(),
            path.to_path_buf(),
        ))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let file = self.find(path)?;
        let bytes = file.read_bytes(0..file.len());
        let bytes = bytes.map_err(|e| OpenReadError::wrap_io_error(e, path.to_path_buf()))?;
        Ok(bytes.to_vec())
    }

    fn atomic_write(&self, _: &Path, _: &[u8]) -> io::Result<()> {
        Err(read_only())
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        // Nobody writes, so nothing has to be kept from anybody.
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
