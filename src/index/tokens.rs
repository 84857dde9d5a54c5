//! A text in, its spellings as tantivy wants them out: a stream of terms with positions.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analysis;

/// Longer words are no words; their beginning stands for them. In bytes, as tantivy limits terms.
const LONGEST: usize = 200;

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
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        self.buffer.clear();
        self.ends.clear();
        analysis::words(text, |bytes, spelling| {
            self.buffer.push_str(head(spelling));
            self.ends.push((self.buffer.len(), bytes.start, bytes.end));
        });
        Stream {
            words: self,
            next: 0,
            from: 0,
        }
    }
}

/// What the index knows a spelling by.
pub(super) fn head(spelling: &str) -> &str {
    let end = (0..=LONGEST.min(spelling.len()))
        .rev()
        .find(|at| spelling.is_char_boundary(*at));
    spelling.get(..end.unwrap_or(0)).unwrap_or(spelling)
}

pub(super) struct Stream<'a> {
    words: &'a mut Spellings,
    next: usize,
    from: usize,
}

impl TokenStream for Stream<'_> {
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
