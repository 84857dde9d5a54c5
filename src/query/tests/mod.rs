//! Queries in, what they mean out: a table for each rule, and what holds of any text.

#![expect(clippy::string_slice, reason = "a wrong offset shall fail the test")]

mod limits;
mod properties;

use super::*;
use crate::corpus::Ymd;

fn word(word: &QueryWord) -> String {
    let title = if word.scope == WordScope::Title {
        "title:"
    } else {
        ""
    };
    let exact = if word.form == WordMatch::Exact {
        "="
    } else {
        ""
    };
    let open = if word.form == WordMatch::Prefix {
        "*"
    } else {
        ""
    };
    let typing = if word.typing { "…" } else { "" };
    format!("{title}{exact}{}{open}{typing}", word.spelling)
}

fn item(item: &QueryItem) -> String {
    let words = item.words().iter().map(word).collect::<Vec<_>>().join(" ");
    match item {
        QueryItem::Word(_) => words,
        QueryItem::Phrase(QueryPhrase { slop: None, .. }) => format!("\"{words}\""),
        QueryItem::Phrase(QueryPhrase { slop: Some(n), .. }) => format!("\"{words}\"~{n}"),
    }
}

/// Clauses in order, then sources, dates and notes: `a b|c -d src:e date:2015-01-01.. !EmptyField(source:)`.
fn shape(text: &str, typing: bool) -> String {
    let query = Query::parse(text, typing);
    let clause = |clause: &Clause| match clause {
        Clause::Any(items) => items.iter().map(item).collect::<Vec<_>>().join("|"),
        Clause::Not(one) => format!("-{}", item(one)),
    };
    let not = |not| if not { "-" } else { "" };
    let mut out: Vec<String> = query.clauses.iter().map(clause).collect();
    out.extend(query.limits.sources.iter().map(|limit| {
        let SourceName { words, whole, open } = &limit.value;
        let name = words.join(" ");
        let name = if *whole { format!("\"{name}\"") } else { name };
        format!(
            "{}src:{name}{}",
            not(limit.not),
            if *open { "*" } else { "" }
        )
    }));
    out.extend(query.limits.dates.iter().map(|limit| {
        let end = |day: Option<Ymd>| day.map(|d| d.to_string()).unwrap_or_default();
        let range = match limit.value {
            DateRange::Unknown => "?".to_owned(),
            DateRange::Days { from, to } => format!("{}..{}", end(from), end(to)),
            DateRange::Yearly { from, to } => format!("{}/{}..{}/{}", from.1, from.0, to.1, to.0),
        };
        format!("{}date:{range}", not(limit.not))
    }));
    out.extend(
        query
            .notes
            .iter()
            .map(|note| format!("!{:?}({})", note.reason, &text[note.bytes.clone()])),
    );
    out.join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shape(text, false), expected, "{text}");
}

#[track_caller]
fn check_typing(text: &str, expected: &str) {
    assert_eq!(shape(text, true), expected, "{text}");
}

#[test]
fn words_and_phrases() {
    check("", "");
    check("  ", "");
    check("وزير النفط", "وزير النفط");
    check("\"وزير النفط\"", "\"وزير النفط\"");
    check("«وزير النفط»", "\"وزير النفط\"");
    check("“وزير النفط”", "\"وزير النفط\"");
    check(
        "»وزير النفط« »سعر البرميل«",
        "\"وزير النفط\" \"سعر البرميل\"",
    );
    check("«قال \"نعم\" أمس»", "\"قال نعم أمس\"");
    check("«وزير النفط\" سعر", "\"وزير النفط\" سعر");
    check("قال«نعم لا»", "قال \"نعم لا\"");
    check("\"نعم\"", "نعم");
    check("\"\"", "");
    check("צה\"ל", "\"צה ל\"");
}

#[test]
fn a_spelling_is_as_written_without_marks() {
    check("أمِيرْكـــا", "أميركا");
    check("مكتبة مؤمن سو\u{654}ال یک", "مكتبة مؤمن سؤال یک");
    check("\u{fefb}", "لا");
    check("ـ", "");
}

