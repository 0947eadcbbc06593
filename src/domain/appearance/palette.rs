//! What one colour becomes on a page, in light and in dark, and whether all of it can be read. The
//! grounds are those of `style/tokens.css`, which a test holds.

use super::Colour;

/// The least contrast of words with what they stand on (WCAG 1.4.3, level AA).
pub const LEAST_CONTRAST: f64 = 4.5;

/// Light or dark, as the visitor's device asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on light paper.
    Light,
    /// Light words on dark paper.
    Dark,
}

/// What is made from one colour: the tokens `--main`, `--main-strong`, `--on-main` and `--mine`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// Links, and the ground of what is pressed first.
    pub main: Colour,
    /// The same under a pointer.
    pub strong: Colour,
    /// Words on it.
    pub on_main: Colour,
    /// The ground of the visitor's own messages.
    pub mine: Colour,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Everything that words in the main colour stand on: `--paper`, `--surface`, `--sunken`,
    /// `--warm-ground`, `--wait-ground`.
    #[must_use]
    pub const fn grounds(self) -> [Colour; 5] {
        match self {
            Self::Light => [
                Colour::new(0xfa, 0xf6, 0xef),
                Colour::new(0xff, 0xfd, 0xf9),
                Colour::new(0xf1, 0xea, 0xdf),
                Colour::new(0xfb, 0xe9, 0xe2),
                Colour::new(0xfd, 0xf0, 0xd2),
            ],
            Self::Dark => [
                Colour::new(0x15, 0x1d, 0x1c),
                Colour::new(0x1d, 0x27, 0x26),
                Colour::new(0x11, 0x18, 0x17),
                Colour::new(0x3a, 0x21, 0x1a),
                Colour::new(0x35, 0x2a, 0x12),
            ],
        }
    }

    /// The usual words: `--ink`.
    #[must_use]
    pub const fn ink(self) -> Colour {
        match self {
            Self::Light => Colour::new(0x26, 0x30, 0x2f),
            Self::Dark => Colour::new(0xef, 0xed, 0xe6),
        }
    }

    /// Where a colour that is too faint has to go.
    const fn bolder(self) -> Colour {
        match self {
            Self::Light => Colour::BLACK,
            Self::Dark => Colour::WHITE,
        }
    }

    /// What this colour becomes.
    #[must_use]
    pub fn shades(self, main: Colour) -> Shades {
        let [paper, surface, ..] = self.grounds();
        let (on_main, share) = match self {
            Self::Light => (Colour::WHITE, 36),
            Self::Dark => (paper, 45),
        };
        let strong = main.with(self.bolder(), 77);
        Shades { main, strong, on_main, mine: surface.with(main, share) }
    }

    /// The contrast of this colour where it is least.
    #[must_use]
    pub fn least_contrast(self, main: Colour) -> f64 {
        let Shades { on_main, mine, .. } = self.shades(main);
        let grounds = self.grounds().into_iter().chain([on_main, mine]);
        let words = grounds.map(|ground| main.contrast(ground));
        words.chain([self.ink().contrast(mine)]).fold(f64::INFINITY, f64::min)
    }

    /// Whether everything can be read.
    #[must_use]
    pub fn suits(self, main: Colour) -> bool {
        self.least_contrast(main) >= LEAST_CONTRAST
    }

    /// The same colour, darker for light paper or lighter for dark paper, as little as will do.
    #[must_use]
    pub fn nearest(self, main: Colour) -> Colour {
        let mut steps = (0..=u8::MAX).map(|share| main.with(self.bolder(), share));
        steps.find(|colour| self.suits(*colour)).unwrap_or_else(|| self.bolder())
    }
}

/// A colour that some people could not read.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("the contrast of {colour} is too low; {nearest} would do")]
pub struct TooFaint {
    /// Where.
    pub scheme: Scheme,
    /// The colour.
    pub colour: Colour,
    /// Its contrast where it is least.
    pub contrast: f64,
    /// One like it that can be read.
    pub nearest: Colour,
}

/// An organisation's colour, for light and for dark: both can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colours {
    light: Colour,
    dark: Colour,
}

