use std::time::Duration;

use jiff::civil::date;

use super::*;
use crate::domain::suppression::Cell;

const UTRECHT: RegionId = RegionId(20);

fn list(name: &str, cardinality: Cardinality, usage: Usage, codes: &[&str]) -> CodeList {
    let code =
        |name: &&str| Code { name: (*name).to_owned(), number: None, label: name.to_uppercase() };
    let (title, codes) = (name.to_uppercase(), codes.iter().map(code).collect());
    CodeList { name: name.to_owned(), title, cardinality, usage, codes }
}

fn edition() -> Edition {
    let lists = vec![
        list("reden", Cardinality::Several, Usage::Advice, &["a", "b", "c"]),
        list("wie", Cardinality::One, Usage::Advice, &["x", "y"]),
        list("melding", Cardinality::One, Usage::Report, &["m"]),
    ];
    Edition { name: "2025".to_owned(), lists }
}

fn chosen(pairs: &[(&str, &str)]) -> Vec<Chosen> {
    let one =
        |(list, code): &(&str, &str)| Chosen { list: (*list).to_owned(), code: (*code).to_owned() };
    pairs.iter().map(one).collect()
}

fn advice(pairs: &[(&str, &str)]) -> Result<Advice, Vec<AdviceError>> {
    edition().advice(UTRECHT, DurationBucket::ToTwenty, &chosen(pairs))
}

#[test]
fn answers_are_kept_in_the_order_of_the_lists_and_once() {
    let advice = advice(&[("wie", "y"), ("reden", "c"), ("reden", "a"), ("reden", "c")]).unwrap();
    assert_eq!(advice.chosen(), chosen(&[("reden", "a"), ("reden", "c"), ("wie", "y")]));
    assert_eq!((advice.region(), advice.edition()), (UTRECHT, "2025"));
}

#[test]
fn every_question_takes_an_answer_of_its_own_and_a_single_one_no_more() {
    let missing = |list: &str| AdviceError::Missing(list.to_owned());
    assert_eq!(advice(&[]), Err(vec![missing("reden"), missing("wie")]));
    assert_eq!(
        advice(&[("reden", "a"), ("wie", "x"), ("wie", "y")]),
        Err(vec![AdviceError::TooMany("wie".to_owned())])
    );
    assert!(advice(&[("reden", "a"), ("wie", "x"), ("wie", "x")]).is_ok(), "the same one twice");
}

#[test]
fn nothing_is_registered_that_is_not_in_the_lists() {
    let unknown = AdviceError::UnknownCode { list: "reden".to_owned(), code: "z".to_owned() };
    assert_eq!(advice(&[("reden", "a"), ("reden", "z"), ("wie", "x")]), Err(vec![unknown]));
    for list in ["iets", "melding"] {
        let refused = advice(&[("reden", "a"), ("wie", "x"), (list, "m")]);
        assert_eq!(refused, Err(vec![AdviceError::UnknownList(list.to_owned())]));
    }
}

#[test]
fn a_duration_is_stored_as_a_bucket() {
    let of = |minutes| DurationBucket::of(Duration::from_mins(minutes));
    assert_eq!(of(0), DurationBucket::UnderTen);
    assert_eq!(DurationBucket::of(Duration::from_secs(599)), DurationBucket::UnderTen);
    assert_eq!(of(10), DurationBucket::ToTwenty);
    assert_eq!(of(60), DurationBucket::Longer);
    for bucket in DurationBucket::ALL {
        assert_eq!(DurationBucket::from_code(bucket.code()), Some(bucket));
        assert_eq!(of(bucket.minutes().0.into()), bucket);
    }
    assert_eq!(DurationBucket::from_code("15"), None);
}

#[test]
fn months_and_half_years_are_read_as_they_are_written() {
    let half = HalfYear::of(date(2026, 7, 1));
    assert_eq!(half.to_string(), "2026-2");
    assert_eq!("2026-2".parse(), Ok(half));
    assert_eq!(half.before().to_string(), "2026-1");
    assert_eq!(half.before().before().to_string(), "2025-2");
    assert_eq!(half.after().to_string(), "2027-1");
    assert_eq!(half.before().after(), half);
    let months = half.months().map(|month| month.to_string());
    assert_eq!(months, ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"]);
    assert_eq!("2026-07".parse(), Ok(Month::of(date(2026, 7, 31))));
    for wrong in ["", "2026", "2026-3", "2026-0", "26-1", "-026-1", "2026-02-1", "+026-1"] {
        assert!(wrong.parse::<HalfYear>().is_err(), "{wrong}");
    }
    for wrong in ["2026-7", "2026-00", "2026-13", "2026-+7", "0000-07"] {
        assert!(wrong.parse::<Month>().is_err(), "{wrong}");
    }
}

#[test]
fn totals_leave_out_what_is_small_and_what_would_give_it_away() {
    let half: HalfYear = "2026-2".parse().unwrap();
    let [july, august, ..] = half.months();
    let mut given = Vec::new();
    for (month, who, times) in [(july, "x", 9), (july, "y", 3), (august, "x", 6), (august, "y", 7)]
    {
        let one = advice(&[("reden", "a"), ("wie", who)]).unwrap();
        given.extend(std::iter::repeat_n((month, one), times));
    }
    let earlier = half.before().months()[5];
    given.push((earlier, advice(&[("reden", "b"), ("wie", "x")]).unwrap()));
    let edition = edition();
    let totals = totals(half, &given, &[&edition]);
    assert_eq!(totals.all.months[..3], [Cell::Shown(12), Cell::Shown(13), Cell::Shown(0)]);
    assert_eq!(totals.all.total, Cell::Shown(25));
    let [reasons, who] = &totals.lists[..] else { panic!("two questions") };
    assert_eq!(reasons.lines[0].2.months[..2], [Cell::Shown(12), Cell::Shown(13)]);
    assert_eq!(reasons.lines[1].2.total, Cell::Shown(0), "another half year");
    let [(_, _, x), (_, label, y)] = &who.lines[..] else { panic!("two answers") };
    assert_eq!(label, "Y");
    assert_eq!((y.months[0], x.months[0]), (Cell::Few, Cell::Hidden));
    assert!(totals.durations.iter().any(|(bucket, line)| {
        *bucket == DurationBucket::ToTwenty && line.total == Cell::Shown(25)
    }));
}

#[test]
fn what_is_owed_is_read_as_it_is_written() {
    for duration in DurationBucket::ALL {
        let owed = Owed { region: UTRECHT, duration };
        assert_eq!(owed.to_string().parse(), Ok(owed));
    }
    for wrong in ["", "20", "20_15", "_0-10", "x_0-10", "99999_0-10"] {
        assert_eq!(wrong.parse::<Owed>(), Err(NotOwed), "{wrong}");
    }
}
