//! Partners: since when, what they promised, and how they saw it themselves.
use crate::{
    deed::{Deeds, id, said, words},
    innovation::Row,
    people::Who,
};
use domain::{Confidence, PartnerId, PartnerInput, PartnerRole, PartnerViewInput, Version, YesNo};

/// Days are days ago.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Joins {
    pub code: &'static str,
    pub name: &'static str,
    /// The body that it is a part of; empty for none.
    pub body: &'static str,
    pub role: PartnerRole,
    pub since: i64,
    pub contact: &'static str,
    pub pledge: &'static str,
    pub on_board: bool,
    pub reads: Option<Who>,
    /// Oldest first.
    pub views: &'static [Saw],
}

/// What a partner said on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Saw {
    pub ago: i64,
    pub confidence: Confidence,
    pub said: &'static str,
    pub kept: Option<YesNo>,
}

/// A partner with the post to speak with and what it promised; not on the board, without a view.
pub(crate) const fn joins(
    code: &'static str,
    name: &'static str,
    role: PartnerRole,
    since: i64,
    contact: &'static str,
    pledge: &'static str,
) -> Joins {
    Joins { code, name, body: "", role, since, contact, pledge, on_board: false, reads: None, views: &[] }
}

pub(crate) const fn saw(ago: i64, confidence: Confidence, said: &'static str, kept: Option<YesNo>) -> Saw {
    Saw { ago, confidence, said, kept }
}

/// The partner of an innovation by its name.
pub(crate) fn partner(code: &str, name: &str) -> PartnerId {
    PartnerId(id(&format!("partner {code} {name}")))
}

impl Row {
    pub fn join(&'static self, one: &'static Joins, deeds: &mut Deeds) {
        let new = partner(one.code, one.name);
        deeds.tell(one.since, self.lead_on(one.since), move |seen, today| {
            let input = PartnerInput {
                name: words(one.name),
                organisation: said(one.body),
                role: one.role,
                on_board: one.on_board,
                // Who reads for it was given a place later than the partnership began.
                can_read: None,
                contact_title: said(one.contact),
                from_on: today,
                pledge: said(one.pledge),
            };
            seen.add_partner(new, self.id(), input, today)
        });
        if let Some(reader) = one.reads {
            let ago = reader.since.unwrap_or(one.since).min(one.since);
            deeds.tell(ago, self.lead_on(ago), move |seen, today| {
                let before = seen.partner(self.id(), new)?;
                let input = PartnerInput {
                    name: before.name.clone(),
                    organisation: before.organisation.clone(),
                    role: before.role,
                    on_board: before.on_board,
                    can_read: Some(reader.place()),
                    contact_title: before.contact_title.clone(),
                    from_on: before.from_on,
                    pledge: before.pledge.clone(),
                };
                seen.edit_partner(self.id(), new, input, before.entry.version, today)
            });
        }
        for view in one.views {
            deeds.tell(view.ago, self.lead_on(view.ago), move |seen, today| {
                let version = seen.partner(self.id(), new).map_or(Version::NONE, |one| one.entry.version);
                let Saw { confidence, said, kept, .. } = *view;
                let input = PartnerViewInput { on: today, confidence, said: words(said), kept };
                seen.say_partner_view(self.id(), new, input, version, today)
            });
        }
    }
}
