//! Open or closed, in a sentence.

use super::{Language, visitor_catalogue};

visitor_catalogue! {
    /// The words that the sentences about opening hours are made of.
    Hours {
        open: "De chat is open", "The chat is open", "الدردشة مفتوحة";
        closed: "De chat is gesloten", "The chat is closed", "الدردشة مغلقة";
        unattended: "Er is nu geen medewerker beschikbaar", "No worker is available now",
            "لا يوجد موظف متاح الآن";
        unattended_more: "Probeer het later nog eens. Of bel 0800-2000.",
            "Try again later. Or call 0800-2000.",
            "يمكنك المحاولة لاحقاً. أو الاتصال على 0800-2000.";
        open_always: "Dag en nacht.", "Day and night.", "ليلاً ونهاراً.";
        closed_more: "We weten nog niet wanneer de chat weer open is.",
            "We do not know yet when the chat opens again.",
            "لا نعرف بعد متى تفتح الدردشة من جديد.";
        today: "vandaag", "today", "اليوم";
        tomorrow: "morgen", "tomorrow", "غداً";
    }
    with values {
        region_closed: "De chat van {} is gesloten. {} Of bel 0800-2000.",
            "The chat of {} is closed. {} Or call 0800-2000.",
            "دردشة {} مغلقة. {} أو يمكنك الاتصال على 0800-2000.";
        region_unattended: "Er is nu geen medewerker van {} beschikbaar. Probeer het later nog eens. Of bel 0800-2000.",
            "No worker of {} is available now. Try again later. Or call 0800-2000.",
            "لا يوجد الآن موظف متاح من {}. يمكنك المحاولة لاحقاً. أو الاتصال على 0800-2000.";
        until: "Tot {}.", "Until {}.", "حتى {}.";
        opens: "De chat gaat open: {}.", "The chat opens: {}.", "تفتح الدردشة: {}.";
        moment: "{} om {}", "{} at {}", "{} الساعة {}";
        date: "{} {} {}", "{} {} {}", "{} {} {}";
        time: "{}.{} uur", "{}:{}", "{}:{}";
    }
}

/// A civil time in Europe/Amsterdam, as a person says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CivilTime {
    /// Midnights between now and then: 0 is today, 1 tomorrow.
    pub days_ahead: u32,
    /// 1 (Monday) to 7 (Sunday).
    pub weekday: u8,
    /// 1 to 31.
    pub day: u8,
    /// 1 (January) to 12.
    pub month: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// Whether somebody who comes now is helped, and when that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Open and attended.
    Open {
        /// The end of today's hours; `None` when the chat never closes.
        until: Option<CivilTime>,
    },
    /// Within the hours, with nobody on duty.
    Unattended,
    /// Outside the hours.
    Closed {
        /// When the next hours begin; `None` when none are planned.
        opens: Option<CivilTime>,
    },
}

impl Status {
    /// The name in the `data-status` attribute, for style and script.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Unattended => "unattended",
            Self::Closed { .. } => "closed",
        }
    }

    /// The headline, exactly as the design names it.
    #[must_use]
    pub fn headline(self, language: Language) -> &'static str {
        let text = Hours::of(language);
        match self {
            Self::Open { .. } => text.open,
            Self::Unattended => text.unattended,
            Self::Closed { .. } => text.closed,
        }
    }

    /// What somebody should know who chooses the region of this name; empty while it is open.
    #[must_use]
    pub fn note_for(self, region: &str, language: Language) -> String {
        let text = Hours::of(language);
        match self {
            Self::Open { .. } => String::new(),
            Self::Unattended => text.region_unattended.with(&[region]),
            Self::Closed { .. } => text.region_closed.with(&[region, &self.detail(language)]),
        }
    }

    /// Until when, or what next.
    #[must_use]
    pub fn detail(self, language: Language) -> String {
        let text = Hours::of(language);
        match self {
            Self::Open { until: Some(until) } if until.days_ahead == 0 => {
                text.until.with(&[&until.time(language)])
            }
            Self::Open { until: Some(until) } => text.until.with(&[&until.moment(language)]),
            Self::Open { until: None } => text.open_always.to_owned(),
            Self::Unattended => text.unattended_more.to_owned(),
            Self::Closed { opens: Some(opens) } => text.opens.with(&[&opens.moment(language)]),
            Self::Closed { opens: None } => text.closed_more.to_owned(),
        }
    }
}

