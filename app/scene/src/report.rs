//! Regular updates: how often, how sure, and in which words.
use crate::{
    deed::{Deeds, id, words},
    innovation::Row,
    people::Who,
};
use domain::{ChallengeCode, Confidence, Number, Preset, StageModel, StatusUpdateId, UpdateInput};

/// Days ago; to come is negative.
#[derive(Debug)]
pub(crate) struct Reporting {
    /// The day of the latest update; earlier ones are as far apart as the stage of their time asks.
    pub last: i64,
    /// Stretches in which nobody wrote, first and last day.
    pub silences: &'static [(i64, i64)],
    /// Days on which somebody wrote more often than asked.
    pub bursts: &'static [i64],
    /// Oldest first.
    pub moods: &'static [Mood],
    /// Oldest first.
    pub chapters: &'static [Chapter],
    pub ask: Option<Asked>,
    pub explained: &'static [Explained],
}

/// What the lead said, for a time, about something that sat oddly with the colour.
#[derive(Debug)]
pub(crate) struct Explained {
    pub from: i64,
    pub to: i64,
    pub code: ChallengeCode,
    pub reason: &'static str,
}

/// How sure the lead was from a day on.
#[derive(Debug)]
pub(crate) struct Mood {
    pub from: i64,
    pub confidence: Confidence,
    pub per_cent: i64,
    /// How it gets back on track, where it is not.
    pub path: &'static str,
}

/// What was said in a time: each once in this order where there is enough, otherwise in turn. A number that grows from update to update stands for `{n}`.
#[derive(Debug)]
pub(crate) struct Chapter {
    pub from: i64,
    pub to: i64,
    /// What `{n}` is at the beginning and at the end.
    pub count: (i64, i64),
    /// What was done, and what comes next.
    pub said: Said,
}

/// What the latest update asks.
#[derive(Debug)]
pub(crate) struct Asked {
    pub what: &'static str,
    pub of: Who,
    pub by: i64,
}

pub(crate) const fn sure(from: i64, per_cent: i64) -> Mood {
    Mood { from, confidence: Confidence::OnTrack, per_cent, path: "" }
}

pub(crate) const fn at_risk(from: i64, per_cent: i64, path: &'static str) -> Mood {
    Mood { from, confidence: Confidence::AtRisk, per_cent, path }
}

pub(crate) const fn off_track(from: i64, per_cent: i64, path: &'static str) -> Mood {
    Mood { from, confidence: Confidence::OffTrack, per_cent, path }
}

type Said = &'static [(&'static str, &'static str)];

pub(crate) const fn chapter(from: i64, to: i64, count: (i64, i64), said: Said) -> Chapter {
    Chapter { from, to, count, said }
}

pub(crate) const fn reporting(
    last: i64,
    silences: &'static [(i64, i64)],
    moods: &'static [Mood],
    chapters: &'static [Chapter],
) -> Reporting {
    Reporting { last, silences, bursts: &[], moods, chapters, ask: None, explained: &[] }
}

pub(crate) const fn asking(reporting: Reporting, what: &'static str, of: Who, by: i64) -> Reporting {
    Reporting { ask: Some(Asked { what, of, by }), ..reporting }
}

pub(crate) const fn with_bursts(reporting: Reporting, bursts: &'static [i64]) -> Reporting {
    Reporting { bursts, ..reporting }
}

pub(crate) const fn explaining(reporting: Reporting, explained: &'static [Explained]) -> Reporting {
    Reporting { explained, ..reporting }
}

/// Updates are told of the last 30 months.
const OLDEST: i64 = 912;
/// Nobody reports in the first days.
const FIRST: i64 = 4;
/// Days in which a path to green is to be walked.
const PATH_DAYS: i64 = 28;

impl Row {
    pub fn report(&'static self, deeds: &mut Deeds) {
        let model = Preset::Default.model();
        let days = self.reporting_days(&model, deeds);
        for (index, ago) in days.iter().enumerate() {
            self.post(index, *ago, &days, deeds);
        }
    }

