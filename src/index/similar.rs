//! From the text of an article to its telling terms, and from two articles to how close they are.
//!
//! A profile counts stems; a stem weighs by how often it stands here (`1 + ln tf`) and how rare it
//! is in the corpus (`ln(1 + N / df)`); closeness is the cosine of two profiles. The caller leaves
//! out repeated text and furniture.

use std::collections::BTreeMap;

use compact_str::CompactString;

use super::{analyzer, stopwords};

/// Occurrences in a title count for so many in the text.
const TITLE_COUNT: u32 = 3;
/// An article is searched by so many of its terms.
const TELLING: usize = 25;
/// Shorter stems are rarely names or things.
const MIN_LETTERS: usize = 3;

/// The stems of an article, counted.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Ordered, so that sums of weights are the same from run to run.
    counts: BTreeMap<CompactString, Count>,
}

#[derive(Clone, Debug)]
struct Count {
    times: u32,
    /// The first form seen, with its article taken off: what a person is shown.
    form: CompactString,
    /// The stem without a letter that may cling before it.
    bare: Option<CompactString>,
}

impl Profile {
    /// Counts the words of a title and of the passages that are the article's own.
    pub fn new<'a>(title: &str, passages: impl Iterator<Item = &'a str>) -> Profile {
        let mut profile = Profile::default();
        profile.add(title, TITLE_COUNT);
        for passage in passages {
            profile.add(passage, 1);
        }
        profile.merge_clinging();
        profile
    }

    fn add(&mut self, text: &str, times: u32) {
        analyzer::for_each_word(text, |range, norm, hamza| {
            let terms = analyzer::terms(norm, hamza);
            if terms.stem.chars().count() < MIN_LETTERS || stopwords::holds(norm) {
                return;
            }
            let written = text.get(range).unwrap_or(norm);
            let count = self.counts.entry(terms.stem).or_insert_with(|| Count {
                times: 0,
                form: shown_form(written),
                bare: terms.bare_stem,
            });
            count.times += times;
        });
    }

    /// «لحزب» is counted as «حزب» where that stands in the article too.
    fn merge_clinging(&mut self) {
        let clinging = self.counts.iter().filter_map(|(stem, count)| {
            let bare = count
                .bare
                .as_ref()
                .filter(|bare| self.counts.contains_key(*bare))?;
            Some((stem.clone(), bare.clone()))
        });
        for (stem, bare) in clinging.collect::<Vec<_>>() {
            let times = self.counts.remove(&stem).map_or(0, |count| count.times);
            if let Some(count) = self.counts.get_mut(&bare) {
                count.times += times;
            }
        }
    }

    /// The stems that tell most, heaviest first, with their weights; stems that stand in no
    /// second document, or in more than a fifth of all, tell nothing.
    pub fn telling(&self, df: &mut impl FnMut(&str) -> u64, documents: u64) -> Vec<Telling> {
        let common = (documents / 5).max(4);
        let mut out: Vec<Telling> = Vec::new();
        for (stem, count) in &self.counts {
            let frequency = df(stem);
            if (2..=common).contains(&frequency) {
                out.push(Telling {
                    stem: stem.clone(),
                    weight: weight(count.times, frequency, documents),
                });
            }
        }
        out.sort_unstable_by(|a, b| {
            b.weight
                .total_cmp(&a.weight)
                .then_with(|| a.stem.cmp(&b.stem))
        });
        out.truncate(TELLING);
        out
    }

    /// How close two articles are, from 0 to 1, and the forms of what they share, heaviest first.
    pub fn closeness(
        &self,
        other: &Profile,
        df: &mut impl FnMut(&str) -> u64,
        documents: u64,
    ) -> (f32, Vec<String>) {
        let mut shared = Vec::new();
        let (mut dot, mut own) = (0.0_f32, 0.0_f32);
        for (stem, count) in &self.counts {
            let frequency = df(stem).max(1);
            let mine = weight(count.times, frequency, documents);
            own += mine * mine;
            if let Some(theirs) = other.counts.get(stem) {
                let product = mine * weight(theirs.times, frequency, documents);
                dot += product;
                shared.push((product, &count.form));
            }
        }
        let length = own.sqrt() * other.length(df, documents);
        shared.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let score = if length > 0.0 { dot / length } else { 0.0 };
        let forms = shared.iter().map(|(_, form)| form.to_string()).collect();
        (score.min(1.0), forms)
    }

    fn length(&self, df: &mut impl FnMut(&str) -> u64, documents: u64) -> f32 {
        let squares = self.counts.iter().map(|(stem, count)| {
            let w = weight(count.times, df(stem).max(1), documents);
            w * w
        });
        squares.sum::<f32>().sqrt()
    }
}

/// A term that tells what an article is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    pub stem: CompactString,
    pub weight: f32,
}

fn weight(times: u32, frequency: u64, documents: u64) -> f32 {
    let tf = 1.0 + (times as f32).ln();
    let idf = (1.0 + documents as f32 / frequency as f32).ln();
    tf * idf
}

/// The written form without its marks and its article, as a person would look it up.
fn shown_form(written: &str) -> CompactString {
    let plain: CompactString = written
        .chars()
        .filter(|&c| !matches!(c, '\u{064B}'..='\u{065F}' | '\u{0640}' | '\u{0670}'))
        .collect();
    let bare = plain.strip_prefix('و').unwrap_or(&plain);
    match bare
        .strip_prefix("ال")
        .filter(|rest| rest.chars().count() >= MIN_LETTERS)
    {
        Some(rest) => rest.into(),
        None => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(text: &str) -> Profile {
        Profile::new("", std::iter::once(text))
    }

    #[test]
    fn an_article_is_as_close_as_can_be_to_itself() {
        let a = profile("توسعة الميناء الجديد في المدينة");
        let (score, _) = a.closeness(&a, &mut |_| 1, 10);
        assert!((score - 1.0).abs() < 1e-5, "{score}");
    }

    #[test]
    fn what_is_shared_and_rare_comes_first() {
        let a = profile("فسيفساء نادرة في المدينة");
        let b = profile("عرض الفسيفساء في المدينة");
        let mut df = |stem: &str| {
            if stem.starts_with("فسيفس") {
                2
            } else {
                90
            }
        };
        let (score, shared) = a.closeness(&b, &mut df, 100);
        assert!(score > 0.3 && score < 1.0, "{score}");
        assert_eq!(shared.first().map(String::as_str), Some("فسيفساء"));
    }

    #[test]
    fn terms_of_one_document_or_of_most_tell_nothing() {
        let a = profile("نادر شائع عادي");
        let mut df = |stem: &str| match stem {
            "نادر" => 1,
            "شاءع" => 90,
            _ => 5,
        };
        let telling = a.telling(&mut df, 100);
        assert_eq!(telling.len(), 1, "{telling:?}");
    }
}
