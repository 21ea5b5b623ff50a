//! What is wrong, as a sentence that says what to do.
use crate::ui::words::date;
use domain::{EmbedGap, Impossible, Rule};

/// Beside a field with this label.
#[must_use]
pub fn said(label: &str, rule: Rule) -> String {
    let label = label.trim_end_matches('?');
    match rule {
        Rule::Missing => format!("{label}: fill this in"),
        Rule::TooLong(limit) => format!("{label}: use {limit} characters or fewer"),
        Rule::TooShort(least) => format!("{label}: say it in {least} characters or more"),
        Rule::Choose => format!("{label}: choose one of the answers offered"),
        Rule::NotADate => format!("{label}: enter a real date, such as 31 3 2027"),
        Rule::NotANumber => format!("{label}: enter a number"),
        Rule::NotMoney => format!("{label}: enter an amount in pounds, such as 12,500 or 12,500.50"),
        Rule::AddUpTo(sum) => format!("{label}: with its neighbours this must come to {sum}"),
        Rule::OutOfRange(least, most) => format!("{label}: enter a whole number from {least} to {most}"),
        Rule::Before(day) => format!("{label}: must be {} or later", date(day)),
        Rule::After(day) => format!("{label}: must be {} or earlier", date(day)),
        Rule::NotAnAddress => format!("{label}: enter a full address, such as https://example.org/paper"),
        Rule::Unchanged => format!("{label}: this is the same as before"),
        Rule::Meanwhile => format!("{label}: somebody else has changed this meanwhile. Look at it and save again"),
        Rule::NotHalfDays => format!("{label}: enter whole or half days, such as 8 or 7.5"),
        Rule::Taken => format!("{label}: this is already in use"),
        Rule::NeedsCondition => format!("{label}: answer yes, or add a condition with a date and an owner"),
        Rule::ScoreAtMost(most) => format!("{label}: the score must be {most} or lower"),
        Rule::NotNil => format!("{label}: what costs nothing has no amount"),
        Rule::NotACode => format!("{label}: use letters and digits only"),
        Rule::MilestonePromises => format!("{label}: leave this blank, as the milestone’s own forecast counts"),
        Rule::ClosesLoop => format!("{label}: choose something that does not wait on this milestone itself"),
        Rule::BelowLead => format!("{label}: must be no less than the lead’s"),
        Rule::OnlyOne => format!("{label}: answer only one of the three"),
        Rule::NotAnEmail => format!("{label}: enter one full e-mail address, such as name@aldermere.gov.uk"),
        Rule::NotASlug => format!("{label}: use small letters, digits and hyphens only"),
        Rule::NotAPair => "The e-mail address and the password do not go together. Check both".into(),
        Rule::NotYourPassword => format!("{label}: this is not your password"),
        Rule::Differs => format!("{label}: type the same password twice"),
        Rule::Predictable => {
            format!("{label}: many people use one like it. Take three words that have nothing to do with each other")
        }
        Rule::NamesOrganisation => format!("{label}: leave out the names of your organisation and of Foothold"),
        Rule::NamesPerson => format!("{label}: leave out your own name"),
        Rule::TooMany(most) => format!("{label}: at most {most} in one go"),
        Rule::FirstPlan => format!("{label}: this stays as it was first planned. Change the forecast instead"),
        Rule::NotALegalMove => format!("{label}: a site cannot go there from where it is"),
        Rule::OneLiveDay => format!("{label}: choose sites that went live on the same day"),
        Rule::Begun => format!("{label}: it has begun, so this stays as it was agreed before"),
    }
}

