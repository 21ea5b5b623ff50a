//! Logging an engagement, with what people said, as one decision.
use super::{Consultation, Engagement, EngagementFormat, EngagementLevel, EngagementMethod, Group, StageThen};
use crate::{
    Act, CountBand, Decision, EngagementId, Entry, Feedback, FeedbackId, Innovation, InnovationId, Line, MembershipId,
    Name, PartnerId, Problem, Prose, Reason, Refusal, Rule, Seen, Sentiment, Stakeholder, StakeholderId,
    StakeholderKind, Title, Voice, WebAddress, seen::plausible,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What somebody says of an engagement, new or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct EngagementInput {
    /// One or more; the first is the one on whose page it is told.
    pub innovations: Vec<InnovationId>,
    pub on: NaiveDate,
    pub purpose: Option<Reason>,
    pub level: EngagementLevel,
    pub method: EngagementMethod,
    pub led_by: Option<MembershipId>,
    pub leaders_present: Vec<MembershipId>,
    pub groups: Vec<Group>,
    /// Groups that were not in the register until now.
    pub new_groups: Vec<NewGroup>,
    pub partners: Vec<PartnerId>,
    pub next_step: Option<Reason>,
    pub information_link: Option<WebAddress>,
    pub formats: Vec<EngagementFormat>,
    pub languages: Option<Line>,
    pub consultation: Option<Consultation>,
}

/// A group to be put into the register while logging.
#[derive(Clone, Debug, PartialEq)]
pub struct NewGroup {
    pub id: StakeholderId,
    pub name: Title,
    pub kind: StakeholderKind,
    pub people: Option<u32>,
}

/// One thing that people said.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackPoint {
    pub id: FeedbackId,
    /// Which of the innovations it is about; none for the first.
    pub innovation: Option<InnovationId>,
    /// Who said it; none for the only group there was, or where nobody knows.
    pub from: Option<Voice>,
    pub theme: Option<Name>,
    pub said: Prose,
    pub count_band: Option<CountBand>,
    pub sentiment: Option<Sentiment>,
}

impl EngagementInput {
    /// As it stands, to start a form from.
    #[must_use]
    pub fn of(one: &Engagement) -> Self {
        Self {
            innovations: one.innovations().collect(),
            on: one.on,
            purpose: one.purpose.clone(),
            level: one.level,
            method: one.method,
            led_by: one.led_by,
            leaders_present: one.leaders_present.clone(),
            groups: one.groups.clone(),
            new_groups: vec![],
            partners: one.partners.clone(),
            next_step: one.next_step.clone(),
            information_link: one.information_link.clone(),
            formats: one.formats.clone(),
            languages: one.languages.clone(),
            consultation: one.consultation.clone(),
        }
    }
}

impl<'a> Seen<'a> {
    /// Also of a stopped innovation: people are told why. The stage of the day is frozen in it.
    pub fn log_engagement(
        self,
        id: EngagementId,
        input: EngagementInput,
        feedback: Vec<FeedbackPoint>,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovations = self.engaged_innovations(&input)?;
        let mut problems = self.engagement_problems(&input, today);
        let engagement = self.engagement_of(id, Entry::default(), &input, &innovations, today);
        for point in &feedback {
            problems.extend(engagement.voice_problem(point.innovation, point.from));
        }
        Refusal::unless_sound(problems)?;
        let groups = with_new_groups(Decision::default(), &input);
        let raised_on = engagement.on;
        let said = feedback.into_iter().map(|point| point.feedback(&engagement, raised_on));
        let said: Vec<_> = said.collect();
        Ok(said.into_iter().fold(groups.and_add(engagement), Decision::and_add))
    }

