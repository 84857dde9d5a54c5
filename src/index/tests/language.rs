//! What each sign of the query language finds.

use super::*;

const NEWS: [&str; 6] = [
    "قرر مجلس المدينة بناء جسر جديد",
    "قررت مجالس المدينة بناء جسور جديدة",
    "اجتمع في المدينة مجلس الطلاب",
    "زار مجلس للمدينة المعرض الزراعي",
    "عن أميركا وعن البحر",
    "عن أمريكا وعن الجبل",
];

#[test]
fn a_phrase_wants_its_words_in_order_and_side_by_side() {
    check_complete(&NEWS, "\"مجلس المدينة\"", &[0, 3]);
    check_complete(&NEWS, "\"المدينة مجلس\"", &[2]);
    check_complete(&NEWS, "مجلس المدينة", &[0, 2, 3]);
}

#[test]
fn words_of_a_phrase_may_stand_in_other_forms() {
    check_complete(
        &["سمع بالوزيرين السابقين", "الوزير السابق سمع"],
        "\"وزير سابق\"",
        &[0, 1],
    );
}

#[test]
fn a_phrase_does_not_reach_from_the_title_into_the_text() {
    let searcher = indexed(&[&[
        (0, "سوق العسل", "الطبيعي غال"),
        (1, "", "العسل الطبيعي غال"),
    ]]);
    assert_eq!(complete(&searcher, "\"العسل الطبيعي\""), [1]);
}

#[test]
fn a_phrase_of_one_word_thrice_wants_it_thrice() {
    check_complete(
        &["هيا هيا هيا إلى البحر", "هيا هيا إلى البحر"],
        "\"هيا هيا هيا\"",
        &[0],
    );
}

#[test]
fn an_exclusion_drops_whatever_form_it_has() {
    check_complete(&NEWS, "المدينة -جسر", &[1, 2, 3]);
    check_complete(&NEWS, "المدينة -\"مجلس المدينة\"", &[1, 2]);
    check_complete(&NEWS, "عن -أمريكا", &[]);
    check_complete(&NEWS, "عن -=أمريكا", &[4]);
}

#[test]
fn an_exclusion_alone_leaves_everything_else() {
    check_complete(&NEWS, "-المدينة", &[4, 5]);
}

#[test]
fn alternatives_need_one_of_them_and_the_best_counts() {
    check_complete(&NEWS, "جسر أو المعرض", &[0, 3]);
    check_complete(&NEWS, "المدينة (جسر OR الطلاب)", &[0, 2]);
    let texts = ["نافورة", "نافورة حديقة", "حديقة", "شارع"];
    let searcher = of(&texts);
    let score = |query: &str, doc: u32| {
        let hits = ask(&searcher, query, false, Forms::All).hits;
        hits.iter()
            .find(|hit| hit.doc == doc)
            .map_or(0.0, |hit| hit.score)
    };
    let best = score("نافورة", 1).max(score("حديقة", 1));
    assert!(
        (score("نافورة أو حديقة", 1) - best).abs() < 1e-6,
        "the best of both, not their sum"
    );
}

#[test]
fn near_words_may_stand_in_any_order_with_so_many_between() {
    let texts = [
        "جسر قديم جدا قرب السوق",
        "السوق قرب جسر",
        "جسر ثم كلام طويل حتى نصل إلى السوق",
    ];
    check_complete(&texts, "جسر ~3 السوق", &[0, 1]);
    check_complete(&texts, "جسر ~1 السوق", &[1]);
    check_complete(&texts, "جسر ~10 السوق", &[0, 1, 2]);
}

#[test]
fn a_star_finds_what_begins_so_whatever_clings_before_it() {
    let texts = [
        "حكومة البلاد",
        "في الحكومي منها",
        "والحكومة معا",
        "حكم المباراة",
        "الحكم",
    ];
    check_complete(&texts, "حكوم*", &[0, 1, 2]);
    check_complete(&texts, "الحكوم*", &[0, 1, 2]);
}

