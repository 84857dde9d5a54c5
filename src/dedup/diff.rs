//! Two runs of words in, what changed between them out.
//!
//! The comparison is [`imara_diff`]'s histogram, which anchors on rare words and is guarded against
//! its worst case, so long texts stay quick. Words are given as the stream has them; where a changed
//! stretch differs only in where white space stands (`و أمريكا`, `وأمريكا`), nothing has changed.
//!
//! Invariants: the edits cover both runs whole, in order, without overlap; two equal stretches never
//! touch.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

/// How a stretch of words came out of the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    Equal,
    Replace,
    /// Words that the earlier text has not.
    Insert,
    /// Words of the earlier text that are missing here.
    Delete,
}

impl Change {
    /// Every one, in the order above.
    pub(super) const ALL: [Change; 4] = [
        Change::Equal,
        Change::Replace,
        Change::Insert,
        Change::Delete,
    ];

    /// The word scripts see in `ops`.
    pub fn as_str(self) -> &'static str {
        match self {
            Change::Equal => "equal",
            Change::Replace => "replace",
            Change::Insert => "insert",
            Change::Delete => "delete",
        }
    }
}

/// A stretch of words and the earlier stretch it stands for. Positions are indices of words where
/// this module gives them, bytes in what [`crate::dedup`] publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub change: Change,
    /// Here; empty for [`Change::Delete`].
    pub here: Range<usize>,
    /// In the earlier text; empty for [`Change::Insert`].
    pub there: Range<usize>,
}

/// How `here` came out of `there`; positions are indices of words.
pub(super) fn edits(there: &[&[u8]], here: &[&[u8]]) -> Vec<Edit> {
    let mut input = InternedInput::default();
    input.update_before(there.iter().copied());
    input.update_after(here.iter().copied());
    let mut edits = Edits::default();
    for hunk in Diff::compute(Algorithm::Histogram, &input).hunks() {
        let there_range = hunk.before.start as usize..hunk.before.end as usize;
        let here_range = hunk.after.start as usize..hunk.after.end as usize;
        edits.equal_up_to(here_range.start, there_range.start);
        let before = there.get(there_range.clone()).unwrap_or(&[]);
        let after = here.get(here_range.clone()).unwrap_or(&[]);
        let change = match (before.is_empty(), after.is_empty()) {
            (true, _) => Change::Insert,
            (_, true) => Change::Delete,
            _ if same_letters(before, after) => Change::Equal,
            _ => Change::Replace,
        };
        edits.push(change, here_range.end, there_range.end);
    }
    edits.equal_up_to(here.len(), there.len());
    edits.list
}

/// Whether two stretches differ only in white space. Numbers side by side are not one number.
fn same_letters(a: &[&[u8]], b: &[&[u8]]) -> bool {
    let digits_meet = |words: &[&[u8]]| {
        words.windows(2).any(|pair| {
            let ends = pair[0].last().is_some_and(u8::is_ascii_digit);
            ends && pair[1].first().is_some_and(u8::is_ascii_digit)
        })
    };
    a.iter()
        .flat_map(|w| w.iter())
        .eq(b.iter().flat_map(|w| w.iter()))
        && !digits_meet(a)
        && !digits_meet(b)
}

#[derive(Default)]
struct Edits {
    list: Vec<Edit>,
    here: usize,
    there: usize,
}

impl Edits {
    fn equal_up_to(&mut self, here: usize, there: usize) {
        if here > self.here {
            self.push(Change::Equal, here, there);
        }
    }

    fn push(&mut self, change: Change, here: usize, there: usize) {
        let edit = Edit {
            change,
            here: self.here..here,
            there: self.there..there,
        };
        (self.here, self.there) = (here, there);
        match self.list.last_mut() {
            Some(last) if last.change == Change::Equal && change == Change::Equal => {
                last.here.end = here;
                last.there.end = there;
            }
            _ => self.list.push(edit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, edits};
    use proptest::prelude::*;

    /// `=` equal, `~` replaced, `+` inserted, `-` deleted; what stands there in brackets.
    #[track_caller]
    fn check(there: &str, here: &str, expected: &str) {
        let before: Vec<&[u8]> = there.split(' ').map(str::as_bytes).collect();
        let after: Vec<&[u8]> = here.split(' ').map(str::as_bytes).collect();
        let words = |words: &[&[u8]]| {
            let words = words
                .iter()
                .map(|w| String::from_utf8_lossy(w).into_owned());
            words.collect::<Vec<_>>().join(" ")
        };
        let shown = edits(&before, &after).into_iter().map(|edit| {
            let (new, old) = (words(&after[edit.here]), words(&before[edit.there]));
            match edit.change {
                Change::Equal => format!("={new}"),
                Change::Replace => format!("~{new}({old})"),
                Change::Insert => format!("+{new}"),
                Change::Delete => format!("-({old})"),
            }
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn what_changed_is_named() {
        check("قتل 12 شخصا", "قتل 15 شخصا", "=قتل ~15(12) =شخصا");
        check("وصل الوزير", "لم وصل الوزير", "+لم =وصل الوزير");
        check("لم وصل الوزير", "وصل الوزير", "-(لم) =وصل الوزير");
        check("نعم", "نعم", "=نعم");
    }

    #[test]
    fn white_space_is_no_change() {
        check(
            "روسيا و امريكا معا",
            "روسيا وامريكا معا",
            "=روسيا وامريكا معا",
        );
        check("عام 12 5 فقط", "عام 125 فقط", "=عام ~125(12 5) =فقط");
    }

    proptest! {
        #[test]
        fn edits_cover_both_runs(there in "[ab ]{0,40}", here in "[abc ]{0,40}") {
            let before: Vec<&[u8]> = there.split(' ').map(str::as_bytes).collect();
            let after: Vec<&[u8]> = here.split(' ').map(str::as_bytes).collect();
            let (mut h, mut t) = (0, 0);
            for edit in edits(&before, &after) {
                prop_assert_eq!(edit.here.start, h);
                prop_assert_eq!(edit.there.start, t);
                (h, t) = (edit.here.end, edit.there.end);
                if edit.change == Change::Equal {
                    prop_assert_eq!(before[edit.there].concat(), after[edit.here].concat());
                }
            }
            prop_assert_eq!((h, t), (after.len(), before.len()));
        }
    }
}
