//! A row of a table in, its lines in logical order out: a label, and what is said of it in a column of its own.

use crate::text::{Base, Layout, Line, Options, direction_of, isolated, isolated_as, unisolated};

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
    /// The fields of a row, as far apart as tabs set them.
    pub(super) fn of_fields(fields: &[&str], cols: usize, options: Options) -> TableRow {
        let mut label = String::new();
        let (mut used, mut text_at) = (0, 0);
        let (text, before) = fields.split_last().unwrap_or((&"", &[]));
        for field in before {
            label.push_str(&" ".repeat(text_at - used));
            label.push_str(&held(field));
            used = text_at + Layout::new(field, options).width();
            text_at = (used / TAB_COLUMNS + 1) * TAB_COLUMNS;
        }
        if cols < text_at + MIN_TEXT_COLUMNS {
            text_at = text_at.min(TAB_COLUMNS);
        }
        let text = held(text);
        TableRow {
            label,
            text_at,
            text,
            ..TableRow::default()
        }
    }

    /// Its lines in logical order.
    pub(super) fn lines(&self, cols: usize, options: Options) -> Vec<String> {
        let label = Layout::new(&self.label, options).width();
        let mut head = format!("{}{}", " ".repeat(self.indent), self.label);
        let mut out = Vec::new();
        // A label that leaves no room has a line of its own.
        if label > 0 && self.indent + label + 1 > self.text_at && !self.text.is_empty() {
            out.push(std::mem::take(&mut head));
        } else {
            let gap = self.text_at.saturating_sub(self.indent + label);
            head.push_str(&" ".repeat(if self.text.is_empty() { 0 } else { gap }));
        }
        let mut isolates = OpenIsolates::default();
        let room = cols.saturating_sub(self.text_at).max(MIN_TEXT_COLUMNS);
        let lines = Layout::new(&self.text, options).lines(room);
        let block = lines.iter().map(Line::width).max().unwrap_or(0);
        let own = direction_of(&unisolated(&self.text));
        let turned = own.is_some_and(|own| Base::of(own) != options.base);
        for line in lines {
            // Lines of a text stand against the edge at which its direction begins.
            let blanks = if turned { block - line.width() } else { 0 };
            let text = self.text.get(line.bytes).unwrap_or_default().trim_end();
            let text = format!("{}{}", " ".repeat(blanks), isolates.whole(text));
            let before = std::mem::take(&mut head);
            if before.is_empty() {
                out.push(format!("{}{text}", " ".repeat(self.text_at)));
            } else {
                out.push(format!("{before}{text}"));
            }
        }
        out.extend(Some(head).filter(|head| !head.is_empty()));
        out
    }
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

/// Fewest columns of what is said.
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
