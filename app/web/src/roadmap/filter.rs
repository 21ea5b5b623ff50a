//! What the address asks of the roadmap: the filter of the board, and over which time.
use crate::{
    board::{BoardAsked, board_fields},
    form::Choice,
    here::Here,
};
use chrono::NaiveDate;
use domain::{RoadmapFilter, RoadmapSpan, RoadmapWindow, is_plausible};
use leptos::prelude::*;
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(flatten)]
    board: BoardAsked,
    span: String,
    /// A day in the first month; blank: a third of the span ago.
    from: String,
    /// "yes" shows also what has ended.
    ended: String,
}

impl Asked {
    pub fn filter(&self, today: NaiveDate) -> RoadmapFilter {
        let from = self.from.parse::<NaiveDate>().ok().filter(|day| is_plausible(*day));
        let window = match from {
            Some(day) => RoadmapWindow::from(day, self.span()),
            None => RoadmapWindow::around(self.span(), today),
        };
        RoadmapFilter { board: self.board.filter(), window, ended: self.ended == "yes" }
    }

    fn span(&self) -> RoadmapSpan {
        self.span.parse().unwrap_or(RoadmapSpan::TwoYears)
    }

    /// The same with what has ended.
    pub fn with_ended(&self, here: &Here) -> String {
        let query = self.board.query();
        let join = if query.is_empty() { "?" } else { "&" };
        let mut more = form_urlencoded::Serializer::new(String::new());
        let kept = [("span", &self.span), ("from", &self.from)].into_iter().filter(|(_, value)| !value.is_empty());
        more.extend_pairs(kept).append_pair("ended", "yes");
        here.link(&format!("roadmap{query}{join}{}", more.finish()))
    }
}

/// A form whose address can be shared.
pub fn form(here: &Here, asked: &Asked) -> impl IntoView + use<> {
    let spans = RoadmapSpan::ALL.iter().map(|one| Choice::new(one.key(), one.label()));
    let chosen = asked.span();
    let options = spans.map(|one| {
        let selected = one.key == chosen.key();
        view! { <option value=one.key selected=selected>{one.label}</option> }
    });
    let ended = asked.ended == "yes";
    view! {
        <form class="filters no-print" method="get" role="search" aria-label="Filter the roadmap">
            <label>"Show "<select class="in" name="span">{options.collect_view()}</select></label>
            <label>"Starting with the month of "<input class="in" type="date" name="from" value=asked.from.clone()/></label>
            {board_fields(here, &asked.board)}
            <label class="pick"><input type="checkbox" name="ended" value="yes" checked=ended/>" Also what has ended"</label>
            <button class="btn">"Apply"</button>
        </form>
    }
}
