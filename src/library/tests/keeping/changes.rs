//! Folders of many files of which a few change: what is kept of the others stays as it is, and the answers are those
//! of reading anew.

mod every_kind;

use super::*;

/// What an outlet puts below its articles; enough of them, so that a sentence is furniture.
const BELOW: &str = "خاص بصحيفة الضحى\nهذه الصفحة مما جمعه أرشيف الصحيفة من أعداد سابقة.";

/// The article of a file; some are equal, some have furniture.
fn article(n: usize) -> String {
    let sentences = [n % 7, (n / 2) % 5, n % 3].map(|at| SENTENCES[at]);
    let below = if n.is_multiple_of(2) { BELOW } else { "" };
    let (place, day) = (PLACES[n % 5], 1 + n % 28);
    format!(
        "{place} رقم {}\n2014-05-{day:02}\n{}\n{below}\n",
        n % 40,
        sentences.join(".\n")
    )
}

/// A corpus of many small files in the folders of two outlets.
fn many(count: usize) -> KeptCase {
    let case = KeptCase::new();
    for n in 0..count {
        write_article(&case, n, n);
    }
    case
}

fn file(n: usize) -> String {
    let outlet = ["sada-alwaha", "sahifat-alduha"][n % 2];
    format!("{outlet}/{n:04}.txt")
}

/// Writes article `of` into file `n`.
fn write_article(case: &KeptCase, n: usize, of: usize) {
    let path = case.path(&file(n));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, article(of)).unwrap();
}

/// How many shards are kept, and how many articles are struck from them.
fn shards(library: &Library) -> (usize, usize) {
    let shards = library.shards.each();
    let struck = shards.clone().map(|(_, shard)| shard.struck().len());
    (shards.clone().count(), struck.sum())
}

/// Every article, and what a word finds, of the corpus as it is kept and of a load that keeps nothing.
#[track_caller]
fn check_few(case: &KeptCase, library: &Library, what: &str) {
    let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
    assert!(
        damage::few_answers(library) == damage::few_answers(&fresh),
        "{what}"
    );
}

