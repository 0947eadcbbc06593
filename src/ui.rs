//! What people see; renders on the server and in the browser.

pub mod boot;
pub mod desk;
pub mod page;
pub mod visitor;
