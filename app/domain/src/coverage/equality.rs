//! Whether the groups that an equality assessment names were heard.
use super::{YEAR, within};
use crate::{Engagement, EngagementLevel, Innovation, Seen};
use chrono::NaiveDate;
use std::sync::Arc;

/// One characteristic that an innovation names as affected.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedCharacteristic<'a> {
    pub innovation: &'a Arc<Innovation>,
    /// None: the innovation runs for real people, and nobody assessed whom it affects.
    pub name: Option<&'a str>,
    /// The latest in the year that asked, or more, a group that speaks for it.
    pub heard: Option<&'a Arc<Engagement>>,
}

impl<'a> Seen<'a> {
    /// One that names none counts only where it runs for real people without having been assessed.
    #[must_use]
    pub fn named_characteristics(
        self,
        innovation: &'a Arc<Innovation>,
        today: NaiveDate,
    ) -> Vec<NamedCharacteristic<'a>> {
        let assessed = innovation.equality_assessed_on.is_some_and(|on| on <= today);
        if innovation.characteristics.is_empty() {
            let blank = !assessed && self.kind_of(innovation).is_later();
            return blank.then_some(NamedCharacteristic { innovation, name: None, heard: None }).into_iter().collect();
        }
        let asked: Vec<_> = self
            .engagements(innovation.id)
            .into_iter()
            .filter(|one| one.level >= EngagementLevel::Ask && within(one.on, YEAR, today))
            .collect();
        let speaks = |one: &Engagement, name: &str| {
            let mut groups = one.groups.iter().filter_map(|group| self.group(group.stakeholder));
            groups.any(|group| group.speaks_for(name))
        };
        let named = innovation.characteristics.iter().map(|name| NamedCharacteristic {
            innovation,
            name: Some(name),
            heard: asked.iter().copied().find(|one| speaks(one, name)),
        });
        named.collect()
    }
}
