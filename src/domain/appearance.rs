//! How an organisation looks to its visitors: its name, its colour, its logo. What people cannot
//! read never gets in: a colour is held against everything that it will stand on (WCAG 1.4.3).

mod colour;
mod logo;
mod palette;

use std::collections::BTreeMap;

pub use colour::{Colour, NotAColour};
pub use logo::{Logo, LogoError};
pub use palette::{Colours, LEAST_CONTRAST, Scheme, Shades, TooFaint};

use super::ids::RegionId;

/// A name that cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the name of an organisation has 1 to 40 characters in one line")]
pub struct NotAName;

/// What an organisation is called at the top of every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseName(String);

impl HouseName {
    /// The most characters: what fits beside the way out on a narrow phone, in two lines.
    pub const LONGEST: usize = 40;

    /// Reads 1 to [`Self::LONGEST`] characters in one line.
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        let text = text.trim();
        let fits = (1..=Self::LONGEST).contains(&text.chars().count());
        if fits && !text.chars().any(char::is_control) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAName)
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an organisation has of its own; what it has not is the installation's, or the program's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Appearance {
    /// Its name.
    pub name: Option<HouseName>,
    /// Its colour, for light and for dark.
    pub colours: Option<Colours>,
    /// Its logo.
    pub logo: Option<Logo>,
}

impl Appearance {
    /// This, with the other's where there is nothing of its own.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            name: self.name.or_else(|| other.name.clone()),
            colours: self.colours.or(other.colours),
            logo: self.logo.or_else(|| other.logo.clone()),
        }
    }

    /// Whether nothing of it is its own.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// How each organisation looks, and the installation as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Appearances(BTreeMap<Option<RegionId>, Appearance>);

impl Appearances {
    /// Gives a region, or with `None` the installation, what is its own.
    pub fn set(&mut self, region: Option<RegionId>, appearance: Appearance) {
        if appearance.is_usual() {
            self.0.remove(&region);
        } else {
            self.0.insert(region, appearance);
        }
    }

    /// What is a region's own, or the installation's.
    #[must_use]
    pub fn own(&self, region: Option<RegionId>) -> Appearance {
        self.0.get(&region).cloned().unwrap_or_default()
    }

    /// What visitors of a region see, or those who have not named one.
    #[must_use]
    pub fn shown(&self, region: Option<RegionId>) -> Appearance {
        let whole = self.own(None);
        region.map(|region| self.own(Some(region)).or(&whole)).unwrap_or(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_and_in_one_line() {
        assert_eq!(HouseName::parse(" De Hulplijn ").unwrap().as_str(), "De Hulplijn");
        assert!(HouseName::parse(&"é".repeat(HouseName::LONGEST)).is_ok());
        let long = "a".repeat(HouseName::LONGEST + 1);
        for name in ["", "  ", "twee\nregels", "bel\u{7}", &long] {
            assert_eq!(HouseName::parse(name), Err(NotAName), "{name}");
        }
    }

    #[test]
    fn what_is_not_the_own_is_the_installations() {
        let colours = Colours::new(Colour::new(20, 60, 120), None).unwrap();
        let own = Appearance { name: HouseName::parse("Regio").ok(), ..Appearance::default() };
        let whole = Appearance {
            name: HouseName::parse("Landelijk").ok(),
            colours: Some(colours),
            ..Appearance::default()
        };
        let shown = own.or(&whole);
        assert_eq!(shown.name.unwrap().as_str(), "Regio");
        assert_eq!(shown.colours, Some(colours));
        assert!(Appearance::default().or(&Appearance::default()).is_usual());
    }

    #[test]
    fn each_region_looks_like_itself_and_else_like_the_installation() {
        let named =
            |name| Appearance { name: HouseName::parse(name).ok(), ..Appearance::default() };
        let mut all = Appearances::default();
        all.set(None, named("Landelijk"));
        all.set(Some(RegionId(3)), named("Regio"));
        let name = |region| all.shown(region).name.unwrap().as_str().to_owned();
        assert_eq!(name(Some(RegionId(3))), "Regio");
        assert_eq!(name(Some(RegionId(4))), "Landelijk");
        assert_eq!(name(None), "Landelijk");
        let mut all = all.clone();
        all.set(None, Appearance::default());
        assert!(all.own(None).is_usual() && all.shown(Some(RegionId(4))).is_usual());
    }
}
