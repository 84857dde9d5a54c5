//! Takes XML of one article or of many, gives a record each.
//!
//! The elements that are records are recognised from the beginning of the file: the outermost ones
//! that are repeated and contain a text. If there are none, the file is one article.

use std::io;
use std::ops::ControlFlow;

use super::super::super::options::{FieldMap, FieldRole, normalised};
use super::super::super::reason::Reason;
use super::super::aliases::role_of;
use super::super::record_decoder::RecordDecoder;
use super::super::record_key;
use super::super::window::StreamWindow;
use super::super::{
    Format, FormatInput, ItemSink, LONGEST_RECORD, LONGEST_RECORD_MIB, RecordContext,
    RecordPosition, emit_with_key,
};
use super::cut::{CutElement, ElementCutter};
use super::doc;
use super::element_fields;
use super::prose::{is_block, is_part};
use super::tree::{Element, parse};

/// Size of the beginning from which the layout is recognised, in bytes.
const HEAD_BYTES: usize = 256 << 10;
/// Deepest nesting in which records are sought, as each level is searched whole.
const MAX_RECORD_DEPTH: usize = 8;
/// Most repeated elements of one parent that are tested for being records.
const MAX_TESTED_ELEMENTS: usize = 64;

/// The format of XML.
pub struct Xml;

impl Format for Xml {
    fn name(&self) -> &'static str {
        "XML"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut window = StreamWindow::new(input.stream);
        window.grow_to(HEAD_BYTES)?;
        let mut decoder = RecordDecoder::new(input.options, input.charset);
        decoder.declare(window.bytes());
        let (head, _) = decoder.text(window.bytes());
        let name = record_name(&parse(&head, false), &input.options.map);
        drop(head);
        let Some(name) = name else {
            return whole(&mut decoder, &mut window, out);
        };
        let names = [name.as_str()];
        let mut cutter = ElementCutter::new(&mut window, &names, false);
        while let Some(cut) = cutter.next()? {
            if record(&mut decoder, &cut, cutter.bytes(), out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

fn record(
    decoder: &mut RecordDecoder,
    cut: &CutElement,
    bytes: &[u8],
    out: ItemSink,
) -> ControlFlow<()> {
    let Some((text, about)) = doc::begin(decoder, cut, bytes, out)? else {
        return ControlFlow::Continue(());
    };
    let root = parse(&text, false);
    let element = root.elements().next().unwrap_or(&root);
    let object = element_fields::collect(element, &decoder.options.map);
    let key = record_key::key(object.written, &decoder.options.map);
    emit_with_key(object.fields, Some(key), about, decoder.options, out)
}

/// Reads a file as one article.
fn whole(
    decoder: &mut RecordDecoder,
    window: &mut StreamWindow,
    out: ItemSink,
) -> io::Result<ControlFlow<()>> {
    window.grow_to(StreamWindow::LIMIT)?;
    let at = RecordPosition {
        record: 1,
        line: None,
    };
    if window.bytes().len() as u64 > LONGEST_RECORD {
        let mib = LONGEST_RECORD_MIB;
        return Ok(out(at.trouble(Reason::XmlTooLarge { mib })));
    }
    let (text, charset) = decoder.text(window.bytes());
    if decoder.report_assumption(charset, at, out).is_break() {
        return Ok(ControlFlow::Break(()));
    }
    let root = parse(&text, false);
    let element = root.elements().next().unwrap_or(&root);
    let object = element_fields::collect(element, &decoder.options.map);
    let key = Some(record_key::key(object.written, &decoder.options.map));
    let about = RecordContext {
        at,
        charset,
        alone: true,
    };
    Ok(emit_with_key(
        object.fields,
        key,
        about,
        decoder.options,
        out,
    ))
}

/// The name of the elements that are records; `None` where the file is one article.
fn record_name(root: &Element, map: &FieldMap) -> Option<String> {
    let mut level = vec![root];
    for _ in 0..MAX_RECORD_DEPTH {
        for parent in &level {
            let repeated = |name: &str| {
                parent
                    .elements()
                    .filter(|e| e.name == name)
                    .nth(1)
                    .is_some()
            };
            let record = parent
                .elements()
                .filter(|e| !is_part(e.local()) && repeated(&e.name))
                .take(MAX_TESTED_ELEMENTS)
                .find(|e| is_article(e, map));
            if let Some(record) = record {
                return Some(record.name.clone());
            }
        }
        // Elements inside a text are its parts, not records.
        let container = |e: &&Element| !is_text(e, map) || has_title_beside(e);
        level = level
            .iter()
            .flat_map(|e| e.elements())
            .filter(container)
            .collect();
    }
    None
}

fn is_text(element: &Element, map: &FieldMap) -> bool {
    let named = element_fields::own_name(element).unwrap_or(element.local());
    let name = normalised(named);
    let given = |given: &str| given.rsplit('.').next() == Some(&name);
    role_of(&name) == Some(FieldRole::Text) || map.names(FieldRole::Text).any(given)
}

/// Whether an element with a name of texts contains one: `<article>` and `<story>` may be the text, or
/// the whole record around it.
fn has_title_beside(element: &Element) -> bool {
    element
        .elements()
        .any(|inner| matches!(role_of(&normalised(inner.local())), Some(FieldRole::Text)))
}

/// Whether an element contains a text by its name, or paragraphs and some other field of an article.
fn is_article(element: &Element, map: &FieldMap) -> bool {
    if element.find(&|inner| is_text(inner, map)).is_some() {
        return true;
    }
    let field = |name: &str| role_of(&normalised(name)).is_some();
    let own = element.attributes.iter().any(|(name, _)| field(name));
    let paragraphs = element.find(&|inner| is_block(inner.local())).is_some();
    paragraphs && (own || element.find(&|inner| field(inner.local())).is_some())
}
