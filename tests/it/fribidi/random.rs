//! A number in, that many random lines out, always the same ones: words, numbers and punctuation of
//! the scripts this program is for, in every order.
//!
//! Half of the lines are built of words, as text is; the others are characters thrown together.
//! Every fourth has joiners and marks of direction in it instead of vowels.
//!
//! Left out is what fribidi 1.0.8 and UAX #9 disagree about, for Unicode's own cases say that we are
//! right: marks after a bracket (N0; our test is `a_mark_follows_its_bracket`), brackets beside
//! embeddings (N0), and what stands in isolates (X10). A vowel after a control has no base, and
//! there is no right place for it.

const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويلاالأإآءةىئؤ";
const OTHERS: &str = "پچژگکیھہےںٹڈڑۀۆێڕڵۇۈۋەڭېټډړښڼځڅٻڄڃڪڳڻۓٱ";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFéöçß";
const MARKS: &str = "\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{653}\u{654}\u{670}";
const CONTROLS: &str = "\u{200C}\u{200D}\u{200E}\u{200F}\u{61C}";
const DIGITS: [&str; 3] = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];
const SEPARATORS: &str = ".,:/-+٫٬%٪$€°";
const PUNCTUATION: &str = ".,:;!?،؛؟…\"'-–—*/\\&@#_=+%٪ـ٭";
const OPENING: &str = "([{«‹<“";
const CLOSING: &str = ")]}»›>”";

pub(super) fn lines(count: usize) -> impl Iterator<Item = String> {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    (0..count).map(move |_| {
        let length = 1 + random.below(12);
        let words = random.below(2) == 0;
        let marks = if random.below(4) == 0 {
            CONTROLS
        } else {
            MARKS
        };
        let mut line = String::new();
        for _ in 0..length {
            if words {
                word(&mut random, marks, &mut line);
            } else {
                characters(&mut random, marks, &mut line);
            }
        }
        line
    })
}

fn word(random: &mut Random, marks: &str, line: &mut String) {
    let open = random.below(6) == 0;
    if open {
        line.push(random.one(OPENING));
    }
    match random.below(10) {
        0..=3 => letters(random, (ARABIC, marks), line),
        4 | 5 => letters(random, (OTHERS, marks), line),
        6 | 7 => letters(random, (LATIN, marks), line),
        _ => number(random, line),
    }
    if open && random.below(5) > 0 {
        line.push(random.one(CLOSING));
    }
    if random.below(3) == 0 {
        line.push(random.one(PUNCTUATION));
    }
    if random.below(8) > 0 {
        line.push(' ');
    }
}

fn letters(random: &mut Random, (pool, marks): (&str, &str), line: &mut String) {
    let marked = pool != LATIN && random.below(3) == 0;
    for _ in 0..=random.below(7) {
        line.push(random.one(pool));
        if marked && random.below(2) == 0 {
            line.push(random.one(marks));
        }
    }
}

fn number(random: &mut Random, line: &mut String) {
    let digits = DIGITS[random.below(3)];
    for _ in 0..=random.below(3) {
        for _ in 0..=random.below(3) {
            line.push(random.one(digits));
        }
        line.push(random.one(SEPARATORS));
    }
}

fn characters(random: &mut Random, marks: &str, line: &mut String) {
    for _ in 0..=random.below(5) {
        let bracket = line.ends_with(|c| OPENING.contains(c) || CLOSING.contains(c));
        let c = match random.below(16) {
            0..=3 => random.one(ARABIC),
            4 => random.one(OTHERS),
            5 | 6 => random.one(LATIN),
            7 if !bracket => random.one(marks),
            8 | 9 => {
                let digits = DIGITS[random.below(3)];
                random.one(digits)
            }
            10 => random.one(SEPARATORS),
            11 => random.one(PUNCTUATION),
            12 => random.one(OPENING),
            13 => random.one(CLOSING),
            _ => ' ',
        };
        line.push(c);
    }
}

/// Marsaglia's xorshift64: all that is wanted is that two machines throw the same dice.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn one(&mut self, pool: &str) -> char {
        let at = self.below(pool.chars().count());
        pool.chars().nth(at).unwrap()
    }
}
