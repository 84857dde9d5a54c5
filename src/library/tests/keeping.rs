//! What is kept gives the same answers as reading anew, whatever became of the files, or of what was kept.

mod changes;
mod damage;
mod first;
mod grown;
mod limits;

use std::os::unix::fs::MetadataExt;

use super::super::load::{kept_and_counted, kept_at_once};
use super::*;
use crate::corpus::{Keeping, Level, Reason};
use crate::dedup::across::THRESHOLD;

/// Records of which some are equal; few, since much is asked of them.
fn records(from: usize) -> String {
    records_in(from..from + 20)
}

/// A corpus and a cache folder.
struct KeptCase {
    corpus: tempfile::TempDir,
    caches: tempfile::TempDir,
    on_disk: bool,
    verify: bool,
}

/// Articles of a folder whose dates lack a year, but for one.
const YEARLESS: [(&str, &str); 3] = [
    (
        "y1.txt",
        "سوق الزهور\nالثلاثاء 8 سبتمبر\nافتتحت البلدية سوق الزهور صباح اليوم وحضر الافتتاح كثيرون",
    ),
    (
        "y2.txt",
        "جسر النهر\n2015-09-09\nزار الوزير جسر النهر في المساء وكتب كلمات في دفتر الزوار الكبير",
    ),
    (
        "y3.txt",
        "قاعة البلدية\nالخميس 10 سبتمبر\nعرض الهواة مئة ساعة قديمة في قاعة البلدية أمام الحاضرين",
    ),
];

impl KeptCase {
    fn new() -> KeptCase {
        let corpus = folder(&[("a.jsonl", &records(0)), ("b.jsonl", &records(10))]);
        for (name, text) in YEARLESS {
            fs::create_dir_all(corpus.path().join("days")).unwrap();
            fs::write(corpus.path().join("days").join(name), text).unwrap();
        }
        fs::write(corpus.path().join("broken.jsonl"), "{\"text\": \n").unwrap();
        KeptCase {
            corpus,
            caches: tempfile::tempdir().unwrap(),
            on_disk: false,
            verify: false,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.corpus.path().join(name)
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.path(name), content).unwrap();
    }

    fn sources(&self) -> Sources {
        Sources {
            keeping: Keeping {
                folder: Some(self.caches.path().join("fihrist")),
                verify: self.verify,
                on_disk: self.on_disk,
            },
            ..Sources::of(vec![self.corpus.path().to_path_buf()])
        }
    }

    /// Opens the corpus and keeps it, however quickly it was read.
    fn open(&self) -> Arc<Library> {
        kept_at_once(&self.sources(), true).unwrap()
    }

    fn answers(&self, library: &Library) -> String {
        let mut answers = AnswerLines::of(library, self.corpus.path());
        let found = library.copies(THRESHOLD);
        assert_eq!(library.kept_copies().columns(), found.columns());
        assert_eq!(library.kept_copies().columns(), found.columns());
        for (no, entry) in library.in_order() {
            let facts = library.facts(no).unwrap();
            assert_eq!(library.card_fields(no), Some(CardFields::of(&entry)));
            writeln!(answers, "{facts:?} {entry:?}").unwrap();
        }
        let mut problems: Vec<_> = library
            .problems()
            .iter()
            .map(|p| format!("{p:?}"))
            .collect();
        problems.sort();
        answers + &problems.join("\n")
    }

    /// The answers are those of a load that keeps nothing; the numbers of kept files that were made anew.
    #[track_caller]
    fn check(&self, what: &str) -> usize {
        let before = self.kept_files();
        self.check_read(what);
        let after = self.kept_files();
        after.iter().filter(|file| !before.contains(file)).count()
    }

    /// The same; the bytes of files that were read.
    #[track_caller]
    fn check_read(&self, what: &str) -> u64 {
        let (library, read) = kept_and_counted(&self.sources());
        let fresh = open(&[self.corpus.path().to_path_buf()]).unwrap();
        let (found, expected) = (self.answers(&library), self.answers(&fresh));
        let mut lines = expected.lines().zip(found.lines());
        let differs = lines.find(|(one, other)| one != other);
        assert!(found == expected, "{what}: {differs:#?}");
        assert_eq!(library.problem_counts(), fresh.problem_counts(), "{what}");
        read
    }

    /// Path and inode of every kept file but the manifest.
    fn kept_files(&self) -> Vec<(PathBuf, u64)> {
        let corpora = fs::read_dir(self.caches.path().join("fihrist"));
        let corpora = corpora.into_iter().flatten().flatten();
        let files = corpora.flat_map(|corpus| fs::read_dir(corpus.path()).into_iter().flatten());
        let files = files.flatten().map(|file| file.path());
        let numbered = files.filter(|path| path.file_name().is_some_and(|n| n.len() == 16));
        numbered
            .map(|path| (path.clone(), fs::metadata(path).unwrap().ino()))
            .collect()
    }

    fn manifest(&self) -> PathBuf {
        let (file, _) = self.kept_files().pop().unwrap();
        file.with_file_name("manifest")
    }
}

#[test]
fn what_is_kept_answers_as_reading_anew_does() {
    let case = KeptCase::new();
    assert!(case.check("kept for the first time") >= 4);
    assert_eq!(case.check("opened again"), 0);
}

