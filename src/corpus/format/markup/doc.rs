//! Takes a file of `<DOC>` elements (TREC, LDC, Hamshahri, dumps of encyclopaedias), gives a record each.
//!
//! Such files are no XML: tags are left open, `<` and `&` occur in the text, names are in any case.

use std::io;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::super::super::reason::Reason;
use super::super::record_decoder::RecordDecoder;
use super::super::record_key;
use super::super::window::StreamWindow;
use super::super::{
    Format, FormatInput, ItemSink, LONGEST_RECORD_MIB, RecordContext, RecordPosition, emit_with_key,
};
use super::cut::{CutElement, ElementCutter, ElementEnd};
use super::{element_fields, gigaword_id, tree};

/// The format of files of `<DOC>` elements.
pub struct Sgml;

impl Format for Sgml {
    fn name(&self) -> &'static str {
        "SGML"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut window = StreamWindow::new(input.stream);
        let mut decoder = RecordDecoder::new(input.options, input.charset);
        let mut cutter = ElementCutter::new(&mut window, &["doc"], true);
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
    let Some((text, about)) = begin(decoder, cut, bytes, out)? else {
        return ControlFlow::Continue(());
    };
    let root = tree::parse(&text, true);
    let doc = root.elements().find(|element| element.name == "doc");
    let map = &decoder.options.map;
    let mut object = element_fields::collect(doc.unwrap_or(&root), map);
    from_id(&mut object.fields);
    let key = record_key::key(object.written, map);
    emit_with_key(object.fields, Some(key), about, decoder.options, out)
}

/// Decodes a record and reports what is wrong with it; `None` where it is too long.
pub(in super::super) fn begin<'b>(
    decoder: &mut RecordDecoder,
    cut: &CutElement,
    bytes: &'b [u8],
    out: ItemSink,
) -> ControlFlow<(), Option<(std::borrow::Cow<'b, str>, RecordContext)>> {
    decoder.records += 1;
    let at = RecordPosition {
        record: decoder.records,
        line: Some(cut.line),
    };
    if cut.end == ElementEnd::TooFar {
        let mib = LONGEST_RECORD_MIB;
        out(at.trouble(Reason::TaggedTooLong { mib }))?;
        return ControlFlow::Continue(None);
    }
    let (text, charset) = decoder.text(bytes.get(cut.bytes.clone()).unwrap_or(bytes));
    decoder.report_assumption(charset, at, out)?;
    if cut.end == ElementEnd::Input {
        out(at.trouble(Reason::RecordBreaksOff))?;
    }
    let about = RecordContext {
        at,
        charset,
        alone: false,
    };
    ControlFlow::Continue(Some((text, about)))
}

/// Adds the outlet and day that an id contains, where no field has them.
fn from_id(object: &mut Map<String, Value>) {
    let id = ["id", "docno", "docid"].iter().find_map(|name| {
        let found = object
            .iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name));
        found?.1.as_str().map(str::to_owned)
    });
    if let Some((outlet, day)) = id.and_then(|id| gigaword_id::outlet_and_day(id.trim())) {
        object.entry("source").or_insert(outlet.into());
        object.entry("date").or_insert(day.into());
    }
}
