//! Takes CSV in any dialect (commas, semicolons, tabs, bars; with or without names above), gives a record a row.
//!
//! The dialect and the names are recognised from the first rows ([`dialect`], [`columns`]); where the
//! columns have no names they are `column1`, `column2` …, what they hold is guessed, and said. A row
//! is looked at as a whole and never longer than [`super::LONGEST_RECORD`] ([`row`]).

mod columns;
mod dialect;
mod row;

use std::io;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use self::row::{CsvCell, Dialect, RowScan, ScanLimits};
use super::super::decode::Charset;
use super::super::options::{Options, Role};
use super::super::reason::{Columns, Reason};
use super::record_decoder::{RecordDecoder, decode_as};
use super::window::StreamWindow;
use super::{
    Format, FormatInput, ItemSink, LONGEST_RECORD_MIB, RecordContext, RecordPosition, emit,
};

pub(super) use self::dialect::is_table;

/// Bytes from which dialect and names are recognised.
const HEAD_BYTES: usize = 256 << 10;
/// Most rows of a wrong width that are reported one by one; the rest is counted.
const MAX_WIDTH_REPORTS: u64 = 20;
/// Most bytes that are searched in vain for the end of quotes, beside four times what was read.
const MAX_VAIN_BYTES: u64 = 256 << 20;

/// Comma-separated values and their like.
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "CSV"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        let mut window = StreamWindow::new(input.stream);
        window.grow_to(HEAD_BYTES)?;
        if window.bytes().starts_with(b"\xEF\xBB\xBF") {
            window.take(3);
        }
        let decoder = RecordDecoder::new(input.options, input.charset);
        let (mut table, flow) = CsvReader::open(&mut window, decoder, out);
        if flow.is_break() {
            return Ok(flow);
        }
        while let Some(found) = table.next(&mut window)? {
            if table.found(&found, &mut window, out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if matches!(found.kind, RowContent::TooLong) {
                window.skip_line()?;
            }
        }
        Ok(table.report_rest(out))
    }
}

/// A row, or what stands in its place; the window is still before it.
struct NextRow {
    kind: RowContent,
    /// Bytes to be taken.
    end: usize,
    /// The byte of a quote that was never closed.
    open: Option<usize>,
}

enum RowContent {
    Cells(Vec<CsvCell>),
    TooLong,
}

struct CsvReader<'a> {
    decoder: RecordDecoder<'a>,
    /// With what was guessed of columns without names.
    options: Options,
    dialect: Dialect,
    names: Vec<String>,
    /// The names were the first row, and may come again.
    header: bool,
    /// Rows wider or narrower than the names.
    odd: u64,
    /// Bytes taken, and bytes looked at for quotes that never came.
    taken: u64,
    in_vain: u64,
}

impl<'a> CsvReader<'a> {
    /// Recognises dialect and names by the first bytes, which stay but for what says its delimiter.
    fn open(
        window: &mut StreamWindow,
        decoder: RecordDecoder<'a>,
        out: ItemSink,
    ) -> (CsvReader<'a>, ControlFlow<()>) {
        let (dialect, said) = dialect::dialect(window.bytes(), window.is_last());
        window.newline = dialect.newline;
        window.take(said);
        let (text, _) = decoder.text(window.bytes());
        let rows = dialect::rows(text.as_bytes(), dialect, window.is_last());
        let mut rows = rows.into_iter().map(|(cells, _)| cells);
        let first = rows.next().unwrap_or_default();
        let mut rows: Vec<Vec<String>> = rows.collect();
        let header = columns::is_header(&first, &rows, decoder.options);
        let options = decoder.options.clone();
        let names = if header {
            columns::names(&first)
        } else {
            Vec::new()
        };
        let mut table = CsvReader {
            decoder,
            options,
            dialect,
            names,
            header,
            odd: 0,
            taken: 0,
            in_vain: 0,
        };
        let mut flow = ControlFlow::Continue(());
        if !header && !first.is_empty() {
            rows.insert(0, first);
            flow = table.guess(&rows, window.line(), out);
        }
        (table, flow)
    }

    /// Gives columns without names what they seem to hold, and says so.
    fn guess(&mut self, rows: &[Vec<String>], line: u64, out: ItemSink) -> ControlFlow<()> {
        let most = rows.iter().map(Vec::len).max().unwrap_or(0);
        self.names = (1..=most).map(|number| format!("column{number}")).collect();
        let named = |role: Role| self.decoder.options.map.names(role).next().is_some();
        let roles = columns::roles(rows)
            .into_iter()
            .filter(|(role, _)| !named(*role));
        let roles = roles.map(|(role, number)| {
            self.options.map.add(role, &format!("column{number}"));
            (role, number as u64)
        });
        let columns: Vec<(Role, u64)> = roles.collect();
        let reason = if columns.is_empty() {
            Reason::UnnamedColumns
        } else {
            let columns = Columns(columns);
            Reason::GuessedColumns { columns }
        };
        let at = RecordPosition {
            record: 0,
            line: Some(line),
        };
        out(at.trouble(reason))
    }

