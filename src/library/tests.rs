//! Orders that neither arguments nor batches change, and names by which articles are found.

mod cards;
mod keeping;

use std::fmt::Write;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::load::in_shards;
use super::*;
use crate::corpus::Sources;
use crate::index::Forms;

const SOURCES: [&str; 3] = ["صدى الواحة", "صحيفة الضحى", "نشرة المرفأ"];
const PLACES: [&str; 5] = [
    "سوق الزهور",
    "حديقة الياسمين",
    "مرفأ الزعتر",
    "جسر النهر",
    "قاعة البلدية",
];
const SENTENCES: [&str; 7] = [
    "افتتحت البلدية المكان صباح اليوم وحضر الافتتاح عدد كبير من المزارعين والبحارة والطلاب من القرى القريبة",
    "وقال المهندس إن العمل استغرق ثلاث سنوات وإن الأشجار زرعت على صفين حتى يجد كل مار ظلا في الصيف",
    "وزار الوزير والوزيران المكان في المساء وكتبوا في دفتر الزوار كلمات عن القوارب والساعات القديمة",
    "وعرض الهواة مئة ساعة قديمة توقفت إحداها عند الظهر فضحك الحاضرون وعادوا إلى موائد الشاي والتمر",
    "وتبحر العبارة مرتين كل يوم إلى جزيرة المحار وعلى متنها دراجات وراكبون من سكان الجزيرة وضيوفها",
    "وفازت طالبة من الثانوية ببطولة المدينة في الشطرنج بعد تسع جولات لعبت تحت أشجار الحديقة الجديدة",
    "ويخبز الخباز أرغفة الشعير في تنور من طين قبل شروق الشمس ويبيعها للبحارة عند الجسر القديم",
];

/// Records of which many are equal in date, source or words, and some in both files.
fn records(from: usize) -> String {
    records_in(from..from + 60)
}

fn records_in(range: Range<usize>) -> String {
    let mut lines = String::new();
    for n in range {
        let text = [n % 7, n % 5, (n / 2) % 7]
            .map(|at| SENTENCES[at])
            .join(".\n");
        let record = serde_json::json!({
            "title": PLACES[n % 5],
            "source": SOURCES[n % 3],
            "date": format!("2014-05-0{}", 1 + n % 2),
            "text": text,
        });
        writeln!(lines, "{record}").unwrap();
    }
    lines
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

/// Gives what has an order as text, articles by file, record and id.
struct AnswerLines<'a> {
    library: &'a Library,
    below: &'a Path,
    out: String,
}

