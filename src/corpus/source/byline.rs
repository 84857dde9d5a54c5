//! Takes a line near the top or the end of an article, gives the outlet, agency or author of a byline or dateline.
//!
//! `الساحل - وكالات` names the outlet first; `بكين - أ ف ب` a place and then the agency; `عمان - فلان` a
//! place and a person. Two names parted by a dash are a byline only if one of them is known for an
//! agency, a place or an outlet: `الجزء الأول - البداية` is a heading.

use super::super::date_text::Hit;
use super::super::line::Line;
use super::super::token::{Kind, Token};
use super::label::agency_line;
use super::names::{is_agency, is_followup, is_generic, is_outlet, is_place};
use super::{Credit, clean};

/// A line that is a byline and nothing else.
pub fn byline(line: &Line) -> Option<Credit> {
    let words = line.tokens.iter().filter(|t| t.kind == Kind::Word).count();
    if line.chars > 90 || words > 12 || line.ends_sentence() {
        return None;
    }
    if let Some(credit) = agency_line(line) {
        return Some(credit);
    }
    let parts = parts(line, 0..line.tokens.len());
    decide(line, &parts)
}

/// The dateline that opens a report: `نيقوسيا - أ ف ب - …`, `لندن (رويترز): …`, `(CNN) -- …`.
pub fn lead(line: &Line) -> Option<Credit> {
    let close = lead_end(&line.tokens, &line.hits)?;
    if line.tokens[..close].iter().any(attributes) {
        return None;
    }
    let parts = parts(line, 0..close);
    // `برلين (وكالات) فوجئت …`: without a mark after it a bracket needs a known place before it.
    let marked = |i: usize| {
        line.tokens
            .get(i)
            .is_some_and(|t| matches!(t.kind, Kind::Mark('-' | ':')))
    };
    let open = line.tokens[close].is_mark(')') && !marked(close + 1);
    if open && parts.len() > 1 && !is_place(parts[0]) {
        return None;
    }
    let agency = parts.iter().any(|p| is_generic(p) || is_followup(p));
    let short = parts.iter().all(|p| p.split_whitespace().count() <= 4);
    let credit = (short && agency).then(|| decide(line, &parts))??;
    // A second name in a dateline is as often a country as a person.
    Credit {
        author: None,
        ..credit
    }
    .known()
}

/// Words that tell who said it, not who sent it: `ونقلت وكالة …`.
fn attributes(token: &Token) -> bool {
    const WORDS: [&str; 22] = [
        "وكاله",
        "لوكاله",
        "الوكاله",
        "نقلت",
        "نقل",
        "بحسب",
        "حسب",
        "وفق",
        "وفقا",
        "عن",
        "قال",
        "قالت",
        "ذكر",
        "ذكرت",
        "افاد",
        "افادت",
        "اعلن",
        "اعلنت",
        "اكد",
        "اكدت",
        "كشفت",
        "نشرت",
    ];
    let word = token.word.strip_prefix(['و', 'ف']).unwrap_or(&token.word);
    WORDS.contains(&word) || WORDS.contains(&token.word.as_str())
}

/// Where the dateline's last mark stands: a dash, colon or bracket among the first tokens.
fn lead_end(tokens: &[Token], hits: &[Hit]) -> Option<usize> {
    let covered = |i: usize| hits.iter().any(|h| h.tokens.contains(&i));
    let limit = tokens.len().min(22);
    let marks = (0..limit).filter(|&i| !covered(i));
    let mut end = None;
    let mut since = 0;
    for i in marks {
        match tokens[i].kind {
            Kind::Mark('-' | ':' | ')') if i > 0 => {
                end = Some(i);
                since = 0;
            }
            Kind::Mark('(' | '/' | ',') => since = 0,

            Kind::Word if since >= 4 => break,
            Kind::Word => since += 1,
            Kind::Number(..) | Kind::Mark('.') => {}
            Kind::Mark(_) => break,
        }
    }
    end
}

