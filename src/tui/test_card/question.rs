//! A key in, what it answers to a question of the test card out; and what the card says.

use crate::app::key::{Code, KeyPress};
use crate::app::keyboard::Keyboard;
use crate::words::messages;

/// A question about the lines.
pub(super) struct CardQuestion {
    /// Label of the first line.
    pub first: char,
    pub title: CardText,
    /// How to judge, for a wide screen and a narrow one.
    pub explained: [CardText; 2],
    pub asked: [CardText; 2],
}

messages! {
    /// What stands on the card, which asks two questions; some texts have a shorter form.
    pub(super) enum CardText {
        LineTitle "card-line-title";
        LineExplained "card-line-explained";
        LineExplainedShort "card-line-explained-short";
        LooksTitle "card-looks-title";
        LooksExplained "card-looks-explained";
        LooksExplainedShort "card-looks-explained-short";
        WhichReadsRight "card-which-reads-right";
        WhichIsRight "card-which-is-right";
        WhichLooksBest "card-which-looks-best";
        WhichIsBest "card-which-is-best";
        /// The keys that name no line.
        None "card-none";
        Leave "card-leave";
    }
}

/// What a key answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CardAnswer {
    /// A line, or one past the last for none of them.
    Line(usize),
    Leave,
    Suspend,
}

pub(super) fn answer(
    key: KeyPress,
    keyboard: Keyboard,
    first: char,
    lines: usize,
) -> Option<CardAnswer> {
    // Letters of another layout stand for the key they are on.
    let key = key.latin(keyboard);
    match key.code {
        Code::Char('c') if key.ctrl => Some(CardAnswer::Leave),
        Code::Char('z') if key.ctrl => Some(CardAnswer::Suspend),
        _ if key.ctrl || key.alt => None,
        Code::Char('q') | Code::Esc => Some(CardAnswer::Leave),
        Code::Char('n') => Some(CardAnswer::Line(lines)),
        Code::Char(c) => {
            let line = (c as usize).checked_sub(first as usize)?;
            (line < lines).then_some(CardAnswer::Line(line))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_any_layout_answer() {
        for (name, expected) in [
            ("a", Some(CardAnswer::Line(0))),
            ("c", Some(CardAnswer::Line(2))),
            ("ؤ", Some(CardAnswer::Line(2))),
            ("n", Some(CardAnswer::Line(4))),
            ("e", None),
            ("q", Some(CardAnswer::Leave)),
            ("ض", Some(CardAnswer::Leave)),
            ("esc", Some(CardAnswer::Leave)),
            ("ctrl-c", Some(CardAnswer::Leave)),
            ("ctrl-d", None),
            ("ctrl-z", Some(CardAnswer::Suspend)),
        ] {
            assert_eq!(
                answer(name.parse().unwrap(), Keyboard::default(), 'a', 4),
                expected,
                "{name}"
            );
        }
    }
}
