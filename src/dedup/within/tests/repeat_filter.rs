//! Equal words that are new where they stand, and some that are not, in; what is folded out.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

use super::{CHESS, COST, CRANES, HARBOUR, SOLAR, check, check_nothing, fold_text};

/// Two lists have a line in common, and each has lines of its own: the second line is not the first one again.
#[test]
fn one_line_of_two_lists() {
    let same = "- شاشة قياس ست بوصات ونصف مع طبقة واقية";
    let first =
        format!("{HARBOUR} {COST}\n{CRANES}\nالهاتف الأول:\n- لون أزرق\n{same}\n- ذاكرة كبيرة");
    let second = format!("الهاتف الثاني:\n- لون أخضر\n{same}\n- ذاكرة صغيرة");
    check_nothing(&format!("{first}\n{second}"));
}

#[test]
fn a_question_asked_again() {
    let asked = "وما الكتاب الذي تنصح به القراء الشباب هذا العام؟";
    check_nothing(&format!("{asked}\n{SOLAR}\n{asked}\n{CHESS}"));
}

#[test]
fn a_refrain() {
    let refrain = "يا ليل طل علينا وخل القمر يسهر معنا";
    let verses = [HARBOUR, COST, CRANES, CHESS].join(&format!("\n{refrain}\n"));
    check_nothing(&format!("{refrain}\n{verses}\n{refrain}"));
}

/// The poem ends with its title, and that is a verse.
#[test]
fn a_title_that_is_a_verse() {
    let verses =
        "نامت عيون الدار\nوالنجم فوق السطح\nيا ليل يا سمار\nهاتوا لنا من بوح\nمر النسيم العليل";
    let text = format!("{verses}\nليلة في الدار\nوغفا على الجمار");
    let folds = fold_text(Some("ليلة في الدار"), &text);
    assert_eq!(folds.repeated_words, 0);
}

#[test]
fn a_link_that_ends_with_the_title() {
    let title = "توسعة رصيف الميناء القديم هذا العام";
    for text in [
        format!("{HARBOUR}\nرابط الخبر: {title}"),
        format!("{COST}\n{HARBOUR} رابط الخبر بصحيفة المرسى: {title}"),
    ] {
        let folds = fold_text(Some(title), &text);
        let [fold] = &folds.paragraphs[1][..] else {
            panic!("{folds:?}");
        };
        assert_eq!(&text[fold.bytes.clone()], title);
    }
}

/// The number belongs to the step that follows.
#[test]
fn the_number_of_the_next_step() {
    let first = "افتح قائمة الإعدادات ثم اضغط على اسم الجهاز الذي تريد إزالته.";
    let text = format!("1. {first} 2. {SOLAR}\n{CHESS}\n1. {first} 2. {CRANES}");
    let folds = fold_text(None, &text);
    let folded: Vec<&str> = folds.paragraphs[2]
        .iter()
        .map(|f| &text[f.bytes.clone()])
        .collect();
    assert!(
        folded.iter().all(|f| !f.trim_end().ends_with("2.")),
        "{folded:?}"
    );
}

#[test]
fn an_article_that_is_only_its_title() {
    let folds = fold_text(Some(HARBOUR), HARBOUR);
    assert_eq!(folds.repeated_words, 0);
}

/// One label and one sentence below it, of another thing.
#[test]
fn a_label_and_what_follows_it() {
    let dose = "الجرعة المعتادة:\nقرص واحد كل يوم بعد الطعام ولا تزيد على ثلاثة أقراص.";
    check_nothing(&format!("{HARBOUR}\n{dose}\n{CHESS}\n{dose}\n{SOLAR}"));
}

#[test]
fn a_line_that_announces() {
    let line = "وأضاف المتحدث باسم هيئة الموانئ في تصريح صحافي أمس:";
    check_nothing(&format!("{line}\n{HARBOUR}\n{line}\n{SOLAR}"));
}

/// The title is what somebody said; where it is said, the sentence is new.
#[test]
fn a_quote_for_a_title() {
    let title = "لن نترك قرية واحدة بلا مكتبة";
    let folds = fold_text(
        Some(title),
        &format!("{HARBOUR} وقال المدير في الختام: «{title}».\n{COST}"),
    );
    assert_eq!(folds.repeated_words, 0);
}

#[test]
fn a_title_with_the_name_of_its_outlet() {
    let title = "توسعة ميناء المدينة القديم - صحيفة المرسى";
    let folds = fold_text(
        Some(title),
        &format!("توسعة ميناء المدينة القديم\n{HARBOUR}"),
    );
    assert_eq!(folds.repeated_words, 4);
}

/// Two numbers side by side and a variant spelling stand in the byline, as in the copy.
#[test]
fn strung_together_with_a_date() {
    let lines = format!("{HARBOUR}\n# الماسة السورية 12 نيسان 2015 10:30\n{COST}\n{CRANES}");
    let flat = format!("{HARBOUR} # الماسة السورية 12 نيسان 2015 10:30 {COST} {CRANES}");
    check(&format!("{lines}\n{flat}"), &[(4, &flat, &lines)]);
}
