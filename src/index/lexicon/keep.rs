//! A whole lexicon in, sections of a kept file out, and back.

use std::io;

use rustc_hash::FxHashMap;

use super::arena::Arena;
use super::key_groups::KeyGroups;
use super::posting_places::PostingPlaces;
use super::{Counts, Lexicon, hash};
use crate::kept::{KeepError, KeptFile, KeptWriter, columns};

/// Tag of the first section; the others follow in the order in which they are written.
const FIRST: u32 = 0x200;

/// Writes columns as sections, one after another.
struct ColumnWriter<'a> {
    out: &'a mut KeptWriter,
    next: u32,
}

impl ColumnWriter<'_> {
    fn section(&mut self) -> io::Result<&mut KeptWriter> {
        self.out.section(self.next)?;
        self.next += 1;
        Ok(self.out)
    }

    fn u32s(&mut self, column: &[u32]) -> io::Result<()> {
        columns::put_u32s(self.section()?, column)
    }

    fn u64s(&mut self, column: &[u64]) -> io::Result<()> {
        columns::put_u64s(self.section()?, column)
    }

    fn arena(&mut self, arena: &Arena) -> io::Result<()> {
        columns::put_u8s(self.section()?, arena.text().as_bytes())?;
        self.u32s(arena.ends())
    }

    fn groups(&mut self, groups: &KeyGroups) -> io::Result<()> {
        self.u64s(groups.hashes())?;
        self.u32s(groups.words())
    }
}

/// Reads them in the same order.
struct ColumnReader<'a> {
    file: &'a KeptFile,
    next: u32,
}

impl ColumnReader<'_> {
    fn section(&mut self) -> Result<Vec<u8>, KeepError> {
        let section = self.file.section(self.next).ok_or(KeepError::Missing)?;
        self.next += 1;
        section.all()
    }

    fn u32s(&mut self) -> Result<Vec<u32>, KeepError> {
        columns::u32s(&self.section()?)
    }

    fn u64s(&mut self) -> Result<Vec<u64>, KeepError> {
        columns::u64s(&self.section()?)
    }

    fn arena(&mut self) -> Result<Arena, KeepError> {
        let text = String::from_utf8(self.section()?);
        let text = text.map_err(|_| KeepError::Torn("words are no text"))?;
        Arena::of(text, self.u32s()?).ok_or(KeepError::Torn("words do not lie in their text"))
    }

    fn groups(&mut self) -> Result<KeyGroups, KeepError> {
        Ok(KeyGroups::of(self.u64s()?, self.u32s()?))
    }
}

impl Lexicon {
    /// Writes the lexicon, of which all words are analysed, into a kept file.
    pub fn keep(&self, out: &mut KeptWriter) -> io::Result<()> {
        debug_assert!(!self.lags, "only a whole lexicon is kept");
        let mut out = ColumnWriter { out, next: FIRST };
        out.arena(&self.spellings)?;
        out.arena(&self.surfaces)?;
        out.u32s(&self.counts)?;
        let articles: Vec<u8> = self.articles.iter().map(|a| u8::from(*a)).collect();
        columns::put_u8s(out.section()?, &articles)?;
        out.u32s(&self.by_surface)?;
        for groups in [&self.inflections, &self.stems, &self.sounds, &self.roots] {
            out.groups(groups)?;
        }
        out.u32s(&self.families)?;
        out.u32s(&self.family_counts)?;
        let folded: Vec<(u64, (u32, u32))> = self.folded.0.iter().map(|(h, c)| (*h, *c)).collect();
        out.u64s(&folded.iter().map(|(hash, _)| *hash).collect::<Vec<_>>())?;
        out.u32s(&folded.iter().map(|(_, (all, _))| *all).collect::<Vec<_>>())?;
        out.u32s(
            &folded
                .iter()
                .map(|(_, (_, hamza))| *hamza)
                .collect::<Vec<_>>(),
        )?;
        let (ends, segments, ordinals) = self.places.columns();
        out.u32s(ends)?;
        columns::put_u16s(out.section()?, segments)?;
        out.u32s(ordinals)
    }

    /// The lexicon in a kept file.
    pub fn kept(file: &KeptFile) -> Result<Lexicon, KeepError> {
        let mut columns_in = ColumnReader { file, next: FIRST };
        let (spellings, surfaces) = (columns_in.arena()?, columns_in.arena()?);
        let counts = columns_in.u32s()?;
        let articles: Vec<bool> = columns_in.section()?.iter().map(|a| *a != 0).collect();
        let by_surface = columns_in.u32s()?;
        let (inflections, stems) = (columns_in.groups()?, columns_in.groups()?);
        let (sounds, roots) = (columns_in.groups()?, columns_in.groups()?);
        let (families, family_counts) = (columns_in.u32s()?, columns_in.u32s()?);
        let (hashes, all, hamza) = (columns_in.u64s()?, columns_in.u32s()?, columns_in.u32s()?);
        let folded = hashes.into_iter().zip(all.into_iter().zip(hamza));
        let ends = columns_in.u32s()?;
        let segments = columns::u16s(&columns_in.section()?)?;
        let places = PostingPlaces::kept(ends, segments, columns_in.u32s()?);
        let words = spellings.len();
        let lengths = [
            surfaces.len(),
            counts.len(),
            articles.len(),
            by_surface.len(),
            families.len(),
            family_counts.len(),
            places.len(),
        ];
        let numbers = by_surface.iter().chain(&families);
        if lengths.iter().any(|length| *length != words)
            || numbers.into_iter().any(|word| *word as usize >= words)
        {
            return Err(KeepError::Torn("words without their keys"));
        }
        let hashed = (0u32..).take(words);
        let numbers: FxHashMap<u64, u32> = hashed
            .map(|word| (hash(spellings.get(word)), word))
            .collect();
        Ok(Lexicon {
            spellings,
            numbers,
            counts,
            folded: Counts(folded.collect()),
            places,
            surfaces,
            articles,
            by_surface,
            inflections,
            stems,
            sounds,
            roots,
            families,
            analysed: words,
            lagging: Vec::new(),
            lags: false,
            family_counts,
        })
    }
}
