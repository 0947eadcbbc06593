//! What coordinators and administrators read about the people whose accounts they run.

use super::catalogue;

catalogue! {
    /// The texts of the page about the staff.
    People {
        intro_coordinator: "De medewerkers van jouw organisatie.", "The workers of your organisation.";
        intro_administrator: "De coördinatoren van alle organisaties, en de beheerders.",
            "The coordinators of all organisations, and the administrators.";

        // The list
        list: "Lijst van accounts", "List of accounts";
        name: "Naam voor bezoekers", "Name for visitors";
        sign_in_name: "Naam om in te loggen", "Name to sign in with";
        role: "Rol", "Role";
        organisation: "Organisatie", "Organisation";
        state: "Stand", "State";
        factor: "Code op telefoon", "Code on phone";
        actions: "Acties", "Actions";
        worker: "Medewerker", "Worker";
        coordinator: "Coördinator", "Coordinator";
        administrator: "Beheerder", "Administrator";
        active: "Actief", "Active";
        disabled: "Uitgezet", "Disabled";
        expired: "Uitnodiging verlopen", "Invitation expired";
        factor_on: "Ja", "Yes";
        factor_off: "Nog niet", "Not yet";
        yourself: "Dit ben jij", "This is you";
        nobody: "Er is nog niemand.", "There is nobody yet.";
        disable: "Zet uit", "Disable";
        enable: "Zet weer aan", "Enable again";
        reset: "Wis code", "Reset code";
        again: "Nieuwe link", "New link";
        withdraw: "Trek in", "Withdraw";
        take_off: "Haal eraf", "Take off";

        // Inviting
        invite: "Iemand uitnodigen", "Invite somebody";
        invite_hint: "Je krijgt een link om zelf door te geven. De link werkt één keer en 48 uur.",
            "You get a link to pass on yourself. The link works once and for 48 hours.";
        name_hint: "Bijvoorbeeld een voornaam. Bezoekers zien deze naam.",
            "For example a first name. Visitors see this name.";
        sign_in_hint: "Letters, cijfers, punt, streepje. Niet dezelfde als de naam voor bezoekers.",
            "Letters, digits, full stop, hyphen. Not the same as the name for visitors.";
        send: "Maak een uitnodiging", "Make an invitation";
        link_how: "Geef deze link door op een veilige manier. Na deze pagina kun je de link niet meer zien.",
            "Pass this link on in a safe way. After this page you cannot see the link any more.";
        link: "Link", "Link";
        link_done: "Ik heb de link", "I have the link";

        // Lending
        lent: "Medewerkers van andere organisaties", "Workers of other organisations";
        lent_intro: "Iemand van een andere organisatie kan ook voor jouw organisatie werken. Het account blijft bij de andere.",
            "Somebody of another organisation can work for yours too. The account stays with the other one.";
        lend: "Laat ook hier werken", "Let work here too";
        lend_name: "Naam waarmee deze collega inlogt", "Name that this colleague signs in with";

        // What was wrong
        empty: "Vul een naam in.", "Fill in a name.";
        too_long: "Een naam heeft ten hoogste 40 tekens.", "A name has at most 40 characters.";
        character: "Deze naam heeft een teken dat hier niet kan.",
            "This name has a character that cannot be used here.";
        same: "Neem niet de naam die bezoekers zien.", "Do not take the name that visitors see.";
        taken: "Deze naam is al in gebruik of al uitgenodigd.",
            "This name is in use or invited already.";
        no_organisation: "Kies een organisatie.", "Choose an organisation.";
        not_yours: "Dit kan niet meer: iemand was je voor, of het account is niet van jouw organisatie.",
            "This is not possible any more: somebody was first, or the account is not of your organisation.";
        unknown: "Niemand logt in met deze naam.", "Nobody signs in with this name.";
        cannot_be_lent: "Deze persoon werkt al bij jouw organisatie, of heeft geen werkplek.",
            "This person works for your organisation already, or has no desk.";

        // What was done
        done_disabled: "Het account staat uit. Deze persoon is overal uitgelogd.",
            "The account is disabled. This person is signed out everywhere.";
        done_enabled: "Het account staat weer aan.", "The account is enabled again.";
        done_reset: "De code is gewist. Bij het inloggen maakt deze persoon een nieuwe.",
            "The code was reset. This person makes a new one when signing in.";
        done_withdrawn: "De uitnodiging is ingetrokken.", "The invitation was withdrawn.";
        done_lent: "Deze collega kan nu ook voor jouw organisatie werken.",
            "This colleague can work for your organisation too now.";
        done_taken_off: "Deze collega werkt niet meer voor jouw organisatie.",
            "This colleague no longer works for your organisation.";
    }
    with values {
        invited_until: "Uitgenodigd tot {}", "Invited until {}";
        link_for: "Uitnodiging voor {}", "Invitation for {}";
        about: "{}: {}", "{}: {}";
    }
}