#[test]
fn only_what_changed_is_read_again() {
    let case = KeptCase::new();
    case.check("kept for the first time");
    let shards = || case.kept_files().len();
    case.write("c.jsonl", &records(200));
    case.check("a file more");
    let with_three = shards();
    case.write("c.jsonl", &records(300));
    case.check("a file that changed");
    // A shard of which nothing is left stays until it is merged with others, and its segment with it.
    assert_eq!(shards(), with_three + 2);
    fs::rename(case.path("c.jsonl"), case.path("0.jsonl")).unwrap();
    case.check("a file with another name");
    fs::remove_file(case.path("a.jsonl")).unwrap();
    case.check("a file less");
    case.write("b.jsonl", &format!("{}{}", records(10), records(90)));
    case.check("a file that grew");
    assert_eq!(case.check("opened again"), 0);
}

#[test]
fn a_guessed_year_follows_its_neighbours() {
    let case = KeptCase::new();
    case.check("kept for the first time");
    for n in 0..3 {
        let text = YEARLESS[1].1.replace("2015", "2020");
        case.write(&format!("days/n{n}.txt"), &text);
    }
    case.check("neighbours of another year");
    fs::remove_file(case.path("days/y2.txt")).unwrap();
    case.check("a neighbour less");
}

/// A file changed so soon after it was read that its time of change is the same.
#[test]
fn a_change_that_no_stamp_shows_is_seen_in_the_content() {
    let case = KeptCase::new();
    case.check("kept for the first time");
    let path = case.path("a.jsonl");
    let times = fs::metadata(&path).unwrap();
    let other = records(0).replace("سوق", "بيت");
    assert_eq!(other.len() as u64, times.len());
    // Into the same file, the clock turned back.
    fs::write(&path, other).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(times.modified().unwrap()).unwrap();
    case.check("the same stamp, other bytes");
}

#[test]
fn what_was_read_without_an_index_gets_one() {
    let case = KeptCase::new();
    kept_at_once(&case.sources(), false).unwrap();
    let unindexed = case.kept_files().len();
    case.check("searched for the first time");
    assert!(case.kept_files().len() > unindexed);
    assert_eq!(case.check("searched again"), 0);
}

#[test]
fn a_stopped_load_is_not_kept() {
    let case = KeptCase::new();
    let sources = case.sources();
    sources.stop.now();
    kept_at_once(&sources, true).unwrap();
    assert!(case.kept_files().is_empty());
    case.check("kept after that");
}

/// Texts and index stay in the kept files, while the corpus is read and when it is opened again.
#[test]
fn from_the_disk_the_answers_are_the_same() {
    let mut case = KeptCase::new();
    case.on_disk = true;
    case.check("read for the first time");
    assert_eq!(case.check("opened again"), 0);
    case.write("c.jsonl", &records(200));
    case.check("a file more");
    // What lies there was written by a run that has it in memory, and the other way round.
    case.on_disk = false;
    assert_eq!(case.check("opened in memory"), 0);
}

/// An article without a year among dated ones that are not read again.
#[test]
fn a_new_article_takes_its_year_from_those_that_are_kept() {
    let case = KeptCase::new();
    fs::remove_file(case.path("days/y1.txt")).unwrap();
    fs::remove_file(case.path("days/y3.txt")).unwrap();
    case.check("kept for the first time");
    case.write("days/y3.txt", YEARLESS[2].1);
    case.check("a file without a year");
}

/// Two changes that look alike to the disk, one taken back by the other.
#[test]
fn comparing_by_content_is_not_taken_in_by_an_earlier_comparison() {
    let mut case = KeptCase::new();
    let (one, other) = (records(0), records(0).replace("سوق", "بيت"));
    case.check("kept for the first time");
    case.verify = true;
    for text in [&other, &one, &other] {
        fs::write(case.path("a.jsonl"), text).unwrap();
        case.check("compared by content");
    }
}

/// A table holds records even where it has but one: it is no neighbour of the files beside it.
#[test]
fn a_record_alone_in_a_table_is_no_neighbour() {
    let case = KeptCase::new();
    let row = "عنوان,2015-09-09,افتتحت البلدية سوق الزهور صباح اليوم وحضر الافتتاح كثيرون";
    fs::create_dir_all(case.path("table")).unwrap();
    case.write("table/t.csv", &format!("title,date,text\n{row}\n"));
    case.check("kept for the first time");
    case.write("table/y.txt", YEARLESS[2].1);
    case.check("a file without a year beside a table");
}

#[test]
fn a_cache_inside_the_corpus_is_not_read() {
    let mut case = KeptCase::new();
    case.check("kept for the first time");
    fs::write(
        case.caches.path().join("fihrist/CACHEDIR.TAG"),
        "Signature: 8a477f597d28d172789f06886806bc55\n",
    )
    .unwrap();
    let inside = case.path("caches");
    fs::rename(case.caches.path().join("fihrist"), &inside).unwrap();
    let before = open(&[case.corpus.path().to_path_buf()]).unwrap();
    assert_eq!(before.problem_counts()[Level::Error as usize], 1);
    case.verify = true;
    case.check("with a cache inside");
}
