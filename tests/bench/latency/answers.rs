//! What a store takes to answer what a screen asks, in CPU time of the whole process, without a terminal.

use std::path::PathBuf;
use std::sync::Arc;

use fihrist::corpus::Stop;
use fihrist::library::{self, ArticleNo, Library, Request, Sort};
use fihrist::store::{Ask, Embedded, Group, ListAsk, Store, Window};
use rustix::time::{ClockId, clock_gettime};

/// Articles asked about, from everywhere in the corpus.
const ASKED: usize = 200;
/// Rows of a screen.
const ROWS: usize = 40;
/// Rows of a screen with snippets, and the chars of each.
const SNIPPETS: usize = 20;
const SNIPPET_CHARS: usize = 240;

/// Prints the figures for a corpus.
pub(crate) fn report(corpus: &[PathBuf]) {
    let library = library::open(corpus).expect("a corpus that opens");
    println!("answers of {} articles, ms of CPU:", library.len());
    let store = Embedded::of(Arc::clone(&library));
    store.warm_up();
    let titles: Vec<String> = articles(&library).map(|no| title(&library, no)).collect();
    let words = |title: &str, count: usize| {
        let words: Vec<&str> = title.split_whitespace().take(count).collect();
        words.join(" ")
    };
    let first_letters = titles.iter().map(|title| title.chars().take(1).collect());
    print(&store, "first letter", first_letters.map(typed));
    let phrases = titles.iter().filter_map(|title| {
        let (two, three) = (words(title, 2), words(title, 3));
        let letter = three.strip_prefix(&two).unwrap_or("").chars().take(2);
        let letter: String = letter.collect();
        (!letter.is_empty()).then(|| typed(format!("\"{two}{letter}")))
    });
    print(&store, "phrase with a letter more", phrases);
    let common = ["\"من أ", "\"في ا", "\"على م", "\"إلى ال"];
    let common = common.into_iter().map(str::to_owned).map(typed);
    print(&store, "common word with a letter more", common);
    let snippets = titles.iter().map(|title| {
        let text = words(title, 3);
        // What is found is known before its snippets are asked for.
        let mut ask = typed(text);
        store
            .ask(&Ask::List(ask.clone()), &Stop::default())
            .expect("an answer");
        ask.window.after = SNIPPETS - 1;
        ask.snippet_chars = Some(SNIPPET_CHARS);
        ask
    });
    print(
        &store,
        "20 snippets",
        snippets.collect::<Vec<_>>().into_iter(),
    );
    let sorts = [Sort::Date, Sort::Source, Sort::Relevance, Sort::Place];
    let groups = [Group::None, Group::Source, Group::Month];
    let orders = sorts
        .into_iter()
        .flat_map(|sort| groups.map(|group| (sort, group)));
    let orders = orders.map(|(sort, group)| {
        let mut ask = typed(String::new());
        ask.request.sort = sort;
        ask.group = group;
        ask
    });
    print(&store, "group and sort", orders);
    let related = articles(&library).map(|no| Ask::Related {
        key: library.key(no),
        n: 10,
    });
    print_all(&store, "related", related);
}

fn articles(library: &Library) -> impl Iterator<Item = ArticleNo> {
    let count = library.len();
    let places = (0..ASKED).map(move |at| at * count / ASKED);
    places.filter_map(|place| Some(ArticleNo(u32::try_from(place).ok()?)))
}

fn title(library: &Library, no: ArticleNo) -> String {
    let entry = library.get(no);
    entry.map_or_else(String::new, |entry| entry.article.title_str().to_owned())
}

/// The ask for a screen of what a text in the search box finds.
fn typed(text: String) -> ListAsk {
    ListAsk {
        request: Request {
            text,
            typing: true,
            sort: Sort::Relevance,
            ..Request::default()
        },
        window: Window {
            after: ROWS,
            ..Window::default()
        },
        ..ListAsk::default()
    }
}

fn print(store: &Embedded, name: &str, asks: impl Iterator<Item = ListAsk>) {
    print_all(store, name, asks.map(Ask::List));
}

fn print_all(store: &Embedded, name: &str, asks: impl Iterator<Item = Ask>) {
    let mut took: Vec<f64> = asks
        .map(|ask| {
            let began = cpu();
            let answered = store.ask(&ask, &Stop::default());
            std::hint::black_box(answered.expect("an answer"));
            (cpu() - began) * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    let at = |share: usize| took.get(took.len().saturating_sub(1) * share / 100);
    let at = |share: usize| at(share).copied().unwrap_or(0.0);
    println!(
        "  {name}: p50 {:.2}, p99 {:.2}, worst {:.2} of {}",
        at(50),
        at(99),
        at(100),
        took.len()
    );
}

/// CPU seconds of this process.
fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
