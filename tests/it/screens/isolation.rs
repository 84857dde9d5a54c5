//! Values of one direction among text of the other in, whole rows out: a date, a range, a count, a path, a
//! name never changes places with what stands beside it, and its ellipsis stays at its own end.
//!
//! Rows are transliterated cells, as in [`super::grid`]: Arabic reads from the right.

use std::sync::{Arc, LazyLock};

use fihrist::app::{Msg, Panel};
use fihrist::library::{self, Library};
use fihrist::text::{isolated, isolated_path};
use fihrist::words::{Foreign, Said};

use super::grid::{letter, transliterate};
use crate::app::driver::Driver;
use crate::support::Scratch;

const LATIN_SOURCE: &str = "coastal-business-daily";
const ARABIC_SOURCE: &str = "جريدة المرجان للملاحة والتجارة";

/// Latin sources with Arabic titles and the reverse, over three years; the last record has no date that can
/// be read, and one line of another file is broken.
const RECORDS: &str = concat!(
    r#"{"title": "رست السفينة MV Nakheel 7 قرب رصيف المرجان القديم بعد رحلة طويلة من الشمال", "source": "coastal-business-daily", "date": "2014-09-30", "url": "https://example.org/أخبار/2014/مرجان", "text": "رست السفينة MV Nakheel قرب رصيف المرجان."}"#,
    "\n",
    r#"{"title": "MV Nakheel (7) رصيف", "source": "جريدة المرجان للملاحة والتجارة", "date": "2015-02", "text": "رست السفينة MV Nakheel قرب رصيف المرجان القديم."}"#,
    "\n",
    r#"{"title": "A chess club", "source": "الأفق 24", "date": "2016-11-14", "text": "The club meets twice a week by the harbour."}"#,
    "\n",
    r#"{"title": "وصفة خبز", "source": "Coast (الساحل)", "date": "30-غد", "text": "يخلط الدقيق بالماء."}"#,
    "\n",
);

fn library() -> Arc<Library> {
    static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| {
        let files = [("أخبار/four.jsonl", RECORDS), ("أخبار/غد.jsonl", "{\"a\n")];
        let scratch = Scratch::with(&files);
        library::open(&[scratch.path().to_owned()]).unwrap()
    });
    assert_eq!(LIBRARY.len(), 4);
    Arc::clone(&LIBRARY)
}

/// The rows of the screen after these keys.
fn rows(keys: &str, size: (u16, u16)) -> Vec<String> {
    drawn(Driver::new(&library(), size).press(keys))
}

fn drawn(driver: &Driver) -> Vec<String> {
    let (buffer, _) = driver.draw();
    let row = |y| (0..buffer.area.width).map(move |x| (x, y));
    (0..buffer.area.height)
        .map(|y| row(y).map(|at| letter(buffer[at].symbol())).collect())
        .collect()
}

