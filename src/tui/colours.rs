//! From what the user says, the kind of terminal and the background that it reports to the theme.
//!
//! What is not known is not guessed: without an answer the screen has attributes only, which are right on any background.

use super::detect::Evidence;
use crate::ui::theme::Theme;

/// What the user says about colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the terminal's background needs it.
    #[default]
    Auto,
    Dark,
    Light,
    /// No colours.
    Mono,
    /// None but the terminal's own sixteen.
    Sixteen,
}

/// A terminal's background, as it reports it: red, green and blue, 255 at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Background(pub [u8; 3]);

/// Relative luminance (WCAG 2) of the lightest background on which the dark theme can be read.
const MAX_DARK: f64 = 0.027;
/// The same of the darkest one for the light theme.
const MIN_LIGHT: f64 = 0.85;

/// Whether a theme for dark or for light backgrounds is needed; `None` between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shade {
    Dark,
    Light,
}

impl Background {
    /// Reads `rgb:1c1c/1c1c/1c1c` with one to four digits a colour, `rgba:` with a fourth one, or `#1c1c1c`.
    pub(super) fn parse(text: &str) -> Option<Background> {
        let parts: Vec<&str> = if let Some(digits) = text.strip_prefix('#') {
            let width = digits.len() / 3;
            (0..3)
                .map(|at| digits.get(at * width..(at + 1) * width))
                .collect::<Option<_>>()?
        } else {
            let colour = text.strip_prefix("rgb:");
            let colour = colour.or_else(|| text.strip_prefix("rgba:"))?;
            colour.split('/').collect()
        };
        let mut parts = parts.into_iter().map(part);
        Some(Background([parts.next()??, parts.next()??, parts.next()??]))
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let share = f64::from(part) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn shade(self) -> Option<Shade> {
        let luminance = self.luminance();
        let dark = (luminance <= MAX_DARK).then_some(Shade::Dark);
        dark.or((luminance >= MIN_LIGHT).then_some(Shade::Light))
    }
}

/// One to four hexadecimal digits, of which as many `f` are the most, as 0 to 255.
fn part(digits: &str) -> Option<u8> {
    let most = match digits.len() {
        1 => 0xf,
        2 => 0xff,
        3 => 0xfff,
        4 => 0xffff,
        _ => return None,
    };
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from(value * 255 / most).ok()
}

/// The theme for a terminal.
pub(super) fn theme(choice: ThemeChoice, evidence: &Evidence) -> Theme {
    let term = evidence.environment.term.as_str();
    let found = evidence.answers.background.map(Background::shade);
    let shade = match (choice, found) {
        (ThemeChoice::Dark, _) => Some(Shade::Dark),
        (ThemeChoice::Light, _) => Some(Shade::Light),
        (ThemeChoice::Mono, _) => None,
        (_, Some(shade)) => shade,
        // It is not asked, and black unless it was set otherwise.
        (_, None) => (term == "linux").then_some(Shade::Dark),
    };
    let sixteen = choice == ThemeChoice::Sixteen || has_sixteen(term);
    match (shade, sixteen) {
        (Some(Shade::Dark), false) => Theme::Dark,
        (Some(Shade::Dark), true) => Theme::DarkSixteen,
        (Some(Shade::Light), false) => Theme::Light,
        (Some(Shade::Light), true) => Theme::LightSixteen,
        (None, _) => Theme::Mono,
    }
}

/// Terminals that make something else of the 256 colours. All that are still made know them.
fn has_sixteen(term: &str) -> bool {
    ["linux", "vt", "ansi", "cons25", "rxvt-16"]
        .iter()
        .any(|name| term.starts_with(name))
        || matches!(term, "rxvt" | "screen.linux")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(term: &str, background: Option<&str>) -> Evidence {
        let mut evidence = Evidence::default();
        evidence.environment.term = term.to_owned();
        evidence.answers.background = background.and_then(Background::parse);
        evidence
    }

    #[test]
    fn backgrounds_are_read_as_terminals_report_them() {
        for (text, expected) in [
            ("rgb:0000/2b2b/3636", Some([0, 0x2b, 0x36])),
            ("rgb:fd/f6/e3", Some([0xfd, 0xf6, 0xe3])),
            ("rgb:f/f/f", Some([255; 3])),
            ("rgb:fff/000/000", Some([255, 0, 0])),
            ("rgba:1c1c/1c1c/1c1c/ffff", Some([0x1c; 3])),
            ("#002b36", Some([0, 0x2b, 0x36])),
            ("#00002b2b3636", Some([0, 0x2b, 0x36])),
            ("#12", None),
            ("#١٢", None),
            ("rgb:00/00", None),
            ("rgb:zz/00/00", None),
            ("rgb:00000/00/00", None),
            ("?", None),
            ("", None),
        ] {
            assert_eq!(Background::parse(text).map(|b| b.0), expected, "{text}");
        }
    }

    #[test]
    fn the_background_decides_unless_the_user_does() {
        let (black, white) = (Some("rgb:0000/0000/0000"), Some("rgb:ffff/ffff/ffff"));
        let (solarized_dark, solarized_light) = (Some("#002b36"), Some("#fdf6e3"));
        for (choice, term, background, expected) in [
            (ThemeChoice::Auto, "xterm", black, Theme::Dark),
            (ThemeChoice::Auto, "xterm", white, Theme::Light),
            (ThemeChoice::Auto, "xterm", solarized_dark, Theme::Dark),
            (ThemeChoice::Auto, "xterm", solarized_light, Theme::Light),
            (ThemeChoice::Auto, "xterm", Some("#808080"), Theme::Mono),
            (ThemeChoice::Auto, "xterm", None, Theme::Mono),
            (ThemeChoice::Auto, "linux", None, Theme::DarkSixteen),
            (ThemeChoice::Dark, "linux", None, Theme::DarkSixteen),
            (ThemeChoice::Light, "vt220", None, Theme::LightSixteen),
            (ThemeChoice::Dark, "xterm", white, Theme::Dark),
            (ThemeChoice::Light, "xterm", None, Theme::Light),
            (ThemeChoice::Mono, "linux", black, Theme::Mono),
            (ThemeChoice::Sixteen, "xterm", black, Theme::DarkSixteen),
            (ThemeChoice::Sixteen, "xterm", white, Theme::LightSixteen),
            (ThemeChoice::Sixteen, "xterm", None, Theme::Mono),
        ] {
            let found = theme(choice, &evidence(term, background));
            assert_eq!(found, expected, "{choice:?} {term} {background:?}");
        }
    }
}