impl AnswerLines<'_> {
    fn of(library: &Library, below: &Path) -> String {
        let mut answers = AnswerLines {
            library,
            below,
            out: String::new(),
        };
        answers.search();
        answers.related();
        answers.copies();
        answers.out
    }

    fn name(&self, no: ArticleNo) -> String {
        let article = &self.library.get(no).unwrap().article;
        let path = article.path.strip_prefix(self.below).unwrap();
        let id = self.library.id(no);
        format!("{}:{}:{id}", path.display(), article.record)
    }

    fn names(&self, articles: impl IntoIterator<Item = ArticleNo>) -> String {
        let names = articles.into_iter().map(|no| self.name(no));
        names.collect::<Vec<_>>().join(" ")
    }

    fn line(&mut self, line: std::fmt::Arguments) {
        self.out.write_fmt(line).unwrap();
        self.out.push('\n');
    }

    fn search(&mut self) {
        let queries = [
            "",
            "البلدية",
            "الوزير الشاي",
            "\"جزيرة المحار\"",
            "الجد*",
            "قوارب شطرنج خباز",
        ];
        let sorts = [Sort::Date, Sort::Oldest, Sort::Source, Sort::Relevance];
        for (text, sort) in queries
            .iter()
            .flat_map(|text| sorts.map(|sort| (*text, sort)))
        {
            for forms in [Forms::All, Forms::Word] {
                let request = Request {
                    text: text.into(),
                    sort,
                    forms,
                    ..Request::default()
                };
                let found = self.library.search(&request).unwrap();
                let scores: Vec<f32> = found.hits.iter().map(|hit| hit.score).collect();
                let names = self.names(found.numbers());
                let (words, facets) = (&found.words, &found.facets);
                self.line(format_args!(
                    "{text}: {names} {scores:?} {words:?} {facets:?}"
                ));
            }
        }
    }

    fn related(&mut self) {
        let relater = self.library.relater(Arc::default()).unwrap();
        let mut each = Vec::new();
        relater
            .each(10, |no, related, versions| {
                each.push([vec![no], related.to_vec(), versions.to_vec()]);
            })
            .unwrap();
        for articles in each {
            let names = articles.map(|articles| self.names(articles));
            self.line(format_args!("{names:?}"));
        }
        for (no, _) in self.library.in_order() {
            let related = self.library.related(no, 5).unwrap();
            let related = related.iter().map(|related| {
                let versions = self.names(related.versions.iter().copied());
                (
                    self.name(related.no),
                    related.score,
                    &related.terms,
                    versions,
                )
            });
            let related = related.collect::<Vec<_>>();
            let line = format!("{}: {related:?}", self.name(no));
            self.line(format_args!("{line}"));
        }
    }

    fn copies(&mut self) {
        let copies = self.library.copies(0.5);
        for cluster in copies.stories().iter().chain(copies.groups()) {
            let members = cluster.members.iter();
            let members = members.map(|m| (self.name(ArticleNo(m.article)), m.similarity));
            let members = members.collect::<Vec<_>>();
            self.line(format_args!("{members:?}"));
        }
        for (no, entry) in self.library.in_order() {
            for passage in copies.passages(no.0, &entry.doc()) {
                let articles = self.names(passage.articles.iter().copied().map(ArticleNo));
                let name = self.name(no);
                self.line(format_args!("{name} {}: {articles}", passage.paragraph));
            }
        }
    }
}

#[test]
fn neither_arguments_nor_shards_change_an_order() {
    let folder = folder(&[("a.jsonl", &records(0)), ("b.jsonl", &records(40))]);
    let paths = |names: [&str; 2]| names.map(|name| folder.path().join(name)).to_vec();
    let of = |library: &Library| AnswerLines::of(library, folder.path());
    let expected = of(&open(&paths(["a.jsonl", "b.jsonl"])).unwrap());
    let same = |found: &str, what: &str| {
        let mut lines = expected.lines().zip(found.lines());
        let differs = lines.find(|(one, other)| one != other);
        assert!(found == expected, "{what}: {differs:#?}");
    };
    same(
        &of(&open(&[folder.path().to_path_buf()]).unwrap()),
        "a folder",
    );
    same(
        &of(&open(&paths(["b.jsonl", "a.jsonl"])).unwrap()),
        "the other order",
    );
    // Shards of one article each are merged again and again.
    for first in [1, 7] {
        for names in [["a.jsonl", "b.jsonl"], ["b.jsonl", "a.jsonl"]] {
            let library = in_shards(&Sources::from(&paths(names)), first).unwrap();
            same(&of(&library), &format!("{names:?}, {first} at first"));
            let shards = library.shards.each().count();
            assert!(shards <= 24, "{shards} shards of 120 articles");
        }
    }
}

#[test]
fn ranks_are_by_path_and_record() {
    let line = "{\"title\": \"سوق\", \"text\": \"زهور\"}\n";
    let folder = folder(&[
        ("c.jsonl", line),
        ("a.jsonl", &line.repeat(2)),
        ("b.jsonl", line),
    ]);
    let paths = ["c.jsonl", "b.jsonl", "a.jsonl"].map(|name| folder.path().join(name));
    let library = read(&paths).unwrap();
    let ranks: Vec<u32> = library.entries().map(|(no, _)| library.rank(no)).collect();
    assert_eq!(ranks, [3, 2, 0, 1]);
    let records = library
        .in_order()
        .map(|(no, entry)| (no.0, entry.article.record));
    assert_eq!(
        records.collect::<Vec<_>>(),
        [(2, 1), (3, 2), (1, 1), (0, 1)]
    );
    // Ids of equal records are counted in that order.
    let ids: Vec<String> = library.in_order().map(|(no, _)| library.id(no)).collect();
    let hash = &ids[0];
    assert_eq!(ids[1..], [2, 3, 4].map(|n| format!("{hash}-{n}")));
}

