//! What people do to accounts and settings, as it is written down. Never what a text or a
//! conversation says.

/// Declares the deeds with their codes.
macro_rules! deeds {
    ($($(#[$doc:meta])* $deed:ident = $code:literal,)*) => {
        /// Something that was done to an account or a setting.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Deed {
            $($(#[$doc])* $deed,)*
        }

        impl Deed {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$deed,)*];

            /// The stable code: small letters and hyphens.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$deed => $code,)*
                }
            }
        }
    };
}

deeds! {
    /// Somebody was invited.
    Invited = "invited",
    /// Somebody got a new link to the same invitation.
    InvitedAgain = "invited-again",
    /// An invitation was taken back.
    InvitationWithdrawn = "invitation-withdrawn",
    /// Somebody accepted an invitation.
    Joined = "joined",
    /// An account was made on the command line.
    Added = "added",
    /// An account was disabled.
    Disabled = "disabled",
    /// A disabled account may be used again.
    Enabled = "enabled",
    /// A colleague of another organisation works for this one too.
    Lent = "lent",
    /// A colleague of another organisation does no longer.
    TakenOff = "taken-off",
    /// Somebody's second factor was taken away, so that they make a new one.
    FactorReset = "factor-reset",
    /// Somebody made a second factor of their own.
    FactorSet = "factor-set",
    /// Somebody made new recovery codes.
    RecoveryRenewed = "recovery-renewed",
    /// Somebody signed in with a recovery code.
    RecoveryUsed = "recovery-used",
    /// Somebody changed their own password.
    PasswordChanged = "password-changed",
    /// Somebody ended sessions of their own.
    SessionsEnded = "sessions-ended",
    /// The opening hours of an organisation were changed.
    HoursChanged = "hours-changed",
    /// The holidays on which an organisation is closed were changed.
    HolidaysChanged = "holidays-changed",
    /// Closures of an organisation were added, changed or removed.
    ClosuresChanged = "closures-changed",
    /// Who backs up whom was changed.
    BackupsChanged = "backups-changed",
    /// A text was put in own words, or brought back.
    TextChanged = "text-changed",
    /// The questions before the chat were changed.
    QuestionsChanged = "questions-changed",
    /// The canned replies of an organisation were changed.
    RepliesChanged = "replies-changed",
    /// An organisation was added.
    OrganisationAdded = "organisation-added",
    /// An organisation was renamed or changed otherwise.
    OrganisationChanged = "organisation-changed",
    /// Municipalities were imported.
    MunicipalitiesImported = "municipalities-imported",
    /// The sites that may frame the chat were changed.
    SitesChanged = "sites-changed",
    /// How long things are kept was changed.
    RetentionChanged = "retention-changed",
    /// The neutral address of the exit was changed.
    ExitChanged = "exit-changed",
    /// Another setting of the installation was changed.
    SettingsChanged = "settings-changed",
    /// The name, colour or logo of an organisation was changed.
    AppearanceChanged = "appearance-changed",
    /// Figures were exported.
    FiguresExported = "figures-exported",
    /// Registrations of advice were exported.
    RegistrationsExported = "registrations-exported",
}

impl Deed {
    /// The deed with this code.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_deed_has_a_code_of_its_own_that_leads_back_to_it() {
        let codes: BTreeSet<&str> = Deed::ALL.iter().map(|deed| deed.code()).collect();
        assert_eq!(codes.len(), Deed::ALL.len());
        for deed in Deed::ALL {
            assert_eq!(Deed::named(deed.code()), Some(*deed));
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
            assert!(deed.code().bytes().all(plain), "{deed:?}");
        }
        assert_eq!(Deed::named("anything-else"), None);
    }
}
