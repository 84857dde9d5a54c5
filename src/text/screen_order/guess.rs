//! The characters of a screen line in, the texts that may have been laid out so out, likeliest
//! first.
//!
//! Applied to what the screen shows, read from the side the paragraph begins at, UAX #9 finds nearly
//! the levels the text had; turning its runs round again gives the text. "Nearly", because a Latin
//! phrase is then met from its end. Three things are therefore guessed:
//!
//! - the direction of the paragraph: that of most words, then the other;
//! - in a right-to-left one, whether a number right of a Latin word on the screen belongs to its
//!   phrase (`Boeing 737`), then whether not;
//! - in a left-to-right one, whether a number left of an Arabic word belongs to that, then whether not.

use unicode_bidi::BidiClass;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::bidi::{self, Base, Direction, Levels};

/// What may stand at the border of a run of one direction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BorderClass {
    Left,
    Right,
    /// Digits that may belong to a Latin phrase (European, by class).
    Number,
    /// Digits that never do (Arabic, by class).
    ArabicNumber,
    Neutral,
}

/// One base with its marks.
#[derive(Clone, Copy)]
struct ScreenGlyph<'a> {
    cluster: &'a str,
    kind: BorderClass,
}

/// A screen line from left to right.
pub(super) struct Glyphs<'a> {
    all: Vec<ScreenGlyph<'a>>,
}

impl<'a> Glyphs<'a> {
    pub(super) fn new(line: &'a str) -> Glyphs<'a> {
        let glyph = |cluster: &'a str| ScreenGlyph {
            cluster,
            kind: kind(cluster),
        };
        Glyphs {
            all: line.graphemes(true).map(glyph).collect(),
        }
    }

    pub(super) fn guesses(&self) -> Vec<String> {
        let right = [true, false].map(|numbers| self.read_from_right(&self.latin_runs(numbers)));
        let left = [true, false].map(|numbers| self.read_from_left(numbers));
        if self.words(BorderClass::Right) >= self.words(BorderClass::Left) {
            right.into_iter().chain(left).collect()
        } else {
            left.into_iter().chain(right).collect()
        }
    }

    /// Words that begin, on the screen, with a letter of a direction.
    fn words(&self, kind: BorderClass) -> usize {
        let begins =
            |pair: &[ScreenGlyph<'_>]| matches!(pair, [a, b] if a.kind != kind && b.kind == kind);
        let first = self.all.first().is_some_and(|glyph| glyph.kind == kind);
        usize::from(first) + self.all.windows(2).filter(|pair| begins(pair)).count()
    }

    /// The text if its paragraph is right to left and each of `runs` a left-to-right phrase.
    fn read_from_right(&self, runs: &[(usize, usize)]) -> String {
        let mut read = Vec::with_capacity(self.all.len());
        let mut end = self.all.len();
        for (start, stop) in runs.iter().rev() {
            read.extend(turned(self.all.get(*stop..end)));
            read.extend(self.all.get(*start..*stop).into_iter().flatten().map(kept));
            end = *start;
        }
        read.extend(turned(self.all.get(..end)));
        numbers_turned(&read)
    }

    /// Stretches that begin with a Latin letter and end with one (or with a number), without Arabic
    /// between, and brackets closed.
    fn latin_runs(&self, numbers: bool) -> Vec<(usize, usize)> {
        let ends = |kind| kind == BorderClass::Left || numbers && kind == BorderClass::Number;
        let mut runs = Vec::new();
        let mut at = 0;
        while let Some(start) = self.find(at, |kind| kind == BorderClass::Left) {
            let parts = |kind| matches!(kind, BorderClass::Right | BorderClass::ArabicNumber);
            let stop = self.find(start, parts).unwrap_or(self.all.len());
            let last = self.rfind(start..stop, ends).unwrap_or(start);
            let end = self.closed((start, last + 1), stop);
            runs.push((start, end));
            at = end.max(start + 1);
        }
        runs
    }

    /// The end of a run with the brackets after it that it has opened.
    fn closed(&self, (start, mut end): (usize, usize), stop: usize) -> usize {
        let mut open = 0_usize;
        for glyph in self.all.get(start..end).into_iter().flatten() {
            match glyph.cluster {
                "(" | "[" | "{" => open += 1,
                ")" | "]" | "}" => open = open.saturating_sub(1),
                _ => {}
            }
        }
        while open > 0 && end < stop {
            match self.all.get(end).map(|glyph| glyph.cluster) {
                Some(")" | "]" | "}") => open -= 1,
                _ => break,
            }
            end += 1;
        }
        end
    }

    /// The text if its paragraph is left to right: stretches from Arabic letter to Arabic letter are
    /// turned, `numbers` before them on the screen too.
    fn read_from_left(&self, numbers: bool) -> String {
        let mut out = String::new();
        let mut at = 0;
        // By N1 neutrals between Arabic letters and Arabic numbers go with them.
        let ends = |kind| matches!(kind, BorderClass::Right | BorderClass::ArabicNumber);
        let begins = |kind| ends(kind) || numbers && kind == BorderClass::Number;
        while let Some(first) = self.find(at, ends) {
            let start = match self.rfind(at..first, |kind| kind == BorderClass::Left) {
                Some(latin) => self.find(latin + 1, begins),
                None => self.find(at, begins),
            };
            let start = start.unwrap_or(first);
            let stop = self.find(first, |kind| kind == BorderClass::Left);
            let stop = stop.unwrap_or(self.all.len());
            let last = self.rfind(first..stop, ends);
            let end = last.unwrap_or(first) + 1;
            out.extend(self.clusters(at..start));
            let read: Vec<Read<'_>> = turned(self.all.get(start..end)).collect();
            out.push_str(&numbers_turned(&read));
            at = end;
        }
        out.extend(self.clusters(at..self.all.len()));
        out
    }

    fn clusters(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = &'a str> {
        let glyphs = self.all.get(range).unwrap_or_default();
        glyphs.iter().map(|glyph| glyph.cluster)
    }

    fn find(&self, from: usize, is: impl Fn(BorderClass) -> bool) -> Option<usize> {
        let rest = self.all.get(from..)?;
        rest.iter().position(|g| is(g.kind)).map(|at| from + at)
    }

    fn rfind(
        &self,
        range: std::ops::Range<usize>,
        is: impl Fn(BorderClass) -> bool,
    ) -> Option<usize> {
        let start = range.start;
        let part = self.all.get(range)?;
        part.iter().rposition(|g| is(g.kind)).map(|at| start + at)
    }
}

/// A cluster in reading order.
struct Read<'a> {
    /// As it is if it stood on a right-to-left level.
    mirrored: String,
    cluster: &'a str,
    /// In a left-to-right phrase, which is in order already.
    kept: bool,
}

