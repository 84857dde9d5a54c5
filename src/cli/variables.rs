//! Variables of the environment that name one of a few values.

use clap::ValueEnum;

/// What some variables say.
pub(super) struct VariableChoice<T> {
    /// The value that the first of them names, and which that is.
    pub(super) named: Option<(T, &'static str)>,
    /// The last variable before that with a value that is unknown, and the value.
    pub(super) unknown: Option<(&'static str, String)>,
}

/// Looks into some variables, the one that counts for most first; an empty one says nothing.
pub(super) fn choice<T: ValueEnum>(
    names: &[&'static str],
    variable: impl Fn(&str) -> Option<String>,
) -> VariableChoice<T> {
    let mut unknown = None;
    for name in names {
        let Some(value) = variable(name).filter(|value| !value.is_empty()) else {
            continue;
        };
        match T::from_str(&value, true) {
            Ok(named) => {
                let named = Some((named, *name));
                return VariableChoice { named, unknown };
            }
            Err(_) => unknown = Some((*name, value)),
        }
    }
    VariableChoice {
        named: None,
        unknown,
    }
}
