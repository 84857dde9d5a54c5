//! Small invented articles in, their folds out: a case for each way text repeats.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

mod near;
mod repeat_filter;
mod sound;

use super::{ArticleText, Fold, Folds, RepeatOrigin, fold};
use crate::corpus::article::{Class, Paragraph};

const HARBOUR: &str =
    "بدأت هيئة الموانئ صباح اليوم أعمال توسعة الرصيف الشرقي في ميناء المدينة القديم.";
const COST: &str = "وقال مدير المشروع إن الأعمال ستكلف 40 مليون دينار وتنتهي بعد 18 شهرا.";
const CRANES: &str = "وتشمل التوسعة تركيب أربع رافعات جديدة وحفر حوض للسفن الكبيرة.";
const CHESS: &str = "فازت لاعبة الشطرنج الشابة ببطولة الناشئين بعد ست جولات متتالية دون خسارة.";
const SOLAR: &str =
    "افتتحت المحافظة محطة للطاقة الشمسية تكفي لإنارة ثلاثة آلاف منزل في القرى المجاورة.";

/// Non-blank lines; a line that begins with `#` is chrome, with `=` a title.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + line.len() - line.trim_start().len();
            let class = match trimmed.as_bytes()[0] {
                b'#' => Class::Chrome,
                b'=' => Class::Title,
                _ => Class::Text,
            };
            found.push(Paragraph {
                bytes: from..from + trimmed.len(),
                class,
            });
        }
        start += line.len() + 1;
    }
    found
}

fn fold_text(title: Option<&str>, text: &str) -> Folds {
    fold(ArticleText {
        title,
        text,
        paragraphs: &paragraphs(text),
    })
}

/// Each fold as `paragraph: folded → repeated`.
#[track_caller]
fn check(text: &str, expected: &[(usize, &str, &str)]) {
    let folds = fold_text(None, text);
    let all: Vec<_> = folds
        .paragraphs
        .iter()
        .enumerate()
        .flat_map(|(n, list)| list.iter().map(move |f| (n, f)))
        .map(|(n, f)| (n, &text[f.bytes.clone()], &text[f.of.clone()]))
        .collect();
    assert_eq!(all, expected);
}

fn check_nothing(text: &str) {
    check(text, &[]);
}

#[test]
fn equal_paragraph() {
    check(
        &format!("{HARBOUR}\n{COST}\n{HARBOUR}"),
        &[(2, HARBOUR, HARBOUR)],
    );
}

#[test]
fn body_pasted_twice_with_a_short_line() {
    let text = format!("{HARBOUR}\nوأضاف:\n{COST}\n{HARBOUR}\nوأضاف:\n{COST}");
    check(
        &text,
        &[
            (3, HARBOUR, HARBOUR),
            (4, "وأضاف:", "وأضاف:"),
            (5, COST, COST),
        ],
    );
}

#[test]
fn sentence_cut_out() {
    check(
        &format!("{HARBOUR} {COST} {CRANES}\n{COST}"),
        &[(1, COST, COST)],
    );
}

#[test]
fn paragraphs_strung_together() {
    let flat = format!("{HARBOUR}   {COST}   {CRANES}");
    let lines = format!("{HARBOUR}\n\n{COST}\n\n{CRANES}");
    check(&format!("{lines}\n{flat}"), &[(3, &flat, &lines)]);
}

#[test]
fn strung_together_across_furniture() {
    let text = format!("{HARBOUR}\n# مشاركة\n{COST}\n{HARBOUR} {COST}");
    check(&text, &[(3, HARBOUR, HARBOUR), (3, COST, COST)]);
}

#[test]
fn missing_closing_quote() {
    let said = "وقال المهندس: «سوف نفتح الرصيف أمام الصيادين قبل نهاية الصيف». ";
    let cut = "وقال المهندس: «سوف نفتح الرصيف أمام الصيادين قبل نهاية الصيف";
    let of = said.trim();
    check(&format!("{HARBOUR} {said}{CRANES}\n{cut}"), &[(1, cut, of)]);
}

#[test]
fn title_field_repeated() {
    let title = "توسعة ميناء المدينة";
    let text = format!("{HARBOUR}\n{title}\n{COST}");
    let folds = fold_text(Some(title), &text);
    let at = HARBOUR.len() + 1;
    let expected = Fold {
        bytes: at..at + title.len(),
        of: 0..title.len(),
        of_in: RepeatOrigin::Title,
        words: 3,
    };
    assert_eq!(folds.paragraphs, [vec![], vec![expected], vec![]]);
    assert_eq!(folds.repeated_words, 3);
}

