//! Who may do what, as one table. Permissions are the union over a person's places.
use crate::{Actor, Innovation, PostKind, Role, Standing, Visibility, choice::choices};
use chrono::NaiveDate;

choices! {
    /// What somebody may or may not do. The label completes "… can".
    Act {
        Import "import" "import a spreadsheet and undo an import",
        EditQuietPeriods "edit-quiet-periods" "edit quiet periods",
        EditAppetite "edit-appetite" "edit the risk appetite",
        AcceptRisk "accept-risk" "accept a risk over appetite",
        AcceptRiskAboveTolerance "accept-risk-above-tolerance" "accept a risk above tolerance",
        EditMoney "edit-money" "edit money",
        EditTimeGiven "edit-time-given" "record the time given",
        EditFollowUps "edit-follow-ups" "edit follow-ups",
        EditMessages "edit-messages" "record what people were told",
        EditPartners "edit-partners" "edit partners",
        EditStakeholders "edit-stakeholders" "edit stakeholders and how they stand",
        LogEngagement "log-engagement" "log an engagement or feedback",
        CheckEmbedding "check-embedding" "record an embedding check",
        AnswerFeedback "answer-feedback" "answer what people said",
        Publish "publish" "publish to the public page",
        Read "read" "read innovations and boards",
        CreateInnovation "create-innovation" "add an innovation",
        EditInnovation "edit-innovation" "edit an innovation, its milestones, risks and sites",
        PostUpdate "post-update" "post an update",
        GiveSponsorView "give-sponsor-view" "give the sponsor’s view on an update",
        AskForUpdate "ask-for-update" "ask for an update that is owed",
        ChangeBaseline "change-baseline" "change a baseline",
        Move "move" "move an innovation to another stage",
        /// Who is only named on an innovation records what they decided themselves.
        RecordDecision "record-decision" "record a decision",
        SettleRights "settle-rights" "say who decides what alone",
        /// Who is only named on an innovation records the meetings of its team.
        RecordMeeting "record-meeting" "record a meeting",
        EditDirection "edit-direction" "edit priority areas, outcomes and measures",
        ManagePeople "manage-people" "manage people and how the organisation works",
        Export "export" "export",
        ReadHistory "read-history" "read the history",
    }
}

/// What a role gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    No,
    Yes,
    /// On innovations where the person is lead, sponsor, political sponsor or in the team.
    Named,
    /// On innovations where the person is the sponsor.
    Sponsor,
    /// On innovations whose lead decides by delegation: the person is the lead.
    Lead,
    /// What may be seen by partners or everyone; by a political viewer also what is for the organisation.
    Visible,
    /// What everyone may see.
    Public,
}

impl Act {
    /// Grants in the order of `Role::ALL`: administrator, programme manager, team member, executive, viewer.
    #[must_use]
    pub const fn grants(self) -> [Grant; 5] {
        use Grant::{Lead, Named, No, Public, Sponsor, Visible, Yes};
        match self {
            Self::Import => [No, Yes, No, No, No],
            Self::EditQuietPeriods | Self::ManagePeople => [Yes, No, No, No, No],
            Self::EditAppetite | Self::AcceptRiskAboveTolerance => [No, No, No, Yes, No],
            Self::AcceptRisk => [No, No, Sponsor, Yes, No],
            Self::EditMoney
            | Self::EditTimeGiven
            | Self::EditFollowUps
            | Self::EditMessages
            | Self::EditPartners
            | Self::EditStakeholders
            | Self::AnswerFeedback
            | Self::EditInnovation
            | Self::PostUpdate => [No, Yes, Named, Named, No],
            Self::CheckEmbedding => [Yes, Yes, Yes, Yes, No],
            Self::LogEngagement => [No, Yes, Yes, Yes, No],
            Self::RecordDecision | Self::RecordMeeting => [No, Yes, Named, Yes, No],
            Self::Read => [Yes, Yes, Yes, Yes, Visible],
            Self::CreateInnovation | Self::EditDirection | Self::AskForUpdate | Self::Publish | Self::SettleRights => {
                [No, Yes, No, Yes, No]
            }
            Self::GiveSponsorView => [No, No, No, Sponsor, No],
            Self::ChangeBaseline => [No, Yes, No, Sponsor, No],
            Self::Move => [No, Yes, Lead, Yes, No],
            Self::Export => [Yes, Yes, Named, Yes, Public],
            Self::ReadHistory => [Yes, Yes, Named, Yes, No],
        }
    }

