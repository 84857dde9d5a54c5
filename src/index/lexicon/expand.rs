//! From a word of a query to the spellings that answer it, the closest first.
//!
//! A layer holds what the layers before it have not: the word itself with anything clinging before it, its other
//! accepted spellings, its inflections; then what is only akin. The first three are the word
//! *found*; the others help to rank and stand in where the word is nowhere.

use compact_str::format_compact;
use rustc_hash::FxHashSet;

use super::{Lexicon, WordNo};
use crate::analysis::{self, MAX_CHANCE_ARTICLES, Vocabulary, WordKeys, letters, spellings};

/// How close a spelling is to a word of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::index) enum Layer {
    /// The same letters, whatever clings before them.
    Surface,
    /// Another spelling of the same name or word.
    Variant,
    /// A number, a gender or a pronoun more or less.
    Inflection,
    Stem,
    Sound,
    Root,
}

impl Layer {
    pub(in crate::index) const ALL: [Layer; 6] = [
        Layer::Surface,
        Layer::Variant,
        Layer::Inflection,
        Layer::Stem,
        Layer::Sound,
        Layer::Root,
    ];

    /// Whether a spelling this close is the word that was asked for.
    pub(in crate::index) fn is_found(self) -> bool {
        self <= Layer::Inflection
    }
}

/// The spellings that answer a word.
#[derive(Clone, Debug, Default)]
pub(in crate::index) struct Expansion {
    /// By [`Layer`].
    pub(in crate::index) layers: [Vec<WordNo>; 6],
    /// Whether the sound is long enough that spellings with the same sound are likely the word: three
    /// consonants are those of many words.
    pub(in crate::index) sound_is_distinctive: bool,
}

impl Expansion {
    pub(in crate::index) fn layer(&self, layer: Layer) -> &[WordNo] {
        &self.layers[layer as usize]
    }

    /// Spellings that stand in for a word that is nowhere: akin, and close enough to be a slip for it.
    pub(in crate::index) fn stand_ins(&self) -> impl Iterator<Item = WordNo> {
        let sounds = self.layer(Layer::Sound).iter();
        let sounds = sounds.filter(|_| self.sound_is_distinctive);
        self.layer(Layer::Stem).iter().chain(sounds).copied()
    }

    /// The spellings that are the word itself.
    pub(in crate::index) fn found(&self) -> impl Iterator<Item = WordNo> {
        self.layers.iter().take(3).flatten().copied()
    }
}

/// The surfaces that a half-typed word may be the beginning of.
#[derive(Clone, Debug, Default)]
pub(in crate::index) struct Beginnings(pub(in crate::index) Vec<String>);

/// The article with what may cling before it, longest first.
const ARTICLES: [&str; 8] = ["وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"];

impl Lexicon {
    /// The spellings that answer a word in any form.
    pub(in crate::index) fn expand(&self, spelling: &str) -> Expansion {
        let keys = WordKeys::of(spelling, &self.folded());
        let mut taken = FxHashSet::default();
        let mut out = Expansion {
            sound_is_distinctive: keys.sound.chars().count() >= MIN_DISTINCTIVE_SOUND,
            ..Expansion::default()
        };
        let mut take = |layer: Layer, words: &mut dyn Iterator<Item = WordNo>| {
            let new = words.filter(|word| taken.insert(*word));
            out.layers[layer as usize].extend(new);
        };
        take(
            Layer::Surface,
            &mut self.with_surface(&keys.surface).iter().copied(),
        );
        take(Layer::Surface, &mut self.attached(&keys).into_iter());
        take(Layer::Variant, &mut self.variants(&keys).into_iter());
        for (layer, key) in [
            (Layer::Inflection, &keys.inflection),
            (Layer::Stem, &keys.stem),
            (Layer::Sound, &keys.sound),
            (Layer::Root, &keys.root),
        ] {
            take(layer, &mut self.with_key(layer, key).iter().copied());
        }
        out
    }

    /// The spelling itself and nothing else.
    pub(in crate::index) fn exact(&self, spelling: &str) -> Expansion {
        let mut out = Expansion::default();
        out.layers[0].extend(self.number(spelling));
        out
    }

    /// Other spellings of the same word: by the table, and by the careful rule.
    fn variants(&self, keys: &WordKeys) -> Vec<WordNo> {
        let mut out = Vec::new();
        for other in spellings::variants(&keys.surface) {
            let same = self.with_surface(&other).iter();
            // «سوريا» is «سورية», but «السورية» is an adjective.
            let names = has_ending_of_names(&keys.surface) && has_ending_of_names(&other);
            out.extend(same.filter(|w| !names || self.has_article(**w) == keys.article));
        }
        let sounds = self.with_key(Layer::Sound, &keys.sound);
        let sounds = sounds.iter();
        out.extend(sounds.filter(|w| spellings::alike(&keys.surface, &self.surface(**w))));
        out
    }

