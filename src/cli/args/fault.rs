//! What clap has against some arguments in, the same as messages out.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::help::UsageLine;
use crate::cli::speaker::{Speaker, foreign};
use crate::tui::SaidError;
use crate::words::{Said, Sentence, messages};

messages! {
    /// What is wrong with an argument.
    enum ArgumentFault {
        Unexpected "unexpected-argument" { argument: Code };
        UnknownCommand "unknown-command" { command: Name };
        Invalid "invalid-value" { value: Name, argument: Code };
        InvalidBecause "invalid-value-because" { value: Name, argument: Code, why: Said };
        OneOf "invalid-value-one-of" { value: Name, argument: Code, values: Codes };
        ValueNeeded "value-needed" { argument: Code };
        NoValueWanted "no-value-wanted" { value: Name, argument: Code };
        Missing "missing-arguments" { arguments: Codes };
        Conflict "arguments-conflict" { argument: Code, other: Codes };
        Twice "argument-twice" { argument: Code };
        NotUtf8 "argument-not-utf8";
        /// Whatever clap may still say.
        Other "wrong-arguments" { error: Foreign };
    }
}

messages! {
    /// What follows it.
    enum ArgumentTip {
        Similar "similar-argument" { argument: Code };
        SimilarValue "similar-value" { value: Code };
        MoreHelp "more-help";
    }
}

messages! {
    /// Why a value is not understood.
    pub(super) enum ValueFault {
        NotWhole "no-whole-number";
        NotNumber "no-number";
        OutOfShare "no-share";
    }
}

/// Says on stderr what is wrong.
pub(super) fn report(error: &Error, speaker: &Speaker) {
    speaker.report(&fault(error));
    let similar =
        text(error, ContextKind::SuggestedArg).map(|argument| ArgumentTip::Similar { argument });
    let value = text(error, ContextKind::SuggestedValue);
    let similar = similar.or(value.map(|value| ArgumentTip::SimilarValue { value }));
    if let Some(similar) = similar {
        speaker.add(&similar);
    }
    if let Some(usage) = text(error, ContextKind::Usage) {
        let usage = usage.trim_start_matches("Usage:").trim().to_owned();
        speaker.add(&UsageLine::of(&usage, speaker));
    }
    speaker.add(&ArgumentTip::MoreHelp);
}

fn fault(error: &Error) -> ArgumentFault {
    let other = || ArgumentFault::Other {
        error: error.kind().to_string(),
    };
    let argument = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    let known = match error.kind() {
        ErrorKind::UnknownArgument => {
            argument.map(|argument| ArgumentFault::Unexpected { argument })
        }
        ErrorKind::InvalidSubcommand => text(error, ContextKind::InvalidSubcommand)
            .map(|command| ArgumentFault::UnknownCommand { command }),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => argument
            .zip(value)
            .map(|(argument, value)| rejected(error, argument, value)),
        ErrorKind::TooManyValues => argument
            .zip(value)
            .map(|(argument, value)| ArgumentFault::NoValueWanted { value, argument }),
        ErrorKind::MissingRequiredArgument => {
            let arguments = texts(error, ContextKind::InvalidArg);
            (!arguments.is_empty()).then_some(ArgumentFault::Missing { arguments })
        }
        ErrorKind::ArgumentConflict => argument.map(|argument| {
            let mut other = texts(error, ContextKind::PriorArg);
            other.retain(|other| *other != argument);
            if other.is_empty() {
                ArgumentFault::Twice { argument }
            } else {
                ArgumentFault::Conflict { argument, other }
            }
        }),
        ErrorKind::InvalidUtf8 => Some(ArgumentFault::NotUtf8),
        _ => None,
    };
    known.unwrap_or_else(other)
}

fn rejected(error: &Error, argument: String, value: String) -> ArgumentFault {
    if value.is_empty() {
        return ArgumentFault::ValueNeeded { argument };
    }
    let why = std::error::Error::source(error).map(why);
    let values = texts(error, ContextKind::ValidValue);
    match why {
        Some(why) => ArgumentFault::InvalidBecause {
            value,
            argument,
            why,
        },
        None if !values.is_empty() => ArgumentFault::OneOf {
            value,
            argument,
            values,
        },
        None => ArgumentFault::Invalid { value, argument },
    }
}

/// What the parser of a value says.
fn why(source: &(dyn std::error::Error + 'static)) -> Sentence {
    if let Some(SaidError(said)) = source.downcast_ref() {
        said.clone()
    } else if source.is::<std::num::ParseIntError>() {
        ValueFault::NotWhole.sentence()
    } else {
        foreign(&source)
    }
}

/// What clap knows of an error.
fn text(error: &Error, kind: ContextKind) -> Option<String> {
    texts(error, kind).into_iter().next()
}

/// The same where it may be several things.
fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    }
}
