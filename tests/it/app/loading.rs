//! Snapshots and answers in, in every order; a state that stays with the reader out.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use fihrist::app::{Effect, Msg, Panel};
use fihrist::corpus::Class;
use fihrist::library::{self, Library};
use fihrist::words::{Foreign, Said};

use super::driver::{Driver, answer, demo, read};
use crate::support::{self, Scratch};

/// The articles of the first outlets only, as while loading goes on: those that come later stand
/// behind them, so that numbers stay.
fn part(outlets: usize) -> Arc<Library> {
    let mut folders: Vec<_> = fs::read_dir(support::demo_corpus())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.truncate(outlets);
    library::open(&folders).unwrap()
}

#[test]
fn the_first_screen_is_there_before_anything_is_loaded() {
    let mut driver = Driver::loading((80, 24));
    driver.draw();
    for keys in [
        "jkGg<space>bdu",
        "<enter>reeEnN",
        "f<space>jq",
        "s",
        "o",
        "i",
        "?q",
        "/مي<enter>",
    ] {
        driver.press(keys);
        driver.draw();
    }
    assert!(driver.asked.is_empty());
    driver.load(&demo(), true);
    let sorted = |driver: &Driver| BTreeSet::from_iter(driver.listed());
    assert_eq!(sorted(&driver), sorted(&Driver::after("/مي<enter>")));
}

#[test]
fn a_search_typed_while_loading_goes_on_over_what_comes() {
    let mut driver = Driver::loading((80, 24));
    driver.load(&part(2), false).press("/ميناء");
    let some = driver.listed().len();
    driver.load(&demo(), true);
    assert!(driver.listed().len() > some);
    assert_eq!(driver.listed(), Driver::after("/ميناء").listed());
}

#[test]
fn the_selection_stays_on_its_article_when_more_come() {
    let (small, large) = (part(1), part(3));
    let mut driver = Driver::loading((80, 24));
    driver.load(&small, false).press("4j");
    let selected = driver.selected();
    driver.load(&large, true);
    assert!(driver.listed().len() > small.len());
    assert_eq!(driver.selected(), selected);
}

#[test]
fn the_article_being_read_stays_open_on_its_line_when_more_come() {
    let (small, large) = (part(1), part(3));
    let mut driver = Driver::loading((80, 10));
    driver.load(&small, false).press("4j<enter>5j");
    let before = (driver.reading(), driver.top());
    driver.load(&large, true);
    assert_eq!((driver.reading(), driver.top()), before);
    assert_eq!(driver.place(), format!("reader {}", before.1));
}

#[test]
fn someone_who_has_not_moved_sees_the_newest_first() {
    let (small, large) = (part(1), part(3));
    let mut driver = Driver::loading((80, 24));
    driver.load(&small, false).load(&large, true);
    assert_eq!(driver.place(), "list 0");
}

#[test]
fn answers_to_earlier_requests_are_dropped() {
    let mut driver = Driver::demo();
    let mut asked: Vec<Effect> = Vec::new();
    for key in read("/كتاب") {
        asked.extend(driver.app.update(Msg::Key(key)));
    }
    assert_eq!(asked.len(), 4);
    let before = driver.listed();
    let store = Arc::clone(&driver.store);
    let answers = asked.iter().map(|effect| answer(&*store, effect).unwrap());
    let answers: Vec<Msg> = answers.collect();
    let mut answers = answers.into_iter().rev();
    let newest = answers.next().unwrap();
    for stale in answers {
        driver.send(stale);
        assert_eq!(driver.listed(), before, "a stale answer was taken");
    }
    driver.send(newest);
    assert_eq!(driver.listed(), Driver::after("/كتاب").listed());
}

#[test]
fn related_articles_of_another_article_are_not_shown_for_this_one() {
    let mut driver = Driver::after("<enter>");
    let asked = driver.app.update(Msg::Key("r".parse().unwrap()));
    let [stale] = asked.as_slice() else {
        panic!("{asked:?}");
    };
    let stale = answer(&*driver.store, stale).unwrap();
    // Another article is read before the answer comes.
    let newer = driver.app.update(Msg::Key("J".parse().unwrap()));
    driver.send(stale);
    let Panel::Related(panel) = &driver.browse().panel else {
        panic!("the panel stays open");
    };
    assert!(panel.rows.is_none() && panel.pending.is_waiting());
    for effect in newer {
        let answer = answer(&*driver.store, &effect).unwrap();
        driver.send(answer);
    }
    let expected = driver.library().related(driver.reading(), 20).unwrap();
    let Panel::Related(panel) = &driver.browse().panel else {
        panic!("the panel stays open");
    };
    let rows = panel.rows.as_ref().expect("the answer has come");
    let shown: Vec<_> = rows.iter().map(|row| driver.no(row.card.key)).collect();
    assert_eq!(shown, expected.iter().map(|r| r.no).collect::<Vec<_>>());
}

