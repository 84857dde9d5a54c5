//! From one normalised word to the terms it is indexed and searched under.
//!
//! Two layers. The *surface* is the word without the article and what clings before it (`وال بال
//! كال فال لل ال`), so that typing «حو» leads to «الحوار». The *stems* are light stems in the
//! manner of light10: the surface without its endings, and a second one without a single
//! proclitic letter (`و ب ل ف ك س`) where enough of a word remains, since «وزير» and «ومحمد» look alike.
//!
//! Invariants: a term is never empty; analysing a query word and a text word is the same
//! function, so both meet in the same terms; highlighting uses it too.

use std::ops::Range;

use compact_str::CompactString;

use super::stopwords;
use crate::text::normalize::{self, Kind};

/// The terms of one word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The word without its article.
    pub surface: CompactString,
    /// Its light stem.
    pub stem: CompactString,
    /// The light stem without a one-letter proclitic, where that leaves a word.
    pub bare_stem: Option<CompactString>,
}

impl Terms {
    /// The stems to ask for: one that lost a letter only where it is still long enough to be that
    /// word and no other («والي» is not «إلى»).
    pub fn asked_stems(&self) -> impl Iterator<Item = &CompactString> {
        let bare = self
            .bare_stem
            .as_ref()
            .filter(|bare| letters(bare) > MIN_LETTERS);
        std::iter::once(&self.stem).chain(bare)
    }

    /// Both stems, as a text holds them.
    pub fn stems(&self) -> impl Iterator<Item = &CompactString> {
        std::iter::once(&self.stem).chain(self.bare_stem.as_ref())
    }
}

/// Calls `f` with every searchable word of `text`: byte range, normalised form, and whether it is
/// written with أ, إ or آ at its head. Symbols are passed over; see [`parts`] for numbers.
pub fn for_each_word(text: &str, mut f: impl FnMut(Range<usize>, &str, bool)) {
    normalize::words(text, |word| {
        let source = text.get(word.start..word.end).unwrap_or("");
        match word.kind {
            Kind::Symbol => {}
            Kind::Letters => {
                let hamza = source.starts_with(['أ', 'إ', 'آ']);
                f(word.start..word.end, word.norm, hamza);
            }
            Kind::Digits if word.norm.bytes().all(|b| b.is_ascii_digit()) => {
                f(word.start..word.end, word.norm, false);
            }
            Kind::Digits => parts(source, word.norm, |part, norm| {
                f(word.start + part.start..word.start + part.end, norm, false);
            }),
        }
    });
}

/// The numbers a number is made of: `2015-09-30` is three, so that 2015 finds it; the commas of
/// `1,500` go, decimals stay whole.
fn parts(source: &str, norm: &str, mut f: impl FnMut(Range<usize>, &str)) {
    const INNER: [char; 5] = ['-', '–', '−', '/', ':'];
    let mut pieces = norm
        .split(['-', '/', ':', '+'])
        .filter(|piece| !piece.is_empty());
    let mut start = None;
    let ended = source.char_indices().chain([(source.len(), '-')]);
    for (at, c) in ended {
        if !INNER.contains(&c) && c != '+' {
            start.get_or_insert(at);
        } else if let Some(from) = start.take()
            && let Some(piece) = pieces.next()
        {
            f(from..at, &piece.replace(',', ""));
        }
    }
}

/// The terms of one normalised word; `hamza` says that it was written with أ, إ or آ at its head,
/// which the article never is.
pub fn terms(norm: &str, hamza: bool) -> Terms {
    let folded = fold_letters(norm);
    if !folded.chars().next().is_some_and(is_arabic) {
        return Terms {
            surface: folded.clone(),
            stem: folded,
            bare_stem: None,
        };
    }
    let bare = if hamza {
        folded.as_str()
    } else {
        without_article(&folded)
    };
    let had_article = bare.len() != folded.len();
    if stopwords::holds(norm) {
        return Terms {
            surface: CompactString::from(bare),
            stem: folded,
            bare_stem: None,
        };
    }
    let stem = CompactString::from(without_endings(bare));
    let bare_stem = (!had_article)
        .then(|| without_proclitic(bare))
        .flatten()
        .map(|rest| CompactString::from(without_endings(without_article(rest))))
        .filter(|rest| *rest != stem);
    Terms {
        surface: canonical_ending(bare),
        stem,
        bare_stem,
    }
}

