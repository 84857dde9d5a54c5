//! The analyser as tantivy wants it: a text in, a stream of terms out, one per layer.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::analyzer::{self, Terms};

/// Which layer of a word a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    Surface,
    Stem,
}

/// News uses the same words again and again: each is analysed once.
#[derive(Clone, Debug, Default)]
struct Cache {
    /// Places in `terms` of plain words, and of words written with a hamza on their first alef.
    places: [FxHashMap<CompactString, usize>; 2],
    terms: Vec<Terms>,
}

/// Words after which the cache starts anew, so that no corpus makes it grow for ever.
const CACHED: usize = 1 << 16;

impl Cache {
    fn place(&mut self, norm: &str, hamza: bool) -> usize {
        let [plain, with_hamza] = &mut self.places;
        let places = if hamza { with_hamza } else { plain };
        if let Some(place) = places.get(norm) {
            return *place;
        }
        places.insert(norm.into(), self.terms.len());
        self.terms.push(analyzer::terms(norm, hamza));
        self.terms.len() - 1
    }

    /// Forgets everything once there is too much; between two texts only.
    fn limit(&mut self) {
        if self.terms.len() >= CACHED {
            *self = Cache::default();
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct LayerTokenizer {
    layer: Layer,
    cache: Cache,
    /// The terms of the present text, end to end.
    buffer: String,
    /// (end in `buffer`, position, byte range in the text)
    tokens: Vec<(usize, usize, usize, usize)>,
}

impl LayerTokenizer {
    pub(super) fn new(layer: Layer) -> Self {
        LayerTokenizer {
            layer,
            cache: Cache::default(),
            buffer: String::new(),
            tokens: Vec::new(),
        }
    }

    fn push(&mut self, term: &str, place: (usize, usize, usize)) {
        self.buffer.push_str(term);
        self.tokens
            .push((self.buffer.len(), place.0, place.1, place.2));
    }
}

impl Tokenizer for LayerTokenizer {
    type TokenStream<'a> = LayerStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> LayerStream<'a> {
        self.buffer.clear();
        self.tokens.clear();
        let mut cache = std::mem::take(&mut self.cache);
        let mut position = 0;
        analyzer::for_each_word(text, |range, norm, hamza| {
            let known = cache.place(norm, hamza);
            let Some(terms) = cache.terms.get(known) else {
                return;
            };
            let place = (position, range.start, range.end);
            match self.layer {
                Layer::Surface => self.push(&terms.surface, place),
                Layer::Stem => terms.stems().for_each(|stem| self.push(stem, place)),
            }
            position += 1;
        });
        cache.limit();
        self.cache = cache;
        LayerStream {
            source: self,
            next: 0,
            token: Token::default(),
        }
    }
}

#[derive(Debug)]
pub(super) struct LayerStream<'a> {
    source: &'a LayerTokenizer,
    next: usize,
    token: Token,
}

impl TokenStream for LayerStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(&(end, position, from, to)) = self.source.tokens.get(self.next) else {
            return false;
        };
        let start = match self.next.checked_sub(1) {
            Some(before) => self.source.tokens.get(before).map_or(0, |t| t.0),
            None => 0,
        };
        self.token.text.clear();
        self.token
            .text
            .push_str(self.source.buffer.get(start..end).unwrap_or(""));
        self.token.position = position;
        self.token.offset_from = from;
        self.token.offset_to = to;
        self.next += 1;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
