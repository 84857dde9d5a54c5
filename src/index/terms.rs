//! A term of a segment in, where its postings are out.
//!
//! tantivy finds a term by walking an automaton; a query word may be written in hundreds of ways, so
//! the place of every term's postings is kept beside its ordinal instead.

use std::io;
use std::sync::{Arc, OnceLock};

use tantivy::directory::{CompositeFile, FileSlice};
use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::termdict::TermDictionary;
use tantivy::{InvertedIndexReader, SegmentReader};

use super::error::IndexError;
use crate::corpus::packing::{FieldReader, FieldWriter, Unreadable};
use crate::kept::{Damage, KeepError, KeptFile, KeptWriter, columns};

/// A term's place in the dictionary of a segment.
pub(super) type Ordinal = u32;

/// The terms of one field of a segment.
#[derive(Default)]
pub(super) struct Terms {
    /// `None` where there are no documents.
    inverted: Option<Arc<InvertedIndexReader>>,
    places: TermPlaces,
    /// The terms, where `inverted` has none.
    apart: Option<TermsApart>,
}

/// The dictionary of a field in its file, read where terms are asked for: to find their postings it is not needed.
struct TermsApart {
    file: FileSlice,
    dictionary: OnceLock<TermDictionary>,
}

impl TermsApart {
    fn get(&self) -> io::Result<&TermDictionary> {
        if let Some(known) = self.dictionary.get() {
            return Ok(known);
        }
        let read = TermDictionary::open(self.file.clone())?;
        Ok(self.dictionary.get_or_init(|| read))
    }
}

impl Terms {
    pub(super) fn open(reader: &SegmentReader, field: Field) -> Result<Terms, IndexError> {
        let inverted = reader.inverted_index(field)?;
        let mut places = TermPlaces::default();
        let mut stream = inverted.terms().stream()?;
        while let Some((_, info)) = stream.next() {
            places.push(info)?;
        }
        drop(stream);
        places.shrink();
        Ok(Terms {
            inverted: Some(inverted),
            places,
            apart: None,
        })
    }

    /// Writes where the postings of every term are, as two sections from a tag on.
    pub(super) fn keep(&self, out: &mut KeptWriter, tag: u32) -> io::Result<()> {
        out.section(tag)?;
        columns::put_u8s(out, &self.places.packed.bytes)?;
        out.section(tag + 1)?;
        let runs = &self.places.runs;
        columns::put_u32s(
            out,
            &runs.iter().flat_map(TermRun::numbers).collect::<Vec<_>>(),
        )
    }

    /// The terms in a kept file; `apart` where the reader has dictionaries without any.
    pub(super) fn kept(
        reader: &SegmentReader,
        field: Field,
        file: &KeptFile,
        tag: u32,
        apart: Option<&CompositeFile>,
    ) -> Result<Terms, IndexError> {
        let section = |tag| file.section(tag).ok_or(KeepError::Missing)?.all();
        let inverted = reader.inverted_index(field)?;
        let runs = columns::u32s(&section(tag + 1)?)?;
        let (runs, rest) = runs.as_chunks();
        let apart = apart.and_then(|apart| apart.open_read(field));
        // The last run may be shorter: what it has not is not found.
        let count = match apart {
            Some(_) => runs.len() * RUN,
            None => inverted.terms().num_terms(),
        };
        let places = TermPlaces {
            packed: FieldWriter {
                bytes: section(tag)?,
            },
            runs: runs.iter().map(TermRun::of).collect(),
            count,
        };
        if !rest.is_empty() || places.runs.len() != places.count.div_ceil(RUN) {
            return Err(KeepError::Torn(Damage::MissingPlaces).into());
        }
        Ok(Terms {
            inverted: Some(inverted),
            places,
            apart: apart.map(|file| TermsApart {
                file,
                dictionary: OnceLock::new(),
            }),
        })
    }

    /// What reads postings; `None` where there are no documents.
    pub(super) fn inverted(&self) -> Option<&InvertedIndexReader> {
        self.inverted.as_deref()
    }

