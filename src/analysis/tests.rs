//! Words in, their forms out: which meet and which must not, in a small vocabulary and in none.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

/// How many articles hold each spelling.
#[derive(Default)]
struct Counted(HashMap<CompactString, (u32, u32)>);

impl Vocabulary for Counted {
    fn count(&self, folded: &str) -> u32 {
        self.0.get(folded).map_or(0, |n| n.0)
    }

    fn with_hamza(&self, folded: &str) -> u32 {
        self.0.get(folded).map_or(0, |n| n.1)
    }
}

/// `وزير 35 الوزير 6`: spellings, each with how many articles hold it.
fn counted(words: &str) -> Counted {
    let mut out = Counted::default();
    let all: Vec<&str> = words.split_whitespace().collect();
    for pair in all.chunks(2) {
        let count: u32 = pair[1].parse().expect("a number");
        let entry = out.0.entry(letters::folded(pair[0])).or_default();
        entry.0 += count;
        if pair[0].starts_with(['أ', 'إ', 'آ']) {
            entry.1 += count;
        }
    }
    out
}

/// A vocabulary as a year of news has it.
fn news() -> Counted {
    counted(
        "وزير 350 الوزير 60 ووزير 33 زير 1 ميناء 80 الميناء 70 وبالميناء 2 فكرة 78 الفكرة 38 كرة 93 الكرة 80 بالكرة 8 \
         باريس 40 لباريس 3 كلب 23 الكلب 16 لب 28 اللب 7 سكان 76 السكان 90 كان 757 ان 250 الله 649 والله 36 له 602 لقاء 81 اللقاء 104 للقاء 15 \
         لبنان 42 بلبنان 3 بنان 2 ألمانيا 49 المانيا 7 مانيا 1 التزام 30 الالتزام 20 تزام 1 الوان 4 ألوان 20 وان 3 \
         يعلن 30 سيعلن 8 سيارة 77 السيارة 39 سيارات 47 السيارات 80 سيارته 14 سيارتها 2 سياره 1 يارة 2 \
         كتاب 59 الكتاب 44 كتابها 2 كتابة 20 الكتابة 25 كتابات 4 قرار 60 القرار 50 قراره 6 قراراتهم 1 قرارات 40 القرارات 30 \
         ايران 20 إيران 126 اير 3 مليون 288 ملي 2 شعب 25 الشعب 138 شعبان 10 شعبين 4 الشعبين 5 وزيرين 2 الوزيرين 2 الوزيران 2 \
         مهندس 20 المهندس 9 مهندسون 3 مهندسين 12 المهندسين 8 سوريا 109 سوري 30 السوري 60 سورية 37 السورية 64 \
         كوب 40 الكوب 9 كوبا 16 لكوبا 5 بكوبا 2 لاعب 106 اللاعب 125 لاعبا 28 لاعبين 40 اللاعبين 144 للاعبين 28 اللاعبون 30 \
         مستوى 290 المستوى 100 مستواها 5 مدرسة 40 المدرسة 30 مدرسه 2 مدرس 9 المدرس 6 دولة 167 الدولة 205 دولتين 2 دولتان 1 \
         وقت 299 الوقت 367 وقتين 1 الوقتين 5 وق 1 car 9 cars 5 country 4 countries 3 bus 2 glass 3 glas 1",
    )
}

#[track_caller]
fn check_surface(spelling: &str, expected: &str) {
    assert_eq!(
        WordKeys::of(spelling, &news()).surface,
        expected,
        "{spelling}"
    );
}

#[test]
fn what_clings_goes_where_the_rest_is_a_word() {
    for word in [
        "وزير",
        "الوزير",
        "ووزير",
        "للوزير",
        "والوزير",
        "بالوزير",
        "لوزير",
        "وللوزير",
        "كالوزير",
    ] {
        check_surface(word, "وزير");
    }
    check_surface("وبالميناء", "ميناء");
    check_surface("بلبنان", "لبنان");
    check_surface("سيعلن", "يعلن");
    check_surface("للقاء", "لقاء");
    check_surface("للاعبين", "لاعبين");
    check_surface("بكرة", "كره");
}

#[test]
fn letters_of_the_word_stay() {
    for word in [
        "باريس",
        "لبنان",
        "وزير",
        "فكرة",
        "كلب",
        "سكان",
        "سيارة",
        "كان",
        "الذي",
        "الله",
        "ألمانيا",
        "المانيا",
    ] {
        check_surface(word, &letters::folded(word));
    }
    check_surface("والله", "الله");
    check_surface("وألمانيا", "المانيا");
    check_surface("وألوان", "الوان");
    check_surface("الالتزام", "التزام");
    check_surface("التزام", "التزام");
}

