//! Keys in the filter in, what is listed and what the panel shows out, over a corpus of few weeks and many outlets.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use fihrist::app::action::{Action, Mode};
use fihrist::app::browse::facet_panel::{FacetColumn, FacetPanel};
use fihrist::app::{Panel, Screen};
use fihrist::library::{self, FacetPeriod, Library};
use fihrist::store::Group;
use fihrist::ui;
use fihrist::ui::theme::Theme;
use fihrist::words::{Language, Words};

use super::driver::Driver;
use crate::support::Scratch;

/// Outlets, and the days of May and June 2019 on which each wrote.
const OUTLETS: [(&str, &[&str]); 6] = [
    ("بريد الواحة", &["05-02", "05-03", "06-10"]),
    ("أضواء الميناء", &["05-02", "06-11"]),
    ("صحيفة الماسة", &["05-03"]),
    ("إذاعة النهر", &["06-10"]),
    ("ق ن ج", &["06-10"]),
    ("Coast Post", &["06-12"]),
];

pub(crate) fn weeks() -> Arc<Library> {
    static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| {
        let mut records = String::new();
        for (source, days) in OUTLETS {
            for day in days {
                let title = format!("معرض الزهور في يومه {day}");
                let text = format!("زار المعرض في {day} جمهور كبير، وكتبت عنه {source}.");
                let record = format!(
                    r#"{{"title": "{title}", "source": "{source}", "date": "2019-{day}", "text": "{text}"}}"#
                );
                writeln!(records, "{record}").unwrap();
            }
        }
        let scratch = Scratch::with(&[("weeks.jsonl", &records)]);
        library::open(&[scratch.path().to_owned()]).unwrap()
    });
    Arc::clone(&LIBRARY)
}

fn after(keys: &str) -> Driver {
    let mut driver = Driver::new(&weeks(), (80, 24));
    driver.press(keys);
    driver
}

fn panel(driver: &Driver) -> &FacetPanel {
    match &driver.browse().panel {
        Panel::Facets(panel) => panel,
        other => panic!("{other:?}"),
    }
}

/// The sources that the panel shows, in order.
fn shown(driver: &Driver) -> Vec<String> {
    let (panel, facets) = (panel(driver), &driver.list().head.facets);
    let rows = (0..panel.sought.length(facets)).filter_map(|place| panel.sought.row(place));
    rows.map(|row| facets.sources[row].value.clone()).collect()
}

/// The screen's rows as they are read: cells from the side where the language begins.
fn screen(driver: &Driver) -> String {
    let (buffer, _) = ui::draw(&driver.app, Theme::Dark);
    let mut text = String::new();
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            text.push_str(buffer[(x, y)].symbol());
        }
        text.push('\n');
    }
    text
}

fn sources_listed(driver: &Driver) -> Vec<String> {
    let library = driver.library();
    let listed = driver.listed().into_iter();
    let mut sources: Vec<String> = listed
        .map(|no| library.source_name(no).to_owned())
        .collect();
    sources.sort();
    sources.dedup();
    sources
}

#[test]
fn typing_a_part_of_a_name_finds_the_source_however_it_is_spelt() {
    for (typed, found) in [
        ("واح", "بريد الواحة"),
        // Without its hamza, without its article, with another last letter.
        ("اضواء", "أضواء الميناء"),
        ("ماسه", "صحيفة الماسة"),
        ("اذاعه الن", "إذاعة النهر"),
        ("قنج", "ق ن ج"),
        ("coast", "Coast Post"),
    ] {
        let mut driver = after(&format!("f/{typed}"));
        assert_eq!(shown(&driver), [found], "{typed}");
        driver.press("<enter><space>");
        assert_eq!(sources_listed(&driver), [found], "{typed}");
    }
}

#[test]
fn the_rows_are_filtered_as_one_types_and_come_back() {
    let mut driver = after("f/");
    assert_eq!(driver.app.mode(), Mode::FacetBox);
    assert_eq!(shown(&driver).len(), OUTLETS.len());
    driver.press("ال");
    let many = shown(&driver).len();
    assert!(many > 1 && many < OUTLETS.len());
    driver.press("قط");
    assert!(shown(&driver).is_empty());
    assert!(screen(&driver).contains("no source has such a name"));
    // What cannot be selected cannot be taken.
    driver.press("<enter><space>-");
    assert!(driver.browse().request.filter.is_empty());
    driver.press("<esc>");
    assert_eq!(driver.app.mode(), Mode::Facets);
    assert_eq!(shown(&driver).len(), OUTLETS.len());
    // Given up in the box, nothing of it stays either; the source that was found stays selected.
    driver.press("/coast<esc>");
    assert_eq!(shown(&driver).len(), OUTLETS.len());
    driver.press("<space>");
    assert_eq!(sources_listed(&driver), ["Coast Post"]);
}

#[test]
fn arrows_go_over_the_sources_found_while_one_types() {
    let mut driver = after("f/ال");
    let found = shown(&driver);
    driver.press("<down><enter><space>");
    assert_eq!(sources_listed(&driver), [found[1].clone()]);
}

