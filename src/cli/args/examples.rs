//! The examples that stand first in the help, and what is to be known of paths.

use crate::words::messages;

messages! {
    /// What an example does, and what holds for all commands.
    pub(super) enum ExampleText {
        Examples "help-examples";
        Browse "example-browse";
        Search "example-search";
        Json "example-json";
        Forms "example-forms";
        Show "example-show";
        Related "example-related";
        Dups "example-dups";
        Stats "example-stats";
        Check "example-check";
        Kept "example-kept";
        Piped "example-piped";
        /// What a path is, and which files are read.
        Paths "help-paths-are";
        NamedLikeACommand "help-path-like-command";
        Status "help-exit-status";
    }
}

/// What is typed, and what it does.
pub(super) const EXAMPLES: [(&str, ExampleText); 11] = [
    ("fihrist demo-corpus", ExampleText::Browse),
    ("fihrist search ميناء news.jsonl", ExampleText::Search),
    (
        "fihrist search --json 'معرض الكتاب' news/",
        ExampleText::Json,
    ),
    ("fihrist search --forms سوريا news/", ExampleText::Forms),
    ("fihrist show ID news/", ExampleText::Show),
    ("fihrist related ID news/", ExampleText::Related),
    ("fihrist dups --scope corpus news/", ExampleText::Dups),
    ("fihrist stats news/", ExampleText::Stats),
    ("fihrist check news/", ExampleText::Check),
    ("fihrist kept", ExampleText::Kept),
    ("zcat news.gz | fihrist", ExampleText::Piped),
];
