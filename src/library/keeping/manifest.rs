//! Which files a kept corpus was read from, and which kept files hold it: written last, so that what it
//! names is there.

use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
use crate::corpus::{FileStamp, Problem};
use crate::kept::{KeepError, KeptFile, KeptWriter, columns};

/// The section of all of it.
const MANIFEST: u32 = 1;

/// A corpus as it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Manifest {
    /// By path.
    pub(super) files: Vec<ReadFile>,
    pub(super) shards: Vec<ShardName>,
    /// The kept file of what the whole corpus tells of its articles.
    pub(super) corpus: KeptName,
    /// The kept file of the lexicon, where all shards are indexed.
    pub(super) lexicon: Option<KeptName>,
    /// Problems of the files, and how many there are: errors, guesses, notes.
    pub(super) problems: Vec<Problem>,
    pub(super) problem_counts: [u64; 3],
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ReadFile {
    pub(super) path: PathBuf,
    /// What the disk said of it before it was read, and still said afterwards; else `None`.
    pub(super) stamp: Option<FileStamp>,
    /// Hash of its bytes.
    pub(super) content: u64,
    /// It changed so shortly before that the stamp does not tell.
    pub(super) fresh: bool,
}

/// The name of a kept file, and the stamp that tells whether it is still the one of that name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in super::super) struct KeptName {
    pub(super) number: u64,
    pub(super) stamp: u64,
}

impl KeptName {
    fn pack(self, out: &mut FieldWriter) {
        out.number(self.number);
        out.number(self.stamp);
    }

    fn unpack(all: &mut FieldReader<'_>) -> Result<KeptName, Unreadable> {
        Ok(KeptName {
            number: all.number()?,
            stamp: all.number()?,
        })
    }
}

/// The kept files of a shard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct ShardName {
    pub(super) articles: KeptName,
    /// Its segment of the index, where it is indexed.
    pub(super) segment: Option<KeptName>,
}

impl ShardName {
    /// Whether the index of the shard is kept.
    pub(in super::super) fn is_indexed(&self) -> bool {
        self.segment.is_some()
    }
}

impl Manifest {
    pub(super) fn keep(&self, out: &mut KeptWriter) -> io::Result<()> {
        let mut all = FieldWriter::default();
        all.size(self.files.len());
        for file in &self.files {
            file.pack(&mut all);
        }
        all.size(self.shards.len());
        for shard in &self.shards {
            shard.articles.pack(&mut all);
            all.maybe(shard.segment, |all, segment| segment.pack(all));
        }
        self.corpus.pack(&mut all);
        all.maybe(self.lexicon, |all, lexicon| lexicon.pack(all));
        all.size(self.problems.len());
        for problem in &self.problems {
            problem.pack(&mut all);
        }
        for count in self.problem_counts {
            all.number(count);
        }
        out.section(MANIFEST)?;
        columns::put_u8s(out, &all.bytes)
    }

    pub(super) fn open(file: &KeptFile) -> Result<Manifest, KeepError> {
        let bytes = file.section(MANIFEST).ok_or(KeepError::Missing)?.all()?;
        Ok(Manifest::unpack(&mut FieldReader::new(&bytes))?)
    }

    fn unpack(all: &mut FieldReader<'_>) -> Result<Manifest, Unreadable> {
        let files = all.list(ReadFile::unpack)?;
        let shards = all.list(|all| {
            Ok(ShardName {
                articles: KeptName::unpack(all)?,
                segment: all.maybe(KeptName::unpack)?,
            })
        })?;
        Ok(Manifest {
            files,
            shards,
            corpus: KeptName::unpack(all)?,
            lexicon: all.maybe(KeptName::unpack)?,
            problems: all.list(Problem::unpack)?,
            problem_counts: [all.number()?, all.number()?, all.number()?],
        })
    }

    /// The names of all kept files of it.
    pub(super) fn names(&self) -> impl Iterator<Item = u64> {
        let shards = self.shards.iter();
        let shards = shards.flat_map(|shard| [Some(shard.articles), shard.segment]);
        let others = [Some(self.corpus), self.lexicon];
        shards.chain(others).flatten().map(|name| name.number)
    }

    /// The file that a path lies in: the path of a member of an archive is below that of the archive.
    pub(super) fn file_of(&self, path: &Path) -> Option<usize> {
        path.ancestors().find_map(|path| {
            let found = self.files.binary_search_by(|file| (*file.path).cmp(path));
            found.ok()
        })
    }
}

impl ReadFile {
    fn pack(&self, out: &mut FieldWriter) {
        out.blob(self.path.as_os_str().as_bytes());
        out.maybe(self.stamp, |out, stamp| {
            out.number(stamp.size);
            out.signed(stamp.changed.0);
            out.signed(stamp.changed.1);
            out.signed(stamp.touched.0);
            out.signed(stamp.touched.1);
            out.number(stamp.device);
            out.number(stamp.inode);
        });
        out.number(self.content);
        out.byte(u8::from(self.fresh));
    }

    fn unpack(all: &mut FieldReader<'_>) -> Result<ReadFile, Unreadable> {
        let path = PathBuf::from(OsStr::from_bytes(all.blob()?));
        let stamp = all.maybe(|all| {
            Ok(FileStamp {
                size: all.number()?,
                changed: (all.signed()?, all.signed()?),
                touched: (all.signed()?, all.signed()?),
                device: all.number()?,
                inode: all.number()?,
            })
        })?;
        Ok(ReadFile {
            path,
            stamp,
            content: all.number()?,
            fresh: all.byte()? != 0,
        })
    }
}
