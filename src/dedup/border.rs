//! What stands between two words of a paragraph in, how strong a border it is out.
//!
//! Sentences end after `. ! ? ؟ … ۔` and closing quotes, also where the next word is glued on
//! (`السنة.وقال`), but not after a one-letter abbreviation (`د. سعاد`, while `1436هـ.` does end one)
//! and never inside a number (`3 .2`). Runs of spaces, dashes and bullets often stand where a
//! paragraph broke, and often mean nothing: they count only with a sentence's end on the other side.

use crate::text::normalize::{Word, WordKind};

/// Strength of the border between two neighbouring words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Within a sentence.
    None,
    /// A repeat may end here if the earlier text has at least `Sentence` here.
    Weak,
    Sentence,
    Paragraph,
}

/// A border between two words; both positions are bytes in the gap between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordBorder {
    pub(super) strength: Strength,
    /// Where what belongs to the word before ends.
    pub(super) tail: usize,
    /// Where what belongs to the word after begins.
    pub(super) lead: usize,
}

/// What deciding on a border needs of the word before it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordBefore {
    /// A single letter that is not glued to a number.
    one_letter: bool,
    /// At most two letters: glued to another such, it is an initialism.
    short: bool,
    kind: Option<WordKind>,
    latin: bool,
    end: usize,
}

impl WordBefore {
    pub(super) fn is_number(self) -> bool {
        self.kind == Some(WordKind::Digits)
    }

    /// What deciding needs after `word`, which this one stood before.
    pub(super) fn then(self, word: &Word<'_>) -> WordBefore {
        let mut letters = word.norm.chars();
        let single = letters.next().is_some() && letters.next().is_none();
        let glued = self.is_number() && self.end == word.start;
        WordBefore {
            one_letter: word.kind == WordKind::Letters && single && !glued,
            short: is_short(word.norm),
            kind: Some(word.kind),
            latin: ends_latin(word.norm),
            end: word.end,
        }
    }
}

fn is_short(norm: &str) -> bool {
    norm.chars().nth(2).is_none()
}

fn ends_latin(norm: &str) -> bool {
    norm.bytes()
        .next_back()
        .is_some_and(|b| b.is_ascii_lowercase())
}

/// The border that `gap` makes between `before` and `after`.
pub(super) fn border(gap: &str, before: WordBefore, after: &Word<'_>) -> WordBorder {
    let inside = WordBorder {
        strength: Strength::None,
        tail: 0,
        lead: gap.len(),
    };
    if matches!(gap, " " | "") || splits_number(gap, before, after) {
        return inside;
    }
    if let Some(end) = sentence_end(gap, before, after) {
        return end;
    }
    match gap.find(char::is_whitespace) {
        Some(tail) if is_weak(gap) => WordBorder {
            strength: Strength::Weak,
            tail,
            lead: after_last_space(gap),
        },
        _ => inside,
    }
}

/// `3 .2` and `2015. 12` may be one number; a border there is not worth the risk.
fn splits_number(gap: &str, before: WordBefore, after: &Word<'_>) -> bool {
    before.is_number()
        && after.norm.starts_with(|c: char| c.is_ascii_digit())
        && matches!(gap.trim(), "." | "," | "٫" | "٬")
}

fn sentence_end(gap: &str, before: WordBefore, after: &Word<'_>) -> Option<WordBorder> {
    let mut rest = gap;
    while let Some(at) = rest.find(is_terminal) {
        let from = rest.get(at..)?;
        let closing = from.trim_start_matches(is_terminal);
        let signs = from.get(..from.len() - closing.len())?;
        let next = closing.trim_start_matches(is_closing);
        let tail = gap.len() - next.len();
        let lone_dot = signs == "." && closing.len() == next.len();
        rest = next;
        if lone_dot && before.one_letter && from.len() == gap.len() {
            continue;
        }
        if next.starts_with(char::is_whitespace) {
            return Some(WordBorder {
                strength: Strength::Sentence,
                tail,
                lead: after_last_space(gap),
            });
        }
        if let Some(strength) = glued(signs, next, before, after) {
            return Some(WordBorder {
                strength,
                tail,
                lead: tail,
            });
        }
    }
    None
}

/// How strong a sentence's end is that is glued to the first word of the next, if it is one at all:
/// never in `www.example.com`, `3.5` or `بي.بي.سي`, doubtful after Latin, before a number and after an ellipsis.
fn glued(signs: &str, next: &str, before: WordBefore, after: &Word<'_>) -> Option<Strength> {
    let opens = next
        .chars()
        .all(|c| matches!(c, '«' | '"' | '“' | '(' | '['));
    let arabic = after.kind == WordKind::Letters && !after.norm.starts_with(|c: char| c.is_ascii());
    let ellipsis = signs == "…" || signs.chars().nth(1).is_some();
    let initials = before.short && is_short(after.norm);
    // «العربية.نت» is a name.
    let address = matches!(after.norm, "نت" | "كوم");
    if !opens || initials || address || before.is_number() && !arabic {
        None
    } else if arabic && !before.latin && !ellipsis {
        Some(Strength::Sentence)
    } else if arabic || after.kind == WordKind::Digits {
        Some(Strength::Weak)
    } else {
        None
    }
}

fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '۔')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '»' | '’' | '\'' | ')' | ']')
}

/// Two or more spaces, or a dash or bullet between spaces.
fn is_weak(gap: &str) -> bool {
    let spaces = gap.chars().filter(|c| c.is_whitespace()).nth(1).is_some();
    spaces
        && gap
            .chars()
            .any(|c| matches!(c, '-' | '–' | '—' | '|' | '•' | '●' | '*' | '·'))
        || gap
            .chars()
            .zip(gap.chars().skip(1))
            .any(|(a, b)| a.is_whitespace() && b.is_whitespace())
}

fn after_last_space(gap: &str) -> usize {
    gap.len()
        - gap
            .chars()
            .rev()
            .take_while(|c| !c.is_whitespace())
            .map(char::len_utf8)
            .sum::<usize>()
}
