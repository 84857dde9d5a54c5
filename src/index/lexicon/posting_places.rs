//! From a spelling to its ordinals in the segments.

use super::super::error::IndexError;
use super::WordNo;

/// For every spelling, the segments that have it and its ordinal there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PostingPlaces {
    /// One past the last place of each spelling in `segments` and `ordinals`.
    ends: Vec<u32>,
    segments: Vec<u16>,
    ordinals: Vec<u32>,
    /// How many segments there are.
    count: usize,
}

impl PostingPlaces {
    /// From the number of places of every spelling, and all places, spelling by spelling.
    pub(super) fn of(
        ends: Vec<u32>,
        segments: Vec<u16>,
        ordinals: Vec<u32>,
        count: usize,
    ) -> PostingPlaces {
        PostingPlaces {
            ends,
            segments,
            ordinals,
            count,
        }
    }

    /// The number of segments.
    pub(super) fn segments(&self) -> usize {
        self.count
    }

    /// Puts segments in the place of those that were taken in last; of each, the spelling of every ordinal. There are
    /// `words` spellings now.
    pub(super) fn exchange_last(
        &mut self,
        last: usize,
        new: &[Vec<WordNo>],
        words: usize,
    ) -> Result<(), IndexError> {
        let staying = self.count.saturating_sub(last);
        let count = staying + new.len();
        // A segment's number has sixteen bits.
        if count > 1 + usize::from(u16::MAX) {
            return Err(IndexError::TooLarge);
        }
        let stays = |segment: &u16| usize::from(*segment) < staying;
        let mut next = vec![0_u32; words + 1];
        for &word in new.iter().flatten() {
            if let Some(n) = next.get_mut(word as usize + 1) {
                *n += 1;
            }
        }
        for (word, n) in (0..).zip(next.iter_mut().skip(1)) {
            let (segments, _) = self.columns_of(word);
            *n += if last == 0 {
                segments.len() as u32
            } else {
                segments.iter().filter(|s| stays(s)).count() as u32
            };
        }
        let mut total: u32 = 0;
        for n in &mut next {
            total = total.checked_add(*n).ok_or(IndexError::TooLarge)?;
            *n = total;
        }
        let mut segments = vec![0; total as usize];
        let mut ordinals = vec![0; total as usize];
        let mut put = |next: &mut u32, segment: u16, ordinal: u32| {
            let at = *next as usize;
            if let (Some(s), Some(o)) = (segments.get_mut(at), ordinals.get_mut(at)) {
                (*s, *o) = (segment, ordinal);
            }
            *next += 1;
        };
        for (word, next) in (0..).zip(&mut next) {
            let (segments, ordinals) = self.columns_of(word);
            for (segment, ordinal) in segments.iter().zip(ordinals).filter(|(s, _)| stays(s)) {
                put(next, *segment, *ordinal);
            }
        }
        for (segment, words) in (staying..).zip(new) {
            for (ordinal, &word) in (0..).zip(words) {
                if let Some(next) = next.get_mut(word as usize) {
                    put(next, segment as u16, ordinal);
                }
            }
        }
        // Each start has moved to its end.
        next.pop();
        *self = PostingPlaces::of(next, segments, ordinals, count);
        Ok(())
    }

    fn columns_of(&self, word: WordNo) -> (&[u16], &[u32]) {
        let at = word as usize;
        let Some(&end) = self.ends.get(at) else {
            return (&[], &[]);
        };
        let start = at.checked_sub(1).and_then(|at| self.ends.get(at));
        let range = start.map_or(0, |start| *start as usize)..end as usize;
        let segments = self.segments.get(range.clone()).unwrap_or(&[]);
        (segments, self.ordinals.get(range).unwrap_or(&[]))
    }

    /// (segment, ordinal) of each place of a spelling.
    pub(super) fn of_word(&self, word: WordNo) -> impl Iterator<Item = (usize, u32)> {
        let (segments, ordinals) = self.columns_of(word);
        let segments = segments.iter().map(|s| usize::from(*s));
        segments.zip(ordinals.iter().copied())
    }

    /// Bytes that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.segments.capacity() * size_of::<u16>()
            + (self.ends.capacity() + self.ordinals.capacity()) * size_of::<u32>()
    }
}
