//! Takes the value of a field, gives it as a line, a text or what is kept of it.

use serde_json::Value;

use super::html;

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

/// The text of a page in a field. Where a line ends between words it ends a paragraph, though to a
/// browser it would be a blank: such texts had their lines before somebody left tags in them.
pub(super) fn without_markup(text: &str) -> String {
    let mut lines = text.split('\n').peekable();
    let mut page = String::with_capacity(text.len());
    while let Some(line) = lines.next() {
        page.push_str(line);
        let Some(next) = lines.peek() else { break };
        let tags = line.trim_end().ends_with('>') || next.trim_start().starts_with('<');
        page.push_str(if tags { "\n" } else { "<br>" });
    }
    html::plain(&page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = if is_markup(text) {
            without_markup(text)
        } else {
            text.to_owned()
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn pages_in_fields() {
        check(
            "<p>سوق <b>الزهور</b></p>\n<p>فتح &quot;اليوم&quot;</p>",
            "سوق الزهور\nفتح \"اليوم\"",
        );
        check(
            "سوق الزهور\nفتح اليوم<br>وغدا\nأيضا",
            "سوق الزهور\nفتح اليوم\nوغدا\nأيضا",
        );
        check(
            "إذا كان أ < ب و ب > ج\nفالجواب &quot;نعم&quot;",
            "إذا كان أ < ب و ب > ج\nفالجواب &quot;نعم&quot;",
        );
    }
}
