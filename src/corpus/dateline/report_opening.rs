//! Takes the first words of a paragraph, gives the date of the report they open.
//!
//! Either a dateline (`رام الله 10-4-2012 وفا- …`) or a sentence of saying that names its own day
//! (`وقال … يوم الثلاثاء 29 سبتمبر، إن …`). What is said after `إن` may have happened at any time.

use super::super::date_text::FoundDate;
use super::super::line::TokenizedLine;
use super::super::source::{NameKind, is_generic, name_kind, name_parts};
use super::super::token::{Token, TokenKind};
use super::date_context::UPDATED;
use super::{BEFORE_EVENT, DateShape, LineDate, follows_place, line_date, main_date};

/// Tokens within which a second date (the other calendar's) still belongs to the dateline.
const PAIR: usize = 12;

/// Characters of the longest row of a chronicle: `5 مايو 1999 - افتتاح الميناء`.
const ROW: usize = 90;

/// The date in the first words of a report.
pub fn lead(line: &TokenizedLine) -> Option<LineDate> {
    let hit = line.dates.first().filter(|h| !h.weak && !h.range)?;
    let before = &line.tokens[..hit.tokens.start];
    let words = before.iter().filter(|t| t.kind == TokenKind::Word).count();
    let event =
        |t: &Token| t.is_any(BEFORE_EVENT) && !(t.is_word("في") && follows_place(line, hit));
    if words > 4 || before.iter().any(|t| event(t) || t.is_mark('.')) {
        return None;
    }
    let near = |h: &&FoundDate| h.tokens.end <= hit.tokens.end + PAIR;
    let main = main_date(line).filter(near).unwrap_or(hit);
    let end = line.dates.iter().filter(near).map(|h| h.tokens.end).max()?;
    let names = name_parts(line, 0..hit.tokens.start);
    let known = names.iter().all(|n| name_kind(n) != NameKind::Unknown);
    let closed = match dateline_end(line, end)? {
        // A row of a timetable or a chronicle begins with its date, too.
        DatelineEnd::Bare(mark) if words == 0 => {
            mark != ':' && before.is_empty() && line.chars > ROW && !has_time(line, end)
        }
        DatelineEnd::Bare(_) => known && !has_time(line, end),
        DatelineEnd::Sender | DatelineEnd::Updated => true,
    };
    let whole = hit.date.day().is_some() || known && words > 0;
    (closed && whole).then(|| line_date(line, main, DateShape::Lead))
}

/// How a dateline ends after its date.
enum DatelineEnd {
    /// With a mark at once.
    Bare(char),
    /// With the agency, in brackets or before a mark.
    Sender,
    Updated,
}

fn dateline_end(line: &TokenizedLine, end: usize) -> Option<DatelineEnd> {
    let after = line.tokens.get(end..).unwrap_or(&[]);
    if after.iter().take(3).any(|t| t.is_any(UPDATED)) {
        return Some(DatelineEnd::Updated);
    }
    let first = after.first()?;
    if let TokenKind::Mark(mark @ ('-' | ':' | '|')) = first.kind
        && !agency_ends_at(line, end + 1)
    {
        return Some(DatelineEnd::Bare(mark));
    }
    let opened = usize::from(matches!(first.kind, TokenKind::Mark(_)));
    agency_ends_at(line, end + opened).then_some(DatelineEnd::Sender)
}

/// Whether an agency and a mark stand at a token: `وفا-`, `أ ش أ /`, `شينخوا)`.
fn agency_ends_at(line: &TokenizedLine, at: usize) -> bool {
    let mark = |i: &usize| {
        let token = line.tokens.get(*i);
        token.is_some_and(|t| matches!(t.kind, TokenKind::Mark('-' | ':' | '|' | '/' | ')' | '.')))
    };
    let ends = (at + 1..at + 8).filter(mark);
    ends.filter_map(|end| line.slice(at..end))
        .any(|name| name.chars().any(char::is_alphabetic) && is_generic(name))
}

/// `السبت 13 ماي 2017 - الساعة …`
fn has_time(line: &TokenizedLine, end: usize) -> bool {
    let after = line.tokens.get(end + 1..).unwrap_or(&[]);
    after
        .iter()
        .take(2)
        .any(|t| t.is_any("الساعه س") || t.number().is_some())
}

const REPORTS: &str = "\
    قال قالت اعلن اعلنت اكد اكدت افاد افادت صرح صرحت ذكر ذكرت اوضح اوضحت كشف كشفت اضاف اضافت \
    اشار اشارت شدد شددت نفي نفت";
/// After these the sentence tells what was said, or of another day.
const CLAUSES: &str = "ان انه انها بان بانه بانها انهم الذي التي الماضي المقبل امس";
/// After these, too, unless it is today's: `أعلنت … عن انقطاع التيار يوم الأحد 19 مارس`.
const ANNOUNCED: &str = "عن تعيين تحديد تنظيم موعد";
/// Before a weekday these make it the bound of a period.
const BOUNDS: &str = "حتي منذ قبل بعد الي من";
const NOT_TODAY: &str = "\
    الماضي المقبل القادم المنصرم الفائت الجاري الحالي المنقضي التالي السابق الاتي الفارط";

/// The day on which somebody said it: a weekday with its date in the first words of a sentence of saying.
pub fn reported(line: &TokenizedLine) -> Option<LineDate> {
    let verb = line.tokens.first()?;
    let bare = verb.word.strip_prefix(['و', 'ف']).unwrap_or(&verb.word);
    if !verb.is_any(REPORTS) && !REPORTS.split(' ').any(|w| w == bare) {
        return None;
    }
    let own = |h: &&FoundDate| h.weekday.is_some() && !h.range && h.tokens.start <= 14;
    let hit = line.dates.first().filter(own)?;
    let before = line.tokens.get(1..hit.tokens.start)?;
    let today = before.last().is_some_and(|t| t.is_word("اليوم"));
    let clause = |t: &Token| {
        t.is_any(CLAUSES)
            || (!today && t.is_any(ANNOUNCED))
            || matches!(t.kind, TokenKind::Mark('.' | ':' | '"' | '«' | '(' | '“'))
    };
    let word = |t: &&Token| t.kind == TokenKind::Word && !t.is_word("يوم");
    let bound = before
        .iter()
        .rev()
        .find(word)
        .is_some_and(|t| t.is_any(BOUNDS));
    let next = line.tokens.get(hit.tokens.end);
    let moved = next.is_some_and(|t| t.is_any(NOT_TODAY));
    let commas = before.iter().filter(|t| t.is_mark(',')).count();
    (!before.iter().any(clause) && !bound && !moved && commas <= 1)
        .then(|| line_date(line, hit, DateShape::Reported))
}
