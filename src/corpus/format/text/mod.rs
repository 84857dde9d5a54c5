//! Takes a text file, gives one record, the whole file, or several where lines separate articles ([`split`]).
//!
//! A file larger than the longest article is read only if it has such lines, and piece by piece.

mod split;

use std::io;
use std::ops::{ControlFlow, Range};

use self::split::Separator;
use super::super::decode::{Charset, decode, tidy};
use super::super::key::{Key, Written};
use super::super::reason::{Reason, SeparatorLine};
use super::record_decoder::RecordDecoder;
use super::window::StreamWindow;
use super::{
    Format, FormatInput, FormatItem, ItemSink, LONGEST_RECORD, LONGEST_RECORD_MIB, RawRecord,
    RecordPosition,
};

/// Length of the beginning in which control characters are counted, in characters.
const SNIFFED_CHARS: usize = 4096;
/// Most control characters in the beginning of any text: a few are left by old programs.
const MAX_CONTROLS: usize = 8;
/// Fewest characters of a text for each control character beyond [`MAX_CONTROLS`].
const MIN_CHARS_PER_CONTROL: usize = 20;

/// The format of plain text: one article a file, or several with separators between them.
pub struct PlainText;

impl Format for PlainText {
    fn name(&self) -> &'static str {
        "text"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut window = StreamWindow::new(input.stream);
        window.grow_to(StreamWindow::LIMIT)?;
        let at = RecordPosition {
            record: 1,
            line: None,
        };
        let large = window.bytes().len() as u64 > LONGEST_RECORD;
        let (decoded, mut charset) = decode(beginning(window.bytes(), large));
        if input.charset != Charset::Utf8 {
            charset = input.charset;
        }
        if is_binary(&decoded) {
            return Ok(out(at.trouble(Reason::NotText)));
        }
        let several = !input.options.whole_files;
        if large {
            let found = Some(&decoded)
                .filter(|_| several)
                .and_then(|text| split::split_beginning(text));
            drop(decoded);
            return match found {
                Some(separator) => {
                    let decoder = RecordDecoder::new(input.options, input.charset);
                    pieces(&mut window, separator, decoder, out)
                }
                None => Ok(too_large(at, out)),
            };
        }
        if let Some(reason) = charset.assumption()
            && out(at.trouble(reason)).is_break()
        {
            return Ok(ControlFlow::Break(()));
        }
        let text = tidy(decoded.into_owned());
        match Some(&text)
            .filter(|_| several)
            .and_then(|text| split::split(text))
        {
            Some((separator, pieces)) => Ok(articles(&text, separator, &pieces, charset, out)),
            None => Ok(whole(text, charset, out)),
        }
    }
}

/// The bytes to decode; of a file that goes on, without the word that is cut off at the end.
fn beginning(bytes: &[u8], goes_on: bool) -> &[u8] {
    let end = memchr::memrchr2(b'\n', b' ', bytes).filter(|_| goes_on);
    bytes.get(..end.unwrap_or(bytes.len())).unwrap_or(bytes)
}

fn whole(text: String, charset: Charset, out: ItemSink) -> ControlFlow<()> {
    let at = RecordPosition {
        record: 1,
        line: None,
    };
    if text.trim().is_empty() {
        return out(at.trouble(Reason::EmptyFile));
    }
    out(FormatItem::Record(Box::new(RawRecord {
        key: Key::of(&Written::text(&text)),
        number: 1,
        text,
        charset,
        alone: true,
        ..RawRecord::default()
    })))
}

fn too_large(at: RecordPosition, out: ItemSink) -> ControlFlow<()> {
    let mib = LONGEST_RECORD_MIB;
    out(at.trouble(Reason::TextTooLarge { mib }))
}

/// Reports that a file was cut into several articles; their number where it is known.
fn report_cut(articles: Option<u64>, separator: Separator, out: ItemSink) -> ControlFlow<()> {
    let reason = match separator.line() {
        Some(line) => Reason::CutAtLines {
            articles,
            line: SeparatorLine(line),
        },
        None => Reason::CutAtFormFeeds { articles },
    };
    out(RecordPosition::default().trouble(reason))
}

