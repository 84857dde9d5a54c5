//! Sections of a kept file in, the lexicon that was kept there out: whole, or as much as one question needs.

use zstd::bulk::Decompressor;

use super::super::tokenizer::MAX_TERM_BYTES;
use super::arena::Arena;
use super::counts::RespelledCounts;
use super::keep::{GROUPS, ORDER, PLACES, SPELLINGS, STEM_LAYER, WORDS};
use super::key_groups::{KeyGroups, kept_hashes, kept_numbers};
use super::lean::{LeanLexicon, PlacedGroups};
use super::posting_places::PostingPlaces;
use super::spelling_numbers::SpellingNumbers;
use super::surfaces::Surfaces;
use super::{Lexicon, OneQuestion, WordNo};
use crate::analysis::letters;
use crate::corpus::packing::FieldReader;
use crate::kept::{Damage, KeepError, KeptFile};

/// How many times as long as what is kept a section may be.
const MAX_RATIO: usize = 128;
/// Bytes of a section that every word may take beyond that: where all words are alike, thousands are kept in one.
const MAX_WORD_BYTES: usize = 16;
/// Bytes that every section may have.
const MIN_UNPACKED: usize = 1 << 16;
/// How many times as long as what is kept of all spellings their text is taken to be, before it is there.
const MAX_FIRST_GROWTH: usize = 8;

/// Reads sections of a kept file, one after the other into the same memory.
struct SectionReader<'a> {
    file: &'a KeptFile,
    packed: Vec<u8>,
    unpacked: SectionUnpacker,
}

/// Unpacks one after the other into the same memory.
#[derive(Default)]
pub(super) struct SectionUnpacker {
    decompressor: Decompressor<'static>,
    bytes: Vec<u8>,
}

impl SectionReader<'_> {
    /// The bytes that were put into a section of a lexicon of so many words.
    fn read(&mut self, tag: u32, words: usize) -> Result<&[u8], KeepError> {
        let section = self.file.section(tag).ok_or(KeepError::Missing)?;
        self.unpacked
            .unpack(section.all_in(&mut self.packed)?, words)
    }
}

impl SectionUnpacker {
    /// Takes no more memory than what is kept can stand for.
    pub(super) fn unpack(&mut self, packed: &[u8], words: usize) -> Result<&[u8], KeepError> {
        let torn = || KeepError::Torn(Damage::BadPacking);
        let most = packed
            .len()
            .saturating_mul(MAX_RATIO)
            .saturating_add(words.saturating_mul(MAX_WORD_BYTES));
        let most = most.saturating_add(MIN_UNPACKED);
        let length = Decompressor::upper_bound(packed).ok_or_else(torn)?;
        if length > most {
            return Err(KeepError::Torn(Damage::TooMuch));
        }
        self.bytes.clear();
        self.bytes.reserve(length);
        let unpacked = self
            .decompressor
            .decompress_to_buffer(packed, &mut self.bytes);
        match unpacked {
            Ok(all) if all == length => Ok(&self.bytes),
            _ => Err(torn()),
        }
    }
}

