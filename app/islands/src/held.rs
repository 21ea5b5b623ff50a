//! A card in the hand, and the lanes it can be put into. The page names the parts: `data-card` holds the address of the
//! form that moves the card, and `data-lane` what that form is asked for with `?to=`.
use leptos::{prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, EventTarget, HtmlElement};

/// A card in the hand, and where it came from.
#[derive(Clone)]
pub struct Held {
    pub card: HtmlElement,
    home: Place,
    pub from: (i32, i32),
    pub is_dragged: bool,
}

/// A place in a lane: before a card, or at the end.
#[derive(Clone)]
struct Place {
    lane: Element,
    before: Option<Element>,
}

impl Held {
    pub fn take(card: HtmlElement, from: (i32, i32)) -> Option<Self> {
        let home = Place { lane: lane_of(&card)?, before: card.next_element_sibling() };
        Some(Self { card, home, from, is_dragged: false })
    }

    pub fn put_back(&self) {
        put(&self.card, &self.home.lane, self.home.before.as_ref());
        self.let_go();
    }

    /// Marks it as lying in the hand.
    pub fn lift(&self) {
        let _ = self.card.class_list().add_1("is-held");
    }

    pub fn let_go(&self) {
        let _ = self.card.class_list().remove_2("is-held", "is-unsaved");
    }

    /// Waits in its new lane.
    pub fn mark_unsaved(&self) {
        let _ = self.card.class_list().remove_1("is-held");
        let _ = self.card.class_list().add_1("is-unsaved");
    }

    /// The lane it lies in now, unless that is where it came from.
    pub fn new_lane(&self) -> Option<Element> {
        lane_of(&self.card).filter(|lane| *lane != self.home.lane)
    }

    pub fn home_name(&self) -> String {
        name(&self.home.lane)
    }

    /// Puts it into the lane under a point.
    pub fn follow(&self, x: i32, y: i32) {
        #[expect(clippy::cast_precision_loss, reason = "a screen is not that wide")]
        let under = document().element_from_point(x as f32, y as f32);
        let lane = under.and_then(|under| under.closest("[data-lane]").ok().flatten());
        if let Some(lane) = lane.filter(|lane| Some(lane) != lane_of(&self.card).as_ref()) {
            put(&self.card, &lane, first_card(&lane).as_ref());
        }
    }

    /// To the lane on one side; says whether there is one.
    pub fn step(&self, key: &str) -> bool {
        let lane = lane_of(&self.card);
        let next = lane.and_then(|lane| match key {
            "ArrowLeft" | "ArrowUp" => lane.previous_element_sibling(),
            _ => lane.next_element_sibling(),
        });
        if let Some(lane) = &next {
            put(&self.card, lane, first_card(lane).as_ref());
        }
        next.is_some()
    }
}

pub fn title(card: &Element) -> String {
    let found = card.query_selector("[data-title]").ok().flatten();
    found.and_then(|title| title.text_content()).unwrap_or_default()
}

pub fn name(lane: &Element) -> String {
    lane.get_attribute("data-name").unwrap_or_default()
}

/// The card on or in which something happened, if it can be moved.
pub fn card_at(target: Option<EventTarget>) -> Option<HtmlElement> {
    let card = target?.dyn_into::<Element>().ok()?.closest("[data-card]").ok()??;
    card.query_selector(".card-grip").ok()??;
    card.dyn_into().ok()
}

pub fn grip_of(card: &Element) -> Option<HtmlElement> {
    card.query_selector(".card-grip").ok()??.dyn_into().ok()
}

pub fn lane_of(card: &Element) -> Option<Element> {
    card.closest("[data-lane]").ok()?
}

fn first_card(lane: &Element) -> Option<Element> {
    lane.query_selector("[data-card]").ok()?
}

fn put(card: &Element, lane: &Element, before: Option<&Element>) {
    if let Some(list) = lane.query_selector(".lane-cards").ok().flatten() {
        let before: Option<&web_sys::Node> = before.map(AsRef::as_ref);
        let _ = list.insert_before(card, before.filter(|before| before.parent_node().as_ref() == Some(list.as_ref())));
    }
}
