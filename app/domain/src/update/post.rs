//! Posting an update: what is said, and saying that the last one is still true.
use super::{
    AnsweredChallenge, Ask, Challenge, ChallengeAnswer, ChallengeCode, Confidence, PathToGreen, Saying, StatusUpdate,
    challenge::EXPLAINED,
};
use crate::{
    Act, Decision, Entry, Grant, Impossible, Innovation, InnovationId, Link, MembershipId, Problem, Prose, Reason,
    Refusal, Rule, Seen, StatusUpdateId, seen::plausible,
};
use chrono::NaiveDate;

/// What somebody says. An ask, and a path to green, is given whole or not at all.
#[derive(Clone, Debug)]
pub struct UpdateInput {
    /// In the name of which of their places; none: the one named on the innovation, else the first that may.
    pub author: Option<MembershipId>,
    pub period_end: NaiveDate,
    pub confidence: Confidence,
    /// Per cent.
    pub confidence_pct: Option<i64>,
    pub done: Prose,
    pub next: Prose,
    pub ask_what: Option<Reason>,
    pub ask_of_whom: Option<MembershipId>,
    pub ask_by: Option<NaiveDate>,
    pub path_action: Option<Reason>,
    pub path_owner: Option<MembershipId>,
    pub path_by: Option<NaiveDate>,
    pub links: Vec<Link>,
    /// The colour for which challenges were shown before, if any were.
    pub challenged: Option<Confidence>,
    /// Those that the author has been shown.
    pub shown: Vec<ChallengeCode>,
    /// What the author says to them.
    pub explained: Vec<(ChallengeCode, Reason)>,
}

impl UpdateInput {
    fn saying(&self) -> Saying<'_> {
        Saying {
            confidence: self.confidence,
            confidence_pct: self.confidence_pct.and_then(|chance| u8::try_from(chance).ok()),
            period_end: self.period_end,
            done: &self.done,
            next: &self.next,
            asks: self.ask_what.is_some(),
            path_by: self.path_by,
        }
    }
}

