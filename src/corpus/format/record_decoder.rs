//! Takes the bytes of records, gives their text; reports each assumed encoding once a file, and counts records.

use std::borrow::Cow;
use std::ops::ControlFlow;

use encoding_rs::Encoding;

use super::super::decode::{Charset, decode, decode_line};
use super::super::options::ReadOptions;
use super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::growing::{pack_charset, unpack_charset};
use super::{ItemSink, RecordPosition};

/// Encoding and number of records of one file while it is read.
pub(super) struct RecordDecoder<'a> {
    pub options: &'a ReadOptions,
    /// Encoding that the whole input was transcoded from; [`Charset::Utf8`] where each record is decoded
    /// here.
    given: Charset,
    /// Encoding that the file declares, used for records that are not UTF-8.
    declared: Option<&'static Encoding>,
    /// The assumption that was reported last.
    reported: Charset,
    /// Number of records so far.
    pub records: u32,
}

/// What a [`RecordDecoder`] knows between two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RecordDecoderState {
    reported: Charset,
    pub(super) records: u32,
}

impl RecordDecoderState {
    /// Before the first record.
    pub(super) const BEGIN: RecordDecoderState = RecordDecoderState {
        reported: Charset::Utf8,
        records: 0,
    };

    pub(super) fn pack(self, out: &mut FieldWriter) {
        pack_charset(self.reported, out);
        out.number(u64::from(self.records));
    }

    pub(super) fn unpack(fields: &mut FieldReader<'_>) -> Result<RecordDecoderState, Unreadable> {
        Ok(RecordDecoderState {
            reported: unpack_charset(fields)?,
            records: fields.small()?,
        })
    }
}

impl<'a> RecordDecoder<'a> {
    pub(super) fn new(options: &'a ReadOptions, given: Charset) -> RecordDecoder<'a> {
        RecordDecoder {
            options,
            given,
            declared: None,
            reported: Charset::Utf8,
            records: 0,
        }
    }

    /// What is known between two records.
    pub(super) fn state(&self) -> RecordDecoderState {
        RecordDecoderState {
            reported: self.reported,
            records: self.records,
        }
    }

    /// Takes over what was known there.
    pub(super) fn resume(&mut self, state: RecordDecoderState) {
        self.reported = state.reported;
        self.records = state.records;
    }

    /// Takes over the encoding that a file's first bytes declare.
    pub(super) fn declare(&mut self, head: &[u8]) {
        if let Charset::Named(encoding) = decode(head).1 {
            self.declared = Some(encoding);
        }
    }

    /// The text of a record, or of any other range of bytes that does not cut a letter.
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

    /// Reports an encoding that was assumed for a record, once for each assumption.
    pub(super) fn report_assumption(
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

/// A part of a text whose encoding is known.
pub(super) fn decode_as(bytes: &[u8], charset: Charset) -> Cow<'_, str> {
    match charset {
        // A named encoding was transcoded before, unless the file itself declared it.
        Charset::Assumed(encoding) | Charset::Named(encoding)
            if std::str::from_utf8(bytes).is_err() =>
        {
            encoding.decode_without_bom_handling(bytes).0
        }
        _ => String::from_utf8_lossy(bytes),
    }
}
