//! From a seed to numbers that look random, the same on every run and machine.

/// Steele's `SplitMix64`: one addition and a few shifts a number.
#[derive(Clone, Debug)]
pub(super) struct SeededRandom(u64);

impl SeededRandom {
    pub(super) fn new(seed: u64) -> SeededRandom {
        SeededRandom(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0, less than `end`; 0 where `end` is.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or(0)
    }

    /// Like [`SeededRandom::below`], small numbers the more often the higher `power` is over 1, large
    /// ones below 1.
    pub(super) fn skewed(&mut self, end: usize, power: f64) -> usize {
        let number = whole(end as f64 * self.share().powf(power));
        usize::try_from(number)
            .unwrap_or(0)
            .min(end.saturating_sub(1))
    }

    /// A number over 0, at most 1.
    pub(super) fn share(&mut self) -> f64 {
        ((self.next() >> 11) + 1) as f64 / (1_u64 << 53) as f64
    }
}

/// The whole part of a number that is not negative.
#[expect(clippy::cast_sign_loss, reason = "a negative number becomes 0")]
pub(super) fn whole(number: f64) -> u64 {
    number as u64
}
