//! Takes the value of a field, gives it as a line, a text or what is kept of it.

use serde_json::Value;

/// Bytes of a field that is none of an article's, as far as it is kept for a person to look at.
const KEPT: usize = 4096;

pub(super) fn kept(mut value: String) -> String {
    if value.len() > KEPT {
        let end = (0..=KEPT).rev().find(|&at| value.is_char_boundary(at));
        value.truncate(end.unwrap_or(0));
        value.push('…');
    }
    value.replace('\0', "")
}

/// Bytes of text in a value.
pub(super) fn length(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(|i| i.as_str().map_or(0, str::len)).sum(),
        _ => 0,
    }
}

/// A value as one line; a list of names joined.
pub(super) fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.replace('\0', "").trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => {
            let names = items.iter().take(8).filter_map(|item| match item {
                Value::Object(inner) => inner.get("name").and_then(Value::as_str),
                other => other.as_str(),
            });
            names.map(str::trim).collect::<Vec<_>>().join("، ")
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

pub(super) fn is_crawl(name: &str) -> bool {
    const CRAWLS: [&str; 12] = [
        "mc4",
        "c4",
        "cc",
        "commoncrawl",
        "culturax",
        "fineweb",
        "fineweb2",
        "hplt",
        "cc100",
        "ccnews",
        "madlad400",
        "web",
    ];
    let kept = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase());
    let name: String = kept.collect();
    name.starts_with("oscar") || name.starts_with("ccmain") || CRAWLS.contains(&name.as_str())
}

/// `&quot;` and its like, which scraped fields keep.
pub(super) fn unescaped(text: String) -> String {
    if text.contains('&') {
        return html_escape::decode_html_entities(&text)
            .replace('\u{a0}', " ")
            .trim()
            .to_owned();
    }
    text
}

/// A list of paragraphs, each a string or an object with a `text`.
pub(super) fn joined(items: &[Value]) -> String {
    let lines = items
        .iter()
        .filter_map(|item| item.as_str().or_else(|| item.get("text")?.as_str()));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a text is a page's: paragraphs or line ends as tags. One word between `<` and `>` is none.
pub(super) fn is_markup(text: &str) -> bool {
    const TAGS: [&str; 8] = [
        "</p>", "<br>", "<br/>", "<br />", "</div>", "</h2>", "</li>", "</P>",
    ];
    text.contains('<') && TAGS.iter().any(|tag| text.contains(tag))
}
