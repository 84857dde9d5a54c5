//! Takes the id of an article of LDC's Arabic Gigaword, gives the outlet and day that it contains.

/// The outlets of the five editions of the corpus, by the codes in their ids.
const OUTLETS: [(&str, &str); 13] = [
    ("AAW", "Asharq Al-Awsat"),
    ("AFA", "Agence France-Presse"),
    ("AFP", "Agence France-Presse"),
    ("AHR", "Al-Ahram"),
    ("ALH", "Al-Hayat"),
    ("ANN", "An-Nahar"),
    ("ASB", "Assabah"),
    ("HYT", "Al-Hayat"),
    ("NHR", "An-Nahar"),
    ("QDS", "Al-Quds Al-Arabi"),
    ("UMH", "Ummah Press"),
    ("XIA", "Xinhua"),
    ("XIN", "Xinhua"),
];

/// Outlet and day (`2010-01-01`) of `AFP_ARB_20100101.0001` or `AFA20000715.0001`.
pub(super) fn outlet_and_day(id: &str) -> Option<(&'static str, String)> {
    // The first edition of the Newswire has the day in front: `19940513_AFP_ARB.0000`.
    if let Some((day, rest)) = id.split_once('_')
        && day.len() == 8
        && let Some((code, number)) = rest.split_once('.')
        && let Some(code) = code.strip_suffix("_ARB")
    {
        return outlet_and_day(&format!("{code}_ARB_{day}.{number}"));
    }
    let code = id.get(..3)?;
    let rest = id.get(3..)?;
    let rest = rest.strip_prefix("_ARB_").unwrap_or(rest);
    let (day, number) = rest.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if day.len() != 8 || !digits(day) || !digits(number) {
        return None;
    }
    let (_, outlet) = OUTLETS.iter().find(|(own, _)| *own == code)?;
    let (year, month, day) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
    Some((outlet, format!("{year}-{month}-{day}")))
}