    #[must_use]
    pub const fn grant(self, role: Role) -> Grant {
        self.grants()[role as usize]
    }
}

impl Actor {
    /// Whether a person may do something, on an innovation where it is about one.
    ///
    /// Without an innovation a grant that depends on one counts as no. Leads and sponsors gain by being named what the
    /// table gives to anybody who is named, whatever their role; a viewer gains nothing.
    #[must_use]
    pub fn may(&self, act: Act, innovation: Option<&Innovation>, today: NaiveDate) -> bool {
        if let Standing::Neighbour(councils) = &self.standing {
            let listed = |one: &Innovation| councils.iter().any(|council| one.councils.contains(council));
            return act == Act::Read && innovation.is_none_or(listed);
        }
        let gains = |role| role != Role::Viewer && self.gains_as_named(act, innovation, today);
        self.memberships().any(|held| self.is_given(act.grant(held.role), innovation, today) || gains(held.role))
    }

    fn is_given(&self, grant: Grant, innovation: Option<&Innovation>, today: NaiveDate) -> bool {
        let is_for = |visible: fn(Visibility) -> bool| innovation.is_some_and(|one| visible(one.visible_to));
        match grant {
            Grant::No => false,
            Grant::Yes => true,
            Grant::Named => innovation.is_some_and(|one| self.memberships().any(|held| one.names(held.id, today))),
            Grant::Sponsor => self.holds_post(PostKind::Sponsor, innovation, today),
            Grant::Lead => self.holds_post(PostKind::Lead, innovation, today),
            Grant::Visible => {
                innovation.is_none() || self.is_political() || is_for(|to| to != Visibility::Organisation)
            }
            Grant::Public => is_for(|to| to == Visibility::Public),
        }
    }

    fn gains_as_named(&self, act: Act, innovation: Option<&Innovation>, today: NaiveDate) -> bool {
        let holds = |kind| self.holds_post(kind, innovation, today);
        act.grants().into_iter().any(|grant| match grant {
            Grant::Named => [PostKind::Lead, PostKind::Sponsor, PostKind::PoliticalSponsor].into_iter().any(holds),
            Grant::Sponsor => holds(PostKind::Sponsor),
            Grant::Lead => holds(PostKind::Lead),
            Grant::No | Grant::Yes | Grant::Visible | Grant::Public => false,
        })
    }

