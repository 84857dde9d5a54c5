//! The language of queries on one screen.

use crate::words::messages;

messages! {
    /// What an example of a query finds.
    #[derive(Copy, Eq)]
    pub enum SyntaxFinds {
        /// Above the examples.
        Title "syntax-title";
        BothWords "syntax-both-words";
        Together "syntax-together";
        Either "syntax-either";
        Without "syntax-without";
        OneSpelling "syntax-one-spelling";
        Near "syntax-near";
        InTitle "syntax-in-title";
        FromSource "syntax-from-source";
        InDays "syntax-in-days";
    }
}

/// An example of a query, and what it finds.
#[derive(Debug)]
pub struct SyntaxExample {
    pub example: &'static str,
    pub finds: SyntaxFinds,
}

/// The language on one screen.
pub const SYNTAX: [SyntaxExample; 9] = [
    finds("وزير الخارجية", SyntaxFinds::BothWords),
    finds("\"مجلس الوزراء\"", SyntaxFinds::Together),
    finds("سوريا أو العراق", SyntaxFinds::Either),
    finds("-رياضة", SyntaxFinds::Without),
    finds("=أميركا  حكوم*", SyntaxFinds::OneSpelling),
    finds("النفط ~5 أسعار", SyntaxFinds::Near),
    finds("عنوان:انتخابات", SyntaxFinds::InTitle),
    finds("مصدر:الماسة", SyntaxFinds::FromSource),
    finds("تاريخ:2015-08..09", SyntaxFinds::InDays),
];

const fn finds(example: &'static str, finds: SyntaxFinds) -> SyntaxExample {
    SyntaxExample { example, finds }
}
