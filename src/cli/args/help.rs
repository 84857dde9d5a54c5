//! A command as clap knows it in, its help in the reader's language out; clap's own words are not shown.
//!
//! What a command, an argument or a value is for is the message `help-…` of its name ([`help`]): that of an argument
//! of one command is called `help-COMMAND-ARGUMENT`, that of all with its name `help-ARGUMENT`.

use clap::{Arg, Command};

use super::examples::{EXAMPLES, ExampleText};
use super::help_codes::help;
use crate::cli::speaker::{Speaker, foreign};
use crate::cli::table_row::TableRow;
use crate::text::{Direction, Layout, Options, isolated, unisolated};
use crate::words::{Language, Said, Sentence, messages};

messages! {
    /// What stands above parts of a help.
    enum HelpHeading {
        Commands "help-commands";
        Arguments "help-arguments";
        Options "help-options";
    }
}

messages! {
    /// What is added to the help of an argument.
    enum HelpAddition {
        Default "help-with-default" { help: Said, value: Code };
        Values "help-with-values" { help: Said, values: Codes };
    }
}

messages! {
    /// How a command is called.
    pub(super) enum UsageLine {
        Usage "usage" { usage: Code };
    }
}

messages! {
    /// What stands in a usage for what may be there.
    enum UsagePart {
        Options "usage-options";
        Command "usage-command";
    }
}

impl UsageLine {
    /// What clap says, its own words in the reader's language.
    pub(super) fn of(usage: &str, speaker: &Speaker) -> UsageLine {
        let mut usage = usage.to_owned();
        for (own, part) in [
            ("[OPTIONS]", UsagePart::Options),
            ("[COMMAND]", UsagePart::Command),
        ] {
            let part = isolated(&speaker.words.say(&part));
            let part = match speaker.words.direction() {
                Direction::Ltr => unisolated(&part),
                Direction::Rtl => part,
            };
            usage = usage.replace(own, &format!("[{part}]"));
        }
        UsageLine::Usage { usage }
    }
}

/// Widest column of labels: a longer label has a line of its own.
const MAX_LABEL_COLUMNS: usize = 30;
/// Columns before a label, and before one that has no short form.
const INDENT: usize = 2;
const LONG_INDENT: usize = 6;

/// A command, and what it is called in the messages: `kept-drop`, empty for the program.
pub(super) struct HelpPage<'a> {
    pub command: &'a Command,
    pub name: String,
    pub usage: String,
}

