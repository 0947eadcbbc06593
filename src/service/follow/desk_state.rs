//! How the desk stands, as one worker sees it.

use super::visitor::peer_presence;
use crate::{
    domain::{
        desk::{Desk, DeskRules, Duty, Met, Stage, Target, Visit, WaitingRow, Worker},
        ids::{ConversationId, RegionId, StaffId},
        moment::Moment,
    },
    protocol::{
        Availability, Colleague, DeskState, Handled, HandledStage, Invitation, Part, QueueRow,
        QueueStanding, ReadAlong, RegionChoice, WishTold,
    },
    service::switchboard::{AtDesk, Switchboard},
};

/// The most rows and the most colleagues that a page is told: a frame has a largest size.
const MOST: usize = 100;

pub(super) fn desk_state(switchboard: &Switchboard, worker: &AtDesk) -> DeskState {
    let (now, rules) = (switchboard.now(), switchboard.rules());
    switchboard.look(|desk| View { switchboard, worker, desk, now, rules: &rules }.state())
}

struct View<'a> {
    switchboard: &'a Switchboard,
    worker: &'a AtDesk,
    desk: &'a Desk,
    now: Moment,
    rules: &'a DeskRules,
}

impl View<'_> {
    fn state(&self) -> DeskState {
        let staff = self.worker.staff;
        let known = self.desk.worker(staff);
        let duty = known.map_or(Duty::Off, |known| known.duty);
        let on_duty_for = known.filter(|_| duty != Duty::Off).map(|known| &known.regions);
        let waiting = match on_duty_for {
            Some(_) => self.desk.waiting_for(staff, self.rules),
            None => self.desk.waiting_in(&self.worker.regions),
        };
        let regions = on_duty_for.unwrap_or(&self.worker.regions);
        let handled = self.desk.seats_of(staff);
        let may_take = self.desk.takeable(staff, self.now, self.rules);
        DeskState {
            duty,
            capacity: known.map_or(2, |known| known.capacity),
            queue: waiting
                .iter()
                .take(MOST)
                .map(|row| self.row(row, may_take(row.conversation)))
                .collect(),
            handled: handled.map(|(id, visit)| self.handled(id, visit)).collect(),
            regions: self.choices(regions.iter().copied()),
            own_regions: self.choices(self.worker.regions.iter().copied()),
            wrap_up: known.map_or(0, |known| known.wrap_up),
            wrapping_until: known.and_then(|known| known.wrapping_until),
            invitations: self.invitations(),
            colleagues: self.colleagues(),
            staffed: self.staffed(),
        }
    }

    fn row(&self, row: &WaitingRow, may_take: bool) -> QueueRow {
        let takes_offers = self.desk.worker(self.worker.staff).is_some_and(Worker::takes_offers);
        QueueRow {
            conversation: row.conversation,
            region_name: self.switchboard.region_name(row.region),
            since: row.since,
            standing: match row.stage {
                _ if !row.presence.is_here() => QueueStanding::Away,
                Stage::Offered { to, until } if to == self.worker.staff => {
                    QueueStanding::Offered { until: Some(until) }
                }
                // Who is paused may take it all the same, but is not called to it.
                Stage::OpenToAll if may_take && takes_offers => {
                    QueueStanding::Offered { until: None }
                }
                Stage::Offered { .. } | Stage::OpenToAll => QueueStanding::OfferedElsewhere,
                _ if row.met == Met::Already => QueueStanding::Returned,
                _ => QueueStanding::Waiting,
            },
            may_take,
        }
    }

    fn handled(&self, conversation: ConversationId, visit: &Visit) -> Handled {
        let is_worker = visit.worker() == Some(self.worker.staff);
        Handled {
            conversation,
            region_name: self.switchboard.region_name(visit.region),
            stage: match visit.stage {
                Stage::Talking { since, .. } => HandledStage::Talking(since),
                _ => HandledStage::Connecting,
            },
            presence: peer_presence(visit.presence),
            part: if is_worker { Part::Worker } else { Part::Reader },
            reader: visit.reader.map(|reader| ReadAlong {
                staff: reader.who(),
                name: self.name(reader.who()),
                until: reader.until(),
            }),
            wish: visit.wish.map(|wish| WishTold {
                to: wish.to,
                name: match wish.to {
                    Target::Colleague(staff) | Target::Reader(staff) => self.name(staff),
                    Target::Region(region) => self.switchboard.region_name(region),
                },
                standing: wish.standing,
            }),
            reach: visit.reach(self.rules).collect(),
        }
    }

    fn invitations(&self) -> Vec<Invitation> {
        let invitations = self.desk.invitations_of(self.worker.staff);
        invitations
            .take(MOST)
            .filter_map(|(conversation, visit)| {
                Some(Invitation {
                    conversation,
                    name: self.name(visit.worker()?),
                    region_name: self.switchboard.region_name(visit.region),
                    until: visit.reader?.until()?,
                })
            })
            .collect()
    }

    /// Everybody at work but the worker; when they are many, those of the own regions first.
    fn colleagues(&self) -> Vec<Colleague> {
        let standings = self.desk.standings(self.now, self.rules);
        let at_work = self
            .desk
            .workers()
            .filter(|(staff, colleague)| *staff != self.worker.staff && colleague.is_at_work());
        let mut colleagues: Vec<_> = at_work
            .map(|(staff, colleague)| {
                let (name, own) = self.switchboard.names.of(staff);
                let has_place = standings.get(&staff).is_some_and(|found| found.free() > 0);
                Colleague {
                    staff,
                    name,
                    region_name: self.switchboard.region_name(own),
                    regions: colleague.regions.clone(),
                    availability: match colleague.duty {
                        Duty::Paused => Availability::Paused,
                        _ if has_place && colleague.takes_offers() => Availability::Free,
                        _ => Availability::Busy,
                    },
                }
            })
            .collect();
        let is_near = |colleague: &Colleague| {
            colleague.regions.iter().any(|region| self.worker.regions.contains(region))
        };
        colleagues.sort_by_key(|colleague| !is_near(colleague));
        colleagues.truncate(MOST);
        colleagues.sort_by(|one, other| one.name.cmp(&other.name));
        colleagues
    }

    fn staffed(&self) -> Vec<RegionChoice> {
        let published = self.switchboard.records.published();
        let regions = published.regions.all().iter().map(|region| region.id);
        self.choices(regions.filter(|region| self.desk.is_staffed_itself(*region)))
    }

    fn choices(&self, regions: impl Iterator<Item = RegionId>) -> Vec<RegionChoice> {
        regions
            .map(|region| RegionChoice { region, name: self.switchboard.region_name(region) })
            .collect()
    }

    fn name(&self, staff: StaffId) -> String {
        self.switchboard.names.of(staff).0
    }
}
