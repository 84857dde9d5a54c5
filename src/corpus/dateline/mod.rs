//! Takes one line and where it stands, tells whether it names the article's date, and how surely.
//!
//! A date counts only in a line that is a date and little else, after a label (`آخر تحديث:`), in
//! the dateline that opens a report, or in its first sentence (`وقال … يوم الثلاثاء 29 سبتمبر`).
//! A date anywhere else in running prose tells of something that happened, so it is left alone.

mod beside;
mod report;

use super::date::PartialDate;
use super::date_text::{Calendar, Hit, weekday};
use super::line::Line;
use super::source::{Name, name_beside};
use super::token::Kind;
pub use beside::is_path;
use beside::{Rest, known, label, sent};
pub use report::{lead, reported};

/// How a line names a date; the earlier the surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
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
pub struct Dated {
    pub shape: Shape,
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
pub fn short_line(line: &Line, first: bool) -> Option<Dated> {
    let hit = main_hit(line)?;
    let rest = Rest::of(line, hit);
    if !first && let Some(shape) = label(line, hit, &rest) {
        return Some(dated(line, hit, shape));
    }
    // `السبت 27 ماي :` heads the rows of a programme or a chronicle, as does `- أغسطس 2005`.
    let heads = line.text.trim_end().ends_with(':')
        || (line.tokens[0].is_mark('-') && hit.date.day().is_none());
    if heads || several(line) > 1 {
        return None;
    }
    if rest.words == 0 && !rest.numbers {
        let shape = label(line, hit, &rest).unwrap_or(Shape::Alone);
        return Some(dated(line, hit, shape));
    }
    let short = line.chars <= 90 && rest.words <= 6 && !line.ends_sentence();
    let before = hit.tokens.start.checked_sub(1).map(|i| &line.tokens[i]);
    let known = known(line);
    let event = !known && line.tokens.iter().any(|t| t.is_any(OF_EVENT))
        || before.is_some_and(|t| t.is_any(BEFORE_EVENT)) && !placed(line, hit);
    let trusted = !event && !hit.weak && !hit.range;
    let whole = hit.date.day().is_some() && !rest.colon;
    let shaped = known || sent(line) || whole && (rest.marked_off || line.bullet);
    let shaped = shaped && (!first || line.bullet);
    (short && trusted && shaped).then(|| dated(line, hit, Shape::Marked))
}

/// A date with nothing but names of papers, places or sections beside it: no headline.
pub fn is_page_line(line: &Line) -> bool {
    main_hit(line).is_some_and(|hit| {
        let rest = Rest::of(line, hit);
        rest.marked_off && known(line) && !rest.colon && hit.date.day().is_some()
    })
}

/// The date that follows a credit: `المصدر: الميناء (5 أيار 2014)`.
pub fn credited(line: &Line) -> Option<Dated> {
    let hit = main_hit(line).filter(|h| !h.weak && !h.range && h.date.day().is_some())?;
    let before = line.tokens.get(hit.tokens.start.checked_sub(1)?)?;
    let joined = matches!(before.kind, Kind::Mark(_)) || before.is_any("بتاريخ يوم");
    (joined && several(line) == 1).then(|| dated(line, hit, Shape::Marked))
}

/// `القاهرة في 5 مارس 2014`: the `في` of a dateline.
fn placed(line: &Line, hit: &Hit) -> bool {
    let place = hit
        .tokens
        .start
        .checked_sub(1)
        .and_then(|i| line.slice(0..i));
    let joint = hit.tokens.start.checked_sub(1).map(|i| &line.tokens[i]);
    joint.is_some_and(|t| t.is_word("في")) && place.is_some_and(|p| name_beside(p) == Name::Place)
}

/// A weekday and nothing else: furniture, but no date.
pub fn is_weekday(line: &Line) -> bool {
    let mut words = line.tokens.iter().filter(|t| !t.is_any("يوم اليوم"));
    let named = words.next().is_some_and(|t| weekday(&t.word).is_some());
    named && words.next().is_none()
}

/// The Gregorian date of a line, else its Hijri one.
fn main_hit<'a>(line: &'a Line) -> Option<&'a Hit> {
    let gregorian = line
        .hits
        .iter()
        .find(|h| h.calendar == Calendar::Gregorian && !h.range);
    let hijri = || line.hits.iter().find(|h| !h.range);
    gregorian.or_else(hijri)
}

/// How many dates of one calendar a line has.
fn several(line: &Line) -> usize {
    let count = |calendar| line.hits.iter().filter(|h| h.calendar == calendar).count();
    count(Calendar::Gregorian).max(count(Calendar::Hijri))
}

fn dated(line: &Line, hit: &Hit, shape: Shape) -> Dated {
    let hijri = line.hits.iter().find(|h| h.calendar == Calendar::Hijri);
    Dated {
        shape,
        date: hit.date,
        weekday: hit.weekday.or_else(|| hijri.and_then(|h| h.weekday)),
        hijri: hijri
            .and_then(|h| line.slice(h.tokens.clone()))
            .map(str::to_owned),
    }
}
