//! A query and keys in, the line of a word's forms and what answers out.

use std::sync::{Arc, LazyLock};

use fihrist::index::Forms;
use fihrist::library::{self, Library};
use fihrist::store::ListRow;

use super::driver::Driver;
use crate::support::Scratch;

const RECORDS: &str = concat!(
    r#"{"title": "سباق قوارب بين بحيرتين", "date": "2015-05-01", "text": "وصل فريق القوارب من أمريكا إلى ضفة البحيرة مع قبطان واحد."}"#,
    "\n",
    r#"{"title": "معرض طوابع", "date": "2015-05-02", "text": "عرض الهواة طوابع من أمريكا ومن جزر بعيدة."}"#,
    "\n",
    r#"{"title": "بذور نادرة", "date": "2015-05-03", "text": "بذور الطماطم هذه جاءت من أميركا قبل قرن، كما كتب القبطان."}"#,
    "\n",
    r#"{"title": "مدرسة نحل", "date": "2015-05-04", "text": "عاد المربي من رحلته في امريكا وأمريكا عنده بلاد العسل، والقبطان صديقه."}"#,
    "\n",
    r#"{"title": "سوق الزهور", "date": "2015-05-05", "text": "تفتح السوق أبوابها للقبطان وأصحابه مع أول الربيع."}"#,
    "\n",
);

fn library() -> Arc<Library> {
    static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| {
        let scratch = Scratch::with(&[("five.jsonl", RECORDS)]);
        library::open(&[scratch.path().to_owned()]).unwrap()
    });
    Arc::clone(&LIBRARY)
}

fn after(keys: &str) -> Driver {
    let mut driver = Driver::new(&library(), (80, 24));
    driver.press(keys);
    driver
}

