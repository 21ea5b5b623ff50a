//! What was spent, and the time that was given, month by month: entered together on the eighth of the next month.
use crate::{
    deed::{Deeds, id},
    money::Money,
    organisation::Organisation,
    people::Who,
};
use chrono::NaiveDate;
use domain::{BudgetLineId, HalfDays, InnovationId, Pence, SpendInput, TimeInput, days, month_after, month_of};

/// Months of which spend is told one by one; what a line paid before is entered as one sum.
const MONTHS: i32 = 18;
/// Days of a month after which it is entered.
const ENTERED: i64 = 7;

/// A line that does not pay as time passes: the code of its innovation, its place in the list, and how much of it is
/// spent by today, in per cent.
pub(crate) type Slow = (&'static str, usize, i64);

/// One person's months on an innovation, in half days a month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given {
    pub code: &'static str,
    pub who: Who,
    pub promised: u32,
    /// Over and over again, the last for the latest month.
    pub halves: &'static [u32],
    /// How many months, the last being the one before today.
    pub months: usize,
}

pub(crate) const fn gave(code: &'static str, who: Who, promised: u32, halves: &'static [u32], months: usize) -> Given {
    Given { code, who, promised, halves, months }
}

/// The day on which a month is entered, in days ago.
fn entered(deeds: &Deeds, month: NaiveDate) -> i64 {
    deeds.calendar.working_day(deeds.calendar.ago(month_after(month, 1)) - ENTERED)
}

/// Months that have been entered by today, the latest first.
fn months(deeds: &Deeds) -> impl Iterator<Item = NaiveDate> + use<> {
    let today = deeds.day(0);
    let latest = if entered(deeds, month_after(today, -1)) >= 0 { -1 } else { -2 };
    (0..MONTHS).map(move |back| month_after(today, latest - back))
}

impl Organisation {
    pub fn spend(&'static self, slow: &[Slow], deeds: &mut Deeds) {
        for row in self.innovations {
            for (index, line) in row.money.iter().enumerate() {
                let slow =
                    slow.iter().find(|(code, of, _)| *code == row.code && *of == index).map(|(.., share)| *share);
                self.pay(row.code, index, line, slow, deeds);
            }
        }
    }

    /// Evenly over its months, so that a healthy line has spent a little less than its time that has gone.
    fn pay(
        &'static self,
        code: &'static str,
        index: usize,
        line: &'static Money,
        slow: Option<i64>,
        deeds: &mut Deeds,
    ) {
        let (from, to) = (deeds.day(line.from), deeds.day(line.to));
        let mut paid: Vec<_> = months(deeds).filter(|month| month_of(from) <= *month && *month <= to).collect();
        paid.reverse();
        let (Some(last), true) = (paid.last().copied(), line.approved > 0) else { return };
        let pence = line.approved * 100;
        let time = days(from, to).max(1);
        let by = |month: NaiveDate| days(from, month_after(month, 1).min(to)).clamp(0, time);
        let spent_by = |month: NaiveDate| match slow {
            Some(share) => pence * share / 100 * by(month) / by(last).max(1),
            None => pence * 96 / 100 * by(month) / time,
        };
        let mut before = 0;
        for month in paid {
            let sum = spent_by(month) - before;
            before += sum;
            let ago = entered(deeds, month);
            if ago >= line.entered {
                before -= sum;
                continue;
            }
            let (innovation, budget_line) = (
                InnovationId(id(&format!("innovation {code}"))),
                BudgetLineId(id(&format!("budget line {code} {}", index + 1))),
            );
            let ids = id(&format!("spend {code} {} {month}", index + 1));
            deeds.add(ago, self.manager, move |seen, today| {
                let pence = Some(Pence(sum));
                let input = SpendInput { budget_line, month, pence, note: None, was: None, field: "month_1" };
                seen.record_spend(innovation, vec![input], ids, today)
            });
        }
    }

    pub fn give(&'static self, given: &'static [Given], deeds: &mut Deeds) {
        let all: Vec<_> = months(deeds).collect();
        for (one, index) in given.iter().flat_map(|one| (0..one.months).map(move |index| (one, index))) {
            let Some(month) = all.get(index).copied() else { continue };
            let half_days = one.halves[one.halves.len() - 1 - index % one.halves.len()];
            let innovation = InnovationId(id(&format!("innovation {}", one.code)));
            let ids = id(&format!("time {} {} {month}", one.code, one.who.email));
            deeds.add(entered(deeds, month), self.manager, move |seen, today| {
                let input = TimeInput {
                    membership: one.who.place(),
                    promised: Some(HalfDays(one.promised)),
                    given: Some(HalfDays(half_days)),
                    was: None,
                    promised_field: "promised_1",
                    given_field: "given_1",
                };
                seen.record_time(innovation, month, vec![input], ids, today)
            });
        }
    }
}
