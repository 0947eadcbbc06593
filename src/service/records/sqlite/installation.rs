//! What an administrator decides.

use jiff::civil::Date;

use super::{SqliteRecords, published, regions};
use crate::{
    domain::region::Regions,
    service::records::{Answer, Fingerprint, InstallationRecords, Settings},
};

impl InstallationRecords for SqliteRecords {
    fn set_regions(&self, version: Fingerprint, after: Regions) -> Answer<'_, ()> {
        self.publish(move |transaction| regions::change(transaction, &version, &after))
    }

    fn change_settings(&self, version: Fingerprint, settings: Settings) -> Answer<'_, ()> {
        self.publish(move |transaction| {
            published::change_settings(transaction, &version, &settings)
        })
    }

    fn forget_counts_before(&self, day: Date) -> Answer<'_, ()> {
        self.erase(move |transaction| {
            transaction.execute("DELETE FROM count WHERE day < ?", [day.to_string()])?;
            Ok(())
        })
    }
}
