//! The frame that forms share: where one is, what is wrong, the heading, the questions, one button.
use crate::{form::Sheet, here::Here, page::Page};
use leptos::prelude::*;

/// What stands around the questions.
#[derive(Clone, Debug, Default)]
pub struct ShortForm {
    /// Word and address of each page above, the highest first.
    pub above: Vec<(String, String)>,
    pub kicker: Option<String>,
    pub heading: String,
    /// What one should know before answering.
    pub about: Option<String>,
    pub button: &'static str,
    /// Whether it takes something away.
    pub stops: bool,
}

impl ShortForm {
    /// The questions are drawn from the sheet: they hold what was typed.
    pub fn page<V: IntoView + 'static>(
        self,
        here: &Here,
        sheet: Sheet,
        questions: impl FnOnce(&Sheet) -> V + Send + 'static,
    ) -> Page {
        self.drawn(here, sheet, None::<()>, questions)
    }

    /// With a button that keeps a draft: for what takes more than a minute.
    pub fn long_page<V: IntoView + 'static>(
        self,
        here: &Here,
        sheet: Sheet,
        questions: impl FnOnce(&Sheet) -> V + Send + 'static,
    ) -> Page {
        let keep = here.keep_as_draft(&self.heading);
        self.drawn(here, sheet, keep, questions)
    }

    fn drawn<V: IntoView + 'static>(
        self,
        here: &Here,
        sheet: Sheet,
        keep: Option<impl IntoView + 'static>,
        questions: impl FnOnce(&Sheet) -> V + Send + 'static,
    ) -> Page {
        let class = if self.stops { "btn btn-stop btn-big btn-wide" } else { "btn btn-go btn-big btn-wide" };
        here.form(self.heading.clone(), &sheet.clone(), move || {
            view! {
                {crumbs(self.above)}
                {sheet.summary()}
                <div class="ph">
                    {self.kicker.map(|text| view! { <p class="kicker">{text}</p> })}
                    <h1>{self.heading}</h1>
                    {self.about.map(|text| view! { <p class="quiet prose">{text}</p> })}
                </div>
                <form method="post" class="stack stack-l" novalidate>
                    {sheet.hidden()}
                    {questions(&sheet)}
                    <div class="row"><button class=class>{self.button}</button>{keep}</div>
                </form>
            }
        })
        .narrow()
    }
}

/// "Priorities / Care at home".
pub fn crumbs(above: Vec<(String, String)>) -> impl IntoView {
    let links = above.into_iter().map(|(word, address)| view! { <li><a href=address>{word}</a></li> });
    view! { <nav aria-label="Breadcrumb"><ol class="crumbs mb">{links.collect_view()}</ol></nav> }
}
