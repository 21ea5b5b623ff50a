//! Recording, changing and removing messages.
use super::{Audience, Channel, Message};
use crate::{
    Act, Decision, Entry, Innovation, InnovationId, Membership, MembershipId, MessageId, Problem, Prose, Reason,
    Refusal, Rule, Seen, Version, WebAddress, seen::plausible,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// What somebody says of a message, new or changed.
#[derive(Clone, Debug)]
pub struct MessageInput {
    /// Never in the future: what is planned has told nobody yet.
    pub on: NaiveDate,
    pub audience: Audience,
    pub channel: Channel,
    /// A leader on that day.
    pub fronted_by: Option<MembershipId>,
    /// A version that the innovation has had.
    pub why_version: Option<Version>,
    /// This or a link is required.
    pub text: Option<Prose>,
    pub link: Option<WebAddress>,
    /// Both or neither.
    pub asked_count: Option<u32>,
    pub agreed_count: Option<u32>,
}

impl<'a> Seen<'a> {
    /// # Errors
    /// `NotFound` when it is not there or may not be seen.
    pub fn message(self, innovation: InnovationId, id: MessageId) -> Result<&'a Arc<Message>, Refusal> {
        self.innovation(innovation)?;
        self.portfolio.shelves.messages.get(&(innovation, id)).ok_or(Refusal::NotFound)
    }

    pub fn add_message(
        self,
        id: MessageId,
        innovation: InnovationId,
        input: MessageInput,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditMessages, innovation)?;
        Refusal::unless_sound(self.message_problems(innovation, None, &input, today))?;
        Ok(Decision::add(input.message(id, innovation.id, Entry::default())))
    }

    pub fn edit_message(
        self,
        innovation: InnovationId,
        id: MessageId,
        input: MessageInput,
        seen: Version,
        today: NaiveDate,
    ) -> Result<Decision, Refusal> {
        let innovation = self.open_innovation(Act::EditMessages, innovation)?;
        let before = self.message(innovation.id, id)?;
        Refusal::unless_seen(seen, before)?;
        Refusal::unless_sound(self.message_problems(innovation, Some(before), &input, today))?;
        Ok(Decision::change(before, input.message(id, innovation.id, before.entry)))
    }

    /// Hidden with a reason; the history keeps it.
    pub fn remove_message(
        self,
        innovation: InnovationId,
        id: MessageId,
        reason: Reason,
        seen: Version,
    ) -> Result<Decision, Refusal> {
        self.open_innovation(Act::EditMessages, innovation)?;
        let before = self.message(innovation, id)?;
        Refusal::unless_seen(seen, before)?;
        Ok(Decision::remove(before).because(Some(reason)))
    }

    /// Those whose word counts as a leader's on a day, by name.
    #[must_use]
    pub fn leaders_on(self, day: NaiveDate) -> Vec<&'a Arc<Membership>> {
        let mut leaders: Vec<_> = self.memberships().filter(|one| one.is_leader(day)).collect();
        leaders.sort_by(|one, other| one.name.cmp(&other.name));
        leaders
    }

    fn message_problems(
        self,
        innovation: &Innovation,
        before: Option<&Message>,
        input: &MessageInput,
        today: NaiveDate,
    ) -> Vec<Problem> {
        let wrong = |is: bool, field, rule| is.then_some(Problem::new(field, rule));
        let leads = |id| self.membership(id).is_some_and(|one| one.is_leader(input.on));
        let stays = before.is_some_and(|before| before.fronted_by == input.fronted_by && before.on == input.on);
        let there = Version::FIRST..=innovation.entry.version;
        let kept = before.is_some_and(|before| before.why_version == input.why_version);
        let mut problems: Vec<_> = plausible("on", input.on).into_iter().collect();
        problems.extend(wrong(input.on > today, "on", Rule::After(today)));
        problems.extend(wrong(input.text.is_none() && input.link.is_none(), "text", Rule::Missing));
        problems.extend(wrong(!stays && input.fronted_by.is_some_and(|one| !leads(one)), "fronted_by", Rule::Choose));
        let unknown = input.why_version.is_some_and(|one| !there.contains(&one));
        problems.extend(wrong(!kept && unknown, "why_version", Rule::Choose));
        problems.extend(pulse_problem(input.asked_count, input.agreed_count));
        problems
    }
}

fn pulse_problem(asked: Option<u32>, agreed: Option<u32>) -> Option<Problem> {
    match (asked, agreed) {
        (None, None) => None,
        (None, Some(_)) => Some(Problem::new("asked_count", Rule::Missing)),
        (Some(_), None) => Some(Problem::new("agreed_count", Rule::Missing)),
        (Some(asked), Some(agreed)) => {
            (agreed > asked).then(|| Problem::new("agreed_count", Rule::OutOfRange(0, asked.into())))
        }
    }
}

