//! Asks to the store in memory, and what it answers: windows of listings, states, stopping.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::library::{Request, Sort};
use crate::store::{Anchor, Group, ListAsk, ListRow, Listing, NameMatch, Window};

/// Thirty articles of three invented outlets, one of them in two versions.
fn corpus() -> Arc<Library> {
    let folder = tempfile::tempdir().expect("a folder for the corpus");
    let outlets = ["صدى الجبل", "بريد النهر", "منارة الزيتون"];
    let long = "افتتح المجلس البلدي سوقا جديدة للزهور قرب النهر بحضور عدد كبير من السكان والتجار";
    let mut lines = String::new();
    for n in 0..30 {
        let text = match n {
            4 | 9 => format!("{long} في اليوم الأول من الأسبوع"),
            _ => format!("خبر رقم {n} عن معرض الحرف اليدوية في الحي القديم"),
        };
        let line = serde_json::json!({
            "id": format!("r{n}"), "title": format!("عنوان {n}"), "text": text,
            "source": outlets[n % 3], "date": format!("2015-{:02}-10", 1 + n % 4),
        });
        lines += &line.to_string();
        lines.push('\n');
    }
    fs::write(folder.path().join("a.jsonl"), lines).expect("a file of the corpus");
    crate::library::open(&[folder.path().to_path_buf()]).expect("a corpus that can be indexed")
}

fn store() -> Embedded {
    let store = Embedded::of(corpus());
    store.find_copies();
    store
}

fn list(store: &Embedded, ask: ListAsk) -> Listing {
    let answered = store.ask(&Ask::List(ask), &Stop::default());
    match answered.expect("an answer").answer {
        Answer::List(listing) => listing,
        other => panic!("not a listing: {other:?}"),
    }
}

fn all() -> Window {
    Window {
        after: usize::MAX - 1,
        ..Window::default()
    }
}

fn keys(listing: &Listing) -> Vec<ArticleKey> {
    let key = |row: &ListRow| match row {
        ListRow::Article(card) => Some(card.key),
        _ => None,
    };
    listing.rows.iter().filter_map(key).collect()
}

#[test]
fn windows_put_together_are_the_whole_list() {
    let store = store();
    for (group, stories) in [
        (Group::None, false),
        (Group::Source, false),
        (Group::Month, true),
        (Group::None, true),
    ] {
        let ask = |window| ListAsk {
            group,
            stories,
            window,
            ..ListAsk::default()
        };
        let whole = list(&store, ask(all()));
        assert_eq!(whole.rows.len(), whole.head.rows);
        let mut pieces = Vec::new();
        while pieces.len() < whole.rows.len() {
            let window = Window {
                anchor: Anchor::Row(pieces.len()),
                before: 0,
                after: 6,
            };
            pieces.extend(list(&store, ask(window)).rows);
        }
        assert_eq!(pieces, whole.rows, "{group:?} {stories}");
    }
}

#[test]
fn a_window_lies_around_the_first_key_that_is_listed() {
    let store = store();
    let whole = list(
        &store,
        ListAsk {
            window: all(),
            ..ListAsk::default()
        },
    );
    let keys = keys(&whole);
    let unknown = ArticleKey { twin: 7, ..keys[0] };
    for at in [0, 1, 12, 29] {
        let window = Window {
            anchor: Anchor::Keys(vec![unknown, keys[at], keys[3]]),
            before: 2,
            after: 2,
        };
        let listing = list(
            &store,
            ListAsk {
                window,
                ..ListAsk::default()
            },
        );
        assert_eq!(listing.anchor, Some(at));
        assert_eq!(listing.start, at.saturating_sub(2));
        assert_eq!(listing.rows, whole.rows[listing.start..(at + 3).min(30)]);
    }
}

#[test]
fn a_version_without_a_row_is_found_where_its_story_is() {
    let store = store();
    let ask = |window| ListAsk {
        stories: true,
        window,
        ..ListAsk::default()
    };
    let whole = list(&store, ask(all()));
    let behind = |row: &ListRow| matches!(row, ListRow::Article(card) if card.behind == 1);
    let row = whole
        .rows
        .iter()
        .position(behind)
        .expect("a story in two versions");
    let every = list(
        &store,
        ListAsk {
            window: all(),
            ..ListAsk::default()
        },
    );
    let listed = keys(&whole);
    let hidden = keys(&every).into_iter().find(|key| !listed.contains(key));
    let window = Window {
        anchor: Anchor::Keys(hidden.into_iter().collect()),
        ..Window::default()
    };
    assert_eq!(list(&store, ask(window)).anchor, Some(row));
}

