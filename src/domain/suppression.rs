//! Small numbers are not shown: a count of 1 to 4 could be somebody.
//!
//! Nor can they be computed: where a total stands beside the counts it is made of, so much else is
//! left out that every small count could be another one. That is decided exactly: the cells that
//! are not shown are a flow between rows and columns, and a count is open when one more or one less
//! of it can be made up for along a cycle of cells that are not shown either.

#[cfg(test)]
mod tests;

/// From how many on a count is shown.
pub const SHOWN_FROM: u64 = 5;

/// What is shown of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The count itself: none, or five and more.
    Shown(u64),
    /// At least one and under five: "< 5".
    Few,
    /// Nothing, so that no other count can be computed; it may be any number.
    Hidden,
}

/// The totals at one side of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Margin<'a> {
    /// Nobody sees them, here or elsewhere.
    Absent,
    /// They stand beside the table, and may be left out.
    Free,
    /// They are shown elsewhere like this: each total in turn, then the total of all.
    Fixed(&'a [Cell]),
}

/// A table as it may be shown. Totals of a side that is [`Margin::Absent`] are [`Cell::Hidden`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The counts, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// The total of each row.
    pub row_totals: Vec<Cell>,
    /// The total of each column.
    pub column_totals: Vec<Cell>,
    /// The total of all; hidden unless both sides have totals.
    pub total: Cell,
}

impl Cell {
    /// The count by itself, with nothing beside it to compute it from.
    #[must_use]
    pub const fn of(count: u64) -> Self {
        if is_few(count) { Self::Few } else { Self::Shown(count) }
    }
}

const fn is_few(count: u64) -> bool {
    count > 0 && count < SHOWN_FROM
}

/// What may be shown of counts with their total beside them.
#[must_use]
pub fn suppress_row(counts: &[u64]) -> (Vec<Cell>, Cell) {
    let mut table = suppress(&[counts.to_vec()], Margin::Free, Margin::Absent);
    let total = table.row_totals.pop().unwrap_or(Cell::Hidden);
    (table.rows.pop().unwrap_or_default(), total)
}

/// What may be shown of a table of counts whose totals stand beside it. A row that is shorter than
/// the first one has no counts where it ends.
#[must_use]
pub fn suppress(
    counts: &[Vec<u64>],
    row_totals: Margin<'_>,
    column_totals: Margin<'_>,
) -> Suppressed {
    let mut table = Table::new(counts, row_totals, column_totals);
    // What is left out for one count leaves open whatever was open before.
    for (row, column) in table.few() {
        table.open(row, column);
    }
    table.suppressed()
}

/// What it costs to leave out a total, beside its count: rather a count than a total.
const TOTAL_PRICE: u64 = 1_000_000;

/// What it costs not even to say that a count is small.
const FEW_PRICE: u64 = 1_000_000_000;

/// What it costs not to say that there are none.
const NONE_PRICE: u64 = 1_000_000_000_000;

/// A count with what is shown of it.
#[derive(Debug, Clone, Copy)]
struct Place {
    count: u64,
    cell: Cell,
    /// What is shown was decided elsewhere.
    settled: bool,
}

/// The counts with a row and a column of totals.
struct Table {
    places: Vec<Vec<Place>>,
    height: usize,
    width: usize,
}

impl Table {
    fn new(counts: &[Vec<u64>], row_totals: Margin<'_>, column_totals: Margin<'_>) -> Self {
        let (height, width) = (counts.len(), counts.first().map_or(0, Vec::len));
        let count = |row: usize, column: usize| {
            let row = counts.get(row);
            row.and_then(|row| row.get(column)).copied().unwrap_or_default()
        };
        let row_total = |row| (0..width).map(|column| count(row, column)).sum();
        let mut places = Vec::new();
        for row in 0..height {
            let mut line: Vec<_> =
                (0..width).map(|column| Place::free(count(row, column))).collect();
            line.push(row_totals.place(row, row_total(row)));
            places.push(line);
        }
        let mut line: Vec<_> = (0..width)
            .map(|column| {
                let total = (0..height).map(|row| count(row, column)).sum();
                column_totals.place(column, total)
            })
            .collect();
        let all = (0..height).map(row_total).sum();
        line.push(match (row_totals, column_totals) {
            (Margin::Absent, _) | (_, Margin::Absent) => Place::absent(all),
            (Margin::Fixed(_), _) => row_totals.place(height, all),
            (Margin::Free, _) => column_totals.place(width, all),
        });
        places.push(line);
        Self { places, height, width }
    }

    /// Where the small counts are that are shown or left out here.
    fn few(&self) -> Vec<(usize, usize)> {
        let all = (0..=self.height).flat_map(|row| (0..=self.width).map(move |at| (row, at)));
        all.filter(|(row, column)| {
            let place = self.places[*row][*column];
            is_few(place.count) && !place.settled
        })
        .collect()
    }

    /// Leaves out what it takes for a count to be another one for all that is shown, at the least
    /// cost.
    fn open(&mut self, row: usize, column: usize) {
        let place = self.places[row][column];
        let more = place.may_grow().then(|| self.made_up_for(row, column, Step::More));
        let less = place.may_shrink().then(|| self.made_up_for(row, column, Step::Less));
        let cheapest = [more, less].into_iter().flatten().flatten().min_by_key(|(cost, _)| *cost);
        for (row, column) in cheapest.map(|(_, cells)| cells).unwrap_or_default() {
            self.places[row][column].cell = Cell::Hidden;
        }
    }

