//! What there is to say of a row: what must be mended before it comes in, and what is left out or changed on the way.
use crate::{EmbedGap, PersonalData, Rule, SiteState, Title};
use chrono::NaiveDate;

/// Why a row is refused, and by which column.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportProblem {
    /// The column's title in the file.
    pub column: String,
    pub rule: ImportRule,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ImportRule {
    Missing,
    /// Most characters.
    TooLong(usize),
    NotADate,
    /// Written like a date, but there is no such day.
    NoSuchDay,
    NotAnAmount,
    /// Beyond what one amount may be, or below nothing.
    AmountOutOfRange,
    NotARating,
    /// A row above has it: its number in the file.
    Repeated(usize),
    EndBeforeStart,
    /// It reports of a day that is still to come.
    AfterToday,
    /// The innovation has been stopped.
    Stopped,
    /// Without references rows are known by their title, and several innovations have this one.
    SeveralSoCalled,
    /// No innovation has this reference, number or title.
    NoSuchInnovation(String),
    /// No group of the register is called this, and nobody said what new ones are.
    NoSuchGroup(String),
    /// None of a closed list: the words that are.
    NoneOf(Vec<String>),
    NotANumber,
    /// The engagement stands on the page of another innovation here.
    OnAnother,
    /// What the form would say.
    Broken(Rule),
    NotAllowed,
    /// No member council is called this.
    NoSuchCouncil(String),
    /// What is missing before the site counts as embedded.
    NotEmbedded(Vec<EmbedGap>),
}

/// Worth knowing of a row that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportNote {
    pub column: String,
    pub said: ImportSaid,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportSaid {
    /// No rating is given, so no update is added. The text in its place, cut to a line.
    NotRated(String),
    /// An explanation stands in place of a date or an amount: left empty.
    LeftEmpty(String),
    /// A year without a day stands for the end of the financial year that ends in it.
    YearAlone,
    /// Longer than the most characters that fit.
    Cut(usize),
    /// Of two columns with a rating this is the one that was taken.
    TakenFromHere,
    NoSuchPriorityArea,
    NoSuchPerson,
    /// The file's differs; what is here stays.
    TitleStays(Title),
    SummaryStays,
    /// Another innovation is called the same: its number.
    SoCalledToo(u32),
    /// The forecast is of a milestone that is done, so it stays.
    EndIsDone,
    /// A forecast without an approved amount.
    NothingApproved,
    /// In a partnership money belongs to a council, and none was named.
    NoCouncil,
    /// It begins on the report date: no start is given, or a later one.
    StartsOnReportDate,
    /// An earlier row of the file says something else of the same: its number.
    FirstRowCounts(usize),
    /// Little power and much at stake: the rule passes over them.
    MayFallOut,
    NobodySoCalled(String),
    /// It is added to the register.
    NewGroup(String),
    /// It looks as if it named a resident: what was found, and what it looks like.
    Personal(String, PersonalData),
    /// Only a partnership says whose place it is by a member council.
    NoPartnership,
    /// The day on which the site was first planned to go live.
    FirstPlanStays(NaiveDate),
    /// The day since which the site has been in this state, or live.
    SinceStays(NaiveDate),
    /// Without a day of its own a step counts from today.
    FromToday,
    /// Without a day, what the site has been through before is no step: where it is.
    StateStays(SiteState),
}