#[test]
fn a_word_being_typed_is_a_beginning_on_both_sides_of_its_article() {
    let texts = [
        "في الحوار فائدة",
        "حوار طويل",
        "والحوار",
        "حوض الماء",
        "الباب",
    ];
    check_typing(&texts, "حوا", &[0, 1, 2]);
    check_typing(&texts, "الحوا", &[0, 1, 2]);
    check_typing(&texts, "الحو", &[0, 1, 2, 3]);
    check_typing(&texts, "حو", &[0, 1, 2, 3]);
}

#[test]
fn only_the_last_word_is_being_typed() {
    let texts = ["حوار طويل", "حوار طيب", "حوض طويل"];
    check_typing(&texts, "حوار ط", &[0, 1]);
    check_typing(&texts, "حو ط", &[]);
    check_typing(&texts, "حو طويل ", &[]);
}

#[test]
fn the_whole_word_stands_before_what_it_begins() {
    let searcher = of(&["بابل القديمة", "باب القديمة"]);
    let hits = ask(&searcher, "باب", true, Forms::All).hits;
    assert_eq!(hits.first().map(|hit| hit.doc), Some(1));
}

#[test]
fn an_equals_sign_finds_one_spelling_alone() {
    check_complete(&NEWS, "=أميركا", &[4]);
    check_complete(&NEWS, "أميركا", &[4, 5]);
    check_complete(&NEWS, "=اميركا", &[]);
}

#[test]
fn an_exact_word_is_found_under_its_harakat_and_tatweel() {
    check_complete(&["أَمْرِيـكا الجنوبية"], "=أمريكا", &[0]);
}

#[test]
fn one_setting_makes_all_words_narrower() {
    let searcher = of(&["عن أمريكا", "عن الأمريكا", "عن أميركا", "عن امريكا"]);
    let found = |forms| {
        let hits = ask(&searcher, "أمريكا", false, forms).hits;
        sorted(hits.iter().map(|hit| hit.doc).collect())
    };
    assert_eq!(found(Forms::All), [0, 1, 2, 3]);
    assert_eq!(found(Forms::Word), [0, 1, 3]);
    assert_eq!(found(Forms::Exact), [0]);
}

#[test]
fn a_title_is_searched_alone_where_that_is_asked() {
    let searcher = indexed(&[&[
        (0, "عيد الزيتون", "في القرية"),
        (1, "عيد القرية", "عن الزيتون"),
    ]]);
    assert_eq!(complete(&searcher, "عنوان:زيتون"), [0]);
    assert_eq!(complete(&searcher, "title:القرية"), [1]);
    assert_eq!(complete(&searcher, "عنوان:\"عيد القرية\""), [1]);
    assert_eq!(sorted(complete(&searcher, "-عنوان:زيتون")), [1]);
    assert_eq!(complete(&searcher, "القرية عنوان:زيت*"), [0]);
}

#[test]
fn only_what_the_caller_keeps_is_found() {
    let searcher = of(&NEWS);
    let query = Query::parse("المدينة", false);
    let answer = searcher
        .search(&query, Forms::All, &|doc| doc % 2 == 1, &Stop::default())
        .expect("answered");
    assert_eq!(
        sorted(answer.hits.iter().map(|hit| hit.doc).collect()),
        [1, 3]
    );
}

#[test]
fn forms_are_counted_over_what_was_found() {
    let searcher = of(&[
        "أمريكا والبحر",
        "أميركا والبحر",
        "وأمريكا بعيدة",
        "أمريكا والجبل",
    ]);
    let counted = |query: &str| -> Vec<(String, usize, FormKind)> {
        let answer = ask(&searcher, query, false, Forms::All);
        let forms = answer.words.first().map_or(&[][..], |word| &word.forms);
        forms
            .iter()
            .map(|f| (f.spelling.to_string(), f.articles, f.kind))
            .collect()
    };
    let form = |spelling: &str, articles, kind| (spelling.to_owned(), articles, kind);
    let whole = [
        form("أمريكا", 2, FormKind::Spelling),
        form("أميركا", 1, FormKind::Spelling),
        form("وأمريكا", 1, FormKind::Attached),
    ];
    assert_eq!(counted("أمريكا"), whole);
    let narrowed = [
        form("أمريكا", 1, FormKind::Spelling),
        form("أميركا", 1, FormKind::Spelling),
    ];
    assert_eq!(counted("أمريكا البحر"), narrowed);
}
