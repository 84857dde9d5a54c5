//! Which of two documents stands first.

use super::*;

#[test]
fn the_word_itself_stands_before_other_forms_and_those_before_what_is_akin() {
    let texts = [
        "زار الوفد المتحف الجامعي صباحا",
        "زار الوفد متحف الجامعات صباحا",
        "زار الوفد متحف الجامعة صباحا",
        "زار الوفد متحف المدينة صباحا",
    ];
    check_ranked(&texts, "جامعة الوفد", &[2, 1, 0, 3]);
}

#[test]
fn the_word_itself_stands_before_another_accepted_spelling() {
    let texts = ["فاز فريق من أميركا بالسباق", "فاز فريق من أمريكا بالسباق"];
    check_ranked(&texts, "أمريكا", &[1, 0]);
    check_ranked(&texts, "أميركا", &[0, 1]);
}

#[test]
fn another_spelling_stands_before_another_number() {
    let texts = [
        "زارت الإنجليزيات المتحف",
        "زار إنكليزي المتحف",
        "زار إنجليزي المتحف",
        "زار الإنجليزي المتحف",
    ];
    check_ranked(&texts, "إنجليزي", &[2, 3, 1, 0]);
}

#[test]
fn what_is_only_akin_is_no_complete_answer() {
    let texts = ["متحف جامعي", "متحف الجامعات", "متحف الجامعة"];
    check_complete(&texts, "جامعة", &[1, 2]);
}

#[test]
fn what_clings_before_a_word_does_not_change_it() {
    let texts = [
        "رأى الوزير البحر",
        "قال للوزير شيئا",
        "جاء وزير الزراعة",
        "سمع بالوزير والسفير",
    ];
    check_complete(&texts, "وزير", &[0, 1, 2, 3]);
    check_complete(&texts, "الوزير", &[0, 1, 2, 3]);
}

#[test]
fn haste_in_hamza_ya_and_ta_marbuta_finds_the_same() {
    let texts = ["افتتحت المكتبة الأولى", "في مستشفى القرية"];
    check_complete(&texts, "المكتبه الاولي", &[0]);
    check_complete(&texts, "مستشفي", &[1]);
}

#[test]
fn digits_of_either_script_are_the_same_number() {
    let texts = ["موسم ٢٠١٥ للزيتون", "موسم 2015 للعنب", "موسم 2016 للتين"];
    check_complete(&texts, "2015", &[0, 1]);
    check_complete(&texts, "٢٠١٥", &[0, 1]);
}

#[test]
fn a_word_in_the_title_counts_more() {
    let batch: Batch = &[
        (0, "أخبار القرية", "ازدهر الزيتون هذا العام"),
        (1, "أخبار الزيتون", "ازدهر الحقل هذا العام"),
    ];
    assert_eq!(ranked(&indexed(&[batch]), "الزيتون"), [1, 0]);
}

#[test]
fn words_that_stand_together_count_more() {
    let texts = [
        "السوق بعيد عن القرية وفيه دكان يبيع العسل للناس",
        "سوق العسل بعيد عن القرية وفيه دكان يخدم الناس",
    ];
    check_ranked(&texts, "سوق العسل", &[1, 0]);
}

#[test]
fn the_order_of_the_query_counts_among_neighbours() {
    let texts = ["العسل سوق في القرية القديمة", "سوق العسل في القرية القديمة"];
    check_ranked(&texts, "سوق العسل", &[1, 0]);
}

#[test]
fn a_rare_word_counts_more_than_a_frequent_one() {
    let texts = [
        "حديقة جميلة",
        "حديقة كبيرة",
        "حديقة بعيدة",
        "نافورة جميلة",
        "شارع طويل",
    ];
    check_ranked(&texts, "حديقة نافورة", &[3, 0, 1, 2]);
}

#[test]
fn a_short_text_stands_before_a_long_one() {
    let long = format!("الزيتون {}", "كلام عادي عن القرية ".repeat(40));
    check_ranked(&[&long, "الزيتون كلام عادي"], "الزيتون", &[1, 0]);
}

#[test]
fn complete_answers_are_marked_however_often_a_word_is_repeated_elsewhere() {
    let texts = ["نافورة نافورة نافورة نافورة", "بلدية المدينة ترمم نافورة"];
    let searcher = of(&texts);
    assert_eq!(complete(&searcher, "نافورة بلدية"), [1]);
    assert_eq!(ranked(&searcher, "نافورة بلدية"), [1, 0]);
}

#[test]
fn where_no_document_has_all_words_none_is_complete_but_all_are_found() {
    let searcher = of(&["نافورة قديمة", "بلدية جديدة"]);
    assert_eq!(complete(&searcher, "نافورة بلدية"), [0_u32; 0]);
    assert_eq!(sorted(ranked(&searcher, "نافورة بلدية")), [0, 1]);
}

#[test]
fn a_slip_of_one_letter_finds_what_was_meant() {
    let texts = [
        "افتتح المعرض في القاهرة",
        "بدأ السباق في عمان",
        "وصلت السفينة إلى الميناء",
        "ازدهر الزيتون في القرية",
        "عاد الصيادون إلى البحر",
    ];
    check_ranked(&texts, "القاهرت", &[0]);
    check_ranked(&texts, "المعررض", &[0]);
    check_ranked(&texts, "السفنية", &[2]);
}

#[test]
fn a_slip_finds_a_word_that_is_everywhere() {
    let texts = ["افتتح المعرض في القاهرة", "افتتح المعرض في عمان"];
    check_ranked(&texts, "المعررض", &[0, 1]);
}

#[test]
fn nothing_is_found_where_nothing_is_like_it() {
    check_ranked(&["افتتح المعرض"], "زرافة", &[]);
    check_ranked(&["افتتح المعرض"], "xylophone", &[]);
}

#[test]
fn latin_words_are_found_in_either_case() {
    check_complete(&["شركة Marjan Café تعلن", "شركة أخرى"], "marjan café", &[0]);
}

#[test]
fn particles_are_left_out_of_a_query_that_says_more() {
    check_complete(&["سافر إلى القرية", "سافر القرية"], "إلى القرية", &[0, 1]);
}

#[test]
fn particles_alone_are_still_found() {
    check_complete(&["سافر إلى القرية", "سافر القرية"], "إلى", &[0]);
    check_complete(&["الذي قال هذا", "قال ذلك"], "الذي هذا", &[0]);
}
