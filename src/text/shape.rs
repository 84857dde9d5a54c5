//! Clusters in logical order in, the same clusters with their letters joined out.
//!
//! Joining is decided on the logical text and before lines are cut, so a word keeps its shape
//! wherever it ends up. The rules are those of the Unicode Standard, chapter 9.2 (R1 to R7): a letter
//! joins the nearest neighbour that is not transparent. Lam-alef is one cell, obligatory as it is, with
//! the marks of both letters on it; a joiner, a control or a level border between them keeps them apart.
//! (HarfBuzz does the same. fribidi leaves a lam that carries a mark alone.)
//!
//! Invariants: both sides of a joint agree; letters join only within a run of one level, for only
//! there do they stand side by side on the screen (UAX #9, 3.5).

use unicode_joining_type::{JoiningType, get_joining_type};

use super::cluster::Cluster;
use super::presentation_forms::{self, Form};

/// The letter that takes a following alef into its cell.
pub(super) const LAM: char = '\u{0644}';

/// What the next character may join.
#[derive(Default)]
pub(super) struct Joining {
    /// The last character that was not transparent, if it joins the one after it.
    open: Option<Open>,
}

struct Open {
    /// Its cluster; None when no cell shows it (ZWJ).
    cluster: Option<usize>,
    level: u8,
}

impl Joining {
    /// Joins `c` to what is before it. If a cell was made for `c`, it is cluster `index`.
    pub(super) fn push(&mut self, clusters: &mut [Cluster], index: usize, c: char, level: u8) {
        let joining = if c.is_ascii() {
            JoiningType::NonJoining
        } else {
            get_joining_type(c)
        };
        if joining == JoiningType::Transparent {
            // A mark of direction on a level of its own ends the run (UAX #9, 3.5); ZWJ needs none.
            self.open
                .take_if(|before| before.cluster.is_some() && level != before.level);
            return;
        }
        let sides = JoinedSides::of(joining, level);
        let before = self.open.take();
        if sides.start
            && close(clusters, before, level)
            && let Some(cluster) = clusters.get_mut(index)
        {
            cluster.form = joined_at_start(cluster.form, level);
        }
        if sides.end {
            let cluster = (index < clusters.len()).then_some(index);
            self.open = Some(Open { cluster, level });
        }
    }

    /// Turns `lam` into its ligature with `alef`, if there is one; it joins nothing after it.
    pub(super) fn ligate(&mut self, lam: &mut Cluster, alef: char, level: u8) -> bool {
        // On an even level the alef would stand at the right of the lam.
        if level.is_multiple_of(2) || lam.level != level {
            return false;
        }
        let Some(ligature) = presentation_forms::lam_alef(alef, lam.form.joins_before()) else {
            return false;
        };
        lam.base = ligature;
        self.open = None;
        true
    }
}

/// On which of its sides a character joins: towards the text before it, towards the text after.
struct JoinedSides {
    start: bool,
    end: bool,
}

impl JoinedSides {
    /// Arabic turned round (an even level: a left-to-right override) joins as it stands on the
    /// screen, where the text before a letter is at its left.
    fn of(joining: JoiningType, level: u8) -> JoinedSides {
        use JoiningType::{DualJoining, JoinCausing, LeftJoining, RightJoining};
        let both = matches!(joining, DualJoining | JoinCausing);
        let (right, left) = (
            both || joining == RightJoining,
            both || joining == LeftJoining,
        );
        if level.is_multiple_of(2) {
            JoinedSides {
                start: left,
                end: right,
            }
        } else {
            JoinedSides {
                start: right,
                end: left,
            }
        }
    }
}

/// The form of a letter on `level` that joins the text before it as well. The forms are named for
/// letters that run from right to left.
fn joined_at_start(form: Form, level: u8) -> Form {
    if level.is_multiple_of(2) {
        form.joined_after()
    } else {
        form.joined_before()
    }
}

fn joined_at_end(form: Form, level: u8) -> Form {
    joined_at_start(form, level + 1)
}

/// Whether the character `before` can be joined from `level`; if so its cluster takes the joined form.
fn close(clusters: &mut [Cluster], before: Option<Open>, level: u8) -> bool {
    let Some(before) = before else { return false };
    let Some(cluster) = before.cluster.and_then(|index| clusters.get_mut(index)) else {
        return true;
    };
    let joins = before.level == level;
    if joins {
        cluster.form = joined_at_end(cluster.form, level);
    }
    joins
}

/// Shows every letter in the form its joining asks for; those that are composed of a form and a mark only
/// where marks are shown.
pub(super) fn apply(clusters: &mut [Cluster], with_marks: bool) {
    for cluster in clusters {
        let Some(form) = presentation_forms::form(cluster.base, cluster.form) else {
            continue;
        };
        let lacks_small_v = presentation_forms::lacks_small_v(cluster.base);
        if with_marks || !lacks_small_v {
            cluster.base = form;
            cluster.small_v = lacks_small_v;
        }
    }
}