#[test]
fn every_answer_names_the_state_it_came_from() {
    let store = Embedded::of(corpus());
    let state = |store: &Embedded| {
        let answered = store.ask(&Ask::Problems, &Stop::default());
        answered.expect("an answer").state
    };
    let before = state(&store);
    assert_eq!(store.known().state, before);
    let known = store.find_copies();
    assert!(known.state > before && state(&store) == known.state);
    assert_eq!(known.copies, CopiesKnown::Yes);
    let listing = list(&store, ListAsk::default());
    assert_eq!(listing.head.known, known);
}

#[test]
fn a_stopped_search_ends_without_an_answer() {
    let store = store();
    let stop = Stop::default();
    stop.now();
    let request = Request {
        text: "معرض الحرف".to_owned(),
        sort: Sort::Relevance,
        ..Request::default()
    };
    let ask = Ask::List(ListAsk {
        request,
        ..ListAsk::default()
    });
    assert!(matches!(store.ask(&ask, &stop), Err(StoreError::Stopped)));
}

#[test]
fn an_article_that_is_not_there_is_gone() {
    let store = store();
    let key = ArticleKey {
        twin: 3,
        ..ArticleKey::default()
    };
    let answered = store.ask(&Ask::Related { key, n: 3 }, &Stop::default());
    assert!(matches!(answered, Err(StoreError::Gone)));
}

#[test]
fn a_new_state_frees_the_one_before_and_its_lists() {
    let first = corpus();
    let store = Embedded::of(Arc::clone(&first));
    let listing = list(&store, ListAsk::default());
    assert!(Arc::strong_count(&listing.head) > 1, "it is kept");
    store.publish(Arc::default(), true);
    assert_eq!(Arc::strong_count(&listing.head), 1);
    assert_eq!(Arc::strong_count(&first), 1);
}

/// A search that outlasts its state throws no list of the newer state away.
#[test]
fn a_late_list_of_an_old_state_is_not_kept() {
    let store = Embedded::of(corpus());
    let old = store.snapshot();
    store.find_copies();
    let listing = list(&store, ListAsk::default());
    let late = store
        .listings
        .window(&old, &ListAsk::default(), &Stop::default());
    let late = late.expect("a list of the old state");
    assert_eq!(Arc::strong_count(&late.head), 1);
    assert!(Arc::strong_count(&listing.head) > 1);
}

#[test]
fn related_articles_are_given_up_when_the_ask_is_stopped() {
    let store = store();
    let key = keys(&list(&store, ListAsk::default()))[0];
    let stop = Stop::default();
    stop.now();
    let related = store.snapshot().related(key, 3, &stop);
    assert!(matches!(related, Err(StoreError::Stopped)));
}

#[test]
fn the_newest_articles_are_listed_before_there_is_a_library() {
    let library = corpus();
    let store = Embedded::default();
    let known = store.publish_first(library.first_screen().expect("a first screen"));
    assert_eq!((known.articles, known.sources), (30, 3));
    assert!(!known.complete);
    let screen = || ListAsk {
        window: Window {
            after: 22,
            ..Window::default()
        },
        ..ListAsk::default()
    };
    let before = list(&store, screen());
    assert_eq!(before.rows.len(), 23);
    // What needs the library waits for it, and is given up when it is stopped.
    let stop = Stop::default();
    stop.now();
    let found = Ask::Find("r7".to_owned());
    assert_eq!(store.ask(&found, &stop).unwrap_err(), StoreError::Stopped);
    let waits = std::thread::scope(|scope| {
        let asked = scope.spawn(|| store.ask(&found, &Stop::default()));
        std::thread::sleep(std::time::Duration::from_millis(20));
        let waited = !asked.is_finished();
        store.publish(library, true);
        (waited, asked.join().expect("no panic"))
    });
    assert!(waits.0);
    let answer = waits.1.expect("an answer").answer;
    assert!(
        matches!(answer, Answer::Find(NameMatch::One(_))),
        "{answer:?}"
    );
    let after = list(&store, screen());
    assert_eq!(before.rows, after.rows);
    assert_eq!(before.head.facets, after.head.facets);
    assert_eq!((before.head.rows, before.head.count), (30, 30));
}

#[test]
fn without_a_library_nobody_waits_for_ever() {
    let store = Embedded::default();
    store.publish_first(corpus().first_screen().expect("a first screen"));
    store.give_up_first();
    assert_eq!(store.known().articles, 0);
    let answer = store.ask(&Ask::Problems, &Stop::default());
    assert!(answer.is_ok());
}
