//! How an innovation spreads: the plan, the places and their steps, counts, checks and reviews.
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
    organisation::council,
    people::Who,
};
use domain::{
    Adaptation, AdaptationOf, CoreComponent, Eligible, EmbeddingAnswer, EmbeddingCheckId, EmbeddingInput,
    EmbeddingItem, FidelityCheckId, FidelityInput, ItemAnswer, OutcomeHeld, ReachCountId, ReachInput, Refusal,
    ReviewKind, ScaleApproach, ScalePlanId, ScalePlanInput, Seen, SiteEdit, SiteId, SiteInput, SiteKind, SiteMoveId,
    SiteMoveInput, SiteState, SustainmentInput, SustainmentReviewId, Version, VerticalKind, VerticalTarget, YesNo,
};

/// Reached and eligible people; none where nobody counted.
pub(crate) type Count = Option<(u32, u32)>;

/// Days are days ago; to come is negative.
pub(crate) struct Spreads {
    pub code: &'static str,
    /// When it was planned and the places were listed.
    pub planned: i64,
    pub goal: &'static str,
    pub approach: ScaleApproach,
    /// Name, why, and weight.
    pub core: &'static [(&'static str, &'static str, u8)],
    /// Kind, what, and when it was reached.
    pub vertical: &'static [(VerticalKind, &'static str, Option<i64>)],
    pub owner: &'static str,
    pub from: i64,
    pub to: i64,
    pub kind: SiteKind,
    pub places: &'static [Spot],
    pub rated: &'static [Rated],
    /// Days ago, and for each place, in their order, a letter for each core component: y, p or n. Blank: not checked.
    pub checked: &'static [(i64, &'static [&'static str])],
    /// Last day of the period, its length, and for each place reached and eligible people; none where not counted.
    pub counted: &'static [(i64, i64, &'static [Count])],
    pub reviewed: &'static [Reviewed],
}

#[derive(Clone, Copy)]
pub(crate) struct Spot {
    pub name: &'static str,
    pub wave: u8,
    pub people: u32,
    /// The day first planned.
    pub live: i64,
    pub council: Option<&'static str>,
    /// State, day and why.
    pub steps: &'static [(SiteState, i64, &'static str)],
    /// When it was said, and the day expected from then on.
    pub forecast: Option<(i64, i64)>,
    /// When it was noted, what is done in another way, and why.
    pub adapts: Option<(i64, &'static str, &'static str)>,
}

/// What somebody answered to the twelve questions.
pub(crate) struct Rated {
    pub ago: i64,
    pub by: Who,
    /// None: of the innovation as a whole.
    pub place: Option<&'static str>,
    pub answers: [u8; 12],
}

pub(crate) struct Reviewed {
    pub ago: i64,
    pub kind: ReviewKind,
    pub places: &'static [&'static str],
    pub in_use: YesNo,
    pub held: OutcomeHeld,
    pub action: &'static str,
}

/// A place of a wave that was planned for a day, and the days of its steps.
pub(crate) const fn spot(
    name: &'static str,
    wave: u8,
    people: u32,
    live: i64,
    steps: &'static [(SiteState, i64, &'static str)],
) -> Spot {
    Spot { name, wave, people, live, council: None, steps, forecast: None, adapts: None }
}

impl Spot {
    pub const fn of(self, council: &'static str) -> Self {
        Self { council: Some(council), ..self }
    }

    fn input(&self, kind: SiteKind, deeds: &Deeds) -> SiteInput {
        SiteInput {
            name: words(self.name),
            kind,
            organisation: None,
            council: self.council.map(council),
            eligible: Eligible::Yes,
            eligible_reason: None,
            wave: Some(self.wave),
            eligible_people: Some(self.people),
            planned_live_on: Some(deeds.day(self.live)),
            forecast_live_on: None,
            lead: None,
            adaptations: vec![],
        }
    }
}

fn site_id(code: &str, name: &str) -> SiteId {
    SiteId(id(&format!("site {code} {name}")))
}

