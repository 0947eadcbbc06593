//! Files that whoever runs this hands in.

use super::done;
use crate::{
    domain::region::Regions,
    host::config::Config,
    service::records::{Edition, read_table},
};

/// A table of municipalities.
pub fn municipalities(bytes: &[u8]) {
    for edition in [Edition::TwentySix, Edition::TwentyFive] {
        if let Ok(table) = read_table(bytes, edition)
            && let Ok(regions) = table.applied_to(&Regions::default())
        {
            // Applied again it changes nothing.
            assert!(table.applied_to(&regions).is_ok());
        }
    }
}

/// `Leptos.toml`.
pub fn settings(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        done(Config::parse(text));
    }
}
