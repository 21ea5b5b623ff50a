//! What an innovation says of itself, and who serves it.
use super::{Innovation, Post, PostKind, TrackingMethod, Visibility, Why};
use crate::{
    Act, CouncilId, Decision, InnovationId, Line, Link, MembershipId, OrganisationKind, PriorityAreaId, Problem, Prose,
    Refusal, Role, Rule, Seen, Side, Title, Version, seen::plausible,
};
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct InnovationInput {
    pub title: Title,
    pub summary: Option<Prose>,
    /// Its `revised_on` is worked out.
    pub why: Why,
    pub priority_area: Option<PriorityAreaId>,
    /// Heard only from a programme manager or an executive.
    pub is_priority: bool,
    pub tracking: TrackingMethod,
    pub lead: Option<MembershipId>,
    pub sponsor: Option<MembershipId>,
    pub political_sponsor: Option<MembershipId>,
    pub team: Vec<MembershipId>,
    /// Of a partnership only.
    pub councils: Vec<CouncilId>,
    pub service: Option<Line>,
    pub characteristics: Vec<Line>,
    pub equality_assessed_on: Option<NaiveDate>,
    pub data_protection_assessed_on: Option<NaiveDate>,
    pub internal_only: bool,
    pub visible_to: Visibility,
    pub links: Vec<Link>,
    /// For whoever comes after a lead or a sponsor who leaves with this edit.
    pub handover_note: Option<Prose>,
}

impl InnovationInput {
    /// As it stands, to start a form from.
    #[must_use]
    pub fn of(one: &Innovation, today: NaiveDate) -> Self {
        Self {
            title: one.title.clone(),
            summary: one.summary.clone(),
            why: one.why.clone(),
            priority_area: one.priority_area,
            is_priority: one.is_priority,
            tracking: one.tracking,
            lead: one.holder(PostKind::Lead, today),
            sponsor: one.holder(PostKind::Sponsor, today),
            political_sponsor: one.holder(PostKind::PoliticalSponsor, today),
            team: one.holders(PostKind::Team, today).collect(),
            councils: one.councils.clone(),
            service: one.service.clone(),
            characteristics: one.characteristics.clone(),
            equality_assessed_on: one.equality_assessed_on,
            data_protection_assessed_on: one.data_protection_assessed_on,
            internal_only: one.internal_only,
            visible_to: one.visible_to,
            links: one.links.clone(),
            handover_note: None,
        }
    }

    fn leaders(&self) -> [(PostKind, &'static str, Option<MembershipId>); 3] {
        [
            (PostKind::Lead, "lead", self.lead),
            (PostKind::Sponsor, "sponsor", self.sponsor),
            (PostKind::PoliticalSponsor, "political_sponsor", self.political_sponsor),
        ]
    }
}

impl Seen<'_> {
    /// Posts given anew begin today; those taken away end yesterday.
    pub fn edit_innovation(
        self,
        id: InnovationId,
        input: InnovationInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let before = self.open_innovation(Act::EditInnovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.innovation_problems(before, &input, today))?;
        Ok(Decision::change(before, self.with_input(before, input, today, today)))
    }

    /// The why alone, told anew.
    pub fn edit_why(self, id: InnovationId, why: Why, seen: Version, today: NaiveDate) -> Result<Decision, Refusal> {
        let before = self.open_innovation(Act::EditInnovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::change(before, Innovation { why: why.revised(&before.why, today), ..(**before).clone() }))
    }

    /// Whether this person may flag an innovation as a priority and show it to everyone.
    #[must_use]
    pub fn may_flag(self) -> bool {
        self.actor.has_role(Role::ProgrammeManager) || self.actor.has_role(Role::Executive)
    }

    pub(super) fn innovation_problems(
        self,
        before: &Innovation,
        input: &InnovationInput,
        today: NaiveDate,
    ) -> Vec<Problem> {
        let mut wrong = Vec::new();
        for (kind, field, chosen) in input.leaders() {
            let political = kind == PostKind::PoliticalSponsor;
            wrong.push((chosen.is_some_and(|one| !self.may_serve(before, kind, one, political, today)), field));
        }
        let serves = |one: &MembershipId| self.may_serve(before, PostKind::Team, *one, false, today);
        wrong.push((!input.team.iter().all(serves), "team"));
        let active = |id| self.priority_area(id).is_some_and(|area| area.is_active(today));
        let moved = input.priority_area != before.priority_area;
        wrong.push((moved && input.priority_area.is_some_and(|id| !active(id)), "priority_area"));
        let partnership = self.organisation().kind == OrganisationKind::Partnership;
        let member = |id: CouncilId| self.council(id).is_some_and(|one| one.is_member(today));
        let takes_part = |id: &CouncilId| partnership && (before.councils.contains(id) || member(*id));
        wrong.push((!input.councils.iter().all(takes_part), "councils"));
        let published = input.visible_to == Visibility::Public && before.visible_to != Visibility::Public;
        wrong.push((published && !self.may_flag(), "visible_to"));
        let chosen = wrong.into_iter().filter(|(wrong, _)| *wrong).map(|(_, field)| Problem::new(field, Rule::Choose));
        let assessed = [
            ("equality_assessed_on", input.equality_assessed_on),
            ("data_protection_assessed_on", input.data_protection_assessed_on),
        ];
        chosen.chain(assessed.into_iter().filter_map(|(field, on)| assessed_problem(field, on?, today))).collect()
    }

