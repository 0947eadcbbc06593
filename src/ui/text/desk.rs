//! What a worker reads at the desk.

use super::catalogue;

catalogue! {
    /// The texts of the desk's island.
    Desk {
        desk: "Werkplek", "Desk";
        places: "Onderdelen", "Parts";
        signed_in_as: "Ingelogd als", "Signed in as";
        sign_out: "Uitloggen", "Sign out";

        // Duty
        duty: "Dienst", "Duty";
        on_duty: "In dienst", "On duty";
        capacity: "Gesprekken tegelijk", "Conversations at once";
        pause: "Pauze", "Break";
        off_duty_hint: "Zet ‘In dienst’ aan. Dan kun je bezoekers oppakken.",
            "Switch on ‘On duty’. Then you can accept visitors.";
        paused_hint: "Je hebt pauze. Je krijgt geen nieuwe bezoekers. Je gesprekken lopen door.",
            "You have a break. You get no new visitors. Your conversations go on.";
        full_hint: "Je hebt genoeg gesprekken. Je krijgt nu geen nieuwe bezoekers.",
            "You have enough conversations. You get no new visitors now.";
        free_hint: "Je bent klaar voor een nieuwe bezoeker.", "You are ready for a new visitor.";

        // Queue
        queue: "Wachtrij", "Queue";
        queue_empty: "Er wacht niemand.", "Nobody is waiting.";
        offer: "Nieuwe bezoeker", "New visitor";
        offer_open: "Iedereen die vrij is, mag oppakken", "Everybody who is free may accept";
        accept: "Oppakken", "Accept";
        offered_elsewhere: "is aangeboden aan een collega", "is offered to a colleague";
        waits_short: "wacht nog geen minuut", "has been waiting for less than a minute";
        away: "is even weg", "is away";
        returned: "is teruggekomen", "has come back";
        taken: "Een collega heeft deze bezoeker opgepakt.", "A colleague accepted this visitor.";
        visitor_gone: "Deze bezoeker is weg.", "This visitor has left.";
        offer_over: "De tijd was om. Deze bezoeker gaat naar een collega.",
            "Time was up. This visitor goes to a colleague.";
        not_connected: "De bezoeker is niet verbonden. Je bent weer vrij. De bezoeker houdt de plek.",
            "The visitor did not connect. You are free again. The visitor keeps the place.";
        connecting: "We verbinden je met de bezoeker…", "Connecting you with the visitor…";

        // Conversations
        conversations: "Gesprekken", "Conversations";
        conversations_none: "Je hebt nog geen gesprekken.", "You have no conversations yet.";
        visitor: "Bezoeker", "Visitor";
        present: "aanwezig", "present";
        gone: "zelf weggegaan", "left on purpose";
        ended: "gesprek beëindigd", "conversation ended";
        end_question: "Wil je het gesprek beëindigen? Alle berichten worden gewist, ook bij de bezoeker.",
            "Do you want to end the conversation? All messages are erased, the visitor's too.";
        over_by_visitor: "De bezoeker heeft het gesprek beëindigd. Alles is gewist.",
            "The visitor ended the conversation. Everything is erased.";
        over_by_you: "Je hebt het gesprek beëindigd. Alles is gewist.",
            "You ended the conversation. Everything is erased.";
        over_left: "De bezoeker is zelf weggegaan. Alles is gewist.",
            "The visitor left on purpose. Everything is erased.";
        over_expired: "De bezoeker was te lang weg. Alles is gewist.",
            "The visitor was away too long. Everything is erased.";
        over_lost: "Dit gesprek is niet meer van jou. De bezoeker staat weer in de wachtrij.",
            "This conversation is no longer yours. The visitor is in the queue again.";
        over_gone: "Terwijl je geen verbinding had, is dit gesprek gestopt of naar een collega gegaan.",
            "While you had no connection, this conversation ended or went to a colleague.";
        put_away: "Weghalen", "Put away";

        // Trouble
        no_connection: "Geen verbinding. Je berichten worden bewaard en straks verstuurd.",
            "No connection. Your messages are kept and sent later.";
        elsewhere: "De werkplek is open in een ander tabblad", "The desk is open in another tab";
        elsewhere_why: "Ga naar het andere tabblad. Of ga hier verder.",
            "Go to the other tab. Or go on here.";
        take_back: "Ga hier verder", "Go on here";
        locking: "We maken je sleutel…", "Making your key…";
        signed_out: "Je bent niet meer ingelogd.", "You are no longer signed in.";
        sign_in: "Log opnieuw in", "Sign in again";
        unattended: "Er is niemand in dienst. Je kunt deze bezoeker niet oppakken.",
            "Nobody is on duty. You cannot accept this visitor.";
        refused: "Dat kan nu niet. Kijk of de gegevens nog kloppen.",
            "That is not possible now. Check whether this is still up to date.";
        other_version: "Er is een nieuwe versie. Laad de pagina opnieuw.",
            "There is a new version. Reload the page.";
        unreachable: "We kunnen de werkplek niet bereiken. Probeer het nog eens.",
            "We cannot reach the desk. Try again.";
        failed: "Er ging iets mis. Probeer het nog eens. Bel bij problemen met een bezoeker 0800-2000.",
            "Something went wrong. Try again. In trouble with a visitor, call 0800-2000.";
        panic: "De werkplek doet het even niet. Laad de pagina opnieuw. Bezoekers kunnen bellen: 0800-2000.",
            "The desk has stopped working. Reload the page. Visitors can call: 0800-2000.";
        title_desk: "Werkplek", "Desk";
    }
    with values {
        unread: "{} nieuw", "{} new";
        away_since: "weg sinds {}", "away since {}";
        waits: "wacht {} min", "has been waiting for {} min";
        offer_from: "Bezoeker uit {}", "Visitor from {}";
        offer_time: "Nog {} seconden om op te pakken", "{} seconds left to accept";
        log_with: "Gesprek met {}", "Conversation with {}";
        title_alert: "({}) Werkplek", "({}) Desk";
        since: "sinds {}", "since {}";
    }
}
