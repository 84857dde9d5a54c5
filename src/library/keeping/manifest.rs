//! Which files a kept corpus was read from, and which kept files hold it: written last, so that what it
//! names is there.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::read_file::ReadFile;
use crate::corpus::Problem;
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
use crate::index::StruckPlaces;
use crate::kept::{KeepError, KeptFile, KeptWriter, columns};

/// The section of all of it.
const MANIFEST: u32 = 1;

/// A corpus as it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Manifest {
    /// By path.
    pub(super) files: Vec<ReadFile>,
    pub(super) shards: Vec<KeptShard>,
    /// The kept file of what the whole corpus tells of its articles.
    pub(super) corpus: KeptName,
    /// The lexicon of the index, where something was searched.
    pub(super) lexicon: Option<KeptLexicon>,
    /// Problems of the files, and how many there are: errors, guesses, notes.
    pub(super) problems: Vec<Problem>,
    pub(super) problem_counts: [u64; 3],
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

/// A shard as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeptShard {
    pub(super) name: ShardName,
    /// Articles in its files that are gone from the corpus, by their places there.
    pub(super) struck: Arc<StruckPlaces>,
}

/// The kept lexicon: it has the words of the first shards, without what was struck from them when it was kept.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct KeptLexicon {
    pub(super) name: KeptName,
    /// What was struck then, of each shard whose words it has.
    pub(super) struck: Vec<Arc<StruckPlaces>>,
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
            shard.name.articles.pack(&mut all);
            all.maybe(shard.name.segment, |all, segment| segment.pack(all));
            pack_struck(&shard.struck, &mut all);
        }
        self.corpus.pack(&mut all);
        all.maybe(self.lexicon.as_ref(), |all, lexicon| {
            lexicon.name.pack(all);
            all.size(lexicon.struck.len());
            for struck in &lexicon.struck {
                pack_struck(struck, all);
            }
        });
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
            let name = ShardName {
                articles: KeptName::unpack(all)?,
                segment: all.maybe(KeptName::unpack)?,
            };
            let struck = unpack_struck(all)?;
            Ok(KeptShard { name, struck })
        })?;
        Ok(Manifest {
            files,
            shards,
            corpus: KeptName::unpack(all)?,
            lexicon: all.maybe(|all| {
                Ok(KeptLexicon {
                    name: KeptName::unpack(all)?,
                    struck: all.list(unpack_struck)?,
                })
            })?,
            problems: all.list(Problem::unpack)?,
            problem_counts: [all.number()?, all.number()?, all.number()?],
        })
    }

    /// The names of all kept files of it.
    pub(super) fn names(&self) -> impl Iterator<Item = u64> {
        let shards = self.shards.iter().map(|shard| shard.name);
        let shards = shards.flat_map(|name| [Some(name.articles), name.segment]);
        let lexicon = self.lexicon.as_ref().map(|lexicon| lexicon.name);
        let others = [Some(self.corpus), lexicon];
        shards.chain(others).flatten().map(|name| name.number)
    }

    /// The place of the file with that path. Those asked for mostly follow each other: `next` is where the next one
    /// is looked for first.
    pub(super) fn place_of(&self, path: &Path, next: &mut usize) -> Option<usize> {
        // Texts are compared sooner than paths, part by part.
        let expected = self.files.get(*next);
        let place = if expected.is_some_and(|file| file.path.as_os_str() == path.as_os_str()) {
            *next
        } else {
            let found = self.files.binary_search_by(|file| (*file.path).cmp(path));
            found.ok()?
        };
        *next = place + 1;
        Some(place)
    }

    /// The file that a path lies in: the path of a member of an archive is below that of the archive.
    pub(super) fn file_of(&self, path: &Path) -> Option<usize> {
        path.ancestors().find_map(|path| {
            let found = self.files.binary_search_by(|file| (*file.path).cmp(path));
            found.ok()
        })
    }
}

/// Places as the distance of each from the one before.
fn pack_struck(struck: &StruckPlaces, out: &mut FieldWriter) {
    out.size(struck.len());
    let mut before = 0;
    for place in struck.places() {
        out.number(u64::from(place - before));
        before = *place;
    }
}

fn unpack_struck(all: &mut FieldReader<'_>) -> Result<Arc<StruckPlaces>, Unreadable> {
    let mut before = 0_u32;
    let places = all.list(|all| {
        before = before.checked_add(all.small()?).ok_or(Unreadable)?;
        Ok(before)
    })?;
    Ok(Arc::new(StruckPlaces::new(places)))
}
