//! Takes a line near the top or the end of an article, gives the outlet, agency or author in its byline or dateline.
//!
//! `الساحل - وكالات` names the outlet first; `بكين - أ ف ب` a place and then the agency; `عمان - فلان` a
//! place and a person. Two names separated by a dash are a byline only if one of them is known to be
//! an agency, a place or an outlet: `الجزء الأول - البداية` is a heading.
//!
//! The limits below were set by hand on newspaper corpora, so that bylines pass and headings,
//! captions and prose do not.

use super::super::line::TokenizedLine;
use super::super::token::{Token, TokenKind};
use super::known_names::{is_agency, is_followup, is_generic, is_outlet, is_paper, is_place};
use super::label::agency_line;
use super::person_names::is_person;
use super::{Credit, clean};

/// Longest byline, in characters; longer lines are sentences.
const MAX_BYLINE_CHARS: usize = 90;
/// Most words of a byline: outlet, place, agency and a person of three or four names.
const MAX_BYLINE_WORDS: usize = 12;
/// Most words of one name in a byline; a part with more is a clause.
const MAX_NAME_WORDS: usize = 5;
/// Most names in a byline; a line with more is a list.
const MAX_NAMES: usize = 5;
/// Most words of an unknown name that opens a line with brackets; more are the caption of a picture.
const MAX_NAME_WORDS_BEFORE_BRACKET: usize = 2;
/// Most words of one name in a dateline; running prose has more before its first mark.
const MAX_DATELINE_NAME_WORDS: usize = 4;
/// Most tokens of a dateline: three names with their marks, and dates in two calendars.
const MAX_DATELINE_TOKENS: usize = 22;
/// Most tokens of an agency behind a hyphen without a blank: `أ ف ب` has three.
const MAX_HYPHENATED_AGENCY_TOKENS: usize = 3;
/// Tokens at the start of a line in which numbers are counted: a table shows itself in these.
const COUNTED_TOKENS: usize = 16;

/// What kind of name stands in a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A news agency, or "agencies" without a name.
    Agency,
    /// A note on how the report was obtained: `متابعات`, `خاص`.
    Followup,
    Place,
    /// An outlet, recognised by its first or last word: `صحيفة …`, `… نيوز`.
    Outlet,
    Person,
    Unknown,
}

/// The kind of a name; the order of the tests decides where several fit.
pub fn name_kind(name: &str) -> NameKind {
    match name {
        n if is_agency(n) => NameKind::Agency,
        n if is_followup(n) => NameKind::Followup,
        n if is_place(n) => NameKind::Place,
        n if is_outlet(n) => NameKind::Outlet,
        n if is_person(n) => NameKind::Person,
        _ => NameKind::Unknown,
    }
}

/// Words that mark the credit of a picture, in folded form.
const PICTURE: &str = "صوره الصوره صور الصور تصوير عدسه المصور";

/// A line that is a byline and nothing else.
pub fn byline(line: &TokenizedLine) -> Option<Credit> {
    let words = line
        .tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .count();
    let picture = line.tokens.iter().any(|t| t.is_any(PICTURE));
    let address = picture || line.text.contains('@');
    if line.chars > MAX_BYLINE_CHARS || words > MAX_BYLINE_WORDS || address || line.ends_sentence()
    {
        return None;
    }
    if let Some(credit) = agency_line(line) {
        return Some(credit);
    }
    if is_speech(line) {
        return None;
    }
    let parts = name_parts(line, 0..line.tokens.len());
    let opens = parts.first()?;
    let caption = opens.split_whitespace().count() > MAX_NAME_WORDS_BEFORE_BRACKET
        && name_kind(opens) == NameKind::Unknown
        && line.tokens.iter().any(|t| t.is_mark('('));
    if caption || has_free_numbers(line) {
        return None;
    }
    credit_of_parts(line, &parts)
}

/// `صحيفة رومانية: المدرب باق`: what follows a colon is reported speech, unless it is a known name.
fn is_speech(line: &TokenizedLine) -> bool {
    let colon = |i: &usize| line.tokens[*i].is_mark(':');
    let word = |i: usize| {
        line.tokens
            .get(i)
            .is_some_and(|t| t.kind == TokenKind::Word)
    };
    let covered = |i: usize| line.dates.iter().any(|h| h.tokens.contains(&i));
    let mut colons = (0..line.tokens.len()).filter(colon);
    colons.any(|i| {
        let said = name_parts(line, i + 1..line.tokens.len());
        let named = said
            .first()
            .is_some_and(|n| name_kind(n) != NameKind::Unknown);
        word(i + 1) && !covered(i + 1) && !named
    })
}

