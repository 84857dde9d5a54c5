//! A row of a table in, its lines in logical order out: a label, and what is said of it in a column of its own.

use crate::text::{Base, Layout, Line, Options, direction_of, isolated, isolated_as, unisolated};

/// Lets no line end before it or after it.
const WORD_JOINER: &str = "\u{2060}";
/// Columns from one tab stop to the next.
pub(super) const TAB_COLUMNS: usize = 8;

/// A row of a table: a label at the start, and what is said of it beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct TableRow {
    /// Columns before the label.
    pub indent: usize,
    pub label: String,
    /// Columns from the start of the line to what is said.
    pub text_at: usize,
    pub text: String,
}

impl TableRow {
    /// The fields of a row, as far apart as tabs set them; those for which a line has no room go on below, behind a tab.
    pub(super) fn of_fields(fields: &[&str], cols: usize, options: Options) -> Vec<TableRow> {
        let mut rows = Vec::new();
        let mut label = String::new();
        let (mut indent, mut used, mut text_at) = (0, 0, 0);
        let (text, before) = fields.split_last().unwrap_or((&"", &[]));
        for field in before {
            let width = Layout::new(field, options).width();
            if text_at > indent && text_at + width > cols {
                let label = std::mem::take(&mut label);
                rows.push(TableRow {
                    indent,
                    label,
                    ..TableRow::default()
                });
                (indent, used, text_at) = (TAB_COLUMNS, TAB_COLUMNS, TAB_COLUMNS);
            }
            label.push_str(&" ".repeat(text_at - used));
            label.push_str(&held(field));
            used = text_at + width;
            text_at = (used / TAB_COLUMNS + 1) * TAB_COLUMNS;
        }
        if cols < text_at + MIN_TEXT_COLUMNS {
            text_at = text_at.min(TAB_COLUMNS);
        }
        let text = held(text);
        rows.push(TableRow {
            indent,
            label,
            text_at,
            text,
        });
        rows
    }

    /// Its lines in logical order.
    pub(super) fn lines(&self, cols: usize, options: Options) -> Vec<String> {
        let (indent, text_at) = self.places(cols);
        let label = Layout::new(&self.label, options).width();
        let mut out = label_lines(&self.label, indent, cols, options);
        let mut head = out.pop().unwrap_or_default();
        // A label that leaves no room has lines of its own.
        if label > 0 && indent + label + 1 > text_at && !self.text.is_empty() {
            out.push(std::mem::take(&mut head));
        } else {
            let gap = text_at.saturating_sub(indent + label);
            head.push_str(&" ".repeat(if self.text.is_empty() { 0 } else { gap }));
        }
        let mut isolates = OpenIsolates::default();
        let room = cols.saturating_sub(text_at).max(1);
        let text = guarded(&self.text);
        let lines = Layout::new(&text, options).lines(room);
        let block = lines.iter().map(Line::width).max().unwrap_or(0);
        let own = direction_of(&unisolated(&self.text));
        let turned = own.is_some_and(|own| Base::of(own) != options.base);
        for line in lines {
            // Lines of a text stand against the edge at which its direction begins.
            let blanks = if turned { block - line.width() } else { 0 };
            let text = text.get(line.bytes).unwrap_or_default().trim_end();
            let text = isolates.whole(text).replace(WORD_JOINER, "");
            let text = format!("{}{text}", " ".repeat(blanks));
            let before = std::mem::take(&mut head);
            if before.is_empty() {
                out.push(format!("{}{text}", " ".repeat(text_at)));
            } else {
                out.push(format!("{before}{text}"));
            }
        }
        out.extend(Some(head).filter(|head| !head.is_empty()));
        out
    }

    /// Where the label and the text begin: the text below its label where there is no room for it beside.
    fn places(&self, cols: usize) -> (usize, usize) {
        if self.indent.max(self.text_at) + MIN_TEXT_COLUMNS <= cols {
            return (self.indent, self.text_at);
        }
        let indent = self.indent.min(TAB_COLUMNS);
        let below = (indent + BELOW_COLUMNS).max(TAB_COLUMNS);
        (indent, self.text_at.min(below))
    }
}

/// A label behind its indent, on as many lines as it takes.
fn label_lines(label: &str, indent: usize, cols: usize, options: Options) -> Vec<String> {
    let blanks = " ".repeat(indent);
    let room = cols.saturating_sub(indent).max(1);
    if Layout::new(label, options).width() <= room {
        return vec![format!("{blanks}{label}")];
    }
    let label = guarded(label);
    let mut isolates = OpenIsolates::default();
    let lines = Layout::new(&label, options).lines(room).into_iter();
    let text = lines.map(|line| {
        let text = label.get(line.bytes).unwrap_or_default().trim_end();
        format!("{blanks}{}", isolates.whole(text).replace(WORD_JOINER, ""))
    });
    text.collect()
}

/// A text whose codes and options (`--keep-dir`) are not cut at their hyphens.
fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<char> = Vec::new();
    let (mut before, mut is_option) = (' ', false);
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(c),
            '\u{2069}' => drop(open.pop()),
            c if c.is_whitespace() => is_option = false,
            _ => {}
        }
        let begins =
            before.is_whitespace() || matches!(before, '(' | '[' | '\u{2066}'..='\u{2068}');
        is_option |= c == '-' && begins;
        out.push(c);
        if c == '-' && (is_option || open.contains(&'\u{2066}')) {
            out.push_str(WORD_JOINER);
        }
        before = c;
    }
    out
}

