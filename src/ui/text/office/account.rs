//! What staff read about their own account.

use super::catalogue;

catalogue! {
    /// The texts of the page about one's own account.
    Account {
        // Password
        password: "Wachtwoord", "Password";
        old: "Je wachtwoord van nu", "Your password of now";
        new: "Nieuw wachtwoord", "New password";
        again: "Nieuw wachtwoord, nog eens", "New password, again";
        change: "Wachtwoord wijzigen", "Change the password";
        changed: "Je wachtwoord is gewijzigd. Op andere apparaten ben je uitgelogd.",
            "Your password was changed. On other devices you are signed out.";
        wrong: "Dit is niet je wachtwoord.", "This is not your password.";

        // Second factor
        factor: "Code op je telefoon", "Code on your phone";
        factor_on: "Bij het inloggen vragen we een code van je telefoon.",
            "When you sign in we ask for a code of your phone.";
        factor_off: "Je logt nu in met alleen je wachtwoord. Met een code erbij is je account veel veiliger.",
            "You sign in with only your password now. With a code your account is much safer.";
        factor_why: "Typ je wachtwoord. Dan weten we dat jij het bent.",
            "Type your password. Then we know that it is you.";
        factor_set: "Code instellen", "Set up a code";
        factor_renew: "Nieuwe telefoon instellen", "Set up a new phone";
        factor_kept: "Je oude code blijft werken tot de nieuwe klaar is.",
            "Your old code keeps working until the new one is ready.";
        recovery: "Nieuwe herstelcodes maken", "Make new recovery codes";
        back: "Terug naar mijn account", "Back to my account";
        gone: "Dit is verlopen. Begin opnieuw.", "This has expired. Start again.";

        // Recovery codes
        codes_title: "Je herstelcodes", "Your recovery codes";
        codes_why: "Bewaar deze codes op papier, niet op je telefoon. Ben je je telefoon kwijt? Met een code kun je toch inloggen. Elke code werkt één keer.",
            "Keep these codes on paper, not on your phone. Lost your phone? With a code you can still sign in. Each code works once.";
        codes_once: "We laten deze codes maar één keer zien.", "We show these codes only once.";
        codes_kept: "Ik heb ze bewaard", "I have kept them";
        codes_gone: "Er zijn geen nieuwe herstelcodes om te laten zien.",
            "There are no new recovery codes to show.";

        // Sessions
        sessions: "Waar je bent ingelogd", "Where you are signed in";
        since: "Sinds", "Since";
        last_used: "Laatst gebruikt", "Last used";
        this_one: "Deze", "This one";
        end: "Beëindig", "End";
        end_others: "Beëindig alle andere", "End all others";
        only_this: "Je bent alleen hier ingelogd.", "You are signed in only here.";
        which: "Sessie", "Session";
    }
    with values {
        recovery_left: "Je hebt nog {} herstelcodes.", "You have {} recovery codes left.";
        recovery_used: "Je hebt een herstelcode gebruikt. Er zijn er nog {}. Stel een nieuwe telefoon in als je de oude kwijt bent.",
            "You used a recovery code. There are {} left. Set up a new phone if you lost the old one.";
        end_named: "Beëindig de sessie van {}", "End the session of {}";
        stamp: "{} {} {}, {}", "{} {} {}, {}";
    }
}
