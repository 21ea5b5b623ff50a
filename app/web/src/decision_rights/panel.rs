//! The card beside the decisions of an innovation.
use crate::{here::Here, ui::words::count};
use domain::{Act, Innovation, LimitPassed, Passed, Pence, PostKind};
use leptos::prelude::*;

pub fn panel(here: &Here, innovation: &Innovation) -> impl IntoView + use<> {
    let seen = here.seen();
    let rights = &innovation.rights;
    let may = !here.looks_back() && seen.may(Act::SettleRights, None);
    let base = format!("innovations/{}", innovation.number);
    let edit = may.then(|| {
        view! { <a class="btn no-print" href=here.link(&format!("{base}/decision-rights"))>"Say who decides what"</a> }
    });
    let passed = seen.limits_passed(innovation);
    let asks = !here.looks_back() && seen.may(Act::PostUpdate, Some(innovation));
    let ask = (!passed.is_empty() && asks)
        .then(|| view! { <a href=here.link(&format!("{base}/updates/new"))>"Ask in an update"</a> });
    let warnings = passed.iter().map(|one| view! { <li>{words(*one)}</li> }).collect_view();
    let warnings = (!passed.is_empty()).then(|| {
        view! {
            <div class="flash flash-warn mb">
                <ul>{warnings}</ul>
                <p>"Carry on, change the plan, pause or stop: that is to be decided. "{ask}</p>
            </div>
        }
    });
    let card = if rights.is_blank() {
        view! { <p class="empty">"Up to what amount and delay the lead decides alone, and the sponsor, is not settled."</p> }.into_any()
    } else {
        let rows = [
            ("Lead", rights.lead_limit, rights.lead_limit_days),
            ("Sponsor", rights.sponsor_limit, rights.sponsor_limit_days),
        ];
        let rows = rows.map(|(who, money, days)| row(who, money, days)).collect_view();
        let scope = rights.scope.as_ref().map(|text| view! { <p class="s prose lines mt">{text.to_string()}</p> });
        view! {
            <table class="table table-cards">
                <thead>
                    <tr>
                        <th scope="col">"Decides alone"</th>
                        <th scope="col" class="num">"More than approved, up to"</th>
                        <th scope="col" class="num">"Later than agreed, up to"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {scope}
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="rights">
            <div class="row spread mb"><h2 id="rights">"Who decides what"</h2> {edit}</div>
            {warnings}
            {card}
        </section>
    }
}

fn row(who: &'static str, money: Option<Pence>, days: Option<u32>) -> impl IntoView {
    let money = money.map_or_else(|| "not settled".into(), |money| money.to_string());
    let days = days.map_or_else(|| "not settled".into(), |days| count(i64::from(days), "day"));
    view! {
        <tr>
            <th scope="row">{who}</th>
            <td class="num" data-l="More than approved, up to">{money}</td>
            <td class="num" data-l="Later than agreed, up to">{days}</td>
        </tr>
    }
}

fn words(passed: LimitPassed) -> String {
    let whose = if passed.of == PostKind::Sponsor { "the sponsor" } else { "the lead" };
    match passed.what {
        Passed::Money(over, limit) => {
            format!("The forecast is {over} above what is approved: {whose} decides alone up to {limit}.")
        }
        Passed::Days(late, limit) => format!(
            "What matters most is expected {} after the day agreed: {whose} decides alone up to {}.",
            count(late, "day"),
            count(i64::from(limit), "day")
        ),
    }
}
