//! The main job: a visitor and a worker reach each other, and nothing gets lost.

mod absence;
mod connection;
mod delivery;
mod ending;
mod misuse;
mod path;
mod refusal;
mod restart;
mod tabs;
