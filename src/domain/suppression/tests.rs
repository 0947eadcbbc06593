use proptest::prelude::*;

use super::*;

fn table(rows: &[&[u64]]) -> Vec<Vec<u64>> {
    rows.iter().map(|row| row.to_vec()).collect()
}

/// Whether what is shown allows this number.
fn allows(cell: Cell, number: u64) -> bool {
    match cell {
        Cell::Shown(shown) => shown == number,
        Cell::Few => (1..SHOWN_FROM).contains(&number),
        Cell::Hidden => true,
    }
}

/// Every table of two by two that fits what is shown, tried one by one.
fn fitting(shown: &Suppressed) -> Vec<[[u64; 2]; 2]> {
    let numbers = |cell: Cell| (0..=25).filter(move |number| allows(cell, *number));
    let mut fit = Vec::new();
    for a in numbers(shown.rows[0][0]) {
        for b in numbers(shown.rows[0][1]) {
            if !allows(shown.row_totals[0], a + b) {
                continue;
            }
            for c in numbers(shown.rows[1][0]) {
                if !allows(shown.column_totals[0], a + c) {
                    continue;
                }
                for d in numbers(shown.rows[1][1]) {
                    let fits = allows(shown.row_totals[1], c + d)
                        && allows(shown.column_totals[1], b + d)
                        && allows(shown.total, a + b + c + d);
                    if fits {
                        fit.push([[a, b], [c, d]]);
                    }
                }
            }
        }
    }
    fit
}

fn says_the_truth(cell: Cell, count: u64) -> bool {
    allows(cell, count) && (!is_few(count) || !matches!(cell, Cell::Shown(_)))
}

#[test]
fn a_count_by_itself_is_left_out_from_one_to_four() {
    let shown: Vec<_> = [0, 1, 4, 5, 60].map(Cell::of).into();
    assert_eq!(shown, [Cell::Shown(0), Cell::Few, Cell::Few, Cell::Shown(5), Cell::Shown(60)]);
}

#[test]
fn the_smallest_other_count_is_left_out_where_a_total_would_give_one_away() {
    let (row, total) = suppress_row(&[3, 20, 9, 0]);
    assert_eq!(row, [Cell::Few, Cell::Shown(20), Cell::Hidden, Cell::Shown(0)]);
    assert_eq!(total, Cell::Shown(32));
}

#[test]
fn two_small_counts_hide_each_other_unless_their_sum_leaves_one_way_only() {
    assert_eq!(
        suppress_row(&[2, 3, 9]),
        (vec![Cell::Few, Cell::Few, Cell::Shown(9)], Cell::Shown(14))
    );
    let (ones, _) = suppress_row(&[1, 1, 9]);
    assert_eq!(ones, [Cell::Few, Cell::Few, Cell::Hidden], "two that make two are one each");
    let (fours, _) = suppress_row(&[4, 4, 9]);
    assert_eq!(fours, [Cell::Few, Cell::Few, Cell::Hidden], "two that make eight are four each");
}

#[test]
fn a_total_that_is_small_itself_gives_nothing_away() {
    let (row, total) = suppress_row(&[0, 2, 0]);
    assert_eq!((row, total), (vec![Cell::Shown(0), Cell::Few, Cell::Shown(0)], Cell::Few));
    let (row, total) = suppress_row(&[1, 1, 1, 1]);
    assert!(row.iter().all(|cell| *cell == Cell::Few || *cell == Cell::Hidden));
    assert!(total == Cell::Hidden || row.contains(&Cell::Hidden), "four of at least one are ones");
}

#[test]
fn a_cell_of_a_table_is_hidden_in_its_row_and_in_its_column() {
    let counts = table(&[&[3, 20, 30], &[40, 50, 60], &[70, 80, 90]]);
    let shown = suppress(&counts, Margin::Free, Margin::Free);
    let left_out = shown.rows.iter().flatten().filter(|cell| !matches!(cell, Cell::Shown(_)));
    assert_eq!(left_out.count(), 4, "a rectangle");
    assert_eq!(shown.total, Cell::Shown(443));
    assert!(shown.row_totals.iter().all(|cell| matches!(cell, Cell::Shown(_))));
}

