//! Takes a Hijri date, gives the Gregorian one by the Umm al-Qura calendar.
//!
//! Saudi papers print Umm al-Qura dates; elsewhere a month may begin a day earlier or later, by sighting. Outside
//! the tabulated years `icu_calendar` falls back to an approximation.

use icu_calendar::Date;
use icu_calendar::cal::{Hijri, Iso};

use super::super::date::Ymd;

/// Hijri years of dates (1882 to 2077); four-digit numbers outside are no Hijri years.
pub const YEARS: std::ops::RangeInclusive<u32> = 1300..=1500;

/// The Gregorian day; `None` where the Hijri month has no such day.
pub fn to_gregorian(year: u32, month: u8, day: u8) -> Option<Ymd> {
    if !YEARS.contains(&year) {
        return None;
    }
    let calendar = Hijri::new_umm_al_qura();
    let hijri = Date::try_new_hijri_with_calendar(i32::try_from(year).ok()?, month, day, calendar);
    let iso = hijri.ok()?.to_calendar(Iso);
    Some(Ymd {
        year: i16::try_from(iso.era_year().year).ok()?,
        month: iso.month().ordinal,
        day: iso.day_of_month().0,
    })
}
