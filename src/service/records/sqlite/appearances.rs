//! The table of how organisations look.

use rusqlite::{Connection, Transaction, params};

use super::{RecordsError, Unreadable, published::check_region};
use crate::domain::{
    appearance::{Appearance, Appearances, Colour, Colours, HouseName, Logo, Scheme},
    ids::RegionId,
};

pub(super) fn set(
    transaction: &Transaction<'_>,
    region: Option<RegionId>,
    appearance: &Appearance,
) -> Result<(), RecordsError> {
    if let Some(region) = region {
        check_region(transaction, region)?;
    }
    let Appearance { name, colours, logo } = appearance;
    let colour = |scheme| colours.map(|colours| colours.of(scheme).to_string());
    transaction.execute(
        "INSERT INTO appearance (region, name, light, dark, logo) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET name = excluded.name, light = excluded.light,
             dark = excluded.dark, logo = excluded.logo",
        params![
            region.unwrap_or_default().0,
            name.as_ref().map(HouseName::as_str),
            colour(Scheme::Light),
            colour(Scheme::Dark),
            logo.as_ref().map(Logo::png),
        ],
    )?;
    Ok(())
}

pub(super) fn all(connection: &Connection) -> Result<Appearances, RecordsError> {
    let mut found =
        connection.prepare_cached("SELECT region, name, light, dark, logo FROM appearance")?;
    let mut rows = found.query([])?;
    let mut all = Appearances::default();
    while let Some(row) = rows.next()? {
        let region = Some(RegionId(row.get(0)?)).filter(|region| region.0 != 0);
        let name: Option<String> = row.get(1)?;
        let (light, dark): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let logo: Option<Vec<u8>> = row.get(4)?;
        let name = name
            .map(|name| HouseName::parse(&name))
            .transpose()
            .map_err(|_| Unreadable("the name of an organisation"))?;
        let logo = logo
            .map(|file| Logo::parse(&file))
            .transpose()
            .map_err(|_| Unreadable("the logo of an organisation"))?;
        all.set(region, Appearance { name, colours: colours(light, dark), logo });
    }
    Ok(all)
}

/// `None` too for colours that a later version of the style does not let in: the usual ones are
/// better than words that cannot be read, and better than a server that does not start.
fn colours(light: Option<String>, dark: Option<String>) -> Option<Colours> {
    let (light, dark) = (Colour::parse(&light?).ok()?, Colour::parse(&dark?).ok()?);
    Colours::new(light, Some(dark)).ok()
}
