//! Takes a line, gives what a label in it names: `المصدر: …`, `الكاتب: …`, `بقلم …`, and credits that close an article.
//!
//! `المصدر` is also the ordinary word for an informant (`وقال المصدر: "…"`), so a label stands at the
//! start of its line, or right after the last sentence of the article. Lists of words are in folded
//! form. They and the limits were set by hand on newspaper corpora; no published list was used.

use super::super::date_text::month;
use super::super::line::TokenizedLine;
use super::super::token::{Token, TokenKind};
use super::known_names::{is_agency, is_generic, is_outlet};
use super::{Credit, clean, host};

/// Longest line with a label, in characters: two labels with their values; longer lines are prose.
const MAX_LABELLED_CHARS: usize = 160;
/// Tokens at the start of a line among which its first word is sought: a bullet and a bracket may precede it.
const MAX_TOKENS_BEFORE_WORD: usize = 3;
/// Most words of a line that begins with a label word but lacks its colon: `نقلا عن صحيفة …`.
const MAX_UNLABELLED_WORDS: usize = 7;
/// The same for a line that ends in a full stop, which is more often a sentence.
const MAX_UNLABELLED_SENTENCE_WORDS: usize = 4;
/// The same for `المصدر`, which opens sentences about informants.
const MAX_UNLABELLED_SOURCE_WORDS: usize = 5;
/// Most words of a value on a line of its own, after a line that is only a label.
const MAX_VALUE_WORDS: usize = 6;
/// Longest name of an editorial desk, in characters.
const MAX_DESK_CHARS: usize = 40;
/// Most tokens between the brackets of a closing credit: several agencies with commas.
const MAX_BRACKETED_TOKENS: usize = 12;
/// Tokens before a closing bracketed credit in which a word of attribution is sought.
const ATTRIBUTION_TOKENS: usize = 4;
/// Tokens at the end of an article in which a source label without a line of its own is sought.
const MAX_CLOSING_TOKENS: usize = 16;
/// Most tokens of the value of such a label; more are prose.
const MAX_CLOSING_VALUE_TOKENS: usize = 10;
/// Most words of a line that is nothing but names of agencies.
const MAX_AGENCY_LINE_WORDS: usize = 8;

/// What a label announces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LabelRole {
    Source,
    Author,
    /// A value that is not kept; the label only ends the value before it.
    Other,
}

/// Label words and what they announce.
const LABELS: [(&str, LabelRole); 24] = [
    ("المصدر", LabelRole::Source),
    ("المصادر", LabelRole::Source),
    ("مصدر", LabelRole::Source),
    ("منبع", LabelRole::Source),
    ("source", LabelRole::Source),
    ("الكاتب", LabelRole::Author),
    ("الكاتبه", LabelRole::Author),
    ("كاتب", LabelRole::Author),
    ("المحرر", LabelRole::Author),
    ("اعداد", LabelRole::Author),
    ("كتب", LabelRole::Author),
    ("كتبت", LabelRole::Author),
    ("بقلم", LabelRole::Author),
    ("author", LabelRole::Author),
    ("by", LabelRole::Author),
    ("مشاركه", LabelRole::Other),
    ("التاريخ", LabelRole::Other),
    ("تاريخ", LabelRole::Other),
    ("بتاريخ", LabelRole::Other),
    ("الرابط", LabelRole::Other),
    ("رابط", LabelRole::Other),
    ("القسم", LabelRole::Other),
    ("تصوير", LabelRole::Other),
    ("ترجمه", LabelRole::Other),
];

/// The label at a token: its role, and the index of the token after its colon.
fn label_at(tokens: &[Token], at: usize) -> Option<(LabelRole, usize)> {
    let word = &tokens.get(at)?.word;
    let (_, role) = LABELS.iter().find(|(name, _)| name == word)?;
    let mut next = at + 1;
    if tokens
        .get(next)
        .is_some_and(|t| t.is_word("الخبر") || t.is_word("المقال"))
    {
        next += 1;
    }
    let colon = tokens.get(next)?;
    let joins = matches!(colon.kind, TokenKind::Mark(':' | '/' | '-' | '|' | '='));
    joins.then_some((*role, next + 1))
}

