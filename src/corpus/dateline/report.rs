//! Takes the first words of a paragraph, gives the date of the report they open.
//!
//! Either a dateline (`رام الله 10-4-2012 وفا- …`) or a sentence of saying that names its own day
//! (`وقال … يوم الثلاثاء 29 سبتمبر، إن …`). What is said after `إن` may have happened at any time.

use super::super::date_text::Hit;
use super::super::line::Line;
use super::super::source::is_generic;
use super::super::token::{Kind, Token};
use super::beside::UPDATED;
use super::{BEFORE_EVENT, Dated, Shape, dated, main_hit};

/// Tokens within which a second date (the other calendar's) still belongs to the dateline.
const PAIR: usize = 12;

/// The date in the first words of a report.
pub fn lead(line: &Line) -> Option<Dated> {
    let hit = line.hits.first().filter(|h| !h.weak && !h.range)?;
    hit.date.day()?;
    let before = &line.tokens[..hit.tokens.start];
    let words = before.iter().filter(|t| t.kind == Kind::Word).count();
    if words > 4
        || before
            .iter()
            .any(|t| t.is_any(BEFORE_EVENT) || t.is_mark('.'))
    {
        return None;
    }
    let near = |h: &&Hit| h.tokens.end <= hit.tokens.end + PAIR;
    let main = main_hit(line).filter(near).unwrap_or(hit);
    let end = line.hits.iter().filter(near).map(|h| h.tokens.end).max()?;
    closes(line, end, words == 0).then(|| dated(line, main, Shape::Lead))
}

/// Whether the dateline ends after its date: at once or after the agency, with a mark.
fn closes(line: &Line, end: usize, first: bool) -> bool {
    let after = line.tokens.get(end..).unwrap_or(&[]);
    let mark = |t: &Token| matches!(t.kind, Kind::Mark('-' | ':' | '|'));
    let Some(close) = after.iter().take(6).position(mark) else {
        return false;
    };
    if after.iter().take(3).any(|t| t.is_any(UPDATED)) {
        return true;
    }
    let between = line.slice(end..end + close).unwrap_or("");
    let numbers = after[..close].iter().any(|t| t.number().is_some());
    let sender = between.trim().is_empty() || is_generic(between);
    // A row that begins with a date and a colon belongs to a timetable or a chronicle.
    let row = first && after[close].is_mark(':');
    sender && !numbers && !row
}

const REPORTS: &str = "\
    قال قالت اعلن اعلنت اكد اكدت افاد افادت صرح صرحت ذكر ذكرت اوضح اوضحت كشف كشفت اضاف اضافت \
    اشار اشارت شدد شددت نفي نفت";
/// After these the sentence tells what was said, or of another day.
const CLAUSES: &str = "ان انه انها بان بانه بانها انهم الذي التي الماضي المقبل امس";
/// Before a weekday these make it the bound of a period.
const BOUNDS: &str = "حتي منذ قبل بعد الي من";
const NOT_TODAY: &str = "\
    الماضي المقبل القادم المنصرم الفائت الجاري الحالي المنقضي التالي السابق الاتي الفارط";

/// The day on which somebody said it: a weekday with its date in the first words of a sentence of saying.
pub fn reported(line: &Line) -> Option<Dated> {
    let verb = line.tokens.first()?;
    let bare = verb.word.strip_prefix(['و', 'ف']).unwrap_or(&verb.word);
    if !verb.is_any(REPORTS) && !REPORTS.split(' ').any(|w| w == bare) {
        return None;
    }
    let own = |h: &&Hit| h.weekday.is_some() && !h.range && h.tokens.start <= 14;
    let hit = line.hits.first().filter(own)?;
    let before = line.tokens.get(1..hit.tokens.start)?;
    let clause = |t: &Token| {
        t.is_any(CLAUSES) || matches!(t.kind, Kind::Mark('.' | ':' | '"' | '«' | '(' | '“'))
    };
    let word = |t: &&Token| t.kind == Kind::Word && !t.is_word("يوم");
    let bound = before
        .iter()
        .rev()
        .find(word)
        .is_some_and(|t| t.is_any(BOUNDS));
    let next = line.tokens.get(hit.tokens.end);
    let moved = next.is_some_and(|t| t.is_any(NOT_TODAY));
    let commas = before.iter().filter(|t| t.is_mark(',')).count();
    (!before.iter().any(clause) && !bound && !moved && commas <= 1)
        .then(|| dated(line, hit, Shape::Reported))
}
