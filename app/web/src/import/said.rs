//! Problems and notes as sentences.
use crate::{form, ui::words::date};
use domain::{ImportKind, ImportNote, ImportPreview, ImportRule, ImportSaid, Rule};
use std::collections::HashMap;

/// What is wrong, and what to do.
#[must_use]
pub fn problem(rule: &ImportRule) -> String {
    match rule {
        ImportRule::Missing => "There is nothing here. Fill it in.".into(),
        ImportRule::TooLong(limit) => format!("Use {limit} characters or fewer."),
        ImportRule::NotADate => "This is not a date. Write it as 31/03/2027 or 2027-03-31.".into(),
        ImportRule::NoSuchDay => "There is no such day. Write the day first, as in 31/03/2027.".into(),
        ImportRule::NotAnAmount => "This is not an amount in pounds. Write it as 1250, £1,250.00 or £1.2m.".into(),
        ImportRule::AmountOutOfRange => "The amount is below nothing or too large. Check it and its unit.".into(),
        ImportRule::NotARating => "This is not a rating. Write green, amber/green, amber, amber/red or red.".into(),
        ImportRule::Repeated(row) => format!("Row {row} is about the same one. Keep one of them."),
        ImportRule::EndBeforeStart => "It ends before it starts. Correct one of the dates.".into(),
        ImportRule::AfterToday => "A report is never of a day that is still to come. Correct the date.".into(),
        ImportRule::Stopped => "This innovation has been stopped, so nothing is added to it.".into(),
        ImportRule::SeveralSoCalled => {
            "Several innovations here are called this. Add a column with a reference to tell them apart.".into()
        }
        ImportRule::NoSuchInnovation(text) => {
            format!("No innovation here has the reference, number or title “{text}”. Correct it, or add it first.")
        }
        ImportRule::NoSuchGroup(name) => {
            format!("“{name}” is not in the register of stakeholders. Correct it, or add it first.")
        }
        ImportRule::NoneOf(words) => format!("This is none of the choices. Write one of: {}.", words.join("; ")),
        ImportRule::NotANumber => "This is not a whole number. Write it in digits.".into(),
        ImportRule::OnAnother => {
            "It is told on the page of another innovation here, and people spoke of that one. Name that one first."
                .into()
        }
        ImportRule::Broken(rule) => broken(*rule),
        ImportRule::NotAllowed => "You may not do this for this innovation.".into(),
        ImportRule::NoSuchCouncil(name) => {
            format!("No member council here is called “{name}”. Correct it, or leave it empty.")
        }
        ImportRule::NotEmbedded(gaps) => {
            let gaps: Vec<_> = gaps.iter().map(|gap| form::embed_gap(*gap)).collect();
            format!("It is not embedded yet. {}.", gaps.join(". "))
        }
    }
}

