//! Takes RSS, Atom and RDF feeds and the exports of `WordPress`, gives a record an item or an entry.
//!
//! Feeds are cut and parsed like all markup here, so one that is broken, or larger than memory, is
//! read as far as it goes; existing parsers of feeds need the whole of it, well formed.
//! The text is `content:encoded` or `content`, else the description; the source is the feed's title.

use std::io;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::super::options::FieldMap;
use super::super::reason::Reason;
use super::markup::cut::{CutElement, ElementCutter};
use super::markup::prose::{self, WhiteSpace};
use super::markup::tree::{Element, MarkupNode, parse};
use super::markup::{doc, opens};
use super::record_decoder::RecordDecoder;
use super::window::StreamWindow;
use super::{Format, FormatInput, ItemSink, RecordPosition, emit_with_key, record_key};

/// Size of the beginning in which the feed's own title and encoding are sought, in bytes.
const HEAD_BYTES: usize = 64 << 10;
/// Most categories kept of an item: they are only shown.
const MAX_CATEGORIES: usize = 32;

/// Elements of an item that hold its title; of each list here the first that is present and not empty
/// wins.
const TITLES: [&str; 3] = ["title", "dc:title", "media:title"];
const TEXTS: [&str; 7] = [
    "content:encoded",
    "content",
    "xhtml:body",
    "description",
    "summary",
    "itunes:summary",
    "media:description",
];
const DATES: [&str; 7] = [
    "pubdate",
    "published",
    "dc:date",
    "dcterms:created",
    "updated",
    "wp:post_date",
    "date",
];

/// The format of RSS, Atom and RDF feeds.
pub struct Feed;

/// Whether bytes that begin with `<` are a feed.
pub(super) fn is_feed(bytes: &[u8]) -> bool {
    ["rss", "rdf:rdf"].iter().any(|name| opens(bytes, name))
        || (opens(bytes, "feed") && memchr::memmem::find(bytes, b"/Atom").is_some())
}

impl Format for Feed {
    fn name(&self) -> &'static str {
        "feed"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut window = StreamWindow::new(input.stream);
        window.grow_to(HEAD_BYTES)?;
        let mut decoder = RecordDecoder::new(input.options, input.charset);
        decoder.declare(window.bytes());
        let (head, _) = decoder.text(window.bytes());
        let title = FeedTitle::of(&parse(&head, false));
        drop(head);
        let mut reader = FeedReader {
            decoder,
            title,
            left_out: 0,
        };
        let mut cutter = ElementCutter::new(&mut window, &["item", "entry"], false);
        while let Some(cut) = cutter.next()? {
            if reader.item(&cut, cutter.bytes(), out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(reader.report_rest(out))
    }
}

/// The title of the feed, which is the source of its items.
#[derive(Default)]
struct FeedTitle {
    /// One line without markup.
    read: Option<String>,
    /// As it is written in the feed, for keys.
    written: String,
}

impl FeedTitle {
    fn of(root: &Element) -> FeedTitle {
        let channel = root
            .find(&|e| matches!(e.name.as_str(), "channel" | "feed"))
            .unwrap_or(root);
        let Some(own) = channel.elements().find(|e| e.name == "title") else {
            return FeedTitle::default();
        };
        let read = Some(prose::line(&prose::prose(own))).filter(|title| !title.is_empty());
        let written = raw(own);
        FeedTitle { read, written }
    }
}

struct FeedReader<'a> {
    decoder: RecordDecoder<'a>,
    title: FeedTitle,
    /// Number of items of an export that are no articles, such as pictures and menus.
    left_out: u64,
}

impl FeedReader<'_> {
    fn item(&mut self, cut: &CutElement, bytes: &[u8], out: ItemSink) -> ControlFlow<()> {
        let Some((text, about)) = doc::begin(&mut self.decoder, cut, bytes, out)? else {
            return ControlFlow::Continue(());
        };
        let root = parse(&text, false);
        let item = root.elements().next().unwrap_or(&root);
        if is_no_article(item) {
            self.left_out += 1;
            return ControlFlow::Continue(());
        }
        let key = record_key::key(values(item, &self.title.written), &FieldMap::default());
        let object = object(item, self.title.read.as_deref());
        emit_with_key(object, Some(key), about, self.decoder.options, out)
    }

    fn report_rest(&self, out: ItemSink) -> ControlFlow<()> {
        if self.left_out > 0 {
            let items = self.left_out;
            return out(RecordPosition::default().trouble(Reason::ItemsLeftOut { items }));
        }
        if self.decoder.records == 0 {
            return out(RecordPosition::default().trouble(Reason::EmptyFeed));
        }
        ControlFlow::Continue(())
    }
}

/// Whether an item is one of those that `WordPress` exports beside posts and pages.
fn is_no_article(item: &Element) -> bool {
    let kind = child(item, "wp:post_type").map(prose::prose);
    let words = || child(item, "content:encoded").is_some_and(|e| !prose::prose(e).is_empty());
    let kept = |kind: &str| matches!(kind, "post" | "page");
    let own_kinds = [
        "attachment",
        "nav_menu_item",
        "revision",
        "custom_css",
        "wp_global_styles",
        "wp_navigation",
        "wp_template",
        "wp_block",
    ];
    let state = child(item, "wp:status").map(prose::prose);
    let draft = state.is_some_and(|state| matches!(state.as_str(), "trash" | "auto-draft"));
    draft
        || kind.is_some_and(|kind| own_kinds.contains(&kind.as_str()) || (!kept(&kind) && !words()))
}

fn child<'e, 'a>(item: &'e Element<'a>, name: &str) -> Option<&'e Element<'a>> {
    item.elements().find(|element| element.name == name)
}

