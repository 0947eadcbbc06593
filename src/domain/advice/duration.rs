//! About how long a conversation was.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How long a conversation was, in steps too coarse to find one by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DurationBucket {
    /// Less than 10 minutes.
    UnderTen,
    /// From 10 to 20 minutes.
    ToTwenty,
    /// From 20 to 30 minutes.
    ToThirty,
    /// From 30 to 45 minutes.
    ToFortyFive,
    /// From 45 to 60 minutes.
    ToSixty,
    /// An hour and longer.
    Longer,
}

impl DurationBucket {
    /// All of them, the shortest first.
    pub const ALL: [Self; 6] = [
        Self::UnderTen,
        Self::ToTwenty,
        Self::ToThirty,
        Self::ToFortyFive,
        Self::ToSixty,
        Self::Longer,
    ];

    /// The one that a duration falls in; what lies on an edge is in the longer one.
    #[must_use]
    pub const fn of(duration: Duration) -> Self {
        match duration.as_secs() / 60 {
            0..10 => Self::UnderTen,
            10..20 => Self::ToTwenty,
            20..30 => Self::ToThirty,
            30..45 => Self::ToFortyFive,
            45..60 => Self::ToSixty,
            _ => Self::Longer,
        }
    }

    /// Its bounds in minutes, the upper one left out; `None` for no upper one.
    #[must_use]
    pub const fn minutes(self) -> (u8, Option<u8>) {
        match self {
            Self::UnderTen => (0, Some(10)),
            Self::ToTwenty => (10, Some(20)),
            Self::ToThirty => (20, Some(30)),
            Self::ToFortyFive => (30, Some(45)),
            Self::ToSixty => (45, Some(60)),
            Self::Longer => (60, None),
        }
    }

    /// Its name where it is stored and posted; it never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnderTen => "0-10",
            Self::ToTwenty => "10-20",
            Self::ToThirty => "20-30",
            Self::ToFortyFive => "30-45",
            Self::ToSixty => "45-60",
            Self::Longer => "60",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bucket| bucket.code() == code)
    }
}
