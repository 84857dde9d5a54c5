//! Pairs of articles that are alike in, stories and groups out.
//!
//! Likeness does not carry: the agency's text is like the long version and the short one, which
//! are not like each other. A *story* answers for the reader's list, where an article stands once:
//! the article with most others like it takes these, then the next of what is left. A *group*
//! answers for scripts: any two of its articles are alike, and an article may be in several. On
//! 5,000 articles no way to put each into one place kept 99 % of the pairs without 7 % more that
//! are not alike; groups keep all and add none.
//!
//! Articles of furniture alone are in no story, however alike: their titles tell different ones.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::pairs::{Pair, Pairs, Sets};
use super::sketch::jaccard;
use super::{Cluster, Doc, Member};

/// A story told more often than this is its own group: to look for others would take too long.
const MANY: usize = 200;

/// Stories, then groups, both in order.
pub(super) fn arrange(docs: &[Doc<'_>], found: &Pairs) -> (Vec<Cluster>, Vec<Cluster>) {
    let likes = Likes::new(&found.pairs);
    let stars = stars(found, &likes);
    let groups = groups(&found.pairs, &likes, &stars);
    let own = |article: &u32| docs.get(*article as usize).is_some_and(tells);
    let keep = |star: Vec<u32>| star.into_iter().filter(own).collect();
    let stories: Vec<Vec<u32>> = stars.into_iter().map(keep).collect();
    let mut writing = Writing {
        docs,
        sets: Sets::new(docs),
        equal: &found.equal,
    };
    let mut clusters = |sets: Vec<Vec<u32>>| {
        let clusters = sets.iter().map(|set| writing.cluster(set));
        let mut clusters: Vec<Cluster> = clusters.filter(|c| c.members.len() > 1).collect();
        clusters.sort_by_cached_key(|c| c.members.iter().map(|m| m.article).collect::<Vec<_>>());
        clusters
    };
    (clusters(stories), clusters(groups))
}

/// Whether an article has words of its own; else a scraper has lost them, and kept a disclaimer.
fn tells(doc: &Doc<'_>) -> bool {
    let paragraphs = doc.reading.paragraphs;
    paragraphs.is_empty() || paragraphs.iter().any(|p| !p.class.is_furniture())
}

/// The articles like each one.
struct Likes {
    /// In order.
    of: FxHashMap<u32, Vec<u32>>,
    /// The one it is most like, after how much.
    most: FxHashMap<u32, (f32, u32)>,
}

impl Likes {
    fn new(pairs: &[Pair]) -> Likes {
        let mut of: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        let mut most: FxHashMap<u32, (f32, u32)> = FxHashMap::default();
        for pair in pairs {
            let (a, b) = pair.articles;
            for (one, other) in [(a, b), (b, a)] {
                of.entry(one).or_default().push(other);
                let most = most.entry(one).or_insert((0.0, other));
                if pair.similarity > most.0 {
                    *most = (pair.similarity, other);
                }
            }
        }
        for others in of.values_mut() {
            others.sort_unstable();
        }
        Likes { of, most }
    }

    fn of(&self, article: u32) -> &[u32] {
        self.of.get(&article).map_or(&[], Vec::as_slice)
    }

    fn alike(&self, a: u32, b: u32) -> bool {
        self.of(a).binary_search(&b).is_ok()
    }
}

/// Articles that tell one story, the one most others are like first; each in one story only.
fn stars(found: &Pairs, likes: &Likes) -> Vec<Vec<u32>> {
    let mut order: Vec<u32> = likes.of.keys().copied().collect();
    order.extend(found.equal.iter().map(|(first, _)| *first));
    order.sort_unstable();
    order.dedup();
    order.sort_by_key(|article| Reverse(likes.of(*article).len()));
    let mut star_of: FxHashMap<u32, usize> = FxHashMap::default();
    let mut stars: Vec<Vec<u32>> = Vec::new();
    for centre in order {
        if star_of.contains_key(&centre) {
            continue;
        }
        let mut star = vec![centre];
        let others = likes.of(centre).iter().copied();
        star.extend(others.filter(|other| !star_of.contains_key(other)));
        let most_alike = likes.most.get(&centre).filter(|_| star.len() == 1);
        let joined = most_alike.and_then(|(_, other)| star_of.get(other).copied());
        let number = joined.unwrap_or(stars.len());
        star_of.extend(star.iter().map(|article| (*article, number)));
        match stars.get_mut(number) {
            Some(joined) => joined.append(&mut star),
            None => stars.push(star),
        }
    }
    stars
}

/// Sets of articles, any two alike, so that any two that are alike are in one of them.
fn groups(pairs: &[Pair], likes: &Likes, stars: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let alone = |star: &&Vec<u32>| star.len() == 1 && likes.of(first(star)).is_empty();
    let large = |star: &&Vec<u32>| star.len() > MANY;
    let whole = |star: &&Vec<u32>| alone(star) || large(star);
    let mut groups: Vec<Vec<u32>> = stars.iter().filter(whole).cloned().collect();
    let told_often: FxHashSet<u32> = stars.iter().filter(large).flatten().copied().collect();
    let mut covered: FxHashSet<(u32, u32)> = FxHashSet::default();
    for pair in pairs {
        let (a, b) = pair.articles;
        if covered.contains(&(a, b)) || told_often.contains(&a) && told_often.contains(&b) {
            continue;
        }
        let mut group = vec![a, b];
        let both = likes.of(a).iter().filter(|other| likes.alike(**other, b));
        for other in both.take(MANY) {
            if group.iter().all(|member| likes.alike(*member, *other)) {
                group.push(*other);
            }
        }
        group.sort_unstable();
        for (n, one) in group.iter().enumerate() {
            covered.extend(group.iter().skip(n + 1).map(|other| (*one, *other)));
        }
        groups.push(group);
    }
    groups
}

fn first(star: &[u32]) -> u32 {
    star.first().copied().unwrap_or(0)
}

/// Makes clusters of sets of articles.
struct Writing<'a> {
    docs: &'a [Doc<'a>],
    sets: Sets<'a>,
    /// Sorted.
    equal: &'a [(u32, u32)],
}

impl Writing<'_> {
    /// The articles and those equal to them, the original first.
    fn cluster(&mut self, set: &[u32]) -> Cluster {
        let mut members: Vec<(u32, u32)> = Vec::with_capacity(set.len());
        for article in set {
            members.push((*article, *article));
            let from = self.equal.partition_point(|(first, _)| first < article);
            let equal = self.equal.iter().skip(from);
            members.extend(equal.take_while(|(first, _)| first == article).copied());
        }
        members.sort_by_key(|(_, article)| {
            let day = self.docs.get(*article as usize).and_then(|doc| doc.day);
            (day.is_none(), day, *article)
        });
        let original = members.first().map_or(0, |(same, _)| *same);
        let original_set = self.sets.of(original);
        let member = |(same, article): (u32, u32)| Member {
            article,
            similarity: if same == original {
                1.0
            } else {
                jaccard(&original_set, &self.sets.of(same))
            },
        };
        Cluster {
            members: members.into_iter().map(member).collect(),
        }
    }
}
