//! Problems and notes as sentences.
use domain::{ImportNote, ImportPreview, ImportRule, ImportSaid};

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
    }
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
    }
}

/// The same note on several rows is said once. In the order of the file: column, sentence, rows.
#[must_use]
pub fn notes(preview: &ImportPreview) -> Vec<(String, String, Vec<usize>)> {
    let mut all: Vec<(String, String, Vec<usize>)> = vec![];
    for (row, ImportNote { column, said }) in preview.notes() {
        let sentence = note(said);
        match all.iter_mut().find(|(other, other_sentence, _)| other == column && *other_sentence == sentence) {
            Some((.., rows)) => rows.push(row.number),
            None => all.push((column.clone(), sentence, vec![row.number])),
        }
    }
    all
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
