//! Two versions in, what is set side by side and what is marked out.

mod properties;

use std::ops::Range;

use super::{Comparison, ComparisonPart, Version, compare};
use crate::corpus::article::{Class, Paragraph};
use crate::dedup::{ArticleText, Folds, fold};

/// A version of a story: its title field, its text, a class for each line.
struct TestVersion {
    title: Option<String>,
    body: String,
    paragraphs: Vec<Paragraph>,
    folds: Folds,
}

impl TestVersion {
    /// `# ` begins the title field, `## ` a title in the text, `~ ` furniture.
    fn new(source: &str) -> TestVersion {
        let field = source.lines().find_map(|line| line.strip_prefix("# "));
        let title = field.map(str::to_owned);
        let lines = source.lines().filter(|line| !line.starts_with("# "));
        let mut text = String::new();
        let mut paragraphs = Vec::new();
        for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
            let (class, line) = match (line.strip_prefix("## "), line.strip_prefix("~ ")) {
                (Some(title), _) => (Class::Title, title),
                (_, Some(byline)) => (Class::Byline, byline),
                _ => (Class::Text, line),
            };
            let start = text.len();
            text.push_str(line);
            paragraphs.push(Paragraph {
                bytes: start..text.len(),
                class,
            });
            text.push('\n');
        }
        let mut version = TestVersion {
            title,
            body: text,
            paragraphs,
            folds: Folds::default(),
        };
        version.folds = fold(version.article());
        version
    }

    fn article(&self) -> ArticleText<'_> {
        ArticleText {
            title: self.title.as_deref(),
            text: &self.body,
            paragraphs: &self.paragraphs,
        }
    }

    fn version(&self) -> Version<'_> {
        Version {
            article: self.article(),
            folds: &self.folds,
        }
    }

    /// What stands in a range of the text, or of the title.
    fn source(&self, part: &ComparisonPart, range: Range<usize>) -> &str {
        let source = match part.paragraph {
            Some(_) => &self.body,
            None => self.title.as_deref().unwrap_or(""),
        };
        source.get(range).expect("a range of the source")
    }

    /// `[only here]`, `{moved}`, the rest as it is.
    fn marked(&self, part: &ComparisonPart) -> String {
        let only = part.only.iter().map(|range| (range, '[', ']'));
        let moved = part.moved.iter().map(|range| (range, '{', '}'));
        let mut marks: Vec<_> = only.chain(moved).collect();
        marks.sort_by_key(|(range, ..)| range.start);
        let mut out = String::new();
        let mut at = part.bytes.start;
        for (range, open, close) in marks {
            out.push_str(self.source(part, at..range.start));
            out.push(open);
            out.push_str(self.source(part, range.clone()));
            out.push(close);
            at = range.end;
        }
        out + self.source(part, at..part.bytes.end)
    }
}

