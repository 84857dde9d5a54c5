//! Keys pressed before the answers to the keys before them have come: each means what the person meant.

use std::collections::HashSet;
use std::fmt::Write;
use std::sync::Arc;

use fihrist::app::browse::list::List;
use fihrist::app::browse::pointing::Target;
use fihrist::app::{Browse, Focus, Msg, Screen};
use fihrist::library::{self, ArticleKey, Library};
use fihrist::store::{Embedded, ListRow};

use super::driver::read;
use super::fickle::{Fickle, Habit};
use crate::support::Scratch;

/// Articles of the corpus: many more than a store is asked for at a time.
const ARTICLES: usize = 300;

/// A corpus of so many articles, the newest with the highest number.
fn corpus(articles: usize) -> Arc<Library> {
    let mut lines = String::new();
    for n in 0..articles {
        let (month, day) = (1 + n / 28, 1 + n % 28);
        // The first and the last are related, and far apart in the list.
        let ends = n % (ARTICLES - 1) == 0;
        let more = if ends {
            "أزهرت حديقة الأقحوان حول المنارة البيضاء."
        } else {
            ""
        };
        writeln!(
            lines,
            r#"{{"id":"{n}","title":"نشرة المرفأ رقم {n}","date":"2019-{month:02}-{day:02}","text":"رست السفينة رقم {n} عند الرصيف. {more}"}}"#
        )
        .unwrap();
    }
    let corpus = Scratch::with(&[("a.jsonl", &lines)]);
    library::open(&[corpus.path().to_owned()]).unwrap()
}

/// A corpus of many articles; its answers come when they are let through.
fn slow() -> Fickle {
    let store = Embedded::of(corpus(ARTICLES));
    Fickle::new(Arc::new(store), (80, 24), Habit::Silent, 1)
}

/// Types keys; no answer comes meanwhile.
fn type_ahead(fickle: &mut Fickle, keys: &str) {
    for key in read(keys) {
        fickle.send(Msg::Key(key));
    }
}

/// The first article, with its related articles: one of them far down the list.
fn with_related() -> Fickle {
    let mut fickle = slow();
    for key in ["<enter>", "r"] {
        type_ahead(&mut fickle, key);
        fickle.answer_all();
    }
    fickle
}

fn browse(fickle: &Fickle) -> &Browse {
    match fickle.app.top() {
        Screen::Browse(browse) => browse,
        _ => panic!("another screen is on top"),
    }
}

/// The article that is being read.
fn reading(fickle: &Fickle) -> Option<ArticleKey> {
    let browse = browse(fickle);
    browse.pane.key.filter(|_| browse.focus == Focus::Reader)
}

#[test]
fn enter_on_a_row_that_has_not_come_opens_it_once_it_has() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "G<enter>");
    assert_eq!(reading(&fickle), None);
    fickle.answer_all();
    let list = &browse(&fickle).list;
    assert_eq!(list.selected, ARTICLES - 1);
    assert!(reading(&fickle).is_some());
    assert_eq!(reading(&fickle), list.article());
}

#[test]
fn enter_in_a_list_that_is_being_replaced_opens_an_article_of_the_new_one() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "/37<enter><enter>");
    assert_eq!(reading(&fickle), None);
    fickle.answer_all();
    let list = &browse(&fickle).list;
    assert!(list.len() < ARTICLES && reading(&fickle).is_some());
    assert_eq!(reading(&fickle), list.article());
}

#[test]
fn another_key_takes_back_an_enter_that_could_not_be_carried_out_yet() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "G<enter>k");
    fickle.answer_all();
    assert_eq!(reading(&fickle), None);
    assert_eq!(browse(&fickle).list.selected, ARTICLES - 2);
}

#[test]
fn reading_on_leaves_no_article_out() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "<enter>");
    fickle.answer_all();
    let mut read = HashSet::new();
    for nth in 0..ARTICLES {
        assert!(read.insert(reading(&fickle)), "article {nth} once more");
        type_ahead(&mut fickle, "J");
        fickle.answer_all();
    }
    assert_eq!(read.len(), ARTICLES);
}

#[test]
fn a_search_taken_back_before_its_answer_leaves_the_list_as_it_was() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "jjj");
    fickle.answer_all();
    let before = browse(&fickle).list.article();
    type_ahead(&mut fickle, "/37<esc>");
    fickle.answer_all();
    let list = &browse(&fickle).list;
    assert_eq!((list.len(), list.article()), (ARTICLES, before));
    assert!(!list.pending.is_waiting());
}

