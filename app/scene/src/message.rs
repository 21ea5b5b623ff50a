//! What people were told of the why. Nobody was ever asked whether they understood it.
use crate::{
    deed::{Deeds, id, words},
    innovation::Row,
    people::Who,
};
use domain::{Audience, Channel, MessageId, MessageInput};

/// Recorded by whoever led on the day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub code: &'static str,
    /// Days ago.
    pub ago: i64,
    pub audience: Audience,
    pub channel: Channel,
    pub fronted_by: Option<Who>,
    pub text: &'static str,
}

pub(crate) const fn told(
    code: &'static str,
    ago: i64,
    audience: Audience,
    channel: Channel,
    fronted_by: Option<Who>,
    text: &'static str,
) -> Told {
    Told { code, ago, audience, channel, fronted_by, text }
}

impl Row {
    /// With the why as it stood on the day.
    pub fn tell_why(&'static self, one: &'static Told, deeds: &mut Deeds) {
        let name = MessageId(id(&format!("message {} {} {}", one.code, one.ago, one.audience.key())));
        deeds.tell(one.ago, self.lead_on(one.ago), move |seen, today| {
            let innovation = seen.innovation(self.id())?;
            let input = MessageInput {
                on: today,
                audience: one.audience,
                channel: one.channel,
                fronted_by: one.fronted_by.map(|who| who.place()),
                why_version: (innovation.why.words() > 0).then_some(innovation.entry.version),
                text: Some(words(one.text)),
                link: None,
                asked_count: None,
                agreed_count: None,
            };
            seen.add_message(name, self.id(), input, today)
        });
    }
}
