//! Key strings in, what of an article repeats and where it stood out: folds, near repeats, the way to the
//! earlier words and back.

use std::sync::{Arc, LazyLock};

use fihrist::app::page::Row;
use fihrist::app::repeat_notes;
use fihrist::library::{self, Library};
use fihrist::words::Words;

use super::driver::Driver;
use crate::support::Scratch;

const HARVEST: &str =
    "بدأ مزارعو وادي السنديان صباح أمس قطاف الزيتون في نحو 400 بستان على جانبي النهر.";
const PRESS: &str =
    "وقالت مديرة المعصرة هدى الخولي إن الموسم هذا العام أفضل من سابقه بفضل أمطار الخريف.";
const PRICES: &str = "ويتوقع التجار أن يباع اللتر بسعر 9 دنانير في الأسابيع الأولى من الموسم.";
const FILLER: &str =
    "ويذهب الأطفال بعد المدرسة إلى البساتين ليساعدوا أهلهم في جمع الحبات التي تسقط على الأرض.";

/// A body, other text, the body again with another number in one sentence, and its first paragraph alone.
fn olives() -> String {
    let changed = PRICES.replace('9', "11");
    let filler = [
        FILLER,
        "ثم تغني الجدات عند الغروب أغاني القطاف القديمة كما كن يفعلن منذ سنين طويلة.",
    ]
    .join("\n");
    format!(
        "قطاف الزيتون في وادي السنديان\n{HARVEST}\n{PRESS} {PRICES}\n{filler}\n{PRESS} {changed}\n{HARVEST}\n"
    )
}

/// That article alone, loaded once from a file that is gone by then.
pub(crate) fn library() -> Arc<Library> {
    static CORPUS: LazyLock<(Scratch, Arc<Library>)> = LazyLock::new(|| {
        let corpus = Scratch::with(&[("olives.txt", &olives())]);
        let library = library::open(&[corpus.path().to_owned()]).unwrap();
        (corpus, library)
    });
    Arc::clone(&CORPUS.1)
}

fn reading(size: (u16, u16), keys: &str) -> Driver {
    let mut driver = Driver::new(&library(), size);
    driver.press("<enter>").press(keys);
    driver
}

fn text(driver: &Driver, bytes: &std::ops::Range<usize>) -> String {
    let text = &driver.reader().entry.article.text;
    text.get(bytes.clone()).unwrap().to_owned()
}

#[test]
fn another_number_stays_in_sight_and_is_marked() {
    let driver = reading((80, 40), "");
    let reader = driver.reader();
    let changed: Vec<String> = reader.changed.iter().map(|c| text(&driver, c)).collect();
    assert_eq!(changed, ["11"]);
    let at = reader.changed[0].start;
    // The line that says what it is, and below it the words themselves.
    let row = driver.row_of(at).unwrap();
    let rows: Vec<Row> = reader.page.rows().skip(row).take(2).collect();
    let [Row::Near { near, .. }, Row::Text { .. }] = &rows[..] else {
        panic!("{rows:?}");
    };
    let (note, before) = repeat_notes::changes(&reader.entry, near.clone());
    let label = Words::ENGLISH.say(&note);
    assert!(label.starts_with('≈'), "{label}");
    assert_eq!(before, ["9"]);
}

#[test]
fn p_goes_to_the_earlier_words_and_ctrl_o_comes_back() {
    for key in ["p", "ح"] {
        let mut driver = reading((80, 12), "G");
        let from = driver.place();
        assert_ne!(from, "reader 0");
        driver.press(key);
        let reader = driver.reader();
        let [earlier] = &reader.earlier[..] else {
            panic!("{:?}", reader.earlier);
        };
        assert!([HARVEST, PRESS].contains(&text(&driver, earlier).as_str()));
        let row = driver.row_of(earlier.start).unwrap();
        assert!(driver.view().contains(&row) && driver.place() != from);
        assert_eq!(driver.press("<ctrl-o>").place(), from);
    }
}

#[test]
fn what_is_open_stays_open_on_the_way_there_and_back() {
    let mut driver = reading((80, 12), "GE");
    let open = driver.folds();
    assert!(open.iter().all(|open| *open));
    assert_eq!(driver.press("p").folds(), open);
    assert_eq!(driver.press("<ctrl-o>").folds(), open);
}

