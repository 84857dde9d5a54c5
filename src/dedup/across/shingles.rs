//! A text in, the hashes of its 5-word shingles out: all of them, or a sample that shows which texts may be alike.
//!
//! The sample keeps one hash in 2^k, k growing with the article, so that each is known by fifty to
//! a hundred of them whatever its length. It is taken by the hash's own trailing zeros: what a
//! sparse sample keeps, a denser one keeps too, so those of a short and a long article compare.
//!
//! Words are the same as in [`crate::text::normalize`]; two spellings that folding takes for one
//! (`سوريا`, `سورية`) are two here, so that anyone who counts finds the same.
//!
//! Two other modules take runs of five words, and differ on purpose: `compare::moved_words` compares
//! the runs of two texts whole, and [`crate::index::similar`] samples runs of word families of the
//! beginning of an article, to answer in a millisecond.

use xxhash_rust::xxh3::xxh3_64;

use crate::text::normalize::words;

/// Words of a shingle.
pub(crate) const SHINGLE_WORDS: usize = 5;
/// Fewest hashes of a sample, where the article has them; it has about twice as many at most.
const MIN_SAMPLE_HASHES: usize = 48;
/// Multiplier between the words of a shingle; odd, so that no bit of a word is lost.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// What the search for pairs keeps of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ArticleSketch {
    /// Equal for articles of equal words; 0 where there is no word.
    pub(super) whole: u64,
    /// Different shingles; 0 below five words, where nothing but equal words is alike.
    pub(super) shingles: u32,
    /// One hash in 2 to this power is in the sample.
    pub(super) rate: u32,
}

/// Reads texts one after another; keeps its buffers.
#[derive(Debug, Default)]
pub(super) struct Shingler {
    words: Vec<u64>,
    hashes: Vec<u64>,
}

impl Shingler {
    /// The different shingles of a text, sorted.
    pub(super) fn shingles(&mut self, text: &str) -> &[u64] {
        self.read(text);
        &self.hashes
    }

    /// What is known of a text, and the hashes of its sample, sorted.
    pub(super) fn sketch(&mut self, text: &str) -> (ArticleSketch, impl Iterator<Item = u32> + '_) {
        self.read(text);
        let rate = sample_rate(self.hashes.len(), MIN_SAMPLE_HASHES);
        let sketch = ArticleSketch {
            whole: if self.words.is_empty() {
                0
            } else {
                run_hash(self.words.iter().copied()).max(1)
            },
            shingles: self.hashes.len() as u32,
            rate,
        };
        let keys = self.hashes.iter().map(|hash| *hash as u32);
        (sketch, keys.filter(move |key| key.trailing_zeros() >= rate))
    }

    fn read(&mut self, text: &str) {
        let Shingler { words: all, hashes } = self;
        all.clear();
        words(text, |word| all.push(xxh3_64(word.norm.as_bytes())));
        hashes.clear();
        let shingles = all.windows(SHINGLE_WORDS);
        hashes.extend(shingles.map(|words| run_hash(words.iter().copied())));
        hashes.sort_unstable();
        hashes.dedup();
    }
}

/// Hash of a run of words, each given by a hash or a number.
pub(crate) fn run_hash(words: impl Iterator<Item = u64>) -> u64 {
    mix(words.fold(0, |hash: u64, word| {
        hash.wrapping_mul(FACTOR).wrapping_add(word)
    }))
}

/// The power of two by which `hashes` hashes are thinned so that `least` or more are left.
pub(crate) fn sample_rate(hashes: usize, least: usize) -> u32 {
    (hashes / least).checked_ilog2().unwrap_or(0)
}

/// Spreads the difference of two hashes over all bits (the finalizer of `SplitMix64`).
fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

/// How alike two sorted sets are: what both have by what either has; 0 for two empty ones.
pub(super) fn jaccard(a: &[u64], b: &[u64]) -> f32 {
    let both = shared(a, b);
    let either = a.len() + b.len() - both;
    if either == 0 {
        return 0.0;
    }
    both as f32 / either as f32
}

/// How many elements two sorted sets share.
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both += usize::from(x == y);
        let (left, right) = (x <= y, y <= x);
        i += usize::from(left);
        j += usize::from(right);
    }
    both
}

#[cfg(test)]
mod tests {
    use super::{Shingler, jaccard};

    #[track_caller]
    fn check(a: &str, b: &str, both: usize, either: usize) {
        let (mut one, mut two) = (Shingler::default(), Shingler::default());
        let got = jaccard(one.shingles(a), two.shingles(b));
        let expected = both as f32 / either.max(1) as f32;
        assert!((got - expected).abs() < 1e-6, "{got}, not {expected}");
    }

    #[test]
    fn alike() {
        check("ا ب ج د ه", "ا ب ج د ه", 1, 1);
        check("ا ب ج د ه و", "ا ب ج د ه ز", 1, 3);
        check("ا ب ج د ه و", "ز ا ب ج د ه", 1, 3);
        check("ا ا ا ا ا ا ا ا", "ا ا ا ا ا", 1, 1);
        check("ا ب ج د", "ا ب ج د", 0, 0);
        check("", "", 0, 0);
    }

    #[test]
    fn spelling_does_not_count() {
        check("زار الوفدُ أمس مدينةً أخرى", "زار الوفد امس مدينه اخري", 1, 1);
        check("زار وفد سوريا 3.5", "زار وفد سوريا ٣٫٥", 0, 0);
        check("زار وفد من سوريا 3.5", "زار وفد من سوريا ٣٫٥", 1, 1);
    }

    #[test]
    fn order_counts() {
        check("ا ب ج د ه", "ه د ج ب ا", 0, 2);
    }

    #[test]
    fn a_sparse_sample_is_part_of_a_denser_one() {
        let word = |n: usize| format!("كلمة{n} ");
        let long: String = (0..10_000).map(word).collect();
        let short: String = (0..100).map(word).collect();
        let mut shingler = Shingler::default();
        let (sketch, keys) = shingler.sketch(&long);
        let sparse: Vec<u32> = keys.collect();
        assert_eq!(sketch.rate, 8);
        assert!((48..150).contains(&sparse.len()), "{}", sparse.len());
        let of_short: Vec<u32> = shingler
            .shingles(&short)
            .iter()
            .map(|h| *h as u32)
            .collect();
        let (sketch, keys) = shingler.sketch(&short);
        let dense: Vec<u32> = keys.collect();
        assert_eq!(sketch.rate, 2);
        for key in sparse.iter().filter(|key| of_short.contains(key)) {
            assert!(dense.contains(key), "the short article has it, too");
        }
    }
}
