//! How much of what is under way serves an active priority area.
use super::number::reaches;
use crate::Pence;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alignment {
    /// 0 to 1.
    pub share: f64,
    /// By approved whole-life budget; otherwise each innovation counts as one. The page says which.
    pub is_weighted: bool,
}

/// Of innovations given as approved budget and whether they are linked; none when there is none.
///
/// Weighted once at least 70% have an approved budget above nought; those without one are then left out.
#[must_use]
pub fn alignment(innovations: &[(Option<Pence>, bool)]) -> Option<Alignment> {
    if innovations.is_empty() {
        return None;
    }
    let budgets: Vec<_> = innovations
        .iter()
        .filter_map(|(approved, linked)| Some((approved.filter(|pence| pence.0 > 0)?, *linked)))
        .collect();
    if reaches(budgets.len() as f64 / innovations.len() as f64, 0.7) {
        let sum = |wanted: fn(bool) -> bool| -> Pence {
            budgets.iter().filter(|(_, linked)| wanted(*linked)).map(|(pence, _)| *pence).sum()
        };
        let share = sum(|linked| linked).0 as f64 / sum(|_| true).0 as f64;
        return Some(Alignment { share, is_weighted: true });
    }
    let linked = innovations.iter().filter(|(_, linked)| *linked).count();
    Some(Alignment { share: linked as f64 / innovations.len() as f64, is_weighted: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn di_10_and_11_budgets_weigh_where_enough_are_known() {
        let pounds = |pounds: i64| Some(Pence(pounds * 100));
        let most = [(pounds(100_000), true), (pounds(50_000), false), (pounds(50_000), true), (None, true)];
        assert_eq!(alignment(&most), Some(Alignment { share: 0.75, is_weighted: true }));
        let few = [(pounds(100_000), true), (None, false), (None, true)];
        assert_eq!(alignment(&few), Some(Alignment { share: 2.0 / 3.0, is_weighted: false }));
        assert_eq!(alignment(&[]), None);
    }
}
