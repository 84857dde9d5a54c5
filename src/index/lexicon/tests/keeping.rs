//! A lexicon is read as it was written, and nothing that is not one.

use super::*;
use crate::index::lexicon::key_groups::{kept_hashes, kept_numbers};
use crate::index::lexicon::open::{SectionUnpacker, kept_order, kept_places, kept_spellings};
use crate::kept::{Keep, KeptWriter};

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    // Small numbers lead further than large ones.
    proptest::collection::vec(prop_oneof![4 => 0..6_u8, 1 => any::<u8>()], 0..60)
}

proptest! {
    #[test]
    fn any_bytes_are_a_part_of_a_lexicon_or_refused(
        one in bytes(),
        other in bytes(),
        words in 0..20_usize,
        finer in proptest::collection::vec(0..20_u32, 20),
    ) {
        if let Ok(spellings) = kept_spellings(&one) {
            let lengths = (0..).take(spellings.len()).map(|word| spellings.get(word).len());
            prop_assert!(lengths.max().unwrap_or(0) <= 200);
        }
        if let Ok(order) = kept_order(&one, words) {
            prop_assert!(order.iter().all(|word| (*word as usize) < words));
        }
        if let Ok(places) = kept_places(&one, words) {
            let all = (0..).take(words).flat_map(|word| places.of_word(word));
            prop_assert!(all.map(|(segment, _)| segment).all(|segment| segment < places.segments()));
        }
        let order: Vec<WordNo> = (0..).take(words).collect();
        let finer: Vec<u32> = finer.into_iter().take(words).collect();
        let count = kept_hashes(&one).map_or(words, |hashes| hashes.len());
        for finer in [None, Some(finer.as_slice())] {
            let Ok(numbers) = kept_numbers(&other, finer, words, count) else {
                continue;
            };
            let groups = KeyGroups::of_groups(count, &numbers, &order).expect("numbers of groups");
            let mut all = Vec::new();
            groups.each(|word, group| {
                all.push(word);
                assert!(groups.group(group).contains(&word));
            });
            all.sort_unstable();
            prop_assert_eq!(&all, &order);
        }
    }
}

#[test]
fn a_kept_lexicon_gives_every_word_the_same_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let keep = Keep::open(&folder.path().join("keep")).expect("a folder of our own");
    let corpus = keep.corpus(1, "news").expect("a folder in it");
    // Some with one sound have two roots.
    let stems = [
        "تاريخ",
        "طريق",
        "مدرس",
        "كتاب",
        "مكتب",
        "كاتب",
        "قلب",
        "كلب",
        "أمريك",
        "اميرك",
    ];
    let stems = stems
        .iter()
        .flat_map(|stem| ["", "ال", "وال"].map(|before| [before, stem].concat()));
    let words = stems
        .flat_map(|stem| ["", "ة", "ات", "ين", "ي", "ها"].map(|after| format!("{stem}{after}")));
    let words: Vec<String> = words.collect();
    let lexicon = lexicon_of(&words.iter().map(String::as_str).collect::<Vec<_>>()).lexicon;
    let mut write = |out: &mut KeptWriter| lexicon.keep(out);
    corpus.write("words", &mut write).expect("written");
    let file = corpus.read("words").expect("there");
    let once = Some(OneQuestion::Search);
    for asked in [None, once] {
        let kept = Lexicon::kept(&file, asked).expect("as it was written");
        for word in &words {
            let (a, b) = (lexicon.expand(word), kept.expand(word));
            for layer in Layer::ALL {
                let (a, b) = (
                    named(&lexicon, a.layer(layer)),
                    named(&kept, b.layer(layer)),
                );
                assert_eq!(a, b, "{asked:?} {word} {layer:?}");
            }
            let number = kept.number(word).expect("it is there");
            let own = lexicon.number(word).expect("it is there");
            assert_eq!(
                &*kept.surface(number),
                &*lexicon.surface(own),
                "{asked:?} {word}"
            );
            assert_eq!(kept.has_article(number), lexicon.has_article(own));
        }
    }
    let related = Lexicon::kept(&file, Some(OneQuestion::Related)).expect("as it was written");
    for word in &words {
        let number = related.number(word).expect("it is there");
        let own = lexicon.number(word).expect("it is there");
        let (family, own) = (related.family(number), lexicon.family(own));
        let members = named(&related, related.members(family));
        assert_eq!(members, named(&lexicon, lexicon.members(own)), "{word}");
        assert_eq!(related.family_count(family), lexicon.family_count(own));
        assert_eq!(family, own, "what is sampled depends on numbers");
    }
}

#[test]
fn a_section_is_never_unpacked_to_more_than_a_lexicon_has() {
    let packed = |length: usize| zstd::bulk::compress(&vec![0; length], 1).expect("packed");
    let words = 100_000;
    let mut unpacker = SectionUnpacker::default();
    let all_alike = packed(2 * words);
    assert_eq!(
        unpacker.unpack(&all_alike, words).expect("as packed").len(),
        2 * words
    );
    let bomb = packed(100_000_000);
    assert!(unpacker.unpack(&bomb, words).is_err());
    let half = bomb.split_at(bomb.len() / 2).0;
    assert!(unpacker.unpack(half, usize::MAX).is_err());
    assert!(unpacker.unpack("no frame".as_bytes(), words).is_err());
}

#[test]
fn a_word_takes_few_bytes() {
    let words: Vec<String> = (10_000..40_000)
        .map(|number| format!("وال{number}ية"))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let lexicon = lexicon_of(&[&words.join(" ")]).lexicon;
    let each = lexicon.bytes() / words.len();
    assert!((60..200).contains(&each), "{each}");
}
