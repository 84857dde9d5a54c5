//! Takes a page, gives the metadata it declares: title, outlet, date, author, address.
//!
//! Three vocabularies declare them: JSON-LD (schema.org), `OpenGraph` and plain `meta` names. JSON-LD
//! is preferred, since only there each field states what it describes; a `time` element counts only
//! where it is marked as the article's own.

use std::borrow::Cow;

use html_escape::decode_html_entities;
use serde_json::{Map, Value};

use super::tags::{HtmlTag, HtmlToken, tokens};
use super::text::plain;

/// Longest block of JSON-LD that is parsed, in bytes: some hold the whole article.
const MAX_JSON_BYTES: usize = 4 << 20;
/// Longest value that is kept, in bytes.
const MAX_VALUE_BYTES: usize = 4096;
/// Most values collected from the tags of a page.
const MAX_VALUES: usize = 256;
/// Deepest nesting of lists and objects in which a name is sought in JSON-LD.
const MAX_NAME_DEPTH: usize = 3;
/// Most names of a list, such as authors, that are joined.
const MAX_NAMES: usize = 8;
/// Deepest nesting of lists and objects in which an article is sought in JSON-LD.
const MAX_ARTICLE_DEPTH: usize = 4;

/// For each field its names in `meta` elements, the most reliable first.
const NAMES: [(&str, &str); 7] = [
    ("title", "og:title twitter:title dc.title title"),
    (
        "source",
        "og:site_name application-name al:android:app_name dc.publisher publisher",
    ),
    (
        "date",
        "article:published_time og:published_time og:article:published_time datepublished \
         pubdate publishdate publish_date publish-date publication_date parsely-pub-date \
         sailthru.date dc.date.issued dc.date dcterms.created date cxenseparse:recs:publishtime",
    ),
    (
        "author",
        "author dc.creator parsely-author sailthru.author article:author",
    ),
    ("url", "canonical og:url"),
    ("description", "og:description description"),
    ("section", "article:section"),
];

/// The metadata of a page.
#[derive(Default)]
pub(super) struct PageMetadata {
    /// Names in lower case, and values with entities decoded.
    metas: Vec<(String, String)>,
    /// Content of the `title` element.
    pub title: Option<String>,
    /// The article described by JSON-LD.
    article: Option<Map<String, Value>>,
}

/// Collects the metadata of a page.
pub(super) fn page_metadata(html: &str) -> PageMetadata {
    let mut metadata = PageMetadata::default();
    let mut last: Option<HtmlTag> = None;
    for token in tokens(html) {
        match token {
            HtmlToken::Tag(tag) => {
                if !tag.closes && metadata.metas.len() < MAX_VALUES {
                    metadata.tag(&tag);
                }
                last = Some(tag);
            }
            HtmlToken::Raw(raw) => metadata.raw(last.as_ref(), raw),
            HtmlToken::Text(_) => {}
        }
    }
    metadata
}

impl PageMetadata {
    fn tag(&mut self, tag: &HtmlTag) {
        let pair = if tag.is("meta") {
            let names = ["property", "name", "itemprop"];
            let name = names.iter().find_map(|name| tag.attribute(name));
            name.zip(tag.attribute("content"))
        } else if tag.is("link") {
            let canonical = tag
                .attribute("rel")
                .filter(|rel| rel.eq_ignore_ascii_case("canonical"));
            canonical.zip(tag.attribute("href"))
        } else if tag.is("time") && own_time(tag) {
            Some("datepublished").zip(tag.attribute("datetime"))
        } else {
            None
        };
        if let Some((name, value)) = pair
            && value.len() <= MAX_VALUE_BYTES
            && let value = unescaped(value)
            && !value.is_empty()
        {
            self.metas.push((name.to_ascii_lowercase(), value));
        }
    }

    fn raw(&mut self, tag: Option<&HtmlTag>, raw: &str) {
        let Some(tag) = tag else { return };
        if tag.is("title") && self.title.is_none() {
            let title = raw.get(..raw.len().min(MAX_VALUE_BYTES)).map(unescaped);
            self.title = title.filter(|title| !title.is_empty());
        }
        let json = tag.is("script")
            && tag
                .attribute("type")
                .is_some_and(|t| t.to_ascii_lowercase().contains("ld+json"));
        if json && self.article.is_none() && raw.len() <= MAX_JSON_BYTES {
            self.article = linked(raw);
        }
    }

