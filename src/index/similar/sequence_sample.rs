//! The words of an article in, a sample of its sequences of five words out: enough to see whether two
//! articles are versions of one text.
//!
//! [`crate::dedup::across`] counts all sequences of a corpus and takes its time; a list of related
//! articles has a millisecond. Words are compared as families and not as they are written, so that
//! a version with other endings is one too. What a sparse sample keeps a denser one keeps as well:
//! samples of a short and a long article compare.

use crate::dedup::across::{SHINGLE_WORDS, THRESHOLD, run_hash, sample_rate};

/// Fewest sequences of a sample, where the article has them; it has about twice as many at most.
const MIN_SAMPLE: usize = 96;
/// Least share of a shorter article's sequences that makes the longer one a version of it.
const MIN_CONTAINED: f32 = 0.75;
/// Fewest sequences of the shorter article by which that is decided.
const MIN_CONTAINED_SEQUENCES: usize = 16;

/// The words of an article, one after another.
#[derive(Debug, Default)]
pub(super) struct FamilySequence(Vec<u32>);

impl FamilySequence {
    pub(super) fn push(&mut self, word: u32) {
        self.0.push(word);
    }

    pub(super) fn sketch(&self) -> SequenceSample {
        let sequence =
            |words: &[u32]| run_hash(words.iter().map(|word| u64::from(*word) + 1)) as u32;
        let mut kept: Vec<u32> = self.0.windows(SHINGLE_WORDS).map(sequence).collect();
        kept.sort_unstable();
        kept.dedup();
        let rate = sample_rate(kept.len(), MIN_SAMPLE);
        kept.retain(|hash| hash.trailing_zeros() >= rate);
        SequenceSample { kept, rate }
    }
}

/// A sample of an article's sequences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SequenceSample {
    /// Hashes, sorted; one in 2 to the power of `rate`.
    kept: Vec<u32>,
    rate: u32,
}

impl SequenceSample {
    pub(super) fn is_version(&self, other: &SequenceSample) -> bool {
        let rate = self.rate.max(other.rate);
        let at_rate = |hash: &&u32| hash.trailing_zeros() >= rate;
        let mut theirs = other.kept.iter().filter(at_rate).peekable();
        let (mut here, mut both, mut only_there) = (0_usize, 0_usize, 0_usize);
        for hash in self.kept.iter().filter(at_rate) {
            here += 1;
            while theirs.next_if(|other| *other < hash).is_some() {
                only_there += 1;
            }
            both += usize::from(theirs.next_if_eq(&hash).is_some());
        }
        let there = both + only_there + theirs.count();
        let either = here + there - both;
        let shorter = here.min(there);
        let share = |of: usize| both as f32 / of.max(1) as f32;
        share(either) >= THRESHOLD
            || (shorter >= MIN_CONTAINED_SEQUENCES && share(shorter) >= MIN_CONTAINED)
    }
}

#[cfg(test)]
mod tests {
    use super::{FamilySequence, SequenceSample};

    fn sketch(words: impl IntoIterator<Item = u32>) -> SequenceSample {
        let mut shingles = FamilySequence::default();
        for word in words {
            shingles.push(word);
        }
        shingles.sketch()
    }

    #[track_caller]
    fn check(one: &SequenceSample, other: &SequenceSample, expected: bool) {
        assert_eq!(one.is_version(other), expected);
        assert_eq!(other.is_version(one), expected, "the other way round");
    }

    #[test]
    fn versions_share_most_of_their_words_in_order() {
        check(&sketch(0..300), &sketch(0..300), true);
        check(&sketch(0..300), &sketch(20..300), true);
        check(&sketch(0..300), &sketch(200..500), false);
        check(&sketch(0..300), &sketch(1000..1300), false);
        check(&sketch(0..300), &sketch((0..300).rev()), false);
    }

    #[test]
    fn an_excerpt_is_a_version_of_a_long_article() {
        check(&sketch(0..1500), &sketch(100..300), true);
        check(
            &sketch(0..1500),
            &sketch((100..200).chain(9000..9300)),
            false,
        );
    }

    #[test]
    fn too_few_words_are_a_version_of_nothing() {
        check(&sketch(0..4), &sketch(0..4), false);
        check(&sketch([]), &sketch([]), false);
        check(&sketch(0..10), &sketch(0..1500), false);
        check(&sketch(0..10), &sketch(0..10), true);
    }

    #[test]
    fn a_sample_stays_small() {
        let kept = sketch(0..1500).kept.len();
        assert!((60..250).contains(&kept), "{kept}");
    }
}
