//! Key strings in, one row a story and the panel of the same elsewhere out: over three versions of one story, an article that shares their last paragraph, and two
//! that share nothing.

use std::sync::{Arc, LazyLock};

use fihrist::app::browse::without_copies;
use fihrist::app::note::AppNote;
use fihrist::app::{Msg, Panel};
use fihrist::library::{self, ArticleNo, Library};
use fihrist::store::{ElsewhereRow, ListRow, Why};
use fihrist::words::Said;

use super::driver::Driver;
use crate::support::Scratch;

const ANNOUNCED: &str = "ستبدأ حافلة المكتبة المتنقلة جولتها الأولى مطلع الشهر المقبل، وستقف كل أسبوع في أربع قرى جبلية لا توجد فيها مكتبات، كما أعلنت بلدية رأس النخيل";
const BOOKS: &str = "كتاب للأطفال والكبار، وإن الإعارة فيها بلا رسوم لمدة ثلاثة أسابيع، وإن سائقها قارئ قديم يعرف الطرق كلها.";
const BACKGROUND: &str = "وكانت مكتبة رأس النخيل قد فتحت أبوابها قبل أربعين عاما في بيت قديم قرب المرفأ، ثم انتقلت إلى مبناها الحالي بعد تبرع من صيادي المدينة.";

/// The agency's text, what two outlets made of it, and others.
fn records() -> String {
    let agency = format!(
        r"{ANNOUNCED} يوم الاثنين.\nوقالت أمينة المكتبة سلوى النجار إن الحافلة تحمل ثلاثة آلاف {BOOKS}\n{BACKGROUND}"
    );
    let paper = format!(
        r"{ANNOUNCED} أمس.\nوقالت أمينة المكتبة سلوى النجار إن الحافلة تحمل خمسة آلاف {BOOKS}\n{BACKGROUND}"
    );
    let site = format!(
        r"{ANNOUNCED} يوم الاثنين.\nوقالت سلوى النجار إن الحافلة تحمل ثلاثة آلاف {BOOKS}\nوتنتظر القرى الجبلية الحافلة منذ عامين.\n{BACKGROUND}"
    );
    let filler = r"تروي القارئة الأولى أنها استعارت كتابا عن النجوم ولم تعده إلا بعد عام كامل.\n";
    let birthday = format!(r"{filler}{BACKGROUND}");
    [
        (
            "أربعون عاما على مكتبة رأس النخيل",
            "منارة الشرق",
            "2019-06-20",
            birthday.as_str(),
        ),
        (
            "حافلة تحمل خمسة آلاف كتاب إلى الجبل",
            "بريد النهر",
            "2019-04-09",
            &paper,
        ),
        (
            "وصفة خبز بلا خميرة",
            "بريد النهر",
            "2019-03-02",
            "يُخلط الدقيق بالماء والملح، ثم يترك ساعة في مكان دافئ قبل أن يخبز.",
        ),
        (
            "القرى الجبلية تنتظر حافلة المكتبة",
            "صدى الساحل",
            "2019-04-10",
            &site,
        ),
        (
            "حافلة المكتبة تبدأ جولتها الأولى",
            "وكالة الضفتين",
            "2019-04-08",
            &agency,
        ),
        (
            "نتائج دوري الشطرنج المدرسي",
            "صدى الساحل",
            "2019-05-01",
            "فازت مدرسة التلال في الجولة الأخيرة بعد أربع مباريات انتهت كلها بالتعادل.",
        ),
    ]
    .map(|(title, source, date, text)| {
        format!(
            r#"{{"title": "{title}", "source": "{source}", "date": "{date}", "text": "{text}"}}"#
        )
    })
    .join("\n")
}

/// In the order they are loaded.
pub(super) const BIRTHDAY: ArticleNo = ArticleNo(0);
pub(super) const PAPER: ArticleNo = ArticleNo(1);
const BREAD: ArticleNo = ArticleNo(2);
pub(super) const SITE: ArticleNo = ArticleNo(3);
pub(super) const AGENCY: ArticleNo = ArticleNo(4);
const CHESS: ArticleNo = ArticleNo(5);

/// Those articles, loaded once from a file that is gone by then.
pub(crate) fn library() -> Arc<Library> {
    static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| {
        let scratch = Scratch::with(&[("six.jsonl", &records())]);
        library::open(&[scratch.path().to_owned()]).unwrap()
    });
    Arc::clone(&LIBRARY)
}

pub(super) fn after(keys: &str) -> Driver {
    let mut driver = Driver::new(&library(), (80, 24));
    driver.press(keys);
    driver
}

