//! The messages that the sources declare, read from their tables: `messages!`, `reasons!`, `hints!`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A message and what it is said of.
#[derive(Debug)]
pub(super) struct DeclaredMessage {
    pub(super) args: Vec<DeclaredArg>,
}

#[derive(Debug)]
pub(super) struct DeclaredArg {
    pub(super) name: String,
    pub(super) kind: ArgKind,
}

#[derive(Debug, PartialEq)]
pub(super) enum ArgKind {
    Count,
    Number,
    Ordinal,
    Decimal,
    Share,
    Size,
    Name,
    Names,
    Code,
    Codes,
    IsoDate,
    Foreign,
    Said,
    /// With the values there are.
    Kind(Vec<String>),
}

/// Messages whose arguments are no table: `code: name Kind, …`.
const OTHERS: &str = "
list-comma:
size-bytes: bytes Count
size-kb: value Decimal
size-mb: value Decimal
size-gb: value Decimal
size-tb: value Decimal
rate-b: rate Decimal
rate-kb: rate Decimal
rate-mb: rate Decimal
reason-guessed-columns: map Code
reason-date-guessed: date IsoDate, year Ordinal, month Number, day Ordinal, weekday Number, near Ordinal, source Source
date-guess: year Ordinal, month Number, day Ordinal, weekday Number, near Ordinal, source Source
";

/// All messages by their codes.
pub(super) fn declared() -> BTreeMap<String, DeclaredMessage> {
    let mut all = BTreeMap::new();
    for (_, source) in named_sources(Path::new("src")) {
        for table in tables(&source) {
            for row in rows(table.rows) {
                let (code, args) = message(table.prefix, &row);
                let before = all.insert(code.clone(), DeclaredMessage { args });
                assert!(before.is_none(), "{code} is declared twice");
            }
        }
    }
    for line in OTHERS.lines().filter(|line| !line.is_empty()) {
        let (code, args) = line.split_once(':').unwrap();
        let args = args.split(',').filter_map(|arg| arg.trim().split_once(' '));
        let args = args.map(|(name, kind)| arg(name, kind)).collect();
        all.insert(code.to_owned(), DeclaredMessage { args });
    }
    all
}

/// Every source below a folder, by its path, but for tests.
pub(super) fn named_sources(folder: &Path) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(named_sources(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs")
            && path.file_stem().is_some_and(|stem| stem != "tests")
        {
            let text = fs::read_to_string(&path).unwrap();
            out.push((path.to_string_lossy().into_owned(), text));
        }
    }
    out
}

struct Table<'a> {
    /// What stands before each code.
    prefix: &'static str,
    rows: &'a str,
}

/// The tables of a source, each up to the brace that closes it in the first column.
fn tables(source: &str) -> Vec<Table<'_>> {
    let mut out = Vec::new();
    for (macro_name, prefix) in [
        ("messages", ""),
        ("reasons", "reason-"),
        ("hints", "hint-"),
        ("helps", "help-"),
    ] {
        for table in source.split(&format!("\n{macro_name}! {{\n")).skip(1) {
            let (rows, _) = table.split_once("\n}\n").unwrap_or((table, ""));
            out.push(Table { prefix, rows });
        }
    }
    out
}

/// The rows of a table, without comments, each up to its semicolon.
fn rows(table: &str) -> Vec<String> {
    let code = table
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"));
    let all = code.collect::<Vec<_>>().join(" ");
    let rows = all.split(';').filter(|row| row.contains('"'));
    rows.map(|row| {
        row.rsplit_once("enum ")
            .map_or(row, |(_, row)| row)
            .to_owned()
    })
    .collect()
}

fn message(prefix: &str, row: &str) -> (String, Vec<DeclaredArg>) {
    let mut parts = row.splitn(3, '"').skip(1);
    let code = parts.next().unwrap();
    let rest = parts.next().unwrap_or_default();
    let fields = rest
        .split_once('{')
        .and_then(|(_, rest)| rest.split_once('}'));
    let fields = fields.map_or("", |(fields, _)| fields);
    let args = fields.split(',').filter_map(|field| field.split_once(':'));
    let args = args.map(|(name, kind)| arg(name.trim(), kind.trim()));
    (format!("{prefix}{code}"), args.collect())
}

/// An argument by the kind that a table names, or the type of the field of a reason.
fn arg(name: &str, kind: &str) -> DeclaredArg {
    let words =
        |words: &[&str]| ArgKind::Kind(words.iter().map(|word| (*word).to_owned()).collect());
    let kind = match kind {
        // Which fields of reasons are counted is decided by the words.
        "Count" => ArgKind::Count,
        "u64" | "Number" | "Option<u64>" => ArgKind::Number,
        "Ordinal" => ArgKind::Ordinal,
        "Decimal" => ArgKind::Decimal,
        "Share" => ArgKind::Share,
        "Size" => ArgKind::Size,
        "Name" | "Typed" | "Path" | "String" => ArgKind::Name,
        "Names" | "Vec<String>" => ArgKind::Names,
        "Code" | "&'static str" | "SeparatorLine" | "ColumnRoles" | "DateGuess" => ArgKind::Code,
        "Codes" => ArgKind::Codes,
        "IsoDate" => ArgKind::IsoDate,
        "Foreign" => ArgKind::Foreign,
        "Said" | "Cause" => ArgKind::Said,
        "Source" => words(&["path", "text", "neighbours"]),
        "ColumnFlaw" => words(&[
            "no-beginning",
            "no-end",
            "page-header",
            "page-cut",
            "page-too-large",
            "page-negative",
            "dictionary",
        ]),
        "Kind" => words(&["other"]),
        other => panic!("{name} is of no known kind: {other}"),
    };
    DeclaredArg {
        name: name.to_owned(),
        kind,
    }
}
