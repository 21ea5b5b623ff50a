//! One row of the table of many sites: what was typed, what is wrong with it, what somebody else made of it.
use crate::{
    form::{Field, Sheet, embed_gap, said},
    here::Here,
};
use chrono::NaiveDate;
use domain::{
    Reason, Record, Refusal, Rule, SiteEdit, SiteId, SiteInput, SiteMoveId, SiteMoveInput, SiteMoveRow, SiteSight,
    SiteState, Version, is_plausible,
};
use leptos::prelude::*;
use uuid::Uuid;

/// Which sites stand in the form, one after the other.
const ROW: Field = Field::hidden("row");
const FORECAST: Field = Field::new("forecast_on", "Expected to go live");
const TO: Field = Field::new("to", "Moves to");
const ON: Field = Field::new("on", "On");
const WHY: Field = Field::new("why", "Why");
const REVIEW: Field = Field::new("review_on", "Look again on");

pub const COLUMNS: [Field; 5] = [FORECAST, TO, ON, WHY, REVIEW];

#[derive(Clone, Debug)]
pub struct Row {
    pub id: SiteId,
    pub title: String,
    state: SiteState,
    may_move_to: Vec<SiteState>,
    seen: Version,
    moves: u32,
    /// The forecast as the form was drawn, to tell whether it was changed.
    was: String,
    typed: [String; 5],
    /// As it stands, for what the table does not ask.
    input: SiteInput,
    pub problems: Vec<(Field, String)>,
    /// Who changed it meanwhile.
    pub theirs: Option<String>,
}

/// What one row asks for.
pub struct Asked {
    pub edit: Option<SiteEdit>,
    pub step: Option<SiteMoveRow>,
}

fn of(here: &Here, sight: &SiteSight) -> Row {
    let forecast = sight.site.forecast_live_on.map(|day| day.to_string()).unwrap_or_default();
    let on = here.today.to_string();
    Row {
        id: sight.site.id,
        title: sight.site.name.to_string(),
        state: sight.state,
        may_move_to: sight.may_move_to(),
        seen: sight.site.entry.version,
        moves: u32::try_from(sight.moves.len()).unwrap_or(u32::MAX),
        was: forecast.clone(),
        typed: [forecast, String::new(), on, String::new(), String::new()],
        input: SiteInput::of(sight.site),
        problems: vec![],
        theirs: None,
    }
}

/// As they stand.
pub fn rows_of(here: &Here, sights: &[SiteSight]) -> Vec<Row> {
    sights.iter().map(|sight| of(here, sight)).collect()
}

/// As they were sent; what is no longer there is left out.
pub fn rows_sent(here: &Here, sights: &[SiteSight], sheet: &Sheet) -> Vec<Row> {
    let row = |key: &str| {
        let id: SiteId = key.parse().ok()?;
        let stands = of(here, sights.iter().find(|sight| sight.site.id == id)?);
        let sent = |name: &str| sheet.typed_as(&format!("{name}-{id}")).to_owned();
        Some(Row {
            seen: sent("seen").parse().unwrap_or(Version::NONE),
            moves: sent("moves").parse().unwrap_or(u32::MAX),
            was: sent("was"),
            typed: COLUMNS.map(|column| sent(column.name)),
            ..stands
        })
    };
    sheet.all(ROW).filter_map(row).collect()
}

impl Row {
    /// The name of a cell, and its id.
    pub fn cell(&self, column: &str) -> String {
        format!("{column}-{}", self.id)
    }

    /// What was changed; problems are noted. `id` is that of a move.
    pub fn read(&mut self, id: Uuid) -> Asked {
        let [forecast, to, on, why, review] = self.typed.clone().map(|text| text.trim().to_owned());
        let edit = (forecast != self.was).then(|| self.day_any(FORECAST, &forecast)).flatten();
        let edit = edit.map(|forecast_live_on| SiteEdit {
            site: self.id,
            seen: self.seen,
            input: SiteInput { forecast_live_on, ..self.input.clone() },
        });
        Asked { edit, step: (!to.is_empty()).then(|| self.step(id, &to, &on, &why, &review)).flatten() }
    }

