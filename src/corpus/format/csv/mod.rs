//! Takes CSV in any dialect (commas, semicolons, tabs, bars; with or without a header row), gives a record a row.
//!
//! Dialect and column names are recognised from the first rows ([`dialect`], [`columns`]). Columns
//! without names are called `column1`, `column2` …; their roles are guessed, and the guess is
//! reported. A row is parsed as a whole ([`row`]) and is never longer than [`super::LONGEST_RECORD`].

mod columns;
mod dialect;
mod growth;
mod row;
mod shape;

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use self::growth::CsvState;
use self::row::{CsvCell, Dialect, RowScan, ScanLimits};
use self::shape::TableShape;
use super::super::decode::Charset;
use super::super::options::ReadOptions;
use super::super::packing::FieldWriter;
use super::super::reason::Reason;
use super::growing::no_state;
use super::record_decoder::{RecordDecoder, decode_as};
use super::window::StreamWindow;
use super::{
    Format, FormatInput, FormatPoint, GrowingFormat, ItemSink, LONGEST_RECORD_MIB, RecordContext,
    RecordPosition, emit,
};

pub(super) use self::dialect::is_table;

/// Size of the beginning from which dialect and names are recognised, in bytes.
const HEAD_BYTES: usize = 256 << 10;
/// Most rows with a wrong number of cells that are reported one by one; the rest is only counted.
const MAX_WIDTH_REPORTS: u64 = 20;
/// Most bytes that may be searched for missing closing quotes, beside [`VAIN_FOLD`] times those read:
/// beyond that, the time of a file full of them would grow with the square of its size.
const MAX_VAIN_BYTES: u64 = 256 << 20;
/// Bytes that may be searched for missing closing quotes for each byte read.
const VAIN_FOLD: u64 = 4;

/// The format of comma-separated values and other delimited tables.
pub struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "CSV"
    }

    fn read(&self, input: FormatInput, out: ItemSink) -> io::Result<ControlFlow<()>> {
        self.read_on(input, None, out, &mut None)
    }

    fn growing(&self) -> Option<&dyn GrowingFormat> {
        Some(self)
    }
}

impl GrowingFormat for Csv {
    fn decided(&self, input: &mut dyn BufRead, options: &ReadOptions) -> io::Result<Vec<u8>> {
        let mut window = StreamWindow::new(input);
        let decoder = RecordDecoder::new(options, Charset::Utf8);
        let mut out = FieldWriter::default();
        TableShape::read(&mut window, &decoder)?.pack(&mut out);
        Ok(out.bytes)
    }

    fn goes_on(&self, state: &[u8], _next: &[u8]) -> bool {
        CsvState::unpack(state).is_ok()
    }

    fn read_on(
        &self,
        input: FormatInput,
        from: Option<&[u8]>,
        out: ItemSink,
        end: &mut Option<FormatPoint>,
    ) -> io::Result<ControlFlow<()>> {
        let mut window = StreamWindow::new(input.stream);
        let mut decoder = RecordDecoder::new(input.options, input.charset);
        let begin = match from {
            Some(state) => CsvState::unpack(state).map_err(no_state)?,
            None => CsvState::begin(TableShape::read(&mut window, &decoder)?),
        };
        decoder.resume(begin.decoder);
        let mut table = CsvReader::new(decoder, &begin);
        window.newline = begin.shape.dialect.newline;
        match from {
            Some(_) => window.go_on_at_line(begin.line),
            None => {
                if begin.shape.report(window.line(), out).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        while let Some(found) = table.next(&mut window)? {
            if table.found(&found, &mut window, out).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if matches!(found.kind, RowContent::TooLong) {
                window.skip_line()?;
                table.settled &= !window.is_last();
            }
        }
        *end = table.settled.then(|| {
            table
                .state(begin.shape, window.line())
                .point(window.position())
        });
        Ok(table.report_rest(out))
    }
}

/// The next row of a table, not yet consumed from the window.
struct NextRow {
    kind: RowContent,
    /// Length of the row with its line end, in bytes.
    end: usize,
    /// Position of a quote in it that is never closed.
    open: Option<usize>,
}

enum RowContent {
    Cells(Vec<CsvCell>),
    TooLong,
}

struct CsvReader<'a> {
    decoder: RecordDecoder<'a>,
    /// The user's options, with the guessed roles of columns without names.
    options: ReadOptions,
    dialect: Dialect,
    names: Vec<String>,
    /// The names were the first row; rows that repeat them are skipped.
    header: bool,
    /// Number of rows with more or fewer cells than there are names.
    odd: u64,
    /// Bytes consumed.
    taken: u64,
    /// Bytes searched for closing quotes that were missing.
    in_vain: u64,
    /// No row ended only because the file did.
    settled: bool,
}

impl<'a> CsvReader<'a> {
    fn new(decoder: RecordDecoder<'a>, begin: &CsvState) -> CsvReader<'a> {
        CsvReader {
            options: begin.shape.options(decoder.options),
            decoder,
            dialect: Dialect {
                quotes: begin.quotes,
                ..begin.shape.dialect
            },
            names: begin.shape.names.clone(),
            header: begin.shape.header,
            odd: begin.odd,
            taken: begin.taken,
            in_vain: begin.in_vain,
            settled: true,
        }
    }

    /// What is known between two rows.
    fn state(&self, shape: TableShape, line: u64) -> CsvState {
        CsvState {
            shape,
            quotes: self.dialect.quotes,
            odd: self.odd,
            taken: self.taken,
            in_vain: self.in_vain,
            line,
            decoder: self.decoder.state(),
        }
    }

    /// The next row in the window; `None` at the end.
    fn next(&mut self, window: &mut StreamWindow) -> io::Result<Option<NextRow>> {
        let mut literal_from = usize::MAX;
        let dialect = self.dialect;
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
                    self.settled &=
                        !ahead.last || growth::settled_row(window.bytes(), dialect) == Some(end);
                    let open = Some(literal_from).filter(|from| *from < usize::MAX);
                    return Ok(Some(NextRow {
                        kind: RowContent::Cells(cells),
                        end,
                        open,
                    }));
                }
                RowScan::Open(quote, seen) => {
                    self.count_vain_search(seen - quote);
                    literal_from = quote;
                }
                RowScan::More(Some(quote)) if full => {
                    self.count_vain_search(window.bytes().len() - quote);
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

    /// Counts bytes searched in vain, and ignores quotes altogether once they are too many.
    fn count_vain_search(&mut self, bytes: usize) {
        self.in_vain += bytes as u64;
        if self.in_vain > MAX_VAIN_BYTES + VAIN_FOLD * self.taken {
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

    /// Emits a row that begins on `line`; `opened` is the line of a quote in it that is never closed.
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

    /// The cells that are not empty, by the names of their columns.
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

/// The text of a cell, escapes of quotes decoded.
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
