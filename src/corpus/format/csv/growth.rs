//! Takes the end of a reading of a table, gives the point from which a longer file is read on, and back.

use super::super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::super::FormatPoint;
use super::super::record_decoder::RecordDecoderState;
use super::row::{Dialect, RowScan, ScanLimits, row};
use super::shape::TableShape;

/// What is known between two rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CsvState {
    pub(super) shape: TableShape,
    /// Whether quotes mean anything still.
    pub(super) quotes: bool,
    /// Rows of a wrong width; bytes consumed; bytes searched in vain.
    pub(super) odd: u64,
    pub(super) taken: u64,
    pub(super) in_vain: u64,
    /// The line, from 1.
    pub(super) line: u64,
    pub(super) decoder: RecordDecoderState,
}

impl CsvState {
    /// The beginning of a table.
    pub(super) fn begin(shape: TableShape) -> CsvState {
        CsvState {
            quotes: shape.dialect.quotes,
            shape,
            odd: 0,
            taken: 0,
            in_vain: 0,
            line: 1,
            decoder: RecordDecoderState::BEGIN,
        }
    }

    /// The state as a point at that byte.
    pub(super) fn point(&self, position: u64) -> FormatPoint {
        let mut out = FieldWriter::default();
        self.shape.pack(&mut out);
        let decided = out.bytes.clone();
        out.byte(u8::from(self.quotes));
        for number in [self.odd, self.taken, self.in_vain, self.line] {
            out.number(number);
        }
        self.decoder.pack(&mut out);
        FormatPoint {
            position,
            line: None,
            decided,
            state: out.bytes,
        }
    }

    pub(super) fn unpack(state: &[u8]) -> Result<CsvState, Unreadable> {
        let mut fields = FieldReader::new(state);
        Ok(CsvState {
            shape: TableShape::unpack(&mut fields)?,
            quotes: fields.byte()? != 0,
            odd: fields.number()?,
            taken: fields.number()?,
            in_vain: fields.number()?,
            line: fields.number()?,
            decoder: RecordDecoderState::unpack(&mut fields)?,
        })
    }
}

/// The length of the first row, where it does not depend on the bytes being the last of the file.
pub(super) fn settled_row(bytes: &[u8], dialect: Dialect) -> Option<usize> {
    let mut ahead = ScanLimits {
        last: false,
        literal_from: usize::MAX,
    };
    loop {
        match row(bytes, dialect, ahead) {
            RowScan::Row(_, end) => return Some(end),
            RowScan::Open(quote, _) if quote < ahead.literal_from => ahead.literal_from = quote,
            RowScan::Open(..) | RowScan::More(_) => return None,
        }
    }
}
