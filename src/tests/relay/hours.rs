//! Hours that change under somebody who waits.

use veiligchat::{
    client::VisitorPhase,
    domain::{
        hours::{Closure, Holidays, Hours, Interval, TimeOfDay, Week, date_of},
        ids::RegionId,
        moment::Moment,
    },
    protocol::{Notice, Situation},
    service::records::{Change, Thing},
};

use crate::stage::{House, SECOND, Visitor};

const UTRECHT: RegionId = RegionId(20);
const TWENTE: RegionId = RegionId(19);

fn notice(visitor: &Visitor) -> Option<Notice> {
    match visitor.phase() {
        VisitorPhase::Live(Situation::Waiting { notice, .. }) => Some(notice),
        _ => None,
    }
}

/// Publishes hours as the office does.
async fn publish(house: &House, hours: Hours) {
    let on = house.records().version(Thing::Hours(UTRECHT)).await.unwrap();
    house.records().change(on, Change::Hours(UTRECHT, hours)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn who_waits_is_told_within_a_second_that_it_closed_and_that_it_opened_again() {
    let house = House::open().await;
    let anna = house.worker("anna", 1).await;
    let first = house.visitor("Roos").await;
    anna.talks_to(&first).await;
    let waiting = house.visitor("Merel").await;
    let elsewhere = house.worker("chris", 1).await;
    let other = house.visitor_of("twente", "Tess").await;
    house.until("merel waits", || notice(&waiting) == Some(Notice::None)).await;

    let today = date_of(house.now());
    let closed_today = Closure::new((today, TimeOfDay::START), (today, TimeOfDay::END)).unwrap();
    let hours = Hours::new(Week::round_the_clock(), Holidays::none(), vec![closed_today]);
    publish(&house, hours.unwrap()).await;
    house
        .until_within(SECOND, "merel is told", || notice(&waiting) == Some(Notice::PastClosing))
        .await;
    assert_ne!(notice(&other), Some(Notice::PastClosing), "another region goes on");
    assert!(first.is_talking(), "a conversation goes on");
    let refused = Visitor::try_sign_up(&house, "Late", UTRECHT).await;
    assert!(refused.is_err(), "nobody signs up after closing time");
    assert!(Visitor::try_sign_up(&house, "Ook", TWENTE).await.is_ok());

    publish(&house, Hours::round_the_clock()).await;
    house.until_within(SECOND, "merel is told", || notice(&waiting) == Some(Notice::None)).await;
    drop(elsewhere);
}

/// A moment written as `2027-03-28T00:50Z`.
fn utc(text: &str) -> Moment {
    let at: jiff::Timestamp = text.parse().unwrap();
    Moment::from_millis(at.as_millisecond())
}

/// Open at these times, by the day of the week from Monday.
fn open_at(times: &[(usize, &str, &str)]) -> Hours {
    let mut days: [Vec<Interval>; 7] = Default::default();
    for (day, from, to) in times {
        let time = |text: &str| text.parse::<TimeOfDay>().unwrap();
        days[*day].push(Interval::new(time(from), time(to)).unwrap());
    }
    Hours::new(Week::new(days).unwrap(), Holidays::none(), Vec::new()).unwrap()
}

#[tokio::test(start_paused = true)]
async fn closing_time_comes_when_it_does_in_nights_without_an_ordinary_hour() {
    const FRIDAY: usize = 4;
    const SATURDAY: usize = 5;
    const SUNDAY: usize = 6;
    for (what, start, hours, closes) in [
        ("midnight", "2027-07-02T21:30Z", open_at(&[(FRIDAY, "20:00", "24:00")]), "22:00"),
        (
            "an evening past midnight",
            "2027-07-02T21:30Z",
            open_at(&[(FRIDAY, "20:00", "24:00"), (SATURDAY, "0:00", "0:30")]),
            "22:30",
        ),
        // The clock goes from 2:00 to 3:00.
        ("spring", "2027-03-28T00:40Z", open_at(&[(SUNDAY, "1:00", "2:30")]), "01:00"),
        ("after spring", "2027-03-28T00:40Z", open_at(&[(SUNDAY, "1:00", "3:15")]), "01:15"),
        // The clock goes from 3:00 back to 2:00.
        ("autumn", "2027-10-31T00:10Z", open_at(&[(SUNDAY, "1:00", "2:30")]), "01:30"),
    ] {
        let house = House::at(utc(start)).await;
        publish(&house, hours).await;
        let anna = house.worker("anna", 1).await;
        let first = house.visitor("Roos").await;
        anna.talks_to(&first).await;
        let waiting = house.visitor("Merel").await;
        let closing = utc(&format!("{}T{closes}Z", &start[..10]));
        let left = closing.since(house.now()).checked_sub(SECOND).expect(what);
        house.pass(left).await;
        assert_eq!(notice(&waiting), Some(Notice::None), "{what}: not before its time");
        house.pass(2 * SECOND).await;
        assert_eq!(notice(&waiting), Some(Notice::PastClosing), "{what}");
        assert!(first.is_talking(), "{what}");
        let late = Visitor::try_sign_up(&house, "Late", UTRECHT).await;
        assert!(late.is_err(), "{what}: nobody signs up after closing time");
    }
}