#[test]
fn the_end_of_the_list_is_shown_though_an_article_was_being_looked_for() {
    let mut fickle = with_related();
    // A related article, whose row has not come; back to the list, and on before that has been found.
    type_ahead(&mut fickle, "<enter>");
    let row_of = |list: &List, key| {
        let is_it = |row: &ListRow| matches!(row, ListRow::Article(card) if card.key == key);
        list.rows.iter().any(is_it)
    };
    let key = reading(&fickle).unwrap();
    assert!(!row_of(&browse(&fickle).list, key), "it is looked for");
    type_ahead(&mut fickle, "qG");
    fickle.answer_all();
    let list = &browse(&fickle).list;
    assert_eq!(list.selected, ARTICLES - 1);
    for row in list.top..list.len() {
        let row = list.row(row);
        assert!(matches!(row, Some(ListRow::Article(_))), "{row:?}");
    }
}

#[test]
fn looking_for_an_article_while_rows_come_ends() {
    let mut fickle = with_related();
    type_ahead(&mut fickle, "<enter>");
    fickle.answer_all();
    // Up until other rows are asked for, and back to where the jump began before these come.
    let asks = fickle.asks;
    while fickle.asks == asks || !browse(&fickle).list.pending.is_waiting() {
        assert!(fickle.answer_in_order());
        type_ahead(&mut fickle, "qk");
    }
    type_ahead(&mut fickle, "<ctrl-o>");
    assert!(
        fickle.answer_in_order(),
        "the same is asked again and again"
    );
    assert_eq!(browse(&fickle).list.selected, 0);
    assert!(browse(&fickle).list.article().is_some());
}

#[test]
fn the_end_of_the_list_stays_chosen_when_the_corpus_grows() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "G<enter>");
    fickle.publish(corpus(ARTICLES));
    fickle.answer_all();
    assert_eq!(browse(&fickle).list.selected, ARTICLES - 1);
    assert_eq!(reading(&fickle), browse(&fickle).list.article());
}

#[test]
fn what_is_in_sight_is_opened_at_once_while_the_corpus_grows() {
    let mut fickle = slow();
    let first = browse(&fickle).list.article();
    fickle.publish(corpus(ARTICLES + 20));
    type_ahead(&mut fickle, "<enter>");
    assert_eq!(reading(&fickle), first);
    type_ahead(&mut fickle, "J");
    let second = reading(&fickle);
    assert!(second.is_some() && second != first);
    fickle.answer_all();
    let list = &browse(&fickle).list;
    assert_eq!((reading(&fickle), list.article()), (second, second));
    assert_eq!(list.selected, 21, "newer articles stand above it");
}

#[test]
fn rows_that_were_gone_through_are_kept_by_article_when_the_corpus_grows() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "jjj");
    fickle.answer_all();
    let selected = browse(&fickle).list.article();
    fickle.publish(corpus(ARTICLES + 20));
    type_ahead(&mut fickle, "jk");
    fickle.answer_all();
    assert_eq!(browse(&fickle).list.article(), selected);
}

#[test]
fn a_search_that_fails_opens_nothing() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "/37<enter><enter>");
    fickle.fail_all();
    assert_eq!(reading(&fickle), None);
    type_ahead(&mut fickle, "R");
    fickle.answer_all();
    assert_eq!(reading(&fickle), None);
    assert!(browse(&fickle).list.len() < ARTICLES);
}

#[test]
fn a_search_typed_ahead_opens_what_it_would_have_opened_slowly() {
    let opened = |at_once: bool| {
        let mut fickle = slow();
        for key in ["/", "3", "7", "<enter>", "<enter>"] {
            type_ahead(&mut fickle, key);
            if !at_once {
                fickle.answer_all();
            }
        }
        fickle.answer_all();
        reading(&fickle)
    };
    assert!(opened(true).is_some());
    assert_eq!(opened(true), opened(false));
}

#[test]
fn the_wheel_takes_back_an_enter_that_could_not_be_carried_out_yet() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "G<enter>");
    fickle.send(Msg::Wheel(Target::List(0), -1));
    fickle.answer_all();
    assert_eq!(reading(&fickle), None);
}

#[test]
fn a_search_taken_back_leaves_nothing_that_moves_the_selection_later() {
    let mut fickle = slow();
    type_ahead(&mut fickle, "jjj");
    fickle.answer_all();
    let before = browse(&fickle).list.article();
    type_ahead(&mut fickle, "/37<down><esc>");
    fickle.answer_all();
    assert_eq!(browse(&fickle).list.article(), before);
    type_ahead(&mut fickle, "jjj");
    let now = browse(&fickle).list.article();
    fickle.publish(corpus(ARTICLES + 20));
    fickle.answer_all();
    assert_eq!(browse(&fickle).list.article(), now);
}
