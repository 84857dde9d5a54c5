//! Takes a URL or the path of a file, gives the date written in it.
//!
//! `/2018/05/08/`, `/2024/4/13/`, `/20180727-…`, `2015-09-30.txt`. Digits count only as a part
//! of their own: those of a hash or an article number are no date.

use std::path::Path;

use super::super::article::Origin;
use super::super::date::Ymd;
use super::super::date_text::ymd;

/// Most parts of an address that are looked at; longer ones are query strings.
const MAX_PARTS: usize = 64;
/// Folders above a file that are looked at: outlet, year, month and day.
const FOLDERS_ABOVE: usize = 4;
/// Years of dates in addresses and file names: web pages are younger than the web.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2040;

/// The date in the name of a file of one article (`plain`), else in the folders above it.
pub(super) fn date_of_file(path: &Path, plain: bool) -> Option<(Ymd, Origin)> {
    if !plain {
        return None; // the name of a file with many articles dates the file, not its articles
    }
    let name = path.file_stem()?.to_str()?;
    if let Some(date) = date_in(name) {
        return Some((date, Origin::File));
    }
    let folders: Vec<&str> = path
        .parent()?
        .iter()
        .filter_map(|part| part.to_str())
        .collect();
    let nearest = folders.len().saturating_sub(FOLDERS_ABOVE);
    let below = folders.get(nearest..)?.join("/");
    date_in(&below).map(|date| (date, Origin::Folder))
}

/// The first date in a URL or name.
pub(super) fn date_in(address: &str) -> Option<Ymd> {
    let parts: Vec<&str> = address
        .split(['/', '-', '_', '.', '?', '&', '=', ' '])
        .take(MAX_PARTS)
        .collect();
    let whole = parts.iter().find_map(|part| compact(part));
    let split = || parts.windows(3).find_map(apart);
    split().or(whole)
}

/// The date of three parts: year, month, day.
fn apart(parts: &[&str]) -> Option<Ymd> {
    let [year, month, day] = parts else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    recent(digits(year)?, digits(month)?, digits(day)?)
}

/// The date of one part of eight digits: `20180727`, `14012017`.
fn compact(part: &str) -> Option<Ymd> {
    if part.len() != 8 {
        return None;
    }
    let number = |range| part.get(range).and_then(digits);
    let day_last = || recent(number(0..4)?, number(4..6)?, number(6..8)?);
    let day_first = || recent(number(4..8)?, number(2..4)?, number(0..2)?);
    day_last().or_else(day_first)
}

/// A date that exists and is one of [`YEARS`].
fn recent(year: u32, month: u32, day: u32) -> Option<Ymd> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    ymd(year, month, day).filter(|date| YEARS.contains(&date.year))
}

fn digits(text: &str) -> Option<u32> {
    let all = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_addresses() {
        let check = |address, want: &str| {
            let date = date_in(address).map(|d| d.to_string()).unwrap_or_default();
            assert_eq!(date, want, "{address}");
        };
        check("http://a.example/ar/2018/05/08/x.html", "2018-05-08");
        check("https://a.example/news/2024/4/13/x", "2024-04-13");
        check("https://a.example/ar/20180727-title", "2018-07-27");
        check("AL-culture-1-14012017", "2017-01-14");
        check("https://a.example/world-38113052", "");
        check("004_32678fc35aba6448", "");
        check("https://a.example/2018/13/45/x", "");
        check("", "");
    }

    #[test]
    fn dates_in_paths() {
        let of = |path: &str| date_of_file(Path::new(path), true).map(|(d, o)| (d.to_string(), o));
        assert_eq!(
            of("a/2015-09-30.txt"),
            Some(("2015-09-30".into(), Origin::File))
        );
        assert_eq!(
            of("outlet/2015/09/30/7.txt"),
            Some(("2015-09-30".into(), Origin::Folder))
        );
        assert_eq!(of("outlet/7.txt"), None);
    }
}
