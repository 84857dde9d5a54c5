//! Rows show what whole articles say, whether the article is unpacked for them or not.

use super::*;

/// What a site puts round its articles.
const LINE: &str = "للاشتراك في النشرة البريدية اضغط هنا";

/// Articles with short and long titles and with none, with folds, with furniture at their heads and ends.
fn all_kinds() -> tempfile::TempDir {
    let mut lines = String::new();
    let mut add = |title: Option<&str>, source: &str, text: &str| {
        let record = serde_json::json!({"title": title, "source": source, "text": text});
        writeln!(lines, "{record}").unwrap();
    };
    for (n, sentence) in SENTENCES.iter().enumerate() {
        add(
            Some(PLACES[n % 5]),
            SOURCES[0],
            &format!("{sentence}\n{LINE}"),
        );
        add(None, SOURCES[2], &format!("{LINE}\n{sentence}"));
        add(None, SOURCES[1], &format!("{sentence}\n{sentence}"));
        add(
            Some(""),
            "",
            &format!("{sentence} ({n}).\n{sentence} ({n})."),
        );
        let long = [*sentence; 5].join(" ");
        add(None, SOURCES[1], &format!("{long} {n}"));
        add(
            Some(&long),
            "",
            &format!("{sentence} {n}\n{long}\n{sentence}"),
        );
    }
    folder(&[("a.jsonl", &lines)])
}

#[test]
fn rows_show_what_whole_articles_say() {
    let corpus = all_kinds();
    let library = read(&[corpus.path().to_path_buf()]).unwrap();
    let (mut kept, mut folded, mut furnished) = ([0; 2], 0, 0);
    for (no, entry) in library.entries() {
        let fields = library.card_fields(no).unwrap();
        assert_eq!(fields, CardFields::of(&entry), "{no:?}");
        let is_titled = !fields.title.is_empty();
        if library.kept_card_fields(no).is_some() {
            kept[usize::from(is_titled)] += 1;
        }
        folded += usize::from(fields.folds > 0);
        furnished += usize::from(library.refolded.touches(no.0));
    }
    // The test has tested something.
    assert!(kept.iter().all(|count| *count > 0), "{kept:?}");
    assert!(kept.iter().sum::<usize>() < library.len());
    assert!(folded > 0 && furnished > 0, "{folded} {furnished}");
}

#[test]
fn the_handle_of_no_article_names_none() {
    let corpus = all_kinds();
    let library = read(&[corpus.path().to_path_buf()]).unwrap();
    let beyond = ArticleNo(u32::try_from(library.len()).unwrap());
    assert_eq!(library.number(library.key(beyond)), None);
    assert_eq!(library.card_fields(beyond), None);
}