#[test]
fn exclusions() {
    check("نفط -رياضة", "نفط -رياضة");
    check("-\"كرة القدم\"", "-\"كرة القدم\"");
    check("-«كرة القدم» نفط", "-\"كرة القدم\" نفط");
    check("-source:a", "-src:a");
    check("-title:a", "-title:a");
    check("-date:2015", "-date:2015-01-01..2015-12-31");
    check(
        "source:-a date:-2015",
        "-src:a -date:2015-01-01..2015-12-31",
    );
    check("−رياضة", "-رياضة");
    check("-a,b", "-a -b");
    check("السعودية - اليمن", "السعودية اليمن");
    check("السعودية – اليمن", "السعودية اليمن");
    check("a -- b --c", "a b c");
    check(
        "المهندس -أطال الله عمره- أمس -نفط",
        "المهندس أطال الله عمره أمس -نفط",
    );
    check("-a-", "a");
    check("-a date:2015-", "-a date:2015-01-01..2015-12-31");
    check_typing("-a Wi-", "-a wi");
    check("-5", "-5");
}

#[test]
fn alternatives() {
    check("سوريا أو العراق", "سوريا|العراق");
    check("سوريا او العراق", "سوريا|العراق");
    check("a OR b", "a|b");
    check("a | b", "a|b");
    check("a|b", "a|b");
    check("a || b", "a|b");
    check("a or b", "a or b");
    check("a b OR c OR d e", "a b|c|d e");
    check("a OR OR b", "a|b !JoinsNothing(OR)");
    check("\"a b\" أو «c d»", "\"a b\"|\"c d\"");
    check("(a OR b) c", "a|b c");
    check("title:a OR title:b", "title:a|title:b");
    check("source:a OR source:b", "src:a src:b");
    check("source:a | source:b", "src:a src:b");
    check("a OR source:b", "a src:b !CannotJoin(OR)");
    check("a OR -b", "a -b !CannotJoin(OR)");
    check("-a أو b", "-a b !CannotJoin(أو)");
}

#[test]
fn what_joins_nothing() {
    check("أو", "أو");
    check("أو لماذا", "أو لماذا");
    check("كتاب أو", "كتاب أو");
    check("OR", "!JoinsNothing(OR)");
    check("a OR", "a !JoinsNothing(OR)");
    check_typing("كتاب أو", "كتاب أو…");
    check_typing("كتاب أو ", "كتاب !JoinsNothing(أو)");
    check_typing("a OR", "a or…");
    check_typing("أوب", "أوب…");
    for lone in [
        "-", "~", "*", "=", "|", "- ~", "\"", "--", "==", "-=", "=-", "|-", "-|",
    ] {
        check(lone, "");
        check_typing(lone, "");
        check(&format!("a {lone}"), "a");
        check(&format!("a {lone} "), "a");
    }
}

#[test]
fn nearness() {
    check("a ~ b", "\"a b\"~10");
    check("a ~5 b", "\"a b\"~5");
    check("a ~٥ b", "\"a b\"~5");
    check("a ~b", "\"a b\"~10");
    check("a~b", "\"a b\"~10");
    check("a~5 b", "\"a b\"~5");
    check("a ~5 b ~20 c", "\"a b c\"~20");
    check("\"a b c\"~5", "\"a b c\"~5");
    check("«a b»~٧ d", "\"a b\"~7 d");
    check("\"a b\"~", "\"a b\"~10");
    check("\"a b\" ~5 c", "\"a b c\"~5");
    check("\"a b\"~c", "\"a b c\"~10");
    check("a ~2015", "\"a 2015\"~10");
    check("a ~ b OR c", "\"a b\"~10|c");
    check("a OR b ~ c", "a|\"b c\"~10");
    check("a ~5", "a !JoinsNothing(~5)");
    check("~5 b", "b !JoinsNothing(~5)");
    check("~b", "b");
    check("a ~ -b", "a -b");
    check("a ~5 source:b", "a src:b !CannotJoin(~5)");
}