/// The letters that search treats as one, beyond those that `normalize` already unifies.
fn fold_letters(norm: &str) -> CompactString {
    norm.chars()
        .map(|c| match c {
            'ؤ' | 'ئ' => 'ء',
            'پ' => 'ب',
            'چ' => 'ج',
            'ژ' => 'ز',
            'ڤ' => 'ف',
            'ڨ' => 'ق',
            'گ' => 'ك',
            'ے' => 'ي',
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            other => other,
        })
        .collect()
}

fn is_arabic(c: char) -> bool {
    ('\u{0600}'..='\u{06FF}').contains(&c)
}

/// Words whose «ال» is their own, as they stand after normalisation.
const OWN_ALEF_LAM: [&str; 27] = [
    "كاليفورن",
    "كالسيوم",
    "كالي",
    "بالون",
    "بالغ",
    "بالتيمور",
    "فالنسي",
    "والد",
    "والي",
    "المان",
    "الكترون",
    "البان",
    "التزام",
    "التحاق",
    "التهاب",
    "التماس",
    "التقاء",
    "التفاف",
    "التباس",
    "الغاء",
    "الزام",
    "الحاق",
    "الهام",
    "العاب",
    "الوان",
    "الاف",
    "التقط",
];

/// The article with what may cling before it, longest first.
const ARTICLES: [&str; 9] = ["وبال", "وال", "بال", "كال", "فال", "ولل", "فلل", "لل", "ال"];

/// At least this many letters stay when something is taken off.
const MIN_LETTERS: usize = 3;

fn without_article(word: &str) -> &str {
    if OWN_ALEF_LAM.iter().any(|own| word.starts_with(own)) {
        return word;
    }
    ARTICLES
        .iter()
        .find_map(|article| {
            word.strip_prefix(article)
                .filter(|rest| letters(rest) >= MIN_LETTERS)
        })
        .unwrap_or(word)
}

/// Without one of the letters that cling to a word; the waw is far the commonest.
fn without_proclitic(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك', 'س'])?;
    let least = if word.starts_with('و') {
        MIN_LETTERS
    } else {
        MIN_LETTERS + 1
    };
    (letters(rest) >= least).then_some(rest)
}

/// Endings in the order they come off, at most one of a group, and how many letters must stay:
/// pronouns, then duals and plurals, then single letters. Shorter words are as often as not their
/// own («لبنان», «سلمان», «إيران» end like duals), and what already lost an ending keeps more.
const ENDINGS: [(usize, &[&str]); 4] = [
    (3, &["هما", "كما", "ها", "هم", "هن", "كم", "نا"]),
    (
        4,
        &[
            "تان", "تين", "يات", "يين", "يون", "ان", "ات", "ون", "ين", "يه", "يا",
        ],
    ),
    (3, &["ه"]),
    (4, &["ي", "وا", "ا", "ت"]),
];

fn without_endings(word: &str) -> &str {
    let mut rest = word;
    for (stay, group) in ENDINGS {
        let stay = if rest.len() < word.len() { 4 } else { stay };
        rest = group
            .iter()
            .find_map(|ending| rest.strip_suffix(ending).filter(|r| letters(r) >= stay))
            .unwrap_or(rest);
    }
    rest
}

