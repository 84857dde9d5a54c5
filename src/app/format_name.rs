//! From the name under which the library knows a format (`JSON`, `text (gzip)`) to the same in the reader's language.

use crate::words::{Said, Sentence, messages};

messages! {
    /// How files were read.
    pub enum FormatName {
        Text "format-text";
        Mail "format-mail";
        Feed "format-feed";
        /// One that is called the same in every language.
        Named "format-named" { name: Code };
        /// What was unpacked before.
        Packed "format-packed" { format: Said, packing: Codes };
    }
}

impl FormatName {
    /// The format of [`Article::read_as`](crate::corpus::Article::read_as).
    pub fn of(read_as: &str) -> FormatName {
        let packed = read_as
            .strip_suffix(')')
            .and_then(|text| text.split_once(" ("));
        if let Some((format, packing)) = packed {
            return FormatName::Packed {
                format: FormatName::of(format).sentence(),
                packing: packing.split(", ").map(str::to_owned).collect(),
            };
        }
        match read_as {
            "text" => FormatName::Text,
            "mail" => FormatName::Mail,
            "feed" => FormatName::Feed,
            name => FormatName::Named {
                name: name.to_owned(),
            },
        }
    }

    /// The same, as an argument of other messages.
    pub fn said(read_as: &str) -> Sentence {
        FormatName::of(read_as).sentence()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Base, Layout, Options};
    use crate::words::{Language, Words};

    #[test]
    fn a_format_has_its_name_in_each_language() {
        for name in ["JSON", "text", "feed (gzip)", "mail (zip, gzip)", "mbox"] {
            assert_eq!(Words::ENGLISH.plain(&FormatName::of(name)), name);
        }
        let arabic = Words {
            language: Language::Arabic,
            ..Words::ENGLISH
        };
        for (name, expected) in [
            ("JSON", "JSON"),
            ("text", "نص"),
            ("text (zip, gzip)", "نص (zip، gzip)"),
        ] {
            assert_eq!(arabic.plain(&FormatName::of(name)), expected);
        }
        // Beside a number it is one thing: its parts change no places.
        let list = format!("٥ {}", arabic.say(&FormatName::of("JSON (gzip)")));
        let options = Options {
            base: Base::Rtl,
            ..Options::default()
        };
        let shown = Layout::new(&list, options).line().visual();
        assert!(shown.contains("JSON (gzip)"), "{shown}");
    }
}