    /// Calls `f` with every term and in how many documents it is, in the order of their ordinals.
    pub(super) fn each(&self, mut f: impl FnMut(&str, u32)) -> Result<(), IndexError> {
        let Some(inverted) = &self.inverted else {
            return Ok(());
        };
        // All are seldom gone through, and that more than once never: they do not stay in memory for it.
        let read;
        let dictionary = match &self.apart {
            None => inverted.terms(),
            Some(apart) => {
                read = TermDictionary::open(apart.file.clone())?;
                &read
            }
        };
        let mut stream = dictionary.stream()?;
        while let Some((term, info)) = stream.next() {
            let spelling = std::str::from_utf8(term);
            debug_assert!(spelling.is_ok(), "terms come from `&str`s");
            f(spelling.unwrap_or(""), info.doc_freq);
        }
        Ok(())
    }

    pub(super) fn ordinal(&self, term: &str) -> Result<Option<Ordinal>, IndexError> {
        let Some(inverted) = &self.inverted else {
            return Ok(None);
        };
        let dictionary = match &self.apart {
            None => inverted.terms(),
            Some(apart) => apart.get()?,
        };
        let ordinal = dictionary.term_ord(term)?;
        Ok(ordinal.and_then(|o| u32::try_from(o).ok()))
    }

    /// The postings of a term; `None` where there are no documents.
    pub(super) fn postings(
        &self,
        ordinal: Ordinal,
        option: IndexRecordOption,
    ) -> Result<Option<SegmentPostings>, IndexError> {
        let Some(inverted) = &self.inverted else {
            return Ok(None);
        };
        let info = self.info(ordinal);
        Ok(Some(inverted.read_postings_from_terminfo(&info, option)?))
    }

    /// Finds where the postings of several terms are.
    pub(super) fn cursor(&self) -> TermCursor<'_> {
        TermCursor::new(&self.places)
    }

    /// Where the postings of a term are.
    pub(super) fn info(&self, ordinal: Ordinal) -> TermInfo {
        let info = self.places.get(ordinal);
        debug_assert!(info.is_some(), "no term of this segment");
        info.unwrap_or_default()
    }

    /// Bytes of memory of the places.
    pub(super) fn size(&self) -> usize {
        self.places.packed.bytes.len() + size_of_val(&*self.places.runs)
    }
}

/// Terms that are packed one after another: to find one, those before it in its run are read.
const RUN: usize = 16;

/// Where the postings of every term are, by ordinal. tantivy writes those of its terms one after another, so that
/// their lengths say where they are.
#[derive(Debug, Default)]
struct TermPlaces {
    /// Of each term the documents that hold it, and the lengths of its postings and its positions, in bytes.
    packed: FieldWriter,
    runs: Vec<TermRun>,
    /// How many terms there are, or at least how many that would be with the last run full.
    count: usize,
}

/// Where a run of terms begins: in what is packed, in the postings, in the positions.
#[derive(Clone, Copy, Debug)]
struct TermRun {
    packed: u32,
    postings: u32,
    positions: u32,
}

impl TermRun {
    fn numbers(&self) -> [u32; 3] {
        [self.packed, self.postings, self.positions]
    }

    fn of(numbers: &[u32; 3]) -> TermRun {
        let [packed, postings, positions] = *numbers;
        TermRun {
            packed,
            postings,
            positions,
        }
    }
}

impl TermPlaces {
    fn push(&mut self, info: &TermInfo) -> Result<(), IndexError> {
        let place = |at: usize| u32::try_from(at).map_err(|_| IndexError::TooLarge);
        if self.count.is_multiple_of(RUN) {
            self.runs.push(TermRun {
                packed: place(self.packed.bytes.len())?,
                postings: place(info.postings_range.start)?,
                positions: place(info.positions_range.start)?,
            });
        }
        self.packed.number(u64::from(info.doc_freq));
        self.packed.size(info.postings_range.len());
        self.packed.size(info.positions_range.len());
        self.count += 1;
        Ok(())
    }

    fn get(&self, ordinal: Ordinal) -> Option<TermInfo> {
        TermCursor::new(self).get(ordinal)
    }

