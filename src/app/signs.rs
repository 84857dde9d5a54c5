//! The signs that rows and texts are marked with, each with what it means: all of them in the help, and each in the
//! message row when it is met first.

use super::action::Mode;
use super::browse::Browse;
use super::listed_enum::listed_enum;
use super::screen::Screen;
use super::shared::Shared;
use crate::words::{Said, Sentence, messages};

listed_enum! {
    /// A sign.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Sign {
        Folds,
        Versions,
        Behind,
        Guess,
        Fold,
        Near,
        Begun,
        TypedDirection,
        Taken,
        LeftOut,
        OutOfView,
    }
}

messages! {
    /// What a sign means.
    #[derive(Copy, Eq)]
    enum SignMeaning {
        Folds "sign-folds";
        Versions "sign-versions";
        Behind "sign-behind";
        Guess "sign-guess";
        Fold "sign-fold";
        Near "sign-near";
        Begun "sign-begun";
        TypedDirection "sign-typed-direction";
        Taken "sign-taken";
        LeftOut "sign-left-out";
        OutOfView "sign-out-of-view";
    }
}

messages! {
    /// A sign with its meaning.
    enum SignNote {
        Explained "sign-explained" { sign: Code, meaning: Said };
    }
}

impl Sign {
    /// The sign as it is shown, with a number where it has one.
    pub fn shown(self) -> &'static str {
        match self {
            Sign::Folds => "×8",
            Sign::Versions => "≡4",
            Sign::Behind => "+3",
            Sign::Guess => "~",
            Sign::Fold => "⋯ ▾",
            Sign::Near => "≈",
            Sign::Begun => "…",
            Sign::TypedDirection => "→ ←",
            Sign::Taken => "✓",
            Sign::LeftOut => "-",
            Sign::OutOfView => "↑3 ↓5",
        }
    }

    /// What it means.
    pub fn meaning(self) -> Sentence {
        let meaning = match self {
            Sign::Folds => SignMeaning::Folds,
            Sign::Versions => SignMeaning::Versions,
            Sign::Behind => SignMeaning::Behind,
            Sign::Guess => SignMeaning::Guess,
            Sign::Fold => SignMeaning::Fold,
            Sign::Near => SignMeaning::Near,
            Sign::Begun => SignMeaning::Begun,
            Sign::TypedDirection => SignMeaning::TypedDirection,
            Sign::Taken => SignMeaning::Taken,
            Sign::LeftOut => SignMeaning::LeftOut,
            Sign::OutOfView => SignMeaning::OutOfView,
        };
        meaning.sentence()
    }

    /// The sign and what it means, in one line.
    pub fn explained(self) -> Sentence {
        let sign = self.shown().split([' ', '8', '4', '3']).next();
        SignNote::Explained {
            sign: sign.unwrap_or_default().to_owned(),
            meaning: self.meaning(),
        }
        .sentence()
    }
}

/// Which signs were explained since the program began, and which one is now.
#[derive(Clone, Debug, Default)]
pub struct SignsMet {
    met: Vec<Sign>,
    /// What the message row explains until the next key.
    pub explained: Option<Sign>,
}

/// Explains a sign of what is selected or read, if it is met for the first time and nothing else is to be said.
pub(super) fn settle(screen: &Screen, shared: &mut Shared) {
    let Screen::Browse(browse) = screen else {
        return;
    };
    let panes = browse.panes(shared.size());
    let loading = &shared.loading;
    let says_more = shared.message.is_some()
        || loading.goes_on()
        || loading.failed.is_some()
        || loading.unseen
        || browse.failed().is_some()
        || browse.stories != browse.shows_stories()
        || browse.shows_loosened();
    if shared.signs.explained.is_some() || says_more || panes.message == panes.hints {
        return;
    }
    let met = &shared.signs.met;
    let new = |sign: &Sign| !met.contains(sign);
    if let Some(sign) = shown(browse).into_iter().flatten().find(new) {
        shared.signs.met.push(sign);
        shared.signs.explained = Some(sign);
    }
}

/// The signs of the selected row, or of the article that is read.
fn shown(browse: &Browse) -> [Option<Sign>; 4] {
    let mode = browse.mode();
    let card = browse.list.card().filter(|_| mode == Mode::List);
    let reader = browse.pane.reader().filter(|_| mode == Mode::Reader);
    if let Some(card) = card {
        return [
            (card.folds > 0).then_some(Sign::Folds),
            (card.versions > 1 + card.behind).then_some(Sign::Versions),
            (card.behind > 0).then_some(Sign::Behind),
            card.date.guess.map(|_| Sign::Guess),
        ];
    }
    let Some(reader) = reader else {
        return [None; 4];
    };
    [
        (reader.page.fold_count() > 0).then_some(Sign::Fold),
        (!reader.entry.folds.near.is_empty()).then_some(Sign::Near),
        (reader.entry.article.date_guess.as_ref()).map(|_| Sign::Guess),
        None,
    ]
}
