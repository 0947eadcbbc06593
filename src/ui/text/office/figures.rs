//! The figures, and how things stand now.

use super::catalogue;

catalogue! {
    /// The texts of the statistics and of the live view.
    Figures {
        intro: "Getallen van 1 tot en met 4 laten we niet zien: daar staat “< 5”. Soms staat er “niet getoond”. Dan kun je met dat getal een klein getal uitrekenen.",
            "We do not show numbers from 1 to 4: it says “< 5” there. Sometimes it says “not shown”. With that number you could work out a small number.";
        choose: "Wat wil je zien?", "What do you want to see?";
        organisation: "Organisatie", "Organisation";
        all: "Alle organisaties samen", "All organisations together";
        period: "Periode", "Period";
        compare: "Vergelijk met", "Compare with";
        compare_none: "Niets", "Nothing";
        compare_before: "De periode ervoor", "The period before";
        compare_year: "Dezelfde periode een jaar eerder", "The same period a year before";
        compare_all: "Alle organisaties samen", "All organisations together";
        show: "Laat zien", "Show";
        download: "Alle tabellen downloaden (CSV)", "Download all tables (CSV)";
        download_one: "Deze tabel downloaden (CSV)", "Download this table (CSV)";
        earlier: "Periode eerder", "Period before";
        later: "Periode later", "Period after";
        nothing: "Er zijn nog geen cijfers in deze periode.", "There are no figures in this period yet.";
        only_months: "Wil je wachttijden, uitval en oordelen per stap zien? Kies een maand of langer. Over minder dagen gaat het om te weinig mensen.",
            "Do you want to see waits, drop-outs and opinions by step? Choose a month or longer. Fewer days are about too few people.";
        old_days: "Deze periode is langer dan twee jaar geleden. Aantallen per dag zijn er niet meer.",
            "This period is more than two years ago. Numbers by the day are gone.";
        no_period: "Deze periode kennen we niet. Je ziet nu deze maand.",
            "We do not know this period. You now see this month.";
        no_comparison: "Met deze periode kunnen we niet vergelijken. Je ziet de cijfers zonder vergelijking.",
            "We cannot compare with this period. You see the figures without a comparison.";
        no_organisation: "Deze organisatie kennen we niet. Je ziet nu alle organisaties samen.",
            "We do not know this organisation. You now see all organisations together.";
        no_table: "Deze tabel kennen we niet. Ga terug naar de cijfers.",
            "We do not know this table. Go back to the figures.";

        few: "< 5", "< 5";
        hidden: "niet getoond", "not shown";
        total: "Totaal", "Total";
        number: "Aantal", "Number";
        line: "Regel", "Line";
        table: "Tabel", "Table";
        month: "Maand", "Month";
        day: "Dag", "Day";
        hour: "Uur", "Hour";
        step: "Tijd", "Time";
        median: "De helft wachtte niet langer dan", "Half waited no longer than";
        ninetieth: "Negen van de tien wachtten niet langer dan", "Nine in ten waited no longer than";
        length_median: "De helft duurde niet langer dan", "Half lasted no longer than";
        length_ninetieth: "Negen van de tien duurden niet langer dan", "Nine in ten lasted no longer than";
        too_few: "te weinig gesprekken", "too few conversations";
        key: "In het kort", "In short";
        key_what: "Wat", "What";
        key_value: "Cijfer", "Figure";
        conversations: "Gesprekken", "Conversations";

        per_day: "Gesprekken per dag", "Conversations per day";
        per_month: "Gesprekken per maand", "Conversations per month";
        outcome: "Aanmeldingen", "Sign-ups";
        connected: "Geholpen", "Helped";
        not_helped: "Niet geholpen", "Not helped";
        waits: "Hoe lang bezoekers wachtten die geholpen werden", "How long visitors waited who were helped";
        gave_up: "Na hoe lang bezoekers weggingen zonder hulp", "After how long visitors left without help";
        gave_up_how: "Hoe bezoekers weggingen zonder hulp", "How visitors left without help";
        stopped: "Stopte met wachten", "Stopped waiting";
        exited: "Koos “Verlaat deze site”", "Chose “Leave this site”";
        expired: "Was te lang weg", "Was away for too long";
        turned_away: "Bezoekers die zich niet konden aanmelden", "Visitors who could not sign up";
        closed: "De chat was gesloten", "The chat was closed";
        unattended: "Er was niemand in dienst", "Nobody was on duty";
        full: "De wachtrij was vol", "The queue was full";
        looked: "Interesse buiten openingstijden", "Interest outside opening hours";
        looked_note: "Hoe vaak iemand de chat opende terwijl alle organisaties gesloten waren. Wie dat was, en voor welke regio, weten we niet.",
            "How often somebody opened the chat while all organisations were closed. We do not know who it was, nor for which region.";
        looked_home: "De startpagina", "The first page";
        looked_chat: "De pagina van de chat", "The page of the chat";
        overflow: "Door welke regio bezoekers geholpen werden", "By which region visitors were helped";
        own_region: "De eigen regio", "The own region";
        helped: "Bezoekers van andere regio’s die jullie hielpen", "Visitors of other regions whom you helped";
        lengths: "Hoe lang gesprekken duurden", "How long conversations lasted";
        heard: "Oordeel: voelde je je serieus genomen?", "Opinion: did you feel taken seriously?";
        next_step: "Oordeel: weet je wat je nu kunt doen?", "Opinion: do you know what you can do now?";
        again: "Oordeel: zou je de chat nog eens gebruiken?", "Opinion: would you use the chat again?";
        yes: "Ja", "Yes";
        somewhat: "Een beetje", "A little";
        no: "Nee", "No";
        misuse: "Misbruik", "Misuse";
        sexual: "Seksueel", "Sexual";
        abuse: "Schelden of dreigen", "Abuse or threats";
        prank: "Grap of test", "Joke or test";
        spam: "Reclame of herhaling", "Advertising or repetition";
        other: "Anders", "Something else";
        unregistered: "Niet geregistreerde adviezen", "Advices that were not registered";
        week_hours: "Gesprekken per uur van de week", "Conversations per hour of the week";
        looked_hours: "Interesse buiten openingstijden per uur van de week",
            "Interest outside opening hours per hour of the week";
        table_of: "Tabel bij de tekening", "Table with the picture";
        as_drawn: "Dezelfde getallen staan in de tabel ernaast.", "The same numbers are in the table beside it.";
        own_scale: "Elke reeks heeft een eigen schaal.", "Each series has a scale of its own.";

        // How things stand now
        live_intro: "Zo staat het er nu voor. Deze pagina werkt zichzelf bij.",
            "This is how things stand now. This page refreshes itself.";
        refresh: "Vernieuwen", "Refresh";
        waiting: "Wachten", "Waiting";
        longest: "Langste wachttijd", "Longest wait";
        on_duty: "In dienst", "On duty";
        paused: "Pauze", "Paused";
        talking: "Gesprekken", "Conversations";
        nobody_waits: "geen", "none";
        under_minute: "minder dan 1 minuut", "less than 1 minute";
        one_minute: "1 minuut", "1 minute";
        to_figures: "Naar de cijfers", "To the figures";
    }
    with values {
        quarter: "{}e kwartaal {}", "Quarter {} of {}";
        half_year: "{}e halfjaar {}", "Half {} of {}";
        week: "week {} van {}", "week {} of {}";
        date: "{} {} {}", "{} {} {}";
        under: "Minder dan {} minuten", "Less than {} minutes";
        under_one: "Minder dan {} minuut", "Less than {} minute";
        between: "{} tot {} minuten", "{} to {} minutes";
        from: "{} minuten of langer", "{} minutes or longer";
        more: "In dienst: {}. Wachten: {}. Gesprekken: {}.", "On duty: {}. Waiting: {}. Conversations: {}.";
        minutes: "{} minuten", "{} minutes";
        hours: "{} uur en {} minuten", "{} hours and {} minutes";
        picture: "Staafdiagram van {}. {}", "Bar chart of {}. {}";
        map: "Kaart van de week met getallen: {}. {}", "Map of the week with numbers: {}. {}";
        compared: "{} en {}", "{} and {}";
    }
}
