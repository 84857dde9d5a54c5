//! Two versions and a size in, the rows of the screen and where the view goes out.

mod long;

use std::path::Path;
use std::sync::Arc;

use super::{Compare, ComparePosition, Pointer, ScreenRow, TextLine};
use crate::corpus::article::{Class, FoundValue, Origin, Paragraph};
use crate::corpus::{Article, Charset};
use crate::dedup::{compare, fold};
use crate::library::{ArticleKey, Entry};
use crate::store::Compared;
use crate::text::Options;
use crate::words::Words;

/// An article with a title field and a paragraph a line.
fn entry(title: &str, text: &str) -> Arc<Entry> {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        if !line.is_empty() {
            paragraphs.push(Paragraph {
                bytes: at..at + line.len(),
                class: Class::Text,
            });
        }
        at += line.len() + 1;
    }
    let found = |value: &str| FoundValue {
        value: value.to_owned(),
        from: Origin::Field,
    };
    let article = Article {
        key: crate::corpus::Key::default(),
        own_id: None,
        path: Arc::from(Path::new("a.jsonl")),
        record: 1,
        line: None,
        title: Some(found(title)).filter(|title| !title.value.is_empty()),
        source: Some(found("صدى الساحل")),
        date: None,
        date_guess: None,
        date_text: None,
        author: None,
        url: None,
        extra: Vec::new(),
        charset: Charset::Utf8,
        read_as: Arc::from("text"),
        text: text.to_owned(),
        paragraphs,
    };
    let folds = fold((&article).into());
    Arc::new(Entry {
        article,
        folds,
        hash: String::new(),
    })
}

fn compared(first: &str, second: &str, size: (u16, u16)) -> Compare {
    let title = "ميناء المرجان";
    let versions = [entry(title, first), entry(title, second)];
    let [first, second] = versions;
    new(first, second, size)
}

fn key(twin: u32) -> ArticleKey {
    ArticleKey {
        twin,
        ..ArticleKey::default()
    }
}

fn new(first: Arc<Entry>, second: Arc<Entry>, size: (u16, u16)) -> Compare {
    let compared = Compared {
        keys: [key(0), key(1)],
        comparison: Arc::new(compare(first.version(), second.version())),
        entries: [first, second],
    };
    Compare::new(compared, size, Options::default())
}

/// The number of a row of the screen.
fn number(compare: &Compare, row: ComparePosition) -> usize {
    let at = compare.rows().position(|(at, _)| at == row);
    at.expect("a row of the screen")
}

const FIRST: &str = "The club meets twice a week by the harbour.\n\
    Its youngest member is nine years old and plays well.\n\
    The harbour master lends it a room with two windows.\n\
    Nobody has ever paid for the tea that is served there.";
const SECOND: &str = "The club meets twice a month by the harbour.\n\
    Its youngest member is nine years old and plays well.\n\
    The harbour master lends it a room with two windows.\n\
    Nobody has ever paid for the coffee that is served there.";

