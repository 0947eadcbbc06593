//! How often something may be done: a number at once, then one in each interval.

use std::time::Duration;

use super::moment::Moment;

/// So many at once, then one in each interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many at once.
    pub burst: u32,
    /// After how long there is one more.
    pub interval: Duration,
}

impl Rate {
    /// So many at once, then one in each interval.
    #[must_use]
    pub const fn new(burst: u32, interval: Duration) -> Self {
        Self { burst, interval }
    }

    /// How long it takes until everything that was taken is there again.
    const fn whole(&self) -> Duration {
        self.interval.saturating_mul(self.burst)
    }
}

/// A bucket from which one is taken each time, as the moment when it is full again (the generic cell
/// rate algorithm).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    full: Moment,
}

impl Bucket {
    /// A bucket from which nothing was taken.
    pub const FULL: Self = Self { full: Moment::from_millis(i64::MIN) };

    /// Takes one, or tells how long to wait and takes none.
    pub fn take(&mut self, rate: &Rate, now: Moment) -> Result<(), Duration> {
        match self.wait(rate, now) {
            Duration::ZERO => {
                self.draw(rate, now);
                Ok(())
            }
            wait => Err(wait),
        }
    }

    /// How long to wait until one can be taken; zero when it can be now.
    #[must_use]
    pub fn wait(self, rate: &Rate, now: Moment) -> Duration {
        (self.normal(rate, now).full + rate.interval).since(now).saturating_sub(rate.whole())
    }

    /// Takes one, whether there is one or not; an empty bucket stays as it is.
    pub fn draw(&mut self, rate: &Rate, now: Moment) {
        self.full = self.normal(rate, now).full + rate.interval;
    }

    /// Puts one back.
    pub fn give_back(&mut self, rate: &Rate) {
        self.full = self.full - rate.interval;
    }

    /// How many are taken and not there again.
    #[must_use]
    pub fn taken(self, rate: &Rate, now: Moment) -> u32 {
        let missing = self.normal(rate, now).full.since(now).as_millis();
        let each = rate.interval.as_millis().max(1);
        u32::try_from(missing.div_ceil(each)).unwrap_or(u32::MAX)
    }

    /// Whether nothing is missing, so that the bucket needs no place.
    #[must_use]
    pub fn is_full(self, now: Moment) -> bool {
        self.full <= now
    }

    /// A clock that was put back must not make anybody wait longer than an empty bucket does.
    fn normal(self, rate: &Rate, now: Moment) -> Self {
        Self { full: self.full.clamp(now, now + rate.whole()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::from_millis(1_800_000_000_000);
    const RATE: Rate = Rate::new(3, Duration::from_secs(10));

    fn emptied() -> Bucket {
        let mut bucket = Bucket::FULL;
        (0..3).for_each(|_| bucket.take(&RATE, NOON).unwrap());
        bucket
    }

    #[test]
    fn there_are_so_many_at_once_and_then_one_in_each_interval() {
        let mut bucket = emptied();
        assert_eq!(bucket.take(&RATE, NOON), Err(Duration::from_secs(10)));
        let later = NOON + Duration::from_secs(4);
        assert_eq!(bucket.take(&RATE, later), Err(Duration::from_secs(6)));
        let then = NOON + Duration::from_secs(10);
        bucket.take(&RATE, then).unwrap();
        assert!(bucket.take(&RATE, then).is_err());
    }

    #[test]
    fn what_is_taken_comes_back_with_time_or_by_hand() {
        let mut bucket = emptied();
        let taken =
            |bucket: Bucket, seconds| bucket.taken(&RATE, NOON + Duration::from_secs(seconds));
        assert_eq!([0, 5, 10, 29, 30].map(|seconds| taken(bucket, seconds)), [3, 3, 2, 1, 0]);
        assert!(!bucket.is_full(NOON) && bucket.is_full(NOON + Duration::from_secs(30)));
        bucket.give_back(&RATE);
        assert_eq!(taken(bucket, 0), 2);
    }

    #[test]
    fn an_empty_bucket_gets_no_emptier() {
        let mut bucket = emptied();
        (0..100).for_each(|_| bucket.draw(&RATE, NOON));
        assert!(bucket.wait(&RATE, NOON) <= Duration::from_secs(20));
        assert!(bucket.taken(&RATE, NOON) <= 4);
    }

    #[test]
    fn a_clock_that_was_put_back_keeps_nobody_waiting() {
        let mut bucket = emptied();
        let yesterday = NOON - Duration::from_hours(24);
        assert_eq!(bucket.take(&RATE, yesterday), Err(Duration::from_secs(10)));
    }
}
