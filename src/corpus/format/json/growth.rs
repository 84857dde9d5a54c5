//! Takes the end of a reading of JSON, gives the point from which a longer file is read on, and back.
//!
//! Between two objects the splitter knows a few numbers, and nothing that follows changes an object that has its
//! `}`. An object that is still open where the file ends is a problem; the point lies before it.

use super::super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::super::FormatPoint;
use super::super::record_decoder::RecordDecoderState;
use super::split::{JsonPiece, JsonPieceKind, JsonPosition, JsonSplitter};

/// What is known between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct JsonState {
    pub(super) at: JsonPosition,
    pub(super) decoder: RecordDecoderState,
    /// Line on which the piece before began; 0 where there was none.
    pub(super) line_before: u64,
}

impl JsonState {
    /// The beginning of an input.
    pub(super) const BEGIN: JsonState = JsonState {
        at: JsonPosition::BEGIN,
        decoder: RecordDecoderState::BEGIN,
        line_before: 0,
    };

    /// The state at a point, its bytes counted from there.
    pub(super) fn unpack(state: &[u8]) -> Result<JsonState, Unreadable> {
        let mut fields = FieldReader::new(state);
        Ok(JsonState {
            at: JsonPosition {
                bytes: 0,
                line: fields.number()?,
                arrays: fields.size()?,
                wrapped: fields.byte()? != 0,
                left: fields.byte()? != 0,
                by_lines: fields.byte()? != 0,
            },
            decoder: RecordDecoderState::unpack(&mut fields)?,
            line_before: fields.number()?,
        })
    }

    /// The state as a point; problems from `line` on will be found again.
    fn point(&self, line: Option<u64>) -> FormatPoint {
        let mut out = FieldWriter::default();
        out.number(self.at.line);
        out.size(self.at.arrays);
        for flag in [self.at.wrapped, self.at.left, self.at.by_lines] {
            out.byte(u8::from(flag));
        }
        self.decoder.pack(&mut out);
        out.number(self.line_before);
        FormatPoint {
            position: self.at.bytes,
            line,
            decided: Vec::new(),
            state: out.bytes,
        }
    }

    /// The state before a piece that was cut and is not yet read.
    pub(super) fn before(
        splitter: &JsonSplitter,
        decoder: RecordDecoderState,
        line_before: u64,
    ) -> JsonState {
        JsonState {
            at: splitter.began,
            decoder,
            line_before,
        }
    }
}

/// The point from which a longer input is read on, where all of this one is read: `last` is its last piece, with
/// the state before it.
pub(super) fn end(
    splitter: &JsonSplitter,
    decoder: RecordDecoderState,
    last: Option<&(JsonPiece, JsonState)>,
    begin: JsonState,
) -> Option<FormatPoint> {
    let line_before = last.map_or(begin.line_before, |(piece, _)| piece.line);
    if !splitter.cut {
        let state = JsonState {
            at: splitter.position(),
            decoder,
            line_before,
        };
        return Some(state.point(None));
    }
    // An object that is still open is a problem, known by its line: it must be the first on it.
    let (piece, before) = last?;
    let open = piece.kind == JsonPieceKind::Object && before.at == splitter.began;
    let apart = piece.line > before.line_before;
    (open && apart).then(|| before.point(Some(piece.line)))
}
