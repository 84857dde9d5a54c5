//! Takes a line and the date in it, gives what stands beside the date: a label, words, times, a mark.
//!
//! Times, weekdays and the words of labels count as nothing: `الاثنين 20 يوليو 2009, 09:25 GMT` is a date alone.

use super::super::date_text::Hit;
use super::super::line::Line;
use super::super::token::{Kind, Token};
use super::Shape;

/// Words that announce a date of publication.
const PUBLISHED: &str = "\
    نشر نشرت النشر بتاريخ التاريخ تاريخ اضيف الاضافه حرر كتب published posted date dated";
pub(super) const UPDATED: &str = "\
    تحديث التحديث تحديثه updated update modified";
/// Words round a date that say nothing else.
const FILLERS: &str = "\
    اخر تم في يوم اليوم الموافق موافق ل الساعه ص م ه صباحا مساء ظهرا بتوقيت غرينتش جرينتش ت تغ غ \
    gmt utc am pm on at last t z الخبر";

/// `نشر في:`, `آخر تحديث:` at the start of the line, or right before the date.
pub(super) fn label(line: &Line, hit: &Hit, rest: &Rest) -> Option<Shape> {
    let kind = |t: &Token| match t {
        t if t.is_any(UPDATED) => Some(Shape::Updated),
        t if t.is_any(PUBLISHED) => Some(Shape::Published),
        _ => None,
    };
    let head = line
        .tokens
        .iter()
        .take(4)
        .take_while(|t| t.bytes.start < line.tokens[hit.tokens.start].bytes.start);
    let words: Vec<(usize, Shape)> = head
        .enumerate()
        .filter_map(|(i, t)| Some((i, kind(t)?)))
        .collect();
    let &(at, shape) = words
        .iter()
        .find(|w| w.1 == Shape::Updated)
        .or(words.last())?;
    let next = line.tokens.get(at + 1)?;
    let joined = at + 1 == hit.tokens.start
        || matches!(next.kind, Kind::Mark(':' | '-' | '/'))
        || next.is_any("في يوم بتاريخ الخبر المقال on");
    (joined && rest.words <= 5 && line.chars <= 120 && !line.ends_sentence()).then_some(shape)
}

/// What a line has beside its date.
pub(super) struct Rest {
    /// Words other than times, labels and weekdays.
    pub(super) words: usize,
    /// A number that is neither a time nor part of a date.
    pub(super) numbers: bool,
    /// A mark or bracket parts the date from the words beside it.
    pub(super) marked_off: bool,
    /// Ends in a news agency: `… الموافق 11 اغسطس 2015 م واس`.
    pub(super) agency: bool,
}

impl Rest {
    pub(super) fn of(line: &Line, hit: &Hit) -> Rest {
        let covered = |i: usize| line.hits.iter().any(|h| h.tokens.contains(&i));
        let tokens = line.tokens.iter().enumerate().filter(|(i, _)| !covered(*i));
        let mut rest = Rest {
            words: 0,
            numbers: false,
            marked_off: false,
            agency: false,
        };
        for (i, token) in tokens {
            match token.kind {
                Kind::Word => rest.words += usize::from(!filler(token)),
                Kind::Number(..) => rest.numbers |= !is_time(&line.tokens, i),
                Kind::Mark(_) => {}
            }
        }
        let part = |i: Option<usize>| i.and_then(|i| line.tokens.get(i)).is_some_and(parts);
        rest.marked_off = part(hit.tokens.start.checked_sub(1)) || part(Some(hit.tokens.end));
        rest.agency = line
            .tokens
            .last()
            .is_some_and(|t| super::super::source::is_agency(&t.word));
        rest
    }
}

/// Marks that part a date from a name.
fn parts(token: &Token) -> bool {
    let Kind::Mark(mark) = token.kind else {
        return false;
    };
    "-|/:,()•·»>*".contains(mark)
}

fn filler(token: &Token) -> bool {
    [FILLERS, PUBLISHED, UPDATED]
        .iter()
        .any(|table| token.is_any(table))
        || super::super::date_text::weekday(&token.word).is_some()
}

/// A number in `16:09:03` or `GMT+04:00`.
fn is_time(tokens: &[Token], at: usize) -> bool {
    let mark = |i: Option<usize>, m| {
        i.and_then(|i| tokens.get(i))
            .is_some_and(|t: &Token| t.is_mark(m))
    };
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    mark(before, ':')
        || mark(after, ':')
        || mark(before, '+')
        || tokens
            .get(at + 1)
            .is_some_and(|t| t.is_any("gmt am pm ص مساء صباحا"))
        || tokens.get(at + 2).is_some_and(|t| t.is_word("gmt"))
}
