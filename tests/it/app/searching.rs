//! Searching, filtering, sorting and grouping: key strings in, lists and counts out.

use fihrist::app::{Msg, Panel};
use fihrist::library::{Request, Sort};
use fihrist::store::{Group, ListRow};

use super::check;
use super::driver::{Driver, demo};

#[test]
fn each_letter_narrows_and_esc_brings_all_back() {
    let mut driver = Driver::after("3j");
    let before = driver.listed();
    driver.press("/");
    let mut counts = Vec::new();
    for letter in ["م", "ي", "ن", "ا", "ء"] {
        counts.push(driver.press(letter).listed().len());
    }
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    assert!(counts[4] > 0 && counts[4] < before.len(), "{counts:?}");
    assert_eq!(driver.place(), "search ميناء");
    driver.press("<esc>");
    assert_eq!(driver.listed(), before);
    assert_eq!(driver.browse().request.text, "");
}

#[test]
fn an_accepted_search_stays_and_the_best_match_is_first() {
    let driver = Driver::after("/ميناء<enter>");
    assert_eq!(driver.place(), "list 0");
    assert_eq!(driver.browse().request.text, "ميناء");
    assert_eq!(driver.browse().request.sort, Sort::Relevance);
    let library = driver.library();
    let best = library.get(driver.listed()[0]).unwrap();
    assert!(best.article.text.contains("ميناء"));
    let driver = Driver::after("/ميناء<enter>c");
    assert_eq!(driver.listed(), Driver::demo().listed());
}

/// What stood in the box before is what Esc goes back to, not nothing.
#[test]
fn esc_in_a_second_search_restores_the_first() {
    let first = Driver::after("/ميناء<enter>").listed();
    let mut driver = Driver::after("/ميناء<enter>/<ctrl-u>كتاب");
    assert_ne!(driver.listed(), first);
    assert_eq!(driver.press("<esc>").listed(), first);
    assert_eq!(driver.browse().request.text, "ميناء");
}

#[test]
fn history_goes_back_and_forward() {
    let before = "/ميناء<enter>/<ctrl-u>كتاب<enter>/<ctrl-u>";
    check(before, "", "search ");
    check(before, "<alt-up>", "search كتاب");
    check(before, "<alt-up><alt-up>", "search ميناء");
    check(before, "<alt-up><alt-up><alt-up>", "search ميناء");
    check(before, "<alt-up><alt-up><alt-down>", "search كتاب");
    check(before, "<alt-up><alt-down>", "search ");
    check(before, "<ctrl-r>", "search كتاب");
    // An accepted search is remembered once.
    check(
        "/ميناء<enter>/<enter>/<ctrl-u>",
        "<alt-up><alt-up>",
        "search ميناء",
    );
    let again = Driver::after("/ميناء<enter>/<enter>");
    assert_eq!(again.app.shared.history, ["ميناء"]);
}

#[test]
fn editing_the_line() {
    check("/", "ميناء<backspace><backspace>", "search مين");
    check("/ميناء قديم", "<ctrl-w>", "search ميناء ");
    check("/abc", "<left>x", "search abxc");
    check("/abc", "<home>x", "search xabc");
    check("/abc", "<ctrl-a><ctrl-k>", "search ");
    // On the screen the left arrow goes on in Arabic text.
    check("/مينا", "<home><left>و", "search موينا");
    check("/مينا", "<right>و", "search مينوا");
}

#[test]
fn left_and_right_are_those_of_the_screen_and_the_rest_is_logical() {
    // Over the number and back into the Arabic.
    check("/بحر 12", "<left><left>x", "search بحر x12");
    check("/بحر 12", "<right>x", "search بحرx 12");
    check("/بحر 12", "<home><left>x", "search بxحر 12");
    check("/بحر 12", "<ctrl-b><ctrl-b>x", "search بحر x12");
    check("/بحر 12", "<ctrl-a><ctrl-f>x", "search بxحر 12");
    check("/بحر 12 موج", "<alt-b><ctrl-right>x", "search بحر x12 موج");
    check("/sea 12 wave", "<alt-b><ctrl-left>x", "search sea x12 wave");
    check(
        "/بحر 12 موج",
        "<home><alt-f><ctrl-left>x",
        "search بحر 12x موج",
    );
    check("/بحر 12 موج", "<home><alt-d>", "search  12 موج");
    check("/بحر 12-3", "<alt-backspace>", "search بحر 12-");
    check("/بحر 12-3", "<ctrl-w>", "search بحر ");
    check("/بحر", "<home><delete>", "search حر");
    check("/بَحر", "<home><delete>", "search حر");
    check("/حبَ", "<backspace>", "search حب");
    // On an Arabic layout too.
    check("/بحر 12", "<home><alt-ب>x", "search بحرx 12");
}

