//! The overview of a corpus: sizes, a row a source with its articles over time, the longest and the most
//! repeated articles, formats and encodings.
//!
//! ```text
//!  Overview  demo-corpus
//!  articles       70  from 9 sources  11,402 words
//!  repeated       9%  1,034 words that an article says again
//!  stories        62
//!  dates          64 by the day  3 in part  2 inferred  1 unknown  2014-02-08 – 2026-01-17
//!
//!                          2014-02                                                  2026-01
//! ▸ all sources         70 ░  ▒░ ░▒▓█░ ░ …
//!   صدى الجبل           14    ░     ▒ …
//! ```
//!
//! Where not every period has a cell of its own, a cell stands for several. Its shade shows its number of
//! articles as a share of that of the fullest cell of its row.

mod said;

use ratatui::layout::Rect;

use super::paint::{Align, Painter, cut_end, cut_start, row, start_of};
use super::theme::Role;
use super::{awaited, bars};
use crate::app::action::Mode;
use crate::app::counts::{CountNote, SpanNote};
use crate::app::labels::{source_name, title_or_none};
use crate::app::overview::{OverviewLine, OverviewScreen};
use crate::app::panes::{PaneOptions, Panes};
use crate::app::{Shared, browse};
use crate::corpus::Level;
use crate::store::{DateCounts, Overview, OverviewArticle, SourceRow};
use crate::text::width::str_columns;
pub(crate) use said::{MemoryPart, OverviewFigure};
use said::{OverviewLabel, label_cols};

/// Columns of the selection mark and a blank.
const MARKER_COLS: u16 = 2;
/// Columns of a source's name in the table; a longer one is cut.
const NAME_COLS: u16 = 22;
/// The same on a row of fewer than [`MIN_WIDE_ROW_COLS`].
const NARROW_NAME_COLS: u16 = 14;
/// Columns of a number of articles or words: room for `9,999,999`.
const COUNT_COLS: u16 = 9;
/// Columns of a row from which on the table has wide names: with fewer its cells need them.
const MIN_WIDE_ROW_COLS: u16 = 60;
/// Most columns of a cell: wider ones look like bars.
const MAX_CELL_COLS: u16 = 3;
/// Shades of a cell, from few articles to many; a cell without any is blank.
const SHADES: [&str; 4] = ["░", "▒", "▓", "█"];

pub(super) fn draw(painter: &mut Painter<'_>, shared: &Shared, shown: &OverviewScreen) {
    let screen = Rect::new(0, 0, shared.cols, shared.rows);
    bar(painter, shared, row(screen, 0));
    let panes = Panes::new(shared.cols, shared.rows, PaneOptions::default());
    let failed = shown.pending.failed();
    bars::below(painter, shared, &panes, Mode::Overview, failed);
    let height = u16::try_from(OverviewScreen::height(shared.rows)).unwrap_or(u16::MAX);
    let body = Rect {
        y: screen.y + 1.min(screen.height),
        height: height.min(screen.height.saturating_sub(1)),
        ..screen
    };
    let Some(known) = shown.known() else {
        let waiting = awaited(shown.pending.failed(), painter.words);
        painter.text(
            cut_start(row(body, 0), 1),
            &waiting,
            Role::Dim,
            Align::Start,
        );
        return;
    };
    let lines = shown.lines().iter().enumerate().skip(shown.top);
    for ((at, shown_line), y) in lines.zip(0..body.height) {
        let all = row(body, y);
        let area = cut_start(cut_end(all, 1), MARKER_COLS);
        line(painter, known, area, *shown_line);
        if at == shown.selected {
            painter.marker(all, Role::Title);
            painter.select(all, start_of(all, MARKER_COLS + table(area).0));
        }
    }
}

