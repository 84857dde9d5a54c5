//! Takes the paragraphs of an article, gives the class of each, and the headline, dates and credits that they name.
//!
//! Only short paragraphs are looked at, and the first and last words of long ones, where a dateline
//! or a closing credit can stand. Top and bottom are measured in paragraphs. The limits were set by
//! hand on newspaper corpora.

use std::ops::Range;

use super::super::article::Class;
use super::super::chrome;
use super::super::date::PartialDate;
use super::super::dateline::{self, DateShape, LineDate};
use super::super::line::{TokenizedLine, ends_sentence, is_short};
use super::super::source::{self, Credit};
use super::super::title::{self, TitleCandidate};
use super::surest_evidence::{CreditRank, RankedCredit};

/// Paragraphs at the top in which dates and labelled credits of the article stand.
const TOP_PARAGRAPHS: usize = 6;
/// Paragraphs at the bottom in which such lines stand.
const BOTTOM_PARAGRAPHS: usize = 10;

/// Most paragraphs that are looked at. A text of more is a table, and the tokens of each take memory.
const MAX_PARAGRAPHS: usize = 4000;
/// Paragraphs at the top in which bylines stand.
const BYLINE_PARAGRAPHS: usize = 5;
/// Paragraphs before the end of the text in which a byline may stand.
const FOOTER_PARAGRAPHS: usize = 3;
/// Paragraphs at the top in which the dateline of a report stands.
const DATELINE_PARAGRAPHS: usize = 4;
/// Longest line that is a bracketed agency as a byline, in characters.
const MAX_BRACKETED_BYLINE_CHARS: usize = 40;
/// Most words of a labelled source above the headline: more are a headline that begins like a label.
const MAX_SOURCE_WORDS_ABOVE_TITLE: usize = 3;
/// Paragraphs below a line among which body text makes the line one amid the text.
const BODY_BELOW: usize = 3;
/// Longest paragraph that may be furniture wherever it stands, in bytes.
const MAX_FURNITURE_BYTES: usize = 100;
/// Longest one that begins with a bullet or has a colon or slash and no full stop, in bytes.
const MAX_MARKED_FURNITURE_BYTES: usize = 220;

/// The paragraphs of an article, recognised.
pub(super) struct RecognisedLines<'a> {
    texts: Vec<&'a str>,
    classes: Vec<Class>,
    /// Whether each paragraph begins with a bullet.
    pub(super) bullets: Vec<bool>,
    /// Dates of the article, each with the index of its paragraph.
    pub(super) dates: Vec<(usize, LineDate)>,
    /// Dates of lines amid the text that are a date alone.
    pub(super) amid: Vec<PartialDate>,
    pub(super) credits: Vec<RankedCredit>,
    title: Option<usize>,
    known: KnownFields,
}

/// What the fields of the record hold already.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownFields {
    /// The headline is known: the first line of the text is then a line like others.
    pub(super) title: bool,
    /// Headline, source and date of publication are known: prose need not be looked at.
    pub(super) all: bool,
}

impl<'a> RecognisedLines<'a> {
    /// Recognises what the fields leave open.
    pub(super) fn read(text: &'a str, spans: &[Range<usize>], known: KnownFields) -> Self {
        let texts: Vec<&str> = spans
            .iter()
            .map(|s| text.get(s.clone()).unwrap_or(""))
            .collect();
        let mut lines = RecognisedLines {
            classes: vec![Class::Text; texts.len()],
            bullets: vec![false; texts.len()],
            texts,
            dates: Vec::new(),
            amid: Vec::new(),
            credits: Vec::new(),
            title: None,
            known,
        };
        let heads: Vec<Option<TokenizedLine>> =
            (0..lines.texts.len()).map(|i| lines.head(i)).collect();
        lines.furniture(&heads);
        if !known.title {
            lines.title = title::find_headline(&lines.candidates());
        }
        lines.bylines(&heads);
        if !known.all {
            lines.reports(&heads);
        }
        lines
    }

    fn count(&self) -> usize {
        self.texts.len()
    }

    fn is_bottom(&self, index: usize) -> bool {
        index + BOTTOM_PARAGRAPHS >= self.count()
    }

