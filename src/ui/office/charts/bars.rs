//! Standing bars, one or two beside each other.

use leptos::prelude::*;

use super::{Block, ceiling, class, float, largest};
use crate::domain::suppression::Cell;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 260.0;
/// Where the axes are.
const LEFT: f64 = 48.0;
const BOTTOM: f64 = 220.0;
const TOP: f64 = 16.0;
/// How high a bar stands for a number that is small, whichever it is.
const FEW: f64 = 6.0;
/// Every how many bars one is named, at the most so many names.
const NAMES: usize = 10;
/// How wide a letter of a name is, about; and how far down one of a slanted name reaches.
const LETTER: f64 = 8.6;
const SLANTED_LETTER: f64 = 6.2;
/// Of a slanted name at most so many letters.
const LONGEST: usize = 24;

/// One set of bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What it is of.
    pub name: String,
    /// Its numbers.
    pub cells: Vec<Cell>,
}

/// Whether all series share an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Axis {
    Shared,
    Own,
}

fn scales(series: &[Series], axis: Axis) -> Vec<u64> {
    let shared = ceiling(largest(series.iter().flat_map(|series| &series.cells)));
    let own = |series: &Series| ceiling(largest(&series.cells));
    series.iter().map(|one| if axis == Axis::Own { own(one) } else { shared }).collect()
}

/// Where the bar of a number stands.
fn bar(at: (usize, usize), of: (usize, usize), cell: Cell, scale: u64) -> Block {
    let float = |number: usize| float(u64::try_from(number).unwrap_or(u64::MAX));
    let slot = (WIDTH - LEFT) / float(of.0.max(1));
    let width = slot * 0.8 / float(of.1.max(1));
    let x = LEFT + slot * (float(at.0) + 0.1) + width * float(at.1);
    let height = match cell {
        Cell::Shown(number) => (BOTTOM - TOP) * super::float(number) / super::float(scale.max(1)),
        Cell::Few => FEW,
        Cell::Hidden => BOTTOM - TOP,
    };
    Block { x, y: BOTTOM - height, width, height }
}

/// How names stand below the bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lie {
    Level,
    Slanted,
}

/// How many letters the longest of these names has.
fn longest(names: &[String]) -> usize {
    names.iter().map(|name| name.chars().count()).max().unwrap_or(0)
}

/// How names stand of which every so many is shown: slanted when they do not fit beside each other.
fn lie(names: &[String], every: usize) -> Lie {
    let float = |number: usize| float(u64::try_from(number).unwrap_or(u64::MAX));
    let slot = (WIDTH - LEFT) / float(names.len().max(1)) * float(every);
    if float(longest(names)) * LETTER > slot { Lie::Slanted } else { Lie::Level }
}

/// How much room slanted names take below the bars.
fn depth(names: &[String]) -> f64 {
    float(u64::try_from(longest(names).min(LONGEST)).unwrap_or(0)) * SLANTED_LETTER
}

/// A name of which no more is left than has room below the bars.
fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(LONGEST - 1).collect();
    short.push('…');
    short
}

/// The names below the bars, of which every so many is shown.
fn below(names: &[String], every: usize, lie: Lie) -> impl IntoView + use<> {
    let places = names.len();
    let labels = names.iter().enumerate().step_by(every).map(|(place, name)| {
        let block = bar((place, 0), (places, 1), Cell::Few, 1);
        let middle = block.x + block.width / 2.0;
        let (x, y, class, turned) = if lie == Lie::Slanted {
            let (x, y) = (middle + 4.0, BOTTOM + 14.0);
            (x, y, "slanted", Some(format!("rotate(-60 {x:.1} {y:.1})")))
        } else {
            (middle, BOTTOM + 20.0, "name", None)
        };
        view! {
            <text class=class x=shown(x) y=shown(y) transform=turned>
                {shortened(name)}
            </text>
        }
    });
    labels.collect::<Vec<_>>()
}