/// ` Overview  demo-corpus`
fn bar(painter: &mut Painter<'_>, shared: &Shared, area: Rect) {
    painter.fill(area, Role::Bar);
    let inside = cut_end(cut_start(area, 1), 1);
    let used = painter.say(inside, &OverviewLabel::Title, Role::BarStrong, Align::Start);
    let rest = cut_start(inside, used + 2);
    painter.text(
        rest,
        &shared.corpus.shown(shared.words),
        Role::Bar,
        Align::Start,
    );
}

/// One line of the screen.
fn line(painter: &mut Painter<'_>, known: &Overview, area: Rect, line: OverviewLine) {
    match line {
        OverviewLine::Blank => {}
        OverviewLine::Size => size(painter, known, area, &[said_words(painter, known)]),
        OverviewLine::Articles => size(painter, known, area, &[]),
        OverviewLine::Words => {
            let words = said_words(painter, known);
            let place = cut_start(area, label_cols(painter.words));
            painter.text(place, &words, Role::Plain, Align::Start);
        }
        OverviewLine::Repeats => repeats(painter, known, area),
        OverviewLine::Stories => {
            let why = browse::without_copies(known.known.copies);
            let why = why.map_or_else(String::new, |why| painter.words.say(&why));
            let words = painter.words;
            let count = known.stories.map_or(why, |count| words.number(count));
            fact(painter, area, &OverviewLabel::Stories, &[count]);
        }
        OverviewLine::Dates => dates(painter, &known.dates, area),
        OverviewLine::Periods => periods(painter, known, area),
        OverviewLine::All => {
            let name = painter.words.say(&OverviewLabel::AllSources);
            source(painter, known, area, &known.all, &name);
        }
        OverviewLine::Source(at) => {
            if let Some(shown) = known.sources.get(at) {
                let name = source_name(&shown.name, painter.words);
                source(painter, known, area, shown, &name);
            }
        }
        OverviewLine::LongestHeading => heading(painter, area, &OverviewLabel::Longest),
        OverviewLine::RepeatedHeading => heading(painter, area, &OverviewLabel::MostRepeated),
        OverviewLine::Longest(at) => {
            if let Some(shown) = known.longest.get(at) {
                article(painter, area, shown, shown.words);
            }
        }
        OverviewLine::Repeated(at) => {
            if let Some(shown) = known.most_repeated.get(at) {
                article(painter, area, shown, shown.repeated_words);
            }
        }
        OverviewLine::Forms => {
            let forms = said::forms(&known.forms, painter.words);
            counts(painter, area, &OverviewLabel::ReadAs, forms.into_iter());
        }
        OverviewLine::Encodings => {
            let encodings = known.encodings.iter();
            let encodings = encodings.map(|(name, n)| ((*name).to_owned(), *n));
            counts(painter, area, &OverviewLabel::Encodings, encodings);
        }
        OverviewLine::Problems => problems(painter, known, area),
        OverviewLine::Memory => memory(painter, known, area),
    }
}

/// How much memory the corpus takes, and its parts, the largest first.
fn memory(painter: &mut Painter<'_>, known: &Overview, area: Rect) {
    let total = painter.words.size(known.memory.total());
    let parts = said::memory_parts(&known.memory);
    let parts = parts.iter().map(|part| painter.words.say(part));
    let values: Vec<String> = std::iter::once(total).chain(parts).collect();
    fact(painter, area, &OverviewLabel::Memory, &values);
}

/// A label and values side by side, as far as they fit; the first that does not is cut.
fn fact(painter: &mut Painter<'_>, area: Rect, label: &OverviewLabel, values: &[String]) {
    let cols = label_cols(painter.words);
    painter.say(start_of(area, cols), label, Role::Dim, Align::Start);
    let fields: Vec<(&str, Role)> = values
        .iter()
        .map(|value| (value.as_str(), Role::Plain))
        .collect();
    painter.all_fields(cut_start(area, cols), &fields);
}