/// The index of the first word, or the number of tokens where none stands near the start.
fn first_word(line: &TokenizedLine) -> usize {
    let word = line
        .tokens
        .iter()
        .take(MAX_TOKENS_BEFORE_WORD)
        .position(|t| t.kind == TokenKind::Word);
    word.unwrap_or(line.tokens.len())
}

/// `المصدر: شبكة الساحل الكاتب: فريق التحرير`, `بقلم: …`, `نقلا عن …`, alone on their line.
pub fn labelled(line: &TokenizedLine) -> Option<Credit> {
    let start = first_word(line);
    if line.chars > MAX_LABELLED_CHARS {
        return None;
    }
    match label_at(&line.tokens, start) {
        Some(_) => values(line, start),
        None => unlabelled(line, start),
    }
}

/// The values of all labels from a token on.
fn values(line: &TokenizedLine, start: usize) -> Option<Credit> {
    let tokens = &line.tokens;
    let mut credit = Credit::default();
    let mut at = start;
    while let Some((role, value)) = label_at(tokens, at) {
        let end = (value..tokens.len()).find(|&i| label_at(tokens, i).is_some());
        let end = end.unwrap_or(tokens.len());
        let name = || value_text(line, value, end);
        match role {
            LabelRole::Source if credit.source.is_none() => {
                // `مصدر: اللاعب يغادر` is a headline; a definite `المصدر:` is a label.
                let named = tokens.get(at + 1).is_some_and(|t| t.is_word("الخبر"));
                let definite = tokens[at].word.starts_with("ال");
                let sure = named || definite || tokens[at].is_word("source");
                let fits = |n: &String| sure || is_generic(n) || is_outlet(n);
                credit.source = name().filter(fits).and_then(|n| source_name(&n));
            }
            LabelRole::Author if credit.author.is_none() => credit.author = name(),
            _ => {}
        }
        at = end;
    }
    credit.known()
}

/// Words that join a name to the date after it.
const DATING: &str = "بتاريخ تاريخ التاريخ في يوم";

/// A value without the date or share line after it.
fn value_text(line: &TokenizedLine, start: usize, end: usize) -> Option<String> {
    let dated = line
        .dates
        .iter()
        .map(|h| h.tokens.start)
        .find(|&d| d > start);
    let stop = (start..end).find(|&i| line.tokens[i].is_mark('|') || line.tokens[i].is_mark('•'));
    let mut end = [dated, stop].into_iter().flatten().fold(end, usize::min);
    // `الميناء بتاريخ 5 أيار 2014`
    while end > start + 1 && dated == Some(end) && line.tokens[end - 1].is_any(DATING) {
        end -= 1;
    }
    if line.tokens.get(start)?.is_word("نقلا") && line.tokens.get(start + 1)?.is_word("عن") {
        return clean(line.slice(start + 2..end)?);
    }
    clean(line.slice(start..end)?)
}

/// A source as it is kept: the host of an address, nothing where the value opens reported speech.
fn source_name(value: &str) -> Option<String> {
    let opens_speech = value
        .split_whitespace()
        .next()
        .is_some_and(|w| matches!(w, "إن" | "ان" | "أن"));
    if opens_speech {
        return None;
    }
    if value.starts_with("http") || value.starts_with("www.") {
        return host(value);
    }
    Some(value.to_owned())
}

/// Words for informants of a reporter, who are no source of the article.
const INFORMANTS: &str = "\
    شهود شاهد مصدر مصادر مسؤول مسؤولين مراقبين خبراء خبير وزاره الوزاره بيان متحدث الناطق";

