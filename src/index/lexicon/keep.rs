//! A whole lexicon in, sections of a kept file out, and back.
//!
//! Words are kept in the order of their spellings, whatever their numbers were. So a spelling is told by what it has
//! not in common with the one before it, and the places of its postings by the segments alone: in each of these it is the
//! next term. What is quickly worked out of the rest is not kept.

use std::io::{self, Read};

use super::super::tokenizer::MAX_TERM_BYTES;
use super::arena::Arena;
use super::counts::RespelledCounts;
use super::key_groups::KeyGroups;
use super::posting_places::PostingPlaces;
use super::spelling_numbers::SpellingNumbers;
use super::surfaces::Surfaces;
use super::{Lexicon, WordNo};
use crate::analysis::letters;
use crate::corpus::packing::{FieldReader, FieldWriter};
use crate::kept::{Damage, KeepError, KeptFile, KeptWriter, columns};

/// Tags of the sections; groups have two for each of the four layers of keys.
const SPELLINGS: u32 = 0x200;
const WORDS: u32 = 0x201;
const PLACES: u32 = 0x202;
const ORDER: u32 = 0x203;
const GROUPS: u32 = 0x204;
/// Stems are worked out of inflections, and of stems both sounds and roots.
const STEM_LAYER: usize = 1;
/// Of zstd: what takes least time to pack.
const LEVEL: i32 = 1;
/// How many times as long as what is kept a section may be.
const MAX_RATIO: usize = 128;
/// Bytes of a section that every word may take beyond that: where all words are alike, thousands are kept in one.
const MAX_WORD_BYTES: usize = 16;
/// Bytes that every section may have.
const MIN_UNPACKED: usize = 1 << 16;
/// How many times as long as what is kept of all spellings their text is taken to be, before it is there.
const MAX_FIRST_GROWTH: usize = 8;

impl Lexicon {
    /// Writes the lexicon, of which all words are analysed, into a kept file.
    pub fn keep(&self, out: &mut KeptWriter) -> io::Result<()> {
        debug_assert!(!self.lags(), "only a whole lexicon is kept");
        let order = self.order_to_keep();
        let mut ranks = vec![0; self.spellings.len()];
        for (rank, &word) in (0_u32..).zip(&order) {
            if let Some(own) = ranks.get_mut(word as usize) {
                *own = rank;
            }
        }
        put(out, SPELLINGS, &self.packed_spellings(&order))?;
        put(out, WORDS, &self.packed_words(&order))?;
        put(out, PLACES, &self.packed_places(&order)?)?;
        let mut by_surface = FieldWriter::default();
        for &word in &self.by_surface {
            let rank = ranks.get(word as usize).copied().unwrap_or(0);
            by_surface.number(u64::from(rank));
        }
        put(out, ORDER, &by_surface)?;
        let layers = [&self.inflections, &self.stems, &self.sounds, &self.roots];
        let mut finer: Vec<u32> = (0..).take(self.by_surface.len()).collect();
        for ((number, layer), tag) in layers.into_iter().enumerate().zip((GROUPS..).step_by(2)) {
            let groups = layer.of_words(&self.by_surface);
            let packed = layer.packed(&groups, &finer)?;
            put(out, tag, &packed.hashes)?;
            put(out, tag + 1, &packed.numbers)?;
            if number <= STEM_LAYER {
                finer = groups;
            }
        }
        Ok(())
    }

    /// The words that stand in some segment, in the order of their spellings.
    fn order_to_keep(&self) -> Vec<WordNo> {
        let all = (0..).take(self.spellings.len());
        let mut order: Vec<WordNo> = all
            .filter(|word| self.places(*word).next().is_some())
            .collect();
        // Those of one segment are in order: few runs are merged.
        order.sort_by(|a, b| self.spelling(*a).cmp(self.spelling(*b)));
        order
    }

    fn packed_spellings(&self, order: &[WordNo]) -> FieldWriter {
        let mut out = FieldWriter::default();
        out.size(order.len());
        out.size(order.iter().map(|word| self.spelling(*word).len()).sum());
        let mut before = "";
        for &word in order {
            let own = self.spelling(word);
            let both = own.char_indices().zip(before.chars());
            let same = both.take_while(|((_, a), b)| a == b).last();
            let same = same.map_or(0, |((at, c), _)| at + c.len_utf8());
            out.size(same);
            out.text(own.get(same..).unwrap_or(""));
            before = own;
        }
        out
    }

    /// How many articles hold each word, how many letters cling before it, and whether the article is among them.
    fn packed_words(&self, order: &[WordNo]) -> FieldWriter {
        let mut out = FieldWriter::default();
        for &word in order {
            out.number(u64::from(self.count(word)));
            let clinging = match self.count(word) {
                0 => 0,
                _ => self.clings(word).chars().count(),
            };
            out.size(clinging << 1 | usize::from(self.has_article(word)));
        }
        out
    }