impl Row {
    pub fn spread(&'static self, one: &'static Spreads, deeds: &mut Deeds) {
        self.plan_to_spread(one, deeds);
        for place in one.places {
            self.step(place, deeds);
            self.note(place, deeds);
        }
        for rated in one.rated {
            self.rate(rated, deeds);
        }
        for (ago, scores) in one.checked {
            self.check_core(one, *ago, scores, deeds);
        }
        for (ago, length, counts) in one.counted {
            self.count(one, *ago, *length, counts, deeds);
        }
        for reviewed in one.reviewed {
            self.review_places(reviewed, deeds);
        }
    }

    fn plan_to_spread(&'static self, one: &'static Spreads, deeds: &mut Deeds) {
        let (starts_on, ends_on) = (deeds.day(one.from), deeds.day(one.to));
        let reached: Vec<_> = one.vertical.iter().filter_map(|(_, what, ago)| Some((*what, (*ago)?))).collect();
        deeds.tell(one.planned, self.lead_on(one.planned), move |seen, _| {
            let input = ScalePlanInput {
                goal: words(one.goal),
                approach: one.approach,
                core_components: one.core.iter().map(component).collect(),
                vertical_targets: one.vertical.iter().map(|(kind, what, _)| target(*kind, what)).collect(),
                owner: said(one.owner),
                starts_on,
                ends_on,
                funding_to: None,
            };
            seen.set_scale_plan(ScalePlanId(id(&format!("scale plan {}", self.code))), self.id(), input, Version::NONE)
        });
        let rows: Vec<_> =
            one.places.iter().map(|place| (site_id(self.code, place.name), place.input(one.kind, deeds))).collect();
        deeds.tell(one.planned, self.lead_on(one.planned), move |seen, _| seen.add_sites(self.id(), &rows));
        for (what, ago) in reached {
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                let before = seen.scale_plan(self.id()).ok_or(Refusal::NotFound)?;
                let plan = (**before).clone();
                let mut vertical_targets = plan.vertical_targets;
                vertical_targets
                    .iter_mut()
                    .filter(|one| &*one.what == what)
                    .for_each(|one| one.reached_on = Some(today));
                let input = ScalePlanInput {
                    goal: plan.goal,
                    approach: plan.approach,
                    core_components: plan.core_components,
                    vertical_targets,
                    owner: plan.owner,
                    starts_on: plan.starts_on,
                    ends_on: plan.ends_on,
                    funding_to: plan.funding_to,
                };
                seen.set_scale_plan(plan.id, self.id(), input, plan.entry.version)
            });
        }
    }

    fn step(&'static self, place: &'static Spot, deeds: &mut Deeds) {
        let site = site_id(self.code, place.name);
        for (moves_seen, (to, ago, reason)) in (0..).zip(place.steps) {
            let name = SiteMoveId(id(&format!("site move {} {} {moves_seen}", self.code, place.name)));
            deeds.add(*ago, self.lead_on(*ago), move |seen, today| {
                let input = SiteMoveInput { to: *to, on: today, reason: said(reason), review_on: None, moves_seen };
                seen.move_site(name, self.id(), site, input, today)
            });
        }
    }

    /// What is expected of a place, and what it does in another way.
    fn note(&'static self, place: &'static Spot, deeds: &mut Deeds) {
        let site = site_id(self.code, place.name);
        if let Some((ago, live)) = place.forecast {
            let forecast = deeds.day(live);
            deeds.tell(ago, self.lead_on(ago), move |seen, _| {
                let before = seen.site(self.id(), site)?;
                let input = SiteInput { forecast_live_on: Some(forecast), ..SiteInput::of(before) };
                seen.edit_sites(self.id(), &[SiteEdit { site, seen: before.entry.version, input }])
            });
        }
        if let Some((ago, what, why)) = place.adapts {
            deeds.tell(ago, self.lead_on(ago), move |seen, _| {
                let before = seen.site(self.id(), site)?;
                let (of, approved_by) = (AdaptationOf::Peripheral, Some(self.sponsor.place()));
                let adaptations = vec![Adaptation { of, what: words(what), why: words(why), approved_by }];
                let input = SiteInput { adaptations, ..SiteInput::of(before) };
                seen.edit_sites(self.id(), &[SiteEdit { site, seen: before.entry.version, input }])
            });
        }
    }

    fn rate(&'static self, one: &'static Rated, deeds: &mut Deeds) {
        deeds.tell(one.ago, one.by, move |seen, today| {
            let name = format!("embedding {} {} {} {:?}", self.code, one.ago, one.by.email, one.place);
            let answer = |points| match points {
                0 => EmbeddingAnswer::No,
                1 => EmbeddingAnswer::Partly,
                _ => EmbeddingAnswer::Yes,
            };
            let answers = EmbeddingItem::ALL.iter().zip(one.answers);
            let input = EmbeddingInput {
                site: one.place.map(|place| site_id(self.code, place)),
                on: today,
                rater: Some(one.by.place()),
                answers: answers.map(|(item, points)| ItemAnswer { item: *item, answer: answer(points) }).collect(),
                note: None,
            };
            seen.check_embedding(EmbeddingCheckId(id(&name)), self.id(), input, today)
        });
    }

    fn check_core(&'static self, one: &'static Spreads, ago: i64, scores: &'static [&'static str], deeds: &mut Deeds) {
        let by = self.lead_on(ago);
        deeds.tell(ago, by, move |seen, today| {
            let checked = one.places.iter().zip(scores).filter(|(_, scores)| !scores.is_empty());
            let row = |(place, scores): (&Spot, &&str)| {
                let done = |letter| match letter {
                    'y' => YesNo::Yes,
                    'p' => YesNo::Partly,
                    _ => YesNo::No,
                };
                let input = FidelityInput {
                    site: site_id(self.code, place.name),
                    on: today,
                    rater: Some(by.place()),
                    scores: scores.chars().map(|letter| Some(done(letter))).collect(),
                    note: None,
                };
                (FidelityCheckId(id(&format!("fidelity {} {} {ago}", self.code, place.name))), input)
            };
            seen.check_fidelity_of_many(self.id(), &checked.map(row).collect::<Vec<_>>(), today)
        });
    }

    fn count(&'static self, one: &'static Spreads, ago: i64, length: i64, counts: &'static [Count], deeds: &mut Deeds) {
        let from_on = deeds.day(ago + length);
        deeds.tell(ago, self.lead_on(ago), move |seen: Seen<'_>, today| {
            let counted = one.places.iter().zip(counts).filter_map(|(place, count)| Some((place, (*count)?)));
            let row = |(place, (reached, eligible)): (&Spot, (u32, u32))| {
                let input = ReachInput {
                    site: site_id(self.code, place.name),
                    from_on,
                    to_on: today,
                    eligible_people: Some(eligible),
                    reached_people: Some(reached),
                    unit: words("people"),
                    unique: true,
                };
                (ReachCountId(id(&format!("reach {} {} {ago}", self.code, place.name))), input)
            };
            seen.count_reach(self.id(), &counted.map(row).collect::<Vec<_>>(), today)
        });
    }

    fn review_places(&'static self, one: &'static Reviewed, deeds: &mut Deeds) {
        let name = format!("review {} {} {}", self.code, one.kind.key(), one.ago);
        deeds.tell(one.ago, self.lead_on(one.ago), move |seen, today| {
            let input = SustainmentInput {
                sites: one.places.iter().map(|place| site_id(self.code, place)).collect(),
                kind: one.kind,
                done_on: today,
                still_in_use: one.in_use,
                outcome_held: one.held,
                action: said(one.action),
            };
            seen.record_review(SustainmentReviewId(id(&name)), self.id(), input, today)
        });
    }
}

fn component((name, why, weight): &(&str, &str, u8)) -> CoreComponent {
    CoreComponent { name: words(name), why: words(why), weight: *weight }
}

fn target(kind: VerticalKind, what: &str) -> VerticalTarget {
    VerticalTarget { kind, what: words(what), reached_on: None }
}
