//! A normal spelling in, the spelling that stands for all variants of the same word out.
//!
//! The list is closed and short on purpose: only one word written two ways. `روسيا`/`روسية` is not
//! here, since the second is also an adjective. It is not the table of [`crate::analysis::spellings`],
//! which joins thousands of names for a search: what a search finds too much costs a glance, what is
//! folded too much hides text.

/// Normal spellings: the variant, then what it stands for. Written by hand.
const VARIANTS: [(&str, &str); 9] = [
    ("سوريه", "سوريا"),
    ("اميركا", "امريكا"),
    ("اميركي", "امريكي"),
    ("اميركيه", "امريكيه"),
    ("اميركيين", "امريكيين"),
    ("اميركيون", "امريكيون"),
    ("مسئول", "مسؤول"),
    ("مسئولين", "مسؤولين"),
    ("شئون", "شؤون"),
];

/// What may stand before a variant.
const PREFIXES: [&str; 8] = ["", "ال", "وال", "بال", "لل", "و", "ب", "ل"];

/// The prefix of `norm` to keep and the stem to put after it; `None` where `norm` is no variant.
pub(super) fn canonical(norm: &str) -> Option<(&str, &'static str)> {
    VARIANTS.iter().find_map(|(variant, stem)| {
        let prefix = norm.strip_suffix(variant)?;
        PREFIXES.contains(&prefix).then_some((prefix, *stem))
    })
}

#[cfg(test)]
mod tests {
    use super::canonical;

    fn check(norm: &str, expected: &str) {
        let got =
            canonical(norm).map_or(norm.to_owned(), |(prefix, stem)| format!("{prefix}{stem}"));
        assert_eq!(got, expected);
    }

    #[test]
    fn only_listed_words_change() {
        check("سوريه", "سوريا");
        check("السوريه", "السوريا");
        check("وبسوريه", "وبسوريه");
        check("للاميركيين", "للامريكيين");
        check("والشئون", "والشؤون");
        check("المسئولين", "المسؤولين");
        check("روسيه", "روسيه");
        check("كتاب", "كتاب");
    }
}
