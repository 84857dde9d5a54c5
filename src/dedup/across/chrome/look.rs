//! A line in, what it looks like by itself out: an address, a byline, a sentence.
//!
//! Only what a line says is looked at, not where it stands: [`super`] weighs both.

use crate::text::normalize::{Kind, words};

/// Words of the longest line that is no sentence without a full stop.
const LINE: u32 = 12;
/// In a longer line, a sign is one only among so many words at its head.
const SIGN: u32 = 3;
/// Words of the longest byline or place line: `سعاد الخطيب – الميناء`.
const BYLINE: u32 = 6;

/// Words that say of a line at an end that it is the site's, in their normal spelling.
const SIGNS: &str = "\
    للتواصل لمراسله للمراسله للاشتراك للاعلان للاعلانات لمتابعه لتحميل لتنزيل اشترك اشتركوا \
    تابعنا تابعونا تابعوا انقر اضغط اضغطوا شاركنا شاركونا الواتساب واتساب البريد بريد الالكتروني \
    النشره نشرتنا تطبيق تطبيقنا الحقوق محفوظه نقلا المصدر تصوير عدسه وكالات خدمه ترجمه \
    sms email mail com net org www http https copyright stc mobily zain whatsapp facebook twitter";

/// Words with which prose takes up what it tells, and with which decrees open: a line that begins
/// so is never the site's.
const TELLING: &str = "\
    وكان وكانت وكانوا وكنا وقد وقال وقالت وقالوا واضاف واضافت واكد واكدت واوضح واوضحت واشار \
    واشارت وذكر وذكرت ويذكر وتجدر ويشار وسبق وجاء وجاءت وياتي وتاتي وحضر وحضرت وشارك وشاركت \
    يذكر يشار تجدر نحن باسم بسم بعد وبعد بناء وبناء استنادا واستنادا نقرر";

/// What a line looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The article's own: a single word, a number, a label, a greeting, background.
    Own,
    /// An address: `name@example.com`.
    Address,
    /// `سعاد الخطيب – الميناء`
    Byline,
    /// It says that it is the site's.
    Signed,
    Sentence,
    Line,
}

impl Look {
    pub(super) fn of(text: &str, count: u32) -> Look {
        let (mut at, mut letters, mut signed, mut own) = (0, 0, false, false);
        words(text, |word| {
            own |= at == 0 && (word.norm == "السلام" || is_one_of(TELLING, word.norm));
            letters += u32::from(word.kind == Kind::Letters);
            let may_sign = count <= LINE || at < SIGN;
            signed |= may_sign && is_one_of(SIGNS, word.norm);
            at += 1;
        });
        if text.contains('@') && count <= LINE {
            Look::Address
        } else if own || text.ends_with([':', '؟', '?', '!']) || text.starts_with(['{', '﴿']) {
            Look::Own
        } else if signed {
            Look::Signed
        } else if letters < 2 {
            Look::Own
        } else if count <= BYLINE && is_byline(text) {
            Look::Byline
        } else if count > LINE
            || text
                .trim_end_matches(['"', '»', '”', ' '])
                .ends_with(['.', '…'])
        {
            Look::Sentence
        } else {
            Look::Line
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