impl Lexicon {
    /// The lexicon in a kept file. Where it is asked one question it is sooner there, does not grow, and takes longer
    /// to answer.
    pub fn kept(file: &KeptFile, asked: Option<OneQuestion>) -> Result<Lexicon, KeepError> {
        let mut sections = SectionReader {
            file,
            packed: Vec::new(),
            unpacked: SectionUnpacker::default(),
        };
        let spellings = kept_spellings(sections.read(SPELLINGS, 0)?)?;
        let words = spellings.len();
        let mut lexicon = Lexicon {
            numbers: SpellingNumbers::of_ordered(&spellings),
            spellings,
            analysed: words,
            ..Lexicon::default()
        };
        let mut lean = LeanLexicon::default();
        let marks = sections.read(WORDS, words)?;
        match asked {
            Some(_) => lean.clinging = lexicon.read_marks(marks)?,
            None => lexicon.read_words(marks)?,
        }
        lexicon.places = kept_places(sections.read(PLACES, words)?, words)?;
        lexicon.by_surface = kept_order(sections.read(ORDER, words)?, words)?;
        match asked {
            Some(OneQuestion::Search) => lean.layers = lexicon.placed_layers(&mut sections)?,
            Some(OneQuestion::Related) => lexicon.read_stems(&mut sections)?,
            None => {
                let layers = lexicon.placed_layers(&mut sections)?;
                for (number, layer) in layers.into_iter().enumerate() {
                    let count = layer.hashes.len();
                    let groups = KeyGroups::of_groups(count, &layer.groups, &lexicon.by_surface)?;
                    *lexicon.layer_mut(number) = groups.with_hashes(layer.hashes);
                }
                lexicon.find_families();
                lexicon.count_families();
            }
        }
        lexicon.lean = asked.map(|_| lean.into());
        Ok(lexicon)
    }

    /// Reads the keys of words, by which they are found.
    fn placed_layers(
        &self,
        sections: &mut SectionReader<'_>,
    ) -> Result<[PlacedGroups; 4], KeepError> {
        let (words, held) = (self.spellings.len(), self.by_surface.len());
        let mut layers: [PlacedGroups; 4] = Default::default();
        for (number, tag) in (GROUPS..).step_by(2).take(layers.len()).enumerate() {
            let hashes = kept_hashes(sections.read(tag, words)?)?;
            let finer = number.checked_sub(1).map(|finer| finer.min(STEM_LAYER));
            let finer = finer.and_then(|finer| layers.get(finer));
            let finer = finer.map(|finer| finer.groups.as_slice());
            let numbers = sections.read(tag + 1, words)?;
            let groups = kept_numbers(numbers, finer, held, hashes.len())?;
            if let Some(own) = layers.get_mut(number) {
                *own = PlacedGroups { hashes, groups };
            }
        }
        Ok(layers)
    }

    /// Reads which words have one stem, and nothing by which a stem is found.
    fn read_stems(&mut self, sections: &mut SectionReader<'_>) -> Result<(), KeepError> {
        let (words, held) = (self.spellings.len(), self.by_surface.len());
        // No layer has more groups than words.
        let inflections = kept_numbers(sections.read(GROUPS + 1, words)?, None, held, held)?;
        let numbers = sections.read(GROUPS + 3, words)?;
        let stems = kept_numbers(numbers, Some(&inflections), held, held)?;
        let count = stems.iter().max().map_or(0, |last| *last as usize + 1);
        self.stems = KeyGroups::of_groups(count, &stems, &self.by_surface)?;
        self.find_families();
        self.count_families();
        Ok(())
    }

    /// Reads what is known of each word, but for what follows from it: twice the letters that cling before it, and one
    /// more where the article is among them.
    fn read_marks(&mut self, bytes: &[u8]) -> Result<Vec<u8>, KeepError> {
        let words = self.spellings.len();
        let mut fields = FieldReader::new(bytes);
        self.counts.reserve_exact(words);
        let mut marks = Vec::with_capacity(words);
        for _ in 0..words {
            self.counts.push(fields.small()?);
            let mark = u8::try_from(fields.size()?);
            marks.push(mark.map_err(|_| KeepError::Torn(Damage::BareClitics))?);
        }
        Ok(marks)
    }

    /// Reads what is known of each word, and works out what follows from it.
    fn read_words(&mut self, bytes: &[u8]) -> Result<(), KeepError> {
        let marks = self.read_marks(bytes)?;
        let mut respelled = RespelledCounts::default();
        let mut surfaces = Surfaces::with_capacity(marks.len());
        let mut folded = String::new();
        for ((word, mark), &count) in (0..).zip(&marks).zip(&self.counts) {
            let spelling = self.spellings.get(word);
            letters::fold_into(spelling, &mut folded);
            let mut surface = folded.chars();
            for _ in 0..mark >> 1 {
                surface.next().ok_or(KeepError::Torn(Damage::BareClitics))?;
            }
            surfaces.push(surface.as_str(), spelling);
            if count > 0 {
                respelled.add(spelling, &folded, count);
            }
        }
        surfaces.shrink();
        self.articles = marks.iter().map(|mark| mark & 1 == 1).collect();
        self.surfaces = surfaces;
        self.respelled = respelled;
        Ok(())
    }
}

