//! From running words to which of them are new: the number of different words grows as n^0.6.
//!
//! Sentences drawn again and again bring no word that was not there. So in the made articles some words
//! are replaced: by a new one as soon as the curve through the given articles asks for it, and now
//! and then by one of those made before, the older the more often, as Zipf's law has it for such growth.
//! Memory holds a few numbers, whatever the size of the corpus.

use super::random::{SeededRandom, whole};

/// Exponent of the growth: of running words to different ones.
const GROWTH: f64 = 0.6;
/// Share of the running words whose rank lies beyond that of the n-th, in n/running words, for that growth.
const BEYOND: f64 = 0.4;
/// Letters of made stems.
const LETTERS: [char; 28] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
    'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي',
];
/// Letters in the middle of them.
const VOWELS: [char; 3] = ['ا', 'و', 'ي'];
/// What clings before and after a made stem: its forms.
const AFFIXES: [(&str, &str); 6] = [
    ("", ""),
    ("ال", ""),
    ("", "ة"),
    ("و", ""),
    ("ال", "ية"),
    ("ب", "ات"),
];
/// Stems of five letters, the third of which is a vowel.
const STEMS: u64 = 28 * 28 * 28 * 28 * 3;
/// A prime: neighbouring numbers have stems that do not look alike.
const SCATTER: u64 = 1_000_003;

/// How many words there were, and how many different ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Growth {
    pub(super) running: u64,
    /// Different words of the given articles.
    given: u64,
    /// Words made so far.
    made: u64,
    /// Different words for one running word to the power of [`GROWTH`].
    factor: f64,
    /// Share of the words that may be replaced by one made before.
    share: f64,
    /// New words that the curve asks for.
    due: u64,
}

impl Growth {
    /// The curve through articles of `running` words, `different` of them different.
    pub(super) fn through(running: u64, different: u64) -> Growth {
        let words = (running.max(1)) as f64;
        Growth {
            running,
            given: different,
            made: 0,
            factor: different as f64 / words.powf(GROWTH),
            share: BEYOND * different as f64 / words,
            due: 0,
        }
    }

    pub(super) fn different(&self) -> u64 {
        self.given + self.made
    }

    /// Counts the words of a sentence before it is written.
    pub(super) fn read(&mut self, words: u64) {
        self.running += words;
        let wanted = whole(self.factor * (self.running as f64).powf(GROWTH));
        self.due = wanted.saturating_sub(self.different());
    }

    /// The number of the made word that replaces the next word that may be replaced; mostly none.
    pub(super) fn replacement(&mut self, random: &mut SeededRandom) -> Option<u64> {
        if self.due > 0 {
            self.due -= 1;
            self.made += 1;
            return Some(self.made - 1);
        }
        if random.share() > self.share {
            return None;
        }
        let rank = self.given as f64 * random.share().powf(-GROWTH / (1.0 - GROWTH));
        let number = whole(rank).saturating_sub(self.given);
        (number < self.made).then_some(number)
    }
}

/// Writes the made word of a number; another number has another word.
pub(super) fn write_word(number: u64, out: &mut String) {
    let forms = AFFIXES.len() as u64;
    let (before, after) = AFFIXES[usize::try_from(number % forms).unwrap_or(0)];
    let stem = number / forms;
    let mut rest = (stem % STEMS) * SCATTER % STEMS;
    let mut letter = |letters: &[char]| {
        let end = letters.len() as u64;
        let at = usize::try_from(rest % end).unwrap_or(0);
        rest /= end;
        letters[at]
    };
    let middle = letter(&VOWELS);
    let outer: [char; 4] = std::array::from_fn(|_| letter(&LETTERS));
    out.push_str(before);
    out.extend([outer[0], outer[1], middle, outer[2], outer[3]]);
    // Should all stems be used up, longer ones follow.
    let mut more = stem / STEMS;
    while more > 0 {
        out.push(LETTERS[usize::try_from(more % 28).unwrap_or(0)]);
        more /= 28;
    }
    out.push_str(after);
}
