//! Takes the first rows of a table, recognises whether they begin with a header, and the roles of columns without names.
//!
//! The shares and lengths by which roles are recognised are rules of thumb: the result is only a guess,
//! and is reported as one.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::super::super::date_text::parse_field;
use super::super::super::options::{FieldRole, ReadOptions, normalised};
use super::super::aliases;
use super::dialect::is_known;

/// Longest name of a column, in characters; longer cells are values.
const MAX_NAME_CHARS: usize = 60;
/// Shortest cell that is a text rather than a name or a title, in characters.
const MIN_TEXT_CHARS: usize = 4 * MAX_NAME_CHARS + 1;
/// Longest cell that may be a date, in characters.
const MAX_DATE_CHARS: usize = 60;
/// Shortest cell that may be a date, in characters, on average.
const MIN_DATE_CHARS: usize = 6;
/// Longest id, in characters, on average.
const MAX_ID_CHARS: usize = 40;
/// Lengths of a title, in characters, on average.
const TITLE_CHARS: RangeInclusive<usize> = 12..=250;
/// Lengths of the name of a source, in characters, on average.
const SOURCE_CHARS: RangeInclusive<usize> = 2..=60;
/// Fewest rows by which a repeated name is recognised as a source.
const MIN_SOURCE_ROWS: usize = 4;
/// One in so many cells of a header must be a known name.
const CELLS_PER_KNOWN_NAME: usize = 5;
/// Share above which most cells of a column are of one kind, in percent.
const MOST: usize = 60;
/// Half of the cells of a column, in percent.
const HALF: usize = 50;
/// Share above which nearly all cells of a column are of one kind, in percent.
const NEARLY_ALL: usize = 95;
/// Share below which hardly any cells of a column are of one kind, in percent.
const HARDLY_ANY: usize = 10;

/// Whether a row is a header: the names of the columns below it.
pub(super) fn is_header(first: &[String], rows: &[Vec<String>], options: &ReadOptions) -> bool {
    let short = |cell: &String| cell.chars().count() <= MAX_NAME_CHARS;
    if !first.iter().all(short) {
        return false;
    }
    let named = first
        .iter()
        .filter(|cell| is_known(cell) || options.map.names_any(cell))
        .count();
    let text = |cell: &String| {
        let name = normalised(cell);
        !name.is_empty()
            && aliases::of(FieldRole::Text)
                .split(' ')
                .any(|alias| alias == name)
    };
    if named > 0
        && (named * CELLS_PER_KNOWN_NAME >= first.len() || named > 1 && first.iter().any(text))
    {
        return true;
    }
    // Unknown names: all different, none a number, a date or an address, above rows of long texts.
    let distinct: HashSet<&String> = first.iter().collect();
    let value = |cell: &String| cell.chars().any(char::is_numeric) || cell.contains("://");
    let long = |row: &&Vec<String>| {
        row.iter()
            .any(|cell| cell.chars().count() >= MIN_TEXT_CHARS)
    };
    distinct.len() == first.len()
        && first.len() > 1
        && first.iter().skip(1).all(|cell| !cell.is_empty())
        && !first.iter().any(value)
        && rows.iter().filter(long).count() * 2 > rows.len()
}

/// The names of the columns, made unique and not empty.
pub(super) fn names(header: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut names = Vec::with_capacity(header.len());
    for (number, cell) in (1..).zip(header) {
        let mut name = cell.trim().to_owned();
        if name.is_empty() {
            name = format!("column{number}");
        }
        if !seen.insert(name.clone()) {
            name = format!("{name} (column {number})");
        }
        names.push(name);
    }
    names
}

/// Statistics of a column's cells that are not empty.
struct ColumnProfile {
    /// Average length of a cell, in characters.
    length: usize,
    /// Number of different cells, in hundredths of all.
    distinct: usize,
    /// Dates, in hundredths of all cells; so are the following.
    dates: usize,
    addresses: usize,
    numbers: usize,
    /// Cells of a single word.
    words: usize,
}

/// The likely roles of the columns of a table without a header, each with the number of its column from 1.
pub(super) fn roles(rows: &[Vec<String>]) -> Vec<(FieldRole, usize)> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let columns: Vec<ColumnProfile> = (0..width).map(|at| column(rows, at)).collect();
    let mut free: Vec<usize> = (0..width).collect();
    let mut found = Vec::new();
    let mut settle = |role, best: Option<usize>, free: &mut Vec<usize>| {
        if let Some(at) = best {
            free.retain(|other| *other != at);
            found.push((role, at + 1));
        }
    };
    let length = |at: &usize| columns[*at].length;
    let first = |free: &[usize], fits: &dyn Fn(&ColumnProfile) -> bool| {
        free.iter().copied().find(|at| fits(&columns[*at]))
    };
    let address = first(&free, &|c| c.addresses > MOST);
    settle(FieldRole::Url, address, &mut free);
    let text = free.iter().copied().max_by_key(length);
    settle(
        FieldRole::Text,
        text.filter(|at| columns[*at].numbers < HALF),
        &mut free,
    );
    let date = first(&free, &|c| {
        c.dates > MOST && c.numbers < MOST && c.length >= MIN_DATE_CHARS
    });
    settle(FieldRole::Date, date, &mut free);
    let id = first(&free, &|c| {
        c.words > NEARLY_ALL && c.distinct > NEARLY_ALL && c.length <= MAX_ID_CHARS
    });
    settle(FieldRole::Id, id, &mut free);
    let title = |c: &ColumnProfile| {
        TITLE_CHARS.contains(&c.length) && c.distinct > MOST && c.numbers < HALF
    };
    let titles = free.iter().copied().filter(|at| title(&columns[*at]));
    let title = titles.max_by_key(length);
    settle(FieldRole::Title, title, &mut free);
    let source = |c: &ColumnProfile| {
        SOURCE_CHARS.contains(&c.length) && c.distinct <= HALF && c.numbers < HARDLY_ANY
    };
    let source = first(&free, &source).filter(|_| rows.len() >= MIN_SOURCE_ROWS);
    settle(FieldRole::Source, source, &mut free);
    found
}

fn column(rows: &[Vec<String>], at: usize) -> ColumnProfile {
    let cells: Vec<&str> = rows
        .iter()
        .filter_map(|row| {
            row.get(at)
                .map(String::as_str)
                .filter(|cell| !cell.is_empty())
        })
        .collect();
    let all = cells.len().max(1);
    let share =
        |fits: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| fits(cell)).count() * 100 / all;
    let distinct: HashSet<&&str> = cells.iter().collect();
    ColumnProfile {
        length: cells.iter().map(|cell| cell.chars().count()).sum::<usize>() / all,
        distinct: distinct.len() * 100 / all,
        dates: share(&|cell| cell.chars().count() <= MAX_DATE_CHARS && parse_field(cell).is_some()),
        addresses: share(&|cell| cell.starts_with("http://") || cell.starts_with("https://")),
        words: share(&|cell| !cell.contains(char::is_whitespace)),
        numbers: share(&|cell| cell.chars().all(|c| c.is_numeric() || c == '.')),
    }
}
