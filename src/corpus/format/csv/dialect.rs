//! Takes the first bytes of a table, gives the dialect in which its rows have the most similar widths.

use super::super::aliases;
use super::row::{Dialect, RowScan, ScanLimits, row};

const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Most rows that are parsed to recognise a dialect: more would hardly change the choice.
const MAX_SAMPLE_ROWS: usize = 40;
/// Widest row that counts as better than a narrower one, in cells: beyond it a delimiter may only be
/// a frequent punctuation mark.
const MAX_SCORED_WIDTH: usize = 8;
/// Longest line that is tested for being a header, in bytes; prose without line ends is longer.
const MAX_HEADER_BYTES: usize = 2048;
/// Longest cell of a header, in bytes.
const MAX_HEADER_CELL_BYTES: usize = 60;
/// Fewest cells of rows, and fewest rows of tabs, by which a file of any name is taken for a table
/// without known names.
const MIN_TABLE_SIZE: usize = 3;

/// The likeliest dialect, and the length of a line that declares its delimiter (`sep=;`), in bytes.
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
    // Databases often export with tabs or bars and without quoting: a cell may begin with a quote.
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
    // Among equals the first wins: commas, with quotes.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let plain = Dialect {
        delimiter: b',',
        quotes: true,
        backslash,
        newline,
    };
    (best.map_or(plain, |(_, dialect)| dialect), 0)
}

/// Whether quotes are escaped by backslashes: some `\"` stands before a letter, where no quote closes a cell.
fn has_escaped_quotes(head: &[u8]) -> bool {
    let mut found = memchr::memmem::find_iter(head, b"\\\"");
    found.any(|at| {
        let next = head.get(at + 2);
        next.is_some_and(|b| !b.is_ascii_whitespace() && !DELIMITERS.contains(b) && *b != b'"')
    })
}

/// The delimiter declared in a first line `sep=;`, as spreadsheets write it, and the bytes of that line.
fn named(head: &[u8]) -> Option<(u8, usize)> {
    let rest = head.strip_prefix(b"sep=")?;
    let (delimiter, rest) = rest.split_first()?;
    let end = rest
        .iter()
        .take_while(|b| matches!(b, b'\r' | b'\n'))
        .count();
    (end > 0 && delimiter.is_ascii()).then_some((*delimiter, 5 + end.min(2)))
}

/// How well a dialect fits, compared in this order: known names in the first row; rows of the most
/// frequent width, in hundredths; that width, up to [`MAX_SCORED_WIDTH`].
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
    (
        known,
        of(width) * 100 / rows.len(),
        width.min(MAX_SCORED_WIDTH),
    )
}

/// The first rows as text, each with whether a quote in it is never closed.
pub(super) fn rows(head: &[u8], dialect: Dialect, last: bool) -> Vec<(Vec<String>, bool)> {
    let mut rows = Vec::new();
    let mut at = 0;
    while rows.len() < MAX_SAMPLE_ROWS && at < head.len() {
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

/// Whether a file of any name is a table by its first bytes: it has a header with known names, or rows
/// of quoted cells or tabs of one width.
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
        known >= 2 && cells.iter().all(|cell| cell.len() <= MAX_HEADER_CELL_BYTES)
    };
    if line.len() < MAX_HEADER_BYTES && DELIMITERS.into_iter().any(named) {
        return true;
    }
    let (dialect, said) = dialect(head, false);
    let rows = rows(head, dialect, false);
    let quoted = head.starts_with(b"\"")
        && rows
            .first()
            .is_some_and(|(cells, _)| cells.len() >= MIN_TABLE_SIZE);
    let tabs = dialect.delimiter == b'\t' && rows.len() >= MIN_TABLE_SIZE;
    let width = rows.first().map_or(0, |(cells, _)| cells.len());
    let even = width >= MIN_TABLE_SIZE && rows.iter().all(|(cells, _)| cells.len() == width);
    said > 0 || (even && (quoted || tabs))
}

/// Whether a cell is a known name of a field.
pub(super) fn is_known(cell: &str) -> bool {
    aliases::role_of(&super::super::super::options::normalised(cell)).is_some()
}
