//! The controls of a form, each with its label, hint, problem and what was typed.
use super::{Field, SEEN, SUBMISSION, Sheet, said};
use crate::ui::icon::state;
use leptos::prelude::*;

/// One answer that can be chosen: the key that is sent and the words that are read.
#[derive(Clone, Debug)]
pub struct Choice {
    pub key: String,
    pub label: String,
    pub about: &'static str,
    /// The picture before the label; empty for none.
    pub shape: &'static str,
}

impl Choice {
    pub fn new(key: impl ToString, label: impl ToString) -> Self {
        Self { key: key.to_string(), label: label.to_string(), about: "", shape: "" }
    }
}

impl Sheet {
    /// What goes with the form unseen: the version read, and the submission.
    pub fn hidden(&self) -> impl IntoView + use<> {
        let carried = [SEEN, SUBMISSION].map(|field| (field.name, self.typed(field).to_owned()));
        carried.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()
    }

    pub fn text(&self, field: Field) -> impl IntoView + use<> {
        self.input(field, "text", "in")
    }

    /// A short text, such as a number.
    pub fn short(&self, field: Field) -> impl IntoView + use<> {
        self.input(field, "text", "in in-m")
    }

    pub fn email(&self, field: Field) -> impl IntoView + use<> {
        self.input(field, "email", "in in-m")
    }

    pub fn date(&self, field: Field) -> impl IntoView + use<> {
        self.input(field, "date", "in in-m")
    }

    /// One that browsers and password keepers fill in; `purpose` is one of the names of HTML's autofill.
    pub fn filled_in(&self, field: Field, kind: &'static str, purpose: &'static str) -> impl IntoView + use<> {
        let (described, invalid) = self.about_field(field);
        let value = (kind != "password").then(|| self.typed(field).to_owned());
        let control = view! {
            <input class="in in-m" type=kind id=field.name name=field.name value=value autocomplete=purpose spellcheck="false" aria-describedby=described aria-invalid=invalid/>
        };
        self.around(field, control)
    }

    pub fn input(&self, field: Field, kind: &'static str, class: &'static str) -> impl IntoView + use<> {
        let (described, invalid) = self.about_field(field);
        let value = (kind != "password").then(|| self.typed(field).to_owned());
        let control = view! {
            <input class=class type=kind id=field.name name=field.name value=value aria-describedby=described aria-invalid=invalid/>
        };
        self.around(field, control)
    }

    /// A short text with a list of suggestions elsewhere on the page. `asks` is the id of what the script shows where the
    /// answer is none of them; empty for nothing.
    pub fn suggesting(&self, field: Field, list: &'static str, asks: String) -> impl IntoView + use<> {
        let (described, invalid) = self.about_field(field);
        let value = self.typed(field).to_owned();
        let other = (!asks.is_empty()).then_some(asks);
        let control = view! {
            <input class="in" type="text" id=field.name name=field.name value=value list=list autocomplete="off" data-other=other aria-describedby=described aria-invalid=invalid/>
        };
        self.around(field, control)
    }

    /// Several lines. The text is escaped here because the renderer leaves the content of a textarea as it is.
    pub fn area(&self, field: Field, rows: u8) -> impl IntoView + use<> {
        let (described, invalid) = self.about_field(field);
        // A line break right after the tag is dropped by browsers, so one is given for it to drop.
        let text = format!("\n{}", html_escape::encode_text(self.typed(field)));
        let control = view! {
            <textarea class="in" id=field.name name=field.name rows=rows.to_string() aria-describedby=described aria-invalid=invalid inner_html=text></textarea>
        };
        self.around(field, control)
    }

    /// A list to choose from; the first entry chooses nothing.
    pub fn select(&self, field: Field, choices: Vec<Choice>) -> impl IntoView + use<> {
        let (described, invalid) = self.about_field(field);
        let typed = self.typed(field).to_owned();
        let options = choices.into_iter().map(|choice| {
            let selected = choice.key == typed;
            view! { <option value=choice.key selected=selected>{choice.label}</option> }
        });
        let control = view! {
            <select class="in in-m" id=field.name name=field.name aria-describedby=described aria-invalid=invalid>
                <option value="">"–"</option>
                {options.collect_view()}
            </select>
        };
        self.around(field, control)
    }

    /// A long list to choose from, in groups with a heading each; the first entry chooses nothing.
    pub fn select_grouped(&self, field: Field, groups: Vec<(String, Vec<Choice>)>) -> impl IntoView + use<> {
        let (described, invalid) = self.about_field(field);
        let typed = self.typed(field).to_owned();
        let groups = groups.into_iter().map(|(heading, choices)| {
            let options = choices.into_iter().map(|choice| {
                let selected = choice.key == typed;
                view! { <option value=choice.key selected=selected>{choice.label}</option> }
            });
            view! { <optgroup label=heading>{options.collect_view()}</optgroup> }
        });
        let control = view! {
            <select class="in" id=field.name name=field.name aria-describedby=described aria-invalid=invalid>
                <option value="">"–"</option>
                {groups.collect_view()}
            </select>
        };
        self.around(field, control)
    }