    /// The segments of each word.
    fn packed_places(&self, order: &[WordNo]) -> io::Result<FieldWriter> {
        let mut out = FieldWriter::default();
        let mut ordinals = vec![0; self.segments()];
        out.size(ordinals.len());
        out.size(order.iter().map(|word| self.places(*word).count()).sum());
        for &word in order {
            out.size(self.places(word).count());
            let mut next = 0;
            for (segment, ordinal) in self.places(word) {
                out.size(segment.saturating_sub(next));
                next = segment + 1;
                match ordinals.get_mut(segment) {
                    Some(expected) if *expected == ordinal => *expected += 1,
                    _ => return Err(io::Error::other("terms of a segment are out of order")),
                }
            }
        }
        Ok(out)
    }

    /// The lexicon in a kept file.
    pub fn kept(file: &KeptFile) -> Result<Lexicon, KeepError> {
        let spellings = kept_spellings(&section(file, SPELLINGS, 0)?)?;
        let words = spellings.len();
        let mut lexicon = Lexicon {
            numbers: SpellingNumbers::of(&spellings),
            spellings,
            ..Lexicon::default()
        };
        lexicon.read_words(&section(file, WORDS, words)?)?;
        lexicon.places = kept_places(&section(file, PLACES, words)?, words)?;
        lexicon.by_surface = kept_order(&section(file, ORDER, words)?, words)?;
        let mut finer: Vec<u32> = (0..).take(lexicon.by_surface.len()).collect();
        for (number, tag) in (GROUPS..).step_by(2).take(4).enumerate() {
            let (hashes, numbers) = (section(file, tag, words)?, section(file, tag + 1, words)?);
            let groups;
            (*lexicon.layer_mut(number), groups) =
                KeyGroups::kept(&hashes, &numbers, &lexicon.by_surface, &finer)?;
            if number <= STEM_LAYER {
                finer = groups;
            }
        }
        lexicon.find_families();
        lexicon.count_families();
        lexicon.analysed = words;
        Ok(lexicon)
    }

    /// Reads what is known of each word, and works out what follows from it.
    fn read_words(&mut self, bytes: &[u8]) -> Result<(), KeepError> {
        let words = self.spellings.len();
        let mut fields = FieldReader::new(bytes);
        self.counts.reserve_exact(words);
        self.articles.reserve_exact(words);
        let mut respelled = RespelledCounts::default();
        let mut surfaces = Surfaces::with_capacity(words);
        let mut folded = String::new();
        for word in (0..).take(words) {
            let count = fields.small()?;
            let clinging = fields.size()?;
            let spelling = self.spellings.get(word);
            letters::fold_into(spelling, &mut folded);
            let mut surface = folded.chars();
            for _ in 0..clinging >> 1 {
                surface.next().ok_or(KeepError::Torn(Damage::BareClitics))?;
            }
            surfaces.push(surface.as_str(), spelling);
            self.articles.push(clinging & 1 == 1);
            self.counts.push(count);
            if count > 0 {
                respelled.add(spelling, &folded, count);
            }
        }
        surfaces.shrink();
        self.surfaces = surfaces;
        self.respelled = respelled;
        Ok(())
    }
}

fn put(out: &mut KeptWriter, tag: u32, fields: &FieldWriter) -> io::Result<()> {
    out.section(tag)?;
    columns::put_u8s(out, &zstd::bulk::compress(&fields.bytes, LEVEL)?)
}

/// The bytes that were put into a section of a lexicon of so many words.
fn section(file: &KeptFile, tag: u32, words: usize) -> Result<Vec<u8>, KeepError> {
    let packed = file.section(tag).ok_or(KeepError::Missing)?.all()?;
    unpacked(&packed, words)
}

/// Takes memory only as there are bytes to put there, and never more than what is kept can stand for.
pub(super) fn unpacked(packed: &[u8], words: usize) -> Result<Vec<u8>, KeepError> {
    let most = packed
        .len()
        .saturating_mul(MAX_RATIO)
        .saturating_add(words.saturating_mul(MAX_WORD_BYTES));
    let most = most.saturating_add(MIN_UNPACKED);
    let torn = |_| KeepError::Torn(Damage::BadPacking);
    let mut out = Vec::with_capacity(packed.len());
    let decoder = zstd::stream::read::Decoder::with_buffer(packed).map_err(torn)?;
    decoder
        .take((most as u64).saturating_add(1))
        .read_to_end(&mut out)
        .map_err(torn)?;
    if out.len() > most {
        return Err(KeepError::Torn(Damage::TooMuch));
    }
    Ok(out)
}

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
    for _ in 0..count {
        let same = start + fields.size()?.min(MAX_TERM_BYTES);
        let rest = fields.text()?;
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
