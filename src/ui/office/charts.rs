//! Pictures of figures: bars and a map of the week, drawn on the server as SVG. What they show stands
//! in a table beside them; a number that is not shown has no length in the picture either.

mod bars;
mod week_map;

pub use bars::{BarChart, Series};
pub use week_map::WeekMap;

use crate::domain::suppression::Cell;

/// A rectangle of a picture, in its own units from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Block {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// How a number is drawn.
const fn class(cell: Cell) -> &'static str {
    match cell {
        Cell::Shown(_) => "shown",
        Cell::Few => "few",
        Cell::Hidden => "left-out",
    }
}

/// The largest number that is shown.
fn largest<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> u64 {
    let shown = cells.into_iter().filter_map(|cell| match cell {
        Cell::Shown(number) => Some(*number),
        Cell::Few | Cell::Hidden => None,
    });
    shown.max().unwrap_or(0)
}

/// What a drawing needs of a number, of which no picture has too many for this to be exact.
#[expect(clippy::cast_precision_loss, reason = "a picture is as fine as its pixels")]
const fn float(number: u64) -> f64 {
    number as f64
}

/// A round number at or above this one: the end of the axis.
fn ceiling(largest: u64) -> u64 {
    let mut step = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            let end = step.saturating_mul(factor);
            if end >= largest.max(5) {
                return end;
            }
        }
        step = step.saturating_mul(10);
    }
}
