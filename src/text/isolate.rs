//! A value in, the same value out as it may stand inside a sentence of the other direction: isolated, and
//! cut where there is no room for all of it.
//!
//! Where it can be, each value is laid out on its own and painted into a field. Where it must stand inside a
//! text (a message, a wrapped line), the isolates of UAX #9 keep it from changing places with its
//! neighbours; layout shows them by no cell. Values are untrusted: one that would close an isolate that is
//! not its own, or leave one open, is mended.
//!
//! Invariants: what stands beside [`isolated`] text is laid out as it would be beside any other value;
//! everything is linear in the text.

use std::borrow::Cow;

use super::bidi::Direction;
use super::layout::{Layout, Options};

/// LEFT-TO-RIGHT ISOLATE.
const LRI: char = '\u{2066}';
/// RIGHT-TO-LEFT ISOLATE.
const RLI: char = '\u{2067}';
/// FIRST STRONG ISOLATE.
const FSI: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
const PDI: char = '\u{2069}';
/// POP DIRECTIONAL FORMATTING.
const PDF: char = '\u{202C}';

/// A value as it is to stand inside a text: in its own direction, and nothing around it in it (UAX #9 FSI,
/// PDI).
pub fn isolated(value: &str) -> String {
    isolated_by(FSI, value)
}

/// What is read from the left wherever it stands (a number, a key, an option), as it is to stand inside a text
/// (UAX #9 LRI, PDI).
pub fn isolated_code(value: &str) -> String {
    isolated_by(LRI, value)
}

/// A value whose direction is known, as it is to stand inside a text, wherever that is cut into lines.
pub fn isolated_as(value: &str, direction: Direction) -> String {
    isolated_by(
        match direction {
            Direction::Ltr => LRI,
            Direction::Rtl => RLI,
        },
        value,
    )
}

fn isolated_by(initiator: char, value: &str) -> String {
    let OpenControls { closing, stray } = open_controls(value);
    let mut out = String::with_capacity(value.len() + 3 * (closing.len() + 2));
    out.push(initiator);
    if stray {
        out.extend(without_strays(value));
    } else {
        out.push_str(value);
    }
    out.extend(closing);
    out.push(PDI);
    out
}

/// A text with the end of every override, embedding and isolate in it, so that what stands behind it on its
/// line is not turned.
pub fn closed(text: &str) -> Cow<'_, str> {
    let closing = open_controls(text).closing;
    if closing.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len() + 3 * closing.len());
    whole.push_str(text);
    whole.extend(closing);
    Cow::Owned(whole)
}

/// A path as it is to be laid out: left to right, each of its names isolated, so that an Arabic name changes
/// places with no other.
pub fn isolated_path(path: &str) -> String {
    let names: Vec<Cow<str>> = path
        .split('/')
        .map(|name| match name {
            "" => Cow::Borrowed(""),
            name => Cow::Owned(isolated(name)),
        })
        .collect();
    format!("{LRI}{}{PDI}", names.join("/"))
}

/// A text of at most `cols` columns when laid out as `options` say: the whole, or its beginning and an
/// ellipsis. It is cut as [`Layout::truncated`] cuts, by clusters and before reordering; the ellipsis stands
/// at the logical end of what was cut, inside its isolate.
///
/// Bytes before the ellipsis are those of `text`.
pub fn shortened(text: &str, cols: usize, options: Options) -> Cow<'_, str> {
    let start = super::head_in_sight(text, cols);
    let layout = Layout::new(start, options);
    if start.len() == text.len() && layout.width() <= cols {
        return Cow::Borrowed(text);
    }
    let line = layout.truncated(cols);
    let cut = line.cells.iter().any(|cell| cell.bytes.is_empty());
    // The spaces at the end are not shown, though the line has their bytes.
    let end = line.cells.iter().map(|cell| cell.bytes.end).max();
    let kept = start.get(..end.unwrap_or(0)).unwrap_or(start);
    let closing = open_controls(kept).closing;
    let mut short = String::with_capacity(kept.len() + 3 * (closing.len() + 1));
    short.push_str(kept);
    if cut {
        short.push('…');
    }
    short.extend(closing);
    Cow::Owned(short)
}

/// Whether a text has parts that are isolated.
pub fn has_isolates(text: &str) -> bool {
    // All of them begin with these bytes.
    text.contains("\u{2066}") || text.contains("\u{2067}") || text.contains(FSI)
}

/// A text without the isolates in it, for those who show it in logical order.
pub fn unisolated(text: &str) -> String {
    let isolates = |c: char| matches!(c, '\u{2066}'..=PDI);
    text.replace(isolates, "")
}

/// What the isolates, embeddings and overrides of a text leave undone.
struct OpenControls {
    /// What closes those that are open, in order.
    closing: Vec<char>,
    /// Whether an isolate is closed that was not opened.
    stray: bool,
}

fn open_controls(text: &str) -> OpenControls {
    let mut found = OpenControls {
        closing: Vec::new(),
        stray: false,
    };
    // All of them begin with this byte.
    if !text.as_bytes().contains(&0xE2) {
        return found;
    }
    let open = &mut found.closing;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(PDI),
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(PDF),
            // An isolate ends with the embeddings in it; an embedding, with nothing around it.
            PDI => match open.iter().rposition(|c| *c == PDI) {
                Some(isolate) => open.truncate(isolate),
                None => found.stray = true,
            },
            PDF => drop(open.pop_if(|c| *c == PDF)),
            _ => {}
        }
    }
    open.reverse();
    found
}

