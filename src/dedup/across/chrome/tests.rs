//! Sources that repeat a paragraph in, whether it is theirs or the article's out.

mod changes;

use super::{ParagraphRef, Sourced, find};
use crate::corpus::article::{Class, Paragraph};
use crate::dedup::ArticleText;

/// Sentences that no two articles share; what each is about comes up in it only.
fn body(n: usize) -> String {
    let (what, how_many) = (
        ["الجسر", "المكتبة", "السوق", "الملعب", "الحديقة"][n % 5],
        n + 3,
    );
    format!(
        "افتتحت البلدية صباح اليوم {what} رقم {how_many} بعد أعمال دامت {how_many} شهرا.\n\
         وقال المهندس المشرف إن تكلفة {what} بلغت {how_many} ملايين دينار.\n\
         ويتوقع أن يزور {what} {how_many} آلاف شخص قبل نهاية الصيف."
    )
}

/// Which paragraphs are furniture; all articles are of one source unless it is said.
fn furniture(articles: &[(&str, String)]) -> Vec<(u32, u32)> {
    let paragraphs: Vec<Vec<Paragraph>> = articles.iter().map(|(_, text)| lines(text)).collect();
    let sourced = articles
        .iter()
        .zip(&paragraphs)
        .map(|((source, text), paragraphs)| {
            let article = ArticleText {
                title: None,
                text,
                paragraphs,
            };
            Sourced::new(source, article)
        });
    let found = find(&sourced.collect::<Vec<_>>());
    found
        .paragraphs
        .iter()
        .map(|ParagraphRef { article, paragraph }| (*article, *paragraph))
        .collect()
}

fn lines(text: &str) -> Vec<Paragraph> {
    let mut at = 0;
    let line = |line: &str| {
        let bytes = at..at + line.len();
        at += line.len() + 1;
        Paragraph {
            bytes,
            class: Class::Text,
        }
    };
    text.split('\n').map(line).collect()
}

/// Puts `line` below four of forty articles; is it furniture there, and nothing else?
#[track_caller]
fn check(line: &str, expected: bool) {
    let with_line = |n: usize| {
        if n.is_multiple_of(10) {
            format!("\n{line}")
        } else {
            String::new()
        }
    };
    let text = |n: usize| ("الميناء", body(n) + &with_line(n));
    let found = furniture(&(0..40).map(text).collect::<Vec<_>>());
    let all = [(0, 3), (10, 3), (20, 3), (30, 3)];
    let wanted: &[(u32, u32)] = if expected { &all } else { &[] };
    assert_eq!(found, wanted, "{line}");
}

#[test]
fn furniture_is_found() {
    for line in [
        "للتواصل مع الكاتبة: salma@example.com",
        "salma@example.com",
        "سعاد الخطيب – الميناء",
        "* خدمة «وكالة الساحل»",
        "خاص بصحيفة الميناء",
        "نقلا عن صحيفة الساحل",
        "تصوير: نبيل عواد",
        "للاشتراك في النشرة اليومية اضغط على الرابط أدناه.",
        "تابعونا على قناة الميناء لتصلكم آخر الأخبار أولا بأول.",
    ] {
        check(line, true);
    }
}

#[test]
fn the_articles_own_words_are_left_alone() {
    for line in [
        "وأضاف المتحدث:",
        "وحضر الحفل عدد من المسؤولين",
        "ثالثا:",
        "3",
        "السلام عليكم ورحمة الله وبركاته",
        "ألف مبروك.",
        "ماذا بقي لنا؟",
        "ولم تعلن أي جهة حتى الساعة سبب التأخير.",
        "وكانت المحكمة قد أجلت النظر في الدعوى ثلاث مرات منذ بداية العام بطلب من المحامين",
        "{ وقل رب زدني علما }",
        // It is what the article is about.
        "آلاف الدينار ملايين الصيف",
    ] {
        check(line, false);
    }
}

#[test]
fn a_sentence_that_stands_everywhere_is_furniture() {
    let line = "هذه الصفحة مما جمعه أرشيف الصحيفة من أعداد سابقة.";
    let text = |n| ("الميناء", format!("{}\n{line}", body(n)));
    let found = furniture(&(0..30).map(text).collect::<Vec<_>>());
    assert_eq!(found, (0..30).map(|n| (n, 3)).collect::<Vec<_>>());
}

