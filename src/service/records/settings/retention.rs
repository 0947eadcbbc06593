//! How long what the office keeps is kept.

use super::SettingError;

/// Whole months, within the bounds of what they are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetentionMonths(u16);

impl RetentionMonths {
    /// The shortest and the longest time that the audit log is kept.
    pub const LOG: (u16, u16) = (3, 60);

    /// The shortest and the longest time that figures are kept: long enough to compare a month
    /// with the one a year before.
    pub const FIGURES: (u16, u16) = (13, 120);

    /// How long the audit log is kept, within [`Self::LOG`].
    pub fn of_log(months: u16) -> Result<Self, SettingError> {
        Self::within(Self::LOG, months)
    }

    /// How long figures are kept, within [`Self::FIGURES`].
    pub fn of_figures(months: u16) -> Result<Self, SettingError> {
        Self::within(Self::FIGURES, months)
    }

    fn within((shortest, longest): (u16, u16), months: u16) -> Result<Self, SettingError> {
        let fits = (shortest..=longest).contains(&months);
        if fits { Ok(Self(months)) } else { Err(SettingError::Retention) }
    }

    /// The number of months.
    #[must_use]
    pub const fn months(self) -> u16 {
        self.0
    }
}

/// How long each thing is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// The audit log.
    pub log: RetentionMonths,
    /// What was counted.
    pub figures: RetentionMonths,
}

impl Default for Retention {
    /// The audit log for a year, figures for five.
    fn default() -> Self {
        Self { log: RetentionMonths(12), figures: RetentionMonths(60) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_too_short_or_too_long() {
        for (months, log, figures) in [
            (2, false, false),
            (3, true, false),
            (12, true, false),
            (13, true, true),
            (60, true, true),
            (61, false, true),
            (120, false, true),
            (121, false, false),
        ] {
            assert_eq!(RetentionMonths::of_log(months).is_ok(), log, "{months}");
            assert_eq!(RetentionMonths::of_figures(months).is_ok(), figures, "{months}");
        }
        let usual = Retention::default();
        assert_eq!(RetentionMonths::of_log(usual.log.months()), Ok(usual.log));
        assert_eq!(RetentionMonths::of_figures(usual.figures.months()), Ok(usual.figures));
    }
}
