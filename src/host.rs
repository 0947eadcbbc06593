//! The process and its web edge: the only room that sees everything. It alone knows cookies,
//! headers and statuses; nothing below it does, and nobody's address is read anywhere.

pub mod appearance;
pub mod assets;
pub mod commands;
pub mod config;
pub mod connections;
pub mod context;
pub mod embed;
pub mod headers;
pub mod installation;
pub mod invitation;
pub mod lifecycle;
pub mod limits;
pub mod lock;
pub mod office;
pub mod operations;
pub mod pages;
pub mod qr;
pub mod router;
pub mod second_step;
pub mod session;
pub mod telemetry;
pub mod tls;