#[test]
fn without_totals_only_small_counts_are_left_out() {
    let counts = table(&[&[3, 20], &[40, 0]]);
    let shown = suppress(&counts, Margin::Absent, Margin::Absent);
    assert_eq!(shown.rows, [[Cell::Few, Cell::Shown(20)], [Cell::Shown(40), Cell::Shown(0)]]);
}

#[test]
fn totals_that_are_shown_elsewhere_are_left_alone_and_reckoned_with() {
    let totals = [Cell::Shown(13), Cell::Few, Cell::Hidden];
    let counts = table(&[&[3, 2], &[10, 0]]);
    let shown = suppress(&counts, Margin::Absent, Margin::Fixed(&totals));
    assert_eq!(shown.column_totals, totals[..2]);
    assert_eq!(shown.rows, [[Cell::Few, Cell::Few], [Cell::Hidden, Cell::Shown(0)]]);
}

#[test]
fn nothing_at_all_is_no_trouble() {
    assert_eq!(suppress_row(&[]), (Vec::new(), Cell::Shown(0)));
    assert!(suppress(&[], Margin::Free, Margin::Free).rows.is_empty());
}

proptest! {
    /// Held against every table there could be.
    #[test]
    fn no_small_count_of_a_table_can_be_computed(
        counts in proptest::collection::vec(proptest::collection::vec(0_u64..9, 2), 2),
        with_rows: bool,
        with_columns: bool,
    ) {
        let margin = |with| if with { Margin::Free } else { Margin::Absent };
        let shown = suppress(&counts, margin(with_rows), margin(with_columns));
        let fit = fitting(&shown);
        for (row, line) in counts.iter().enumerate() {
            for (column, count) in line.iter().enumerate() {
                prop_assert!(says_the_truth(shown.rows[row][column], *count));
                let other = fit.iter().any(|table| table[row][column] != *count);
                prop_assert!(!is_few(*count) || other, "{counts:?} as {shown:?}");
            }
            let total = line.iter().sum();
            if with_rows {
                prop_assert!(says_the_truth(shown.row_totals[row], total));
                let other = fit.iter().any(|table| table[row].iter().sum::<u64>() != total);
                prop_assert!(!is_few(total) || other);
            }
        }
    }

    #[test]
    fn no_small_count_of_a_row_can_be_computed(
        counts in proptest::collection::vec(0_u64..9, 0..5),
    ) {
        let (shown, total) = suppress_row(&counts);
        let mut fit = vec![Vec::new()];
        for cell in &shown {
            let numbers: Vec<u64> = (0..=12).filter(|number| allows(*cell, *number)).collect();
            fit = fit
                .into_iter()
                .flat_map(|begun| {
                    numbers.iter().map(move |number| {
                        let mut row: Vec<u64> = begun.clone();
                        row.push(*number);
                        row
                    })
                })
                .collect();
        }
        fit.retain(|row| allows(total, row.iter().sum()));
        for (at, count) in counts.iter().enumerate() {
            prop_assert!(says_the_truth(shown[at], *count));
            let other = fit.iter().any(|row| row[at] != *count);
            prop_assert!(!is_few(*count) || other, "{counts:?} as {shown:?}, {total:?}");
        }
        prop_assert!(says_the_truth(total, counts.iter().sum()));
    }

    #[test]
    fn large_tables_are_shown_but_for_little(
        counts in proptest::collection::vec(proptest::collection::vec(5_u64..900, 7), 24),
    ) {
        let shown = suppress(&counts, Margin::Free, Margin::Free);
        prop_assert!(shown.rows.iter().flatten().all(|cell| matches!(cell, Cell::Shown(_))));
    }
}