/// The values of an item of which its key is made; the source is the feed where the item names none.
fn values(item: &Element, feed: &str) -> Map<String, Value> {
    let of = |names: &[&str]| {
        let mut texts = names.iter().filter_map(|name| child(item, name)).map(raw);
        texts.find(|text| !text.trim().is_empty())
    };
    let attribute = |name: &str| item.attribute(name).map(str::to_owned);
    let mut links = item
        .elements()
        .filter(|e| matches!(e.name.as_str(), "link" | "atom:link"));
    let named = links.find_map(|e| Some(e.attribute("href")?.to_owned()));
    let pairs = [
        ("title", of(&TITLES)),
        ("text", of(&TEXTS)),
        ("date", of(&DATES)),
        ("url", of(&["link", "atom:link"]).or(named)),
        ("source", of(&["source"]).or_else(|| Some(feed.to_owned()))),
        ("id", of(&["guid", "id"]).or_else(|| attribute("rdf:about"))),
    ];
    let some = pairs
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), Value::String(value?))));
    some.collect()
}

fn raw(element: &Element) -> String {
    let mut text = String::new();
    prose::write_raw(element, &mut text);
    text
}

/// The fields of an item.
fn object(item: &Element, feed: Option<&str>) -> Map<String, Value> {
    let mut object = Map::new();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            object.entry(name).or_insert(Value::String(value));
        }
    };
    let of = |names: &[&str]| {
        let found = names.iter().find_map(|name| child(item, name));
        found.map(prose::prose)
    };
    put("title", of(&TITLES).map(|title| prose::line(&title)));
    let texts = TEXTS.iter().filter_map(|name| child(item, name)).map(body);
    let mut texts = texts.filter(|text| !text.is_empty());
    put("text", texts.next());
    put("summary", texts.next());
    put("link", link(item));
    put("date", of(&DATES));
    put("author", author(item));
    let own = child(item, "source").and_then(source);
    put("source", own.or(feed.map(str::to_owned)));
    let about = item.attribute("rdf:about").map(str::to_owned);
    put("id", of(&["guid", "id"]).or(about));
    let categories = categories(item);
    if !categories.is_empty() {
        object.insert("category".into(), Value::Array(categories));
    }
    object
}

fn categories(item: &Element) -> Vec<Value> {
    let elements = item.elements();
    let named = elements.filter(|e| matches!(e.local(), "category" | "subject"));
    let names = named.map(|e| {
        e.attribute("term")
            .map_or_else(|| prose::prose(e), str::to_owned)
    });
    let names = names.filter(|name| !name.is_empty()).take(MAX_CATEGORIES);
    names.map(Value::String).collect()
}

/// The text of an element: XHTML elements, or else HTML that is escaped or in CDATA.
fn body(element: &Element) -> String {
    if element.elements().next().is_some() {
        let mut text = String::new();
        prose::write(element, WhiteSpace::Html, &mut text);
        return text.trim_end().to_owned();
    }
    let whole: String = element
        .nodes
        .iter()
        .map(|node| match node {
            MarkupNode::Text(text) => text.as_ref(),
            MarkupNode::Element(_) => "",
        })
        .collect();
    if element.attribute("type").is_some_and(|kind| kind == "text") || !is_html(&whole) {
        return prose::prose(element);
    }
    // Exports of blogs separate paragraphs by line ends, without tags.
    let blocks = ["<p", "<br", "<div", "<li", "<P", "<BR", "<DIV"]
        .iter()
        .any(|tag| whole.contains(tag));
    if blocks {
        prose::of_html(&whole)
    } else {
        prose::of_html(&whole.replace('\n', "<br>"))
    }
}

fn is_html(text: &str) -> bool {
    let tag = |at: usize| {
        text.as_bytes()
            .get(at + 1)
            .is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/')
    };
    let entity = || text.contains('&') && text.contains(';');
    memchr::memchr_iter(b'<', text.as_bytes()).any(tag) || entity()
}

/// The address of the article itself.
fn link(item: &Element) -> Option<String> {
    let links = || {
        item.elements()
            .filter(|e| matches!(e.name.as_str(), "link" | "atom:link"))
    };
    let written = links().map(prose::prose).find(|link| !link.is_empty());
    let main = |e: &&Element| e.attribute("rel").is_none_or(|rel| rel == "alternate");
    let named = || {
        links()
            .filter(main)
            .find_map(|e| Some(e.attribute("href")?.to_owned()))
    };
    let address =
        |id: String| (id.starts_with("http://") || id.starts_with("https://")).then_some(id);
    let guid = || {
        child(item, "guid")
            .filter(|e| e.attribute("ispermalink") != Some("false"))
            .map(prose::prose)
    };
    written.or_else(named).or_else(|| guid().and_then(address))
}

/// The name of the author: of `mail@example (name)` the name.
fn author(item: &Element) -> Option<String> {
    let creator = child(item, "dc:creator")
        .map(prose::prose)
        .filter(|name| !name.is_empty());
    let written = || {
        let author = child(item, "author").or_else(|| child(item, "itunes:author"))?;
        let name = child(author, "name").unwrap_or(author);
        let text = prose::line(&prose::prose(name));
        let inside = text
            .split_once('(')
            .and_then(|(_, rest)| rest.strip_suffix(')'));
        let mail = text
            .split_whitespace()
            .next()
            .is_some_and(|word| word.contains('@'));
        if mail {
            inside.map(str::to_owned)
        } else {
            Some(text)
        }
    };
    creator.or_else(written)
}

/// The feed from which an item was taken over.
fn source(element: &Element) -> Option<String> {
    let name = child(element, "title").unwrap_or(element);
    Some(prose::line(&prose::prose(name))).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests;
