//! Two states of a corpus in, how many articles came and went out.

use std::cmp::Ordering;

use super::{ArticleKey, ArticleNo, Library};
use crate::words::messages;

/// How a corpus differs from an earlier state of it, in articles. One whose text or fields changed has another key: the
/// old one is gone, and a new one came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LibraryChange {
    pub came: usize,
    pub gone: usize,
}

messages! {
    /// How a corpus has changed since it was looked at last; a changed article counts as one that is gone and a new
    /// one.
    pub enum ChangeNote {
        Unchanged "corpus-unchanged";
        Grown "corpus-grown" { came: Count };
        Shrunk "corpus-shrunk" { gone: Count };
        Changed "corpus-changed" { came: Count, gone: Count };
    }
}

impl LibraryChange {
    /// What is said of it.
    pub fn note(self) -> ChangeNote {
        let (came, gone) = (self.came as u64, self.gone as u64);
        match (came, gone) {
            (0, 0) => ChangeNote::Unchanged,
            (_, 0) => ChangeNote::Grown { came },
            (0, _) => ChangeNote::Shrunk { gone },
            _ => ChangeNote::Changed { came, gone },
        }
    }
}

impl Library {
    /// What has changed since an earlier library of the same corpus; takes time linear in both.
    pub fn change_since(&self, before: &Library) -> LibraryChange {
        let mut change = LibraryChange::default();
        let mut new = self.by_key().peekable();
        let mut old = before.by_key().peekable();
        loop {
            let order = match (new.peek(), old.peek()) {
                (Some(new), Some(old)) => new.cmp(old),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return change,
            };
            if order.is_le() {
                new.next();
            }
            if order.is_ge() {
                old.next();
            }
            change.came += usize::from(order.is_lt());
            change.gone += usize::from(order.is_gt());
        }
    }

    /// The keys of all articles, ascending.
    fn by_key(&self) -> impl Iterator<Item = ArticleKey> {
        let numbers = self.keys.sorted().iter();
        numbers.map(|number| self.key(ArticleNo(*number)))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::open;
    use super::*;

    #[test]
    fn articles_that_came_and_went_are_counted() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let opened = || open(&[folder.path().to_path_buf()]).unwrap();
        write("a.txt", "افتتحت البلدية حديقة النهر صباح اليوم.");
        write("b.txt", "وصلت إلى المرفأ سفينة تحمل القمح.");
        write("c.txt", "يبدأ معرض الخزف مساء غد.");
        let before = opened();
        assert_eq!(opened().change_since(&before), LibraryChange::default());
        write("b.txt", "وصلت إلى المرفأ سفينتان تحملان القمح.");
        write("d.txt", "فاز فريق الحي بكأس المدينة.");
        fs::remove_file(folder.path().join("c.txt")).unwrap();
        fs::write(folder.path().join("e.txt"), "تأخر القطار ساعة بسبب الضباب.").unwrap();
        let after = opened();
        let change = LibraryChange { came: 3, gone: 2 };
        assert_eq!(after.change_since(&before), change);
        let back = LibraryChange { came: 2, gone: 3 };
        assert_eq!(before.change_since(&after), back);
    }
}
