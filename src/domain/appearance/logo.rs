//! A logo: a PNG, within strict bounds, of which only what makes the picture is kept.
//!
//! No SVG: it is a document with scripts, styles and addresses in it, and would have to be trusted or
//! cleaned. What a PNG may carry beside its picture (texts, places, times, moving pictures) is left
//! out here; the rest is numbers that the browser's own decoder reads.

use std::sync::Arc;

/// A file that is no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Not a PNG, or a broken one.
    #[error("a logo is a whole PNG")]
    NotAPng,
    /// More than [`Logo::MOST_BYTES`].
    #[error("the file of the logo is too large")]
    TooLarge,
    /// Narrower, wider, lower or higher than a logo may be.
    #[error("the logo has too few or too many pixels")]
    Size,
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    png: Arc<[u8]>,
    width: u32,
    height: u32,
    fingerprint: u32,
}

/// The first bytes of every PNG.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What makes the picture (PNG, third edition, section 5.6): the rest is left out.
const KEPT: [&[u8; 4]; 8] =
    [b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"IDAT", b"IEND"];

impl Logo {
    /// The most bytes of a file.
    pub const MOST_BYTES: usize = 48 * 1024;
    /// The least and the most pixels of a side.
    pub const SIDE: std::ops::RangeInclusive<u32> = 24..=1_200;
    /// How many times as wide as high a logo may be; it is shown in a strip.
    pub const WIDEST: u32 = 8;

    /// Reads a file.
    pub fn parse(file: &[u8]) -> Result<Self, LogoError> {
        if file.len() > Self::MOST_BYTES {
            return Err(LogoError::TooLarge);
        }
        let mut rest = file.strip_prefix(SIGNATURE).ok_or(LogoError::NotAPng)?;
        let mut png = SIGNATURE.to_vec();
        let mut size = None;
        let mut has_pixels = false;
        loop {
            let (chunk, after) = Chunk::first_of(rest).ok_or(LogoError::NotAPng)?;
            // The header comes first and once.
            if (chunk.kind == *b"IHDR") != size.is_none() {
                return Err(LogoError::NotAPng);
            }
            if size.is_none() {
                size = Some(chunk.size().ok_or(LogoError::NotAPng)?);
            }
            has_pixels |= chunk.kind == *b"IDAT" && !chunk.content.is_empty();
            if KEPT.contains(&&chunk.kind) {
                png.extend_from_slice(chunk.whole);
            }
            if chunk.kind == *b"IEND" {
                break;
            }
            rest = after;
        }
        let (width, height) = size.filter(|_| has_pixels).ok_or(LogoError::NotAPng)?;
        let fits = Self::SIDE.contains(&width)
            && Self::SIDE.contains(&height)
            && width <= height * Self::WIDEST
            && height <= width * 2;
        if !fits {
            return Err(LogoError::Size);
        }
        let fingerprint = check(&png);
        Ok(Self { png: png.into(), width, height, fingerprint })
    }

    /// The file.
    #[must_use]
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Its width, in pixels.
    #[must_use]
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Its height, in pixels.
    #[must_use]
    pub const fn height(&self) -> u32 {
        self.height
    }

    /// A number that another logo has not, for its address.
    #[must_use]
    pub const fn fingerprint(&self) -> u32 {
        self.fingerprint
    }
}

/// A part of a PNG: length, kind, content, check.
struct Chunk<'a> {
    whole: &'a [u8],
    kind: [u8; 4],
    content: &'a [u8],
}

impl<'a> Chunk<'a> {
    /// The first part and what follows; `None` when it is broken.
    fn first_of(file: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (length, rest) = file.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let kind = *rest.first_chunk::<4>()?;
        let (checked, after) = rest.split_at_checked(length.checked_add(4)?)?;
        let (sum, after) = after.split_first_chunk::<4>()?;
        let is_word = kind.iter().all(u8::is_ascii_alphabetic);
        if !is_word || check(checked) != u32::from_be_bytes(*sum) {
            return None;
        }
        let whole = file.get(..length.checked_add(12)?)?;
        Some((Self { whole, kind, content: checked.get(4..)? }, after))
    }

    /// Width and height, of a header that is well-formed (section 11.2.1).
    fn size(&self) -> Option<(u32, u32)> {
        let header: &[u8; 13] = self.content.try_into().ok()?;
        let [.., depth, colour, compression, filter, interlace] = *header;
        let depths: &[u8] = match colour {
            0 => &[1, 2, 4, 8, 16],
            3 => &[1, 2, 4, 8],
            2 | 4 | 6 => &[8, 16],
            _ => &[],
        };
        let known = depths.contains(&depth) && compression == 0 && filter == 0 && interlace <= 1;
        let number = |bytes: &[u8]| Some(u32::from_be_bytes(bytes.try_into().ok()?));
        known.then_some((number(&header[..4])?, number(&header[4..8])?))
    }
}

