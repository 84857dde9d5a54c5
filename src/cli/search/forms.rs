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
        let forms = word.forms.iter().map(|form| FormJson {
            qid,
            word: typed,
            spelling: &form.spelling,
            articles: form.articles,
            kind: name(form.kind),
        });
        if json {
            for form in forms {
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

/// Counts stand first and Arabic last, so that columns stand in line on any terminal.
fn text<'a>(
    sum: &SumJson,
    forms: impl Iterator<Item = FormJson<'a>>,
    out: &mut Output,
) -> Result<()> {
    let of = match sum.qid {
        Some(Value::String(qid)) => format!("{qid}: "),
        Some(qid) => format!("{qid}: "),
        None => String::new(),
    };
    out.row(&format!(
        "{:>7}  {:<9}  {of}{}",
        sum.articles, "in all", sum.word
    ))?;
    if sum.spellings > 1 {
        let spellings = format!("{} spellings", sum.spellings);
        out.row(&format!(
            "{:>7}  {:<9}  {spellings}",
            sum.articles_spelled, "spelling"
        ))?;
    }
    for form in forms {
        out.row(&format!(
            "{:>7}  {:<9}  {}",
            form.articles, form.kind, form.spelling
        ))?;
    }
    if sum.more > 0 {
        out.row(&format!("{:>7}  {:<9}  {} more", "", "", sum.more))?;
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
