//! Tests of [`super`]: every key, and every row's words.

use super::*;
use std::collections::{HashMap, HashSet};

use crate::words::{Said, Words};

#[test]
fn no_key_means_two_things() {
    for mode in Mode::ALL {
        let mut keys: Vec<&str> = bindings(mode).flat_map(|b| b.keys).copied().collect();
        keys.sort_unstable();
        let all = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), all, "{mode:?}");
    }
}

#[test]
fn every_key_name_can_be_read() {
    for name in BINDINGS.iter().flat_map(|b| b.keys) {
        assert!(name.parse::<KeyPress>().is_ok(), "{name}");
    }
}

/// Shift and these letters give ASCII brackets and slashes on an Arabic layout.
#[test]
fn no_command_is_bound_to_a_capital_that_an_arabic_layout_cannot_send() {
    for name in BINDINGS.iter().flat_map(|b| b.keys) {
        assert!(
            !["D", "F", "L", "M", "U", "C", "V", "Z"].contains(name),
            "{name}"
        );
    }
}

#[test]
fn every_command_has_its_first_key_in_each_of_its_modes() {
    for binding in BINDINGS {
        let key = binding.keys[0].parse().unwrap();
        for mode in binding.modes {
            assert_eq!(
                lookup(*mode, key, Keyboard::default()),
                Some(binding.action),
                "{binding:?}"
            );
        }
    }
}

#[test]
fn an_arabic_layout_reaches_the_same_commands() {
    for (arabic, latin) in [
        ("ت", "j"),
        ("ن", "k"),
        ("ق", "r"),
        ("ث", "e"),
        ("س", "s"),
        ("ب", "f"),
        ("ض", "q"),
        ("ظ", "/"),
        ("؟", "?"),
    ] {
        for mode in [List, Reader] {
            assert_eq!(
                lookup(mode, arabic.parse().unwrap(), Keyboard::default()),
                lookup(mode, latin.parse().unwrap(), Keyboard::default()),
                "{arabic}"
            );
        }
    }
}

#[test]
fn a_page_is_gone_on_in_every_list() {
    for mode in [List, Reader, Facets, Related, Elsewhere, Overview, Problems] {
        for (key, action) in [("pgdn", Action::PageDown), ("pgup", Action::PageUp)] {
            let key = key.parse().unwrap();
            assert_eq!(
                lookup(mode, key, Keyboard::default()),
                Some(action),
                "{mode:?}"
            );
        }
    }
}

#[test]
fn letters_typed_into_the_search_box_are_letters() {
    let bound: HashSet<_> = ["ت", "j", "ض", "?"]
        .iter()
        .filter_map(|k| lookup(Search, k.parse().unwrap(), Keyboard::default()))
        .collect();
    assert!(bound.is_empty());
}

#[test]
fn every_row_has_a_name_and_the_hint_that_it_shows() {
    let mut hinted: HashMap<&str, bool> = HashMap::new();
    for binding in BINDINGS {
        let code = binding.help.code();
        *hinted.entry(code).or_default() |= binding.is_hinted;
    }
    for (code, is_hinted) in hinted {
        let says = |attribute| Words::ENGLISH.try_say(code, Some(attribute), &[]).is_some();
        assert!(says("name"), "{code}");
        assert_eq!(says("hint"), is_hinted, "{code}");
    }
}
