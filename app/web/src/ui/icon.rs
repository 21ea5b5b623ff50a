//! Small pictures that say a state by their outline, drawn once on each page and used by name.
use leptos::prelude::*;

/// Every symbol; hidden at the top of the page.
pub const SPRITE: &str = concat!(
    "<svg>",
    r##"<symbol id="i-on" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.25"/><path class="cut" d="m4.8 8.2 2.3 2.3 4.2-4.6"/></symbol>"##,
    r##"<symbol id="i-risk" viewBox="0 0 16 16"><path d="M8 .9c.5 0 .9.3 1.1.7l6.3 11.2c.5.9-.1 2-1.1 2H1.7c-1 0-1.6-1.1-1.1-2L6.9 1.6c.2-.4.6-.7 1.1-.7Z"/><path class="cut" d="M8 5.6v3.8M8 12v.1"/></symbol>"##,
    r##"<symbol id="i-off" viewBox="0 0 16 16"><path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z"/><path class="cut" d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"/></symbol>"##,
    r##"<symbol id="i-none" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.5" stroke-dasharray="3 2.1"/><path class="ring" d="M6.2 6.4c.1-1 .8-1.6 1.8-1.6 1.1 0 1.8.6 1.8 1.5 0 1.4-1.8 1.4-1.8 2.7M8 11.1v.1" stroke-linecap="round"/></symbol>"##,
    r##"<symbol id="i-paused" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.5"/><path class="ring" d="M6.2 5.4v5.2m3.6-5.2v5.2" stroke-linecap="round"/></symbol>"##,
    r##"<symbol id="i-stopped" viewBox="0 0 16 16"><rect x="1.5" y="1.5" width="13" height="13" rx="2"/><path class="cut" d="M5 8h6"/></symbol>"##,
    r##"<symbol id="i-ms" viewBox="0 0 16 16"><path d="M8 2.2 13.8 8 8 13.8 2.2 8Z" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round"/></symbol>"##,
    r##"<symbol id="i-clock" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="6.3"/><path class="ring" d="M8 4.3V8l2.4 1.6" stroke-linecap="round"/></symbol>"##,
    r##"<symbol id="i-flag" viewBox="0 0 16 16"><path class="ring" d="M3.5 14.5v-12c2-1 3.5-.9 5 0s2.7.9 4 .3v6.4c-1.3.6-2.5.6-4-.3s-3-1-5 0" stroke-linejoin="round" stroke-linecap="round"/></symbol>"##,
    r##"<symbol id="i-dots" viewBox="0 0 16 16"><circle cx="3" cy="8" r="1.4"/><circle cx="8" cy="8" r="1.4"/><circle cx="13" cy="8" r="1.4"/></symbol>"##,
    r##"<symbol id="i-up" viewBox="0 0 16 16"><path class="ring" d="M8 13V3.5M4 7.2l4-4 4 4" stroke-linecap="round" stroke-linejoin="round"/></symbol>"##,
    r##"<symbol id="i-down" viewBox="0 0 16 16"><path class="ring" d="M8 3v9.5M4 8.8l4 4 4-4" stroke-linecap="round" stroke-linejoin="round"/></symbol>"##,
    r##"<symbol id="i-right" viewBox="0 0 16 16"><path class="ring" d="M3 8h9.5M8.8 4l4 4-4 4" stroke-linecap="round" stroke-linejoin="round"/></symbol>"##,
    r##"<symbol id="i-plus" viewBox="0 0 16 16"><path class="ring" d="M8 3v10M3 8h10" stroke-linecap="round"/></symbol>"##,
    r##"<symbol id="i-brand" viewBox="0 0 24 24"><path d="M2 17h5v4.5H2zM9.5 10.5h5v11h-5zM17 3.5h5v18h-5z"/></symbol>"##,
    r##"<symbol id="i-grip" viewBox="0 0 16 16"><path class="ring" d="M5.500 3.500v.1M10.500 3.500v.1M5.500 8v.1M10.500 8v.1M5.500 12.500v.1M10.500 12.500v.1" stroke-linecap="round"/></symbol>"##,
    "</svg>"
);

/// A picture beside words that say the same.
pub fn icon(name: &'static str) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true" viewBox="0 0 16 16"><use href=format!("#i-{name}")></use></svg> }
}

/// A state as shape, word and colour. `name` is also the class that colours it.
pub fn state(name: &'static str, word: impl Into<String>) -> impl IntoView {
    view! {
        <span class=format!("conf {name}")>
            <svg aria-hidden="true" viewBox="0 0 16 16"><use href=format!("#i-{name}")></use></svg>
            {word.into()}
        </span>
    }
}