/// Articles and sources, and what else there is room for.
fn size(painter: &mut Painter<'_>, known: &Overview, area: Rect, more: &[String]) {
    let words = painter.words;
    let from = known.known.sources as u64;
    let mut values = vec![
        words.number(known.known.articles),
        words.say(&OverviewFigure::FromSources { sources: from }),
    ];
    values.extend_from_slice(more);
    fact(painter, area, &OverviewLabel::Articles, &values);
}

fn said_words(painter: &Painter<'_>, known: &Overview) -> String {
    painter.words.say(&CountNote::Words { words: known.words })
}

fn repeats(painter: &mut Painter<'_>, known: &Overview, area: Rect) {
    let share = known.repeated_words * 100 / known.words.max(1);
    let repeated = OverviewFigure::SaidAgain {
        words: known.repeated_words,
    };
    let values = [painter.words.percent(share), painter.words.say(&repeated)];
    fact(painter, area, &OverviewLabel::Repeated, &values);
}

fn dates(painter: &mut Painter<'_>, dates: &DateCounts, area: Rect) {
    use OverviewFigure as F;
    let span = dates.span.map(|(first, last)| {
        let (first, last) = (first.to_string(), last.to_string());
        painter.words.say(&SpanNote::Dates { first, last })
    });
    let [day, part, inferred, unknown] =
        [dates.day, dates.part, dates.inferred, dates.unknown].map(|count| count as u64);
    let counts = [
        (day, F::ByTheDay { articles: day }),
        (part, F::InPart { articles: part }),
        (inferred, F::Inferred { articles: inferred }),
        (unknown, F::Unknown { articles: unknown }),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts = counts.map(|(_, figure)| painter.words.say(figure));
    let values: Vec<String> = span.into_iter().chain(counts).collect();
    fact(painter, area, &OverviewLabel::Dates, &values);
}

/// The columns of a name, and the area of the cells of its row.
fn table(area: Rect) -> (u16, Rect) {
    let name = if area.width < MIN_WIDE_ROW_COLS {
        NARROW_NAME_COLS
    } else {
        NAME_COLS
    };
    (name, cut_start(area, name + COUNT_COLS + 1))
}

/// The first and the last period above the cells.
fn periods(painter: &mut Painter<'_>, known: &Overview, area: Rect) {
    let (_, room) = table(area);
    let cells = start_of(room, cell_count(known, room) * cell_cols(known, room));
    let (Some(first), Some(last)) = (known.periods.first(), known.periods.last()) else {
        return;
    };
    if first == last {
        painter.text(room, &first.to_string(), Role::Date, Align::Start);
        return;
    }
    let (first, last) = (first.to_string(), last.to_string());
    if usize::from(cells.width) > str_columns(&first) + 1 + str_columns(&last) {
        painter.text(cells, &first, Role::Date, Align::Start);
        painter.text(cells, &last, Role::Date, Align::End);
    } else {
        // The cells are too narrow for both ends.
        let both = painter.words.say(&SpanNote::Dates { first, last });
        if usize::from(room.width) < str_columns(&both) {
            painter.text(area, &both, Role::Date, Align::End);
        } else {
            painter.text(room, &both, Role::Date, Align::Start);
        }
    }
}

/// Number of cells of a row: one a period where there is room for all.
fn cell_count(known: &Overview, area: Rect) -> u16 {
    let span = span(known);
    u16::try_from(span).unwrap_or(u16::MAX).min(area.width)
}

/// Columns of a cell: more than one where the cells do not fill the row.
fn cell_cols(known: &Overview, area: Rect) -> u16 {
    let room = area.width / cell_count(known, area).max(1);
    room.clamp(1, MAX_CELL_COLS)
}

/// Number of periods from the first to the last, those without articles included.
fn span(known: &Overview) -> usize {
    match (known.periods.first(), known.periods.last()) {
        (Some(first), Some(last)) => {
            usize::try_from(last.number() - first.number() + 1).unwrap_or(1)
        }
        _ => 0,
    }
}

/// `صدى الجبل           14    ░     ▒`
fn source(painter: &mut Painter<'_>, known: &Overview, area: Rect, shown: &SourceRow, name: &str) {
    let (name_cols, cells) = table(area);
    painter.text(start_of(area, name_cols), name, Role::Source, Align::Start);
    let count = start_of(cut_start(area, name_cols), COUNT_COLS);
    let articles = painter.words.number(shown.articles);
    painter.text(count, &articles, Role::Plain, Align::Units);
    let sums = sums(known, shown, usize::from(cell_count(known, cells)));
    let most = sums.iter().copied().max().unwrap_or(0);
    let cols = cell_cols(known, cells);
    for (at, sum) in (0..).zip(sums) {
        if let Some(shade) = shade(sum, most) {
            let cell = start_of(cut_start(cells, at * cols), cols);
            painter.text(
                cell,
                &shade.repeat(usize::from(cols)),
                Role::Date,
                Align::Start,
            );
        }
    }
}

/// Number of articles of a row in each of `cells` cells.
fn sums(known: &Overview, shown: &SourceRow, cells: usize) -> Vec<u32> {
    let mut sums = vec![0; cells];
    let (Some(first), span) = (known.periods.first(), span(known)) else {
        return sums;
    };
    for (period, articles) in &shown.counts {
        let Some(period) = known.periods.get(*period as usize) else {
            continue;
        };
        let at = usize::try_from(period.number() - first.number()).unwrap_or(0);
        if let Some(sum) = sums.get_mut(at * cells / span.max(1)) {
            *sum += articles;
        }
    }
    sums
}

/// The shade of a cell with `sum` articles where the fullest of its row has `most`; `None` for a blank one.
fn shade(sum: u32, most: u32) -> Option<&'static str> {
    let steps = u32::try_from(SHADES.len()).unwrap_or(1);
    let step = (u64::from(sum) * u64::from(steps)).div_ceil(u64::from(most.max(1)));
    let step = usize::try_from(step).ok()?.checked_sub(1)?;
    SHADES.get(step).copied()
}