/// A bar chart. Its name and its description are read aloud; the numbers are in the table beside it.
#[component]
pub fn BarChart(
    /// Begins the ids of its parts.
    id: String,
    /// What it shows.
    title: String,
    /// How, and where the numbers are.
    description: String,
    /// What each place along the axis is called.
    names: Vec<String>,
    /// One or two sets of bars.
    series: Vec<Series>,
    /// Each series has an axis of its own, for numbers of another size.
    #[prop(optional)]
    own_scale: Option<()>,
) -> impl IntoView {
    let axis = if own_scale.is_some() { Axis::Own } else { Axis::Shared };
    let scales = scales(&series, axis);
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    let places = names.len();
    let of = (places, series.len());
    let usual = places.div_ceil(NAMES).max(1);
    let lie = lie(&names, usual);
    // Slanted, each has room.
    let (every, height) = match lie {
        Lie::Slanted => (1, HEIGHT + depth(&names)),
        Lie::Level => (usual, HEIGHT),
    };
    let bars = series.iter().zip(&scales).enumerate().flat_map(|(number, (series, scale))| {
        series.cells.iter().enumerate().map(move |(place, cell)| {
            let block = bar((place, number), of, *cell, *scale);
            view! {
                <rect
                    class=format!("bar series-{number} {}", class(*cell))
                    x=shown(block.x)
                    y=shown(block.y)
                    width=shown(block.width)
                    height=shown(block.height)
                />
            }
        })
    });
    let marks = (axis == Axis::Shared || series.len() == 1).then(|| {
        let scale = scales.first().copied().unwrap_or(5);
        [0, scale / 2, scale].map(|number| {
            let y = bar((0, 0), of, Cell::Shown(number), scale).y;
            view! {
                <line class="rule" x1=shown(LEFT) x2=shown(WIDTH) y1=shown(y) y2=shown(y) />
                <text class="mark" x=shown(LEFT - 6.0) y=shown(y + 5.0)>
                    {number}
                </text>
            }
        })
    });
    let legend = (series.len() > 1).then(|| {
        let names = series.iter().enumerate().map(|(number, series)| {
            view! {
                <li>
                    <svg class="key" viewBox="0 0 16 16" aria-hidden="true">
                        <rect class=format!("bar series-{number} shown") width="16" height="16" />
                    </svg>
                    {series.name.clone()}
                </li>
            }
        });
        view! { <ul class="legend" role="list">{names.collect::<Vec<_>>()}</ul> }
    });
    view! {
        <div class="picture" tabindex="0" role="group" aria-label=title>
            <svg
                class="chart"
                viewBox=format!("0 0 {WIDTH} {height:.0}")
                role="img"
                aria-labelledby=title_id
                aria-describedby=description_id
            >
                <title id=title_id.clone()>{title.clone()}</title>
                <desc id=description_id.clone()>{description}</desc>
                {marks}
                {bars.collect::<Vec<_>>()}
                {below(&names, every, lie)}
            </svg>
            {legend}
        </div>
    }
}

/// A length as SVG has it.
fn shown(length: f64) -> String {
    format!("{length:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: (usize, usize) = (4, 1);

    fn is(left: f64, right: f64) -> bool {
        (left - right).abs() < 0.001
    }

    #[test]
    fn a_bar_is_as_high_as_its_share_of_the_axis_and_stands_on_it() {
        let half = bar((0, 0), ONE, Cell::Shown(5), 10);
        assert!(is(half.height, (BOTTOM - TOP) / 2.0) && is(half.y + half.height, BOTTOM));
        assert!(is(bar((0, 0), ONE, Cell::Shown(10), 10).y, TOP));
        assert!(is(bar((0, 0), ONE, Cell::Shown(0), 10).height, 0.0));
    }

    #[test]
    fn bars_stand_in_order_side_by_side_and_within_the_picture() {
        for of in [(1, 1), (12, 1), (31, 2)] {
            let mut edge = LEFT;
            for place in 0..of.0 {
                for series in 0..of.1 {
                    let block = bar((place, series), of, Cell::Shown(1), 5);
                    assert!(block.x >= edge - 0.001, "{of:?} {place} {series}");
                    edge = block.x + block.width;
                }
            }
            assert!(edge <= WIDTH);
        }
    }

    #[test]
    fn names_that_do_not_fit_beside_each_other_are_slanted_and_cut_short() {
        let many = |name: &str, number: usize| vec![name.to_owned(); number];
        for (name, number, every) in [("31", 31, 4), ("10–15", 9, 1), ("Niet geholpen", 2, 1)] {
            assert_eq!(lie(&many(name, number), every), Lie::Level, "{name}");
        }
        for (name, number, every) in
            [("Schelden of dreigen", 5, 1), ("Amsterdam-Amstelland", 27, 3)]
        {
            assert_eq!(lie(&many(name, number), every), Lie::Slanted, "{name}");
        }
        let long = shortened("Noord- en Midden-Limburg en verder");
        assert_eq!((long.chars().count(), long.ends_with('…')), (LONGEST, true));
        assert_eq!(shortened("Twente"), "Twente");
    }

    #[test]
    fn what_is_left_out_looks_the_same_whatever_it_is() {
        assert_eq!(bar((0, 0), ONE, Cell::Few, 10), bar((0, 0), ONE, Cell::Few, 10_000));
        assert_eq!(bar((1, 0), ONE, Cell::Hidden, 10), bar((1, 0), ONE, Cell::Hidden, 10_000));
        let series = |cells| Series { name: String::new(), cells };
        let shown = vec![series(vec![Cell::Shown(7), Cell::Hidden, Cell::Few])];
        assert_eq!(scales(&shown, Axis::Shared), [10]);
    }

    #[test]
    fn series_share_an_axis_or_have_their_own() {
        let series = |number| Series { name: String::new(), cells: vec![Cell::Shown(number)] };
        let both = [series(8), series(900)];
        assert_eq!(scales(&both, Axis::Shared), [1000, 1000]);
        assert_eq!(scales(&both, Axis::Own), [10, 1000]);
        assert_eq!([0, 5, 6, 10, 11, 21, 51, 101].map(ceiling), [5, 5, 10, 10, 20, 50, 100, 200]);
    }
}
