//! Pairs of articles that are alike in, stories out, and as clusters those and the groups.
//!
//! Likeness does not carry: the agency's text is like the long version and the short one, which
//! are not like each other. A *story* answers for the reader's list, where an article stands once:
//! the article with most others like it takes these, then the next of what is left: a *star*. A
//! *group* answers for scripts, see [`groups`](super::groups). On 5,000 articles no way to put each
//! into one place kept 99 % of the pairs without 7 % more that are not alike; groups keep all and
//! add none.
//!
//! Where two articles have as good a claim, the hash of their words decides and not their place in
//! the corpus, so that the order of files changes nothing: here, and in `groups`, an article is
//! known by its *rank* among those hashes.
//!
//! Articles of furniture alone are in no story, however alike: their titles are of different ones.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::groups::{SimilarityCheck, groups};
use super::pairs::{Pair, Pairs, Sets};
use super::shingles::jaccard;
use super::{ArticleCluster, ClusterMember, DatedArticle, DatedArticles};

/// Stories, then groups, both in order.
pub(super) fn arrange(
    docs: &dyn DatedArticles,
    found: &Pairs,
    threshold: f32,
) -> (Vec<ArticleCluster>, Vec<ArticleCluster>) {
    let RankedArticles {
        articles,
        pairs,
        equal,
    } = RankedArticles::new(found);
    let likes = Likes::new(&pairs);
    let stars = stars(equal, &likes);
    let mut alike = SimilarityCheck {
        likes: &likes,
        articles: &articles,
        sets: Sets::new(docs),
        threshold,
    };
    let groups = groups(&pairs, &stars, &mut alike);
    let mut writing = ClusterWriter {
        docs,
        sets: alike.sets,
        equal: &found.equal,
    };
    let place = |rank: &u32| articles.get(*rank as usize).copied();
    let own = |article: &u32| {
        let mut own = false;
        docs.read(*article, &mut |doc| own = has_own_text(doc));
        own
    };
    let mut clusters = |sets: &[Vec<u32>], keep: &dyn Fn(&u32) -> bool| {
        let places = |set: &Vec<u32>| set.iter().filter_map(place).filter(keep).collect();
        let sets: Vec<Vec<u32>> = sets.iter().map(places).collect();
        let clusters = sets.iter().map(|set| writing.cluster(set));
        let mut clusters: Vec<ArticleCluster> = clusters.filter(|c| c.members.len() > 1).collect();
        clusters.sort_by_cached_key(|c| c.members.iter().map(|m| m.article).collect::<Vec<_>>());
        clusters
    };
    (clusters(&stars, &own), clusters(&groups, &|_| true))
}

/// What was found, articles by rank.
struct RankedArticles {
    /// Place in the corpus of each.
    articles: Vec<u32>,
    /// Sorted.
    pairs: Vec<Pair>,
    /// Articles of which there are others of equal words.
    equal: Vec<u32>,
}

impl RankedArticles {
    fn new(found: &Pairs) -> RankedArticles {
        let equal = found.equal.iter().map(|(first, _)| *first);
        let pairs = found.alike.iter().map(|pair| pair.articles);
        let mut articles: Vec<u32> = pairs.flat_map(|(a, b)| [a, b]).chain(equal).collect();
        articles.sort_unstable_by_key(|a| (found.words.get(*a as usize), *a));
        articles.dedup();
        let ranks: FxHashMap<u32, u32> = articles.iter().copied().zip(0u32..).collect();
        let rank = |article: u32| ranks.get(&article).copied().unwrap_or(0);
        let ranked = |pair: &Pair| {
            let (a, b) = (rank(pair.articles.0), rank(pair.articles.1));
            Pair {
                articles: (a.min(b), a.max(b)),
                similarity: pair.similarity,
            }
        };
        let mut pairs: Vec<Pair> = found.alike.iter().map(ranked).collect();
        pairs.sort_unstable_by_key(|pair| pair.articles);
        RankedArticles {
            equal: found.equal.iter().map(|(first, _)| rank(*first)).collect(),
            articles,
            pairs,
        }
    }
}

/// Whether an article has text beside furniture; else a scraper has lost it, and kept a disclaimer.
fn has_own_text(doc: &DatedArticle<'_>) -> bool {
    let paragraphs = doc.article.paragraphs;
    paragraphs.is_empty() || paragraphs.iter().any(|p| !p.class.is_furniture())
}

/// The articles like each one.
pub(super) struct Likes {
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

    pub(super) fn of(&self, article: u32) -> &[u32] {
        self.of.get(&article).map_or(&[], Vec::as_slice)
    }

    pub(super) fn alike(&self, a: u32, b: u32) -> bool {
        self.of(a).binary_search(&b).is_ok()
    }
}

/// The articles of each story, the one most others are like first; each is in one story only.
fn stars(equal: Vec<u32>, likes: &Likes) -> Vec<Vec<u32>> {
    let mut order = equal;
    order.extend(likes.of.keys());
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

/// Makes clusters of sets of articles.
struct ClusterWriter<'a> {
    docs: &'a dyn DatedArticles,
    sets: Sets<'a>,
    /// Sorted.
    equal: &'a [(u32, u32)],
}

impl ClusterWriter<'_> {
    /// The articles and those equal to them, the original first.
    fn cluster(&mut self, set: &[u32]) -> ArticleCluster {
        let mut members: Vec<(u32, u32)> = Vec::with_capacity(set.len());
        for article in set {
            members.push((*article, *article));
            let from = self.equal.partition_point(|(first, _)| first < article);
            let equal = self.equal.iter().skip(from);
            members.extend(equal.take_while(|(first, _)| first == article).copied());
        }
        members.sort_by_key(|(_, article)| {
            let day = self.docs.day(*article);
            (day.is_none(), day, *article)
        });
        let original = members.first().map_or(0, |(same, _)| *same);
        let original_set = self.sets.of(original);
        // `same` is the article of equal words whose shingles are compared.
        let mut member = |same: u32, article: u32| ClusterMember {
            article,
            similarity: if same == original {
                1.0
            } else {
                jaccard(&original_set, &self.sets.of(same))
            },
        };
        ArticleCluster {
            members: members
                .into_iter()
                .map(|(same, article)| member(same, article))
                .collect(),
        }
    }
}
