//! Changes of every kind, several at once and on top of each other, seen by runs of every kind.

use std::io::Write;

use super::super::*;
use super::{article, file, many, write_article};

/// Numbers that follow no rule, and are the same in every run of the test.
struct RandomNumbers(u64);

impl RandomNumbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(99);
        (self.0 >> 33) as usize % limit
    }
}

/// A corpus that changes.
struct ChangingCorpus {
    case: KeptCase,
    /// Numbers of the small files there are.
    files: Vec<usize>,
    numbers: RandomNumbers,
    /// The next number of a file that was never there.
    next: usize,
}

impl ChangingCorpus {
    fn new(count: usize, seed: u64) -> ChangingCorpus {
        ChangingCorpus {
            case: many(count),
            files: (0..count).collect(),
            numbers: RandomNumbers(seed),
            next: count,
        }
    }

    /// One of the small files.
    fn any(&mut self) -> usize {
        let at = self.numbers.below(self.files.len());
        self.files[at]
    }

    fn new_file(&mut self) -> usize {
        self.next += 1;
        self.files.push(self.next);
        self.next
    }

    fn take_any(&mut self) -> usize {
        let at = self.numbers.below(self.files.len());
        self.files.swap_remove(at)
    }

    /// Changes something; says what.
    fn change(&mut self) -> String {
        let kind = self.numbers.below(8);
        match kind {
            0 => {
                let (n, of) = (self.any(), self.numbers.below(1000));
                write_article(&self.case, n, of);
                format!("{n} is article {of}")
            }
            1 => {
                let n = self.new_file();
                write_article(&self.case, n, n);
                format!("{n} is new")
            }
            2 if self.files.len() > 4 => {
                let n = self.take_any();
                fs::remove_file(self.case.path(&file(n))).unwrap();
                format!("{n} is gone")
            }
            3 => {
                let (from, to) = (self.take_any(), self.new_file());
                fs::rename(self.case.path(&file(from)), self.case.path(&file(to))).unwrap();
                format!("{from} is called {to}")
            }
            4 => self.grow(),
            5 => {
                let n = self.any();
                let path = self.case.path(&file(n));
                let content = fs::read(&path).unwrap();
                fs::write(&path, content).unwrap();
                format!("{n} was written again as it was")
            }
            6 => {
                let [one, other] = [self.any(), self.any()].map(|n| self.case.path(&file(n)));
                let aside = self.case.path("aside.txt");
                fs::rename(&one, &aside).unwrap();
                if other != one {
                    fs::rename(&other, &one).unwrap();
                }
                fs::rename(&aside, &other).unwrap();
                "two have changed places".to_owned()
            }
            _ => self.neighbour(),
        }
    }

    fn grow(&mut self) -> String {
        let name = ["a.jsonl", "b.jsonl"][self.numbers.below(2)];
        let from = 50 + self.numbers.below(1000);
        let file = fs::File::options().append(true).open(self.case.path(name));
        let more = records_in(from..from + 2);
        file.unwrap().write_all(more.as_bytes()).unwrap();
        format!("{name} grew")
    }

    /// A file of a folder in which dates lack their year.
    fn neighbour(&mut self) -> String {
        let (name, year) = (self.numbers.below(3), 2010 + self.numbers.below(9));
        let text = article(name).replace("2014", &year.to_string());
        self.case.write(&format!("days/n{name}.txt"), &text);
        format!("a neighbour of {year}")
    }
}

/// Whatever changed, and whichever run saw it first: one that searches, one that only reads, one that leaves all on
/// the disk.
#[test]
fn every_kind_of_change_is_seen_by_every_kind_of_run() {
    for seed in 0..2 {
        let mut corpus = ChangingCorpus::new(24, seed);
        corpus.case.check("kept for the first time");
        let mut done = Vec::new();
        for run in 0..10 {
            for _ in 0..=corpus.numbers.below(4) {
                done.push(corpus.change());
            }
            corpus.case.on_disk = corpus.numbers.below(3) == 0;
            if corpus.numbers.below(3) == 0 {
                done.push("a run that reads".to_owned());
                kept_at_once(&corpus.case.sources(), false).unwrap();
            } else {
                done.push("a run that searches".to_owned());
                corpus.case.check(&format!("{seed}, {run}: {done:#?}"));
            }
        }
        corpus.case.check(&format!("{seed}, at the end: {done:#?}"));
        assert_eq!(corpus.case.check("opened again"), 0);
    }
}
