//! What happened to a message, as words that follow the name of who did it.
use super::Message;
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Message>, after: &Message, names: Seen) -> String {
    let told = format!("the message to {} of {}", after.audience.label().to_lowercase(), in_words(after.on));
    let Some(before) = before else {
        let by = after.fronted_by.and_then(|id| names.membership(id)).map(|one| format!(", fronted by {}", one.name));
        return format!("recorded {told}{}", by.unwrap_or_default());
    };
    if after.entry.removed {
        return format!("removed {told}");
    }
    let pulse = |one: &Message| (one.asked_count, one.agreed_count);
    match pulse(after) {
        (Some(asked), Some(agreed)) if pulse(after) != pulse(before) => {
            format!("noted that at {told} {agreed} of {asked} understood why")
        }
        _ => format!("edited {told}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entry, testing::*};

    #[test]
    fn each_step_of_a_message_is_told() {
        let said = |before: Option<&Message>, after: &Message| {
            as_person(&portfolio(), LEAD, |seen| sentence(before, after, seen).replace('\u{a0}', " "))
        };
        let fronted = Message { fronted_by: Some(place(EXECUTIVE)), ..message() };
        let words = "recorded the message to affected staff of 20 November 2026, fronted by Executive";
        assert_eq!(said(None, &fronted), words);
        let asked = Message { asked_count: Some(28), agreed_count: Some(22), ..message() };
        let words = "noted that at the message to affected staff of 20 November 2026 22 of 28 understood why";
        assert_eq!(said(Some(&message()), &asked), words);
        assert_eq!(said(Some(&message()), &fronted), "edited the message to affected staff of 20 November 2026");
        let removed = Message { entry: Entry { removed: true, ..message().entry }, ..message() };
        assert_eq!(said(Some(&message()), &removed), "removed the message to affected staff of 20 November 2026");
    }
}
