//! The web edge with everything behind it, asked as a browser asks, without a network.

mod advice;
mod calls;
mod cookies;
mod pages;
mod replies;
mod site;
