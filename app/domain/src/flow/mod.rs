//! How work flows over the board of one innovation: how long it takes, what it waits for, when it will be done.
mod chance;
mod cumulative;
mod figures;
mod forecast;
mod weeks;

pub use cumulative::FlowDay;
pub use figures::{Ageing, Efficiency, Finished, Flow};
pub use forecast::{Finish, FinishBy, FlowForecast, HowMany, NoForecast};

/// The smallest value that is not below this share of a sorted list, in percent; none where the list is empty.
pub(crate) fn nearest_rank(sorted: &[i64], percent: usize) -> Option<i64> {
    let rank = (percent * sorted.len()).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::nearest_rank;

    #[test]
    fn ag_3_and_ag_4_the_nearest_rank_is_one_of_the_values() {
        let ten = [1, 2, 2, 3, 5, 8, 8, 13, 21, 30];
        for (sorted, percent, value) in [
            (&ten[..], 50, Some(5)),
            (&ten, 85, Some(21)),
            (&ten, 95, Some(30)),
            (&ten, 100, Some(30)),
            (&[7], 85, Some(7)),
            (&[3, 9], 50, Some(3)),
            (&[], 50, None),
        ] {
            assert_eq!(nearest_rank(sorted, percent), value, "{percent}% of {sorted:?}");
        }
    }
}
