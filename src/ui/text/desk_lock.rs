//! What stands on the lock of the desk.

use super::catalogue;

catalogue! {
    /// The texts of the lock.
    DeskLock {
        locked: "Vergrendeld", "Locked";
        why: "Je hebt 15 minuten niets gedaan. Je gesprekken lopen door. Typ je wachtwoord om verder te gaan.",
            "You did nothing for 15 minutes. Your conversations go on. Type your password to go on.";
        password: "Wachtwoord", "Password";
        unlock: "Ontgrendelen", "Unlock";
        wrong: "Dit wachtwoord klopt niet.", "This password is not right.";
        too_many: "Er is te vaak geprobeerd. Wacht een paar minuten.",
            "Too many attempts. Wait a few minutes.";
        signed_out: "Je bent niet meer ingelogd. Laad de pagina opnieuw.",
            "You are no longer signed in. Reload the page.";
        failed: "Het lukt nu niet. Probeer het nog eens.", "That does not work now. Try again.";
    }
}
