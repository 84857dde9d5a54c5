//! What the keys of keyboard layouts send, beside what the same keys send on a US layout.
//!
//! As in xkeyboard-config, where Windows has something else on a key that sends nothing here, that too. Only keys that a
//! US layout has another character on are listed.

/// Characters in the order of keys, and what the same keys send on a US layout.
pub(super) type LayoutRow = (&'static str, &'static str);

/// Arabic 101 and its AZERTY form, which have letters on the same keys (`ara`, `ara(azerty)`).
pub(super) const ARABIC: &[LayoutRow] = &[
    ("ضصثقفغعهخحجد", "qwertyuiop[]"),
    ("شسيبلاتنمكط", "asdfghjkl;'"),
    ("ئءؤرىةوزظذ", "zxcvnm,./`"),
    ("\u{FEFB}", "b"),
    // With Shift: vowel marks, hamza forms, tatweel. X11 sends a lam-alef as one character.
    ("\u{64E}\u{64B}\u{64F}\u{64C}\u{FEF9}إ÷×؛", "QWERTYIOP"),
    ("\u{650}\u{64D}\u{FEF7}أـ،", "ASGHJK"),
    ("\u{652}\u{FEF5}آ؟", "XBN?"),
];

/// Arabic on a Mac (`ara(mac)`).
pub(super) const ARABIC_MAC: &[LayoutRow] = &[
    ("ضصثقفغعهخحجة", "qwertyuiop[]"),
    ("شسيبلاتنمك؛", "asdfghjkl;'"),
    ("ظطذدزرو،ـ", "zxcvbnm,`"),
    (
        "\u{64E}\u{64B}\u{650}\u{64D}\u{64F}\u{64C}\u{652}\u{651}",
        "QWERTYUI",
    ),
    ("»«ى\u{670}آٱ", "ASDFHJ"),
    ("ئءأإؤ؟", "CVBNM?"),
];

/// Persian (`ir`, ISIRI 9147), and what the older layout of Windows has with Shift.
pub(super) const PERSIAN: &[LayoutRow] = &[
    ("ضصثقفغعهخحجچ", "qwertyuiop[]"),
    ("شسیبلاتنمکگ", "asdfghjkl;'"),
    ("ظطزرذدئپو", "zxcvbnmm,"),
    ("ؤيإأآة»«؛", "ADFGHJKK\""),
    ("كژء؟", "ZCM?"),
    ("ۀـ", "GJ"),
];

/// Central Kurdish (`iq(ku_ara)`), whose h is another letter on Windows.
pub(super) const CENTRAL_KURDISH: &[LayoutRow] = &[
    ("قوەرتیئحۆپ", "qwertyuiop"),
    ("اسدفگهھژکل؛", "asdfghhjkl;"),
    ("زخجڤبنم،", "zxcvbnm,"),
    ("ڕطێءعؤث", "RTYUIOP"),
    ("آشذإغأكڵ", "ASDFGJKL"),
    ("ضصچظىة؟", "ZXCVBN?"),
];

/// Urdu by sound (`pk`, `pk(urd-crulp)`).
pub(super) const URDU: &[LayoutRow] = &[
    ("قوعرتےءیہپ", "qwertyuiop"),
    ("اسدفگحجکل؛", "asdfghjkl;"),
    ("زشچطبنم،۔", "zxcvbnm,."),
    ("\u{652}ؤ\u{670}ڑٹ\u{64E}ئ\u{650}ۃ\u{64F}", "QWERTYUIOP"),
    ("آصڈ\u{651}غھضخ", "ASDFGHJK"),
    ("ذژثظں؟", "ZXCVN?"),
];

/// Urdu of the National Language Authority, which is that of Windows (`pk(urd-nla)`).
pub(super) const URDU_NLA: &[LayoutRow] = &[
    ("طصھدٹپتبجح", "qwertyuiop"),
    ("مورنلہاکی؛", "asdfghjkl;"),
    ("قفےسشغع،۔", "zxcvbnm,."),
    ("ظضذڈث\u{651}ۃـچخ", "QWERTYUIOP"),
    ("ژزڑںۂءآگي", "ASDFGHJKL"),
    ("ۓؤئ؟", "CBN?"),
];

/// Hebrew (`il`).
pub(super) const HEBREW: &[LayoutRow] = &[
    ("קראטוןםפ", "ertyuiop"),
    ("שדגכעיחלךף", "asdfghjkl;"),
    ("זסבהנמצתץ", "zxcvbnm,."),
    ("/',.;", "qw'/`"),
];

/// Greek (`gr`). It has Σ on two keys, W and S.
pub(super) const GREEK: &[LayoutRow] = &[
    ("ςερτυθιοπ", "wertyuiop"),
    ("ασδφγηξκλ", "asdfghjkl"),
    ("ζχψωβνμ", "zxcvbnm"),
    ("ΕΡΤΥΘΙΟΠ", "ERTYUIOP"),
    ("ΑΣΔΦΓΗΞΚΛ", "ASDFGHJKL"),
    ("ΖΧΨΩΒΝΜ", "ZXCVBNM"),
    (";:", "qQ"),
];

/// Russian (`ru`), and the letters that Ukrainian and Belarusian have on the same keys.
pub(super) const CYRILLIC: &[LayoutRow] = &[
    ("йцукенгшщзхъїў", "qwertyuiop[]]o"),
    ("фывапролджэіє", "asdfghjkl;'s'"),
    ("ячсмитьбюё", "zxcvbnm,.`"),
    ("ЙЦУКЕНГШЩЗЎ", "QWERTYUIOPO"),
    ("ФЫВАПРОЛДЖІ", "ASDFGHJKL:S"),
    ("ЯЧСМИТЬ", "ZXCVBNM"),
    (".,", "/?"),
];

/// The letters of Northern Kurdish (`tr(ku)`, `iq(ku)`), whose others are where a US layout has them.
pub(super) const NORTHERN_KURDISH: &[LayoutRow] = &[("şîûêç", ";'],."), ("Ş", ":")];

/// Letters on keys of Persian, Urdu and Kurdish layouts on which Arabic 101 has another one.
pub(super) const PERSIAN_BESIDE_ARABIC: &[LayoutRow] = &[("یکگچپ", "d;']`")];
