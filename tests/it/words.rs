//! The messages that the code declares in, and the files of words that have to say them: every message in every
//! language, with all its arguments, in every plural form.

mod declared;
mod file;
mod large_counts;
mod terms;

use std::collections::BTreeSet;
use std::fmt::Write;

use fihrist::words::{Arg, ArgValue, Language, Said, Sentence, Words};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use declared::{ArgKind, DeclaredMessage, declared};
use file::{Select, WordFile};

/// Numbers of which every noun is looked at: each category of each language is among them.
const COUNTS: [u64; 13] = [0, 1, 2, 3, 10, 11, 12, 99, 100, 101, 102, 103, 1000];
/// Parts of sentences that a file may have for itself are called so.
const OWN_PART: &str = "n-";

/// Fails with all complaints, one a line.
#[track_caller]
fn check(mut complain: impl FnMut(Language, &WordFile, &mut Vec<String>)) {
    let mut out = String::new();
    for language in Language::ALL {
        let mut complaints = Vec::new();
        complain(language, &WordFile::of(language), &mut complaints);
        for complaint in complaints {
            writeln!(out, "{}: {complaint}", language.code()).unwrap();
        }
    }
    assert!(out.is_empty(), "\n{out}");
}

#[test]
fn every_language_has_every_message_and_no_other() {
    let declared = declared();
    check(|_, file, out| {
        let own: BTreeSet<&str> = file.messages.keys().map(String::as_str).collect();
        let all: BTreeSet<&str> = declared.keys().map(String::as_str).collect();
        out.extend(all.difference(&own).map(|code| format!("lacks {code}")));
        let surplus = own
            .difference(&all)
            .filter(|code| !code.starts_with(OWN_PART));
        out.extend(surplus.map(|code| format!("says {code}, which no code declares")));
        let parts = own.iter().filter(|code| code.starts_with(OWN_PART));
        let used = file.references();
        let unused = parts.filter(|part| !used.contains(**part));
        out.extend(unused.map(|part| format!("{part} is in no message")));
        out.extend(file.complaints.iter().cloned());
    });
}

/// What an argument is called, and that it is shown: one that a language leaves out is missing there.
#[test]
fn every_message_uses_its_arguments_and_no_others() {
    let declared = declared();
    check(|_, file, out| {
        for (code, message) in &declared {
            let used = file.variables(code);
            let args: BTreeSet<&str> = message.args.iter().map(|arg| arg.name.as_str()).collect();
            let used: BTreeSet<&str> = used.iter().map(String::as_str).collect();
            // Which names months have is known to every message.
            for name in used.difference(&args).filter(|name| **name != "months") {
                out.push(format!("{code}: there is no ${name}"));
            }
            for name in args.difference(&used) {
                out.push(format!("{code}: does not use ${name}"));
            }
        }
    });
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

/// The plural categories of a language that whole numbers have.
fn categories(language: Language) -> BTreeSet<&'static str> {
    let id: unic_langid::LanguageIdentifier = language.code().parse().unwrap();
    let rules = PluralRules::create(id, PluralRuleType::CARDINAL).unwrap();
    let of = |n: u64| name(&rules.select(n).unwrap());
    let mut all: BTreeSet<&str> = (0..=1000).map(of).collect();
    all.insert("other");
    all
}

/// A noun that is counted has a form for each category; `[0]` and `[none]` may stand beside them, and a choice by
/// whether there are any, or whether the number is known, needs no other.
#[test]
fn counted_nouns_have_all_their_forms() {
    let declared = declared();
    check(|language, file, out| {
        let wanted = categories(language);
        for Select {
            code,
            variable,
            keys,
        } in file.selects()
        {
            let users = file.users(&code);
            let counts = users.iter().filter_map(|user| declared.get(user));
            let is_count = counts
                .flat_map(|message| &message.args)
                .any(|arg| arg.name == variable && arg.kind == ArgKind::Count);
            if !is_count {
                continue;
            }
            let beside = ["0", "none"];
            let own: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
            let forms: BTreeSet<&str> = own
                .iter()
                .copied()
                .filter(|key| !beside.contains(key))
                .collect();
            let by_presence = forms == BTreeSet::from(["other"]) && own.len() > 1;
            if !by_presence && forms != wanted {
                out.push(format!(
                    "{code}: ${variable} has {own:?} and not {wanted:?}"
                ));
            }
        }
    });
}

fn samples(arg: &declared::DeclaredArg) -> Vec<ArgValue> {
    let text = |text: &str| text.to_owned();
    match &arg.kind {
        ArgKind::Count => COUNTS.map(ArgValue::Count).to_vec(),
        ArgKind::Number => vec![ArgValue::Number(7), ArgValue::Number(12)],
        ArgKind::Ordinal => vec![ArgValue::Ordinal(2015)],
        ArgKind::Decimal => vec![ArgValue::Decimal(1.4, 1)],
        ArgKind::Share => vec![ArgValue::Share(58)],
        ArgKind::Size => vec![ArgValue::Size(12_345)],
        ArgKind::Name => vec![ArgValue::Name(text("سوق"))],
        ArgKind::Names => vec![ArgValue::Names(vec![text("سوق"), text("b")])],
        ArgKind::Code => vec![ArgValue::Code(text("--map"))],
        ArgKind::Codes => vec![ArgValue::Codes(vec![text("--map"), text("auto")])],
        ArgKind::IsoDate => vec![ArgValue::IsoDate(text("2015-09-30"))],
        ArgKind::Foreign => vec![ArgValue::Foreign(text("os error 5"))],
        ArgKind::Said => vec![ArgValue::Said(Box::new(said()))],
        ArgKind::Kind(kinds) => {
            let kind = |kind: &String| ArgValue::Kind(kind.clone().into());
            kinds.iter().map(kind).collect()
        }
    }
}