/// The credit in the dateline that opens a report: `نيقوسيا - أ ف ب - …`, `لندن (رويترز): …`, `(CNN) -- …`.
pub fn lead(line: &TokenizedLine) -> Option<Credit> {
    let close = dateline_end(line)?;
    // `وكالة سانا - …` names the sender outright.
    let from = usize::from(line.tokens[0].is_word("وكاله"));
    if line.tokens[from.min(close)..close]
        .iter()
        .any(is_attribution)
    {
        return None;
    }
    let parts = name_parts(line, 0..close);
    // `برلين (وكالات) فوجئت …`: without a mark after it a bracket needs a known place before it.
    let marked = |i: usize| {
        line.tokens
            .get(i)
            .is_some_and(|t| matches!(t.kind, TokenKind::Mark('-' | ':')))
    };
    let open = line.tokens[close].is_mark(')') && !marked(close + 1);
    if open && parts.len() > 1 && !is_place(parts[0]) {
        return None;
    }
    let sent = parts.iter().any(|p| is_generic(p) || is_followup(p));
    // `سامر يوسف- الساحل- عمان: …` names person, outlet and place.
    let kinds: Vec<NameKind> = parts.iter().map(|p| name_kind(p)).collect();
    let signed = kinds == [NameKind::Person, NameKind::Unknown, NameKind::Place]
        && line.tokens[close].is_mark(':')
        && parts[1].chars().all(|c| c.is_alphanumeric() || c == ' ');
    let short = parts
        .iter()
        .all(|p| p.split_whitespace().count() <= MAX_DATELINE_NAME_WORDS);
    if signed && short {
        let (source, author) = (clean(parts[1]), clean(parts[0]));
        return Credit { source, author }.known();
    }
    let credit = (short && sent).then(|| credit_of_parts(line, &parts))??;
    // A second name in a dateline is as often a country as a person.
    let author = credit.author.filter(|a| is_person(a));
    Credit { author, ..credit }.known()
}

/// Whether a word attributes a statement to somebody, who then is no sender: `ونقلت وكالة …`.
fn is_attribution(token: &Token) -> bool {
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

/// The index of the token that ends the dateline: the last dash, colon or bracket before prose begins.
fn dateline_end(line: &TokenizedLine) -> Option<usize> {
    let (tokens, dates) = (&line.tokens, &line.dates);
    let covered = |i: usize| dates.iter().any(|h| h.tokens.contains(&i));
    // `/ وام /`, `- سبوتنيك.`: such a mark ends the dateline only after an agency.
    let sender = |from: usize, to: usize| line.slice(from..to).is_some_and(is_agency);
    let free = |i: usize| tokens.get(i + 1).is_none_or(|t| t.spaced);
    let mut name = 0;
    let limit = tokens.len().min(MAX_DATELINE_TOKENS);
    let marks = (0..limit).filter(|&i| !covered(i));
    let mut end = None;
    let mut since = 0;
    for i in marks {
        match tokens[i].kind {
            TokenKind::Mark('/' | '.') if 0 < name && name < i && free(i) && sender(name, i) => {
                return Some(i);
            }
            TokenKind::Mark('-' | ':' | ')') if i > 0 => {
                end = Some(i);
                name = i + 1;
                since = 0;
            }
            TokenKind::Mark('(' | '/' | ',') => {
                name = i + 1;
                since = 0;
            }
            TokenKind::Word if since >= MAX_DATELINE_NAME_WORDS => break,
            TokenKind::Word => since += 1,
            TokenKind::Number(..) | TokenKind::Mark('.') => {}
            TokenKind::Mark(_) => break,
        }
    }
    end
}

/// The names of a line: what stands between dashes, slashes, bars, brackets and dates.
pub fn name_parts<'a>(line: &TokenizedLine<'a>, tokens: std::ops::Range<usize>) -> Vec<&'a str> {
    let covered = |i: usize| line.dates.iter().any(|h| h.tokens.contains(&i));
    let mut out = Vec::new();
    let mut start = tokens.start;
    for i in tokens.start..=tokens.end {
        // `سامر يوسف-الساحل- عمان`
        let person = || line.tokens[i].is_mark('-') && line.slice(start..i).is_some_and(is_person);
        let cut = i == tokens.end || covered(i) || is_separator(line, i) || person();
        if !cut {
            continue;
        }
        let words = start < i
            && line.tokens[start..i]
                .iter()
                .any(|t| t.kind == TokenKind::Word);
        if words && let Some(part) = line.slice(start..i) {
            // The buttons of a picture show got in front of some bylines.
            let part = part.strip_prefix("Next Previous ").unwrap_or(part);
            // `القاهرة في 5 مارس`
            let part = part
                .strip_suffix(" في")
                .filter(|_| covered(i))
                .unwrap_or(part);
            let between_dates = matches!(part, "الموافق" | "موافق" | "الموافق ل" | "لموافق");
            out.extend((!between_dates).then_some(part));
        }
        start = i + 1;
    }
    out
}