/// `بقلم فلان`, `نقلا عن صحيفة …`, `المصدر وكالات`: a label word without its colon, in a line of its own.
fn unlabelled(line: &TokenizedLine, start: usize) -> Option<Credit> {
    let word = line.tokens.get(start)?.word.as_str();
    let words = line
        .tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .count();
    if words > MAX_UNLABELLED_WORDS || line.ends_sentence() && words > MAX_UNLABELLED_SENTENCE_WORDS
    {
        return None;
    }
    let rest = |from: usize| value_text(line, from, line.tokens.len());
    let next = |i: usize, w: &str| line.tokens.get(start + i).is_some_and(|t| t.is_word(w));
    match word {
        "بقلم" => Credit {
            source: None,
            author: rest(start + 1),
        }
        .known(),
        "نقلا" if next(1, "عن") && !line.tokens.get(start + 2)?.is_any(INFORMANTS) => {
            Credit::source(&rest(start + 2)?)
        }
        "منقول" if next(1, "من") || next(1, "عن") => rest(start + 2)
            .filter(|n| is_outlet(n) || is_generic(n))
            .and_then(|n| Credit::source(&n)),
        "المصدر" if words <= MAX_UNLABELLED_SOURCE_WORDS => rest(start + 1)
            .filter(|n| is_generic(n))
            .and_then(|n| Credit::source(&n)),
        "كتب" | "كتبت" if line.text.trim_end().ends_with(':') => Credit {
            source: None,
            author: rest(start + 1),
        }
        .known(),
        _ => None,
    }
}

/// Whether the line is `المصدر:` and nothing else; its value is then on the next line.
pub fn label_only(line: &TokenizedLine) -> bool {
    let start = first_word(line);
    let found = label_at(&line.tokens, start);
    matches!(found, Some((LabelRole::Source, next)) if next == line.tokens.len())
}

/// The credit in the line after `المصدر:`.
pub fn value_line(line: &TokenizedLine) -> Option<Credit> {
    let words = line
        .tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .count();
    (words <= MAX_VALUE_WORDS && !line.ends_sentence())
        .then(|| Credit::source(line.text))
        .flatten()
}

/// The editorial desk in a bullet of its own: `• فريق التحرير`. A section's name in that place is no author.
pub fn desk(line: &TokenizedLine) -> Option<String> {
    const DESKS: [&str; 9] = [
        "فريق",
        "هيئه",
        "اسره",
        "التحرير",
        "المحرر",
        "محرر",
        "مراسل",
        "مراسلنا",
        "الكاتب",
    ];
    let first = line.tokens.get(first_word(line))?;
    let short = line.chars <= MAX_DESK_CHARS && line.tokens.iter().all(|t| t.number().is_none());
    (short && DESKS.iter().any(|w| first.is_word(w)))
        .then(|| clean(line.text))
        .flatten()
}

/// The credit that closes the last paragraph: `… (رويترز)`, `… - (وكالات)`, `… المصدر: صحيفة …`.
pub fn closing(tail: &TokenizedLine) -> Option<Credit> {
    bracketed(tail).or_else(|| glued(tail))
}

/// Words that make a bracketed agency the source of a statement: `لوكالة الأنباء (…)`.
const ATTRIBUTION: [&str; 10] = [
    "وكاله",
    "لوكاله",
    "الوكاله",
    "الانباء",
    "السعوديه",
    "الرسميه",
    "الالمانيه",
    "الفرنسيه",
    "موقع",
    "بوكاله",
];

/// Shortest last sentence without a full stop, in characters; shorter lines with a bracketed
/// agency are captions.
const MIN_LAST_SENTENCE_CHARS: usize = 50;