/// The agency's version being read, and these keys.
pub(super) fn reading_agency(keys: &str) -> Driver {
    let mut driver = after("");
    driver.select(AGENCY).press("<enter>").press(keys);
    driver
}

pub(super) fn panel(driver: &Driver) -> (&[ElsewhereRow], usize) {
    match &driver.browse().panel {
        Panel::Elsewhere(panel) => (panel.rows(), panel.selected),
        other => panic!("{other:?}"),
    }
}

fn numbers(driver: &Driver) -> Vec<ArticleNo> {
    let rows = panel(driver).0.iter();
    rows.map(|row| driver.no(row.card.key)).collect()
}

#[test]
fn a_list_shows_every_article_until_one_row_a_story_is_asked_for() {
    let newest_first = [BIRTHDAY, CHESS, SITE, PAPER, AGENCY, BREAD];
    assert_eq!(after("").listed(), newest_first);
    let driver = after("e");
    assert_eq!(driver.listed(), [BIRTHDAY, CHESS, SITE, BREAD]);
    assert_eq!(driver.behind(SITE), 2);
    assert_eq!(driver.list().head.count, 4);
    assert!(driver.says("4 stories"));
    assert_eq!(after("ee").listed(), newest_first);
    assert_eq!(after("<f6>").listed(), driver.listed());
    assert_eq!(after("ث").listed(), driver.listed());
}

#[test]
fn the_selection_stays_on_its_story() {
    let mut driver = after("");
    driver.select(AGENCY).press("e");
    assert_eq!(driver.selected(), Some(SITE));
    driver.press("e");
    assert_eq!(driver.selected(), Some(SITE));
    driver.select(BREAD).press("e");
    assert_eq!(driver.selected(), Some(BREAD));
}

#[test]
fn a_row_stands_for_the_versions_that_were_found_and_for_no_others() {
    // Only the agency and the paper have these words.
    let driver = after("e/وقالت أمينة<enter>");
    assert_eq!(driver.listed().len(), 1);
    let row = driver.listed()[0];
    assert_eq!(driver.behind(row), 1);
    assert_eq!(versions(&driver, row), 3);
}

#[test]
fn groups_count_stories() {
    let driver = after("eo");
    let rows = driver.rows();
    let counts = rows.iter().filter_map(|row| match row {
        ListRow::Header { name, count } => Some((name.as_str(), *count)),
        _ => None,
    });
    let expected = [("منارة الشرق", 1), ("صدى الساحل", 2), ("بريد النهر", 1)];
    assert_eq!(counts.collect::<Vec<_>>(), expected);
}

#[test]
fn an_article_behind_a_row_is_in_the_list() {
    let mut driver = after("e");
    driver.select(SITE).press("<enter>sj<enter>");
    assert_eq!(driver.reading(), PAPER);
    assert!(driver.list().stands_for(driver.reader().key));
    assert_eq!(driver.selected(), Some(SITE));
}

#[test]
fn the_panel_has_versions_first_then_articles_that_share_a_passage() {
    let driver = reading_agency("s");
    assert_eq!(driver.place(), "elsewhere");
    assert_eq!(numbers(&driver), [PAPER, SITE, BIRTHDAY]);
    let (rows, selected) = panel(&driver);
    assert_eq!(selected, 0);
    for row in &rows[..2] {
        let Why::Version { difference, first } = row.why else {
            panic!("{row:?}");
        };
        // How like it is to the article being read.
        let difference = difference.expect("few versions are all compared");
        assert!((50..100).contains(&difference.percent) && !first, "{row:?}");
    }
    let Why::Shares { passages, .. } = &rows[2].why else {
        panic!("{:?}", rows[2]);
    };
    let Panel::Elsewhere(known) = &driver.browse().panel else {
        panic!("the panel is open");
    };
    let shared = &known.known.as_ref().unwrap().passages[passages[0]];
    let text = driver.reader().entry.article.text.get(shared.bytes.clone());
    assert_eq!(text, Some(BACKGROUND));
    // The Arabic layout reaches it by the same key.
    assert_eq!(reading_agency("س").place(), "elsewhere");
}

#[test]
fn the_first_version_is_known_as_such() {
    let driver = {
        let mut driver = after("");
        driver.select(SITE).press("<enter>s");
        driver
    };
    assert_eq!(numbers(&driver), [AGENCY, PAPER, BIRTHDAY]);
    assert!(matches!(
        panel(&driver).0[0].why,
        Why::Version { first: true, .. }
    ));
}

