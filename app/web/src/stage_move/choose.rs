//! Where to? Every place to which an innovation can go from where it is, as links.
use crate::{failure::Failure, here::Here, innovation_frame::crumbs, page::Page};
use domain::{Act, Impossible, Place};
use leptos::prelude::*;

pub fn page(here: &Here, number: u32) -> Result<Page, Failure> {
    let innovation = here.seen().numbered(number)?.clone();
    here.seen().must(Act::Move, Some(&innovation))?;
    if here.seen().place_of(&innovation) == Place::Stopped {
        return Err(Failure::Impossible(Impossible::Stopped));
    }
    let inside = here.clone();
    let title = format!("Where to? {}", innovation.title);
    Ok(here
        .page(title, move || {
            let model = inside.seen().stage_model_of(&innovation);
            let place = inside.seen().place_of(&innovation);
            let moves = inside.seen().destinations(&innovation).into_iter().map(|to| {
                let verb = if to < place { "Go back to" } else { "Move to" };
                (format!("move?to={to}"), format!("{verb} {}", model.name(to)))
            });
            let others = match place {
                Place::Stage(_) => vec![("repeat", "Repeat the stage"), ("pause", "Pause"), ("stop", "Stop")],
                Place::Paused => vec![("resume", "Resume"), ("stop", "Stop")],
                _ => vec![("stop", "Stop")],
            };
            let others = others.into_iter().map(|(path, words)| (path.to_owned(), words.to_owned()));
            let links = moves.chain(others).map(|(path, words)| {
                let address = inside.link(&format!("innovations/{number}/{path}"));
                view! { <li><a href=address>{words}</a></li> }
            });
            let now_in = match place {
                Place::Stage(_) => format!("It is now in {}.", model.name(place)),
                _ => format!("It is now {}.", model.name(place).to_lowercase()),
            };
            let decisions = inside.link(&format!("innovations/{number}/decisions"));
            view! {
                {crumbs(&inside, &innovation)}
                <div class="ph"><p class="kicker">{innovation.title.to_string()}</p><h1>"Where to?"</h1><p class="quiet">{now_in}</p></div>
                <section class="panel" aria-label="Places"><ul class="rows">{links.collect_view()}</ul></section>
                <p class="mt"><a href=decisions>"Decisions so far"</a></p>
            }
        })
        .narrow())
}