impl Seen<'_> {
    /// A second update for the same day is a correction: it wins, and the first is kept.
    ///
    /// Paused and mainstreamed innovations may be reported on, though their state is shown; stopped ones may not.
    ///
    /// What the record alone says is kept with it, and so is what sat oddly with the colour. A challenge that the author
    /// has not been shown is shown first, by `Refusal::Challenged`: they change the colour, or explain it in 40
    /// characters or more. It never blocks: sent again without a word the update is posted, and the challenge is kept as
    /// unanswered for everyone to see.
    pub fn post_update(
        self,
        id: StatusUpdateId,
        innovation: InnovationId,
        input: UpdateInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::PostUpdate, innovation)?;
        Refusal::unless_sound(self.update_problems(innovation, &input, today))?;
        let challenges = self.answered(innovation, &input, today)?;
        let computed = self.computed_confidence(innovation, today).frozen();
        Ok(Decision::add(StatusUpdate {
            id,
            entry: Entry::default(),
            innovation: innovation.id,
            ordinal: self.next_ordinal(innovation),
            author: input.author.or_else(|| self.author_of(innovation, today)),
            period_end: input.period_end,
            submitted_on: today,
            confidence: input.confidence,
            confidence_pct: input.confidence_pct.and_then(|chance| u8::try_from(chance).ok()),
            done: Some(input.done),
            next: Some(input.next),
            ask: whole(input.ask_what, input.ask_of_whom, input.ask_by).map(|(what, of_whom, by)| Ask {
                what,
                of_whom,
                by,
            }),
            path_to_green: whole(input.path_action, input.path_owner, input.path_by)
                .map(|(action, owner, by)| PathToGreen { action, owner, by }),
            still_true: false,
            original_word: None,
            links: input.links,
            computed: Some(computed),
            challenges,
            sponsor_view: None,
        }))
    }

    /// The last update again, for today, marked as such, with what was explained then. Its challenges are shown beside the
    /// button.
    pub fn still_true(
        self,
        id: StatusUpdateId,
        innovation: InnovationId,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::PostUpdate, innovation)?;
        let last = self.latest_update(innovation, today);
        let last = last.ok_or(Refusal::Impossible(Impossible::NothingSaidYet))?;
        let challenges = self.still_challenged(innovation, last, today);
        let explained = |one: Challenge| {
            let before = last.challenges.iter().find(|other| other.code == one.code);
            let answer = before.filter(|other| other.explanation().is_some()).map(|other| other.answer.clone());
            AnsweredChallenge::new(one, answer.unwrap_or(ChallengeAnswer::Unanswered))
        };
        Ok(Decision::add(StatusUpdate {
            id,
            entry: Entry::default(),
            ordinal: self.next_ordinal(innovation),
            author: self.author_of(innovation, today),
            period_end: today,
            submitted_on: today,
            still_true: true,
            original_word: None,
            ask: self.ask_still_open(innovation, last, today),
            computed: Some(self.computed_confidence(innovation, today).frozen()),
            challenges: challenges.into_iter().map(explained).collect(),
            sponsor_view: None,
            ..(**last).clone()
        }))
    }

    /// What an update asks for, unless that has been answered since.
    #[must_use]
    pub fn ask_still_open(self, innovation: &Innovation, update: &StatusUpdate, today: NaiveDate) -> Option<Ask> {
        let answered = self.ask_made_in(innovation, update, today).is_some_and(|made| made.is_answered());
        update.ask.clone().filter(|_| !answered)
    }

    /// What would fire if an update were said again today.
    #[must_use]
    pub fn still_challenged(self, innovation: &Innovation, last: &StatusUpdate, today: NaiveDate) -> Vec<Challenge> {
        let saying = Saying {
            confidence: last.confidence,
            confidence_pct: last.confidence_pct,
            period_end: today,
            done: last.done.as_deref().unwrap_or_default(),
            next: last.next.as_deref().unwrap_or_default(),
            asks: self.ask_still_open(innovation, last, today).is_some(),
            path_by: last.path_to_green.as_ref().map(|path| path.by),
        };
        self.challenges(innovation, saying, today)
    }

    /// What fires, each with what the author did about it; refused while there is one that they have not been shown.
    fn answered(
        self,
        innovation: &Innovation,
        input: &UpdateInput,
        today: NaiveDate,
    ) -> Result<Vec<AnsweredChallenge>, Refusal> {
        let fired = self.challenges(innovation, input.saying(), today);
        let said = |code| input.explained.iter().find(|(one, _)| *one == code).map(|(_, reason)| reason);
        let short = fired.iter().filter(|one| said(one.code).is_some_and(|text| text.chars().count() < EXPLAINED));
        let short = short.map(|one| Problem::new(one.code.field(), Rule::TooShort(EXPLAINED)));
        Refusal::unless_sound(short.collect())?;
        if fired.iter().any(|one| said(one.code).is_none() && !input.shown.contains(&one.code)) {
            return Err(Refusal::Challenged(fired));
        }
        let of_before = self.changed_away(innovation, input, today);
        let changed = of_before.into_iter().filter(|one| fired.iter().all(|other| other.code != one.code));
        let mut answered: Vec<_> = changed.map(|one| AnsweredChallenge::new(one, ChallengeAnswer::Changed)).collect();
        answered.extend(fired.iter().map(|one| {
            let reason = said(one.code).cloned();
            let answer = reason.map_or(ChallengeAnswer::Unanswered, |reason| ChallengeAnswer::Explained { reason });
            AnsweredChallenge::new(one.clone(), answer)
        }));
        answered.sort_by_key(|one| one.code);
        Ok(answered)
    }

    /// What fires for the colour that was chosen first; nothing where it is still the same.
    fn changed_away(self, innovation: &Innovation, input: &UpdateInput, today: NaiveDate) -> Vec<Challenge> {
        let Some(confidence) = input.challenged.filter(|first| *first != input.confidence) else { return vec![] };
        let mut fired = self.challenges(innovation, Saying { confidence, ..input.saying() }, today);
        fired.retain(|one| input.shown.contains(&one.code));
        fired
    }

    /// The places in whose name the actor may report on an innovation: those named on it first.
    #[must_use]
    pub fn authors(self, innovation: &Innovation, today: NaiveDate) -> Vec<MembershipId> {
        if !self.may(Act::PostUpdate, Some(innovation)) {
            return vec![];
        }
        let named = |id| innovation.names(id, today);
        let may = |grant| match grant {
            Grant::No => false,
            Grant::Yes => true,
            _ => self.actor.memberships().any(|held| named(held.id)),
        };
        let places = self.actor.memberships().filter(|held| may(Act::PostUpdate.grant(held.role)));
        let mut places: Vec<_> = places.map(|held| held.id).collect();
        places.sort_by_key(|id| !named(*id));
        places
    }

    fn author_of(self, innovation: &Innovation, today: NaiveDate) -> Option<MembershipId> {
        self.authors(innovation, today).first().copied()
    }

    fn next_ordinal(self, innovation: &Innovation) -> u32 {
        self.updates(innovation.id).next_back().map_or(1, |last| last.ordinal + 1)
    }

    fn update_problems(self, innovation: &Innovation, input: &UpdateInput, today: NaiveDate) -> Vec<Problem> {
        let mut problems = self.unknown_people([("ask_of_whom", input.ask_of_whom), ("path_owner", input.path_owner)]);
        if input.author.is_some_and(|author| !self.authors(innovation, today).contains(&author)) {
            problems.push(Problem::new("author", Rule::Choose));
        }
        let started = self.stage_moves(innovation.id).next().map(|first| first.on);
        if input.period_end > today {
            problems.push(Problem::new("period_end", Rule::After(today)));
        } else if let Some(started) = started.filter(|started| input.period_end < *started) {
            problems.push(Problem::new("period_end", Rule::Before(started)));
        }
        if input.confidence_pct.is_some_and(|chance| !(0..=100).contains(&chance)) {
            problems.push(Problem::new("confidence_pct", Rule::OutOfRange(0, 100)));
        }
        let ask = [input.ask_what.is_some(), input.ask_of_whom.is_some(), input.ask_by.is_some()];
        problems.extend(halves(["ask_what", "ask_of_whom", "ask_by"], ask));
        let path = [input.path_action.is_some(), input.path_owner.is_some(), input.path_by.is_some()];
        problems.extend(halves(["path_action", "path_owner", "path_by"], path));
        // A day gone by is no mistake: what was asked for by then is still wanted.
        let days = [("ask_by", input.ask_by), ("path_by", input.path_by)];
        problems.extend(days.into_iter().filter_map(|(field, by)| plausible(field, by?)));
        problems
    }
}