impl MessageInput {
    fn message(self, id: MessageId, innovation: InnovationId, entry: Entry) -> Message {
        let Self { on, audience, channel, fronted_by, why_version, text, link, asked_count, agreed_count } = self;
        Message {
            id,
            entry,
            innovation,
            on,
            audience,
            channel,
            fronted_by,
            why_version,
            text,
            link,
            asked_count,
            agreed_count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Band, Portfolio, Side, testing::*};

    fn input() -> MessageInput {
        MessageInput {
            on: day("2026-11-20"),
            audience: Audience::AffectedStaff,
            channel: Channel::Meeting,
            fronted_by: None,
            why_version: Some(Version::FIRST),
            text: Some(text("Why the lamps dim, at the depot")),
            link: None,
            asked_count: None,
            agreed_count: None,
        }
    }

    fn add(portfolio: &Portfolio, input: MessageInput) -> Result<Decision, Refusal> {
        as_person(portfolio, LEAD, |seen| seen.add_message(message().id, LAMPS, input, today()))
    }

    /// The small council, whose executive is a director from 1 June 2026 on.
    fn with_director() -> Portfolio {
        let before = portfolio();
        let held = as_person(&before, EXECUTIVE, |seen| seen.membership(place(EXECUTIVE)).cloned()).expect("there");
        let from_on = day("2026-06-01");
        let director = Membership { side: Side::Managerial, band: Band::Senior, from_on, ..(*held).clone() };
        applied(&before, Decision::change(&held, director))
    }

    #[test]
    fn a_message_is_sound_or_says_what_to_mend() {
        let of = |asked_count, agreed_count| MessageInput { asked_count, agreed_count, ..input() };
        for (field, rule, input) in [
            ("on", Rule::After(today()), MessageInput { on: day("2026-11-25"), ..input() }),
            ("text", Rule::Missing, MessageInput { text: None, ..input() }),
            ("fronted_by", Rule::Choose, MessageInput { fronted_by: Some(place(LEAD)), ..input() }),
            ("why_version", Rule::Choose, MessageInput { why_version: Some(Version(9)), ..input() }),
            ("why_version", Rule::Choose, MessageInput { why_version: Some(Version::NONE), ..input() }),
            ("agreed_count", Rule::Missing, of(Some(12), None)),
            ("asked_count", Rule::Missing, of(None, Some(12))),
            ("agreed_count", Rule::OutOfRange(0, 12), of(Some(12), Some(13))),
        ] {
            assert_eq!(add(&portfolio(), input), Err(Refusal::invalid(field, rule)));
        }
        let linked = MessageInput { text: None, link: Some(text("https://example.org/lamps")), ..input() };
        for input in [linked, of(Some(12), Some(12)), MessageInput { why_version: None, ..input() }] {
            assert!(add(&portfolio(), input).is_ok());
        }
    }

    #[test]
    fn only_who_was_a_leader_on_the_day_fronts_a_message() {
        let council = with_director();
        let fronted = |on: &str| {
            add(&council, MessageInput { on: day(on), fronted_by: Some(place(EXECUTIVE)), ..input() }).map(|_| ())
        };
        assert_eq!(fronted("2026-06-01"), Ok(()));
        assert_eq!(fronted("2026-05-31"), Err(Refusal::invalid("fronted_by", Rule::Choose)));
        let names = as_person(&council, LEAD, |seen| seen.leaders_on(today()).len());
        assert_eq!(names, 1);
    }

    #[test]
    fn a_message_is_changed_and_removed_by_whoever_read_it_last() {
        let before = applied(&portfolio(), Decision::add(message()));
        let edit = |version| {
            let input = MessageInput { audience: Audience::Residents, ..input() };
            as_person(&before, MANAGER, |seen| seen.edit_message(LAMPS, message().id, input, Version(version), today()))
        };
        assert!(matches!(edit(7), Err(Refusal::Outdated { .. })));
        let edited = applied(&before, edit(1).expect("allowed"));
        let removed =
            after(&edited, MANAGER, |seen| seen.remove_message(LAMPS, message().id, text("Entered twice"), Version(2)));
        assert_eq!(as_person(&removed, MANAGER, |seen| seen.messages(LAMPS).count()), 0);
    }

    #[test]
    fn who_is_not_named_records_no_message() {
        let refused =
            as_person(&portfolio(), ADMINISTRATOR, |seen| seen.add_message(message().id, LAMPS, input(), today()));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::EditMessages)));
    }
}
