//! Takes one line and where it stands, tells whether it names the article's date, and how surely.
//!
//! A date counts only in a line that is a date and little else, after a label (`آخر تحديث:`), in
//! the dateline that opens a report, or in its first sentence (`وقال … يوم الثلاثاء 29 سبتمبر`).
//! A date anywhere else in running prose tells of something that happened, so it is left alone.

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

/// How a line names a date; the earlier the surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateShape {
    /// `نشر في:` and the date.
    Published,
    /// The date and nothing else, or a bullet of its own.
    Alone,
    /// With a section, a place or a name beside it, marked off.
    Marked,
    /// `آخر تحديث:` and the date.
    Updated,
    /// The dateline at the start of a report.
    Lead,
    /// `وقال … يوم الثلاثاء 29 سبتمبر` in the first sentences.
    Reported,
}

/// A line's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDate {
    pub shape: DateShape,
    pub date: PartialDate,
    pub weekday: Option<u8>,
    /// The Hijri date as written.
    pub hijri: Option<String>,
}

/// Words before a date that make it the date of an event.
const BEFORE_EVENT: &str = "\
    في منذ حتي قبل بعد الي خلال عام ذكري ثوره بين مطلع نهايه اواخر اوائل ابتداء غايه احداث حراك";
/// Words anywhere in a line that make its date that of an event, a street or a picture.
const OF_EVENT: &str = "\
    موعد الموعد مواعيد ميلاد الميلاد مواليد ولد ولدت وفاه الوفاه توفي رحيل افتتاح الافتتاح انطلاق \
    ختام بدايه انتهاء عيد مهرجان مناسبه المناسبه ذكري يصادف مباراه الجوله المرحله الدوره الحلقه \
    الطبعه الاصدار النسخه صوره الصوره ارشيفيه شارع ميدان ساحه جسر معركه حرب قانون القانون قرار \
    القرار مرسوم المرسوم ظهير حجز التسجيل البرنامج برنامج جدول النتيجه";

/// The date a short line stands for.
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
    let short = line.chars <= 90 && rest.words <= 6 && !line.ends_sentence();
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

/// A date with nothing but names of papers, places or sections beside it: no headline.
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

/// `القاهرة في 5 مارس 2014`: the `في` of a dateline.
fn follows_place(line: &TokenizedLine, hit: &FoundDate) -> bool {
    let place = hit
        .tokens
        .start
        .checked_sub(1)
        .and_then(|i| line.slice(0..i));
    let joint = hit.tokens.start.checked_sub(1).map(|i| &line.tokens[i]);
    joint.is_some_and(|t| t.is_word("في")) && place.is_some_and(|p| name_kind(p) == NameKind::Place)
}

/// A weekday and nothing else: furniture, but no date.
pub fn is_weekday(line: &TokenizedLine) -> bool {
    let mut words = line.tokens.iter().filter(|t| !t.is_any("يوم اليوم"));
    let named = words.next().is_some_and(|t| weekday(&t.word).is_some());
    named && words.next().is_none()
}

/// The Gregorian date of a line, else its Hijri one.
fn main_date<'a>(line: &'a TokenizedLine) -> Option<&'a FoundDate> {
    let gregorian = line
        .dates
        .iter()
        .find(|h| h.calendar == Calendar::Gregorian && !h.range);
    let hijri = || line.dates.iter().find(|h| !h.range);
    gregorian.or_else(hijri)
}

/// How many dates of one calendar a line has.
fn count_dates(line: &TokenizedLine) -> usize {
    let count = |calendar| line.dates.iter().filter(|h| h.calendar == calendar).count();
    count(Calendar::Gregorian).max(count(Calendar::Hijri))
}

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