#[test]
fn what_could_not_be_read_is_listed() {
    let scratch = Scratch::with(&[(
        "a.jsonl",
        "{\"title\": \"خبر\", \"text\": \"نص قصير عن الميناء\"}\n{broken\n",
    )]);
    let library = library::open(&[scratch.path().to_owned()]).unwrap();
    let mut driver = Driver::new(&library, (80, 24));
    assert_eq!(driver.listed().len(), 1);
    let problems = driver.press("!").problems().unwrap();
    let lines = problems.item_lines(0, 200);
    let lines: Vec<String> = lines.iter().map(|piece| piece.line.visual()).collect();
    let placed = |line: &String| line.contains("a.jsonl") && line.ends_with(":2");
    assert!(lines.iter().any(placed), "{lines:?}");
}

#[test]
fn a_load_that_fails_says_why_and_ends() {
    let mut driver = Driver::loading((80, 24));
    let text = "out of memory".to_owned();
    let reason = Foreign::AsItIs { text }.sentence();
    driver.send(Msg::LoadFailed(reason.clone()));
    assert_eq!(driver.app.shared.loading.failed, Some(reason));
}

#[test]
fn an_empty_corpus_is_a_state_to_work_in() {
    let mut driver = Driver::new(&Arc::new(Library::default()), (80, 24));
    for keys in [
        "jkGg<space>",
        "<enter>q",
        "rq",
        "f<space><tab><space>q",
        "so",
        "?q",
        "!q",
        "i",
    ] {
        driver.press(keys);
        driver.draw();
        driver.asked.clear();
    }
}

/// Reading the first article while a newer one arrives above it: `q` must lead back to the article read.
#[test]
fn the_list_follows_the_article_being_read_when_newer_ones_come() {
    let record = |title: &str, date: &str| {
        format!("{{\"title\": \"{title}\", \"date\": \"{date}\", \"text\": \"نص {title} قصير\"}}\n")
    };
    let files = [record("قديم", "2015-01-01"), record("جديد", "2020-01-01")];
    let small = Scratch::with(&[("a.jsonl", &files[0])]);
    let large = Scratch::with(&[("a.jsonl", &files.concat())]);
    let open = |s: &Scratch| library::open(&[s.path().to_owned()]).unwrap();
    let mut driver = Driver::loading((80, 24));
    driver.load(&open(&small), false).press("<enter>");
    let read = driver.reading();
    driver.load(&open(&large), true).press("q");
    assert_eq!(driver.selected(), Some(read));
}

/// n and N go on from the hit one is at, also when a snapshot arrives in between.
#[test]
fn the_current_hit_outlives_a_snapshot() {
    let mut driver = Driver::loading((80, 24));
    driver.load(&part(1), false).press("/ال<enter><enter>nn");
    let current = driver.reader().current;
    driver.load(&part(3), true);
    assert_eq!(driver.reader().current, current);
}

