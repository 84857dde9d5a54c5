//! Small documents in, found documents out.

use super::*;

const TEXTS: [(&str, &str); 4] = [
    (
        "توسعة الميناء",
        "قالت إدارة الميناء إن الرصيف الجديد يستقبل سفنا أكبر.",
    ),
    ("سوق الكتب", "افتتح معرض الكتاب في سورية بحضور ٢٠١٥ زائرا."),
    (
        "رصد الطيور",
        "زار سوريا باحثون في رصد الطيور، وقال الباحث للوزير إن العدد زاد.",
    ),
    ("كرة القدم", "فاز الفريق في ملعب الميناء القديم."),
];

fn searcher() -> Searcher {
    let mut writer = Writer::new().expect("an index in memory opens");
    for (number, (title, text)) in (0..).zip(TEXTS) {
        writer
            .add(number, title, text)
            .expect("a document is added");
    }
    writer.commit().expect("the batch commits")
}

fn found(query: &str, typing: bool) -> Vec<u32> {
    let mut hits = searcher()
        .all_of(&Query::parse(query, typing))
        .expect("the query runs");
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.doc.cmp(&b.doc)));
    hits.into_iter().map(|hit| hit.doc).collect()
}

#[test]
fn spellings_and_inflections_are_found() {
    for (query, docs) in [
        ("سوريا", vec![1, 2]),
        ("سورية", vec![1, 2]),
        ("وزير", vec![2]),
        ("2015", vec![1]),
        ("ادارة", vec![0]),
        ("الطُّيور", vec![2]),
    ] {
        let mut hits = found(query, false);
        hits.sort_unstable();
        assert_eq!(hits, docs, "{query}");
    }
}

#[test]
fn a_title_word_comes_first() {
    assert_eq!(found("الميناء", false), [0, 3]);
}

#[test]
fn every_word_is_required_and_exclusions_hold() {
    assert_eq!(found("الميناء ملعب", false), [3]);
    assert_eq!(found("الميناء -ملعب", false), [0]);
    assert_eq!(found("الميناء طائرة", false), [0_u32; 0]);
}

#[test]
fn phrases_stand_together() {
    assert_eq!(found("\"رصد الطيور\"", false), [2]);
    assert_eq!(found("\"الطيور رصد\"", false), [0_u32; 0]);
    assert_eq!(found("\"رصد الط", true), [2]);
    assert_eq!(found("-\"رصد الطيور\"", false), [0, 1, 3]);
}

#[test]
fn a_half_typed_word_finds_what_begins_so_on_both_sides_of_the_article() {
    assert_eq!(found("المي", true), [0, 3]);
    assert_eq!(found("مين", true), [0, 3]);
    assert_eq!(found("مين", false), [0_u32; 0]);
}

#[test]
fn batches_add_up_and_older_views_stay() {
    let mut writer = Writer::new().expect("an index in memory opens");
    writer.add(0, "", "حديقة").expect("added");
    let first = writer.commit().expect("committed");
    writer.add(1, "", "حديقة").expect("added");
    let second = writer.commit().expect("committed");
    let query = Query::parse("حديقة", false);
    assert_eq!(first.all_of(&query).expect("runs").len(), 1);
    assert_eq!(second.all_of(&query).expect("runs").len(), 2);
}

/// While «كتاب» is typed, a text full of rarer words that begin so is not better than one with it.
#[test]
fn a_word_typed_to_its_end_comes_before_longer_ones() {
    let mut writer = Writer::new().expect("an index in memory opens");
    let texts = [
        "كتابخانة كتابدار كتابفروش كتاباتي في المدينة القديمة",
        "صدر كتاب جديد في المدينة القديمة هذا العام",
        "كتاب آخر عن تاريخ المدينة وأسواقها القديمة",
    ];
    for (number, text) in (0..).zip(texts) {
        writer.add(number, "", text).expect("added");
    }
    let searcher = writer.commit().expect("committed");
    let hits = searcher.all_of(&Query::parse("كتاب", true)).expect("runs");
    let best = hits.iter().max_by(|a, b| a.score.total_cmp(&b.score));
    assert_ne!(best.map(|hit| hit.doc), Some(0));
}