#[track_caller]
fn check_meet(a: &str, b: &str, vocabulary: &Counted) {
    let (x, y) = (WordKeys::of(a, vocabulary), WordKeys::of(b, vocabulary));
    assert_eq!(x.inflection, y.inflection, "{a} and {b}");
}

#[track_caller]
fn check_apart(a: &str, b: &str, vocabulary: &Counted) {
    let (x, y) = (WordKeys::of(a, vocabulary), WordKeys::of(b, vocabulary));
    assert_ne!(x.inflection, y.inflection, "{a} and {b}");
}

#[test]
fn inflections_of_a_word_meet() {
    for (a, b) in [
        ("وزير", "الوزيرين"),
        ("وزير", "وللوزيرين"),
        ("مهندس", "المهندسون"),
        ("مهندسون", "مهندسين"),
        ("سيارة", "سيارات"),
        ("السيارات", "سيارتها"),
        ("سيارة", "سيارته"),
        ("كتاب", "كتابها"),
        ("قرار", "قراره"),
        ("قرار", "قراراتهم"),
        ("كتابة", "كتابات"),
        ("لاعب", "لاعبا"),
        ("مستوى", "مستواها"),
        ("دولة", "دولتين"),
        ("وقت", "الوقتين"),
        ("car", "cars"),
        ("country", "countries"),
    ] {
        check_meet(a, b, &news());
    }
}

#[test]
fn words_that_only_look_so_stay_apart() {
    for (a, b) in [
        ("إيران", "اير"),
        ("مليون", "ملي"),
        ("شعبان", "شعب"),
        ("سوريا", "سوري"),
        ("سوريا", "السوري"),
        ("كوبا", "كوب"),
        ("كتاب", "كتابة"),
        ("كتابات", "كتاب"),
        ("مدرسه", "مدرس"),
        ("glass", "glas"),
        ("دولتين", "وقتين"),
    ] {
        check_apart(a, b, &news());
    }
}

#[test]
fn three_articles_are_enough() {
    check_meet("وزير", "للوزير", &counted("للوزير 1 قال 2"));
    check_meet("وزير", "والوزير", &counted("والوزير 1"));
    check_meet("وزير", "الوزيرين", &counted("الوزيرين 1"));
    check_meet("وزير", "ووزير", &counted("ووزير 1 زير 1"));
    check_meet("وزير", "وللوزير", &counted("وللوزير 1"));
    check_meet("وزير", "لوزير", &counted("لوزير 1"));
    check_apart("فكرة", "كرة", &counted("فكرة 1 كرة 1"));
    check_apart("وزير", "زير", &counted("وزير 1 زير 1"));
}

#[test]
fn spellings_of_a_name_share_inflections() {
    check_meet(
        "أميركي",
        "الأمريكيين",
        &counted("أميركي 5 أمريكي 6 الأمريكيين 3 الأمريكيون 2"),
    );
}

#[test]
fn nothing_arabic_clings_to_foreign_letters() {
    let persian = counted("لپتاپ 1 پتاپ 1 بچه 3 چه 9 کتاب 3 کتابها 2");
    assert_eq!(WordKeys::of("لپتاپ", &persian).surface, "لبتاب");
    assert_eq!(WordKeys::of("بچه", &persian).surface, "بجه");
    check_meet("کتاب", "کتابها", &persian);
    check_meet("کتاب", "کتابهای", &persian);
}

#[test]
fn hebrew_words_cling_where_the_rest_is_known() {
    let hebrew = counted("ממשלה 5 הממשלה 9 והממשלה 1 הגיע 3 ספרים 2 ספר 4");
    for word in ["הממשלה", "והממשלה"] {
        assert_eq!(WordKeys::of(word, &hebrew).surface, "ממשלה", "{word}");
    }
    assert_eq!(WordKeys::of("הגיע", &hebrew).surface, "הגיע");
    check_meet("ספר", "ספרים", &hebrew);
}

#[track_caller]
fn check_words(text: &str, expected: &str) {
    let mut all = Vec::new();
    words(text, |_, spelling| {
        all.push(letters::folded(spelling).to_string());
    });
    assert_eq!(all.join("|"), expected, "{text}");
}

#[test]
fn texts_fall_into_words() {
    check_words("#ميناء_جدة: ١٬٥٠٠ سفينة", "ميناء|جده|1500|سفينه");
    check_words("2015-09-30 و3.5%", "2015|09|30|و|3.5");
    check_words("१२ １２ ۱۲", "12|12|12");
    check_words("الـمـيـنـاء مَرْكَبٌ ﻣﻴﻨﺎء", "الميناء|مركب|ميناء");
    check_words("l'été qu'il", "l|ete|qu|il");
}

