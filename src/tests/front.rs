//! The program over a network, as the world meets it: with TLS of its own, behind nginx, and what
//! its operator sees of it.

mod browser;
mod marks;
mod operations;
mod program;
mod proxy;
mod secured;