    /// Two to seven answers, one to pick.
    pub fn radios(&self, field: Field, choices: Vec<Choice>) -> impl IntoView + use<> {
        self.picks(field, choices, "radio", "stack stack-s full")
    }

    /// A few answers of a word or two, side by side.
    pub fn short_radios(&self, field: Field, choices: Vec<Choice>) -> impl IntoView + use<> {
        self.picks(field, choices, "radio", "picks full")
    }

    /// As `short_radios`, of which several may be picked.
    pub fn short_boxes(&self, field: Field, choices: Vec<Choice>) -> impl IntoView + use<> {
        self.picks(field, choices, "checkbox", "picks full")
    }

    /// Answers of which several may be picked.
    pub fn boxes(&self, field: Field, choices: Vec<Choice>) -> impl IntoView + use<> {
        self.picks(field, choices, "checkbox", "stack stack-s full")
    }

    fn picks(
        &self,
        field: Field,
        choices: Vec<Choice>,
        kind: &'static str,
        class: &'static str,
    ) -> impl IntoView + use<> {
        let typed: Vec<_> = self.all(field).map(ToOwned::to_owned).collect();
        let (described, _) = self.about_field(field);
        let picks = choices.into_iter().enumerate().map(|(index, choice)| {
            let checked = typed.contains(&choice.key);
            // The first carries the field's name as its id: there the error summary leads.
            let id = if index == 0 { field.name.to_owned() } else { format!("{}-{index}", field.name) };
            let label = match choice.shape {
                "" => choice.label.into_any(),
                shape => state(shape, choice.label).into_any(),
            };
            let about = (!choice.about.is_empty()).then(|| view! { <br/><span class="s quiet">{choice.about}</span> });
            view! {
                <label class="pick">
                    <input type=kind id=id name=field.name value=choice.key checked=checked/>
                    <span>{label} {about}</span>
                </label>
            }
        });
        view! {
            <fieldset class="field" aria-describedby=described>
                <legend>{field.label}</legend>
                {self.hint_and_problem(field)}
                <div class=class>{picks.collect_view()}</div>
            </fieldset>
        }
    }

    /// One box to tick, with words of its own below the label.
    pub fn tick_with(&self, field: Field, words: String) -> impl IntoView + use<> {
        let checked = !self.typed(field).is_empty();
        view! {
            <label class="pick">
                <input type="checkbox" id=field.name name=field.name value="yes" checked=checked/>
                <span>{field.label} <br/> <span class="s quiet lines">{words}</span></span>
            </label>
        }
    }

    /// One box to tick.
    pub fn tick(&self, field: Field) -> impl IntoView + use<> {
        let checked = !self.typed(field).is_empty();
        let (described, _) = self.about_field(field);
        view! {
            <div class="field">
                <label class="pick">
                    <input type="checkbox" id=field.name name=field.name value="yes" checked=checked aria-describedby=described/>
                    <span>{field.label}</span>
                </label>
                {self.hint_and_problem(field)}
            </div>
        }
    }

    fn problem(&self, field: Field) -> Option<String> {
        let found = self.problems.iter().find(|problem| problem.field == field.name)?;
        Some(said(field.label, found.rule))
    }

    /// The ids of hint and problem, and whether the answer is wrong.
    fn about_field(&self, field: Field) -> (Option<String>, Option<&'static str>) {
        let (hint, problem) = (!field.hint.is_empty(), self.problem(field).is_some());
        let ids = [(hint, "hint"), (problem, "problem")];
        let ids: Vec<_> = ids.iter().filter(|(is, _)| *is).map(|(_, end)| format!("{}-{end}", field.name)).collect();
        ((!ids.is_empty()).then(|| ids.join(" ")), problem.then_some("true"))
    }

    fn hint_and_problem(&self, field: Field) -> impl IntoView + use<> {
        let hint = (!field.hint.is_empty())
            .then(|| view! { <p class="hint" id=format!("{}-hint", field.name)>{field.hint}</p> });
        let problem = self.problem(field).map(|text| {
            view! { <p class="err" id=format!("{}-problem", field.name)><span class="vh">"Error: "</span>{text}</p> }
        });
        view! { {hint} {problem} }
    }

    /// Controls of one's own that answer one question together.
    pub fn together<V: IntoView + 'static>(&self, field: Field, controls: V) -> impl IntoView + use<V> {
        let (described, _) = self.about_field(field);
        view! {
            <fieldset class="field" aria-describedby=described>
                <legend>{field.label}</legend>
                {self.hint_and_problem(field)}
                <div class="stack stack-s full">{controls}</div>
            </fieldset>
        }
    }

    /// A control of one's own with the field's label, hint and problem.
    pub fn around<V: IntoView + 'static>(&self, field: Field, control: V) -> impl IntoView + use<V> {
        view! {
            <div class="field">
                <label for=field.name>{field.label}</label>
                {self.hint_and_problem(field)}
                {control}
            </div>
        }
    }
}