#[test]
fn presentation_forms_are_undone() {
    check("/", "\u{FEFB}", "search لا");
    let mut driver = Driver::after("/");
    driver.send(Msg::Paste(
        "\u{FEE3}\u{FEF4}\u{FEE8}\u{FE8E}\u{FE80}".to_owned(),
    ));
    assert_eq!(driver.place(), "search ميناء");
    assert!(!driver.says("screen order"));
    let mut driver = Driver::after("/");
    driver.send(Msg::Paste(
        " 12 \u{FE80}\u{FE8E}\u{FEE8}\u{FEF4}\u{FEE3}\n".to_owned(),
    ));
    assert_eq!(driver.place(), "search ميناء 12");
    assert!(driver.says("screen order"));
}

#[test]
fn pasted_text_is_searched_without_its_controls() {
    let mut driver = Driver::after("/");
    driver.send(Msg::Paste("مي\u{202e}ناء\u{1b}\n".to_owned()));
    assert_eq!(driver.browse().request.text.trim(), "ميناء");
    assert_eq!(driver.listed(), Driver::after("/ميناء").listed());
    let mut driver = Driver::demo();
    driver.send(Msg::Paste("q".to_owned()));
    assert!(driver.asked.is_empty() && driver.place() == "list 0");
}

#[test]
fn the_results_can_be_walked_without_leaving_the_box() {
    let driver = Driver::after("/ميناء<ctrl-n><ctrl-n><ctrl-p>");
    assert_eq!(driver.list().position(), 1);
    assert_eq!(driver.place(), "search ميناء");
    assert_eq!(Driver::after("/ميناء<ctrl-n><enter>").place(), "list 1");
}

/// A word that is not finished stays so: Enter changes nothing of what is on the screen.
#[test]
fn enter_keeps_the_rows_and_the_selection_that_are_on_the_screen() {
    for typed in ["سوري", "مين", "قطاف الزيت", "ميناء ", "\"من أ", "zz"] {
        let mut driver = Driver::after(&format!("/{typed}<down>"));
        let (rows, selected) = (driver.rows(), driver.selected());
        driver.press("<enter>");
        assert!(driver.rows() == rows, "{typed}");
        assert_eq!(driver.selected(), selected, "{typed}");
        assert_eq!(driver.browse().request.text, typed);
        if let Some(selected) = selected {
            driver.press("<enter>");
            assert_eq!(driver.reading(), selected, "{typed}");
        }
    }
}

#[test]
fn a_blank_ends_a_word_and_the_screen_says_which_is_a_beginning() {
    let begun = Driver::after("/مين<enter>");
    assert!(begun.browse().ends_in_a_beginning());
    let whole = Driver::after("/مين <enter>");
    assert!(!whole.browse().ends_in_a_beginning());
    assert_ne!(begun.listed(), whole.listed());
    let row = |driver: &Driver| {
        let (buffer, _) = driver.draw();
        let area = driver.panes().search;
        (area.x..area.right())
            .map(|x| buffer[(x, area.y)].symbol().to_owned())
            .collect::<String>()
    };
    assert!(row(&begun).contains('…'), "{}", row(&begun));
    assert!(!row(&whole).contains('…'), "{}", row(&whole));
    // Recalled, it is what it was.
    for typed in ["مين", "مين "] {
        let mut driver = Driver::after(&format!("/{typed}<enter>"));
        let listed = driver.listed();
        driver.press("/<ctrl-u><alt-up>");
        assert_eq!(driver.listed(), listed, "{typed:?}");
    }
}

#[test]
fn up_and_down_in_the_box_move_in_the_results() {
    let driver = Driver::after("/ميناء<down><down><up>");
    assert_eq!(driver.list().position(), 1);
    assert_eq!(driver.place(), "search ميناء");
}

#[test]
fn sorting_by_date_source_and_relevance() {
    let sorts = |before: &str, presses: usize| {
        let driver = Driver::after(&format!("{before}{}", "s".repeat(presses)));
        driver.browse().request.sort
    };
    assert_eq!(
        [0, 1, 2, 3].map(|n| sorts("", n)),
        [Sort::Date, Sort::Oldest, Sort::Source, Sort::Date]
    );
    let under_search = [0, 1, 2, 3, 4].map(|n| sorts("/ميناء<enter>", n));
    assert_eq!(
        under_search,
        [
            Sort::Relevance,
            Sort::Date,
            Sort::Oldest,
            Sort::Source,
            Sort::Relevance
        ]
    );
    for (presses, sort) in [(0, Sort::Date), (1, Sort::Oldest), (2, Sort::Source)] {
        let driver = Driver::after(&"s".repeat(presses));
        let request = Request {
            sort,
            ..Request::default()
        };
        let expected = demo().search(&request).unwrap();
        assert_eq!(driver.listed(), expected.numbers().collect::<Vec<_>>());
    }
}

