//! Takes the bytes of records, gives their text and what there is to say about their encoding, once a file; numbers them.

use std::borrow::Cow;
use std::ops::ControlFlow;

use encoding_rs::Encoding;

use super::super::decode::{Charset, decode, decode_line};
use super::super::options::Options;
use super::{ItemSink, RecordPosition};

/// A file under way.
pub(super) struct RecordDecoder<'a> {
    pub options: &'a Options,
    /// What the whole input was, if not bytes to be looked at.
    given: Charset,
    /// What the file says it is, for those of its bytes that are not UTF-8.
    declared: Option<&'static Encoding>,
    /// What was reported of the encoding already.
    reported: Charset,
    /// Records so far.
    pub records: u32,
}

impl<'a> RecordDecoder<'a> {
    pub(super) fn new(options: &'a Options, given: Charset) -> RecordDecoder<'a> {
        RecordDecoder {
            options,
            given,
            declared: None,
            reported: Charset::Utf8,
            records: 0,
        }
    }

    /// Heeds what a file's beginning says of its encoding.
    pub(super) fn heed(&mut self, head: &[u8]) {
        if let Charset::Named(encoding) = decode(head).1 {
            self.declared = Some(encoding);
        }
    }

    /// The text of a record, or of another piece that holds whole letters.
    pub(super) fn text<'b>(&self, bytes: &'b [u8]) -> (Cow<'b, str>, Charset) {
        match (decode_line(bytes), self.given, self.declared) {
            ((text, _), given, _) if given != Charset::Utf8 => (text, given),
            ((_, Charset::Assumed(_)), _, Some(encoding)) => (
                encoding.decode_without_bom_handling(bytes).0,
                Charset::Named(encoding),
            ),
            (found, ..) => found,
        }
    }

    /// Reports what was assumed in reading a record, once for each assumption.
    pub(super) fn tell(
        &mut self,
        charset: Charset,
        at: RecordPosition,
        out: ItemSink,
    ) -> ControlFlow<()> {
        let reason = charset.assumption().filter(|_| self.reported != charset);
        let Some(reason) = reason else {
            return ControlFlow::Continue(());
        };
        self.reported = charset;
        out(at.trouble(reason))
    }
}

/// A piece of a text whose charset is known.
pub(super) fn piece(bytes: &[u8], charset: Charset) -> Cow<'_, str> {
    match charset {
        // Named bytes were made UTF-8 before, unless it was the file that named itself.
        Charset::Assumed(encoding) | Charset::Named(encoding)
            if std::str::from_utf8(bytes).is_err() =>
        {
            encoding.decode_without_bom_handling(bytes).0
        }
        _ => String::from_utf8_lossy(bytes),
    }
}
