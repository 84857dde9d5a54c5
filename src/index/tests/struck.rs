//! Documents that are gone are as if they had never been there.

use super::segments::{QUERIES, words};
use super::*;
use crate::index::lexicon::Lexicon;
use crate::index::similar::ProfileText;
use crate::kept::{Keep, KeptFile, KeptWriter};
use std::sync::Arc;

/// A document with a title, a text, and whether it will be gone.
type Document = (String, String, bool);

fn segment<'a>(documents: impl Iterator<Item = &'a Document>) -> Arc<Segment> {
    let mut builder = SegmentBuilder::new().expect("a segment in memory");
    for (title, text, _) in documents {
        builder.add(title, text).expect("added");
    }
    Arc::new(builder.finish().expect("built"))
}

fn left(documents: &[Document]) -> impl Iterator<Item = &Document> {
    documents.iter().filter(|(.., gone)| !gone)
}

fn struck(documents: &[Document]) -> (Arc<StruckPlaces>, Vec<GoneDocument>) {
    let gone = (0..).zip(documents).filter(|(_, (.., gone))| *gone);
    let (places, gone) = gone
        .map(|(place, (title, text, _))| {
            let (title, text) = (title.clone(), text.clone());
            (place, GoneDocument { title, text })
        })
        .unzip();
    (Arc::new(StruckPlaces::new(places)), gone)
}

/// A file that was kept.
fn kept_file(write: &mut dyn FnMut(&mut KeptWriter) -> std::io::Result<()>) -> KeptFile {
    let folder = tempfile::tempdir().expect("a folder");
    let keep = Keep::open(&folder.path().join("keep")).expect("a folder of our own");
    let corpus = keep.corpus(1, "news").expect("a folder in it");
    corpus.write("file", write).expect("written");
    corpus.read("file").expect("there")
}

/// The lexicon after a while in a file.
fn kept(lexicon: &Lexicon, asked: Option<OneQuestion>) -> Lexicon {
    let file = kept_file(&mut |out| lexicon.keep(out));
    Lexicon::kept(&file, asked).expect("as it was written")
}

/// A segment after a while in a file, of which parts are read when they are used.
fn kept_segment(segment: &Segment) -> Arc<Segment> {
    let file = kept_file(&mut |out| segment.keep(out));
    Arc::new(Segment::kept(&file, false).expect("as it was written"))
}

/// Everything that can be asked gives the same.
fn assert_same(one: &Searcher, other: &Searcher, documents: &[&Document]) {
    assert_same_answers(one, other, documents);
    assert_same_profiles(one, other, documents);
}

fn assert_same_answers(one: &Searcher, other: &Searcher, documents: &[&Document]) {
    assert_eq!((one.len(), other.len()), (documents.len(), documents.len()));
    for query in QUERIES
        .into_iter()
        .chain(["وز", "اختفى", "\"جسر باب\"", "زرقاءء"])
    {
        for (typing, forms) in [
            (false, Forms::All),
            (true, Forms::All),
            (false, Forms::Exact),
        ] {
            let (a, b) = (
                ask(one, query, typing, forms),
                ask(other, query, typing, forms),
            );
            assert_eq!(a.hits, b.hits, "{query} {typing}");
            assert_eq!(a.words, b.words, "{query} {typing}");
            for (title, text, _) in documents {
                assert_eq!(a.matcher.spans(title), b.matcher.spans(title));
                assert_eq!(a.matcher.spans(text), b.matcher.spans(text));
            }
        }
    }
}

fn assert_same_profiles(one: &Searcher, other: &Searcher, documents: &[&Document]) {
    for (title, text, _) in documents {
        let own = ProfileText {
            title,
            passages: vec![text],
        };
        let (a, b) = (one.profile(&own), other.profile(&own));
        assert_eq!(a, b);
        let akin = |searcher: &Searcher| {
            let mut hits = searcher
                .akin(&a, u32::MAX, usize::MAX)
                .expect("the index answers");
            hits.sort_by_key(|hit| hit.doc);
            hits
        };
        assert_eq!(akin(one), akin(other));
        assert_eq!(
            one.shared_terms(&own, &a, &[&b], 9),
            other.shared_terms(&own, &a, &[&b], 9)
        );
    }
}

