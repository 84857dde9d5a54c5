//! One immutable segment of the index: its files, its terms, the lengths of its documents.

use std::io;

use tantivy::{Index, SegmentReader};

use super::engine::{IndexFields, schema};
use super::error::IndexError;
use super::segment_files::{self, SegmentFiles};
use super::terms::Terms;
use crate::kept::{Damage, KeepError, KeptFile, KeptWriter};

/// Tags of the first of two sections of a kept file that say where the postings of words and of
/// words of titles are.
const WORD_PLACES: u32 = 0x110;
const TITLE_PLACES: u32 = 0x114;

/// One immutable segment, with the place of every term's postings.
#[derive(Default)]
pub struct Segment {
    /// Words of each document.
    pub(super) lengths: Vec<u32>,
    pub(super) words: Terms,
    pub(super) title: Terms,
    files: SegmentFiles,
}

impl Segment {
    /// The only segment of an index; one without documents where it has none.
    pub(super) fn open(
        index: &Index,
        fields: IndexFields,
        files: SegmentFiles,
    ) -> Result<Segment, IndexError> {
        let segments = index.searchable_segments()?;
        debug_assert!(segments.len() < 2, "a builder writes one segment");
        let Some(segment) = segments.first() else {
            return Ok(Segment::default());
        };
        let reader = SegmentReader::open(segment)?;
        let norms = reader.get_fieldnorms_reader(fields.words)?;
        let docs = 0..reader.max_doc();
        Ok(Segment {
            lengths: docs.map(|doc| norms.fieldnorm(doc)).collect(),
            words: Terms::open(&reader, fields.words)?,
            title: Terms::open(&reader, fields.title)?,
            files,
        })
    }

    /// Writes the segment into a kept file.
    pub fn keep(&self, out: &mut KeptWriter) -> io::Result<()> {
        self.files.keep(out)?;
        self.words.keep(out, WORD_PLACES)?;
        self.title.keep(out, TITLE_PLACES)
    }

    /// The segment in a kept file; `in_memory` says whether it is read at once, or a part when it is used.
    pub fn kept(file: &KeptFile, in_memory: bool) -> Result<Segment, IndexError> {
        let files = SegmentFiles::kept(file, in_memory)?;
        let (schema, fields) = schema();
        // What is in memory anyway is as soon there.
        let opened = if in_memory {
            files.clone()
        } else {
            files.with_terms_apart()?
        };
        let index = Index::open(opened)?;
        if index.schema() != schema {
            return Err(KeepError::Torn(Damage::OtherFields).into());
        }
        let segments = index.searchable_segments()?;
        let Some(segment) = segments.first() else {
            return Ok(Segment::default());
        };
        let reader = SegmentReader::open(segment)?;
        let norms = reader.get_fieldnorms_reader(fields.words)?;
        let apart = if in_memory {
            None
        } else {
            segment_files::terms_apart(&index, segment)?
        };
        let terms = |field, tag| Terms::kept(&reader, field, file, tag, apart.as_ref());
        Ok(Segment {
            lengths: (0..reader.max_doc())
                .map(|doc| norms.fieldnorm(doc))
                .collect(),
            words: terms(fields.words, WORD_PLACES)?,
            title: terms(fields.title, TITLE_PLACES)?,
            files,
        })
    }

    /// Bytes of memory that it takes.
    pub fn memory(&self) -> u64 {
        let terms = self.words.size() + self.title.size();
        self.files.memory() + (terms + size_of_val(&*self.lengths)) as u64
    }

    /// Bytes of its files, and of what is known of its terms.
    pub fn size(&self) -> u64 {
        self.files.size() + (self.words.size() + self.title.size()) as u64
    }
}
