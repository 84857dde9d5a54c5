//! From an id or a key that was typed to the article it names, or to a message why it names none.

use anyhow::{Result, bail};

use super::output;
use super::port::Port;
use crate::library::ArticleKey;
use crate::store::{Ambiguity, Ambiguous, ArticleName, NameMatch};

/// The article that an id, a key or the beginning of either stands for; that there is none is reported.
pub(super) fn find(port: Port, name: &str) -> Result<Option<ArticleKey>> {
    match port.find(name)? {
        NameMatch::One(key) => Ok(Some(key)),
        NameMatch::None => {
            output::report(&format!(
                "no article has the id {name:?} (fihrist list shows the ids)"
            ));
            Ok(None)
        }
        NameMatch::Several(several) => bail!("{}", reason(name, &several)),
    }
}

/// Why a name stands for several articles, some of them, and what to give instead.
fn reason(name: &str, several: &Ambiguous) -> String {
    let count = several.count;
    let short = |article: &ArticleName| article.key.key.short();
    match several.why {
        Ambiguity::OwnId => {
            let keys = listed(several, short);
            format!("{count} records have the id {name:?}: give the key of one: {keys}")
        }
        Ambiguity::Beginning => {
            let both = |article: &ArticleName| format!("{} (key {})", article.id, short(article));
            let names = listed(several, both);
            format!("more than one id or key begins with {name:?}: give more of it: {names}")
        }
        Ambiguity::Key => {
            let ids = listed(several, |article| article.id.clone());
            format!("{count} files hold the record {name:?}: give the id of one: {ids}")
        }
    }
}

fn listed(several: &Ambiguous, show: impl Fn(&ArticleName) -> String) -> String {
    let shown: Vec<String> = several.first.iter().map(show).collect();
    let more = if several.count > shown.len() {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", shown.join(", "))
}