impl HelpPage<'_> {
    /// Its lines.
    pub(super) fn lines(&self, speaker: &Speaker) -> Vec<String> {
        let mut rows = Vec::new();
        if self.name.is_empty() {
            examples(speaker, &mut rows);
        }
        let about = if self.name.is_empty() {
            "about"
        } else {
            &self.name
        };
        rows.push(text(speaker, &help(about).unwrap_or_else(|| foreign(&""))));
        rows.push(TableRow::default());
        rows.push(text(speaker, &UsageLine::of(&self.usage, speaker)));
        self.commands(speaker, &mut rows);
        let positional = self.command.get_positionals().collect();
        self.arguments(&HelpHeading::Arguments, positional, speaker, &mut rows);
        let options = self.command.get_arguments();
        let options = options.filter(|arg| arg.get_help_heading().is_none());
        let options = options.filter(|arg| !arg.is_positional()).collect();
        self.arguments(&HelpHeading::Options, options, speaker, &mut rows);
        let mut headings: Vec<&str> = Vec::new();
        for heading in self
            .command
            .get_arguments()
            .filter_map(Arg::get_help_heading)
        {
            if !headings.contains(&heading) {
                headings.push(heading);
            }
        }
        for heading in headings {
            let all = self.command.get_arguments();
            let own = all
                .filter(|arg| arg.get_help_heading() == Some(heading))
                .collect();
            let said = help(&format!("heading-{heading}"));
            self.arguments(
                &said.unwrap_or_else(|| foreign(&heading)),
                own,
                speaker,
                &mut rows,
            );
        }
        speaker.table(&rows, false)
    }

    fn commands(&self, speaker: &Speaker, rows: &mut Vec<TableRow>) {
        let mut all = self.command.get_subcommands().peekable();
        if all.peek().is_none() {
            return;
        }
        rows.push(TableRow::default());
        rows.push(text(speaker, &HelpHeading::Commands));
        let rows_of = all.map(|command| {
            let name = command.get_name();
            let said = if name == "help" {
                help("help")
            } else {
                help(&self.named(name))
            };
            row(speaker, INDENT, name, said)
        });
        let mut own: Vec<TableRow> = rows_of.collect();
        in_columns(&mut own);
        rows.append(&mut own);
    }

    /// Arguments below a heading.
    fn arguments(
        &self,
        heading: &impl Said,
        arguments: Vec<&Arg>,
        speaker: &Speaker,
        rows: &mut Vec<TableRow>,
    ) {
        let shown: Vec<&Arg> = arguments
            .into_iter()
            .filter(|arg| !arg.is_hide_set())
            .collect();
        if shown.is_empty() {
            return;
        }
        rows.push(TableRow::default());
        rows.push(text(speaker, heading));
        let mut own = Vec::new();
        let mut below = Vec::new();
        for arg in &shown {
            let (indent, label) = match (arg.get_short(), arg.get_long()) {
                (Some(short), Some(_)) => (INDENT, format!("-{short}, {arg}")),
                (None, Some(_)) => (LONG_INDENT, arg.to_string()),
                _ => (INDENT, arg.to_string()),
            };
            own.push(row(speaker, indent, &label, self.said(arg)));
            below.push(self.values(arg));
        }
        let text_at = in_columns(&mut own);
        for (row, values) in own.into_iter().zip(below) {
            rows.push(row);
            let values = values.into_iter();
            let label =
                |(name, said): (String, Sentence)| self::row(speaker, text_at, &name, Some(said));
            let mut values: Vec<TableRow> = values.map(label).collect();
            in_columns(&mut values);
            rows.append(&mut values);
        }
    }

    fn named(&self, part: &str) -> String {
        let part = part.replace('_', "-");
        if self.name.is_empty() {
            part
        } else {
            format!("{}-{part}", self.name)
        }
    }

    /// What is said of an argument.
    fn said(&self, arg: &Arg) -> Option<Sentence> {
        let id = arg.get_id().as_str().replace('_', "-");
        let said = match id.as_str() {
            "help" => help("help-flag"),
            "paths" if !self.name.is_empty() => help("corpus-paths"),
            id => help(&self.named(id)).or_else(|| help(id)),
        };
        let mut said = said?;
        if !arg.get_action().takes_values() {
            return Some(said);
        }
        let default = arg.get_default_values().first();
        if let Some(value) = default.filter(|_| !arg.is_hide_default_value_set()) {
            let value = value.to_string_lossy().into_owned();
            said = HelpAddition::Default { help: said, value }.sentence();
        }
        let values = match id.as_str() {
            "language" => Language::ALL.map(|own| own.code().to_owned()).to_vec(),
            _ => possible(arg),
        };
        if self.values(arg).is_empty() && !values.is_empty() {
            said = HelpAddition::Values { help: said, values }.sentence();
        }
        Some(said)
    }

    /// The values of an argument of which something is said.
    fn values(&self, arg: &Arg) -> Vec<(String, Sentence)> {
        let id = arg.get_id().as_str().replace('_', "-");
        let of = |value: String| {
            let own = help(&format!("{}-{value}", self.named(&id)));
            let said = own.or_else(|| help(&format!("{id}-{value}")))?;
            Some((value, said))
        };
        possible(arg).into_iter().filter_map(of).collect()
    }
}

