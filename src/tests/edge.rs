//! The web edge with everything behind it, asked as a browser asks, without a network.

mod calls;
mod cookies;
mod figures;
mod pages;
mod replies;
pub mod site;