#[test]
fn title_and_body_strung_together() {
    let title = "توسعة ميناء المدينة القديم هذا العام";
    let text = format!("{HARBOUR}\n{COST}\n{title} {HARBOUR} {COST}");
    let folds = fold_text(Some(title), &text);
    let places: Vec<RepeatOrigin> = folds.paragraphs[2].iter().map(|f| f.of_in).collect();
    assert_eq!(places, [RepeatOrigin::Title, RepeatOrigin::Text]);
}

#[test]
fn title_paragraph_repeated() {
    check(
        &format!("=معرض الكتاب العاشر\n{SOLAR}\nمعرض الكتاب العاشر"),
        &[(2, "معرض الكتاب العاشر", "=معرض الكتاب العاشر")],
    );
}

#[test]
fn self_doubled_paragraph() {
    check(
        &format!("{HARBOUR} {COST} {HARBOUR} {COST}"),
        &[(
            0,
            &format!("{HARBOUR} {COST}"),
            &format!("{HARBOUR} {COST}"),
        )],
    );
    check(&format!("{HARBOUR}{HARBOUR}"), &[(0, HARBOUR, HARBOUR)]);
}

#[test]
fn merged_from_two_places() {
    let text = format!("{HARBOUR}\n{COST}\n{SOLAR}\n{SOLAR} {HARBOUR}");
    check(&text, &[(3, SOLAR, SOLAR), (3, HARBOUR, HARBOUR)]);
}

#[test]
fn partly_new_paragraph() {
    check(
        &format!("{HARBOUR}\n{CHESS} {HARBOUR} {SOLAR}"),
        &[(1, HARBOUR, HARBOUR)],
    );
}

#[test]
fn glued_sentences() {
    check(
        &format!("{HARBOUR}\n{CHESS}{HARBOUR}{SOLAR}"),
        &[(1, HARBOUR, HARBOUR)],
    );
}

#[test]
fn noisy_copies() {
    let copies = [
        "بَدَأَت هيئة المَوانئ صباح اليوم أعمال توسعة الرصيف الشرقي في ميناء المدينة القديم",
        "بدأت هيئه الموانئ صباح اليوم اعمال توسعه الرصيف الشرقى فى ميناء المدينه القديم!",
        "بـدأت هيئـة الموانئ صباح اليوم أعمـــال توسعة الرصيف الشرقي، في ميناء المدينة القديم",
    ];
    for copy in copies {
        check(&format!("{HARBOUR}\n{copy}"), &[(1, copy, HARBOUR)]);
    }
    let digits = COST.replace("40", "٤٠").replace("18", "۱۸");
    check(&format!("{COST}\n{digits}"), &[(1, &digits, COST)]);
    let split = COST.replace("وقال", "و قال").replace("وتنتهي", "و تنتهي");
    check(&format!("{COST}\n{split}"), &[(1, &split, COST)]);
}

#[test]
fn spelling_variant() {
    let first = "وصل فريق من المسؤولين عن شؤون الآثار في سوريا إلى الموقع لمعاينة اللقى.";
    let second = "وصل فريق من المسئولين عن شئون الآثار في سورية إلى الموقع لمعاينة اللقى.";
    check(&format!("{first}\n{second}"), &[(1, second, first)]);
}

#[test]
fn one_changed_word_is_new() {
    check_nothing(&format!("{COST}\n{}", COST.replace("40", "45")));
    check_nothing(&format!(
        "{HARBOUR}\n{}",
        HARBOUR.replace("الشرقي", "الغربي")
    ));
    check_nothing(&format!("{CHESS}\n{}", CHESS.replace("فازت", "لم تفز")));
    let rate = "وبلغت درجة الحرارة في المرتفعات الشمالية فجر اليوم 3.5 درجات مئوية.";
    check_nothing(&format!("{rate}\n{}", rate.replace("3.5", "35")));
    check_nothing(&format!("{rate}\n{}", rate.replace("3.5", "-3.5")));
}

