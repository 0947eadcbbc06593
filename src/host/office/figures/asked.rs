//! What an address asks of the figures: whom, which period, and what to hold it against.

use jiff::{ToSpan, civil::Date};

use super::{Office, is_all};
use crate::{
    domain::{
        ids::RegionId,
        region::Regions,
        statistics::{Kind, Period, Scope},
    },
    ui::{
        office::figures::{self, Choices, Chosen},
        text::{Language, office::figures::Figures as Text},
    },
};

/// What is asked, or what is shown instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub scope: Scope,
    pub period: Period,
    pub comparison: Option<(Scope, Period)>,
    pub today: Date,
    /// The first thing that could not be read.
    pub trouble: Option<Trouble>,
    /// The comparison as the address has it, once it was understood.
    compare: String,
    slug: String,
    own: Option<RegionId>,
}

/// What could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    Organisation,
    Period,
    Comparison,
}

const BEFORE: &str = "vorige";
const YEAR: &str = "jaar";
const ALL: &str = "alle";

impl Asked {
    /// Reads what is asked; `own` is the only organisation of who asks.
    pub fn read<'a>(
        regions: &Regions,
        own: Option<RegionId>,
        today: Date,
        asked: impl Fn(&str) -> &'a str,
    ) -> Self {
        let mut trouble = None;
        let slug = if own.is_some() { "" } else { asked("regio") };
        let scope = match (own, slug) {
            (Some(own), _) => Scope::Region(own),
            (None, "") => Scope::All,
            (None, slug) => regions.by_slug(slug).map_or_else(
                || {
                    trouble = Some(Trouble::Organisation);
                    Scope::All
                },
                |region| Scope::Region(region.id),
            ),
        };
        let this_month = Period::around(Kind::Month, today);
        let period = match asked("periode") {
            "" => this_month,
            text => text.parse().unwrap_or_else(|_| {
                trouble = trouble.or(Some(Trouble::Period));
                this_month
            }),
        };
        let (comparison, compare) = match asked("vergelijk") {
            "" => (None, String::new()),
            text => {
                let found = compared(text, scope, period);
                if found.is_none() {
                    trouble = trouble.or(Some(Trouble::Comparison));
                }
                let text = found.map(|_| text.to_owned()).unwrap_or_default();
                (found, text)
            }
        };
        let slug = if is_all(scope) { String::new() } else { slug.to_owned() };
        Self { scope, period, comparison, today, trouble, compare, slug, own }
    }

    /// What can be chosen on the page, and what is.
    pub fn chosen(&self, office: &Office) -> Chosen {
        let language = office.language;
        let text = Text::of(language);
        let regions = if self.own.is_some() {
            Vec::new()
        } else {
            let published = office.edge.rooms().records.published();
            let all = published.regions.all().iter();
            let all = all.map(|region| (region.slug.clone(), region.name.clone()));
            std::iter::once((String::new(), text.all.to_owned())).chain(all).collect()
        };
        Chosen {
            regions,
            region: self.slug.clone(),
            periods: self.periods(language),
            period: self.period.to_string(),
            comparisons: self.comparisons(language),
            comparison: self.compare.clone(),
            beside: [self.period.previous().to_string(), self.period.next().to_string()],
        }
    }

    /// The periods that people look at, the newest of each kind first, and the one that is shown.
    fn periods(&self, language: Language) -> Choices {
        let newest = [
            (Kind::Month, 13),
            (Kind::Week, 6),
            (Kind::Day, 7),
            (Kind::Quarter, 5),
            (Kind::HalfYear, 4),
            (Kind::Year, 3),
        ];
        let mut periods: Vec<Period> = newest
            .into_iter()
            .flat_map(|(kind, number)| {
                let newest = Period::around(kind, self.today);
                std::iter::successors(Some(newest), |period| Some(period.previous())).take(number)
            })
            .collect();
        if !periods.contains(&self.period) {
            periods.insert(0, self.period);
        }
        let words = |period: Period| figures::period(period, language);
        periods.into_iter().map(|period| (period.to_string(), words(period))).collect()
    }

    fn comparisons(&self, language: Language) -> Choices {
        let text = Text::of(language);
        let mut choices = vec![
            (String::new(), text.compare_none.to_owned()),
            (BEFORE.to_owned(), text.compare_before.to_owned()),
            (YEAR.to_owned(), text.compare_year.to_owned()),
        ];
        if !is_all(self.scope) {
            choices.push((ALL.to_owned(), text.compare_all.to_owned()));
        }
        if !choices.iter().any(|(value, _)| *value == self.compare)
            && let Some((_, period)) = self.comparison
        {
            choices.push((self.compare.clone(), figures::period(period, language)));
        }
        choices
    }
}

