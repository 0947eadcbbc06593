//! On duty, paused, off duty.

use super::{
    super::{Desk, DeskEvent, DeskRules, Duty},
    DeskRefusal,
};
use crate::domain::ids::{RegionId, StaffId};

impl Desk {
    pub(super) fn go_on_duty(
        &self,
        worker: StaffId,
        mut regions: Vec<RegionId>,
        capacity: u8,
        wrap_up: u8,
    ) -> Result<Vec<DeskEvent>, DeskRefusal> {
        let fits = (1..=DeskRules::MAX_CAPACITY).contains(&capacity)
            && wrap_up <= DeskRules::MAX_WRAP_UP
            && !regions.is_empty();
        if !fits {
            return Err(DeskRefusal::BadDuty);
        }
        regions.sort_unstable();
        regions.dedup();
        if let Some(known) = self.workers.get(&worker).filter(|known| known.duty != Duty::Off)
            && known.regions == regions
        {
            let mut changed = Vec::new();
            if known.capacity != capacity {
                changed.push(DeskEvent::CapacityChanged { worker, capacity });
            }
            if known.wrap_up != wrap_up {
                changed.push(DeskEvent::WrapUpChanged { worker, wrap_up });
            }
            return Ok(changed);
        }
        let mut started = vec![DeskEvent::DutyStarted { worker, regions, capacity, wrap_up }];
        if self.duty(worker) == Duty::Paused {
            started.push(DeskEvent::Paused { worker });
        }
        Ok(started)
    }

    pub(super) fn pause(&self, worker: StaffId) -> Result<Vec<DeskEvent>, DeskRefusal> {
        match self.duty(worker) {
            Duty::On => Ok(vec![DeskEvent::Paused { worker }]),
            Duty::Paused => Ok(vec![]),
            Duty::Off => Err(DeskRefusal::NotOnDuty),
        }
    }

    pub(super) fn resume(&self, worker: StaffId) -> Result<Vec<DeskEvent>, DeskRefusal> {
        match self.duty(worker) {
            Duty::Paused => Ok(vec![DeskEvent::Resumed { worker }]),
            Duty::On => Ok(vec![]),
            Duty::Off => Err(DeskRefusal::NotOnDuty),
        }
    }

    pub(super) fn go_off_duty(&self, worker: StaffId) -> Vec<DeskEvent> {
        match self.duty(worker) {
            Duty::Off => vec![],
            Duty::On | Duty::Paused => vec![DeskEvent::DutyEnded { worker }],
        }
    }

    pub(super) fn end_wrap_up(&self, worker: StaffId) -> Vec<DeskEvent> {
        let wraps_up =
            self.workers.get(&worker).is_some_and(|worker| worker.wrapping_until.is_some());
        if wraps_up { vec![DeskEvent::WrapUpEnded { worker }] } else { vec![] }
    }

    fn duty(&self, worker: StaffId) -> Duty {
        self.workers.get(&worker).map_or(Duty::Off, |worker| worker.duty)
    }
}
