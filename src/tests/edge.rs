//! The web edge with everything behind it, asked as a browser asks, without a network.

mod calls;
mod cookies;
mod installation;
mod pages;
mod replies;
mod site;