    /// The cheapest way to make up for one more or one less in a cell: its cost, and what must be
    /// left out for it.
    fn made_up_for(&self, row: usize, column: usize, step: Step) -> Option<(u64, Cells)> {
        // With their sign, the cells of each row and of each column add up to nothing: what goes up
        // in a row has to come down in it. So it is a path back from the column to the row, or the
        // other way about.
        let ends = (row, self.height + 1 + column);
        let goes_up = matches!(step, Step::More) != self.is_negative(row, column);
        let (start, goal) = if goes_up { (ends.1, ends.0) } else { ends };
        let mut reached: Vec<Option<Reached>> = vec![None; self.height + self.width + 2];
        reached[start] = Some(Reached { cost: 0, from: start, left: false });
        loop {
            let standing = reached.iter().enumerate().filter_map(|(node, reached)| {
                reached.filter(|reached| !reached.left).map(|reached| (reached.cost, node))
            });
            let (cost, node) = standing.min()?;
            if node == goal {
                return Some((cost, self.along(&reached, start, goal)));
            }
            if let Some(reached) = &mut reached[node] {
                reached.left = true;
            }
            for (next, at, more) in self.onward(node) {
                let cost = cost.saturating_add(more);
                let better = reached[next].is_none_or(|known| !known.left && cost < known.cost);
                if at != (row, column) && better {
                    reached[next] = Some(Reached { cost, from: node, left: false });
                }
            }
        }
    }

    /// From a row to the columns where it can go up, from a column to the rows where it can come
    /// down; with what must be paid for that.
    fn onward(&self, node: usize) -> Vec<(usize, (usize, usize), u64)> {
        let columns = self.height + 1;
        let steps: Vec<_> = match node.checked_sub(columns) {
            None => (0..=self.width).map(|column| (columns + column, (node, column))).collect(),
            Some(column) => (0..=self.height).map(|row| (row, (row, column))).collect(),
        };
        let from_row = node < columns;
        steps
            .into_iter()
            .filter_map(|(next, (row, column))| {
                let grows = from_row != self.is_negative(row, column);
                let price = self.price(row, column, if grows { Step::More } else { Step::Less })?;
                Some((next, (row, column), price))
            })
            .collect()
    }

    /// What it costs that a cell could be one more or one less; `None` when it never could.
    fn price(&self, row: usize, column: usize, step: Step) -> Option<u64> {
        let place = self.places[row][column];
        let may = |place: Place| match step {
            Step::More => place.may_grow(),
            Step::Less => place.may_shrink(),
        };
        if may(place) {
            return Some(0);
        }
        let total = row == self.height || column == self.width;
        let hidden = Place { cell: Cell::Hidden, ..place };
        let price = match place.cell {
            Cell::Shown(0) => NONE_PRICE,
            Cell::Few => FEW_PRICE,
            Cell::Shown(count) if total => TOTAL_PRICE.saturating_add(count),
            Cell::Shown(count) => count,
            Cell::Hidden => 0,
        };
        (!place.settled && may(hidden)).then_some(price)
    }

    /// The cells on the way from `start` to `goal` that have to be left out.
    fn along(&self, reached: &[Option<Reached>], start: usize, goal: usize) -> Cells {
        let columns = self.height + 1;
        let (mut cells, mut node) = (Vec::new(), goal);
        while let Some(before) = reached[node].filter(|_| node != start) {
            let (row, column) = (node.min(before.from), node.max(before.from) - columns);
            let grows = (before.from < columns) != self.is_negative(row, column);
            let step = if grows { Step::More } else { Step::Less };
            if self.price(row, column, step) != Some(0) {
                cells.push((row, column));
            }
            node = before.from;
        }
        cells
    }

    /// A total counts against what it is the total of.
    const fn is_negative(&self, row: usize, column: usize) -> bool {
        (row == self.height) != (column == self.width)
    }

    fn suppressed(mut self) -> Suppressed {
        let cells = |line: Vec<Place>| line.into_iter().map(|place| place.cell).collect::<Vec<_>>();
        let mut column_totals = self.places.pop().map(cells).unwrap_or_default();
        let total = column_totals.pop().unwrap_or(Cell::Hidden);
        let mut rows: Vec<Vec<Cell>> = self.places.into_iter().map(cells).collect();
        let row_totals = rows.iter_mut().filter_map(Vec::pop).collect();
        Suppressed { rows, row_totals, column_totals, total }
    }
}

/// Places in the table.
type Cells = Vec<(usize, usize)>;

/// How a row or a column was reached: rows are numbered first, then columns.
#[derive(Debug, Clone, Copy)]
struct Reached {
    cost: u64,
    from: usize,
    /// Whether all ways onward were looked at.
    left: bool,
}

/// One more of a count, or one less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    More,
    Less,
}

impl Place {
    const fn free(count: u64) -> Self {
        Self { count, cell: Cell::of(count), settled: false }
    }

    const fn absent(count: u64) -> Self {
        Self { count, cell: Cell::Hidden, settled: true }
    }

    /// Whether it could be one more for all that is shown of itself.
    const fn may_grow(self) -> bool {
        match self.cell {
            Cell::Shown(_) => false,
            Cell::Few => self.count + 1 < SHOWN_FROM,
            Cell::Hidden => true,
        }
    }

    const fn may_shrink(self) -> bool {
        match self.cell {
            Cell::Shown(_) => false,
            Cell::Few => self.count > 1,
            Cell::Hidden => self.count > 0,
        }
    }
}

impl Margin<'_> {
    fn place(self, at: usize, total: u64) -> Place {
        match self {
            Self::Absent => Place::absent(total),
            Self::Free => Place::free(total),
            Self::Fixed(cells) => {
                let cell = cells.get(at).copied().unwrap_or(Cell::Hidden);
                Place { count: total, cell, settled: true }
            }
        }
    }
}
