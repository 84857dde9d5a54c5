//! The bytes a program wrote in, everything in them that is not plain text out.

/// A control in a stream of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// `ESC [ parameters final`, intermediate bytes among the parameters.
    Csi { parameters: String, last: char },
    /// Any other escape, with what follows it.
    Escape(char),
    /// A control character, a bidi control, a line separator: what no cell may hold.
    Char(char),
}

/// The controls of a stream, in order. Panics where the bytes are not UTF-8.
pub(super) fn controls(bytes: &[u8]) -> Vec<Control> {
    let text = std::str::from_utf8(bytes).expect("whole characters only");
    let mut chars = text.chars();
    let mut out = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => out.push(escape(&mut chars)),
            c if c.is_control() || is_invisible(c) => out.push(Control::Char(c)),
            _ => {}
        }
    }
    out
}

fn escape(chars: &mut std::str::Chars<'_>) -> Control {
    match chars.next() {
        Some('[') => {
            let mut parameters = String::new();
            for c in chars.by_ref() {
                match c {
                    ' '..='?' => parameters.push(c),
                    last => return Control::Csi { parameters, last },
                }
            }
            Control::Escape('[')
        }
        Some(c) => Control::Escape(c),
        None => Control::Escape('\u{1b}'),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[test]
fn controls_are_told_from_text() {
    let csi = |parameters: &str, last| Control::Csi {
        parameters: parameters.to_owned(),
        last,
    };
    for (text, expected) in [
        ("ميناء, plain – «text»", vec![]),
        ("\x1b[1;31mred\x1b[m", vec![csi("1;31", 'm'), csi("", 'm')]),
        ("\x1b[?25l", vec![csi("?25", 'l')]),
        (
            "\x1b]0;title\x07",
            vec![Control::Escape(']'), Control::Char('\x07')],
        ),
        ("\u{9b}31m", vec![Control::Char('\u{9b}')]),
        (
            "a\u{202e}b\u{2028}",
            vec![Control::Char('\u{202e}'), Control::Char('\u{2028}')],
        ),
    ] {
        assert_eq!(controls(text.as_bytes()), expected, "{text:?}");
    }
}
