//! Takes a line and the date in it, gives the context of the date: a label, words, numbers, marks.
//!
//! Times, weekdays and the words of labels are ignored: `الاثنين 20 يوليو 2009, 09:25 GMT` is a date alone.
//! The rest decides: `صحيفة الميناء 5 أيار 2014` and `محليات - 5 أيار` date the
//! page, `موعد الافتتاح: 5 أيار 2014` and `5 أيار 2014: الافتتاح` date an event.

use super::super::date_text::{Calendar, FoundDate};
use super::super::line::TokenizedLine;
use super::super::source::{NameKind, name_kind, name_parts};
use super::super::token::{Token, TokenKind};
use super::DateShape;

/// Tokens at the start of a line among which a label stands: `تم نشر الخبر في`.
const LABEL_TOKENS: usize = 4;
/// Most words beside a labelled date; more are a sentence.
const MAX_LABELLED_WORDS: usize = 5;
/// Longest line with a labelled date, in characters.
const MAX_LABELLED_CHARS: usize = 120;

/// Words that announce a date of publication, folded.
const PUBLISHED: &str = "\
    نشر نشرت نشره النشر منشور وقت انشئ بتاريخ التاريخ تاريخ اضيف الاضافه حرر كتب published posted date dated";
/// Words that announce a date of change, folded.
pub(super) const UPDATED: &str = "\
    تحديث التحديث تحديثه تعديل التعديل updated update modified";
/// Words around a date that carry no information of their own, folded.
const FILLERS: &str = "\
    اخر تم في يوم اليوم شهر الموافق موافق ل الساعه ص م ه صباحا مساء ظهرا بتوقيت بالتوقيت غرينتش جرينتش ت تغ غ \
    gmt utc am pm on at last t z الخبر للصفحه الصفحه للخبر";
/// Names of sections, which stand beside the date of a page, folded. Written by hand from newspaper corpora.
const SECTIONS: &str = "\
    اخبار الاخبار خبر محليه محليات محلي المحليه عربيه عربي عربيات العربيه دوليه دولي دوليات الدوليه \
    عالميه عالمي عالم العالم العرب سياسه سياسي سياسيه السياسه السياسيه اقتصاد اقتصادي اقتصاديه \
    الاقتصاد الاقتصاديه مال واعمال اعمال والاعمال المال رياضه رياضي رياضيه الرياضه الرياضيه ثقافه \
    ثقافي ثقافيه الثقافه الثقافيه ثقافات فن فنون فنيه الفن منوعات المنوعات مجتمع المجتمع اجتماعيه \
    تكنولوجيا تقنيه علوم علمي صحه الصحه طب تعليم حوادث الحوادث جهات سياحه بيئه اسره راي الراي اراء \
    مقالات مقال تقارير تقرير تحقيقات تحقيق حوارات حوار ملفات ملف الاولي الاخيره الرئيسيه القسم قسم \
    متفرقات كتاب وكتاب عاجل العدد عدد";

/// The kind of date that a label announces: `نشر في:`, `آخر تحديث:` at the start of the line or
/// right before the date.
pub(super) fn label(
    line: &TokenizedLine,
    hit: &FoundDate,
    rest: &DateContext,
) -> Option<DateShape> {
    let kind = |t: &Token| match t {
        t if t.is_any(UPDATED) => Some(DateShape::Updated),
        t if t.is_any(PUBLISHED) => Some(DateShape::Published),
        _ => None,
    };
    let head = line
        .tokens
        .iter()
        .take(LABEL_TOKENS)
        .take_while(|t| t.bytes.start < line.tokens[hit.tokens.start].bytes.start);
    let words: Vec<(usize, DateShape)> = head
        .enumerate()
        .filter_map(|(i, t)| Some((i, kind(t)?)))
        .collect();
    let &(at, shape) = words
        .iter()
        .find(|w| w.1 == DateShape::Updated)
        .or(words.last())?;
    // `صدر القرار بتاريخ …`
    if !is_known_in(line, 0..words.first()?.0) {
        return None;
    }
    let next = line.tokens.get(at + 1)?;
    let joined = at + 1 == hit.tokens.start
        || matches!(next.kind, TokenKind::Mark(':' | '-' | '/'))
        || next.is_any("في يوم بتاريخ الخبر المقال للصفحه الصفحه للخبر on");
    // `بتاريخ 5 أيار 2014 وافق المجلس …` goes on with what happened.
    let goes_on = line
        .tokens
        .get(hit.tokens.end)
        .is_some_and(|t| t.kind == TokenKind::Word && !is_filler(t));
    let joined = joined && (next.is_mark(':') || !goes_on || is_known(line));
    (joined
        && rest.words <= MAX_LABELLED_WORDS
        && line.chars <= MAX_LABELLED_CHARS
        && !line.ends_sentence())
    .then_some(shape)
}