/// The values that an argument may have, where they are to be listed.
fn possible(arg: &Arg) -> Vec<String> {
    if !arg.get_action().takes_values() || arg.is_hide_possible_values_set() {
        return Vec::new();
    }
    let values = arg.get_possible_values().into_iter();
    values.map(|value| value.get_name().to_owned()).collect()
}

fn examples(speaker: &Speaker, rows: &mut Vec<TableRow>) {
    rows.push(text(speaker, &ExampleText::Examples));
    let said = |(command, said): &(&str, ExampleText)| {
        row(speaker, INDENT, command, Some(said.sentence()))
    };
    let mut own: Vec<TableRow> = EXAMPLES.iter().map(said).collect();
    let widest = own.iter().map(TableRow::label_columns).max();
    for row in &mut own {
        row.text_at = INDENT + widest.unwrap_or(0) + INDENT;
    }
    rows.append(&mut own);
    rows.push(TableRow::default());
    for said in [
        ExampleText::Paths,
        ExampleText::NamedLikeACommand,
        ExampleText::Status,
    ] {
        rows.push(text(speaker, &said));
    }
    rows.push(TableRow::default());
}

/// A sentence by itself.
fn text(speaker: &Speaker, said: &impl Said) -> TableRow {
    TableRow {
        text: speaker.words.say(said),
        ..TableRow::default()
    }
}

fn row(speaker: &Speaker, indent: usize, label: &str, said: Option<Sentence>) -> TableRow {
    TableRow {
        indent,
        label: speaker.code(label),
        text_at: 0,
        text: said.map_or_else(String::new, |said| speaker.words.say(&said)),
    }
}

/// Lets all texts begin in one column, which is returned.
fn in_columns(rows: &mut [TableRow]) -> usize {
    let ends = rows.iter().map(|row| row.indent + row.label_columns());
    let widest = ends.filter(|end| *end <= MAX_LABEL_COLUMNS).max();
    let text_at = widest.unwrap_or(MAX_LABEL_COLUMNS / 2) + INDENT;
    for row in rows {
        row.text_at = text_at;
    }
    text_at
}

impl TableRow {
    fn label_columns(&self) -> usize {
        Layout::new(&self.label, Options::default()).width()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::super::help_codes::HELPS;
    use super::super::raw::RawArguments;
    use super::*;

    /// The names of the messages that a command and those below it look for.
    fn wanted(command: &Command, name: &str, out: &mut BTreeSet<String>) {
        let page = HelpPage {
            command,
            name: name.to_owned(),
            usage: String::new(),
        };
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let paths = (id == "paths" && !name.is_empty()).then(|| "corpus-paths".to_owned());
            let found = [paths.unwrap_or_else(|| page.named(&id)), id.clone()];
            let found = found.into_iter().find(|name| help(name).is_some());
            out.extend(found.filter(|_| id != "help"));
            for (value, _) in page.values(arg) {
                let own = format!("{}-{value}", page.named(&id));
                let own = Some(own).filter(|own| help(own).is_some());
                out.insert(own.unwrap_or_else(|| format!("{id}-{value}")));
            }
            assert!(
                page.said(arg).is_some(),
                "nothing is said of {arg} of {name}"
            );
            out.extend(
                arg.get_help_heading()
                    .map(|heading| format!("heading-{heading}")),
            );
        }
        for below in command
            .get_subcommands()
            .filter(|below| below.get_name() != "help")
        {
            let name = page.named(below.get_name());
            assert!(help(&name).is_some(), "nothing is said of {name}");
            wanted(below, &name, out);
            out.insert(name);
        }
    }

    #[test]
    fn everything_has_its_help_and_no_help_is_for_nothing() {
        let mut command = RawArguments::command();
        command.build();
        let mut names: BTreeSet<String> = BTreeSet::new();
        wanted(&command, "", &mut names);
        names.extend(["about", "help", "help-flag"].map(str::to_owned));
        let there = HELPS.iter().filter_map(|code| code.strip_prefix("help-"));
        let there: BTreeSet<String> = there.map(str::to_owned).collect();
        assert_eq!(names, there);
    }
}
