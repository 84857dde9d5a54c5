//! fihrist (الفهرست, "the catalogue"): a corpus browser for the terminal that reads Arabic right.
//!
//! # Bird's-eye view
//!
//! Files of news articles go in on the left, a screen or lines of JSON come out on the right. An arrow
//! points to what a module may import:
//!
//! ```text
//! text ← words ← corpus ← dedup ← analysis ← query ← kept ← index ← library ← store ← app ← ui ← tui ← cli ← main
//! ```
//!
//! Only [`corpus`] reads the user's files, only [`tui`] and [`cli`] write to the user, and only [`kept`] has files of its
//! own; but for loading and keeping, which [`library`] does, what lies between them is pure. [`library::load()`] reads records, folds what repeats in each, has *shards* built
//! of them on several threads and publishes an immutable [`library::Library`] of those there are, again and again.
//! A [`store::Store`] holds the newest one and answers questions ([`store::Ask`]) with plain data.
//!
//! The browser is a state machine, [`app::App`], that turns messages into effects and is drawn by
//! [`ui::draw`]: a stack of screens ([`app::Screen`]) over what they share. A screen that lacks
//! something hands an *ask* (a question as data) to a *lane*, a queue in which a newer ask replaces an
//! older one, and goes on. The answer is a message with the number of the ask,
//! its *generation*, and with the *state* of the corpus that it came from; an answer that nobody
//! waits for any more is dropped. Of an article only what is in view is laid out ([`app::page`]); a
//! paragraph over 64 KB in parts (`text/part`).
//!
//! [`tui`] is the thin shell that feeds the machine keys, carries its effects out and has a thread
//! for each lane. The verbs of [`cli`] ask the same store, and wait for each answer.
//!
//! A worked example, the line `قال CNN «لا».` from its bytes to its cells, is in [`text`].
//!
//! # Code map
//!
//! | module | from | to |
//! |---|---|---|
//! | [`text`] | a paragraph | normalised words; visual lines whose cells know their source bytes |
//! | [`corpus`] | files and folders | articles with title, source, date, classed paragraphs; problems |
//! | [`dedup`] | an article, a corpus, two versions | what in it repeats, word for word or with changes; articles of one story, shared passages; what differs between two versions |
//! | [`analysis`] | a text; a word and how often a corpus holds others | its spellings; the keys under which words count as the same: without prefix, without ending, stem, sound, root |
//! | [`query`] | what a reader typed | words, phrases, what to leave out, limits; what was not understood |
//! | [`kept`] | sections of bytes under a name | files in a private folder, whose every byte is checked when they are read again |
//! | [`index`] | articles, a query | the articles that answer it; highlights, snippets, likeness |
//! | [`library`] | sources | an immutable snapshot that answers every question a reader can ask |
//! | [`words`] | what is said, as data | the words for it, in the language of the reader |
//! | [`store`] | an ask | an answer, and the state of the corpus that it came from |
//! | [`app`] | what happens | a new state, and effects to be carried out |
//! | [`ui`] | the state | cells of a screen |
//! | [`tui`] | keys, signals, threads | the terminal: the only code that writes to it, and that knows what terminals do to Arabic |
//! | [`cli`] | arguments | lines for people, JSON Lines for scripts |
//! | [`manual`] | Markdown files beside the code | pages for people who use the program |
//!
//! How the program is used is described in [`manual`], the JSON for scripts in [`manual::scripts`].
//!
//! # Where do I look for …
//!
//! | behaviour | file |
//! |---|---|
//! | which command a key is | `app/action.rs` (the table), `app/key_dispatch.rs` (counts) |
//! | what becomes of the stack of screens | `app/screen.rs`, `app/mod.rs` |
//! | which rows of a list are asked for | `app/browse/list.rs` |
//! | an ask that a newer one overtakes | `tui/lanes.rs` |
//! | order, groups and stories of a list | `store/embedded/ordered.rs`; the order itself in `library/ranked.rs` |
//! | text that repeats | `dedup/within/repeats.rs`, then `fold_selection.rs` and `repeat_filter.rs` |
//! | spellings of one word | `analysis/spellings.txt`; applied in `index/lexicon/expand.rs` |
//! | when a snapshot is published, and of how many shards | `library/load/loader.rs`, `library/load/merging.rs` |
//! | what is listed before a corpus is opened or indexed | `library/first_screen.rs`, `library/load/first.rs`, `store/embedded/first.rs` |
//! | files that are looked at again | `tui/loader.rs`, `library/change.rs` |
//! | what of a kept corpus still holds | `library/keeping/reuse.rs` |
//! | what of a kept index is opened for one question | `index/lexicon/open.rs`, `index/lexicon/lean.rs`, `index/terms.rs` |
//! | how an article is packed | `corpus/packed_article.rs`, `library/records.rs` |
//! | the articles of a half-typed word | `index/search/completion.rs`, `index/search/begun.rs` |
//! | the key of a record | `corpus/key/mod.rs`; which values it is made of in `corpus/format/key_values.rs` |
//! | where on disk something is kept, and what makes room for it | `kept/keep.rs`, `kept/room.rs` |
//! | the words for anything | `words/en.ftl`; what is said, beside its use |
//! | on which side of the screen things start | `ui/sides.rs`; painted by `ui/paint.rs` |
//! | a command by its name | `app/palette.rs`; the names in `app/key_help.rs` |
//! | an answer that goes on after damage | `cli/resumed.rs` |
//! | what a terminal needs to show Arabic | `tui/detect` (which one it is), `tui/emit/arrange` (the order of cells) |
//!
//! # Invariants
//!
//! - Stored positions are logical byte offsets in an article's text. Visual columns exist only in
//!   [`text::Line`] and [`ui`]; chars only in the JSON.
//! - Arabic is never handed to a widget: every cell comes out of [`text::Layout`], which alone says
//!   how many columns a text takes.
//! - A shard never changes, and articles keep their numbers from one snapshot of a load to the next; what only the whole corpus
//!   tells stands beside the shards.
//! - What is kept gives the answers of reading anew, byte for byte, whatever became of the files meanwhile.
//! - A record that cannot be read is a [`corpus::Problem`]; it never ends a load. The reason is data
//!   ([`corpus::Reason`]: a code and fields); the sentence for it is made in [`words`] alone.
//! - The lasting name of a record is its [`corpus::Key`], which no version of the program changes. The
//!   `id` printed beside it is for people; the program keeps nothing by it.
//! - Nothing that is kept on disk is needed: what is torn, of another build, or writable by others is as if it were not
//!   there. No byte of it is used before its block was checked, and no length that it claims is believed.
//! - Every order (articles, hits, related articles, versions, passages, forms) ends in the same
//!   tie-breaker: path, compared part by part as text, then record ([`library::Library::rank`]); for
//!   words their letters. It must not depend on when something was read or committed.
//! - Text is never deleted: what is folded is one key away, what is dimmed is still there.
//! - No byte of a corpus reaches the terminal as a control sequence: layout drops controls, and
//!   `tui/emit` blanks whatever is no printable cell.
//! - Nothing in [`app`] or [`ui`] calls a store: a screen asks by an effect ([`app::Effect::Ask`]), and what
//!   has not come is drawn as awaited. The verbs of [`cli`] ask a store and never a library.
//! - Handling a key press costs only what is in view: neither the number of hits nor the length of an
//!   article makes laying out and drawing dearer.
//! - Two states of a corpus never mix in one listing: a *window* is a run of its rows, and windows are
//!   joined only where their [`store::State`] is the same.
//! - [`app`] and [`ui`] know no clock, no disk and no terminal; an idle program sends no byte.
//! - tantivy is named in [`index`] alone, crossterm in [`tui`] alone.
//!
//! # Glossary
//!
//! One word for one thing. The words in backticks are used in no identifier.
//!
//! | word | meaning | not used |
//! |---|---|---|
//! | article | a record of a corpus as it is read: text, title, source, date ([`corpus::Article`]) | |
//! | card | what a row of a list needs of an article ([`store::Card`]) | `teaser` |
//! | key | the name of a record that never changes, 128 bits ([`corpus::Key`]); what is pressed is an [`app::key::KeyPress`] | `uid`, `identifier` |
//! | paragraph | a line of an article's text that is not blank | `stanza` |
//! | fold | text that repeats an earlier part of its article word for word, shown collapsed | `duplicate`, `dupe` |
//! | near repeat | text that repeats an earlier part of its article with changes; marked, never folded | `fuzzy` |
//! | story | what several articles report in nearly the same words | |
//! | version | one of the articles of a story | `revision`, `edition` |
//! | source | the outlet that an article is from; [`corpus::Sources`] are the files and folders to read | `provider` |
//! | hit | a place in a text that answers a query | |
//! | form | a word with what is attached to it, as a query finds it | |
//! | spelling | one way to write a word | `orthography` |
//! | lane | the queue of the asks of one pane, of which the newest counts ([`app::Lane`]) | |
//! | state | a corpus at one moment of its loading ([`store::State`]) | `epoch` |
//! | screen | a value on the stack of the browser; the top one has the keys ([`app::Screen`]) | `dialog`, `modal` |
//! | panel | a list beside or below what is read: related articles, the same elsewhere, the filter (`FacetPanel`) ([`app::Panel`]) | `popup`, `sidebar` |
//! | ask | a question to a store, as data ([`store::Ask`]) | `inquiry` |
//! | answer | what a store gives for an ask ([`store::Answer`]) | |
//! | shard | a run of articles, packed, with its segment of the index; built whole, never changed ([`library`]) | `replica` |
//! | segment | the index of the articles of a shard ([`index::Segment`]) | |
//! | snapshot | a [`library::Library`]: the shards there are at one moment of a load, and what all of them tell | |
//! | struck | of an article: gone from the corpus, while the shard that was kept still holds it ([`index::StruckPlaces`]) | `tombstone` |
//! | first screen | the newest rows and the totals of a corpus that is not opened or not indexed yet ([`library::FirstScreen`]) | |
//! | furniture | paragraphs that a source puts round its articles | |
//! | report | to say what happened, as data or on stderr | `inform` |
//! | recognise | to find out what something is | `recognize`, `identify` |
//! | mark | to make a part of a text stand out | `emphasise` |
//! | fetch | to get what is kept elsewhere, when it is needed | `retrieve`, `obtain` |
//! | publish | to make a newer state of a corpus the one that answers | `broadcast` |
pub mod analysis;
pub mod app;
pub mod cli;
pub mod corpus;
pub mod dedup;
pub mod index;
pub mod kept;
pub mod library;
pub mod manual;
pub mod query;
pub mod store;
pub mod text;
pub mod tui;
pub mod ui;
pub mod words;

/// Gives memory back to the system soon after it is freed: a load frees most of what it takes.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