    /// Whoever serves already may stay; somebody new holds a place today.
    fn may_serve(
        self,
        before: &Innovation,
        kind: PostKind,
        chosen: MembershipId,
        political: bool,
        today: NaiveDate,
    ) -> bool {
        let stays = before.holders(kind, today).any(|held| held == chosen);
        let fits = |one: &crate::Membership| one.is_current(today) && (!political || one.side == Side::Political);
        stays || self.membership(chosen).is_some_and(|one| fits(one))
    }

    /// The innovation with what was said of it; posts that are given begin on `from_on`.
    pub(super) fn with_input(
        self,
        before: &Innovation,
        input: InnovationInput,
        from_on: NaiveDate,
        today: NaiveDate,
    ) -> Innovation {
        let posts = posts(before, &input, from_on);
        Innovation {
            title: input.title,
            summary: input.summary,
            why: input.why.revised(&before.why, today),
            priority_area: input.priority_area,
            is_priority: if self.may_flag() { input.is_priority } else { before.is_priority },
            tracking: input.tracking,
            posts,
            councils: input.councils,
            service: input.service,
            characteristics: input.characteristics,
            equality_assessed_on: input.equality_assessed_on,
            data_protection_assessed_on: input.data_protection_assessed_on,
            internal_only: input.internal_only,
            visible_to: input.visible_to,
            // Shown to everyone again, it is published again by a decision and not by itself.
            published_on: before.published_on.filter(|_| input.visible_to == Visibility::Public),
            links: input.links,
            ..before.clone()
        }
    }
}

fn posts(before: &Innovation, input: &InnovationInput, from_on: NaiveDate) -> Vec<Post> {
    let mut after = before.clone();
    for (kind, _, chosen) in input.leaders() {
        after.posts = after.with_holder(kind, chosen, from_on);
    }
    after.posts = after.with_holders(PostKind::Team, &input.team, from_on);
    let served = |post: &Post| before.posts.iter().any(|one| one.to_on.is_none() && same(one, post));
    let left = |post: &&mut Post| post.kind != PostKind::Team && post.to_on.is_some() && served(post);
    for post in after.posts.iter_mut().filter(left) {
        post.handover_note.clone_from(&input.handover_note);
    }
    after.posts
}

fn same(one: &Post, other: &Post) -> bool {
    (one.kind, one.membership, one.from_on) == (other.kind, other.membership, other.from_on)
}

