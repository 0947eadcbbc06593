//! The table of questions.

use rusqlite::{Connection, Transaction, params};

use super::{RecordsError, SqliteRecords, Unreadable, published::check_region};
use crate::{
    domain::{
        ids::RegionId,
        questions::{Question, QuestionSets, Questions},
    },
    service::records::{Answer, Change, questions::QuestionRecords},
};

const UNREADABLE: Unreadable = Unreadable("the questions");

impl QuestionRecords for SqliteRecords {
    fn set_questions(
        &self,
        region: Option<RegionId>,
        questions: Option<Questions>,
    ) -> Answer<'_, ()> {
        self.decide(Change::Questions(region, questions))
    }
}

pub(super) fn set(
    transaction: &Transaction<'_>,
    region: Option<RegionId>,
    questions: Option<&Questions>,
) -> Result<(), RecordsError> {
    if let Some(region) = region {
        check_region(transaction, region)?;
    }
    let region = region.unwrap_or_default().0;
    match questions {
        Some(questions) => {
            let questions = serde_json::to_string(questions.all()).map_err(|_| UNREADABLE)?;
            transaction.execute(
                "INSERT INTO question_set (region, questions) VALUES (?, ?)
                 ON CONFLICT DO UPDATE SET questions = excluded.questions",
                params![region, questions],
            )?
        }
        None => transaction.execute("DELETE FROM question_set WHERE region = ?", [region])?,
    };
    Ok(())
}

pub(super) fn all(connection: &Connection) -> Result<QuestionSets, RecordsError> {
    let mut sets = QuestionSets::default();
    let mut found = connection.prepare_cached("SELECT region, questions FROM question_set")?;
    let rows = found.query_map([], |row| Ok((row.get::<_, u16>(0)?, row.get::<_, String>(1)?)))?;
    for row in rows {
        let (region, questions) = row?;
        let questions: Vec<Question> = serde_json::from_str(&questions).map_err(|_| UNREADABLE)?;
        let questions = Questions::new(questions).map_err(|_| UNREADABLE)?;
        sets.set(Some(RegionId(region)).filter(|region| region.0 != 0), questions);
    }
    Ok(sets)
}
