//! The checks that need more than one room.
