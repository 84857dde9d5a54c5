//! Takes the text of a file, tells whether it is several articles, and by what line they are set apart.
//!
//! Articles have lines of stars and dashes in them, too: between parts, above notes, around adverts.
//! So the pieces must look like articles by themselves; in a short row one that does not makes the file one.

use std::ops::Range;

/// Signs in a row that set articles apart, and how many it takes.
const SIGNS: [(char, usize); 7] = [
    ('#', 3),
    ('=', 5),
    ('-', 5),
    ('*', 5),
    ('_', 5),
    ('~', 5),
    ('\u{640}', 5),
];
/// Characters of a piece that is an article.
const LEAST: usize = 200;
/// Articles in a file among which one in ten may not look like one.
const ROW: usize = 8;
/// Characters of a headline.
const HEADLINE: usize = 150;
/// Characters of a separator, and bytes of the line that it is.
const LONGEST: usize = 200;
pub(super) const LONGEST_LINE: usize = 2 * LONGEST + 64;

/// What stands between articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// A line of so many of a sign: the same line each time.
    Line(char, usize),
    /// U+000C
    FormFeed,
}

impl Separator {
    /// The line, or its beginning: `=====`.
    pub(super) fn line(self) -> Option<String> {
        match self {
            Separator::Line(sign, count) => Some(String::from(sign).repeat(count.min(20))),
            Separator::FormFeed => None,
        }
    }

    /// Whether one of it is enough.
    fn is_enough(self) -> bool {
        matches!(self, Separator::Line('#', _) | Separator::FormFeed)
    }

    /// Whether nobody adorns a text with it.
    fn is_plain(self) -> bool {
        matches!(self, Separator::Line('#' | '=', _) | Separator::FormFeed)
    }
}

/// The separator that a line is, if any.
pub(super) fn separator(line: &str) -> Option<Separator> {
    // Before a text it only ends a page.
    if line.starts_with('\u{c}') && line.trim().is_empty() {
        return Some(Separator::FormFeed);
    }
    let line = line.trim();
    let first = line.chars().next()?;
    let (_, least) = SIGNS.iter().find(|(sign, _)| *sign == first)?;
    let count = line.chars().count();
    let same = count >= *least && count <= LONGEST && line.chars().all(|c| c == first);
    same.then_some(Separator::Line(first, count))
}

/// The separator of a file of which only the beginning is there.
pub(super) fn split_beginning(text: &str) -> Option<Separator> {
    best(text, 1).map(|(separator, _)| separator)
}

/// The articles of a file by their bytes, and what is between; `None` where it is one article.
pub(super) fn split(text: &str) -> Option<(Separator, Vec<Range<usize>>)> {
    best(text, 0)
}

/// `cut_off` pieces at the end are not asked whether they look like articles.
fn best(text: &str, cut_off: usize) -> Option<(Separator, Vec<Range<usize>>)> {
    let mut met: Vec<(Separator, usize)> = Vec::new();
    for found in lines(text).filter_map(|(_, line)| separator(line)) {
        match met.iter_mut().find(|(own, _)| *own == found) {
            Some((_, count)) => *count += 1,
            None => met.push((found, 1)),
        }
        // More kinds than these are ornaments.
        if met.len() > 8 {
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
        // In a long row one that is cut short, or has an odd headline, is still one of them.
        let few = strange * 10 <= whole && (strange == 0 || whole >= ROW);
        (pieces.len() > 1 && few).then_some((separator, pieces))
    })
}

/// What stands between the separators, but for what is blank.
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

/// A headline, and a text below it that is none.
fn is_article(piece: Option<&str>, by: Separator) -> bool {
    let piece = piece.unwrap_or("").trim();
    let (headline, body) = piece.split_once('\n').unwrap_or((piece, ""));
    // With these signs nobody adorns a text; above its headline an article may have its outlet.
    let words = if by.is_plain() { 1 } else { 2 };
    is_headline(headline.trim(), words) && body.trim().chars().count() >= LEAST
}

fn is_headline(line: &str, least: usize) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let ends = line.ends_with(['.', '،', ',', '؛', ':', '…']);
    let words = line.split_whitespace().count();
    // «1.», «المصدر: …», «* …»: a note or a list goes on there.
    let begins = line.chars().next().is_some_and(char::is_alphabetic)
        || line.starts_with(['«', '"', '“', '\'', '(', '['])
        || line.chars().next().is_some_and(char::is_numeric) && letters > 10;
    begins
        && !ends
        && letters >= 4 * least
        && words >= least
        && line.chars().count() <= HEADLINE
        && !is_note(line)
}

/// What stands above notes, adverts and lists of links, which are parts of an article.
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

/// The lines with their ends, and the bytes at which they begin.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}
