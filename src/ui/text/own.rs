//! The texts that an organisation may put in its own words, and the ones that stand there for that.

use super::{
    Language, accessibility::Accessibility, common::Common, house::House, pages::Pages,
    visitor::Visitor, visitor_catalogue,
};

visitor_catalogue! {
    /// Texts that have no other place.
    Own {
        greeting: "Welkom. Fijn dat je er bent.", "Welcome. It is good that you are here.",
            "مرحباً بك. من الجيد أنك هنا.";
    }
}

/// A text that an organisation may put in its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnText {
    /// The first lines of `/`; for the whole installation only.
    Intro,
    /// For whom the chat is.
    Whom,
    /// That it is about advice.
    Advice,
    /// That no official report is made here.
    Report,
    /// That professionals phone.
    Professional,
    /// The opening hours, in general.
    Hours,
    /// That visitors are anonymous.
    Anonymous,
    /// That the advice is counted.
    Registration,
    /// How people talk to each other.
    Respect,
    /// Procedure and data, before the start.
    Procedure,
    /// Where a complaint goes, before the start.
    Complaint,
    /// What to do who cannot speak or hear.
    Silent,
    /// What a visitor who waits reads first.
    Greeting,
    /// What stands below a goodbye.
    Farewell,
    /// Who answers for the site, in the accessibility statement; this and the ones below are for
    /// the whole installation only.
    AccessWho,
    /// How far the site meets the rules.
    AccessStatus,
    /// What does not meet them.
    AccessLimits,
    /// Whom to tell what does not work.
    AccessContact,
    /// When the statement was made and reviewed.
    AccessDate,
}

impl OwnText {
    /// All of them, in the order of the visitor's way.
    pub const ALL: [Self; 19] = [
        Self::Intro,
        Self::Whom,
        Self::Advice,
        Self::Report,
        Self::Professional,
        Self::Hours,
        Self::Anonymous,
        Self::Registration,
        Self::Respect,
        Self::Procedure,
        Self::Complaint,
        Self::Greeting,
        Self::Farewell,
        Self::Silent,
        Self::AccessWho,
        Self::AccessStatus,
        Self::AccessLimits,
        Self::AccessContact,
        Self::AccessDate,
    ];

    /// The accessibility statement's.
    pub const ACCESS: [Self; 5] = [
        Self::AccessWho,
        Self::AccessStatus,
        Self::AccessLimits,
        Self::AccessContact,
        Self::AccessDate,
    ];

    /// The house rules, in their order.
    pub const RULES: [Self; 8] = [
        Self::Whom,
        Self::Advice,
        Self::Report,
        Self::Professional,
        Self::Hours,
        Self::Anonymous,
        Self::Registration,
        Self::Respect,
    ];

    /// The longest words of an organisation, in characters.
    pub const LONGEST: u32 = 1_000;

    /// Its key in storage and in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Intro => "home.intro",
            Self::Whom => "house.whom",
            Self::Advice => "house.advice",
            Self::Report => "house.report",
            Self::Professional => "house.professional",
            Self::Hours => "house.hours",
            Self::Anonymous => "house.anonymous",
            Self::Registration => "house.registration",
            Self::Respect => "house.respect",
            Self::Procedure => "before.procedure",
            Self::Complaint => "before.complaint",
            Self::Silent => "danger.silent",
            Self::Greeting => "chat.greeting",
            Self::Farewell => "chat.farewell",
            Self::AccessWho => "access.who",
            Self::AccessStatus => "access.status",
            Self::AccessLimits => "access.limits",
            Self::AccessContact => "access.contact",
            Self::AccessDate => "access.date",
        }
    }

    /// The text with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|text| text.key() == key)
    }

    /// Whether a region may have its own words, or only the installation.
    #[must_use]
    pub fn is_for_regions(self) -> bool {
        self != Self::Intro && !Self::ACCESS.contains(&self)
    }

    /// The heading above it, of a house rule.
    #[must_use]
    pub fn heading(self, language: Language) -> Option<&'static str> {
        let house = House::of(language);
        Some(match self {
            Self::Whom => house.whom_title,
            Self::Advice => house.advice_title,
            Self::Report => house.report_title,
            Self::Professional => house.professional_title,
            Self::Hours => house.hours_title,
            Self::Anonymous => house.anonymous_title,
            Self::Registration => house.registration_title,
            Self::Respect => house.respect_title,
            _ => return None,
        })
    }

    /// The words of the catalogue.
    #[must_use]
    pub fn usual(self, language: Language) -> &'static str {
        let (house, access) = (House::of(language), Accessibility::of(language));
        match self {
            Self::Intro => Pages::of(language).home_intro,
            Self::Whom => house.whom,
            Self::Advice => house.advice,
            Self::Report => house.report,
            Self::Professional => house.professional,
            Self::Hours => house.hours,
            Self::Anonymous => house.anonymous,
            Self::Registration => house.registration,
            Self::Respect => house.respect,
            Self::Procedure => house.procedure,
            Self::Complaint => house.complaint,
            Self::Silent => Common::of(language).danger_silent,
            Self::Greeting => Own::of(language).greeting,
            Self::Farewell => Visitor::of(language).talk_on,
            Self::AccessWho => access.who,
            Self::AccessStatus => access.status,
            Self::AccessLimits => access.limits,
            Self::AccessContact => access.contact,
            Self::AccessDate => access.date,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_found_by_its_own_key() {
        for text in OwnText::ALL {
            assert_eq!(OwnText::from_key(text.key()), Some(text));
            assert!(!text.usual(Language::Dutch).is_empty());
        }
        assert_eq!(OwnText::from_key("house"), None);
        assert!(OwnText::RULES.iter().all(|rule| rule.heading(Language::English).is_some()));
    }
}