/// A row a line: `1` and `2` whose it is, `=` the same, `⋯` folded.
fn shown(compare: &Compare) -> String {
    let text = |line: &TextLine| line.line.visual();
    let rows = compare.rows().skip(1).map(|(_, row)| match row {
        ScreenRow::Blank => String::new(),
        ScreenRow::Same { note, .. } => Words::ENGLISH.say(&note),
        ScreenRow::Text { sides, same, .. } => {
            let marked = |mark: &str, side: usize| {
                let line = sides[side].as_ref();
                line.map_or(String::new(), |line| format!("{mark} {}", text(line)))
            };
            if same {
                marked("=", 0)
            } else {
                format!("{} {}", marked("1", 0), marked("2", 1))
                    .trim()
                    .to_owned()
            }
        }
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_the_same_is_one_line() {
    let compare = compared(FIRST, SECOND, (80, 20));
    assert_eq!(
        shown(&compare),
        "\n1 The club meets twice a week by the harbour.\n\
         2 The club meets twice a month by the harbour.\n\
         ⋯ 2 paragraphs the same\n\
         1 Nobody has ever paid for the tea that is served there.\n\
         2 Nobody has ever paid for the coffee that is served there."
    );
}

#[test]
fn what_is_the_same_can_be_shown() {
    let mut compare = compared(FIRST, SECOND, (80, 20));
    compare.toggle_same();
    assert!(
        shown(&compare).contains(
            "\n\n= Its youngest member is nine years old and plays well.\n\n= The harbour"
        )
    );
    compare.toggle_same();
    assert!(shown(&compare).contains("⋯ 2 paragraphs the same"));
}

#[test]
fn a_wide_screen_shows_both_on_one_row() {
    let compare = compared(FIRST, SECOND, (120, 20));
    assert!(shown(&compare).starts_with(
        "\n1 The club meets twice a week by the harbour. 2 The club meets twice a month by the harbour.\n⋯"
    ));
}

/// Read first is what stands at the right in Arabic, at the left otherwise.
#[test]
fn the_first_version_stands_where_reading_begins() {
    let area = ratatui::layout::Rect::new(0, 0, 120, 20);
    let arabic = compared("بدأت التوسعة أمس", "بدأت التوسعة غدا", (120, 20)).frame(area);
    assert!(arabic.texts[0].x > arabic.texts[1].x);
    let tea = || entry("Tea", "Tea is served here.");
    let latin = new(tea(), tea(), (120, 20));
    let latin = latin.frame(area);
    assert!(latin.texts[0].x < latin.texts[1].x);
}

#[test]
fn n_goes_from_change_to_change() {
    let mut compare = compared(FIRST, SECOND, (80, 20));
    let pointed = |compare: &Compare| -> Vec<usize> {
        let rows = compare.rows();
        let pointed = rows.filter(|(at, _)| compare.pointer(*at) != Pointer::None);
        pointed.map(|(at, _)| at.block.row).collect()
    };
    let first_row = |compare: &Compare| *pointed(compare).first().expect("a change");
    assert_eq!(compare.change(), (None, 2));
    assert!(compare.next_change(1));
    assert_eq!(first_row(&compare), 1);
    assert!(compare.next_change(1));
    assert_eq!(pointed(&compare), [4, 4]);
    assert!(!compare.next_change(1));
    assert!(compare.next_change(-1));
    assert_eq!(first_row(&compare), 1);
    assert!(!compare.next_change(-1));
    let mut same = compared(FIRST, FIRST, (80, 20));
    assert!(!same.next_change(1) && !same.next_change(-1));
}

/// Changes of a row that is longer than the screen are all reached.
#[test]
fn n_reaches_what_is_far_down_a_long_paragraph() {
    let words = |changed: &str| {
        let word = |n: usize| {
            if n % 100 == 50 {
                changed.to_owned()
            } else {
                format!("word{n}")
            }
        };
        (0..900).map(word).collect::<Vec<_>>().join(" ")
    };
    let mut compare = compared(&words("old"), &words("new"), (120, 14));
    let mut seen = vec![false; compare.rows().count()];
    let mut steps = 0;
    while compare.next_change(1) {
        steps += 1;
        let top = number(&compare, compare.top);
        let end = (top + compare.page_rows()).min(seen.len());
        seen[top..end].fill(true);
    }
    assert!((3..20).contains(&steps), "{steps}");
    for (at, (_, row)) in compare.rows().enumerate() {
        if let ScreenRow::Text { row, sides, .. } = row {
            let marks = sides[0].iter().flat_map(|line| compare.marks(row, 0, line));
            assert!(
                seen[at] || marks.flatten().next().is_none(),
                "row {at} was never in view"
            );
        }
    }
}

#[test]
fn scrolling_ends_with_a_full_page() {
    let mut compare = compared(FIRST, SECOND, (40, 12));
    compare.toggle_same();
    compare.scroll(1000);
    let top = number(&compare, compare.top);
    assert_eq!(top + compare.page_rows(), compare.rows().count());
    compare.scroll(-1000);
    assert_eq!(number(&compare, compare.top), 0);
}

#[test]
fn the_view_stays_where_it_was() {
    let paragraph = |n: usize, word: &str| {
        format!(
            "Paragraph {n} says {word} of the harbour, {n} times over, and ends with {n} boats."
        )
    };
    let text = |word: &str| {
        let lines = (1..40).map(|n| paragraph(n, word));
        lines.collect::<Vec<_>>().join("\n")
    };
    let mut compare = compared(&text("much"), &text("little"), (120, 24));
    let row_at_top = |compare: &Compare| {
        let mut below = compare.rows_in_view();
        below.find_map(|(_, row)| match row {
            ScreenRow::Text { row, .. } => Some(*row),
            _ => None,
        })
    };
    compare.scroll(60);
    let before = row_at_top(&compare);
    for (cols, rows) in [(80, 24), (40, 12), (20, 5), (3, 1), (120, 40)] {
        compare.resize((cols, rows), Options::default());
        assert_eq!(row_at_top(&compare), before, "{cols}x{rows}");
        compare.swap();
        assert_eq!(row_at_top(&compare), before, "{cols}x{rows}, swapped");
        compare.toggle_same();
        assert_eq!(row_at_top(&compare), before, "{cols}x{rows}, toggled");
    }
}

#[test]
fn swapping_swaps_everything() {
    let mut compare = compared(FIRST, SECOND, (80, 20));
    let figures = |compare: &Compare| [0, 1].map(|side| (compare.only(side), compare.words(side)));
    let before = (shown(&compare), figures(&compare));
    compare.swap();
    assert_eq!(compare.articles(), [key(1), key(0)]);
    assert!(shown(&compare).starts_with("\n1 The club meets twice a month"));
    compare.swap();
    assert_eq!((shown(&compare), figures(&compare)), before);
}

/// Marks fall on the words that are marked, wherever lines break.
#[test]
fn marks_are_on_the_words() {
    for size in [(24, 20), (80, 20), (120, 20)] {
        let compare = compared(FIRST, SECOND, size);
        let mut marked = [String::new(), String::new()];
        for (_, row) in compare.rows() {
            let ScreenRow::Text { row, sides, .. } = row else {
                continue;
            };
            for side in [0, 1] {
                let Some(line) = &sides[side] else { continue };
                let [only, _] = compare.marks(row, side, line);
                for range in only {
                    let shown =
                        range.start.max(line.line.bytes.start)..range.end.min(line.line.bytes.end);
                    let at = line.offset + shown.start..line.offset + shown.end;
                    marked[side] += compare.entry(side).article.text.get(at).unwrap();
                    marked[side] += " ";
                }
            }
        }
        assert_eq!(marked, ["week tea ", "month coffee "], "{size:?}");
    }
}

#[test]
fn where_nothing_can_scroll_one_stays_at_the_change() {
    let mut compare = compared(FIRST, SECOND, (80, 60));
    assert!(compare.next_change(1));
    compare.scroll(1);
    assert_eq!(compare.change().0, Some(1));
    let mut compare = compared(FIRST, SECOND, (40, 12));
    compare.toggle_same();
    assert!(compare.next_change(1));
    compare.scroll(1000);
    assert_eq!(compare.change().0, None);
}
