//! The table of counts.

use jiff::civil::Date;
use rusqlite::params;

use super::{SqliteRecords, Unreadable, published::check_region};
use crate::{
    domain::ids::RegionId,
    service::records::{
        Answer,
        counts::{Count, CountRecords, Counted},
    },
};

impl CountRecords for SqliteRecords {
    fn count(&self, region: RegionId, day: Date, what: Counted) -> Answer<'_, ()> {
        self.count_all(region, day, vec![what])
    }

    fn count_all(&self, region: RegionId, day: Date, what: Vec<Counted>) -> Answer<'_, ()> {
        self.write(move |transaction| {
            check_region(transaction, region)?;
            for what in what {
                transaction.execute(
                    "INSERT INTO count (region, day, what, number) VALUES (?, ?, ?, 1)
                     ON CONFLICT DO UPDATE SET number = number + 1",
                    params![region.0, day.to_string(), what.as_str()],
                )?;
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
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
                })?
                .map(|row| {
                    let (day, what, number) = row?;
                    Ok(Count {
                        day: day.parse().map_err(|_| Unreadable("the day of a count"))?,
                        what: Counted::named(&what).ok_or(Unreadable("what was counted"))?,
                        number: u64::try_from(number).map_err(|_| Unreadable("a count"))?,
                    })
                })
                .collect()
        })
    }
}
