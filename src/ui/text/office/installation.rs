//! The settings of the installation.

use super::catalogue;

catalogue! {
    /// The texts of `/beheer/installatie`.
    Installation {
        intro: "Dit geldt voor alle organisaties. Bezoekers merken het meteen.",
            "This holds for all organisations. Visitors notice it at once.";
        leaving: "Weggaan en terugkomen", "Leaving and coming back";
        exit: "Adres voor ‘Verlaat deze site’", "Address for ‘Leave this site’";
        exit_hint: "Een gewone site waar iedereen weleens kijkt. Het adres begint met https://.",
            "An ordinary site that anybody might look at. The address starts with https://.";
        exit_wrong: "Vul een adres in dat begint met https:// en ten hoogste 200 tekens heeft.",
            "Fill in an address that starts with https:// and has 200 characters at most.";
        window: "Minuten om terug te komen", "Minutes to come back";
        window_hint: "Zo lang kan een bezoeker na het kruis terug. Van 1 tot 30 minuten.",
            "This long a visitor can go back after the cross. From 1 to 30 minutes.";
        window_wrong: "Vul een heel getal in van 1 tot 30.", "Fill in a whole number from 1 to 30.";

        elsewhere: "De chat op andere sites", "The chat on other sites";
        sites: "Sites die de chat mogen tonen", "Sites that may show the chat";
        sites_hint: "Een adres per regel, zoals https://www.voorbeeld.nl. Zonder pad. Leeg: geen enkele site.",
            "One address per line, such as https://www.example.nl. Without a path. Empty: no site at all.";
        embed: "Zo zet een webmaster de chat op een website", "How a webmaster puts the chat on a website";
        sites_many: "Er kunnen ten hoogste 50 sites in de lijst staan.", "The list can have 50 sites at most.";

        keeping: "Bewaren", "Keeping";
        log: "Maanden dat het logboek blijft", "Months that the audit log stays";
        log_hint: "Van 3 tot 60 maanden.", "From 3 to 60 months.";
        log_wrong: "Vul een heel getal in van 3 tot 60.", "Fill in a whole number from 3 to 60.";
        figures: "Maanden dat cijfers blijven", "Months that figures stay";
        figures_hint: "Van 13 tot 120 maanden. Wat ouder is, wordt gewist en komt niet terug.",
            "From 13 to 120 months. What is older is erased and does not come back.";
        figures_wrong: "Vul een heel getal in van 13 tot 120.", "Fill in a whole number from 13 to 120.";
        nothing: "niets", "nothing";
        save: "Opslaan", "Save";
    }
    with values {
        now: "Nu opgeslagen: {}.", "Stored now: {}.";
        site_wrong: "Regel {} is geen adres met https:// en zonder pad: {}",
            "Line {} is not an address with https:// and without a path: {}";
    }
}
