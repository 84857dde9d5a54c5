//! Long versions in, how much of them is laid out for each step, and that all of them is shown.

use std::sync::Arc;

use super::entry;
use crate::app::compare::{Compare, ComparePosition, ScreenRow};
use crate::app::walk::Blocks;
use crate::dedup::{Comparison, compare};
use crate::library::Entry;
use crate::store::Compared;
use crate::text::{MAX_PART_BYTES, Options, laid_out_bytes};

/// Sentences of a long text.
const SENTENCES: usize = 5000;

/// Two versions and how they compare.
struct Versions {
    entries: [Arc<Entry>; 2],
    comparison: Arc<Comparison>,
}

impl Versions {
    fn new(texts: [String; 2]) -> Versions {
        let entries = texts.map(|text| entry("ميناء المرجان", &text));
        let [first, second] = &entries;
        Versions {
            comparison: Arc::new(compare(first.version(), second.version())),
            entries,
        }
    }

    fn shown(&self, size: (u16, u16)) -> Compare {
        let compared = Compared {
            keys: [super::key(0), super::key(1)],
            entries: self.entries.clone(),
            comparison: Arc::clone(&self.comparison),
        };
        Compare::new(compared, size, Options::default())
    }
}

/// Does something, which must cost no more than what is near the view.
#[track_caller]
fn is_local<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let before = laid_out_bytes();
    let done = act();
    let laid_out = laid_out_bytes() - before;
    // The stages above, in and below the view, each of both versions.
    assert!(laid_out <= 8 * MAX_PART_BYTES, "{what}: {laid_out} bytes");
    done
}

/// Two versions of a long text, of which two words differ, with so many sentences in a paragraph.
fn long_versions(sentences: usize) -> [String; 2] {
    ["قاربا", "زورقا"].map(|changed| {
        let sentence = |number: usize| {
            let boat = if number % 2500 == 1250 {
                changed
            } else {
                "مركبا"
            };
            let end = if number.is_multiple_of(sentences) {
                "\n"
            } else {
                " "
            };
            format!("وصل {number} {boat} إلى ميناء المرجان مساء أمس ثم عاد.{end}")
        };
        (1..=SENTENCES).map(sentence).collect()
    })
}

#[test]
fn of_long_versions_what_is_in_view_is_laid_out() {
    for sentences in [8, SENTENCES] {
        let versions = Versions::new(long_versions(sentences));
        for size in [(80, 24), (120, 40)] {
            let mut compare = is_local("open", || versions.shown(size));
            let (_, changes) = compare.change();
            assert_eq!(changes, 2);
            let sees_change = |compare: &Compare| {
                compare.rows_in_view().any(|(_, row)| match row {
                    ScreenRow::Text { row, sides, .. } => (0..).zip(sides).any(|(side, line)| {
                        let line = line.as_ref();
                        let marks = line.map(|line| compare.marks(*row, side, line));
                        marks.is_some_and(|[only, _]| !only.is_empty())
                    }),
                    _ => false,
                })
            };
            for _ in 0..2 {
                assert!(is_local("next change", || compare.next_change(1)));
                assert!(sees_change(&compare));
            }
            is_local("show all", || compare.toggle_same());
            is_local("end", || compare.scroll(isize::MAX / 2));
            is_local("page up", || compare.scroll(-20));
            is_local("resize", || compare.resize((100, 30), Options::default()));
            is_local("narrower", || compare.resize((60, 30), Options::default()));
            is_local("swap", || compare.swap());
            assert!(is_local("previous change", || compare.next_change(-1)));
            is_local("top", || compare.scroll(isize::MIN / 2));
        }
    }
}

/// Every line of both versions stands on a row once, stages or not, from either end.
#[test]
fn long_paragraphs_are_shown_whole() {
    let [first, second] = long_versions(SENTENCES / 2);
    let versions = Versions::new([first.clone(), second.clone()]);
    for size in [(80, 24), (120, 40)] {
        let mut compare = versions.shown(size);
        compare.toggle_same();
        let mut ends = [0, 0];
        let rows: Vec<(ComparePosition, ScreenRow)> = compare.rows().collect();
        let lines = rows.iter().flat_map(|(_, row)| match row {
            ScreenRow::Text { sides, .. } => sides.clone(),
            _ => [None, None],
        });
        for (side, line) in [0, 1].into_iter().cycle().zip(lines) {
            let Some(line) = line.filter(|line| !line.is_title) else {
                continue;
            };
            let start = line.offset + line.line.bytes.start;
            // Between sentences, and between paragraphs, stands no word.
            let between = [&first, &second][side].get(ends[side]..start);
            // One above the other, the second version's part of what is the same is not shown.
            let hidden = side == 1 && size.0 < 100;
            assert!(
                hidden || between.is_some_and(|text| text.trim().is_empty()),
                "{size:?}"
            );
            ends[side] = line.offset + line.line.bytes.end;
        }
        assert_eq!(ends[0], first.trim_end().len());
        assert!(size.0 < 100 || ends[1] == second.trim_end().len());
        let last = Some(compare.last_row());
        let up = std::iter::successors(last, |at| compare.row_before(*at));
        let mut up: Vec<ComparePosition> = up.collect();
        up.reverse();
        assert!(rows.into_iter().map(|(at, _)| at).eq(up));
    }
}
