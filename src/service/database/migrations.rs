//! The database's form, step by step.

use std::fmt::Write as _;

use rusqlite::{Connection, TransactionBehavior};

use super::OpenError;

/// One step: its number is its place in [`STEPS`], counted from one. A step that was released is
/// never changed; a new form is a new step.
enum Step {
    /// A script that runs once.
    Script(&'static str),
    /// A script that runs for every table of the journal.
    ForEachStreamTable(&'static str),
}

const STEPS: &[Step] = &[
    Step::ForEachStreamTable(include_str!("0001_journal.sql")),
    Step::Script(include_str!("0002_records.sql")),
    Step::Script(include_str!("0003_replies.sql")),
    Step::Script(include_str!("0004_counts.sql")),
    Step::Script(include_str!("0005_routing.sql")),
    Step::Script(include_str!("0006_questions.sql")),
    Step::Script(include_str!("0007_accounts.sql")),
    Step::Script(include_str!("0008_registrations.sql")),
    Step::Script(include_str!("0009_versions.sql")),
    Step::Script(include_str!("0010_installation.sql")),
    Step::Script(include_str!("0011_statistics.sql")),
    Step::Script(include_str!("0012_appearance.sql")),
];

/// The form that this program knows.
pub(super) fn known() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// The form that the database has; zero for a new one.
pub(super) fn found(connection: &Connection) -> rusqlite::Result<u32> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// The names of the journal's tables: the desk's, then one for each first byte of an id.
pub(in crate::service) fn stream_tables() -> impl Iterator<Item = String> {
    let conversations = (0..=u8::MAX).map(conversation_table);
    std::iter::once(DESK_TABLE.to_owned()).chain(conversations)
}

/// The table of the desk's stream.
pub(in crate::service) const DESK_TABLE: &str = "stream_desk";

/// The table of the conversations whose id starts with `byte`.
pub(in crate::service) fn conversation_table(byte: u8) -> String {
    format!("stream_{byte:02x}")
}

/// Brings the database to the form that this program knows, all or nothing.
pub(super) fn run(connection: &mut Connection) -> Result<(), OpenError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = found(&transaction)?;
    if found > known() {
        return Err(OpenError::NewerDatabase { found, known: known() });
    }
    let done = usize::try_from(found).unwrap_or(usize::MAX);
    for step in STEPS.iter().skip(done) {
        transaction.execute_batch(&step.script())?;
    }
    if found < known() {
        transaction.pragma_update(None, "user_version", known())?;
        transaction.pragma_update(None, "application_id", super::APPLICATION)?;
    }
    Ok(transaction.commit()?)
}

impl Step {
    fn script(&self) -> String {
        match self {
            Self::Script(sql) => (*sql).to_owned(),
            Self::ForEachStreamTable(sql) => {
                stream_tables().fold(String::new(), |mut script, table| {
                    // Writing to a string never fails.
                    let _ = writeln!(script, "{}", sql.replace("{stream_table}", &table));
                    script
                })
            }
        }
    }
}
