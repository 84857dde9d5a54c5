//! Takes the first bytes of a table, gives its dialect: the reading under which its rows are most alike.

use super::super::aliases;
use super::row::{Dialect, RowScan, ScanLimits, row};

const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Rows that are looked at.
const ROWS: usize = 40;

/// How the table seems to be written, and the bytes of a line that says so (`sep=;`).
pub(super) fn dialect(head: &[u8], last: bool) -> (Dialect, usize) {
    let newline = if memchr::memchr(b'\n', head).is_some() || memchr::memchr(b'\r', head).is_none()
    {
        b'\n'
    } else {
        b'\r'
    };
    let backslash = has_escaped_quotes(head);
    if let Some((delimiter, bytes)) = named(head) {
        let quotes = true;
        return (
            Dialect {
                delimiter,
                quotes,
                backslash,
                newline,
            },
            bytes,
        );
    }
    // What databases write with tabs or bars often knows no quotes: a cell may begin with one.
    let bare = |delimiter: &u8| matches!(delimiter, b'\t' | b'|');
    let quoted = DELIMITERS.iter().map(|&delimiter| (delimiter, true));
    let bare = DELIMITERS
        .iter()
        .filter(|d| bare(d))
        .map(|&delimiter| (delimiter, false));
    let all = quoted.chain(bare).map(|(delimiter, quotes)| Dialect {
        delimiter,
        quotes,
        backslash,
        newline,
    });
    let scored = all.map(|dialect| (score(head, dialect, last), dialect));
    // Of equals the first: commas, and quotes.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let plain = Dialect {
        delimiter: b',',
        quotes: true,
        backslash,
        newline,
    };
    (best.map_or(plain, |(_, dialect)| dialect), 0)
}

/// Whether quotes are escaped by backslashes: one of them stands before a letter, where none would close a cell.
fn has_escaped_quotes(head: &[u8]) -> bool {
    let mut found = memchr::memmem::find_iter(head, b"\\\"");
    found.any(|at| {
        let next = head.get(at + 2);
        next.is_some_and(|b| !b.is_ascii_whitespace() && !DELIMITERS.contains(b) && *b != b'"')
    })
}

/// The line by which a spreadsheet tells another one its delimiter.
fn named(head: &[u8]) -> Option<(u8, usize)> {
    let rest = head.strip_prefix(b"sep=")?;
    let (delimiter, rest) = rest.split_first()?;
    let end = rest
        .iter()
        .take_while(|b| matches!(b, b'\r' | b'\n'))
        .count();
    (end > 0 && delimiter.is_ascii()).then_some((*delimiter, 5 + end.min(2)))
}

/// Known names in the first row; hundredths of the rows as wide as most; the width, up to where it says nothing.
fn score(head: &[u8], dialect: Dialect, last: bool) -> (usize, usize, usize) {
    let rows = rows(head, dialect, last);
    let Some((first, _)) = rows.first() else {
        return (0, 0, 0);
    };
    let known = first.iter().filter(|cell| is_known(cell)).count();
    let whole: Vec<usize> = rows
        .iter()
        .filter(|(_, open)| !open)
        .map(|(cells, _)| cells.len())
        .collect();
    let of = |width: usize| whole.iter().filter(|w| **w == width).count();
    let most = whole
        .iter()
        .copied()
        .max_by_key(|&width| (of(width), width));
    let Some(width) = most.filter(|&width| width > 1) else {
        return (known, 0, 1);
    };
    (known, of(width) * 100 / rows.len(), width.min(8))
}

/// The first rows as text, and whether a quote in them is never closed.
pub(super) fn rows(head: &[u8], dialect: Dialect, last: bool) -> Vec<(Vec<String>, bool)> {
    let mut rows = Vec::new();
    let mut at = 0;
    while rows.len() < ROWS && at < head.len() {
        let rest = head.get(at..).unwrap_or(&[]);
        let mut ahead = ScanLimits {
            last,
            literal_from: usize::MAX,
        };
        let mut scan = row(rest, dialect, ahead);
        if let RowScan::Open(quote, _) = scan {
            ahead.literal_from = quote;
            scan = row(rest, dialect, ahead);
        }
        let RowScan::Row(cells, end) = scan else {
            break;
        };
        let text = |cell: &super::row::CsvCell| {
            let bytes = rest.get(cell.bytes.clone()).unwrap_or(&[]);
            String::from_utf8_lossy(bytes).trim().to_owned()
        };
        if cells.len() > 1 || cells.iter().any(|cell| !cell.bytes.is_empty()) {
            let open = ahead.literal_from < usize::MAX;
            rows.push((cells.iter().map(text).collect(), open));
        }
        at += end.max(1);
    }
    rows
}

/// Whether a file of any name is a table by its first bytes: names of fields stand above, or rows of quoted cells.
pub(in super::super) fn is_table(head: &[u8]) -> bool {
    let line = head
        .split(|b| matches!(b, b'\n' | b'\r'))
        .next()
        .unwrap_or(&[]);
    let named = |delimiter| {
        let cells = line.split(|b| *b == delimiter).map(|cell| {
            let cell = String::from_utf8_lossy(cell);
            cell.trim_matches(|c: char| c.is_whitespace() || c == '"')
                .to_owned()
        });
        let cells: Vec<String> = cells.collect();
        let known = cells.iter().filter(|cell| is_known(cell)).count();
        known >= 2 && cells.iter().all(|cell| cell.len() <= 60)
    };
    if line.len() < 2048 && DELIMITERS.into_iter().any(named) {
        return true;
    }
    let (dialect, said) = dialect(head, false);
    let rows = rows(head, dialect, false);
    let quoted = head.starts_with(b"\"") && rows.first().is_some_and(|(cells, _)| cells.len() >= 3);
    let tabs = dialect.delimiter == b'\t' && rows.len() >= 3;
    let width = rows.first().map_or(0, |(cells, _)| cells.len());
    let even = width >= 3 && rows.iter().all(|(cells, _)| cells.len() == width);
    said > 0 || (even && (quoted || tabs))
}

/// Whether a cell is a field's name that corpora use.
pub(super) fn is_known(cell: &str) -> bool {
    aliases::role_of(&super::super::super::options::normalised(cell)).is_some()
}