#[test]
fn in_a_small_source_no_sentence_is_furniture() {
    let lead = "افتتحت في مرسى الزعتر دورة جديدة من مهرجان القوارب الشراعية.";
    let background = "وكانت العاصفة قد ضربت الساحل مطلع الأسبوع وألحقت أضرارا بالمزارع.";
    let other = "نظم النادي البحري سباق العام الماضي في الخليج نفسه.";
    for size in [3, 6, 20] {
        for (head, tail) in [
            ("", background),
            ("", other),
            (lead, ""),
            (lead, background),
        ] {
            let text = |n| ("الميناء", format!("{head}\n{}\n{tail}", body(n)));
            let found = furniture(&(0..size).map(text).collect::<Vec<_>>());
            assert_eq!(found, [], "{size} articles: {head} … {tail}");
        }
    }
    let text = |n| ("الميناء", format!("{}\n{background}", body(n)));
    let found = furniture(&(0..60).map(text).collect::<Vec<_>>());
    assert_eq!(found, [], "what takes up the story is never the site's");
}

#[test]
fn closing_lines_of_five_articles_are_furniture_and_opening_formulas_are_not() {
    let closing = "ادعموا عمل الميناء المستقل\nالميناء يومية تصدر في المدينة\nرأيك يهم المحررين";
    let text = |n| ("الميناء", format!("{}\n{closing}", body(n)));
    let found = furniture(&(0..5).map(text).collect::<Vec<_>>());
    let all: Vec<_> = (0..5).flat_map(|n| (3..6).map(move |p| (n, p))).collect();
    assert_eq!(found, all);

    let formula = "نحن رئيس المجلس البلدي لمدينة الميناء\nبعد الاطلاع على نظام المرافق العامة ولوائحه التي أقرت في الدورة الماضية من أعمال مجلسنا\nأقررت ما يأتي";
    for decrees in [5, 40] {
        let text = |n| ("الميناء", format!("{formula}\n{}", body(n)));
        let found = furniture(&(0..decrees).map(text).collect::<Vec<_>>());
        assert_eq!(found, [], "{decrees} decrees");
    }
    let refrain = "يا بحر خذني إلى البعيد";
    let text = |n| {
        (
            "الميناء",
            format!("{}\n{refrain}\n{}", body(n), body(n + 50)),
        )
    };
    assert_eq!(furniture(&(0..5).map(text).collect::<Vec<_>>()), []);
}

/// An article is read once, and not once for each line that is asked about.
#[test]
fn many_repeated_lines_are_seen_in_one_reading() {
    let line = |n| format!("سطر {n} من سطور {n}");
    let lines = (0..3000).map(line).collect::<Vec<_>>().join("\n");
    let own = |n: usize| {
        let word = |k| format!("كلمة{n}و{k}");
        (0..16_000).map(word).collect::<Vec<_>>().join(" ")
    };
    let text = |n| ("الميناء", format!("{}\n{lines}", own(n)));
    let articles: Vec<_> = (0..8).map(text).collect();
    let reads = super::line_context::READ.with(std::cell::Cell::get);
    assert_eq!(furniture(&articles).len(), 8 * 3000);
    let reads = super::line_context::READ.with(std::cell::Cell::get) - reads;
    assert_eq!(reads, 8, "articles read");
}

#[test]
fn what_is_published_again_is_no_furniture() {
    let again = (0..4).map(|_| ("الميناء", body(0)));
    assert_eq!(furniture(&again.clone().collect::<Vec<_>>()), []);
    let poem = "يا بحر خذني\nإلى مرسى بعيد\nوعد بي في المساء\nإلى بيتي القديم";
    let poems = (0..3).map(|_| ("الميناء", poem.to_owned()));
    assert_eq!(furniture(&poems.collect::<Vec<_>>()), []);
}

#[test]
fn it_takes_three_articles_of_one_known_source() {
    let line = "خاص بصحيفة الميناء";
    let of = |sources: &[&'static str]| {
        let text = |n: usize| format!("{}\n{line}", body(n));
        let articles = sources.iter().enumerate();
        let articles = articles.map(|(n, source)| (*source, text(n)));
        furniture(&articles.collect::<Vec<_>>()).len()
    };
    assert_eq!(of(&["الميناء", "الميناء"]), 0);
    assert_eq!(of(&["الميناء", "الميناء", "الساحل"]), 0);
    assert_eq!(of(&["الميناء", "الساحل", "الميناء", "الميناء"]), 3);
    assert_eq!(of(&["", "", "", ""]), 0);
}

#[test]
fn within_the_article_it_is_no_furniture() {
    let line = "مشاهد من الافتتاح";
    let text = |n| ("الميناء", format!("{}\n{line}\n{}", body(n), body(n + 50)));
    assert_eq!(
        furniture(&(0..20).step_by(3).map(text).collect::<Vec<_>>()),
        []
    );
}