#[test]
fn where_nothing_repeats_p_says_so() {
    let mut driver = reading((80, 12), "");
    assert!(driver.press("p").says("repeats"));
    assert_eq!(driver.place(), "reader 0");
}

#[test]
fn enter_opens_the_fold_in_view() {
    let mut driver = reading((80, 40), "");
    let closed = driver.folds();
    let open = driver.press("<enter>").folds();
    assert_eq!(open.iter().filter(|open| **open).count(), 1, "{closed:?}");
}

#[test]
fn a_fold_counts_the_matches_it_hides() {
    let mut driver = Driver::new(&library(), (80, 40));
    driver.press("/بستان<enter>").press("<enter>");
    let reader = driver.reader();
    let hidden: Vec<usize> = (0..reader.page.fold_count())
        .map(|f| reader.hits_in(f))
        .collect();
    assert_eq!(hidden.iter().sum::<usize>(), 1, "{hidden:?}");
    assert_eq!(reader.hits.len(), 2);
    // The second match stands in the fold, and going to it opens that.
    driver.press("nn");
    assert!(driver.folds().contains(&true));
}

#[test]
fn the_head_counts_words_without_repeats() {
    let driver = reading((80, 40), "");
    let folds = &driver.reader().entry.folds;
    let words = |text: &str| fihrist::text::normalize::count_words(text);
    assert_eq!(folds.repeated_words as usize, words(HARVEST) + words(PRESS));
    let own = (folds.words - folds.repeated_words).to_string();
    let length = fihrist::app::article_fields::length(&driver.reader().entry);
    let said = Words::ENGLISH.say(&length);
    assert!(said.starts_with(&own), "{said}");
}

#[test]
fn the_earlier_words_are_marked_until_one_goes_elsewhere() {
    for key in ["<enter>", "E", "<ctrl-o>", "/قطاف<enter><enter>"] {
        let mut driver = reading((80, 13), "Gp");
        assert!(!driver.reader().earlier.is_empty());
        driver.press(key);
        assert!(driver.reader().earlier.is_empty(), "{key}");
    }
}

/// Of an open fold of several parts the one in view is followed.
#[test]
fn p_follows_the_part_in_view() {
    let fillers: Vec<String> = (0..30)
        .map(|n| {
            format!(
                "وفي الصباح رقم {n} جمعت العائلة رقم {} سلالا من الحبات.",
                n * 7 + 1
            )
        })
        .collect();
    let text = format!(
        "قطاف\n{HARVEST}\n{FILLER}\n{}\n{PRESS}\n{HARVEST}\n{PRESS}\n",
        fillers.join("\n")
    );
    let corpus = Scratch::with(&[("olives.txt", &text)]);
    let library = library::open(&[corpus.path().to_owned()]).unwrap();
    let mut driver = Driver::new(&library, (22, 5));
    driver.press("<enter>EG");
    let page = &driver.reader().page;
    assert_eq!(page.fold_parts(page.fold_count() - 1).count(), 2);
    driver.press("p");
    let earlier = &driver.reader().earlier[..];
    assert_eq!(
        earlier
            .iter()
            .map(|e| self::text(&driver, e))
            .collect::<Vec<_>>(),
        [PRESS]
    );
}

#[test]
fn where_no_fold_is_in_view_e_opens_none() {
    let mut driver = reading((80, 12), "");
    let closed = driver.folds();
    assert!(driver.press("e").says("in view"));
    assert_eq!(driver.folds(), closed);
}

/// A title again in the middle is a repeat like others: the page shows that it is there.
#[test]
fn a_later_copy_of_the_title_has_its_fold() {
    let text = format!(r"{HARVEST}\n{PRESS}\nقطاف الزيتون في وادي السنديان\n{PRICES}");
    let record = format!(r#"{{"id":"o","title":"قطاف الزيتون في وادي السنديان","text":"{text}"}}"#);
    let corpus = Scratch::with(&[("olives.jsonl", &record)]);
    let library = library::open(&[corpus.path().to_owned()]).unwrap();
    let mut driver = Driver::new(&library, (80, 40));
    driver.press("<enter>");
    let page = &driver.reader().page;
    assert_eq!(page.fold_count(), 1);
    let fold = page.fold(0).unwrap();
    assert!(fold.of.is_empty(), "it repeats the title");
    driver.press("E");
    let shown = driver
        .reader()
        .page
        .rows()
        .filter(|row| matches!(row, Row::Text { .. }));
    assert!(shown.count() >= 5);
}