impl CivilTime {
    /// "9.00 uur" or "9:00".
    #[must_use]
    pub fn time(self, language: Language) -> String {
        let minute = [b'0' + self.minute / 10, b'0' + self.minute % 10].map(char::from);
        let minute = String::from_iter(minute);
        Hours::of(language).time.with(&[&self.hour.to_string(), &minute])
    }

    /// "morgen om 9.00 uur", "maandag 4 mei om 9.00 uur".
    #[must_use]
    pub fn moment(self, language: Language) -> String {
        let text = Hours::of(language);
        let day = match self.days_ahead {
            0 => text.today.to_owned(),
            1 => text.tomorrow.to_owned(),
            _ => date_name(self.weekday, self.day, self.month, language),
        };
        text.moment.with(&[&day, &self.time(language)])
    }
}

/// "maandag 4 mei", of a weekday from 1 (Monday), a day of the month and a month from 1.
#[must_use]
pub fn date_name(weekday: u8, day: u8, month: u8, language: Language) -> String {
    let (day_name, month) = (weekday_name(weekday, language), month_name(month, language));
    Hours::of(language).date.with(&[day_name, &day.to_string(), month])
}

/// "januari" for 1, "december" for 12.
#[must_use]
pub fn month_name(number: u8, language: Language) -> &'static str {
    name(&MONTHS[language as usize], number)
}

/// "maandag" for 1, "zondag" for 7.
#[must_use]
pub fn weekday_name(number: u8, language: Language) -> &'static str {
    name(&WEEKDAYS[language as usize], number)
}

fn name(names: &'static [&'static str], number: u8) -> &'static str {
    usize::from(number).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or("")
}

/// The days of the week, in the order of [`Language::ALL`].
static WEEKDAYS: [[&str; 7]; Language::ALL.len()] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
];

/// The name of a month, 1 to 12.
#[must_use]
pub fn month(language: Language, number: u8) -> &'static str {
    name(&MONTHS[language as usize], number)
}

/// The months, in the same order. The Arabic names are those that CLDR gives for Arabic as such.
static MONTHS: [[&str; 12]; Language::ALL.len()] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: CivilTime =
        CivilTime { days_ahead: 3, weekday: 1, day: 4, month: 5, hour: 9, minute: 0 };

    /// Without the marks that keep names and numbers in their places.
    fn plain(text: &str) -> String {
        text.replace(|letter| ('\u{2066}'..='\u{2069}').contains(&letter), "")
    }

    #[test]
    fn closed_says_when_it_opens() {
        let status = Status::Closed { opens: Some(MONDAY) };
        assert_eq!(status.headline(Language::Dutch), "De chat is gesloten");
        assert_eq!(status.detail(Language::Dutch), "De chat gaat open: maandag 4 mei om 9.00 uur.");
        assert_eq!(status.detail(Language::English), "The chat opens: Monday 4 May at 9:00.");
        let tomorrow = CivilTime { days_ahead: 1, ..MONDAY };
        assert_eq!(
            plain(&status.detail(Language::Arabic)),
            "تفتح الدردشة: الاثنين 4 مايو الساعة 9:00."
        );
        let status = Status::Closed { opens: Some(tomorrow) };
        assert_eq!(status.detail(Language::Dutch), "De chat gaat open: morgen om 9.00 uur.");
    }

    #[test]
    fn whoever_chooses_a_region_reads_when_it_opens() {
        let note = |status: Status| status.note_for("Drenthe", Language::Dutch);
        assert_eq!(
            note(Status::Closed { opens: Some(MONDAY) }),
            "De chat van Drenthe is gesloten. De chat gaat open: maandag 4 mei om 9.00 uur. \
             Of bel 0800-2000."
        );
        assert!(note(Status::Unattended).contains("0800-2000"));
        assert_eq!(note(Status::Open { until: None }), "");
    }

    #[test]
    fn open_says_until_when() {
        let today = CivilTime { days_ahead: 0, hour: 17, minute: 30, ..MONDAY };
        let status = Status::Open { until: Some(today) };
        assert_eq!(status.headline(Language::Dutch), "De chat is open");
        assert_eq!(status.detail(Language::Dutch), "Tot 17.30 uur.");
    }
}