    fn holds_post(&self, kind: PostKind, innovation: Option<&Innovation>, today: NaiveDate) -> bool {
        innovation.is_some_and(|one| one.holders(kind, today).any(|held| self.holds(held)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;
    use crate::{CouncilId, Membership, PersonId, Post, Refusal, Seen, Side};
    use std::sync::Arc;
    use uuid::Uuid;

    /// A cell of the reference: yes, no, on what names the person, and the narrower ones.
    #[derive(Clone, Copy, PartialEq)]
    enum Cell {
        Y,
        N,
        T,
        IfSponsor,
        IfLead,
        IfVisible,
        IfPublic,
    }
    use Cell::{IfLead, IfPublic, IfSponsor, IfVisible, N, T, Y};

    /// Each row of the reference that the product has an act for.
    const TABLE: [(Act, [Cell; 5]); 30] = [
        (Act::Import, [N, Y, N, N, N]),
        (Act::EditQuietPeriods, [Y, N, N, N, N]),
        (Act::EditAppetite, [N, N, N, Y, N]),
        (Act::AcceptRisk, [N, N, IfSponsor, Y, N]),
        (Act::AcceptRiskAboveTolerance, [N, N, N, Y, N]),
        (Act::EditMoney, [N, Y, T, T, N]),
        (Act::EditTimeGiven, [N, Y, T, T, N]),
        (Act::EditFollowUps, [N, Y, T, T, N]),
        (Act::EditMessages, [N, Y, T, T, N]),
        (Act::EditPartners, [N, Y, T, T, N]),
        (Act::EditStakeholders, [N, Y, T, T, N]),
        (Act::LogEngagement, [N, Y, Y, Y, N]),
        (Act::CheckEmbedding, [Y, Y, Y, Y, N]),
        (Act::AnswerFeedback, [N, Y, T, T, N]),
        (Act::Publish, [N, Y, N, Y, N]),
        (Act::Read, [Y, Y, Y, Y, IfVisible]),
        (Act::CreateInnovation, [N, Y, N, Y, N]),
        (Act::EditInnovation, [N, Y, T, T, N]),
        (Act::PostUpdate, [N, Y, T, T, N]),
        (Act::GiveSponsorView, [N, N, N, IfSponsor, N]),
        (Act::AskForUpdate, [N, Y, N, Y, N]),
        (Act::ChangeBaseline, [N, Y, N, IfSponsor, N]),
        (Act::Move, [N, Y, IfLead, Y, N]),
        (Act::RecordDecision, [N, Y, T, Y, N]),
        (Act::SettleRights, [N, Y, N, Y, N]),
        (Act::RecordMeeting, [N, Y, T, Y, N]),
        (Act::EditDirection, [N, Y, N, Y, N]),
        (Act::ManagePeople, [Y, N, N, N, N]),
        (Act::Export, [Y, Y, T, Y, IfPublic]),
        (Act::ReadHistory, [Y, Y, T, Y, N]),
    ];

    fn person() -> PersonId {
        PersonId(Uuid::from_u128(30))
    }

    fn held(role: Role, side: Side, id: u128) -> Arc<Membership> {
        let before = portfolio();
        let first = as_person(&before, LEAD, |seen| seen.membership(place(LEAD)).cloned()).expect("there");
        let id = crate::MembershipId(Uuid::from_u128(id));
        Arc::new(Membership { id, person: person(), role, side, ..(*first).clone() })
    }

    fn actor(memberships: Vec<Arc<Membership>>) -> Actor {
        Actor { person: person(), standing: Standing::Member(memberships) }
    }

    fn lamps(named: Option<PostKind>, visible_to: Visibility) -> Innovation {
        let membership = crate::MembershipId(Uuid::from_u128(31));
        let post = |kind| Post { kind, membership, from_on: day("2026-01-01"), to_on: None, handover_note: None };
        Innovation { posts: named.map(post).into_iter().collect(), visible_to, ..innovation() }
    }

    /// What a cell gives to somebody named in this way, rule 3 included.
    fn allows(cells: [Cell; 5], role: Role, named: Option<PostKind>, visible_to: Visibility) -> bool {
        let by_cell = match cells[role as usize] {
            Y => true,
            N => false,
            T => named.is_some(),
            IfSponsor => named == Some(PostKind::Sponsor),
            IfLead => named == Some(PostKind::Lead),
            IfVisible => visible_to != Visibility::Organisation,
            IfPublic => visible_to == Visibility::Public,
        };
        let leads = named.is_some_and(|kind| kind != PostKind::Team);
        let by_name = cells.contains(&T) && leads
            || cells.contains(&IfSponsor) && named == Some(PostKind::Sponsor)
            || cells.contains(&IfLead) && named == Some(PostKind::Lead);
        by_cell || by_name && role != Role::Viewer
    }

    #[test]
    fn every_act_is_given_to_each_role_as_its_row_says() {
        assert_eq!(TABLE.map(|(act, _)| act).as_slice(), Act::ALL, "no act without a row");
        for (act, cells) in TABLE {
            for role in Role::ALL {
                let actor = actor(vec![held(*role, Side::Neither, 31)]);
                assert_eq!(
                    actor.may(act, None, today()),
                    cells[*role as usize] == Y || cells[*role as usize] == IfVisible,
                    "{act:?} {role:?} without an innovation"
                );
                for visible_to in Visibility::ALL {
                    for named in std::iter::once(None).chain(PostKind::ALL.iter().copied().map(Some)) {
                        let lamps = lamps(named, *visible_to);
                        assert_eq!(
                            actor.may(act, Some(&lamps), today()),
                            allows(cells, *role, named, *visible_to),
                            "{act:?} {role:?} {named:?} {visible_to:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn rule_1_an_administrator_speaks_for_nobody() {
        let actor = actor(vec![held(Role::Administrator, Side::Neither, 31)]);
        for act in [Act::PostUpdate, Act::Move, Act::AcceptRisk, Act::EditInnovation, Act::EditDirection] {
            assert!(!actor.may(act, Some(&lamps(None, Visibility::Public)), today()), "{act:?}");
        }
    }

    #[test]
    fn rule_2_places_add_up() {
        let both =
            actor(vec![held(Role::Administrator, Side::Neither, 31), held(Role::ProgrammeManager, Side::Neither, 32)]);
        assert!(both.may(Act::ManagePeople, None, today()) && both.may(Act::Import, None, today()));
    }

    #[test]
    fn rule_2_people_of_a_listed_council_read_those_innovations_and_no_others() {
        let [ours, theirs] = [1, 2].map(|id| CouncilId(Uuid::from_u128(id)));
        let neighbour = Actor { person: person(), standing: Standing::Neighbour(vec![ours]) };
        let listing = |councils| Innovation { councils, ..innovation() };
        for act in Act::ALL {
            let read = *act == Act::Read;
            assert_eq!(neighbour.may(*act, Some(&listing(vec![theirs, ours])), today()), read, "{act:?}");
            assert!(!neighbour.may(*act, Some(&listing(vec![theirs])), today()), "{act:?}");
            assert!(!neighbour.may(*act, Some(&listing(vec![])), today()), "{act:?}");
        }
        let before = portfolio();
        let seen = Seen::new(&before, &neighbour, today());
        assert_eq!((seen.innovations().count(), seen.innovation(LAMPS).err()), (0, Some(Refusal::NotFound)));
    }

    #[test]
    fn rule_3_a_lead_who_has_left_the_post_gains_nothing() {
        let mut lamps = lamps(Some(PostKind::Lead), Visibility::Organisation);
        lamps.posts[0].to_on = day("2026-11-23").into();
        for role in [Role::Administrator, Role::TeamMember, Role::Executive] {
            let actor = actor(vec![held(role, Side::Neither, 31)]);
            assert!(!actor.may(Act::PostUpdate, Some(&lamps), today()), "{role:?}");
            assert!(actor.may(Act::PostUpdate, Some(&lamps), day("2026-11-23")), "{role:?}");
        }
    }

    #[test]
    fn a_political_viewer_also_reads_what_is_for_the_organisation() {
        let viewer = actor(vec![held(Role::Viewer, Side::Political, 31)]);
        let lamps = lamps(None, Visibility::Organisation);
        assert!(viewer.may(Act::Read, Some(&lamps), today()));
        assert!(!viewer.may(Act::Export, Some(&lamps), today()));
    }

    #[test]
    fn rule_5_a_refusal_says_what_it_was_so_that_the_page_can_say_who_may() {
        let refused = as_person(&portfolio(), LEAD, |seen| seen.must(Act::ManagePeople, None));
        assert_eq!(refused, Err(Refusal::NotAllowed(Act::ManagePeople)));
        let may: Vec<_> = Role::ALL.iter().filter(|role| Act::ManagePeople.grant(**role) == Grant::Yes).collect();
        assert_eq!(may, [&Role::Administrator]);
    }

    #[test]
    fn what_may_not_be_seen_is_not_there_before_it_is_not_allowed() {
        let refused = as_person(&portfolio(), VIEWER, |seen| {
            seen.remove_milestone(LAMPS, crate::MilestoneId(Uuid::nil()), text("No"), crate::Version::FIRST)
        });
        assert_eq!(refused, Err(Refusal::NotFound));
    }
}
