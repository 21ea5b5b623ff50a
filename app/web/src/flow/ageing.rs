//! Work that was begun and is not done, the oldest first.
use super::drawn::bar;
use crate::{
    here::Here,
    ui::{icon::icon, words::count},
};
use domain::{Ageing, Flow, Innovation};
use leptos::prelude::*;

pub fn ageing(here: &Here, innovation: &Innovation, flow: &Flow) -> impl IntoView + use<> {
    let most = flow.ageing.iter().map(|one| one.age).chain(flow.p85).max().unwrap_or(1);
    let rows = flow.ageing.iter().map(|one| row(here, innovation, one, most)).collect_view();
    let table = (!flow.ageing.is_empty()).then(|| {
        view! {
            <table class="table table-cards">
                <caption>"The first part of a bar, in another colour, is time spent waiting; the column before it has the days."</caption>
                <thead>
                    <tr>
                        <th scope="col">"Work"</th>
                        <th scope="col">"Column"</th>
                        <th scope="col" class="num">"Age"</th>
                        <th scope="col" class="num">"Waited"</th>
                        <th scope="col"><span class="vh">"Compared"</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! { <section class="panel" aria-labelledby="ageing"><h2 id="ageing">{heading(flow)}</h2>{table}</section> }
}

fn heading(flow: &Flow) -> String {
    let old = flow.ageing.iter().filter(|one| one.is_alert).count();
    match (flow.ageing.len(), flow.p85, old) {
        (0, ..) => "Nothing is under way".into(),
        (all, None, _) => format!("{all} under way; too little is finished to say what is old"),
        (all, Some(usual), 0) => format!("{all} under way, none older than {}", count(usual, "day")),
        (_, Some(usual), old) => {
            format!("{old} under way for more than {}, longer than 85% of finished work took", count(usual, "day"))
        }
    }
}

fn row(here: &Here, innovation: &Innovation, one: &Ageing, most: i64) -> impl IntoView + use<> {
    let address = here.link(&format!("innovations/{}/work/{}", innovation.number, one.item.ordinal));
    let old =
        one.is_alert.then(|| view! { <br/><span class="stale xs">{icon("clock")}" Older than most work takes"</span> });
    view! {
        <tr>
            <th scope="row"><a href=address>{one.item.title.to_string()}</a>{old}</th>
            <td data-l="Column">{one.item.state().label()}</td>
            <td class="num" data-l="Age">{count(one.age, "day")}</td>
            <td class="num" data-l="Waited">{count(one.waiting, "day")}</td>
            <td>{bar(one.age, one.waiting, most)}</td>
        </tr>
    }
}
