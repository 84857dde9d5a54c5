//! Words a person sees beside corpus text and the help table (see [`super::action`]): whole
//! phrases; labels that stand in one place alone stay there.

use crate::corpus::Level;
use crate::text::isolated;

/// The program's name, as shown.
pub const NAME: &str = "fihrist";
pub const SEARCH_LABEL: &str = "Search";
pub const NO_ARTICLES: &str = "no articles here; ! says why";
pub const NOTHING_FOUND: &str = "nothing found";
pub const LOADING: &str = "loading";
pub const STOPPING: &str = "stopping at";
pub const WAITING: &str = "waiting for more";
pub const ALL_READ: &str = "all read, indexing";
pub const UNKNOWN: &str = "unknown";
pub const UNKNOWN_DATE: &str = "—";
pub const NO_TITLE: &str = "(no title)";
pub const LOOSENED: &str = "no article has all the words; these have some";
/// After a number: the header above articles that have only some of the words.
pub const WITH_SOME: &str = "more with some of the words";
pub const FORMS: &str = "Forms:";
pub const AKIN: &str = "akin:";
pub const NO_FORMS: &str = "in no article";
pub const ALL_FORMS: &str = "all forms";
pub const THIS_WORD: &str = "this word";
pub const EXACT: &str = "exact";
pub const THIS_ONE: &str = "this only";
pub const SYNTAX: &str = "Search syntax";
pub const RELATED: &str = "Related";
pub const NOTHING_RELATED: &str = "nothing close to this article";
pub const VERSIONS_OF_THIS: &str = "versions of this article";
pub const NO_PROBLEMS: &str = "no problems";
/// The same while the corpus is loading.
pub const NO_PROBLEMS_YET: &str = "no problems so far";
/// The placeholder of something that has not come.
pub const NOT_HERE: &str = "…";
pub const GONE_STAYS: &str = "gone from the corpus; it can be read until another article is opened";
/// Before the facts of an article that is being read and whose file, or record, is no longer there.
pub const GONE: &str = "gone from the corpus";
pub const NO_FOLD_IN_VIEW: &str = "no fold in view; E opens all";
pub const SAME_ELSEWHERE: &str = "The same elsewhere";
pub const NOTHING_ELSEWHERE: &str = "nothing of this article stands in another";
pub const IN_VIEW: &str = "the passage in view";
pub const FIRST_VERSION: &str = "the first version";
pub const WORD_FOR_WORD: &str = "word for word the same";
pub const SAME_STORY: &str = "same story";
pub const HELP_TITLE: &str = "Keys";
pub const PROBLEMS_TITLE: &str = "Problems";
pub const SHOW_PROBLEMS: &str = "! shows them";
pub const MORE: &str = "more";
pub const OVERLAY_KEYS: &str = "q closes · j k scroll";
pub const PROBLEMS_KEYS: &str = "q closes · Enter unfolds";
/// What going back is called among the keys.
pub const BACK: &str = "back";
pub const NOT_IN_LIST: &str = "not in the list";
/// The name of a corpus that is piped in.
pub const STDIN: &str = "stdin";
pub const OTHER_COLUMNS: &str = "other columns";
pub const INFO_TITLE: &str = "What is known";
pub const TOP: &str = "top";
pub const END: &str = "end";
pub const SOURCES: &str = "Sources";
pub const MONTHS: &str = "Months";

/// A query as it may stand in a text: what follows a colon changes places with nothing.
pub fn query_in_text(query: &str) -> String {
    match query.split_once(':') {
        Some((field, value)) => format!("{field}:{}", isolated(value)),
        None => query.to_owned(),
    }
}

/// The message for an ask that failed.
pub fn failed(reason: &str) -> String {
    format!("no answer: {reason}; R asks again")
}

/// `3 errors`, `12 guesses`, `1 note`.
pub fn counted_problems(n: usize, level: Level) -> String {
    match level {
        Level::Error => counted(n, "error", "errors"),
        Level::Guess => counted(n, "guess", "guesses"),
        Level::Note => counted(n, "note", "notes"),
    }
}

/// `1 article`, `1,234 articles`.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n), if n == 1 { one } else { many })
}

/// `30,676`
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (n, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (30_676, "30,676")] {
            assert_eq!(thousands(n), text);
        }
        assert_eq!(counted(1, "article", "articles"), "1 article");
    }
}
