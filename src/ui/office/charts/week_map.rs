//! The week as a map: a row for each day, a column for each hour, darker where there was more, with
//! the number in it.

use leptos::prelude::*;

use super::{Block, class, float, largest};
use crate::{
    domain::{statistics::WeekHour, suppression::Cell},
    ui::text::{Language, hours::weekday_name},
};

const LEFT: f64 = 44.0;
const TOP: f64 = 22.0;
const COLUMN: f64 = 34.0;
const ROW: f64 = 30.0;
const WIDTH: f64 = LEFT + 24.0 * COLUMN;
const HEIGHT: f64 = TOP + 7.0 * ROW;

/// How many shades there are above nothing.
const SHADES: u64 = 4;

fn place(hour: WeekHour) -> Block {
    let x = LEFT + f64::from(hour.hour()) * COLUMN;
    let y = TOP + f64::from(hour.day()) * ROW;
    Block { x, y, width: COLUMN - 2.0, height: ROW - 2.0 }
}

/// 0 for nothing, 4 for the most.
fn shade(cell: Cell, largest: u64) -> u64 {
    match cell {
        Cell::Shown(number) => (number * SHADES).div_ceil(largest.max(1)),
        Cell::Few | Cell::Hidden => 0,
    }
}

/// A map of the week. Its name and its description are read aloud; the numbers are in the table
/// beside it.
#[component]
pub fn WeekMap(
    /// Begins the ids of its parts.
    id: String,
    /// What it shows.
    title: String,
    /// How, and where the numbers are.
    description: String,
    /// The numbers, for every hour of the week.
    hours: Vec<(WeekHour, Cell)>,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let most = largest(hours.iter().map(|(_, cell)| cell));
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    let cells = hours.into_iter().map(|(hour, cell)| {
        let block = place(hour);
        let shade = shade(cell, most);
        let words = match cell {
            Cell::Shown(0) => String::new(),
            Cell::Shown(number) => number.to_string(),
            Cell::Few => "<5".to_owned(),
            Cell::Hidden => "·".to_owned(),
        };
        view! {
            <rect
                class=format!("hour shade-{shade} {}", class(cell))
                x=block.x
                y=block.y
                width=block.width
                height=block.height
                rx="3"
            />
            <text
                class=format!("in-hour on-{shade}")
                x=block.x + block.width / 2.0
                y=block.y + 19.0
            >
                {words}
            </text>
        }
    });
    let days = (0..7_u8).map(|day| {
        let name: String = weekday_name(day + 1, language).chars().take(2).collect();
        view! {
            <text class="day" x="0" y=TOP + f64::from(day) * ROW + 19.0>
                {name}
            </text>
        }
    });
    let hours = (0..24_u64).map(|hour| {
        view! {
            <text class="name" x=LEFT + float(hour) * COLUMN + COLUMN / 2.0 - 1.0 y="14">
                {hour}
            </text>
        }
    });
    view! {
        <div class="picture" tabindex="0" role="group" aria-label=title>
            <svg
                class="chart week"
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                role="img"
                aria-labelledby=title_id
                aria-describedby=description_id
            >
                <title id=title_id.clone()>{title.clone()}</title>
                <desc id=description_id.clone()>{description}</desc>
                {hours.collect::<Vec<_>>()}
                {days.collect::<Vec<_>>()}
                {cells.collect::<Vec<_>>()}
            </svg>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hour_has_a_place_of_its_own_within_the_map() {
        let places: Vec<Block> = WeekHour::all().map(place).collect();
        for (number, one) in places.iter().enumerate() {
            assert!(one.x >= LEFT && one.x + one.width <= WIDTH);
            assert!(one.y >= TOP && one.y + one.height <= HEIGHT);
            for other in &places[number + 1..] {
                let beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
                let below = one.y + one.height <= other.y || other.y + other.height <= one.y;
                assert!(beside || below);
            }
        }
        let first = place(WeekHour::new(24).unwrap());
        assert!((first.x - LEFT).abs() < 0.001 && (first.y - TOP - ROW).abs() < 0.001);
    }

    #[test]
    fn more_is_darker_and_what_is_left_out_is_not() {
        let shades = [0, 1, 25, 26, 75, 76, 100].map(|number| shade(Cell::Shown(number), 100));
        assert_eq!(shades, [0, 1, 1, 2, 3, 4, 4]);
        assert_eq!([Cell::Few, Cell::Hidden].map(|cell| shade(cell, 100)), [0, 0]);
    }
}