/// The forms in the line; in brackets what does not answer, the only one with `=`.
fn line(driver: &Driver) -> String {
    let Some(line) = driver.browse().forms_line() else {
        return String::new();
    };
    let forms = line.forms.iter().enumerate().map(|(index, shown)| {
        let spelling = &shown.form.spelling;
        match (line.only == Some(index), shown.on) {
            (true, _) => format!("={spelling}"),
            (_, false) => format!("({spelling})"),
            (_, true) => spelling.to_string(),
        }
    });
    forms.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(keys: &str, expected: &str) {
    assert_eq!(line(&after(keys)), expected, "{keys}");
}

#[test]
fn the_line_has_the_spellings_found_the_most_frequent_first() {
    check("", "");
    check("/", "");
    check("/امريكا", "أمريكا أميركا امريكا وأمريكا");
    check("/امريكا<enter>", "أمريكا أميركا امريكا وأمريكا");
    let driver = after("/امريكا ");
    let line = driver.browse().forms_line().unwrap();
    let counts: Vec<_> = line.forms.iter().map(|f| f.articles.unwrap()).collect();
    assert_eq!(counts, [2, 1, 1, 1]);
}

#[test]
fn it_is_about_the_word_at_the_caret_else_the_last() {
    let captain = "قبطان القبطان والقبطان للقبطان";
    let sorted = |line: String| {
        let mut forms: Vec<String> = line.split(' ').map(str::to_owned).collect();
        forms.sort();
        forms
    };
    let check = |keys: &str| {
        // Only articles with both words are counted.
        let forms = sorted(line(&after(keys)));
        assert!(
            forms.iter().all(|f| captain.contains(f.as_str())),
            "{keys}: {forms:?}"
        );
    };
    check("/امريكا قبطان");
    check("/قبطان امريكا<home>");
    check("/امريكا قبطان <enter>");
    let first = line(&after("/امريكا قبطان<home>"));
    assert!(first.contains("أميركا"), "{first}");
}

#[test]
fn one_form_alone_is_written_into_the_query_and_taken_back() {
    let mut driver = after("/امريكا");
    for key in ["<alt-2>", "<alt-٢>"] {
        driver.press(key);
        assert_eq!(driver.browse().request.text, "=أميركا", "{key}");
        assert_eq!(line(&driver), "(أمريكا) =أميركا (امريكا) (وأمريكا)");
        assert_eq!(driver.listed().len(), 1);
        // The same number is the same form, and takes it back.
        driver.press(key);
        assert_eq!(driver.browse().request.text, "امريكا");
        assert_eq!(line(&driver), "أمريكا أميركا امريكا وأمريكا");
    }
    driver.press("<alt-2><alt-1>");
    assert_eq!(driver.browse().request.text, "=أمريكا");
    assert_eq!(driver.press("<alt-0>").browse().request.text, "امريكا");
    assert_eq!(driver.listed().len(), 4);
    assert_eq!(driver.press("<alt-0>").browse().request.text, "امريكا");
    assert!(driver.press("<alt-9>").says("9"));
}

#[test]
fn the_caret_stays_at_the_word_that_was_written() {
    let driver = after("/قبطان امريكا<home><alt-1>");
    let written = driver.browse().request.text.split(' ').next().unwrap();
    assert!(written.starts_with('='), "{written}");
    let caret = driver.browse().search.as_ref().unwrap().line.caret().byte;
    assert_eq!(caret, written.len());
    assert!(line(&driver).contains('='), "{}", line(&driver));
    let mut driver = after("/قبطان امريكا<home><alt-1><alt-1>");
    assert_eq!(driver.browse().request.text, "قبطان امريكا");
    assert_eq!(
        driver.press("<end>x").browse().request.text,
        "قبطان امريكاx"
    );
}

#[test]
fn a_form_is_named_without_alt_in_the_list_and_the_reader() {
    for before in [
        "/امريكا<enter>",
        "/امريكا<enter><enter>",
        "/امريكا<enter><enter>r",
    ] {
        let mut driver = after(before);
        assert_eq!(
            driver.press("2=").browse().request.text,
            "=أميركا",
            "{before}"
        );
        assert_eq!(
            driver.press("=").browse().request.text,
            "امريكا",
            "{before}"
        );
        assert_eq!(
            driver.press("٣=").browse().request.text,
            "=امريكا",
            "{before}"
        );
        assert_eq!(
            driver.press("<alt-0>").browse().request.text,
            "امريكا",
            "{before}"
        );
    }
}

#[test]
fn forms_are_switched_for_all_words() {
    let forms = |keys: &str| after(&format!("/امريكا{keys}")).browse().request.forms;
    for before in ["", "<enter>", "<enter><enter>"] {
        for (keys, expected) in [
            ("", Forms::All),
            ("<alt-v>", Forms::Word),
            ("<alt-v><alt-v>", Forms::All),
            ("<alt-x>", Forms::Exact),
            ("<alt-x><alt-x>", Forms::All),
            ("<alt-v><alt-x>", Forms::Exact),
            ("<alt-x><alt-v>", Forms::All),
            ("<f2>", Forms::Word),
            ("<f2><f2>", Forms::Exact),
            ("<f2><f2><f2>", Forms::All),
            // The same keys on an Arabic layout.
            ("<alt-ر>", Forms::Word),
            ("<alt-ء>", Forms::Exact),
        ] {
            assert_eq!(
                forms(&format!("{before}{keys}")),
                expected,
                "{before}{keys}"
            );
        }
    }
}

#[test]
fn what_is_switched_off_stays_in_the_line() {
    let mut driver = after("/امريكا");
    driver.press("<alt-x>");
    assert_eq!(line(&driver), "(أمريكا) (أميركا) =امريكا (وأمريكا)");
    assert_eq!(driver.listed().len(), 1);
    // Taking it back takes the switch back.
    driver.press("<alt-0>");
    assert_eq!(driver.browse().request.forms, Forms::All);
    assert_eq!(driver.listed().len(), 4);
    driver.press("<alt-x><alt-1>");
    assert_eq!(driver.browse().request.text, "=أمريكا");
}

#[test]
fn esc_brings_the_forms_back_and_clearing_sets_them_free() {
    let driver = after("/امريكا<alt-x><esc>");
    assert_eq!(driver.browse().request.forms, Forms::All);
    assert_eq!(driver.listed().len(), 5);
    let mut driver = after("/امريكا<enter><alt-x>/<alt-v><esc>");
    assert_eq!(driver.browse().request.forms, Forms::Exact);
    assert_eq!(driver.listed().len(), 1);
    assert_eq!(driver.press("c").browse().request.forms, Forms::All);
    let driver = after("/امريكا<alt-2><esc>");
    assert_eq!(driver.browse().request.text, "");
}

/// Where no row is kept for them, the row below tells until the next key.
#[test]
fn the_forms_are_told_where_there_is_no_row_for_them() {
    let mut driver = after("/امريكا<enter><enter>");
    assert!(!driver.browse().forms_in_message_row());
    assert!(driver.press("<f2>").browse().forms_in_message_row());
    assert!(!driver.press("j").browse().forms_in_message_row());
    let driver = after("/امريكا<enter><f2>");
    assert!(!driver.browse().forms_in_message_row() && driver.panes().forms.height == 1);
}

/// The reader stays on its article, and its matches follow.
#[test]
fn matches_in_the_reader_follow_the_forms() {
    let mut driver = after("/امريكا<enter>");
    let bees = driver.listed().into_iter().find(|no| {
        let library = driver.library();
        let entry = library.get(*no).unwrap();
        entry.article.title_str() == "مدرسة نحل"
    });
    driver.select(bees.unwrap()).press("<enter>");
    assert_eq!(driver.reader().hits.len(), 2);
    driver.press("<alt-x>");
    assert_eq!(driver.reader().hits.len(), 1);
    driver.press("<alt-x>");
    assert_eq!(
        (driver.reader().hits.len(), driver.reading()),
        (2, bees.unwrap())
    );
}

#[test]
fn articles_with_some_of_the_words_stand_below_a_line() {
    let driver = after("/امريكا قبطان ");
    let rows = &driver.list().rows;
    let line = rows
        .iter()
        .position(|row| matches!(row, ListRow::More(_)))
        .unwrap();
    assert_eq!((line, driver.list().head.count), (3, 3));
    assert_eq!(rows[line], ListRow::More(2));
    assert_eq!((rows.len(), driver.list().head.count), (6, 3));
    // Moving passes the line by.
    assert_eq!(after("/امريكا قبطان <enter>3j").list().position(), 3);
    // In another order there is nothing below.
    let driver = after("/امريكا قبطان <enter>s");
    assert_eq!(driver.list().rows.len(), 3);
    for keys in ["o", "oo", "e"] {
        let driver = after(&format!("/امريكا قبطان <enter>{keys}"));
        let rows = driver.rows();
        let more = rows.iter().filter(|row| matches!(row, ListRow::More(2)));
        assert_eq!((more.count(), driver.listed().len()), (1, 5), "{keys}");
    }
}

/// Until the answer is here, what is selected stays.
#[test]
fn the_selection_waits_for_the_answer() {
    use fihrist::app::Msg;
    let mut driver = after("/قبطان<ctrl-n>");
    let selected = driver.selected();
    let effects = driver.app.update(Msg::Key("ا".parse().unwrap()));
    assert_eq!(driver.selected(), selected);
    for effect in effects {
        let answer = super::driver::answer(&*driver.store, &effect).unwrap();
        driver.send(answer);
    }
    assert_eq!(driver.list().position(), 0);
}

#[test]
fn what_was_not_understood_is_said_while_typing() {
    let says = |keys: &str, words: &str| {
        let driver = after(keys);
        let (buffer, _) = driver.draw();
        let row = driver.panes().message.y;
        let row: String = (0..80).map(|x| buffer[(x, row)].symbol()).collect();
        assert_eq!(
            row.contains(words),
            !words.is_empty() && !keys.contains('>'),
            "{keys}: {row}"
        );
    };
    says("/author:amin", "no such field");
    says("/date:20", "not a date yet");
    says("/author:amin<enter>", "no such field");
}