impl Colours {
    /// Colours for light and for dark; without one for dark it is made from the other. Errors:
    /// the first of the two that is too faint.
    pub fn new(light: Colour, dark: Option<Colour>) -> Result<Self, TooFaint> {
        let dark = dark.unwrap_or_else(|| Scheme::Dark.nearest(light));
        for (scheme, colour) in [(Scheme::Light, light), (Scheme::Dark, dark)] {
            if !scheme.suits(colour) {
                let (contrast, nearest) = (scheme.least_contrast(colour), scheme.nearest(colour));
                return Err(TooFaint { scheme, colour, contrast, nearest });
            }
        }
        Ok(Self { light, dark })
    }

    /// The colour for this scheme.
    #[must_use]
    pub const fn of(self, scheme: Scheme) -> Colour {
        match scheme {
            Scheme::Light => self.light,
            Scheme::Dark => self.dark,
        }
    }

    /// Whether the colour for dark is the one that would have been made anyway.
    #[must_use]
    pub fn dark_is_made(self) -> bool {
        self.dark == Scheme::Dark.nearest(self.light)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKENS: &str = include_str!("../../../style/tokens.css");

    /// The value of a token in the style, for light or for dark.
    fn token(name: &str, scheme: Scheme) -> Colour {
        let (light, dark) = TOKENS.split_once("prefers-color-scheme: dark").unwrap();
        let part = if scheme == Scheme::Light { light } else { dark };
        let value = part.split_once(&format!("--{name}: ")).unwrap().1;
        Colour::parse(value.split_once(';').unwrap().0).unwrap()
    }

    #[test]
    fn the_grounds_are_those_of_the_style() {
        for scheme in Scheme::ALL {
            let names = ["paper", "surface", "sunken", "warm-ground", "wait-ground"];
            assert_eq!(scheme.grounds(), names.map(|name| token(name, scheme)));
            assert_eq!(scheme.ink(), token("ink", scheme));
        }
    }

    #[test]
    fn the_programs_own_colours_can_be_read() {
        for scheme in Scheme::ALL {
            let [main, on_main, mine] = ["main", "on-main", "mine"].map(|name| token(name, scheme));
            for ground in scheme.grounds().into_iter().chain([on_main, mine]) {
                assert!(main.contrast(ground) >= LEAST_CONTRAST, "{scheme:?}: {main} on {ground}");
            }
            let words = [
                ("ink", 4.5),
                ("ink-soft", 4.5),
                ("warm", 4.5),
                ("good", 4.5),
                // The edge of a control (WCAG 1.4.11).
                ("edge", 3.0),
            ];
            for (name, least) in words {
                for ground in scheme.grounds() {
                    let contrast = token(name, scheme).contrast(ground);
                    assert!(contrast >= least, "{scheme:?}: {name} on {ground}: {contrast}");
                }
            }
            let warm = token("warm", scheme).contrast(token("on-warm", scheme));
            assert!(warm >= LEAST_CONTRAST, "{scheme:?}: {warm}");
        }
    }

    #[test]
    fn a_colour_that_is_too_faint_is_refused_with_one_that_would_do() {
        let yellow = Colour::parse("#ffd400").unwrap();
        let refused = Colours::new(yellow, None).unwrap_err();
        assert_eq!((refused.scheme, refused.colour), (Scheme::Light, yellow));
        assert!(refused.contrast < 1.5 && Scheme::Light.suits(refused.nearest), "{refused}");
        let navy = Colour::parse("#002a5c").unwrap();
        let refused = Colours::new(navy, Some(navy)).unwrap_err();
        assert_eq!(refused.scheme, Scheme::Dark);
        let colours = Colours::new(navy, Some(refused.nearest)).unwrap();
        assert_eq!(Colours::new(navy, None), Ok(colours));
        assert!(colours.dark_is_made());
    }

    proptest! {
        #[test]
        fn every_colour_has_one_near_it_that_can_be_read(rgb: (u8, u8, u8)) {
            let colour = Colour::new(rgb.0, rgb.1, rgb.2);
            for scheme in Scheme::ALL {
                let near = scheme.nearest(colour);
                prop_assert!(scheme.suits(near));
                prop_assert!(!scheme.suits(colour) || near == colour);
                let shades = scheme.shades(near);
                prop_assert!(shades.strong.contrast(shades.on_main) >= LEAST_CONTRAST);
            }
            let light = Scheme::Light.nearest(colour);
            prop_assert!(Colours::new(light, None).is_ok());
        }
    }
}