fn documents(most: usize) -> impl Strategy<Value = Vec<Document>> {
    // Some words are in documents that are gone alone.
    let word = words().prop_map(|words| format!("{words} اختفى"));
    let gone = (words(), word, Just(true));
    let stays = (words(), words(), Just(false));
    proptest::collection::vec(prop_oneof![gone, stays], 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_left_of_segments_answers_as_if_built_of_it(
        segments in proptest::collection::vec(documents(9), 1..4),
        lags in any::<bool>(),
        merges in any::<bool>(),
    ) {
        let mut whole = Assembly::default();
        let mut assembly = Assembly::default();
        for documents in &segments {
            whole.add(segment(left(documents)));
            let (places, gone) = struck(documents);
            assembly.add_struck(segment(documents.iter()), places, &gone);
            if lags {
                assembly.searcher(Analysis::New).expect("searchable");
            }
        }
        if merges {
            let all = segments.iter().flat_map(|documents| left(documents));
            assembly.replace_last(segments.len(), segment(all)).expect("replaced");
        }
        let one = assembly.searcher(Analysis::Whole).expect("searchable");
        let other = whole.searcher(Analysis::Whole).expect("searchable");
        let all: Vec<&Document> = segments.iter().flat_map(|documents| left(documents)).collect();
        assert_same(&one, &other, &all);
    }

    /// An index is kept, some of its documents go, and others come.
    #[test]
    fn a_kept_index_that_changes_answers_as_if_built_anew(
        first in documents(9),
        second in documents(9),
        later in documents(9),
    ) {
        let segments = [segment(first.iter()), segment(second.iter())];
        // Those that are gone from the first were already when the lexicon was kept.
        let (struck_first, gone_first) = struck(&first);
        let (struck_second, gone_second) = struck(&second);
        let mut before = Assembly::default();
        before.add_struck(Arc::clone(&segments[0]), Arc::clone(&struck_first), &gone_first);
        before.add(Arc::clone(&segments[1]));
        let before = before.searcher(Analysis::Whole).expect("searchable");
        let [one, other] = segments.map(|segment| kept_segment(&segment));
        let segments = vec![
            KeptSegment { segment: one, struck: struck_first },
            KeptSegment { segment: other, struck: struck_second },
        ];
        let mut assembly = Assembly::kept(segments, kept(before.lexicon(), None), &gone_second);
        let (places, gone) = struck(&later);
        assembly.add_struck(segment(later.iter()), places, &gone);
        let mut whole = Assembly::default();
        for documents in [&first, &second, &later] {
            whole.add(segment(left(documents)));
        }
        let one = assembly.searcher(Analysis::Whole).expect("searchable");
        let other = whole.searcher(Analysis::Whole).expect("searchable");
        let all: Vec<&Document> = [&first, &second, &later].into_iter().flat_map(|d| left(d)).collect();
        assert_same(&one, &other, &all);
        // And once more, when that is kept.
        for asked in [None, Some(OneQuestion::Search), Some(OneQuestion::Related)] {
            let mut again = one.clone();
            again.lexicon = Arc::new(kept(one.lexicon(), asked));
            again.memory = Arc::default();
            if asked != Some(OneQuestion::Related) {
                assert_same_answers(&again, &other, &all);
            }
            if asked != Some(OneQuestion::Search) {
                assert_same_profiles(&again, &other, &all);
            }
        }
    }
}

#[test]
fn an_assembly_knows_which_segments_it_has() {
    let documents = [(String::from("جسر"), String::from("باب"), false)];
    let (one, other) = (segment(documents.iter()), segment(documents.iter()));
    let mut assembly = Assembly::default();
    assert!(assembly.is_empty());
    assembly.add(Arc::clone(&one));
    assert!(assembly.holds(&one) && !assembly.holds(&other));
    assert_eq!(assembly.len(), 1);
    // More places are struck than there are documents: none is left, and nothing else is harmed.
    let struck = Arc::new(StruckPlaces::new(vec![0, 7]));
    let gone = GoneDocument {
        title: documents[0].0.clone(),
        text: documents[0].1.clone(),
    };
    assembly.add_struck(other, struck, &[gone]);
    assert_eq!(assembly.len(), 1);
    let searcher = assembly.searcher(Analysis::Whole).expect("searchable");
    assert_eq!(complete(&searcher, "جسر"), [0]);
}
