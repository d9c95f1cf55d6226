//! Time shared between pupils.

/// Splits minutes evenly between so many, to the minute: shares differ by one at most, add up to the whole, and the
/// larger ones come first (largest remainder). Nobody to share with: no shares.
pub fn split_evenly(minutes: u32, n: usize) -> Vec<u32> {
    let Some(each) = u32::try_from(n).ok().and_then(|n| minutes.checked_div(n)) else {
        return Vec::new();
    };
    let larger = minutes as usize % n;
    (0..n).map(|i| each + u32::from(i < larger)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_are_whole_minutes() {
        for (minutes, n, shares) in [
            (60, 3, vec![20, 20, 20]),
            (61, 3, vec![21, 20, 20]),
            (2, 3, vec![1, 1, 0]),
            (0, 2, vec![0, 0]),
            (30, 0, vec![]),
        ] {
            assert_eq!(split_evenly(minutes, n), shares, "{minutes} minutes between {n}");
        }
    }

    proptest! {
        #[test]
        fn no_minute_is_lost_or_made(minutes in 0..100_000_u32, n in 1..200_usize) {
            let shares = split_evenly(minutes, n);
            prop_assert_eq!(shares.len(), n);
            prop_assert_eq!(shares.iter().sum::<u32>(), minutes);
            prop_assert!(shares.iter().max().unwrap() - shares.iter().min().unwrap() <= 1);
        }
    }
}