/// The check of a part (CRC-32; section 5.5).
fn check(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
        let mut checked = kind.to_vec();
        checked.extend_from_slice(content);
        let mut whole = u32::try_from(content.len()).unwrap().to_be_bytes().to_vec();
        whole.extend_from_slice(&checked);
        whole.extend_from_slice(&check(&checked).to_be_bytes());
        whole
    }

    fn header(width: u32, height: u32) -> Vec<u8> {
        let mut content = width.to_be_bytes().to_vec();
        content.extend_from_slice(&height.to_be_bytes());
        content.extend_from_slice(&[8, 6, 0, 0, 0]);
        chunk(*b"IHDR", &content)
    }

    fn png(parts: &[Vec<u8>]) -> Vec<u8> {
        [SIGNATURE.to_vec(), parts.concat()].concat()
    }

    fn picture(width: u32, height: u32) -> Vec<u8> {
        png(&[header(width, height), chunk(*b"IDAT", b"pixels"), chunk(*b"IEND", b"")])
    }

    #[test]
    fn the_check_is_the_one_of_the_standard() {
        assert_eq!(check(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_logo_keeps_the_picture_and_nothing_else() {
        let told = png(&[
            header(240, 60),
            chunk(*b"tEXt", b"Author\0Jan de Vries"),
            chunk(*b"eXIf", b"52.0907 N, 5.1214 E"),
            chunk(*b"acTL", b"moves"),
            chunk(*b"IDAT", b"pixels"),
            chunk(*b"IEND", b""),
            b"<script>alert(1)</script>".to_vec(),
        ]);
        let logo = Logo::parse(&told).unwrap();
        assert_eq!(logo.png(), picture(240, 60));
        assert_eq!((logo.width(), logo.height()), (240, 60));
        assert_eq!(Logo::parse(logo.png()).unwrap(), logo);
        let other = Logo::parse(&picture(241, 60)).unwrap();
        assert_ne!(other.fingerprint(), logo.fingerprint());
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let whole = picture(100, 50);
        for cut in 0..whole.len() {
            assert_eq!(Logo::parse(&whole[..cut]), Err(LogoError::NotAPng), "{cut}");
        }
        for file in [
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            b"\xff\xd8\xff\xe0JFIF".to_vec(),
            png(&[chunk(*b"IDAT", b"x"), header(100, 50), chunk(*b"IEND", b"")]),
            png(&[header(100, 50), header(100, 50), chunk(*b"IDAT", b"x"), chunk(*b"IEND", b"")]),
            png(&[header(100, 50), chunk(*b"IEND", b"")]),
        ] {
            assert_eq!(Logo::parse(&file), Err(LogoError::NotAPng));
        }
        // Each flipped bit is seen by the check of its part.
        for at in SIGNATURE.len()..whole.len() {
            let mut broken = whole.clone();
            broken[at] ^= 4;
            assert!(Logo::parse(&broken).is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_logo_is_neither_too_small_nor_too_large() {
        for (width, height) in [(24, 24), (1_200, 150), (100, 200)] {
            assert!(Logo::parse(&picture(width, height)).is_ok(), "{width} by {height}");
        }
        for (width, height) in [(23, 24), (24, 23), (1_201, 400), (1_200, 149), (100, 201), (0, 0)]
        {
            let refused = Logo::parse(&picture(width, height));
            assert_eq!(refused, Err(LogoError::Size), "{width} by {height}");
        }
        let large = chunk(*b"IDAT", &vec![0; Logo::MOST_BYTES]);
        let large = png(&[header(100, 50), large, chunk(*b"IEND", b"")]);
        assert_eq!(Logo::parse(&large), Err(LogoError::TooLarge));
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_bounded_and_reads_the_same_again(
            file in proptest::collection::vec(any::<u8>(), 0..200),
            at in 0_usize..80,
        ) {
            let mut mixed = picture(64, 64);
            let at = at.min(mixed.len());
            mixed.splice(at..at, file);
            if let Ok(logo) = Logo::parse(&mixed) {
                prop_assert!(logo.png().len() <= mixed.len());
                prop_assert_eq!(Logo::parse(logo.png()), Ok(logo));
            }
        }
    }
}