fn assessed_problem(field: &'static str, on: NaiveDate, today: NaiveDate) -> Option<Problem> {
    let future = (on > today).then_some(Problem::new(field, Rule::After(today)));
    plausible(field, on).or(future)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PriorityArea, testing::*};
    use uuid::Uuid;

    fn input() -> InnovationInput {
        InnovationInput::of(&innovation(), today())
    }

    fn edit(person: crate::PersonId, input: InnovationInput) -> Result<Decision, Refusal> {
        as_person(&portfolio(), person, |seen| seen.edit_innovation(LAMPS, input, Version::FIRST, today()))
    }

    fn edited(person: crate::PersonId, input: InnovationInput) -> Innovation {
        let after = applied(&portfolio(), edit(person, input).expect("allowed"));
        as_person(&after, MANAGER, |seen| (**seen.innovation(LAMPS).expect("there")).clone())
    }

    #[test]
    fn a_lead_who_leaves_hands_over_and_the_next_begins_today() {
        let note = Some(text("The county meter contract is renewed each March; ask the lighting team."));
        let one =
            edited(MANAGER, InnovationInput { lead: Some(place(MANAGER)), handover_note: note.clone(), ..input() });
        let leads: Vec<_> = one.posts.iter().filter(|post| post.kind == PostKind::Lead).collect();
        assert_eq!((leads[0].to_on, &leads[0].handover_note), (Some(day("2026-11-23")), &note));
        assert_eq!((leads[1].membership, leads[1].from_on), (place(MANAGER), today()));
        let sponsor = one.posts.iter().find(|post| post.kind == PostKind::Sponsor).expect("stays");
        assert_eq!((sponsor.to_on, &sponsor.handover_note), (None, &None));
    }

    #[test]
    fn an_edit_that_changes_nothing_writes_nothing() {
        assert_eq!(edit(LEAD, input()).expect("allowed").edits, []);
    }

    #[test]
    fn a_changed_why_is_revised_today() {
        let why = Why { problem: Some(text("Lamps burn 11 hours for nobody")), ..Why::default() };
        assert_eq!(edited(LEAD, InnovationInput { why, ..input() }).why.revised_on, Some(today()));
    }

    #[test]
    fn the_why_is_told_anew_on_its_own() {
        let why = Why { problem: Some(text("Lamps burn 11 hours for nobody")), ..Why::default() };
        let edit = |version| as_person(&portfolio(), LEAD, |seen| seen.edit_why(LAMPS, why.clone(), version, today()));
        let after = applied(&portfolio(), edit(Version::FIRST).expect("allowed"));
        let revised = as_person(&after, LEAD, |seen| (**seen.innovation(LAMPS).expect("there")).clone());
        assert_eq!((revised.why.revised_on, revised.title), (Some(today()), innovation().title));
        assert!(matches!(edit(Version(7)), Err(Refusal::Outdated { .. })));
    }

    #[test]
    fn only_a_manager_or_an_executive_flags_a_priority_or_shows_it_to_everyone() {
        let unflagged = || InnovationInput { is_priority: false, ..input() };
        let change = |person| edited(person, InnovationInput { summary: None, ..unflagged() }).is_priority;
        assert_eq!([LEAD, MANAGER, EXECUTIVE].map(change), [true, false, false]);
        let public = InnovationInput { visible_to: Visibility::Public, ..input() };
        assert_eq!(edit(LEAD, public.clone()), Err(Refusal::invalid("visible_to", Rule::Choose)));
        assert_eq!(edited(MANAGER, public).visible_to, Visibility::Public);
    }

    #[test]
    fn whoever_is_named_and_whatever_is_chosen_must_be_there() {
        let stranger = MembershipId(Uuid::from_u128(9));
        let council = CouncilId(Uuid::from_u128(9));
        for (field, input) in [
            ("lead", InnovationInput { lead: Some(stranger), ..input() }),
            ("political_sponsor", InnovationInput { political_sponsor: Some(place(MANAGER)), ..input() }),
            ("team", InnovationInput { team: vec![place(LEAD), stranger], ..input() }),
            ("councils", InnovationInput { councils: vec![council], ..input() }),
        ] {
            assert_eq!(edit(MANAGER, input), Err(Refusal::invalid(field, Rule::Choose)));
        }
        let late = InnovationInput { equality_assessed_on: Some(day("2026-11-25")), ..input() };
        assert_eq!(edit(MANAGER, late), Err(Refusal::invalid("equality_assessed_on", Rule::After(today()))));
    }

    #[test]
    fn only_a_partnership_lists_councils_and_only_its_members_of_today() {
        let id = |number| CouncilId(Uuid::from_u128(number));
        let council = |number, to_on: Option<&str>| crate::Council {
            id: id(number),
            entry: crate::Entry::default(),
            name: text("Westshire"),
            organisation: None,
            from_on: day("2026-01-01"),
            to_on: to_on.map(day),
            ending: None,
        };
        let alone = applied(&portfolio(), Decision::add(council(500, None)).and_add(council(501, Some("2026-06-30"))));
        let organisation = alone.organisation().expect("founded").clone();
        let joined = crate::Organisation { kind: OrganisationKind::Partnership, ..(*organisation).clone() };
        let together = applied(&alone, Decision::change(&organisation, joined));
        let list = |portfolio: &crate::Portfolio, number| {
            let input = InnovationInput { councils: vec![id(number)], ..input() };
            as_person(portfolio, LEAD, |seen| seen.edit_innovation(LAMPS, input, Version::FIRST, today())).map(|_| ())
        };
        let refused = Err(Refusal::invalid("councils", Rule::Choose));
        assert_eq!(list(&together, 500), Ok(()));
        assert_eq!([list(&together, 501), list(&alone, 500)], [refused.clone(), refused]);
    }

    #[test]
    fn a_closed_priority_area_is_not_chosen_but_may_stay() {
        let area = PriorityAreaId(Uuid::from_u128(400));
        let record = |active_to| PriorityArea {
            id: area,
            entry: crate::Entry::default(),
            title: text("Warm homes"),
            active_from: day("2026-01-01"),
            active_to,
            closed_reason: None,
            political_sponsor: None,
            officer_sponsor: None,
            review_on: None,
        };
        let open = applied(&portfolio(), Decision::add(record(None)));
        let chosen = InnovationInput { priority_area: Some(area), ..input() };
        let edit = |portfolio: &crate::Portfolio, version| {
            as_person(portfolio, LEAD, |seen| seen.edit_innovation(LAMPS, chosen.clone(), version, today()))
        };
        let linked = applied(&open, edit(&open, Version::FIRST).expect("allowed"));
        let before = as_person(&linked, MANAGER, |seen| seen.priority_area(area).expect("there").clone());
        let close = |portfolio| applied(portfolio, Decision::change(&before, record(Some(day("2026-06-30")))));
        assert!(edit(&close(&linked), Version(2)).is_ok());
        assert_eq!(edit(&close(&open), Version::FIRST), Err(Refusal::invalid("priority_area", Rule::Choose)));
    }
}