/// Emits the articles of a text, given their byte ranges.
fn articles(
    text: &str,
    separator: Separator,
    pieces: &[Range<usize>],
    charset: Charset,
    out: ItemSink,
) -> ControlFlow<()> {
    report_cut(Some(pieces.len() as u64), separator, out)?;
    let (mut line, mut counted) = (1, 0);
    for (number, piece) in (1..).zip(pieces) {
        let Some(own) = text.get(piece.clone()) else {
            continue;
        };
        let start = piece.start + own.len() - own.trim_start().len();
        line += newlines(text.get(counted..start).unwrap_or(""));
        counted = start;
        out(article(
            own,
            RecordPosition {
                record: number,
                line: Some(line),
            },
            charset,
        ))?;
    }
    ControlFlow::Continue(())
}

/// Emits the articles of a file that is too large to be read as a whole.
fn pieces(
    window: &mut StreamWindow,
    separator: Separator,
    mut decoder: RecordDecoder,
    out: ItemSink,
) -> io::Result<ControlFlow<()>> {
    if report_cut(None, separator, out).is_break() {
        return Ok(ControlFlow::Break(()));
    }
    loop {
        let found = next_separator(window, separator, &decoder);
        let (end, taken) = match found {
            Some(found) => (found.start, found.end),
            None if window.is_full() => (window.bytes().len(), window.bytes().len()),
            None => {
                window.grow()?;
                continue;
            }
        };
        if taken == 0 {
            return Ok(ControlFlow::Continue(()));
        }
        let flow = piece(window, end, &mut decoder, out);
        if flow.is_break() {
            return Ok(flow);
        }
        window.take(taken);
    }
}

fn piece(
    window: &StreamWindow,
    end: usize,
    decoder: &mut RecordDecoder,
    out: ItemSink,
) -> ControlFlow<()> {
    let bytes = window.bytes().get(..end).unwrap_or(&[]);
    let (text, charset) = decoder.text(bytes);
    if text.trim().is_empty() {
        return ControlFlow::Continue(());
    }
    decoder.records += 1;
    let blank = newlines(
        text.get(..text.len() - text.trim_start().len())
            .unwrap_or(""),
    );
    let line = Some(window.line() + blank);
    let at = RecordPosition {
        record: decoder.records,
        line,
    };
    if end as u64 > LONGEST_RECORD {
        return too_large(at, out);
    }
    decoder.report_assumption(charset, at, out)?;
    out(article(&tidy(text.into_owned()), at, charset))
}

/// Byte range in the window of the next separator; `None` where there is none with its line end.
fn next_separator(
    window: &StreamWindow,
    separator: Separator,
    decoder: &RecordDecoder,
) -> Option<Range<usize>> {
    let bytes = window.bytes();
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', bytes) {
        let line = bytes.get(start..=end).unwrap_or(&[]);
        if line.len() <= split::MAX_SEPARATOR_BYTES
            && split::separator(&decoder.text(line).0) == Some(separator)
        {
            return Some(start..end + 1);
        }
        start = end + 1;
    }
    None
}

fn article(text: &str, at: RecordPosition, charset: Charset) -> FormatItem {
    FormatItem::Record(Box::new(RawRecord {
        key: Key::of(&Written::text(text)),
        number: at.record,
        line: at.line,
        text: text.trim_matches(['\n', '\r', '\u{c}']).to_owned(),
        charset,
        ..RawRecord::default()
    }))
}

fn newlines(text: &str) -> u64 {
    memchr::memchr_iter(b'\n', text.as_bytes()).count() as u64
}

/// Whether more of the beginning is control characters than any encoding of text explains.
fn is_binary(text: &str) -> bool {
    let head = || text.chars().take(SNIFFED_CHARS).filter(|c| *c != '\0');
    let layout = |c: &char| {
        matches!(
            c,
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}'
        )
    };
    let controls = head().filter(|c| c.is_control() && !layout(c)).count();
    controls > MAX_CONTROLS && controls * MIN_CHARS_PER_CONTROL > head().count()
}

#[cfg(test)]
mod tests;
