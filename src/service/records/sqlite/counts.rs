//! The tables of counts.

use jiff::civil::Date;
use rusqlite::{Transaction, params};

use super::{SqliteRecords, Unreadable, published::check_region};
use crate::{
    domain::{
        ids::{RegionId, Seq},
        statistics::WeekHour,
    },
    service::records::{
        Answer, RecordsError,
        counts::{Count, CountRecords, Counted, DeskTally, HourCount, Tally},
    },
};

/// What stands for no region.
const ANYWHERE: u16 = 0;

impl CountRecords for SqliteRecords {
    fn count(&self, region: RegionId, day: Date, what: Counted) -> Answer<'_, ()> {
        self.write(move |transaction| {
            check_region(transaction, region)?;
            add(transaction, &Tally { region: Some(region), day, hour: None, what }, 1)
        })
    }

    fn count_all(&self, tallies: Vec<(Tally, u64)>) -> Answer<'_, ()> {
        self.write(move |transaction| {
            let mut tallies = tallies.iter().filter(|(_, number)| *number > 0);
            tallies.try_for_each(|(tally, number)| add(transaction, tally, *number))
        })
    }

    fn count_desk(&self, through: Seq, tallies: Vec<DeskTally>) -> Answer<'_, ()> {
        self.write(move |transaction| {
            let counted: i64 = transaction.query_row(
                "SELECT through FROM counted WHERE stream = 'desk'",
                [],
                |row| row.get(0),
            )?;
            let counted = Seq(u64::try_from(counted).map_err(|_| Unreadable("a place"))?);
            let new = tallies.iter().filter(|item| item.seq > counted && item.seq <= through);
            for item in new {
                add(transaction, &item.tally, 1)?;
            }
            if through > counted {
                let through = i64::try_from(through.0).map_err(|_| Unreadable("a place"))?;
                transaction.execute("UPDATE counted SET through = ?", [through])?;
            }
            Ok(())
        })
    }

    fn counts(&self, region: RegionId, from: Date, to: Date) -> Answer<'_, Vec<Count>> {
        self.read(move |connection| {
            let mut found = connection.prepare_cached(
                "SELECT day, what, number FROM count
                 WHERE region = ? AND day BETWEEN ? AND ? ORDER BY day, what",
            )?;
            found
                .query_map(params![region.0, from.to_string(), to.to_string()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?
                .map(|row| count(row?))
                .collect()
        })
    }

    fn counts_everywhere(
        &self,
        from: Date,
        to: Date,
    ) -> Answer<'_, Vec<(Option<RegionId>, Count)>> {
        self.read(move |connection| {
            let mut found = connection.prepare_cached(
                "SELECT region, day, what, number FROM count
                 WHERE day BETWEEN ? AND ? ORDER BY region, day, what",
            )?;
            found
                .query_map(params![from.to_string(), to.to_string()], |row| {
                    Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?)))
                })?
                .map(|row| {
                    let (region, rest) = row?;
                    Ok((place(region), count(rest)?))
                })
                .collect()
        })
    }

    fn counts_by_hour(
        &self,
        quarter: crate::domain::statistics::Quarter,
    ) -> Answer<'_, Vec<(Option<RegionId>, HourCount)>> {
        self.read(move |connection| {
            let mut found = connection.prepare_cached(
                "SELECT region, hour, what, number FROM count_by_hour
                 WHERE quarter = ? ORDER BY region, hour, what",
            )?;
            found
                .query_map([quarter.to_string()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?, row.get(3)?))
                })?
                .map(|row| {
                    let (region, hour, what, number) = row?;
                    let count = HourCount {
                        hour: WeekHour::new(hour).ok_or(Unreadable("the hour of a count"))?,
                        what: Counted::named(&what).ok_or(Unreadable("what was counted"))?,
                        number: unsigned(number)?,
                    };
                    Ok((place(region), count))
                })
                .collect()
        })
    }

    fn fold_counts(&self, before: Date) -> Answer<'_, usize> {
        self.erase(move |transaction| {
            // The month in which the day lies stays as it is.
            let first = before.first_of_month().to_string();
            transaction.execute(
                "INSERT INTO count (region, day, what, number)
                 SELECT region, substr(day, 1, 8) || '01', what, sum(number) FROM count
                 WHERE day < ?1 AND substr(day, 9) <> '01' GROUP BY 1, 2, 3
                 ON CONFLICT DO UPDATE SET number = number + excluded.number",
                [&first],
            )?;
            let gone = transaction
                .execute("DELETE FROM count WHERE day < ?1 AND substr(day, 9) <> '01'", [&first])?;
            Ok(gone)
        })
    }
}

fn add(transaction: &Transaction<'_>, tally: &Tally, number: u64) -> Result<(), RecordsError> {
    let region = tally.region.map_or(ANYWHERE, |region| region.0);
    let what = tally.what.as_str();
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    transaction
        .prepare_cached(
            "INSERT INTO count (region, day, what, number) VALUES (?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET number = number + excluded.number",
        )?
        .execute(params![region, tally.day.to_string(), what, number])?;
    if let Some((quarter, hour)) = tally.hour {
        transaction
            .prepare_cached(
                "INSERT INTO count_by_hour (region, quarter, hour, what, number)
                 VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT DO UPDATE SET number = number + excluded.number",
            )?
            .execute(params![region, quarter.to_string(), hour.number(), what, number])?;
    }
    Ok(())
}

fn place(region: u16) -> Option<RegionId> {
    (region != ANYWHERE).then_some(RegionId(region))
}

fn count((day, what, number): (String, String, i64)) -> Result<Count, RecordsError> {
    Ok(Count {
        day: day.parse().map_err(|_| Unreadable("the day of a count"))?,
        what: Counted::named(&what).ok_or(Unreadable("what was counted"))?,
        number: unsigned(number)?,
    })
}

fn unsigned(number: i64) -> Result<u64, RecordsError> {
    Ok(u64::try_from(number).map_err(|_| Unreadable("a count"))?)
}