    /// The fields of the article, under the usual names of fields.
    pub(super) fn fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        for (field, names) in NAMES {
            let value = self.linked_value(field).or_else(|| {
                let named = |name: &str| self.metas.iter().find(|(key, _)| key == name);
                names
                    .split_whitespace()
                    .filter_map(named)
                    .find_map(|(_, value)| {
                        let wrong = match field {
                            // The address of a profile page is not a name.
                            "author" | "source" => value.contains("://"),
                            "url" => !value.contains("://"),
                            _ => false,
                        };
                        (!wrong).then(|| value.clone())
                    })
            });
            if let Some(value) = value {
                fields.insert(field.to_owned(), Value::String(value));
            }
        }
        fields
    }

    /// The text of the article, where JSON-LD contains it.
    pub(super) fn body(&self) -> Option<String> {
        let body = self.article.as_ref()?.get("articleBody")?.as_str()?;
        Some(plain(body)).filter(|body| !body.is_empty())
    }

    fn linked_value(&self, field: &str) -> Option<String> {
        let article = self.article.as_ref()?;
        let names: &[&str] = match field {
            "title" => &["headline", "name"],
            "source" => &["publisher"],
            "date" => &["datePublished", "dateCreated"],
            "author" => &["author", "creator"],
            "section" => &["articleSection"],
            _ => return None,
        };
        names.iter().find_map(|name| named(article.get(*name)?, 0))
    }
}

/// Whether a `time` element is the date of the article and not of another one on the page.
fn own_time(tag: &HtmlTag) -> bool {
    let marks = |name: &str, words: &[&str]| {
        let value = tag.attribute(name).unwrap_or("");
        value
            .split_ascii_whitespace()
            .any(|word| words.iter().any(|w| w.eq_ignore_ascii_case(word)))
    };
    marks("itemprop", &["datePublished"])
        || tag
            .rest
            .split_ascii_whitespace()
            .any(|word| word.eq_ignore_ascii_case("pubdate"))
        || marks("class", &["published", "entry-date", "post-date"])
}

fn unescaped(value: &str) -> String {
    let value: Cow<str> = decode_html_entities(value);
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A string, the name of an object, or the names of several.
fn named(value: &Value, depth: usize) -> Option<String> {
    let found = match value {
        Value::String(text) => unescaped(text),
        Value::Object(object) if depth < MAX_NAME_DEPTH => {
            return named(object.get("name")?, depth + 1);
        }
        Value::Array(items) if depth < MAX_NAME_DEPTH => {
            let names = items
                .iter()
                .take(MAX_NAMES)
                .filter_map(|item| named(item, depth + 1));
            names.collect::<Vec<_>>().join("، ")
        }
        _ => return None,
    };
    (!found.is_empty() && found.len() <= MAX_VALUE_BYTES).then_some(found)
}

/// The article that a block of JSON-LD describes.
fn linked(raw: &str) -> Option<Map<String, Value>> {
    // Raw line ends in strings are common, although JSON forbids them.
    let json = raw
        .trim()
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("]]>");
    let json = json.replace(|c: char| c < ' ', " ");
    article_in(serde_json::from_str(&json).ok()?, 0)
}

fn article_in(value: Value, depth: usize) -> Option<Map<String, Value>> {
    match value {
        Value::Object(mut object) => {
            if is_article(object.get("@type")) {
                return Some(object);
            }
            let inner = ["@graph", "mainEntity", "mainEntityOfPage"];
            let inner: Vec<Value> = inner
                .iter()
                .filter_map(|name| object.remove(*name))
                .collect();
            inner
                .into_iter()
                .filter(|_| depth < MAX_ARTICLE_DEPTH)
                .find_map(|value| article_in(value, depth + 1))
        }
        Value::Array(items) if depth < MAX_ARTICLE_DEPTH => items
            .into_iter()
            .find_map(|item| article_in(item, depth + 1)),
        _ => None,
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let one = |kind: &Value| {
        let kind = kind.as_str().unwrap_or("");
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
    };
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(one),
        Some(kind) => one(kind),
        None => false,
    }
}