/// Only all articles of a source together tell what the site puts round them.
#[test]
fn what_a_site_puts_under_its_articles_is_known_when_all_is_loaded() {
    let line = "للاشتراك في النشرة البريدية اضغط هنا";
    let texts = [
        "فتحت المدرسة بابها للطلاب في أول أيام الخريف بعد صيف طويل.",
        "يزرع البستاني شتلات الورد قرب النافورة كل ربيع منذ عشرين عاما.",
        "وصلت سفينة صغيرة محملة بالبرتقال إلى الميناء قبل الفجر بساعة.",
        "تعلم الأطفال صناعة الطائرات الورقية من أعواد القصب والخيوط.",
    ];
    let record = |text: &&str| {
        format!(r#"{{"source": "صدى الساحل", "title": "خبر", "text": "{text}\n{line}"}}"#)
    };
    let records: Vec<String> = texts.iter().map(record).collect();
    let scratch = support::Scratch::with(&[("four.jsonl", &records.join("\n"))]);
    let library = library::read(&[scratch.path().to_owned()]).unwrap();
    for (_, entry) in library.entries() {
        let classes: Vec<Class> = entry.article.paragraphs.iter().map(|p| p.class).collect();
        assert_eq!(classes, [Class::Text, Class::Chrome]);
        assert_eq!(entry.folds.paragraphs.len(), 2);
    }
    // One article alone does not tell.
    let scratch = support::Scratch::with(&[("one.jsonl", &records[0])]);
    let library = library::read(&[scratch.path().to_owned()]).unwrap();
    let classes = library
        .entries()
        .map(|(_, entry)| entry.article.paragraphs[1].class);
    assert_eq!(classes.collect::<Vec<_>>(), [Class::Text]);
}

/// Two outlets' articles, each with the same last line and a body that repeats itself; in the first
/// file one of an outlet, in the second two more: only then the line is known as the site's.
fn with_and_without_the_second_file() -> [Arc<Library>; 2] {
    const LINE: &str = "تابعوا أخبار الوادي على صفحتنا كل صباح واكتبوا إلينا عن قراكم وأسواقها.";
    let record = |n: usize, place: &str| {
        let said =
            format!("قال مدير السوق في {place} إن المواسم جيدة هذا العام وإن الباعة راضون عنها.");
        let more: Vec<String> = (0..20)
            .map(|day| {
                format!(
                    "وفي اليوم {day} من الشهر {n} زار {place} ضيوف من القرية رقم {}.",
                    day * 31 + n
                )
            })
            .collect();
        let text = [said.as_str(), &more.join(r"\n"), &said, LINE].join(r"\n");
        format!(r#"{{"title": "سوق {place}", "source": "صدى الوادي", "text": "{text}"}}"#)
    };
    let first = record(1, "الزهراء");
    let second = [
        record(2, "الكرمة"),
        record(3, "الينابيع"),
        record(4, "الرمان"),
    ]
    .join("\n");
    let scratch = Scratch::with(&[("a.jsonl", &first), ("b.jsonl", &second)]);
    let part = library::open(&[scratch.path().join("a.jsonl")]).unwrap();
    [part, library::open(&[scratch.path().to_owned()]).unwrap()]
}

#[test]
fn an_article_being_read_is_read_on_as_the_newer_library_has_it() {
    let [part, whole] = with_and_without_the_second_file();
    let chrome = |driver: &Driver| {
        let paragraphs = driver.reader().entry.article.paragraphs.iter();
        paragraphs.filter(|p| p.class == Class::Chrome).count()
    };
    for (keys, reading) in [
        ("", false),
        ("<enter>", true),
        ("/ضيوف<enter><enter>EGnnnn", true),
    ] {
        let mut driver = Driver::loading((60, 24));
        driver.load(&part, false).press(keys);
        assert_eq!(chrome(&driver), 0);
        let before = (driver.folds(), driver.reader().byte_in_view());
        let found = (driver.reader().hits.len(), driver.reader().current);
        assert!(!before.0.is_empty());
        driver.load(&whole, true);
        let entry = &driver.reader().entry;
        let no = driver.reading();
        assert_eq!(**entry, *whole.get(no).unwrap(), "{keys}");
        if reading {
            assert_eq!(chrome(&driver), 1, "{keys}");
            assert_eq!(
                (driver.folds(), driver.reader().byte_in_view()),
                before,
                "{keys}"
            );
            assert_eq!(
                (driver.reader().hits.len(), driver.reader().current),
                found,
                "{keys}"
            );
        }
    }
}

/// What is found so far is no answer yet, and every number says so until all is there.
#[test]
fn numbers_say_that_more_may_come_while_loading_goes_on() {
    let said = |driver: &Driver| {
        let (buffer, _) = driver.draw();
        let cells = buffer.content.iter().map(ratatui::buffer::Cell::symbol);
        let text: String = cells.collect();
        text.matches("so far").count()
    };
    for (size, keys, numbers) in [
        ((80, 24), "", 2),
        ((80, 24), "/ميناء", 2),
        ((120, 40), "/ميناء<enter>", 2),
        ((40, 12), "/ميناء", 1),
    ] {
        let mut driver = Driver::loading(size);
        driver.load(&part(2), false).press(keys);
        assert_eq!(said(&driver), numbers, "{size:?} {keys}");
        driver.load(&demo(), true);
        assert_eq!(said(&driver), 0, "{size:?} {keys}");
    }
    // What was loaded before loading failed is all there will be.
    let mut driver = Driver::loading((80, 24));
    driver.load(&part(2), false);
    driver.send(Msg::LoadFailed(
        Foreign::AsItIs {
            text: "gone".to_owned(),
        }
        .sentence(),
    ));
    assert_eq!(said(&driver), 0);
}
