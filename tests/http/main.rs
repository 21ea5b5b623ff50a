//! The product through its addresses.
mod account;
mod budget;
mod direction;
mod http;
mod import;
mod innovation;
mod matrix;
mod milestone;
mod people;
mod queries;
mod risk;
mod settings;
mod setup;
mod stage_move;
mod update;
mod weight;
mod work;
