//! A line in, its kind by its words alone out: an address, a byline, a sentence.
//!
//! Where the line stands is not looked at: [`super`] weighs both. The lists were written by hand.

use crate::text::normalize::{WordKind, words};

/// Most words of a line that is no sentence although it has no full stop.
const MAX_LINE_WORDS: u32 = 12;
/// First words of a longer line among which a sign of the site counts.
const SIGN_WORDS: u32 = 3;
/// Most words of a byline or place line: `سعاد الخطيب – الميناء`.
const MAX_BYLINE_WORDS: u32 = 6;

/// Words that mark a line at an end as the site's, in their normal spelling.
const SITE_WORDS: &str = "\
    للتواصل لمراسله للمراسله للاشتراك للاعلان للاعلانات لمتابعه لتحميل لتنزيل اشترك اشتركوا \
    تابعنا تابعونا تابعوا انقر اضغط اضغطوا شاركنا شاركونا الواتساب واتساب البريد بريد الالكتروني \
    النشره نشرتنا تطبيق تطبيقنا الحقوق محفوظه نقلا المصدر تصوير عدسه وكالات خدمه ترجمه \
    sms email mail com net org www http https copyright stc mobily zain whatsapp facebook twitter";

/// First words of sentences of news and of decrees, in their normal spelling: a line that begins so is
/// never the site's.
const PROSE_OPENINGS: &str = "\
    وكان وكانت وكانوا وكنا وقد وقال وقالت وقالوا واضاف واضافت واكد واكدت واوضح واوضحت واشار \
    واشارت وذكر وذكرت ويذكر وتجدر ويشار وسبق وجاء وجاءت وياتي وتاتي وحضر وحضرت وشارك وشاركت \
    يذكر يشار تجدر نحن باسم بسم بعد وبعد بناء وبناء استنادا واستنادا نقرر";

/// What a line is by its words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// The article's own: a single word, a number, a label, a greeting, background.
    Article,
    /// An address: `name@example.com`.
    Address,
    /// `سعاد الخطيب – الميناء`
    Byline,
    /// It has a word that marks it as the site's.
    Signed,
    Sentence,
    Other,
}

impl LineKind {
    pub(super) fn of(text: &str, count: u32) -> LineKind {
        let (mut at, mut letters, mut signed, mut own) = (0, 0, false, false);
        words(text, |word| {
            own |= at == 0 && (word.norm == "السلام" || is_one_of(PROSE_OPENINGS, word.norm));
            letters += u32::from(word.kind == WordKind::Letters);
            let may_sign = count <= MAX_LINE_WORDS || at < SIGN_WORDS;
            signed |= may_sign && is_one_of(SITE_WORDS, word.norm);
            at += 1;
        });
        if text.contains('@') && count <= MAX_LINE_WORDS {
            LineKind::Address
        } else if own || text.ends_with([':', '؟', '?', '!']) || text.starts_with(['{', '﴿']) {
            LineKind::Article
        } else if signed {
            LineKind::Signed
        } else if letters < 2 {
            LineKind::Article
        } else if count <= MAX_BYLINE_WORDS && is_byline(text) {
            LineKind::Byline
        } else if count > MAX_LINE_WORDS
            || text
                .trim_end_matches(['"', '»', '”', ' '])
                .ends_with(['.', '…'])
        {
            LineKind::Sentence
        } else {
            LineKind::Other
        }
    }
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// Whether a dash parts two names.
fn is_byline(text: &str) -> bool {
    let parted = [" -", "- ", " –", "– ", " —", "— ", " ـ "];
    let listed = text.starts_with(['-', '–', '—', '*', '•']);
    !listed && !text.ends_with('.') && parted.iter().any(|dash| text.contains(dash))
}
