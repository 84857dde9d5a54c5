//! A text in, its spellings as tantivy wants them out: a stream of terms with positions.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis;

/// Most bytes of a term; the beginning of a longer word stands for it. Far below tantivy's limit of
/// 65,530 bytes, and longer than any word.
pub(super) const MAX_TERM_BYTES: usize = 200;

/// Cuts a text into its searchable words ([`analysis::words`]).
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    /// The spellings of the present text, end to end.
    buffer: String,
    /// (end in `buffer`, first byte, one past the last byte in the text)
    ends: Vec<(usize, usize, usize)>,
    token: Token,
}

impl Tokenizer for Spellings {
    type TokenStream<'a> = SpellingStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> SpellingStream<'a> {
        self.buffer.clear();
        self.ends.clear();
        analysis::words(text, |bytes, spelling| {
            self.buffer.push_str(head(spelling));
            self.ends.push((self.buffer.len(), bytes.start, bytes.end));
        });
        SpellingStream {
            words: self,
            next: 0,
            from: 0,
        }
    }
}

/// The term under which the index holds a spelling.
pub(super) fn head(spelling: &str) -> &str {
    let end = (0..=MAX_TERM_BYTES.min(spelling.len()))
        .rev()
        .find(|at| spelling.is_char_boundary(*at));
    spelling.get(..end.unwrap_or(0)).unwrap_or(spelling)
}

pub(super) struct SpellingStream<'a> {
    words: &'a mut Spellings,
    next: usize,
    from: usize,
}

impl TokenStream for SpellingStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(&(end, start, stop)) = self.words.ends.get(self.next) else {
            return false;
        };
        let token = &mut self.words.token;
        token.position = self.next;
        token.offset_from = start;
        token.offset_to = stop;
        token.position_length = 1;
        token.text.clear();
        token
            .text
            .push_str(self.words.buffer.get(self.from..end).unwrap_or(""));
        self.from = end;
        self.next += 1;
        true
    }

    fn token(&self) -> &Token {
        &self.words.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.words.token
    }
}
