//! The web edge with everything behind it, asked as a browser asks, without a network.

mod advice;
mod appearance;
mod calls;
mod cookies;
mod figures;
mod hours;
mod installation;
mod pages;
mod replies;
mod rights;
mod second_step;
pub mod site;
mod texts;