/// What happens to a corpus, in words and in deed.
type CorpusChange = (&'static str, fn(&KeptCase));

#[test]
fn a_change_costs_only_itself() {
    let case = many(64);
    case.check("kept for the first time");
    let before = case.kept_files();
    let changes: [CorpusChange; 6] = [
        ("a file that changed", |case| write_article(case, 30, 200)),
        ("three files more", |case| {
            for n in 300..303 {
                write_article(case, n, n);
            }
        }),
        ("a file less", |case| {
            fs::remove_file(case.path(&file(50))).unwrap();
        }),
        ("another file in its place", |case| {
            fs::write(case.path("new.txt"), article(77)).unwrap();
            fs::rename(case.path("new.txt"), case.path(&file(51))).unwrap();
        }),
        ("a file with another name", |case| {
            fs::rename(case.path(&file(10)), case.path(&file(510))).unwrap();
        }),
        ("nothing but a later time", |case| {
            write_article(case, 12, 12);
        }),
    ];
    for (what, change) in changes {
        change(&case);
        // A shard and its segment, furniture, the lexicon: the shards there were stay as they are.
        assert!(case.check(what) <= 4, "{what}");
    }
    assert_eq!(case.check("opened again"), 0);
    let after = case.kept_files();
    let stayed = before.iter().filter(|file| after.contains(file)).count();
    assert_eq!(stayed, before.len() - 2, "all but furniture and lexicon");
    let (_, struck) = shards(&case.open());
    assert_eq!(struck, 4);
}

#[test]
fn from_the_disk_a_change_costs_only_itself() {
    let mut case = many(40);
    case.on_disk = true;
    case.check("kept for the first time");
    write_article(&case, 30, 200);
    assert!(case.check("a file that changed") <= 4);
    assert_eq!(case.check("opened again"), 0);
    case.on_disk = false;
    assert_eq!(case.check("opened in memory"), 0);
}

/// What was struck while nothing was searched is struck from the lexicon by the next run that searches.
#[test]
fn a_run_that_does_not_search_leaves_the_lexicon() {
    let case = many(40);
    case.check("kept for the first time");
    let unsearched = |what: &str| {
        let library = kept_at_once(&case.sources(), false).unwrap();
        let fresh = read(&[case.corpus.path().to_path_buf()]).unwrap();
        let all = |library: &Library| {
            let articles = library.in_order();
            let all: Vec<_> = articles.map(|(no, e)| (library.id(no), e)).collect();
            format!("{all:?}")
        };
        assert!(all(&library) == all(&fresh), "{what}");
    };
    for n in 20..24 {
        write_article(&case, n, n + 100);
        unsearched("a file that changed");
    }
    fs::remove_file(case.path(&file(31))).unwrap();
    unsearched("a file less");
    let made = case.check("searched");
    assert!(
        made <= 5,
        "segments of four articles and the lexicon: {made}"
    );
    assert_eq!(case.check("searched again"), 0);
}

/// Day after day a file changes, or comes: shards do not become more and more.
#[test]
fn many_days_of_changes_leave_few_shards() {
    for indexed in [true, false] {
        let case = many(40);
        kept_at_once(&case.sources(), true).unwrap();
        for day in 0..40 {
            // The same one most days.
            let n = if day % 3 == 0 { 700 + day } else { 20 };
            write_article(&case, n, 1000 + day);
            let library = kept_at_once(&case.sources(), indexed).unwrap();
            let (shards, _) = shards(&library);
            assert!(shards <= 24, "day {day}: {shards} shards");
        }
        check_few(&case, &case.open(), "after all days");
        assert_eq!(case.check("opened again"), 0);
    }
}

/// Kept shards that are merged when they are taken in, while a file that is new is still being read.
#[test]
fn what_comes_after_a_merge_is_found() {
    let case = many(40);
    kept_at_once(&case.sources(), true).unwrap();
    for day in 0..8 {
        write_article(&case, 100 + day, 100 + day);
        // The last shard is kept without having been merged.
        kept_at_once(&case.sources(), day < 7).unwrap();
    }
    write_article(&case, 200, 200);
    let library = case.open();
    assert_eq!(shards(&library).0, 3, "all days in one shard");
    check_few(&case, &library, "a file after a merge");
}

/// A shard of which much is gone is built anew: what is gone takes no room for ever.
#[test]
fn a_worn_shard_is_built_anew() {
    let case = many(40);
    kept_at_once(&case.sources(), false).unwrap();
    for n in 0..20 {
        fs::remove_file(case.path(&file(n))).unwrap();
    }
    let library = kept_at_once(&case.sources(), false).unwrap();
    assert_eq!(shards(&library).1, 0, "articles struck");
    check_few(&case, &case.open(), "half of a shard that was not searched");

    let case = many(1200);
    case.open();
    let of = |library: &Library| shards(library);
    for n in 0..100 {
        fs::remove_file(case.path(&file(n))).unwrap();
    }
    let library = case.open();
    assert_eq!(of(&library), (1, 100));
    check_few(&case, &library, "a twelfth of a shard");
    for n in 100..500 {
        fs::remove_file(case.path(&file(n))).unwrap();
    }
    let library = case.open();
    assert_eq!(of(&library), (1, 0));
    check_few(&case, &library, "nearly half of it");
}

/// A file whose articles are all of a source: with it the name of the source goes.
#[test]
fn a_source_goes_with_its_last_article() {
    let case = many(20);
    case.check("kept for the first time");
    let record = serde_json::json!({
        "title": "مرفأ الزعتر", "source": "مجلة البحارة", "date": "2015-05-06", "text": SENTENCES[3],
    });
    case.write("only.jsonl", &format!("{record}\n"));
    case.check("a source more");
    let names = |library: &Library| library.columns.names().to_vec();
    assert!(names(&case.open()).contains(&"مجلة البحارة".to_owned()));
    case.write(
        "only.jsonl",
        &format!("{record}\n").replace("مجلة البحارة", "مجلة الجبل"),
    );
    case.check("another source");
    let library = case.open();
    assert!(!names(&library).contains(&"مجلة البحارة".to_owned()));
    let fresh = open(&[case.corpus.path().to_path_buf()]).unwrap();
    assert_eq!(library.summary(), fresh.summary());
}
