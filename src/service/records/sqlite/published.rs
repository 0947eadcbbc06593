//! The tables that [`Published`] is read from.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::{
    Published, RecordsError, Settings, TextPlace, Unreadable, Words, appearances, backups, hours,
    questions, regions,
};
use crate::{
    domain::ids::RegionId,
    service::records::{
        ExitAddress, Fingerprint, FrameSite, FrameSites, Mode, RetentionMonths, ReturnWindow,
        Texts, seed,
    },
};

/// Fills the tables when there is no region in them.
pub(super) fn seed(transaction: &Transaction<'_>) -> Result<(), RecordsError> {
    if transaction.prepare("SELECT 1 FROM region")?.exists([])? {
        return Ok(());
    }
    let regions = seed::regions().map_err(|error| RecordsError::Internal(Box::new(error)))?;
    regions::fill(transaction, &regions)
}

pub(super) fn load(connection: &Connection) -> Result<Published, RecordsError> {
    let regions = regions::load(connection)?;
    let mut hours = BTreeMap::new();
    for region in regions.all() {
        hours.insert(region.id, hours::of(connection, region.id)?);
    }
    Ok(Published {
        regions,
        hours,
        questions: questions::all(connection)?,
        backups: Arc::new(backups::all(connection)?),
        texts: texts(connection)?,
        appearances: appearances::all(connection)?,
        settings: settings(connection)?,
    })
}

pub(super) fn check_region(
    transaction: &Transaction<'_>,
    region: RegionId,
) -> Result<(), RecordsError> {
    if is_region(transaction, region)? { Ok(()) } else { Err(RecordsError::UnknownRegion) }
}

pub(super) fn is_region(connection: &Connection, region: RegionId) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM region WHERE id = ?")?.exists([region.0])
}

/// In the table, region 0 is every region.
fn number(region: Option<RegionId>) -> u16 {
    region.unwrap_or_default().0
}

fn texts(connection: &Connection) -> Result<Texts, RecordsError> {
    let mut found = connection.prepare_cached("SELECT key, language, region, words FROM text")?;
    found
        .query_map([], |row| {
            let place = (row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, u16>(2)?);
            Ok((place, row.get::<_, String>(3)?))
        })?
        .map(|row| {
            let ((key, language, region), words) = row?;
            let region = Some(RegionId(region)).filter(|region| region.0 != 0);
            let place = TextPlace::new(&key, &language, region)
                .map_err(|_| Unreadable("the key of a text"))?;
            Ok((place, Words::parse(&words).map_err(|_| Unreadable("the words of a text"))?))
        })
        .collect()
}

pub(super) fn set_text(
    transaction: &Transaction<'_>,
    place: &TextPlace,
    words: Option<&Words>,
) -> Result<(), RecordsError> {
    if let Some(region) = place.region() {
        check_region(transaction, region)?;
    }
    let (key, language, region) = (place.key(), place.language(), number(place.region()));
    match words {
        Some(words) => transaction.execute(
            "INSERT INTO text (key, language, region, words) VALUES (?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET words = excluded.words",
            params![key, language, region, words.as_str()],
        )?,
        None => transaction.execute(
            "DELETE FROM text WHERE key = ? AND language = ? AND region = ?",
            params![key, language, region],
        )?,
    };
    Ok(())
}

const EXIT: &str = "exit";
const RETURN_WINDOW: &str = "return-window-seconds";
const FRAMES: &str = "frame-sites";
const KEEP_LOG: &str = "keep-log-months";
const KEEP_FIGURES: &str = "keep-figures-months";
const MODE: &str = "mode";
const DEMO: &str = "demo";
const LIVE: &str = "live";

/// What is not there has its default.
fn settings(connection: &Connection) -> Result<Settings, RecordsError> {
    let value = |name: &str| {
        connection
            .prepare_cached("SELECT value FROM setting WHERE name = ?")?
            .query_row([name], |row| row.get::<_, String>(0))
            .optional()
    };
    let mut settings = Settings::default();
    if let Some(address) = value(EXIT)? {
        settings.exit = ExitAddress::parse(&address).map_err(|_| Unreadable("the exit"))?;
    }
    if let Some(seconds) = value(RETURN_WINDOW)? {
        let length = seconds.parse().ok().map(Duration::from_secs);
        settings.return_window = length
            .and_then(|length| ReturnWindow::new(length).ok())
            .ok_or(Unreadable("the time to return"))?;
    }
    if let Some(sites) = value(FRAMES)? {
        settings.frames = FrameSites::parse(&sites).map_err(|_| Unreadable("the sites"))?;
    }
    let months = |name: &str| -> Result<Option<u16>, RecordsError> {
        let unreadable = |_| Unreadable("how long something is kept");
        Ok(value(name)?.map(|months| months.parse().map_err(unreadable)).transpose()?)
    };
    let unreadable = |_| Unreadable("how long something is kept");
    if let Some(kept) = months(KEEP_LOG)? {
        settings.retention.log = RetentionMonths::of_log(kept).map_err(unreadable)?;
    }
    if let Some(kept) = months(KEEP_FIGURES)? {
        settings.retention.figures = RetentionMonths::of_figures(kept).map_err(unreadable)?;
    }
    settings.mode = match value(MODE)?.as_deref() {
        None | Some(LIVE) => Mode::Live,
        Some(DEMO) => Mode::Demo,
        Some(_) => return Err(Unreadable("the mode").into()),
    };
    Ok(settings)
}

/// Replaces what an administrator sets, unless it is no longer what the version says.
pub(super) fn change_settings(
    transaction: &Transaction<'_>,
    version: &Fingerprint,
    changed: &Settings,
) -> Result<(), RecordsError> {
    let before = settings(transaction)?;
    if before.version() != *version {
        return Err(RecordsError::Conflict);
    }
    set_settings(transaction, &Settings { mode: before.mode, ..changed.clone() })
}

pub(super) fn set_settings(
    transaction: &Transaction<'_>,
    settings: &Settings,
) -> Result<(), RecordsError> {
    let mut set = transaction.prepare_cached(
        "INSERT INTO setting (name, value) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET value = excluded.value",
    )?;
    set.execute([EXIT, settings.exit.as_str()])?;
    set.execute([RETURN_WINDOW, &settings.return_window.length().as_secs().to_string()])?;
    let sites: Vec<&str> = settings.frames.all().iter().map(FrameSite::as_str).collect();
    set.execute([FRAMES, &sites.join("\n")])?;
    set.execute([KEEP_LOG, &settings.retention.log.months().to_string()])?;
    set.execute([KEEP_FIGURES, &settings.retention.figures.months().to_string()])?;
    set.execute([
        MODE,
        match settings.mode {
            Mode::Live => LIVE,
            Mode::Demo => DEMO,
        },
    ])?;
    Ok(())
}