    /// Oldest first.
    fn reporting_days(&self, model: &StageModel, deeds: &Deeds) -> Vec<i64> {
        let silent = |ago: i64| self.reporting.silences.iter().any(|(from, to)| (*to..=*from).contains(&ago));
        let (mut days, mut ago) = (Vec::new(), self.reporting.last);
        while ago <= OLDEST.min(self.entered - FIRST) {
            let day = deeds.calendar.working_day(ago);
            if !silent(ago) && !deeds.calendar.is_closed(day) {
                days.push(day);
            }
            ago += model.stage(self.place_on(ago)).map_or(14, |stage| i64::from(stage.cadence_days));
        }
        days.extend(self.reporting.bursts);
        days.sort_unstable_by(|one, other| other.cmp(one));
        days.dedup();
        days
    }

    fn post(&'static self, index: usize, ago: i64, days: &[i64], deeds: &mut Deeds) {
        let lead = self.lead_on(ago);
        let (done, next) = self.words_of(ago, days);
        let mood = self.reporting.moods.iter().rev().find(|mood| mood.from >= ago);
        let ask = self.reporting.ask.as_ref().filter(|_| index + 1 == days.len());
        let (ask_by, path_by) = (ask.map(|ask| deeds.day(ask.by)), deeds.day(ago - PATH_DAYS));
        deeds.tell(ago, lead, move |seen, today| {
            let explained = self.reporting.explained.iter().filter(|one| (one.to..=one.from).contains(&ago));
            let explained = explained.map(|one| (one.code, words(one.reason)));
            let path = mood.map(|mood| mood.path).filter(|path| !path.is_empty());
            let input = UpdateInput {
                author: None,
                period_end: today,
                confidence: mood.map_or(Confidence::OnTrack, |mood| mood.confidence),
                confidence_pct: mood.map(|mood| mood.per_cent),
                done: words(&done),
                next: words(&next),
                ask_what: ask.map(|ask| words(ask.what)),
                ask_of_whom: ask.map(|ask| ask.of.place()),
                ask_by,
                path_action: path.map(words),
                path_owner: path.map(|_| lead.place()),
                path_by: path.map(|_| path_by),
                links: Vec::new(),
                challenged: None,
                shown: ChallengeCode::ALL.to_vec(),
                explained: explained.collect(),
            };
            let update = StatusUpdateId(id(&format!("update {} {}", self.code, index + 1)));
            seen.post_update(update, self.id(), input, today)
        });
    }

    fn words_of(&self, ago: i64, days: &[i64]) -> (String, String) {
        let chapters = self.reporting.chapters;
        let number = chapters.iter().rposition(|one| one.from >= ago).unwrap_or(0);
        let Some(chapter) = chapters.get(number) else { return (self.summary.into(), self.summary.into()) };
        let ends = chapters.get(number + 1).map_or(-1, |next| next.from);
        let told: Vec<_> = days.iter().filter(|day| (ends + 1..=chapter.from).contains(*day)).collect();
        let index = told.iter().position(|day| **day == ago).unwrap_or(0);
        let (done, next) = chapter.said[chapter.turn(index, told.len())];
        let count = Number(chapter.count_on(ago) as f64).to_string();
        (done.replace("{n}", &count), next.replace("{n}", &count))
    }
}

impl Chapter {
    /// Which words come at a place among so many updates. A few too many say something twice running.
    fn turn(&self, index: usize, updates: usize) -> usize {
        let words = self.said.len();
        match updates {
            few if few <= words => words - few + index,
            some if some < 2 * words => index * words / some,
            _ => index % words,
        }
    }

    fn count_on(&self, ago: i64) -> i64 {
        let (first, last) = self.count;
        let gone = (self.from - ago).clamp(0, self.from - self.to);
        first + (last - first) * gone / (self.from - self.to).max(1)
    }
}