/// A row a line; `|` between the versions, `/` between parts, `=` where a row is the same.
fn shown(texts: [&TestVersion; 2], comparison: &Comparison) -> String {
    let rows = comparison.rows.iter().map(|row| {
        let side = |side: usize| {
            let parts = row.sides[side].iter();
            let parts: Vec<String> = parts.map(|part| texts[side].marked(part)).collect();
            parts.join(" / ")
        };
        if row.is_same() {
            format!("= {}", side(0))
        } else {
            format!("{} | {}", side(0), side(1)).trim().to_owned()
        }
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(first: &str, second: &str, expected: &str) {
    let (first, second) = (TestVersion::new(first), TestVersion::new(second));
    let comparison = compare(first.version(), second.version());
    let expected: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    assert_eq!(shown([&first, &second], &comparison), expected.join("\n"));
}

const HARBOUR: &str = "بدأت إدارة الميناء أمس توسعة الرصيف الشمالي بعد انتظار طويل.";
const FISH: &str = "وينتظر الصيادون سوقا جديدة للسمك قرب المنارة القديمة.";
const SHIPS: &str = "وستدخل السفن الكبيرة الحوض من غير انتظار طوال السنة.";

#[test]
fn a_changed_word_is_marked_on_both_sides() {
    check(
        "زار 12 طالبا متحف البحر في المدينة",
        "زار 15 طالبا متحف البحر في المدينة",
        "زار [12] طالبا متحف البحر في المدينة | زار [15] طالبا متحف البحر في المدينة",
    );
    check(
        "The club meets twice a week by the harbour.",
        "The old club meets twice a week by the harbour.",
        "The club meets twice a week by the harbour. | The [old] club meets twice a week by the harbour.",
    );
    check(
        "افتتح الوزير المعرض في القاعة الكبرى",
        "لم يفتتح الوزير المعرض في القاعة الكبرى",
        "[افتتح] الوزير المعرض في القاعة الكبرى | [لم يفتتح] الوزير المعرض في القاعة الكبرى",
    );
}

#[test]
fn spelling_and_white_space_are_no_change() {
    check(
        "أعلنت سوريا وأمريكا عن معرض للكتب، أمس.",
        "اعلنت سورية و أميركا عن مَعرض  للكتب أمس",
        "= أعلنت سوريا وأمريكا عن معرض للكتب، أمس.",
    );
}

#[test]
fn titles_are_compared_with_each_other() {
    check(
        &format!("# توسعة رصيف الميناء\n{HARBOUR}"),
        &format!("# بدء توسعة رصيف الميناء\n{HARBOUR}"),
        &format!("توسعة رصيف الميناء | [بدء] توسعة رصيف الميناء\n= {HARBOUR}"),
    );
    check(
        &format!("# معرض للكتب\n{HARBOUR}"),
        &format!("## سوق للسمك\n{HARBOUR}"),
        &format!("[معرض للكتب] | [سوق للسمك]\n= {HARBOUR}"),
    );
    check(
        &format!("# رصيف جديد\n{HARBOUR}"),
        HARBOUR,
        &format!("[رصيف جديد] |\n= {HARBOUR}"),
    );
}

#[test]
fn a_paragraph_of_one_alone_is_a_row() {
    check(
        &format!("{HARBOUR}\n{FISH}\n{SHIPS}"),
        &format!("{HARBOUR}\n{SHIPS}"),
        &format!(
            "= {HARBOUR}\n[{}]. |\n= {SHIPS}",
            FISH.trim_end_matches('.')
        ),
    );
    check(
        FISH,
        HARBOUR,
        &format!(
            "[{}]. |\n| [{}].",
            FISH.trim_end_matches('.'),
            HARBOUR.trim_end_matches('.')
        ),
    );
    check(
        HARBOUR,
        "",
        &format!("[{}]. |", HARBOUR.trim_end_matches('.')),
    );
    check("", "", "");
}

#[test]
fn text_strung_together_is_cut_where_the_other_has_paragraphs() {
    check(
        &format!("{HARBOUR} {FISH} {SHIPS}"),
        &format!("{HARBOUR}\n{FISH}\n{SHIPS}"),
        &format!("= {HARBOUR}\n= {FISH}\n= {SHIPS}"),
    );
    // An added sentence is a row of its own.
    check(
        &format!("{HARBOUR} {SHIPS}"),
        &format!("{HARBOUR}\n{FISH}\n{SHIPS}"),
        &format!(
            "= {HARBOUR}\n| [{}].\n= {SHIPS}",
            FISH.trim_end_matches('.')
        ),
    );
    // Without a sentence's end there is nowhere to cut.
    check(
        "قالت الإدارة إن الرصيف جاهز وأضافت أن السوق بعيدة عنه",
        "قالت الإدارة إن الرصيف جاهز\nوأضافت أن السوق قريبة عنه",
        "قالت الإدارة إن الرصيف جاهز وأضافت أن السوق [بعيدة] عنه | قالت الإدارة إن الرصيف جاهز / وأضافت أن السوق [قريبة] عنه",
    );
}

#[test]
fn what_only_changed_its_place_is_moved() {
    let bare = |text: &str| text.trim_end_matches('.').to_owned();
    check(
        &format!("{FISH}\n{HARBOUR}\n{SHIPS}"),
        &format!("{HARBOUR}\n{SHIPS}\n{FISH}"),
        &format!(
            "{{{}}}. |\n= {HARBOUR}\n= {SHIPS}\n| {{{}}}.",
            bare(FISH),
            bare(FISH)
        ),
    );
}

#[test]
fn an_added_sentence_is_marked_from_its_beginning() {
    check(
        "قال المدير إن المكتبة تفتح صباحا. قال المدير إن الدخول مجاني للجميع.",
        "قال المدير إن المكتبة تفتح صباحا. قال المدير إن القاعة جديدة. قال المدير إن الدخول مجاني للجميع.",
        "قال المدير إن المكتبة تفتح صباحا. قال المدير إن الدخول مجاني للجميع. | قال المدير إن المكتبة تفتح صباحا. [قال المدير إن القاعة جديدة]. قال المدير إن الدخول مجاني للجميع.",
    );
}

#[test]
fn a_word_equal_by_chance_is_no_agreement() {
    check(
        "وصل الفريق مساء أمس متأخرا كثيرا في حافلة صغيرة قديمة جدا إلى المدينة بعد رحلة طويلة",
        "وصل الفريق بعد توقف قصير غير متوقع في محطة القطار المركزية الجديدة إلى المدينة بعد رحلة طويلة",
        "وصل الفريق [مساء أمس متأخرا كثيرا في حافلة صغيرة قديمة جدا] إلى المدينة بعد رحلة طويلة | وصل الفريق [بعد توقف قصير غير متوقع في محطة القطار المركزية الجديدة] إلى المدينة بعد رحلة طويلة",
    );
}

#[test]
fn repeats_and_furniture_are_left_out() {
    check(
        &format!("{HARBOUR}\n~ مكتب البحر - خاص\n{FISH}\n{HARBOUR}"),
        &format!("~ وكالة النوارس\n{HARBOUR}\n{FISH}"),
        &format!("= {HARBOUR}\n= {FISH}"),
    );
}

/// Long, hostile, one-sided: it must end, and soon.
#[test]
fn long_articles_are_compared() {
    let sentences = |from: usize| {
        let sentence =
            |n: usize| format!("قال المتحدث رقم {n} إن الرصيف {} سيفتح غدا.", n * 7 % 1001);
        (from..from + 2500).map(sentence).collect::<Vec<_>>()
    };
    let lines = TestVersion::new(&sentences(0).join("\n"));
    let one = TestVersion::new(&sentences(100).join(" "));
    let comparison = compare(lines.version(), one.version());
    let same = comparison.rows.iter().filter(|row| row.is_same()).count();
    assert!(same > 2300, "{same} rows the same");
    let word = TestVersion::new(&"بحر ".repeat(20_000));
    let words = [("بحر نهر ", 20_000), ("نهر بحر جبل ", 20_000)];
    let words = words.map(|(words, times)| TestVersion::new(&words.repeat(times)));
    for other in [&lines, &one, &word] {
        compare(word.version(), other.version());
        compare(other.version(), words[0].version());
    }
    // Frequent words decide nothing there, yet all of them stand in the other.
    let comparison = compare(words[0].version(), words[1].version());
    assert_eq!(comparison.words, [40_000, 60_000]);
    let comparison = compare(words[0].version(), words[0].version());
    assert_eq!((comparison.only, comparison.moved), ([0, 0], [0, 0]));
}

/// No two texts are compared word by word with each other: here that were thousands of millions of pairs.
#[test]
fn hostile_texts_take_a_time_that_grows_as_they_do() {
    let text = |word: &dyn Fn(usize) -> String, words: usize| {
        let body = (0..words).map(word).collect::<Vec<_>>().join(" ");
        TestVersion {
            title: None,
            paragraphs: vec![Paragraph {
                bytes: 0..body.len(),
                class: Class::Text,
            }],
            body,
            folds: Folds::default(),
        }
    };
    let soup = |seed: usize| {
        move |n: usize| {
            let hash = (n + seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
            ["بحر", "نهر"][hash.count_ones() as usize % 2].to_owned()
        }
    };
    let (short, long) = (text(&soup(1), 9_000), text(&soup(77), 150_000));
    let comparison = compare(short.version(), long.version());
    assert_eq!(comparison.words, [9_000, 150_000]);
    compare(long.version(), short.version());
    // Every other word is another one: a diff that takes them one by one reads the rest for each.
    let own = |side: usize| {
        move |n: usize| match n % 2 {
            0 => format!("رصيف{n}"),
            _ => format!("بحر{side}{n}"),
        }
    };
    let (first, second) = (text(&own(1), 100_000), text(&own(2), 100_000));
    let comparison = compare(first.version(), second.version());
    assert_eq!(comparison.only, [50_000; 2]);
}
