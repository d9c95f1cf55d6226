//! Amounts shared out exactly: pence and minutes that a group has together, added up without rounding.
//!
//! Rounding happens once, where a figure is shown: half up, and in a table so that its rows add up to its total.

/// An exact amount of something counted in whole pieces and shared between people, such as pence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    whole: u64,
    /// What is over, as a fraction below one.
    over: (u128, u128),
}

impl Default for Exact {
    fn default() -> Self {
        Self { whole: 0, over: (0, 1) }
    }
}

impl Exact {
    /// So many pieces shared between so many; shared between none counts as one.
    pub fn share(pieces: u64, between: u32) -> Self {
        let between = u64::from(between.max(1));
        Self { whole: pieces / between, over: reduced(u128::from(pieces % between), u128::from(between)) }
    }

    /// Both together. Fractions so odd that they cannot be added exactly are added rounded; groups of a school have
    /// none.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let ((a, b), (c, d)) = (self.over, other.over);
        let whole = self.whole.saturating_add(other.whole);
        let sum = a.checked_mul(d).zip(c.checked_mul(b)).and_then(|(ad, cb)| ad.checked_add(cb)).zip(b.checked_mul(d));
        match sum {
            Some((over, of)) => {
                Self { whole: whole.saturating_add(u64::from(over >= of)), over: reduced(over % of, of) }
            }
            None => Self { whole: whole.saturating_add(u64::from(other.half_or_more())), over: self.over },
        }
    }

    /// The nearest whole number of pieces, half up.
    pub fn rounded(self) -> u64 {
        self.whole.saturating_add(u64::from(self.half_or_more()))
    }

    fn half_or_more(self) -> bool {
        self.over.0 >= self.over.1 - self.over.0
    }
}

/// Whole numbers that add up to `total`, each within one of its exact amount: what is over goes to the largest
/// fractions, the first of equals first.
pub fn apportioned(amounts: &[Exact], total: u64) -> Vec<u64> {
    let mut shown: Vec<u64> = amounts.iter().map(|amount| amount.whole).collect();
    let floor: u64 = shown.iter().fold(0, |sum, whole| sum.saturating_add(*whole));
    let mut by_over: Vec<usize> = (0..amounts.len()).collect();
    by_over.sort_by(|a, b| {
        let ((a, b), (c, d)) = (amounts[*a].over, amounts[*b].over);
        // Which of two fractions is larger; those that cannot be compared exactly count as equal.
        c.checked_mul(b).zip(a.checked_mul(d)).map_or(std::cmp::Ordering::Equal, |(other, one)| other.cmp(&one))
    });
    for i in by_over.into_iter().take(usize::try_from(total.saturating_sub(floor)).unwrap_or(0)) {
        shown[i] += 1;
    }
    shown
}

fn reduced(over: u128, of: u128) -> (u128, u128) {
    let (mut a, mut b) = (of, over);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    (over / a, of / a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_rounded_once_and_half_up() {
        for (pieces, between, shown) in [(0, 3, 0), (100, 3, 33), (200, 3, 67), (1, 2, 1), (3, 2, 2), (7, 0, 7)] {
            assert_eq!(Exact::share(pieces, between).rounded(), shown, "{pieces} between {between}");
        }
        let thirds = (0..3).fold(Exact::default(), |sum, _| sum.plus(Exact::share(100, 3)));
        assert_eq!(thirds, Exact::share(100, 1), "three thirds are the whole, to the penny");
    }

    #[test]
    fn rows_add_up_to_their_total() {
        let thirds = [Exact::share(100, 3); 3];
        assert_eq!(apportioned(&thirds, 100), [34, 33, 33]);
        assert_eq!(apportioned(&[Exact::share(1, 4), Exact::share(3, 4)], 1), [0, 1]);
        assert_eq!(apportioned(&[], 0), Vec::<u64>::new());
    }

    proptest! {
        #[test]
        fn whatever_the_groups_rows_add_up_and_are_within_one(
            shares in proptest::collection::vec((0_u64..10_000_000_000, 1_u32..100), 0..40)
        ) {
            let amounts: Vec<Exact> = shares.iter().map(|(pieces, between)| Exact::share(*pieces, *between)).collect();
            let total = amounts.iter().fold(Exact::default(), |sum, amount| sum.plus(*amount)).rounded();
            let shown = apportioned(&amounts, total);
            prop_assert_eq!(shown.iter().sum::<u64>(), total);
            for (shown, amount) in shown.iter().zip(&amounts) {
                prop_assert!(shown.abs_diff(amount.whole) <= 1);
            }
        }

        #[test]
        fn a_group_s_shares_come_to_what_the_group_costs(pieces in 0_u64..10_000_000_000, between in 1_u32..100) {
            let sum = (0..between).fold(Exact::default(), |sum, _| sum.plus(Exact::share(pieces, between)));
            prop_assert_eq!(sum, Exact::share(pieces, 1));
        }
    }
}
