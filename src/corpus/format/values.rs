//! Takes the value of a field, gives it as one line, as a text, or shortened to be shown.

use serde_json::Value;

use super::html;

/// Longest value kept of a field that has no role in an article, in bytes: it is only shown.
const MAX_EXTRA_BYTES: usize = 4096;
/// Most names that are joined to one line of a list of names, such as authors.
const MAX_JOINED_NAMES: usize = 8;

/// A value shortened to what is kept, without NULs.
pub(super) fn kept(mut value: String) -> String {
    if value.len() > MAX_EXTRA_BYTES {
        let end = (0..=MAX_EXTRA_BYTES)
            .rev()
            .find(|&at| value.is_char_boundary(at));
        value.truncate(end.unwrap_or(0));
        value.push('…');
    }
    value.replace('\0', "")
}

/// Length of the text in a value, in bytes.
pub(super) fn length(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(|i| i.as_str().map_or(0, str::len)).sum(),
        _ => 0,
    }
}

/// A value as one line; the names of a list are joined.
pub(super) fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.replace('\0', "").trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => {
            let names = items
                .iter()
                .take(MAX_JOINED_NAMES)
                .filter_map(|item| match item {
                    Value::Object(inner) => inner.get("name").and_then(Value::as_str),
                    other => other.as_str(),
                });
            names.map(str::trim).collect::<Vec<_>>().join("، ")
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Whether a source is the name of a web crawl or of a collection made of one, not of an outlet.
pub(super) fn is_crawl(name: &str) -> bool {
    // Names in the `source` fields of public collections of web pages, without punctuation.
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

/// A value with its character references (`&quot;`) decoded, which scrapers leave in fields.
pub(super) fn unescaped(text: String) -> String {
    if text.contains('&') {
        return html_escape::decode_html_entities(&text)
            .replace('\u{a0}', " ")
            .trim()
            .to_owned();
    }
    text
}

/// The text of a list of paragraphs, each a string or an object with a `text`.
pub(super) fn joined(items: &[Value]) -> String {
    let lines = items
        .iter()
        .filter_map(|item| item.as_str().or_else(|| item.get("text")?.as_str()));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a text is HTML: it has tags of paragraphs or line ends. Other words between `<` and `>`
/// do not make it HTML.
pub(super) fn is_markup(text: &str) -> bool {
    const TAGS: [&str; 8] = [
        "</p>", "<br>", "<br/>", "<br />", "</div>", "</h2>", "</li>", "</P>",
    ];
    text.contains('<') && TAGS.iter().any(|tag| text.contains(tag))
}

/// The text of HTML in a field. A line end between words ends a paragraph, though a browser shows it
/// as a blank: in such fields the lines are the paragraphs, and the tags are left over.
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