#[test]
fn a_jump_lands_on_the_shared_passage_and_comes_back() {
    let mut driver = Driver::new(&library(), (60, 12));
    driver.select(AGENCY).press("<enter>sG<enter>");
    assert_eq!(driver.reading(), BIRTHDAY);
    let reader = driver.reader();
    let byte = reader.entry.article.text.find(BACKGROUND).unwrap();
    assert!(driver.top() > 0 && driver.view().contains(&driver.row_of(byte).unwrap()));
    // Where one came from shares the passage in view: it is the first that does.
    let first = &panel(&driver).0[0];
    assert!(
        matches!(first.why, Why::Shares { in_view: true, .. }),
        "{first:?}"
    );
    // With the panel that was open, on the row it was on.
    driver.press("<ctrl-o>");
    assert_eq!(
        (driver.reading(), driver.place().as_str()),
        (AGENCY, "elsewhere")
    );
    let (rows, selected) = panel(&driver);
    assert_eq!(selected, rows.len() - 1);
    assert_eq!(driver.press("q").place(), "reader 0");
}

#[test]
fn an_article_of_its_own_shares_nothing() {
    let mut driver = after("");
    driver.select(BREAD).press("<enter>s");
    assert!(panel(&driver).0.is_empty());
    assert_eq!(versions(&driver, BREAD), 0);
    for keys in ["j", "<enter>", "d", "G"] {
        driver.press(keys);
        assert_eq!(driver.place(), "elsewhere", "{keys}");
    }
    assert_eq!(driver.press("<esc>").place(), "reader 0");
}

#[test]
fn panels_change_places() {
    for (keys, place) in [
        ("s", "elsewhere"),
        ("ss", "reader 0"),
        ("sq", "reader 0"),
        ("sr", "related"),
        ("rs", "elsewhere"),
        ("sJ", "elsewhere"),
        ("s?q", "elsewhere"),
    ] {
        assert_eq!(reading_agency(keys).place(), place, "{keys}");
    }
}

/// Versions of an article's story, as its row says.
fn versions(driver: &Driver, no: ArticleNo) -> usize {
    let rows = driver.rows();
    let of = |row: &ListRow| match row {
        ListRow::Article(card) if driver.no(card.key) == no => Some(card.versions),
        _ => None,
    };
    rows.iter().find_map(of).expect("the article is listed")
}

/// A screen whose search for copies has not ended.
fn unanswered() -> Driver {
    let mut driver = Driver::loading((80, 24));
    driver.publish(&library(), true);
    driver
}

#[test]
fn until_copies_are_known_the_screen_says_so() {
    let mut driver = unanswered();
    driver.press("e");
    assert!(driver.says("looking for copies"));
    assert_eq!(driver.listed().len(), 6);
    driver.select(AGENCY).press("<enter>s");
    assert!(panel(&driver).0.is_empty());
    driver.find_copies();
    assert_eq!(numbers(&driver), [PAPER, SITE, BIRTHDAY]);
    assert_eq!(driver.press("qq").listed().len(), 4);
}

#[test]
fn where_copies_cannot_be_found_the_screen_says_so() {
    let mut driver = unanswered();
    driver.select(AGENCY).press("<enter>s");
    let said = |driver: &Driver| without_copies(driver.app.shared.known.copies);
    assert_eq!(said(&driver), Some(AppNote::LookingForCopies));
    let known = driver.store.give_up_copies();
    driver.send(Msg::Known(known));
    assert_eq!(said(&driver), Some(AppNote::CopiesNotKnown));
    assert!(driver.press("qqe").says("copies are not known"));
    // A newer library is a new attempt.
    driver.load(&self::library(), true);
    assert_eq!(said(&driver), None);
}

#[test]
fn where_loading_fails_copies_are_found_among_what_was_loaded() {
    let mut driver = Driver::loading((80, 24));
    driver.load(&library(), false).press("e");
    driver.send(Msg::LoadFailed(AppNote::CopiesNotKnown.sentence()));
    driver.find_copies();
    assert_eq!(driver.listed().len(), 4);
}

/// Both panels below an article count its versions alike, itself among them, and other things with their names.
#[test]
fn the_panels_of_an_article_agree_on_its_versions() {
    for keys in ["s", "r"] {
        let driver = reading_agency(keys);
        let (buffer, _) = driver.draw();
        let text: String = buffer
            .content()
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert!(text.contains("3 versions ─"), "{keys}: {text}");
        if keys == "r" {
            let articles = text.contains("articles ─") || text.contains("1 article ─");
            assert!(articles, "{text}");
        }
    }
}