/// What the words in the address mean: the period before, the same a year earlier, everybody, or a
/// period of the same kind.
fn compared(text: &str, scope: Scope, period: Period) -> Option<(Scope, Period)> {
    match text {
        BEFORE => Some((scope, period.previous())),
        YEAR => {
            let date = period.first().saturating_sub(1.year());
            // A week has no place in another year but its number.
            let date = if period.kind() == Kind::Week { period.first() - 52.weeks() } else { date };
            Some((scope, Period::around(period.kind(), date)))
        }
        ALL => (!is_all(scope)).then_some((Scope::All, period)),
        other => {
            let other: Period = other.parse().ok()?;
            (other.kind() == period.kind() && other != period).then_some((scope, other))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::region::Region;

    const UTRECHT: RegionId = RegionId(20);

    fn ask(own: Option<RegionId>, asked: &[(&str, &'static str)]) -> Asked {
        let regions = Regions::new(vec![Region::new(UTRECHT, "Utrecht")], Vec::new());
        let value = |name: &str| asked.iter().find(|(key, _)| *key == name).map_or("", |one| one.1);
        Asked::read(&regions, own, date(2026, 11, 24), value)
    }

    #[test]
    fn without_a_word_it_is_this_month_of_everything_that_may_be_seen() {
        let asked = ask(None, &[]);
        assert_eq!((asked.scope, asked.period.to_string()), (Scope::All, "2026-11".to_owned()));
        assert_eq!((asked.comparison, asked.trouble), (None, None));
        assert_eq!(ask(Some(UTRECHT), &[]).scope, Scope::Region(UTRECHT));
    }

    #[test]
    fn a_coordinator_sees_the_own_organisation_whatever_the_address_says() {
        let other = RegionId(3);
        let asked = ask(Some(other), &[("regio", "utrecht")]);
        assert_eq!((asked.scope, asked.trouble), (Scope::Region(other), None));
        assert_eq!(ask(None, &[("regio", "utrecht")]).scope, Scope::Region(UTRECHT));
    }

    #[test]
    fn what_cannot_be_read_is_said_and_the_usual_shown_instead() {
        for (name, value, trouble) in [
            ("regio", "nergens", Trouble::Organisation),
            ("periode", "2026-13", Trouble::Period),
            ("periode", "<script>", Trouble::Period),
            ("vergelijk", "2025-q1", Trouble::Comparison),
            ("vergelijk", "2026-11", Trouble::Comparison),
            ("vergelijk", "alle", Trouble::Comparison),
            ("vergelijk", "iets", Trouble::Comparison),
        ] {
            let asked = ask(None, &[(name, value)]);
            assert_eq!(asked.trouble, Some(trouble), "{name}={value}");
            let usual = Asked { trouble: None, ..asked };
            assert_eq!(usual, ask(None, &[]), "{name}={value}");
        }
    }

    #[test]
    fn a_period_is_held_against_the_one_before_a_year_ago_or_everybody() {
        let own = Scope::Region(UTRECHT);
        for (period, compare, with) in [
            ("2026-11", "vorige", (own, "2026-10")),
            ("2026-q1", "vorige", (own, "2025-q4")),
            ("2026-w48", "jaar", (own, "2025-w48")),
            ("2026-11", "jaar", (own, "2025-11")),
            ("2026", "2024", (own, "2024")),
            ("2026-11", "alle", (Scope::All, "2026-11")),
        ] {
            let asked = ask(Some(UTRECHT), &[("periode", period), ("vergelijk", compare)]);
            let (scope, found) = asked.comparison.unwrap();
            assert_eq!((scope, &*found.to_string()), with, "{period} {compare}");
        }
    }
}