fn heading(painter: &mut Painter<'_>, area: Rect, label: &OverviewLabel) {
    painter.say(area, label, Role::Dim, Align::Start);
}

/// `1,204  صدى الجبل  افتتاح الرصيف الشمالي في ميناء المرجان`
fn article(painter: &mut Painter<'_>, area: Rect, shown: &OverviewArticle, words: u32) {
    let card = &shown.card;
    let number = start_of(area, COUNT_COLS - 1);
    let words = painter.words.number(words as usize);
    painter.text(number, &words, Role::Plain, Align::Units);
    let rest = cut_start(area, COUNT_COLS + 1);
    let (name_cols, _) = table(area);
    let source = start_of(rest, name_cols);
    painter.text(source, &card.source, Role::Source, Align::Start);
    let rest = cut_start(rest, name_cols + 1);
    let title = match card.title.as_str() {
        "" => &card.first_words,
        title => title,
    };
    let title = title_or_none(title, painter.words);
    painter.title(rest, &title, Role::Plain, &[]);
}

/// `JSON 70  text 12`: values with their number of articles.
fn counts(
    painter: &mut Painter<'_>,
    area: Rect,
    label: &OverviewLabel,
    counts: impl Iterator<Item = (String, usize)>,
) {
    let counts = counts.map(|(name, n)| format!("{name} {}", painter.words.number(n)));
    let counts: Vec<String> = counts.collect();
    fact(painter, area, label, &counts);
}

fn problems(painter: &mut Painter<'_>, known: &Overview, area: Rect) {
    let [errors, guesses, notes] = known.known.problems;
    let counts = [
        (errors, Level::Error),
        (guesses, Level::Guess),
        (notes, Level::Note),
    ];
    let words = painter.words;
    let values = counts.map(|(count, level)| words.say(&CountNote::problems(count, level)));
    fact(painter, area, &OverviewLabel::Problems, &values);
}
