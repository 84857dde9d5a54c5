//! What the first screen shows is there before the corpus is opened, and is what the corpus shows then.

use super::*;

/// Where what the first screen shows is kept.
fn first_file(case: &KeptCase) -> PathBuf {
    case.manifest().with_file_name("first")
}

#[test]
fn the_first_screen_is_that_of_the_corpus() {
    let case = KeptCase::new();
    assert_eq!(first_screen(&case.sources()), None, "nothing is kept");
    let shown = case.open().first_screen().unwrap();
    assert!(shown.rows.len() > 20 && shown.rows.len() == shown.articles);
    assert!(shown.facets.sources.len() > 1, "{:?}", shown.facets);
    let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
    assert_eq!(fresh.first_screen().unwrap(), shown);
    assert_eq!(first_screen(&case.sources()), Some(shown));
    // An article more, newer than all others.
    let newest = r#"{"title": "سوق الكتب", "text": "فتحت السوق أبوابها", "date": "2031-01-01"}"#;
    case.write("c.jsonl", newest);
    case.open();
    let shown = first_screen(&case.sources()).unwrap();
    assert_eq!(shown.rows[0].title, "سوق الكتب");
    let nothing = Sources::of(vec![case.corpus.path().to_path_buf()]);
    assert_eq!(first_screen(&nothing), None, "nothing is to be kept");
}

#[test]
fn a_torn_first_screen_is_not_shown_and_written_anew() {
    let case = KeptCase::new();
    let shown = case.open().first_screen().unwrap();
    let whole = fs::read(first_file(&case)).unwrap();
    for at in (0..whole.len()).step_by(97) {
        let mut torn = whole.clone();
        torn[at] ^= 0x55;
        fs::write(first_file(&case), torn).unwrap();
        let found = first_screen(&case.sources());
        assert!(found.is_none_or(|found| found == shown), "byte {at}");
    }
    fs::write(first_file(&case), &whole[..whole.len() / 2]).unwrap();
    case.check("opened with a torn first screen");
    assert_eq!(first_screen(&case.sources()), Some(shown));
}
