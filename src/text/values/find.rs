//! Typed text in, its values out: what is to be isolated, and by which controls (UAX #9).
//!
//! A value is what a person writes without a space and reads as one thing: a date or a range of them,
//! a telephone number, an address, `key:value`. Words and single numbers are none: UAX #9 knows better.
//!
//! Invariants: controls come in the order of the text and each isolate is closed; the work is linear in
//! the text.

/// LEFT-TO-RIGHT ISOLATE.
pub(in crate::text) const LRI: char = '\u{2066}';
/// FIRST STRONG ISOLATE.
const FSI: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
pub(in crate::text) const PDI: char = '\u{2069}';

/// The isolates of all values: before which byte of `text`, and which control, in order.
pub(super) fn controls(text: &str) -> Vec<(usize, char)> {
    let mut controls = Vec::new();
    let mut at = 0;
    while let Some(word) = next_word(text, at) {
        let end = word.start + word.text.len();
        at = end;
        match value(text, &word) {
            Some(TypedValue::Left(end)) => {
                controls.extend([(word.start, LRI), (end, PDI)]);
                at = at.max(end);
            }
            Some(TypedValue::Keyed(value, end)) => {
                controls.extend([(word.start, FSI), (value, FSI), (end, PDI), (end, PDI)]);
                at = at.max(end);
            }
            None => {}
        }
    }
    controls
}

/// What stands between white space, without what only begins or closes it.
struct TypedWord<'a> {
    start: usize,
    text: &'a str,
}

fn next_word(text: &str, at: usize) -> Option<TypedWord<'_>> {
    let rest = text.get(at..)?;
    let found = rest.trim_start();
    let start = at + rest.len() - found.len();
    let long = found.find(char::is_whitespace).unwrap_or(found.len());
    let word = found.get(..long).filter(|word| !word.is_empty())?;
    let core = opened(word);
    Some(TypedWord {
        start: start + word.len() - core.len(),
        text: core,
    })
}

/// A word without the quotes, brackets and exclusion signs before it; brackets that it closes itself
/// are its own, as in `(011)456`.
fn opened(word: &str) -> &str {
    let own = |core: &str| {
        let (_, after) = core.split_once(')').unwrap_or_default();
        core.starts_with('(') && after.starts_with(|c: char| c == '-' || c.is_alphanumeric())
    };
    let mut core = word;
    while let Some(rest) = core.strip_prefix(['-', '"', '\'', '«', '“', '[', '(']) {
        if own(core) {
            break;
        }
        core = rest;
    }
    core
}

/// Bytes of `word` without the punctuation after it.
fn closed(word: &str) -> usize {
    let core = word.trim_end_matches([',', '،', ';', '؛', '?', '؟', '!', '"', '»', '”', '\'', ']']);
    // Half a range is typed with its dots; a full stop is one dot.
    let core = match core.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') => rest,
        _ => core,
    };
    match core.strip_suffix(')') {
        Some(rest) if !rest.contains('(') => rest.len(),
        _ => core.len(),
    }
}

enum TypedValue {
    /// A number, date, range or address, left to right: where it ends.
    Left(usize),
    /// `key:value`: where the value begins and ends.
    Keyed(usize, usize),
}

fn value(text: &str, word: &TypedWord<'_>) -> Option<TypedValue> {
    let end = closed(word.text);
    let core = word.text.get(..end)?;
    if core.contains("://") || core.starts_with("www.") {
        return Some(TypedValue::Left(word.start + end));
    }
    if is_numeric(core) && core.chars().any(|c| !is_digit(c)) {
        return Some(TypedValue::Left(phone_end(
            text,
            word.start,
            word.start + end,
        )));
    }
    let (key, after) = word.text.split_once(':')?;
    let is_key = key.starts_with(char::is_alphabetic)
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if !is_key || after.is_empty() {
        return None;
    }
    let start = word.start + key.len() + 1;
    if let Some(quoted) = text.get(start..)?.strip_prefix('"') {
        let close = quoted.find('"').map_or(quoted.len(), |at| at + 1);
        return Some(TypedValue::Keyed(start, start + 1 + close));
    }
    (start < word.start + end).then_some(TypedValue::Keyed(start, word.start + end))
}

/// A telephone number goes on over single spaces: `+20 2 555 0100`.
fn phone_end(text: &str, start: usize, end: usize) -> usize {
    if !text.get(start..).is_some_and(|rest| rest.starts_with('+')) {
        return end;
    }
    let mut end = end;
    while let Some(rest) = text.get(end..).and_then(|rest| rest.strip_prefix(' ')) {
        let long = rest.find(char::is_whitespace).unwrap_or(rest.len());
        match rest.get(..long) {
            Some(group) if is_numeric(group) => end += 1 + closed(group),
            _ => break,
        }
    }
    end
}

/// Digits, and what stands between them in dates, times, ranges and telephone numbers.
fn is_numeric(word: &str) -> bool {
    let between = |c| {
        matches!(
            c,
            '-' | '/' | '.' | ':' | ',' | '+' | '(' | ')' | '–' | '٫' | '٬'
        )
    };
    let begins = word.starts_with(['+', '(']) || word.starts_with(is_digit);
    begins && word.chars().any(is_digit) && word.chars().all(|c| is_digit(c) || between(c))
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '٠'..='٩' | '۰'..='۹')
}
