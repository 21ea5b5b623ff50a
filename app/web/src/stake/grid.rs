//! Power and interest as a drawing: who is to be worked with closely. The table beside it holds the same.
use domain::{Stake, StakeSight};
use leptos::prelude::*;

/// Units of the drawing.
const LEFT: i32 = 56;
const TOP: i32 = 12;
const CELL: i32 = 88;
const SIDE: i32 = CELL * 5;
/// Most marks in a row of a square.
const ACROSS: i32 = 3;

/// One mark: its letter, what it stands for, where it leads to.
pub struct Mark {
    pub letter: String,
    pub words: String,
    pub address: String,
    pub power: u8,
    pub interest: u8,
    pub is_priority: bool,
}

/// A to Z, then numbers.
pub fn letter(index: usize) -> String {
    match u8::try_from(index) {
        Ok(index @ 0..=25) => char::from(b'A' + index).to_string(),
        _ => (index + 1).to_string(),
    }
}

/// "3 of 8 groups have much power and much interest".
pub fn finding(sights: &[StakeSight]) -> String {
    let much = |one: &Stake| one.power >= 4 && one.interest >= 4;
    let close = sights.iter().filter(|one| much(one.stake)).count();
    let word = if sights.len() == 1 { "group has" } else { "groups have" };
    format!("{close} of {} {word} much power and much interest", sights.len())
}

pub fn grid(title: &str, marks: &[Mark]) -> impl IntoView + use<> {
    let lines = (0..=5).map(|step| {
        let (x, y) = (LEFT + step * CELL, TOP + step * CELL);
        let class = if step == 3 { "ax" } else { "g" };
        // From 4 upwards is much: the second line from the top.
        let level = if step == 2 { "ax" } else { "g" };
        view! {
            <line class=class x1=x y1=TOP x2=x y2={TOP + SIDE}/>
            <line class=level x1=LEFT y1=y x2={LEFT + SIDE} y2=y/>
        }
    });
    let heads = (1..=5).map(|step| {
        let (x, y) = (LEFT + (step - 1) * CELL + CELL / 2, TOP + SIDE - (step - 1) * CELL - CELL / 2 + 4);
        view! {
            <text class="t-m" x=x y={TOP + SIDE + 18}>{step}</text>
            <text class="t-e" x={LEFT - 8} y=y>{step}</text>
        }
    });
    let drawn = marks.iter().enumerate().map(|(index, mark)| {
        let same = |one: &Mark| (one.power, one.interest) == (mark.power, mark.interest);
        let nth = marks.iter().take(index).filter(|one| same(one)).count();
        draw(mark, i32::try_from(nth).unwrap_or(0))
    });
    let (title, name) = (title.to_owned(), title.to_owned());
    view! {
        <svg class="chart chart-text" viewBox=format!("0 0 {} {}", LEFT + SIDE + 12, TOP + SIDE + 44) role="group" aria-label=name>
            <title>{title}</title>
            {lines.collect_view()}
            {heads.collect_view()}
            <text class="t-m t-b" x={LEFT + SIDE / 2} y={TOP + SIDE + 38}>"Interest"</text>
            <text class="t-m t-b" x="14" y={TOP + SIDE / 2} transform=format!("rotate(-90 14 {})", TOP + SIDE / 2)>"Power"</text>
            {drawn.collect_view()}
        </svg>
    }
}

fn draw(mark: &Mark, nth: i32) -> impl IntoView + use<> {
    let (column, row) = (nth % ACROSS, nth / ACROSS);
    let x = LEFT + (i32::from(mark.interest) - 1) * CELL + 18 + column * 26;
    let y = TOP + SIDE - i32::from(mark.power) * CELL + 18 + row * 26;
    let class = if mark.is_priority { "mark mark-first" } else { "mark" };
    view! {
        <a href=mark.address.clone() aria-label=mark.words.clone()>
            <circle class=class cx=x cy=y r="11"/>
            <text class=if mark.is_priority { "t-m mark-t-first" } else { "t-m mark-t" } x=x y={y + 4}>{mark.letter.clone()}</text>
            <title>{mark.words.clone()}</title>
        </a>
    }
}
