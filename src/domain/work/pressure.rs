//! How much work is asked: none while people sign up as they always do, and twice as much with each
//! step of a rush, up to a bound. Counted for each region and for all of them: a rush on one region
//! asks nothing of visitors of another, until it is a rush on everything.

use std::{collections::BTreeMap, time::Duration};

use super::Effort;
use crate::domain::{
    ids::RegionId,
    moment::Moment,
    rate::{Bucket, Rate},
};

/// What is usual, and from where on work is asked.
#[derive(Debug)]
struct Usual {
    /// How many sign up at once at the most that count, and how often one is forgotten.
    rate: Rate,
    /// How many at once ask for no work.
    free: u32,
    /// With how many more the work doubles.
    step: u32,
}

/// A region that is busy sees ten an hour: these are twenty at once, and ten a minute.
const REGION: Usual = Usual { rate: Rate::new(50, Duration::from_secs(6)), free: 20, step: 5 };

/// All 26 regions together.
const EVERYWHERE: Usual =
    Usual { rate: Rate::new(180, Duration::from_secs(1)), free: 60, step: 20 };

impl Usual {
    fn effort(&self, bucket: Bucket, now: Moment) -> Option<Effort> {
        let above = bucket.taken(&self.rate, now).checked_sub(self.free)?;
        Some(Effort::doubled(above / self.step))
    }
}

/// How many signed up lately.
#[derive(Debug)]
pub struct Pressure {
    everywhere: Bucket,
    regions: BTreeMap<RegionId, Bucket>,
}

impl Default for Pressure {
    fn default() -> Self {
        Self { everywhere: Bucket::FULL, regions: BTreeMap::new() }
    }
}

impl Pressure {
    /// What the next one who signs up for this region has to do; `None` when nothing.
    #[must_use]
    pub fn effort(&self, region: RegionId, now: Moment) -> Option<Effort> {
        let own = self.regions.get(&region).and_then(|bucket| REGION.effort(*bucket, now));
        own.max(EVERYWHERE.effort(self.everywhere, now))
    }

    /// Somebody signs up. `region` is one that exists, so that there are never many.
    pub fn count(&mut self, region: RegionId, now: Moment) {
        self.regions.retain(|_, bucket| !bucket.is_full(now));
        self.regions.entry(region).or_insert(Bucket::FULL).draw(&REGION.rate, now);
        self.everywhere.draw(&EVERYWHERE.rate, now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::from_millis(1_800_000_000_000);
    const UTRECHT: RegionId = RegionId(20);
    const TWENTE: RegionId = RegionId(19);

    fn after(sign_ups: u32, region: impl Fn(u32) -> RegionId) -> Pressure {
        let mut pressure = Pressure::default();
        (0..sign_ups).for_each(|number| pressure.count(region(number), NOON));
        pressure
    }

    fn one_of_all(number: u32) -> RegionId {
        RegionId(u16::try_from(number % 26 + 1).unwrap())
    }

    #[test]
    fn at_rest_nothing_is_asked() {
        assert_eq!(Pressure::default().effort(UTRECHT, NOON), None);
        // The busiest hour that the figures of a year show, in one region, many times over.
        let mut pressure = Pressure::default();
        for minute in 0..60 {
            let now = NOON + Duration::from_mins(minute);
            for _ in 0..9 {
                assert_eq!(pressure.effort(UTRECHT, now), None, "in minute {minute}");
                pressure.count(UTRECHT, now);
            }
        }
    }

    #[test]
    fn with_a_rush_the_work_doubles_up_to_a_bound() {
        let asked = |sign_ups| after(sign_ups, |_| UTRECHT).effort(UTRECHT, NOON);
        assert_eq!(asked(19), None);
        let efforts = [20, 25, 30, 35, 40, 45, 50, 500].map(|sign_ups| asked(sign_ups).unwrap());
        assert_eq!(efforts.map(Effort::number), [32, 64, 128, 256, 512, 1_024, 1_024, 1_024]);
        assert_eq!(efforts[7], Effort::MOST);
    }

    #[test]
    fn a_rush_on_one_region_asks_nothing_of_another() {
        let pressure = after(55, |_| TWENTE);
        assert_eq!(pressure.effort(TWENTE, NOON), Some(Effort::MOST));
        assert_eq!(pressure.effort(UTRECHT, NOON), None);
    }

    #[test]
    fn a_rush_on_all_regions_is_one_too() {
        let spread = |sign_ups| after(sign_ups, one_of_all);
        assert_eq!(spread(59).effort(UTRECHT, NOON), None);
        assert_eq!(spread(60).effort(UTRECHT, NOON), Some(Effort::FIRST));
        assert_eq!(spread(1_000).effort(UTRECHT, NOON), Some(Effort::MOST));
    }

    #[test]
    fn a_rush_is_forgotten_in_a_few_minutes_and_the_regions_with_it() {
        let mut pressure = after(500, one_of_all);
        assert_eq!(pressure.effort(UTRECHT, NOON + Duration::from_mins(3)), None);
        let later = NOON + Duration::from_mins(10);
        pressure.count(UTRECHT, later);
        assert_eq!(pressure.regions.len(), 1);
    }
}
