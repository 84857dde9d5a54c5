//! From what the parser of JSON says to the same in the reader's language.

use crate::words::messages;

messages! {
    /// Why something is not JSON.
    pub enum JsonFault {
        EndsInList "json-ends-in-list";
        EndsInObject "json-ends-in-object";
        EndsInString "json-ends-in-string";
        EndsBeforeValue "json-ends-before-value";
        NoColon "json-no-colon";
        ListGoesOn "json-list-goes-on";
        ObjectGoesOn "json-object-goes-on";
        NoLiteral "json-no-literal";
        NoValue "json-no-value";
        NoQuote "json-no-quote";
        Escape "json-escape";
        Number "json-number";
        NumberTooLarge "json-number-too-large";
        CodePoint "json-code-point";
        Control "json-control";
        KeyNoString "json-key-no-string";
        LoneSurrogate "json-lone-surrogate";
        TrailingComma "json-trailing-comma";
        TrailingText "json-trailing-text";
        EscapeCutOff "json-escape-cut-off";
        TooDeep "json-too-deep";
        /// Whatever else the parser may say.
        Other "json-other" { text: Foreign };
    }
}

impl JsonFault {
    /// What the parser says, in lower case and without the place.
    pub fn of(text: &str) -> JsonFault {
        match text {
            "eof while parsing a list" => JsonFault::EndsInList,
            "eof while parsing an object" => JsonFault::EndsInObject,
            "eof while parsing a string" => JsonFault::EndsInString,
            "eof while parsing a value" => JsonFault::EndsBeforeValue,
            "expected `:`" => JsonFault::NoColon,
            "expected `,` or `]`" => JsonFault::ListGoesOn,
            "expected `,` or `}`" => JsonFault::ObjectGoesOn,
            "expected ident" => JsonFault::NoLiteral,
            "expected value" => JsonFault::NoValue,
            "expected `\"`" => JsonFault::NoQuote,
            "invalid escape" => JsonFault::Escape,
            "invalid number" => JsonFault::Number,
            "number out of range" => JsonFault::NumberTooLarge,
            "invalid unicode code point" => JsonFault::CodePoint,
            "control character (\\u0000-\\u001f) found while parsing a string" => {
                JsonFault::Control
            }
            "key must be a string" => JsonFault::KeyNoString,
            "lone leading surrogate in hex escape" => JsonFault::LoneSurrogate,
            "trailing comma" => JsonFault::TrailingComma,
            "trailing characters" => JsonFault::TrailingText,
            "unexpected end of hex escape" => JsonFault::EscapeCutOff,
            "recursion limit exceeded" => JsonFault::TooDeep,
            other => JsonFault::Other {
                text: other.to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Said, Words};

    /// Texts that are no JSON, one for each thing that the parser says of them.
    const NO_JSON: [&str; 21] = [
        "[1",
        "{\"a\":1",
        "\"a",
        "{\"a\":",
        "{\"a\" 1}",
        "[1 2]",
        "{\"a\":1 2}",
        "nul ",
        "x",
        "{1:2}",
        "\"\\x\"",
        "-a",
        "1e999",
        "\"\\udc00\"",
        "\"\n\"",
        "{\"a\":1,2:3}",
        "\"\\ud800a\"",
        "[1,]",
        "1 1",
        "\"\\u12",
        "",
    ];

    /// In English it is what the parser says; in other languages there is nothing of that.
    #[test]
    fn what_the_parser_of_json_says_is_known() {
        let deep = "[".repeat(200);
        for text in NO_JSON.into_iter().chain([deep.as_str()]) {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            let own = error.to_string().to_lowercase();
            let own = own.split(" at line ").next().unwrap_or_default();
            let fault = JsonFault::of(own);
            assert_eq!(Words::ENGLISH.plain(&fault), own, "{text}");
            assert_ne!(fault.code(), "json-other", "{text}: {own}");
        }
    }
}