/// The spellings in the order in which they were packed.
pub(super) fn kept_spellings(bytes: &[u8]) -> Result<Arena, KeepError> {
    let torn = || KeepError::Torn(Damage::BadWords);
    let mut fields = FieldReader::new(bytes);
    let count = fields.size()?;
    // Each takes two bytes at least.
    if count > bytes.len() {
        return Err(torn());
    }
    // Never more than a few times what is there, whatever is claimed.
    let length = fields.size()?.min(bytes.len() * MAX_FIRST_GROWTH);
    let mut text = String::with_capacity(length);
    let mut ends = Vec::with_capacity(count);
    let mut start = 0;
    // Lengths below 128 are letters of ASCII: where there are no others, all that is there is one text.
    let all = bytes.get(bytes.len() - fields.left()..).unwrap_or(&[]);
    let all = simdutf8::basic::from_utf8(all).ok();
    for _ in 0..count {
        let same = start + fields.size()?.min(MAX_TERM_BYTES);
        let rest = match all {
            Some(all) => {
                let rest = fields.blob()?.len();
                let end = all.len() - fields.left();
                all.get(end - rest..end).ok_or_else(torn)?
            }
            None => fields.text()?,
        };
        let end = text.len();
        let whole = same <= end && text.is_char_boundary(same);
        if !whole || same - start + rest.len() > MAX_TERM_BYTES {
            return Err(torn());
        }
        text.extend_from_within(start..same);
        text.push_str(rest);
        start = end;
        ends.push(u32::try_from(text.len()).map_err(|_| torn())?);
    }
    text.shrink_to_fit();
    Arena::of(text, ends).ok_or_else(torn)
}

pub(super) fn kept_order(bytes: &[u8], words: usize) -> Result<Vec<WordNo>, KeepError> {
    let mut fields = FieldReader::new(bytes);
    let mut order = Vec::with_capacity(words.min(bytes.len()));
    while !fields.is_empty() {
        let word = fields.small()?;
        if word as usize >= words {
            return Err(KeepError::Torn(Damage::MissingWord));
        }
        order.push(word);
    }
    Ok(order)
}

pub(super) fn kept_places(bytes: &[u8], words: usize) -> Result<PostingPlaces, KeepError> {
    let torn = || KeepError::Torn(Damage::BadWordPlaces);
    let mut fields = FieldReader::new(bytes);
    let count = fields.size()?;
    if count > 1 + usize::from(u16::MAX) {
        return Err(torn());
    }
    let mut ordinals = vec![0; count];
    let mut ends = Vec::with_capacity(words);
    // A place takes a byte at least.
    let total = fields.size()?.min(bytes.len());
    let mut segments: Vec<u16> = Vec::with_capacity(total);
    let mut places: Vec<u32> = Vec::with_capacity(total);
    for _ in 0..words {
        let mut next = 0;
        for _ in 0..fields.size()? {
            let segment = fields.size()?.checked_add(next).ok_or_else(torn)?;
            let ordinal = ordinals.get_mut(segment).ok_or_else(torn)?;
            segments.push(segment as u16);
            places.push(*ordinal);
            *ordinal += 1;
            next = segment + 1;
        }
        ends.push(u32::try_from(places.len()).map_err(|_| torn())?);
    }
    segments.shrink_to_fit();
    places.shrink_to_fit();
    Ok(PostingPlaces::of(ends, segments, places, count))
}
