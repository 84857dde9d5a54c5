//! A string in, the number of terminal columns it takes out: the only answer to "how many cells?".
//!
//! `unicode-width` counts lam-alef as one column in a string and as two letter by letter, and
//! knows nothing of the characters that are never shown; a number from it disagrees with what is
//! painted. So the layout itself is asked.
//!
//! Invariant: equals the width of the line painted with the same [`Options`].

use super::layout::{Layout, Options};

/// Columns of `text` on one line, shaped and with its marks.
pub fn str_columns(text: &str) -> usize {
    columns(text, Options::default())
}

/// Columns of `text` on one line laid out as `options` say.
pub fn columns(text: &str, options: Options) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.len();
    }
    Layout::new(text, options).width()
}

/// Columns of `text` on one line if they are at most `most`; of a longer text no more is looked at than
/// that many columns can show.
pub fn columns_within(text: &str, most: usize, options: Options) -> Option<usize> {
    let start = super::head_in_sight(text, most);
    let columns = (start.len() == text.len()).then(|| columns(text, options));
    columns.filter(|columns| *columns <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_not_laid_out_to_be_found_too_wide() {
        let long = "صدى ".repeat(1_000_000);
        let before = crate::text::laid_out_bytes();
        assert_eq!(columns_within(&long, 80, Options::default()), None);
        assert_eq!(columns_within("صدى", 3, Options::default()), Some(3));
        assert_eq!(columns_within("صدى", 2, Options::default()), None);
        assert_eq!(columns_within("", 0, Options::default()), Some(0));
        assert!(crate::text::laid_out_bytes() - before < 100);
    }

    #[test]
    fn counts_cells() {
        for (text, columns) in [
            ("", 0),
            ("abc d", 5),
            ("سلام", 3),
            ("لا ولا بلا", 7),
            ("بَيْت", 3),
            ("e\u{301}", 1),
            ("中文", 4),
            ("\u{1F44D}\u{1F3FD}", 2),
            ("a\u{200F}\u{1B}b", 2),
            ("\t", 1),
        ] {
            assert_eq!(str_columns(text), columns, "{text:?}");
        }
    }
}
