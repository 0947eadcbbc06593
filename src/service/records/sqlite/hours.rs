//! The tables of opening hours.

use rusqlite::{Connection, Transaction, params};

use super::{RecordsError, Unreadable, published::check_region};
use crate::domain::{
    hours::{Closure, Holiday, Hours, HoursError, Interval, TimeOfDay, Week, Weekday},
    ids::RegionId,
};

impl From<HoursError> for Unreadable {
    fn from(_: HoursError) -> Self {
        Self("opening hours")
    }
}

pub(super) fn of(connection: &Connection, region: RegionId) -> Result<Hours, RecordsError> {
    let mut week: [Vec<Interval>; 7] = Default::default();
    let mut found = connection
        .prepare_cached("SELECT weekday, from_minute, to_minute FROM opening WHERE region = ?")?;
    let rows = found.query_map([region.0], |row| {
        Ok((row.get::<_, u8>(0)?, row.get::<_, u16>(1)?, row.get::<_, u16>(2)?))
    })?;
    for row in rows {
        let (weekday, from, to) = row?;
        let day = week.get_mut(usize::from(weekday)).ok_or(Unreadable("a day of the week"))?;
        day.push(interval(from, to)?);
    }
    let mut found =
        connection.prepare_cached("SELECT holiday FROM closed_holiday WHERE region = ?")?;
    let holidays = found
        .query_map([region.0], |row| row.get::<_, String>(0))?
        .map(|code| Ok(Holiday::from_code(&code?).ok_or(Unreadable("a holiday"))?))
        .collect::<Result<_, RecordsError>>()?;
    let mut found = connection.prepare_cached(
        "SELECT from_date, from_minute, to_date, to_minute FROM closure WHERE region = ?",
    )?;
    let closures = found
        .query_map([region.0], |row| {
            let from = (row.get::<_, String>(0)?, row.get::<_, u16>(1)?);
            Ok((from, (row.get::<_, String>(2)?, row.get::<_, u16>(3)?)))
        })?
        .map(|row| {
            let (from, to) = row?;
            Ok(closure(&from, &to)?)
        })
        .collect::<Result<_, RecordsError>>()?;
    let week = Week::new(week).map_err(Unreadable::from)?;
    Ok(Hours::new(week, holidays, closures).map_err(Unreadable::from)?)
}

fn interval(from: u16, to: u16) -> Result<Interval, Unreadable> {
    Ok(Interval::new(TimeOfDay::try_from(from)?, TimeOfDay::try_from(to)?)?)
}

fn closure(from: &(String, u16), to: &(String, u16)) -> Result<Closure, Unreadable> {
    let at = |(date, minutes): &(String, u16)| {
        let date = date.parse().map_err(|_| Unreadable("the date of a closure"))?;
        Ok::<_, Unreadable>((date, TimeOfDay::try_from(*minutes)?))
    };
    Ok(Closure::new(at(from)?, at(to)?)?)
}

pub(super) fn set(
    transaction: &Transaction<'_>,
    region: RegionId,
    hours: &Hours,
) -> Result<(), RecordsError> {
    check_region(transaction, region)?;
    for table in ["opening", "closed_holiday", "closure"] {
        transaction.execute(&format!("DELETE FROM {table} WHERE region = ?"), [region.0])?;
    }
    let mut add = transaction.prepare_cached(
        "INSERT INTO opening (region, weekday, from_minute, to_minute) VALUES (?, ?, ?, ?)",
    )?;
    for (number, weekday) in (0_u8..).zip(Weekday::ALL) {
        for open in hours.week().day(weekday) {
            let (from, to) = (open.from().minutes(), open.to().minutes());
            add.execute(params![region.0, number, from, to])?;
        }
    }
    let mut add =
        transaction.prepare_cached("INSERT INTO closed_holiday (region, holiday) VALUES (?, ?)")?;
    for holiday in hours.holidays().iter() {
        add.execute(params![region.0, holiday.code()])?;
    }
    let mut add = transaction.prepare_cached(
        "INSERT INTO closure (region, from_date, from_minute, to_date, to_minute)
         VALUES (?, ?, ?, ?, ?)",
    )?;
    for closure in hours.closures() {
        let (from, to) = (closure.from(), closure.to());
        add.execute(params![
            region.0,
            from.0.to_string(),
            from.1.minutes(),
            to.0.to_string(),
            to.1.minutes()
        ])?;
    }
    Ok(())
}