/// Why it cannot be done at all.
#[must_use]
pub fn impossible(why: Impossible) -> &'static str {
    match why {
        Impossible::Stopped => {
            "The innovation has been stopped. To start again, add a new innovation that names this one."
        }
        Impossible::NotPaused => "The innovation is not paused.",
        Impossible::SameStage => "The innovation is there already.",
        Impossible::RiskClosed => "The risk is closed.",
        Impossible::MilestoneDone => {
            "The milestone is done, so its dates stay. To change them, first say that it is not done."
        }
        Impossible::EditedSince => {
            "Something that the import brought in has been edited since, so it can no longer be undone as one."
        }
        Impossible::LastAdministrator => "This is the last administrator. Make somebody else one first.",
        Impossible::UndoneBefore => "The import has been undone before.",
        Impossible::NothingToAccept => "Only a threat over appetite needs to be accepted.",
        Impossible::Paused => "The innovation is paused. Resume or stop it first.",
        Impossible::NotInStage => "Only an innovation in a stage of the board can be paused or repeated.",
        Impossible::ConditionMet => "The condition has been met before.",
        Impossible::NothingSaidYet => "There is no update yet that could still be true.",
        Impossible::NewerUpdate => "Somebody has posted a newer update since. Give your view on that one.",
        Impossible::AskedToday => "Somebody has asked for this update today. It stands in My work of whoever owes it.",
        Impossible::NothingOwed => "No update is owed there just now.",
        Impossible::RiskOpen => "The risk is open already.",
        Impossible::ActionDone => "The action is finished and stays as it was.",
        Impossible::OutcomeHasMeasures => "The outcome has measures. Move or remove them first.",
        Impossible::PriorityAreaClosed => "The priority area is closed. Take it up again first.",
        Impossible::QuietPeriodBegun => "A quiet period that has begun stays as it is.",
        Impossible::NotAPartnership => "Only a partnership has member councils.",
        Impossible::TwoCouncils => "A partnership has at least two member councils on any day.",
        Impossible::MembershipEnded => "This place has ended, or its end is set already.",
        Impossible::DecisionTaken => "This has been decided and stays as it is. A new decision can replace it.",
        Impossible::AskTakenUp => "There is a decision about this ask already.",
        Impossible::FollowUpDone => "The follow-up is done and stays as it was.",
        Impossible::MeetingDecided => "Decisions were taken at this meeting, so it stays.",
        Impossible::IssueResolved => "The issue is resolved and stays as it was.",
        Impossible::NothingToImport => "No row of the file would change anything here.",
        Impossible::NotAgile => {
            "This innovation follows a plan only. Under Edit, say that an agile team works on it too."
        }
        Impossible::SameState => "It is in that column already.",
        Impossible::LastWait => "This is the last thing that it waits for. Move it on instead.",
        Impossible::NotAnswered => "There is no answer yet. Answer it first.",
        Impossible::ExperimentToCome => "The experiment has not begun, so there is no result yet.",
        Impossible::ExperimentBegun => {
            "The experiment has begun, so it stays. Record its result, or why nothing can be concluded."
        }
        Impossible::NotPublic => {
            "Only an innovation that everyone may see has a public page. Under Edit, say that everyone may see it."
        }
        Impossible::NotToldBack => "People have not been told what came of it. Tell them first.",
        Impossible::NoScalePlan => "There is no plan to spread it yet. Name the core components first.",
        Impossible::NeverLive => "The site has never gone live, so there is nothing to review.",
        Impossible::CommitmentWithdrawn => "The commitment has been withdrawn already.",
        Impossible::SetbackResolved => "The setback is over, so its answer stays.",
        Impossible::PartnerEnded => "The partner’s last day is set already.",
    }
}

/// What is missing before a site counts as embedded.
#[must_use]
pub fn embed_gap(gap: EmbedGap) -> String {
    match gap {
        EmbedGap::NotChecked => "Nobody has checked in the last half year whether it will last here".into(),
        EmbedGap::Indicative => {
            "The embedding check is only indicative: two raters are needed, one from outside the team, each with nine answers or more".into()
        }
        EmbedGap::Embedding(score) => format!("Embedding is {score:.1}. It must be 75 or more"),
        EmbedGap::FidelityNotChecked => "Nobody has checked in the last half year whether the core is done here".into(),
        EmbedGap::Fidelity(score) => format!("Fidelity is {score:.1}. It must be 80 or more"),
        EmbedGap::MonthsLive(0) => "It has been live for less than a month. Six months are needed".into(),
        EmbedGap::MonthsLive(1) => "It has been live for 1 month. Six are needed".into(),
        EmbedGap::MonthsLive(months) => format!("It has been live for {months} months. Six are needed"),
        EmbedGap::Item(item, answer) => {
            let said = match answer {
                None => "nobody has answered",
                Some(0) => "the answer is no",
                Some(_) => "the answer is partly",
            };
            format!("{}: “{}” {said}. It must be yes", item.code(), item.label())
        }
        EmbedGap::ReviewNotDone => "The review after 6 months is not done".into(),
        EmbedGap::ReviewNotPassed => "The review after 6 months was not passed".into(),
    }
}