/// The names between dashes, slashes, bars and brackets, without dates.
fn parts<'a>(line: &Line<'a>, tokens: std::ops::Range<usize>) -> Vec<&'a str> {
    let covered = |i: usize| line.hits.iter().any(|h| h.tokens.contains(&i));
    let mut out = Vec::new();
    let mut start = tokens.start;
    for i in tokens.start..=tokens.end {
        let cut = i == tokens.end || covered(i) || parts_here(&line.tokens, i);
        if !cut {
            continue;
        }
        let words = start < i && line.tokens[start..i].iter().any(|t| t.kind == Kind::Word);
        if words && let Some(part) = line.slice(start..i) {
            // The buttons of a picture show got in front of some bylines.
            let part = part.strip_prefix("Next Previous ").unwrap_or(part);
            let between_dates = matches!(part, "الموافق" | "موافق" | "الموافق ل" | "لموافق");
            out.extend((!between_dates).then_some(part));
        }
        start = i + 1;
    }
    out
}

fn parts_here(tokens: &[Token], i: usize) -> bool {
    match tokens[i].kind {
        Kind::Mark(
            '/' | '|' | ':' | '(' | ')' | ',' | '*' | '•' | '●' | '«' | '»' | '"' | '[' | ']' | '+',
        ) => true,
        // A hyphen inside a word is the word's.
        Kind::Mark('-') => {
            let free =
                |t: Option<&Token>| t.is_none_or(|t| t.spaced || matches!(t.kind, Kind::Mark(_)));
            tokens[i].spaced || free(tokens.get(i + 1))
        }
        _ => false,
    }
}

/// Which of the parts is what. Without an agency (or `متابعات`, `خاص`) only the form of a name tells an outlet.
fn decide(line: &Line, parts: &[&str]) -> Option<Credit> {
    let first = *parts.first()?;
    let long = parts.iter().any(|p| p.split_whitespace().count() > 5);
    if long || parts.len() > 5 || counts(line) {
        return None;
    }
    let agency = parts.iter().find(|p| is_agency(p)).and_then(|a| clean(a));
    let known = |p: &&&str| is_agency(p) || is_followup(p) || is_place(p);
    let names: Vec<&&str> = parts.iter().filter(|p| !known(p)).collect();
    let name = |i: usize| names.get(i).and_then(|n| clean(n));

    let outlet = names
        .first()
        .filter(|n| is_outlet(n))
        .and_then(|n| clean(n));
    let beside = parts.len() > 1 || !line.hits.is_empty();
    let corresponds = agency.is_some() || parts.iter().any(|p| is_followup(p));
    let credit = if outlet.is_some() && beside {
        Credit {
            source: outlet,
            author: None,
        }
    } else if in_brackets(line, agency.as_deref()) || dateline(line, parts) {
        Credit {
            source: agency,
            author: None,
        }
    } else if is_place(first) || is_agency(first) {
        let author = agency.is_some().then(|| name(0)).flatten();
        Credit {
            source: agency,
            author,
        }
    } else if corresponds {
        Credit {
            source: name(0).or(agency),
            author: name(1),
        }
    } else {
        return None;
    };
    credit.known()
}

/// More than one number beside the dates: a price list, a frequency table.
fn counts(line: &Line) -> bool {
    let dated = |i: usize| line.hits.iter().any(|h| h.tokens.contains(&i));
    let tokens = line.tokens.iter().enumerate().take(16);
    let free = tokens.filter(|(i, t)| t.spaced && t.number().is_some() && !dated(*i));
    free.count() > 1
}

/// `جازان 25 شوال 1436 هـ واس`: a date with no mark before it follows the place's name.
fn dateline(line: &Line, parts: &[&str]) -> bool {
    let Some(at) = line
        .hits
        .first()
        .and_then(|h| h.tokens.start.checked_sub(1))
    else {
        return false;
    };
    parts.len() == 2 && line.tokens.get(at).is_some_and(|t| t.kind == Kind::Word)
}

/// `ألماتي (رويترز)`: what stands before an agency in brackets is a place.
fn in_brackets(line: &Line, agency: Option<&str>) -> bool {
    let Some((before, _)) = agency.and_then(|a| line.text.split_once(a)) else {
        return false;
    };
    before.trim_end().ends_with(['(', '['])
}