#[test]
fn a_source_is_left_out_and_let_in_again() {
    let mut driver = after("f/coast<enter>-");
    assert_eq!(driver.listed().len(), weeks().len() - 1);
    assert!(!sources_listed(&driver).contains(&"Coast Post".to_owned()));
    // The same is said for a search.
    assert!(driver.says("-source:\""), "{:?}", driver.app.shared.message);
    // It stands in the filter row, and its row stays in sight with its count.
    let said = screen(&driver);
    assert!(said.contains("without Coast Post"), "{said}");
    let facets = &driver.list().head.facets;
    let of = |name: &str| facets.sources.iter().find(|f| f.value == name).unwrap();
    assert_eq!(of("Coast Post").count, 1);
    driver.press("-");
    assert_eq!(driver.listed().len(), weeks().len());
    // Taken and left out are two things; the last one said counts.
    driver.press("-<space>");
    assert_eq!(sources_listed(&driver), ["Coast Post"]);
    driver.press("-");
    assert_eq!(driver.listed().len(), weeks().len() - 1);
    assert!(driver.browse().request.filter.sources.is_empty());
}

#[test]
fn the_query_that_leaves_a_source_out_lists_the_same() {
    let in_panel = after("f/واح<enter>-").listed();
    let in_query = after("/-source:\"بريد الواحة\"<enter>").listed();
    let in_arabic = after("/-مصدر:«بريد الواحة»<enter>").listed();
    assert_eq!(in_panel, in_query);
    assert_eq!(in_panel, in_arabic);
    let verb = fihrist::library::Request {
        text: "-source:\"بريد الواحة\"".to_owned(),
        ..Default::default()
    };
    let found = weeks().search(&verb).unwrap();
    assert_eq!(in_panel, found.numbers().collect::<Vec<_>>());
}

#[test]
fn only_sources_are_left_out() {
    let mut driver = after("f<tab>-");
    assert!(driver.says("only sources"));
    assert!(driver.browse().request.filter.is_empty());
    let now = driver
        .browse()
        .command_now(Action::LeaveOut, &driver.app.shared);
    assert!(!now.unwrap().can);
    driver.press("<tab>");
    let now = driver
        .browse()
        .command_now(Action::LeaveOut, &driver.app.shared);
    assert!(now.is_none_or(|now| now.can));
}

#[test]
fn dates_are_typed_from_and_to_and_the_list_follows() {
    let days = |keys: &str| after(keys).listed().len();
    assert_eq!(days("fd2019-05"), 4);
    assert_eq!(days("fd2019-05-03"), 2);
    assert_eq!(days("fd2019-05-03..2019-06-10<enter>"), 5);
    assert_eq!(days("fd٢٠١٩-٠٦-١١..<enter>"), 2);
    assert_eq!(days("fd..2019-05-02<enter>"), 2);
    assert_eq!(days("fdمن 2019-05-03 إلى 2019-06-10<enter>"), 5);
    assert_eq!(days("fd<enter>"), weeks().len());
    let driver = after("fd2019-05-03..2019-06-10<enter>q");
    let said = screen(&driver);
    assert!(said.contains("dates 2019-05-03..2019-06-10"), "{said}");
    assert_eq!(driver.listed().len(), 5, "the filter outlives the panel");
}

#[test]
fn what_is_no_date_is_told_and_not_taken() {
    assert!(screen(&after("fdnot this year")).contains("not a date"));
    let mut driver = after("fd2019-13-40");
    assert!(
        screen(&driver).contains("2015-08..2015-10"),
        "how it is written"
    );
    driver.press("<enter>");
    assert!(driver.says("not a date"), "{:?}", driver.app.shared.message);
    assert_eq!(driver.app.mode(), Mode::FacetBox, "there to be mended");
    assert_eq!(driver.listed().len(), weeks().len());
    driver.press("<ctrl-u>2019-05<enter>");
    assert_eq!(driver.app.mode(), Mode::Facets);
    assert_eq!(driver.listed().len(), 4);
}

#[test]
fn esc_brings_the_dates_of_before_back() {
    let mut driver = after("fd2019-05<enter>d<ctrl-u>2019-06");
    assert_eq!(driver.listed().len(), 5);
    driver.press("<esc>");
    assert_eq!(driver.listed().len(), 4);
    driver.press("d");
    let filter = &driver.browse().request.filter;
    assert_eq!(filter.dates.as_ref().unwrap().text, "2019-05");
}

#[test]
fn a_corpus_of_few_months_is_filtered_by_days() {
    let driver = after("f");
    let facets = &driver.list().head.facets;
    let days: Vec<(String, usize)> = facets
        .days
        .iter()
        .map(|day| (day.value.to_string(), day.count))
        .collect();
    let expected = [
        ("2019-06-12", 1),
        ("2019-06-11", 1),
        ("2019-06-10", 3),
        ("2019-05-03", 2),
        ("2019-05-02", 2),
    ];
    assert_eq!(days, expected.map(|(day, count)| (day.to_owned(), count)));
    // Each month has its days after it.
    let months: Vec<usize> = facets
        .periods()
        .enumerate()
        .filter(|(_, facet)| matches!(facet.value, FacetPeriod::Month(_)))
        .map(|(at, _)| at)
        .collect();
    assert_eq!(months, [0, 4]);
    let mut driver = after("f<tab>3j<space>");
    assert_eq!(driver.listed().len(), 3);
    // A day and a month are either.
    driver.press("j<space>");
    assert_eq!(driver.listed().len(), 3 + 4);
    driver.press("x");
    assert_eq!(driver.listed().len(), weeks().len());
}

