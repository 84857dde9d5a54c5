//! Takes the first words of a paragraph, gives the date of the report that they open.
//!
//! Either a dateline (`رام الله 10-4-2012 وفا- …`) or a sentence of saying that names its own day
//! (`وقال … يوم الثلاثاء 29 سبتمبر، إن …`). What follows `إن` may have happened at any time.

use super::super::date_text::FoundDate;
use super::super::line::TokenizedLine;
use super::super::source::{NameKind, is_generic, name_kind, name_parts};
use super::super::token::{Token, TokenKind};
use super::date_context::UPDATED;
use super::{BEFORE_EVENT, DateShape, LineDate, follows_place, line_date, main_date};

/// Most tokens between the first date of a dateline and the end of a second one, in the other calendar.
const MAX_SECOND_DATE_TOKENS: usize = 12;

/// Longest row of a chronicle, in characters: `5 مايو 1999 - افتتاح الميناء`.
const MAX_CHRONICLE_ROW_CHARS: usize = 90;
/// Most words before the date of a dateline: place, country and outlet.
const MAX_WORDS_BEFORE_DATE: usize = 4;
/// Tokens after the date among which a word such as `تحديث` is sought.
const UPDATE_TOKENS: usize = 3;
/// Most tokens of an agency and the mark that ends the dateline.
const MAX_AGENCY_TOKENS: usize = 8;
/// Last token at which the date of a reporting sentence may begin: its subject stands before.
const LAST_DATE_START: usize = 14;
/// Most commas before that date: more mean that another clause has begun.
const MAX_COMMAS: usize = 1;

/// The date in the first words of a report.
pub fn lead(line: &TokenizedLine) -> Option<LineDate> {
    let hit = line.dates.first().filter(|h| !h.weak && !h.range)?;
    let before = &line.tokens[..hit.tokens.start];
    let words = before.iter().filter(|t| t.kind == TokenKind::Word).count();
    let event =
        |t: &Token| t.is_any(BEFORE_EVENT) && !(t.is_word("في") && follows_place(line, hit));
    if words > MAX_WORDS_BEFORE_DATE || before.iter().any(|t| event(t) || t.is_mark('.')) {
        return None;
    }
    let near = |h: &&FoundDate| h.tokens.end <= hit.tokens.end + MAX_SECOND_DATE_TOKENS;
    let main = main_date(line).filter(near).unwrap_or(hit);
    let end = line.dates.iter().filter(near).map(|h| h.tokens.end).max()?;
    let names = name_parts(line, 0..hit.tokens.start);
    let known = names.iter().all(|n| name_kind(n) != NameKind::Unknown);
    let closed = match dateline_end(line, end)? {
        // A row of a timetable or a chronicle begins with its date, too.
        DatelineEnd::Bare(mark) if words == 0 => {
            mark != ':'
                && before.is_empty()
                && line.chars > MAX_CHRONICLE_ROW_CHARS
                && !has_time(line, end)
        }
        DatelineEnd::Bare(_) => known && !has_time(line, end),
        DatelineEnd::Sender | DatelineEnd::Updated => true,
    };
    let whole = hit.date.day().is_some() || known && words > 0;
    (closed && whole).then(|| line_date(line, main, DateShape::Lead))
}

/// How a dateline ends after its date.
enum DatelineEnd {
    /// With a mark right after the date.
    Bare(char),
    /// With the agency, in brackets or before a mark.
    Sender,
    /// With a word such as `تحديث`.
    Updated,
}

fn dateline_end(line: &TokenizedLine, end: usize) -> Option<DatelineEnd> {
    let after = line.tokens.get(end..).unwrap_or(&[]);
    if after.iter().take(UPDATE_TOKENS).any(|t| t.is_any(UPDATED)) {
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

/// Whether an agency and a mark follow at a token: `وفا-`, `أ ش أ /`, `شينخوا)`.
fn agency_ends_at(line: &TokenizedLine, at: usize) -> bool {
    let mark = |i: &usize| {
        let token = line.tokens.get(*i);
        token.is_some_and(|t| matches!(t.kind, TokenKind::Mark('-' | ':' | '|' | '/' | ')' | '.')))
    };
    let ends = (at + 1..at + MAX_AGENCY_TOKENS).filter(mark);
    ends.filter_map(|end| line.slice(at..end))
        .any(|name| name.chars().any(char::is_alphabetic) && is_generic(name))
}

/// Whether a time follows the date, as in a timetable: `السبت 13 ماي 2017 - الساعة …`.
fn has_time(line: &TokenizedLine, end: usize) -> bool {
    let after = line.tokens.get(end + 1..).unwrap_or(&[]);
    after
        .iter()
        .take(2)
        .any(|t| t.is_any("الساعه س") || t.number().is_some())
}

/// Verbs that open a report of what somebody said, folded.
const REPORTING_VERBS: &str = "\
    قال قالت اعلن اعلنت اكد اكدت افاد افادت صرح صرحت ذكر ذكرت اوضح اوضحت كشف كشفت اضاف اضافت \
    اشار اشارت شدد شددت نفي نفت";
/// Words after which the date is that of the statement or of another day, folded.
const CLAUSES: &str = "ان انه انها بان بانه بانها انهم الذي التي الماضي المقبل امس";
/// The same, unless the date is called today's: `أعلنت … عن انقطاع التيار يوم الأحد 19 مارس`.
const ANNOUNCED: &str = "عن تعيين تحديد تنظيم موعد";
/// Words before a weekday that make it the bound of a period, folded.
const BOUNDS: &str = "حتي منذ قبل بعد الي من";
/// Words after a date that move it to another week, month or year, folded.
const NOT_TODAY: &str = "\
    الماضي المقبل القادم المنصرم الفائت الجاري الحالي المنقضي التالي السابق الاتي الفارط";

/// The day of a statement: a weekday with its date in the first words of a sentence that reports it.
pub fn reported(line: &TokenizedLine) -> Option<LineDate> {
    let verb = line.tokens.first()?;
    let bare = verb.word.strip_prefix(['و', 'ف']).unwrap_or(&verb.word);
    if !verb.is_any(REPORTING_VERBS) && !REPORTING_VERBS.split(' ').any(|w| w == bare) {
        return None;
    }
    let own = |h: &&FoundDate| h.weekday.is_some() && !h.range && h.tokens.start <= LAST_DATE_START;
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
    (!before.iter().any(clause) && !bound && !moved && commas <= MAX_COMMAS)
        .then(|| line_date(line, hit, DateShape::Reported))
}