/// An agency in brackets after the last sentence. `لوكالة الأنباء (…)` is an attribution, not a credit.
fn bracketed(tail: &TokenizedLine) -> Option<Credit> {
    let tokens = &tail.tokens;
    let trailing = |t: &&Token| matches!(t.kind, TokenKind::Mark('.' | '-' | '/' | '*'));
    let end = tokens.len() - tokens.iter().rev().take_while(trailing).count();
    let close = end.checked_sub(1)?;
    let opener = match tokens.get(close)?.kind {
        TokenKind::Mark(')') => '(',
        TokenKind::Mark('»') => '«',
        TokenKind::Mark(']') => '[',
        _ => return None,
    };
    let open = (close.saturating_sub(MAX_BRACKETED_TOKENS)..close)
        .rev()
        .find(|&i| tokens[i].is_mark(opener))?;
    let name = tail.slice(open + 1..close)?;
    let dated = tail.dates.iter().any(|h| h.tokens.contains(&(open + 1)));
    let month = dated || month(tokens, open.saturating_sub(1)).is_some();
    let agency = is_generic(name) && name.split(['،', ',', '/', '+', '؛']).any(is_agency);
    if month || !agency || (opener == '«' && open > 0 && !after_stop(tokens, open)) {
        return None;
    }
    // `السفينة في الميناء (رويترز)` stands under a picture.
    let caption = open > 0 && tail.chars < MIN_LAST_SENTENCE_CHARS && !tail.ends_sentence();
    if caption && !after_stop(tokens, open) {
        return None;
    }
    let before = tokens.get(open.saturating_sub(ATTRIBUTION_TOKENS)..open)?;
    let attributed = before
        .iter()
        .any(|t| ATTRIBUTION.iter().any(|w| t.is_word(w)));
    (after_stop(tokens, open) || !attributed)
        .then(|| Credit::source(name))
        .flatten()
}

/// Whether a token begins the text or follows a mark that ends a sentence or a clause.
fn after_stop(tokens: &[Token], at: usize) -> bool {
    at == 0
        || matches!(
            tokens[at - 1].kind,
            TokenKind::Mark('.' | '!' | '؟' | '?' | '-' | '»' | '"' | '”' | '…' | '/' | ':')
        )
}

/// `…للزائرين المصدر: صحيفة …`: a source label joined to the last sentence without a line end.
fn glued(tail: &TokenizedLine) -> Option<Credit> {
    let tokens = &tail.tokens;
    let from = tokens.len().saturating_sub(MAX_CLOSING_TOKENS);
    let labels = |i: &usize| matches!(label_at(tokens, *i), Some((LabelRole::Source, _)));
    let at = (from.max(1)..tokens.len()).find(labels)?;
    if !tokens[at].is_word("المصدر") || said_by(tokens, at) {
        return None;
    }
    let value = label_at(tokens, at)?.1;
    let speech = matches!(tokens.get(value)?.kind, TokenKind::Mark('"' | '«' | '“'));
    let short = tokens.len() - value <= MAX_CLOSING_VALUE_TOKENS && !tail.ends_sentence();
    (!speech && short).then(|| values(tail, at)).flatten()
}

/// Whether a verb of saying precedes: in `وقال المصدر:` an informant speaks.
fn said_by(tokens: &[Token], at: usize) -> bool {
    const SAYING: [&str; 14] = [
        "قال", "ذكر", "اضاف", "اوضح", "اكد", "تابع", "اشار", "بين", "كشف", "بحسب", "حسب", "نفس",
        "يقول", "افاد",
    ];
    let Some(before) = tokens.get(at - 1).filter(|t| t.kind == TokenKind::Word) else {
        return false;
    };
    let word = before.word.strip_prefix(['و', 'ف']).unwrap_or(&before.word);
    SAYING.contains(&word) || SAYING.iter().any(|w| before.is_word(w))
}

/// Whether the whole line is an agency's name, in brackets or not.
pub(super) fn agency_line(line: &TokenizedLine) -> Option<Credit> {
    let words = line
        .tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .count();
    // `(أ ف ب، رويترز)`: several names, of which the first has to be an agency.
    let several = || {
        let mut names = line.text.split(['،', ',', '/', '+', '؛']);
        names.next().is_some_and(is_agency) && is_generic(line.text)
    };
    (words <= MAX_AGENCY_LINE_WORDS && (is_agency(line.text) || several()))
        .then(|| Credit::source(line.text))
        .flatten()
}
