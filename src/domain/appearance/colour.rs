//! A colour, and how well it can be read on another one (WCAG 2.2, relative luminance and contrast
//! ratio).

use std::fmt;

/// Not a colour as people write one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a colour is # and three or six hexadecimal digits")]
pub struct NotAColour;

/// A colour of the screen (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Black.
    pub const BLACK: Self = Self::new(0, 0, 0);
    /// White.
    pub const WHITE: Self = Self::new(255, 255, 255);

    /// A colour of so much red, green and blue.
    #[must_use]
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads `#1c5a60`, or `#abc` for `#aabbcc`; the sign may be left out.
    pub fn parse(text: &str) -> Result<Self, NotAColour> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits).as_bytes();
        let digit =
            |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let digits: Option<Vec<u8>> = digits.iter().map(|byte| digit(*byte)).collect();
        match digits.as_deref() {
            Some([red, green, blue]) => Ok(Self::new(red * 17, green * 17, blue * 17)),
            Some([r, ed, g, reen, b, lue]) => {
                Ok(Self::new(r * 16 + ed, g * 16 + reen, b * 16 + lue))
            }
            _ => Err(NotAColour),
        }
    }

    /// How light it is, from 0 for black to 1 for white.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast of the two, from 1 for the same to 21 for black on white.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > other { one / other } else { other / one }
    }

    /// This with so much of another in it, from 0 for none to 255 for nothing else.
    #[must_use]
    pub fn with(self, other: Self, share: u8) -> Self {
        let mix = |own: u8, other: u8| {
            let (own, other, share) = (u32::from(own), u32::from(other), u32::from(share));
            // A mean of two bytes is a byte.
            u8::try_from((own * (255 - share) + other * share + 127) / 255).unwrap_or(u8::MAX)
        };
        Self::new(
            mix(self.red, other.red),
            mix(self.green, other.green),
            mix(self.blue, other.blue),
        )
    }
}

impl fmt::Display for Colour {
    /// As [`Self::parse`] reads it: `#1c5a60`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { red, green, blue } = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_people_write_it() {
        for text in ["#1c5a60", "1C5A60", " #1c5A60 "] {
            assert_eq!(Colour::parse(text), Ok(Colour::new(0x1c, 0x5a, 0x60)));
        }
        assert_eq!(Colour::parse("#fa0"), Ok(Colour::new(255, 170, 0)));
        assert_eq!(Colour::new(0, 9, 255).to_string(), "#0009ff");
        for text in ["", "#", "#12", "#12345", "#1234567", "rood", "#12345g", "#é123", "rgb(0,0,0)"]
        {
            assert_eq!(Colour::parse(text), Err(NotAColour), "{text}");
        }
    }

    #[test]
    fn contrast_is_what_the_guidelines_say() {
        let contrast = |one: &str, other: &str| {
            Colour::parse(one).unwrap().contrast(Colour::parse(other).unwrap())
        };
        for (one, other, ratio) in [
            ("#fff", "#000", 21.0),
            ("#777", "#fff", 4.48),
            ("#767676", "#fff", 4.54),
            ("#f00", "#fff", 4.0),
            ("#00f", "#fff", 8.59),
            ("#1c5a60", "#1c5a60", 1.0),
        ] {
            assert!((contrast(one, other) - ratio).abs() < 0.01, "{}", contrast(one, other));
            assert!((contrast(one, other) - contrast(other, one)).abs() < 1e-9);
        }
    }

    #[test]
    fn two_colours_mix() {
        assert_eq!(Colour::BLACK.with(Colour::WHITE, 0), Colour::BLACK);
        assert_eq!(Colour::BLACK.with(Colour::WHITE, 255), Colour::WHITE);
        assert_eq!(Colour::BLACK.with(Colour::WHITE, 51), Colour::new(51, 51, 51));
    }
}
