//! Phrases with words still being typed, answered the plain way: every position of every word is looked at.

use super::*;

/// The positions of one word in one document.
type Standing = BTreeSet<u32>;

/// Where a word, or any word that it may become, stands in each document.
fn standing(searcher: &Searcher, word: &PlannedWord) -> BTreeMap<u32, Standing> {
    let all: Vec<u32> = (0..DOCUMENTS).collect();
    let mut standing: BTreeMap<u32, Standing> = BTreeMap::new();
    let mut add = |doc: u32, at: &[u32]| standing.entry(doc).or_default().extend(at);
    let (spellings, among) = (searcher.answering(word), searcher.among(&all));
    let found = searcher.standing(&spellings, word.scope, &among, &mut add);
    found.unwrap();
    standing
}

/// How often the words of a phrase stand together in one document.
fn times(words: &[&Standing], slop: Option<u32>) -> u32 {
    let numbered = || (0_u32..).zip(words);
    let Some(slop) = slop else {
        let follows = |from: u32| numbered().all(|(nth, at)| at.contains(&(from + nth)));
        return words[0].iter().filter(|at| follows(**at)).count() as u32;
    };
    let width = slop + words.len() as u32;
    let mut times = 0;
    for (nth, standing) in numbered() {
        for &at in *standing {
            // Every word stands at most so far before it; of two at one place the first is before.
            let last = |other: u32| if other > nth { at } else { at + 1 };
            let from = (at + 1).saturating_sub(width);
            let held = numbered().all(|(other, standing)| {
                other == nth || standing.range(from..last(other).max(from)).next().is_some()
            });
            times += u32::from(held);
        }
    }
    times
}

/// What a phrase gives each document; where there are `several` clauses, its words alone give something.
fn phrase(
    searcher: &Searcher,
    words: &[PlannedWord],
    slop: Option<u32>,
    several: bool,
) -> BTreeMap<u32, Scored> {
    let standing: Vec<_> = words.iter().map(|word| standing(searcher, word)).collect();
    let rarity: f32 = standing
        .iter()
        .map(|held| searcher.rarity(held.len()))
        .sum();
    let mut all = BTreeMap::new();
    for doc in 0..DOCUMENTS {
        let here: Option<Vec<&Standing>> = standing.iter().map(|held| held.get(&doc)).collect();
        let times = here.map_or(0, |here| times(&here, slop));
        if times > 0 {
            let score = rarity * searcher.saturation(doc, times);
            let close = Closeness::Found;
            all.insert(doc, Scored { doc, score, close });
        }
    }
    if !several && !all.is_empty() {
        return all;
    }
    let mut apart: BTreeMap<u32, f32> = BTreeMap::new();
    for word in words {
        for scored in exhaustive(searcher, word).values() {
            *apart.entry(scored.doc).or_default() += 0.8 * scored.score;
        }
    }
    for (doc, score) in apart {
        let nothing = Scored {
            doc,
            score: 0.0,
            close: Closeness::Akin,
        };
        all.entry(doc).or_insert(nothing).score += score;
    }
    all
}

#[test]
fn a_phrase_with_an_unfinished_word_is_found_wherever_it_stands() {
    let searcher = indexed();
    let queries = [
        "\"بتج ب",
        "\"ب",
        "\"بت ب",
        "\"بج بت",
        "\"ببب ب",
        "\"ت* ب",
        "\"ب* ت* ج",
        "\"بتج والب",
        "title:\"ت* ب",
        "بتج ~2 ب",
        "ب* ~1 ت",
        "ببب ~4 ج",
        "\"بتج ب\" ت",
        "\"غغ ب",
    ];
    let keep = |doc: u32| doc % 5 != 3;
    let mut found = 0;
    // Asked twice: the second time from what was kept of the first.
    for query in queries.iter().chain(&queries) {
        let plan = searcher.plan(&Query::parse(query, true), Forms::All);
        let several = plan.slots.len() > 1;
        let mut sums: BTreeMap<u32, (f32, usize)> = BTreeMap::new();
        for slot in &plan.slots {
            let scored = match slot.as_slice() {
                [PlannedItem::Phrase(words, slop)] => {
                    assert!(words.len() < 4);
                    phrase(&searcher, words, *slop, several)
                }
                [PlannedItem::Word(word)] => exhaustive(&searcher, word),
                _ => panic!("{query}: alternatives are not compared"),
            };
            for scored in scored.values() {
                let (sum, found) = sums.entry(scored.doc).or_default();
                *sum += scored.score;
                *found += usize::from(scored.close == Closeness::Found);
            }
        }
        let hit = |(doc, (score, found)): (u32, (f32, usize))| Hit {
            doc,
            score,
            complete: found == plan.slots.len(),
        };
        let expected: Vec<Hit> = sums
            .into_iter()
            .map(hit)
            .filter(|hit| keep(hit.doc))
            .collect();
        let answer = asked(&searcher, query, Forms::All, &keep);
        assert_eq!(answer.hits, expected, "{query}");
        found += expected.iter().filter(|hit| hit.complete).count();
    }
    assert!(found > 1000, "{found} phrases are too few to compare");
}
