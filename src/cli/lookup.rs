//! From an id or a key that was typed to the article it names, or to a message why it names none.

use anyhow::{Result, bail};

use super::port::Port;
use super::speaker::{Speaker, foreign};
use crate::library::ArticleKey;
use crate::store::{Ambiguity, Ambiguous, ArticleName, NameMatch};
use crate::tui::SaidError;
use crate::words::{Said, Sentence, messages};

messages! {
    /// Why a name stands for no article, or for several.
    enum LookupNote {
        NoSuchId "no-such-id" { id: Name };
        SeveralOwnIds "several-own-ids" { id: Name, count: Count, keys: Said };
        SeveralBeginnings "several-beginnings" { id: Name, names: Said };
        SeveralFiles "several-files" { id: Name, count: Count, ids: Said };
    }
}

messages! {
    /// Names that are listed in full, since one of them is to be typed.
    enum ListedNames {
        IdAndKey "id-and-key" { id: Name, key: Code };
        Further "listed-further" { listed: Said, next: Said };
        Cut "listed-cut" { listed: Said };
    }
}

/// The article that an id, a key or the beginning of either stands for; that there is none is reported.
pub(super) fn find(port: Port, name: &str, speaker: &Speaker) -> Result<Option<ArticleKey>> {
    match port.find(name)? {
        NameMatch::One(key) => Ok(Some(key)),
        NameMatch::None => {
            let id = name.to_owned();
            speaker.report(&LookupNote::NoSuchId { id });
            Ok(None)
        }
        NameMatch::Several(several) => bail!(SaidError::of(&reason(name, &several))),
    }
}

/// Why a name stands for several articles, some of them, and what to give instead.
fn reason(name: &str, several: &Ambiguous) -> LookupNote {
    let (id, count) = (name.to_owned(), several.count as u64);
    let short = |article: &ArticleName| article.key.key.short();
    match several.why {
        Ambiguity::OwnId => LookupNote::SeveralOwnIds {
            id,
            count,
            keys: listed(several, |article| foreign(&short(article))),
        },
        Ambiguity::Beginning => {
            let both = |article: &ArticleName| {
                let (id, key) = (article.id.clone(), short(article));
                ListedNames::IdAndKey { id, key }.sentence()
            };
            let names = listed(several, both);
            LookupNote::SeveralBeginnings { id, names }
        }
        Ambiguity::Key => LookupNote::SeveralFiles {
            id,
            count,
            ids: listed(several, |article| foreign(&article.id)),
        },
    }
}

fn listed(several: &Ambiguous, show: impl Fn(&ArticleName) -> Sentence) -> Sentence {
    let list = in_a_row(several.first.iter().map(show));
    if several.count > several.first.len() {
        ListedNames::Cut { listed: list }.sentence()
    } else {
        list
    }
}

/// Some things one after the other.
pub(super) fn in_a_row(all: impl Iterator<Item = Sentence>) -> Sentence {
    let further = |listed, next| ListedNames::Further { listed, next }.sentence();
    all.reduce(further).unwrap_or_else(|| foreign(&""))
}