#[test]
fn of_urls_only_the_host_is_searched() {
    check_words(
        "انظر https://example.com/a/b?c=d#e ثم عد",
        "انظر|https|example|com|ثم|عد",
    );
    check_words("www.example.com/path نعم", "www|example|com|نعم");
    check_words("http:// نعم", "http|نعم");
    check_words("https://example.com", "https|example|com");
}

#[test]
fn letters_fold() {
    for (spelling, folded) in [
        ("أإآٱ", "اااا"),
        ("مسؤول هيئة مستشفى", "مسءول هيءه مستشفي"),
        ("پاکستان گروه چای", "باكستان كروه جاي"),
        ("ڤيتامين", "فيتامين"),
        ("Éa", "Éa"),
        ("ñandú", "nandu"),
        ("1,500.5", "1500.5"),
        ("٣٫٥", "3.5"),
    ] {
        assert_eq!(letters::folded(spelling), folded);
    }
}

proptest! {
    #[test]
    fn keys_are_never_empty_and_always_the_same(word in "[ابتسفكلمنهويةىئؤأإ]{1,12}|\\PC{1,12}") {
        for vocabulary in [news(), Counted::default()] {
            let keys = WordKeys::of(&word, &vocabulary);
            prop_assert_eq!(&keys, &WordKeys::of(&word, &vocabulary));
            for key in [&keys.surface, &keys.inflection, &keys.stem, &keys.sound, &keys.root] {
                prop_assert!(!key.is_empty(), "{}: {:?}", word, keys);
            }
            prop_assert!(letters::folded(&word).ends_with(keys.surface.as_str()));
        }
    }

    #[test]
    fn folding_twice_is_folding_once_and_keeps_places(word in "\\PC{0,20}") {
        let once = letters::folded(&word);
        prop_assert_eq!(letters::folded(&once), once.clone());
        if !word.contains([',', '٬']) {
            prop_assert_eq!(once.chars().count(), word.chars().count());
        }
    }

    #[test]
    fn words_are_in_order_and_on_char_borders(text in "[a-z0-9ابجد :/?#._-]{0,60}|\\PC{0,60}|(www\\.|://|[ا-ي/ ]){0,20}") {
        let mut last = 0;
        words(&text, |range, spelling| {
            assert!(last <= range.start && range.start < range.end && !spelling.is_empty());
            assert!(text.get(range.clone()).is_some());
            last = range.end;
        });
    }

    #[test]
    fn being_alike_is_mutual(a in "[ابتشسفكلمنهويغج]{1,10}", b in "[ابتشسفكلمنهويغج]{1,10}") {
        prop_assert_eq!(spellings::alike(&a, &b), spellings::alike(&b, &a));
    }
}

#[test]
fn one_foreign_name_in_two_spellings_is_alike() {
    for (a, b) in [
        ("مانشستر", "مانشيستر"),
        ("تيلغراف", "تلغراف"),
        ("سندربرغ", "سندربرج"),
        ("تشرنبرك", "شرنبرك"),
        ("لاجء", "لاجيء"),
    ] {
        assert!(spellings::alike(a, b), "{a} {b}");
    }
}

#[test]
fn native_words_are_not_alike() {
    for (a, b) in [
        ("عملات", "عمليات"),
        ("محمد", "محمود"),
        ("عنصر", "عناصر"),
        ("برميل", "براميل"),
        ("يستعيد", "يستعد"),
        ("شركات", "شراكات"),
        ("بلدين", "بلدان"),
        ("برتقالي", "برتغالي"),
        ("اصطدم", "اصطدام"),
        ("رغبته", "ركبته"),
        ("فرنسا", "فرنسوا"),
    ] {
        assert!(!spellings::alike(a, b), "{a} {b}");
    }
}

#[test]
fn the_table_knows_names_and_what_goes_on_from_them() {
    let variants = |word: &str| spellings::variants(word);
    assert!(variants("اميركا").contains(&"امريكا".into()));
    assert!(variants("اميركيين").contains(&"امريكيين".into()));
    assert!(variants("لله").contains(&"الله".into()));
    assert!(variants("ندوه").is_empty());
    assert!(variants("سوريا").contains(&"سوريه".into()));
}

proptest! {
    #[test]
    fn a_word_is_folded_where_folding_changes_nothing(word in "[a-zéİ\\p{Arabic}0-9٠-٩,٬٫.]{1,8}") {
        prop_assert_eq!(letters::is_folded(&word), letters::folded(&word) == word);
    }
}
