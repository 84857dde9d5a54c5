//! The words of a language in, the text of a message out.
//!
//! A file of words is read when its language is first spoken; the others cost nothing.

use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

use super::numbers::{self, Digits};
use super::{Language, Words, pseudo};
use crate::text::Direction;

pub(super) type FluentArgs<'a> = fluent_bundle::FluentArgs<'a>;

/// The messages of a language, with numbers in some digits.
pub(super) type Bundle = FluentBundle<FluentResource>;

const LANGUAGES: usize = Language::ALL.len();
const DIGITS: usize = Digits::ALL.len();
static BUNDLES: [[OnceLock<Bundle>; DIGITS]; LANGUAGES] =
    [const { [const { OnceLock::new() }; DIGITS] }; LANGUAGES];
/// English with strange letters.
static PSEUDO: OnceLock<Bundle> = OnceLock::new();

/// The messages of a language.
pub(super) fn of(words: Words) -> Option<&'static Bundle> {
    if words.pseudo {
        return Some(PSEUDO.get_or_init(|| read(words.language.file(), words)));
    }
    let own = BUNDLES.get(words.language as usize)?;
    let own = own.get(words.digits as usize)?;
    Some(own.get_or_init(|| read(words.language.file(), words)))
}

/// Reads a file of words; what in it is no message is passed over.
pub(super) fn read(file: &str, words: Words) -> Bundle {
    let resource = FluentResource::try_new(file.to_owned());
    let resource = resource.unwrap_or_else(|(readable, _)| readable);
    let id = words.language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // What needs it is isolated by its kind: a whole form of a sentence does not.
    bundle.set_use_isolating(false);
    let isolated = words.language.direction() == Direction::Rtl;
    bundle.set_formatter(Some(numbers::writer(words.digits, isolated)));
    if words.pseudo {
        bundle.set_transform(Some(pseudo::transform));
    }
    // Of a message that is there twice the first is said.
    let _ = bundle.add_resource(resource);
    bundle
}

/// The text of a message, or of one of its attributes; `None` where it lacks something.
pub(super) fn text(
    bundle: &Bundle,
    code: &str,
    attribute: Option<&str>,
    args: &FluentArgs<'_>,
) -> Option<String> {
    let message = bundle.get_message(code)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    errors.is_empty().then(|| text.into_owned())
}
