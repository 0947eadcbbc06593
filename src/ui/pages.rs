//! The pages that only the server renders: what stands in `<main>`, inside
//! [`Shell`](crate::ui::parts::shell::Shell).

mod accessibility;
mod chat;
mod embed;
mod home;
mod invitation;
mod lock;
mod problem;
mod second_step;
mod sign_in;
mod statement;

pub use accessibility::*;
pub use chat::*;
pub use embed::*;
pub use home::*;
pub use invitation::*;
pub use lock::*;
pub use problem::*;
pub use second_step::*;
pub use sign_in::*;
pub use statement::*;

#[cfg(test)]
mod tests;
