//! The product through its addresses.
mod budget;
mod direction;
mod innovation;
mod http;
mod milestone;
mod risk;
mod settings;
mod stage_move;
mod update;
mod work;
