//! `fihrist stats`: what is in the corpus: one JSON object, or lines of a label, a tab and values.

use anyhow::{Result, ensure};
use serde::{Serialize, Serializer};

use super::Status;
use super::list::date;
use super::output::Output;
use super::port::Port;
use super::tally_count::{column, counted, filled};
use crate::app::counts::CountNote;
use crate::app::format_name::FormatName;
use crate::app::labels::Placeholder;
use crate::corpus::Level;
use crate::library::MemoryUse;
use crate::store::{ArticleRecord, DateCounts, Overview, OverviewArticle, SourceRow};
use crate::text::width::str_columns;
use crate::ui::overview::{MemoryPart, OverviewFigure};
use crate::words::{Said, Sentence, messages};

/// Columns of a label, as many as the longest has, so that what follows the tab is aligned.
const LABEL_COLUMNS: usize = 14;
/// Columns of a date.
const DATE_COLUMNS: usize = 10;

messages! {
    /// What a line is about. Scripts read it in English.
    enum StatsLabel {
        Articles "stats-articles";
        Words "stats-words";
        RepeatedWords "stats-repeated-words";
        Stories "stats-stories";
        FirstDate "stats-first-date";
        LastDate "stats-last-date";
        DatesKnown "stats-dates-known";
        Source "stats-source";
        Longest "stats-longest";
        MostRepeated "stats-most-repeated";
        ReadAs "stats-read-as";
        Encodings "stats-encodings";
        Problems "stats-problems";
        Memory "stats-memory";
    }
}

#[derive(Serialize)]
struct StatsJson<'a> {
    schema: u8,
    articles: usize,
    words: u64,
    repeated_words: u64,
    /// Articles, the versions of a story counted as one.
    stories: Option<usize>,
    dates: DatesJson,
    /// What `periods` are: `month` or `day`.
    by: &'static str,
    sources: Vec<SourceJson<'a>>,
    longest: Vec<ArticleJson<'a>>,
    most_repeated: Vec<ArticleJson<'a>>,
    forms: FrequencyJson<'a>,
    encodings: FrequencyJson<'a>,
    problems: ProblemsJson,
    /// Whether the numbers are those of the whole corpus.
    exact: bool,
    /// Bytes by what they are for; those that stay in kept files are not counted.
    #[serde(serialize_with = "in_order_of_parts")]
    memory: [(&'static str, u64); 6],
}

#[derive(Serialize)]
struct DatesJson {
    first: Option<String>,
    last: Option<String>,
    day: usize,
    part: usize,
    inferred: usize,
    unknown: usize,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    source: Option<&'a str>,
    articles: usize,
    #[serde(serialize_with = "in_order")]
    periods: Vec<(String, usize)>,
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    id: &'a str,
    key: String,
    title: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<String>,
    words: u32,
    repeated_words: u32,
}

#[derive(Serialize)]
struct ProblemsJson {
    errors: usize,
    guesses: usize,
    notes: usize,
}

/// Names and how many articles each has, most first; an object whose keys are in this order.
struct FrequencyJson<'a>(Vec<(&'a str, usize)>);

impl Serialize for FrequencyJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

