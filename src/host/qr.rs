//! The square that a camera reads.

use qrcode::{Color, EcLevel, QrCode};

use crate::ui::office::factor::Squares;

/// The square of a text; `None` when the text is too long for one.
#[must_use]
pub fn squares(text: &str) -> Option<Squares> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Some(Squares { width: code.width(), dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_has_the_marks_in_its_corners_by_which_cameras_find_it() {
        let squares = squares("otpauth://totp/Veiligchat:anna?secret=ABCD").unwrap();
        assert_eq!(squares.dark.len(), squares.width * squares.width);
        let dark = |column: usize, row: usize| squares.dark[row * squares.width + column];
        let last = squares.width - 1;
        for (column, row) in [(0, 0), (last - 6, 0), (0, last - 6)] {
            for step in 0..7 {
                assert!(dark(column + step, row) && dark(column + step, row + 6));
                assert!(dark(column, row + step) && dark(column + 6, row + step));
            }
            assert!(!dark(column + 1, row + 1) && dark(column + 3, row + 3));
        }
        assert!(super::squares(&"x".repeat(3_000)).is_none());
    }
}
