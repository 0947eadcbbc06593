//! What people see. Everything here renders on the server and in the browser; nothing here touches
//! the DOM, the network or a clock, and no sentence is written outside [`text`].

pub mod boot;
pub mod desk;
pub mod page;
pub mod pages;
pub mod parts;
pub mod text;
pub mod view;
pub mod visitor;
