//! From a spelling to its ordinals in the segments.

use super::WordNo;

/// For every spelling, the segments that have it and its ordinal there.
#[derive(Clone, Default)]
pub(super) struct PostingPlaces {
    /// The spelling of every ordinal, by segment.
    words: Vec<Vec<WordNo>>,
    /// One past the last place of each spelling in `segments` and `ordinals`.
    ends: Vec<u32>,
    segments: Vec<u16>,
    ordinals: Vec<u32>,
}

impl PostingPlaces {
    /// Takes in a segment: the spelling of each of its ordinals.
    pub(super) fn add(&mut self, words: Vec<WordNo>) {
        self.words.push(words);
    }

    /// Forgets the segments taken in last.
    pub(super) fn remove_last(&mut self, count: usize) {
        self.words.truncate(self.words.len().saturating_sub(count));
    }

    /// Makes all places findable; `count` is the number of spellings.
    pub(super) fn settle(&mut self, count: usize) {
        let mut next = vec![0_u32; count + 1];
        for &word in self.words.iter().flatten() {
            if let Some(n) = next.get_mut(word as usize + 1) {
                *n += 1;
            }
        }
        for i in 1..next.len() {
            next[i] += next[i - 1];
        }
        let total = next.last().map_or(0, |n| *n as usize);
        self.segments = vec![0; total];
        self.ordinals = vec![0; total];
        for (segment, words) in (0..).zip(&self.words) {
            for (ordinal, &word) in (0..).zip(words) {
                let place = &mut next[word as usize];
                self.segments[*place as usize] = segment;
                self.ordinals[*place as usize] = ordinal;
                *place += 1;
            }
        }
        // Each start has moved to its end.
        next.pop();
        self.ends = next;
    }

    /// Ends, segments and ordinals, to be kept.
    pub(super) fn columns(&self) -> (&[u32], &[u16], &[u32]) {
        (&self.ends, &self.segments, &self.ordinals)
    }

    /// From what that gave; no segment can be taken in after it.
    pub(super) fn kept(ends: Vec<u32>, segments: Vec<u16>, ordinals: Vec<u32>) -> PostingPlaces {
        PostingPlaces {
            words: Vec::new(),
            ends,
            segments,
            ordinals,
        }
    }

    /// The number of spellings.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// (segment, ordinal) of each place of a spelling.
    pub(super) fn of(&self, word: WordNo) -> impl Iterator<Item = (usize, u32)> {
        let at = word as usize;
        let end = |i: usize| self.ends.get(i).map_or(0, |e| *e as usize);
        let range = at.checked_sub(1).map_or(0, end)..end(at);
        let segments = self.segments.get(range.clone()).unwrap_or(&[]);
        let ordinals = self.ordinals.get(range).unwrap_or(&[]);
        let segments = segments.iter().map(|s| usize::from(*s));
        segments.zip(ordinals.iter().copied())
    }
}
