//! From reports of progress to the line that shows how far loading is, and to whether it can be stopped.
//!
//! Over a slow line bytes count, so figures are rounded, and a report that comes soon after the one shown is
//! not shown. Time is what the reports say: nothing here has a clock.

use std::time::Duration;

use super::key_names;
use super::note::AppNote;
use crate::corpus::Progress;
use crate::text::width::str_columns;
use crate::words::{Arg, ArgValue, Said, Sentence, Words, messages};

/// Shortest time between two reports that are shown.
const MIN_SHOWN_GAP: Duration = Duration::from_millis(250);
/// Time without a new byte or article after which the source of the corpus counts as stalled.
const STALL_AFTER: Duration = Duration::from_secs(1);

messages! {
    /// A figure of the line that shows how far loading is.
    enum LoadNote {
        Loading "loading";
        LoadingArticles "loading-articles" { articles: Count };
        StoppingAt "stopping-at" { articles: Count };
        Share "load-share" { percent: Share };
        /// All files are read, and their articles are not indexed yet.
        AllRead "all-read";
        Waiting "waiting-for-more";
        Left "time-left" { time: Code };
        /// The key that stops it.
        Stops "key-stops" { key: Code };
    }
}

/// The stage that loading is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LoadStage {
    #[default]
    Reading,
    /// A stop was asked for, and the last snapshot has not come.
    Stopping,
    /// The last snapshot is here.
    Done,
}

/// How far loading is.
#[derive(Clone, Debug, Default)]
pub struct LoadStatus {
    /// The report that is shown.
    pub progress: Option<Progress>,
    /// The report that brought something new last.
    moved: Progress,
    pub stage: LoadStage,
    /// Why the last snapshot will never come.
    pub failed: Option<Sentence>,
    /// No key was pressed since loading ended.
    pub unseen: bool,
}

impl LoadStatus {
    /// Whether more may come.
    pub fn goes_on(&self) -> bool {
        self.stage != LoadStage::Done && self.failed.is_none()
    }

    /// Begins again after its end, where files are looked at again.
    pub(super) fn begin_again(&mut self) {
        if self.stage == LoadStage::Done || self.failed.is_some() {
            *self = LoadStatus::default();
        }
    }

    /// Begins to stop; false where nothing goes on that could be stopped.
    pub(super) fn stop(&mut self) -> bool {
        let stops = self.goes_on() && self.stage != LoadStage::Stopping;
        if stops {
            self.stage = LoadStage::Stopping;
        }
        stops
    }

    /// Ends loading with `articles` articles; returns the message for one that was stopped.
    pub(super) fn end(&mut self, articles: usize) -> Option<AppNote> {
        let before = std::mem::replace(&mut self.stage, LoadStage::Done);
        self.unseen |= before != LoadStage::Done;
        (before == LoadStage::Stopping).then_some(AppNote::StoppedAt {
            articles: articles as u64,
        })
    }

    /// Takes in a report.
    pub(super) fn report(&mut self, report: Progress) {
        let came = |report: &Progress| (report.bytes_done, report.articles);
        if came(&report) != came(&self.moved) {
            self.moved = report;
        }
        let soon = |shown: &Progress| report.elapsed.saturating_sub(shown.elapsed) < MIN_SHOWN_GAP;
        if !self.progress.as_ref().is_some_and(soon) {
            self.progress = Some(report);
        }
    }

    /// How far it is, in `cols` columns: `loading 12,288 · 38 MB/s · 0:12 left · Esc stops`.
    pub fn line(&self, cols: usize, key: Option<&str>, words: Words) -> String {
        let Some(progress) = &self.progress else {
            return words.say(&LoadNote::Loading);
        };
        let articles = progress.articles as u64;
        if self.stage == LoadStage::Stopping {
            return words.say(&LoadNote::StoppingAt { articles });
        }
        let loading = Some(words.say(&LoadNote::LoadingArticles { articles }));
        let [share, rate, left] = self.figures(progress).map(|figure| said(figure, words));
        let stop = key.map(|key| key_names::named(key, words));
        let stop = stop.map(|key| LoadNote::Stops { key });
        let stop = stop.map(|stop| words.say(&stop));
        let [loading, share, rate, left, stop] =
            [&loading, &share, &rate, &left, &stop].map(Option::as_deref);
        let choices = [
            [loading, share, rate, left, stop],
            [loading, None, rate, left, stop],
            [loading, None, rate, left, None],
            [loading, share, None, None, None],
            [loading, None, None, None, None],
        ];
        let lines = choices.map(|parts| {
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            parts.join(" · ")
        });
        let [.., shortest] = &lines;
        let fits = lines.iter().find(|line| str_columns(line) <= cols);
        fits.unwrap_or(shortest).clone()
    }

    /// Share, rate and time left, as far as they are known.
    fn figures(&self, progress: &Progress) -> [Option<Sentence>; 3] {
        let (done, total) = (progress.bytes_done, progress.bytes_total);
        if total > 0 && done >= total {
            return [None, Some(LoadNote::AllRead.sentence()), None];
        }
        let quiet = progress.elapsed.saturating_sub(self.moved.elapsed);
        if quiet >= STALL_AFTER {
            return [None, Some(LoadNote::Waiting.sentence()), None];
        }
        let share = done.saturating_mul(100).checked_div(total);
        let rate = progress.rate().filter(|rate| *rate > 0);
        [
            share.map(|percent| LoadNote::Share { percent }.sentence()),
            rate.map(rate_note),
            progress.remaining().and_then(left_note),
        ]
    }
}