    /// Those named, each of which may be engaged upon.
    pub(super) fn engaged_innovations(self, input: &EngagementInput) -> Result<Vec<&'a Innovation>, Refusal> {
        let found = input.innovations.iter().map(|id| self.innovation(*id).map(|one| &**one));
        let found: Vec<_> = found.collect::<Result<_, _>>()?;
        for one in &found {
            self.must(Act::LogEngagement, Some(one))?;
        }
        if found.is_empty() { Err(Refusal::invalid("innovations", Rule::Missing)) } else { Ok(found) }
    }

    pub(super) fn engagement_of(
        self,
        id: EngagementId,
        entry: Entry,
        input: &EngagementInput,
        innovations: &[&Innovation],
        today: NaiveDate,
    ) -> Engagement {
        let input = input.clone();
        let new = input.new_groups.into_iter().map(|one| Group { stakeholder: one.id, people: one.people });
        Engagement {
            id,
            entry,
            innovation: innovations.first().map_or(InnovationId(crate::id::FIRST), |one| one.id),
            also: innovations.iter().skip(1).map(|one| one.id).collect(),
            on: input.on,
            purpose: input.purpose,
            level: input.level,
            method: input.method,
            led_by: input.led_by,
            leaders_present: input.leaders_present,
            groups: input.groups.into_iter().chain(new).collect(),
            partners: input.partners,
            next_step: input.next_step,
            stage_then: innovations.iter().map(|one| self.stage_then(one, input.on.min(today))).collect(),
            information_link: input.information_link,
            formats: input.formats,
            languages: input.languages,
            consultation: input.consultation,
        }
    }

    pub(super) fn stage_then(self, innovation: &Innovation, on: NaiveDate) -> StageThen {
        let place = self.visits(innovation, on).last().map_or(crate::Place::Idea, |last| last.place);
        let model = self.stage_model_of(innovation);
        // Names of stages are as short as names; one that is not would only be cut.
        let stage = Name::cut(model.name(place)).or_else(|| Name::cut(model.kind(place).label()));
        let stage = stage.unwrap_or_else(|| self.organisation().name.clone());
        StageThen { innovation: innovation.id, kind: model.kind(place), stage }
    }

    pub(super) fn engagement_problems(self, input: &EngagementInput, today: NaiveDate) -> Vec<Problem> {
        let mut problems = self.unknown_people([("led_by", input.led_by)]);
        let wrong = |is: bool, field, rule| is.then_some(Problem::new(field, rule));
        problems.extend(plausible("on", input.on));
        problems.extend(wrong(input.on > today, "on", Rule::After(today)));
        let doubled = input.innovations.iter().collect::<BTreeSet<_>>().len() < input.innovations.len();
        problems.extend(wrong(doubled, "innovations", Rule::OnlyOne));
        let strangers = input.leaders_present.iter().any(|one| self.membership(*one).is_none());
        problems.extend(wrong(strangers, "leaders_present", Rule::Choose));
        let nobody = input.groups.is_empty() && input.new_groups.is_empty() && input.partners.is_empty();
        problems.extend(wrong(nobody, "groups", Rule::Missing));
        let of_these = |id: &PartnerId| input.innovations.iter().any(|one| self.partner(*one, *id).is_ok());
        problems.extend(wrong(!input.partners.iter().all(of_these), "partners", Rule::Choose));
        let unknown = input.groups.iter().any(|one| !self.is_engaged(one.stakeholder));
        let twice = input.groups.iter().map(|one| one.stakeholder).collect::<BTreeSet<_>>().len() < input.groups.len();
        problems.extend(wrong(unknown || twice, "groups", Rule::Choose));
        let crowd = input.groups.iter().map(|one| one.people).chain(input.new_groups.iter().map(|one| one.people));
        let crowd = crowd.flatten().any(|people| !(1..=1_000_000).contains(&people));
        problems.extend(wrong(crowd, "people", Rule::OutOfRange(1, 1_000_000)));
        problems.extend(input.new_groups.iter().filter_map(|one| self.name_problem("new_group", &one.name, None)));
        problems.extend(input.consultation.iter().flat_map(|one| self.consultation_problems(one, today)));
        problems
    }

    /// It is there; a group that was found to be another since stays where it was named.
    fn is_engaged(self, id: StakeholderId) -> bool {
        self.portfolio.shelves.stakeholders.contains_key(&id)
    }

    fn consultation_problems(self, one: &Consultation, today: NaiveDate) -> Vec<Problem> {
        let mut problems: Vec<_> = plausible("opened_on", one.opened_on).into_iter().collect();
        problems.extend(plausible("closed_on", one.closed_on));
        if one.opened_on > today {
            problems.push(Problem::new("opened_on", Rule::After(today)));
        }
        if one.closed_on < one.opened_on {
            problems.push(Problem::new("closed_on", Rule::Before(one.opened_on)));
        }
        if one.decision.is_some_and(|id| self.decision(id).is_err()) {
            problems.push(Problem::new("decision", Rule::Choose));
        }
        problems
    }
}

impl Engagement {
    /// Whoever says something took part, and speaks of something that it was about.
    pub(crate) fn voice_problem(&self, innovation: Option<InnovationId>, from: Option<Voice>) -> Option<Problem> {
        if innovation.is_some_and(|one| !self.is_about(one)) {
            return Some(Problem::new("about", Rule::Choose));
        }
        let took_part = match from? {
            Voice::Stakeholder(id) => self.groups.iter().any(|group| group.stakeholder == id),
            Voice::Partner(id) => self.partners.contains(&id),
        };
        (!took_part).then_some(Problem::new("from", Rule::Choose))
    }
}

pub(super) fn with_new_groups(decision: Decision, input: &EngagementInput) -> Decision {
    let groups = input.new_groups.iter().map(|one| Stakeholder {
        id: one.id,
        entry: Entry::default(),
        name: one.name.clone(),
        kind: one.kind,
        area: None,
        characteristics: vec![],
        merged_into: None,
    });
    groups.fold(decision, Decision::and_add)
}

impl FeedbackPoint {
    pub(crate) fn feedback(self, engagement: &Engagement, raised_on: NaiveDate) -> Feedback {
        let only = match (engagement.groups.as_slice(), engagement.partners.as_slice()) {
            ([group], []) => Some(Voice::Stakeholder(group.stakeholder)),
            ([], [partner]) => Some(Voice::Partner(*partner)),
            _ => None,
        };
        Feedback {
            id: self.id,
            entry: Entry::default(),
            innovation: self.innovation.unwrap_or(engagement.innovation),
            engagement: engagement.id,
            from: self.from.or(only),
            theme: self.theme,
            said: self.said,
            count_band: self.count_band,
            sentiment: self.sentiment,
            raised_on,
            owner: None,
            answer: None,
            changed: None,
            decision: None,
            told_back_on: None,
            public: false,
        }
    }
}
