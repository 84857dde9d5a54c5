//! A theme and a background in, the contrast of every style out (WCAG 2, relative luminance): on the palettes of xterm,
//! Solarized and the Linux console.

use fihrist::ui::theme::{Role, Theme};
use ratatui::style::{Color, Modifier, Style};

/// Red, green, blue.
type Rgb = [u8; 3];

/// What a terminal makes of bold letters in one of the first eight colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bold {
    /// xterm and others, by their settings: the colour or its bright one.
    MayBrighten,
    /// The console, which has sixteen colours: the bright one, also of what is reversed.
    Brightens,
}

/// A terminal's palette, its own letters and its background.
#[derive(Clone, Copy, Debug)]
struct Ground {
    name: &'static str,
    sixteen: [u32; 16],
    letters: u32,
    background: u32,
    bold: Bold,
}

const XTERM: [u32; 16] = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
    0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];
const SOLARIZED: [u32; 16] = [
    0x07_3642, 0xdc_322f, 0x85_9900, 0xb5_8900, 0x26_8bd2, 0xd3_3682, 0x2a_a198, 0xee_e8d5,
    0x00_2b36, 0xcb_4b16, 0x58_6e75, 0x65_7b83, 0x83_9496, 0x6c_71c4, 0x93_a1a1, 0xfd_f6e3,
];
const CONSOLE: [u32; 16] = [
    0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
    0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
];

const BLACK: Ground = Ground {
    name: "black",
    sixteen: XTERM,
    letters: 0xe5_e5e5,
    background: 0x00_0000,
    bold: Bold::MayBrighten,
};
const WHITE: Ground = Ground {
    name: "white",
    letters: 0x00_0000,
    background: 0xff_ffff,
    ..BLACK
};
const SOLARIZED_DARK: Ground = Ground {
    name: "Solarized Dark",
    sixteen: SOLARIZED,
    letters: 0x83_9496,
    background: 0x00_2b36,
    ..BLACK
};
const SOLARIZED_LIGHT: Ground = Ground {
    name: "Solarized Light",
    letters: 0x65_7b83,
    background: 0xfd_f6e3,
    ..SOLARIZED_DARK
};
const LINUX_CONSOLE: Ground = Ground {
    name: "the Linux console",
    sixteen: CONSOLE,
    letters: 0xaa_aaaa,
    background: 0x00_0000,
    bold: Bold::Brightens,
};

const GROUNDS: [Ground; 5] = [BLACK, WHITE, SOLARIZED_DARK, SOLARIZED_LIGHT, LINUX_CONSOLE];

/// The backgrounds that a theme is given on. The console has sixteen colours and is given no theme of more.
fn grounds(theme: Theme) -> Vec<Ground> {
    match theme {
        Theme::Dark => vec![BLACK, SOLARIZED_DARK],
        Theme::DarkSixteen => vec![BLACK, SOLARIZED_DARK, LINUX_CONSOLE],
        Theme::Light | Theme::LightSixteen => vec![WHITE, SOLARIZED_LIGHT],
        Theme::Mono => GROUNDS.to_vec(),
    }
}

fn rgb(colour: u32) -> Rgb {
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue]
}

/// A colour beyond the sixteen: the cube of six steps a side, then the greys.
fn fixed(index: u8) -> Rgb {
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
    if let Some(grey) = index.checked_sub(232) {
        return [8 + 10 * grey; 3];
    }
    let at = index - 16;
    [step(at / 36), step(at / 6 % 6), step(at % 6)]
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let share = f64::from(part) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let [one, other] = [one, other].map(|colour| luminance(colour) + 0.05);
    one.max(other) / one.min(other)
}

/// What a cell of a style looks like: its letter and what is behind it.
#[derive(Clone, Copy, Debug)]
struct Look {
    letter: Rgb,
    behind: Rgb,
}

impl Ground {
    fn own(&self) -> Look {
        Look {
            letter: rgb(self.letters),
            behind: rgb(self.background),
        }
    }

    fn resolve(&self, colour: Option<Color>, own: Rgb, bright: bool) -> Rgb {
        let at = match colour {
            None | Some(Color::Reset) => return own,
            Some(Color::Indexed(index)) => return fixed(index),
            Some(colour) => index(colour),
        };
        rgb(self.sixteen[if bright && at < 8 { at + 8 } else { at }])
    }

