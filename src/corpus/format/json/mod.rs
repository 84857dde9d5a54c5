//! Takes JSON of any layout, gives a record an object: JSON Lines, arrays, several values in sequence, arrays inside objects.
//!
//! [`split`] cuts the objects out, and the parser reads each by itself: anything that is no JSON
//! object is a problem with its line, and the rest is read all the same. Nesting is bounded by the
//! parser (128), the size of a record by [`super::LONGEST_RECORD`].

mod growth;
mod object_scan;
mod split;

use std::io;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use self::growth::JsonState;
use self::split::{JsonPiece, JsonPieceKind, JsonSplitter};
use super::super::options::{FieldMap, FieldRole};
use super::super::reason::{Cause, Reason};
use super::growing::no_state;
use super::record_decoder::RecordDecoder;
use super::{
    Format, FormatInput, FormatPoint, GrowingFormat, ItemSink, LONGEST_RECORD_MIB, RecordContext,
    RecordPosition, emit, fields,
};

/// Deepest nesting of objects in which a list of records is sought: answers of web services wrap it in
/// a few.
const MAX_LIST_DEPTH: usize = 3;

/// The format of JSON in any layout.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "JSON"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        self.read_on(input, None, out, &mut None)
    }

    fn growing(&self) -> Option<&dyn GrowingFormat> {
        Some(self)
    }
}

impl GrowingFormat for Json {
    fn goes_on(&self, state: &[u8], _next: &[u8]) -> bool {
        JsonState::unpack(state).is_ok()
    }

    fn read_on(
        &self,
        input: FormatInput,
        from: Option<&[u8]>,
        out: ItemSink,
        end: &mut Option<FormatPoint>,
    ) -> io::Result<ControlFlow<()>> {
        let begin = match from {
            Some(state) => JsonState::unpack(state).map_err(no_state)?,
            None => JsonState::BEGIN,
        };
        let mut reader = JsonReader {
            decoder: RecordDecoder::new(input.options, input.charset),
            held: None,
        };
        reader.decoder.resume(begin.decoder);
        let mut splitter = JsonSplitter::new(input.stream, begin.at);
        let mut last: Option<(JsonPiece, JsonState)> = None;
        while let Some(piece) = splitter.next()? {
            let line_before = last.map_or(begin.line_before, |(before, _)| before.line);
            let before = JsonState::before(&splitter, reader.decoder.state(), line_before);
            if reader.piece(&piece, &splitter.bytes, out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            last = Some((piece, before));
        }
        // Whether the first record is the only one is not yet known.
        if reader.held.is_none() {
            *end = growth::end(&splitter, reader.decoder.state(), last.as_ref(), begin);
        }
        Ok(reader.release(true, out))
    }
}

/// The records of one input.
struct JsonReader<'a> {
    decoder: RecordDecoder<'a>,
    /// The first record, held back until it is known whether it is the only one of its file.
    held: Option<(Map<String, Value>, RecordContext)>,
}