/// Whether the token at `i` ends one name and begins the next.
fn is_separator(line: &TokenizedLine, i: usize) -> bool {
    let tokens = &line.tokens;
    match tokens[i].kind {
        TokenKind::Mark(
            '/' | '|' | ':' | '(' | ')' | ',' | '*' | '•' | '●' | '«' | '»' | '"' | '[' | ']' | '+',
        ) => true,
        // A hyphen inside a word is the word's, unless an agency follows: `دمشق-سانا`.
        TokenKind::Mark('-') => {
            let free = |t: Option<&Token>| {
                t.is_none_or(|t| t.spaced || matches!(t.kind, TokenKind::Mark(_)))
            };
            let ends = |j: &usize| {
                tokens
                    .get(*j)
                    .is_none_or(|t| matches!(t.kind, TokenKind::Mark(_)))
            };
            let sender = || {
                let end = (i + 2..=i + 1 + MAX_HYPHENATED_AGENCY_TOKENS).find(ends)?;
                line.slice(i + 1..end.min(tokens.len()))
            };
            tokens[i].spaced || free(tokens.get(i + 1)) || sender().is_some_and(is_agency)
        }
        _ => false,
    }
}

/// The credit that the names of a line make together. Without an agency (or `متابعات`, `خاص`) an outlet is
/// recognised by the form of its name alone.
fn credit_of_parts(line: &TokenizedLine, parts: &[&str]) -> Option<Credit> {
    let long = parts
        .iter()
        .any(|p| p.split_whitespace().count() > MAX_NAME_WORDS);
    if long || parts.len() > MAX_NAMES {
        return None;
    }
    let kinds: Vec<NameKind> = parts.iter().map(|p| name_kind(p)).collect();
    let named = |kind: NameKind| {
        let at = kinds.iter().position(|k| *k == kind)?;
        clean(parts[at])
    };
    let agency = named(NameKind::Agency);
    let author = named(NameKind::Person);
    let unknown = named(NameKind::Unknown);
    let opens = *kinds.first()?;
    // `قناة السويس - الميناء` is a heading.
    let others = kinds.iter().filter(|k| **k != NameKind::Outlet);
    let sent = others.clone().any(|k| *k != NameKind::Unknown) || !line.dates.is_empty();
    let beside = sent || (parts.len() > 1 && parts.iter().any(|p| is_paper(p)));
    let corresponds = agency.is_some() || kinds.contains(&NameKind::Followup);
    // `خدمة «الساحل نيوز»`: a name before it means that it is quoted or sold.
    let names = kinds
        .iter()
        .find(|k| matches!(k, NameKind::Outlet | NameKind::Unknown));

    if names == Some(&NameKind::Outlet) && beside {
        let source = named(NameKind::Outlet);
        return Credit { source, author }.known();
    }
    let in_brackets = in_brackets(line, agency.as_deref());
    if in_brackets || dateline(line, &kinds) {
        return Credit {
            source: agency,
            author: None,
        }
        .known();
    }
    let credit = if matches!(opens, NameKind::Place | NameKind::Agency) {
        let second = unknown.filter(|_| opens == NameKind::Place && agency.is_some());
        Credit {
            source: agency,
            author: author.or(second),
        }
    } else if corresponds {
        Credit {
            source: unknown.or(agency),
            author,
        }
    } else if kinds.len() == 2 && kinds.contains(&NameKind::Place) {
        Credit {
            source: None,
            author,
        }
    } else {
        return None;
    };
    credit.known()
}

/// Whether more than one number stands outside the dates: a price list, a table of frequencies.
fn has_free_numbers(line: &TokenizedLine) -> bool {
    let dated = |i: usize| line.dates.iter().any(|h| h.tokens.contains(&i));
    let tokens = line.tokens.iter().enumerate().take(COUNTED_TOKENS);
    let free = tokens.filter(|(i, t)| t.spaced && t.number().is_some() && !dated(*i));
    free.count() > 1
}

/// `جازان 25 شوال 1436 هـ واس`: an agency right after a date, which follows the place's name without a mark.
fn dateline(line: &TokenizedLine, kinds: &[NameKind]) -> bool {
    let (Some(first), Some(last)) = (line.dates.first(), line.dates.last()) else {
        return false;
    };
    let word = |i: Option<usize>| {
        i.and_then(|i| line.tokens.get(i))
            .is_some_and(|t| t.kind == TokenKind::Word)
    };
    let closes = kinds.last() == Some(&NameKind::Agency) && word(Some(last.tokens.end));
    let follows = kinds.len() == 2 && word(first.tokens.start.checked_sub(1));
    follows || (closes && !kinds.contains(&NameKind::Outlet))
}

/// `ألماتي (رويترز)`: what stands before an agency in brackets is a place; in more words, a caption.
fn in_brackets(line: &TokenizedLine, agency: Option<&str>) -> bool {
    let Some((before, _)) = agency.and_then(|a| line.text.split_once(a)) else {
        return false;
    };
    before.trim_end().ends_with(['(', '['])
}