/// Text of the corpus among others, in its own direction on each line.
fn held(text: &str) -> String {
    let text = text.replace(['\n', '\t'], " ");
    match direction_of(&text) {
        Some(direction) => isolated_as(&text, direction),
        None => isolated(&text),
    }
}

/// The isolates that go on from a line of a text to the next.
#[derive(Default)]
struct OpenIsolates(Vec<char>);

impl OpenIsolates {
    /// A line by itself: what goes on from the one before begins anew, and what goes on after it ends.
    fn whole(&mut self, line: &str) -> String {
        let mut out: String = self.0.iter().collect();
        out.push_str(line);
        for c in line.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => self.0.push(c),
                '\u{2069}' => drop(self.0.pop()),
                _ => {}
            }
        }
        out.extend(self.0.iter().map(|_| '\u{2069}'));
        out
    }
}

/// Columns from the start of a label to a text below it.
const BELOW_COLUMNS: usize = 2;
/// Fewest columns of what is said beside a label.
pub(super) const MIN_TEXT_COLUMNS: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::isolated_code;

    #[track_caller]
    fn check(row: &TableRow, cols: usize, expected: &[&str]) {
        let options = Options {
            base: Base::Ltr,
            ..Options::default()
        };
        assert_eq!(row.lines(cols, options), expected);
    }

    #[test]
    fn labels_have_a_column_of_their_own() {
        let row = |label: &str, text: &str| TableRow {
            indent: 2,
            label: label.to_owned(),
            text_at: 8,
            text: text.to_owned(),
        };
        check(&row("-n", "at most"), 40, &["  -n    at most"]);
        check(&row("-n", ""), 40, &["  -n"]);
        let wrapped = ["  -n    many words that go", "        on"];
        check(&row("-n", "many words that go on"), 28, &wrapped);
        check(&row("--long", "text"), 40, &["  --long", "        text"]);
    }

    /// In a narrow terminal the text goes below, and a long label has several lines.
    #[test]
    fn no_line_is_wider_than_there_is_room() {
        let narrow = TableRow {
            indent: 2,
            label: "-n, --most <N>".to_owned(),
            text_at: 24,
            text: "at most so many of the articles that are found".to_owned(),
        };
        let expected = [
            "  -n, --most <N>",
            "        at most so many of the articles",
            "        that are found",
        ];
        check(&narrow, 39, &expected);
        let values = TableRow {
            indent: 6,
            label: "--choice <first|second|third|fourth|fifth>".to_owned(),
            ..narrow.clone()
        };
        let inner = TableRow {
            indent: 32,
            label: "first".to_owned(),
            ..narrow.clone()
        };
        let arabic = TableRow {
            label: isolated_code("--choice <first|second|third|fourth|fifth>"),
            ..narrow.clone()
        };
        for (row, base) in [
            (narrow, Base::Ltr),
            (values, Base::Ltr),
            (inner, Base::Ltr),
            (arabic, Base::Rtl),
        ] {
            let options = Options {
                base,
                ..Options::default()
            };
            for cols in [20, 30, 39, 60] {
                for line in row.lines(cols, options) {
                    let width = Layout::new(&line, options).width();
                    assert!(width <= cols, "{cols}: {line:?}");
                }
            }
        }
    }

    /// What has no room beside the fields before it goes on below; no line is wider than there is room.
    #[test]
    fn fields_go_on_below_where_a_line_has_no_room() {
        let options = Options {
            base: Base::Ltr,
            ..Options::default()
        };
        let fields = [
            "52%",
            "ed19f32f5f",
            "2026-01-15",
            "a source",
            "a title of several words",
            "terms",
        ];
        for cols in [40, 60, 80] {
            let rows = TableRow::of_fields(&fields, cols, options);
            let lines: Vec<String> = rows
                .iter()
                .flat_map(|row| row.lines(cols, options))
                .collect();
            let all = unisolated(&lines.join(" "));
            for field in fields {
                assert!(all.contains(field), "{cols}: {lines:#?}");
            }
            for line in &lines {
                assert!(
                    Layout::new(line, options).width() <= cols,
                    "{cols}: {lines:#?}"
                );
            }
        }
    }

    #[test]
    fn an_option_is_not_cut_at_its_hyphens() {
        let row = |text: &str| TableRow {
            text: text.to_owned(),
            ..TableRow::default()
        };
        check(
            &row("kept elsewhere by --keep-dir"),
            26,
            &["kept elsewhere by", "--keep-dir"],
        );
        let code = format!("the encoding is {}", isolated_code("windows-1256"));
        let expected = [
            "the encoding is \u{2066}\u{2069}",
            "\u{2066}windows-1256\u{2069}",
        ];
        check(&row(&code), 25, &expected);
    }

    #[test]
    fn isolates_are_whole_on_each_line() {
        let text = format!("see {}", isolated_code("many words that go on"));
        let row = TableRow {
            text,
            ..TableRow::default()
        };
        let expected = [
            "see \u{2066}many words that\u{2069}",
            "\u{2066}go on\u{2069}",
        ];
        check(&row, 20, &expected);
    }
}
