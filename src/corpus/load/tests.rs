//! Files as they lie on the disk: folders, hostile JSON Lines, encodings, breaks.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;

use super::super::problem::Level;
use super::super::reason::Reason;
use super::*;

/// A folder of its own, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "fihrist-load-{}-{}",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn sources(&self) -> Sources {
        Sources::of(vec![self.0.clone()])
    }

    fn load(&self) -> (Vec<Article>, Vec<Problem>) {
        collect(std::slice::from_ref(&self.0))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn collect(sources: &[PathBuf]) -> (Vec<Article>, Vec<Problem>) {
    let (mut articles, mut problems) = (Vec::new(), Vec::new());
    load(&Sources::from(sources), &unexamined(), &mut |event| {
        match event {
            LoadEvent::Article(article, ()) => articles.push(*article),
            LoadEvent::Problem(problem) => problems.push(problem),
            LoadEvent::Progress(_) => {}
        }
        ControlFlow::Continue(())
    });
    (articles, problems)
}

fn titles(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(Article::title_str).collect()
}

#[test]
fn folders_in_name_order_without_hidden_files() {
    let folder = Folder::new()
        .with("b/2.txt", "الثاني")
        .with("asr/1.txt", "الأول\r\nنص\0")
        .with("sahifa.jsonl", "{\"title\":\"الثالث\",\"text\":\"نص\"}\n")
        .with(".hidden/x.txt", "سر")
        .with("asr/.x.txt", "سر")
        .with("asr/picture.png", "x")
        .with("README.md", "عن هذه المجموعة");
    let (articles, problems) = folder.load();
    assert_eq!(titles(&articles), ["الأول", "الثاني", "الثالث"]);
    assert_eq!(articles[0].source_str(), "asr");
    assert_eq!(articles[0].text, "الأول\nنص");
    assert_eq!(
        articles[2].source.as_ref().unwrap().from,
        crate::corpus::Origin::File
    );
    let levels: Vec<Level> = problems.iter().map(|p| p.level).collect();
    assert_eq!(levels, [Level::Note, Level::Note], "{problems:?}");
}

#[test]
fn what_is_missing_is_a_problem() {
    let (articles, problems) = collect(&[PathBuf::from("no/such/path")]);
    assert!(articles.is_empty());
    assert_eq!(problems[0].level, Level::Error);
    let empty = Folder::new();
    assert_eq!(empty.load().1[0].level, Level::Error);
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_ends() {
    let folder = Folder::new().with("a/1.txt", "عنوان");
    std::os::unix::fs::symlink(&folder.0, folder.0.join("a/up")).unwrap();
    let (articles, problems) = folder.load();
    assert_eq!(articles.len(), 1);
    assert_eq!(problems.len(), 1);
}

#[test]
fn hostile_lines_are_listed_and_the_rest_loads() {
    let deep = "[".repeat(100_000);
    let long = format!(
        "{{\"title\":\"طويل\",\"text\":\"{}\"}}",
        "كلمة ".repeat(200_000)
    );
    let lines = [
        "\u{feff}{\"title\":\"الأول\",\"text\":\"نص\",\"id\":7}",
        "",
        "{broken",
        "[1,2]",
        "null",
        "{}",
        "{\"title\":\"بلا نص\"}",
        &deep,
        &long,
        "{\"title\":\"الأخير\",\"text\":[\"فقرة\",\"فقرة ثانية\"],\"date\":\"أمس\"}",
    ];
    let (articles, problems) = Folder::new().with("x.jsonl", lines.join("\n")).load();
    assert_eq!(titles(&articles), ["الأول", "بلا نص", "طويل", "الأخير"]);
    assert_eq!(articles[0].own_id.as_deref(), Some("7"));
    assert_eq!((articles[3].record, articles[3].paragraphs.len()), (10, 2));
    let errors: Vec<u64> = problems
        .iter()
        .filter(|p| p.level == Level::Error)
        .map(|p| p.line.unwrap())
        .collect();
    assert_eq!(errors, [3, 4, 5, 6, 8]);
    let broken = &problems[0];
    assert!(broken.place().ends_with("x.jsonl:3"), "{broken:?}");
    assert!(
        matches!(broken.reason, Reason::BrokenJson { line: None, .. }),
        "{broken:?}"
    );
    assert_eq!(
        problems.iter().filter(|p| p.level == Level::Note).count(),
        2
    );
}

#[test]
fn half_a_surrogate_pair_costs_no_record() {
    let folder = Folder::new().with(
        "a.jsonl",
        "{\"title\": \"رصيف \\ud800 جديد \\ud83d\\ude00 \\\\ud800\", \"text\": \"نص\"}\n",
    );
    let (articles, problems) = folder.load();
    assert_eq!(titles(&articles), ["رصيف \u{FFFD} جديد 😀 \\ud800"]);
    assert!(
        problems.iter().all(|p| p.level == Level::Note),
        "{problems:?}"
    );
}

#[test]
fn bytes_that_are_no_text_are_an_error_and_no_article() {
    let noise: Vec<u8> = (0..4000_u32).map(|i| (i * 7919 % 251) as u8).collect();
    let (articles, problems) = Folder::new().with("a.txt", noise).load();
    assert!(articles.is_empty());
    assert_eq!(problems.first().map(|p| p.level), Some(Level::Error));
}

#[cfg(unix)]
#[test]
fn a_file_reached_twice_is_read_once() {
    let folder = Folder::new().with("in/a.txt", "حديقة\nنص قصير");
    std::os::unix::fs::symlink(&folder.0, folder.0.join("in/up")).unwrap();
    let round = folder.0.join("in/../in");
    let (articles, _) = collect(&[folder.0.clone(), round, folder.0.join("in/a.txt")]);
    assert_eq!(articles.len(), 1);
}

#[test]
fn field_names_of_many_corpora() {
    let check = |line: &str, want: [&str; 5]| {
        let (articles, problems) = Folder::new().with("wikala.jsonl", line).load();
        assert!(problems.is_empty(), "{problems:?}");
        let a = &articles[0];
        let date = a
            .date
            .as_ref()
            .map(|d| format!("{} {}", d.value, d.from.as_str()));
        let got = [
            a.title_str(),
            a.source_str(),
            &date.unwrap_or_default(),
            a.author.as_deref().unwrap_or(""),
            &a.text,
        ];
        assert_eq!(got, want, "{line}");
    };
    check(
        r#"{"Head_Line":"ع","SRC":"الجبل","TIME":"17/05/2015","Text":"ن","summary":"طويل طويل"}"#,
        ["ع", "الجبل", "2015-05-17 field", "", "ن"],
    );
    check(
        r#"{"title":"ع","source":{"name":"الجبل"},"publishedAt":"2018-06-09 16:12:21","content":"ن","authors":["س","ص"]}"#,
        ["ع", "الجبل", "2018-06-09 field", "س، ص", "ن"],
    );
    check(
        r#"{"title":{"rendered":"ع"},"source":"mC4","url":"https://www.jabal.example/a","timestamp":"2019-01-02T00:00:00Z","text":"ن"}"#,
        ["ع", "jabal.example", "2019-01-02 crawl", "", "ن"],
    );
    check(
        r#"{"العنوان":"ع","المصدر":"الجبل","التاريخ":"الأحد 16 شعبان 1440هـ -21 ابريل 2019م","النص":"ن"}"#,
        ["ع", "الجبل", "2019-04-21 field", "", "ن"],
    );
    check(
        r#"{"headline":"ع","body":"ن"}"#,
        ["ع", "wikala", "", "", "ن"],
    );
}

#[test]
fn encodings() {
    let text = "عنوان قصير\nهذا نص طويل بعض الشيء";
    let utf16: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let json: Vec<u8> = "{\"title\":\"ع\",\"text\":\"ن\"}\n{\"title\":\"غ\",\"text\":\"ن\"}"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let folder = Folder::new()
        .with("1.txt", utf16)
        .with("2.txt", encoding_rs::WINDOWS_1256.encode(text).0)
        .with("3.jsonl", json)
        .with(
            "4.jsonl",
            encoding_rs::WINDOWS_1256
                .encode("{\"title\":\"عنوان\",\"text\":\"نص\"}")
                .0,
        )
        .with("5.txt", b"\x1f\x8b packed");
    let (articles, problems) = folder.load();
    assert_eq!(
        titles(&articles),
        ["عنوان قصير", "عنوان قصير", "ع", "غ", "عنوان"]
    );
    let levels: Vec<Level> = problems.iter().map(|p| p.level).collect();
    assert_eq!(levels, [Level::Guess, Level::Guess, Level::Error]);
}

#[test]
fn neighbours_give_the_year() {
    let body = "نص الخبر عن الأشجار التي زرعت على جانبي الطريق.";
    let folder = Folder::new()
        .with("1.txt", format!("عنوان\nالثلاثاء 29 سبتمبر/أيلول\n{body}"))
        .with("2.txt", format!("عنوان\n2015-10-02\n{body}"));
    let (articles, problems) = folder.load();
    assert_eq!(
        articles[1].date_guess.unwrap().date.to_string(),
        "2015-09-29"
    );
    assert_eq!(problems[0].level, Level::Guess);
}

#[test]
fn the_order_of_many_neighbours_makes_no_difference_to_a_guess() {
    let dated = |year: u16, count: usize| {
        format!("{{\"title\":\"ع\",\"text\":\"ن\",\"date\":\"{year}-10-02\"}}\n").repeat(count)
    };
    let open = "{\"title\":\"ع\",\"text\":\"الثلاثاء 29 سبتمبر/أيلول\\nزرعت البلدية الأشجار.\"}\n";
    let guess = |lines: String| {
        let (articles, _) = Folder::new().with("x.jsonl", lines).load();
        let mut guesses = articles.iter().filter_map(|article| article.date_guess);
        guesses.next().unwrap().date.to_string()
    };
    let (few, many) = (dated(2009, 600), dated(2015, 700));
    assert_eq!(guess(format!("{few}{open}{many}")), "2015-09-29");
    assert_eq!(guess(format!("{many}{open}{few}")), "2015-09-29");
}

#[test]
fn a_break_stops_at_once() {
    let folder = Folder::new().with("x.jsonl", "{\"title\":\"ع\",\"text\":\"ن\"}\n".repeat(1000));
    let mut seen = 0;
    load(&folder.sources(), &unexamined(), &mut |event| match event {
        LoadEvent::Article(..) => {
            seen += 1;
            if seen == 3 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        }
        _ => ControlFlow::Continue(()),
    });
    assert_eq!(seen, 3);
}

#[test]
fn progress_is_reported() {
    let folder = Folder::new().with("x.jsonl", "{\"title\":\"ع\",\"text\":\"ن\"}\n".repeat(1000));
    let mut reports = Vec::new();
    load(&folder.sources(), &unexamined(), &mut |event| {
        if let LoadEvent::Progress(progress) = event {
            reports.push(progress);
        }
        ControlFlow::Continue(())
    });
    let last = reports.last().unwrap();
    assert_eq!((last.articles, last.bytes_done), (1000, last.bytes_total));
}

/// What was read in parallel comes in the order of the files, and of the lines in them.
#[test]
fn order_is_the_files() {
    let mut folder = Folder::new();
    let mut want = Vec::new();
    for file in 0..40 {
        let lines = 1 + (file * 7) % 60;
        let titled: Vec<String> = (0..lines)
            .map(|line| format!("{file:02}-{line:02}"))
            .collect();
        let json = titled
            .iter()
            .map(|t| format!("{{\"title\":\"{t}\",\"text\":\"نص\"}}\n"));
        folder = folder.with(&format!("{file:02}.jsonl"), json.collect::<String>());
        want.extend(titled);
    }
    for _ in 0..3 {
        assert_eq!(titles(&folder.load().0), want);
    }
}

#[test]
fn a_stopped_load_keeps_what_it_has() {
    let folder = Folder::new()
        .with(
            "a.txt",
            "عنوان\nالثلاثاء 29 سبتمبر/أيلول\nنص الخبر عن الحديقة.",
        )
        .with(
            "b.jsonl",
            "{\"title\":\"ع\",\"text\":\"ن\"}\n".repeat(20_000),
        );
    let sources = folder.sources();
    let mut seen = 0;
    load(&sources, &unexamined(), &mut |event| {
        if let LoadEvent::Article(..) = event {
            seen += 1;
            if seen == 3 {
                sources.stop.now();
            }
        }
        ControlFlow::Continue(())
    });
    assert!((3..20_000).contains(&seen), "{seen} articles");
}

#[test]
fn fields_can_be_named() {
    let folder = Folder::new().with(
        "a.jsonl",
        r#"{"title":"رقم 5","خبر":{"نص":"متن قصير","عنوان":"سوق البلدة"},"words":7,"mark":{"a":1}}"#,
    );
    let mut sources = folder.sources();
    sources.options.map = "title=خبر.عنوان,text=خبر.نص".parse().unwrap();
    let mut articles = Vec::new();
    load(&sources, &unexamined(), &mut |event| {
        if let LoadEvent::Article(article, ()) = event {
            articles.push(article);
        }
        ControlFlow::Continue(())
    });
    let article = &articles[0];
    assert_eq!(
        (article.title_str(), article.text.as_str()),
        ("سوق البلدة", "متن قصير")
    );
    let extra: Vec<(&str, &str)> = article.extra.iter().map(|(k, v)| (&**k, &**v)).collect();
    assert_eq!(extra, [("mark.a", "1"), ("title", "رقم 5"), ("words", "7")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), json in any::<bool>()) {
        let name = if json { "x.jsonl" } else { "x.txt" };
        Folder::new().with(name, &bytes).load();
    }

    #[test]
    fn no_json_makes_a_reader_panic(parts in prop::collection::vec("[{}\\[\\]\",:]|\"text\":|\"date\":|\"[أ-ي0-9/-]{0,9}\"|[0-9]|\n", 0..60)) {
        Folder::new().with("x.jsonl", parts.concat()).load();
    }
}
