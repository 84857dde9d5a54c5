//! One Arabic letter and its joining in, its presentation form out.
//!
//! Terminals draw one glyph a cell and most join nothing, so the contextual form has to be in the
//! text itself. The table is made from the decompositions in `UnicodeData.txt` (Arabic
//! Presentation Forms-A and -B, those of a single letter); the test beside it reads the same
//! decompositions back. Ligatures other than lam-alef are left out: one glyph squeezed into a cell
//! where readers expect several letters cannot be read (U+FDF2 and its kin).
//!
//! Some letters have no forms in Unicode. Three of them look like a letter that has some, with or without
//! a mark on it, and borrow its forms where they join ([`BORROWED`]): ە of Kurdish and Uyghur is a heh, ڵ
//! and ێ are a lam and a yeh with a small v. The others (ڕ of Kurdish, ډ and ښ of Pashto, ڪ of Sindhi) are
//! shown as they are, and their neighbours join towards them.
//!
//! Invariants: a form joins exactly as asked or is not given at all; lookups are by index, not by
//! search.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::character::Joins;

/// How a letter joins its neighbours; the value is the column in [`ROWS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Isolated = 0,
    /// Joined to the letter before it.
    Final = 1,
    /// Joined to the letter after it.
    Initial = 2,
    Medial = 3,
}

impl Form {
    /// Whether the letter joins the one before it.
    pub(super) fn joins_before(self) -> bool {
        matches!(self, Form::Final | Form::Medial)
    }

    /// The form when the letter before is joined as well.
    pub(super) fn joined_before(self) -> Form {
        match self {
            Form::Isolated | Form::Final => Form::Final,
            Form::Initial | Form::Medial => Form::Medial,
        }
    }

    /// The form when the letter after is joined as well.
    pub(super) fn joined_after(self) -> Form {
        match self {
            Form::Isolated | Form::Initial => Form::Initial,
            Form::Final | Form::Medial => Form::Medial,
        }
    }
}

/// The first and the last letter that have forms.
const FIRST: u16 = 0x0621;
const LAST: u16 = 0x06D5;

/// The presentation form of `letter`, its own or a borrowed one, or None where there is none.
pub(super) fn form(letter: char, form: Form) -> Option<char> {
    let index = (letter as usize).checked_sub(usize::from(FIRST))?;
    let code = TABLE.get(index)?[form as usize];
    if code == 0 {
        None
    } else {
        char::from_u32(u32::from(code))
    }
}

/// Whether the forms of `letter` are borrowed from one without its small v: a mark to be shown on them
/// ([`SMALL_V`]).
pub(super) fn lacks_small_v(letter: char) -> bool {
    matches!(letter, '\u{06B5}' | '\u{06CE}')
}

/// What the presentation form `c` of a letter does with the letter after it; None for all other characters.
pub(super) fn joins(c: char) -> Option<Joins> {
    static FORMS: LazyLock<FxHashMap<u16, Joins>> = LazyLock::new(|| {
        let mut known = FxHashMap::default();
        for (_, [isolated, last, initial, medial]) in ROWS {
            let apart = if *initial == 0 {
                Joins::Never
            } else {
                Joins::Not
            };
            known.extend([(*isolated, apart), (*last, apart)]);
            known.extend([(*initial, Joins::Next), (*medial, Joins::Next)]);
        }
        known.remove(&0);
        known
    });
    FORMS.get(&u16::try_from(c as u32).ok()?).copied()
}

/// The one-cell ligature of lam with `alef`; `joined` when the lam joins the letter before it.
pub(super) fn lam_alef(alef: char, joined: bool) -> Option<char> {
    let (isolated, last) = match alef {
        '\u{0622}' => ('\u{FEF5}', '\u{FEF6}'),
        '\u{0623}' => ('\u{FEF7}', '\u{FEF8}'),
        '\u{0625}' => ('\u{FEF9}', '\u{FEFA}'),
        '\u{0627}' => ('\u{FEFB}', '\u{FEFC}'),
        _ => return None,
    };
    Some(if joined { last } else { isolated })
}

static TABLE: [[u16; 4]; (LAST - FIRST) as usize + 1] = by_letter();

const fn by_letter() -> [[u16; 4]; (LAST - FIRST) as usize + 1] {
    let mut table = [[0; 4]; (LAST - FIRST) as usize + 1];
    let mut row = 0;
    while row < ROWS.len() + BORROWED.len() {
        let (letter, forms) = if row < ROWS.len() {
            ROWS[row]
        } else {
            BORROWED[row - ROWS.len()]
        };
        table[(letter - FIRST) as usize] = forms;
        row += 1;
    }
    table
}

