//! Takes one short line, decides whether it belongs to the web page and not to the article: counters, comment forms, share buttons.
//!
//! Every pattern covers the whole line, or is a label at its start with a colon: the same words
//! unanchored (`شارك في المؤتمر`, `قراءة 400 كلمة`) are ordinary prose. What is recognised is dimmed,
//! never removed, so a miss costs little, while a false match dims a paragraph of the article.
//!
//! The lists hold lines met in newspaper corpora, written by hand in folded form; the history of the
//! project names no published list behind them.

use std::sync::LazyLock;

use super::line::TokenizedLine;
use super::token::{Token, TokenKind, phrase};
use super::word_list::WordList;

/// Most words of a line that is looked at; longer lines are prose.
const MAX_WORDS: usize = 16;
/// Most words of a line that is compared whole, and of one with a copyright sign.
const MAX_WHOLE_LINE_WORDS: usize = 10;
/// Most words of a counter: `عدد مرات المشاهدة: 40`.
const MAX_COUNTER_WORDS: usize = 3;
/// Shortest rule, in characters: two marks may be a stray dash.
const MIN_RULE_CHARS: usize = 3;
/// Tokens at the start of a line among which the colon of a label stands.
const MAX_LABEL_TOKENS: usize = 5;

/// Whole lines, as folded words; numbers and marks in the line do not count.
static WHOLE: WordList = WordList::phrases(
    "\
    اكتب تعليق | اكتب تعليقا | اكتب تعليقك | اضف تعليق | اضف تعليقا | اضف تعليقك | اضف ردا | \
    اترك تعليق | اترك تعليقا | اترك تعليقك | اترك ردا | اترك رد | اضافه تعليق | اضافه تعليق جديد | \
    اضف تعليق جديد | شارك برايك | شاركنا برايك | شاركنا رايك | التعليقات | تعليقات | \
    تعليقات الزوار | تعليقات القراء | لا توجد تعليقات | لا يوجد تعليقات | لا تعليقات | تعليق | \
    كل الحقول التي عليها علامه مطلوبه | الحقول المطلوبه مشار اليها ب | \
    لن يتم نشر عنوان بريدك الالكتروني | \
    لن يتم نشر عنوان بريدك الالكتروني الحقول الالزاميه مشار اليها ب | البريد الالكتروني | \
    الاحرف المتبقيه | ارسل التعليق | نشر التعليق | الغاء الرد | leave a comment | leave a reply | \
    add comment | add a comment | comments | comment | no comments | مشاركه | مشاركه الخبر | \
    مشاركه المقال | شارك | شارك الخبر | شارك المقال | شارك هذا الخبر | شارك هذا المقال | \
    شارك الموضوع | شارك هذا الموضوع | شارك علي | شاركها | انشر | انشرها | غرد | تابعنا | \
    تابعنا علي | تابعونا | تابعونا علي | طباعه | طباعه الخبر | طباعه المقال | اطبع | ارسل لصديق | \
    ارسال لصديق | ارسل الي صديق | ارسل الخبر لصديق | حفظ | حجم الخط | تكبير الخط | تصغير الخط | \
    نسخ الرابط | نسخ | اعجبني | فيسبوك | تويتر | واتساب | واتس اب | تيليجرام | تلغرام | تليجرام | \
    لينكدان | لينكد ان | انستغرام | يوتيوب | facebook | twitter | whatsapp | telegram | linkedin | \
    instagram | pinterest | messenger | share | tweet | print | email | inshare | share this | \
    follow us | copy link | اقرا ايضا | اقرا المزيد | اقرا كذلك | \
    اقراوا ايضا | شاهد ايضا | طالع ايضا | تابع ايضا | المزيد | للمزيد | قراءه المزيد | \
    مواضيع ذات صله | موضوعات ذات صله | اخبار ذات صله | مقالات ذات صله | روابط ذات صله | \
    روابط ذات علاقه | مواضيع متعلقه | اخبار متعلقه | ذات صله | قد يهمك | قد يهمك ايضا | \
    قد يعجبك ايضا | اخترنا لك | مواد ذات صله | الاكثر قراءه | الاكثر مشاهده | read more | \
    read also | related | related articles | related posts | next previous | next | previous | \
    التالي | السابق | الخبر التالي | الخبر السابق | المقال التالي | المقال السابق | top of form | \
    bottom of form | الرابط الدائم | الرابط المختصر | رابط مختصر | رابط الخبر | انقر هنا | \
    اضغط هنا | من الارشيف | ارشيف | الارشيف | الرئيسيه | الصفحه الرئيسيه | جميع الحقوق محفوظه | \
    حقوق النشر محفوظه | كل الحقوق محفوظه | all rights reserved | انتهي | تم | اشترك | اشترك الان | \
    اشترك معنا | عنوان البريد الالكتروني | الوسوم | تحميل المزيد | عرض المزيد | شاهد المزيد | \
    المزيد من الاخبار | مقالات اخري للكاتب | ت م | advertisement | اعلان | اعلانات | تحميل | loading",
);

