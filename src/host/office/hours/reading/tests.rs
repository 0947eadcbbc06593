//! Hours as people type them.

use super::*;

/// Tuesday 24 November 2026, 12:00 in Amsterdam.
const NOW: Moment = Moment::from_millis(1_795_518_000_000);

fn posted(pairs: &[(&str, &str)]) -> TypedHours {
    typed(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn read_now(typed: &mut TypedHours) -> Option<Hours> {
    read(typed, &Hours::default(), NOW)
}

#[test]
fn what_is_stored_and_shown_is_read_back() {
    let midnight =
        [("van-4-0", "19:00"), ("tot-4-0", "00:00"), ("van-4-1", "09.30"), ("tot-4-1", "12:00")];
    let day = [("dicht-van-0", "2026-12-24T12:00"), ("dicht-tot-0", "2026-12-28T00:00")];
    let mut typed = posted(&[&midnight[..], &day[..], &[("feestdag", "christmas")]].concat());
    let hours = read_now(&mut typed).unwrap();
    assert_eq!(hours.week().day(crate::domain::hours::Weekday::Friday).len(), 2);
    assert!(hours.holidays().contains(Holiday::Christmas));
    assert_eq!(hours.holidays().iter().count(), 1);
    let mut again = TypedHours::of(&hours, String::new());
    assert_eq!(again.days[4][1].to, "00:00");
    assert_eq!(again.closures, typed.closures);
    assert_eq!(read_now(&mut again), Some(hours));
}

#[test]
fn each_row_says_what_is_wrong_with_it() {
    let mut typed = posted(&[
        ("van-0-0", "17:00"),
        ("tot-0-0", "09:00"),
        ("van-1-0", "09:00"),
        ("tot-1-0", "12:00"),
        ("van-1-1", "11:59"),
        ("tot-1-1", "17:00"),
        ("van-2-0", "9 uur"),
        ("tot-2-0", "12:00"),
        ("van-3-0", "09:00"),
        ("tot-3-0", ""),
        ("van-4-0", ""),
        ("tot-4-0", ""),
    ]);
    assert_eq!(read_now(&mut typed), None);
    let troubles = typed.days.each_ref().map(|rows| rows.last().and_then(|row| row.trouble));
    assert_eq!(
        troubles,
        [
            Some(TimeTrouble::Reversed),
            Some(TimeTrouble::Overlaps),
            Some(TimeTrouble::NotATime),
            Some(TimeTrouble::Half),
            None,
            None,
            None,
        ]
    );
    assert_eq!(typed.days[1][0].trouble, None, "the remark stands at one of the two");
    assert_eq!(typed.days[2][0].from, "9 uur", "what was typed stays");
}

#[test]
fn each_closure_says_what_is_wrong_with_it() {
    let rows = [
        ("2026-11-24T13:00", "2026-11-24T15:00", None),
        ("2026-11-24T14:59", "2026-11-25T15:00", Some(ClosureTrouble::Overlaps)),
        ("2026-12-02T09:00", "2026-12-01T09:00", Some(ClosureTrouble::Reversed)),
        ("2026-11-20T09:00", "2026-11-24T12:00", Some(ClosureTrouble::Past)),
        ("2026-11-24T11:00", "2026-11-24T12:01", None),
        ("2026-12-24", "", Some(ClosureTrouble::Half)),
        ("2026-02-30T09:00", "2026-12-24T09:00", Some(ClosureTrouble::NotATime)),
        ("2031-12-31T09:00", "2032-01-01T09:00", Some(ClosureTrouble::Far)),
        ("", "", None),
    ];
    let mut typed = posted(&[]);
    typed.closures = rows
        .iter()
        .map(|(from, to, _)| TypedClosure {
            from: (*from).to_owned(),
            to: (*to).to_owned(),
            trouble: None,
        })
        .collect();
    assert_eq!(read_now(&mut typed), None);
    let troubles: Vec<_> = typed.closures.iter().map(|row| row.trouble).collect();
    assert_eq!(troubles, rows.map(|(.., trouble)| trouble));
}

#[test]
fn a_closure_that_ended_meanwhile_is_left_out_without_a_word() {
    let at = |text| date_and_time(text).unwrap();
    let past = Closure::new(at("2026-11-20T09:00"), at("2026-11-21T09:00")).unwrap();
    let stored = Hours::new(Week::default(), Holiday::ALL.into_iter().collect(), vec![past]);
    let stored = stored.unwrap();
    let mut typed = TypedHours::of(&stored, String::new());
    let hours = read(&mut typed, &stored, NOW).unwrap();
    assert_eq!(hours.closures(), []);
    assert_eq!(hours.week(), stored.week());
}

#[test]
fn a_day_has_at_most_eight_times() {
    let mut typed = posted(&[]);
    typed.days[0] = (0..9)
        .map(|hour| TypedTime {
            from: format!("{:02}:00", hour * 2),
            to: format!("{:02}:30", hour * 2),
            trouble: None,
        })
        .collect();
    assert_eq!(read_now(&mut typed), None);
    assert_eq!(typed.days[0][8].trouble, Some(TimeTrouble::TooMany));
    typed.days[0].pop();
    assert!(read_now(&mut typed).is_some());
}
