//! Takes the first rows of a table, recognises whether they begin with a header, and the roles of columns without names.
//!
//! The shares and lengths by which roles are recognised are rules of thumb: the result is only a guess,
//! and is reported as one.

use std::collections::HashSet;

use super::super::super::date_text::parse_field;
use super::super::super::options::{Options, Role, normalised};
use super::super::aliases;
use super::dialect::is_known;

/// Longest name of a column, in characters; longer cells are values.
const MAX_NAME_CHARS: usize = 60;
/// Shortest cell that is a text rather than a name or a title, in characters.
const MIN_TEXT_CHARS: usize = 4 * MAX_NAME_CHARS + 1;
/// Longest cell that may be a date, in characters.
const MAX_DATE_CHARS: usize = 60;

/// Whether a row is a header: the names of the columns below it.
pub(super) fn is_header(first: &[String], rows: &[Vec<String>], options: &Options) -> bool {
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
            && aliases::of(Role::Text)
                .split(' ')
                .any(|alias| alias == name)
    };
    if named > 0 && (named * 5 >= first.len() || named > 1 && first.iter().any(text)) {
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
pub(super) fn roles(rows: &[Vec<String>]) -> Vec<(Role, usize)> {
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
    let address = first(&free, &|c| c.addresses > 60);
    settle(Role::Url, address, &mut free);
    let text = free.iter().copied().max_by_key(length);
    settle(
        Role::Text,
        text.filter(|at| columns[*at].numbers < 50),
        &mut free,
    );
    let date = first(&free, &|c| c.dates > 60 && c.numbers < 60 && c.length >= 6);
    settle(Role::Date, date, &mut free);
    let id = first(&free, &|c| {
        c.words > 95 && c.distinct > 95 && c.length <= 40
    });
    settle(Role::Id, id, &mut free);
    let title =
        |c: &ColumnProfile| (12..=250).contains(&c.length) && c.distinct > 60 && c.numbers < 50;
    let titles = free.iter().copied().filter(|at| title(&columns[*at]));
    let title = titles.max_by_key(length);
    settle(Role::Title, title, &mut free);
    let source =
        |c: &ColumnProfile| (2..=60).contains(&c.length) && c.distinct <= 50 && c.numbers < 10;
    let source = first(&free, &source).filter(|_| rows.len() >= 4);
    settle(Role::Source, source, &mut free);
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
