//! What stands around every page of the office.

use super::catalogue;

catalogue! {
    /// The texts of the office's frame: its menu, and how the last thing went.
    Frame {
        office: "Beheer", "Office";
        menu: "Onderdelen van het beheer", "Parts of the office";
        whole: "Alle organisaties", "All organisations";
        account: "Mijn account", "My account";

        // The menu
        live: "Nu", "Now";
        figures: "Cijfers", "Figures";
        registrations: "Registraties", "Registrations";
        staff: "Medewerkers", "Staff";
        hours: "Openingstijden", "Opening hours";
        backups: "Achtervang", "Backup regions";
        texts: "Teksten", "Texts";
        questions: "Vragen", "Questions";
        appearance: "Huisstijl", "Look";
        replies: "Standaardzinnen", "Canned replies";
        log: "Logboek", "Audit log";
        organisations: "Organisaties", "Organisations";
        installation: "Installatie", "Installation";
        advices: "Mijn adviezen", "My advices";

        // How it went
        saved: "Opgeslagen.", "Saved.";
        published: "Gepubliceerd. Bezoekers zien dit nu.", "Published. Visitors see this now.";
        added: "Toegevoegd.", "Added.";
        removed: "Verwijderd.", "Removed.";
        not_saved: "Niet opgeslagen. Kijk bij de velden met een melding.",
            "Not saved. Look at the fields with a remark.";
        conflict: "Niet opgeslagen. Iemand anders heeft dit intussen veranderd. Hieronder staat wat er nu is, en wat jij typte.",
            "Not saved. Somebody else changed this meanwhile. Below is what there is now, and what you typed.";
        conflict_list: "Niet opgeslagen. Iemand anders heeft dit intussen veranderd. Hieronder staat wat er nu is.",
            "Not saved. Somebody else changed this meanwhile. Below is what there is now.";
        meanwhile: "Wat er nu staat", "What there is now";
        meanwhile_go_on: "Je kunt verder met wat jij typte, en het opnieuw opslaan. Dan vervangt het wat er nu staat.",
            "You can go on with what you typed, and save it again. It then replaces what there is now.";
        meanwhile_take: "Laat vallen wat ik typte", "Drop what I typed";
        failed: "Het is niet gelukt. Er is niets veranderd. Probeer het straks opnieuw.",
            "That did not work. Nothing has changed. Try again later.";
    }
}
