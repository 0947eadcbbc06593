//! A moment to the minute, for lists.

use crate::ui::text::{Language, hours, office::account::Account};

/// A date and a time in Amsterdam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The year.
    pub year: i16,
    /// 1 (January) to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl Stamp {
    /// "24 november 2026, 9:05".
    #[must_use]
    pub fn words(self, language: Language) -> String {
        let time = format!("{}:{:02}", self.hour, self.minute);
        Account::of(language).stamp.with(&[
            &self.day.to_string(),
            hours::month(language, self.month),
            &self.year.to_string(),
            &time,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_reads_as_people_write_it() {
        let stamp = Stamp { year: 2026, month: 11, day: 4, hour: 9, minute: 5 };
        assert_eq!(stamp.words(Language::Dutch), "4 november 2026, 9:05");
        assert_eq!(stamp.words(Language::English), "4 November 2026, 9:05");
    }
}
