//! What a worker wishes for the duty.

use leptos::prelude::*;

use super::Desktop;
use crate::{
    browser::{desk::DeskDriver, page::time_of_day},
    domain::{desk::Duty, ids::RegionId, moment::Moment},
    protocol::{DeskState, DutyWish},
    ui::{
        desk::{OwnRegion, Readiness},
        put,
    },
};

impl Desktop {
    /// On duty, as the desk shows it.
    pub(super) fn on_duty(self, capacity: u8) -> DutyWish {
        let own = self.screen.own_regions.get_untracked();
        let chosen = own.iter().filter(|own| own.on).map(|own| own.region);
        let regions = if own.len() > 1 { chosen.collect() } else { Vec::new() };
        DutyWish::On { capacity, regions, wrap_up: self.screen.wrap_up.get_untracked() }
    }

    /// What was changed holds at once for who is on duty, and from then on for who is not.
    pub(super) fn change_duty(self, driver: DeskDriver) {
        let off = self.screen.readiness.get_untracked() == Readiness::Off;
        if !off || !self.wishes.with_value(Vec::is_empty) {
            self.wish(driver, self.on_duty(self.screen.capacity.get_untracked()));
        }
    }

    /// On duty for this region too, or no more; one always stays.
    pub(super) fn choose_region(self, region: RegionId, on: bool) {
        self.screen.own_regions.update(|own| {
            let others = own.iter().filter(|own| own.region != region && own.on).count();
            for own in own.iter_mut().filter(|own| own.region == region) {
                own.on = on || others == 0;
            }
        });
    }

    /// Shows for which regions, and whether something is written up.
    pub(super) fn show_duty(self, state: &DeskState, time: Moment) {
        let screen = self.screen;
        let until = state.wrapping_until.filter(|until| *until > time);
        put(screen.wrapping, until.map(time_of_day).unwrap_or_default());
        let settled = self.wishes.with_value(Vec::is_empty);
        let known = screen.own_regions.with_untracked(|own| !own.is_empty());
        if !settled || (state.duty == Duty::Off && known) {
            return;
        }
        if state.duty != Duty::Off {
            put(screen.capacity, state.capacity);
            put(screen.wrap_up, state.wrap_up);
        }
        let own = state.own_regions.iter().map(|own| OwnRegion {
            region: own.region,
            name: own.name.clone(),
            on: state.regions.iter().any(|on| on.region == own.region),
        });
        put(screen.own_regions, own.collect());
    }
}