/// Some row has all of these, in this order from the left.
#[track_caller]
fn check(rows: &[String], pieces: &[&str]) {
    let has = |row: &String| {
        let mut rest = row.as_str();
        pieces.iter().all(|piece| match rest.split_once(piece) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    };
    assert!(
        rows.iter().any(has),
        "no row has {pieces:?}:\n{}",
        rows.join("\n")
    );
}

/// Right-to-left text as its cells stand.
fn rtl(text: &str) -> String {
    transliterate(text).chars().rev().collect()
}

#[test]
fn dates_and_sources_keep_their_places_in_the_list() {
    let rows = rows("", (80, 24));
    check(&rows, &["2014-09-30  coastal-", "  …", &rtl("رست السفينة")]);
    check(&rows, &["2015-02     ", "  ≡2 MV Nakheel (7) "]);
    check(
        &rows,
        &[
            "2016-11-14  ",
            &format!("24 {}", rtl("الأفق")),
            "A chess club",
        ],
    );
    check(
        &rows,
        &["—", "Coast (", &rtl("الساحل"), ") ", &rtl("وصفة خبز")],
    );
    check(&rows, &["2014–2016"]);
}

/// At the right of a Latin name, at the left of an Arabic one, whatever stands beside it.
#[test]
fn an_ellipsis_is_at_the_end_of_its_own_text() {
    for cols in [72, 80] {
        let rows = rows("", (cols, 24));
        let latin = rows.iter().find(|row| row.contains("2014-09-30  coastal-"));
        let (source, rest) = latin.unwrap().split_once('…').expect("a cut source");
        assert!(LATIN_SOURCE.starts_with(source.split("  ").last().unwrap()));
        assert!(rest.starts_with(' '), "{rest}");
        // The title beside it is cut at its left.
        let (_, title) = rest.split_once('…').expect("a cut title");
        assert!(
            title.ends_with(&format!("{} ", rtl("رست السفينة"))),
            "{title}"
        );
        let arabic = rows.iter().find(|row| row.contains("2015-02     "));
        let (_, source) = arabic.unwrap().split_once('…').expect("a cut source");
        let source = source.split("  ").next().unwrap().trim_end();
        assert!(rtl(ARABIC_SOURCE).ends_with(source), "{source}");
    }
}

#[test]
fn headings_of_groups_and_their_counts() {
    let rows = rows("o", (80, 24));
    check(&rows, &["─ coastal-business-daily ──", " 1 article ─"]);
    check(
        &rows,
        &[&format!("─ {} ──", rtl(ARABIC_SOURCE)), " 1 article ─"],
    );
    check(
        &rows,
        &[&format!("─ 24 {} ──", rtl("الأفق")), " 1 article ─"],
    );
}

#[test]
fn values_to_filter_by_and_their_counts() {
    let rows = rows("f", (80, 24));
    check(&rows, &["1  coastal-business-daily "]);
    check(&rows, &["1  2016-11 "]);
    check(&rows, &[&format!("1  24 {} ", rtl("الأفق"))]);
    check(&rows, &["1  Coast (", &rtl("الساحل"), ") "]);
    // Those taken stand side by side in the status row.
    let taken = self::rows("fjj<space>k<space>", (120, 24));
    let both = format!("filter: 24 {}  coastal-business-daily ", rtl("الأفق"));
    let other = format!("filter: coastal-business-daily  24 {} ", rtl("الأفق"));
    assert!(
        taken
            .iter()
            .any(|row| row.contains(&both) || row.contains(&other)),
        "{}",
        taken.join("\n")
    );
}

#[test]
fn what_is_known_of_an_article_being_read() {
    let mut driver = Driver::new(&library(), (120, 24));
    driver.press("/رست<enter><enter>g");
    let rows = drawn(&driver);
    check(
        &rows,
        &["2014-09-30  coastal-business-daily  ≡ 2 versions  7 words"],
    );
    let rows = drawn(driver.press("i"));
    let url = format!(
        "https://example.org/{}/2014/{} ",
        rtl("أخبار"),
        rtl("مرجان")
    );
    check(&rows, &["url", &url]);
}

#[test]
fn terms_of_two_scripts_stand_side_by_side() {
    let mut driver = Driver::new(&library(), (120, 40));
    driver.press("/nakheel<enter><enter>r");
    let Panel::Related(panel) = &driver.browse().panel else {
        panic!("the panel is open");
    };
    let related = panel.rows.clone().unwrap();
    let shared = &related.first().expect("another article on the ship").terms;
    let terms: Vec<&str> = shared.iter().map(|term| term.form.as_str()).collect();
    let shown: Vec<String> = terms
        .iter()
        .map(|term| {
            if term.is_ascii() {
                term.to_string()
            } else {
                rtl(term)
            }
        })
        .collect();
    assert!(
        terms.iter().any(|t| t.is_ascii()) && terms.iter().any(|t| !t.is_ascii()),
        "{terms:?}"
    );
    let joined = format!("shared:  {}", shown.join("  "));
    check(&drawn(&driver), &[&joined]);
}

#[test]
fn places_and_values_in_the_list_of_problems() {
    let rows = rows("!", (200, 24));
    check(&rows, &["▸ error"]);
    check(
        &rows,
        &[&format!("/{}/jsonl.{}:1 ", rtl("أخبار"), rtl("غد"))],
    );
    check(&rows, &[&format!("/{}/four.jsonl:4 ", rtl("أخبار"))]);
    let date = format!("{}-30", rtl("غد"));
    check(
        &rows,
        &["note", &format!("no date understood in date: {date} ")],
    );
    check(&rows, &["ISO 8601 is always read: 2015-09-30"]);
}

#[test]
fn letters_stand_as_their_keys_do() {
    // The first letter is that of the first key.
    let letters = format!("{} {}", rtl("ض"), rtl("ا"));
    check(
        &rows("/رست<enter><enter>?", (80, 60)),
        &[" q ← h ", &letters],
    );
}

fn message(text: &str, cols: u16) -> Vec<String> {
    let mut driver = Driver::new(&library(), (cols, 24));
    let text = text.to_owned();
    drawn(driver.send(Msg::Notice(Foreign::AsItIs { text }.sentence())))
}

#[test]
fn values_in_messages() {
    let query = isolated("سفينة (7");
    let text = format!("no article has {query}: 12 have some");
    let shown = format!(" no article has 7) {}: 12 have some ", rtl("سفينة"));
    check(&message(&text, 80), &[&shown]);
    let range = isolated("2014-2016");
    let text = format!("{} {range} {}", isolated("غد"), isolated("+3"));
    check(
        &message(&text, 80),
        &[&format!(" {} 2014-2016 +3 ", rtl("غد"))],
    );
}

/// A path that does not fit in the row of the message goes on in the next one, every word of it as it is read.
#[test]
fn a_path_goes_on_in_the_next_row() {
    for (cols, path, parts) in [
        (28, "news/غرس شجر المرجان.txt", ["news/", "غرس", "المرجان"]),
        (
            34,
            "أخبار/harbour news today.txt",
            ["أخبار", "harbour", "today.txt"],
        ),
    ] {
        let text = format!("cannot read {}", isolated_path(path));
        let shown = message(&text, cols).join("\n");
        assert!(shown.contains(" cannot read"), "{shown}");
        for part in parts {
            let part = if part.is_ascii() {
                part.to_owned()
            } else {
                rtl(part)
            };
            assert!(shown.contains(&part), "{part}: {shown}");
        }
    }
}
