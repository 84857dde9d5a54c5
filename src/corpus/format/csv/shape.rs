//! Takes the first bytes of a table, gives what they decide for all of its rows, which is kept and compared again
//! where the table has grown.

use std::io;
use std::ops::ControlFlow;

use super::super::super::options::{FieldRole, ReadOptions};
use super::super::super::packing::{FieldReader, FieldWriter, Unreadable};
use super::super::super::reason::{ColumnRoles, Reason};
use super::super::record_decoder::RecordDecoder;
use super::super::window::StreamWindow;
use super::super::{ItemSink, RecordPosition};
use super::row::Dialect;
use super::{HEAD_BYTES, columns, dialect};

/// What the first bytes of a table decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TableShape {
    pub(super) dialect: Dialect,
    /// The names of the columns.
    pub(super) names: Vec<String>,
    /// The names were the first row; rows that repeat them are skipped.
    pub(super) header: bool,
    /// Roles that were guessed of columns without names, each with the number of its column from 1.
    roles: Vec<(FieldRole, u64)>,
    /// There are rows, and no names.
    unnamed: bool,
}

impl TableShape {
    /// The shape of a table; a byte order mark and a line `sep=;` are consumed.
    pub(super) fn read(
        window: &mut StreamWindow,
        decoder: &RecordDecoder,
    ) -> io::Result<TableShape> {
        window.grow_to(HEAD_BYTES)?;
        // How much more a read happened to give decides nothing.
        let mut size = window.bytes().len().min(HEAD_BYTES);
        if window.bytes().starts_with(b"\xEF\xBB\xBF") {
            window.take(3);
            size -= 3;
        }
        let head = window.bytes().get(..size).unwrap_or(window.bytes());
        let (dialect, said) = dialect::dialect(head, window.is_last());
        window.newline = dialect.newline;
        window.take(said);
        let size = size.saturating_sub(said);
        let head = window.bytes().get(..size).unwrap_or(window.bytes());
        let (text, _) = decoder.text(head);
        let rows = dialect::rows(text.as_bytes(), dialect, window.is_last());
        Ok(TableShape::of(
            dialect,
            rows.into_iter().map(|(cells, _)| cells).collect(),
            decoder.options,
        ))
    }

    fn of(dialect: Dialect, mut rows: Vec<Vec<String>>, options: &ReadOptions) -> TableShape {
        let mut shape = TableShape {
            dialect,
            names: Vec::new(),
            header: false,
            roles: Vec::new(),
            unnamed: false,
        };
        let first = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0)
        };
        shape.header = columns::is_header(&first, &rows, options);
        if shape.header {
            shape.names = columns::names(&first);
        } else if !first.is_empty() {
            rows.insert(0, first);
            shape.guess(&rows, options);
        }
        shape
    }

    /// Guesses the roles of columns without names.
    fn guess(&mut self, rows: &[Vec<String>], options: &ReadOptions) {
        let most = rows.iter().map(Vec::len).max().unwrap_or(0);
        self.names = (1..=most).map(|number| format!("column{number}")).collect();
        self.unnamed = true;
        let named = |role: FieldRole| options.map.names(role).next().is_some();
        let roles = columns::roles(rows);
        let free = roles.into_iter().filter(|(role, _)| !named(*role));
        self.roles = free.map(|(role, number)| (role, number as u64)).collect();
    }

    /// The user's options, with the guessed roles.
    pub(super) fn options(&self, options: &ReadOptions) -> ReadOptions {
        let mut options = options.clone();
        for (role, number) in &self.roles {
            options.map.add(*role, &format!("column{number}"));
        }
        options
    }

    /// Reports what was guessed of columns without names, whose first row is on that line.
    pub(super) fn report(&self, line: u64, out: ItemSink) -> ControlFlow<()> {
        if !self.unnamed {
            return ControlFlow::Continue(());
        }
        let reason = if self.roles.is_empty() {
            Reason::UnnamedColumns
        } else {
            let columns = ColumnRoles(self.roles.clone());
            Reason::GuessedColumns { columns }
        };
        let at = RecordPosition {
            record: 0,
            line: Some(line),
        };
        out(at.trouble(reason))
    }

    pub(super) fn pack(&self, out: &mut FieldWriter) {
        out.byte(self.dialect.delimiter);
        out.byte(self.dialect.newline);
        let flags = [
            self.dialect.quotes,
            self.dialect.backslash,
            self.header,
            self.unnamed,
        ];
        for flag in flags {
            out.byte(u8::from(flag));
        }
        out.size(self.names.len());
        for name in &self.names {
            out.text(name);
        }
        out.size(self.roles.len());
        for (role, number) in &self.roles {
            out.text(role.name());
            out.number(*number);
        }
    }

    pub(super) fn unpack(fields: &mut FieldReader<'_>) -> Result<TableShape, Unreadable> {
        let (delimiter, newline) = (fields.byte()?, fields.byte()?);
        let mut flag = || Ok(fields.byte()? != 0);
        let (quotes, backslash, header, unnamed) = (flag()?, flag()?, flag()?, flag()?);
        Ok(TableShape {
            dialect: Dialect {
                delimiter,
                quotes,
                backslash,
                newline,
            },
            names: fields.list(|fields| Ok(fields.text()?.to_owned()))?,
            header,
            roles: fields.list(|fields| {
                let name = fields.text()?;
                let mut known = FieldRole::ALL.into_iter();
                let role = known.find(|role| role.name() == name).ok_or(Unreadable)?;
                Ok((role, fields.number()?))
            })?,
            unnamed,
        })
    }
}
