//! The web edge with everything behind it, asked as a browser asks, without a network but for what is
//! about connections.

mod advice;
mod appearance;
mod calls;
mod connections;
mod cookies;
mod crawl;
mod figures;
mod garbage;
mod hours;
mod installation;
mod pages;
mod replies;
mod rights;
mod second_step;
pub mod site;
mod texts;
