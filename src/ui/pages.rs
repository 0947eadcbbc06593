//! The pages that only the server renders: what stands in `<main>`, inside
//! [`Shell`](crate::ui::parts::shell::Shell).

mod chat;
mod home;
mod problem;
mod sign_in;
mod statement;

pub use chat::*;
pub use home::*;
pub use problem::*;
pub use sign_in::*;
pub use statement::*;

#[cfg(test)]
mod tests;