/// Labels: the line starts with one, and a colon or nothing but marks follows it.
static LABELS: WordList = WordList::phrases(
    "\
    اقرا ايضا | اقرا المزيد | شاهد ايضا | طالع ايضا | للمزيد | سمات | وسوم | الوسوم | \
    الكلمات المفتاحيه | كلمات مفتاحيه | كلمات دلاليه | الكلمات الدلاليه | كلمات البحث | tags | \
    tag | keywords | هاشتاج | الرابط الدائم | الرابط المختصر | رابط مختصر | رابط الخبر | \
    مواضيع ذات صله | اخبار ذات صله | قد يهمك ايضا | read also | read more | related | شارك | \
    مشاركه | permalink",
);

/// Labels before an account or an address in Latin letters: `تويتر: name`.
static CONTACTS: WordList = WordList::phrases(
    "\
    تويتر | فيسبوك | انستغرام | سناب شات | للتواصل | للمراسله | البريد الالكتروني | ايميل | \
    الايميل | twitter | facebook | email",
);

/// Beginnings of lines that sites repeat word for word under their articles.
static STARTS: WordList = WordList::phrases(
    "\
    جميع المقالات المنشوره تمثل راي | المقالات المنشوره تعبر عن راي | يمكنكم تسلم اشعارات | \
    يمكنكم استلام اشعارات | اشترك في النشره | اشترك الان في النشره | اشترك في قناتنا | \
    انضم الي قناتنا | تابعونا علي | تابعنا علي | من شروط النشر | للتواصل مع الكاتب ارسل | \
    جميع الحقوق محفوظه | حقوق النشر محفوظه | كل الحقوق محفوظه | copyright | \
    لن يتم نشر عنوان بريدك | كل الحقول التي عليها علامه | الحقول المعلمه | الحقول المشار اليها | \
    الحقول المطلوبه | الحقول الالزاميه | الاراء الوارده في المقال تعبر | \
    الاراء الوارده في هذا المقال تعبر | الاراء المنشوره تعبر | كل الاراء المنشوره تعبر | \
    المقالات المنشوره لا تعبر | حمل تطبيق | حملوا تطبيق | تابعوا اخر الاخبار عبر | \
    اشترك بخدمه | للاشتراك في خدمه | رابط الخبر بصحيفه | pic twitter com",
);

/// Words of a counter: `Views: 5`, `1829 قراءة`, `عدد المشاهدات : 40`.
static COUNTED: WordList = WordList::words(
    "\
    views view hits reads visits shares comments likes مشاهده مشاهدات المشاهدات قراءه قراءات \
    القراءات زياره زيارات الزيارات الزوار تعليق تعليقات التعليقات مشاركه مشاركات المشاركات اعجاب \
    عدد مرات تمت المشاهده القراءه مره seen",
);

