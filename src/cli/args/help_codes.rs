//! From the name of a command, an argument or a value to the message that says what it is for.

use crate::words::Sentence;

/// Makes the list of messages of help, whose codes have `help-` before them.
macro_rules! helps {
    ($($code:literal;)+) => {
        /// The messages of help.
        pub(super) const HELPS: &[&str] = &[$(concat!("help-", $code)),+];
    };
}

helps! {
    "about";
    "terminal";
    "list";
    "check";
    "stats";
    "search";
    "show";
    "dups";
    "related";
    "kept";
    "kept-list";
    "kept-drop";
    "kept-verify";
    "help";
    "help-flag";
    "version";
    "json";
    "paths";
    "corpus-paths";
    "encoding";
    "map";
    "whole-files";
    "no-keep";
    "keep-dir";
    "verify";
    "memory";
    "memory-auto";
    "memory-disk";
    "bidi";
    "shape";
    "tashkeel";
    "theme";
    "measure";
    "ascii";
    "plain-text";
    "keyboard";
    "mouse";
    "search-query";
    "search-n";
    "search-typing";
    "search-exact";
    "search-word";
    "search-source";
    "search-from";
    "search-to";
    "search-sort";
    "search-sort-relevance";
    "search-sort-date";
    "search-sort-oldest";
    "search-sort-source";
    "search-forms";
    "search-snippets";
    "search-queries";
    "show-id";
    "show-dedup";
    "show-raw";
    "show-dups";
    "show-visual";
    "show-width";
    "dups-scope";
    "dups-all";
    "dups-min-words";
    "dups-threshold";
    "related-id";
    "related-n";
    "related-all";
    "related-explain";
    "kept-drop-which";
    "kept-drop-all";
    "heading-reading";
    "heading-keeping";
    "heading-display";
    "heading-language";
    "language";
    "digits";
    "dir";
}

/// The message of help of that name.
pub(super) fn help(name: &str) -> Option<Sentence> {
    let of = |code: &&&str| code.strip_prefix("help-") == Some(name);
    let code = HELPS.iter().find(of)?;
    Some(Sentence::new(code, Vec::new()))
}