fn said(figure: Option<Sentence>, words: Words) -> Option<String> {
    figure.map(|figure| words.say(&figure))
}

/// A rate with two significant digits: `38 MB/s`, `3.8 MB/s`, `450 kB/s`.
fn rate_note(bytes: u64) -> Sentence {
    let mut unit = 1;
    while bytes / unit >= 100 {
        unit *= 10;
    }
    // Rounded to the two digits that are left.
    let rounded = (bytes + unit / 2) / unit * unit;
    let (code, rate, decimals) = match rounded {
        10_000_000.. => ("rate-mb", rounded / 1_000_000, 0),
        // The digit after the point is rounded already.
        1_000_000.. => ("rate-mb", rounded / 100_000, 1),
        1_000.. => ("rate-kb", rounded / 1_000, 0),
        _ => ("rate-b", rounded, 0),
    };
    let tenth = if decimals == 1 { 10.0 } else { 1.0 };
    let rate = ArgValue::Decimal(rate as f64 / tenth, decimals);
    Sentence::new(code, vec![Arg::new("rate", rate)])
}

/// `0:12 left`, in steps that grow with the time; `None` for days.
fn left_note(left: Duration) -> Option<Sentence> {
    let step = match left.as_secs() {
        0..60 => 1,
        60..600 => 5,
        _ => 30,
    };
    let seconds = left.as_secs().div_ceil(step) * step;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let time = match hours {
        0 => format!("{minutes}:{seconds:02}"),
        1..100 => format!("{hours}:{minutes:02}:{seconds:02}"),
        _ => return None,
    };
    Some(LoadNote::Left { time }.sentence())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(mega: [u64; 2], articles: usize, millis: u64) -> Progress {
        Progress {
            bytes_done: mega[0] * 1_000_000,
            bytes_total: mega[1] * 1_000_000,
            articles,
            elapsed: Duration::from_millis(millis),
        }
    }

    #[track_caller]
    fn check(reports: &[Progress], cols: usize, expected: &str) {
        let mut loading = LoadStatus::default();
        for one in reports {
            loading.report(*one);
        }
        let line = loading.line(cols, Some("esc"), Words::ENGLISH);
        assert_eq!(line, expected);
    }

    #[test]
    fn the_line_says_what_is_known_and_fits() {
        let known = [report([380, 836], 12_288, 10_000)];
        check(
            &known,
            79,
            "loading 12,288 · 45% · 38 MB/s · 0:12 left · Esc stops",
        );
        check(
            &known,
            50,
            "loading 12,288 · 38 MB/s · 0:12 left · Esc stops",
        );
        check(&known, 39, "loading 12,288 · 38 MB/s · 0:12 left");
        check(&known, 30, "loading 12,288 · 45%");
        check(&known, 5, "loading 12,288");
        check(&[], 79, "loading");
        // Too soon to tell how fast.
        check(
            &[report([3, 9], 64, 100)],
            79,
            "loading 64 · 33% · Esc stops",
        );
        let pipe = [report([38, 0], 640, 1000)];
        check(&pipe, 79, "loading 640 · 38 MB/s · Esc stops");
        let read = [report([9, 9], 640, 1000)];
        check(&read, 79, "loading 640 · all read, indexing · Esc stops");
    }

    #[test]
    fn a_pipe_that_stalls_is_waited_for_in_words_that_do_not_change() {
        let at = |millis| report([38, 0], 640, millis);
        let stalled = "loading 640 · waiting for more · Esc stops";
        check(
            &[at(1000), at(1900)],
            79,
            "loading 640 · 20 MB/s · Esc stops",
        );
        check(&[at(1000), at(2000)], 79, stalled);
        check(&[at(1000), at(90_000)], 79, stalled);
    }

    #[test]
    fn four_reports_a_second_are_shown() {
        let mut loading = LoadStatus::default();
        let mut lines = Vec::new();
        for tick in 0..=30 {
            loading.report(report([tick, 100], tick as usize, tick * 100));
            lines.push(loading.line(79, None, Words::ENGLISH));
        }
        lines.dedup();
        assert!((10..=12).contains(&lines.len()), "{lines:?}");
    }

    #[test]
    fn rates_have_two_digits_and_times_grow_in_steps() {
        for (bytes, text) in [
            (0, "0 B/s"),
            (999, "1 kB/s"),
            (99_600, "100 kB/s"),
            (454_000, "450 kB/s"),
            (999_999, "1.0 MB/s"),
            (3_849_000, "3.8 MB/s"),
            (38_400_000, "38 MB/s"),
            (1_234_000_000, "1,200 MB/s"),
        ] {
            assert_eq!(Words::ENGLISH.say(&rate_note(bytes)), text, "{bytes}");
        }
        assert!(!Words::ENGLISH.say(&rate_note(u64::MAX / 2)).is_empty());
        for (seconds, text) in [
            (0, Some("0:00 left")),
            (59, Some("0:59 left")),
            (61, Some("1:05 left")),
            (601, Some("10:30 left")),
            (3600, Some("1:00:00 left")),
            (u64::from(u32::MAX), None),
        ] {
            let said = said(left_note(Duration::from_secs(seconds)), Words::ENGLISH);
            assert_eq!(said.as_deref(), text, "{seconds}");
        }
    }
}
