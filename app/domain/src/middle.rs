//! The middle of some values.

/// Of an even number the mean of the two middle ones; none of none.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let upper = values.get(values.len() / 2)?;
    let lower = values.get((values.len() - 1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

/// Of an even number the smaller of the two middle ones.
pub(crate) fn lower_median(mut values: Vec<u8>) -> Option<u8> {
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn co_8_the_middle_of_an_even_number_lies_between_and_the_lower_one_does_not() {
        assert_eq!(median([34.0, 5.0, 20.0, 12.0]), Some(16.0));
        assert_eq!((median([3.0]), median([])), (Some(3.0), None));
        assert_eq!(
            (lower_median(vec![2, 0]), lower_median(vec![1, 2, 0]), lower_median(vec![])),
            (Some(0), Some(1), None)
        );
    }
}