fn without_strays(text: &str) -> impl Iterator<Item = char> {
    let mut open = 0_usize;
    text.chars().filter(move |c| match *c {
        '\u{2066}'..='\u{2068}' => {
            open += 1;
            true
        }
        PDI => {
            let closes = open > 0;
            open = open.saturating_sub(1);
            closes
        }
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> String {
        let options = Options {
            shape: false,
            ..Options::default()
        };
        Layout::new(text, options).line().visual()
    }

    /// Whatever is opened in a text is closed in it, and nothing else.
    #[track_caller]
    fn assert_whole(text: &str) {
        let found = open_controls(text);
        assert!(found.closing.is_empty() && !found.stray, "{text:?}");
    }

    #[test]
    fn what_is_open_at_the_end_of_a_text_is_closed_there() {
        for (text, end) in [
            ("عنوان \u{202E}ABC 123", "\u{202C}"),
            ("عنوان \u{202E}ABC\u{202C} 123", ""),
            ("a \u{2067}b \u{202B}c", "\u{202C}\u{2069}"),
            ("a \u{2067}b \u{202B}c\u{2069}", ""),
            ("a \u{202B}b \u{2067}c\u{202C}", "\u{2069}\u{202C}"),
            ("a\u{2069}\u{202C} — b", ""),
        ] {
            assert_eq!(closed(text), format!("{text}{end}"));
        }
        assert!(matches!(closed("غرس"), Cow::Borrowed(_)));
        // The embedding of a value ends with the value.
        assert_eq!(isolated("\u{202E}a"), "\u{2068}\u{202E}a\u{202C}\u{2069}");
    }

    /// A value in a sentence, and what is seen.
    #[track_caller]
    fn check(sentence: [&str; 2], value: &str, visual: &str) {
        let [before, after] = sentence;
        assert_eq!(
            shown(&format!("{before}{}{after}", isolated(value))),
            visual,
            "{value:?}"
        );
    }

    #[test]
    fn values_change_places_with_nothing() {
        check(["رقم ", " هنا"], "2014-2016", "انه 2014-2016 مقر");
        check(["من ", "، ثم"], "+3", "مث ،+3 نم");
        check(["in ", ": 3"], "غرس", "in سرغ: 3");
        check(["in ", ": 3"], "غرس (2", "in 2) سرغ: 3");
        check(["في ", " 5"], "a.b!", "5 a.b! يف");
        check(
            ["في ", " 5"],
            "https://x.org/?a=1",
            "5 https://x.org/?a=1 يف",
        );
    }

    #[test]
    fn without_isolates_they_would() {
        assert_eq!(shown("رقم 2014-2016 هنا"), "انه 2016-2014 مقر");
    }

    /// A value that closes the isolate it stands in, or leaves one open.
    #[test]
    fn values_that_break_out_are_kept_in() {
        for value in [
            "a\u{2069}b",
            "a\u{2067}b",
            "\u{202E}a",
            "\u{2069}\u{2066}\u{2069}\u{2069}",
        ] {
            let text = format!("غ {} 5-6", isolated(value));
            assert_whole(&text);
            assert!(shown(&text).ends_with("غ"), "{value:?}");
        }
    }

    #[test]
    fn paths_run_from_the_left_name_by_name() {
        assert_eq!(shown(&isolated_path("أخبار/أب/c.txt")), "رابخأ/بأ/c.txt");
        assert_eq!(shown(&format!("في {}", isolated_path("أب/غد"))), "بأ/دغ يف");
    }

    /// A text cut at `cols` columns, and what is seen.
    #[track_caller]
    fn check_cut(text: &str, cols: usize, visual: &str) {
        let short = shortened(text, cols, Options::default());
        assert_eq!(shown(&short), visual, "{text:?} in {cols}");
        assert_whole(&short);
    }

    #[test]
    fn the_ellipsis_is_at_the_logical_end() {
        check_cut("harbour news", 12, "harbour news");
        check_cut("harbour news", 9, "harbour…");
        check_cut("غرس شجر", 5, "…سرغ");
        check_cut("غرس  ", 4, "سرغ");
        check_cut("غرس  ", 3, "سرغ");
        check_cut("abc", 1, "…");
        check_cut("abc", 0, "");
    }

    #[test]
    fn the_ellipsis_is_inside_its_isolate() {
        let path = isolated_path("news/غرس شجر.txt");
        check_cut(&format!("cannot open {path}"), 22, "cannot open news/…سرغ");
        let value = isolated("harbour news");
        check_cut(&format!("قرأت {value} غدا"), 15, "harbour… تأرق");
        // Between two values it is at the end of the text.
        check_cut(&format!("قرأت {} غدا", isolated("abc")), 10, "…abc تأرق");
    }

    proptest! {
        #[test]
        fn cut_text_fits(text in "[a-c غدا0-9\u{2066}-\u{2069}\u{64E}، .]{0,40}", cols in 1_usize..20) {
            let short = shortened(&text, cols, Options::default());
            prop_assert!(Layout::new(&short, Options::default()).width() <= cols);
        }

        #[test]
        fn isolates_are_balanced(text in "[ab\u{2066}-\u{2069}\u{202A}-\u{202E}]{0,20}") {
            assert_whole(&isolated(&text));
            prop_assert!(open_controls(&closed(&text)).closing.is_empty());
        }
    }
}