/// What is missing where some of three answers belong together are given.
fn halves(fields: [&'static str; 3], given: [bool; 3]) -> impl Iterator<Item = Problem> {
    let begun = given.contains(&true);
    let missing = fields.into_iter().zip(given).filter(move |(_, given)| begun && !given);
    missing.map(|(field, _)| Problem::new(field, Rule::Missing))
}

fn whole<A, B, C>(first: Option<A>, second: Option<B>, third: Option<C>) -> Option<(A, B, C)> {
    first.zip(second).zip(third).map(|((first, second), third)| (first, second, third))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{Place, Portfolio};
    use uuid::Uuid;

    pub fn input(period_end: NaiveDate, confidence: Confidence) -> UpdateInput {
        UpdateInput {
            author: None,
            period_end,
            confidence,
            confidence_pct: None,
            done: text("Twelve lamps fitted."),
            next: text("Count the complaints."),
            ask_what: None,
            ask_of_whom: None,
            ask_by: None,
            path_action: None,
            path_owner: None,
            path_by: None,
            links: vec![],
            challenged: None,
            shown: ChallengeCode::ALL.to_vec(),
            explained: vec![],
        }
    }

    /// With an update by the lead for a day, submitted on that day.
    pub fn posted(portfolio: &Portfolio, period_end: &str, confidence: Confidence) -> Portfolio {
        let id = StatusUpdateId(Uuid::from_u128(5000 + u128::from(portfolio.sequence.0.unsigned_abs())));
        let on = day(period_end);
        after(portfolio, LEAD, |seen| seen.post_update(id, LAMPS, input(on, confidence), on))
    }

    const NEW: StatusUpdateId = StatusUpdateId(Uuid::from_u128(9));

    fn post(portfolio: &Portfolio, person: crate::PersonId, input: UpdateInput) -> Result<Portfolio, Refusal> {
        let decided = as_person(portfolio, person, |seen| seen.post_update(NEW, LAMPS, input, today()));
        decided.map(|decision| applied(portfolio, decision))
    }

    #[test]
    fn an_update_is_kept_with_its_author_and_the_next_number() {
        let first = posted(&portfolio(), "2026-11-10", Confidence::OnTrack);
        let ask = UpdateInput {
            ask_what: Some(text("Decide on the second street")),
            ask_of_whom: Some(place(EXECUTIVE)),
            ask_by: Some(day("2026-12-01")),
            confidence_pct: Some(100),
            ..input(today(), Confidence::AtRisk)
        };
        let second = post(&first, LEAD, ask).expect("allowed");
        as_person(&second, LEAD, |seen| {
            let last = seen.latest_update(&innovation(), today()).expect("there");
            assert_eq!((last.ordinal, last.author, last.confidence_pct), (2, Some(place(LEAD)), Some(100)));
            assert_eq!(seen.asks_waiting_for(EXECUTIVE, today()).len(), 1);
            assert!(seen.asks_waiting_for(LEAD, today()).is_empty());
        });
    }

    #[test]
    fn what_is_half_said_or_out_of_range_is_told_together() {
        let wrong = UpdateInput {
            author: Some(place(EXECUTIVE)),
            confidence_pct: Some(101),
            ask_what: Some(text("Decide")),
            path_owner: Some(MembershipId(Uuid::nil())),
            ..input(day("2026-11-25"), Confidence::AtRisk)
        };
        let Err(Refusal::Invalid(problems)) = post(&portfolio(), LEAD, wrong) else { panic!("refused") };
        let fields: Vec<_> = problems.iter().map(|one| one.field).collect();
        let expected =
            ["path_owner", "author", "period_end", "confidence_pct", "ask_of_whom", "ask_by", "path_action", "path_by"];
        assert_eq!(fields, expected);
        let early = post(&portfolio(), LEAD, input(day("2026-01-04"), Confidence::OnTrack));
        assert_eq!(early, Err(Refusal::invalid("period_end", Rule::Before(day("2026-01-05")))));
    }

    #[test]
    fn those_named_and_programme_managers_may_and_a_stopped_innovation_is_silent() {
        let fine = || input(today(), Confidence::OnTrack);
        for person in [MANAGER, LEAD, EXECUTIVE] {
            assert!(post(&portfolio(), person, fine()).is_ok());
        }
        assert_eq!(post(&portfolio(), ADMINISTRATOR, fine()), Err(Refusal::NotAllowed(Act::PostUpdate)));
        assert_eq!(post(&portfolio(), VIEWER, fine()), Err(Refusal::NotFound));
        for (to, expected) in [(Place::Paused, true), (Place::Mainstreamed, true), (Place::Stopped, false)] {
            let gone = entered(LAMPS, 2, Place::Stage(0), to, day("2026-11-20"));
            let portfolio = applied(&portfolio(), Decision::add(gone));
            assert_eq!(post(&portfolio, LEAD, fine()).is_ok(), expected, "{to}");
        }
    }

    #[test]
    fn still_true_says_the_last_words_again_for_today() {
        let again = |portfolio: &Portfolio| as_person(portfolio, LEAD, |seen| seen.still_true(NEW, LAMPS, today()));
        assert_eq!(again(&portfolio()), Err(Refusal::Impossible(Impossible::NothingSaidYet)));
        let before = posted(&portfolio(), "2026-11-10", Confidence::AtRisk);
        let repeated = applied(&before, again(&before).expect("allowed"));
        as_person(&repeated, LEAD, |seen| {
            let last = seen.latest_update(&innovation(), today()).expect("there");
            assert_eq!((last.ordinal, last.period_end, last.still_true), (2, today(), true));
            assert_eq!((last.confidence, last.done.as_deref()), (Confidence::AtRisk, Some("Twelve lamps fitted.")));
        });
    }
}
