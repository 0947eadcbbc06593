//! Where staff sign in.

use super::catalogue;

catalogue! {
    /// The texts of `/inloggen`, and the titles of the pages of staff.
    SignIn {
        title_sign_in: "Inloggen", "Sign in";
        title_desk: "Werkplek", "Desk";

        sign_in: "Inloggen", "Sign in";
        sign_in_intro: "Voor medewerkers van de chat.", "For workers of the chat.";
        sign_in_name: "Naam", "Name";
        sign_in_password: "Wachtwoord", "Password";
        sign_in_button: "Inloggen", "Sign in";
        sign_in_wrong: "Deze naam en dit wachtwoord horen niet bij elkaar.",
            "This name and this password do not belong together.";
        sign_in_wait: "Er is te vaak geprobeerd om in te loggen. Wacht een paar minuten.",
            "Too many attempts to sign in. Wait a few minutes.";
        sign_in_again: "Je bent niet meer ingelogd. Log opnieuw in.",
            "You are no longer signed in. Sign in again.";
        sign_in_failed: "Inloggen lukt nu niet. Probeer het nog eens.",
            "Signing in does not work now. Try again.";
    }
}
