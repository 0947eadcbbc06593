//! A visitor and a worker reach each other, colleagues help, and nothing gets lost.

mod absence;
mod closing;
mod connection;
mod delivery;
mod ending;
mod evaluation;
mod hours;
mod limits;
mod misuse;
mod path;
mod reading_back;
mod refusal;
mod registration;
mod restart;
mod routing;
mod tabs;
mod transfer;