/// Some message.
fn said() -> Sentence {
    fihrist::corpus::Reason::LinkLoop.sentence()
}

/// All ways to say a message that differ in one argument from the first.
fn ways(message: &DeclaredMessage) -> Vec<Vec<Arg>> {
    let all: Vec<Vec<Arg>> = message
        .args
        .iter()
        .map(|arg| {
            let named = |value| Arg::new(arg.name.clone().leak(), value);
            samples(arg).into_iter().map(named).collect()
        })
        .collect();
    let first: Vec<Arg> = all
        .iter()
        .filter_map(|values| values.first().cloned())
        .collect();
    let mut ways = vec![first.clone()];
    for (at, values) in all.iter().enumerate() {
        for value in values.iter().skip(1) {
            let mut way = first.clone();
            way[at] = value.clone();
            ways.push(way);
        }
    }
    ways
}

/// Every message is said, with every number and in every form.
#[test]
fn every_message_is_said() {
    let declared = declared();
    check(|language, file, out| {
        let words = Words {
            language,
            ..Words::ENGLISH
        };
        for (code, message) in &declared {
            for way in ways(message) {
                for attribute in file.attributes(code) {
                    match words.try_say(code, attribute.as_deref(), &way) {
                        None => out.push(format!("{code} is not said with {way:?}")),
                        Some(text) if text.contains("  ") || text.trim().is_empty() => {
                            out.push(format!("{code}: «{text}»"));
                        }
                        Some(_) => {}
                    }
                }
            }
        }
    });
}

/// Attributes are the same in all languages: a hint is a hint everywhere.
#[test]
fn attributes_are_those_of_english() {
    let english = WordFile::of(Language::English);
    check(|_, file, out| {
        for code in english.messages.keys().filter(|c| !c.starts_with(OWN_PART)) {
            if file.messages.contains_key(code) && file.attributes(code) != english.attributes(code)
            {
                out.push(format!("{code} has other attributes than in English"));
            }
        }
    });
}

/// Where words in plain English may stand: what is typed in every language, tables for scripts, bug reports, and errors
/// that no user can meet.
const ENGLISH_PLACES: [&str; 16] = [
    // Commands, as they are typed.
    "src/cli/args/examples.rs",
    "src/tui/detect/mod.rs",
    "src/tui/detect/said.rs",
    "src/tui/test_card/mod.rs",
    "src/tui/test_card/report.rs",
    // Tables for scripts.
    "src/cli/search/forms.rs",
    "src/cli/stats.rs",
    // A panic is reported as it is.
    "src/tui/panics.rs",
    // A name that the table of actions gives wrongly.
    "src/app/key.rs",
    // The system's name of a limit.
    "src/library/load/memory_limit.rs",
    // Faults of the program itself.
    "src/index/lexicon/keep.rs",
    "src/index/lexicon/key_groups.rs",
    "src/kept/corpus_folder.rs",
    "src/kept/file.rs",
    "src/kept/verify.rs",
    "src/kept/writer.rs",
];

/// Whether a line of code has two words of English in a text.
fn says_words(line: &str) -> bool {
    let texts = line.split('"').skip(1).step_by(2);
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let mut texts = texts.map(|text| text.split(' ').collect::<Vec<_>>());
    texts.any(|words| words.windows(2).any(|pair| pair.iter().all(is_word)))
}

/// What a person reads stands in the files of words, and nowhere in the code.
#[test]
fn no_word_a_person_reads_is_in_the_code() {
    const FOLDERS: [&str; 9] = [
        "app", "ui", "store", "query", "kept", "index", "library", "cli", "tui",
    ];
    // Doc comments of macros, and what tests and `expect` say.
    const NOT_SHOWN: [&str; 5] = ["expect(", "assert", "reason =", "doc = ", "panic!"];
    let mut found = String::new();
    for folder in FOLDERS {
        for (name, text) in declared::named_sources(format!("src/{folder}").as_ref()) {
            if ENGLISH_PLACES.contains(&name.as_str())
                || name.contains("budgets")
                || name.contains("/tests")
            {
                continue;
            }
            let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or("");
            let lines: Vec<&str> = code.lines().collect();
            for (at, line) in lines.iter().enumerate() {
                let near = &lines[at.saturating_sub(2)..=at];
                let shown = !near
                    .iter()
                    .any(|line| NOT_SHOWN.iter().any(|not| line.contains(not)));
                if shown && !line.trim_start().starts_with("//") && says_words(line) {
                    writeln!(found, "{name}:{}: {}", at + 1, line.trim()).unwrap();
                }
            }
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

/// Every counted noun of every language with every number, to be read by a person.
#[test]
fn counted_nouns_as_they_are_said() {
    let declared = declared();
    for language in Language::ALL {
        let words = Words {
            language,
            ..Words::ENGLISH
        };
        let mut out = String::new();
        for (code, message) in &declared {
            let counted = message
                .args
                .iter()
                .position(|arg| arg.kind == ArgKind::Count);
            let Some(counted) = counted else {
                continue;
            };
            writeln!(out, "{code}").unwrap();
            let first = ways(message).remove(0);
            for count in COUNTS {
                let mut args = first.clone();
                args[counted].value = ArgValue::Count(count);
                let said = words.try_say(code, None, &args).unwrap();
                writeln!(out, "    {count}: {}", fihrist::text::unisolated(&said)).unwrap();
            }
        }
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("words");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("counted_{}", language.code()), out));
    }
}
