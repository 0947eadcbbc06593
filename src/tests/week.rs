//! A week of a helpline at the desk's rules alone: 425 visitors between Monday nine o'clock and
//! Friday five o'clock, 26 regions, one chat worker in each, conversations of 20 minutes. It prints
//! how long people wait and how many are not helped, with regions helping each other and without.
//!
//! Assumed, since nobody publishes it: a worker chats with one visitor at a time, beside the phone;
//! is at lunch for half an hour; writes up for five minutes; and one region in eight has nobody on a
//! given day. Visitors give up after a quarter of an hour on average. Four in five say yes to another
//! region, ten seconds after they were asked. With help, each region is backed up by three others.

mod people;

use std::time::Duration;

use self::people::Week;

/// How many weeks are put together.
const WEEKS: u64 = 8;

/// What came of the visitors of some weeks.
#[derive(Default)]
pub struct Outcome {
    /// From the press on "Start de chat" to the first worker, in order once [`Self::sorted`].
    pub waits: Vec<Duration>,
    pub turned_away: u32,
    pub gave_up: u32,
}

impl Outcome {
    fn of(backups: u16) -> Self {
        let mut all = Self::default();
        for seed in 0..WEEKS {
            let week = Week::play(seed, backups);
            all.waits.extend(week.waits);
            all.turned_away += week.turned_away;
            all.gave_up += week.gave_up;
        }
        all.waits.sort_unstable();
        all
    }

    fn visitors(&self) -> u32 {
        self.turned_away + self.gave_up + u32::try_from(self.waits.len()).unwrap_or(u32::MAX)
    }

    /// Of every hundred visitors.
    fn not_helped(&self) -> f64 {
        100.0 * f64::from(self.turned_away + self.gave_up) / f64::from(self.visitors())
    }

    /// The wait that so many of every hundred helped visitors stay below.
    fn percentile(&self, hundredth: usize) -> Duration {
        self.waits[(self.waits.len() - 1) * hundredth / 100]
    }

    fn print(&self, title: &str) {
        let seconds = |hundredth| self.percentile(hundredth).as_secs();
        println!(
            "{title:26} {:8} {:9} s {:9} s {:9} s {:10.1} %",
            self.visitors(),
            seconds(50),
            seconds(90),
            seconds(99),
            self.not_helped()
        );
    }
}

#[test]
fn regions_that_help_each_other_leave_fewer_people_without_help() {
    let (alone, together) = (Outcome::of(0), Outcome::of(3));
    let heads = ["visitors", "median", "90 %", "99 %", "not helped"];
    let [visitors, median, most, nearly_all, not_helped] = heads;
    println!("{WEEKS} weeks");
    println!("{:26} {visitors:>8} {median:>11} {most:>11} {nearly_all:>11} {not_helped:>12}", "");
    alone.print("every region for itself");
    together.print("three backups each");

    let expected = 425 * u32::try_from(WEEKS).unwrap();
    for outcome in [&alone, &together] {
        assert!(outcome.visitors().abs_diff(expected) < expected / 20, "another load");
    }
    assert!(together.not_helped() < alone.not_helped() / 2.0);
    assert!(together.percentile(99) < alone.percentile(99));
}
