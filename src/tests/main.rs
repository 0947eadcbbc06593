//! The checks that need more than one room.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(
    clippy::double_ended_iterator_last,
    clippy::option_option,
    clippy::redundant_closure_for_method_calls,
    clippy::semicolon_if_nothing_returned,
    clippy::similar_names,
    clippy::unused_self,
    reason = "a scene reads like a sentence"
)]

mod architecture;
mod command_line;
mod edge;
mod figures;
mod front;
mod outside;
mod relay;
mod simulation;
mod stage;
mod week;
