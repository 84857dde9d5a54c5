//! A whole lexicon in, sections of a kept file out.
//!
//! Words are kept in the order of their spellings, whatever their numbers were. So a spelling is told by what it has
//! not in common with the one before it, and the places of its postings by the segments alone: in each of these it is the
//! next term. What is quickly worked out of the rest is not kept.

use std::io;

use super::{Lexicon, WordNo};
use crate::corpus::packing::FieldWriter;
use crate::kept::{KeptWriter, columns};

/// Tags of the sections; groups have two for each of the four layers of keys.
pub(super) const SPELLINGS: u32 = 0x200;
pub(super) const WORDS: u32 = 0x201;
pub(super) const PLACES: u32 = 0x202;
pub(super) const ORDER: u32 = 0x203;
pub(super) const GROUPS: u32 = 0x204;
/// Stems are worked out of inflections, and of stems both sounds and roots.
pub(super) const STEM_LAYER: usize = 1;
/// Of zstd: what takes least time to pack.
const LEVEL: i32 = 1;

impl Lexicon {
    /// Writes the lexicon, of which all words are analysed, into a kept file.
    pub fn keep(&self, out: &mut KeptWriter) -> io::Result<()> {
        let is_whole = !self.lags() && self.lean.is_none();
        debug_assert!(is_whole, "only a whole lexicon is kept");
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
}

fn put(out: &mut KeptWriter, tag: u32, fields: &FieldWriter) -> io::Result<()> {
    out.section(tag)?;
    columns::put_u8s(out, &zstd::bulk::compress(&fields.bytes, LEVEL)?)
}
