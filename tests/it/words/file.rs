//! A file of words as its syntax tree: which messages it has, what they use, where they choose a form.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fihrist::words::Language;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::parser;

/// What stands under a code: the message itself, and its attributes.
#[derive(Default)]
pub(super) struct WordMessage {
    value: Option<Pattern<String>>,
    attributes: Vec<(String, Pattern<String>)>,
}

pub(super) struct WordFile {
    pub(super) messages: BTreeMap<String, WordMessage>,
    /// What is wrong with its syntax.
    pub(super) complaints: Vec<String>,
}

/// A place where the form depends on an argument.
pub(super) struct Select {
    pub(super) code: String,
    pub(super) variable: String,
    pub(super) keys: Vec<String>,
}

/// What the expressions of a message hold.
#[derive(Default)]
struct Parts {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
    selects: Vec<(String, Vec<String>)>,
    complaints: Vec<String>,
}

impl WordFile {
    pub(super) fn of(language: Language) -> WordFile {
        let text = fs::read_to_string(format!("src/words/{}.ftl", language.code())).unwrap();
        let mut complaints = Vec::new();
        let resource: Resource<String> =
            parser::parse(text).unwrap_or_else(|(resource, errors)| {
                complaints.extend(errors.iter().map(ToString::to_string));
                resource
            });
        let mut messages = BTreeMap::new();
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let attributes = message.attributes.into_iter();
                    let attributes = attributes.map(|own| (own.id.name, own.value)).collect();
                    let code = message.id.name;
                    let value = message.value;
                    let own = WordMessage { value, attributes };
                    if messages.insert(code.clone(), own).is_some() {
                        complaints.push(format!("{code} is there twice"));
                    }
                }
                Entry::Term(term) => complaints.push(format!("-{} is a term", term.id.name)),
                Entry::Junk { content } => complaints.push(format!("no message: {content}")),
                _ => {}
            }
        }
        let mut file = WordFile {
            messages,
            complaints,
        };
        let all: Vec<String> = file.messages.keys().cloned().collect();
        let more: Vec<String> = all
            .iter()
            .flat_map(|code| file.parts(code).complaints)
            .collect();
        file.complaints.extend(more);
        file
    }

    /// What a message says, `None`, and its attributes.
    pub(super) fn attributes(&self, code: &str) -> Vec<Option<String>> {
        let message = self.messages.get(code);
        let value = message.and_then(|message| message.value.as_ref());
        let value = value.map(|_| None);
        let attributes = message.into_iter().flat_map(|message| &message.attributes);
        let attributes = attributes.map(|(name, _)| Some(name.clone()));
        value.into_iter().chain(attributes).collect()
    }

    fn parts(&self, code: &str) -> Parts {
        let mut parts = Parts::default();
        if let Some(message) = self.messages.get(code) {
            let own = message.attributes.iter().map(|(_, pattern)| pattern);
            for pattern in message.value.iter().chain(own) {
                parts.pattern(pattern);
            }
        }
        parts
    }

    /// The arguments that a message uses, also in the parts it is put together of.
    pub(super) fn variables(&self, code: &str) -> BTreeSet<String> {
        let parts = self.parts(code);
        let mut all = parts.variables;
        for part in &parts.references {
            all.extend(self.variables(part));
        }
        all
    }

    /// The messages that are parts of others.
    pub(super) fn references(&self) -> BTreeSet<String> {
        let all = self.messages.keys();
        all.flat_map(|code| self.parts(code).references).collect()
    }

    /// A message, and those that it is a part of.
    pub(super) fn users(&self, code: &str) -> Vec<String> {
        let mut users = vec![code.to_owned()];
        let mut at = 0;
        while let Some(part) = users.get(at).cloned() {
            let using = self.messages.keys();
            let using = using.filter(|other| self.parts(other).references.contains(&part));
            let new: Vec<String> = using
                .filter(|user| !users.contains(user))
                .cloned()
                .collect();
            users.extend(new);
            at += 1;
        }
        users
    }

    /// Where forms are chosen.
    pub(super) fn selects(&self) -> Vec<Select> {
        let all = self.messages.keys();
        let selects = all.flat_map(|code| {
            let own = self.parts(code).selects.into_iter();
            own.map(|(variable, keys)| Select {
                code: code.clone(),
                variable,
                keys,
            })
        });
        selects.collect()
    }
}

impl Parts {
    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    self.complaints
                        .push("a form is chosen by no argument".to_owned());
                    return;
                };
                self.variables.insert(id.name.clone());
                let key = |key: &VariantKey<String>| match key {
                    VariantKey::Identifier { name } => name.clone(),
                    VariantKey::NumberLiteral { value } => value.clone(),
                };
                let keys = variants.iter().map(|variant| key(&variant.key)).collect();
                self.selects.push((id.name.clone(), keys));
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::StringLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::MessageReference {
                id,
                attribute: None,
            } => {
                self.references.insert(id.name.clone());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            other => self
                .complaints
                .push(format!("not understood here: {other:?}")),
        }
    }
}
