//! A visitor and a worker reach each other, colleagues help, and nothing gets lost.

mod absence;
mod closing;
mod connection;
mod delivery;
mod ending;
mod evaluation;
mod misuse;
mod path;
mod reading_back;
mod refusal;
mod restart;
mod routing;
mod tabs;
mod transfer;