    /// What comes next in the window; `None` at the end.
    fn next(&mut self, window: &mut StreamWindow) -> io::Result<Option<NextRow>> {
        let mut literal_from = usize::MAX;
        loop {
            if window.bytes().is_empty() {
                window.grow()?;
                if window.bytes().is_empty() {
                    return Ok(None);
                }
            }
            let ahead = ScanLimits {
                last: window.is_last(),
                literal_from,
            };
            let full = window.is_full();
            match row::row(window.bytes(), self.dialect, ahead) {
                RowScan::Row(cells, end) => {
                    let open = Some(literal_from).filter(|from| *from < usize::MAX);
                    return Ok(Some(NextRow {
                        kind: RowContent::Cells(cells),
                        end,
                        open,
                    }));
                }
                RowScan::Open(quote, seen) => {
                    self.lose_patience(seen - quote);
                    literal_from = quote;
                }
                RowScan::More(Some(quote)) if full => {
                    self.lose_patience(window.bytes().len() - quote);
                    literal_from = quote;
                }
                RowScan::More(None) if full => {
                    let end = window.bytes().len();
                    return Ok(Some(NextRow {
                        kind: RowContent::TooLong,
                        end,
                        open: None,
                    }));
                }
                RowScan::More(_) => window.grow()?,
            }
        }
    }

    /// In a file full of quotes that are never closed looking for their ends would take for ever.
    fn lose_patience(&mut self, bytes: usize) {
        self.in_vain += bytes as u64;
        if self.in_vain > MAX_VAIN_BYTES + 4 * self.taken {
            self.dialect.quotes = false;
        }
    }

    fn found(
        &mut self,
        found: &NextRow,
        window: &mut StreamWindow,
        out: ItemSink,
    ) -> ControlFlow<()> {
        let line = window.line();
        let flow = match &found.kind {
            RowContent::TooLong => {
                self.decoder.records += 1;
                let at = self.at(line);
                let mib = LONGEST_RECORD_MIB;
                out(at.trouble(Reason::RowTooLong { mib }))
            }
            RowContent::Cells(cells) => {
                let opened = found.open.map(|byte| window.line_of(byte));
                self.row(cells, window.bytes(), line, opened, out)
            }
        };
        self.taken += found.end as u64;
        window.take(found.end);
        flow
    }

    fn at(&self, line: u64) -> RecordPosition {
        let record = self.decoder.records;
        RecordPosition {
            record,
            line: Some(line),
        }
    }

    /// A row that begins on `line`; `opened` is the line of a quote in it that was never closed.
    fn row(
        &mut self,
        cells: &[CsvCell],
        bytes: &[u8],
        line: u64,
        opened: Option<u64>,
        out: ItemSink,
    ) -> ControlFlow<()> {
        let end = cells.last().map_or(0, |cell| cell.bytes.end);
        let (_, charset) = self.decoder.text(bytes.get(..end).unwrap_or(bytes));
        let mut cells: Vec<String> = cells
            .iter()
            .map(|cell| text(cell, bytes, charset))
            .collect();
        if cells.iter().all(|cell| cell.trim().is_empty()) || self.is_header_again(&cells) {
            return ControlFlow::Continue(());
        }
        self.decoder.records += 1;
        let at = self.at(line);
        self.decoder.report_assumption(charset, at, out)?;
        if let Some(opened) = opened {
            let at = RecordPosition {
                line: Some(opened),
                ..at
            };
            out(at.trouble(Reason::OpenQuote))?;
        }
        while cells.len() > self.names.len()
            && cells.last().is_some_and(|cell| cell.trim().is_empty())
        {
            cells.pop();
        }
        if cells.len() != self.names.len() {
            self.report_width(cells.len(), at, out)?;
        }
        let object = self.object(cells);
        let alone = false;
        emit(
            object,
            RecordContext { at, charset, alone },
            &self.options,
            out,
        )
    }

    /// The cells that hold something, by the names of their columns.
    fn object(&self, cells: Vec<String>) -> Map<String, Value> {
        let numbered = |number: usize| format!("column{}", number + 1);
        let name = |number| {
            self.names
                .get(number)
                .cloned()
                .unwrap_or_else(|| numbered(number))
        };
        let held = cells
            .into_iter()
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty());
        held.map(|(number, cell)| (name(number), Value::String(cell)))
            .collect()
    }

    fn is_header_again(&self, cells: &[String]) -> bool {
        self.header && columns::names(cells) == self.names
    }

    fn report_width(&mut self, cells: usize, at: RecordPosition, out: ItemSink) -> ControlFlow<()> {
        self.odd += 1;
        if self.odd > MAX_WIDTH_REPORTS {
            return ControlFlow::Continue(());
        }
        out(at.trouble(Reason::CellCount {
            cells: cells as u64,
            columns: self.names.len() as u64,
        }))
    }

    fn report_rest(&self, out: ItemSink) -> ControlFlow<()> {
        let rest = self.odd.saturating_sub(MAX_WIDTH_REPORTS);
        if rest == 0 {
            return ControlFlow::Continue(());
        }
        out(RecordPosition::default().trouble(Reason::MoreCellCounts { rows: rest }))
    }
}

/// A cell's text, its quotes undone.
fn text(cell: &CsvCell, bytes: &[u8], charset: Charset) -> String {
    let text = decode_as(bytes.get(cell.bytes.clone()).unwrap_or(&[]), charset);
    if cell.backslash {
        return text
            .replace("\"\"", "\"")
            .replace("\\\"", "\"")
            .replace("\\\\", "\\");
    }
    if cell.quoted {
        return text.replace("\"\"", "\"");
    }
    text.into_owned()
}

#[cfg(test)]
mod tests;