impl JsonReader<'_> {
    fn piece(&mut self, piece: &JsonPiece, bytes: &[u8], out: ItemSink) -> ControlFlow<()> {
        let line = Some(piece.line);
        // Outside arrays records are lines and have the numbers of their lines.
        self.decoder.records += 1;
        let record = if piece.in_array {
            self.decoder.records
        } else {
            u32::try_from(piece.line).unwrap_or(u32::MAX)
        };
        let at = RecordPosition { record, line };
        if piece.kind == JsonPieceKind::TooLong {
            self.release(false, out)?;
            let mib = LONGEST_RECORD_MIB;
            return out(at.trouble(Reason::JsonTooLong { mib }));
        }
        let (text, charset) = self.decoder.text(bytes);
        match parse(&text) {
            Ok((object, mended)) => {
                self.decoder.report_assumption(charset, at, out)?;
                if mended {
                    out(at.trouble(Reason::LoneSurrogate))?;
                }
                self.object(
                    object,
                    RecordContext {
                        at,
                        charset,
                        alone: false,
                    },
                    out,
                )
            }
            Err(error) => {
                self.release(false, out)?;
                out(at.trouble(reason(error.as_ref(), piece.kind)))
            }
        }
    }

    fn object(
        &mut self,
        object: Map<String, Value>,
        about: RecordContext,
        out: ItemSink,
    ) -> ControlFlow<()> {
        let has = |role, object: &Map<String, Value>| {
            fields::has(role, object, &self.decoder.options.map)
        };
        // An article may have a list of comments or tags. A container of articles has no text of its
        // own; if it has a title, its objects must have a text and a title or an address.
        let holds = |first: &Map<String, Value>| {
            let (text, title) = (has(FieldRole::Text, first), has(FieldRole::Title, first));
            if has(FieldRole::Title, &object) {
                text && (title || has(FieldRole::Url, first))
            } else {
                text || title
            }
        };
        if !direct_text(&object, &self.decoder.options.map)
            && let Some(inner) = unwrapped(&object)
            && inner.first().is_some_and(holds)
        {
            return self.inner(inner, about, out);
        }
        if self.decoder.records == 1 {
            self.held = Some((object, about));
            return ControlFlow::Continue(());
        }
        self.release(false, out)?;
        emit(object, about, self.decoder.options, out)
    }

    /// The records of an object that holds them.
    fn inner(
        &mut self,
        inner: Vec<Map<String, Value>>,
        about: RecordContext,
        out: ItemSink,
    ) -> ControlFlow<()> {
        self.release(false, out)?;
        for object in inner {
            let at = RecordPosition {
                record: self.decoder.records,
                ..about.at
            };
            emit(
                object,
                RecordContext { at, ..about },
                self.decoder.options,
                out,
            )?;
            self.decoder.records += 1;
        }
        ControlFlow::Continue(())
    }

    fn release(&mut self, alone: bool, out: ItemSink) -> ControlFlow<()> {
        match self.held.take() {
            Some((object, about)) => emit(
                object,
                RecordContext { alone, ..about },
                self.decoder.options,
                out,
            ),
            None => ControlFlow::Continue(()),
        }
    }
}

/// Whether an object has a text of its own, not only in the objects it contains.
fn direct_text(object: &Map<String, Value>, map: &FieldMap) -> bool {
    let ids = object.len() > 1 && object.values().all(Value::is_object);
    !ids && fields::has(FieldRole::Text, object, map)
}

/// The object, and whether lone surrogates were replaced in it; else the parser's error, `None` for
/// JSON that is no object.
fn parse(text: &str) -> Result<(Map<String, Value>, bool), Option<serde_json::Error>> {
    let json = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\0' | ','));
    let error = match serde_json::from_str(json) {
        Ok(Value::Object(object)) => return Ok((object, false)),
        Ok(_) => return Err(None),
        Err(error) => error,
    };
    let whole = without_lone_surrogates(json);
    let has_lone_surrogates = whole.is_some();
    let mut mended = whole.unwrap_or_else(|| json.to_owned());
    for mend in [with_escaped_controls, without_nan] {
        mended = mend(&mended).unwrap_or(mended);
    }
    if let Ok(Value::Object(object)) = serde_json::from_str(&mended) {
        return Ok((object, has_lone_surrogates));
    }
    Err(Some(error))
}

/// JSON in which the escape of every lone surrogate is replaced by U+FFFD; `None` where there is none.
fn without_lone_surrogates(json: &str) -> Option<String> {
    let half = |at: usize| {
        let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(digits, 16)
            .ok()
            .filter(|unit| (0xD800..0xE000).contains(unit))
    };
    let mut out = String::with_capacity(json.len());
    let (mut from, mut at, mut found) = (0, 0, false);
    while let Some(step) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += step;
        let length = match (half(at), half(at + 6)) {
            (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => 12,
            (Some(_), _) => {
                out.push_str(json.get(from..at)?);
                out.push_str("\\ufffd");
                found = true;
                from = at + 6;
                6
            }
            // A backslash and what it escapes, be it a backslash.
            (None, _) => 2,
        };
        at += length;
    }
    out.push_str(json.get(from..)?);
    found.then_some(out)
}