/// As a form would say it beside the field.
fn broken(rule: Rule) -> String {
    let said = form::said("", rule);
    let mut letters = said.trim_start_matches(": ").chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

#[must_use]
pub fn note(said: &ImportSaid) -> String {
    match said {
        ImportSaid::NotRated(text) if text.is_empty() => "No rating, so no update is added".into(),
        ImportSaid::NotRated(text) => format!("No rating, so no update is added: “{text}”"),
        ImportSaid::LeftEmpty(text) => format!("Left empty: “{text}”"),
        ImportSaid::YearAlone => "A year alone stands for its 31 March, the end of the financial year".into(),
        ImportSaid::Cut(limit) => format!("Cut to the first {limit} characters"),
        ImportSaid::TakenFromHere => "The rating is taken from this column".into(),
        ImportSaid::NoSuchPriorityArea => "No active priority area is called this: left empty".into(),
        ImportSaid::NoSuchPerson => "Nobody here, or more than one, is called this: no lead".into(),
        ImportSaid::TitleStays(title) => format!("The file calls it something else; here it stays “{title}”"),
        ImportSaid::SummaryStays => "The file’s summary differs; the one here stays".into(),
        ImportSaid::SoCalledToo(number) => {
            format!("Number {number} here is called the same: this one is added beside it")
        }
        ImportSaid::EndIsDone => "The end is done here, so its date stays".into(),
        ImportSaid::NothingApproved => "A forecast without an approved cost is left out".into(),
        ImportSaid::NoCouncil => "Money is left out: say above which council pays".into(),
        ImportSaid::StartsOnReportDate => {
            "It begins on the report date: there is no start on or before that day".into()
        }
        ImportSaid::FirstRowCounts(row) => format!("Row {row} says something else of it, and that counts"),
        ImportSaid::MayFallOut => {
            "Little power and much at stake: no priority, unless a column “priority anyway” says yes".into()
        }
        ImportSaid::NobodySoCalled(name) => format!("Nobody here, or more than one, is called “{name}”: left out"),
        ImportSaid::NewGroup(name) => format!("“{name}” is new and is added to the register"),
        ImportSaid::NoPartnership => "Left empty: only a partnership has member councils".into(),
        ImportSaid::FirstPlanStays(day) => format!("It was first planned for {}, and that stays", date(*day)),
        ImportSaid::SinceStays(day) => format!("Here it has been live since {}, and that stays", date(*day)),
        ImportSaid::FromToday => "No day is given, so the step counts from today".into(),
        ImportSaid::StateStays(state) => {
            format!("It has been there before, and no day is given: here it stays “{}”", state.label())
        }
        ImportSaid::Personal(text, looks_like) => format!("“{text}” looks like {}", looks_like.label()),
    }
}

/// Column, sentence, rows.
pub type Noted = (String, String, Vec<usize>);

/// The same note on several rows is said once, in the order of the file. What looks as if it named a resident stands
/// apart, in the second.
#[must_use]
pub fn notes(preview: &ImportPreview) -> (Vec<Noted>, Vec<Noted>) {
    let (mut plain, mut personal) = (vec![], vec![]);
    // By what is said already, because a large file has thousands of notes.
    let mut at: HashMap<(String, String), usize> = HashMap::new();
    for (row, ImportNote { column, said }) in preview.notes() {
        let all: &mut Vec<Noted> = if matches!(said, ImportSaid::Personal(..)) { &mut personal } else { &mut plain };
        let sentence = note(said);
        let place = *at.entry((column.clone(), sentence.clone())).or_insert(all.len());
        match all.get_mut(place) {
            Some((.., rows)) => rows.push(row.number),
            None => all.push((column.clone(), sentence, vec![row.number])),
        }
    }
    (plain, personal)
}

/// What a kind of file counts: "New innovations", and what it adds to.
#[must_use]
pub const fn counted(kind: ImportKind) -> [&'static str; 2] {
    match kind {
        ImportKind::Innovations => ["New innovations", "More about one that is known"],
        ImportKind::Stakeholders => ["New stakeholders", "More about one that is known"],
        ImportKind::Engagements => ["New engagements", "More about one that is known"],
        ImportKind::Sites => ["New sites", "More about one that is known"],
    }
}

/// "3 innovations".
#[must_use]
pub fn count(kind: ImportKind, number: u32) -> String {
    let one = match kind {
        ImportKind::Innovations => "innovation",
        ImportKind::Stakeholders => "stakeholder",
        ImportKind::Engagements => "engagement",
        ImportKind::Sites => "site",
    };
    crate::ui::words::count(i64::from(number), one)
}

/// "row 5", "rows 5, 7 and 12", "rows 5, 7, 12, 13, 20 and 80 more".
#[must_use]
pub fn rows(numbers: &[usize]) -> String {
    const SHOWN: usize = 5;
    let text = |some: &[usize]| some.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    match numbers {
        [] => String::new(),
        [one] => format!("row {one}"),
        [some @ .., last] if numbers.len() <= SHOWN => format!("rows {} and {last}", text(some)),
        _ => format!("rows {} and {} more", text(&numbers[..SHOWN]), numbers.len() - SHOWN),
    }
}
