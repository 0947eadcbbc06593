//! The steps of signing in after the password, invitations, and the lock.

use super::catalogue;

catalogue! {
    /// The texts of the pages between a password and a session.
    Entering {
        // The code
        title: "Inloggen", "Sign in";
        code_title: "Vul je code in", "Fill in your code";
        code_intro: "Open de app op je telefoon waarin je codes staan. Typ de code van 6 cijfers.",
            "Open the app on your phone that has your codes. Type the code of 6 digits.";
        code: "Code", "Code";
        code_lost: "Geen telefoon bij de hand? Typ dan een van je herstelcodes. Ook die kwijt? Vraag je coördinator om je code te wissen.",
            "No phone at hand? Type one of your recovery codes. Lost those too? Ask your coordinator to reset your code.";
        go_on: "Verder", "Go on";
        start_over: "Opnieuw beginnen", "Start again";

        // Making a second factor
        enrol_title: "Stel je code in", "Set up your code";
        enrol_intro: "Je logt in met je wachtwoord en een code op je telefoon. Zo komt niemand binnen die alleen je wachtwoord weet.",
            "You sign in with your password and a code on your phone. So nobody gets in who only knows your password.";
        enrol_app: "Open een app voor codes op je telefoon. Heb je er geen? Zoek in je app-winkel naar ‘authenticator’.",
            "Open an app for codes on your phone. Have none? Search your app store for ‘authenticator’.";
        enrol_scan: "Scan dit vierkant met de app. Of typ de sleutel over.",
            "Scan this square with the app. Or type the key.";
        enrol_type: "Typ hier de code van 6 cijfers die de app nu toont.",
            "Type here the code of 6 digits that the app shows now.";
        picture: "QR-code met je sleutel", "QR code with your key";
        key: "Sleutel", "Key";

        // What was wrong
        wrong: "Deze code klopt niet. Wacht op een nieuwe code en probeer het nog eens.",
            "This code is not right. Wait for a new code and try again.";
        used: "Deze code is al gebruikt. Wacht op de volgende code.",
            "This code was used already. Wait for the next code.";
        too_many: "Er is te vaak geprobeerd. Wacht een paar minuten.",
            "Too many attempts. Wait a few minutes.";
        failed: "Het lukt nu niet. Probeer het nog eens.", "That does not work now. Try again.";
        over: "Dit duurde te lang of ging te vaak mis. Log opnieuw in.",
            "This took too long or went wrong too often. Sign in again.";
        disabled: "Dit account staat uit. Vraag je coördinator of beheerder.",
            "This account is disabled. Ask your coordinator or administrator.";

        // Invitations
        invitation: "Uitnodiging", "Invitation";
        welcome_rules: "Kies een wachtwoord van 12 tot 128 tekens. Een zin is goed: ‘paarse fiets danst graag’. Hoofdletters of cijfers hoeven niet.",
            "Choose a password of 12 to 128 characters. A sentence is good: ‘purple bicycle likes dancing’. Capitals or digits are not needed.";
        welcome_not: "Niet goed zijn wachtwoorden die iedereen kiest, rijtjes zoals 123456, je eigen naam en de naam van de chat.",
            "Not good are passwords that everybody chooses, rows such as 123456, your own name and the name of the chat.";
        choose_password: "Kies een wachtwoord", "Choose a password";
        repeat_password: "Typ het wachtwoord nog eens", "Type the password again";
        join: "Account maken", "Make the account";
        not_same: "De twee wachtwoorden zijn niet hetzelfde.", "The two passwords are not the same.";
        too_short: "Dit wachtwoord is te kort. Neem 12 tekens of meer.",
            "This password is too short. Take 12 characters or more.";
        too_long: "Dit wachtwoord is te lang. Neem 128 tekens of minder.",
            "This password is too long. Take 128 characters or fewer.";
        too_common: "Dit wachtwoord is te makkelijk te raden. Neem een zin die alleen jij bedenkt.",
            "This password is too easy to guess. Take a sentence that only you think of.";
        link_used: "Deze uitnodiging is al gebruikt. Log in met de naam en het wachtwoord die erbij horen. Was jij dat niet? Zeg het meteen tegen wie je uitnodigde.",
            "This invitation was used already. Sign in with the name and password that belong to it. Was that not you? Tell whoever invited you at once.";
        link_late: "Deze uitnodiging is verlopen. Vraag om een nieuwe.",
            "This invitation has expired. Ask for a new one.";
        link_withdrawn: "Deze uitnodiging is ingetrokken. Vraag ernaar bij wie je uitnodigde.",
            "This invitation was withdrawn. Ask whoever invited you.";
        link_unknown: "Deze link klopt niet, of er is een nieuwere. Kijk of je de hele link hebt.",
            "This link is not right, or there is a newer one. Check that you have the whole link.";
        name_taken: "Iemand anders heeft deze naam intussen. Vraag om een nieuwe uitnodiging.",
            "Somebody else has this name meanwhile. Ask for a new invitation.";
        sign_in: "Naar inloggen", "Go to sign in";

        // The lock
        locked: "Vergrendeld", "Locked";
        locked_why: "Je hebt een tijd niets gedaan. Typ je wachtwoord om verder te gaan.",
            "You did nothing for a while. Type your password to go on.";
        locked_kept: "Wat je net invulde is bewaard en gaat straks mee.",
            "What you just filled in is kept and goes along.";
        password: "Wachtwoord", "Password";
        unlock: "Ontgrendelen", "Unlock";
        password_wrong: "Dit wachtwoord klopt niet.", "This password is not right.";
    }
    with values {
        ahead: "De klok van je telefoon loopt {} minuten voor. Zet de tijd van je telefoon op automatisch en probeer het nog eens.",
            "The clock of your phone is {} minutes ahead. Set the time of your phone to automatic and try again.";
        behind: "De klok van je telefoon loopt {} minuten achter. Zet de tijd van je telefoon op automatisch en probeer het nog eens.",
            "The clock of your phone is {} minutes behind. Set the time of your phone to automatic and try again.";
        welcome: "Welkom, {}", "Welcome, {}";
        welcome_name: "Je logt straks in met de naam {}.", "You will sign in with the name {}.";
    }
}
