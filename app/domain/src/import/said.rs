//! What a row tells of what people said at an engagement, and of what became of it.
use super::{
    EngagementRow, ImportField, ImportRow, SaidRow,
    named::{Named, plain},
    plan::derived,
};
use crate::{
    Act, AnswerInput, CountBand, Decision, Engagement, Feedback, FeedbackId, FeedbackPoint, FeedbackResponse, ImportId,
    Prose, Sentiment, Voice,
};
use std::{collections::BTreeSet, sync::Arc};

/// An engagement as the row above leaves it.
pub(super) struct Brought {
    pub engagement: Engagement,
    /// It was there before this file.
    pub is_here: bool,
    pub told: Box<EngagementRow>,
    /// The number of the row that told of it first.
    pub row: usize,
    /// What rows told that people said.
    pub said: BTreeSet<String>,
}

pub(super) struct Said<'a> {
    pub named: &'a Named<'a>,
    pub id: ImportId,
}

/// What the closed lists of a row say.
struct Words {
    from: Option<Voice>,
    count_band: Option<CountBand>,
    sentiment: Option<Sentiment>,
    response: Option<FeedbackResponse>,
}

impl Said<'_> {
    /// A thing that is written down already is known by its words.
    pub fn planned(&self, row: &mut ImportRow, told: &SaidRow, brought: &Brought) -> Decision {
        let Some(said) = &told.said else {
            if told.is_answered() {
                self.named.missing(row, ImportField::Said);
            }
            return Decision::default();
        };
        let engagement = &brought.engagement;
        let words = self.words(row, told);
        let wrong = engagement.voice_problem(None, words.from);
        self.named.refuse(row, wrong.as_slice(), column_of);
        let here = if brought.is_here { self.named.seen.feedback_of(engagement) } else { vec![] };
        let before = here.into_iter().find(|one| plain(&one.said) == plain(said));
        let as_said = match before {
            Some(before) => Feedback {
                from: words.from.or(before.from),
                theme: told.theme.clone().or_else(|| before.theme.clone()),
                count_band: words.count_band.or(before.count_band),
                sentiment: words.sentiment.or(before.sentiment),
                ..(**before).clone()
            },
            None => point(told, said, &words).feedback(engagement, engagement.on).named(self.id),
        };
        let after = self.answered(row, told, as_said, words.response);
        match before {
            Some(before) => {
                let public = before.public && after.reads_as(before);
                Decision::change(before, Feedback { public, ..after })
            }
            None => Decision::add(after),
        }
    }

    fn words(&self, row: &mut ImportRow, told: &SaidRow) -> Words {
        let names = self.named;
        let (bands, band) = (CountBand::ALL, |one: CountBand| one.label().to_owned());
        let (felt, feeling) = (Sentiment::ALL, |one: Sentiment| one.label().to_owned());
        let (responses, response) = (FeedbackResponse::ALL, |one: FeedbackResponse| one.label().to_owned());
        let from = told.by.as_ref().and_then(|name| {
            let id = names.group(name);
            if id.is_none() {
                names.problem(row, ImportField::SaidBy, super::ImportRule::NoSuchGroup(name.to_string()));
            }
            id.map(Voice::Stakeholder)
        });
        Words {
            from,
            count_band: names.choice(
                row,
                ImportField::CountBand,
                told.count_band.as_ref(),
                bands,
                CountBand::key,
                band,
            ),
            sentiment: names.choice(
                row,
                ImportField::Sentiment,
                told.sentiment.as_ref(),
                felt,
                Sentiment::key,
                feeling,
            ),
            response: names.choice(
                row,
                ImportField::Response,
                told.response.as_ref(),
                responses,
                FeedbackResponse::key,
                response,
            ),
        }
    }

    /// With the answer that the row tells, in place of what it does not tell the one that is here.
    fn answered(
        &self,
        row: &mut ImportRow,
        told: &SaidRow,
        said: Feedback,
        response: Option<FeedbackResponse>,
    ) -> Feedback {
        if !told.is_answered() {
            return said;
        }
        let names = self.named;
        let here = AnswerInput::of(&said);
        let here = here.as_ref();
        let response = response.or(here.map(|one| one.response));
        let text = told.answer.clone().or_else(|| here.map(|one| one.text.clone()));
        let responded_on = told.answered_on.or(here.map(|one| one.responded_on));
        for (field, is_there) in [
            (ImportField::Response, response.is_some()),
            (ImportField::Answer, text.is_some()),
            (ImportField::AnsweredOn, responded_on.is_some()),
        ] {
            if !is_there {
                names.missing(row, field);
            }
        }
        let (Some(response), Some(text), Some(responded_on)) = (response, text, responded_on) else { return said };
        let input = AnswerInput {
            response,
            text,
            responded_on,
            changed: told.changed.clone().or_else(|| said.changed.clone()),
            decision: said.decision,
            told_back_on: told.told_back_on.or(said.told_back_on),
            public: said.public,
        };
        let innovation = names.seen.innovation(said.innovation).map(Arc::as_ref);
        let allowed = innovation.and_then(|one| names.seen.must(Act::AnswerFeedback, Some(one)));
        if let Err(refusal) = allowed {
            names.refuse_all(row, refusal, column_of);
        }
        names.refuse(row, &names.seen.answer_problems(&said, &input, names.today), column_of);
        said.with(input)
    }
}

/// Its id is given once all of it is known.
fn point(told: &SaidRow, said: &Prose, words: &Words) -> FeedbackPoint {
    FeedbackPoint {
        id: FeedbackId(crate::id::FIRST),
        innovation: None,
        from: words.from,
        theme: told.theme.clone(),
        said: said.clone(),
        count_band: words.count_band,
        sentiment: words.sentiment,
    }
}

impl Feedback {
    /// The same import, engagement and words give the same id, without any chance.
    fn named(self, import: ImportId) -> Self {
        let id = FeedbackId(derived(import, "feedback", &format!("{}\n{}", self.engagement, plain(&self.said))));
        Self { id, ..self }
    }
}

/// Which column gave the answer to a field of the form.
fn column_of(field: &str) -> ImportField {
    match field {
        "text" => ImportField::Answer,
        "responded_on" => ImportField::AnsweredOn,
        "told_back_on" => ImportField::ToldBackOn,
        "changed" => ImportField::Changed,
        "from" => ImportField::SaidBy,
        _ => ImportField::Innovation,
    }
}
