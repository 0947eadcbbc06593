//! What a visitor is asked along the way, one question at a time: whether somebody of another region
//! may help, whether the worker may pass the conversation on, whether somebody who joined may read
//! back.

use crate::{
    client::{MayReadBack, VisitorClient},
    protocol::{Elsewhere, OfferedHelp, TransferAsked},
    ui::text::visit::Visit,
};

/// A question that the visitor answers with yes or no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// "Een medewerker van een andere regio kan je nu helpen".
    Elsewhere,
    /// Whether the worker may pass the conversation on, or have somebody read along.
    Transfer(TransferAsked),
    /// Whether this worker may read what was said before.
    ReadBack(MayReadBack),
}

/// The words of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub words: String,
    /// The button that says yes.
    pub yes: &'static str,
    /// The button that says no.
    pub no: &'static str,
}

impl Question {
    /// What the visitor is to be asked first, if anything.
    #[must_use]
    pub fn of(client: &VisitorClient) -> Option<Self> {
        let asked = client.asked();
        if let Some(transfer) = asked.transfer {
            return Some(Self::Transfer(transfer));
        }
        if asked.elsewhere == Elsewhere::MayHelp {
            return Some(Self::Elsewhere);
        }
        client.may_read_back().into_iter().next().map(Self::ReadBack)
    }

    /// How it is asked.
    #[must_use]
    pub fn asked(&self, text: &Visit) -> Asked {
        let (words, no) = match self {
            Self::Elsewhere => (text.elsewhere_may_help.to_owned(), text.rather_wait),
            Self::Transfer(asked) => (transfer(asked, text), text.rather_not),
            Self::ReadBack(who) => {
                (text.may_read_back.with(&[&who.name, &who.region_name]), text.rather_not)
            }
        };
        Asked { words, yes: text.gladly, no }
    }
}

fn transfer(asked: &TransferAsked, text: &Visit) -> String {
    let region = asked.region_name.as_str();
    match (&asked.name, asked.help) {
        (Some(name), OfferedHelp::TakeOver) => text.transfer_to_colleague.with(&[name, region]),
        (None, OfferedHelp::TakeOver) => text.transfer_to_region.with(&[region]),
        (Some(name), OfferedHelp::ReadAlong) => text.read_along.with(&[name, region]),
        (None, OfferedHelp::ReadAlong) => text.read_along.with(&["", region]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;

    fn words(question: &Question) -> Asked {
        question.asked(Visit::of(Language::Dutch))
    }

    #[test]
    fn help_from_another_region_is_asked_in_the_words_that_are_a_contract() {
        let asked = words(&Question::Elsewhere);
        assert_eq!(
            asked.words,
            "Een medewerker van een andere regio kan je nu helpen. Wil je dat?"
        );
        assert_eq!((asked.yes, asked.no), ("Ja, graag", "Nee, ik wacht"));
    }

    #[test]
    fn a_transfer_says_who_would_help_and_from_where() {
        let asked = |name: Option<&str>, help| {
            words(&Question::Transfer(TransferAsked {
                number: 1,
                region_name: "Twente".to_owned(),
                name: name.map(str::to_owned),
                help,
            }))
            .words
        };
        assert!(asked(None, OfferedHelp::TakeOver).contains("Veilig Thuis Twente"));
        for help in [OfferedHelp::TakeOver, OfferedHelp::ReadAlong] {
            assert!(asked(Some("Chris"), help).contains("Chris, Veilig Thuis Twente"));
        }
    }
}