/// ARABIC VOWEL SIGN SMALL V ABOVE.
pub(super) const SMALL_V: char = '\u{065A}';

/// The same for letters that have no forms, of a letter that looks like them; alone they are shown as
/// they are.
const BORROWED: &[(u16, [u16; 4])] = &[
    (0x06B5, [0, 0xFEDE, 0xFEDF, 0xFEE0]),
    (0x06CE, [0, 0xFBFD, 0xFBFE, 0xFBFF]),
    (0x06D5, [0, 0xFEEA, 0, 0]),
];

/// Letter; isolated, final, initial, medial form; 0 where there is none.
const ROWS: &[(u16, [u16; 4])] = &[
    (0x0621, [0xFE80, 0, 0, 0]),
    (0x0622, [0xFE81, 0xFE82, 0, 0]),
    (0x0623, [0xFE83, 0xFE84, 0, 0]),
    (0x0624, [0xFE85, 0xFE86, 0, 0]),
    (0x0625, [0xFE87, 0xFE88, 0, 0]),
    (0x0626, [0xFE89, 0xFE8A, 0xFE8B, 0xFE8C]),
    (0x0627, [0xFE8D, 0xFE8E, 0, 0]),
    (0x0628, [0xFE8F, 0xFE90, 0xFE91, 0xFE92]),
    (0x0629, [0xFE93, 0xFE94, 0, 0]),
    (0x062A, [0xFE95, 0xFE96, 0xFE97, 0xFE98]),
    (0x062B, [0xFE99, 0xFE9A, 0xFE9B, 0xFE9C]),
    (0x062C, [0xFE9D, 0xFE9E, 0xFE9F, 0xFEA0]),
    (0x062D, [0xFEA1, 0xFEA2, 0xFEA3, 0xFEA4]),
    (0x062E, [0xFEA5, 0xFEA6, 0xFEA7, 0xFEA8]),
    (0x062F, [0xFEA9, 0xFEAA, 0, 0]),
    (0x0630, [0xFEAB, 0xFEAC, 0, 0]),
    (0x0631, [0xFEAD, 0xFEAE, 0, 0]),
    (0x0632, [0xFEAF, 0xFEB0, 0, 0]),
    (0x0633, [0xFEB1, 0xFEB2, 0xFEB3, 0xFEB4]),
    (0x0634, [0xFEB5, 0xFEB6, 0xFEB7, 0xFEB8]),
    (0x0635, [0xFEB9, 0xFEBA, 0xFEBB, 0xFEBC]),
    (0x0636, [0xFEBD, 0xFEBE, 0xFEBF, 0xFEC0]),
    (0x0637, [0xFEC1, 0xFEC2, 0xFEC3, 0xFEC4]),
    (0x0638, [0xFEC5, 0xFEC6, 0xFEC7, 0xFEC8]),
    (0x0639, [0xFEC9, 0xFECA, 0xFECB, 0xFECC]),
    (0x063A, [0xFECD, 0xFECE, 0xFECF, 0xFED0]),
    (0x0641, [0xFED1, 0xFED2, 0xFED3, 0xFED4]),
    (0x0642, [0xFED5, 0xFED6, 0xFED7, 0xFED8]),
    (0x0643, [0xFED9, 0xFEDA, 0xFEDB, 0xFEDC]),
    (0x0644, [0xFEDD, 0xFEDE, 0xFEDF, 0xFEE0]),
    (0x0645, [0xFEE1, 0xFEE2, 0xFEE3, 0xFEE4]),
    (0x0646, [0xFEE5, 0xFEE6, 0xFEE7, 0xFEE8]),
    (0x0647, [0xFEE9, 0xFEEA, 0xFEEB, 0xFEEC]),
    (0x0648, [0xFEED, 0xFEEE, 0, 0]),
    (0x0649, [0xFEEF, 0xFEF0, 0xFBE8, 0xFBE9]),
    (0x064A, [0xFEF1, 0xFEF2, 0xFEF3, 0xFEF4]),
    (0x0671, [0xFB50, 0xFB51, 0, 0]),
    (0x0677, [0xFBDD, 0, 0, 0]),
    (0x0679, [0xFB66, 0xFB67, 0xFB68, 0xFB69]),
    (0x067A, [0xFB5E, 0xFB5F, 0xFB60, 0xFB61]),
    (0x067B, [0xFB52, 0xFB53, 0xFB54, 0xFB55]),
    (0x067E, [0xFB56, 0xFB57, 0xFB58, 0xFB59]),
    (0x067F, [0xFB62, 0xFB63, 0xFB64, 0xFB65]),
    (0x0680, [0xFB5A, 0xFB5B, 0xFB5C, 0xFB5D]),
    (0x0683, [0xFB76, 0xFB77, 0xFB78, 0xFB79]),
    (0x0684, [0xFB72, 0xFB73, 0xFB74, 0xFB75]),
    (0x0686, [0xFB7A, 0xFB7B, 0xFB7C, 0xFB7D]),
    (0x0687, [0xFB7E, 0xFB7F, 0xFB80, 0xFB81]),
    (0x0688, [0xFB88, 0xFB89, 0, 0]),
    (0x068C, [0xFB84, 0xFB85, 0, 0]),
    (0x068D, [0xFB82, 0xFB83, 0, 0]),
    (0x068E, [0xFB86, 0xFB87, 0, 0]),
    (0x0691, [0xFB8C, 0xFB8D, 0, 0]),
    (0x0698, [0xFB8A, 0xFB8B, 0, 0]),
    (0x06A4, [0xFB6A, 0xFB6B, 0xFB6C, 0xFB6D]),
    (0x06A6, [0xFB6E, 0xFB6F, 0xFB70, 0xFB71]),
    (0x06A9, [0xFB8E, 0xFB8F, 0xFB90, 0xFB91]),
    (0x06AD, [0xFBD3, 0xFBD4, 0xFBD5, 0xFBD6]),
    (0x06AF, [0xFB92, 0xFB93, 0xFB94, 0xFB95]),
    (0x06B1, [0xFB9A, 0xFB9B, 0xFB9C, 0xFB9D]),
    (0x06B3, [0xFB96, 0xFB97, 0xFB98, 0xFB99]),
    (0x06BA, [0xFB9E, 0xFB9F, 0, 0]),
    (0x06BB, [0xFBA0, 0xFBA1, 0xFBA2, 0xFBA3]),
    (0x06BE, [0xFBAA, 0xFBAB, 0xFBAC, 0xFBAD]),
    (0x06C0, [0xFBA4, 0xFBA5, 0, 0]),
    (0x06C1, [0xFBA6, 0xFBA7, 0xFBA8, 0xFBA9]),
    (0x06C5, [0xFBE0, 0xFBE1, 0, 0]),
    (0x06C6, [0xFBD9, 0xFBDA, 0, 0]),
    (0x06C7, [0xFBD7, 0xFBD8, 0, 0]),
    (0x06C8, [0xFBDB, 0xFBDC, 0, 0]),
    (0x06C9, [0xFBE2, 0xFBE3, 0, 0]),
    (0x06CB, [0xFBDE, 0xFBDF, 0, 0]),
    (0x06CC, [0xFBFC, 0xFBFD, 0xFBFE, 0xFBFF]),
    (0x06D0, [0xFBE4, 0xFBE5, 0xFBE6, 0xFBE7]),
    (0x06D2, [0xFBAE, 0xFBAF, 0, 0]),
    (0x06D3, [0xFBB0, 0xFBB1, 0, 0]),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// `code point, form, decomposition`, cut out of UnicodeData.txt.
    const DECOMPOSITIONS: &str = include_str!("tests/decompositions.txt");

    fn code(hex: &str) -> char {
        u32::from_str_radix(hex, 16)
            .ok()
            .and_then(char::from_u32)
            .unwrap()
    }

    #[test]
    fn equals_the_decompositions_of_unicode() {
        let mut singles = 0;
        for row in DECOMPOSITIONS.lines().filter(|row| !row.starts_with('#')) {
            let fields: Vec<&str> = row.split(' ').collect();
            let kind = match fields[1] {
                "isolated" => Form::Isolated,
                "final" => Form::Final,
                "initial" => Form::Initial,
                _ => Form::Medial,
            };
            if let Some(alef) = fields.get(3) {
                assert_eq!(fields[2], "0644");
                assert_eq!(
                    lam_alef(code(alef), kind == Form::Final),
                    Some(code(fields[0])),
                    "{row}"
                );
            } else {
                assert_eq!(form(code(fields[2]), kind), Some(code(fields[0])), "{row}");
                singles += 1;
            }
        }
        let ours: usize = ROWS
            .iter()
            .map(|(_, forms)| forms.iter().filter(|&&f| f != 0).count())
            .sum();
        assert_eq!(singles, ours, "no form but those of Unicode");
    }

    #[test]
    fn has_no_form_outside_the_table() {
        for c in ['a', '\u{0620}', '\u{0640}', '\u{06D4}', '\u{10FFFF}'] {
            assert_eq!(form(c, Form::Isolated), None);
        }
        assert_eq!(lam_alef('\u{0671}', false), None);
    }
}
