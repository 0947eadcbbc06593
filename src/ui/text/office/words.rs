//! The page of texts.

use super::catalogue;
use crate::ui::text::{Language, own::OwnText};

catalogue! {
    /// The texts of `/beheer/teksten`.
    OfficeTexts {
        intro_own: "Zet teksten in je eigen woorden. Bezoekers die jouw regio kiezen, lezen die.",
            "Put texts in your own words. Visitors who choose your region read them.";
        intro_all: "Zet teksten in eigen woorden voor alle organisaties. Een regio kan daar eigen woorden voor in de plaats zetten.",
            "Put texts in own words for all organisations. A region can put its own words in their place.";
        list: "Welke tekst?", "Which text?";
        text: "Tekst", "Text";
        dutch: "Nederlands", "Dutch";
        english: "Engels", "English";
        own: "eigen woorden", "own words";
        usual: "gewone tekst", "usual text";
        back: "Alle teksten", "All texts";
        field_dutch: "Eigen woorden, Nederlands", "Own words, Dutch";
        field_english: "Eigen woorden, Engels", "Own words, English";
        empty: "Laat het leeg voor de gewone tekst. Hooguit 1000 tekens.",
            "Leave it empty for the usual text. At most 1,000 characters.";
        usual_title: "De gewone tekst", "The usual text";
        reset: "Zet terug", "Put back";
        reset_dutch: "Zet de Nederlandse tekst terug", "Put the Dutch text back";
        reset_english: "Zet de Engelse tekst terug", "Put the English text back";
        show: "Bekijk voorbeeld", "Show a preview";
        publish: "Publiceren", "Publish";
        preview: "Voorbeeld: zo ziet een bezoeker het", "Preview: as a visitor sees it";
        preview_hint: "Dit is nog niet gepubliceerd.", "This has not been published yet.";
        too_long: "Deze tekst is te lang. Gebruik hooguit 1000 tekens.",
            "This text is too long. Use at most 1,000 characters.";
        hidden: "In deze tekst staan tekens die je niet ziet. Typ de tekst opnieuw.",
            "This text has characters that cannot be seen. Type it again.";
        only_dutch: "Let op: de Engelse tekst blijft de gewone.",
            "Note: the English text stays the usual one.";

        where_intro: "Bovenaan de eerste pagina", "At the top of the first page";
        where_rules: "Huisregels, op de eerste pagina en bij het begin van de chat",
            "House rules, on the first page and at the start of the chat";
        where_before: "Boven de knop ‘Start de chat’", "Above the button ‘Start the chat’";
        where_silent: "Onder aan elk scherm, bij ‘Ben je in gevaar?’",
            "At the bottom of every screen, at ‘Are you in danger?’";
        where_greeting: "Bovenaan, voor wie op een medewerker wacht",
            "At the top, for who waits for a worker";
        where_access: "Op de pagina ‘Toegankelijkheid’", "On the page ‘Accessibility’";
        where_farewell: "Onder aan het scherm na een gesprek",
            "At the bottom of the screen after a conversation";

        intro: "Inleiding van de eerste pagina", "Introduction of the first page";
        procedure: "Wat er met het gesprek gebeurt", "What happens to the conversation";
        complaint: "Waar een klacht naartoe gaat", "Where a complaint goes";
        silent: "Wie niet kan praten of horen", "Who cannot speak or hear";
        greeting: "Begroeting", "Greeting";
        farewell: "Afsluiting", "Closing text";
        access_who: "Toegankelijkheid: wie is verantwoordelijk", "Accessibility: who is responsible";
        access_status: "Toegankelijkheid: status", "Accessibility: status";
        access_limits: "Toegankelijkheid: wat nog niet goed is", "Accessibility: what is not good yet";
        access_contact: "Toegankelijkheid: contact", "Accessibility: contact";
        access_date: "Toegankelijkheid: datum", "Accessibility: date";
    }
}

impl OfficeTexts {
    /// What a text is called.
    #[must_use]
    pub fn name(&self, text: OwnText, language: Language) -> &'static str {
        match text {
            OwnText::Intro => self.intro,
            OwnText::Procedure => self.procedure,
            OwnText::Complaint => self.complaint,
            OwnText::Silent => self.silent,
            OwnText::Greeting => self.greeting,
            OwnText::Farewell => self.farewell,
            OwnText::AccessWho => self.access_who,
            OwnText::AccessStatus => self.access_status,
            OwnText::AccessLimits => self.access_limits,
            OwnText::AccessContact => self.access_contact,
            OwnText::AccessDate => self.access_date,
            rule => rule.heading(language).unwrap_or_default(),
        }
    }

    /// Where visitors read it.
    #[must_use]
    pub const fn place(&self, text: OwnText) -> &'static str {
        match text {
            OwnText::Intro => self.where_intro,
            OwnText::Procedure | OwnText::Complaint => self.where_before,
            OwnText::Silent => self.where_silent,
            OwnText::Greeting => self.where_greeting,
            OwnText::Farewell => self.where_farewell,
            OwnText::AccessWho
            | OwnText::AccessStatus
            | OwnText::AccessLimits
            | OwnText::AccessContact
            | OwnText::AccessDate => self.where_access,
            _ => self.where_rules,
        }
    }
}