/// Whether the line begins as one of [`STARTS`]. The first word is tested alone first: few lines have it.
fn starts_as_boilerplate(line_phrase: &str) -> bool {
    static FIRST: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let first = STARTS.entries().filter_map(|start| start.split(' ').next());
        first.collect()
    });
    let word = line_phrase.split(' ').next().unwrap_or("");
    FIRST.contains(&word) && STARTS.entries().any(|start| begins(line_phrase, start))
}

/// Whether the line belongs to the page and not to the article.
pub fn is_chrome(line: &TokenizedLine) -> bool {
    let tokens = &line.tokens;
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
    if words == 0 {
        return is_marks_only(line);
    }
    if words > MAX_WORDS {
        return false;
    }
    let line_phrase = phrase(tokens);
    let whole = words <= MAX_WHOLE_LINE_WORDS && WHOLE.has(&line_phrase) && !is_quoted(tokens);
    whole
        || is_counter(tokens, words)
        || is_labelled(tokens, &line_phrase)
        || starts_as_boilerplate(&line_phrase)
        || is_bare_address(line)
        || (line.text.contains('©') && words <= MAX_WHOLE_LINE_WORDS && !line.ends_sentence())
        || is_share_buttons(tokens, words)
}

/// Whether a line without words is a rule (`ـــــ`, `***`, `// //`), a bulleted number or an empty
/// bullet. A number alone is text.
fn is_marks_only(line: &TokenizedLine) -> bool {
    let numbers = line.tokens.iter().any(|t| t.number().is_some());
    let rule = line.chars >= MIN_RULE_CHARS || line.bullet;
    if numbers {
        return line.bullet && line.dates.is_empty();
    }
    rule && !line.text.contains(['!', '؟', '?'])
}

/// Whether a mark makes the line speech or a question: those are the article's.
fn is_quoted(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .any(|t| matches!(t.kind, TokenKind::Mark('"' | '«' | '!' | '؟' | '?')))
}

/// Whether the line counts views, comments or shares: `Views: 5`.
fn is_counter(tokens: &[Token], words: usize) -> bool {
    let numbers = tokens.iter().filter(|t| t.number().is_some()).count();
    (1..=2).contains(&numbers)
        && words <= MAX_COUNTER_WORDS
        && tokens
            .iter()
            .filter(|t| t.kind == TokenKind::Word)
            .all(|t| COUNTED.has(&t.word))
}

/// Whether the line begins with a label of the page and a colon or an ellipsis.
fn is_labelled(tokens: &[Token], line_phrase: &str) -> bool {
    // `اقرأ المزيد... أبرز ما جاء`
    let ellipsis = |i: usize| {
        tokens
            .get(i..i + 3)
            .is_some_and(|t| t.iter().all(|t| t.is_mark('.')))
    };
    let colon = |i: &usize| tokens[*i].is_mark(':') || ellipsis(*i);
    let Some(colon) = (0..tokens.len().min(MAX_LABEL_TOKENS)).find(colon) else {
        return false;
    };
    let head = phrase(&tokens[..colon]);
    let latin = tokens[colon..].iter().all(|t| t.word.is_ascii());
    !head.is_empty()
        && begins(line_phrase, &head)
        && (LABELS.has(&head) || latin && CONTACTS.has(&head))
}