/// «سوريا» and «سورية» are one word: the ending -يا is written -يه.
fn canonical_ending(word: &str) -> CompactString {
    match word.strip_suffix("يا") {
        Some(rest) if letters(rest) >= MIN_LETTERS => {
            let mut out = CompactString::from(rest);
            out.push_str("يه");
            out
        }
        _ => CompactString::from(word),
    }
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

/// The forms under which a half-typed word may begin: as typed, and without its article.
pub fn prefixes(norm: &str, hamza: bool) -> Vec<CompactString> {
    let folded = fold_letters(norm);
    let mut out = Vec::with_capacity(2);
    // «الحو» is the article and the beginning of a word; «ال» alone is not yet.
    if !hamza
        && let Some(rest) = ARTICLES.iter().find_map(|a| folded.strip_prefix(a))
        && !rest.is_empty()
    {
        out.push(CompactString::from(rest));
    }
    out.push(folded);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, Terms)> {
        let mut out = Vec::new();
        for_each_word(text, |range, norm, hamza| {
            out.push((text.get(range).unwrap(), terms(norm, hamza)));
        });
        out
    }

    fn one(word: &str) -> Terms {
        words(word).remove(0).1
    }

    #[test]
    fn a_number_made_of_numbers_is_found_by_each() {
        for (text, expected) in [
            (
                "2015-09-30",
                vec![("2015", "2015"), ("09", "09"), ("30", "30")],
            ),
            ("٢٠١٤–٢٠١٥", vec![("٢٠١٤", "2014"), ("٢٠١٥", "2015")]),
            ("1,500", vec![("1,500", "1500")]),
            ("3.5%", vec![("3.5", "3.5")]),
            ("-5", vec![("5", "5")]),
        ] {
            let found = words(text);
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|(w, t)| (*w, t.surface.as_str()))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    /// Both words meet in a stem.
    fn meet(a: &str, b: &str) -> bool {
        let (a, b) = (one(a), one(b));
        a.stems().any(|x| b.stems().any(|y| x == y))
    }

    #[test]
    fn the_article_and_what_clings_to_it_come_off() {
        for form in [
            "الميناء",
            "والميناء",
            "بالميناء",
            "للميناء",
            "كالميناء",
            "ميناء",
        ] {
            assert_eq!(one(form).surface, one("ميناء").surface, "{form}");
        }
    }

    #[test]
    fn an_alef_lam_of_the_word_itself_stays() {
        assert_eq!(one("ألعاب").surface, "العاب");
        assert_eq!(one("المانيا").surface, one("ألمانيا").surface);
        assert_eq!(one("التزام").surface, "التزام");
    }

    #[test]
    fn spellings_of_one_word_meet() {
        for (a, b) in [
            ("مكتبة", "مكتبه"),
            ("مَكْتَبَة", "مكتـــبة"),
            ("إدارة", "اداره"),
            ("مسؤول", "مسئول"),
            ("٢٠١٥", "2015"),
            ("سوريا", "سورية"),
            ("Café", "cafe"),
        ] {
            assert_eq!(one(a).surface, one(b).surface, "{a} {b}");
        }
    }

    #[test]
    fn light_stems_bring_inflected_forms_together() {
        for (a, b) in [
            ("وزير", "الوزيرين"),
            ("وزير", "وللوزير"),
            ("مهندس", "المهندسون"),
            ("محمد", "ومحمد"),
            ("موسكو", "بموسكو"),
            ("كتاب", "كتابها"),
        ] {
            let (x, y) = (one(a), one(b));
            assert!(meet(a, b), "{a} {x:?} {b} {y:?}");
        }
    }

    /// They met once, by losing too much.
    #[test]
    fn words_of_different_things_stay_apart() {
        for (query, text) in [
            ("والي", "إلى"),
            ("ولاية", "ولا"),
            ("كالي", "وكالة"),
            ("كرواتيا", "رواية"),
            ("سلمان", "وسلم"),
            ("وهمي", "وهم"),
            ("لحم", "لحماية"),
            ("إيران", "إير"),
            ("لبنان", "لبنة"),
            ("مكة", "سمكها"),
        ] {
            let (asked, held) = (one(query), one(text));
            let meet = held.stems().any(|h| asked.asked_stems().any(|a| a == h));
            assert!(!meet, "{query} {text}");
        }
    }

    #[test]
    fn short_words_are_left_whole() {
        for word in ["من", "في", "الى", "يد"] {
            assert!(letters(&one(word).surface) >= 2, "{word}");
        }
    }

    #[test]
    fn a_half_typed_word_is_tried_with_and_without_its_article() {
        assert_eq!(prefixes("الحو", false), ["حو", "الحو"]);
        assert_eq!(prefixes("حو", false), ["حو"]);
        assert_eq!(prefixes("ال", false), ["ال"]);
    }
}
