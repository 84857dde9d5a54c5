//! The fields of reasons as bytes, and back: problems are kept beside the articles.

use super::super::decode::Charset;
use super::super::options::FieldRole;
use super::super::packed_article::{pack_guess, unpack_guess};
use super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::super::yearless_date::DateGuess;
use super::{Cause, ColumnFlaw, ColumnRoles, SeparatorLine};

/// Types of fields that can be packed.
pub(super) trait Packed: Sized {
    fn pack(&self, out: &mut FieldWriter);
    fn unpack(fields: &mut FieldReader<'_>) -> Result<Self, Unreadable>;
}

impl Packed for u64 {
    fn pack(&self, out: &mut FieldWriter) {
        out.number(*self);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<u64, Unreadable> {
        fields.number()
    }
}

impl Packed for Option<u64> {
    fn pack(&self, out: &mut FieldWriter) {
        out.maybe(*self, FieldWriter::number);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<Option<u64>, Unreadable> {
        fields.maybe(FieldReader::number)
    }
}

impl Packed for String {
    fn pack(&self, out: &mut FieldWriter) {
        out.text(self);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<String, Unreadable> {
        fields.text().map(str::to_owned)
    }
}

impl Packed for Vec<String> {
    fn pack(&self, out: &mut FieldWriter) {
        out.size(self.len());
        for text in self {
            out.text(text);
        }
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<Vec<String>, Unreadable> {
        fields.list(String::unpack)
    }
}

/// The name of an encoding.
impl Packed for &'static str {
    fn pack(&self, out: &mut FieldWriter) {
        out.text(self);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<&'static str, Unreadable> {
        Charset::known_name(fields.text()?).ok_or(Unreadable)
    }
}

impl Packed for Cause {
    fn pack(&self, out: &mut FieldWriter) {
        Cause::pack(self, out);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<Cause, Unreadable> {
        Cause::unpack(fields)
    }
}

impl Packed for SeparatorLine {
    fn pack(&self, out: &mut FieldWriter) {
        out.text(&self.0);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<SeparatorLine, Unreadable> {
        String::unpack(fields).map(SeparatorLine)
    }
}

impl Packed for DateGuess {
    fn pack(&self, out: &mut FieldWriter) {
        pack_guess(out, *self);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<DateGuess, Unreadable> {
        unpack_guess(fields)
    }
}

impl Packed for ColumnFlaw {
    fn pack(&self, out: &mut FieldWriter) {
        out.byte(*self as u8);
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<ColumnFlaw, Unreadable> {
        let flaw = ColumnFlaw::ALL.get(usize::from(fields.byte()?));
        flaw.copied().ok_or(Unreadable)
    }
}

impl Packed for ColumnRoles {
    fn pack(&self, out: &mut FieldWriter) {
        out.size(self.0.len());
        for (role, column) in &self.0 {
            out.byte(*role as u8);
            out.number(*column);
        }
    }

    fn unpack(fields: &mut FieldReader<'_>) -> Result<ColumnRoles, Unreadable> {
        let pairs = fields.list(|fields| {
            let role = FieldRole::ALL.get(usize::from(fields.byte()?));
            Ok((*role.ok_or(Unreadable)?, fields.number()?))
        })?;
        Ok(ColumnRoles(pairs))
    }
}