fn begins(line_phrase: &str, start: &str) -> bool {
    line_phrase
        .strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether the line is a web or mail address and nothing else.
fn is_bare_address(line: &TokenizedLine) -> bool {
    let text = line.text.trim_start_matches(['•', '*', ' ']);
    let address = ["http://", "https://", "www.", "pic.twitter.com/"];
    let mail = text
        .split_once('@')
        .is_some_and(|(_, host)| host.contains('.'));
    let address = mail && text.is_ascii() || address.iter().any(|a| text.starts_with(a));
    address && !text.contains(char::is_whitespace)
}

/// Whether the line is a row of share buttons: `Facebook Twitter WhatsApp`.
fn is_share_buttons(tokens: &[Token], words: usize) -> bool {
    const NAMES: [&str; 20] = [
        "facebook",
        "twitter",
        "whatsapp",
        "telegram",
        "linkedin",
        "instagram",
        "pinterest",
        "email",
        "print",
        "share",
        "tweet",
        "messenger",
        "google",
        "فيسبوك",
        "تويتر",
        "واتساب",
        "تيليجرام",
        "تلغرام",
        "طباعه",
        "مشاركه",
    ];
    // `شارك هذا الخبر على تويتر`
    let shares = tokens.iter().find(|t| t.kind == TokenKind::Word);
    let shares =
        shares.is_some_and(|t| t.is_any("شارك شاركه شاركها انشر غرد تابعنا تابعونا share follow"));
    let joint = |t: &Token| {
        shares
            && t.is_any(
                "شارك شاركه شاركها انشر غرد تابعنا تابعونا هذا الخبر \
         المقال الموضوع علي عبر و share follow this us on via",
            )
    };
    let name = |t: &Token| NAMES.contains(&t.word.as_str());
    let mut words_of_line = tokens.iter().filter(|t| t.kind == TokenKind::Word);
    words >= 2 && words_of_line.clone().any(name) && words_of_line.all(|t| name(t) || joint(t))
}

#[cfg(test)]
mod tests {
    /// An entry that folding would change could never be met.
    #[test]
    fn the_tables_are_folded() {
        for entry in [&WHOLE, &LABELS, &STARTS]
            .into_iter()
            .flat_map(WordList::entries)
        {
            assert_eq!(super::super::token::folded(entry), entry);
        }
    }

    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(is_chrome(&TokenizedLine::head(text)), expected, "{text}");
    }

    #[test]
    fn furniture() {
        for text in [
            "Views: 5",
            "عدد المشاهدات : 1829",
            "مشاهدات ٤٠",
            "12 تعليق",
            "اكتب تعليق",
            "إضافة تعليق جديد",
            "أضف تعليقاً",
            "كل الحقول التي عليها علامة (*) مطلوبة",
            "مشاركة:",
            "شارك",
            "اقرأ أيضاً:",
            "إقرأ أيضا: الفائز بجائزة الرسم",
            "ـــــــ ــ",
            "***",
            "-----",
            "• 11586",
            "• من الأرشيف",
            "من الأرشيف",
            "Top of Form",
            "...المزيد",
            "المزيد...",
            "جميع الحقوق محفوظة © 2019",
            "وسوم: ميناء، سفن",
            "Facebook Twitter WhatsApp",
            "https://example.org/a/b",
            "// انتهى //",
            "لا توجد تعليقات",
            "Share",
            "طباعة",
            "الرابط المختصر: http://ex.am/ple",
            "اقرأ المزيد... أبرز ما جاء في المعرض",
            "تويتر: salma_y",
            "شارك هذا الخبر على تويتر",
            "salma@mail.example",
            "14:31 ت م",
            "© 2015 الميناء",
            "الآراء الواردة في المقال تعبر عن رأي كاتبها",
            "|",
        ] {
            check(text, text != "|");
        }
    }

    #[test]
    fn prose_is_left_alone() {
        for text in [
            "شارك في المؤتمر عشرون باحثا",
            "قراءة 400 كلمة في الدقيقة",
            "إضافة تعليق صوتي إلى الفيلم",
            "للتواصل مع الآخرين",
            "مشاركة الشباب",
            "المزيد من التفاصيل في الحوار التالي",
            "حفظ ثلاثة ملايين وجبة",
            "سمات المدينة القديمة",
            "1973",
            "؟",
            "تعليق الدراسة غدا",
            "التعليقات على القرار متباينة",
            "صور وحكايات",
            "تويتر: الشركة تغلق مكاتبها",
            "شارك رأيك مع تويتر في الندوة",
            "اقرأ المزيد كل يوم تعش سعيدا",
            "شارك لاعبان: الحارس والمهاجم",
            "ذات صلة بالمشروع",
            "انتهى الاجتماع",
            "اشترك في التمثيل ثلاثة",
            "«المزيد»",
            "Views of the harbour",
        ] {
            check(text, false);
        }
    }
}
