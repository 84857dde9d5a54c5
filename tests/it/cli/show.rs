//! `fihrist show`: repeats collapsed, as it is, and as JSON.

use fihrist::text::normalize;
use serde_json::Value;

use super::{GARDEN, news};
use crate::support::{self, Ran, Scratch, fihrist};

/// The id of the article in that file.
fn id_of(corpus: &Scratch, path: &str) -> String {
    let listed = fihrist(corpus.path(), &["list", "--json", path]).json();
    listed[0]["id"].as_str().unwrap().to_owned()
}

fn show(corpus: &Scratch, path: &str, more: &[&str]) -> Ran {
    let id = id_of(corpus, path);
    let arguments = [&["show", id.as_str(), "news"], more].concat();
    fihrist(corpus.path(), &arguments)
}

#[test]
fn repeats_are_one_line() {
    insta::assert_snapshot!(show(&news(), "news/garden.txt", &[]), @"
    exit 0
    --- stdout
    افتتاح حديقة الياسمين في حي النور
    2019-03-12 · صحيفة الضحى

    صحيفة الضحى - 12/03/2019

    افتتحت بلدية حي النور صباح اليوم حديقة الياسمين بعد ثلاث سنوات من العمل، وتضم الحديقة 420 شجرة.

    وقال مهندس الحديقة إن الأشجار زرعت على صفين «حتى يجد كل مار ظلا».

    ⋯ 1 paragraph, 30% of the words, repeats: افتتحت بلدية حي النور صباح اليوم حديقة الياسمين بعد ثلاث سنوات من…
    ");
}

#[test]
fn raw_is_the_text_as_it_is() {
    let ran = show(&news(), "news/garden.txt", &["--raw"]);
    assert_eq!(ran.status, Some(0));
    assert_eq!(ran.stdout.trim_end(), GARDEN.trim_end());
}

#[test]
fn the_beginning_of_an_id_is_enough_where_it_is_the_only_one() {
    let news = news();
    let id = id_of(&news, "news/garden.txt");
    let ran = fihrist(
        news.path(),
        &["show", id.get(..6).unwrap(), "news", "--json"],
    );
    assert_eq!(ran.json()[0]["id"], id);
    assert_eq!(
        fihrist(news.path(), &["show", "w-", "news"]).status,
        Some(2)
    );
}

#[test]
fn json_offsets_count_characters_of_the_text() {
    let shown = show(&news(), "news/garden.txt", &["--json"])
        .json()
        .remove(0);
    let text: Vec<char> = shown["text"].as_str().unwrap().chars().collect();
    assert_eq!(String::from_iter(&text), GARDEN);
    let lines = GARDEN.lines().filter(|line| !line.trim().is_empty());
    let paragraphs = shown["paragraphs"].as_array().unwrap();
    for (index, (paragraph, line)) in paragraphs.iter().zip(lines).enumerate() {
        assert_eq!(paragraph["index"], index);
        assert_eq!(slice(&text, paragraph, ["start", "end"]), line);
        assert!(paragraph["near"].is_array());
    }
    let classes: Vec<&Value> = paragraphs.iter().map(|p| &p["class"]).collect();
    assert_eq!(classes, ["title", "byline", "text", "text", "text"]);
    check_folds(&shown);
}

/// A title that is a field is what `of_in` tells apart.
#[test]
fn json_folds_of_the_title_point_into_the_title() {
    let title = "معرض الساعات القديمة يعود إلى قاعة البلدية";
    let text = format!("{title}\\nعرض الهواة مئة ساعة.\\nتوقفت إحداها عند الظهر.");
    let record = format!("{{\"id\":\"t\",\"title\":\"{title}\",\"text\":\"{text}\"}}\n");
    let corpus = Scratch::with(&[("news/title.jsonl", &record)]);
    let shown = show(&corpus, "news/title.jsonl", &["--json"])
        .json()
        .remove(0);
    let fold = &shown["paragraphs"][0]["folds"][0];
    assert_eq!(fold["of_in"], "title", "{shown}");
    check_folds(&shown);
}

#[test]
fn json_folds_of_the_demo_corpus_repeat_what_they_point_at() {
    let listed = fihrist(support::root(), &["list", "--json", "demo-corpus"]).json();
    let repeating = listed.iter().filter(|a| a["repeated_words"] != 0);
    let mut folds = 0;
    for article in repeating.step_by(4) {
        let id = article["id"].as_str().unwrap();
        let arguments = ["show", "--json", id, "demo-corpus"];
        let shown = fihrist(support::root(), &arguments).json().remove(0);
        folds += check_folds(&shown);
    }
    assert!(folds > 0);
}

/// Checks every fold of a shown article; says how many there are.
fn check_folds(shown: &Value) -> usize {
    let chars = |key: &str| -> Vec<char> { shown[key].as_str().unwrap_or("").chars().collect() };
    let (text, title) = (chars("text"), chars("title"));
    let mut count = 0;
    for paragraph in shown["paragraphs"].as_array().unwrap() {
        let mut from = offset(paragraph, "start");
        for fold in paragraph["folds"].as_array().unwrap() {
            assert!(from <= offset(fold, "start"), "folds overlap: {paragraph}");
            from = offset(fold, "end");
            let earlier = if fold["of_in"] == "title" {
                slice(&title, fold, ["of_start", "of_end"])
            } else {
                assert!(offset(fold, "of_end") <= offset(fold, "start"), "{fold}");
                slice(&text, fold, ["of_start", "of_end"])
            };
            let folded = slice(&text, fold, ["start", "end"]);
            assert_eq!(words(&folded), words(&earlier), "{fold}");
            count += 1;
        }
        assert!(from <= offset(paragraph, "end"));
    }
    count
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    normalize::words(text, |word| words.push(word.norm.to_owned()));
    words
}

fn offset(of: &Value, key: &str) -> usize {
    usize::try_from(of[key].as_u64().unwrap()).unwrap()
}

fn slice(text: &[char], of: &Value, [start, end]: [&str; 2]) -> String {
    text[offset(of, start)..offset(of, end)].iter().collect()
}
