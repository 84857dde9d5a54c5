//! What the message row says of the days that are typed in the filter: how they are written, what they mean, or that they
//! are none.

use super::Scene;
use crate::app::Panel;
use crate::app::browse::facet_box::FacetBox;
use crate::app::counts::SpanNote;
use crate::app::note::AppNote;
use crate::query::{DateRange, DatesFault, TypedDates};
use crate::words::{Said, Sentence, messages};

messages! {
    /// What is said while days are typed.
    enum DatesNote {
        Examples "dates-examples";
        From "dates-from" { day: Code };
        UpTo "dates-to" { day: Code };
    }
}

/// `None` while no days are typed.
pub(super) fn note(scene: &Scene<'_>) -> Option<Sentence> {
    let Panel::Facets(panel) = &scene.browse.panel else {
        return None;
    };
    let Some(FacetBox::Dates(dates)) = &panel.typed else {
        return None;
    };
    let words = dates.line.text();
    Some(match TypedDates::read(words, true) {
        Some(Ok(dates)) => meaning(dates.range),
        Some(Err(DatesFault::NotADate)) => AppNote::NotDays {
            words: words.to_owned(),
        }
        .sentence(),
        None | Some(Err(DatesFault::NotYet)) => DatesNote::Examples.sentence(),
    })
}

fn meaning(range: DateRange) -> Sentence {
    let DateRange::Days { from, to } = range else {
        return DatesNote::Examples.sentence();
    };
    let [from, to] = [from, to].map(|day| day.map(|day| day.to_string()));
    match (from, to) {
        (Some(first), Some(last)) => SpanNote::Dates { first, last }.sentence(),
        (Some(day), None) => DatesNote::From { day }.sentence(),
        (None, Some(day)) => DatesNote::UpTo { day }.sentence(),
        (None, None) => DatesNote::Examples.sentence(),
    }
}
