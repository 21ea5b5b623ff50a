/// Records of which some count: a share with what is behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Share<T> {
    pub credited: Vec<T>,
    pub failing: Vec<T>,
    /// Of fewer records no share is told.
    least: usize,
}

impl<T> Share<T> {
    pub(super) fn of(all: impl IntoIterator<Item = T>, least: usize, counts: impl Fn(&T) -> bool) -> Self {
        let (credited, failing) = all.into_iter().partition(counts);
        Self { credited, failing, least }
    }

    /// How many were looked at.
    #[must_use]
    pub fn bottom(&self) -> usize {
        self.credited.len() + self.failing.len()
    }

    /// From 0 to 1; none of too few.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        (self.bottom() >= self.least).then(|| self.credited.len() as f64 / self.bottom() as f64)
    }

    /// Whole percent, halves away from nought; none of too few.
    #[must_use]
    pub fn percent(&self) -> Option<usize> {
        let (top, bottom) = (self.credited.len(), self.bottom());
        (bottom >= self.least).then(|| (top * 200 + bottom) / (bottom * 2))
    }

    /// Fewest records of which a share is told.
    #[must_use]
    pub const fn least(&self) -> usize {
        self.least
    }
}
