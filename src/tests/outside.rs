//! The program from outside: a process of its own, real connections, and the clients' own code in
//! place of browsers; and what is left of it all in files, output, traffic and memory.
//!
//! Each subject has a short form among the tests and a long one, ignored there, that `make
//! forensics` runs against the release binary. Both print what they counted.

mod faults;
mod forensics;
#[path = "bench/http.rs"]
mod http;
mod killed;
mod marks;
mod page;
mod places;
mod program;
mod scene;
mod visitor;
mod who;
mod wire;
mod worker;
