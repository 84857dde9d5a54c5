//! What a query found in, the spellings that answer each of its words out, with their counts.
//!
//! Counts are of the articles found: an article with two spellings of a word is in both counts, and
//! once in the sums, which are therefore printed and not left to be added up.

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;

use super::TypedQuery;
use crate::cli::Status;
use crate::cli::output::Output;
use crate::index::WordForms;
use crate::index::forms::FormKind;
use crate::store::ListHead;
use crate::text::width::str_columns;
use crate::words::messages;

/// One spelling.
#[derive(Serialize)]
struct FormJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    qid: Option<&'a Value>,
    word: &'a str,
    #[serde(rename = "form")]
    spelling: &'a str,
    articles: usize,
    kind: &'static str,
}

/// All spellings of a word.
#[derive(Serialize)]
struct SumJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    qid: Option<&'a Value>,
    word: &'a str,
    /// How many of its forms are of kind `spelling`.
    spellings: usize,
    /// Articles with one of these.
    articles_spelled: usize,
    /// Articles with any form.
    articles: usize,
    /// Further forms that were not counted one by one.
    #[serde(skip_serializing_if = "is_zero")]
    more: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(n: &usize) -> bool {
    *n == 0
}

pub(super) fn write(
    asked: &TypedQuery,
    head: &ListHead,
    json: bool,
    out: &mut Output,
) -> Result<Status> {
    let mut any = false;
    let qid = asked.qid;
    for word in &head.words {
        let typed = asked.text.get(word.bytes.clone()).unwrap_or("");
        any |= word.articles > 0;
        let mut sum = sum(qid, typed, word);
        if head.words.len() == 1 && !head.loosened {
            // Every answer has the only word, in forms too rare to be listed as well.
            sum.articles = head.count;
        }
        let forms = word.forms.iter().map(|form| {
            let json = FormJson {
                qid,
                word: typed,
                spelling: &form.spelling,
                articles: form.articles,
                kind: name(form.kind),
            };
            (form.kind, json)
        });
        if json {
            for (_, form) in forms {
                out.json(&form)?;
            }
            out.json(&sum)?;
        } else {
            text(&sum, forms, out)?;
        }
    }
    Ok(Status::found(any))
}

fn sum<'a>(qid: Option<&'a Value>, word: &'a str, forms: &WordForms) -> SumJson<'a> {
    let spellings = forms
        .forms
        .iter()
        .filter(|form| form.kind == FormKind::Spelling);
    SumJson {
        qid,
        word,
        spellings: spellings.count(),
        articles_spelled: forms.spelled,
        articles: forms.articles,
        more: forms.others,
    }
}

messages! {
    /// What a row of the spellings of a word is. Scripts read it in English.
    enum FormsReport {
        InAll "listed-in-all";
        Spelling "listed-spelling";
        Attached "listed-attached";
        Inflected "listed-inflected";
        Begun "listed-begun";
        Akin "listed-akin";
        Spellings "listed-spellings" { spellings: Count };
        More "listed-more" { more: Count };
    }
}

impl FormsReport {
    const LABELS: [FormsReport; 6] = [
        FormsReport::InAll,
        FormsReport::Spelling,
        FormsReport::Attached,
        FormsReport::Inflected,
        FormsReport::Begun,
        FormsReport::Akin,
    ];

    fn kind(kind: FormKind) -> FormsReport {
        match kind {
            FormKind::Spelling => FormsReport::Spelling,
            FormKind::Attached => FormsReport::Attached,
            FormKind::Inflected => FormsReport::Inflected,
            FormKind::Begun => FormsReport::Begun,
            FormKind::Akin => FormsReport::Akin,
        }
    }
}

/// A row: a count, what it counts, and of what.
fn row(out: &mut Output, count: &str, label: Option<&FormsReport>, of: &str) -> Result<()> {
    let speaker = out.speaker;
    let all = FormsReport::LABELS.iter();
    let widest = all.map(|label| str_columns(&speaker.field(label))).max();
    let label = label.map_or_else(String::new, |label| speaker.field(label));
    let blanks = widest.unwrap_or(0).saturating_sub(str_columns(&label));
    Ok(out.row(&format!("{count:>7}  {label}{}  {of}", " ".repeat(blanks)))?)
}

/// Counts stand first and Arabic last, so that columns stand in line on any terminal.
fn text<'a>(
    sum: &SumJson,
    forms: impl Iterator<Item = (FormKind, FormJson<'a>)>,
    out: &mut Output,
) -> Result<()> {
    let speaker = out.speaker;
    let of = match sum.qid {
        Some(Value::String(qid)) => format!("{qid}: "),
        Some(qid) => format!("{qid}: "),
        None => String::new(),
    };
    let all = sum.articles.to_string();
    let word = format!("{of}{}", speaker.value(sum.word));
    row(out, &all, Some(&FormsReport::InAll), &word)?;
    if sum.spellings > 1 {
        let said = FormsReport::Spellings {
            spellings: sum.spellings as u64,
        };
        let said = speaker.field_or(&said, &format!("{} spellings", sum.spellings));
        let spelled = sum.articles_spelled.to_string();
        row(out, &spelled, Some(&FormsReport::Spelling), &said)?;
    }
    for (kind, form) in forms {
        let articles = form.articles.to_string();
        let kind = FormsReport::kind(kind);
        row(out, &articles, Some(&kind), &speaker.value(form.spelling))?;
    }
    if sum.more > 0 {
        let said = FormsReport::More {
            more: sum.more as u64,
        };
        let said = speaker.field_or(&said, &format!("{} more", sum.more));
        row(out, "", None, &said)?;
    }
    Ok(())
}

fn name(kind: FormKind) -> &'static str {
    match kind {
        FormKind::Spelling => "spelling",
        FormKind::Attached => "attached",
        FormKind::Inflected => "inflected",
        FormKind::Begun => "begun",
        FormKind::Akin => "akin",
    }
}
