//! Articles that say a sentence again with a change in, what is marked out.

use super::{COST, CRANES, HARBOUR, RepeatOrigin, fold_text};
use crate::dedup::{Change, Folds, NearRepeat};

/// What changed: `~new(old)`, `+new`, `-(old)`, a sentence a line.
fn changes(title: Option<&str>, text: &str) -> String {
    let folds = fold_text(title, text);
    let lines = folds.near.iter().map(|near| {
        let earlier = match near.of_in {
            RepeatOrigin::Text => text,
            RepeatOrigin::Title => title.unwrap_or(""),
        };
        let marks = near.edits.iter().filter_map(|edit| {
            let (new, old) = (&text[edit.here.clone()], &earlier[edit.there.clone()]);
            match edit.change {
                Change::Equal => None,
                Change::Replace => Some(format!("~{new}({old})")),
                Change::Insert => Some(format!("+{new}")),
                Change::Delete => Some(format!("-({old})")),
            }
        });
        marks.collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(again: &str, expected: &str) {
    let text = format!("{HARBOUR} {COST}\n{CRANES}\n{again}");
    assert_eq!(changes(None, &text), expected);
}

#[test]
fn another_number() {
    check(&COST.replace("40", "45"), "~45(40)");
}

#[test]
fn another_name() {
    check(&HARBOUR.replace("الشرقي", "الغربي"), "~الغربي(الشرقي)");
}

#[test]
fn a_negation() {
    check(&COST.replace("ستكلف", "لن تكلف"), "~لن تكلف(ستكلف)");
    check(&COST.replace("إن الأعمال", "إن الأعمال لا"), "+لا");
}

#[test]
fn a_word_less() {
    check(&CRANES.replace("جديدة ", ""), "-(جديدة)");
}

#[test]
fn changes_at_both_ends() {
    let again = CRANES
        .replace("وتشمل", "وتضم")
        .replace("الكبيرة", "الصغيرة");
    check(&again, "~وتضم(وتشمل) ~الصغيرة(الكبيرة)");
}

#[test]
fn two_sentences_go_on_as_one() {
    let again = format!("{HARBOUR} {COST}")
        .replace("أعمال", "اعمال")
        .replace("القديم", "الجديد")
        .replace("18", "٢٠");
    check(&again, "~الجديد(القديم) ~٢٠(18)");
}

#[test]
fn what_is_too_different_is_new() {
    check(
        "وتشمل الزيارة لقاء مع أربع فرق جديدة وعرضا للكتب الكبيرة.",
        "",
    );
    check("فازت المدينة بالمركز الأول.", "");
}

/// Filled in anew each time, it is a form.
#[test]
fn a_form() {
    let line = |name: &str, age: &str| {
        format!("ويشارك في البطولة من النادي اللاعب {name} وعمره {age} عاما في الفئة الثانية.")
    };
    let players = [
        ("سامي", "18"),
        ("نبيل", "21"),
        ("طارق", "19"),
        ("هاني", "25"),
    ];
    let text = players.map(|(name, age)| line(name, age)).join("\n");
    assert_eq!(changes(None, &text), "");
    let two = [line("سامي", "18"), line("نبيل", "21")].join("\n");
    assert_eq!(changes(None, &two), "~نبيل(سامي) ~21(18)");
}

/// Told again and again with another sum, each time is marked.
#[test]
fn a_story_that_goes_on() {
    let toll = |sum: &str| COST.replace("40", sum);
    let text = [
        COST,
        CRANES,
        &toll("45"),
        "وهطل المطر على المدينة مساء أمس ثم صفا الجو.",
        &toll("50"),
        "وعاد الصيادون إلى الميناء قبل غروب الشمس بقليل.",
        &toll("55"),
    ]
    .join("\n");
    assert_eq!(changes(None, &text), "~45(40)\n~50(40)\n~55(40)");
}

#[test]
fn an_insertion_at_the_start_stays_in_its_text() {
    let title = "عنوان طويل لا شأن له بما يقال في النص الذي يليه";
    let text = format!("{CRANES}\n{HARBOUR}\nثم {CRANES}");
    let folds = fold_text(Some(title), &text);
    for near in &folds.near {
        assert!(
            near.edits
                .iter()
                .all(|edit| edit.there.start >= near.of.start && edit.there.end <= near.of.end)
        );
    }
}

#[test]
fn the_title_with_a_word_more() {
    let title = "توسعة ميناء المدينة القديم";
    let text = format!("توسعة رصيف ميناء المدينة القديم\n{HARBOUR}");
    assert_eq!(changes(Some(title), &text), "+رصيف");
}

/// The best earlier place is one sentence, not parts of two that stand side by side.
#[test]
fn copies_side_by_side_do_not_add_up() {
    let first = HARBOUR.replace("الشرقي", "الجنوبي");
    let text = format!(
        "{HARBOUR}\n{COST}\n{CRANES} {first}\n{}",
        HARBOUR.replace("صباح", "مساء")
    );
    assert_eq!(changes(None, &text), "~الجنوبي(الشرقي)\n~مساء(صباح)");
}

#[test]
fn the_other_sentences_of_the_paragraph_fold() {
    let again = format!("{HARBOUR} {} {CRANES}", COST.replace("40", "45"));
    let text = format!("{HARBOUR} {COST} {CRANES}\n{again}");
    let Folds {
        paragraphs, near, ..
    } = fold_text(None, &text);
    assert_eq!(paragraphs[1].len(), 2);
    let [NearRepeat { bytes, of, .. }] = &near[..] else {
        panic!("{near:?}");
    };
    assert_eq!(&text[bytes.clone()], COST.replace("40", "45"));
    assert_eq!(&text[of.clone()], COST);
}