#[test]
fn groups_have_headers_that_are_never_selected() {
    for (keys, group) in [
        ("o", Group::Source),
        ("oo", Group::Month),
        ("ooo", Group::None),
    ] {
        let mut driver = Driver::after(keys);
        assert_eq!(driver.browse().group, group);
        let mut sizes = Vec::new();
        for row in &driver.rows() {
            match row {
                ListRow::Header { count, .. } | ListRow::More(count) => sizes.push((*count, 0)),
                ListRow::Article(_) => {
                    if let Some((_, seen)) = sizes.last_mut() {
                        *seen += 1;
                    }
                }
            }
        }
        assert_eq!(sizes.is_empty(), group == Group::None);
        assert!(sizes.iter().all(|(count, seen)| count == seen));
        let mut all = driver.listed();
        all.sort();
        assert_eq!(all.len(), demo().len());
        for _ in 0..all.len() {
            assert!(driver.selected().is_some());
            driver.press("j");
        }
        assert_eq!(driver.list().position(), all.len() - 1);
    }
}

#[test]
fn facets_count_what_the_search_finds_and_filter_it() {
    let mut driver = Driver::after("/ميناء<enter>f");
    let found = driver.listed().len();
    let facets = driver.list().head.facets.clone();
    assert_eq!(facets.sources.iter().map(|f| f.count).sum::<usize>(), found);
    assert_eq!(facets.months.iter().map(|f| f.count).sum::<usize>(), found);
    assert!(facets.sources.len() > 1);
    driver.press("<space>");
    assert_eq!(driver.listed().len(), facets.sources[0].count);
    // Sources are counted as if none were chosen, so that a second one can be added.
    assert_eq!(driver.list().head.facets.sources, facets.sources);
    driver.press("j<space>");
    let two = facets.sources[0].count + facets.sources[1].count;
    assert_eq!(driver.listed().len(), two);
    driver.press("<space>k<space>");
    assert_eq!(driver.listed().len(), found);
}

#[test]
fn months_are_the_other_column_and_x_clears() {
    let mut driver = Driver::after("f");
    let months = driver.list().head.facets.months.clone();
    driver.press("<tab>jj<enter>");
    assert_eq!(driver.listed().len(), months[2].count);
    assert_eq!(driver.press("x").listed().len(), demo().len());
    driver.press("<enter>q");
    assert!(matches!(driver.browse().panel, Panel::None));
    assert_eq!(
        driver.listed().len(),
        months[2].count,
        "the filter outlives the panel"
    );
    assert_eq!(driver.press("x").listed().len(), demo().len());
    check("", "f", "facets");
    check("f", "<esc>", "list 0");
    check("f", "f", "list 0");
}

#[test]
fn nothing_found_is_a_state_to_work_in() {
    let mut driver = Driver::after("/qxzjqx");
    assert!(driver.listed().is_empty());
    driver.press("<enter>jkGg<space>oosnN<enter>rieef<space>jq");
    assert_eq!(driver.press("c").listed().len(), demo().len());
}

/// Esc takes back what narrows the list, and then only says what leaves.
#[test]
fn esc_in_the_list_lets_go_of_search_and_filter_first() {
    for keys in ["/ميناء<enter>", "f<space>q", "/ميناء<enter>f<space>q"] {
        let mut driver = Driver::after(keys);
        assert!(driver.listed().len() < demo().len());
        for _ in 0..2 {
            if driver.listed().len() < demo().len() {
                driver.press("<esc>");
                assert!(driver.asked.is_empty(), "{keys}");
            }
        }
        assert_eq!(driver.listed(), Driver::demo().listed(), "{keys}");
        // It never ends the program.
        assert!(driver.press("<esc>").asked.is_empty(), "{keys}");
        assert!(driver.says("q quits"), "{keys}");
    }
}

/// Esc restores what was there, the selection too.
#[test]
fn esc_in_the_search_box_brings_the_selection_back() {
    let mut driver = Driver::after("5j");
    let selected = driver.selected();
    driver.press("/ميناء<esc>");
    assert_eq!(driver.selected(), selected);
}

#[test]
fn a_value_taken_stays_in_the_panel_when_nothing_has_it() {
    let driver = Driver::after("fj<space>q/Python<enter>f");
    let facets = &driver.list().head.facets;
    let taken = driver.browse().request.filter.sources.first().unwrap();
    let facet = facets.sources.iter().find(|f| f.value == *taken).unwrap();
    assert_eq!(facet.count, 0);
}

#[test]
fn a_year_is_found_in_a_date_and_in_a_span_of_years() {
    assert!(Driver::after("/2015").list().head.total > 2);
}