    /// The word with a letter before it that the corpus is too small to distinguish from the
    /// word's own: that the rest is asked for is evidence too.
    fn attached(&self, keys: &WordKeys) -> Vec<WordNo> {
        if keys.surface.chars().count() < MIN_ATTACHED_LETTERS {
            return Vec::new();
        }
        let mut out = Vec::new();
        for letters in CLINGING {
            let whole = format_compact!("{letters}{}", keys.surface);
            if self.folded().count(&whole) <= MAX_CHANCE_ARTICLES
                && !analysis::begins_by_itself(&whole)
            {
                out.extend(self.with_surface(&whole));
            }
        }
        out
    }

    /// What a word still being typed may begin: as typed, and without what clings before it.
    pub(in crate::index) fn beginnings(&self, spelling: &str) -> Beginnings {
        let folded = letters::folded(spelling);
        let keys = WordKeys::of(spelling, &self.folded());
        let mut out = vec![folded.to_string()];
        let mut also = |prefix: &str| {
            if !prefix.is_empty() && out.iter().all(|p| p != prefix) {
                out.push(prefix.to_owned());
            }
        };
        let hamza = spelling.starts_with(['أ', 'إ', 'آ']);
        if let Some(rest) = ARTICLES
            .iter()
            .find_map(|a| folded.strip_prefix(a))
            .filter(|_| !hamza)
        {
            also(rest);
        }
        also(&keys.surface);
        // What begins with «بب» begins with «ب» too, and is to be met once.
        let covered = |one: &String| out.iter().any(|p| p != one && one.starts_with(p.as_str()));
        let kept = out.iter().filter(|one| !covered(one)).cloned().collect();
        Beginnings(kept)
    }

    /// Takes a word that is nowhere for a slip: what is one letter off stands in for it.
    pub(in crate::index) fn forgive(&self, spelling: &str, expansion: &mut Expansion) {
        let sound = expansion.sound_is_distinctive && !expansion.layer(Layer::Sound).is_empty();
        if sound
            || expansion
                .layers
                .iter()
                .take(4)
                .any(|layer| !layer.is_empty())
        {
            return;
        }
        let slips = self.one_letter_off(spelling);
        if slips.is_empty() {
            return;
        }
        let [.., sounds, roots] = &mut expansion.layers;
        let others = std::mem::replace(sounds, slips);
        roots.extend(others.into_iter().filter(|w| !sounds.contains(w)));
        roots.retain(|w| !sounds.contains(w));
        expansion.sound_is_distinctive = true;
    }

    /// Spellings whose surface is one letter away.
    pub(super) fn one_letter_off(&self, spelling: &str) -> Vec<WordNo> {
        let keys = WordKeys::of(spelling, &self.folded());
        let wanted: Vec<char> = keys.surface.chars().collect();
        if wanted.len() < MIN_SLIP_LETTERS {
            return Vec::new();
        }
        let all = self.by_surface.iter().copied();
        all.filter(|w| one_edit(&wanted, &self.surface(*w)))
            .collect()
    }
}

/// What may cling to a word that the corpus has too rarely to decide by counts.
const CLINGING: [&str; 8] = ["و", "ف", "ب", "ل", "ك", "وب", "ول", "فل"];
/// Fewest letters of a surface that is looked up with something clinging to it.
const MIN_ATTACHED_LETTERS: usize = 4;
/// Fewest consonants of a distinctive sound: many words share three.
const MIN_DISTINCTIVE_SOUND: usize = 4;

/// «سوريا», «سورية».
fn has_ending_of_names(surface: &str) -> bool {
    surface.ends_with("يا") || surface.ends_with("يه")
}

/// Fewest letters of a word that is searched for slips: shorter ones have too many neighbours.
const MIN_SLIP_LETTERS: usize = 5;

/// Whether one letter put in, left out, changed, or swapped with the next makes them equal.
fn one_edit(wanted: &[char], word: &str) -> bool {
    // By bytes first, which is quick: no letter takes more than four.
    if word.len() > (wanted.len() + 1) * 4 || word.len() + 1 < wanted.len() {
        return false;
    }
    let word: Vec<char> = word.chars().collect();
    if word.len().abs_diff(wanted.len()) > 1 {
        return false;
    }
    let same = wanted.iter().zip(&word).take_while(|(x, y)| x == y).count();
    let rests = (wanted.get(same..), word.get(same..));
    match (rests.0.unwrap_or(&[]), rests.1.unwrap_or(&[])) {
        ([], [_]) | ([_], []) => true,
        ([first, after @ ..], [other, rest @ ..]) => {
            // «زرافة» is not «زراعة»: in short words another letter makes another word.
            let changed = wanted.len() > MIN_SLIP_LETTERS && after == rest;
            let left_out = after[..] == word[same..] || wanted[same..] == rest[..];
            let swapped = after.first() == Some(other)
                && rest.first() == Some(first)
                && after.get(1..) == rest.get(1..);
            changed || left_out || swapped
        }
        _ => false,
    }
}