fn kept<'a>(glyph: &ScreenGlyph<'a>) -> Read<'a> {
    Read {
        mirrored: String::new(),
        cluster: glyph.cluster,
        kept: true,
    }
}

/// Glyphs read from the right.
fn turned<'a>(glyphs: Option<&[ScreenGlyph<'a>]>) -> impl Iterator<Item = Read<'a>> {
    glyphs.unwrap_or_default().iter().rev().map(|glyph| Read {
        mirrored: mirrored(glyph.cluster),
        cluster: glyph.cluster,
        kept: false,
    })
}

/// The text read from the right, its numbers turned round again.
fn numbers_turned(read: &[Read<'_>]) -> String {
    let shown = |item: &Read<'_>| {
        if item.kept {
            item.cluster.to_owned()
        } else {
            item.mirrored.clone()
        }
    };
    let text: String = read.iter().map(shown).collect();
    let levels = Levels::new(&text, Base::Rtl);
    let mut at = 0;
    let with_level = read.iter().map(|item| {
        let level = levels.at(at);
        at += shown(item).len();
        (item, !item.kept && level > 1)
    });
    let with_level: Vec<_> = with_level.collect();
    let mut out = String::with_capacity(text.len());
    for run in with_level.chunk_by(|a, b| a.1 == b.1) {
        match run.first() {
            Some((_, true)) => out.extend(run.iter().rev().map(|(item, _)| item.cluster)),
            _ => out.extend(run.iter().map(|(item, _)| shown(item))),
        }
    }
    out
}

fn mirrored(cluster: &str) -> String {
    let mut chars = cluster.chars();
    let base = chars
        .next()
        .map(|c| bidi::mirrored(c, Direction::Rtl.level()));
    base.into_iter().chain(chars).collect()
}

fn kind(cluster: &str) -> BorderClass {
    match cluster.chars().next().map(unicode_bidi::bidi_class) {
        Some(BidiClass::L) => BorderClass::Left,
        Some(BidiClass::R | BidiClass::AL) => BorderClass::Right,
        Some(BidiClass::EN) => BorderClass::Number,
        Some(BidiClass::AN) => BorderClass::ArabicNumber,
        _ => BorderClass::Neutral,
    }
}
