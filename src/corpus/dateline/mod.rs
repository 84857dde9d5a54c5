//! Takes one line and its place in the article, gives the article's date if the line names it, and how surely.
//!
//! A date counts only in a line that is a date and little else, after a label (`آخر تحديث:`), in
//! the dateline that opens a report, or in its first sentence (`وقال … يوم الثلاثاء 29 سبتمبر`).
//! A date anywhere else in running prose is that of an event and is ignored.

mod date_context;
mod report_opening;

use super::date::PartialDate;
use super::date_text::{Calendar, FoundDate, weekday};
use super::line::TokenizedLine;
use super::source::{NameKind, name_kind};
use super::token::TokenKind;
pub use date_context::is_breadcrumb;
use date_context::{DateContext, is_known, is_wire_line, label};
pub use report_opening::{lead, reported};

/// Longest line with a date and words beside it, in characters; longer lines are prose.
const MAX_LINE_CHARS: usize = 90;
/// Most words beside the date of such a line: an outlet, a section and a place.
const MAX_WORDS_BESIDE: usize = 6;

/// How a line names a date, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateShape {
    /// `نشر في:` and the date.
    Published,
    /// The date and nothing else, with or without a bullet.
    Alone,
    /// With a section, a place or a name beside it, separated by a mark.
    Marked,
    /// `آخر تحديث:` and the date.
    Updated,
    /// The dateline at the start of a report.
    Lead,
    /// `وقال … يوم الثلاثاء 29 سبتمبر` in the first sentences.
    Reported,
}

/// The date that a line names for its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDate {
    pub shape: DateShape,
    pub date: PartialDate,
    /// The weekday written beside it, Monday = 1.
    pub weekday: Option<u8>,
    /// The Hijri date as written.
    pub hijri: Option<String>,
}

/// Words before a date that make it the date of an event, folded.
const BEFORE_EVENT: &str = "\
    في منذ حتي قبل بعد الي خلال عام ذكري ثوره بين مطلع نهايه اواخر اوائل ابتداء غايه احداث حراك";
/// Words anywhere in a line that make its date that of an event, a street or a picture, folded.
const OF_EVENT: &str = "\
    موعد الموعد مواعيد ميلاد الميلاد مواليد ولد ولدت وفاه الوفاه توفي رحيل افتتاح الافتتاح انطلاق \
    ختام بدايه انتهاء عيد مهرجان مناسبه المناسبه ذكري يصادف مباراه الجوله المرحله الدوره الحلقه \
    الطبعه الاصدار النسخه صوره الصوره ارشيفيه شارع ميدان ساحه جسر معركه حرب قانون القانون قرار \
    القرار مرسوم المرسوم ظهير حجز التسجيل البرنامج برنامج جدول النتيجه";

/// The date that a short line names; `first` means that the line may be the headline.
pub fn short_line(line: &TokenizedLine, first: bool) -> Option<LineDate> {
    let hit = main_date(line)?;
    let rest = DateContext::of(line, hit);
    if !first && let Some(shape) = label(line, hit, &rest) {
        return Some(line_date(line, hit, shape));
    }
    // `السبت 27 ماي :` heads the rows of a programme or a chronicle, as does `- أغسطس 2005`.
    let heads = line.text.trim_end().ends_with(':')
        || (line.tokens[0].is_mark('-') && hit.date.day().is_none());
    if heads || count_dates(line) > 1 {
        return None;
    }
    if rest.words == 0 && !rest.numbers {
        let shape = label(line, hit, &rest).unwrap_or(DateShape::Alone);
        return Some(line_date(line, hit, shape));
    }
    let short =
        line.chars <= MAX_LINE_CHARS && rest.words <= MAX_WORDS_BESIDE && !line.ends_sentence();
    let before = hit.tokens.start.checked_sub(1).map(|i| &line.tokens[i]);
    let known = is_known(line);
    let event = !known && line.tokens.iter().any(|t| t.is_any(OF_EVENT))
        || before.is_some_and(|t| t.is_any(BEFORE_EVENT)) && !follows_place(line, hit);
    let trusted = !event && !hit.weak && !hit.range;
    let whole = hit.date.day().is_some() && !rest.colon;
    let shaped = known || is_wire_line(line) || whole && (rest.marked_off || line.bullet);
    let shaped = shaped && (!first || line.bullet);
    (short && trusted && shaped).then(|| line_date(line, hit, DateShape::Marked))
}

/// Whether a line is a date with nothing but names of papers, places or sections beside it, and so no headline.
pub fn is_page_line(line: &TokenizedLine) -> bool {
    main_date(line).is_some_and(|hit| {
        let rest = DateContext::of(line, hit);
        rest.marked_off && is_known(line) && !rest.colon && hit.date.day().is_some()
    })
}

/// The date that follows a credit: `المصدر: الميناء (5 أيار 2014)`.
pub fn credited(line: &TokenizedLine) -> Option<LineDate> {
    let hit = main_date(line).filter(|h| !h.weak && !h.range && h.date.day().is_some())?;
    let before = line.tokens.get(hit.tokens.start.checked_sub(1)?)?;
    let joined = matches!(before.kind, TokenKind::Mark(_)) || before.is_any("بتاريخ يوم");
    (joined && count_dates(line) == 1).then(|| line_date(line, hit, DateShape::Marked))
}

/// Whether a place and `في` precede the date, as in a dateline: `القاهرة في 5 مارس 2014`.
fn follows_place(line: &TokenizedLine, hit: &FoundDate) -> bool {
    let place = hit
        .tokens
        .start
        .checked_sub(1)
        .and_then(|i| line.slice(0..i));
    let joint = hit.tokens.start.checked_sub(1).map(|i| &line.tokens[i]);
    joint.is_some_and(|t| t.is_word("في")) && place.is_some_and(|p| name_kind(p) == NameKind::Place)
}

/// Whether a line is a weekday and nothing else: furniture, but no date.
pub fn is_weekday(line: &TokenizedLine) -> bool {
    let mut words = line.tokens.iter().filter(|t| !t.is_any("يوم اليوم"));
    let named = words.next().is_some_and(|t| weekday(&t.word).is_some());
    named && words.next().is_none()
}

/// The first Gregorian date of a line, else its first Hijri one; ends of ranges are passed over.
fn main_date<'a>(line: &'a TokenizedLine) -> Option<&'a FoundDate> {
    let gregorian = line
        .dates
        .iter()
        .find(|h| h.calendar == Calendar::Gregorian && !h.range);
    let hijri = || line.dates.iter().find(|h| !h.range);
    gregorian.or_else(hijri)
}

/// The number of dates in a line, those of the more frequent calendar.
fn count_dates(line: &TokenizedLine) -> usize {
    let count = |calendar| line.dates.iter().filter(|h| h.calendar == calendar).count();
    count(Calendar::Gregorian).max(count(Calendar::Hijri))
}

/// The date with its weekday and the Hijri date beside it.
fn line_date(line: &TokenizedLine, hit: &FoundDate, shape: DateShape) -> LineDate {
    let hijri = line.dates.iter().find(|h| h.calendar == Calendar::Hijri);
    LineDate {
        shape,
        date: hit.date,
        weekday: hit.weekday.or_else(|| hijri.and_then(|h| h.weekday)),
        hijri: hijri
            .and_then(|h| line.slice(h.tokens.clone()))
            .map(str::to_owned),
    }
}