#[test]
fn a_corpus_of_years_is_filtered_by_months_until_few_are_asked_for() {
    let mut driver = Driver::after("f");
    assert!(driver.list().head.facets.days.is_empty());
    let month = driver.list().head.facets.months[0].value.unwrap();
    driver.press(&format!("d{:04}-{:02}<enter>", month.0, month.1));
    assert!(!driver.list().head.facets.days.is_empty());
}

#[test]
fn a_day_taken_stays_in_sight_when_nothing_is_of_it() {
    let driver = after("f<tab>j<space>q/النهر<enter>f");
    let days = &driver.list().head.facets.days;
    let taken = days
        .iter()
        .find(|day| day.value.to_string() == "2019-06-12");
    assert_eq!(taken.unwrap().count, 0);
}

#[test]
fn groups_are_days_where_the_list_has_them() {
    let mut driver = after("ooo");
    assert_eq!(driver.browse().group, Group::Day);
    let text = screen(&driver);
    assert!(text.contains("2019-06-10") && text.contains("group: day"));
    driver.press("o");
    assert_eq!(driver.browse().group, Group::None);
    // The demo corpus spans years.
    assert_eq!(Driver::after("ooo").browse().group, Group::None);
}

#[test]
fn the_panel_says_how_many_rows_are_out_of_view() {
    let mut driver = after("f");
    driver.resize(80, 13);
    let below = |driver: &Driver| screen(driver).contains('↓');
    let above = |driver: &Driver| screen(driver).contains('↑');
    let height = usize::from(driver.panes().panel.height);
    assert!(height < OUTLETS.len());
    assert!(below(&driver) && !above(&driver));
    let said = format!("Sources {}  ↓{}", OUTLETS.len(), OUTLETS.len() - height);
    assert!(screen(&driver).contains(&said), "{}", screen(&driver));
    driver.press("G<tab>G");
    let said = format!("↑{}", OUTLETS.len() - height);
    assert!(screen(&driver).contains(&said), "{}", screen(&driver));
    assert!(!below(&driver));
    driver.resize(80, 40);
    assert!(!below(&driver) && !above(&driver));
}

#[test]
fn spellings_are_counted_in_what_is_listed() {
    let counts = |driver: &Driver| {
        let line = driver.browse().forms_line().unwrap();
        let forms = line.forms.iter().filter_map(|form| form.articles);
        (forms.max().unwrap(), driver.listed().len())
    };
    assert_eq!(counts(&after("/المعرض<enter>")), (9, 9));
    assert_eq!(counts(&after("/المعرض<enter>f/واح<enter><space>")), (3, 3));
    assert_eq!(counts(&after("/المعرض<enter>f/واح<enter>-")), (6, 6));
    assert_eq!(counts(&after("/المعرض<enter>fd2019-05<enter>")), (4, 4));
}

/// Every key of the panel that only it has is among its hints.
#[test]
fn the_keys_of_the_panel_are_in_its_hints() {
    let mut driver = after("f");
    driver.resize(120, 40);
    let hints = screen(&driver).lines().last().unwrap().to_owned();
    for hint in ["Space take", "- leave out", "/ find", "d dates", "q close"] {
        assert!(hints.contains(hint), "{hint}: {hints}");
    }
    // Nothing is filtered that x could clear.
    assert!(!hints.contains("x clear"), "{hints}");
    driver.press("<space>");
    let hints = screen(&driver).lines().last().unwrap().to_owned();
    assert!(hints.contains("x clear"), "{hints}");
}

/// An Arabic layout sends the same: only the sign has no letter.
#[test]
fn the_panel_works_on_an_arabic_layout() {
    let mut driver = after("بظواح<enter>-");
    assert_eq!(driver.listed().len(), weeks().len() - 3);
    driver.press("سيx").press("<esc>");
    assert!(matches!(driver.app.top(), Screen::Browse(_)));
    assert_eq!(panel(&driver).column, FacetColumn::Periods);
}

/// What is typed is for the box, on the screen of the language too, and pasted text as well.
#[test]
fn what_is_pasted_goes_into_the_box() {
    let mut driver = after("f/");
    driver.app.shared.words = Words {
        language: Language::Arabic,
        ..Words::ENGLISH
    };
    driver.send(fihrist::app::Msg::Paste("الماسة".to_owned()));
    assert_eq!(shown(&driver), ["صحيفة الماسة"]);
    let mut driver = after("fd");
    driver.send(fihrist::app::Msg::Paste("2019-05".to_owned()));
    assert_eq!(driver.listed().len(), 4);
}
