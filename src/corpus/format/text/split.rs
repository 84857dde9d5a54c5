//! Takes the text of a file, recognises whether it is several articles, and the line that separates them.
//!
//! Articles contain lines of stars and dashes, too: between parts, above notes, around adverts. So the
//! pieces must look like articles by themselves. In a file of few pieces all of them must, or it is one
//! article.

use std::ops::Range;

/// Characters whose repetition makes a separator, and the fewest of each.
const SIGNS: [(char, usize); 7] = [
    ('#', 3),
    ('=', 5),
    ('-', 5),
    ('*', 5),
    ('_', 5),
    ('~', 5),
    ('\u{640}', 5),
];
/// Shortest text of an article below its headline, in characters.
const MIN_BODY_CHARS: usize = 200;
/// Fewest pieces of a file of which some may not look like articles.
const MIN_TOLERANT_PIECES: usize = 8;
/// Fewest pieces for each that does not look like an article.
const PIECES_PER_STRANGE: usize = 10;
/// Most kinds of separators in a file of several articles; with more they are ornaments.
const MAX_SEPARATOR_KINDS: usize = 8;
/// Most characters of a separator that a reason shows.
const MAX_SHOWN_CHARS: usize = 20;
/// Fewest letters of a headline for each word that it must have.
const MIN_LETTERS_PER_WORD: usize = 4;
/// Most letters of a line beginning with a number that is still taken for a note, not a headline.
const MAX_NUMBERED_LETTERS: usize = 10;
/// Longest headline, in characters.
const MAX_HEADLINE_CHARS: usize = 150;
/// Longest separator, in characters.
const MAX_SEPARATOR_CHARS: usize = 200;
/// Longest line that may be a separator, in bytes: two a character, and some white space around.
pub(super) const MAX_SEPARATOR_BYTES: usize = 2 * MAX_SEPARATOR_CHARS + 64;

/// A separator of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// A line of one repeated character, and the number of repetitions, which is the same each time.
    Line(char, usize),
    /// A line that begins with U+000C.
    FormFeed,
}

impl Separator {
    /// The line as a reason shows it, maybe shortened: `=====`.
    pub(super) fn line(self) -> Option<String> {
        match self {
            Separator::Line(sign, count) => {
                Some(String::from(sign).repeat(count.min(MAX_SHOWN_CHARS)))
            }
            Separator::FormFeed => None,
        }
    }

    /// Whether a single one is enough to separate articles.
    fn is_enough(self) -> bool {
        matches!(self, Separator::Line('#', _) | Separator::FormFeed)
    }

    /// Whether it is never an ornament inside an article.
    fn is_plain(self) -> bool {
        matches!(self, Separator::Line('#' | '=', _) | Separator::FormFeed)
    }
}

/// The separator that a line is, if any.
pub(super) fn separator(line: &str) -> Option<Separator> {
    // On a line with text a form feed only ends a page.
    if line.starts_with('\u{c}') && line.trim().is_empty() {
        return Some(Separator::FormFeed);
    }
    let line = line.trim();
    let first = line.chars().next()?;
    let (_, least) = SIGNS.iter().find(|(sign, _)| *sign == first)?;
    let count = line.chars().count();
    let same = count >= *least && count <= MAX_SEPARATOR_CHARS && line.chars().all(|c| c == first);
    same.then_some(Separator::Line(first, count))
}

/// The separator of a file, given only its beginning.
pub(super) fn split_beginning(text: &str) -> Option<Separator> {
    best(text, 1).map(|(separator, _)| separator)
}

/// The separator and the byte ranges of the articles of a file; `None` where it is one article.
pub(super) fn split(text: &str) -> Option<(Separator, Vec<Range<usize>>)> {
    best(text, 0)
}

/// Like [`split`], but the last `cut_off` pieces need not look like articles.
fn best(text: &str, cut_off: usize) -> Option<(Separator, Vec<Range<usize>>)> {
    let mut met: Vec<(Separator, usize)> = Vec::new();
    for found in lines(text).filter_map(|(_, line)| separator(line)) {
        match met.iter_mut().find(|(own, _)| *own == found) {
            Some((_, count)) => *count += 1,
            None => met.push((found, 1)),
        }
        if met.len() > MAX_SEPARATOR_KINDS {
            return None;
        }
    }
    let enough = |(separator, count): &&(Separator, usize)| *count > 1 || separator.is_enough();
    let mut likely: Vec<(Separator, usize)> = met.iter().filter(enough).copied().collect();
    likely.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    likely.into_iter().find_map(|(separator, _)| {
        let pieces = pieces(text, separator);
        let whole = pieces.len().saturating_sub(cut_off);
        let own = |piece: &Range<usize>| is_article(text.get(piece.clone()), separator);
        let asked = pieces.iter().take(whole);
        let strange = asked.filter(|piece| !own(piece)).count();
        // Among many articles one that is short, or has an odd headline, is still one of them.
        let few =
            strange * PIECES_PER_STRANGE <= whole && (strange == 0 || whole >= MIN_TOLERANT_PIECES);
        (pieces.len() > 1 && few).then_some((separator, pieces))
    })
}

/// The byte ranges between the separators that are not blank.
fn pieces(text: &str, by: Separator) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut push = |range: Range<usize>| {
        if text
            .get(range.clone())
            .is_some_and(|piece| !piece.trim().is_empty())
        {
            pieces.push(range);
        }
    };
    for (at, line) in lines(text) {
        if separator(line) == Some(by) {
            push(start..at);
            start = at + line.len();
        }
    }
    push(start..text.len());
    pieces
}

/// Whether a piece has a headline and a text below it.
fn is_article(piece: Option<&str>, by: Separator) -> bool {
    let piece = piece.unwrap_or("").trim();
    let (headline, body) = piece.split_once('\n').unwrap_or((piece, ""));
    // Where a separator is never an ornament, the first line may be the outlet, a single word.
    let words = if by.is_plain() { 1 } else { 2 };
    is_headline(headline.trim(), words) && body.trim().chars().count() >= MIN_BODY_CHARS
}

fn is_headline(line: &str, least: usize) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let ends = line.ends_with(['.', '،', ',', '؛', ':', '…']);
    let words = line.split_whitespace().count();
    // A line that begins otherwise («1.», «* …») belongs to a note or a list.
    let begins = line.chars().next().is_some_and(char::is_alphabetic)
        || line.starts_with(['«', '"', '“', '\'', '(', '['])
        || line.chars().next().is_some_and(char::is_numeric) && letters > MAX_NUMBERED_LETTERS;
    begins
        && !ends
        && letters >= MIN_LETTERS_PER_WORD * least
        && words >= least
        && line.chars().count() <= MAX_HEADLINE_CHARS
        && !is_note(line)
}

/// Whether a line is the heading of notes, adverts or links, which are parts of an article.
fn is_note(line: &str) -> bool {
    const NOTES: [&str; 16] = [
        "المصدر",
        "المصادر",
        "المراجع",
        "الهوامش",
        "هوامش",
        "ملاحظ",
        "اقرأ",
        "إقرأ",
        "شاهد",
        "تابع",
        "للمزيد",
        "المزيد",
        "يمكنكم",
        "جميع الحقوق",
        "تنويه",
        "عن الكاتب",
    ];
    NOTES.iter().any(|note| line.starts_with(note))
}

/// The lines with their line ends, each after the byte at which it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}
