//! What was measured, as lines for people.
use crate::load::Measured;

/// An aim in a table: what is wanted, beside what was found.
pub fn aim(found: f64, wanted: f64, is_met: bool, unit: &str) -> String {
    let word = if is_met { "met" } else { "MISSED" };
    format!("{found:.1} {unit}, aim {wanted} {unit}: {word}")
}

pub fn heading() -> String {
    format!(
        "{:<38}{:>10}{:>9}{:>9}{:>11}{:>9}{:>11}{:>8}  {}",
        "4 clients, uncompressed", "a second", "p50 ms", "p99 ms", "bytes", "RSS MB", "floor", "ratio", "aim"
    )
}

pub struct Row<'a> {
    pub name: &'a str,
    pub bytes: usize,
    pub megabytes: f32,
    /// The least share of the floor that is wanted, in per cent.
    pub aim: Option<f64>,
}

impl Row<'_> {
    pub fn line(&self, page: &mut Measured, floor: Option<&Measured>) -> String {
        let share = floor.map(|floor| page.a_second() / floor.a_second() * 100.0);
        let shown = |value: Option<f64>, unit: &str| value.map_or("–".into(), |value| format!("{value:.0}{unit}"));
        let aim = match (self.aim, share) {
            (Some(aim), Some(share)) if share >= aim => format!("{aim:.0}% met"),
            (Some(aim), _) => format!("{aim:.0}% MISSED"),
            (None, _) => String::new(),
        };
        format!(
            "{:<38}{:>10.0}{:>9.2}{:>9.2}{:>11}{:>9.0}{:>11}{:>8}  {aim}",
            self.name,
            page.a_second(),
            page.percentile(50),
            page.percentile(99),
            self.bytes,
            self.megabytes,
            shown(floor.map(Measured::a_second), ""),
            shown(share, "%"),
        )
    }
}