fn in_order_of_parts<S: Serializer>(
    parts: &[(&'static str, u64); 6],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(parts.iter().copied())
}

fn in_order<S: Serializer>(periods: &[(String, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(periods.iter().map(|(period, articles)| (period, articles)))
}

/// What is in the corpus, and the articles that it names, whole.
struct Stats {
    overview: Overview,
    longest: Vec<ArticleRecord>,
    most_repeated: Vec<ArticleRecord>,
}

pub(super) fn run(port: Port, json: bool, out: &mut Output) -> Result<Status> {
    let (state, overview) = port.overview()?;
    let records = |articles: &[OverviewArticle]| -> Result<Vec<ArticleRecord>> {
        let keys = articles.iter().map(|article| article.card.key).collect();
        let (of, records) = port.records(keys)?;
        ensure!(of == state, super::port::changed());
        Ok(records)
    };
    let stats = Stats {
        longest: records(&overview.longest)?,
        most_repeated: records(&overview.most_repeated)?,
        overview,
    };
    if json {
        out.json(&stats.json())?;
    } else {
        stats.lines(out)?;
    }
    Ok(Status::found(stats.overview.known.articles > 0))
}

impl Stats {
    fn json(&self) -> StatsJson<'_> {
        let overview = &self.overview;
        let [errors, guesses, notes] = overview.known.problems;
        StatsJson {
            schema: 1,
            articles: overview.known.articles,
            words: overview.words,
            repeated_words: overview.repeated_words,
            stories: overview.stories,
            dates: dates(&overview.dates),
            by: match overview.periods.first() {
                Some(period) if period.day.is_some() => "day",
                _ => "month",
            },
            sources: self.sources(),
            longest: self.longest.iter().map(article).collect(),
            most_repeated: self.most_repeated.iter().map(article).collect(),
            forms: self.forms(),
            encodings: FrequencyJson(overview.encodings.clone()),
            problems: ProblemsJson {
                errors,
                guesses,
                notes,
            },
            exact: overview.known.complete,
            memory: overview.memory.parts(),
        }
    }

    fn sources(&self) -> Vec<SourceJson<'_>> {
        let rows = self.overview.sources.iter();
        rows.map(|row| SourceJson {
            source: Some(row.name.as_str()).filter(|name| !name.is_empty()),
            articles: row.articles,
            periods: self.periods(row),
        })
        .collect()
    }

    /// The periods in which a source has articles, oldest first.
    fn periods(&self, row: &SourceRow) -> Vec<(String, usize)> {
        let named = row.counts.iter().filter_map(|(at, articles)| {
            let period = self.overview.periods.get(*at as usize)?;
            Some((period.to_string(), *articles as usize))
        });
        named.collect()
    }

    fn forms(&self) -> FrequencyJson<'_> {
        let forms = self.overview.forms.iter();
        FrequencyJson(forms.map(|(form, n)| (form.as_ref(), *n)).collect())
    }

    /// The same facts as lines.
    fn lines(&self, out: &mut Output) -> Result<()> {
        use StatsLabel as L;
        let overview = &self.overview;
        let stories = overview.stories.map(|stories| number(out, stories as u64));
        let known = dates(&overview.dates);
        let articles = number(out, overview.known.articles as u64);
        fact(out, &L::Articles, &[&articles])?;
        let words = number(out, overview.words);
        fact(out, &L::Words, &[&words])?;
        let repeated = number(out, overview.repeated_words);
        fact(out, &L::RepeatedWords, &[&repeated])?;
        fact(out, &L::Stories, &[stories.as_deref().unwrap_or("")])?;
        fact(out, &L::FirstDate, &[known.first.as_deref().unwrap_or("")])?;
        fact(out, &L::LastDate, &[known.last.as_deref().unwrap_or("")])?;
        figures(out, &L::DatesKnown, &dates_known(&known))?;
        let rows = overview.sources.iter();
        let names: Vec<String> = rows.map(|row| source_name(out, &row.name)).collect();
        let name_cols = column(out, names.iter().map(String::as_str));
        for (row, name) in overview.sources.iter().zip(&names) {
            let periods = self.periods(row);
            let periods: Vec<(&str, usize)> = periods
                .iter()
                .map(|(period, n)| (period.as_str(), *n))
                .collect();
            let articles = number(out, row.articles as u64);
            let periods = counted(out, &periods, |_| None);
            let name = filled(name, name_cols);
            fact(out, &L::Source, &[&articles, &name, &periods])?;
        }
        let named = self.longest.iter().chain(&self.most_repeated);
        let names = named.map(|record| source_name(out, record.entry.article.source_str()));
        let names: Vec<String> = names.collect();
        let name_cols = column(out, names.iter().map(String::as_str));
        for record in &self.longest {
            let words = number(out, u64::from(record.entry.folds.words));
            line(out, &L::Longest, &words, record, name_cols)?;
        }
        for record in &self.most_repeated {
            let folds = &record.entry.folds;
            let [repeated, words] =
                [folds.repeated_words, folds.words].map(|words| number(out, u64::from(words)));
            let words = format!("{repeated}/{words}");
            line(out, &L::MostRepeated, &words, record, name_cols)?;
        }
        let name = |form: &str| Some(FormatName::said(form));
        let forms = counted(out, &self.forms().0, name);
        fact(out, &L::ReadAs, &[&forms])?;
        let encodings = counted(out, &overview.encodings, |_| None);
        fact(out, &L::Encodings, &[&encodings])?;
        figures(out, &L::Problems, &problems(overview.known.problems))?;
        figures(out, &L::Memory, &memory(&overview.memory))
    }
}

/// A number, for people in groups and in their digits.
fn number(out: &Output, number: u64) -> String {
    if out.speaker.is_for_people() {
        out.speaker.words.number(number as usize)
    } else {
        number.to_string()
    }
}

/// What a source is called; people are told where that is not known.
fn source_name(out: &Output, name: &str) -> String {
    if name.is_empty() {
        out.speaker.field_or(&Placeholder::UnknownSource, "")
    } else {
        name.to_owned()
    }
}

/// A number by what it counts: as scripts read it, and as people do.
struct StatsFigure {
    plain: String,
    said: Sentence,
}

impl StatsFigure {
    fn new(name: &str, number: u64, said: &impl Said) -> StatsFigure {
        StatsFigure {
            plain: format!("{name} {number}"),
            said: said.sentence(),
        }
    }
}

fn dates_known(known: &DatesJson) -> [StatsFigure; 4] {
    use OverviewFigure as F;
    let [day, part, inferred, unknown] =
        [known.day, known.part, known.inferred, known.unknown].map(|count| count as u64);
    [
        StatsFigure::new("day", day, &F::ByTheDay { articles: day }),
        StatsFigure::new("part", part, &F::InPart { articles: part }),
        StatsFigure::new("inferred", inferred, &F::Inferred { articles: inferred }),
        StatsFigure::new("unknown", unknown, &F::Unknown { articles: unknown }),
    ]
}

fn problems([errors, guesses, notes]: [usize; 3]) -> [StatsFigure; 3] {
    let figure = |name, count, level| {
        StatsFigure::new(name, count as u64, &CountNote::problems(count, level))
    };
    [
        figure("errors", errors, Level::Error),
        figure("guesses", guesses, Level::Guess),
        figure("notes", notes, Level::Note),
    ]
}

/// The parts of memory in the order that scripts know.
fn memory(of: &MemoryUse) -> Vec<StatsFigure> {
    let parts = of.parts().into_iter().zip(MemoryPart::of(of));
    parts
        .map(|((name, bytes), said)| StatsFigure::new(name, bytes, &said))
        .collect()
}

/// One line of figures, one after the other.
fn figures(out: &mut Output, label: &StatsLabel, figures: &[StatsFigure]) -> Result<()> {
    if out.speaker.is_for_people() {
        let speaker = out.speaker;
        let said = figures.iter().map(|figure| speaker.field(&figure.said));
        let said: Vec<String> = said.collect();
        return fact(out, label, &[&said.join(&speaker.comma())]);
    }
    let plain: Vec<&str> = figures.iter().map(|figure| figure.plain.as_str()).collect();
    fact(out, label, &[&plain.join(", ")])
}

fn dates(counts: &DateCounts) -> DatesJson {
    DatesJson {
        first: counts.span.map(|(first, _)| first.to_string()),
        last: counts.span.map(|(_, last)| last.to_string()),
        day: counts.day,
        part: counts.part,
        inferred: counts.inferred,
        unknown: counts.unknown,
    }
}

fn article(record: &ArticleRecord) -> ArticleJson<'_> {
    let article = &record.entry.article;
    ArticleJson {
        id: &record.id,
        key: record.key.key.to_string(),
        title: article.title.as_ref().map(|t| t.value.as_str()),
        source: article.source.as_ref().map(|s| s.value.as_str()),
        date: article.date.as_ref().map(|d| d.value.to_string()),
        words: record.entry.folds.words,
        repeated_words: record.entry.folds.repeated_words,
    }
}

/// One line: a label, and what is known under it.
fn fact(out: &mut Output, label: &StatsLabel, values: &[&str]) -> Result<()> {
    let label = out.speaker.field(label);
    let blanks = LABEL_COLUMNS.saturating_sub(str_columns(&label));
    let label = format!("{label}{}", " ".repeat(blanks));
    let fields: Vec<&str> = std::iter::once(label.as_str())
        .chain(values.iter().copied())
        .collect();
    Ok(out.fields(&fields)?)
}

/// One line: a label, words, and the article that has so many.
fn line(
    out: &mut Output,
    label: &StatsLabel,
    words: &str,
    record: &ArticleRecord,
    name_cols: usize,
) -> Result<()> {
    let article = &record.entry.article;
    let date_cols = if out.speaker.is_for_people() {
        DATE_COLUMNS
    } else {
        0
    };
    let day = filled(&date(&record.entry), date_cols);
    let name = filled(&source_name(out, article.source_str()), name_cols);
    let values = [words, &record.id, &day, &name, article.title_str()];
    fact(out, label, &values)
}
