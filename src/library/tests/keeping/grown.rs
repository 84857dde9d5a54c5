//! Files that only grew are read from their old end, with the numbers, lines and problems of a reading of all of them;
//! others are read whole.

use std::io::Write;

use super::*;
use crate::corpus::Problem;

impl KeptCase {
    /// A corpus of one file.
    fn of_file(name: &str, content: &[u8]) -> KeptCase {
        let case = KeptCase {
            corpus: tempfile::tempdir().unwrap(),
            caches: tempfile::tempdir().unwrap(),
            on_disk: false,
            verify: false,
        };
        fs::write(case.path(name), content).unwrap();
        case.check("kept for the first time");
        case
    }

    fn append(&self, name: &str, content: &[u8]) {
        let file = fs::File::options().append(true).open(self.path(name));
        file.unwrap().write_all(content).unwrap();
    }

    fn size(&self, name: &str) -> u64 {
        fs::metadata(self.path(name)).unwrap().len()
    }

    /// Appends, and reads only that.
    #[track_caller]
    fn check_grown(&self, name: &str, content: &[u8], what: &str) {
        self.append(name, content);
        let read = self.check_read(what);
        assert_eq!(read, content.len() as u64, "{what}");
        assert_eq!(self.check_read(what), 0, "{what}, opened again");
    }

    /// Reads the whole file.
    #[track_caller]
    fn check_whole(&self, name: &str, what: &str) {
        assert_eq!(self.check_read(what), self.size(name), "{what}");
        assert_eq!(self.check_read(what), 0, "{what}, opened again");
    }
}

/// Records, the last of which stands there twice.
fn repeated(range: Range<usize>) -> String {
    let last = range.end - 1;
    records_in(range) + &records_in(last..last + 1)
}

fn rows(range: Range<usize>) -> String {
    let row = |n: usize| {
        let day = 1 + n % 9;
        format!(
            "{},{},2014-05-0{day},\"{}\n{}\"\n",
            PLACES[n % 5],
            SOURCES[n % 3],
            SENTENCES[n % 7],
            SENTENCES[n % 4]
        )
    };
    range.map(row).collect()
}

fn pages(range: Range<usize>) -> String {
    let page = |n: usize| {
        let text = format!("{}\n{}", PLACES[n % 5], SENTENCES[n % 7]);
        let kind = ["conversion", "conversion", "metadata"][n % 3];
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://waha.example/{n}\r\n\
             WARC-Date: 2014-05-0{}T00:00:00Z\r\nContent-Length: {}\r\n\r\n{text}\r\n\r\n",
            1 + n % 9,
            text.len()
        )
    };
    range.map(page).collect()
}

const BROKEN: &[u8] = b"{\"title\": broken}\n";

#[test]
fn a_file_of_json_lines_is_read_from_its_old_end() {
    let case = KeptCase::of_file("a.jsonl", repeated(0..20).as_bytes());
    case.check_grown("a.jsonl", repeated(18..30).as_bytes(), "more records");
    case.check_grown("a.jsonl", BROKEN, "a record that is none");
    case.check_grown("a.jsonl", repeated(5..9).as_bytes(), "records after it");
    let lines: Vec<_> = case.open().problems().iter().map(|p| p.line).collect();
    assert_eq!(lines, [Some(35)]);
}

#[test]
fn a_line_that_was_cut_is_read_again_from_its_beginning() {
    let whole = records_in(0..20);
    let cut = whole.len() - 70;
    let case = KeptCase::of_file("a.jsonl", &whole.as_bytes()[..cut]);
    let errors = case.open().problem_counts()[Level::Error as usize];
    assert_eq!(errors, 1);
    let line = whole.trim_end().rfind('\n').unwrap() + 1;
    case.append("a.jsonl", &whole.as_bytes()[cut..]);
    let read = case.check_read("the rest of the line");
    assert_eq!(read, (whole.len() - line) as u64);
    assert!(case.open().problems().is_empty());
    // Cut once more, and again.
    let more = records_in(30..33);
    case.append("a.jsonl", &more.as_bytes()[..50]);
    case.check_read("a line that is cut");
    case.append("a.jsonl", &more.as_bytes()[50..90]);
    assert_eq!(case.check_read("the same, longer"), 90);
    case.append("a.jsonl", &more.as_bytes()[90..]);
    assert_eq!(case.check_read("all of it"), more.len() as u64);
}

#[test]
fn a_table_is_read_from_its_old_end() {
    let head = "title,source,date,text\n";
    let content = head.to_owned() + &rows(0..20);
    let case = KeptCase::of_file("a.csv", content.as_bytes());
    case.check_grown("a.csv", rows(18..30).as_bytes(), "more rows");
    let odd = "one,two\n".repeat(30) + "x,y,2014,text,more\n";
    case.check_grown("a.csv", odd.as_bytes(), "rows of another width");
    case.check_grown("a.csv", odd.as_bytes(), "more of these");
    let library = case.open();
    let of_width = |problem: &&Problem| {
        let code = problem.reason.code();
        ["cell-count", "more-cell-counts"].contains(&code)
    };
    let odd: Vec<_> = library.problems().iter().filter(of_width).collect();
    assert_eq!(odd.len(), 21);
    assert!(
        odd.iter().any(|problem| problem.line == Some(66)),
        "{odd:?}"
    );
    assert!(
        odd.iter()
            .any(|problem| problem.reason == Reason::MoreCellCounts { rows: 42 })
    );
    // A row that may go on.
    case.check_grown("a.csv", b"last,row", "a row without its end");
    case.append("a.csv", rows(3..4).as_bytes());
    case.check_whole("a.csv", "its end");
}

