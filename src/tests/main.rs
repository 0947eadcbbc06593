//! The checks that need more than one room.

mod command_line;