/// What a line has beside its date.
pub(super) struct DateContext {
    /// Number of words other than times, labels and weekdays.
    pub(super) words: usize,
    /// Whether a number is there that is neither a time nor part of a date.
    pub(super) numbers: bool,
    /// Whether a dash, bar or slash separates the date from the words before it.
    pub(super) marked_off: bool,
    /// Whether a colon stands before or after the date: the line then names an event.
    pub(super) colon: bool,
}

impl DateContext {
    pub(super) fn of(line: &TokenizedLine, hit: &FoundDate) -> DateContext {
        let covered = |i: usize| line.dates.iter().any(|h| h.tokens.contains(&i));
        let tokens = line.tokens.iter().enumerate().filter(|(i, _)| !covered(*i));
        let mut rest = DateContext {
            words: 0,
            numbers: false,
            marked_off: false,
            colon: false,
        };
        for (i, token) in tokens {
            match token.kind {
                TokenKind::Word => {
                    rest.words += usize::from(!is_filler(token) && !is_time_zone(&line.tokens, i));
                }
                TokenKind::Number(..) => rest.numbers |= !is_time(&line.tokens, i),
                TokenKind::Mark(_) => {}
            }
        }
        let mark = |i: Option<usize>, marks: &str| {
            let token = i.and_then(|i| line.tokens.get(i));
            token.is_some_and(|t| matches!(t.kind, TokenKind::Mark(m) if marks.contains(m)))
        };
        let (before, after) = (hit.tokens.start.checked_sub(1), Some(hit.tokens.end));
        rest.marked_off = mark(before, "-|/•·»>*");
        rest.colon = mark(before, ":") || mark(after, ":");
        rest
    }
}

/// Whether a line has both calendars or a news agency: `… الموافق 11 اغسطس 2015 م واس`.
pub(super) fn is_wire_line(line: &TokenizedLine) -> bool {
    let has = |calendar| line.dates.iter().any(|h| h.calendar == calendar);
    let agency = |part: &&str| name_kind(part) == NameKind::Agency;
    has(Calendar::Gregorian) && has(Calendar::Hijri)
        || name_parts(line, 0..line.tokens.len()).iter().any(agency)
}

/// Whether all names beside the dates are of papers, agencies, places, people or sections.
pub(super) fn is_known(line: &TokenizedLine) -> bool {
    is_known_in(line, 0..line.tokens.len())
}

/// The same for a range of tokens.
fn is_known_in(line: &TokenizedLine, tokens: std::ops::Range<usize>) -> bool {
    let named = |part: &&str| name_kind(part) != NameKind::Unknown || is_all_from(part, SECTIONS);
    name_parts(line, tokens).iter().all(named)
}

/// Whether all words of a part are in a list or are fillers.
fn is_all_from(part: &str, table: &str) -> bool {
    let tokens = super::super::token::tokenize(part);
    tokens.iter().enumerate().all(|(i, t)| {
        t.kind != TokenKind::Word || is_filler(t) || t.is_any(table) || is_time_zone(&tokens, i)
    })
}

/// Whether the line is a breadcrumb, the path to the page in its site: `الأخبار » محليات`.
pub fn is_breadcrumb(line: &TokenizedLine) -> bool {
    let steps = |t: &Token| matches!(t.kind, TokenKind::Mark('»' | '>' | '/' | '|' | '›'));
    line.tokens.iter().any(steps) && line.dates.is_empty() && is_all_from(line.text, SECTIONS)
}

/// Whether a token names a time zone: `بتوقيت مكة المكرمة`, `بالتوقيت المحلي`.
fn is_time_zone(tokens: &[Token], at: usize) -> bool {
    let from = at.saturating_sub(2);
    let near = tokens.get(from..at).unwrap_or(&[]);
    near.iter().any(|t| t.is_any("بتوقيت بالتوقيت توقيت"))
}

/// Whether a word is ignored beside a date: fillers, labels, weekdays.
fn is_filler(token: &Token) -> bool {
    [FILLERS, PUBLISHED, UPDATED]
        .iter()
        .any(|table| token.is_any(table))
        || super::super::date_text::weekday(&token.word).is_some()
}

/// Whether a number is part of a time or an offset: `16:09:03`, `GMT+04:00`.
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
