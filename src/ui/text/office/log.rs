//! Who did what, in words.

use super::catalogue;
use crate::{domain::audit::Deed, ui::text::Language};

catalogue! {
    /// The texts of the audit log.
    Log {
        intro: "Wie wijzigde wat aan accounts en instellingen. Nooit wat er in een tekst of gesprek staat. Oude regels wissen we. De beheerder stelt in wanneer.",
            "Who changed what of accounts and settings. Never what a text or conversation says. We erase old lines. The administrator sets when.";
        list: "Regels van het logboek", "Lines of the log";
        when: "Wanneer", "When";
        who: "Wie", "Who";
        what: "Wat", "What";
        about: "Over", "About";
        organisation: "Organisatie", "Organisation";
        whole: "Installatie", "Installation";
        command_line: "Opdrachtregel", "Command line";
        nothing: "Er staat nog niets in het logboek.", "There is nothing in the log yet.";
        older: "Oudere regels", "Older lines";
        newest: "Naar de nieuwste", "To the newest";

        invited: "Uitgenodigd", "Invited";
        invited_again: "Nieuwe link voor uitnodiging", "New link for an invitation";
        invitation_withdrawn: "Uitnodiging ingetrokken", "Invitation withdrawn";
        joined: "Uitnodiging aangenomen", "Invitation accepted";
        added: "Account gemaakt", "Account made";
        disabled: "Account uitgezet", "Account disabled";
        enabled: "Account weer aangezet", "Account enabled again";
        lent: "Werkt ook voor deze organisatie", "Works for this organisation too";
        taken_off: "Werkt niet meer voor deze organisatie", "No longer works for this organisation";
        factor_reset: "Code gewist", "Code reset";
        factor_set: "Code ingesteld", "Code set up";
        recovery_renewed: "Nieuwe herstelcodes", "New recovery codes";
        recovery_used: "Ingelogd met een herstelcode", "Signed in with a recovery code";
        password_changed: "Wachtwoord gewijzigd", "Password changed";
        sessions_ended: "Eigen sessies beëindigd", "Own sessions ended";
        hours_changed: "Openingstijden gewijzigd", "Opening hours changed";
        holidays_changed: "Feestdagen gewijzigd", "Holidays changed";
        closures_changed: "Sluitingen gewijzigd", "Closures changed";
        backups_changed: "Achtervang gewijzigd", "Backup regions changed";
        text_changed: "Tekst gewijzigd", "Text changed";
        questions_changed: "Vragen gewijzigd", "Questions changed";
        replies_changed: "Standaardzinnen gewijzigd", "Canned replies changed";
        organisation_added: "Organisatie toegevoegd", "Organisation added";
        organisation_changed: "Organisatie gewijzigd", "Organisation changed";
        municipalities_imported: "Gemeenten ingelezen", "Municipalities imported";
        sites_changed: "Websites gewijzigd", "Websites changed";
        retention_changed: "Bewaartermijnen gewijzigd", "Retention changed";
        exit_changed: "Adres van de uitgang gewijzigd", "Exit address changed";
        settings_changed: "Instelling gewijzigd", "Setting changed";
        appearance_changed: "Huisstijl gewijzigd", "Look changed";
        figures_exported: "Cijfers gedownload", "Figures downloaded";
        registrations_exported: "Registraties gedownload", "Registrations downloaded";
    }
}

/// What somebody did, in words.
#[must_use]
pub fn deed(deed: Deed, language: Language) -> &'static str {
    let text = Log::of(language);
    match deed {
        Deed::Invited => text.invited,
        Deed::InvitedAgain => text.invited_again,
        Deed::InvitationWithdrawn => text.invitation_withdrawn,
        Deed::Joined => text.joined,
        Deed::Added => text.added,
        Deed::Disabled => text.disabled,
        Deed::Enabled => text.enabled,
        Deed::Lent => text.lent,
        Deed::TakenOff => text.taken_off,
        Deed::FactorReset => text.factor_reset,
        Deed::FactorSet => text.factor_set,
        Deed::RecoveryRenewed => text.recovery_renewed,
        Deed::RecoveryUsed => text.recovery_used,
        Deed::PasswordChanged => text.password_changed,
        Deed::SessionsEnded => text.sessions_ended,
        Deed::HoursChanged => text.hours_changed,
        Deed::HolidaysChanged => text.holidays_changed,
        Deed::ClosuresChanged => text.closures_changed,
        Deed::BackupsChanged => text.backups_changed,
        Deed::TextChanged => text.text_changed,
        Deed::QuestionsChanged => text.questions_changed,
        Deed::RepliesChanged => text.replies_changed,
        Deed::OrganisationAdded => text.organisation_added,
        Deed::OrganisationChanged => text.organisation_changed,
        Deed::MunicipalitiesImported => text.municipalities_imported,
        Deed::SitesChanged => text.sites_changed,
        Deed::RetentionChanged => text.retention_changed,
        Deed::ExitChanged => text.exit_changed,
        Deed::SettingsChanged => text.settings_changed,
        Deed::AppearanceChanged => text.appearance_changed,
        Deed::FiguresExported => text.figures_exported,
        Deed::RegistrationsExported => text.registrations_exported,
    }
}
