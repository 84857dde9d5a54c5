//! The roles a cell can play and the style of each, in 16 colours or in none.

use ratatui::style::{Color, Modifier, Style};

use crate::app::listed_enum::listed_enum;

listed_enum! {
    /// What a cell is for. Drawing code names roles, never colours.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Role {
        Plain,
        /// The bars above and below.
        Bar,
        BarStrong,
        Title,
        Date,
        Source,
        /// Rules, labels, furniture of the page, opened repeats.
        Dim,
        /// The line of folded text, and the signs for repeats and versions in lists.
        Fold,
        Hit,
        /// The hit that n and N go from.
        CurrentHit,
        Selected,
        Message,
        /// Words that the repeated sentence had otherwise.
        Changed,
        /// The earlier words that a repeat was followed to.
        Earlier,
        /// Words that only the first of two versions has, and its number.
        OnlyFirst,
        /// Words that only the second of two versions has, and its number.
        OnlySecond,
        /// Words that the other version has in another place.
        Moved,
    }
}

/// How roles look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Colour,
    /// `NO_COLOR`: attributes only.
    Mono,
}

impl Theme {
    pub fn style(self, role: Role) -> Style {
        match self {
            Theme::Colour => colour(role),
            Theme::Mono => mono(role),
        }
    }
}

fn colour(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Plain => style,
        Role::Bar | Role::Selected => style.fg(Color::White).bg(Color::Blue),
        Role::BarStrong => style
            .fg(Color::LightYellow)
            .bg(Color::Blue)
            .add_modifier(Modifier::BOLD),
        Role::Title => style.add_modifier(Modifier::BOLD),
        Role::Date => style.fg(Color::Cyan),
        Role::Source => style.fg(Color::Green),
        Role::Dim => style.fg(Color::DarkGray),
        Role::Fold => style.fg(Color::Magenta),
        Role::Hit => style.fg(Color::Black).bg(Color::Yellow),
        Role::CurrentHit => style.fg(Color::Black).bg(Color::LightGreen),
        Role::Message => style.fg(Color::Yellow),
        Role::Changed => style.fg(Color::LightRed).add_modifier(Modifier::UNDERLINED),
        Role::Earlier => style.fg(Color::Black).bg(Color::Cyan),
        Role::OnlyFirst => style.fg(Color::White).bg(Color::Red),
        Role::OnlySecond => style.fg(Color::Black).bg(Color::Green),
        Role::Moved => style.fg(Color::Cyan).add_modifier(Modifier::UNDERLINED),
    }
}

fn mono(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Plain | Role::Date | Role::Source | Role::Message => style,
        Role::Bar | Role::Selected | Role::Earlier => style.add_modifier(Modifier::REVERSED),
        Role::BarStrong | Role::CurrentHit => {
            style.add_modifier(Modifier::REVERSED | Modifier::BOLD)
        }
        Role::Title => style.add_modifier(Modifier::BOLD),
        Role::Dim | Role::Fold => style.add_modifier(Modifier::DIM),
        Role::Hit | Role::Changed | Role::OnlyFirst | Role::OnlySecond => {
            style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD)
        }
        Role::Moved => style.add_modifier(Modifier::UNDERLINED | Modifier::DIM),
    }
}