/// JSON in which `NaN` and `Infinity`, which Python writes for missing values, are null; `None` where
/// there is none.
fn without_nan(json: &str) -> Option<String> {
    let mut out = String::with_capacity(json.len());
    let (mut in_string, mut escaped, mut found) = (false, false, false);
    let mut rest = json;
    while let Some(c) = rest.chars().next() {
        let names = ["-Infinity", "Infinity", "NaN"];
        let name = names
            .iter()
            .find(|name| !in_string && rest.starts_with(**name));
        if let Some(name) = name {
            out.push_str("null");
            rest = rest.get(name.len()..)?;
            found = true;
            continue;
        }
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        out.push(c);
        rest = rest.get(c.len_utf8()..)?;
    }
    found.then_some(out)
}

/// JSON in which raw line ends and tabs in strings, as some scrapers write them, are escaped; `None`
/// where there is no control character.
fn with_escaped_controls(json: &str) -> Option<String> {
    if !json.contains(|c: char| c < ' ') {
        return None;
    }
    let (mut in_string, mut escaped) = (false, false);
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        match c {
            '\n' if in_string => out.push_str("\\n"),
            '\t' if in_string => out.push_str("\\t"),
            c if in_string && c < ' ' => out.push(' '),
            c => out.push(c),
        }
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
    }
    Some(out)
}

/// Why a piece is no record: the parser's message and position. The line is given only where it is not
/// the first of the record.
fn reason(error: Option<&serde_json::Error>, kind: JsonPieceKind) -> Reason {
    let Some(error) = error else {
        return Reason::NotAnObject;
    };
    let cause = Cause::json(error);
    let column = error.column() as u64;
    let line = Some(error.line() as u64).filter(|line| *line != 1);
    match kind {
        JsonPieceKind::Other => Reason::NotJson {
            error: cause,
            column,
            line,
        },
        JsonPieceKind::Object | JsonPieceKind::TooLong => Reason::BrokenJson {
            error: cause,
            column,
            line,
        },
    }
}

/// The objects in a container: `{"articles": [{…}, …]}`, `{"id": {…}, …}`; `None` for another object.
fn unwrapped(object: &Map<String, Value>) -> Option<Vec<Map<String, Value>>> {
    if let Some(list) = longest_list(object, 0) {
        let outlet = outlet(object);
        let inner = list.iter().filter_map(Value::as_object);
        return Some(
            inner
                .map(|inner| with_source(inner.clone(), outlet))
                .collect(),
        );
    }
    let all_objects = object.len() > 1 && object.values().all(Value::is_object);
    let with_ids = || object.iter().filter_map(|(id, value)| with_id(value, id));
    all_objects.then(|| with_ids().collect())
}

/// An object with an id, unless it has one.
fn with_id(value: &Value, id: &str) -> Option<Map<String, Value>> {
    let mut inner = value.as_object()?.clone();
    let id = || Value::String(id.to_owned());
    inner.entry("id").or_insert_with(id);
    Some(inner)
}

/// The longest list of objects in an object or in those nested in it.
fn longest_list(object: &Map<String, Value>, depth: usize) -> Option<&Vec<Value>> {
    let lists = object.values().filter_map(|value| match value {
        Value::Array(list) => Some(list).filter(|list| list.first().is_some_and(Value::is_object)),
        Value::Object(inner) if depth < MAX_LIST_DEPTH => longest_list(inner, depth + 1),
        _ => None,
    });
    lists.max_by_key(|list| list.len())
}

/// The outlet of the records, where their container names it.
fn outlet(object: &Map<String, Value>) -> Option<&str> {
    let name = ["source", "site", "publisher", "title", "name"];
    name.iter().find_map(|name| object.get(*name)?.as_str())
}

/// An object with the outlet of its container, unless it has one.
fn with_source(mut inner: Map<String, Value>, outlet: Option<&str>) -> Map<String, Value> {
    if let Some(outlet) = outlet {
        let name = || Value::String(outlet.to_owned());
        inner.entry("source").or_insert_with(name);
    }
    inner
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
