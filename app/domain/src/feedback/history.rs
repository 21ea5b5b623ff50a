//! What happened to a thing that was said, as words that follow the name of who did it.
use super::{Feedback, Voice};
use crate::{Seen, calendar::in_words};

pub(crate) fn sentence(before: Option<&Feedback>, after: &Feedback, names: Seen) -> String {
    let said = format!("“{}”", short(&after.said));
    let who = match after.from {
        Some(Voice::Stakeholder(id)) => names.group(id).map_or_else(|| "people".into(), |one| one.name.to_string()),
        Some(Voice::Partner(_)) => "a partner".into(),
        None => "people".into(),
    };
    let Some(before) = before else { return format!("wrote down that {who} said {said}") };
    if after.entry.removed {
        return format!("removed what {who} said: {said}");
    }
    if let Some(on) = after.told_back_on.filter(|_| before.told_back_on.is_none()) {
        return format!("told {who} on {} what came of {said}", in_words(on));
    }
    if let Some(answer) = after.answer.as_ref().filter(|_| before.answer.is_none()) {
        return format!("answered {said} from {who}: {}", answer.response.label().to_lowercase());
    }
    if before.answer != after.answer || before.changed != after.changed || before.decision != after.decision {
        return format!("edited the answer to {said}");
    }
    match (before.public, after.public) {
        (false, true) => format!("published {said} and its answer"),
        (true, false) => format!("took {said} off the public page"),
        _ => format!("edited what {who} said: {said}"),
    }
}

/// As much as a line of the history holds.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, Decision, FeedbackResponse, testing::*};

    #[test]
    fn each_step_of_what_was_said_is_told() {
        let portfolio = applied(&portfolio(), Decision::add(stakeholder()));
        as_person(&portfolio, LEAD, |seen| {
            let said =
                |before: Option<&Feedback>, after: &Feedback| sentence(before, after, seen).replace('\u{a0}', " ");
            let first = feedback(1, "2026-11-10");
            assert_eq!(said(None, &first), "wrote down that People of Mill Lane said “It is too dark by the bridge”");
            let answer = Answer { response: FeedbackResponse::WeDid, text: text("A lamp"), responded_on: today() };
            let answered = Feedback { answer: Some(answer), ..first.clone() };
            let told = "answered “It is too dark by the bridge” from People of Mill Lane: we did";
            assert_eq!(said(Some(&first), &answered), told);
            let back = Feedback { told_back_on: Some(today()), ..answered.clone() };
            let told = "told People of Mill Lane on 24 November 2026 what came of “It is too dark by the bridge”";
            assert_eq!(said(Some(&answered), &back), told);
        });
    }
}