    /// All that a style may look like here.
    fn looks(&self, style: Style) -> Vec<Look> {
        let own = self.own();
        let bold = style.has_modifier(Modifier::BOLD);
        let reversed = style.has_modifier(Modifier::REVERSED);
        assert!(
            !(bold && reversed && self.bold == Bold::Brightens),
            "dark grey on grey"
        );
        let brights = match (bold, self.bold) {
            (false, _) => vec![false],
            (true, Bold::MayBrighten) => vec![false, true],
            (true, Bold::Brightens) => vec![true],
        };
        let look = |bright| {
            let look = Look {
                letter: self.resolve(style.fg, own.letter, bright),
                behind: self.resolve(style.bg, own.behind, false),
            };
            if reversed {
                Look {
                    letter: look.behind,
                    behind: look.letter,
                }
            } else {
                look
            }
        };
        brights.into_iter().map(look).collect()
    }
}

fn index(colour: Color) -> usize {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let at = NAMED.iter().position(|named| *named == colour);
    at.expect("one of the sixteen, or of the 256")
}

/// Whether a role makes a part of a text stand out.
fn is_mark(role: Role) -> bool {
    matches!(
        role,
        Role::Hit
            | Role::CurrentHit
            | Role::Selected
            | Role::SelectedHit
            | Role::Changed
            | Role::Earlier
            | Role::OnlyFirst
            | Role::OnlySecond
            | Role::Moved
    )
}

/// The contrast that a mark has with the page: what is behind its letters, or the line below them.
fn mark_contrast(style: Style, look: Look, page: Rgb) -> f64 {
    let line = if style.has_modifier(Modifier::UNDERLINED) {
        contrast(look.letter, look.behind)
    } else {
        1.0
    };
    contrast(look.behind, page).max(line)
}

#[test]
fn every_style_of_every_theme_can_be_read() {
    let mut least: Vec<(f64, String)> = Vec::new();
    for theme in Theme::ALL {
        for ground in grounds(theme) {
            let own = contrast(ground.own().letter, ground.own().behind);
            for role in Role::ALL {
                let style = theme.style(role);
                for look in ground.looks(style) {
                    let read = contrast(look.letter, look.behind);
                    let said = format!("{role:?} of {theme:?} on {}: {read:.2}", ground.name);
                    assert!(read >= own.min(4.5), "{said}");
                    least.push((read, said));
                    let mark = mark_contrast(style, look, rgb(ground.background));
                    let enough = !is_mark(role) || mark >= own.min(3.0);
                    assert!(
                        enough,
                        "the mark of {role:?} of {theme:?} on {}: {mark:.2}",
                        ground.name
                    );
                }
            }
        }
    }
    least.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (_, said) in least.iter().take(12) {
        println!("{said}");
    }
}

/// Faint letters are below what can be read on Solarized, and colour 8 is the background there.
#[test]
fn nothing_is_faint_or_of_colour_8() {
    for theme in Theme::ALL {
        for role in Role::ALL {
            let style = theme.style(role);
            assert!(!style.has_modifier(Modifier::DIM), "{theme:?} {role:?}");
            let colours = [style.fg, style.bg];
            assert!(
                !colours.contains(&Some(Color::DarkGray)),
                "{theme:?} {role:?}"
            );
        }
    }
}

/// Saturated blocks of colour are for words that were found, never for bars.
#[test]
fn bars_have_no_background() {
    for theme in Theme::ALL {
        for role in [Role::Bar, Role::BarStrong] {
            let style = theme.style(role);
            assert_eq!(style.bg, None, "{theme:?} {role:?}");
            assert!(
                !style.has_modifier(Modifier::REVERSED),
                "{theme:?} {role:?}"
            );
        }
    }
}

/// Marks differ from the text around them and from each other where both stand in one text.
#[test]
fn marks_are_told_apart() {
    for theme in Theme::ALL {
        for (one, other) in [
            (Role::Hit, Role::Plain),
            (Role::Hit, Role::Title),
            (Role::Hit, Role::CurrentHit),
            (Role::Hit, Role::Selected),
            (Role::SelectedHit, Role::Selected),
            (Role::Selected, Role::CurrentHit),
            (Role::Changed, Role::Earlier),
            (Role::Moved, Role::OnlyFirst),
            (Role::Moved, Role::OnlySecond),
        ] {
            assert_ne!(
                theme.style(one),
                theme.style(other),
                "{theme:?} {one:?} {other:?}"
            );
        }
    }
}

#[test]
fn contrast_is_that_of_wcag() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    assert!((contrast(rgb(0x65_7b83), rgb(0xfd_f6e3)) - 4.13).abs() < 0.01);
    assert_eq!(fixed(16), [0, 0, 0]);
    assert_eq!(fixed(109), [0x87, 0xaf, 0xaf]);
    assert_eq!(fixed(246), [0x94; 3]);
}