#[test]
fn articles_are_found_by_id_and_key() {
    let lines = "\
        {\"id\": \"7\", \"title\": \"سوق\", \"text\": \"زهور الصباح\"}\n\
        {\"id\": \"7\", \"title\": \"سوق\", \"text\": \"زهور المساء\"}\n\
        {\"id\": \"8\", \"title\": \"سوق\", \"text\": \"زهور الظهر\"}\n";
    let folder = folder(&[("a.jsonl", lines)]);
    let library = read(&[folder.path().join("a.jsonl")]).unwrap();
    let numbers = [0, 1, 2].map(ArticleNo);
    assert_eq!(library.find("8"), Lookup::One(numbers[2]));
    let both = vec![numbers[0], numbers[1]];
    assert_eq!(library.find("7"), Lookup::Several(Several::OwnId(both)));
    assert_eq!(library.find(""), Lookup::None);
    assert_eq!(library.find("9"), Lookup::None);
    for no in numbers {
        let key = library.key(no).key.to_string();
        assert_eq!(library.find(&key), Lookup::One(no));
        let beginning = |digits: usize| key.chars().take(digits).collect::<String>();
        assert_eq!(library.find(&beginning(6)), Lookup::One(no));
        // Three digits are too few to be meant as a key.
        assert_eq!(library.find(&beginning(3)), Lookup::None);
    }
}

#[test]
fn one_record_in_two_files() {
    let line = "{\"title\": \"سوق\", \"text\": \"زهور الصباح\"}\n";
    let folder = folder(&[("a.jsonl", line), ("b.jsonl", line)]);
    let library = read(&[PathBuf::from(folder.path())]).unwrap();
    let both = vec![ArticleNo(0), ArticleNo(1)];
    let key = library.key(ArticleNo(0)).key.to_string();
    assert_eq!(
        library.find(&key),
        Lookup::Several(Several::Key(both.clone()))
    );
    let beginning: String = key.chars().take(8).collect();
    assert_eq!(
        library.find(&beginning),
        Lookup::Several(Several::Beginning(both))
    );
    // An exact id is not the beginning of another.
    let id = library.id(ArticleNo(0));
    assert_eq!(library.find(&id), Lookup::One(ArticleNo(0)));
    assert_eq!(library.find(&format!("{id}-2")), Lookup::One(ArticleNo(1)));
}

#[test]
fn the_first_articles_are_listed_before_they_are_indexed() {
    let folder = folder(&[("a.jsonl", &records_in(0..200))]);
    let sources = Sources::of(vec![folder.path().to_path_buf()]);
    let (mut first, mut snapshots) = (Vec::new(), 0);
    load(&sources, &mut |published| {
        match published {
            Published::First(screen) => {
                assert_eq!(snapshots, 0, "only as long as there is nothing else");
                first.push(screen);
            }
            Published::Snapshot(_) | Published::Complete(_) => snapshots += 1,
            _ => {}
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    let whole = open(&[folder.path().to_path_buf()]).unwrap();
    assert_eq!(first.len(), 1);
    assert!(first[0].articles >= 48, "a screen of them");
    assert_eq!(first[0].rows.len(), first[0].articles);
    for row in &first[0].rows {
        let no = whole.number(row.key).unwrap();
        assert_eq!(
            ArticleRow::of(row.key, &whole.card_fields(no).unwrap()),
            *row
        );
    }
}
