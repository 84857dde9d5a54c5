//! Numbers of things as the screens show them by themselves: a number and its noun.

use crate::corpus::Level;
use crate::words::{Said, Sentence, messages};

messages! {
    /// How many there are of something.
    pub enum CountNote {
        Articles "count-articles" { articles: Count };
        Sources "count-sources" { sources: Count };
        Stories "count-stories" { stories: Count };
        Versions "count-versions" { versions: Count };
        Words "count-words" { words: Count };
        Paragraphs "count-paragraphs" { paragraphs: Count };
        Matches "count-matches" { matches: Count };
        Errors "count-errors" { errors: Count };
        Guesses "count-guesses" { guesses: Count };
        Notes "count-notes" { notes: Count };
        /// A number that grows while loading goes on.
        SoFar "count-so-far" { count: Said };
    }
}

messages! {
    /// From when to when.
    pub enum SpanNote {
        Years "years-span" { first: IsoDate, last: IsoDate };
        Dates "dates-span" { first: IsoDate, last: IsoDate };
    }
}

impl CountNote {
    /// The number as it is said: while loading goes on, that there may be more.
    pub fn while_loading(self, goes_on: bool) -> Sentence {
        let said = self.sentence();
        if goes_on {
            CountNote::SoFar { count: said }.sentence()
        } else {
            said
        }
    }

    pub fn articles(count: usize) -> CountNote {
        let articles = count as u64;
        CountNote::Articles { articles }
    }

    pub fn sources(count: usize) -> CountNote {
        let sources = count as u64;
        CountNote::Sources { sources }
    }

    pub fn stories(count: usize) -> CountNote {
        let stories = count as u64;
        CountNote::Stories { stories }
    }

    pub fn versions(count: usize) -> CountNote {
        let versions = count as u64;
        CountNote::Versions { versions }
    }

    pub fn words(count: usize) -> CountNote {
        let words = count as u64;
        CountNote::Words { words }
    }

    pub fn paragraphs(count: usize) -> CountNote {
        let paragraphs = count as u64;
        CountNote::Paragraphs { paragraphs }
    }

    pub fn matches(count: usize) -> CountNote {
        let matches = count as u64;
        CountNote::Matches { matches }
    }

    /// Problems of a level.
    pub fn problems(count: usize, level: Level) -> CountNote {
        let count = count as u64;
        match level {
            Level::Error => CountNote::Errors { errors: count },
            Level::Guess => CountNote::Guesses { guesses: count },
            Level::Note => CountNote::Notes { notes: count },
        }
    }
}