#[test]
fn forms() {
    check("حكوم*", "حكوم*");
    check("\"مجلس الوزر*\"", "\"مجلس الوزر*\"");
    check("\"مجل* الوزراء\"", "\"مجل* الوزراء\"");
    check("=اميركا", "=اميركا");
    check("=\"دار النشر\"", "\"=دار =النشر\"");
    check("\"=دار النشر\"", "\"=دار النشر\"");
    check("-=اميركا =-اميركا", "-=اميركا -=اميركا");
    check("title:=x title:y*", "title:=x title:y*");
    check("=title:x", "title:=x");
    check("a=b", "\"a b\"");
    check("*مهم* **جدا**", "مهم جدا");
    check("*حكومة", "حكومة !MisplacedStar(*حكومة)");
    check("ال*ية", "\"ال ية\" !MisplacedStar(ال*ية)");
    check("5*3", "\"5 3\"");
}

#[test]
fn what_is_written_together_stands_together() {
    check("Wi-Fi", "\"wi fi\"");
    check("عاصفة_الحزم", "\"عاصفة الحزم\"");
    check("#عاصفة_الحزم", "\"عاصفة الحزم\"");
    check("2015-09-30", "\"2015 09 30\"");
    check("5%", "5");
    check("الرياض،جدة", "الرياض جدة");
    check("1,000 12:30", "1,000 \"12 30\"");
}

#[test]
fn sources() {
    check("source:aawsat", "src:aawsat");
    check("مصدر:الماسة نفط", "نفط src:الماسه");
    check("المصدر:الماسة", "src:الماسه");
    check("مصدر: الماسة", "src:الماسه");
    check("قال المصدر: نعم", "قال المصدر نعم");
    check("مصدر : الماسة", "مصدر الماسة");
    check("source:= ", "!EmptyField(source:=)");
    check("source:a,", "src:a");
    check("Source：x", "src:x");
    check("مصدر؛الماسة", "src:الماسه");
    check("مصدر؛ الماسة", "مصدر الماسة");
    check("source:\"BBC Arabic\"", "src:\"bbc arabic\"");
    check("source:=bbc", "src:\"bbc\"");
    check("source:bbc*", "src:bbc*");
    check("source:a source:b", "src:a src:b");
    check("source:a|b,c", "src:a src:b src:c");
    check("source:?", "src:");
    check("source:", "!EmptyField(source:)");
    check("source:   ", "!EmptyField(source:)");
    check(
        "source: date:2015",
        "date:2015-01-01..2015-12-31 !EmptyField(source:)",
    );
    check("source: -a", "-a !EmptyField(source:)");
    check("source: OR b", "b !EmptyField(source:) !JoinsNothing(OR)");
    check("source:!", "!EmptyField(source:!)");
    check_typing("source:aaw", "src:aaw*");
    check_typing("source:aaw ", "src:aaw");
    check_typing("-source:aaw", "-src:aaw");
    check_typing("source:\"الماسة ال", "src:\"الماسه ال\"*");
}

#[test]
fn titles() {
    check("title:a b", "title:a b");
    check("عنوان:\"a b\" c", "\"title:a title:b\" c");
    check("title:", "!EmptyField(title:)");
    check("title: x", "title:x");
    check("title:-", "!EmptyField(title:-)");
    check("عُنوان:x", "title:x");
}

#[test]
fn dates() {
    check("date:2015 نفط", "نفط date:2015-01-01..2015-12-31");
    check("تاريخ:سبتمبر 2015 نفط", "نفط date:2015-09-01..2015-09-30");
    check("تاريخ:\"سبتمبر 2015\"", "date:2015-09-01..2015-09-30");
    check("تاريخ: أيلول", "date:1/9..31/9");
    check("date>2015", "date:2016-01-01..");
    check(
        "date:2014,2016",
        "date:2014-01-01..2014-12-31 date:2016-01-01..2016-12-31",
    );
    check("date:?", "date:?");
    check("date:--09-29", "date:29/9..29/9");
    check(
        "date:>2013 date:<2016",
        "date:2014-01-01..2015-12-31 date:2014-01-01..2015-12-31",
    );
    check(
        "date:<2013 date:>2016",
        "date:..2012-12-31 date:2017-01-01..",
    );
    check("(date:2015)", "date:2015-01-01..2015-12-31");
}

