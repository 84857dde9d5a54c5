//! The roles a cell can play and the style of each, for dark and light backgrounds, in 256 colours, 16 or none.

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
        /// The hit in what is selected.
        SelectedHit,
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

/// How roles look. Each is right on every background that it is given on: text has a contrast of 4.5 and a mark one of 3, or
/// that of the terminal's own letters where it is less (Solarized Light). Attributes and the terminal's own colours come first,
/// then fixed ones of the 256; colour 8 is the background of some and is never used, and what is faint on black cannot be read
/// on Solarized.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    Dark,
    Light,
    /// For a dark background and a terminal of sixteen colours: of these, green and cyan can be read on all.
    DarkSixteen,
    /// For a light background: of the sixteen, red and magenta can be read on all.
    LightSixteen,
    /// Attributes only: right on any background.
    #[default]
    Mono,
}

impl Theme {
    pub const ALL: [Theme; 5] = [
        Theme::Dark,
        Theme::Light,
        Theme::DarkSixteen,
        Theme::LightSixteen,
        Theme::Mono,
    ];

    pub fn style(self, role: Role) -> Style {
        match self {
            Theme::Dark => dark(role),
            Theme::Light => light(role),
            Theme::DarkSixteen => dark_sixteen(role),
            Theme::LightSixteen => light_sixteen(role),
            Theme::Mono => mono(role),
        }
    }
}

/// A fixed colour of the 256, whatever the terminal's own sixteen are.
fn fixed(index: u8) -> Style {
    Style::new().fg(Color::Indexed(index))
}

fn dark(role: Role) -> Style {
    let (soft_blue, soft_red, soft_green) = (fixed(109), fixed(210), fixed(114));
    match role {
        Role::Bar => fixed(248),
        Role::BarStrong => Style::new().fg(Color::White).add_modifier(Modifier::BOLD),
        Role::Date => fixed(247),
        Role::Dim => fixed(246),
        Role::Source => soft_blue,
        Role::Fold => fixed(139),
        Role::Message => fixed(179),
        Role::Hit => Style::new().fg(Color::Yellow).reversed(),
        Role::SelectedHit => Style::new().fg(Color::Yellow).underlined(),
        Role::Earlier => soft_blue.reversed(),
        Role::OnlyFirst => soft_red.underlined(),
        Role::OnlySecond => soft_green.underlined(),
        Role::Moved => soft_blue.underlined(),
        Role::Plain | Role::Title | Role::CurrentHit | Role::Selected | Role::Changed => mono(role),
    }
}

fn light(role: Role) -> Style {
    let (deep_blue, deep_red, deep_green) = (fixed(24), fixed(124), fixed(22));
    match role {
        Role::Bar => fixed(240),
        Role::Date => fixed(241),
        Role::Dim => fixed(242),
        Role::Source => deep_blue,
        Role::Fold => fixed(96),
        Role::Message => fixed(94),
        Role::Hit => fixed(130).reversed(),
        Role::SelectedHit => fixed(130).underlined(),
        Role::Earlier => deep_blue.reversed(),
        Role::OnlyFirst => deep_red.underlined(),
        Role::OnlySecond => deep_green.underlined(),
        Role::Moved => deep_blue.underlined(),
        Role::Plain
        | Role::BarStrong
        | Role::Title
        | Role::CurrentHit
        | Role::Selected
        | Role::Changed => mono(role),
    }
}

fn dark_sixteen(role: Role) -> Style {
    let (green, cyan) = (Style::new().fg(Color::Green), Style::new().fg(Color::Cyan));
    match role {
        Role::Source => green,
        Role::Fold => cyan,
        Role::Hit => cyan.reversed(),
        Role::Earlier => green.reversed(),
        Role::OnlySecond => green.underlined(),
        Role::SelectedHit | Role::Moved => cyan.underlined(),
        _ => mono(role),
    }
}

fn light_sixteen(role: Role) -> Style {
    let (red, magenta) = (Style::new().fg(Color::Red), Style::new().fg(Color::Magenta));
    match role {
        Role::Fold => magenta,
        Role::Hit => magenta.reversed(),
        Role::OnlyFirst => red.underlined(),
        Role::SelectedHit | Role::Moved => magenta.underlined(),
        _ => mono(role),
    }
}

/// Bold and reversed never meet: the Linux console would show that in dark grey on grey.
fn mono(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Plain | Role::Bar | Role::Date | Role::Source | Role::Dim | Role::Fold => style,
        Role::BarStrong | Role::Title | Role::Message => style.bold(),
        Role::Selected | Role::Earlier => style.reversed(),
        Role::CurrentHit => style.reversed().underlined(),
        Role::Hit | Role::SelectedHit | Role::Changed | Role::OnlyFirst | Role::OnlySecond => {
            style.bold().underlined()
        }
        Role::Moved => style.underlined(),
    }
}
