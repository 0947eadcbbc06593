//! The people of the demo.

use super::{AccountError, Accounts, ChosenPassword, NewAccount, Password};
use crate::{
    domain::{
        ids::RegionId,
        staffing::{Role, ShownName, SignInName},
    },
    service::records::RecordsError,
};

/// Adds the people of the demo who are not there yet; the password of each is the name followed
/// by `-demo-wachtwoord`. Never for an installation that people in need come to.
pub async fn add_demo_staff(accounts: &Accounts) -> Result<(), AccountError> {
    let published = accounts.records.published();
    let region = |slug: &str| {
        let region = published.regions.by_slug(slug).ok_or(RecordsError::UnknownRegion)?;
        Ok::<RegionId, RecordsError>(region.id)
    };
    let people = [
        ("anna", "Anna", Role::Worker(region("utrecht")?)),
        ("bram", "Bram", Role::Worker(region("utrecht")?)),
        ("chris", "Chris", Role::Worker(region("twente")?)),
        ("dina", "Dina", Role::Worker(region("ijsselland")?)),
        ("karin", "Karin", Role::Coordinator(region("utrecht")?)),
        ("beheer", "Beheer", Role::Administrator),
    ];
    for (name, shown, role) in people {
        let (account, password) = person(name, shown, role);
        if accounts.records.credentials(account.sign_in_name.clone()).await?.is_none() {
            let staff = accounts.add(account, password).await?;
            // One of them works for two regions.
            if name == "dina" {
                accounts.records.set_staff_regions(staff, vec![region("twente")?]).await?;
            }
        }
    }
    Ok(())
}

fn person(name: &str, shown: &str, role: Role) -> (NewAccount, ChosenPassword) {
    let fits = "the names and passwords of the demo keep the rules";
    let sign_in_name = SignInName::parse(name).expect(fits);
    let shown_name = ShownName::parse(shown).expect(fits);
    let password = Password::typed(format!("{name}-demo-wachtwoord"));
    let password = ChosenPassword::choose(password, &[]).expect(fits);
    (NewAccount { sign_in_name, shown_name, role }, password)
}
