//! What the overview says: headings, labels and figures.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::app::format_name::FormatName;
use crate::library::MemoryUse;
use crate::text::width::str_columns;
use crate::words::{Words, messages};

/// Fewest columns of a label, its blanks included.
const MIN_LABEL_COLS: u16 = 12;

messages! {
    /// A heading, or the label of a line.
    pub(super) enum OverviewLabel {
        Title "overview";
        Articles "overview-articles";
        Repeated "overview-repeated";
        Stories "overview-stories";
        Dates "overview-dates";
        ReadAs "overview-read-as";
        Encodings "overview-encodings";
        Problems "overview-problems";
        Memory "overview-memory";
        AllSources "all-sources";
        Longest "longest-articles";
        MostRepeated "most-repeated-articles";
    }
}

messages! {
    /// A figure beside a label.
    pub(crate) enum OverviewFigure {
        FromSources "from-sources" { sources: Count };
        SaidAgain "words-said-again" { words: Count };
        /// Articles whose date is known to the day.
        ByTheDay "dates-by-the-day" { articles: Count };
        /// Articles of which the month or the year is known.
        InPart "dates-in-part" { articles: Count };
        Inferred "dates-inferred" { articles: Count };
        Unknown "dates-unknown" { articles: Count };
    }
}

messages! {
    /// How much memory a part of the corpus takes.
    pub(crate) enum MemoryPart {
        Texts "memory-texts" { size: Size };
        Index "memory-index" { size: Size };
        Lexicon "memory-lexicon" { size: Size };
        Columns "memory-columns" { size: Size };
        Cards "memory-cards" { size: Size };
        Lines "memory-lines" { size: Size };
    }
}

/// Columns of a label in the language shown, its blanks included.
pub(super) fn label_cols(words: Words) -> u16 {
    use OverviewLabel as L;
    let all = [
        L::Articles,
        L::Repeated,
        L::Stories,
        L::Dates,
        L::ReadAs,
        L::Encodings,
        L::Problems,
        L::Memory,
    ];
    let widest = all.iter().map(|label| str_columns(&words.say(label))).max();
    let widest = u16::try_from(widest.unwrap_or(0)).unwrap_or(MIN_LABEL_COLS);
    MIN_LABEL_COLS.max(widest + 2)
}

impl MemoryPart {
    /// The parts in the order of [`MemoryUse::parts`].
    pub(crate) fn of(of: &MemoryUse) -> [MemoryPart; 6] {
        use MemoryPart as P;
        [
            P::Texts { size: of.texts },
            P::Index { size: of.index },
            P::Lexicon { size: of.lexicon },
            P::Columns { size: of.columns },
            P::Cards { size: of.cards },
            P::Lines { size: of.lines },
        ]
    }
}

/// What takes memory, the largest part first.
pub(super) fn memory_parts(of: &MemoryUse) -> Vec<MemoryPart> {
    let bytes = of.parts().map(|(_, bytes)| bytes);
    let mut parts: Vec<(u64, MemoryPart)> = bytes.into_iter().zip(MemoryPart::of(of)).collect();
    parts.sort_by_key(|(bytes, _)| Reverse(*bytes));
    parts.retain(|(bytes, _)| *bytes > 0);
    parts.into_iter().map(|(_, part)| part).collect()
}

/// The names of formats, and how many articles each has.
pub(super) fn forms(forms: &[(Arc<str>, usize)], words: Words) -> Vec<(String, usize)> {
    let named = forms.iter();
    named
        .map(|(form, n)| (words.say(&FormatName::of(form)), *n))
        .collect()
}
