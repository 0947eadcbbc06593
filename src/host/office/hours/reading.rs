//! Reads the posted hours, and says at each row what is wrong with it.

use jiff::civil::{Date, DateTime};

use super::super::Fields;
use crate::{
    domain::{
        hours::{Civil, Closure, Holiday, Hours, HoursError, Interval, TimeOfDay, Week, date_of},
        moment::Moment,
    },
    ui::office::hours::{ClosureTrouble, TimeTrouble, TypedClosure, TypedHours, TypedTime},
};

/// How many rows of a kind are read; more than there may be, so that somebody is told.
const MOST_ROWS: usize = Hours::MOST_CLOSURES + 1;

/// How many years ahead a closure may end.
const YEARS_AHEAD: i16 = 5;

/// What was typed.
pub(crate) fn typed(fields: &Fields) -> TypedHours {
    let pairs = |from: &str, to: &str| {
        let names = (0..MOST_ROWS).map(|row| (format!("{from}{row}"), format!("{to}{row}")));
        names
            .take_while(|(from, to)| fields.has(from) || fields.has(to))
            .map(|(from, to)| (fields.get(&from).to_owned(), fields.get(&to).to_owned()))
            .collect::<Vec<_>>()
    };
    TypedHours {
        version: fields.get("versie").to_owned(),
        days: std::array::from_fn(|day| {
            let rows = pairs(&format!("van-{day}-"), &format!("tot-{day}-")).into_iter();
            rows.map(|(from, to)| TypedTime { from, to, trouble: None }).collect()
        }),
        holidays: fields.all("feestdag").filter_map(Holiday::from_code).collect(),
        closures: pairs("dicht-van-", "dicht-tot-")
            .into_iter()
            .map(|(from, to)| TypedClosure { from, to, trouble: None })
            .collect(),
    }
}

/// The hours that were typed; `None` when something is wrong, which the rows then say. Rows that
/// are empty count for nothing, nor does a stored closure that has ended meanwhile.
pub(crate) fn read(typed: &mut TypedHours, stored: &Hours, now: Moment) -> Option<Hours> {
    let mut week: [Vec<Interval>; 7] = Default::default();
    for (rows, day) in typed.days.iter_mut().zip(&mut week) {
        for row in rows {
            row.trouble = match interval(row) {
                Ok(None) => None,
                Ok(Some(open)) if day.iter().any(|other| overlap(*other, open)) => {
                    Some(TimeTrouble::Overlaps)
                }
                Ok(Some(_)) if day.len() == Week::MOST_INTERVALS => Some(TimeTrouble::TooMany),
                Ok(Some(open)) => {
                    day.push(open);
                    None
                }
                Err(trouble) => Some(trouble),
            };
        }
    }
    let mut closures: Vec<Closure> = Vec::new();
    for row in &mut typed.closures {
        row.trouble = match closure(row, now) {
            Ok(None) => None,
            Ok(Some(new)) if closures.iter().any(|other| share(*other, new)) => {
                Some(ClosureTrouble::Overlaps)
            }
            Ok(Some(_)) if closures.len() == Hours::MOST_CLOSURES => Some(ClosureTrouble::TooMany),
            Ok(Some(new)) => {
                closures.push(new);
                None
            }
            Err(ClosureTrouble::Past) if was_there(row, stored) => None,
            Err(trouble) => Some(trouble),
        };
    }
    if typed.is_wrong() {
        return None;
    }
    Hours::new(Week::new(week).ok()?, typed.holidays.clone(), closures).ok()
}

fn interval(row: &TypedTime) -> Result<Option<Interval>, TimeTrouble> {
    let (from, to) = (row.from.trim(), row.to.trim());
    if from.is_empty() && to.is_empty() {
        return Ok(None);
    }
    if from.is_empty() || to.is_empty() {
        return Err(TimeTrouble::Half);
    }
    let time = |text: &str| text.parse::<TimeOfDay>().map_err(|_| TimeTrouble::NotATime);
    let (from, mut to) = (time(from)?, time(to)?);
    // A field for a time has no 24:00.
    if to == TimeOfDay::START {
        to = TimeOfDay::END;
    }
    match Interval::new(from, to) {
        Ok(open) => Ok(Some(open)),
        Err(HoursError::Reversed { .. }) => Err(TimeTrouble::Reversed),
        Err(_) => Err(TimeTrouble::NotATime),
    }
}

fn closure(row: &TypedClosure, now: Moment) -> Result<Option<Closure>, ClosureTrouble> {
    let (from, to) = (row.from.trim(), row.to.trim());
    if from.is_empty() && to.is_empty() {
        return Ok(None);
    }
    if from.is_empty() || to.is_empty() {
        return Err(ClosureTrouble::Half);
    }
    let (from, to) = (date_and_time(from)?, date_and_time(to)?);
    let closure = Closure::new(from, to).map_err(|_| ClosureTrouble::Reversed)?;
    let today = date_of(now);
    let clock = Civil::of(now, now);
    let clock = TimeOfDay::new(clock.hour, clock.minute).unwrap_or(TimeOfDay::START);
    if to <= (today, clock) {
        Err(ClosureTrouble::Past)
    } else if to.0.year() > today.year() + YEARS_AHEAD {
        Err(ClosureTrouble::Far)
    } else {
        Ok(Some(closure))
    }
}

/// Reads `2026-12-24T12:00`.
fn date_and_time(text: &str) -> Result<(Date, TimeOfDay), ClosureTrouble> {
    let at: DateTime = text.parse().map_err(|_| ClosureTrouble::NotATime)?;
    let number = |part: i8| u8::try_from(part).map_err(|_| ClosureTrouble::NotATime);
    let time = TimeOfDay::new(number(at.hour())?, number(at.minute())?);
    Ok((at.date(), time.ok_or(ClosureTrouble::NotATime)?))
}

fn was_there(row: &TypedClosure, stored: &Hours) -> bool {
    let is_row = |closure| {
        let stored = TypedClosure::of(closure);
        (stored.from.as_str(), stored.to.as_str()) == (row.from.trim(), row.to.trim())
    };
    stored.closures().iter().any(is_row)
}

fn overlap(one: Interval, other: Interval) -> bool {
    one.from() < other.to() && other.from() < one.to()
}

fn share(one: Closure, other: Closure) -> bool {
    one.from() < other.to() && other.from() < one.to()
}

#[cfg(test)]
mod tests;
