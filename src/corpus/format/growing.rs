//! Formats whose files grow at their end: what a longer file would not change, and how it is read on from there.
//!
//! A file read on gives the records, numbers, lines and problems that a reading of all of it gives. So a point is
//! given only where everything before it is settled: what the first bytes decide is compared again when the file
//! has grown ([`GrowingFormat::decided`]), and a record that ended because the file did has no point behind it.

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use super::super::decode::Charset;
use super::super::options::ReadOptions;
use super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::super::reason::Reason;
use super::{Format, FormatInput, ItemSink};

/// A point of an input before which nothing changes if more follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormatPoint {
    /// Bytes of the input before it.
    pub position: u64,
    /// Problems from this line on will be found again.
    pub line: Option<u64>,
    /// What the first bytes decided.
    pub decided: Vec<u8>,
    /// What must be known to read on.
    pub state: Vec<u8>,
}

/// A format whose files grow at their end.
pub trait GrowingFormat: Format {
    /// What the first bytes of an input decide, as in [`FormatPoint::decided`].
    fn decided(&self, _input: &mut dyn BufRead, _options: &ReadOptions) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }

    /// Whether an input may be read on from a state, where these are the next bytes.
    fn goes_on(&self, state: &[u8], next: &[u8]) -> bool;

    /// Reads to the end, from a state on or from the beginning; `end` becomes the point where a longer
    /// input would be read on, if there is one.
    fn read_on(
        &self,
        input: FormatInput,
        from: Option<&[u8]>,
        out: ItemSink,
        end: &mut Option<FormatPoint>,
    ) -> io::Result<ControlFlow<()>>;
}

/// Whether a problem is reported at the end of a file, of all of it: a longer file reports its own.
pub fn is_of_whole_file(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::MoreCellCounts { .. } | Reason::WarcRecordsPassed { .. }
    )
}

pub(super) fn pack_charset(charset: Charset, out: &mut FieldWriter) {
    let (variant, label) = charset.parts();
    out.byte(variant);
    out.text(label);
}

pub(super) fn unpack_charset(fields: &mut FieldReader<'_>) -> Result<Charset, Unreadable> {
    let (variant, label) = (fields.byte()?, fields.text()?);
    Charset::from_parts(variant, label).ok_or(Unreadable)
}

/// The error where a state is none: it was written by another build, or torn.
pub(super) fn no_state(_: Unreadable) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "no state to read on from")
}