    /// Reads the terms of a run.
    fn run(&self, at: usize) -> Option<RunReader<'_>> {
        let run = self.runs.get(at)?;
        Some(RunReader {
            fields: FieldReader::new(self.packed.bytes.get(run.packed as usize..)?),
            postings: run.postings as usize,
            positions: run.positions as usize,
            next: 0,
        })
    }

    fn shrink(&mut self) {
        self.packed.bytes.shrink_to_fit();
        self.runs.shrink_to_fit();
    }
}

/// Finds one term after another; in ascending order each is read once.
pub(super) struct TermCursor<'a> {
    places: &'a TermPlaces,
    /// The run that is being read.
    at: usize,
    run: Option<RunReader<'a>>,
}

impl<'a> TermCursor<'a> {
    fn new(places: &'a TermPlaces) -> TermCursor<'a> {
        TermCursor {
            places,
            at: 0,
            run: None,
        }
    }

    /// Where the postings of a term are.
    pub(super) fn info(&mut self, ordinal: Ordinal) -> TermInfo {
        let info = self.get(ordinal);
        debug_assert!(info.is_some(), "no term of this segment");
        info.unwrap_or_default()
    }

    fn get(&mut self, ordinal: Ordinal) -> Option<TermInfo> {
        let ordinal = ordinal as usize;
        if ordinal >= self.places.count {
            return None;
        }
        let (at, nth) = (ordinal / RUN, ordinal % RUN);
        let is_ahead = |run: &RunReader<'_>| run.next <= nth;
        if self.at != at || !self.run.as_ref().is_some_and(is_ahead) {
            self.at = at;
            self.run = self.places.run(at);
        }
        // Nothing is read on after what is torn: it is put back once it was read.
        let mut run = self.run.take()?;
        while run.next < nth {
            run.read().ok()?;
        }
        let info = run.read().ok()?;
        self.run = Some(run);
        Some(info)
    }
}

/// A run of terms, read as far as the next.
struct RunReader<'a> {
    fields: FieldReader<'a>,
    /// Where the next term begins in the postings.
    postings: usize,
    /// The same in the positions.
    positions: usize,
    /// Which of the run it is.
    next: usize,
}

impl RunReader<'_> {
    /// Reads the next term.
    fn read(&mut self) -> Result<TermInfo, Unreadable> {
        let doc_freq = self.fields.small()?;
        let end = |start: usize, length: usize| start.checked_add(length).ok_or(Unreadable);
        let info = TermInfo {
            doc_freq,
            postings_range: self.postings..end(self.postings, self.fields.size()?)?,
            positions_range: self.positions..end(self.positions, self.fields.size()?)?,
        };
        self.postings = info.postings_range.end;
        self.positions = info.positions_range.end;
        self.next += 1;
        Ok(info)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_has_the_place_it_was_put_with() {
        let mut places = TermPlaces::default();
        let (mut postings, mut positions) = (7, 3);
        let mut all = Vec::new();
        for number in 0..(3 * RUN + 5) {
            let info = TermInfo {
                doc_freq: number as u32 * 97 + 1,
                postings_range: postings..postings + number * 31 % 400,
                positions_range: positions..positions + number * 57 % 90_000,
            };
            (postings, positions) = (info.postings_range.end, info.positions_range.end);
            places.push(&info).expect("it fits");
            all.push(info);
        }
        let mut cursor = TermCursor::new(&places);
        for (ordinal, info) in (0..).zip(&all) {
            assert_eq!(places.get(ordinal).as_ref(), Some(info));
            assert_eq!(cursor.get(ordinal).as_ref(), Some(info));
        }
        // Backwards, twice the same, and beyond the next.
        for ordinal in [40, 39, 39, 2, 15, 16, 47, 31] {
            assert_eq!(cursor.get(ordinal).as_ref(), all.get(ordinal as usize));
        }
        assert_eq!(places.get(all.len() as u32), None);
        // What is torn is nowhere.
        places.packed.bytes.truncate(5);
        assert_eq!(places.get(40), None);
    }
}