/// Roles of columns without names are guessed from the first rows, of which a short table has more when it has grown.
#[test]
fn a_table_whose_columns_are_seen_otherwise_is_read_whole() {
    let case = KeptCase::of_file("a.csv", rows(0..2).as_bytes());
    case.append("a.csv", rows(2..40).as_bytes());
    case.check_whole("a.csv", "more rows, other roles");
    case.check_grown("a.csv", rows(0..9).as_bytes(), "the same roles");
}

#[test]
fn a_web_archive_is_read_from_its_old_end() {
    let case = KeptCase::of_file("a.warc", pages(0..20).as_bytes());
    case.check_grown("a.warc", pages(18..30).as_bytes(), "more pages");
    let passed = |case: &KeptCase| format!("{:?}", case.open().problems());
    assert!(
        passed(&case).contains("WarcRecordsPassed { records: 10 }"),
        "{}",
        passed(&case)
    );
    case.append("a.warc", b"what is no record\r\n");
    case.check_whole("a.warc", "bytes between records");
    let page = pages(0..1);
    case.append("a.warc", &page.as_bytes()[..page.len() - 30]);
    case.check_whole("a.warc", "a record without its end");
    case.append("a.warc", &page.as_bytes()[page.len() - 30..]);
    case.check_whole("a.warc", "its end");
}

#[test]
fn a_compressed_file_is_read_from_its_old_end() {
    let packed = |text: &str| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    };
    let case = KeptCase::of_file("a.jsonl.gz", &packed(&repeated(0..20)));
    case.check_grown("a.jsonl.gz", &packed(&repeated(18..30)), "another member");
    case.append("a.jsonl.gz", &packed(&repeated(3..9))[..40]);
    case.check("a member without its end");
    case.append("a.jsonl.gz", &packed(&repeated(3..9))[40..]);
    case.check_whole("a.jsonl.gz", "its end");
}

#[test]
fn a_file_of_another_beginning_is_read_whole() {
    for (name, content) in [
        ("a.jsonl", repeated(0..20)),
        (
            "a.csv",
            "title,source,date,text\n".to_owned() + &rows(0..20),
        ),
        ("a.warc", pages(0..20)),
    ] {
        let case = KeptCase::of_file(name, content.as_bytes());
        let other = content.replace("سوق", "بيت");
        assert_eq!(other.len(), content.len());
        case.write(name, &other);
        case.check_whole(name, "as long as before");
        case.write(name, &(content.clone() + &other));
        case.check_whole(name, "longer, with another beginning");
        let half = other.split_inclusive('\n').next().unwrap();
        case.write(name, half);
        case.check_whole(name, "shorter");
        case.write(name, "");
        case.check_whole(name, "empty");
        case.write(name, &content);
        case.check_whole(name, "all of it again");
    }
}

/// A file whose stamp is another and whose bytes are the same.
#[test]
fn a_file_that_was_only_touched_is_not_read() {
    let case = KeptCase::of_file("a.txt", "سوق الزهور\nافتتحت البلدية السوق".as_bytes());
    let copy = fs::read(case.path("a.txt")).unwrap();
    fs::remove_file(case.path("a.txt")).unwrap();
    fs::write(case.path("a.txt"), copy).unwrap();
    let before = fs::read(case.manifest()).unwrap();
    assert_eq!(case.check_read("written again"), 0);
    assert_ne!(
        fs::read(case.manifest()).unwrap(),
        before,
        "the new stamp is kept"
    );
    assert_eq!(case.check_read("opened again"), 0);
}

/// A date without a year takes it from the other records of its file: more of them may say another.
#[test]
fn a_file_with_years_that_were_guessed_is_read_whole() {
    let record = |date: &str| {
        let text = format!("{date}\nافتتحت البلدية سوق الزهور صباح اليوم وحضر الافتتاح كثيرون");
        format!("{}\n", serde_json::json!({"title": "سوق", "text": text}))
    };
    let content = record("2015-09-07") + &record("الثلاثاء 8 سبتمبر");
    let case = KeptCase::of_file("a.jsonl", content.as_bytes());
    case.append("a.jsonl", record("2020-01-01").repeat(3).as_bytes());
    case.check_whole("a.jsonl", "records of another year");
    // Beside it, only what it says itself counts.
    let dated = record("2015-09-07").repeat(2);
    let case = KeptCase::of_file("b.jsonl", dated.as_bytes());
    case.write("a.jsonl", &content);
    case.check("a file beside it");
    case.check_grown(
        "b.jsonl",
        record("الثلاثاء 8 سبتمبر").as_bytes(),
        "a date without a year",
    );
}

/// Somebody writes to the file all the time: what was there is kept, and the rest is read the next time.
#[test]
fn a_file_that_grows_while_it_is_read_is_read_on_the_next_time() {
    let case = KeptCase::new();
    let stop = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let writer = {
        let (path, stop) = (case.path("a.jsonl"), Arc::clone(&stop));
        std::thread::spawn(move || {
            let mut file = fs::File::options().append(true).open(path).unwrap();
            let mut n = 0;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) && n < 60 {
                let record = records_in(n..n + 1);
                for piece in record.as_bytes().chunks(100) {
                    file.write_all(piece).unwrap();
                    std::thread::yield_now();
                }
                n += 1;
            }
        })
    };
    for _ in 0..4 {
        case.open();
    }
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    writer.join().unwrap();
    case.check("grown while it was read");
    assert_eq!(case.check_read("opened again"), 0);
    case.check_grown("a.jsonl", records_in(7..9).as_bytes(), "grown afterwards");
}