#[test]
fn word_ends_count() {
    check_nothing(
        "حضر الحفل مدير الميناء وطاقم السفينة وقائد الرحلة البحريةَ\nحضر الحفل مدير الميناء وطاقم السفينة وقائد الرحلة البحري",
    );
    check_nothing(
        "the ship will sail to the northern islands\nthe ship will sail to the northern island",
    );
    check_nothing(
        "وزعت الأرقام على الفرق السبع بالترتيب الآتي 125\nوزعت الأرقام على الفرق السبع بالترتيب الآتي 12 5",
    );
    check_nothing(
        "125 وزعت الأرقام على الفرق السبع بالترتيب الآتي\n25 وزعت الأرقام على الفرق السبع بالترتيب الآتي",
    );
}

#[test]
fn a_word_glued_over_a_paragraph_border_is_no_repeat() {
    let (first, second) = (HARBOUR.trim_end_matches('.'), COST);
    check_nothing(&format!("{first}{second}\n{first}\n{second}"));
}

#[test]
fn changed_sentence_stays_among_folds() {
    let changed = COST.replace("18", "20");
    let text = format!("{HARBOUR} {COST} {CRANES}\n{HARBOUR} {changed} {CRANES}");
    check(&text, &[(1, HARBOUR, HARBOUR), (1, CRANES, CRANES)]);
}

#[test]
fn refrains_and_short_lines_stay() {
    check_nothing(&format!(
        "وأضاف المتحدث:\n{HARBOUR}\nوأضاف المتحدث:\n{COST}"
    ));
    check_nothing(&format!(
        "هيا بنا إلى البحر\n{HARBOUR}\nهيا بنا إلى البحر\n{COST}"
    ));
    let chorus = "يا بحر يا واسع\nيا موج يا عالي\nخذنا إلى الشط";
    check_nothing(&format!("{chorus}\n{HARBOUR}\n{chorus}\n{COST}"));
    check_nothing(&format!(
        "{HARBOUR} وتابع:\n{COST}\n{CHESS} وتابع:\n{SOLAR}"
    ));
}

#[test]
fn stock_phrase_in_a_new_sentence_stays() {
    let stock = "رئيس مجلس إدارة الجمعية العلمية لهواة الفلك في بلاد الساحل الشمالي";
    check_nothing(&format!(
        "زار {stock} معرض الكتاب أمس.\nوكرم {stock} الفائزين في المسابقة."
    ));
    check_nothing(&format!(
        "{HARBOUR}\n{} وحضر الحفل جمع كبير.",
        HARBOUR.trim_end_matches('.')
    ));
}

#[test]
fn furniture_neither_folds_nor_makes_fold() {
    let line = format!("# {HARBOUR}");
    check_nothing(&format!("{line}\n{COST}\n{line}"));
    check_nothing(&format!("{line}\n{COST}\n{HARBOUR}"));
}

#[test]
fn the_end_of_a_new_sentence_stays() {
    let text = format!("{CHESS} {HARBOUR}\nوحضر الحفل لاعبون آخرون دون خسارة.\n{HARBOUR}");
    check(&text, &[(2, HARBOUR, HARBOUR)]);
}

#[test]
fn counts() {
    let folds = fold_text(
        Some("عنوان"),
        &format!("{HARBOUR}\n# مشاركة الخبر\n{HARBOUR}"),
    );
    assert_eq!((folds.words, folds.repeated_words), (2 * 13 + 2, 13));
    assert_eq!(fold_text(None, ""), Folds::default());
}

/// The byline stands in the copy too, and is one word with what follows there.
#[test]
fn strung_together_with_the_furniture() {
    let lines = format!("{HARBOUR}\n# سلمى النجار - متابعات\n{COST}\n{CRANES}");
    let flat = format!("{HARBOUR} # سلمى النجار - متابعات{COST} {CRANES}");
    check(&format!("{lines}\n{flat}"), &[(4, &flat, &lines)]);
}

#[test]
fn furniture_that_repeats_is_not_folded() {
    let line = "# تابعوا أخبار الميناء على صفحتنا كل يوم جمعة";
    check_nothing(&format!("{line}\n{HARBOUR}\n{line}"));
}

/// A name with a dot in it does not end a sentence.
#[test]
fn a_name_like_an_address() {
    let first = "وقال البيان الذي تلقى موقع الضحى.نت نسخة منه إن الرصيف آمن.";
    let other = "وقال البيان الذي تلقى موقع الضحى.نت صورة عنه قبل أيام إن المطر غزير.";
    check_nothing(&format!("{first}\n{other}"));
}