    /// The line at an index, if there is a reason to look at it.
    fn head(&self, index: usize) -> Option<TokenizedLine<'a>> {
        let text = self.texts[index];
        let edge = index < TOP_PARAGRAPHS || (self.is_bottom(index) && is_short(text));
        let edge = edge && !self.known.all;
        let looked_at = index < MAX_PARAGRAPHS && may_be_furniture(text);
        (edge || looked_at).then(|| TokenizedLine::head(text))
    }

    fn candidates(&self) -> Vec<TitleCandidate<'a>> {
        let rows = self.texts.iter().zip(&self.classes).zip(&self.bullets);
        rows.map(|((&text, &class), &bullet)| TitleCandidate {
            text,
            class,
            bullet,
        })
        .collect()
    }

    /// Chrome, date lines and labelled credits: lines that are recognised without their neighbours.
    fn furniture(&mut self, heads: &[Option<TokenizedLine>]) {
        let titled = self.known.title;
        for (i, head) in heads.iter().enumerate() {
            let Some(line) = head
                .as_ref()
                .filter(|l| is_short(self.texts[i]) && !l.tokens.is_empty())
            else {
                continue;
            };
            self.bullets[i] = line.bullet;
            if chrome::is_chrome(line) {
                self.classes[i] = Class::Chrome;
                continue;
            }
            if dateline::is_weekday(line) {
                self.classes[i] = Class::Date; // the week is unknown
                continue;
            }
            let near = i < TOP_PARAGRAPHS || self.is_bottom(i) || line.bullet;
            if let Some(dated) = dateline::short_line(line, i == 0 && !titled) {
                if near {
                    self.classes[i] = Class::Date;
                    self.dates.push((i, dated));
                } else if dated.shape == DateShape::Alone {
                    self.amid.push(dated.date);
                }
            }
            let known_date = self.dates.last().is_some_and(|d| d.0 == i);
            // The first line of a text without a title field is its headline.
            let credit = if i == 0 && !titled {
                None
            } else {
                source::labelled(line)
            };
            if let Some(credit) = credit {
                self.classes[i] = Class::Byline;
                // Amid the text such a line credits a picture or a table.
                if near {
                    self.add_credit(CreditRank::Labelled, i, credit);
                    let dated = dateline::credited(line).filter(|_| !known_date);
                    self.dates.extend(dated.map(|d| (i, d)));
                }
            }
        }
        if !titled {
            self.first_line(heads);
        }
        self.label_lines(heads);
        self.bulleted_authors(heads);
    }

    /// A byline or a section above the headline: `صحيفة الميناء - 5 أيار 2014`, `اقتصاد | 5 أيار 2014`.
    fn first_line(&mut self, heads: &[Option<TokenizedLine>]) {
        let mut texts = self.texts.iter().zip(&self.classes).skip(1);
        let headline = texts
            .next()
            .is_some_and(|(t, c)| *c == Class::Text && title::is_headline(t));
        let Some(line) = heads.first().and_then(Option::as_ref).filter(|_| headline) else {
            return;
        };
        let dated = || dateline::short_line(line, false).map(|d| (0, d));
        // `المصدر: الوزارة تفتح بابها` is a headline.
        let name = |c: &Credit| {
            c.source
                .as_ref()
                .is_some_and(|s| s.split(' ').count() <= MAX_SOURCE_WORDS_ABOVE_TITLE)
        };
        let credit = source::byline(line).or_else(|| source::labelled(line).filter(name));
        if dateline::is_breadcrumb(line) {
            self.classes[0] = Class::Chrome;
        } else if let Some(credit) = credit.filter(|c| c.source.is_some()) {
            self.classes[0] = Class::Byline;
            self.add_credit(CreditRank::Byline, 0, credit);
            self.dates.extend(dated());
        } else if dateline::is_page_line(line)
            && let Some(dated) = dated()
        {
            self.classes[0] = Class::Date;
            self.dates.push(dated);
        }
    }

    /// `المصدر:` alone, its value on the next line.
    fn label_lines(&mut self, heads: &[Option<TokenizedLine>]) {
        for i in 1..heads.len() {
            let (Some(label), Some(value)) = (&heads[i - 1], &heads[i]) else {
                continue;
            };
            if self.classes[i - 1] != Class::Text || !source::label_only(label) {
                continue;
            }
            self.classes[i - 1] = Class::Byline;
            if let Some(credit) = source::value_line(value) {
                self.classes[i] = Class::Byline;
                self.add_credit(CreditRank::Labelled, i, credit);
            }
        }
    }

    /// `• فريق التحرير` right before `• 2015-09-30`.
    fn bulleted_authors(&mut self, heads: &[Option<TokenizedLine>]) {
        for i in 1..heads.len() {
            let dated = self.classes[i] == Class::Date && self.bullets[i];
            let above = self.classes[i - 1] == Class::Text && self.bullets[i - 1];
            let Some(line) = heads[i - 1].as_ref().filter(|_| dated && above) else {
                continue;
            };
            let Some(author) = source::desk(line) else {
                continue;
            };
            self.classes[i - 1] = Class::Byline;
            let credit = Credit {
                source: None,
                author: Some(author),
            };
            self.add_credit(CreditRank::Labelled, i - 1, credit);
        }
    }

    /// Bylines next to the headline and at the end.
    fn bylines(&mut self, heads: &[Option<TokenizedLine>]) {
        let first = usize::from(!self.known.title);
        let end = self.last_text().map_or(0, |i| i + 1);
        for (i, head) in heads.iter().enumerate().skip(first) {
            let near = i < BYLINE_PARAGRAPHS || (i + FOOTER_PARAGRAPHS >= end && i <= end);
            let open =
                matches!(self.classes[i], Class::Text | Class::Date) && Some(i) != self.title;
            let Some(line) = head
                .as_ref()
                .filter(|_| near && open && is_short(self.texts[i]))
            else {
                continue;
            };
            let rank = if i < BYLINE_PARAGRAPHS {
                CreditRank::Byline
            } else {
                CreditRank::Footer
            };
            let credit = source::byline(line).or_else(|| {
                source::closing(line).filter(|_| line.chars <= MAX_BRACKETED_BYLINE_CHARS)
            });
            let Some(credit) = credit.filter(|c| rank == CreditRank::Byline || c.source.is_some())
            else {
                continue;
            };
            self.classes[i] = Class::Byline;
            self.add_credit(rank, i, credit);
        }
    }

    fn add_credit(&mut self, rank: CreditRank, paragraph: usize, credit: Credit) {
        self.credits.push(RankedCredit {
            rank,
            paragraph,
            credit,
        });
    }

    /// Whether a line stands between paragraphs of the body, with more than one above it: one may be a summary.
    pub(super) fn is_amid(&self, index: usize) -> bool {
        let body = |i: usize| self.classes[i] == Class::Text && Some(i) != self.title;
        let above = (0..index).filter(|&i| body(i)).take(2).count();
        let headed = self.title.is_some_and(|t| t > index);
        above > 1 && !headed && (index + 1..self.count().min(index + 1 + BODY_BELOW)).any(body)
    }

    fn last_text(&self) -> Option<usize> {
        self.classes
            .iter()
            .rposition(|c| matches!(c, Class::Text | Class::Byline))
    }

    /// Datelines in the first paragraphs of the body, credits in its last words.
    fn reports(&mut self, heads: &[Option<TokenizedLine>]) {
        let is_body =
            |lines: &Self, i: usize| lines.classes[i] == Class::Text && Some(i) != lines.title;
        for (i, head) in heads.iter().enumerate().take(TOP_PARAGRAPHS) {
            let Some(line) = head.as_ref().filter(|_| is_body(self, i)) else {
                continue;
            };
            if i < DATELINE_PARAGRAPHS {
                if let Some(credit) = source::lead(line) {
                    self.add_credit(CreditRank::Lead, i, credit);
                }
                if let Some(dated) = dateline::lead(line).or_else(|| dateline::reported(line)) {
                    self.dates.push((i, dated));
                }
            }
        }
        let last = self.classes.iter().rposition(|c| *c == Class::Text);
        if let Some(i) = last.filter(|&i| is_body(self, i))
            && let Some(credit) = source::closing(&TokenizedLine::tail(self.texts[i]))
        {
            self.add_credit(CreditRank::Closing, i, credit);
        }
    }

    /// The headline found in the text.
    pub(super) fn title(&self) -> Option<&'a str> {
        self.texts.get(self.title?).copied()
    }

    pub(super) fn into_classes(self) -> Vec<Class> {
        self.classes
    }
}

/// A cheap test of a paragraph amid the text: prose is longer, or ends in a full stop.
fn may_be_furniture(text: &str) -> bool {
    text.len() <= MAX_FURNITURE_BYTES
        || (text.len() <= MAX_MARKED_FURNITURE_BYTES && text.starts_with(['*', '•', '●']))
        || (text.len() <= MAX_MARKED_FURNITURE_BYTES
            && !ends_sentence(text)
            && text.contains([':', '/']))
}