#[test]
fn what_is_no_date_is_searched() {
    check("date:foo", "foo !NotADate(date:foo)");
    check("date:foo bar", "foo bar !NotADate(date:foo)");
    check("date:2015-13", "\"2015 13\" !NotADate(date:2015-13)");
    check(
        "date:\"last week\" x",
        "\"last week\" x !NotADate(date:\"last week\")",
    );
    check("date:20", "20 !NotADate(date:20)");
    check("-date:foo", "-foo !NotADate(-date:foo)");
    check("date:", "!EmptyField(date:)");
    check_typing("date:", "!EmptyField(date:)");
    check_typing("a date:20", "a !NotADateYet(date:20)");
    check_typing("date:\"sep", "date:1/9..31/9");
    check_typing("date:\"sept 2", "date:1/9..31/9");
    check_typing("date:foo ", "foo !NotADate(date:foo)");
    // No digit that may follow makes a date of it.
    check_typing("date:2015-13", "\"2015 13…\" !NotADate(date:2015-13)");
    check_typing("تاريخ:2015-13", "\"2015 13…\" !NotADate(تاريخ:2015-13)");
    check_typing("date:2015-0", "date:2015-01-01..2015-12-31");
    check_typing("date:2014-20", "date:2014-01-01..2014-12-31");
}

#[test]
fn other_colons_are_words() {
    check("foo:bar", "foo bar !UnknownField(foo:)");
    check("-foo:bar", "-foo -bar !UnknownField(foo:)");
    check("كذا:كذا", "كذا كذا");
    check("قال: نعم", "قال نعم");
    check("12:30", "\"12 30\"");
    // A field's name but for a slip is told; a sentence is not.
    check("مصدرر:سنابل", "مصدرر سنابل !UnknownField(مصدرر:)");
    check("تاريح:2015", "تاريح 2015 !UnknownField(تاريح:)");
    check("عنون:ميناء", "عنون ميناء !UnknownField(عنون:)");
    check("مصدرر: سنابل", "مصدرر سنابل");
    // Words of their own, one letter away from the name of a field.
    for word in ["مصر", "صدر", "مصادر"] {
        check(&format!("{word}:بيان"), &format!("{word} بيان"));
    }
    // So is one that other catalogues have.
    check("كاتب:سعاد", "كاتب سعاد !UnknownField(كاتب:)");
    check("نص:ميناء", "نص ميناء !UnknownField(نص:)");
    check("المحرر:سعاد", "المحرر سعاد !UnknownField(المحرر:)");
    check("نویسنده:سعاد", "نویسنده سعاد !UnknownField(نویسنده:)");
    check("قال الكاتب: نعم", "قال الكاتب نعم");
    check("http://www.example.org/a", "http \"www example org\"");
    check("mysource:x", "mysource x !UnknownField(mysource:)");
    check("a:", "a");
    check(":", "");
    check("sourcing date", "sourcing date");
    check("مصدر", "مصدر");
}

#[test]
fn only_the_word_being_typed_may_grow() {
    check_typing("نفط الم", "نفط الم…");
    check_typing("نفط الم ", "نفط الم");
    check_typing("\"نفط الم", "\"نفط الم…\"");
    check_typing("\"نفط الم\"", "\"نفط الم\"");
    check_typing("نفط -الم", "نفط -الم");
    check_typing("(2-1)", "\"2 1\"");
    check_typing("حكوم*", "حكوم*");
    check_typing("=اميرك", "=اميرك…");
    check_typing("title:ا", "title:ا…");
    check_typing("Wi-F", "\"wi f…\"");
    check_typing("a OR b", "a|b…");
    check_typing("a ~ b", "\"a b…\"~10");
    check("a b", "a b");
}

#[test]
fn the_table_shown_says_what_is_so() {
    for SyntaxExample { example, .. } in SYNTAX {
        let query = Query::parse(example, false);
        assert!(!query.is_empty() && query.notes.is_empty(), "{example}");
    }
}
