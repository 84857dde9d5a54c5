//! Takes the first rows of a table, tells whether they begin with its columns' names, and what columns without names hold.

use std::collections::HashSet;

use super::super::super::date_text::parse_field;
use super::super::super::options::{Options, Role, normalised};
use super::super::aliases;
use super::dialect::is_known;

/// Characters a column's name has at most.
const NAME: usize = 60;

/// Whether a row is the names of the columns below it.
pub(super) fn is_header(first: &[String], rows: &[Vec<String>], options: &Options) -> bool {
    let short = |cell: &String| cell.chars().count() <= NAME;
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
    // Names that nobody knows: all different, none a number, a date or an address, above long texts.
    let distinct: HashSet<&String> = first.iter().collect();
    let value = |cell: &String| cell.chars().any(char::is_numeric) || cell.contains("://");
    let long = |row: &&Vec<String>| row.iter().any(|cell| cell.chars().count() > 4 * NAME);
    distinct.len() == first.len()
        && first.len() > 1
        && first.iter().skip(1).all(|cell| !cell.is_empty())
        && !first.iter().any(value)
        && rows.iter().filter(long).count() * 2 > rows.len()
}

/// The columns' names, each once and none empty.
pub(super) fn names(header: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    let name = |(at, cell): (usize, &String)| {
        let mut name = cell.trim().to_owned();
        if name.is_empty() {
            name = format!("column{}", at + 1);
        }
        if !seen.insert(name.clone()) {
            name = format!("{name} (column {})", at + 1);
        }
        name
    };
    header.iter().enumerate().map(name).collect()
}

/// What a column looks like.
struct ColumnProfile {
    /// Characters of a cell on average.
    length: usize,
    /// Hundredths of the cells that are different, dates, addresses, numbers.
    distinct: usize,
    dates: usize,
    addresses: usize,
    numbers: usize,
    /// Hundredths that are one word.
    words: usize,
}

/// What the columns of a table without names seem to hold, by number from 1.
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
        dates: share(&|cell| cell.chars().count() <= 60 && parse_field(cell).is_some()),
        addresses: share(&|cell| cell.starts_with("http://") || cell.starts_with("https://")),
        words: share(&|cell| !cell.contains(char::is_whitespace)),
        numbers: share(&|cell| cell.chars().all(|c| c.is_numeric() || c == '.')),
    }
}
