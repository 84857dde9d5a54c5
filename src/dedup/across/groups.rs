//! Pairs of articles that are alike in, groups out: sets of which any two are alike.
//!
//! An article may be in several groups, and any pair is in one. A story published more than
//! [`MAX_PAIRED_STORY`] times has more pairs than can be gone through, and not all of them are known: it is cut into
//! groups instead, of which any two members are alike as well; but there a pair may be in none.
//!
//! To cut a story without counting each pair: 1 minus the Jaccard similarity is a distance, so two
//! articles that are both near a third cannot be far from each other. Only those that are further
//! off are compared. Time is linear in the number of versions.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pairs::{Pair, Sets};
use super::shingles::jaccard;
use super::stories::Likes;

/// Most articles of a story whose pairs are all grouped; a larger one is cut.
const MAX_PAIRED_STORY: usize = 200;
/// Most groups that a story is cut into; what is then left is grouped pair by pair.
const MAX_CUT_GROUPS: usize = 16;
/// Most members of a group that an article is compared with to join it.
const MAX_COMPARED_MEMBERS: usize = 500;
/// Most articles looked at to complete a group that a pair begins.
const MAX_CANDIDATES: usize = 1000;
/// What rounding may take from the sum of two distances.
const ROUNDING: f32 = 1e-4;

/// Answers whether two articles, by rank, are alike.
pub(super) struct SimilarityCheck<'a> {
    pub(super) likes: &'a Likes,
    /// Place in the corpus of each.
    pub(super) articles: &'a [u32],
    pub(super) sets: Sets<'a>,
    pub(super) threshold: f32,
}

impl SimilarityCheck<'_> {
    fn similarity(&mut self, a: u32, b: u32) -> f32 {
        let place = |rank: u32| self.articles.get(rank as usize).copied();
        let Some((a, b)) = place(a).zip(place(b)) else {
            return 0.0;
        };
        let (one, two) = (self.sets.of(a), self.sets.of(b));
        jaccard(&one, &two)
    }

    fn alike(&mut self, a: u32, b: u32) -> bool {
        self.likes.alike(a, b) || self.similarity(a, b) >= self.threshold
    }
}

/// The groups of all pairs, which are sorted, and of articles of equal words.
pub(super) fn groups(
    pairs: &[Pair],
    stars: &[Vec<u32>],
    alike: &mut SimilarityCheck<'_>,
) -> Vec<Vec<u32>> {
    let likes = alike.likes;
    let alone = |star: &&Vec<u32>| matches!(star[..], [one] if likes.of(one).is_empty());
    let mut groups: Vec<Vec<u32>> = stars.iter().filter(alone).cloned().collect();
    let mut cut_from: FxHashMap<u32, usize> = FxHashMap::default();
    for (number, star) in stars.iter().enumerate() {
        if star.len() > MAX_PAIRED_STORY {
            for group in cut(star, alike) {
                cut_from.extend(group.iter().map(|article| (*article, number)));
                groups.push(group);
            }
        }
    }
    let mut covered: FxHashSet<(u32, u32)> = FxHashSet::default();
    for pair in pairs {
        let (a, b) = pair.articles;
        let star = cut_from.get(&a);
        let cut = star.is_some() && star == cut_from.get(&b);
        if cut || covered.contains(&(a, b)) {
            continue;
        }
        let group = begun_by(a, b, likes);
        for (n, one) in group.iter().enumerate() {
            covered.extend(group.iter().skip(n + 1).map(|other| (*one, *other)));
        }
        groups.push(group);
    }
    groups
}

/// Two that are alike, and others that are like all before them; sorted.
fn begun_by(a: u32, b: u32, likes: &Likes) -> Vec<u32> {
    let mut group = vec![a, b];
    let (fewer, other) = if likes.of(a).len() <= likes.of(b).len() {
        (a, b)
    } else {
        (b, a)
    };
    let looked = likes.of(fewer).iter().take(MAX_CANDIDATES);
    for article in looked
        .filter(|x| likes.alike(**x, other))
        .take(MAX_PAIRED_STORY)
    {
        if group.iter().all(|member| likes.alike(*member, *article)) {
            group.push(*article);
        }
    }
    group.sort_unstable();
    group
}

/// Groups of a star, two members at least in each; not all may be in one.
fn cut(star: &[u32], alike: &mut SimilarityCheck<'_>) -> Vec<Vec<u32>> {
    let mut left = star.to_vec();
    let mut groups = Vec::new();
    for _ in 0..MAX_CUT_GROUPS {
        let Some(pivot) = left.first().copied() else {
            break;
        };
        let mut near = |article: u32| (1.0 - alike.similarity(pivot, article), article);
        let mut by_distance: Vec<(f32, u32)> = left.iter().map(|article| near(*article)).collect();
        by_distance.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let group = around_first(&by_distance, alike);
        let taken: FxHashSet<u32> = group.iter().chain([&pivot]).copied().collect();
        left.retain(|article| !taken.contains(article));
        if group.len() > 1 {
            groups.push(group);
        }
    }
    groups
}

/// The group of the first article and those that follow, as they are distant from it.
fn around_first(by_distance: &[(f32, u32)], alike: &mut SimilarityCheck<'_>) -> Vec<u32> {
    let far = 1.0 - alike.threshold;
    let mut members: Vec<(f32, u32)> = Vec::new();
    for (distance, article) in by_distance {
        let near = |(other, _): &(f32, u32)| *other + *distance <= far - ROUNDING;
        let further = members.get(members.partition_point(near)..).unwrap_or(&[]);
        if further.len() > MAX_COMPARED_MEMBERS {
            // Of those that come now, each has more to be compared with.
            break;
        }
        let mut furthest_first = further.iter().rev();
        if furthest_first.all(|(_, member)| alike.alike(*member, *article)) {
            members.push((*distance, *article));
        }
    }
    members.into_iter().map(|(_, article)| article).collect()
}
