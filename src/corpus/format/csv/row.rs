//! Takes bytes from the beginning of a row of CSV, gives its cells, or reports that the row goes on.
//!
//! Faulty quotes are tolerated: a single quote inside a quoted cell is part of the text. A quote that
//! is never closed is recognised where a quote of a later row opens, or where the bytes end; its row
//! then ends with its line.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// Delimiters and quoting of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    pub delimiter: u8,
    /// A cell in quotes may hold delimiters and line ends.
    pub quotes: bool,
    /// `\"` in quotes is a quote, as databases write it.
    pub backslash: bool,
    /// The byte that ends a row: `\n`, maybe after a `\r`, or `\r` alone.
    pub newline: u8,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CsvCell {
    /// Its bytes, without the quotes around it.
    pub bytes: Range<usize>,
    /// It was in quotes: `""` in it is one quote.
    pub quoted: bool,
    /// `\"` in it is one quote, too.
    pub backslash: bool,
}

/// Result of parsing a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RowScan {
    /// The cells of the row, and its length with its line end, in bytes.
    Row(Vec<CsvCell>, usize),
    /// The bytes end within the row; the position of the quote that is open there, if any.
    More(Option<usize>),
    /// The quote at the first position is never closed, as is seen at the second.
    Open(usize, usize),
}

/// What holds for the bytes of a row.
#[derive(Clone, Copy)]
pub(super) struct ScanLimits {
    /// No bytes follow in the file.
    pub last: bool,
    /// Position from which quotes are ordinary characters.
    pub literal_from: usize,
}

/// Result of parsing a cell.
enum CellScan {
    Whole(CsvCell, usize),
    More(Option<usize>),
    Open(usize, usize),
}

/// Parses the row at the beginning of the bytes.
pub(super) fn row(bytes: &[u8], dialect: Dialect, ahead: ScanLimits) -> RowScan {
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let quote =
            quote_at(bytes, at).filter(|quote| dialect.quotes && *quote < ahead.literal_from);
        let step = match quote {
            Some(quote) => quoted(bytes, quote, dialect, ahead.last),
            None => plain(bytes, at, dialect, ahead.last),
        };
        match step {
            CellScan::More(quote) => return RowScan::More(quote),
            CellScan::Open(quote, seen) => return RowScan::Open(quote, seen),
            CellScan::Whole(cell, end) => {
                cells.push(cell);
                match bytes.get(end) {
                    Some(byte) if *byte == dialect.delimiter => at = end + 1,
                    Some(b'\r') if dialect.newline == b'\n' => return RowScan::Row(cells, end + 2),
                    Some(_) => return RowScan::Row(cells, end + 1),
                    None => return RowScan::Row(cells, end),
                }
            }
        }
    }
}

/// Position of the quote with which a cell begins, maybe after spaces.
fn quote_at(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let spaces = rest.iter().take_while(|b| **b == b' ').count();
    (rest.get(spaces) == Some(&b'"')).then_some(at + spaces)
}

fn plain(bytes: &[u8], start: usize, dialect: Dialect, last: bool) -> CellScan {
    let rest = bytes.get(start..).unwrap_or(&[]);
    let end = match memchr2(dialect.delimiter, dialect.newline, rest) {
        Some(step) => start + step,
        None if last => bytes.len(),
        None => return CellScan::More(None),
    };
    let returned = dialect.newline == b'\n'
        && bytes.get(end) == Some(&b'\n')
        && end > start
        && bytes.get(end - 1) == Some(&b'\r');
    let end = end - usize::from(returned);
    let cell = CsvCell {
        bytes: start..end,
        quoted: false,
        backslash: false,
    };
    CellScan::Whole(cell, end)
}

fn quoted(bytes: &[u8], opened: usize, dialect: Dialect, last: bool) -> CellScan {
    let mut at = opened + 1;
    let mut crossed = false;
    loop {
        let rest = bytes.get(at..).unwrap_or(&[]);
        let Some(step) = memchr(b'"', rest) else {
            return if last {
                CellScan::Open(opened, bytes.len())
            } else {
                CellScan::More(Some(opened))
            };
        };
        crossed = crossed || memchr(dialect.newline, rest.get(..step).unwrap_or(&[])).is_some();
        let quote = at + step;
        let inner = bytes.get(opened + 1..quote).unwrap_or(&[]);
        let slashes = inner.iter().rev().take_while(|b| **b == b'\\').count();
        if dialect.backslash && slashes % 2 == 1 {
            at = quote + 1;
            continue;
        }
        if bytes.get(quote + 1) == Some(&b'"') {
            at = quote + 2;
            continue;
        }
        match closes(bytes, quote, dialect, last) {
            QuoteEnd::More => return CellScan::More(Some(opened)),
            QuoteEnd::At(end) => {
                let cell = CsvCell {
                    bytes: opened + 1..quote,
                    quoted: true,
                    backslash: dialect.backslash,
                };
                return CellScan::Whole(cell, end);
            }
            // A quote that opens a cell on a later line: the one before was never closed.
            QuoteEnd::No if crossed && opens(bytes, quote, dialect) => {
                return CellScan::Open(opened, quote);
            }
            QuoteEnd::No => at = quote + 1,
        }
    }
}

/// Meaning of a quote inside a quoted cell.
enum QuoteEnd {
    /// It ends the cell; the position of the delimiter or line end after it.
    At(usize),
    /// It does not end the cell.
    No,
    /// More bytes are needed to decide.
    More,
}

fn closes(bytes: &[u8], quote: usize, dialect: Dialect, last: bool) -> QuoteEnd {
    let rest = bytes.get(quote + 1..).unwrap_or(&[]);
    let spaces = rest.iter().take_while(|b| **b == b' ').count();
    let end = quote + 1 + spaces;
    let returns = dialect.newline == b'\n';
    match (rest.get(spaces), rest.get(spaces + 1)) {
        (None, _) if !last => QuoteEnd::More,
        (Some(b'\r'), None) if returns && !last => QuoteEnd::More,
        (None, _) => QuoteEnd::At(end),
        (Some(b'\r'), None | Some(b'\n')) if returns => QuoteEnd::At(end),
        (Some(byte), _) if *byte == dialect.delimiter || *byte == dialect.newline => {
            QuoteEnd::At(end)
        }
        _ => QuoteEnd::No,
    }
}

fn opens(bytes: &[u8], quote: usize, dialect: Dialect) -> bool {
    let before = quote.checked_sub(1).and_then(|at| bytes.get(at));
    before.is_some_and(|byte| *byte == dialect.newline || *byte == dialect.delimiter)
}
