//! One organisation of the demonstration, and its first day.
use crate::{
    backing::{Backs, Blow},
    deed::{Deeds, id, words},
    direction::Area,
    experiment::Trial,
    heard::Heard,
    innovation::Row,
    limits::Limits,
    message::Told,
    partner::Joins,
    people::Who,
    spread::Spreads,
    trouble::Trouble,
    work::Board,
};
use chrono::NaiveDate;
use domain::{
    CouncilId, Decision, FoundCouncil, FoundInput, MembershipInput, OrganisationId, OrganisationKind, Preset,
    QuietPeriodId, QuietPeriodInput, Refusal, Slug, found_organisation,
};

pub(crate) struct Organisation {
    pub name: &'static str,
    pub slug: &'static str,
    pub code: &'static str,
    pub kind: OrganisationKind,
    pub councils: &'static [&'static str],
    /// Days ago.
    pub founded: i64,
    pub administrator: Who,
    pub manager: Who,
    pub people: &'static [Who],
    pub areas: &'static [Area],
    pub innovations: &'static [Row],
    pub boards: &'static [Board],
    pub experiments: &'static [Trial],
    pub partners: &'static [Joins],
    pub messages: &'static [Told],
    /// What is told after the innovations: their money and time, meetings and decisions.
    pub records: fn(&mut Deeds),
    /// Each with the code of its innovation.
    pub issues: &'static [(&'static str, Trouble)],
    pub limits: Limits,
    /// Whom the innovations affect, and what they said.
    pub heard: &'static Heard,
    pub spreads: &'static [Spreads],
    pub backing: &'static [Backs],
    pub blows: &'static [Blow],
    /// When the member councils end, and when that was recorded: days ago.
    pub councils_end: Option<(i64, i64)>,
}

pub(crate) fn council(name: &str) -> CouncilId {
    CouncilId(id(&format!("council {name}")))
}

impl Organisation {
    pub fn id(&self) -> OrganisationId {
        OrganisationId(id(&format!("organisation {}", self.slug)))
    }

    pub fn slug(&self) -> Slug {
        words(self.slug)
    }

    pub fn found(&self, today: NaiveDate) -> Result<Decision, Refusal> {
        let councils = self.councils.iter().map(|name| FoundCouncil { id: council(name), name: words(name) });
        let input = FoundInput {
            id: self.id(),
            kind: self.kind,
            name: words(self.name),
            slug: self.slug(),
            short_code: words(self.code),
            preset: Preset::Default,
            councils: councils.collect(),
            person_name: words(self.administrator.name),
            title: None,
            side: self.administrator.side,
            band: self.administrator.band,
            administrator: self.administrator.place(),
            programme_manager: None,
        };
        found_organisation(input, self.administrator.person(), today)
    }

    /// Everything that was ever done here.
    pub fn tell(&'static self, deeds: &mut Deeds) {
        self.invite(deeds);
        self.close_at_christmas(deeds);
        self.agree_direction(deeds);
        self.settle_limits(deeds);
        for innovation in self.innovations {
            innovation.tell(self, deeds);
            for (_, trouble) in self.issues.iter().filter(|(code, _)| *code == innovation.code) {
                innovation.suffer(trouble, deeds);
            }
        }
        for board in self.boards {
            board.tell(self.row(board.code), deeds);
        }
        for trial in self.experiments {
            trial.tell(self.row(trial.code), deeds);
        }
        for partner in self.partners {
            self.row(partner.code).join(partner, deeds);
        }
        for message in self.messages {
            self.row(message.code).tell_why(message, deeds);
        }
        (self.records)(deeds);
        self.heard.tell(self, deeds);
        self.end_councils(deeds);
        for one in self.spreads {
            self.row(one.code).spread(one, deeds);
        }
        for (number, one) in self.backing.iter().enumerate() {
            self.row(one.code).back(number, one, deeds);
        }
        for one in self.blows {
            self.row(one.code).suffer_setback(one, deeds);
        }
    }

    pub fn row(&'static self, code: &str) -> &'static Row {
        self.innovations.iter().find(|row| row.code == code).expect("what is told is of our innovations")
    }

    fn invite(&'static self, deeds: &mut Deeds) {
        let mut days: Vec<i64> = self.people.iter().map(|one| one.since.unwrap_or(self.founded)).collect();
        days.sort_unstable();
        days.dedup();
        for ago in days {
            deeds.tell(ago, self.administrator, move |seen, today| {
                let new =
                    |one: &&Who| one.since.unwrap_or(self.founded) == ago && one.place() != self.administrator.place();
                self.people.iter().filter(new).try_fold(Decision::default(), |all, one| {
                    let input = MembershipInput {
                        role: one.role,
                        side: one.side,
                        band: one.band,
                        title: None,
                        service: None,
                        council: one.council.map(council),
                        from_on: today,
                    };
                    Ok(all.and(seen.invite(one.place(), one.person(), words(one.name), input)?))
                })
            });
        }
    }

    /// Set three months before, or at once where the demonstration is built so long before Christmas.
    fn close_at_christmas(&'static self, deeds: &mut Deeds) {
        let closures: Vec<_> = deeds.calendar.closures(self.founded).collect();
        for (from_on, to_on) in closures {
            let ago = (deeds.calendar.ago(from_on) + 90).max(20);
            if ago > self.founded {
                continue;
            }
            deeds.tell(ago, self.administrator, move |seen, today| {
                let name = QuietPeriodId(id(&format!("quiet period {} {from_on}", self.code)));
                let input = QuietPeriodInput { from_on, to_on, label: words("Christmas closure"), closed: true };
                seen.add_quiet_period(name, input, today)
            });
        }
    }
}
