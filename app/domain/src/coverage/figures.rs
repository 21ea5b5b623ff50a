//! The figures of listening on a day: of everything that may be seen, or of one innovation.
use super::{Influence, InfluenceOf, NamedCharacteristic, Share, StakeSight, WINDOW, YEAR, waiting::ANSWER, within};
use crate::{Engagement, EngagementLevel, Feedback, Innovation, Seen, Sentiment, days};
use chrono::NaiveDate;
use std::sync::Arc;

/// Something said, and the days until people were told what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ToldBack<'a> {
    pub feedback: &'a Arc<Feedback>,
    pub days: i64,
}

/// What people feel, of what they said in 182 days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Praise {
    /// From -1 to 1; none of none.
    pub mean: Option<f64>,
    pub of: usize,
}

impl Praise {
    /// Nearly all praise, and a good deal of it: who has not been heard from?
    #[must_use]
    pub fn is_all_praise(self) -> bool {
        self.of >= 15 && self.mean.is_some_and(|mean| mean > 0.8 + 1e-12)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct EngagementFigures<'a> {
    /// Priority groups of what is under way: those not overdue count.
    pub coverage: Share<StakeSight<'a>>,
    /// Engagements in 182 days with the public or staff: those at Shape or above count. Three at least.
    pub depth: Share<&'a Arc<Engagement>>,
    /// Said in the year and more than 30 days ago: what was told back counts.
    pub closed_loop: Share<&'a Arc<Feedback>>,
    /// Told back in the year.
    pub told_back: Vec<ToldBack<'a>>,
    /// Of each priority innovation.
    pub influence: Vec<InfluenceOf<'a>>,
    /// Answered in the year: refusals with a reason count. Above nought is healthy.
    pub refusals: Share<&'a Arc<Feedback>>,
    /// Of each priority innovation: those heard in the year count.
    pub equality: Share<NamedCharacteristic<'a>>,
    pub praise: Praise,
}

impl EngagementFigures<'_> {
    /// Cadences by which priority groups are overdue, added up; 0 where none is.
    #[must_use]
    pub fn debt(&self) -> f64 {
        // Adding up nothing gives -0.
        self.coverage.failing.iter().map(StakeSight::debt).fold(0.0, |sum, one| sum + one)
    }

    /// The median; none where nothing was told back in the year.
    #[must_use]
    pub fn days_to_tell_back(&self) -> Option<f64> {
        crate::middle::median(self.told_back.iter().map(|one| one.days as f64))
    }

    /// None where there is no priority innovation.
    #[must_use]
    pub fn mean_influence(&self) -> Option<f64> {
        Influence::mean(&self.influence)
    }
}

impl<'a> Seen<'a> {
    /// Of every innovation that may be seen.
    #[must_use]
    pub fn engagement_figures(self, today: NaiveDate) -> EngagementFigures<'a> {
        let all: Vec<_> = self.innovations().collect();
        self.figures_of(&all, &self.priority_innovations(today), self.all_engagements(), today)
    }

    /// Of one innovation, whether or not it is a priority.
    #[must_use]
    pub fn engagement_figures_of(self, innovation: &'a Arc<Innovation>, today: NaiveDate) -> EngagementFigures<'a> {
        self.figures_of(&[innovation], &[innovation], self.engagements(innovation.id), today)
    }

    fn figures_of(
        self,
        scope: &[&'a Arc<Innovation>],
        priority: &[&'a Arc<Innovation>],
        engagements: Vec<&'a Arc<Engagement>>,
        today: NaiveDate,
    ) -> EngagementFigures<'a> {
        let active = scope.iter().copied().filter(|one| self.kind_of(one).is_active());
        let groups = active.flat_map(|one| self.stake_sights(one, today)).filter(|one| one.stake.is_priority());
        let met = engagements.into_iter().filter(|one| within(one.on, WINDOW, today) && self.is_with_people(one));
        let said: Vec<_> = scope.iter().flat_map(|one| self.feedback_about(one.id)).collect();
        let in_year = |on: Option<NaiveDate>| on.is_some_and(|on| within(on, YEAR, today));
        let due =
            said.iter().copied().filter(|one| in_year(Some(one.raised_on)) && days(one.raised_on, today) > ANSWER);
        let answered_on = |one: &Feedback| one.answer.as_ref().map(|answer| answer.responded_on);
        let answered = said.iter().copied().filter(|one| in_year(answered_on(one)));
        let told = said.iter().copied().filter(|one| one.is_closed() && in_year(one.told_back_on));
        let told_back =
            told.filter_map(|one| Some(ToldBack { feedback: one, days: days(one.raised_on, one.told_back_on?) }));
        let named = priority.iter().flat_map(|one| self.named_characteristics(one, today));
        EngagementFigures {
            coverage: Share::of(groups, 1, |one| !one.is_overdue()),
            depth: Share::of(met, 3, |one| one.level >= EngagementLevel::Shape),
            closed_loop: Share::of(due, 1, |one| one.is_closed() && one.told_back_on.is_some_and(|on| on <= today)),
            told_back: told_back.collect(),
            influence: priority.iter().map(|one| self.influence_on(one, today)).collect(),
            refusals: Share::of(answered, 1, |one| one.is_reasoned_refusal()),
            equality: Share::of(named, 1, |one| one.heard.is_some()),
            praise: praise(&said, today),
        }
    }

    fn is_with_people(self, engagement: &Engagement) -> bool {
        let mut groups = engagement.groups.iter().filter_map(|group| self.group(group.stakeholder));
        groups.any(|group| group.kind.is_public() || group.kind.is_staff())
    }
}

fn praise(said: &[&Arc<Feedback>], today: NaiveDate) -> Praise {
    let felt = said.iter().filter(|one| within(one.raised_on, WINDOW, today)).filter_map(|one| one.sentiment);
    let felt: Vec<_> = felt.map(Sentiment::value).collect();
    let mean = felt.iter().map(|one| f64::from(*one)).sum::<f64>() / felt.len() as f64;
    Praise { mean: (!felt.is_empty()).then_some(mean), of: felt.len() }
}
