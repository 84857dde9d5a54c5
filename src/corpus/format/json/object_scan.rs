//! Takes the bytes of a JSON object in buffers, finds where it ends, or where it must have ended.
//!
//! The automaton behind [`super::split`]: it knows strings, escapes and brackets, and recognises the
//! beginnings of lines that cannot belong to the open object.

use memchr::memchr3;

/// Deepest nesting before an array of records: deeper, an object is no container of records.
const MAX_OUTER_DEPTH: usize = 64;

/// State of the automaton.
pub(super) struct ObjectScan {
    /// For each open bracket whether it is one of an object.
    open: Vec<bool>,
    in_string: bool,
    escaped: bool,
    /// Position after a line end inside a string, if only white space has followed.
    broken_line: Option<usize>,
    /// The last byte outside strings that was not white space; `"` after a string.
    last: u8,
    /// Position at which the current line begins, if only white space has followed.
    line_start: Option<usize>,
    /// Number of line ends so far.
    pub(super) lines: u64,
    /// Each record is one line.
    by_lines: bool,
}

impl ObjectScan {
    pub(super) fn new(by_lines: bool) -> ObjectScan {
        ObjectScan {
            open: Vec::new(),
            in_string: false,
            escaped: false,
            broken_line: None,
            last: 0,
            line_start: None,
            lines: 0,
            by_lines,
        }
    }
}

/// Effect of a byte on the object.
pub(super) enum ScanStep {
    /// The object goes on.
    Goes,
    /// The byte was its last.
    Ends,
    /// The object ended earlier: its length in bytes, and the line ends in it.
    Ended(usize, u64),
}

/// Follows an object through a buffer, `before` bytes of it having been read; gives the number of bytes
/// that belong to it.
pub(super) fn advance(state: &mut ObjectScan, buffer: &[u8], before: usize) -> (usize, ScanStep) {
    let mut at = 0;
    while let Some(&byte) = buffer.get(at) {
        if state.in_string && !state.escaped && state.broken_line.is_none() {
            // Inside a string only these bytes matter.
            let rest = buffer.get(at..).unwrap_or(&[]);
            at += memchr3(b'"', b'\\', b'\n', rest).unwrap_or(rest.len());
            let Some(&byte) = buffer.get(at) else { break };
            in_string(state, byte, before + at);
            at += 1;
            continue;
        }
        let step = if state.in_string {
            after_break(state, byte, before + at)
        } else {
            outside(state, byte, before + at)
        };
        match step {
            ScanStep::Goes => at += 1,
            ScanStep::Ends => return (at + 1, ScanStep::Ends),
            ended @ ScanStep::Ended(..) => return (at, ended),
        }
    }
    (at, ScanStep::Goes)
}

fn in_string(state: &mut ObjectScan, byte: u8, at: usize) {
    match byte {
        b'"' => {
            state.in_string = false;
            state.last = b'"';
        }
        b'\\' => state.escaped = true,
        _ => {
            state.lines += 1;
            state.broken_line = Some(at + 1);
        }
    }
}

/// Inside a string, after a backslash or a line end.
fn after_break(state: &mut ObjectScan, byte: u8, at: usize) -> ScanStep {
    if std::mem::take(&mut state.escaped) {
        if byte == b'\n' {
            in_string(state, byte, at);
        }
        return ScanStep::Goes;
    }
    match byte {
        b'\n' => in_string(state, byte, at),
        b' ' | b'\t' | b'\r' => {}
        b'{' => return ScanStep::Ended(state.broken_line.unwrap_or(at), state.lines),
        b'}' | b']' => {
            // The string was never closed.
            (state.in_string, state.broken_line) = (false, None);
            return outside(state, byte, at);
        }
        _ => {
            state.broken_line = None;
            if matches!(byte, b'"' | b'\\') {
                in_string(state, byte, at);
            }
        }
    }
    ScanStep::Goes
}

fn outside(state: &mut ObjectScan, byte: u8, at: usize) -> ScanStep {
    match byte {
        b'\n' => {
            state.lines += 1;
            state.line_start = Some(at + 1);
            return ScanStep::Goes;
        }
        b' ' | b'\t' | b'\r' => return ScanStep::Goes,
        b'"' | b'}' | b']' | b',' | b':' => {}
        // Where records are lines, only the bytes above may begin a line that continues a record.
        _ if state.by_lines && state.line_start.is_some() => {
            return ScanStep::Ended(state.line_start.unwrap_or(at), state.lines);
        }
        _ => {}
    }
    match byte {
        b'"' => state.in_string = true,
        b'{' if state.open.last() == Some(&true) && state.last != b':' => {
            // An object cannot stand in place of a name: the one before was never closed.
            let start = state.line_start.unwrap_or(at);
            return ScanStep::Ended(start, state.lines);
        }
        b'{' | b'[' => state.open.push(byte == b'{'),
        b'}' | b']' => {
            state.open.pop();
            if state.open.is_empty() {
                return ScanStep::Ends;
            }
        }
        _ => {}
    }
    state.last = byte;
    state.line_start = None;
    ScanStep::Goes
}

/// Position of the first object in the first array of an object.
pub(super) fn inner_array(bytes: &[u8]) -> Option<usize> {
    let mut state = ObjectScan::new(false);
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'{' && !state.in_string && state.open == [true, false] && state.last == b'[' {
            return Some(at);
        }
        if state.open.len() > MAX_OUTER_DEPTH {
            return None;
        }
        if state.in_string && !state.escaped && state.broken_line.is_none() {
            if matches!(byte, b'"' | b'\\') {
                in_string(&mut state, byte, at);
            }
            continue;
        }
        let step = if state.in_string {
            after_break(&mut state, byte, at)
        } else {
            outside(&mut state, byte, at)
        };
        if !matches!(step, ScanStep::Goes) {
            return None;
        }
    }
    None
}