    fn step(&mut self, id: Uuid, to: &str, on: &str, why: &str, review: &str) -> Option<SiteMoveRow> {
        let on = self.day_any(ON, on).and_then(|day| {
            if day.is_none() {
                self.wrong(ON, Rule::Missing);
            }
            day
        });
        let review_on = self.day_any(REVIEW, review);
        let reason = if why.is_empty() { Ok(None) } else { why.parse::<Reason>().map(Some) };
        if let Err(rule) = reason {
            self.wrong(WHY, rule);
        }
        let to = to.parse::<SiteState>();
        if let Err(rule) = to {
            self.wrong(TO, rule);
        }
        let input = SiteMoveInput {
            to: to.ok()?,
            on: on?,
            reason: reason.ok()?,
            review_on: review_on?,
            moves_seen: self.moves,
        };
        Some(SiteMoveRow { id: SiteMoveId(id), site: self.id, input })
    }

    fn day_any(&mut self, column: Field, text: &str) -> Option<Option<NaiveDate>> {
        match text.parse::<NaiveDate>() {
            _ if text.is_empty() => Some(None),
            Ok(day) if is_plausible(day) => Some(Some(day)),
            _ => {
                self.wrong(column, Rule::NotADate);
                None
            }
        }
    }

    fn wrong(&mut self, column: Field, rule: Rule) {
        self.problems.push((column, said(column.label, rule)));
    }

    /// Why the decision refused the row.
    pub fn refuse(&mut self, refusal: &Refusal) {
        match refusal {
            Refusal::Invalid(problems) => {
                for problem in problems {
                    let column = match problem.field {
                        "to" | "site" => TO,
                        "on" => ON,
                        "reason" => WHY,
                        "review_on" => REVIEW,
                        _ => FORECAST,
                    };
                    self.wrong(column, problem.rule);
                }
            }
            Refusal::NotEmbedded(gaps) => {
                let gaps: Vec<_> = gaps.iter().map(|gap| embed_gap(*gap)).collect();
                self.problems.push((TO, format!("It cannot be called embedded yet. {}", gaps.join(". "))));
            }
            _ => self.wrong(TO, Rule::Choose),
        }
    }

    /// What was typed stays; sent again, it counts. The row shows where the site is by now.
    pub fn meet(&mut self, here: &Here, sights: &[SiteSight], theirs: &Record, who: &str) {
        let Some(sight) = sights.iter().find(|sight| sight.site.id == self.id) else { return };
        let typed = std::mem::take(&mut self.typed);
        *self = Row { typed, ..of(here, sight) };
        let what = match theirs {
            Record::SiteMove(step) => format!("moved it to {}", step.to.label().to_lowercase()),
            _ => "changed what is said of it".into(),
        };
        self.theirs = Some(format!("Changed meanwhile. {who}: {what}. Save again to go on from there."));
    }

    /// What goes with the form unseen.
    pub fn hidden(&self) -> impl IntoView + use<> {
        let carried = [
            (ROW.name.to_owned(), self.id.to_string()),
            (self.cell("seen"), self.seen.to_string()),
            (self.cell("moves"), self.moves.to_string()),
            (self.cell("was"), self.was.clone()),
        ];
        carried.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()
    }

    pub fn view(&self) -> impl IntoView + use<> {
        let theirs = self.theirs.clone().map(|told| view! { <p class="err">{told}</p> });
        let cells: Vec<_> =
            COLUMNS.into_iter().zip(&self.typed).map(|(column, typed)| self.control(column, typed)).collect();
        view! {
            <tr>
                <th scope="row">{self.title.clone()}<br/><span class="xs quiet">{self.state.label()}</span>{theirs}</th>
                {cells}
            </tr>
        }
    }

    fn control(&self, column: Field, typed: &str) -> AnyView {
        let (id, typed) = (self.cell(column.name), typed.to_owned());
        let problem = self.problems.iter().find(|(wrong, _)| *wrong == column);
        let (described, invalid) = (problem.map(|_| format!("{id}-problem")), problem.map(|_| "true"));
        let told = problem.map(|(_, told)| {
            view! { <p class="err" id=format!("{id}-problem")><span class="vh">"Error: "</span>{told.clone()}</p> }
        });
        let label = format!("{}: {}", column.label, self.title);
        let control = if column == TO {
            let options = self.may_move_to.iter().map(|state| {
                let selected = state.key() == typed;
                view! { <option value=state.key() selected=selected>{state.label()}</option> }
            });
            let options = options.collect_view();
            view! {
                <select class="in" id=id.clone() name=id aria-label=label aria-describedby=described aria-invalid=invalid>
                    <option value="">"Stays"</option>
                    {options}
                </select>
            }
            .into_any()
        } else {
            let kind = if column == WHY { "text" } else { "date" };
            view! { <input class="in" type=kind id=id.clone() name=id value=typed aria-label=label aria-describedby=described aria-invalid=invalid/> }
                .into_any()
        };
        view! { <td data-l=column.label>{told}{control}</td> }.into_any()
    }
}
