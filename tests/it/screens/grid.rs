//! A screen in, two grids of ASCII letters out: what each cell shows, in visual order, and what it
//! is for.
//!
//! Every editor and every diff that knows bidi would re-order a screen of Arabic, so the snapshots
//! hold none. An Arabic letter stands as in Buckwalter's transliteration, whatever its shape, `L`
//! is lam-alef, marks are left out; digits of all kinds are ASCII, and what is no letter stays.
//! Arabic read from the right is Arabic right: `الميناء` is `'AnymlA`.
//!
//! Roles: `t` title, `D` date, `s` source, `d` dim, `f` fold, `H` hit, `C` current hit,
//! `S` selected, `h` hit in what is selected, `b` bar, `B` strong in a bar, `m` message, `1` and `2` words only the first, only
//! the second of two versions has, `M` moved words, `c` words that an earlier sentence had otherwise,
//! `e` earlier words that a repeat was followed to, `.` plain text.

use fihrist::ui::theme::{Role, Theme};
use ratatui::buffer::{Buffer, Cell};
use unicode_normalization::UnicodeNormalization;

use crate::app::driver::Driver;

const LETTERS: [(&str, &str); 3] = [
    ("ءآأؤإئابةتثجحخدذرزسشصضطظعغ", "'|>&<}AbptvjHxd*rzs$SDTZEg"),
    ("ـفقكلمنهوىيٱپچڤگ", "_fqklmnhwYy{PJVG"),
    ("٠١٢٣٤٥٦٧٨٩،؛؟", "0123456789,;?"),
];

/// Both grids, the caret's place, a frame round each.
pub(super) fn dump(driver: &Driver) -> String {
    let (buffer, caret) = driver.draw();
    let caret = caret.map_or("none".to_owned(), |(x, y)| format!("column {x}, row {y}"));
    let text = grid(&buffer, |cell| letter(cell.symbol()));
    let roles = grid(&buffer, role);
    format!("caret: {caret}\n{text}{roles}")
}

fn grid(buffer: &Buffer, of: impl Fn(&Cell) -> char) -> String {
    let edge = format!("+{}+\n", "-".repeat(buffer.area.width.into()));
    let mut out = edge.clone();
    for y in 0..buffer.area.height {
        let row = (0..buffer.area.width).map(|x| of(&buffer[(x, y)]));
        out.push('|');
        out.extend(row);
        out.push_str("|\n");
    }
    out.push_str(&edge);
    out
}

/// What a cell shows, as one character.
pub(super) fn letter(symbol: &str) -> char {
    let letters: Vec<char> = unshaped(symbol).filter_map(transliterated).collect();
    match letters.as_slice() {
        ['l', 'A' | '>' | '<' | '|'] => 'L',
        [one] => *one,
        [] => '0',
        _ => panic!("a cell shows {symbol:?}"),
    }
}

/// A text as the grid shows it, in logical order.
pub(super) fn transliterate(text: &str) -> String {
    let letters: String = text.chars().filter_map(transliterated).collect();
    ["lA", "l>", "l<", "l|"]
        .iter()
        .fold(letters, |text, lam_alef| text.replace(lam_alef, "L"))
}

/// The letters behind presentation forms.
fn unshaped(symbol: &str) -> impl Iterator<Item = char> {
    symbol.chars().flat_map(|c| {
        let form = matches!(c, '\u{FB50}'..='\u{FDFB}' | '\u{FE80}'..='\u{FEFC}');
        let compatible = c.nfkc().filter(move |_| form);
        compatible.chain(Some(c).filter(|_| !form))
    })
}

fn transliterated(c: char) -> Option<char> {
    if matches!(c, '\u{64B}'..='\u{655}' | '\u{670}') {
        return None;
    }
    let found = LETTERS.iter().find_map(|(from, to)| {
        let at = from.chars().position(|f| f == c)?;
        to.chars().nth(at)
    });
    Some(found.unwrap_or(c))
}

/// The letter that stands for a role; none for blanks and plain text.
fn role_letter(role: Role) -> Option<char> {
    Some(match role {
        Role::Plain => return None,
        Role::Bar => 'b',
        Role::BarStrong => 'B',
        Role::Title => 't',
        Role::Date => 'D',
        Role::Source => 's',
        Role::Dim => 'd',
        Role::Fold => 'f',
        Role::Hit => 'H',
        Role::CurrentHit => 'C',
        Role::Selected => 'S',
        Role::SelectedHit => 'h',
        Role::Message => 'm',
        Role::OnlyFirst => '1',
        Role::OnlySecond => '2',
        Role::Moved => 'M',
        Role::Changed => 'c',
        Role::Earlier => 'e',
    })
}

/// The letter of a cell's role: no two look alike in this theme.
fn role(cell: &Cell) -> char {
    let is = |role| {
        let style = Theme::Dark.style(role);
        (cell.fg, cell.bg) == (style.fg.unwrap_or_default(), style.bg.unwrap_or_default())
            && cell.modifier == style.add_modifier
    };
    match Role::ALL
        .into_iter()
        .find(|role| is(*role))
        .and_then(role_letter)
    {
        Some(letter) => letter,
        None if is(Role::Plain) && cell.symbol() == " " => ' ',
        None if is(Role::Plain) => '.',
        None => '#',
    }
}

#[test]
fn what_the_grid_shows() {
    for (symbol, shown) in [
        ("a", 'a'),
        ("▸", '▸'),
        ("…", '…'),
        ("م", 'm'),
        ("\u{FEE3}", 'm'),
        ("\u{FEE3}\u{64E}", 'm'),
        ("\u{FEFB}", 'L'),
        ("\u{FEF7}\u{64E}", 'L'),
        ("٥", '5'),
    ] {
        assert_eq!(letter(symbol), shown, "{symbol}");
    }
    assert_eq!(transliterate("المِينَاء"), "AlmynA'");
    assert_eq!(transliterate("بلا"), "bL");
}
